# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits by pointer and by keyboard, taken back, done again and saved."""

import cases
from cases import case, looking_for_leaks, read_file
from song import Song
from timeline import (begin_edge_drag, begin_head_drag, click_head, find_head, list_sections,
                      wait_for_sections)


@case('strips a part with the keyboard')
def strips_with_keyboard(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10'))
        program.press('0')
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, out')
        # What follows a section is stripped with it.
        program.wait('grid cell', 'Bass, Chorus 2, bars 35 to 42, out')
        program.press('Left', 'Delete')
        program.wait('grid cell', 'Bass, Verse 1, bars 5 to 12, out')
        program.press('ctrl+z')
        program.wait('grid cell', 'Bass, Verse 1, bars 5 to 12, level 5 of 10')
        program.press('ctrl+z')
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10')
        program.quit()


@case('goes back in a list of what was done')
def goes_back(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10'))
        program.press('4')
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 4 of 10')
        program.press('Down', '0')
        program.wait('grid cell', 'Acoustic, Chorus 1, bars 13 to 20, out')
        program.press('Down', '9')
        program.wait('grid cell', lambda label: 'Strings, Chorus 1' in label and 'level 9' in label)

        def go(label):
            program.click(program.find('button', 'History'))
            program.wait_focus(lambda _: True, 'list item')

            def go_on():
                focused = program.find_focused()
                if focused is not None and label in focused.label:
                    return True
                program.press('Down')
                return False

            program.wait_until(f'the cursor on “{label}”', go_on)
            program.press('Return')

        go('As it was opened')
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10')
        program.wait('grid cell', 'Acoustic, Chorus 1, bars 13 to 20, level 7 of 10')
        program.wait_until('the first cell to be selected again', lambda: 'selected' in program.find(
            'grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10').states)
        go('Acoustic')
        program.wait('grid cell', 'Acoustic, Chorus 1, bars 13 to 20, out')
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 4 of 10')
        program.quit()


@case('strips a part with the pointer')
def strips_with_pointer(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Bridge, bars 29 to 34, level 3 of 10'),
                      times=2)
        program.wait('grid cell', 'Bass, Bridge, bars 29 to 34, out')
        cell = program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 8 of 10')
        x, y = program.place_in(cell)
        program.hands.begin_drag(x, y, x, y + 300)
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, out')
        program.hands.end_drag()
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level('Drums', 'Chorus 1') == 0)
        assert Song(path).get_level('Bass', 'Bridge') == 0
        program.quit()


@case('sets levels')
def sets_levels(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        start = 'Strings, Bridge, bars 29 to 34, '
        program.click(program.wait('grid cell', start + 'level 4 of 10'))
        program.press('7')
        program.wait('grid cell', start + 'level 7 of 10')
        program.press('ctrl+Up', 'ctrl+Up', 'ctrl+Up', 'ctrl+Up')
        program.wait('grid cell', start + 'level 10 of 10')
        program.press('ctrl+Down')
        program.wait('grid cell', start + 'level 9 of 10')
        cell = program.find('grid cell', start + 'level 9 of 10')
        x, y = program.place_in(cell)
        program.hands.begin_drag(x, y, x, y + 28)
        program.wait('grid cell', start + 'level 5 of 10')
        program.hands.press('Escape')
        program.wait('grid cell', start + 'level 9 of 10')
        program.hands.end_drag()
        program.quit()


@case('drags an edge')
def drags_an_edge(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        begin_edge_drag(program, 'Chorus 1', 4)
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 24, level 8 of 10')
        program.hands.press('Escape')
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 8 of 10')
        program.hands.end_drag()

        begin_edge_drag(program, 'Chorus 1', 4)
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 24, level 8 of 10')
        program.hands.end_drag()
        # Everything after it has moved, and what follows it has grown too.
        program.wait('grid cell', 'Bass, Bridge, bars 33 to 38, level 3 of 10')
        program.wait('grid cell', 'Drums, Chorus 2, bars 39 to 50, level 8 of 10, taken over')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_section('Chorus 1').bars == 12)
        assert Song(path).get_section('Chorus 2').place == 'bars 39 to 50'

        program.press('ctrl+z')
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 8 of 10')
        program.press('ctrl+shift+z')
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 24, level 8 of 10')
        program.press('ctrl+z')
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 8 of 10')
        program.press('ctrl+s')
        program.wait_until('the file as it was', lambda: read_file(path) == before)
        program.quit()


@case('gives up a drag when something else is done')
def gives_up_a_drag(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        find_head(program, 'Chorus 2')
        names = [name for name, _ in list_sections(program)]
        rest = [name for name in names if name != 'Chorus 2']
        for begin, to in ((begin_edge_drag, 1), (begin_head_drag, 'Verse 1')):
            begin(program, 'Chorus 2', to)
            program.hands.press('Delete')
            wait_for_sections(program, rest)
            program.hands.nudge(-30, 0)
            program.hands.end_drag()
            program.press('ctrl+z')
            wait_for_sections(program, names)
        program.press('ctrl+s')
        program.wait_until('the file as it was', lambda: read_file(path) == before)
        program.quit()


@case('does not do what was only shown')
def does_not_do_what_was_shown(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.press('F8', 'Tab', 'Down')
        program.wait('grid cell', 'Strings, Bridge, bars 29 to 34, out')
        x, y, width, _ = program.locate(find_head(program, 'Verse 1'))
        program.hands.click(x + width / 2, y - 8)
        program.wait('grid cell', 'Strings, Bridge, bars 29 to 34, level 4 of 10')
        assert 'sensitive' not in program.find('button', 'Undo').states
        program.quit()


@case('undoes all and saves the same bytes')
def undoes_all(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path, **looking_for_leaks()) as program:
        program.click(program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out'))
        program.press('6', 'Right', '2', 'Down', '0', 'Right', 'Right', 'Right', '9')
        program.wait('grid cell', 'Acoustic, Bridge, bars 29 to 34, level 9 of 10')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level('Acoustic', 'Bridge') == 9)
        assert Song(path).get_level('Bass', 'Intro') == 6
        assert Song(path).get_level('Bass', 'Verse 1') == 2
        assert Song(path).get_level('Acoustic', 'Verse 1') == 0
        for _ in range(4):
            program.press('ctrl+z')
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out')
        program.press('ctrl+s')
        program.wait_until('the file as it was', lambda: read_file(path) == before)
        for _ in range(4):
            program.press('ctrl+shift+z')
        program.wait('grid cell', 'Acoustic, Bridge, bars 29 to 34, level 9 of 10')
        program.quit()


if __name__ == '__main__':
    cases.main()
