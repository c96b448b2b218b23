# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline under fingers and a pen."""

import cases
from cases import case, read_file
from desk import wait_for
from song import Song
from timeline import NAME_LINE, find_head, list_sections
from touch import Fingers, Pen

BASS = 'Bass, Chorus 1, bars 13 to 20, '
LEVEL_PX = 7


def find_cell(program, layer, section):
    return program.wait('grid cell', lambda label: label.startswith(f'{layer}, {section}, '))


def wait_selected(program, *labels):
    program.wait_until(lambda: f'{labels} to be selected; it is {list_selected(program)}',
                       lambda: list_selected(program) == sorted(labels))


def list_selected(program):
    """Which cells: without what they are."""
    return sorted(', '.join(cell.label.split(', ')[:2])
                  for cell in program.window.find_all('grid cell') if 'selected' in cell.states)


def find_left(program, section='Chorus 1'):
    return program.locate(find_head(program, section))[0]


def zoom_in(program):
    """So far that there is more than the window shows."""
    program.press('ctrl+plus', 'ctrl+plus', 'ctrl+plus', 'ctrl+plus')


def save(program, path):
    before = read_file(path)
    program.press('ctrl+s')
    wait_for('the file to be written', lambda: read_file(path) != before)
    return Song(path)


@case('selects with a tap, and lets in and takes out with the next')
def taps(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        x, y = program.place_in(find_cell(program, 'Bass', 'Chorus 1'))
        fingers.tap(x, y)
        wait_selected(program, 'Bass, Chorus 1')
        assert program.find('grid cell', BASS + 'level 8 of 10'), 'a look has changed the part'
        fingers.tap(x, y)
        program.wait('grid cell', BASS + 'out')
        fingers.tap(*program.place_in(find_cell(program, 'Bass', 'Verse 1')))
        wait_selected(program, 'Bass, Verse 1')
        assert save(program, path).get_level('Bass', 'Chorus 1') == 0
        program.quit()


@case('takes the view along with a finger on what is not selected')
def pans(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        zoom_in(program)
        fingers.tap(*program.place_in(find_cell(program, 'Bass', 'Intro')))
        wait_selected(program, 'Bass, Intro')
        x, y = program.place_in(find_cell(program, 'Drums', 'Verse 1'))
        left = find_left(program)
        fingers.drag(x, y, x - 150, y)
        program.wait_until('the view to go along', lambda: find_left(program) < left - 120)
        assert list_selected(program) in ([], ['Bass, Intro']), list_selected(program)
        assert 'modified' not in program.window.label.lower()
        program.quit()


@case('sets the level of what is selected, and only of that, up and down')
def levels(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        x, y = program.place_in(find_cell(program, 'Bass', 'Chorus 1'))
        fingers.drag(x, y, x, y + 3 * LEVEL_PX)
        program.wait_steady()
        assert program.find('grid cell', BASS + 'level 8 of 10'), 'it was not selected'
        fingers.tap(x, y)
        wait_selected(program, 'Bass, Chorus 1')
        fingers.put(x, y)
        fingers.slide(x, y, x, y + 3 * LEVEL_PX)
        program.wait('grid cell', BASS + 'level 5 of 10')
        program.press('Escape')
        program.wait('grid cell', BASS + 'level 8 of 10')
        fingers.lift(x, y + 3 * LEVEL_PX)
        fingers.drag(x, y, x, y + 3 * LEVEL_PX)
        program.wait('grid cell', BASS + 'level 5 of 10')
        assert save(program, path).get_level('Bass', 'Chorus 1') == 5
        program.press('ctrl+z')
        program.wait('grid cell', BASS + 'level 8 of 10')
        program.quit()


@case('takes the end of a section from beside it, in one step')
def edges(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        x, y, width, _ = program.locate(find_head(program, 'Chorus 1'))
        bar = width / 8
        for beside in (-12, 12):
            edge = x + width + beside
            fingers.drag(edge, y + NAME_LINE, edge + 4 * bar, y + NAME_LINE)
            program.wait_until('the longer chorus',
                               lambda: ('Chorus 1', 'bars 13 to 24') in list_sections(program))
            program.press('ctrl+z')
            program.wait_until('the chorus as it was',
                               lambda: ('Chorus 1', 'bars 13 to 20') in list_sections(program))
        fingers.tap(x + width + 12, y + NAME_LINE)
        program.wait_focus(lambda label: label.startswith('Verse 2, '))
        program.quit()


@case('shows the menu to a finger that rests, and toggles nothing')
def menus(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        x, y = program.place_in(find_cell(program, 'Bass', 'Chorus 1'))
        for _ in range(2):   # at first it is not selected, then it is
            fingers.put(x, y)
            program.wait('label', 'Lift for the menu, drag to select more')
            fingers.lift(x, y)
            program.wait('menu item', lambda label: label == 'In or Out')
            program.press('Escape')
            program.wait_gone('menu item', lambda label: label == 'In or Out')
            wait_selected(program, 'Bass, Chorus 1')
            assert program.find('grid cell', BASS + 'level 8 of 10'), 'the part has changed'
        chorus = find_head(program, 'Chorus 1')
        x, y = program.place_in(chorus)[0], program.locate(chorus)[1] + NAME_LINE
        fingers.put(x, y)
        program.wait('label', 'Lift for the menu, drag to select more')
        fingers.lift(x, y)
        program.wait('menu item', lambda label: label.startswith('Rename'))
        program.press('Escape')
        program.quit()


@case('selects more with a finger that has rested and moves on')
def selections(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        x, y = program.place_in(find_cell(program, 'Bass', 'Verse 1'))
        to_x, to_y = program.place_in(find_cell(program, 'Bass', 'Chorus 1'))
        fingers.put(x, y)
        program.wait('label', 'Lift for the menu, drag to select more')
        fingers.slide(x, y, to_x, to_y)
        fingers.lift(to_x, to_y)
        wait_selected(program, 'Bass, Verse 1', 'Bass, Chorus 1')
        assert program.find('menu item') is None, 'there is a menu, too'
        program.quit()


@case('zooms with two fingers about what lies between them')
def pinches(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        x, y, width, _ = program.locate(find_head(program, 'Chorus 1'))
        cell_y = program.place_in(find_cell(program, 'Bass', 'Chorus 1'))[1]
        fingers.pinch(x, cell_y, 100, 300)
        program.wait_until('a broader chorus', lambda: program.locate(
            find_head(program, 'Chorus 1'))[2] > 2 * width)
        assert abs(find_left(program) - x) < 12, (find_left(program), x)
        assert program.find('grid cell', BASS + 'level 8 of 10'), 'the first finger did something'
        # with both of them the view goes along, over what is selected, too
        program.press('ctrl+a')
        left = find_left(program)
        for finger in (0, 1):
            fingers.put(x + 100 * finger, cell_y, finger)
        for step in range(1, 11):
            for finger in (0, 1):
                fingers.move(x + 100 * finger - 10 * step, cell_y, finger)
        for finger in (0, 1):
            fingers.lift(x + 100 * finger - 100, cell_y, finger)
        program.wait_until('the view to go along', lambda: abs(find_left(program) - left + 100) < 15)
        assert program.find('grid cell', BASS + 'level 8 of 10'), 'a level has changed'
        program.quit()


@case('goes to a place in the ruler with a tap, and draws what is repeated after a rest')
def rulers(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        x, y, width, _ = program.locate(find_head(program, 'Chorus 1'))
        bar = width / 8
        fingers.tap(x + 4.2 * bar, y - 8)
        program.wait('label', lambda label: 'Chorus 1 · 5:1' in label)
        fingers.put(x + 2, y - 8)
        program.wait('label', 'Lift for the menu, drag to loop')
        fingers.slide(x + 2, y - 8, x + 4 * bar, y - 8)
        fingers.lift(x + 4 * bar, y - 8)
        program.wait_until('the button to be down', lambda: 'pressed' in program.find(
            'button', 'Repeat the Selected Section').states)
        program.quit()


@case('shows a move to a finger that rests on it, and does it with a tap')
def moves(stage):
    path = stage.take_fixture()
    now, lifted = ('Bass, Bridge, bars 29 to 34, level 3 of 10',
                   'Bass, Bridge, bars 29 to 34, level 5 of 10')
    with stage.start(path) as program:
        fingers = Fingers(program)
        head = find_head(program, 'Bridge')
        fingers.tap(program.place_in(head)[0], program.locate(head)[1] + NAME_LINE)
        x, y = program.place_in(program.wait('button', 'Lift'))
        fingers.put(x, y)
        program.wait('grid cell', lifted)
        program.wait(None, 'Lift Bridge by 2, Drums in')
        fingers.lift(x, y)
        program.wait('grid cell', now)
        fingers.tap(x, y)
        program.wait('grid cell', lifted)
        assert save(program, path).get_level('Bass', 'Bridge') == 5
        program.quit()


@case('says what a button does to a finger that rests on it')
def tooltips(stage):
    with stage.start(stage.take_fixture()) as program:
        fingers = Fingers(program)
        button = program.wait('button', 'Repeat the Selected Section')
        x, y = program.place_in(button)
        fingers.put(x, y)
        program.wait('label', lambda label: label.startswith('Repeat the Selected Section'))
        fingers.lift(x, y)
        program.wait_gone('label', lambda label: label.startswith('Repeat the Selected Section'))
        assert 'pressed' not in button.states, 'the button has been pressed'
        program.quit()


@case('types chords after two taps, and has their menu for a finger that rests')
def chords(stage):
    with stage.start(stage.take_fixture()) as program:
        fingers = Fingers(program)
        x, y, width, height = program.locate(find_head(program, 'Chorus 1'))
        chord = x + width / 8 * 2.5, y + height + 10
        fingers.put(*chord)
        program.wait('menu item', lambda label: label.startswith('Type'))
        fingers.lift(*chord)
        assert program.find('menu item', 'Kind') is None, 'the section has shown its menu, too'
        program.press('Escape')
        program.wait_gone('menu item', lambda label: label.startswith('Type'))
        fingers.tap(*chord)
        fingers.tap_again(*chord)
        program.wait('text box', lambda label: 'hord' in label)
        program.press('Escape')
        program.quit()


@case('has a pen do what the pointer does: drag, and show the menu with its button')
def pens(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        pen = Pen(program)
        x, y = program.place_in(find_cell(program, 'Bass', 'Chorus 1'))
        pen.drag(x, y, x, y + 3 * LEVEL_PX)
        program.wait('grid cell', BASS + 'level 5 of 10')
        pen.press(x, y, button=3)
        program.wait('menu item', 'In or Out')
        program.press('Escape')
        program.wait_gone('menu item', 'In or Out')
        pen.go_away()
        assert save(program, path).get_level('Bass', 'Chorus 1') == 5
        program.quit()


cases.main(touch=True)
