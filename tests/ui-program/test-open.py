# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shown when a song is opened, and how it is read aloud."""

import cases
from cases import EXAMPLE, case
from song import Song
from timeline import list_layers, list_sections


def read_cells(program):
    return [cell.label for cell in program.window.find_all('grid cell')]


def list_texts(song):
    return sorted(text for row in song.describe_rows() for text in row)


@case('shows all of a song')
def shows_song(stage):
    path = stage.take_fixture()
    song = Song(path)
    with stage.start(path) as program:
        program.wait_until('the cells of the song',
                           lambda: sorted(read_cells(program)) == list_texts(song))
        assert list_sections(program) == [(section.name, section.place)
                                          for section in song.sections]
        assert list_layers(program)[3] == 'Strings, Strings'
        unnamed = [node for node in program.window.find_all('button')
                   if not node.label or node.label.startswith('Gtk')]
        assert not unnamed, unnamed
        program.quit()


@case('shows the example song', window_width=1600)
def shows_example(stage):
    song = Song(EXAMPLE)
    with stage.start(EXAMPLE) as program:
        program.wait_until('the cells of the song',
                           lambda: sorted(read_cells(program)) == list_texts(song))
        program.quit()


@case('zooms')
def zooms(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        def measure():
            cell = program.find('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 8 of 10')
            return cell.extents[2] if cell else 0
        program.wait_until('the cells', measure)
        program.wait_steady()
        fitted = measure()
        program.press('ctrl+plus')
        program.wait_until('wider cells', lambda: measure() > fitted * 1.2)
        program.press('ctrl+minus', 'ctrl+minus')
        program.wait_until('narrower cells', lambda: 0 < measure() < fitted * 0.9)
        program.press('ctrl+0')
        program.wait_until('cells as they were', lambda: measure() == fitted)
        program.quit()


@case('is read aloud by the arrow keys')
def is_read_aloud(stage):
    path = stage.take_fixture()
    rows = Song(path).describe_rows()
    heard = []
    with stage.start(path) as program:
        program.click(program.wait('grid cell', rows[0][0]))
        for number, row in enumerate(rows):
            # There and back again, as a ploughman goes.
            for text in row if number % 2 == 0 else row[::-1]:
                program.wait_focus(text)
                heard.append(text)
                program.press('Right' if number % 2 == 0 else 'Left')
            if number % 2 == 1:
                program.press('Right')
            program.press('Down')
        assert sorted(heard) == list_texts(Song(path))
        program.quit()


def check_sizes(program):
    """Everything that is shown in the timeline has a size and lies in the window."""
    _, _, width, height = program.window.extents
    for node in program.window.find_all():
        if 'org.a11y.atspi.Component' not in node.interfaces:
            continue
        _, _, own_width, own_height = node.extents
        assert own_width >= 0 and own_height >= 0, f'{node} is {own_width} × {own_height}'
    for label in ('Save', 'Main Menu', 'To the Start', 'Play', 'Volume'):
        x, y, own_width, own_height = program.window.find('button', label).extents
        assert 0 <= x and x + own_width <= width and 0 <= y and y + own_height <= height, label


@case('is usable at 900 by 600', window_width=900, window_height=600)
def is_usable_small(stage):
    with stage.start(EXAMPLE) as program:
        program.wait('grid cell')
        _, _, width, height = program.locate(program.window)
        assert width <= 900 and height <= 600, (width, height)
        check_sizes(program)
        # Ten layers do not fit, and still the keys go to sections rather than scroll.
        program.press('Page_Down', 'Page_Down')
        program.wait('label', lambda text: text.startswith('Pre-Chorus 1 · 1:'))
        program.press('Home')
        program.wait('label', lambda text: text.startswith('Intro · 1:'))
        program.press('F9')
        program.press('ctrl+plus', 'ctrl+plus', 'ctrl+0')
        check_sizes(program)
        program.quit()


@case('is usable at 2560 by 1440', window_width=2560, window_height=1440)
def is_usable_large(stage):
    with stage.start(EXAMPLE) as program:
        program.wait('grid cell')
        check_sizes(program)
        program.quit()


if __name__ == '__main__':
    cases.main()
