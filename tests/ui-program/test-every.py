# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for everything that can be dragged."""

import cases
from cases import case
from cells import click_cell, place
from timeline import begin_edge_drag, begin_head_drag, list_layers


def read_picture(program):
    """The song, as its heads and cells say it; a tooltip over them is no part of it."""
    return list_layers(program) + sorted(
        node.label for role in ('button', 'grid cell')
        for node in program.window.find_all(role, lambda text: ', bars ' in text))


def wait_picture(program, what, wanted):
    program.wait_until(what, lambda: read_picture(program) == wanted)


def wait_other(program, what, picture):
    """Another picture than that."""
    program.wait_until(what, lambda: read_picture(program) != picture)
    return read_picture(program)


def can_undo(program):
    button = program.find('button', lambda label: label.startswith('Undo'))
    return button is not None and 'sensitive' in button.states


def list_drags(program):
    """What is dragged: its name, how it begins, and the keys that are held."""
    def cells(start, end, holding=()):
        x, y = place(program, *start)
        to_x, to_y = place(program, *end) if isinstance(end, tuple) else (x, y + end)
        program.hands.begin_drag(x, y, to_x, to_y, holding)

    def layer(holding=()):
        begin, end = (program.wait('row header', lambda label, name=name: label.startswith(name))
                      for name in ('Drums, ', 'Acoustic, '))
        x, y = program.place_in(begin, 0.3)
        program.hands.begin_drag(x, y, *program.place_in(end, 0.3, 0.75), holding)

    bass = ('Bass', 'Chorus 1')
    return (
        ('a section', lambda: begin_head_drag(program, 'Intro', 'Chorus 1'), ()),
        ('a copy of a section',
         lambda: begin_head_drag(program, 'Intro', 'Chorus 1', ('ctrl',)), ('ctrl',)),
        ('an end', lambda: begin_edge_drag(program, 'Verse 1', 4), ()),
        ('an end alone', lambda: begin_edge_drag(program, 'Verse 1', 4, ('shift',)), ('shift',)),
        ('an end by beats', lambda: begin_edge_drag(program, 'Verse 1', 3, ('ctrl',)), ('ctrl',)),
        ('an end by four bars', lambda: begin_edge_drag(program, 'Verse 1', 4, ('alt',)),
         ('alt',)),
        ('a layer', layer, ()),
        ('a copy of a layer', lambda: layer(('ctrl',)), ('ctrl',)),
        ('a level', lambda: cells(bass, 28), ()),
        ('a level in proportion', lambda: cells(bass, 28, ('alt',)), ('alt',)),
        ('parts out', lambda: cells(bass, ('Bass', 'Bridge')), ()),
        ('an entry', lambda: cells(('Acoustic', 'Chorus 1', 0.008), ('Acoustic', 'Chorus 1', 0.5)),
         ()),
        ('an exit', lambda: cells(('Acoustic', 'Chorus 1', 0.992), ('Acoustic', 'Chorus 1', 0.5)),
         ()),
        ('a copy of a part', lambda: cells(bass, ('Bass', 'Bridge'), ('ctrl',)), ('ctrl',)),
    )


@case('gives up on Escape whatever is dragged')
def each_drag(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        before = read_picture(program)

        def give_up(name, begin, holding):
            program.focus()
            begin()
            wait_other(program, f'{name} to be dragged', before)
            program.hands.press('Escape')
            wait_picture(program, f'the song as it is without {name}', before)
            program.hands.nudge(12, 12)
            program.hands.end_drag(holding)
            program.wait_steady()
            wait_picture(program, f'the song as it is after {name}', before)
            assert not can_undo(program), name

        for drag in list_drags(program):
            give_up(*drag)
        # Over several parts a ramp, which needs two keys.
        click_cell(program, 'Acoustic', 'Intro')
        program.press('shift+Right', 'shift+Right')
        x, y = place(program, 'Acoustic', 'Chorus 1')
        give_up('a ramp', lambda: program.hands.begin_drag(x, y, x, y + 28, ('ctrl', 'shift')),
                ('ctrl', 'shift'))
        program.quit()


if __name__ == '__main__':
    cases.main()
