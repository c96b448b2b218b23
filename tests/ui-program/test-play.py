# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Playing on a machine without a sound device."""

import re

import cases
from cases import case
from timeline import click_head, find_head

PLACE = re.compile(r'^(.+) · (\d+):(\d)$')
CLOCK = re.compile(r'^(\d+):(\d\d) / \d+:\d\d$')


def read_place(program):
    """Section, bar and beat of the playhead, as the transport says them."""
    label = program.wait('label', lambda text: PLACE.match(text)).label
    name, bar, beat = PLACE.match(label).groups()
    return name, int(bar), int(beat)


def read_seconds(program):
    minutes, seconds = CLOCK.match(
        program.wait('label', lambda text: CLOCK.match(text)).label).groups()
    return int(minutes) * 60 + int(seconds)


@case('plays without a sound device')
def plays(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('label', lambda text: text.startswith('No sound device'))
        assert read_place(program) == ('Intro', 1, 1)
        program.press('space')
        program.wait('button', 'Stop')
        program.wait_until('the playhead to reach the second bar',
                           lambda: read_place(program)[:2] > ('Intro', 1))
        assert read_seconds(program) >= 2
        program.press('space')
        program.wait('button', 'Play')
        place = read_place(program)
        program.press('Home')
        program.wait_until('the start', lambda: read_place(program) == ('Intro', 1, 1))
        assert place != ('Intro', 1, 1)
        program.quit()


@case('goes from section to section')
def steps(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        program.press('Page_Down', 'Page_Down')
        program.wait_until('the chorus', lambda: read_place(program)[0] == 'Chorus 1')
        program.press('Page_Up')
        program.wait_until('the verse', lambda: read_place(program)[0] == 'Verse 1')
        # A click in the ruler, above a section's head, goes there.
        x, y, width, _ = program.locate(find_head(program, 'Bridge'))
        program.hands.click(x + width / 2, y - 24)
        program.wait_until('the bridge', lambda: read_place(program)[0] == 'Bridge')
        program.quit()


@case('stands where it stood when the song was closed')
def comes_back(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        program.press('Page_Down', 'Page_Down')
        program.wait_until('the chorus', lambda: read_place(program)[0] == 'Chorus 1')
        program.quit()
    with stage.start(path) as program:
        program.wait_until('the chorus', lambda: read_place(program) == ('Chorus 1', 1, 1))
        program.press('space')
        program.wait_until('the music', lambda: read_place(program)[1] > 1)
        assert read_place(program)[0] == 'Chorus 1', read_place(program)
        program.press('space', 'Home')
        program.wait_until('the start', lambda: read_place(program)[0] == 'Intro')
        program.quit()


@case('takes edits while it plays')
def edits_while_playing(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10'))
        program.press('Page_Down', 'Page_Down')
        program.wait_until('the chorus', lambda: read_place(program)[0] == 'Chorus 1')
        program.press('space')
        program.wait('button', 'Stop')
        program.press('3')
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 3 of 10')
        # Lengthening what lies before leaves the listener where the music is.
        program.press('Left', 'Left', 'Up', 'Up', 'Up')
        program.press('ctrl+d')
        program.wait('grid cell', 'Bass, Chorus 1, bars 17 to 24, level 3 of 10')
        place = read_place(program)
        assert place[0] in ('Chorus 1', 'Verse 2'), place
        program.wait_until('the next bar', lambda: read_place(program)[:2] != place[:2])
        program.press('ctrl+z', 'ctrl+z')
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10')
        assert program.find('button', 'Stop') is not None
        program.press('space')
        program.wait('button', 'Play')
        program.quit()


@case('counts in and clicks, also the next time')
def counts_in(stage):
    path = stage.take_fixture()

    def is_down(program, name):
        button = program.find('button', name) or program.find('toggle button', name)
        return button is not None and 'pressed' in button.states
    with stage.start(path) as program:
        program.wait('grid cell')
        for name in ('Metronome', 'Count In One Bar'):
            program.click(program.wait(label=name))
            program.wait_until(f'{name} to be down', lambda what=name: is_down(program, what))
        program.press('space')
        program.wait('label', lambda text: text.startswith('Count-in '))
        program.press('space')
        program.wait('button', 'Play')
        program.quit()
    with stage.start(path) as program:
        program.wait('grid cell')
        for name in ('Metronome', 'Count In One Bar'):
            program.wait_until(f'{name} to be down', lambda what=name: is_down(program, what))
        program.quit()


@case('repeats a section')
def loops(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Acoustic, Intro, bars 1 to 4, level 3 of 10'))
        program.press('ctrl+z')
        program.press('l')
        loop = program.wait('button', 'Repeat the Selected Section')
        program.wait_until('the button to be down', lambda: 'pressed' in loop.states)
        program.press('l')
        program.wait_until('the button to be up', lambda: 'pressed' not in loop.states)
        program.quit()


@case('repeats what was repeated when the song was closed')
def keeps_loop(stage):
    path = stage.take_fixture()

    def has_loop(program):
        return 'pressed' in program.wait('button', 'Repeat the Selected Section').states

    with stage.start(path) as program:
        click_head(program, 'Intro')
        program.press('l')
        program.wait_until('the button to be down', lambda: has_loop(program))
        program.quit()
    with stage.start(path) as program:
        program.wait('grid cell')
        program.wait_until('the button to be down', lambda: has_loop(program))
        # and it is heard: after its last bar comes its first again
        program.press('space')
        program.wait_until('the last bar', lambda: read_place(program)[:2] == ('Intro', 4))
        program.wait_until('the first bar again', lambda: read_place(program)[:2] == ('Intro', 1))
        program.press('space')
        program.wait('button', 'Play')
        program.press('l')
        program.wait_until('the button to be up', lambda: not has_loop(program))
        program.quit()
    with stage.start(path) as program:
        program.wait('grid cell')
        program.wait('button', 'Play')
        assert not has_loop(program)
        program.quit()


if __name__ == '__main__':
    cases.main()
