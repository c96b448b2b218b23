# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections under the hand: bars in and out, ends, several at once, following."""

import cases
from cases import case
from song import Song
from timeline import (begin_edge_drag, begin_head_drag, click_head, list_sections, wait_for_sections,
                      )

SECTIONS = ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Bridge', 'Chorus 2']


def read_section(path, name):
    """What the file states of a section."""
    return Song(path).get_section(name).element


def save_until(program, path, condition):
    program.press('ctrl+s')
    program.wait_until('the file', lambda: condition(Song(path)))


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
