# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags, as the eye follows them: the line where what is dragged comes to stand, what an end
catches on from afar, levels in proportion."""

import time

import cases
import desk
from cases import case
from song import Song
from timeline import (begin_edge_drag, begin_head_drag, click_head, find_head, list_sections,
                      wait_for_sections)

SECTIONS = ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Bridge', 'Chorus 2']
TWO_BAR_PX = 6     # less than that wide, bars are caught in twos


def wait_file(program, path, what, condition):
    program.press('ctrl+s')
    program.wait_until(what, lambda: condition(Song(path)))


def is_accent(pixels, x, y):
    """Whether a pixel is of the strong blue of lines, which nothing else in an empty place is."""
    at = (round(y) * desk.WIDTH + round(x)) * 3
    red, green, blue = pixels[at:at + 3]
    return blue > 150 and blue - red > 90 and blue - green > 40


def find_layer(program, name):
    return program.wait('row header', lambda label: label.startswith(name + ', '))


def find_upright_line(program):
    """Where the line before a section stands, looked for below the layers; or None."""
    x, y, _, height = program.locate(find_layer(program, 'Strings'))
    first = program.locate(find_head(program, list_sections(program)[0][0]))[0]
    last_x, _, last_width, _ = program.locate(find_head(program, list_sections(program)[-1][0]))
    pixels = program.hands.take_bytes()
    below = y + height + 30
    found = [x for x in range(round(first) - 6, round(last_x + last_width) + 6)
             if is_accent(pixels, x, below) and is_accent(pixels, x, below + 12)]
    return sum(found) / len(found) if found else None


def find_level_line(program):
    """Where the line above a layer lies, looked for right of the sections; or None."""
    last_x, _, last_width, _ = program.locate(find_head(program, SECTIONS[-1]))
    top = program.locate(find_layer(program, 'Bass'))[1] - 60
    pixels = program.hands.take_bytes()
    beside = last_x + last_width + 10
    found = [y for y in range(round(top), round(top) + 260)
             if is_accent(pixels, beside, y) and is_accent(pixels, beside + 12, y)]
    return sum(found) / len(found) if found else None


def wait_upright(program, name):
    """Until the line stands right before a section."""
    def look():
        line = find_upright_line(program)
        return line is not None and abs(line - program.locate(find_head(program, name))[0]) <= 4
    program.wait_until(f'the line before {name}', look)


def wait_level_line(program, name):
    def look():
        line = find_level_line(program)
        return line is not None and abs(line - program.locate(find_layer(program, name))[1]) <= 4
    program.wait_until(f'the line above {name}', look)


@case('draws a line where a section that is dragged comes to stand')
def section_line(stage):
    path = stage.take_fixture()
    moved = ['Verse 1', 'Chorus 1', 'Intro', 'Verse 2', 'Bridge', 'Chorus 2']
    with stage.start(path) as program:
        assert find_upright_line(program) is None
        begin_head_drag(program, 'Intro', 'Chorus 1')
        wait_for_sections(program, moved)
        wait_upright(program, 'Intro')
        program.hands.press('Escape')
        wait_for_sections(program, SECTIONS)
        program.wait_until('no line any more', lambda: find_upright_line(program) is None)
        program.hands.end_drag()
        program.wait_steady()
        begin_head_drag(program, 'Intro', 'Chorus 1', ('ctrl',))
        program.wait_until('seven sections', lambda: len(list_sections(program)) == 7)
        wait_upright(program, 'Intro 2')
        program.hands.end_drag(('ctrl',))
        program.wait_until('no line any more', lambda: find_upright_line(program) is None)
        wait_file(program, path, 'the copy', lambda song: song.names ==
                  ['Intro', 'Verse 1', 'Chorus 1', 'Intro 2', 'Verse 2', 'Bridge', 'Chorus 2'])
        program.press('ctrl+z')
        wait_for_sections(program, SECTIONS)
        program.wait_steady()
        begin_head_drag(program, 'Intro', 'Chorus 1')
        wait_for_sections(program, moved)
        program.hands.end_drag()
        wait_file(program, path, 'the section elsewhere', lambda song: song.names == moved)
        program.quit()


@case('draws a line where a layer that is dragged comes to stand')
def layer_line(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        x, y = program.place_in(find_layer(program, 'Drums'), 0.3)
        to = program.place_in(find_layer(program, 'Acoustic'), 0.3, 0.75)
        program.focus()
        assert find_level_line(program) is None
        program.hands.begin_drag(x, y, *to)
        wait_level_line(program, 'Drums')
        program.hands.press('Escape')
        program.wait_until('no line any more', lambda: find_level_line(program) is None)
        program.hands.end_drag()
        program.wait_steady()
        program.hands.begin_drag(x, y, *to)
        wait_level_line(program, 'Drums')
        program.hands.end_drag()
        program.wait_until('no line any more', lambda: find_level_line(program) is None)
        wait_file(program, path, 'the layer elsewhere', lambda song: song.layer_names ==
                  ['Bass', 'Acoustic', 'Drums', 'Strings'])
        program.quit()


@case('catches on every second bar from afar')
def catches_from_afar(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Chorus 1')

        def is_far():
            if program.locate(find_head(program, 'Chorus 1'))[2] < 8 * TWO_BAR_PX - 2:
                return True
            program.press('ctrl+minus')
            program.wait_steady()
            return False

        program.wait_until('narrow bars', is_far)
        begin_edge_drag(program, 'Chorus 1', 2)
        program.wait(None, lambda label: label.startswith('10 bars (+2) · catches on every 2nd bar'))
        program.hands.end_drag()
        wait_file(program, path, 'two more bars',
                  lambda song: song.get_section('Chorus 1').bars == 10)
        program.quit()


@case('drags levels in proportion with Alt')
def drags_in_proportion(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        strings = program.wait('grid cell', lambda label: label.startswith('Strings, Chorus 1, '))
        program.click(program.wait('grid cell', lambda label: label.startswith('Acoustic, Intro, ')))
        program.click(strings, holding=('ctrl',))
        program.wait_until('two selected cells', lambda: 2 == sum(
            'selected' in cell.states for cell in program.window.find_all('grid cell')))
        x, y = program.place_in(strings)
        program.hands.begin_drag(x, y, x, y + 2 * 7, ('alt',))
        program.wait('grid cell', 'Acoustic, Intro, bars 1 to 4, level 2 of 10')
        program.wait('grid cell', lambda label: label.startswith('Strings, Chorus 1, ') and
                     'level 4 of 10' in label)
        # A pointer that rests has a tooltip, but not while it holds something.
        time.sleep(1)
        assert len(program.hands.find_windows(program.process.pid)) == 1, 'there is a tooltip'
        program.hands.end_drag(('alt',))
        wait_file(program, path, 'both softer', lambda song: (
            song.get_level('Strings', 'Chorus 1'), song.get_level('Acoustic', 'Intro')) == (4, 2))
        program.quit()


@case('keeps of a layer only what is selected, and splits where the music is')
def strips_layers(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        bass = program.wait('grid cell', lambda label: label.startswith('Bass, Chorus 1, '))
        program.click(bass)
        program.click(bass, button=3)
        program.choose('Only the Selection of These Layers')
        wait_file(program, path, 'the bass in the chorus alone', lambda song: [
            song.get_level('Bass', name) for name in song.names] == [0, 0, 8, 0, 0, 0])
        program.press('ctrl+z')
        # A click in the ruler takes the music there.
        x, y, width, _ = program.locate(find_head(program, 'Bridge'))
        program.hands.click(x + width * 0.5 + 2, y - 8)
        program.wait('label', lambda label: label.startswith('Bridge · 4:1'))
        program.press('ctrl+k')
        program.wait_until('seven sections', lambda: len(list_sections(program)) == 7)
        wait_file(program, path, 'two halves', lambda song: [
            section.bars for section in song.sections] == [4, 8, 8, 8, 3, 3, 8])
        program.quit()


if __name__ == '__main__':
    cases.main()
