# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of a file, one desk and one program for each, and says how it went in TAP."""

import os
import shutil
import sys
import time
import traceback

import desk as desks
from program import Program

CASES = []
FOLDER = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = os.path.join(os.environ.get('MAQ_DATADIR', ''), 'examples', 'lanterns.maquette')


def case(name, **settings):
    """Marks a test: a function of a Stage. `settings` are the program's."""
    def mark(function):
        CASES.append((name, function, settings))
        return function
    return mark


def read_file(path):
    with open(path, 'rb') as file:
        return file.read()


def looking_for_leaks():
    """The variables for a program that is to be searched for leaks at its end."""
    return {name: os.environ[name] for name in ('ASAN_OPTIONS',) if name in os.environ}


class Stage:
    """What a test stands on: its desk, files of its own, and programs that it starts."""

    def __init__(self, desk, name):
        self.desk = desk
        self.name = name
        self.runs = []

    def take_fixture(self, name='harbour.maquette'):
        """A copy of a fixture that the test may change."""
        path = os.path.join(self.desk.home, name)
        shutil.copy(os.path.join(FOLDER, 'fixtures', name), path)
        return path

    def start(self, *arguments, **variables):
        run = Program(self.desk, *arguments, name=f'run-{len(self.runs) + 1}', **variables)
        run.before_failure = self.keep_evidence
        self.runs.append(run)
        return run

    def keep_evidence(self):
        """After a failure: a picture of the display and what a screen reader would find."""
        folder = os.path.join(os.environ.get('MAQ_BUILD_ROOT', self.desk.home), 'tests',
                              'ui-program')
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, self.name.replace(' ', '-').replace('/', '-'))
        lines = []
        if self.desk.take_picture(path + '.png'):
            print(f'# picture: {path}.png')
        for run in self.runs:
            lines.append(run.read_errors())
            if run.process.poll() is None and run.root is not None:
                lines += run.root.dump()
        with open(path + '.txt', 'w', encoding='utf-8') as report:
            report.write('\n'.join(lines) + '\n')
        print(f'# what was there: {path}.txt')


def perform(name, function, settings):
    """Whether a test passes."""
    begin = time.monotonic()
    with desks.Desk() as desk:
        desk.write_settings(**{'window_width': 1280, 'window_height': 800,
                               # measuring takes time, and is tested by itself
                               'arcs_shown': 'false', **settings})
        stage = Stage(desk, name)
        try:
            function(stage)
        except Exception:  # pylint: disable=broad-except
            for line in traceback.format_exc().splitlines():
                print('#', line)
            return False
        finally:
            for run in stage.runs:
                if run.process.poll() is None:
                    run.process.kill()
                    run.process.wait()
    print(f'# {time.monotonic() - begin:.1f} s')
    return True


def main():
    missing = desks.is_possible()
    if missing:
        print(f'1..0 # SKIP {missing}')
        sys.exit(0)
    wanted = sys.argv[1:]
    chosen = [entry for entry in CASES if not wanted or any(word in entry[0] for word in wanted)]
    print(f'1..{len(chosen)}', flush=True)
    failed = 0
    for number, entry in enumerate(chosen, 1):
        passed = perform(*entry)
        failed += not passed
        print(f'{"ok" if passed else "not ok"} {number} {entry[0]}', flush=True)
    sys.exit(1 if failed else 0)
