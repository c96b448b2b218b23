# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections under the hand: moves with their parameter, bars in and out, ends, several at once."""

import cases
from cases import case
from song import Song
from timeline import (begin_edge_drag, begin_head_drag, click_head, find_head, list_sections,
                      wait_for_sections)

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
        program.click(program.wait('button', 'More Moves'))
        x, y = program.place_in(program.wait('button', 'Swap'))
        program.hands.turn_wheel(x, y, Song(path).layer_names.index('Strings'))
        program.wait(None, 'Swap Bass and Strings in Bridge')
        program.hands.click(x, y)
        save_until(program, path,
                   lambda song: song.get_level('Bass', 'Bridge') == strings)
        assert Song(path).get_level('Strings', 'Bridge') == bass
        program.quit()


def wait_for_bars(program, name, bars):
    program.wait_until(f'{name} in {bars}', lambda: dict(list_sections(program))[name] == bars)


def says(words, catches='catches on '):
    """The label of a drag; below its words it may say how long the song becomes."""
    return lambda label: label.split('\n')[0].startswith(f'{words} · {catches}')


@case('drags an end: all moves along, or with Shift the next one gives')
def drags_ends(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        begin_edge_drag(program, 'Chorus 1', 4)
        program.wait(None, says('12 bars (+4)'))
        wait_for_bars(program, 'Verse 2', 'bars 25 to 32')
        program.hands.end_drag()
        program.wait_gone(None, says('12 bars (+4)'))
        program.press('ctrl+z')
        wait_for_bars(program, 'Verse 2', 'bars 21 to 28')
        begin_edge_drag(program, 'Verse 1', -2, ('shift',))
        program.wait(None, says('6 bars (-2) | 10 bars'))
        wait_for_bars(program, 'Chorus 1', 'bars 11 to 20')
        program.hands.end_drag(('shift',))
        # their followers keep their lengths
        save_until(program, path, lambda song: song.get_section('Chorus 1').bars == 10)
        assert [section.bars for section in Song(path).sections] == [4, 6, 10, 8, 6, 8]
        program.press('ctrl+z')
        begin_edge_drag(program, 'Bridge', 1.5, ('ctrl',))
        program.wait(None, says('7 bars and 2 beats', 'catches on beats'))
        program.hands.end_drag(('ctrl',))
        save_until(program, path, lambda song: song.get_section('Bridge').bars == 8)
        begin_edge_drag(program, 'Intro', 1, ('alt',))
        program.wait(None, says('4 bars', 'catches on every 4th bar'))
        program.hands.end_drag(('alt',))
        begin_edge_drag(program, 'Intro', 1, ('shift',))
        program.wait(None, says('5 bars (+1) | 7 bars'))
        program.hands.press('Escape')
        wait_for_bars(program, 'Verse 1', 'bars 5 to 12')
        program.hands.end_drag(('shift',))
        program.quit()


@case('moves, copies and deletes several sections as one')
def several(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Verse 1')
        click_head(program, 'Chorus 1', holding=('shift',))
        program.press('alt+Right')
        wait_for_sections(program, ['Intro', 'Verse 2', 'Verse 1', 'Chorus 1', 'Bridge',
                                    'Chorus 2'])
        begin_head_drag(program, 'Verse 1', 'Bridge')
        program.wait(None, 'Move 2 sections')
        wait_for_sections(program, ['Intro', 'Verse 2', 'Bridge', 'Verse 1', 'Chorus 1',
                                    'Chorus 2'])
        program.hands.end_drag()
        program.press('ctrl+d')
        wait_for_sections(program, ['Intro', 'Verse 2', 'Bridge', 'Verse 1', 'Chorus 1',
                                    'Verse 3', 'Chorus 3', 'Chorus 2'])
        program.press('Delete')
        program.wait_until('six sections', lambda: len(list_sections(program)) == 6)
        for _ in range(4):
            program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        program.quit()


@case('puts bars in and takes them out, where the pointer, the selection or the music is')
def bars(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge', button=3)
        program.choose('Insert Bars Before Bar 32')
        program.choose('2 bars')
        save_until(program, path, lambda song: song.get_section('Bridge').bars == 8)
        program.wait(None, '2 bars inserted before bar 32')
        # The music is elsewhere: in what is selected.
        program.press('Home', 'Insert')
        program.wait(None, '1 bar inserted before bar 29')
        save_until(program, path, lambda song: song.get_section('Bridge').bars == 9)
        program.press('ctrl+z')
        click_head(program, 'Verse 1')
        program.press('Page_Down', 'Insert')
        save_until(program, path, lambda song: song.get_section('Verse 1').bars == 9)
        program.press('ctrl+Delete', 'ctrl+Delete')
        save_until(program, path, lambda song: song.get_section('Verse 1').bars == 7)
        program.quit()


@case('splits, joins and changes the kind')
def splits_and_joins(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.press('Home', 'ctrl+k')
        program.wait(None, lambda label: 'bar to split at' in label)
        click_head(program, 'Bridge', button=3)
        program.choose('Split Before Bar 32')
        program.wait_until('seven sections', lambda: len(list_sections(program)) == 7)
        click_head(program, 'Bridge')
        program.press('ctrl+j')
        wait_for_sections(program, SECTIONS)
        click_head(program, 'Verse 2', button=3)
        program.choose('Kind')
        program.choose('Solo')
        save_until(program, path, lambda song: 'solo' in [s.kind for s in song.sections])
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


@case('lets a follower go back, and its own way')
def follows(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        level = Song(path).get_level('Drums', 'Verse 1')
        assert Song(path).get_level('Drums', 'Verse 2') != level
        program.click(program.wait('button', 'Reset Verse 2 to Verse 1'))
        save_until(program, path, lambda song: song.get_level('Drums', 'Verse 2') == level)
        program.wait_gone('button', 'Reset Verse 2 to Verse 1')
        program.click(program.wait('button', 'Make Chorus 2 Independent of Chorus 1'))
        save_until(program, path, lambda song: read_section(path, 'Chorus 2').get('follows') is None)
        program.wait_gone('button', 'Make Chorus 2 Independent of Chorus 1')
        click_head(program, 'Verse 2', button=3)
        program.choose('Make Independent')
        save_until(program, path, lambda song: read_section(path, 'Verse 2').get('follows') is None)
        assert Song(path).get_level('Bass', 'Verse 2') == 5
        program.quit()


if __name__ == '__main__':
    cases.main()
