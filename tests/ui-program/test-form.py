# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections and layers: named, doubled, moved, taken away and added."""

import cases
from cases import case
from song import Song
from timeline import (begin_head_drag, click_head, click_layer, list_layers, list_sections,
                      wait_for_sections)

SECTIONS = ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Bridge', 'Chorus 2']


@case('renames')
def renames(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.press('F2')
        program.wait('text box', 'Name')
        program.press('ctrl+a')
        program.type('Middle Eight')
        program.press('Return')
        program.wait('grid cell', 'Bass, Middle Eight, bars 29 to 34, level 3 of 10')
        click_layer(program, 'Strings')
        program.press('F2', 'ctrl+a')
        program.type('Quartet')
        program.press('Return')
        program.wait('grid cell', 'Quartet, Middle Eight, bars 29 to 34, level 4 of 10')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: 'Middle Eight' in Song(path).names)
        assert 'Quartet' in Song(path).layer_names
        program.quit()


@case('doubles, moves and deletes sections')
def arranges_sections(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.press('ctrl+d')
        program.wait_until('a seventh section', lambda: len(list_sections(program)) == 7)
        assert [place for _, place in list_sections(program)][4:] == [
            'bars 29 to 34', 'bars 35 to 40', 'bars 41 to 48']
        program.press('Delete')
        wait_for_sections(program, SECTIONS)
        begin_head_drag(program, 'Intro', 'Verse 1')
        wait_for_sections(program, ['Verse 1', 'Intro'] + SECTIONS[2:])
        program.hands.end_drag()
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        begin_head_drag(program, 'Intro', 'Verse 1', ('ctrl',))
        wait_for_sections(program, SECTIONS[:2] + ['Intro 2'] + SECTIONS[2:])
        program.hands.end_drag(('ctrl',))
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        click_head(program, 'Chorus 1')
        program.press('alt+Left')
        wait_for_sections(program, ['Intro', 'Chorus 1', 'Verse 1'] + SECTIONS[3:])
        # A section that is followed leaves what it said to its follower.
        program.press('Delete')
        wait_for_sections(program, ['Intro', 'Verse 1', 'Verse 2', 'Bridge', 'Chorus 2'])
        program.wait('grid cell', 'Drums, Chorus 2, bars 27 to 34, level 8 of 10')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: len(Song(path).sections) == 5)
        assert Song(path).get_level('Drums', 'Chorus 2') == 8
        program.quit()


@case('adds sections and layers')
def adds(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('button', 'Add a section at the end'))
        # as long as is usual, or as the last of its kind
        program.wait('menu item', 'Chorus · 8 bars')
        program.choose('Outro · 8 bars')
        wait_for_sections(program, SECTIONS + ['Outro'])
        program.click(program.wait('button', 'Add Layer'))
        program.choose('Pad')
        program.wait('row header', 'Pad, Pad')
        program.wait('grid cell', lambda label: label.startswith('Pad, Outro, bars 43 to 50'))
        program.press('ctrl+s')
        program.wait_until('the file', lambda: 'Pad' in Song(path).layer_names)
        assert Song(path).names == SECTIONS + ['Outro']
        program.press('ctrl+z', 'ctrl+z')
        wait_for_sections(program, SECTIONS)
        program.quit()


@case('mutes and soloes layers')
def mutes(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Verse 1, bars 5 to 12, level 5 of 10'))
        program.press('m')
        program.wait('row header', 'Bass, Bass, muted')
        program.press('s')
        program.wait('row header', 'Bass, Bass, muted, solo')
        mute = program.find('button', 'Mute Bass')
        assert 'pressed' in mute.states, mute.states
        program.click(mute)
        program.wait('row header', 'Bass, Bass, solo')
        program.click(program.find('button', 'Solo Drums'))
        program.wait('row header', 'Drums, Drums, solo')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).layers[0].get('soloed') == 'yes')
        assert Song(path).layers[1].get('muted') is None
        click_layer(program, 'Strings')
        program.press('alt+Up')
        program.wait_until('the strings one higher',
                           lambda: list_layers(program)[2].startswith('Strings'))
        program.press('Delete')
        program.wait_gone('row header', 'Strings, Strings')
        program.quit()


if __name__ == '__main__':
    cases.main()
