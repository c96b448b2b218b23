# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window, worked with as people do: pointer, keyboard, and what is heard by ear."""

import os
import sys
import time

import desk
from desk import NAMESPACE, wait_for


def read_levels(at, section_name, layer_name):
    """Levels of a layer in the sections of this name, over all arrangements, sorted."""
    levels = []
    for arrangement in at.read_song().iter(f'{NAMESPACE}arrangement'):
        layers = {layer.get('id') for layer in arrangement.iter(f'{NAMESPACE}layer')
                  if layer.get('name') == layer_name}
        for section in arrangement.iter(f'{NAMESPACE}section'):
            if section.get('name') == section_name:
                levels += [part.get('level') for part in section.iter(f'{NAMESPACE}part')
                           if part.get('layer') in layers]
    return sorted(levels)


def open_song(at):
    at.start(at.song)
    at.find('Bass, Chorus 1')


def save(at):
    before = os.stat(at.song).st_mtime_ns
    at.key('ctrl+s')
    wait_for(lambda: os.stat(at.song).st_mtime_ns != before, 'the file written')


def shows_the_song(at):
    open_song(at)
    at.see('Bass, Chorus 1, bars 25 to 32, level 7 of 10')
    at.see('Bass, Intro, bars 1 to 4, out')
    at.find('Chorus 2, Chorus, bars 49 to 56')
    assert 'Play' in at.names('push button'), at.names('push button')
    unnamed = [name for name in at.names('push button') + at.names('toggle button')
               if name.startswith('Gtk') or not name]
    assert not unnamed, at.names('push button') + at.names('toggle button')


def strips_sets_undoes_saves(at):
    open_song(at)
    at.click('Bass, Chorus 1')
    at.key('Delete')
    at.see('Bass, Chorus 1, bars 25 to 32, out')
    at.key('4')
    at.see('Bass, Chorus 1, bars 25 to 32, level 4 of 10')
    at.key('ctrl+Up')
    at.see('Bass, Chorus 1, bars 25 to 32, level 5 of 10')
    save(at)
    at.key('ctrl+z', 'ctrl+z')
    at.see('Bass, Chorus 1, bars 25 to 32, level 7 of 10')
    at.key('ctrl+shift+z')
    at.see('Bass, Chorus 1, bars 25 to 32, out')
    save(at)
    levels = read_levels(at, 'Chorus 1', 'Bass')
    assert levels == ['7'], levels


def drags_a_level(at):
    open_song(at)
    x, y = at.middle('Drums, Chorus 1')
    at.drag((x, y), (x, y + 30))
    level = wait_for(lambda: at.look('Drums, Chorus 1, bars 25 to 32, level 4'), 'a lower level')
    assert level is not None
    at.key('ctrl+z')
    at.see('Drums, Chorus 1, bars 25 to 32, level 8 of 10')


def drags_an_edge(at):
    open_song(at)
    at.click('Chorus 1, Chorus')
    box = at.box('Chorus 1, Chorus')
    bar = box.width / 8
    x = at.margin[0] + box.x + box.width - 1
    y = at.margin[1] + box.y + 20
    at.drag((x, y), (round(x + 4 * bar), y))
    at.see('Bass, Chorus 1, bars 25 to 36, level 7 of 10')
    at.find('Interlude, Interlude, bars 37 to 40')
    save(at)
    bars = {section.get('bars') for section in at.read_song().iter(f'{NAMESPACE}section')
            if section.get('name') == 'Chorus 1'}
    assert '12' in bars, bars
    at.key('ctrl+z')
    at.find('Interlude, Interlude, bars 33 to 36')


def escape_cancels_a_drag(at):
    open_song(at)
    x, y = at.middle('Drums, Chorus 1')
    at.point(x, y)
    at.xdotool('mousedown', '1')
    at.point(x, y + 10)
    at.point(x, y + 30)
    at.find('Drums, Chorus 1, bars 25 to 32, level 4')
    at.key('Escape')
    at.see('Drums, Chorus 1, bars 25 to 32, level 8 of 10')
    at.xdotool('mouseup', '1')
    time.sleep(0.2)
    at.see('Drums, Chorus 1, bars 25 to 32, level 8 of 10')


def moves_by_keyboard(at):
    open_song(at)
    at.click('Bass, Chorus 1')
    at.key('Up', 'Right', '3')
    at.see('Percussion, Interlude, bars 33 to 36, level 3 of 10')
    at.key('Return')
    at.see('Percussion, Interlude, bars 33 to 36, out')
    at.click('Interlude, Interlude')
    at.key('alt+Left')
    at.find('Interlude, Interlude, bars 25 to 28')
    at.key('F2')
    at.xdotool('type', '--delay', '20', 'Breath')
    at.key('Return')
    at.find('Breath, Interlude, bars 25 to 28')
    at.key('ctrl+d')
    at.find('Breath 2')


def plays(at):
    open_song(at)
    at.key('space')
    at.find('Stop')
    at.find('Intro · 2:')
    at.key('space')
    at.find('Play')
    at.key('Home')
    at.see('Intro · 1:1')


def keeps_what_a_crash_left(at):
    open_song(at)
    at.click('Bass, Chorus 1')
    at.key('2')
    at.see('Bass, Chorus 1, bars 25 to 32, level 2 of 10')
    time.sleep(0.5)
    at.process.kill()
    at.process.wait()
    at.start()
    at.click('Recover')
    at.see('Bass, Chorus 1, bars 25 to 32, level 2 of 10')


def asks_before_closing(at):
    open_song(at)
    before = open(at.song, 'rb').read()
    at.click('Bass, Chorus 1')
    at.key('1')
    at.find('• lanterns')
    at.key('ctrl+w')
    at.press('Cancel')
    at.see('Bass, Chorus 1, bars 25 to 32, level 1 of 10')
    time.sleep(1)
    at.xdotool('windowfocus', at.window)
    at.click('Bass, Chorus 1')
    at.key('ctrl+w')
    at.press('Discard')
    wait_for(lambda: at.process.poll() is not None, 'the program ended')
    assert open(at.song, 'rb').read() == before


def notices_another_program(at):
    open_song(at)
    time.sleep(1)  # the file is watched from a moment after it was opened
    with open(at.song, encoding='utf-8') as file:
        text = file.read()
    with open(at.song + '~', 'w', encoding='utf-8') as file:
        file.write(text.replace('title="Lanterns"', 'title="Lamps"'))
    os.replace(at.song + '~', at.song)
    at.press('Reload')
    at.find('Arrangement, Lamps')


def opens_a_chart(at):
    chart = os.path.join(at.folder, 'wheel.cho')
    with open(chart, 'w', encoding='utf-8') as file:
        file.write('{title: Wheel}\n{key: G}\n{tempo: 100}\n'
                   '{start_of_verse: Verse 1}\n[G]Round and [C]round it [D]goes [G]\n'
                   '{end_of_verse}\n{start_of_chorus}\n[C]Turn the [G]wheel\n{end_of_chorus}\n')
    at.start(chart)
    at.find('Arrangement, Wheel')
    at.find('Verse 1, Verse, bars 1 to')


TESTS = [shows_the_song, strips_sets_undoes_saves, drags_a_level, drags_an_edge,
         escape_cancels_a_drag, moves_by_keyboard, plays, keeps_what_a_crash_left,
         asks_before_closing, notices_another_program, opens_a_chart]

sys.exit(desk.run(TESTS, sys.argv[1], sys.argv[2]))
