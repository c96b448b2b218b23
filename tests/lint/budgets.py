# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes and habits: what keeps the code readable, counted."""

import os
import re

import tree

MAX_FUNCTION_LINES = 80
MAX_FILE_LINES = 1000
MAX_COLUMNS = 100
MAX_HEADER_COLUMNS = 125  # prototypes stand in aligned columns
MARKS = re.compile(r'\b(TO' + r'DO|FIX' + r'ME|XX' + r'X|HA' + r'CK)\b')
SPDX_FREE_SUFFIXES = ('.md', '.po', '.pot', '.png', '.maquette', '.cho', '.txt', '.mid', '.wav',
                      '.gitignore', '.gitattributes')
SPDX_FREE_NAMES = ('COPYING', 'LINGUAS')


def check_functions(path):
    name, name_line, in_function = None, 0, False
    for number, text in tree.lines(path):
        match = re.match(r'([A-Za-z_]\w*) \(', text)
        if in_function:
            if text.startswith('}'):
                in_function = False
                length = number - name_line + 1
                if length > MAX_FUNCTION_LINES and not name.endswith('_class_init'):
                    tree.fail(path, name_line, f'{name} has {length} lines, {MAX_FUNCTION_LINES} '
                                               'are allowed; give its steps names of their own')
                name = None
        elif match:
            name, name_line = match.group(1), number
            if text.endswith('{'):
                tree.fail(path, number, 'the brace of a function stands on a line of its own')
        elif text == '{' and name:
            in_function = True
        elif text.startswith(('}', '#', 'struct', 'typedef', 'enum', 'union')) or text.endswith(';'):
            name = None


def check_text(path):
    is_code = path.endswith(('.c', '.h'))
    numbered = tree.lines(path)
    if len(numbered) - 1 > MAX_FILE_LINES and path.endswith(('.c', '.h', '.py', '.build', '.sh')):
        tree.fail(path, MAX_FILE_LINES, f'{len(numbered) - 1} lines, {MAX_FILE_LINES} are allowed; '
                                        'the file has two jobs, part them')
    if numbered[-1][1] != '':
        tree.fail(path, len(numbered), 'the last line wants a line end')
    for number, text in numbered:
        if MARKS.search(text):
            tree.fail(path, number, 'a mark left behind; do it, or say it in an issue')
        if text != text.rstrip() and not path.endswith('.md'):
            tree.fail(path, number, 'blanks at the end of the line')
        if is_code:
            check_code_line(path, number, text)


def check_code_line(path, number, text):
    if re.match(r'\s*#\s*if\s+0\b', text):
        tree.fail(path, number, 'code switched off; take it out, git remembers')
    if re.search(r'//.*[;{}]\s*$', text) or re.match(r'\s*/\*.*;\s*\*/\s*$', text):
        tree.fail(path, number, 'commented-out code; take it out, git remembers')
    if '\t' in text:
        tree.fail(path, number, 'a tab; indent by two spaces')
    allowed = MAX_HEADER_COLUMNS if path.endswith('.h') else MAX_COLUMNS
    if len(text) > allowed:
        tree.fail(path, number, f'{len(text)} columns, {allowed} are allowed')


def check_spdx(path):
    if path.endswith(SPDX_FREE_SUFFIXES) and path != 'meson_options.txt':
        return
    if os.path.basename(path) in SPDX_FREE_NAMES:
        return
    head = '\n'.join(text for _, text in tree.lines(path)[:6])
    for tag in ('SPDX-FileCopyrightText: The Maquette authors',
                'SPDX-License-Identifier: '):
        if tag not in head:
            tree.fail(path, 1, f'says no "{tag.strip()}" in its first lines')


def check_header(path):
    text = '\n'.join(line for _, line in tree.lines(path))
    if not re.search(r'^#pragma once$', text, re.M):
        tree.fail(path, 1, 'has no #pragma once')
    bare = re.sub(r'/\*.*?\*/', '', text, flags=re.S)
    rest = [line for line in bare.splitlines()
            if line.strip() and not line.startswith(('#include', '#pragma', 'G_BEGIN', 'G_END'))]
    if not rest:
        tree.fail(path, 1, 'an umbrella header; include what is needed where it is needed')


def check_names():
    vague = re.compile(r'(util|helper|manager|common|misc|singleton)s?[-.]')
    setter = re.compile(r'\bmaq_\w*_set_(?!error)\w+ \(')
    for path in tree.files('.c', '.h', under='src'):
        if vague.search(os.path.basename(path)):
            tree.fail(path, 1, 'says nothing of what it does; name the file after its one thing')
        if tree.floor_of(path) not in tree.VALUE_FLOORS:
            continue
        for number, text in tree.lines(path):
            if setter.search(text):
                tree.fail(path, number, 'values are never set; make a new one with _with_')


def is_fixture(path):
    return path.startswith('tests/') and re.search(r'/(data|corpus|fixtures|golden)/', path)


for source in tree.files():
    if is_fixture(source) or source == 'COPYING' or source.endswith(('.png', '.mid', '.wav')):
        continue
    check_spdx(source)
    if not source.endswith(('.po', '.pot', '.maquette', '.cho')):
        check_text(source)
    if source.endswith('.c'):
        check_functions(source)
    if source.endswith('.h'):
        check_header(source)
check_names()
tree.finish()
