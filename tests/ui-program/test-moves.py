# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The moves bar: what it points at is shown, heard while a key is down, and done by a click."""

import cases
from cases import case
from song import Song
from timeline import click_head, list_sections, wait_for_sections

SECTIONS = ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Bridge', 'Chorus 2']
NOW = 'Bass, Bridge, bars 29 to 34, level 3 of 10'
LIFTED = 'Bass, Bridge, bars 29 to 34, level 5 of 10'
SENTENCE = 'Lift Bridge by 2, Drums in'


def point_at(program, name):
    """Puts the pointer on the button of a move, as if it came from elsewhere."""
    program.focus()
    x, y = program.place_in(program.wait('button', name))
    program.hands.move(x - 3, y)
    program.hands.move(x, y)


def point_away(program):
    program.hands.move(*program.place_in(program.wait('row header')))


def cannot_undo(program):
    button = program.find('button', 'Undo')
    return button is None or 'sensitive' not in button.states


@case('shows a move while the pointer is on it')
def shows(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.wait('grid cell', NOW)
        point_at(program, 'Lift')
        program.wait('grid cell', LIFTED)
        program.wait(None, SENTENCE)
        point_away(program)
        program.wait('grid cell', NOW)
        program.wait_gone(None, SENTENCE)
        program.wait_until('nothing to undo', lambda: cannot_undo(program))
        program.quit()


@case('does a move by a click, as one step')
def does(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.click(program.wait('button', 'Lift'))
        program.wait('grid cell', LIFTED)
        point_away(program)
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level('Bass', 'Bridge') == 5)
        assert Song(path).get_level('Drums', 'Bridge') == 6
        program.press('ctrl+z')
        program.wait('grid cell', NOW)
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level('Bass', 'Bridge') == 3)
        assert Song(path).get_level('Drums', 'Bridge') == 0
        program.quit()


@case('takes its number from the wheel and the keys')
def takes_numbers(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.focus()
        x, y = program.place_in(program.wait('button', 'Lift'))
        program.hands.turn_wheel(x, y, -2)
        program.wait('grid cell', 'Bass, Bridge, bars 29 to 34, level 7 of 10')
        program.hands.turn_wheel(x, y, 3)
        program.wait('grid cell', 'Bass, Bridge, bars 29 to 34, level 4 of 10')
        point_away(program)
        program.wait('grid cell', NOW)
        program.press('F8', 'Tab')
        program.wait_focus('Strip Back')
        program.wait(None, 'No more than that plays here already. Keep fewer layers.')
        program.press('Down')
        program.wait('grid cell', 'Strings, Bridge, bars 29 to 34, out')
        program.press('Return')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level('Strings', 'Bridge') == 0)
        assert Song(path).get_level('Bass', 'Bridge') == 3
        program.quit()


@case('leaves no sentence when its preview is ended by an undo')
def leaves_no_sentence(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.click(program.wait('button', 'Lift'))
        program.wait('grid cell', LIFTED)
        point_away(program)
        point_at(program, 'Stop Before')
        program.wait(None, 'Stop of 1 beat before Bridge')
        program.press('ctrl+z')
        program.wait('grid cell', NOW)
        program.wait_gone(None, 'Stop of 1 beat before Bridge')
        program.quit()


@case('is heard while H is down')
def is_heard(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        point_at(program, 'Lift')
        program.wait('grid cell', LIFTED)
        program.hands.hold('h')
        program.wait('button', 'Stop')
        program.hands.let_go('h')
        program.wait('button', 'Play')
        program.quit()


@case('types the form')
def types_form(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        program.press('F4')
        program.wait('text box', 'Form of the song')
        program.press('ctrl+a')
        program.type('Intro 8, Chorus 1, V2, C x2, Bridge 4')
        program.wait(None, lambda text: text.startswith('6 sections, 44 bars'))
        program.wait('grid cell', 'Drums, Bridge, bars 41 to 44, out')
        # A word that nobody knows is named before anything is done.
        program.press('ctrl+a')
        program.type('V 16, Chrous 8')
        program.wait(None, lambda text: '“Chrous” (column 7) is not known' in text
                     and 'mean “Chorus”' in text)
        program.press('Escape')
        wait_for_sections(program, SECTIONS)
        program.click(program.wait('button', 'Form'))
        program.wait('text box', 'Form of the song')
        program.press('ctrl+a')
        program.type('Str 16, Refrain')
        program.press('Return')
        wait_for_sections(program, ['Verse 1', 'Chorus 1'])
        assert list_sections(program)[0][1] == 'bars 1 to 16'
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).names == ['Verse 1', 'Chorus 1'])
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).names == SECTIONS)
        program.quit()


if __name__ == '__main__':
    cases.main()
