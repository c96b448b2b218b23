# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector on sound: rooms, groove, tone, transitions, styles; each one step to undo."""

import os

import cases
from cases import case, read_file
from song import NAMESPACE, Song
from timeline import click_head, click_layer, find_head


def save_until(program, read, wanted):
    """Saves, and waits until what is read of the file is what is wanted."""
    program.press('ctrl+s')
    found = None

    def look():
        nonlocal found
        found = read()
        return found == wanted

    program.wait_until(lambda: f'{wanted} in the file; it says {found}', look)


def list_stated(element, *names):
    return {name: element.get(name) for name in names}


def find_row(program, role, label, page=0):
    """What changes a value; the pages for song, section, layer and part may each have one."""
    def look():
        found = program.window.find_all(role, lambda text: text.startswith(label))
        return found[page] if len(found) > page else None
    return program.wait_until(f'the {role} of {label}', look)


def choose(program, label, wanted, page=0):
    """Takes another entry of a drop-down."""
    row = find_row(program, 'combo box', label, page)
    program.scroll_to(row)
    program.click(row)
    program.hands.move(*program.place_in(find_head(program, 'Intro')))
    program.wait_steady()

    def go_on():
        focused = program.find_focused()
        if focused is not None and focused.find('label', wanted) is not None:
            return True
        program.press('Down')
        return False

    program.wait_until(f'the cursor on “{wanted}”', go_on)
    program.press('Return')
    program.wait_steady()


@case('gives a layer a place and a tone')
def places_layer(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_layer(program, 'Bass')
        for label, keys in (('Pan', ['Right'] * 4), ('Distance', ['Right'] * 3),
                            ('Tone', ['Left'] * 2), ('Width', ['Right'] * 2)):
            slider = find_row(program, 'slider', label)
            program.scroll_to(slider)
            program.click(slider)
            program.press('Home', 'End', *keys)
            program.press(*['Left'] * 8)
        save_until(program, lambda: list_stated(Song(path).layers[1], 'pan', 'distance', 'tone',
                                                'width'),
                   {'pan': '0.6', 'distance': '0.6', 'tone': '0.5', 'width': '1.6'})
        program.press('ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z')
        save_until(program, lambda: Song(path).layers[1].get('tone'), None)
        program.quit()


@case('states a groove and takes it back')
def states_groove(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_layer(program, 'Bass')
        swing = find_row(program, 'spin button', 'Swing', 1)
        program.retype(swing, '62')
        save_until(program, lambda: Song(path).layers[1].get('swing'), '62')
        undo = find_row(program, 'button', 'Swing: As the style')
        program.scroll_to(undo)
        program.click(undo)
        save_until(program, lambda: Song(path).layers[1].get('swing'), None)
        program.quit()


@case('puts a section into another room')
def changes_section(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        choose(program, 'Space', 'Hall', 1)
        choose(program, 'Dynamics', 'Swell')
        choose(program, 'Way out', 'Stop')
        program.retype(find_row(program, 'spin button', 'Beats of it'), '2')
        save_until(program, lambda: list_stated(Song(path).get_section('Bridge').element, 'space',
                                                'dynamics', 'transition', 'transition-beats'),
                   {'space': 'hall', 'dynamics': 'swell', 'transition': 'stop',
                    'transition-beats': '2'})
        click_head(program, 'Bridge')
        program.press('ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z')
        save_until(program, lambda: Song(path).get_section('Bridge').element.get('space'), None)
        program.quit()


@case('lets a style be heard before it is chosen')
def chooses_style(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        button = find_row(program, 'button', 'Style: ', 1)
        program.scroll_to(button)
        program.click(button)
        program.wait_steady()
        program.type('soul')
        program.wait('button', 'Listen to Soul')
        program.press('Tab', 'Tab', 'space')
        program.wait('button', 'Stop')
        program.press('space')
        program.wait('button', 'Play')
        assert read_file(path) == before
        program.press('shift+Tab', 'Return')
        program.wait('button', lambda label: label.startswith('Style: Soul'))
        save_until(program, lambda: Song(path).get_section('Bridge').element.get('style'), 'soul')
        program.quit()


@case('tells how a meter is adapted')
def tells_of_meters(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        meter = program.wait_until('the meter of the bridge', lambda: next(
            (entry for entry in program.window.find_all('text box', 'Meter')
             if entry.text == ''), None))
        program.retype(meter, '7/8')
        program.wait('label', lambda label: label.startswith('Adapted to 7/8'))
        # The way back to the song is at the top of the page.
        program.hands.turn_wheel(*program.place_in(meter), -30)
        program.wait_steady()
        program.click(program.wait('button', 'Song'))
        program.wait('label', lambda label: label.startswith('Bridge: ') and '7/8' in label)
        program.press('ctrl+z')
        program.wait_gone('label', lambda label: label.startswith('Bridge: ') and '7/8' in label)
        program.quit()


@case('types marks of chords')
def marks_chords(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        entry = program.wait_until('the chords of the bridge', lambda: next(
            (entry for entry in program.window.find_all('text box', 'Chords') if 'Am' in entry.text),
            None))
        program.retype(entry, '>Em | <C> | ^G Bm | %')
        program.wait_until('the marks to be read', lambda: 'chords Push Em Hold C Stab G Bm' in
                           find_head(program, 'Bridge').label)
        save_until(program, lambda: [
            chord.get('mark') for chord in
            Song(path).get_section('Bridge').element.iter(NAMESPACE + 'chord')][:4],
                   ['push', 'hold', 'stab', None])
        program.quit()


@case('says what is missing of what it plays with')
def says_what_is_missing(stage):
    path = stage.take_fixture()
    text = read_file(path).replace(b'<project ', b'<project soundfont="Nowhere.sf2" ', 1)
    with open(path, 'wb') as file:
        file.write(text)
    folder = os.path.join(stage.desk.environment['XDG_DATA_HOME'], 'maquette', 'styles')
    os.makedirs(folder)
    with open(os.path.join(folder, 'broken.xml'), 'w', encoding='utf-8') as file:
        file.write('<style>\n<nonsense/>\n</style>\n')
    with stage.start(path) as program:
        program.wait('label', lambda label: 'SoundFont “Nowhere.sf2”' in label)
        program.press('ctrl+comma')
        program.wait('label', lambda label: 'broken.xml:' in label)
        program.press('Escape')
        program.quit()


if __name__ == '__main__':
    cases.main()
