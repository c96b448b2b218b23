# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the band goes through a section: half as fast, in swapped roles, bare, and out of it."""

import cases
from cases import case
from song import Song
from timeline import click_head, find_head


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
        program.click(program.wait('button', 'More Moves'))
        x, y = program.place_in(program.wait('button', 'Swap'))
        program.hands.turn_wheel(x, y, Song(path).layer_names.index('Strings'))
        program.wait(None, 'Swap Bass and Strings in Bridge')
        program.hands.click(x, y)
        save_until(program, path,
                   lambda song: song.get_level('Bass', 'Bridge') == strings)
        assert Song(path).get_level('Strings', 'Bridge') == bass
        program.quit()


@case('lets the bare bones be heard, and the plan stays')
def bare_bones(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Chorus 1')
        program.press('b')
        program.wait('button', 'Stop')
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 8 of 10')
        program.press('b')
        program.wait('button', 'Play')
        # who stops it otherwise has ended it too
        program.press('b')
        program.wait('button', 'Stop')
        program.press('space')
        program.wait('button', 'Play')
        program.press('b')
        program.wait('button', 'Stop')
        program.quit()


@case('ends the bare bones when the song changes')
def bare_bones_end(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 8 of 10'))
        program.press('3')
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 3 of 10')
        click_head(program, 'Chorus 1')
        program.press('b')
        program.wait('button', 'Stop')
        program.press('ctrl+z')
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 8 of 10')
        program.wait('button', 'Play')
        program.quit()


@case('shows how a section is left, and lets another way be chosen by pointer and keys')
def ways_out(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Chorus 1')
        program.press('shift+F10')
        program.choose('Way Out')
        program.choose('Stop')
        program.wait('button', 'Way out of Chorus 1: Stop')
        assert ', way out: Stop, ' in find_head(program, 'Chorus 1').label
        # who follows has it from there
        inherited = program.wait('button', 'Way out of Chorus 2: Stop, as Chorus 1 has it')
        program.click(inherited)
        program.choose('Riser')
        program.wait('button', 'Way out of Chorus 2: Riser')
        save_until(program, path,
                   lambda song: read_section(path, 'Chorus 2').get('transition') == 'riser')
        assert read_section(path, 'Chorus 1').get('transition') == 'stop'
        program.press('ctrl+z')
        program.wait('button', 'Way out of Chorus 2: Stop, as Chorus 1 has it')
        program.press('ctrl+z')
        program.wait_gone('button', 'Way out of Chorus 2: Stop, as Chorus 1 has it')
        program.quit()


if __name__ == '__main__':
    cases.main()
