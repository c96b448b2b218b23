# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline where one reads from right to left: the heads change sides, time does not."""

import os

import cases
from cases import case
from song import Song
from timeline import begin_edge_drag, click_head, find_head, wait_for_sections

MODULES = os.path.join(os.environ.get('MAQ_BUILD_ROOT', ''), 'tests', 'ui-program', 'modules')


def start(stage):
    """A program that is turned, with a song; and the path of that."""
    path = stage.take_fixture()
    return stage.start(path, GIO_EXTRA_MODULES=MODULES), path


def find_cell(program, layer, section):
    return program.wait('grid cell', lambda label: label.startswith(f'{layer}, {section}, '))


def wait_selected(program, label):
    program.wait_until(f'{label} to be selected', lambda: [
        cell.label for cell in program.window.find_all('grid cell')
        if 'selected' in cell.states] == [label])


@case('has the heads at the right, and the keys go where their arrows point')
def keys(stage):
    program, _ = start(stage)
    with program:
        program.click(find_cell(program, 'Bass', 'Verse 1'))
        wait_selected(program, 'Bass, Verse 1, bars 5 to 12, level 5 of 10')
        places = [program.locate(find_head(program, name))[0]
                  for name in ('Intro', 'Verse 1', 'Chorus 2')]
        assert places == sorted(places), places
        layer = program.wait('row header', lambda label: label.startswith('Bass'))
        assert program.locate(layer)[0] > places[-1], 'the layers are at the left'
        program.press('Right')
        program.wait_focus('Bass, Chorus 1, bars 13 to 20, level 8 of 10')
        program.press('Left', 'Left')
        program.wait_focus('Bass, Intro, bars 1 to 4, out')
        program.press('Up', 'shift+Right')
        program.wait_until('two selected cells', lambda: 2 == sum(
            'selected' in cell.states for cell in program.window.find_all('grid cell')))
        program.quit()


@case('drags levels and the ends of sections')
def drags(stage):
    program, path = start(stage)
    with program:
        x, y = program.place_in(find_cell(program, 'Bass', 'Chorus 1'))
        program.hands.begin_drag(x, y, x, y + 7 * 3)
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 5 of 10')
        program.hands.end_drag()
        begin_edge_drag(program, 'Bridge', 4)
        program.wait('grid cell', 'Bass, Bridge, bars 29 to 38, level 3 of 10')
        program.hands.end_drag()
        x, y = program.place_in(find_cell(program, 'Strings', 'Intro'))
        program.hands.begin_drag(x, y, *program.place_in(find_cell(program, 'Strings', 'Verse 1')))
        program.wait('label', 'Strings into 2 sections')
        program.hands.end_drag()
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level('Strings', 'Verse 1') > 0)
        song = Song(path)
        assert song.get_level('Bass', 'Chorus 1') == 5
        assert song.get_section('Bridge').bars == 10
        program.quit()


@case('moves sections where the arrows point')
def moves(stage):
    program, _ = start(stage)
    with program:
        click_head(program, 'Bridge')
        program.press('alt+Left')
        wait_for_sections(program, ['Intro', 'Verse 1', 'Chorus 1', 'Bridge', 'Verse 2',
                                    'Chorus 2'])
        program.press('alt+Right')
        wait_for_sections(program, ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Bridge',
                                    'Chorus 2'])
        program.quit()


@case('keeps the left of the room at the left')
def places(stage):
    program, _ = start(stage)
    with program:
        program.click(program.wait('row header', lambda label: label.startswith('Bass')), across=0.8)
        slider = program.wait('slider', 'Pan')
        program.scroll_to(slider)
        end, other = (program.find('label', side) for side in ('Left', 'Right'))
        assert program.locate(end)[0] < program.locate(other)[0], 'the ends are mirrored'
        program.click(slider, across=0.95)
        program.wait('label', lambda label: label.endswith(' % right'))
        program.press('Home')
        program.wait('label', '100 % left')
        program.quit()


@case('has the first moves at the right, and more of them at the left')
def moves_bar(stage):
    program, _ = start(stage)
    with program:
        form = program.wait('button', 'Form')
        program.wait_until('more moves on one side only', lambda: (
            'sensitive' in program.find('button', 'More Moves').states,
            'sensitive' in program.find('button', 'Moves Before These').states) == (True, False))
        right = program.locate(form)[0]
        program.click(program.wait('button', 'More Moves'))
        program.wait_until('the first moves to go to the right',
                           lambda: program.locate(form)[0] > right)
        program.click(program.wait('button', 'Moves Before These'))
        program.wait_until('the first moves again', lambda: program.locate(form)[0] == right)
        program.quit()


if __name__ == '__main__':
    cases.main()
