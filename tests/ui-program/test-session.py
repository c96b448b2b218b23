# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tracking session needs to know, typed: kept letter by letter, and taken back."""

import time

import cases
from cases import case
from rest import read_sleep
from song import NAMESPACE, Song


def open_session(program, page=None, sign=None):
    """Opens the window; `sign` is a button that only that page has."""
    program.press('F6')
    program.wait('text box', 'Date')
    if page is not None:
        go_to(program, page)
        program.wait(*sign)


def go_to(program, page):
    """The window has tabs twice, for when it is narrow; by keys there is no doubt."""
    def go_on():
        focused = program.find_focused()
        if focused is not None and focused.role == 'tab' and focused.label == page:
            return True
        program.press('Right')
        return False
    program.wait_until('a tab in the keys', lambda: (
        program.find_focused() is not None and program.find_focused().role == 'tab'))
    program.wait_until(f'the tab {page}', go_on)
    program.press('space')


def close_session(program):
    program.press('Escape')
    program.wait_until('the window to be closed', lambda: len(program.toplevels) == 1)


def wait_for_file(program, path, what, condition):
    """Saves, and waits until the file is as it should be."""
    program.press('ctrl+s')
    program.wait_until(what, lambda: condition(Song(path)))


def read_session(song, name):
    return [dict(node.attrib, text=node.text)
            for node in song.root.iter(NAMESPACE + name)]


@case('keeps what is typed when it is closed at once, and takes it back')
def keeps_what_is_typed(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        open_session(program)
        date = program.find('text box', 'Date')
        program.click(date)
        program.type('12 May')
        close_session(program)
        wait_for_file(program, path, 'the date in the file',
                      lambda song: read_session(song, 'session')[0].get('date') == '12 May')
        open_session(program)
        date = program.wait('text box', 'Date')
        program.wait_until('the date to be shown', lambda: date.text == '12 May')
        program.click(date)
        program.press('ctrl+z')
        program.wait_until('all of it to be taken back', lambda: date.text == '')
        program.press('ctrl+shift+z')
        program.wait_until('it to be back', lambda: date.text == '12 May')
        close_session(program)
        program.quit()


@case('adds recall notes and puts them in order by keys')
def orders_recall(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        open_session(program, 'Recall', ('label', 'Recall Notes'))
        for device in ('Compressor', 'Equalizer'):
            program.press('ctrl+n')
            program.wait('label', 'Untitled')
            program.wait('text box', 'Device')
            program.type(device)
            program.wait('label', device)
        program.press('alt+Up')
        program.wait_until('the order', lambda: program.locate(
            program.find('label', 'Equalizer'))[1] < program.locate(
                program.find('label', 'Compressor'))[1])
        close_session(program)
        wait_for_file(program, path, 'the order in the file', lambda song: [
            node.get('device') for node in read_session(song, 'recall')
        ] == ['Equalizer', 'Compressor'])
        program.quit()


@case('keeps a decision that is typed and not confirmed')
def keeps_decision(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        open_session(program, 'Agreed', ('text box', 'Add a decision'))
        program.click(program.find('text box', 'Add a decision'))
        program.type('No click in the bridge')
        close_session(program)
        wait_for_file(program, path, 'the decision in the file', lambda song: any(
            (node.get('state'), node.get('text')) == ('agreed', 'No click in the bridge')
            for node in read_session(song, 'remark')))
        program.quit()


def read_performers(song):
    return [node.get('performer') for node in read_session(song, 'layer')]


@case('lets nobody take over what others play while a name is typed')
def renames_contact(stage):
    path = stage.take_fixture()
    with open(path, encoding='utf-8') as file:
        text = file.read()
    for name in ('Anna', 'Ann'):
        text = text.replace('<layer id', f'<layer performer="{name}" id', 1)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    with stage.start(path) as program:
        open_session(program)
        program.click(program.wait('button', 'Fill from Layers'))
        program.wait('label', 'Anna')
        program.press('Tab', 'Tab', 'space')
        name = program.wait('text box', 'Name')
        program.wait_until('the name to be shown', lambda: name.text == 'Anna')
        program.press('Tab', 'Tab', 'Tab', 'Tab')
        program.press('End', 'BackSpace')
        program.wait_until('a name that somebody has', lambda: name.text == 'Ann')
        program.press('BackSpace', 'BackSpace', 'BackSpace')
        program.wait_until('no name', lambda: name.text == '')
        program.type('Anton')
        program.wait_until('another name', lambda: name.text == 'Anton')
        close_session(program)
        wait_for_file(program, path, 'who plays what', lambda song: read_performers(
            song)[:2] == ['Anton', 'Ann'])
        program.quit()


@case('lets a take go whose layer is out, while it is chosen')
def drops_take(stage):
    path = stage.take_fixture()
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace('</arrangement>', '  <take section="b1" layer="a4" state="keep" '
                                'number="2"/>\n      </arrangement>', 1))
    with stage.start(path) as program:
        open_session(program, 'Takes', ('label', 'Keep'))
        program.click(program.find('label', 'Keep'))
        program.wait_until('the choices', lambda: program.find_focused() is not None
                           and program.find_focused().role == 'list item')
        program.press('Up', 'Up', 'Return')
        program.wait_until('the row to be gone', lambda: program.toplevels[-1].find(
            'label', 'Strings') is None)
        close_session(program)
        wait_for_file(program, path, 'no take in the file',
                      lambda song: read_session(song, 'take') == [])
        program.quit()


@case('keeps what the room is to be like')
def keeps_room(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        open_session(program, 'Room', ('text box', 'Mood'))
        program.click(program.find('text box', 'Mood'))
        program.type('late, warm')
        close_session(program)
        wait_for_file(program, path, 'the mood in the file', lambda song: any(
            'late, warm' in [*node.attrib.values(), node.text] for node in song.root.iter()))
        program.quit()


def is_at_rest(pid):
    """Whether nothing wakes it for some pictures' time."""
    before = read_sleep(pid)
    time.sleep(0.3)
    return before is not None and read_sleep(pid) == before


@case('shows what is written of the room as high as it is')
def fits_room(stage):
    path = stage.take_fixture()
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace('</project>', '  <session>\n      <room>' + 'In a half circle. ' * 9
                                + '</room>\n    </session>\n  </project>', 1))
    with stage.start(path) as program:
        open_session(program, 'Room', ('text box', 'Mood'))
        room = program.find('text box', 'Room and set-up')
        program.wait_until('a few lines of text', lambda: 0 < room.extents[3] < 120)
        program.wait_until('it to rest', lambda: is_at_rest(program.process.pid))
        close_session(program)
        program.quit()


if __name__ == '__main__':
    cases.main()
