# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections under the hand: moves with their parameter, bars in and out, ends, several at once."""

import cases
from cases import case
from song import Song
from timeline import click_head

SECTIONS = ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Bridge', 'Chorus 2']


def read_section(path, name):
    """What the file states of a section."""
    return Song(path).get_section(name).element


def save_until(program, path, condition):
    program.press('ctrl+s')
    program.wait_until('the file', lambda: condition(Song(path)))


def point_away(program):
    program.hands.move(*program.place_in(program.wait('row header')))


@case('plays half as fast in the last bars, and goes back')
def half_time(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        x, y = program.place_in(program.wait('button', 'Half-Time'))
        program.hands.move(x, y)
        program.wait(None, 'Bridge: Half-time')
        program.hands.turn_wheel(x, y, -4)
        program.wait(None, 'Bridge: Half-time in the last 4 bars')
        program.hands.click(x, y)
        save_until(program, path,
                   lambda song: read_section(path, 'Bridge').get('feel') == 'half')
        assert read_section(path, 'Bridge').get('feel-bars') == '4'
        point_away(program)
        program.hands.move(x, y)
        program.wait(None, 'Bridge: usual feel')
        program.hands.click(x, y)
        save_until(program, path,
                   lambda song: read_section(path, 'Bridge').get('feel') is None)
        program.quit()


@case('swaps the selected part with another layer')
def swaps(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        bass, strings = (Song(path).get_level(layer, 'Bridge') for layer in ('Bass', 'Strings'))
        assert bass != strings
        program.click(program.wait('grid cell',
                                   lambda text: text.startswith('Bass, Bridge, ')))
        program.press('F8', 'Tab')
        for _ in range(40):
            focused = program.find_focused()
            if focused is not None and focused.label == 'Swap':
                break
            program.press('Tab')
        program.wait_until('the focus', lambda: program.find_focused().label == 'Swap')
        for _ in range(Song(path).layer_names.index('Strings')):
            program.press('Down')
        program.wait(None, 'Swap Bass and Strings in Bridge')
        program.press('Return')
        save_until(program, path,
                   lambda song: song.get_level('Bass', 'Bridge') == strings)
        assert Song(path).get_level('Strings', 'Bridge') == bass
        program.quit()


if __name__ == '__main__':
    cases.main()
