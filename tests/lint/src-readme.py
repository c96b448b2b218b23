# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""src/README.md has a line for each file of src, and nothing else."""

import fnmatch
import os
import re

import tree

README = 'src/README.md'


def expand(path):
    """The files that `name.[ch]` or `folder/*.svg` stand for."""
    if path.endswith('.[ch]'):
        return [path[:-5] + '.c', path[:-5] + '.h']
    if '*' in path:
        return fnmatch.filter(tree.files(under=os.path.dirname(path)), path) or [path]
    return [path]


def named_files():
    """Files that README.md names in items below `## floor`: - `name.[ch]`, `other.h`: …"""
    floor = None
    for number, text in tree.lines(README):
        heading = re.match(r'## ([a-z]+)\b', text)
        if text.startswith('#'):
            floor = heading.group(1) if heading else None
        item = re.match(r'- (`[^`]+`(?:, `[^`]+`)*): \S', text)
        for name in re.findall('`([^`]+)`', item.group(1)) if floor and item else []:
            yield from ((path, number) for path in expand(f'src/{floor}/{name}'))


def main():
    named = {}
    for path, number in named_files():
        if path in named:
            tree.fail(README, number, f'{path} stands here twice; take one out')
        named[path] = number
    there = {path for path in tree.files(under='src')
             if not path.endswith(('meson.build', 'README.md'))}
    for path in sorted(there - set(named)):
        tree.fail(README, 1, f'add a line for {path} below its floor: - `name.[ch]`: what it does')
    for path in sorted(set(named) - there):
        tree.fail(README, named[path], f'{path} is not there; take its line out')
    tree.finish()


main()
