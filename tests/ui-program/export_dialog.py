# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that hands the plan on: opened, chosen from, left."""

import os
import shutil
import subprocess


def make_folder(stage):
    folder = os.path.join(stage.desk.home, 'hand-off')
    os.mkdir(folder)
    stage.desk.write_settings(window_width=1280, window_height=800, arcs_shown='false',
                              export_folder=f"'file://{folder}'")
    return folder


def open_dialog(program):
    program.wait('grid cell')
    program.press('ctrl+e')
    program.wait('checkbox', 'Chord Chart')
    program.wait_until('pages', lambda: program.find('image', lambda label: label.startswith(
        'Page 1 of')))


def close_dialog(program):
    program.press('Escape')
    program.wait_gone('checkbox', 'Chord Chart')


def open_dialog_again(program):
    program.press('ctrl+e')
    program.wait('checkbox', 'Chord Chart')


def leave(program):
    close_dialog(program)
    program.quit()


def walk_to(program, start):
    """Goes down the list to what begins so."""
    def go_on():
        focused = program.find_focused()
        if focused is not None and focused.label.startswith(start):
            return True
        program.press('Down')
        return False

    program.wait_until(f'the cursor on “{start}”', go_on)


def tab_to(program, label):
    def go_on():
        focused = program.find_focused()
        if focused is not None and focused.label == label:
            return True
        program.press('Tab')
        return False

    program.wait_until(f'the cursor at “{label}”', go_on)


def list_checked(program):
    return [node.label for node in program.toplevels[-1].find_all('checkbox')
            if 'checked' in node.states and node.label]


def read_pdf(path):
    if shutil.which('pdftotext') is None:
        return None
    return subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True,
                          check=True).stdout


def choose_alone(program, wanted, n_files='1 file'):
    """Leaves one kind alone chosen, its options shown."""
    for label in ('Arrangement Map', 'Chord Chart', 'A Sheet for Each Player'):
        walk_to(program, f'{label}: ')
        program.press('space')
    walk_to(program, f'{wanted}: ')
    program.press('space')
    program.wait('label', n_files)


def choose_first_section(program):
    """So that sound is short; the cursor comes back to the list."""
    program.click(program.find('button', 'To'))
    program.wait('label', lambda label: label.startswith('2. '))
    program.press('Home', 'Return')
    program.wait_gone('label', lambda label: label.startswith('2. '))
    program.click(program.find('label', 'Arrangement Map'))
    program.wait_focus(lambda label: label.startswith('Arrangement Map'))
