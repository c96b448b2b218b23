# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts by hand: several at once, their levels, in and out, pinned."""

import cases
from cases import case, read_file
from cells import click_cell, drag, place, place_sign, save, wait_cell, wait_level, wait_selected
from song import Song
from timeline import click_head, click_layer


@case('the inspector tells levels that differ, and makes them one', inspector_shown='true')
def mixed_levels(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Verse 1')
        slider = program.wait_until('the level of the bass', lambda: next(
            (found for found in program.window.find_all('slider', 'Level')
             if found.extents[2] > 0 and found.value == 5), None))
        program.press('shift+Right', 'shift+Up')
        wait_selected(program, 4)
        # Drums 4 and 8, Bass 5 and 8
        program.wait('label', '4 to 8')
        program.press('ctrl+Up')
        program.wait('label', '5 to 9')
        program.click(slider)
        program.wait_gone('label', '5 to 9')
        program.wait_until('one level in all of them', lambda: slider.value > 0 and all(
            f', level {slider.value:.0f} of 10' in cell.label
            for cell in program.window.find_all('grid cell')
            if 'selected' in cell.states))
        program.press('ctrl+z')
        program.wait('label', '5 to 9')
        program.press('ctrl+z')
        program.wait('label', '4 to 8')
        program.quit()


@case('several parts have one level, as one step')
def several_have_one_level(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Intro')
        program.press('shift+Right', 'shift+Right', 'shift+Down')
        wait_selected(program, 6)
        program.press('5', '9')
        wait_level(program, 'Acoustic', 'Chorus 1', 9)
        save(program, path, lambda song: song.get_level('Bass', 'Intro') == 9)
        song = Song(path)
        assert [song.get_level(layer, section) for layer in ('Bass', 'Acoustic')
                for section in ('Intro', 'Verse 1', 'Chorus 1')] == [9] * 6
        assert song.get_level('Drums', 'Chorus 1') == 8
        program.press('ctrl+z')
        wait_level(program, 'Bass', 'Intro', 0)
        wait_selected(program, 6)
        program.press('Delete')
        wait_level(program, 'Acoustic', 'Chorus 1', 0)
        wait_level(program, 'Bass', 'Verse 1', 0)
        program.press('ctrl+z', 'Escape')
        wait_selected(program, 1)
        program.press('ctrl+a')
        wait_selected(program, 24)
        click_cell(program, 'Drums', 'Bridge')
        wait_selected(program, 1)
        click_cell(program, 'Strings', 'Bridge', holding=('shift',))
        wait_selected(program, 4)
        program.press('Return')
        wait_level(program, 'Bass', 'Bridge', 0)
        program.press('Return')
        wait_level(program, 'Bass', 'Bridge', 3)
        wait_level(program, 'Drums', 'Bridge', 0)
        program.press('ctrl+z', 'ctrl+z')
        wait_level(program, 'Bass', 'Bridge', 3)
        program.press('ctrl+s')
        program.wait_until('the file as it was', lambda: read_file(path) == before)
        program.quit()


@case('parts here and there are selected and changed as one')
def here_and_there(stage):
    path = stage.take_fixture()
    before = Song(path)
    with stage.start(path) as program:
        click_cell(program, 'Drums', 'Verse 1')
        wait_selected(program, 1)
        click_cell(program, 'Bass', 'Chorus 1', holding=('ctrl',))
        wait_selected(program, 2)
        click_cell(program, 'Strings', 'Bridge', holding=('ctrl',))
        wait_selected(program, 3)
        program.press('9')
        for layer, section in (('Drums', 'Verse 1'), ('Bass', 'Chorus 1'), ('Strings', 'Bridge')):
            wait_level(program, layer, section, 9)
        save(program, path, lambda song: song.get_level('Strings', 'Bridge') == 9)
        song = Song(path)
        for layer, section in (('Bass', 'Verse 1'), ('Drums', 'Chorus 1'), ('Acoustic', 'Bridge'),
                               ('Strings', 'Chorus 1'), ('Acoustic', 'Chorus 1')):
            assert song.get_level(layer, section) == before.get_level(layer, section), section

        # The state of the selection comes back, too.
        program.press('Escape')
        wait_selected(program, 1)
        program.press('ctrl+z')
        wait_selected(program, 3)
        wait_level(program, 'Bass', 'Chorus 1', 8)

        # By keyboard: the focus goes on alone, Ctrl+Space takes away and adds.
        click_cell(program, 'Drums', 'Verse 1')
        wait_selected(program, 1)
        program.press('alt+shift+Right', 'alt+shift+Down')
        program.wait_focus(lambda label: label.startswith('Bass, Chorus 1, '))
        wait_selected(program, 1)
        program.press('ctrl+space')
        wait_selected(program, 2)
        program.press('Delete')
        wait_level(program, 'Bass', 'Chorus 1', 0)
        wait_level(program, 'Drums', 'Verse 1', 0)
        wait_level(program, 'Drums', 'Chorus 1', 8)
        program.press('ctrl+z')
        wait_level(program, 'Bass', 'Chorus 1', 8)
        click_cell(program, 'Bass', 'Chorus 1', holding=('ctrl',))
        wait_selected(program, 1)
        program.quit()


@case('parts here and there are turned and copied as one')
def here_and_there_by_hand(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Drums', 'Chorus 1')
        wait_selected(program, 1)
        click_cell(program, 'Acoustic', 'Chorus 1', holding=('ctrl',))
        wait_selected(program, 2)
        program.hands.turn_wheel(*place(program, 'Drums', 'Chorus 1'), 2)
        wait_level(program, 'Drums', 'Chorus 1', 6)
        wait_level(program, 'Acoustic', 'Chorus 1', 5)
        wait_level(program, 'Bass', 'Chorus 1', 8)

        # A copy leaves alone what lies between them.
        drag(program, ('Acoustic', 'Chorus 1'), ('Acoustic', 'Bridge'), ('ctrl',))
        program.hands.end_drag(('ctrl',))
        wait_level(program, 'Acoustic', 'Bridge', 5)
        wait_level(program, 'Drums', 'Bridge', 6)
        save(program, path, lambda song: song.get_level('Drums', 'Bridge') == 6)
        assert Song(path).get_level('Bass', 'Bridge') == 3

        # What can't be done with them is said, and nothing is done.
        program.press('ctrl+c', 'ctrl+v')
        program.wait('label', lambda text: text.startswith('What is selected lies here and there.'))
        save(program, path, lambda song: song.get_level('Drums', 'Bridge') == 6)
        program.quit()


@case('the wheel turns the levels of what is selected')
def wheel_turns_levels(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Drums', 'Chorus 1')
        click_cell(program, 'Acoustic', 'Chorus 1', holding=('shift',))
        at = place(program, 'Bass', 'Chorus 1')
        program.hands.turn_wheel(*at, 2)
        wait_level(program, 'Drums', 'Chorus 1', 6)
        wait_level(program, 'Acoustic', 'Chorus 1', 5)
        # Down to nothing and up again: how far apart they were is not forgotten.
        program.hands.turn_wheel(*at, 5)
        wait_level(program, 'Acoustic', 'Chorus 1', 0)
        program.hands.turn_wheel(*at, -6)
        wait_level(program, 'Acoustic', 'Chorus 1', 6)
        wait_level(program, 'Bass', 'Chorus 1', 7)
        program.hands.turn_wheel(*at, 3, holding=('alt',))
        wait_level(program, 'Bass', 'Chorus 1', 4)
        wait_level(program, 'Acoustic', 'Chorus 1', 3)
        program.hands.turn_wheel(*place(program, 'Bass', 'Bridge'), 3)
        wait_level(program, 'Bass', 'Bridge', 3)
        program.press('ctrl+z', 'ctrl+z')
        wait_level(program, 'Drums', 'Chorus 1', 8)
        program.press('ctrl+Up')
        wait_level(program, 'Drums', 'Chorus 1', 9)
        wait_level(program, 'Bass', 'Chorus 1', 9)
        program.press('slash', 'slash', 'slash')
        wait_level(program, 'Drums', 'Chorus 1', 6)
        save(program, path, lambda song: song.get_level('Acoustic', 'Chorus 1') == 5)
        # Over everything else it scrolls.
        program.hands.resize_window(program.hands.find_windows(program.process.pid)[0], 700, 420)
        program.wait_steady()
        click_cell(program, 'Drums', 'Verse 1')
        program.hands.turn_wheel(*place(program, 'Bass', 'Verse 1', down=0.2), 3)
        program.wait_gone('row header', lambda label: label.startswith('Drums'))
        save(program, path, lambda song: song.get_level('Bass', 'Verse 1') == 5)
        program.quit()


@case('a click on what is selected, or on its sign, takes it out and lets it in')
def clicks_toggle(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.hands.click(*place(program, 'Drums', 'Chorus 1', 0.3))
        wait_selected(program, 1)
        wait_level(program, 'Drums', 'Chorus 1', 8)
        program.hands.click(*place(program, 'Drums', 'Chorus 1', 0.6))
        wait_level(program, 'Drums', 'Chorus 1', 0)
        # The second half of a double click does not take back what the first did.
        program.hands.click(*place(program, 'Drums', 'Chorus 1', 0.4), times=2)
        wait_level(program, 'Drums', 'Chorus 1', 8)
        program.hands.click(*place(program, 'Strings', 'Bridge', 0.3))
        click_cell(program, 'Bass', 'Bridge', holding=('shift',))
        wait_selected(program, 3)
        program.hands.click(*place(program, 'Bass', 'Bridge', 0.7))
        wait_selected(program, 1)
        wait_level(program, 'Bass', 'Bridge', 3)
        # The sign, in the upper right corner of a cell that is not selected.
        program.hands.click(*place_sign(program, 'Acoustic', 'Verse 1'))
        wait_level(program, 'Acoustic', 'Verse 1', 0)
        wait_selected(program, 1)
        program.hands.click(*place(program, 'Bass', 'Bridge', 0.5))
        wait_selected(program, 1)
        program.hands.click(*place_sign(program, 'Drums', 'Bridge'))
        wait_level(program, 'Drums', 'Bridge', 5)
        # In the middle of a cell that has no room for it beside, there is none.
        x, y, width, _ = program.locate(wait_cell(program, 'Acoustic', 'Intro'))
        assert 52 <= width < 66, width
        program.hands.click(x + width / 2, y + 14)
        program.wait_until('the cell to be selected', lambda: 'selected' in wait_cell(
            program, 'Acoustic', 'Intro').states)
        wait_level(program, 'Acoustic', 'Intro', 3)
        save(program, path, lambda song: song.get_level('Acoustic', 'Verse 1') == 0)
        song = Song(path)
        assert song.get_level('Drums', 'Chorus 1') == 8
        assert song.get_level('Bass', 'Bridge') == 3
        program.quit()


@case('levels rise over a selection')
def levels_rise(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Acoustic', 'Intro')
        program.press('shift+Right', 'shift+Right', 'r')
        wait_level(program, 'Acoustic', 'Verse 1', 5)
        program.press('shift+Left', '2', 'shift+Right', 'r')
        wait_level(program, 'Acoustic', 'Verse 1', 5)
        program.press('ctrl+z')
        wait_level(program, 'Acoustic', 'Verse 1', 2)
        program.press('less', 'less')
        wait_level(program, 'Acoustic', 'Chorus 1', 9)
        wait_level(program, 'Acoustic', 'Verse 1', 3)
        wait_level(program, 'Acoustic', 'Intro', 2)
        drag(program, ('Acoustic', 'Chorus 1'), 7 * 4, ('ctrl', 'shift'))
        wait_level(program, 'Acoustic', 'Chorus 1', 5)
        wait_level(program, 'Acoustic', 'Verse 1', 1)
        program.hands.end_drag(('ctrl', 'shift'))
        save(program, path, lambda song: song.get_level('Acoustic', 'Chorus 1') == 5)
        assert Song(path).get_level('Acoustic', 'Intro') == 2
        program.quit()


@case('parts are pinned and unpinned')
def pins(stage):
    path = stage.take_fixture()

    def wait_pinned(layer, section, pinned):
        program.wait('grid cell', lambda label: label.startswith(f'{layer}, {section}, ')
                     and label.endswith(', pinned') == pinned)

    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Verse 1')
        program.press('k')
        wait_pinned('Bass', 'Verse 1', True)
        # Those of a whole section: what follows it is pinned with it.
        click_head(program, 'Chorus 1')
        program.press('k')
        wait_pinned('Drums', 'Chorus 1', True)
        wait_pinned('Strings', 'Chorus 1', True)
        click_layer(program, 'Bass')
        program.press('k')
        wait_pinned('Bass', 'Intro', True)
        program.press('k')
        wait_pinned('Bass', 'Intro', False)
        wait_pinned('Bass', 'Verse 1', False)
        wait_pinned('Drums', 'Chorus 1', True)
        save(program, path, lambda song: 'pinned="yes"' in read_file(path).decode())
        program.press('ctrl+z', 'ctrl+z', 'ctrl+z')
        wait_pinned('Drums', 'Chorus 1', False)
        wait_pinned('Bass', 'Verse 1', True)
        program.quit()


if __name__ == '__main__':
    cases.main()
