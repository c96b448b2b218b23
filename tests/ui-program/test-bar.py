# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each move of the bar, by the keyboard and by the pointer: said, done, saved, taken back."""

import cases
from cases import case, read_file
from timeline import click_head, wait_for_sections

SECTIONS = ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Bridge', 'Chorus 2']

# A move, the section that it is done to, and a cell or a section that it makes.
MOVES = (
    ('Strip Back', 'Chorus 1', 'Strings, Chorus 1, bars 13 to 20, out'),
    ('Build Up', 'Chorus 1', None),
    ('Lift', 'Bridge', 'Bass, Bridge, bars 29 to 34, level 5 of 10'),
    ('Thin Out', 'Chorus 1', None),
    ('Stop Before', 'Chorus 1', None),
    ('Drop', 'Chorus 1', None),
    ('Breakdown', 'Chorus 1', None),
    ('Half-Time', 'Bridge', None),
    ('Double-Time', 'Bridge', None),
    ('Last Chorus', 'Chorus 2', None),
    ('Once More', 'Chorus 1', None),
    ('Split', 'Chorus 1', None),
    ('Join', 'Verse 1', None),
)


def save(program, path, what, before):
    """Saves, and waits until something else is in the file."""
    program.press('ctrl+s')
    program.wait_until(what, lambda: read_file(path) != before)


def go_to_move(program, name):
    """From the first of the bar to the right, until the keys are at it."""
    program.press('F8', 'Home')

    def go_on():
        focused = program.find_focused()
        if focused is not None and focused.label == name:
            return True
        program.press('Right')
        return False
    program.wait_until(f'the keys at {name}', go_on)


def take_crowd(stage):
    """The song with a second guitar, which is in the way of the first in the choruses."""
    path = stage.take_fixture()
    text = read_file(path).decode()
    for before, more in (
            ('<section id="b1"', '<layer id="a5" name="Guitar" role="acoustic-guitar"/>'),
            ('<part layer="a4" level="6"', '<part layer="a5" level="4"/>')):
        assert before in text
        text = text.replace(before, f'{more}\n{before}')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def click_move(program, name):
    program.click(program.wait('button', name))
    program.hands.move(*program.place_in(program.wait('row header')))


def press_move(program, name):
    go_to_move(program, name)
    program.press('Return')


def do_each(stage, do_move):
    """Every move is one step; the first time it is taken back, the program writes the file its
    own way, and the same bytes from then on."""
    path = take_crowd(stage)
    start = read_file(path)
    before = None
    with stage.start(path) as program:
        for name, section, made in MOVES:
            click_head(program, section)
            do_move(program, name)
            if made is not None:
                program.wait('grid cell', made)
            save(program, path, f'the file after {name}', start)
            done = read_file(path)
            program.press('ctrl+z')
            wait_for_sections(program, SECTIONS)
            save(program, path, f'the file without {name}', done)
            start = read_file(path)
            assert before in (None, start), name
            before = start
        program.quit()


@case('does each move with the keyboard, as one step')
def does_by_keys(stage):
    do_each(stage, press_move)


@case('does each move with the pointer, as one step', window_width=2500)
def does_by_pointer(stage):
    do_each(stage, click_move)


if __name__ == '__main__':
    cases.main()
