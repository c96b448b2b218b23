# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small things of the timeline under fingers, and the other end of a pen."""

import re

import cases
from cases import case
from song import Song
from timeline import find_head
from touch import Fingers, Pen

OVERVIEW = re.compile(r'^Overview, bars (\d+) to (\d+) of (\d+) in view$')


def find_cell(program, layer, section):
    return program.wait('grid cell', lambda label: label.startswith(f'{layer}, {section}, '))


def wait_file(program, path, what, condition):
    program.press('ctrl+s')
    program.wait_until(what, lambda: condition(Song(path)))


def find_part(path, section, layer):
    return Song(path).get_section(section).find_part(layer)[0]


@case('drags where a part begins and ends with a finger, once it is selected')
def part_ends(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        cell = find_cell(program, 'Bass', 'Chorus 1')
        x, y, width, height = program.locate(cell)
        middle = y + height / 2
        fingers.tap(x + width / 2, middle)
        program.wait_until('the part to be selected', lambda: 'selected' in cell.states)
        fingers.drag(x + 6, middle, x + 6 + width / 2, middle)
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10, enters in bar 17')
        fingers.drag(x + width - 6, middle, x + width - 6 - width / 4, middle)
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10, '
                                  'enters in bar 17, leaves in bar 19')
        wait_file(program, path, 'both ends', lambda _: (
            find_part(path, 'Chorus 1', 'a2').get('from'),
            find_part(path, 'Chorus 1', 'a2').get('to')) == ('5', '6'))
        program.quit()


@case('drags the ends of what is repeated with a finger')
def loop_ends(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        fingers = Fingers(program)
        x, y, width, _ = program.locate(find_head(program, 'Chorus 1'))
        ruler, bar = y - 30, width / 8
        fingers.put(x + 2 * bar, ruler)
        program.wait('label', 'Lift for the menu, drag to loop')
        fingers.slide(x + 2 * bar, ruler, x + 6 * bar, ruler)
        fingers.lift(x + 6 * bar, ruler)
        button = program.wait('button', 'Repeat the Selected Section')
        program.wait_until('the button to be down', lambda: 'pressed' in button.states)
        # from beside its first end to three bars on
        fingers.drag(x + 2 * bar - 6, ruler, x + 5 * bar - 6, ruler)
        program.press('Home', 'space')
        program.wait_until('the sixth bar', lambda: program.find(
            'label', lambda label: label.startswith('Chorus 1 · 6:')) is not None)
        program.press('space')
        program.wait('button', 'Play')
        program.quit()


@case('draws and drags points of an arc with a finger', arcs_shown='true')
def arc_points(stage):
    path = stage.take_fixture()

    def list_points(song):
        return [(point.get('section'), point.get('value')) for arc in song.arrangement
                if arc.tag.endswith('}arc') for point in arc if arc.get('kind') == 'energy']

    with stage.start(path) as program:
        fingers = Fingers(program)
        lane = program.wait('list', 'Arc: Energy')
        x = program.locate(find_cell(program, 'Bass', 'Chorus 1'))[0]
        middle, top = (program.place_in(lane, down=down)[1] for down in (0.5, 0.02))
        fingers.tap(x + 1, middle)
        fingers.tap_again(x + 1, middle)
        program.wait('list item', lambda label: label.startswith(
            'Energy, Chorus 1, bar 13: meant 5.0'))
        # a finger comes down beside it
        fingers.drag(x + 9, middle + 6, x + 9, top)
        program.wait('list item', lambda label: label.startswith(
            'Energy, Chorus 1, bar 13: meant ') and 'meant 5.0' not in label)
        wait_file(program, path, 'a higher point', lambda song: len(list_points(song)) == 1 and
                  list_points(song)[0][0] == 'b3' and float(list_points(song)[0][1]) > 9)
        program.press('ctrl+z')
        wait_file(program, path, 'the point as it was', lambda song: list_points(song) ==
                  [('b3', '5')])
        program.quit()


@case('scrolls by the overview with a finger')
def overview(stage):
    with stage.start(stage.take_fixture()) as program:
        fingers = Fingers(program)

        def wait_view(what, condition):
            """Until first and last bar in view, of how many, are as they should be."""
            program.wait_until(what, lambda: condition(*map(int, OVERVIEW.match(
                program.wait('scroll bar', OVERVIEW.match).label).groups())))

        wait_view('the whole song', lambda first, last, bars: last - first + 1 == bars)
        program.focus()
        program.press('Home', *['ctrl+plus'] * 4)
        wait_view('a part of it', lambda first, last, bars: first == 1 and last < 25)
        program.wait_steady()
        x, y, width, height = program.locate(program.find('scroll bar', OVERVIEW.match))
        middle = y + height / 2
        fingers.tap(x + width - 20, middle)
        wait_view('the end', lambda first, last, bars: last == bars)
        fingers.drag(x + width - 60, middle, x + 10, middle)
        wait_view('the beginning', lambda first, last, bars: first == 1)
        program.quit()


@case('has the other end of a pen take parts out')
def eraser(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        pen = Pen(program)
        x, y = program.place_in(find_cell(program, 'Bass', 'Verse 1'))
        to, _ = program.place_in(find_cell(program, 'Bass', 'Chorus 1'))
        pen.turn_round()
        pen.drag(x, y, to, y)
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, out')
        wait_file(program, path, 'the bass out of both', lambda song: [
            song.get_level('Bass', name) for name in ('Verse 1', 'Chorus 1')] == [0, 0])
        # Where nothing plays it lets nothing in.
        pen.drag(x, y, to, y)
        program.wait_steady()
        pen.press(*program.place_in(find_cell(program, 'Drums', 'Chorus 1')))
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, out')
        pen.go_away()
        wait_file(program, path, 'the drums out, too', lambda song: [
            song.get_level(layer, 'Chorus 1') for layer in ('Drums', 'Bass', 'Acoustic')] ==
            [0, 0, 7])
        program.quit()


cases.main(touch=True)
