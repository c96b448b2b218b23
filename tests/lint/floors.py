# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The floors: who sees whom, by the build's include paths and by the sources."""

import os
import re

import tree


def seen_floors(folder, arguments):
    """The floors whose folder is on this command's include path."""
    for argument in arguments:
        if argument.startswith('-I'):
            path = os.path.realpath(os.path.join(folder, argument[2:]))
            for root in (tree.SOURCE_ROOT, tree.BUILD_ROOT):
                relative = os.path.relpath(path, os.path.realpath(root)) + '/'
                if tree.floor_of(relative):
                    yield tree.floor_of(relative)


def check_include_paths():
    seen = {}
    for source, folder, arguments in tree.compile_commands():
        floor = tree.floor_of(source)
        if floor and source.startswith('src/'):
            seen.setdefault(floor, set()).update(seen_floors(folder, arguments))
    for floor, others in sorted(seen.items()):
        for other in sorted(others - {floor} - tree.FLOORS.get(floor, set())):
            tree.fail(f'src/{floor}/meson.build', 1,
                      f'floor {floor} is built with {other} on its include path; '
                      f'take the dependency that brings it out of maq_{floor}_deps')


def header_owners():
    owners = {}
    for path in tree.files('.h', under='src'):
        name = os.path.basename(path)
        if name in owners:
            tree.fail(path, 1, f'{owners[name]} has a header of the same name; rename one')
        owners[name] = tree.floor_of(path)
    return owners


def check_own(path, floor, number, name, owners):
    other = owners.get(os.path.basename(name))
    if '/' in name:
        tree.fail(path, number, f'"{name}" goes round the include path; include the file name alone')
    if other is None or other == floor:
        return
    if other not in tree.FLOORS[floor]:
        tree.fail(path, number, f'floor {floor} may not see {other}; move the code or pass '
                                'what is needed as a plain value')
    elif name.endswith('-private.h'):
        tree.fail(path, number, f'{name} belongs to floor {other} alone; use a public header')


def check_sources():
    owners = header_owners()
    for path in tree.files('.c', '.h', under='src'):
        floor = tree.floor_of(path)
        if floor not in tree.FLOORS:
            tree.fail(path, 1, 'this folder is no floor; src/README.md names the floors')
            continue
        for number, name, is_ours in tree.includes(path):
            if is_ours:
                check_own(path, floor, number, name, owners)
                if (name.endswith('-private.h') and path.endswith('.h')
                        and not path.endswith('-private.h')):
                    tree.fail(path, number, 'a public header includes a private one; '
                                            'include it in the .c')
            for pattern, allowed in tree.FOREIGN:
                if pattern.search(name) and not is_ours and floor not in allowed:
                    tree.fail(path, number, f'<{name}> is for {", ".join(sorted(allowed))} only')


def check_engine_is_quiet():
    call = re.compile(r'\b(g_(warning|message|debug|info|print|printerr|log)|printf|fprintf) \(')
    for path in tree.files('.c', '.h', under='src/engine'):
        for number, text in tree.lines(path):
            if call.search(text):
                tree.fail(path, number, 'the engine does not log; count it in an atomic '
                                        'and let the player report it')


check_include_paths()
check_sources()
check_engine_is_quiet()
tree.finish()
