# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small display: menus that are asked for low on it stay on it, and nothing lies over them."""

import time

import cases
from cases import case
from timeline import click_head, click_layer, find_head

WIDTH, HEIGHT = 900, 600
LONGEST_TOOLTIP_SECONDS = 1.5


def list_items(program):
    """x, y, width and height on the display of the items of the menu that is open: its window
    is known to the X server, and they know where they are in it."""
    left, top, _, _ = program.wait('menu').extents
    outer = program.hands.measure_window(program.hands.find_windows(program.process.pid)[-1])
    boxes = [item.extents for item in program.root.find_all('menu item')]
    return [(x - left + outer[0], y - top + outer[1], width, height)
            for x, y, width, height in boxes if height > 0]


def check_menu(program, last):
    """The menu with this item at its end is on the display as a whole."""
    program.wait('menu item', last)
    program.wait_steady()
    boxes = list_items(program)
    assert len(boxes) > 8, boxes
    for x, y, width, height in boxes:
        assert 0 <= x and x + width <= WIDTH, f'from {x} to {x + width} of {WIDTH} px across'
        assert 0 <= y and y + height <= HEIGHT, f'from {y} to {y + height} of {HEIGHT} px down'
    program.press('Escape')
    program.wait_gone('menu item', last)


@case('keeps menus on the display, wherever they are asked for', window_width=WIDTH,
      window_height=HEIGHT)
def keeps_menus(stage):
    with stage.start(stage.take_fixture()) as program:
        strings = program.wait('row header', lambda label: label.startswith('Strings, '))
        assert program.locate(strings)[1] > HEIGHT / 3
        for where in ('Strings', 'Drums'):
            click_layer(program, where, button=3)
            check_menu(program, 'Delete')
            program.press('shift+F10')
            check_menu(program, 'Delete')
        for section in ('Intro', 'Chorus 2'):
            click_head(program, section, button=3)
            check_menu(program, 'Its Parts')
            program.press('shift+F10')
            check_menu(program, 'Its Parts')
            program.click(program.wait('grid cell', lambda label, start=f'Strings, {section}, ':
                                       label.startswith(start)), button=3)
            check_menu(program, 'Repeat Section While Playing')
            program.press('Menu')
            check_menu(program, 'Repeat Section While Playing')
        # Beside a section that fills the view there is room for none.
        click_head(program, 'Chorus 1')
        program.press('z', 'shift+F10')
        check_menu(program, 'Its Parts')
        program.quit()


@case('has no tooltip over a menu of the pointer', window_width=WIDTH, window_height=HEIGHT)
def has_no_tooltip(stage):
    with stage.start(stage.take_fixture()) as program:
        click_layer(program, 'Drums', button=3)
        program.wait('menu item', 'Instrument…')
        n_windows = len(program.hands.find_windows(program.process.pid))
        head = find_head(program, 'Intro')
        places = [program.place_in(node) for node in
                  (program.find('button', 'Mute Drums'), program.find('button', 'Solo Strings'),
                   program.find('scroll bar', lambda label: label.startswith('Overview')))]
        x, y, width, _ = program.locate(head)
        places.append((x + width / 2, y - 10))
        for x, y in places:
            program.hands.move(x - 2, y)
            program.hands.move(x, y)
            time.sleep(LONGEST_TOOLTIP_SECONDS)
            found = len(program.hands.find_windows(program.process.pid))
            assert found == n_windows, f'there is a tooltip at {x}, {y}'
        program.press('Escape')
        program.wait_gone('menu item', 'Instrument…')
        program.quit()


if __name__ == '__main__':
    cases.main(width=WIDTH, height=HEIGHT)
