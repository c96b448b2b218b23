# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arc lane: what is measured of a song, and its turns."""

import re

import cases
from cases import EXAMPLE, case


@case('measures what is heard', arcs_shown='true')
def measures(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('list', 'Arc: Energy')
        program.click(program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10'))
        program.press('F7', 'Return')
        program.wait('list item', lambda text: text.startswith(
            'Energy, Chorus 1, bar 13: meant 5.0, measured '), seconds=60)
        # the pointer says it of each bar; the chorus has eight
        x, _, width, _ = program.locate(program.wait(
            'grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10'))
        _, y = program.place_in(program.find('list', 'Arc: Energy'), down=0.9)
        for bar in (14, 18):
            program.hands.move(round(x + width * (bar - 13 + 0.5) / 8), y)
            program.wait('label', lambda text: re.match(
                rf'Bar {bar}: Energy meant 5\.0, measured \d\.\d, .*, −\d+\.\d LUFS\n'
                r'Chorus 1: Energy meant 5\.0, measured ', text))
        program.quit()


TURNS = ('Anticipation: ', 'Surprise: ', 'Resolution: ')


def list_turns(program):
    """What the signs of turns say."""
    return {item.label for item in program.window.find_all('list item', is_turn)}


def is_turn(text):
    return any(word in text for word in TURNS)


def get_bar(turn):
    return int(turn.split(', bar ')[1].split(':')[0])


def wait_for_section(program, turn):
    """The head of its section is pressed."""
    start = turn.split(', bar ')[0] + ', '
    program.wait_until(f'{start} to be selected', lambda: program.window.find(
        None, lambda text: text.startswith(start) and ', bars ' in text, state='pressed'))


def is_point(text):
    return text.startswith('Energy, ')


@case('reaches each turn of the song', arcs_shown='true')
def reaches_turns(stage):
    with stage.start(EXAMPLE) as program:
        program.wait('list', 'Arc: Energy')
        # others are found until all is measured
        program.wait('label', 'line meant, area heard', seconds=120)
        program.wait_until('several turns', lambda: len(list_turns(program)) > 3)
        turns = list_turns(program)
        program.press('F7')
        program.wait_focus(is_point)
        program.press('shift+Right')
        program.wait_focus(is_turn)
        reached = [program.find_focused().label]
        while len(reached) < len(turns):
            program.press('Right')
            program.wait_focus(lambda text: is_turn(text) and text != reached[-1])
            reached.append(program.find_focused().label)
        assert set(reached) == turns, (reached, turns)
        assert [get_bar(turn) for turn in reached] == sorted(map(get_bar, turns)), reached
        program.press('shift+Left')
        program.wait_focus(reached[-2])
        program.press('Down')
        program.wait_focus(is_point)
        # the pointer looks at its section
        program.click(program.find('list item', reached[3]))
        program.wait_focus(reached[3])
        wait_for_section(program, reached[3])
        program.press('Left', 'Left', 'Left', 'Return')
        program.wait_focus(reached[0])
        wait_for_section(program, reached[0])
        program.quit()


if __name__ == '__main__':
    cases.main()
