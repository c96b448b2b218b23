# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Heads of layers: groups that fold, and how layers move in and out of them."""

import cases
from cases import case
from song import Song
from timeline import click_layer


def find_layer(program, name):
    return program.wait('row header', lambda label: label.startswith(name + ', '))


def find_group(program, name):
    return program.wait('row header', lambda label: label.startswith(f'Group {name}, '))


def wait_cell(program, *beginnings):
    """The cell whose label begins and ends so."""
    first, *last = beginnings
    return program.wait('grid cell', lambda label: label.startswith(first)
                        and all(label.endswith(end) for end in last))


def tell_layers(song):
    return [(layer.get('name'), layer.get('group')) for layer in song.layers]


def wait_file(program, path, wanted):
    program.press('ctrl+s')
    program.wait_until(f'the file with {wanted}', lambda: tell_layers(Song(path)) == wanted)


def group(program, names, title):
    click_layer(program, names[0])
    for name in names[1:]:
        click_layer(program, name, holding=('shift',))
    program.press('ctrl+g')
    program.wait('text box', 'Name of the group')
    program.type(title)
    program.press('Return')
    return find_group(program, title)


@case('folds a group into one row, which stands for all its layers')
def folds(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        head = group(program, ['Bass', 'Acoustic'], 'Guitars')
        assert head.label == 'Group Guitars, 2 layers: Bass, Acoustic', head.label
        program.press('f')
        program.wait('row header', 'Group Guitars, folded, 2 layers: Bass, Acoustic')
        program.wait_gone('row header', 'Bass, Bass')
        wait_cell(program, 'Guitars, Bridge, bars 29 to 34, ',
                  '1 of 2 layers play: Bass level 3, Acoustic out')
        program.click(wait_cell(program, 'Guitars, Intro, '))
        program.press('6')
        wait_cell(program, 'Guitars, Intro, ', '2 of 2 layers play: Bass level 6, Acoustic level 6')
        # The keys go over the row as over one.
        program.press('Down')
        program.wait_focus(lambda label: label.startswith('Strings, Intro, '))
        program.press('Up', 'Up')
        program.wait_focus(lambda label: label.startswith('Drums, Intro, '))
        program.press('Down', 'f')
        wait_cell(program, 'Acoustic, Intro, ', 'level 6 of 10')
        wait_file(program, path, [('Drums', None), ('Bass', 'Guitars'), ('Acoustic', 'Guitars'),
                                  ('Strings', None)])
        assert Song(path).get_level('Bass', 'Intro') == 6
        program.click(program.wait('button', 'Fold Guitars'))
        program.wait('row header', lambda label: label.startswith('Group Guitars, folded'))
        program.press('ctrl+z', 'ctrl+z')
        program.wait('row header', 'Bass, Bass')
        program.wait_gone('row header', lambda label: label.startswith('Group '))
        program.quit()


@case('a folded group is muted and soloed as one')
def mutes_group(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_layer(program, 'Bass')
        program.press('m')
        program.wait('row header', 'Bass, Bass, muted')
        group(program, ['Bass', 'Acoustic'], 'Guitars')
        program.press('f')
        folded = 'Group Guitars, folded, 2 layers: Bass, Acoustic'
        program.wait('row header', folded + ', 1 of 2 muted')
        mute = program.wait('button', 'Mute Guitars')
        assert 'pressed' not in mute.states, mute.states
        program.click(mute)
        program.wait('row header', folded + ', muted')
        program.click(program.wait('button', 'Solo Guitars'))
        program.wait('row header', folded + ', muted, solo')
        program.press('ctrl+s')
        program.wait_until('the file', lambda: [(layer.get('muted'), layer.get('soloed'))
                                                for layer in Song(path).layers]
                           == [(None, None), ('yes', 'yes'), ('yes', 'yes'), (None, None)])
        # One step each.
        program.press('ctrl+z')
        program.wait('row header', folded + ', muted')
        program.press('ctrl+z')
        program.wait('row header', folded + ', 1 of 2 muted')
        program.click(program.wait('button', 'Mute Guitars'))
        program.wait('row header', folded + ', muted')
        program.click(program.wait('button', 'Mute Guitars'))
        program.wait('row header', folded)
        program.quit()


@case('copies a layer that is dragged with Ctrl')
def copies_layer(stage):
    path = stage.take_fixture()

    def list_names():
        return [layer.get('name') for layer in Song(path).layers]

    with stage.start(path) as program:
        before = list_names()
        x, y = program.place_in(find_layer(program, 'Drums'), 0.3)
        to = program.place_in(find_layer(program, before[-1]), 0.3, 0.75)
        program.focus()
        program.hands.begin_drag(x, y, *to, ['ctrl'])
        find_layer(program, 'Drums 2')
        program.hands.end_drag(['ctrl'])
        program.press('ctrl+s')
        program.wait_until('the copy below all others', lambda: list_names() == before + ['Drums 2'])
        song = Song(path)
        assert song.get_level('Drums 2', 'Chorus 1') == song.get_level('Drums', 'Chorus 1') > 0
        program.press('ctrl+z', 'ctrl+s')
        program.wait_until('the layers as before', lambda: list_names() == before)
        program.quit()


@case('drags several layers as one')
def drags_several(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_layer(program, 'Drums')
        click_layer(program, 'Bass', holding=('shift',))
        x, y = program.place_in(find_layer(program, 'Drums'), 0.3)
        to = program.place_in(find_layer(program, 'Strings'), 0.3, 0.75)
        program.focus()
        program.hands.begin_drag(x, y, *to)
        program.wait(None, 'Move 2 layers')
        program.press('Escape')
        program.hands.end_drag()
        program.wait_gone(None, 'Move 2 layers')
        program.wait_steady()
        program.hands.begin_drag(x, y, *to)
        program.wait(None, 'Move 2 layers')
        program.hands.end_drag()
        wait_file(program, path, [('Acoustic', None), ('Strings', None), ('Drums', None),
                                  ('Bass', None)])
        # They are still selected, and go back as they came.
        program.wait_steady()
        x, y = program.place_in(find_layer(program, 'Bass'), 0.3)
        program.hands.begin_drag(
            x, y, *program.place_in(find_layer(program, 'Acoustic'), 0.3, 0.2))
        program.wait(None, 'Move 2 layers')
        program.hands.end_drag()
        wait_file(program, path, [('Drums', None), ('Bass', None), ('Acoustic', None),
                                  ('Strings', None)])
        program.quit()


@case('drags layers into groups, and whole groups')
def drags(stage):
    path = stage.take_fixture()
    grouped = [('Drums', None), ('Bass', 'Low'), ('Strings', 'Low'), ('Acoustic', None)]
    with stage.start(path) as program:
        group(program, ['Bass'], 'Low')
        x, y = program.place_in(find_layer(program, 'Strings'), 0.3)
        to = program.place_in(find_layer(program, 'Bass'), 0.3, 0.75)
        program.hands.begin_drag(x, y, *to)
        program.wait('row header', 'Group Low, 2 layers: Bass, Strings')
        program.press('Escape')
        program.hands.end_drag()
        program.wait('row header', 'Group Low, 1 layer: Bass')
        program.wait_steady()
        x, y = program.place_in(find_layer(program, 'Strings'), 0.3)
        program.hands.begin_drag(x, y, *to)
        program.wait('row header', 'Group Low, 2 layers: Bass, Strings')
        program.hands.end_drag()
        wait_file(program, path, grouped)
        band = program.place_in(find_group(program, 'Low'), 0.5)
        program.hands.begin_drag(*band, *program.place_in(find_layer(program, 'Drums'), 0.5, 0.2))
        program.hands.end_drag()
        wait_file(program, path, [('Bass', 'Low'), ('Strings', 'Low'), ('Drums', None),
                                  ('Acoustic', None)])
        program.press('ctrl+z')
        wait_file(program, path, grouped)
        program.quit()


@case('folds a group again that was folded when the song was closed')
def keeps_fold(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        group(program, ['Bass', 'Acoustic'], 'Duo')
        program.press('ctrl+s')
        find_layer(program, 'Bass')
        program.press('f')
        program.wait_gone('row header', lambda label: label.startswith('Bass, '))
        program.quit()
    with stage.start(path) as program:
        find_group(program, 'Duo')
        program.wait_gone('row header', lambda label: label.startswith('Bass, '))
        program.click(find_group(program, 'Duo'))
        program.press('f')
        find_layer(program, 'Bass')
        program.quit()


@case('moves layers in and out of groups with the keyboard')
def steps(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        group(program, ['Bass', 'Acoustic'], 'Duo')
        click_layer(program, 'Strings')
        program.press('alt+Up')
        wait_file(program, path, [('Drums', None), ('Bass', 'Duo'), ('Acoustic', 'Duo'),
                                  ('Strings', 'Duo')])
        program.press('alt+Up')
        wait_file(program, path, [('Drums', None), ('Bass', 'Duo'), ('Strings', 'Duo'),
                                  ('Acoustic', 'Duo')])
        program.press('ctrl+shift+g')
        wait_file(program, path, [('Drums', None), ('Bass', 'Duo'), ('Acoustic', 'Duo'),
                                  ('Strings', None)])
        # A group that is folded goes as one.
        click_layer(program, 'Bass')
        program.press('f', 'alt+Down')
        wait_file(program, path, [('Drums', None), ('Strings', None), ('Bass', 'Duo'),
                                  ('Acoustic', 'Duo')])
        program.press('alt+Up', 'alt+Up')
        wait_file(program, path, [('Bass', 'Duo'), ('Acoustic', 'Duo'), ('Drums', None),
                                  ('Strings', None)])
        program.quit()


if __name__ == '__main__':
    cases.main()
