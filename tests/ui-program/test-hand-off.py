# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed on from the window: given up in between, with what was typed, onto paper."""

import os
import wave
import zipfile

import cases
from cases import EXAMPLE, case, read_file
from export_dialog import (choose_alone, choose_first_section, leave, make_folder, open_dialog,
                           read_pdf, tab_to)


def list_drafts(folder):
    return [name for name in os.listdir(folder) if name.startswith('.')]


def click_cancel(program):
    """In the dialog; the window has such a button, too, for what it measures."""
    program.click(program.wait_until('the button', lambda: program.toplevels[-1].find(
        'button', 'Cancel')))


@case('leaves everything as it was when a long export is cancelled')
def cancels(stage):
    folder = make_folder(stage)
    # One of the stems is there from before.
    old = os.path.join(folder, '02 Lanterns Drums.wav')
    with open(old, 'wb') as file:
        file.write(b'mine')
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        choose_alone(program, 'Stems', '10 files; 1 is there already')
        # By its button, by the mnemonic of that, and as the dialog is closed.
        for give_up in (lambda: click_cancel(program), lambda: program.press('alt+c'),
                        lambda: program.press('Escape')):
            program.press('ctrl+Return')
            program.wait('dialog', 'Replace 1 File?')
            program.click(program.wait('button', lambda label: 'Replace' in label))
            program.wait_gone('dialog', 'Replace 1 File?')
            program.wait_until('half files', lambda: list_drafts(folder))
            give_up()
            # The dialog is there again, with what was chosen.
            program.wait('label', '10 files; 1 is there already')
            program.wait_until('no half files', lambda: os.listdir(folder) == [
                '02 Lanterns Drums.wav'])
            assert read_file(old) == b'mine'
        leave(program)


@case('hands on a contact that was typed a moment before')
def hands_on_contact(stage):
    folder = make_folder(stage)
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        program.press('F6')
        program.wait('text box', 'Date')
        program.click(program.wait('button', 'Add'))
        name = program.wait('text box', 'Name')
        program.click(name)
        program.type('Zora Quill')
        program.wait('label', 'Zora Quill')
        program.press('Escape')
        program.wait_until('the window to be closed', lambda: len(program.toplevels) == 1)
        open_dialog(program)
        choose_alone(program, 'Contacts')
        program.press('ctrl+Return')
        program.wait('label', '1 file is written into “hand-off”.')
        names = os.listdir(folder)
        assert len(names) == 1 and names[0].endswith(' contacts.pdf'), names
        words = read_pdf(os.path.join(folder, names[0]))
        assert words is None or 'Zora Quill' in words, words
        program.quit()


@case('opens the system\'s dialog for printing, and comes back')
def prints(stage):
    folder = make_folder(stage)
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        program.press('ctrl+p')
        program.wait_until('another window', lambda: len(program.toplevels) == 3)
        program.wait(None, 'All Pages')
        program.press('Escape')
        program.wait_until('it to be gone', lambda: len(program.toplevels) == 2)
        program.wait('label', '8 files')
        assert os.listdir(folder) == []
        leave(program)


@case('puts a click with its count-in into the archive')
def archives_click(stage):
    folder = make_folder(stage)
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        choose_first_section(program)
        choose_alone(program, 'Everything in One Archive')
        tab_to(program, 'With the click track')
        program.press('space')
        tab_to(program, 'Sound')
        program.press('Tab', 'space')
        program.wait('label', 'Four Bars')
        program.press('Down', 'Return')
        program.press('ctrl+Return')
        program.wait('label', '1 file is written into “hand-off”.')
        name, = os.listdir(folder)
        with zipfile.ZipFile(os.path.join(folder, name)) as archive:
            sounds = [name for name in archive.namelist() if name.endswith('.wav')]
            assert [name[-10:] for name in sounds] == [' Click.wav'], sounds
            with archive.open(sounds[0]) as file, wave.open(file) as sound:
                seconds = sound.getnframes() / sound.getframerate()
        # Four bars of the intro and one of the count-in at 92 beats, and what rings out.
        assert abs(seconds - (5 * 4 * 60 / 92 + 3)) < 0.1, seconds
        program.quit()


if __name__ == '__main__':
    cases.main()
