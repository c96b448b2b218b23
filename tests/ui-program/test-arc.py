# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arc lane: points by keys and by pointer, shapes, arcs of one's own."""

import cases
from cases import case
from song import NAMESPACE, Song


def list_points(path, kind, name=None):
    """(section's name, bars into it, value) of the points of an arc in a file."""
    song = Song(path)
    names = {s.element.get('id'): s.name for s in song.sections}
    for arc in song.arrangement.iter(NAMESPACE + 'arc'):
        if arc.get('kind') == kind and arc.get('name') == name:
            return [(names[point.get('section')], point.get('after', '0'), point.get('value'))
                    for point in arc.iter(NAMESPACE + 'point')]
    return []


def wait_for_points(program, path, wanted, kind='energy', name=None):
    program.press('ctrl+s')
    program.wait_until(f'the points {wanted}', lambda: list_points(path, kind, name) == wanted)


def wait_for_point(program, label):
    """A point whose label begins so; what was measured may stand behind."""
    return program.wait('list item', lambda text: text.startswith(label))


def take_pointer_away(program):
    """To where there is nothing; a tooltip is an X window of its own."""
    program.hands.move(30, 700)
    program.wait_until('the tooltip to go',
                       lambda: len(program.hands.find_windows(program.process.pid)) == 1)


@case('draws an arc with the keyboard', arcs_shown='false')
def draws_with_keys(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10'))
        program.press('F7')
        program.wait('list', 'Arc: Energy')
        program.press('Return')
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 5.0')
        program.press('Up', 'Up', 'shift+Down')
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 5.9')
        program.press('alt+Left')
        wait_for_point(program, 'Energy, Verse 1, bar 12: meant 5.9')
        wait_for_points(program, path, [('Verse 1', '7', '5.9')])
        # typed exactly
        program.press('Return')
        program.wait('spin button', 'Height, 0 to 10')
        program.press('ctrl+a')
        program.type('7.3')
        program.press('Return')
        wait_for_point(program, 'Energy, Verse 1, bar 12: meant 7.3')
        program.press('ctrl+z', 'ctrl+z')
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 5.9')
        program.press('ctrl+z')
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 5.0')
        program.press('Delete')
        program.wait_gone('list item', lambda text: text.startswith('Energy, '))
        wait_for_points(program, path, [])
        program.quit()


@case('draws an arc with the pointer', arcs_shown='true')
def draws_with_pointer(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        lane = program.wait('list', 'Arc: Energy')
        x, y = program.place_in(program.wait('grid cell', lambda label: 'Bass, Chorus 1' in label),
                                across=0)
        _, middle = program.place_in(lane)
        program.hands.click(x + 1, middle, times=2)
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 5.0')
        _, top = program.place_in(lane, down=0.02)
        program.hands.begin_drag(x, middle, x, top)
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 10.0')
        program.press('Escape')
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 5.0')
        program.hands.end_drag()
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 5.0')
        # no tooltip lies over the point when the pointer comes back
        take_pointer_away(program)
        program.hands.begin_drag(x, middle, x, top)
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 10.0')
        program.hands.end_drag()
        wait_for_points(program, path, [('Chorus 1', '0', '10')])
        program.press('ctrl+z')
        wait_for_points(program, path, [('Chorus 1', '0', '5')])
        program.quit()


@case('lets go of a point that is dragged', arcs_shown='true')
def lets_go_of_a_point(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        lane = program.wait('list', 'Arc: Energy')
        x, _ = program.place_in(program.wait('grid cell', lambda label: 'Bass, Chorus 1' in label),
                                across=0)
        _, middle = program.place_in(lane)
        _, top = program.place_in(lane, down=0.02)
        program.hands.click(x + 1, middle, times=2)
        wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 5.0')
        for key, holding in (('Escape', ['shift']), ('ctrl+z', [])):
            # no tooltip lies over the point when the pointer comes back
            take_pointer_away(program)
            program.hands.begin_drag(x, middle, x, top, holding)
            wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 10.0')
            program.hands.press(key)
            wait_for_point(program, 'Energy, Chorus 1, bar 13: meant 5.0')
            program.hands.end_drag(holding)
            wait_for_points(program, path, [('Chorus 1', '0', '5')])
        program.quit()


@case('lays shapes and names arcs', arcs_shown='true')
def shapes_and_names(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('list', 'Arc: Energy')
        program.click(program.find('toggle button', 'Energy') or program.find('button', 'Energy'))
        program.choose('Steady climb')
        wait_for_point(program, 'Energy, Intro, bar 1: meant ')
        program.press('ctrl+s')
        program.wait_until('a point in each section', lambda: [
            point[0] for point in list_points(path, 'energy')] == [
                section.name for section in Song(path).sections])
        heights = [float(point[2]) for point in list_points(path, 'energy')]
        assert heights == sorted(heights) and heights[-1] > heights[0] + 4, heights
        program.click(program.find('toggle button', 'Energy') or program.find('button', 'Energy'))
        program.choose('Of Your Own…')
        program.wait('text box', 'Name of the arc')
        program.type('Hope')
        program.press('Return')
        program.wait('list', 'Arc: Hope')
        program.press('F7', 'Return')
        wait_for_point(program, 'Hope, Intro, bar 1: meant 5.0')
        wait_for_points(program, path, [('Intro', '0', '5')], 'other', 'Hope')
        program.press('shift+F7')
        program.wait_gone('list', 'Arc: Hope')
        program.quit()


if __name__ == '__main__':
    cases.main()
