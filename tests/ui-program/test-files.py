# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is lost: closing, crashes, and other programs at the same file."""

import os
import shutil

import cases
from cases import EXAMPLE, case, read_file
from desk import wait_for
from song import Song
from timeline import list_layers, list_sections


def read_all(folder):
    """What all files below a folder hold; one may be renamed while it is looked for."""
    for where, _, names in os.walk(folder):
        for name in names:
            try:
                yield read_file(os.path.join(where, name))
            except FileNotFoundError:
                pass


@case('asks before it closes')
def asks_before_closing(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out'))
        program.press('6')
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, level 6 of 10')
        program.wait('label', '• Harbour Lights')
        program.press('ctrl+w')
        program.wait('dialog', 'Save Changes?')
        program.click(program.wait('button', lambda label: 'Cancel' in label))
        program.wait_gone('dialog', 'Save Changes?')
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, level 6 of 10')
        program.press('ctrl+w')
        program.wait('dialog', 'Save Changes?')
        program.click(program.wait('button', lambda label: 'Discard' in label))
        program.wait_end()
    assert read_file(path) == before
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out'))
        program.press('6', 'ctrl+w')
        program.wait('dialog', 'Save Changes?')
        program.press('Return')
        program.wait_end()
    assert Song(path).get_level('Bass', 'Intro') == 6


@case('offers what a crash left behind')
def recovers(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out'))
        program.press('6')
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, level 6 of 10')
        wait_for('a recovery file', lambda: any(
            b'level="6"/>\n          <part layer="a3" level="3"' in content
            for content in read_all(os.path.join(stage.desk.home, 'state'))))
        program.kill()
    assert read_file(path) == before
    with stage.start() as program:
        program.wait('label', lambda text: 'was not saved' in text and 'harbour' in text)
        program.click(program.wait('button', 'Recover'))
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, level 6 of 10')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level('Bass', 'Intro') == 6)
        program.quit()
    with stage.start(path) as program:
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, level 6 of 10')
        assert program.find('button', 'Recover') is None or \
            program.find('label', lambda text: 'was not saved' in text) is None
        program.quit()


@case('notices another program at its file')
def notices_change(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out'))
        text = read_file(path).replace(b'name="Bridge"', b'name="Middle"')
        with open(path, 'wb') as file:
            file.write(text)
        program.wait('label', 'Another program has changed this file.')
        program.press('6')
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, level 6 of 10')
        program.press('ctrl+s')
        program.wait('dialog', 'Changed by Another Program')
        program.press('Escape')
        program.wait_gone('dialog', 'Changed by Another Program')
        assert read_file(path) == text
        program.click(program.wait('button', 'Reload'))
        # There is something to lose, so it asks.
        program.wait('dialog', 'Reload the Song?')
        program.press('Escape')
        program.wait_gone('dialog', 'Reload the Song?')
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, level 6 of 10')
        program.click(program.wait('button', 'Reload'))
        program.wait('dialog', 'Reload the Song?')
        program.click(program.wait('button', lambda label: label.startswith('_Reload')))
        program.wait('grid cell', 'Bass, Middle, bars 29 to 34, level 3 of 10')
        # Taking in the other's version is a step like any other.
        program.press('ctrl+z')
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, level 6 of 10')
        program.quit()


@case('remembers songs, whatever their names')
def remembers(stage):
    path = os.path.join(os.path.dirname(stage.take_fixture()), "Don't \"stop\"_now.maquette")
    os.rename(stage.take_fixture(), path)
    with stage.start(path) as program:
        program.wait('grid cell')
        program.quit()
    with stage.start() as program:
        program.click(program.wait('button', lambda label: label.startswith("Don't \"stop\"_now")))
        program.wait('grid cell')
        program.quit()


@case('opens a ChordPro chart')
def opens_chart(stage):
    path = stage.take_fixture('ferry.cho')
    before = read_file(path)
    with stage.start(path) as program:
        program.wait('grid')
        program.wait_until('the sections of the chart', lambda: [
            name for name, _ in list_sections(program)] == ['Verse 1', 'Chorus', 'Verse 2'])
        assert len(list_layers(program)) >= 3
        # What was guessed is told, in full behind a button, until it is sent away.
        program.wait('label', lambda label: 'guessed or left out' in label)
        program.click(program.find('button', 'Details'))
        program.wait('label', lambda label: label.startswith('How long lines last'))
        program.press('Escape')
        program.wait_gone('label', 'Guessed or Left Out')
        program.click(program.find('button', 'Dismiss'))
        program.wait_gone('button', 'Dismiss')
        program.quit()
    assert read_file(path) == before


@case('exports sound, and leaves nothing when cancelled')
def exports_sound(stage):
    # long enough that there is time to cancel
    path = os.path.join(stage.desk.home, 'long.maquette')
    shutil.copy(cases.EXAMPLE, path)
    folder = os.path.dirname(path)
    whole, half = os.path.join(folder, 'whole.flac'), os.path.join(folder, 'half.wav')
    with stage.start(path) as program:
        program.wait('grid cell')
        for target in (whole, half):
            program.press('ctrl+shift+e')
            program.wait('button', 'Save')
            program.wait_until('the dialog', lambda: len(program.toplevels) > 1)
            program.wait_steady()
            program.press('ctrl+a')
            program.type(target)
            program.press('Return')
            if target == whole:
                program.wait('label', lambda label: label.startswith('“whole.flac” is written'), 60)
                with open(whole, 'rb') as file:
                    assert file.read(4) == b'fLaC'
            else:
                program.wait('label', 'Writing “half.wav”')
                program.click(program.wait('button', 'Cancel'))
                program.wait_steady()
        program.quit()
    left = [name for name in os.listdir(folder) if 'half' in name]
    assert not left, left


@case('leaves its own example alone')
def leaves_example_alone(stage):
    before = read_file(EXAMPLE)
    with stage.start() as program:
        program.click(program.wait('button', 'Open the Example Song'))
        program.click(program.wait('grid cell', lambda label: label.startswith('Bass, Verse 1, ')))
        program.press('5', 'ctrl+s')
        # It has no file of its own, so Save asks for one.
        program.wait_until('the file dialog', lambda: len(program.toplevels) > 1)
        program.press('Escape')
        program.wait_until('the dialog to go', lambda: len(program.toplevels) == 1)
        program.quit()
    assert read_file(EXAMPLE) == before


@case('starts empty and makes a new song')
def starts_empty(stage):
    with stage.start() as program:
        program.click(program.wait('button', 'New Song'))
        program.wait('grid cell')
        assert list_sections(program) and list_layers(program)
        program.quit()


if __name__ == '__main__':
    cases.main()
