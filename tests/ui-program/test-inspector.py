# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector: what is selected, in words and numbers that can be changed."""

import cases
from cases import case
from song import NAMESPACE, Song
from timeline import click_head, click_layer, find_head


def find_entry(program, label, text):
    """The entry of the page that shows: the pages for other selections hold other texts."""
    def look():
        for entry in program.window.find_all('text box', label):
            if entry.text == text:
                return entry
        return None
    return program.wait_until(f'the entry {label} with “{text}”', look)


def scroll_down(program, entry):
    """To the end of the page that shows; what lies below its edge can't be clicked."""
    program.hands.turn_wheel(*program.place_in(entry), 30)
    program.wait_steady()


def list_chords(path, name):
    element = Song(path).get_section(name).element
    return [chord.get('name') for chord in element.iter(NAMESPACE + 'chord')]


def shows_inspector(program):
    return 'pressed' in program.wait('button', lambda label: label.startswith('Inspector')).states


@case('gives the song the room of a small window', window_width=900, window_height=600)
def folds(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        assert not shows_inspector(program)
        right = program.locate(find_head(program, 'Bridge'))
        program.press('F9')
        title = program.wait('text box', 'Title')
        program.wait_until('the inspector', lambda: program.locate(title)[0] < 900)
        # It lies over the song and leaves it as it is.
        assert program.locate(find_head(program, 'Bridge')) == right
        program.press('F9')
        program.wait_until('the inspector to go', lambda: not shows_inspector(program))
        program.quit()
    # That there was no room says nothing about a window that has it.
    stage.desk.write_settings(window_width=1280, window_height=800)
    with stage.start(path) as program:
        program.wait('grid cell')
        assert shows_inspector(program)
        program.quit()


@case('changes chords')
def changes_chords(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        entry = program.wait_until('the chords of the bridge', lambda: next(
            (entry for entry in program.window.find_all('text box', 'Chords') if 'Am' in entry.text),
            None))
        program.retype(entry, 'Em | C | G Bm | %')
        program.wait_until('the new chords', lambda: 'chords Em C G Bm' in
                           find_head(program, 'Bridge').label)
        program.press('ctrl+s')
        program.wait_until('the file', lambda: list_chords(path, 'Bridge') == [
            'Em', 'C', 'G', 'Bm', 'G', 'Bm'])
        # A chord that is none is refused with a sentence, and the song stays as it is.
        program.retype(entry, 'Em | H7%&')
        program.wait('label', lambda label: 'H7%&' in label)
        assert 'chords Em C G Bm' in find_head(program, 'Bridge').label
        program.retype(entry, 'Em | H')
        program.wait('label', lambda label: '“H” is not understood' in label)
        program.retype(entry, 'Em | C')
        program.wait_gone('label', lambda label: '“H” is not understood' in label)
        program.quit()


@case('changes tempo, meter, key and length of a section')
def changes_section(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Bridge')
        find_entry(program, 'Name', 'Bridge')
        program.retype(program.find('text box', 'Tempo'), '60')
        program.wait_until('the last chorus to come later', lambda: 'at 1:34' in
                           find_head(program, 'Chorus 2').label)
        program.retype(find_entry(program, 'Meter', ''), '3/4')
        program.wait_until('the last chorus to come earlier', lambda: 'at 1:28' in
                           find_head(program, 'Chorus 2').label)
        bars = program.find('spin button', lambda label: label.startswith('Bars'))
        program.retype(bars, '10')
        program.wait('grid cell', 'Bass, Bridge, bars 29 to 38, level 3 of 10')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_section('Bridge').bars == 10)
        element = Song(path).get_section('Bridge').element
        assert (element.get('tempo'), element.get('meter')) == ('60', '3/4'), element.attrib
        click_head(program, 'Bridge')
        program.press('ctrl+z', 'ctrl+z', 'ctrl+z')
        program.wait_until('all of it undone', lambda: 'at 1:25' in
                           find_head(program, 'Chorus 2').label)
        program.quit()


@case('changes the song and a layer')
def changes_song_and_layer(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.retype(find_entry(program, 'Title', 'Harbour Lights'), 'Harbour Bells')
        program.wait('grid', lambda label: 'Harbour Bells' in label)
        tempo = program.find('spin button', lambda label: label.startswith('Tempo'))
        program.retype(tempo, '120')
        program.wait('button', lambda label: label.startswith('Length 1:24, 42 bars'))
        click_layer(program, 'Bass')
        scroll_down(program, find_entry(program, 'Name', 'Bass'))
        program.retype(find_entry(program, 'Performer', ''), 'Jo')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).layers[1].get('performer') == 'Jo')
        song = Song(path)
        assert (song.title, song.element.get('tempo')) == ('Harbour Bells', '120')
        program.quit()


@case('goes back to the song, and keeps what was said')
def keeps_remarks(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        # The first Tab after opening goes into the grid, not to the entries.
        program.wait('grid cell')
        program.press('Tab')
        program.wait_focus(lambda _: True, 'grid cell')
        program.click(program.wait('button', 'Song'))
        program.retype(find_entry(program, 'Note', ''), 'Shorter than the demo')
        click_head(program, 'Bridge')
        scroll_down(program, find_entry(program, 'Name', 'Bridge'))
        program.retype(program.find('text box', 'Add a Remark'), 'Half time?')
        program.wait('label', 'Half time?')
        scroll_down(program, program.find('text box', 'Add a Remark'))
        state = program.find('button', 'State of the Remark') or \
            program.find('toggle button', 'State of the Remark')
        program.click(state)
        program.wait_steady()
        program.press('Down')
        program.press('Return')
        program.press('ctrl+s')
        program.wait_until('the remark in the file', lambda: next(
            (True for remark in Song(path).element.iter(NAMESPACE + 'remark')
             if remark.get('state') == 'agreed'), False))
        program.wait_steady()
        program.click(program.find('button', 'Delete the Remark'))
        program.wait_gone('label', 'Half time?')
        program.quit()


@case('remarks on what is heard', author="'Jo'")
def remarks_while_listening(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        program.press('Next', 'Next')
        program.press('space')
        program.wait('button', 'Stop')
        program.press('n')
        program.wait_focus('Remark')
        program.type('More air here')
        program.press('Return')
        program.wait('label', 'More air here')
        assert program.find('button', 'Stop') is not None, 'the music has stopped'
        program.press('ctrl+s')
        program.wait_until('the remark in the file', lambda: next(
            (True for remark in Song(path).element.iter(NAMESPACE + 'remark')
             if (remark.get('author'), remark.get('section')) ==
             ('Jo', Song(path).get_section('Chorus 1').element.get('id'))), False))
        program.quit()


@case('transposes')
def transposes(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('button', 'Key: G')
        button = program.wait('button', 'A Semitone Higher')
        program.scroll_to(button)
        program.click(button)
        program.wait('button', 'Key: Ab')
        button = program.find('button', 'A Semitone Lower')
        program.click(button)
        program.wait('button', 'Key: G')
        program.click(button)
        program.wait('button', lambda label: label in ('Key: F#', 'Key: Gb'))
        program.quit()


@case('gives back the old text on Escape')
def escapes(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        entry = find_entry(program, 'Title', 'Harbour Lights')
        program.click(entry, times=3)
        program.press('ctrl+a')
        program.type('Harbour 6')
        program.wait_until('the new title', lambda: entry.text == 'Harbour 6')
        program.press('Escape')
        program.wait_until('the old title', lambda: entry.text == 'Harbour Lights')
        program.quit()


@case('changes tempo, meter and key from the transport')
def changes_from_transport(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        fact = program.wait('button', lambda label: label.startswith('Tempo: '))
        program.click(fact)
        program.wait('button', 'Tap')
        program.wait_steady()
        program.press('ctrl+a')
        program.type('120')
        program.press('Return')
        program.wait('button', lambda label: label.startswith('Length 1:24, 42 bars'))
        program.press('Escape')
        program.wait_steady()
        program.click(program.wait('button', lambda label: label.startswith('Key: ')))
        program.wait_steady()
        program.press('ctrl+a')
        program.type('Em')
        program.press('Return')
        program.wait('button', 'Key: Em')
        program.quit()


if __name__ == '__main__':
    cases.main()
