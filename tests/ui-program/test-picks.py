# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections and layers that are selected here and there, by their heads, and act as one."""

import cases
from cases import case
from song import Song
from timeline import begin_head_drag, click_head, click_layer, list_sections, wait_for_sections

SECTIONS = ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Bridge', 'Chorus 2']


def list_pressed(program):
    """The sections whose heads are selected."""
    heads = [node for node in program.window.find_all('button') if ', bars ' in node.label]
    return sorted((node.label.split(', ')[0] for node in heads if 'pressed' in node.states),
                  key=lambda name: [section for section, _ in list_sections(program)].index(name))


def wait_pressed(program, wanted):
    program.wait_until(f'the selected sections {wanted}', lambda: list_pressed(program) == wanted)


def list_picked(program):
    """The layers whose heads are selected."""
    heads = [node for node in program.window.find_all('row header') if 'selected' in node.states]
    return [node.label.split(', ')[0] for node in sorted(heads, key=lambda node: node.extents[1])]


def wait_picked(program, wanted):
    program.wait_until(f'the selected layers {wanted}', lambda: list_picked(program) == wanted)


def wait_file(program, path, what, condition):
    program.press('ctrl+s')
    program.wait_until(what, lambda: condition(Song(path)))


def pick(program, *names):
    """The first with a click, the others with Ctrl."""
    click_head(program, names[0])
    for name in names[1:]:
        click_head(program, name, holding=('ctrl',))


def tell_levels(song, layer):
    return [song.get_level(layer, name) for name in song.names]


@case('drags sections that are here and there, which come together, and copies them')
def drags_sections(stage):
    path = stage.take_fixture()
    moved = ['Verse 1', 'Verse 2', 'Intro', 'Chorus 1', 'Bridge', 'Chorus 2']
    with stage.start(path) as program:
        pick(program, 'Intro', 'Chorus 1', 'Bridge')
        wait_pressed(program, ['Intro', 'Chorus 1', 'Bridge'])
        click_head(program, 'Bridge', holding=('ctrl',))
        wait_pressed(program, ['Intro', 'Chorus 1'])
        click_head(program, 'Bridge', holding=('ctrl',))
        wait_pressed(program, ['Intro', 'Chorus 1', 'Bridge'])

        begin_head_drag(program, 'Chorus 1', 'Verse 2')
        program.wait(None, 'Move 3 sections')
        wait_for_sections(program, moved)
        program.press('Escape')
        program.hands.end_drag()
        wait_for_sections(program, SECTIONS)
        program.wait_steady()
        begin_head_drag(program, 'Chorus 1', 'Verse 2')
        program.wait(None, 'Move 3 sections')
        program.hands.end_drag()
        wait_file(program, path, 'the sections side by side', lambda song: song.names == moved)
        wait_pressed(program, ['Intro', 'Chorus 1', 'Bridge'])
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        wait_pressed(program, ['Intro', 'Chorus 1', 'Bridge'])

        program.wait_steady()
        begin_head_drag(program, 'Intro', 'Chorus 2', ('ctrl',))
        program.wait(None, lambda text: text.startswith('Copy 3 sections'))
        program.hands.end_drag(('ctrl',))
        wait_file(program, path, 'copies at the end', lambda song: len(song.names) == 9)
        song = Song(path)
        assert song.names[:6] == SECTIONS, song.names
        assert [section.kind for section in song.sections[6:]] == ['intro', 'chorus', 'bridge']
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        program.quit()


@case('changes, moves and deletes sections that are here and there, each as one step')
def changes_sections(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        pick(program, 'Intro', 'Bridge')
        wait_pressed(program, ['Intro', 'Bridge'])
        click_head(program, 'Bridge', button=3)
        program.choose('Kind')
        program.choose('Solo')
        wait_file(program, path, 'the kinds', lambda song: [
            section.kind for section in song.sections] ==
            ['solo', 'verse', 'chorus', 'verse', 'solo', 'chorus'])
        wait_pressed(program, [Song(path).names[0], Song(path).names[4]])
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        wait_pressed(program, ['Intro', 'Bridge'])

        program.press('alt+Right')
        wait_for_sections(program, ['Verse 1', 'Intro', 'Chorus 1', 'Verse 2', 'Chorus 2',
                                    'Bridge'])
        program.press('alt+Left')
        wait_for_sections(program, SECTIONS)
        wait_pressed(program, ['Intro', 'Bridge'])

        # The levels of all their parts, and of none between.
        program.press('ctrl+Up')
        wait_file(program, path, 'the levels', lambda song: song.get_level('Strings', 'Bridge') == 5)
        assert tell_levels(Song(path), 'Acoustic') == [4, 5, 7, 5, 0, 7]
        assert tell_levels(Song(path), 'Bass') == [0, 5, 8, 5, 4, 8]

        program.press('ctrl+d')
        program.wait_until('eight sections', lambda: len(list_sections(program)) == 8)
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        wait_pressed(program, ['Intro', 'Bridge'])
        program.press('Delete')
        wait_for_sections(program, ['Verse 1', 'Chorus 1', 'Verse 2', 'Chorus 2'])
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        program.press('ctrl+j')
        program.wait('label', lambda text: text.startswith('What is selected lies here and there.'))
        wait_for_sections(program, SECTIONS)
        program.quit()


@case('picks heads with the keyboard alone')
def picks_by_keys(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Intro')
        wait_pressed(program, ['Intro'])
        program.press('alt+shift+Right', 'alt+shift+Right')
        program.wait_focus(lambda label: label.startswith('Chorus 1, '))
        wait_pressed(program, ['Intro'])
        program.press('ctrl+space')
        wait_pressed(program, ['Intro', 'Chorus 1'])
        program.press('Delete')
        wait_for_sections(program, ['Verse 1', 'Verse 2', 'Bridge', 'Chorus 2'])
        program.press('ctrl+z')
        wait_pressed(program, ['Intro', 'Chorus 1'])

        click_layer(program, 'Drums')
        wait_picked(program, ['Drums'])
        wait_pressed(program, [])
        program.press('alt+shift+Down', 'alt+shift+Down', 'alt+shift+Down')
        program.wait_focus(lambda label: label.startswith('Strings, '))
        program.press('ctrl+space')
        wait_picked(program, ['Drums', 'Strings'])
        program.press('m')
        wait_file(program, path, 'both muted', lambda song: [
            layer.get('muted') for layer in song.layers] == ['yes', None, None, 'yes'])
        # A cell is of another sort; its heads only tell where it is.
        program.press('Down')
        wait_picked(program, ['Strings'])
        program.press('Right')
        wait_picked(program, [])
        wait_pressed(program, [])
        program.quit()


@case('drags, groups, colours and deletes layers that are here and there')
def changes_layers(stage):
    path = stage.take_fixture()
    names = ['Drums', 'Bass', 'Acoustic', 'Strings']
    with stage.start(path) as program:
        click_layer(program, 'Drums')
        click_layer(program, 'Acoustic', holding=('ctrl',))
        wait_picked(program, ['Drums', 'Acoustic'])
        # On a button of a head it is the same: nothing is muted.
        program.click(program.wait(label='Mute Strings'), holding=('ctrl',))
        wait_picked(program, ['Drums', 'Acoustic', 'Strings'])
        program.click(program.wait(label='Mute Strings'), holding=('ctrl',))
        wait_picked(program, ['Drums', 'Acoustic'])

        program.wait_steady()
        x, y = program.place_in(program.wait('row header', lambda label:
                                             label.startswith('Drums, ')), 0.3)
        program.hands.begin_drag(x, y, *program.place_in(program.wait(
            'row header', lambda label: label.startswith('Strings, ')), 0.3, 0.8))
        program.wait(None, 'Move 2 layers')
        program.hands.end_drag()
        wait_file(program, path, 'the layers below', lambda song: song.layer_names ==
                  ['Bass', 'Strings', 'Drums', 'Acoustic'])
        wait_picked(program, ['Drums', 'Acoustic'])
        program.press('ctrl+z')
        wait_file(program, path, 'the layers as before', lambda song: song.layer_names == names)
        wait_picked(program, ['Drums', 'Acoustic'])

        click_layer(program, 'Acoustic', button=3)
        program.choose('Colour')
        program.choose('Teal')
        wait_file(program, path, 'the colours', lambda song: [
            layer.get('colour') for layer in song.layers] == ['teal', None, 'teal', None])
        wait_picked(program, ['Drums', 'Acoustic'])

        program.press('ctrl+g')
        program.wait('text box', 'Name of the group')
        program.type('Outer')
        program.press('Return')
        wait_file(program, path, 'the group', lambda song: [
            (layer.get('name'), layer.get('group')) for layer in song.layers] ==
            [('Drums', 'Outer'), ('Acoustic', 'Outer'), ('Bass', None), ('Strings', None)])
        # The head of a group stands for all its layers, open or folded.
        band = program.wait('row header', lambda label: label.startswith('Group Outer, '))
        click_layer(program, 'Strings')
        wait_picked(program, ['Strings'])
        program.click(band, holding=('ctrl',))
        wait_picked(program, ['Group Outer', 'Drums', 'Acoustic', 'Strings'])
        program.click(band, holding=('ctrl',))
        wait_picked(program, ['Strings'])
        click_layer(program, 'Drums')
        click_layer(program, 'Acoustic', holding=('ctrl',))
        program.press('ctrl+z', 'ctrl+z')
        program.press('ctrl+d')
        wait_file(program, path, 'two copies', lambda song: len(song.layers) == 6)
        program.press('ctrl+z')
        program.press('Delete')
        wait_file(program, path, 'two layers', lambda song: song.layer_names ==
                  ['Bass', 'Strings'])
        program.press('ctrl+z')
        wait_file(program, path, 'all as it was', lambda song: song.layer_names == names and
                  all(layer.get('colour') is None for layer in song.layers))
        program.quit()


@case('tells in the inspector what several sections have in common, and changes all',
      inspector_shown='true')
def inspects_several(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        pick(program, 'Intro', 'Bridge')
        wait_pressed(program, ['Intro', 'Bridge'])
        program.wait('label', '2 Sections')
        program.wait('button', '2 Sections')
        program.wait('label', 'Intro, Bridge')
        program.wait('label', 'Not the same in all of them')
        program.wait('label', '4 to 6')
        click_head(program, 'Chorus 2', holding=('ctrl',))
        program.wait('label', '3 Sections')
        program.wait('label', '4 to 8')
        tempo = program.wait('text box', 'Tempo')
        program.scroll_to(tempo)
        program.retype(tempo, '80')
        wait_file(program, path, 'the tempi', lambda song: [
            section.element.get('tempo') for section in song.sections] ==
            ['80', None, None, None, '80', '80'])
        wait_pressed(program, ['Intro', 'Bridge', 'Chorus 2'])
        click_head(program, 'Intro')
        program.wait('label', lambda text: text.startswith('Bars 1 to 4'))
        program.press('ctrl+z')
        wait_pressed(program, ['Intro', 'Bridge', 'Chorus 2'])
        program.quit()


@case('does a move of the bar to all sections that are picked, or says why not')
def moves_several(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        pick(program, 'Verse 1', 'Bridge')
        wait_pressed(program, ['Verse 1', 'Bridge'])
        lift = program.wait('button', 'Lift')
        program.hands.move(*program.place_in(lift))
        program.wait(None, lambda text: text.endswith(', and 1 more section likewise'))
        program.click(lift)
        wait_file(program, path, 'both lifted', lambda song: (
            song.get_level('Bass', 'Verse 1'), song.get_level('Bass', 'Bridge')) == (7, 5))
        assert Song(path).get_level('Bass', 'Chorus 1') == 8
        wait_pressed(program, ['Verse 1', 'Bridge'])
        program.press('ctrl+z')
        wait_file(program, path, 'both as before', lambda song: (
            song.get_level('Bass', 'Verse 1'), song.get_level('Bass', 'Bridge')) == (5, 3))

        program.click(program.wait('button', 'More Moves'))
        program.click(program.wait('button', 'Join'))
        program.wait('label', lambda text: text.startswith('What is selected lies here and there.'))
        click_head(program, 'Chorus 1')
        click_head(program, 'Verse 2', holding=('ctrl',))
        wait_pressed(program, ['Chorus 1', 'Verse 2'])
        program.click(program.wait('button', 'Join'))
        wait_for_sections(program, ['Intro', 'Verse 1', 'Chorus 1', 'Bridge', 'Chorus 2'])
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)

        # Whose parts would change places is not said by parts of two layers.
        program.click(program.wait('grid cell', lambda label: label.startswith('Bass, Verse 1, ')))
        program.click(program.wait('grid cell', lambda label: label.startswith('Drums, Bridge, ')),
                      holding=('ctrl',))
        program.click(program.wait('button', 'Swap'))
        program.wait('label', lambda text: text.startswith('Parts of several layers are selected'))
        program.quit()


if __name__ == '__main__':
    cases.main()
