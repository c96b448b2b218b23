# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells of the grid, as a test handles them."""

from song import Song


def wait_cell(program, layer, section):
    return program.wait('grid cell', lambda label: label.startswith(f'{layer}, {section}, '))


def place(program, layer, section, across=0.5, down=0.5):
    return program.place_in(wait_cell(program, layer, section), across, down)


def click_cell(program, layer, section, **how):
    program.focus()
    program.hands.click(*place(program, layer, section), **how)


def drag(program, start, end, holding=()):
    """From one point of a cell to another; cells are (layer, section, across, down)."""
    program.focus()
    x, y = place(program, *start)
    to_x, to_y = place(program, *end) if isinstance(end, tuple) else (x, y + end)
    program.hands.begin_drag(x, y, to_x, to_y, holding)


def wait_level(program, layer, section, level):
    wanted = f'level {level} of 10' if level > 0 else ', out'
    program.wait('grid cell', lambda label: label.startswith(f'{layer}, {section}, ')
                 and (wanted + ',' in label or label.endswith(wanted)))


def wait_selected(program, n_cells):
    program.wait_until(f'{n_cells} selected cells', lambda: n_cells == sum(
        'selected' in cell.states for cell in program.window.find_all('grid cell')))


def place_sign(program, layer, section):
    x, y, width, _ = program.locate(wait_cell(program, layer, section))
    return x + width - 22, y + 14


def save(program, path, condition):
    program.press('ctrl+s')
    program.wait_until('the file', lambda: condition(Song(path)))
