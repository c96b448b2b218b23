# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Following an arc: what is offered, what of it is wanted, done as one step, or left."""

import re

import cases
from cases import case, read_file
from song import NAMESPACE, Song


def lay_shape(program, shape):
    program.wait('list', 'Arc: Energy')
    program.click(program.find('toggle button', 'Energy') or program.find('button', 'Energy'))
    program.choose(shape)
    program.wait('list item', lambda text: text.startswith('Energy, Intro, bar 1: meant '))


def list_levels(song):
    return {(layer.get('name'), section.name): song.get_level(layer.get('name'), section.name)
            for layer in song.layers for section in song.sections}


def wait_lines(program):
    """The changes that are offered, a line to each section."""
    program.wait('label', lambda text: ' on the mean' in text, seconds=120)
    return program.window.find_all('checkbox')


def leaves_out(program):
    """A line that is left out is measured as left out."""
    program.press('ctrl+shift+F7')
    lines = wait_lines(program)
    summary = program.wait('label', lambda text: ' on the mean' in text).label
    first = lines[0].label
    program.press('space')
    program.wait('label', lambda text: ' on the mean' in text and text != summary, seconds=60)
    program.wait('checkbox', lambda text: text.startswith(first.split('. ')[0])
                 and text != first)
    program.press('Escape')
    program.wait_gone('label', 'Follow the arc of energy')


@case('follows an arc, as one step', arcs_shown='true')
def follows(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        lay_shape(program, 'Steady climb')
        program.press('ctrl+s')
        program.wait_until('the arc', lambda: list(Song(path).arrangement.iter(
            NAMESPACE + 'arc')))
        before = read_file(path)
        levels = list_levels(Song(path))
        program.press('ctrl+shift+F7')
        program.wait('label', 'Follow the arc of energy')
        # Enter ends nothing while it is measured.
        program.press('Return')
        lines = wait_lines(program)
        assert lines, 'nothing is offered'
        assert all(', meant ' in line.label for line in lines), [line.label for line in lines]
        program.hands.ask('keydown', 'h')
        program.wait('button', 'Stop')
        program.hands.ask('keyup', 'h')
        program.wait('button', 'Play')
        # Left alone, nothing has changed.
        program.press('Escape')
        program.wait_gone('label', 'Follow the arc of energy')
        program.press('ctrl+s')
        program.wait_until('the file as it was', lambda: read_file(path) == before)
        leaves_out(program)
        # What was measured once is there at once.
        program.press('ctrl+shift+F7')
        lines = wait_lines(program)
        changed = [line.label.split(':')[0] for line in lines]
        program.press('ctrl+Return')
        program.wait_gone('label', 'Follow the arc of energy')
        program.press('ctrl+s')
        program.wait_until('other levels', lambda: list_levels(Song(path)) != levels)
        after = list_levels(Song(path))
        assert any(after[key] != levels[key] and key[1] in changed for key in after), changed
        program.press('ctrl+z', 'ctrl+s')
        program.wait_until('the file as it was', lambda: read_file(path) == before)
        program.quit()


def read_changes(lines):
    """What the lines say of levels: for each layer and section the new one."""
    changes = {}
    for line in lines:
        section, sentence = line.label.split(': ', 1)
        for layer, level in re.findall(r'(?:^|, )([^,;]+?) \d+ → (\d+)', sentence.split('. ')[0]):
            changes[layer, section] = int(level)
    return changes


def propose(program):
    program.press('ctrl+shift+F7')
    lines = wait_lines(program)
    program.wait_focus(lambda text: ', meant ' in text, 'checkbox')
    return read_changes(lines)


def is_pinned(path, layer, section):
    song = Song(path)
    layer_id = next(node.get('id') for node in song.layers if node.get('name') == layer)
    part, _ = song.get_section(section).find_part(layer_id)
    return part.get('pinned') == 'yes'


@case('a pinned part survives, and the keyboard is enough', arcs_shown='true')
def survives(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        lay_shape(program, 'Steady climb')
        layer, section = next(iter(propose(program)))
        program.press('Escape')
        program.wait_gone('label', 'Follow the arc of energy')
        place = f'{layer}, {section}, '
        program.click(program.wait('grid cell', lambda text: text.startswith(place)))
        program.press('k')
        program.wait('grid cell', lambda text: text.startswith(place) and text.endswith(', pinned'))
        program.press('ctrl+s')
        program.wait_until('the pin', lambda: is_pinned(path, layer, section))
        program.quit()
    before = read_file(path)
    levels = list_levels(Song(path))
    with stage.start(path) as program:
        program.wait('list', 'Arc: Energy')
        changes = propose(program)
        assert changes, 'nothing is offered'
        assert (layer, section) not in changes, changes
        program.press('ctrl+Return')
        program.wait_gone('label', 'Follow the arc of energy')
        program.press('ctrl+s')
        program.wait_until('other levels', lambda: list_levels(Song(path)) != levels)
        after = list_levels(Song(path))
        assert after[layer, section] == levels[layer, section]
        assert is_pinned(path, layer, section)
        # What was said is what is in the file, and one step.
        assert all(after[key] == level for key, level in changes.items()), (changes, after)
        program.click(program.find('button', 'History'))
        program.wait_focus(lambda _: True, 'list item')
        steps = [item.label for item in program.window.find_all('list item')]
        assert len([step for step in steps if step.startswith('Follow the arc')]) == 1, steps
        program.press('Escape', 'ctrl+z', 'ctrl+s')
        program.wait_until('the file as it was', lambda: read_file(path) == before)
        program.quit()


@case('says that no arc is meant', arcs_shown='true')
def says_without_arc(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('list', 'Arc: Energy')
        program.click(program.wait('button', 'Follow the Arc of Energy'))
        program.wait('label', lambda text: 'Draw its arc first' in text, seconds=60)
        program.press('Escape')
        program.wait_gone('label', 'Follow the arc of energy')
        program.quit()


@case('pinned parts are left alone', arcs_shown='true')
def leaves_pins(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        lay_shape(program, 'Steady climb')
        program.click(program.wait('grid cell', lambda text: text.startswith('Bass, Chorus 1, ')))
        program.press('ctrl+a', 'k')
        program.wait('grid cell', lambda text: text.startswith('Bass, Chorus 1, ')
                     and text.endswith(', pinned'))
        program.press('ctrl+shift+F7')
        program.wait('label', lambda text: text.startswith('No change of levels'), seconds=120)
        assert not program.window.find_all('checkbox')
        program.wait('label', lambda text: ': pinned there: ' in text)
        program.press('Escape')
        program.wait_gone('label', lambda text: text.startswith('No change of levels'))
        program.quit()


if __name__ == '__main__':
    cases.main()
