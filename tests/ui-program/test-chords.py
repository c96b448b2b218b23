# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chord lane: typed bar by bar, marked, written as numbers, transposed."""

import cases
from cases import case
from song import NAMESPACE, Song
from timeline import click_head, is_head_of


def list_chords(path, section):
    """What the file says of the chords of a section: bar, beat, name and mark."""
    chords = Song(path).get_section(section).element.find(NAMESPACE + 'chords')
    if chords is None:
        return None
    return [' '.join(filter(None, (f'{chord.get("bar")}.{chord.get("beat")}', chord.get('name'),
                                   chord.get('mark'))))
            for chord in chords.findall(NAMESPACE + 'chord')]


def wait_for_chords(program, path, section, wanted):
    program.press('ctrl+s')
    program.wait_until(f'{section} with {wanted}', lambda: list_chords(path, section) == wanted)


def find_bar(program, section, bar):
    return program.wait('list item',
                        lambda label: label.startswith(f'{section}, bar {bar}: '))


def wait_for_bar(program, label):
    return program.wait('list item', label)


@case('types bar after bar')
def types(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        bar = wait_for_bar(program, 'Intro, bar 2: C')
        program.click(bar, times=2)
        program.wait('text box', 'Intro, bar 2: C')
        program.type('Am7 >D/F#')
        program.press('Tab')
        program.wait('text box', 'Intro, bar 3: G, repeated')
        program.type('%')
        program.press('Tab')
        # what was only repeated is written out by that
        program.wait('text box', 'Intro, bar 4: Am7, Push D/F#, as the bar before')
        program.press('ctrl+a')
        program.type('<Cmaj7>')
        program.press('Return')
        wait_for_bar(program, 'Intro, bar 4: Hold Cmaj7')
        wait_for_bar(program, 'Intro, bar 3: Am7, Push D/F#, as the bar before')
        program.wait_focus('Intro, bar 4: Hold Cmaj7')
        wait_for_chords(program, path, 'Intro',
                        ['1.1 G', '2.1 Am7', '2.3 D/F# push', '3.1 Am7', '3.3 D/F# push',
                         '4.1 Cmaj7 hold'])
        program.press('ctrl+z', 'ctrl+z', 'ctrl+z')
        wait_for_chords(program, path, 'Intro', ['1.1 G', '2.1 C'])
        program.quit()


@case('goes through the lane by keys')
def goes_by_keys(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Intro')

        program.press('Down')
        program.wait_focus('Intro, bar 1: G')
        program.press('Right', 'Right', 'Right', 'Right')
        program.wait_focus('Verse 1, bar 1: G')
        program.press('Left')
        program.wait_focus('Intro, bar 4: C, repeated')
        program.press('Down')
        program.wait_focus('Drums, Intro, bars 1 to 4, out')
        program.press('Up')
        program.wait_focus('Intro, bar 4: C, repeated')
        program.press('Up')
        program.wait_focus(is_head_of('Intro'), 'button')
        # the bar where the keyboard was last; a letter begins to type
        program.press('Down')
        program.type('e')
        program.wait('text box', 'Intro, bar 4: C, repeated')
        program.type('m')
        program.press('shift+Tab')
        program.wait('text box', 'Intro, bar 3: G')
        program.press('Escape')
        program.wait_focus('Intro, bar 3: G')
        program.press('Delete')
        program.wait_focus('Intro, bar 3: C sounds on')
        wait_for_chords(program, path, 'Intro', ['1.1 G', '2.1 C', '4.1 Em'])
        program.press('F3')
        program.wait('text box', 'Intro, bar 3: C sounds on')
        program.type('Hm')
        program.press('Return')
        program.wait(None, lambda text: text.startswith('Bar 3: “Hm” is not understood'))
        program.press('Escape')
        wait_for_chords(program, path, 'Intro', ['1.1 G', '2.1 C', '4.1 Em'])
        program.quit()


@case('marks and repeats from the menu')
def uses_menu(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(wait_for_bar(program, 'Verse 1, bar 2: D/F#'), button=3)
        program.choose('Played')
        program.choose('As a Stab')
        wait_for_bar(program, 'Verse 1, bar 2: Stab D/F#')
        program.press('Menu')
        program.choose('Begin Again After This Bar')
        wait_for_bar(program, 'Verse 1, bar 4: Stab D/F#, repeated')
        wait_for_bar(program, 'Verse 2, bar 4: Stab D/F#, repeated, taken over')
        wait_for_chords(program, path, 'Verse 1', ['1.1 G', '2.1 D/F# stab'])
        # what follows has its own chords from then on, until it takes them over again
        program.click(find_bar(program, 'Verse 2', 1), times=2)
        program.press('ctrl+a')
        program.type('C | D')
        program.press('Return')
        wait_for_bar(program, 'Verse 2, bar 2: D')
        wait_for_chords(program, path, 'Verse 2', ['1.1 C', '2.1 D'])
        program.press('shift+F10')
        program.choose('Take Over from Followed Section')
        wait_for_bar(program, 'Verse 2, bar 1: G, taken over')
        wait_for_chords(program, path, 'Verse 2', None)
        program.quit()


@case('writes and reads numbers')
def uses_numbers(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        wait_for_bar(program, 'Bridge, bar 1: Am')
        program.press('shift+F3')
        wait_for_bar(program, 'Bridge, bar 1: ii')
        wait_for_bar(program, 'Verse 1, bar 2: V/7')
        program.click(find_bar(program, 'Bridge', 2), times=2)
        program.wait('text box', 'Bridge, bar 2: V')
        program.type('bVII7')
        program.press('Return')
        wait_for_bar(program, 'Bridge, bar 2: bVII7')
        program.press('shift+F3')
        wait_for_bar(program, 'Bridge, bar 2: b7 7')
        wait_for_bar(program, 'Bridge, bar 1: 2-')
        program.press('shift+F3')
        wait_for_bar(program, 'Bridge, bar 2: F7')
        wait_for_chords(program, path, 'Bridge', ['1.1 Am', '2.1 F7'])
        program.quit()


@case('keeps what was typed when the hands go on')
def keeps_typed(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(find_bar(program, 'Bridge', 1), times=2)
        program.wait('text box', 'Bridge, bar 1: Am')
        program.type('Em7')
        program.click(find_bar(program, 'Chorus 1', 2))
        wait_for_bar(program, 'Bridge, bar 1: Em7')
        wait_for_bar(program, 'Chorus 1, bar 2: D')
        program.press('Return')
        program.type('Dsus4')
        cell = program.wait('grid cell', 'Bass, Verse 1, bars 5 to 12, level 5 of 10')
        program.click(cell)
        wait_for_bar(program, 'Chorus 1, bar 2: Dsus4')
        program.wait_until('the cell to be selected',
                           lambda: 'selected' in cell.states and 'focused' in cell.states)
        wait_for_chords(program, path, 'Bridge', ['1.1 Em7', '2.1 D'])
        wait_for_chords(program, path, 'Chorus 1', ['1.1 C', '2.1 Dsus4', '3.1 G', '4.1 Em'])
        # and a window that is closed meanwhile takes no harm
        program.click(find_bar(program, 'Bridge', 1), times=2)
        program.wait('text box', 'Bridge, bar 1: Em7')
        program.quit()


@case('transposes sections and the song')
def transposes(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_head(program, 'Chorus 2')
        program.press('ctrl+shift+Up', 'ctrl+shift+Up')
        wait_for_bar(program, 'Chorus 2, bar 1: D')
        wait_for_bar(program, 'Chorus 1, bar 1: C')
        wait_for_chords(program, path, 'Chorus 2', ['1.1 D', '2.1 E', '3.1 A', '4.1 F#m'])
        assert Song(path).get_section('Chorus 2').element.get('key') == 'A'
        program.press('ctrl+shift+Down', 'ctrl+shift+Down')
        wait_for_bar(program, 'Chorus 2, bar 1: C, taken over')
        wait_for_chords(program, path, 'Chorus 2', None)
        # several sections go together, and who follows them with them
        click_head(program, 'Verse 1')
        program.press('shift+Right')
        program.press('ctrl+shift+Up')
        wait_for_bar(program, 'Verse 1, bar 2: Eb/G')
        wait_for_bar(program, 'Chorus 2, bar 1: Db, taken over')
        wait_for_bar(program, 'Intro, bar 2: C')
        wait_for_chords(program, path, 'Chorus 1', ['1.1 Db', '2.1 Eb', '3.1 Ab', '4.1 Fm'])
        program.press('ctrl+z')
        wait_for_bar(program, 'Verse 1, bar 2: D/F#')
        wait_for_bar(program, 'Chorus 2, bar 1: C, taken over')
        # where nothing is selected, the song
        program.click(program.wait('button', 'Song'))
        program.focus()
        button = program.wait('button', 'A Semitone Higher')
        program.scroll_to(button)
        program.click(button)
        program.wait('button', 'Key: Ab')
        wait_for_bar(program, 'Intro, bar 2: Db')
        wait_for_chords(program, path, 'Bridge', ['1.1 Bbm', '2.1 Eb'])
        assert Song(path).get_section('Verse 1').element.get('key') is None
        program.quit()


if __name__ == '__main__':
    cases.main()
