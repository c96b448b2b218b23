# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts dragged: painted in and out, their ends, copies, what is cut and kept."""

import cases
from cases import case
from cells import click_cell, drag, place, save, wait_level, wait_selected
from song import Song
from timeline import click_head, click_layer


@case('paints in and out along the rows')
def paints(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        drag(program, ('Strings', 'Intro'), ('Strings', 'Verse 2'))
        wait_level(program, 'Strings', 'Intro', 6)
        wait_level(program, 'Strings', 'Verse 2', 6)
        program.wait('label', 'Strings into 4 sections')
        program.hands.press('Escape')
        program.wait_gone('label', 'Strings into 4 sections')
        wait_level(program, 'Strings', 'Intro', 0)
        program.hands.end_drag()
        drag(program, ('Bass', 'Verse 2'), ('Acoustic', 'Chorus 1'))
        wait_level(program, 'Acoustic', 'Chorus 1', 0)
        program.hands.end_drag()
        wait_selected(program, 4)
        save(program, path, lambda song: song.get_level('Bass', 'Verse 2') == 0)
        song = Song(path)
        assert song.get_level('Acoustic', 'Chorus 1') == 0
        assert song.get_level('Bass', 'Verse 1') == 5
        program.press('ctrl+z')
        wait_level(program, 'Bass', 'Chorus 1', 8)
        # Up and down stays the level, of all that is selected.
        click_cell(program, 'Bass', 'Chorus 1')
        program.press('shift+Down')
        drag(program, ('Acoustic', 'Chorus 1'), 7 * 2)
        wait_level(program, 'Acoustic', 'Chorus 1', 5)
        wait_level(program, 'Bass', 'Chorus 1', 6)
        program.hands.end_drag()
        # At the border it takes the view along.
        click_cell(program, 'Strings', 'Intro')
        program.press(*['ctrl+plus'] * 7, 'Up', 'Down')
        program.wait_gone('grid cell', lambda label: label.startswith('Strings, Verse 2, '))
        program.wait_steady()
        x, y = place(program, 'Strings', 'Intro', 0.3)
        border = program.place_in(program.wait(
            'scroll bar', lambda label: label.startswith('Overview')), 1.0)[0]
        program.hands.begin_drag(x, y, border - 6, y)
        # to the end: on its way there it stops nowhere
        program.wait('label', 'Strings into 6 sections')
        program.hands.end_drag()
        save(program, path, lambda song: song.get_level('Strings', 'Verse 2') == 6)
        program.quit()


@case('a folded group is held as a whole')
def holds_groups(stage):
    path = stage.take_fixture()
    with open(path, encoding='utf-8') as file:
        text = file.read()
    for role in ('role="drums"/>', 'role="bass"/>'):
        text = text.replace(role, role[:-2] + ' group="Rhythm"/>')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Chorus 1')
        program.press('f')
        program.wait('grid cell', lambda label: label.startswith('Rhythm, Chorus 1, '))
        click_cell(program, 'Rhythm', 'Chorus 1')
        program.press('3')
        save(program, path, lambda song: song.get_level('Drums', 'Chorus 1') == 3)
        assert Song(path).get_level('Bass', 'Chorus 1') == 3
        click_cell(program, 'Acoustic', 'Chorus 1')
        program.press('shift+Up', '6')
        save(program, path, lambda song: song.get_level('Drums', 'Chorus 1') == 6)
        assert Song(path).get_level('Bass', 'Chorus 1') == 6
        assert Song(path).get_level('Acoustic', 'Chorus 1') == 6
        click_cell(program, 'Rhythm', 'Bridge')
        program.press('shift+Down', '2')
        save(program, path, lambda song: song.get_level('Acoustic', 'Bridge') == 2)
        assert Song(path).get_level('Bass', 'Bridge') == 2
        drag(program, ('Acoustic', 'Verse 1'), ('Rhythm', 'Chorus 1'))
        program.hands.end_drag()
        save(program, path, lambda song: song.get_level('Acoustic', 'Verse 1') == 0)
        song = Song(path)
        assert [song.get_level(layer, section) for layer in ('Drums', 'Bass', 'Acoustic')
                for section in ('Verse 1', 'Chorus 1')] == [0] * 6
        program.quit()


@case('drags where a part begins and ends')
def drags_ends(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        drag(program, ('Bass', 'Chorus 1', 0.008), ('Bass', 'Chorus 1', 0.5))
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10, enters in bar 17')
        program.hands.press('Escape')
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10')
        program.hands.end_drag()
        click_cell(program, 'Drums', 'Chorus 1')
        program.press('shift+Down', 'shift+Down')
        drag(program, ('Bass', 'Chorus 1', 0.008), ('Bass', 'Chorus 1', 0.5))
        program.hands.end_drag()
        for layer in ('Drums', 'Bass', 'Acoustic'):
            program.wait('grid cell', lambda label, start=f'{layer}, Chorus 1, ':
                         label.startswith(start) and label.endswith('enters in bar 17'))
        drag(program, ('Bass', 'Chorus 1', 0.992), ('Bass', 'Chorus 1', 0.76))
        program.hands.end_drag()
        program.wait('grid cell', lambda label: label.startswith('Drums, Chorus 1, ')
                     and label.endswith('enters in bar 17, leaves in bar 19'))
        save(program, path, lambda song: song.get_section('Chorus 1').find_part('a1')[0]
             .get('to') == '6')
        program.press('ctrl+Left', 'ctrl+shift+Right')
        for layer in ('Drums', 'Acoustic'):
            program.wait('grid cell', lambda label, start=f'{layer}, Chorus 1, ':
                         label.startswith(start)
                         and label.endswith('enters in bar 16, leaves in bar 20'))
        click_cell(program, 'Drums', 'Verse 2')
        program.press('shift+Down', '1')
        program.wait('grid cell', lambda label: label.startswith('Bass, Verse 2, ')
                     and label.endswith('level 1 of 10'))
        program.hands.click(*place(program, 'Drums', 'Verse 2'), button=3)
        program.choose('Take Over from Followed Section')
        for layer in ('Drums', 'Bass'):
            program.wait('grid cell', lambda label, start=f'{layer}, Verse 2, ':
                         label.startswith(start) and label.endswith('taken over'))
        program.quit()


@case('copies parts to other sections and layers')
def copies(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        drag(program, ('Strings', 'Chorus 1'), ('Bass', 'Intro'), ('ctrl',))
        program.wait('grid cell', lambda label: label.startswith('Bass, Intro, ')
                     and label.endswith('level 6 of 10, motif tide'))
        program.hands.end_drag(('ctrl',))
        click_cell(program, 'Drums', 'Verse 1')
        program.press('shift+Down')
        drag(program, ('Bass', 'Verse 1'), ('Bass', 'Bridge'), ('ctrl',))
        program.hands.end_drag(('ctrl',))
        program.wait('grid cell', 'Drums, Bridge, bars 29 to 34, level 4 of 10, enters in bar 33')
        wait_level(program, 'Bass', 'Bridge', 5)
        save(program, path, lambda song: song.get_level('Bass', 'Bridge') == 5)
        assert Song(path).get_level('Bass', 'Intro') == 6
        program.quit()


@case('cuts, copies and pastes parts')
def pastes(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Chorus 1')
        program.press('shift+Down', 'ctrl+c')
        click_cell(program, 'Drums', 'Intro')
        program.press('ctrl+v')
        wait_level(program, 'Drums', 'Intro', 8)
        wait_level(program, 'Bass', 'Intro', 7)
        wait_selected(program, 2)
        # A block is filled with what was copied, as often as it goes.
        click_cell(program, 'Drums', 'Bridge')
        program.press('shift+Down', 'shift+Down', 'shift+Down', 'ctrl+v')
        wait_level(program, 'Acoustic', 'Bridge', 8)
        wait_level(program, 'Strings', 'Bridge', 7)
        click_cell(program, 'Strings', 'Chorus 1')
        program.press('ctrl+x')
        wait_level(program, 'Strings', 'Chorus 1', 0)
        click_head(program, 'Verse 1')
        program.press('ctrl+v')
        program.wait('grid cell', lambda label: label.startswith('Strings, Verse 1, ')
                     and 'motif tide' in label)
        save(program, path, lambda song: song.get_level('Strings', 'Verse 1') == 6)
        song = Song(path)
        assert [song.get_level(layer, 'Bridge') for layer in song.layer_names] == [8, 7, 8, 7]
        assert song.get_level('Strings', 'Chorus 1') == 0
        program.quit()


@case('keeps only what is selected')
def strips(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Acoustic', 'Verse 1')
        program.press('shift+Right', 'shift+Down', 'shift+Delete')
        wait_level(program, 'Drums', 'Verse 1', 0)
        wait_level(program, 'Bass', 'Chorus 1', 0)
        wait_level(program, 'Acoustic', 'Chorus 1', 7)
        wait_level(program, 'Bass', 'Bridge', 3)
        program.press('ctrl+z')
        wait_level(program, 'Bass', 'Chorus 1', 8)
        click_layer(program, 'Drums')
        program.press('shift+Down', 'm')
        program.wait('row header', lambda label: label.startswith('Bass') and 'muted' in label)
        save(program, path, lambda song: [layer.get('muted') for layer in song.layers]
             == ['yes', 'yes', None, None])
        program.press('Delete')
        program.wait_gone('row header', lambda label: label.startswith('Bass'))
        save(program, path, lambda song: song.layer_names == ['Acoustic', 'Strings'])
        program.press('ctrl+z')
        program.wait('row header', lambda label: label.startswith('Bass'))
        program.quit()


if __name__ == '__main__':
    cases.main()
