# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Remarks on the timeline: signs at their place, opened, changed, and walked through."""

import cases
from cases import case
from song import NAMESPACE, Song
from timeline import click_head, find_head

REMARKS = '''<remark id="c1" kind="note" section="b3" bar="3" author="Jo">Too loud?</remark>
        <remark id="c2" kind="note" section="b5" layer="a4">Longer bows</remark>
        <remark id="c3" kind="decision" state="agreed" section="b4">Half as long</remark>
      </arrangement>'''
LOUD = 'Note, Chorus 1 · bar 3: Too loud?'
BOWS = 'Note, Bridge · Strings: Longer bows'


def take_remarks(stage):
    path = stage.take_fixture()
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace('</arrangement>', REMARKS))
    return path


def read_remark(path, remark):
    return next((node for node in Song(path).element.iter(NAMESPACE + 'remark')
                 if node.get('id') == remark), None)


def wait_for_card(program, place):
    program.wait('label', place)
    program.wait('button', 'Next Remark')


def tab_to(program, name):
    """Goes to a control of the card; where a popover is on the display, nobody knows."""
    def go_on():
        focused = program.find_focused()
        if focused is not None and focused.label == name:
            return True
        program.press('Tab')
        return False
    program.wait_until(f'the keys in “{name}”', go_on)


def choose_in_card(program, name, *keys):
    tab_to(program, name)
    program.press('space')
    program.wait_steady()
    program.press(*keys, 'Return')
    program.wait_steady()


@case('shows signs where they belong, and they move along')
def shows_signs(stage):
    path = take_remarks(stage)
    with stage.start(path) as program:
        sign = program.wait('button', LOUD)
        x, _, width, _ = program.locate(find_head(program, 'Chorus 1'))
        assert abs(program.locate(sign)[0] - (x + width * 2 / 8)) < 6, (program.locate(sign), x)
        strings = program.locate(program.wait('button', BOWS))
        cell = program.locate(program.wait(
            'grid cell', lambda label: label.startswith('Strings, Bridge, ')))
        assert abs(strings[0] - cell[0]) < 6 and cell[1] < strings[1] < cell[1] + cell[3]
        click_head(program, 'Chorus 1')
        program.press('alt+Left')
        program.wait_until('the sign to move along',
                           lambda: program.locate(program.find('button', LOUD))[0] < x - 20)
        program.press('ctrl+s')
        program.wait_until('the file', lambda: Song(path).names[1] == 'Chorus 1')
        remark = read_remark(path, 'c1')
        assert (remark.get('section'), remark.get('bar')) == ('b3', '3')
        program.quit()


@case('opens a remark by a click, and changes it')
def changes_remark(stage):
    path = take_remarks(stage)
    with stage.start(path) as program:
        program.click(program.wait('button', LOUD))
        wait_for_card(program, 'Chorus 1 · bar 3')
        choose_in_card(program, 'Kind of Remark', 'Down')
        program.wait('button', 'Question, Chorus 1 · bar 3: Too loud?')
        tab_to(program, 'Author')
        program.press('ctrl+a')
        program.type('Mara')
        program.press('Return')
        tab_to(program, 'Remark')
        program.press('ctrl+a')
        program.type('Louder!')
        program.press('ctrl+Return')
        program.wait('button', 'Question, Chorus 1 · bar 3: Louder!')
        program.press('Escape')
        program.wait_gone('button', 'Next Remark')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: read_remark(path, 'c1').text == 'Louder!')
        remark = read_remark(path, 'c1')
        assert (remark.get('kind'), remark.get('author')) == ('question', 'Mara')
        # Each change is a step of its own.
        program.press('ctrl+z')
        program.wait('button', 'Question, Chorus 1 · bar 3: Too loud?')
        program.quit()


@case('opens a remark from the list of what has been said')
def opens_from_list(stage):
    path = take_remarks(stage)
    with stage.start(path) as program:
        click_head(program, 'Chorus 1')
        row = program.wait('label', 'Too loud?')
        program.scroll_to(row)
        program.click(row)
        wait_for_card(program, 'Chorus 1 · bar 3')
        program.wait('label', '1 of 2 open')
        program.press('Escape')
        program.wait_gone('button', 'Next Remark')
        program.quit()


@case('walks through what is open, and plays it')
def walks_through(stage):
    path = take_remarks(stage)
    with stage.start(path) as program:
        program.wait('button', LOUD)
        program.press('ctrl+Page_Down')
        wait_for_card(program, 'Chorus 1 · bar 3')
        program.wait('label', '1 of 2 open')
        program.wait('button', 'Stop')
        program.press('space')
        program.wait('button', 'Play')
        program.press('ctrl+Page_Down')
        wait_for_card(program, 'Bridge · Strings')
        program.wait('button', 'Stop')
        program.wait('label', lambda text: text.startswith(
            ('Verse 2 · 7:', 'Verse 2 · 8:', 'Bridge · ')))
        program.press('space')
        program.wait('button', 'Play')
        choose_in_card(program, 'State of the Remark', 'Down')
        program.press('ctrl+Page_Up')
        wait_for_card(program, 'Chorus 1 · bar 3')
        program.wait('label', '1 of 1 open')
        program.press('Escape')
        program.wait_gone('button', 'Next Remark')
        program.press('ctrl+Page_Down')
        program.wait('label', 'That was the last open remark.')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: read_remark(path, 'c2').get('state') == 'agreed')
        program.quit()


@case('writes a remark on the part that is heard')
def remarks_on_part(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Intro, bars 1 to 4, out'))
        program.press('n')
        program.wait_focus('Remark')
        program.wait('checkbox', 'About Bass')
        program.type('Enters here?')
        program.press('Return')
        program.wait('button', 'Note, Intro · Bass: Enters here?')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: any(
            (node.get('section'), node.get('layer'), node.text) == ('b1', 'a2', 'Enters here?')
            for node in Song(path).element.iter(NAMESPACE + 'remark')))
        program.quit()


if __name__ == '__main__':
    cases.main()
