# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The top folder holds what it should, and no file speaks of where it was made."""

import os
import re

import tree

TOP = {'src', 'data', 'po', 'tests', 'build-aux', 'meson.build', 'meson_options.txt', 'README.md',
       'COPYING'}

# Brackets keep these patterns from finding themselves.
PLACES = re.compile(r'(?<![\w.}$])/(wor[k]|roo[t]|tm[p]|mn[t])/\w')
WORKPLACE = re.compile(r'\b(wor[k]tree|BRIE[F]\.md|clau[d]e|anthr[o]pic|LL[M]|chat ?gp[t]|'
                       r'DESIG[N]\.md|PLATFOR[M]\.md|STYL[E]\.md)\b', re.I)


def check_top():
    for name in sorted(os.listdir(tree.SOURCE_ROOT)):
        if name not in TOP and not name.startswith(('.', '_')):
            tree.fail(name, 1, 'does not belong in the top folder; put it into one of '
                               + ', '.join(sorted(n for n in TOP if '.' not in n)))


def check_words():
    for path in tree.files():
        if path == 'COPYING' or path.endswith(('.png', '.mid', '.wav', '.sf2')):
            continue
        for number, text in tree.lines(path):
            place = PLACES.search(text)
            word = WORKPLACE.search(text)
            if place:
                tree.fail(path, number, f'"{place.group(0)}…" is a path of one machine; '
                                        'ask for a folder or take it from the environment')
            if word:
                tree.fail(path, number, f'"{word.group(0)}" is not about the product; take it out')


check_top()
check_words()
tree.finish()
