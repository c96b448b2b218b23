# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No public function is there for nobody: each is called from another file, of the program or of
a test. The compiler's own objects say so, so that macros that put names together count."""

import json
import os
import re
import shutil
import subprocess

import tree

# What types have whether somebody needs it yet or not; getters of what can be set as well.
USUAL = re.compile(r'_(ref|unref|get_type|error_quark)$')


def list_objects():
    """(object file, source file relative to the root) for each source built."""
    path = os.path.join(tree.BUILD_ROOT, 'compile_commands.json')
    if not os.path.exists(path) or shutil.which('nm') is None:
        tree.skip('there is no compile_commands.json, or no nm')
    with open(path, encoding='utf-8') as stream:
        for entry in json.load(stream):
            built = os.path.join(entry['directory'], entry.get('output', ''))
            source = os.path.join(entry['directory'], entry['file'])
            if os.path.isfile(built):
                yield built, os.path.relpath(os.path.realpath(source),
                                             os.path.realpath(tree.SOURCE_ROOT))


def read_symbols(path):
    """(name, kind) for each symbol of an object file, as nm says them."""
    listing = subprocess.run(['nm', '-P', path], capture_output=True, text=True, check=False)
    for line in listing.stdout.splitlines():
        fields = line.split()
        if len(fields) >= 2:
            yield fields[0], fields[1]


def mentions(source, name):
    """How often a source says a name, comments apart."""
    with open(os.path.join(tree.SOURCE_ROOT, source), encoding='utf-8') as stream:
        text = re.sub(r'/\*.*?\*/', '', stream.read(), flags=re.DOTALL)
    return len(re.findall(rf'\b{name}\b', text))


def main():
    defined, wanted = {}, set()
    for path, source in list_objects():
        for name, kind in read_symbols(path):
            if kind == 'T' and source.startswith('src/'):
                defined[name] = source
            elif kind == 'U':
                wanted.add(name)
    for name, source in defined.items():
        is_getter = '_get_' in name and name.replace('_get_', '_set_') in defined
        if name in wanted or name == 'main' or USUAL.search(name) or is_getter:
            continue
        if mentions(source, name) == 1:
            tree.fail(source, 1, f'nobody calls {name}(); take it out')
    tree.finish()


main()
