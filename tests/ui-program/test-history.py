# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done, as a list to go back in, and across what is saved."""

import cases
from cases import case, read_file
from cells import click_cell, save, wait_level, wait_selected
from song import Song
from timeline import click_head, find_head, list_sections


def go_by_pointer(program, beginning):
    """Clicks on the step in the list whose name begins so."""
    program.click(program.find('button', 'History'))
    program.click_in_popover(program.wait('list item', lambda text: text.startswith(beginning)))
    program.wait_gone('list item', lambda text: text.startswith(beginning))


def is_selected(program, layer, section):
    return 'selected' in program.wait('grid cell', lambda label: label.startswith(
        f'{layer}, {section}, ')).states


@case('goes back by a click, also to before what was saved, and the selection comes back')
def goes_by_click(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Chorus 1')
        program.press('4')
        wait_level(program, 'Bass', 'Chorus 1', 4)
        click_cell(program, 'Drums', 'Chorus 1')
        program.press('shift+Down', 'shift+Right', '2')
        save(program, path, lambda song: song.get_level('Drums', 'Verse 2') == 2)
        second = read_file(path)
        click_head(program, 'Bridge')
        program.press('Delete')
        program.wait_until('five sections', lambda: len(list_sections(program)) == 5)
        save(program, path, lambda song: len(song.sections) == 5)
        go_by_pointer(program, 'As it was opened')
        wait_level(program, 'Bass', 'Chorus 1', 8)
        program.wait_until('the first cell to be selected alone', lambda: is_selected(
            program, 'Bass', 'Chorus 1'))
        wait_selected(program, 1)
        program.press('ctrl+s')
        program.wait_until('the file as it was', lambda: read_file(path) == before)
        # What lies ahead is still there.
        go_by_pointer(program, '2 layers in 2 sections at 2')
        wait_level(program, 'Drums', 'Verse 2', 2)
        program.press('ctrl+s')
        program.wait_until('the file as it was then', lambda: read_file(path) == second)
        program.press('ctrl+shift+z')
        save(program, path, lambda song: len(song.sections) == 5)
        program.press('ctrl+z')
        program.wait_until('the bridge to be selected again',
                           lambda: 'pressed' in find_head(program, 'Bridge').states)
        program.quit()


@case('undoes and does again what was saved, each time to the same bytes')
def survives_saving(stage):
    path = stage.take_fixture()
    kept = [read_file(path)]
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Chorus 1')
        for level in (3, 6, 9):
            program.press(str(level))
            save(program, path, lambda song, level=level:
                 song.get_level('Bass', 'Chorus 1') == level)
            kept.append(read_file(path))
        for key, saved in (*(('ctrl+z', text) for text in (kept[2], kept[1], kept[0])),
                           *(('ctrl+shift+z', text) for text in kept[1:])):
            program.press(key, 'ctrl+s')
            program.wait_until(f'{key} in the file',
                               lambda saved=saved: read_file(path) == saved)
        assert Song(path).get_level('Bass', 'Chorus 1') == 9
        program.wait_until('nothing to do again', lambda: 'sensitive' not in program.find(
            'button', lambda label: label.startswith('Redo')).states)
        program.quit()


if __name__ == '__main__':
    cases.main()
