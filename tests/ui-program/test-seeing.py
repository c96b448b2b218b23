# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen of a song: how long it is against what is meant, how near, and which part."""

import re

import cases
from cases import case
from song import Song
from timeline import begin_edge_drag, click_head, find_head, list_sections

OVERVIEW = re.compile(r'^Overview, bars (\d+) to (\d+) of (\d+) in view$')
PLACE = re.compile(r'^(.+) · (\d+):(\d)$')
FOLLOW = 'Go Along with the Music'


def is_length(words):
    return lambda label: label.startswith('Length ' + words)


def find_overview(program):
    return program.wait('scroll bar', lambda label: OVERVIEW.match(label))


def read_view(program):
    """First and last bar in view, and how many there are."""
    return tuple(map(int, OVERVIEW.match(find_overview(program).label).groups()))


def wait_for_view(program, what, condition):
    program.wait_until(what, lambda: condition(*read_view(program)))


def follows(program):
    return 'pressed' in program.wait('button', FOLLOW).states


def song_bytes(path):
    with open(path, 'rb') as file:
        return file.read()


def zoom_in(program, times):
    for _ in range(times):
        before = read_view(program)
        program.press('ctrl+plus')
        wait_for_view(program, 'the zoom', lambda *view: view != before)


@case('says by how much a song misses its target, also while dragging')
def target(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('button', is_length('1:45, 42 bars · chorus at 0:30'))
        program.press('t')
        program.wait_steady()
        program.type('1:30')
        program.press('Return')
        program.wait('button', is_length('1:45, 15 s over'))
        begin_edge_drag(program, 'Bridge', 4)
        program.wait('button', is_length('1:55, 25 s over'))
        program.wait('label', lambda text: text.endswith('\n1:55, 25 s over'))
        program.press('Escape')
        program.wait('button', is_length('1:45, 15 s over'))
        program.hands.end_drag()
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).arrangement.get('target-seconds') == '90')
        program.press('ctrl+z')
        program.wait('button', is_length('1:45, 42 bars'))
        program.click(program.wait('button', is_length('1:45')))
        program.wait_steady()
        program.type('soon')
        program.press('Return')
        program.wait(None, lambda text: text.startswith('That is no length.'))
        program.press('Escape')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).arrangement.get('target-seconds') is None)
        program.quit()


@case('scrolls by the overview: click, drag, wheel and keys')
def overview(stage):
    with stage.start(stage.take_fixture()) as program:
        program.wait('grid cell')
        assert read_view(program) == (1, 42, 42)
        program.press('Home')
        zoom_in(program, 3)
        first, last, _ = read_view(program)
        assert first == 1 and last < 30
        strip = find_overview(program)
        x, y, width, height = program.locate(strip)
        middle = y + height / 2
        program.hands.click(x + width - 20, middle)
        wait_for_view(program, 'the end', lambda first, last, bars: last == bars)
        program.hands.begin_drag(x + width - 60, middle, x + width - 120, middle)
        program.hands.end_drag()
        wait_for_view(program, 'another place', lambda first, last, bars: 1 < first and last < bars)
        before = read_view(program)
        program.hands.turn_wheel(x + width / 2, middle, 1)
        wait_for_view(program, 'a place behind', lambda first, *_: first > before[0])
        program.press('End')
        wait_for_view(program, 'the end', lambda first, last, bars: last == bars)
        program.press('Left', 'Left')
        wait_for_view(program, 'a place before', lambda first, last, bars: last < bars)
        program.press('Home')
        wait_for_view(program, 'the start', lambda first, *_: first == 1)
        program.press('Page_Down')
        wait_for_view(program, 'the next page', lambda first, last, bars: last == bars)
        program.quit()


@case('zooms about the pointer, and to the selection')
def zoom(stage):
    with stage.start(stage.take_fixture()) as program:
        program.wait('grid cell')
        click_head(program, 'Bridge')
        x, y, width, _ = program.locate(find_head(program, 'Bridge'))
        program.hands.turn_wheel(x + width / 2, y + 12, -4, ('ctrl',))
        wait_for_view(program, 'the zoom', lambda first, last, bars: last - first < 32)
        program.wait_steady()
        near, _, near_width, _ = program.locate(find_head(program, 'Bridge'))
        assert near_width > 1.3 * width
        assert abs(near + near_width / 2 - (x + width / 2)) < 4
        program.press('ctrl+plus')
        program.wait_until('the zoom of the keys',
                           lambda: program.locate(find_head(program, 'Bridge'))[2] > near_width + 2)
        near, _, near_width, _ = program.locate(find_head(program, 'Bridge'))
        assert abs(near + near_width / 2 - (x + width / 2)) < 6
        program.press('z')
        wait_for_view(program, 'the bridge alone',
                      lambda first, last, bars: 28 <= first <= 29 and 34 <= last <= 35)
        program.press('ctrl+0')
        wait_for_view(program, 'all of it', lambda *view: view == (1, 42, 42))
        x, y, width, height = program.locate(find_overview(program))
        program.hands.begin_drag(x + width - 7, y + height / 2, x + width - 200, y + height / 2)
        program.hands.end_drag()
        wait_for_view(program, 'its beginning', lambda first, last, bars: first == 1 and last < 34)
        program.quit()


@case('goes along with the music until the user looks elsewhere')
def follow(stage):
    with stage.start(stage.take_fixture()) as program:
        program.wait('grid cell')
        program.press('Home')
        zoom_in(program, 4)
        assert follows(program)
        program.press('Page_Down', 'Page_Down', 'Page_Down', 'Page_Down', 'space')
        wait_for_view(program, 'the music in view', lambda first, *_: first > 10)
        x, y, width, height = program.locate(find_overview(program))
        program.hands.click(x + 240, y + height / 2)
        wait_for_view(program, 'the start in view', lambda first, *_: first == 1)
        assert not follows(program)
        program.focus()
        program.wait('button', 'Stop')
        assert read_view(program)[0] == 1
        click_head(program, 'Intro')
        program.press('g')
        wait_for_view(program, 'the music in view', lambda first, *_: first > 10)
        program.wait_until('the button to follow', lambda: follows(program))
        program.click(program.wait('button', FOLLOW))
        program.wait_until('the button not to follow', lambda: not follows(program))
        program.click(program.wait('button', FOLLOW))
        program.wait_until('the button to follow', lambda: follows(program))
        # The wheel looks elsewhere, too.
        program.hands.turn_wheel(x + 240, y - 60, -6, ('shift',))
        program.wait_until('the button not to follow', lambda: not follows(program))
        program.quit()


def read_loop(program):
    """Where the playhead begins when it plays what is repeated."""
    return program.wait('label', lambda text: PLACE.match(text)).label


@case('repeats a stretch that is drawn in the ruler, and its ends can be dragged')
def loop(stage):
    with stage.start(stage.take_fixture()) as program:
        program.wait('grid cell')
        button = program.wait('button', 'Repeat the Selected Section')
        x, y, width, _ = program.locate(find_head(program, 'Chorus 1'))
        ruler, bar = y - 30, width / 8
        program.hands.begin_drag(x + 2 * bar, ruler, x + 6 * bar, ruler, ('ctrl',))
        program.wait_until('the button to be down', lambda: 'pressed' in button.states)
        program.hands.let_go('ctrl')
        program.press('Escape')
        program.wait_until('the button to be up', lambda: 'pressed' not in button.states)
        program.hands.end_drag()
        program.hands.begin_drag(x + 2 * bar, ruler, x + 6 * bar, ruler, ('ctrl',))
        program.hands.end_drag(('ctrl',))
        program.wait_until('the button to be down', lambda: 'pressed' in button.states)
        program.press('space')
        program.wait_until('the third bar', lambda: read_loop(program).startswith('Chorus 1 · 3:'))
        program.press('space')
        program.wait('button', 'Play')
        program.hands.begin_drag(x + 2 * bar, ruler, x + 5 * bar, ruler)
        program.hands.end_drag()
        program.press('Home', 'space')
        program.wait_until('the sixth bar', lambda: read_loop(program).startswith('Chorus 1 · 6:'))
        program.press('space', 'l')
        program.wait_until('the button to be up', lambda: 'pressed' not in button.states)
        program.quit()


@case('shows a song again as it was left', window_width=1000)
def comes_back(stage):
    path = stage.take_fixture()

    def is_selected(program):
        return 'pressed' in find_head(program, 'Bridge').states

    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.press('ctrl+0')
        fitted = read_view(program)
        zoom_in(program, 4)
        left = read_view(program)
        assert left[0] > 1, left
        program.quit()
    text = song_bytes(path)
    with stage.start(path) as program:
        wait_for_view(program, f'the view {left}', lambda *view: view == left)
        program.wait_until('the bridge to be selected', lambda: is_selected(program))
        program.press('ctrl+0')
        wait_for_view(program, f'the whole song, {fitted}', lambda *view: view == fitted)
        program.quit()
    # and a song that was seen as a whole comes back as a whole
    with stage.start(path) as program:
        wait_for_view(program, f'the whole song, {fitted}', lambda *view: view == fitted)
        program.wait_until('the bridge to be selected', lambda: is_selected(program))
        program.quit()
    assert song_bytes(path) == text


@case('is readable from afar, in high contrast and at twice the size')
def afar(stage):
    path = stage.take_fixture()
    variables = {'ADW_DEBUG_HIGH_CONTRAST': '1', 'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}
    with stage.start(path, **variables) as program:
        program.wait('grid cell')
        for _ in range(8):
            program.press('ctrl+minus')
        program.wait_steady()
        names = [name for name, _ in list_sections(program)]
        assert names == Song(path).names
        program.quit()
    with stage.start(path, GDK_SCALE='2') as program:
        program.wait('grid cell')
        assert [name for name, _ in list_sections(program)] == names
        program.quit()


if __name__ == '__main__':
    cases.main()
