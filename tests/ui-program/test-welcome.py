# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an empty window offers: recent songs, and songs to begin with."""

import os

import cases
from cases import case
from song import Song
from timeline import list_sections, wait_for_sections

FORM = ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Chorus 2', 'Bridge', 'Chorus 3', 'Outro']
TEMPLATE = 'Verse and chorus, Indie folk · 80 bars · 3:29'


def save_as(program, path):
    program.press('ctrl+s')
    program.wait_until('the file dialog', lambda: len(program.toplevels) > 1)
    program.wait_steady()
    program.press('ctrl+a')
    program.type(path)
    program.press('Return')
    program.wait_until('the file', lambda: os.path.exists(path) and Song(path))
    return Song(path)


@case('begins with a template')
def begins_with_template(stage):
    path = os.path.join(stage.desk.home, 'begun.maquette')
    with stage.start() as program:
        program.click(program.wait('button', TEMPLATE))
        wait_for_sections(program, FORM)
        assert list_sections(program)[1] == ('Verse 1', 'bars 5 to 20')
        program.wait('grid cell', 'Strings, Chorus 3, bars 61 to 76, level 8 of 10, enters in bar 69')
        song = save_as(program, path)
        assert song.title == 'New Song', song.title
        assert song.element.get('style') == 'indie-folk'
        assert song.names == FORM
        program.quit()


@case('lets a style be chosen for a template')
def chooses_style(stage):
    path = os.path.join(stage.desk.home, 'waltz.maquette')
    with stage.start() as program:
        program.wait('button', TEMPLATE)
        choice = program.wait('button', 'Style: As Written')
        program.click(choice)
        program.wait('label', 'Waltz')
        program.press('End', 'Return')
        program.wait('button', 'Verse and chorus, Waltz · 80 bars')
        program.click(program.wait('button', 'Verse and chorus, Waltz · 80 bars'))
        wait_for_sections(program, FORM)
        song = save_as(program, path)
        assert song.element.get('style') == 'waltz'
        assert song.element.get('meter') == '3/4'
        program.quit()


@case('begins with a form that is typed')
def begins_with_form(stage):
    path = os.path.join(stage.desk.home, 'typed.maquette')
    with stage.start() as program:
        program.wait('button', TEMPLATE)
        program.click(program.wait('text box', 'Form of the new song'))
        program.type('Intro 0')
        program.press('Return')
        program.wait('label', lambda label: 'Intro 0' in label)
        program.press('ctrl+a')
        program.type('Intro 4, V 16, Build 4, Drop 16, V 8')
        program.press('Return')
        wait_for_sections(program, ['Intro', 'Verse 1', 'Build', 'Drop', 'Verse 2'])
        program.wait('grid cell', lambda label: label.startswith('Drums, Drop, bars 25 to 40, level'))
        song = save_as(program, path)
        assert all(any(section.get_level(layer) > 0 for layer in song.layers)
                   for section in song.sections)
        program.quit()


@case('shows what was opened last')
def shows_recent(stage):
    path = stage.take_fixture()
    broken = os.path.join(stage.desk.home, 'broken.maquette')
    with open(path, 'rb') as whole, open(broken, 'wb') as copy:
        copy.write(whole.read())
    for song in (broken, path):
        with stage.start(song) as program:
            program.wait('grid cell')
            program.quit()
    with open(broken, 'wb') as copy:
        copy.write(b'<maquette')
    with stage.start() as program:
        program.wait('button', 'broken')
        card = program.wait('button', lambda label: label.startswith('harbour, Harbour Lights · '))
        assert ' bars · ' in card.label, card.label
        program.click(card)
        program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out')
        program.quit()


@case('reads no recent songs behind the one that is open')
def reads_nothing_hidden(stage):
    path = stage.take_fixture()
    other = os.path.join(stage.desk.home, 'other.maquette')
    with open(path, 'rb') as whole, open(other, 'wb') as copy:
        copy.write(whole.read())
    for song in (other, path):
        with stage.start(song) as program:
            program.wait('grid cell')
            program.quit()
    with stage.start(G_MESSAGES_DEBUG='maq-ui') as program:
        program.wait('button', lambda label: label.startswith('other, '))
        program.wait('button', TEMPLATE)
        # whoever reads it from now on complains
        with open(other, 'wb') as copy:
            copy.write(b'<maquette')
        program.click(program.wait('button', lambda label: label.startswith('harbour, ')))
        program.click(program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out'))
        program.press('3', 'ctrl+s')
        program.wait_until('the file', lambda: Song(path).get_level('Bass', 'Intro') == 3)
        program.wait_steady()
        assert 'no picture' not in program.read_errors(), 'the other song was read'
        program.quit()


@case('offers templates beside a song')
def offers_templates_beside(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        program.press('ctrl+shift+n')
        program.wait_until('another window', lambda: len(program.toplevels) > 1)
        program.wait('button', TEMPLATE)
        assert Song(path).title == 'Harbour Lights'
        program.press('ctrl+w')
        program.wait_until('one window', lambda: len(program.toplevels) == 1)
        program.quit()


BLANK = '''<?xml version="1.0" encoding="UTF-8"?>
<maquette xmlns="urn:maquette:project" version="1">
  <project current="e1">
    <song id="e1" title="Blank" key="G" tempo="92" meter="4/4" seed="1" current="d1">
      <arrangement id="d1" name="First idea"/>
    </song>
  </project>
</maquette>
'''


@case('says what an empty song lacks, and how to begin')
def teaches(stage):
    path = os.path.join(stage.desk.home, 'blank.maquette')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(BLANK)
    with stage.start(path) as program:
        program.wait('label', 'No Sections Yet')
        program.click(program.wait('button', 'Type the Form'))
        program.wait('text box', 'Form of the song')
        program.type('Intro 4, V 8, C 8, V, C')
        program.press('Return')
        wait_for_sections(program, ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Chorus 2'])
        program.wait('label', 'No Layers Yet')
        program.click(program.wait('button', 'Add a Usual Band'))
        program.wait('grid cell', lambda label: label.startswith('Drums, Chorus 2, '))
        program.wait_gone('label', 'No Layers Yet')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: len(Song(path).layers) == 7)
        assert Song(path).get_level('Drums', 'Chorus 1') > Song(path).get_level('Drums', 'Verse 1')
        # It is one step.
        program.press('ctrl+z')
        program.wait('label', 'No Layers Yet')
        program.quit()


if __name__ == '__main__':
    cases.main()
