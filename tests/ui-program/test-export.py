# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents for others: chosen, looked at, written all or none, and chosen again next time."""

import os
import zipfile

import cases
from cases import EXAMPLE, case, read_file
from export_dialog import (choose_alone, choose_first_section, close_dialog, leave, list_checked,
                           make_folder, open_dialog, open_dialog_again, read_pdf, tab_to, walk_to)


@case('writes what is chosen for one player, and remembers it')
def writes_for_one(stage):
    folder = make_folder(stage)
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        assert list_checked(program) == ['Arrangement Map', 'Chord Chart',
                                         'A Sheet for Each Player'], list_checked(program)
        # Everybody's sheets, then only those of one.
        program.wait('label', '8 files')
        program.click(program.find('button', 'For'))
        program.wait('label', 'Ines Carvalho')
        program.press('Down', 'Down', 'Down', 'Return')
        program.wait('label', '3 files')
        # The list of files, before anything is there.
        program.click(program.find('tab', 'Files'))
        program.wait('label', '01 Lanterns map.pdf')
        program.wait('label', '03 Lanterns Ines Carvalho.pdf')
        assert os.listdir(folder) == []
        program.press('ctrl+Return')
        program.wait('label', '3 files are written into “hand-off”.')
        assert sorted(os.listdir(folder)) == ['01 Lanterns map.pdf', '02 Lanterns charts.pdf',
                                              '03 Lanterns Ines Carvalho.pdf']
        words = read_pdf(os.path.join(folder, '03 Lanterns Ines Carvalho.pdf'))
        assert words is None or 'Ines Carvalho' in words
        # What was chosen is chosen again, and that all of it is there is said before.
        open_dialog(program)
        program.wait('label', '8 files; 2 are there already')
        leave(program)


@case('asks before it replaces files')
def asks_before_replacing(stage):
    folder = make_folder(stage)
    old = os.path.join(folder, '01 Lanterns map.pdf')
    with open(old, 'wb') as file:
        file.write(b'old')
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        program.wait('label', '8 files; 1 is there already')
        program.press('ctrl+Return')
        program.wait('dialog', 'Replace 1 File?')
        program.press('Escape')
        program.wait_gone('dialog', 'Replace 1 File?')
        assert os.listdir(folder) == ['01 Lanterns map.pdf'] and read_file(old) == b'old'
        program.press('ctrl+Return')
        program.wait('dialog', 'Replace 1 File?')
        program.click(program.wait('button', lambda label: 'Replace' in label))
        program.wait('label', '8 files are written into “hand-off”.')
        assert len(os.listdir(folder)) == 8 and read_file(old).startswith(b'%PDF')
        program.quit()


@case('leaves nothing where one file cannot be written')
def leaves_nothing(stage):
    folder = make_folder(stage)
    # A folder that has the name of one of the files.
    os.mkdir(os.path.join(folder, '02 Lanterns charts.pdf'))
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        program.press('ctrl+Return')
        program.wait('dialog', 'Replace 1 File?')
        program.click(program.wait('button', lambda label: 'Replace' in label))
        program.wait('label', lambda label: 'choose another name' in label)
        assert os.listdir(folder) == ['02 Lanterns charts.pdf'], os.listdir(folder)
        leave(program)


@case('shows what is selected, by the keyboard alone')
def shows_by_keyboard(stage):
    folder = make_folder(stage)
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        program.wait_focus(lambda label: label.startswith('Arrangement Map'))
        program.press('Down')
        program.wait_until('the chart', lambda: 'Arrangement Map' not in program.find(
            'image', lambda label: label.startswith('Page 1 of')).description)
        # Its options come with it, and it is taken out and in.
        program.wait('button', 'Chords')
        program.press('space')
        program.wait('label', '7 files')
        program.press('space')
        program.wait('label', '8 files')
        # A text is shown as text.
        walk_to(program, 'Text: ')
        program.press('space')
        program.wait('label', '9 files')
        program.wait_until('the plan', lambda: any(
            'Lanterns' in node.text for node in program.toplevels[-1].find_all('text box',
                                                                               'Preview')))
        close_dialog(program)
        program.press('ctrl+e')
        program.wait('label', '9 files')
        leave(program)
    assert os.listdir(folder) == []


@case('writes some sections only, and says which')
def writes_sections(stage):
    folder = make_folder(stage)
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        program.click(program.find('button', 'From'))
        first = program.wait('label', lambda label: label.startswith('2. ')).label[3:]
        program.press('Down', 'Return')
        program.click(program.find('button', 'To'))
        program.wait('label', lambda label: label.startswith('3. '))
        program.press('Home', 'Down', 'Down', 'Return')
        last = program.wait('label', lambda label: label.startswith('3. ')).label[3:]
        program.press('ctrl+Return')
        program.wait('label', lambda label: label.endswith('written into “hand-off”.'))
        words = read_pdf(os.path.join(folder, '02 Lanterns charts.pdf'))
        assert words is None or f'{first} to {last}' in words, words
        program.quit()


@case('counts a bar before sound where nobody has chosen otherwise')
def counts_in(stage):
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        choose_alone(program, 'Click Track')
        program.wait('label', 'One Bar')
        leave(program)


@case('names sound files by a pattern, says what is wrong with it, and remembers it')
def names_sound(stage):
    folder = make_folder(stage)
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        choose_alone(program, 'Click Track')
        tab_to(program, 'Names')
        program.type('{title} {what}')
        program.wait('label', lambda label: 'can\'t have “{what}” in them' in label)
        assert 'sensitive' not in program.find('button', 'Export').states
        program.press('ctrl+Return')
        program.press('ctrl+a')
        program.type('{title}, {tempo}')
        program.wait('label', 'Lanterns, 92.wav')
        program.press('shift+Tab', 'space')
        program.wait('label', '3 files')
        program.press('ctrl+Return')
        program.wait('label', '3 files are written into “hand-off”.')
        assert sorted(os.listdir(folder)) == ['Lanterns, 92.csv', 'Lanterns, 92.txt',
                                              'Lanterns, 92.wav'], os.listdir(folder)
        open_dialog_again(program)
        walk_to(program, 'Click Track: ')
        names = program.wait('text box', 'Names')
        program.wait_until('the pattern', lambda: names.text == '{title}, {tempo}')
        leave(program)


@case('puts the stems into the project for the DAW, and remembers it')
def puts_sound_inside(stage):
    folder = make_folder(stage)
    with stage.start(EXAMPLE) as program:
        open_dialog(program)
        choose_first_section(program)
        choose_alone(program, 'DAWproject')
        tab_to(program, 'With a stem of each layer')
        program.press('space')
        program.wait_until('it to be chosen', lambda: 'With a stem of each layer' in list_checked(
            program))
        program.wait('label', lambda label: label.endswith(', and the sound'))
        program.press('ctrl+Return')
        program.wait('label', '1 file is written into “hand-off”.')
        with zipfile.ZipFile(os.path.join(folder, '01 Lanterns session.dawproject')) as archive:
            stems = [name for name in archive.namelist() if name.startswith('audio/')]
            assert stems and archive.testzip() is None, archive.namelist()
            assert stems[0].encode() in archive.read('project.xml')
        open_dialog_again(program)
        walk_to(program, 'DAWproject: ')
        program.wait_until('it to be chosen again',
                           lambda: 'With a stem of each layer' in list_checked(program))
        leave(program)


if __name__ == '__main__':
    cases.main()
