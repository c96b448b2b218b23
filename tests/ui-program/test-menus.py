# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done through menus, dialogs and the header."""

import os
import re
import time

import cases
from cases import EXAMPLE, case, read_file
from desk import wait_for
from song import NAMESPACE, Song
from timeline import click_head, click_layer, find_head, list_sections

# what a popover may take of a display 600 px high
MENU_PX = 560


@case('saves under another name')
def saves_as(stage):
    path = stage.take_fixture()
    before = read_file(path)
    copy = os.path.join(stage.desk.home, 'copy.maquette')
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out'))
        program.press('6', 'ctrl+shift+s')
        wait_for('the file dialog', lambda: len(program.toplevels) > 1)
        program.press('ctrl+a')
        program.type(copy)
        program.press('Return')
        program.wait_until('the copy', lambda: os.path.exists(copy) and
                           Song(copy).get_level('Bass', 'Intro') == 6)
        program.wait_until('the dialog to go', lambda: len(program.toplevels) == 1)
        # From now on the copy is the file.
        program.press('7')
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, level 7 of 10')
        program.press('ctrl+s')
        program.wait_until('the copy to change', lambda: Song(copy).get_level('Bass', 'Intro') == 7)
        program.quit()
    assert read_file(path) == before


@case('shows another arrangement', window_width=1600)
def switches_arrangement(stage):
    with stage.start(EXAMPLE) as program:
        program.wait('grid', lambda label: 'After pre-production' in label)
        program.click(program.wait('button', lambda label: 'Arrangement' in label))
        program.choose('As demoed')
        program.wait('grid', lambda label: 'As demoed' in label)
        program.quit()


@case('switches to another song of the file')
def switches_songs(stage):
    path = stage.take_fixture()
    text = read_file(path).decode()
    song = text[text.index('    <song '):text.index('</song>') + len('</song>\n')]
    other = re.sub(r'id="[^"]*" title="[^"]*"', 'id="f777" title="Harbour Fog"', song, count=1)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace(song, song + other))
    with stage.start(path) as program:
        program.wait('grid', lambda label: 'Harbour Lights' in label)
        program.click(program.wait('button', lambda label: 'Arrangement' in label))
        program.choose('Harbour Fog')
        program.wait('grid', lambda label: 'Harbour Fog' in label)
        program.press('ctrl+z')
        program.wait('grid', lambda label: 'Harbour Lights' in label)
        program.quit()


@case('copies and deletes an arrangement')
def copies_arrangement(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid', lambda label: 'As demoed' in label)
        program.click(program.wait('button', lambda label: 'Arrangement' in label))
        program.choose('Copy as New Arrangement')
        program.wait('grid', lambda label: label.startswith('Arrangement, ') and
                     'As demoed,' not in label)
        program.press('ctrl+s')
        program.wait_until('two arrangements in the file', lambda: len(list(
            Song(path).element.iter(NAMESPACE + 'arrangement'))) == 2)
        program.click(program.wait('button', lambda label: 'Arrangement' in label))
        program.choose('Delete Arrangement')
        program.wait('grid', lambda label: 'As demoed,' in label)
        program.quit()


@case('has menus for what is selected')
def has_menus(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Strings, Chorus 1, bars 13 to 20, level 6 of 10, '
                                                'leaves in bar 19, motif tide'), button=3)
        program.choose('Only the Selection in These Sections')
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, out')
        program.click(program.wait('button', lambda label: label.startswith('Undo')))
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, level 8 of 10')
        program.click(program.wait('button', lambda label: label.startswith('Redo')))
        program.wait('grid cell', 'Drums, Chorus 1, bars 13 to 20, out')
        click_head(program, 'Bridge')
        program.press('shift+F10')
        program.choose('Length and Place')
        program.choose('One Bar Longer')
        program.wait_until('a longer bridge', lambda: 'bars 29 to 35' in
                           find_head(program, 'Bridge').label)
        program.press('shift+F10')
        program.choose('Repeat, Following This One')
        program.wait_until('a seventh section', lambda: len(list_sections(program)) == 7)
        assert 'follows Bridge' in next(
            head.label for head in program.window.find_all('button')
            if 'bars 36 to 42' in head.label)
        program.press('ctrl+z')
        program.wait_until('six sections', lambda: len(list_sections(program)) == 6)
        click_head(program, 'Bridge')
        program.press('ctrl+r')
        program.wait_until('a seventh section', lambda: len(list_sections(program)) == 7)
        program.quit()


@case('has a menu for a layer that fits into a small window')
def has_short_menu(stage):
    with stage.start(stage.take_fixture()) as program:
        click_layer(program, 'Bass')
        program.press('shift+F10')
        program.wait('menu item', 'Fit Heads to Names')
        height = program.wait('menu').extents[3]
        assert 300 < height <= MENU_PX, f'it is {height} px high'
        program.choose('Its Parts')
        program.choose('Pin or Unpin Its Parts')
        program.wait('grid cell', 'Bass, Bridge, bars 29 to 34, level 3 of 10, pinned')
        program.quit()


@case('has no tooltip over a menu that is open')
def has_no_tooltip(stage):
    with stage.start(stage.take_fixture()) as program:
        click_head(program, 'Bridge')
        program.press('shift+F10')
        program.wait('menu item', 'Kind')
        x, y = program.place_in(find_head(program, 'Verse 1'))
        program.hands.move(x, y)
        program.hands.move(x + 2, y)
        # as long as a tooltip takes to come up
        time.sleep(1)
        assert program.find('menu item', 'Kind') is not None, 'the menu has gone'
        assert program.find('label', lambda label: label.startswith('Verse 1') and
                            'Drag to move' in label) is None, 'there is a tooltip'
        program.press('Escape')
        program.wait_gone('menu item', 'Kind')
        program.quit()


def shows(program, title):
    """Whether a key is on the page that is to be seen; those that are searched have it, too."""
    return any(label.extents[3] > 0
               for label in program.toplevels[-1].find_all('label', title))


@case('opens its menu by F10, and leaves it by Escape')
def main_menu(stage):
    with stage.start(stage.take_fixture()) as program:
        program.wait('grid cell')
        program.press('F10')
        program.wait('menu item', 'Preferences')
        program.press('Escape')
        program.wait_gone('menu item', 'Preferences')
        program.quit()


@case('explains its keys')
def explains_keys(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        # GTK 4.8 on the round buttons of its own window of shortcuts, with Adwaita's margins.
        program.forgiven = '(label) reported min width -'
        program.wait('grid cell')
        program.press('ctrl+question')
        wait_for('the window of shortcuts', lambda: len(program.toplevels) > 1)
        program.wait_until('a window that fits on a small display', lambda: all(
            0 < size <= most for size, most in zip(program.toplevels[-1].extents[2:], (900, 600))))
        # It opens with its first page, and the next comes after that.
        program.wait_until('the first page', lambda: shows(program, 'Play or stop'))
        assert not shows(program, 'New from a template')
        program.click(program.wait('tab', '_2'))
        program.wait_until('the second page', lambda: shows(program, 'Louder'))
        program.press('Escape')
        program.wait_until('it to go', lambda: len(program.toplevels) == 1)
        program.quit()


if __name__ == '__main__':
    cases.main()
