# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window as a screen reader finds it: each widget's role, name and state.

Set MAQ_UPDATE_GOLDEN to write down what is there as what is expected; read the difference
before you keep it.
"""

import difflib
import os
import re

import cases
from accessible import Gone
from cases import FOLDER, case

# What only holds others together says nothing to a reader.
HOLDERS = {'filler', 'panel', 'generic', 'unknown', 'grouping', 'group', 'section', 'widget',
           'scroll pane', 'viewport', 'separator', 'image'}
# What is in these belongs to them.
WHOLE = {'button', 'toggle button', 'grid cell', 'label', 'spin button', 'check box', 'text box',
         'entry', 'combo box', 'slider', 'meter', 'menu item', 'progress bar'}
TOLD = {'selected', 'checked', 'pressed', 'expanded', 'invalid-entry'}
# Where nobody has given a name, GTK tells the type.
NAMELESS = re.compile(r'(Gtk|Adw|Maq)[A-Z][A-Za-z]+')
# What the machine lacks, and so is not there on another one.
OF_MACHINE = re.compile(r'sound device')


def is_hidden(node):
    """GTK keeps the pages of stacks that do not show, and says that they are visible."""
    try:
        return node.extents[2] <= 0 or node.extents[3] <= 0
    except Gone:
        return False


def draw(node, depth=0):
    """A line for each widget that a reader stops at, indented by what holds it."""
    states = node.states
    role, label = node.role, node.label
    lines = []
    if 'visible' not in states or OF_MACHINE.search(label) or is_hidden(node):
        return lines
    if NAMELESS.fullmatch(label):
        label = ''
    if label or role not in HOLDERS:
        told = sorted(TOLD & states)
        if 'sensitive' not in states:
            told.append('insensitive')
        line = '  ' * depth + role + (f' “{label}”' if label else '')
        lines.append(line + (' (' + ', '.join(told) + ')' if told else ''))
        depth += 1
    if not (label and role in WHOLE):
        for child in node.children:
            lines += draw(child, depth)
    return lines


def compare(name, lines):
    path = os.path.join(FOLDER, 'golden', name)
    if 'MAQ_UPDATE_GOLDEN' in os.environ:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as golden:
            golden.write('\n'.join(lines) + '\n')
    with open(path, encoding='utf-8') as golden:
        expected = golden.read().splitlines()
    difference = list(difflib.unified_diff(expected, lines, 'expected', 'found', lineterm=''))
    assert not difference, '\n'.join(difference)


@case('reads a song as it was opened', inspector_shown='false')
def reads_song(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10')
        # it is told a moment after the song is there
        program.wait(None, 'A second pair of ears, 1 remark')
        compare('tree.txt', draw(program.window))
        program.quit()


@case('reads a part that is selected', inspector_shown='true')
def reads_part(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.click(program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10'))
        program.wait('row header', lambda label: label.startswith('Bass'))
        program.wait(None, 'A second pair of ears, 1 remark')
        compare('tree-part.txt', draw(program.window))
        program.quit()


def is_said_badly(label):
    """Whether a name is one thing twice, or has the underscore of a mnemonic."""
    half = len(label) // 2
    return len(label) > 3 and label[:half] == label[half + 1:] and label[half] == ' ' or \
        label.startswith('_')


@case('says each name once', inspector_shown='true')
def says_once(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.wait('grid cell')
        for keys, what in (((), 'Tempo: ♩ 96'), (('ctrl+e',), 'Export'), (('F6',), 'Date'),
                           (('ctrl+shift+F7',), 'Cancel'), (('ctrl+comma',), 'Choose a File…')):
            program.press(*keys)
            program.wait(None, what)
            program.wait_steady()
            badly = [node for node in program.root.find_all('button') if is_said_badly(node.label)]
            assert not badly, [node.label for node in badly]
            if keys:
                program.press('Escape')
        program.quit()


if __name__ == '__main__':
    cases.main()
