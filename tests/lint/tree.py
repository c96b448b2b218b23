# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint tests share: the files of the tree, and how to complain."""

import json
import os
import re
import shlex
import sys

SOURCE_ROOT = os.environ['MAQ_SOURCE_ROOT']
BUILD_ROOT = os.environ['MAQ_BUILD_ROOT']

# What each floor may include of ours: DESIGN's table, bottom to top. A floor
# that may see another may see what that one shows in its own headers.
FLOORS = {
    'base': set(),
    'score': {'base'},
    'performance': {'base'},
    'formats': {'base'},
    'moves': {'base', 'score'},
    'xml': {'base', 'score'},
    'band': {'base', 'score', 'performance'},
    'session': {'base', 'score'},
    'engine': {'base', 'performance'},
    'player': {'base', 'score', 'performance', 'band', 'engine'},
    'analysis': {'base', 'score', 'performance', 'band', 'engine'},
    'import': {'base', 'score', 'performance', 'formats', 'moves', 'xml', 'band', 'session',
               'engine'},
    'export': {'base', 'score', 'performance', 'formats', 'moves', 'xml', 'band', 'session',
               'engine', 'player', 'analysis'},
    'advice': {'base', 'score', 'performance', 'moves', 'band', 'engine', 'analysis'},
    'document': {'base', 'score', 'moves', 'xml'},
}
FLOORS['cli'] = set(FLOORS)
FLOORS['ui'] = set(FLOORS) - {'cli'}

# Floors of values: nothing there can be set, only made anew.
VALUE_FLOORS = ('base', 'score', 'performance', 'formats', 'moves', 'xml', 'band', 'session',
                'advice')

# Other people's headers, and the only floors that may include them.
FOREIGN = [
    (re.compile(r'^(gtk|gdk|gsk)/|^adwaita\.h$'), {'ui'}),
    (re.compile(r'^gst/(?!fft/)'), {'player', 'cli', 'ui'}),
    (re.compile(r'^gst/fft/'), {'analysis'}),
    (re.compile(r'^fluidsynth'), {'engine'}),
    (re.compile(r'^rubberband/'), {'engine'}),
    (re.compile(r'^ebur128\.h$'), {'analysis'}),
    (re.compile(r'^libxml/'), {'xml', 'band', 'import', 'export'}),
    (re.compile(r'^(cairo|pango)'), {'export', 'ui'}),
    (re.compile(r'^archive'), {'import', 'export'}),
    (re.compile(r'^glib-object\.h$|^gio/'),
     {'player', 'analysis', 'import', 'export', 'advice', 'document', 'cli', 'ui', 'xml',
      'band'}),
]

_failures = []


def fail(path, line, what):
    """Notes one fault; @what says what is wrong and what to do."""
    _failures.append((path, line, what))


def finish():
    """Prints the faults and ends the program."""
    for path, line, what in sorted(_failures):
        print(f'{path}:{line}: {what}')
    if _failures:
        print(f'{len(_failures)} to mend')
    sys.exit(1 if _failures else 0)


def skip(why):
    """Ends the program as skipped."""
    print(f'skipped: {why}')
    sys.exit(77)


def files(*suffixes, under=''):
    """The project's files below @under, relative to the root, sorted."""
    found = []
    for folder, folders, names in os.walk(os.path.join(SOURCE_ROOT, under)):
        at_top = os.path.samefile(folder, SOURCE_ROOT)
        folders[:] = sorted(f for f in folders
                            if f not in ('.git', '.cache', '__pycache__')
                            and not (at_top and f.startswith(('_', 'build', '.')) and
                                     f not in ('build-aux', '.ci')))
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), SOURCE_ROOT)
            if name.endswith('~') or (at_top and name == '.git'):
                continue
            if not suffixes or name.endswith(suffixes):
                found.append(path)
    return sorted(found)


def lines(path):
    """The lines of a text file, numbered from one."""
    with open(os.path.join(SOURCE_ROOT, path), encoding='utf-8', errors='replace') as stream:
        return list(enumerate(stream.read().split('\n'), 1))


def floor_of(path):
    """The floor a source belongs to, or None."""
    match = re.match(r'src/([a-z]+)/', path)
    return match.group(1) if match else None


def includes(path):
    """(line, name, is_ours) for each header a source includes."""
    for number, text in lines(path):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', text)
        if match:
            yield number, match.group(2), match.group(1) == '"'


def compile_commands():
    """(path relative to the root, folder, arguments) for each source built."""
    path = os.path.join(BUILD_ROOT, 'compile_commands.json')
    if not os.path.exists(path):
        skip('the build has no compile_commands.json')
    with open(path, encoding='utf-8') as stream:
        entries = json.load(stream)
    for entry in entries:
        source = os.path.join(entry['directory'], entry['file'])
        source = os.path.relpath(os.path.realpath(source), os.path.realpath(SOURCE_ROOT))
        yield source, entry['directory'], shlex.split(entry['command'])
