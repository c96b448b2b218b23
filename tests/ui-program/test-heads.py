# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is at hand at the heads of layers: place, colour, instrument, room for the name."""

import cases
from cases import case, read_file
from song import Song
from timeline import click_layer


def find_layer(program, name):
    return program.wait('row header', lambda label: label.startswith(name + ', '))


def find_group(program, name):
    return program.wait('row header', lambda label: label.startswith(f'Group {name}, '))


def tell_layers(song):
    return [(layer.get('name'), layer.get('group')) for layer in song.layers]


def group(program, names, title):
    click_layer(program, names[0])
    for name in names[1:]:
        click_layer(program, name, holding=('shift',))
    program.press('ctrl+g')
    program.wait('text box', 'Name of the group')
    program.type(title)
    program.press('Return')
    return find_group(program, title)


def tab_to(program, role, label):
    """Where popovers are on the display is not known: their controls are reached by Tab."""
    def go_on():
        focused = program.find_focused()
        if focused is not None and focused.role == role and focused.label.startswith(label):
            return True
        program.press('Tab')
        return False
    program.wait_until(f'the keyboard on the {role} “{label}”', go_on)


@case('has place and colour of a layer at hand')
def has_place_and_colour(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('button', lambda label: label.startswith('Place of Acoustic: '
                                                                            '30 % left')))
        program.wait('button', 'Teal')
        tab_to(program, 'slider', 'Pan')
        program.press('Right', 'Right')
        program.wait('button', lambda label: label.startswith('Place of Acoustic: 20 % left'))
        program.press('Escape')
        click_layer(program, 'Bass')
        program.press('p')
        tab_to(program, 'button', 'Teal')
        program.press('space')
        program.wait('row header', 'Bass, Bass, colour Teal')
        program.press('Escape', 'ctrl+s')
        program.wait_until('the file', lambda: Song(path).layers[1].get('colour') == 'teal')
        assert Song(path).layers[2].get('pan') == '-0.2', Song(path).layers[2].attrib
        program.press('ctrl+z', 'ctrl+z', 'ctrl+s')
        program.wait_until('the file as it was', lambda: Song(path).layers[1].get('colour') is None
                           and Song(path).layers[2].get('pan') == '-0.3')
        program.quit()


@case('shows several layers as several, whether by Shift or by their group')
def shows_several(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        # A click that extends does so on the buttons of a head, too.
        for name in ('Mute Acoustic', 'Instrument of Acoustic: Acoustic guitar'):
            click_layer(program, 'Drums')
            program.wait_steady()
            program.click(program.wait(label=name), holding=('shift',))
            program.wait('label', '3 Layers')
            program.wait('label', 'Drums, Bass, Acoustic')
        program.press('i')
        program.wait('label', lambda text: text.endswith('choose one to give it an instrument'))
        program.press('p')
        program.wait('label', lambda text: text.endswith('choose one to give it a place'))
        program.press('ctrl+s')
        assert read_file(path) == before
        group(program, ['Bass', 'Acoustic'], 'Guitars')
        program.wait_steady()
        click_layer(program, 'Drums')
        program.wait_gone('label', '2 Layers')
        program.wait_steady()
        program.click(find_group(program, 'Guitars'))
        program.wait('label', '2 Layers')
        program.press('f')
        program.wait_steady()
        click_layer(program, 'Drums')
        program.wait_gone('label', '2 Layers')
        program.wait_steady()
        program.click(find_group(program, 'Guitars'))
        program.wait('label', '2 Layers')
        program.wait('label', 'Bass, Acoustic')
        program.quit()


@case('lets an instrument be heard before it is chosen')
def chooses_instrument(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        click_layer(program, 'Strings')
        program.press('i')
        program.wait('search box', 'Search instruments')
        program.type('cello')
        program.wait_steady()
        tab_to(program, 'list item', 'Cello')
        program.press('h')
        program.wait('button', 'Stop')
        # The strings are heard where they play first, and nothing is changed by that.
        program.wait('label', lambda text: text.startswith('Chorus 1 · '))
        program.press('h')
        program.wait('button', 'Play')
        program.press('ctrl+s')
        assert read_file(path) == before
        program.press('Return')
        program.wait('button', 'Instrument of Strings: Cello')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: next(
            (sound.get('program') for sound in Song(path).layers[3]), None) == '42')
        program.press('i')
        program.wait('search box', 'Search instruments')
        program.type('fretl')
        program.wait_steady()
        program.press('Return')
        program.wait('button', 'Instrument of Strings: Fretless Bass')
        program.quit()


def tell_sound(song):
    """The program of the strings, and where the acoustic guitar stands."""
    acoustic, strings = song.layers[2:4]
    return (next((sound.get('program') for sound in strings), None), acoustic.get('pan'),
            acoustic.get('distance'))


@case('takes an instrument and a place by the pointer alone')
def by_pointer(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('button', lambda label: label.startswith('Instrument of Str')))
        program.wait('search box', 'Search instruments')
        program.click_in_popover(program.wait('button', 'Listen to Slow Strings'))
        program.wait('button', 'Stop')
        program.wait('search box', 'Search instruments')
        program.click_in_popover(program.wait('list item', 'Synth Strings 1'), across=0.3)
        program.wait_gone('search box', 'Search instruments')
        program.wait('button', 'Instrument of Strings: Synth Strings 1')
        program.click(program.wait('button', lambda label: label.startswith('Place of Acoustic: ')))
        for slider in ('Pan', 'Distance'):
            node = program.wait('slider', slider)
            x, y = program.place_in_popover(node, 0.5)
            to_x, _ = program.place_in_popover(node, 1)
            program.hands.begin_drag(x, y, to_x, y)
            program.hands.end_drag()
        program.wait('button', 'Place of Acoustic: 100 % right, Far end of the hall')
        program.press('Escape')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: tell_sound(Song(path)) == ('50', '1', '1'))
        program.press('ctrl+z', 'ctrl+z')
        program.wait('button', lambda label: label.startswith('Place of Acoustic: 30 % left'))
        program.quit()


@case('lets the keyboard go through the instruments, hear one and leave')
def hears_by_keyboard(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        click_layer(program, 'Bass')
        program.press('i')
        program.wait('search box', 'Search instruments')
        program.press('Down')
        program.wait_focus('Suits the role: Fingered Bass', 'list item')
        program.press('Down')
        program.wait_focus('Acoustic Bass', 'list item')
        program.press('space')
        program.wait('button', 'Stop')
        program.wait_focus('Acoustic Bass', 'list item')
        assert 'checked' in program.find('checkbox', 'Hear it without the band').states
        program.press('space')
        program.wait('button', 'Play')
        program.press('Escape')
        program.wait_gone('search box', 'Search instruments')
        # In the search, too, Escape is wanted once.
        for words in ('', 'ba'):
            program.press('i')
            program.wait('search box', 'Search instruments')
            program.type(words)
            program.press('Escape')
            program.wait_gone('search box', 'Search instruments')
        program.press('ctrl+s')
        assert read_file(path) == before
        program.quit()


def wait_width(program, wanted):
    """Until the heads are about as wide as that; what they are then."""
    def look():
        width = find_layer(program, 'Bass').extents[2]
        return abs(width - wanted) < 6 and width
    program.wait_until(f'heads {wanted} pixels wide', look)
    return find_layer(program, 'Bass').extents[2]


@case('makes room for the names of layers, by pointer and keys, and remembers it')
def head_width(stage):
    path = stage.take_fixture()
    name = 'A choir of twelve in the stairwell'
    with stage.start(path) as program:
        width = find_layer(program, 'Bass').extents[2]
        x, y = program.place_in(program.wait('separator', 'Edge of the layer heads'), down=0.8)
        program.focus()
        program.hands.begin_drag(x, y, x + 90, y)
        wait_width(program, width + 90)
        program.press('Escape')
        wait_width(program, width)
        program.hands.nudge(30, 0)
        program.hands.end_drag()
        wait_width(program, width)
        program.wait_steady()
        program.hands.begin_drag(x, y, x + 90, y)
        program.hands.end_drag()
        width = wait_width(program, width + 90)
        click_layer(program, 'Strings')
        program.press('alt+shift+Left')
        width = wait_width(program, width - 24)
        program.press('F2')
        program.wait('text box', 'Name')
        program.press('ctrl+a')
        program.type(name)
        program.press('Return')
        find_layer(program, name)
        x, y = program.place_in(program.wait('separator', 'Edge of the layer heads'), down=0.8)
        program.hands.click(x, y, times=2)
        program.wait_until('room for the name',
                           lambda: find_layer(program, 'Bass').extents[2] > width + 20)
        width = find_layer(program, 'Bass').extents[2]
        program.press('ctrl+s')
        program.wait_until('the name in the file',
                           lambda: name in [layer for layer, _ in tell_layers(Song(path))])
        program.quit()
    with stage.start(path) as program:
        wait_width(program, width)
        program.quit()


if __name__ == '__main__':
    cases.main()
