# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of a test that has failed: enough to know why where nobody can look again."""

import itertools
import os

from accessible import Gone

MOST_LINES = 50       # of what a window shows
MOST_ERRORS = 12      # lines of what a program said last
MOST_CELLS = 24
MOST_OF_A_ROLE = 12
LONGEST = 150
FIRST_ROLES = ('grid cell', 'row header', 'label', 'button')


def shorten(line):
    return line if len(line) <= LONGEST else line[:LONGEST - 1] + '…'


def list_errors(run):
    """What a program said last, and whether it still runs."""
    code = run.process.poll()
    end = 'still runs' if code is None else f'ended with {code}'
    lines = [line for line in run.read_errors().splitlines() if line.strip()]
    return [f'{run.name} {end}; it said {len(lines)} lines'] + \
        ['  | ' + shorten(line) for line in lines[-MOST_ERRORS:]]


def describe_node(node, role):
    """One line, or None for what says nothing of itself."""
    states = node.states
    if 'visible' not in states:
        return None
    label = node.label
    marks = [state for state in ('selected', 'focused', 'pressed', 'checked') if state in states]
    if 'sensitive' not in states:
        marks.append('insensitive')
    if not label and not marks:
        return None
    return shorten(f'{role} “{label}” {" ".join(marks)}'.rstrip())


def list_widgets(toplevel):
    """The widgets that tell most: cells, buttons and labels, of each only some."""
    by_role = {}
    for node in toplevel.find_all():
        role = node.role
        most = MOST_CELLS if role == 'grid cell' else MOST_OF_A_ROLE
        if len(by_role.setdefault(role, [])) < most:
            line = describe_node(node, role)
            if line is not None:
                by_role[role].append(line)
    roles = [role for role in FIRST_ROLES if role in by_role]
    roles += [role for role in by_role if role not in FIRST_ROLES]
    return itertools.chain.from_iterable(by_role[role] for role in roles)


def list_shown(run):
    """What the windows of a program show, the newest first."""
    lines = []
    for toplevel in reversed(run.toplevels):
        x, y, width, height = toplevel.extents
        lines.append(f'{toplevel.role} “{toplevel.label}” {width} × {height} at {x}, {y} '
                     + ' '.join(sorted(toplevel.states)))
        lines += ['  ' + line for line in list_widgets(toplevel)]
    focused = run.find_focused()
    return [f'the keyboard is at {focused}'] + lines


def list_hands(run):
    """Where the X server believes pointer and keyboard to be."""
    where = ' '.join(run.hands.ask('getmouselocation').split())
    held = run.hands.ask('getwindowfocus').strip()
    return [f'pointer {where}; keyboard in X window {held}; its windows: '
            + ' '.join(run.hands.find_windows(run.process.pid))]


def collect(run):
    """Lines about one program. It may have ended, or hang: what it does not tell is left out."""
    run.hands.has_touched = False   # what it has not done by now, it will not do
    lines = list_errors(run)
    if run.process.poll() is None and run.root is not None:
        for listing in (list_hands, list_shown):
            try:
                lines += listing(run)
            except (Gone, OSError, AssertionError, ValueError) as error:
                lines.append(f'more is not known: {shorten(repr(error))}')
    return lines[:MOST_LINES]


def keep(folder, name, desk, runs):
    """Leaves a picture of the display and all that a screen reader would find in a folder."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name.replace(' ', '-').replace('/', '-'))
    lines = []
    kept = []
    if desk.take_picture(path + '.png'):
        kept.append(f'picture: {path}.png')
    for run in runs:
        lines.append(run.read_errors())
        if run.process.poll() is None and run.root is not None:
            lines += run.root.dump()
    with open(path + '.txt', 'w', encoding='utf-8') as report:
        report.write('\n'.join(lines) + '\n')
    return kept + [f'what was there: {path}.txt']
