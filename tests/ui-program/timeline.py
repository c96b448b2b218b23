# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline of a window, as a test handles it."""

NAME_LINE = 12  # pixels below the top of a section's head, where its name stands


def is_head_of(name):
    """Whether a label is that of a section's head; it begins with the name and says its bars."""
    return lambda label: label.startswith(name + ', ') and ', bars ' in label


def find_head(program, name):
    return program.wait('button', is_head_of(name))


def list_sections(program):
    """Names and bars of the sections, in their order."""
    heads = [node.label for node in program.window.find_all('button')]
    heads = [label.split(', ') for label in heads if ', bars ' in label]
    heads = [(words[0], next(word for word in words if word.startswith('bars ')))
             for words in heads]
    return sorted(heads, key=lambda head: int(head[1].split()[1]))


def wait_for_sections(program, wanted):
    program.wait_until(f'the sections {wanted}',
                       lambda: [name for name, _ in list_sections(program)] == wanted)


def list_layers(program):
    heads = program.window.find_all('row header')
    return [head.label for head in sorted(heads, key=lambda node: node.extents[1])]


def click_head(program, name, **how):
    """Clicks on the name of a section."""
    head = find_head(program, name)
    x, y, width, _ = program.locate(head)
    program.focus()
    program.hands.click(x + width / 2, y + NAME_LINE, **how)


def click_layer(program, name, **how):
    """Clicks on the name of a layer, beside its buttons."""
    head = program.wait('row header', lambda label: label.startswith(name + ', '))
    program.click(head, across=0.3, **how)


def begin_edge_drag(program, name, bars, holding=()):
    """Takes the right edge of a section and drags it by so many bars."""
    head = find_head(program, name)
    x, y, width, _ = program.locate(head)
    first, last = head.label.split(', bars ')[1].split(',')[0].split(' to ')
    px_per_bar = width / (int(last) - int(first) + 1)
    edge = x + width - 2
    program.focus()
    program.hands.begin_drag(edge, y + NAME_LINE, edge + bars * px_per_bar, y + NAME_LINE,
                             holding)


def begin_head_drag(program, name, other, holding=()):
    """Takes a section by its name and drags it over the end of another."""
    x, y, width, _ = program.locate(find_head(program, name))
    to_x, _, to_width, _ = program.locate(find_head(program, other))
    program.focus()
    program.hands.begin_drag(x + width / 2, y + NAME_LINE, to_x + to_width - 8, y + NAME_LINE,
                             holding)
