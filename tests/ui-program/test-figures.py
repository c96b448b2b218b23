# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of a song besides its notes: moods, meanings, what was measured, time."""

import re

import cases
from cases import case
from song import NAMESPACE, Song
from timeline import click_head, click_layer, find_head

SPIN = 'What if the tempo were'


def find_shown(program, role, label):
    """What is on the page that shows: other pages of the inspector hold the same names."""
    return program.wait(role, label)


def has_keys(program, label):
    """Whether the keyboard is at a widget of that name."""
    focused = program.find_focused()
    return focused is not None and focused.label == label


def read_mood(path, name):
    return Song(path).get_section(name).element.findtext(NAMESPACE + 'mood')


def wait_for_figure(program, pattern):
    """A row of what was measured, once it says so."""
    return program.wait('list item', lambda label: re.match(pattern, label), seconds=60)


@case('chooses a mood from usual words and types others')
def chooses_moods(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        entry = find_shown(program, 'text box', 'Mood')
        program.scroll_to(entry)
        program.retype(entry, 'Rain on the roof')
        program.wait_until('the head to say it', lambda: ', mood Rain on the roof,' in
                           find_head(program, 'Bridge').label)
        program.click(program.wait('button', 'Usual Moods'))
        program.wait_until('the keys on the first word', lambda: program.find_focused() is not None
                           and program.find_focused().label == 'tender')
        program.press('space')
        program.wait_until('one more word', lambda: ', mood Rain on the roof, tender,' in
                           find_head(program, 'Bridge').label)
        program.wait_until('the word to be pressed', lambda: 'pressed' in
                           program.wait('button', 'tender').states)
        program.press('space')
        program.wait_until('it to be gone', lambda: ', mood Rain on the roof,' in
                           find_head(program, 'Bridge').label)
        program.press('Escape')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: read_mood(path, 'Bridge') == 'Rain on the roof')
        program.quit()


@case('says what a layer stands for')
def stands_for(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_layer(program, 'Bass')
        entry = find_shown(program, 'text box', 'Stands for')
        program.scroll_to(entry)
        program.retype(entry, 'leaving home')
        program.wait('row header', lambda label: label.startswith('Bass, ') and
                     label.endswith(', stands for leaving home'))
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).layers[1].findtext(
            NAMESPACE + 'meaning') == 'leaving home')
        # In the entry, undoing is about what was typed.
        click_layer(program, 'Bass')
        program.press('ctrl+z')
        program.wait_gone('row header', lambda label: 'leaving home' in label)
        program.quit()


@case('shows what was measured of a section', arcs_shown='true')
def shows_figures(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Chorus 1')
        wait_for_figure(program, r'Energy: \d\.\d, \+\d\.\d against Verse 1, loudness \d\.\d \+ ')
        wait_for_figure(program, r'Loudness: −\d+\.\d LUFS, \+\d+\.\d LU against Verse 1, '
                                 r'integrated −\d+\.\d, ')
        wait_for_figure(program, r'Brightness: \d+ Hz, ')
        wait_for_figure(program, r'Register: [A-G]#?♯?♭?\d')
        # However long its sentences are, it is as wide as before, and after undoing, too.
        row = wait_for_figure(program, r'Energy: \d')
        wide = program.locate(row)[2]
        program.press('Delete')
        program.wait('button', lambda label: label.startswith('Undo “'))
        program.press('ctrl+z')
        program.wait('button', lambda label: label.startswith('Redo “'))
        for name in ('Bridge', 'Chorus 2', 'Chorus 1'):
            click_head(program, name)
            row = wait_for_figure(program, r'Energy: \d\.\d, [+−]\d')
            program.wait_until('it to be as wide', lambda row=row: program.locate(row)[2] == wide)
            assert wide < 330, wide
        # The first section has nothing before it.
        click_head(program, 'Intro')
        wait_for_figure(program, r'Energy: \d\.\d, loudness ')
        # Without arcs nothing is measured, and it says how it will be.
        program.press('shift+F7')
        program.wait('button', 'Show Arcs')
        program.wait_gone('list item', lambda label: label.startswith('Energy: '))
        program.scroll_to(program.wait('button', 'Show Arcs'))
        program.click(program.wait('button', 'Show Arcs'))
        wait_for_figure(program, r'Energy: \d\.\d, loudness ')
        program.quit()


def crowd(path):
    """Lets strings and organ play in one register as loud as they can."""
    with open(path, encoding='utf-8') as file:
        text = file.read()
    for old, new in (
            (' performer="Mara"/>',
             ' performer="Mara"/><layer id="a5" name="Organ" role="organ" gain="3"/>'),
            ('<part layer="a4" level="6" to="6" motif="tide"/>',
             '<part layer="a4" level="9"/><part layer="a5" level="9"/>')):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


@case('shows who crowds a band, and strips it', arcs_shown='true')
def strips_crowd(stage):
    path = stage.take_fixture()
    crowd(path)
    with stage.start(path) as program:
        click_head(program, 'Chorus 1')
        crowded = wait_for_figure(program, r'.*, [^:]*Hz: .+ \d+ %.*; crowded$')
        button = program.wait('button', lambda label: re.fullmatch('Strip .+ here', label))
        name = re.fullmatch('Strip (.+) here', button.label)[1]
        assert f'{name} ' in crowded.label, (name, crowded.label)
        for band in ('Sub', 'Low', 'Low mid', 'Mid', 'Presence', 'Air'):
            wait_for_figure(program, band + r', .*Hz: ')
        before = Song(path).get_level(name, 'Chorus 1')
        assert before > 0
        program.scroll_to(button)
        program.click(button)
        # It is one step, and what is then measured no longer names the layer.
        # Until it is measured it is not offered once more.
        program.wait_gone('button', f'Strip {name} here', seconds=60)
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level(name, 'Chorus 1') == 0)
        program.press('ctrl+z')
        program.wait('button', lambda label: label.startswith('Redo “'))
        click_head(program, 'Chorus 1')
        program.wait('button', f'Strip {name} here', seconds=60)
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level(name, 'Chorus 1') == before)
        # Without arcs it says how it will be measured.
        program.press('shift+F7')
        program.wait('button', 'Show Arcs')
        program.wait_gone('list item', lambda label: label.startswith('Low mid, '))
        program.quit()


@case('tries other tempi and keeps one')
def tries_tempi(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('button', lambda label: label.startswith('Length 1:45, 42 bars'))
        click_head(program, 'Bridge')
        program.press('ctrl+t')
        program.wait_until('the keys on the tempo', lambda: has_keys(program, SPIN))
        program.press('ctrl+a')
        program.type('120')
        program.press('Return')
        program.wait('button', lambda label: label.startswith('Length 1:24, 42 bars'))
        # Nothing was done before it is used, and using it is one step.
        assert Song(path).element.get('tempo') == '96'
        program.wait('button', lambda label: label.startswith('Undo “Tempo 120'))
        program.press('ctrl+z')
        program.wait('button', lambda label: label.startswith('Length 1:45, 42 bars'))
        # What is only tried leaves no trace.
        program.press('ctrl+t')
        program.wait_until('the keys on the tempo', lambda: has_keys(program, SPIN))
        program.press('Up')
        program.wait('button', 'Use 97')
        program.press('Escape')
        program.wait('button', lambda label: label.startswith('Length 1:45, 42 bars'))
        program.quit()


@case('undoes while other tempi are tried, and stops trying')
def undoes_tempi(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        for wanted in ('120', '130'):
            program.press('ctrl+t')
            program.wait_until('the keys on the tempo', lambda: has_keys(program, SPIN))
            program.press('ctrl+a')
            program.type(wanted)
            program.press('Return')
            program.wait('button', lambda label, wanted=wanted:
                         label.startswith(f'Undo “Tempo {wanted}'))
            program.wait_gone('spin button', SPIN)
        program.press('ctrl+t')
        program.wait_until('the keys on the tempo', lambda: has_keys(program, SPIN))
        # Nothing was typed: it is the song that is undone, and what was offered was about that.
        program.press('ctrl+z')
        program.wait('button', lambda label: label.startswith('Undo “Tempo 120'))
        program.wait_gone('spin button', SPIN)
        program.wait('button', lambda label: label.startswith('Length 1:24, 42 bars'))
        # What is tried is taken back first.
        program.press('ctrl+t')
        program.wait_until('the keys on the tempo', lambda: has_keys(program, SPIN))
        program.press('Up')
        program.wait('button', 'Use 121')
        program.press('ctrl+z')
        program.wait('button', 'Use 120')
        program.press('ctrl+z')
        program.wait('button', lambda label: label.startswith('Length 1:45, 42 bars'))
        program.wait_gone('spin button', SPIN)
        program.quit()


@case('reads a tempo without changing it')
def only_reads_tempo(stage):
    path = stage.take_fixture()
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace('tempo="96"', 'tempo="92.37"'))
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        program.press('ctrl+t')
        program.wait_until('the keys on the tempo', lambda: has_keys(program, SPIN))
        program.wait('button', 'Use 92.37')
        # There is nothing to use.
        program.press('Return', 'Up')
        program.wait('button', 'Use 93.4')
        program.press('Return')
        program.wait('button', lambda label: label.startswith('Undo “Tempo 93.4'))
        program.quit()


@case('types the points of an arc in a list', arcs_shown='true')
def types_points(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Chorus 1')
        program.press('ctrl+F7')
        program.wait_until('the keys on the button', lambda: has_keys(program, 'Add Point'))
        program.press('space')
        program.wait('spin button', 'Height of point 1, Intro')
        # Above the button: deletion, smooth, height, bar.
        for _ in range(3):
            program.press('shift+Tab')
        program.wait_until('the keys on the height',
                           lambda: has_keys(program, 'Height of point 1, Intro'))
        program.press('ctrl+a')
        program.type('7.5')
        program.press('shift+Tab')
        program.wait('list item', lambda label: label.startswith('Energy, Intro, bar 1: meant 7.5'))
        program.wait_until('the keys on the bar',
                           lambda: has_keys(program, 'Bar of point 1, Intro'))
        program.press('ctrl+a')
        program.type('14')
        program.press('Tab')
        program.wait('list item', lambda label:
                     label.startswith('Energy, Chorus 1, bar 14: meant 7.5'))
        program.press('Escape')
        program.quit()


@case('reads its numbers without changing them', arcs_shown='true')
def only_reads_points(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('list', 'Arc: Energy')
        program.click(program.find('toggle button', 'Energy') or program.find('button', 'Energy'))
        program.choose('Steady climb')
        program.wait('list item', lambda label: label.startswith('Energy, Intro, bar 1: meant '))
        program.press('ctrl+F7')
        # height, smooth, deletion, bar
        for point in range(1, 5):
            program.wait_until(f'the keys on the height of point {point}', lambda point=point:
                               (program.find_focused().label or '').startswith(
                                   f'Height of point {point}, ') if program.find_focused() else False)
            program.press('Tab', 'Tab', 'Tab', 'Tab')
        program.press('Escape')
        program.wait_gone('button', 'Add Point')
        # The shape is the last that was done.
        program.press('ctrl+z')
        program.wait_gone('list item', lambda label: label.startswith('Energy, '))
        program.quit()


if __name__ == '__main__':
    cases.main()
