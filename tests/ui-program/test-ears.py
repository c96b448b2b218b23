# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second pair of ears: what it says, moves that are seen and done, what is dismissed."""

import os

import cases
from cases import case
from desk import Timeout, wait_for
from song import NAMESPACE, Song

SENTENCE = 'Nothing enters or leaves for 16 bars in Verse 2.'
ONE = 'A second pair of ears, 1 remark'
NONE = 'A second pair of ears, 0 remarks'
MOVE = 'Keys not before halfway'
BEFORE = 'Keys, Verse 2, bars 29 to 44, level 4 of 10'
AFTER = BEFORE + ', enters in bar 37'


def take_still_song(stage):
    """A song whose second verse stands still."""
    path = os.path.join(stage.take_fixture() + '.still.maquette')
    template = os.path.join(os.environ['MAQ_DATADIR'], 'templates', '01-verse-chorus.maquette')
    with open(template, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace('<part layer="a7" level="4" from="9"/>',
                                '<part layer="a7" level="4"/>'))
    return path


def list_cells(program):
    return sorted(cell.label for cell in
                  program.window.find_all('grid cell', lambda label: ', Verse 2, ' in label))


def measure_panel(program, main):
    """Its place on the display: where in it a widget is nobody knows."""
    panel = program.wait_until('the panel on the display', lambda: [
        window for window in program.hands.find_windows(program.process.pid) if window != main])[-1]
    return program.hands.measure_window(panel)


def comes_soon(condition):
    """Whether it comes before long; what never comes is not waited for."""
    try:
        return wait_for('it', condition, 1)
    except Timeout:
        return False


def list_dismissed(path):
    return [one.get('check') for one in Song(path).arrangement.iter(NAMESPACE + 'dismissed')]


@case('says what stands still, shows what would mend it, and mends it', arcs_shown='false')
def mends(stage):
    path = take_still_song(stage)
    with stage.start(path) as program:
        program.wait(None, ONE)
        program.press('F5')
        program.wait('list item', SENTENCE)
        program.wait('grid cell', BEFORE)
        # past Dismiss and two other moves
        program.press('Tab', 'Tab', 'Tab', 'Tab')
        program.wait('grid cell', AFTER)
        program.press('Return')
        program.wait(None, NONE)
        program.press('Escape')
        program.wait('grid cell', AFTER)
        program.press('ctrl+z')
        program.wait(None, ONE)
        program.wait('grid cell', BEFORE)
        program.quit()


@case('keeps in the song what is dismissed, and brings it back', arcs_shown='false')
def dismisses(stage):
    path = take_still_song(stage)
    with stage.start(path) as program:
        program.wait(None, ONE)
        program.press('F5')
        program.wait('list item', SENTENCE)
        program.press('Tab', 'Return')
        program.wait(None, NONE)
        program.press('Escape')
        program.press('ctrl+s')
        program.wait_until('it is in the file',
                           lambda: list_dismissed(path) == ['nothing-changes'])
        program.press('ctrl+z')
        program.wait(None, ONE)
        program.press('ctrl+s')
        program.wait_until('it is not in the file', lambda: list_dismissed(path) == [])
        program.quit()


@case('folds what is dismissed, and keeps the keyboard', arcs_shown='false')
def folds_dismissed(stage):
    path = take_still_song(stage)
    with stage.start(path) as program:
        program.wait(None, ONE)
        program.press('F5')
        program.wait('list item', SENTENCE)
        program.press('Tab', 'Return')
        program.wait(None, NONE)
        # nothing is left to be said: the keyboard is at what is folded away
        program.wait_focus('Dismissed (1)')
        # Enter unfolds it, and Tab goes into it
        program.press('Return')
        program.wait('button', 'Bring Back')
        program.press('Tab')
        program.wait_focus(SENTENCE)
        program.press('Tab')
        program.wait_focus('Bring Back')
        program.press('Return')
        program.wait(None, ONE)
        program.wait_gone('button', 'Bring Back')
        program.press('Escape')
        program.quit()


@case('reaches what is folded away from what is said', arcs_shown='false')
def reaches_the_fold(stage):
    path = take_still_song(stage)
    with open(path, encoding='utf-8') as file:
        text = file.read()
    # the first verse stands still as well, and nobody wants to hear of it
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace(' from="9"', '').replace(
            '</arrangement>', '<dismissed check="nothing-changes" section="b2"/></arrangement>'))
    with stage.start(path) as program:
        program.wait(None, ONE)
        program.press('F5')
        program.wait_focus(SENTENCE)
        # past Dismiss and three moves
        program.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab')
        program.wait_focus('Dismissed (1)')
        program.press('Return', 'Tab', 'Tab')
        program.wait_focus('Bring Back')
        program.press('Return')
        program.wait(None, 'A second pair of ears, 2 remarks')
        program.press('Escape')
        program.quit()


@case('shows a move under the pointer, and goes where it is said', arcs_shown='false')
def follows_pointer(stage):
    path = take_still_song(stage)
    with stage.start(path) as program:
        program.wait(None, ONE)
        main = program.hands.find_windows(program.process.pid)[0]
        before = list_cells(program)
        program.press('F5')
        program.wait('list item', SENTENCE)
        left, top, width, height = measure_panel(program, main)
        # the first move under the pointer: what it would do is seen, and only as long
        for down in range(12, height, 8):
            program.hands.move(left + width * 0.3, top + down)
            if comes_soon(lambda: list_cells(program) != before):
                break
        program.hands.move(left + width * 0.3, top + down - 20)
        program.wait_until('it to be as it was', lambda: list_cells(program) == before)
        # above the moves stands what is said: a click goes there, and changes nothing
        program.hands.click(left + width * 0.3, top + down - 20)
        program.wait_until('Verse 2 to be selected', lambda: program.window.find(
            None, lambda label: label.startswith('Verse 2, ') and ', bars ' in label,
            state='pressed'))
        assert list_cells(program) == before
        program.wait(None, ONE)
        program.press('Escape')
        program.quit()


@case('says by what it goes', arcs_shown='false')
def says_how(stage):
    path = take_still_song(stage)
    with stage.start(path) as program:
        program.wait(None, ONE)
        program.press('F5')
        program.wait('label', lambda label: label.startswith('It goes by the levels'))
        program.press('Escape', 'shift+F7', 'F5')
        program.wait('list item', SENTENCE)
        program.wait_gone('label', lambda label: label.startswith('It goes by the levels'))
        program.wait_gone('label', lambda label: label.startswith('Measured: '), seconds=60)
        program.press('Escape')
        program.quit()


cases.main()
