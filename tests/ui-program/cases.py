# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of a file, one desk and one program for each, and says how it went in TAP."""

import contextlib
import os
import shutil
import sys
import time
import traceback

import desk as desks
import evidence
import touch
from program import Program

CASES = []
DESK = {}   # what is special about the desks
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
        self.evidence = []

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
        """After a failure, while the programs still run: what they show."""
        if self.evidence:
            return
        for run in self.runs:
            self.evidence += evidence.collect(run)
        folder = os.path.join(os.environ.get('MAQ_BUILD_ROOT', self.desk.home), 'tests',
                              'ui-program')
        self.evidence += evidence.keep(folder, self.name, self.desk, self.runs)

    def clear(self):
        for run in self.runs:
            if run.process.poll() is None:
                run.process.kill()
                run.process.wait()


def tell(line):
    """For those who read the results, and for those who read only the errors."""
    print('#', line, flush=True)
    print(line, file=sys.stderr, flush=True)


def explain(name, begin, stage):
    """Says why the test whose exception is being handled has failed."""
    tell(f'“{name}” failed after {time.monotonic() - begin:.1f} s:')
    for line in traceback.format_exc().splitlines():
        if line.strip(' ^'):
            tell('  ' + line)
    if stage is not None:
        stage.keep_evidence()
        for line in stage.evidence:
            tell('  ' + line)


def perform(name, function, settings):
    """Performs a test; gives back why it failed, or None, and whether that is the program's fault."""
    begin = time.monotonic()
    try:
        with desks.Desk(**DESK) as desk:
            desk.write_settings(**{'window_width': 1280, 'window_height': 800,
                                   # measuring takes time, and is tested by itself
                                   'arcs_shown': 'false', **settings})
            stage = Stage(desk, name)
            try:
                function(stage)
            except Exception:
                explain(name, begin, stage)
                raise
            finally:
                stage.clear()
    except desks.NotStarted as error:
        explain(name, begin, None)
        return str(error), False
    except Exception as error:  # pylint: disable=broad-except
        return ' '.join(f'{type(error).__name__}: {error}'.split()), isinstance(error, desks.Fault)
    print(f'# {time.monotonic() - begin:.1f} s')
    return None, False


def perform_twice(*entry):
    """Performs a test; once more if it fails, on a desk that has nothing of the first. What
    passes only then is said loudly: on a machine that is busy enough, the X server or the bus
    can be late for anything. A program that crashed or complained gets no second chance, and
    MAQ_STRICT=1 takes it away from all."""
    reason, is_fault = perform(*entry)
    if reason is None or is_fault or os.environ.get('MAQ_STRICT', '') not in ('', '0'):
        return reason
    tell(f'once more: {entry[0]}')
    again, _ = perform(*entry)
    if again is None:
        tell(f'passed at the second try: {entry[0]}: {reason}')
    return again


def find_missing():
    """A sentence that says why the tests can't be, or None."""
    missing = desks.is_possible()
    if missing is None and DESK.get('touch'):
        missing = touch.is_possible()
        try:
            with missing is None and desks.Desk(**DESK) or contextlib.nullcontext():
                pass
        except desks.NotStarted as error:
            missing = str(error)
    return missing


def main(**desk):
    """Performs the tests whose names have one of the words of the command line. `desk`: what
    their desks are to have."""
    DESK.update(desk)
    missing = find_missing()
    if missing:
        print(f'1..0 # SKIP {missing}')
        sys.exit(0)
    wanted = sys.argv[1:]
    chosen = [entry for entry in CASES if not wanted or any(word in entry[0] for word in wanted)]
    print(f'1..{len(chosen)}', flush=True)
    failed = 0
    for number, entry in enumerate(chosen, 1):
        reason = perform_twice(*entry)
        failed += reason is not None
        print(f'{"ok" if reason is None else "not ok"} {number} {entry[0]}', flush=True)
    sys.exit(1 if failed else 0)
