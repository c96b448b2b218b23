# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk to test at: the real program, a real pointer, a real keyboard, and ears.

What is on the screen is found through the accessibility bus, so a test says
"Bass, Chorus 1" rather than a place in pixels, and fails when that is not
what a screen reader would be told.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

NAMESPACE = '{urn:maquette:project}'


def skip(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(77)


try:
    import pyatspi
except ImportError:
    skip('pyatspi is not installed')
if shutil.which('xdotool') is None:
    skip('xdotool is not installed')


PATIENCE_SECONDS = float(os.environ.get('MAQ_TEST_PATIENCE', '12'))


def wait_for(find, what, seconds=PATIENCE_SECONDS):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # things come and go while the program works
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f'not seen within {seconds} s: {what}')


class Desk:
    def __init__(self, program, song):
        self.folder = tempfile.mkdtemp()
        self.song = os.path.join(self.folder, os.path.basename(song))
        shutil.copy(song, self.song)
        self.process = None
        self.program = program

    def start(self, *files):
        # what a crash leaves behind belongs to this desk alone
        environment = {**os.environ, 'XDG_STATE_HOME': os.path.join(self.folder, 'state')}
        if 'ASAN_OPTIONS' in environment:
            # Looking for leaks takes a minute at each exit; a test of the whole program does.
            environment['ASAN_OPTIONS'] = 'detect_leaks=0'
        self.process = subprocess.Popen([self.program, *files], env=environment)
        self.application = wait_for(self.find_application, 'the program on the bus')
        window = wait_for(lambda: self.xdotool('search', '--onlyvisible', '--pid',
                                               str(self.process.pid)), 'a window')
        self.window = window.split()[-1]
        self.xdotool('windowmove', self.window, '0', '0')
        self.xdotool('windowsize', self.window, '1280', '800')
        self.xdotool('windowfocus', self.window)
        frame = wait_for(self.find_frame, 'the window in its size')
        self.margin = ((1280 - frame.width) // 2, (800 - frame.height) // 2)

    def find_frame(self):
        frame = self.application.getChildAtIndex(0).queryComponent()
        frame = frame.getExtents(pyatspi.WINDOW_COORDS)
        return frame if 1240 < frame.width <= 1280 and 760 < frame.height <= 800 else None

    def find_application(self):
        if self.process.poll() is not None:
            raise SystemExit(f'the program ended by itself ({self.process.returncode})')
        for child in pyatspi.Registry.getDesktop(0):
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def xdotool(self, *args):
        done = subprocess.run(['xdotool', *args], capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def walk(self, node=None):
        node = self.application if node is None else node
        yield node
        for index in range(node.childCount):
            child = node.getChildAtIndex(index)
            if child is not None:
                yield from self.walk(child)

    def look(self, start):
        for node in self.walk():
            if (node.name or '').startswith(start):
                return node
        return None

    def find(self, start):
        """The first thing whose label begins so."""
        return wait_for(lambda: self.look(start), start)

    def see(self, label):
        """Waits for a label, to the letter."""
        return wait_for(lambda: next((n for n in self.walk() if n.name == label), None), label)

    def names(self, role):
        return [node.name for node in self.walk() if node.getRoleName() == role]

    def box(self, start):
        """Where a thing is in the window: it may still be moving when it is first found."""
        def settled():
            one = self.find(start).queryComponent().getExtents(pyatspi.WINDOW_COORDS)
            time.sleep(0.1)
            two = self.find(start).queryComponent().getExtents(pyatspi.WINDOW_COORDS)
            same = (one.x, one.y, one.width, one.height) == (two.x, two.y, two.width, two.height)
            return one if same and one.width > 0 else None
        return wait_for(settled, f'{start} at rest')

    def middle(self, start):
        box = self.box(start)
        return (self.margin[0] + box.x + box.width // 2, self.margin[1] + box.y + box.height // 2)

    def point(self, x, y):
        self.xdotool('mousemove', str(x), str(y))
        time.sleep(0.05)

    def click(self, start, button=1, times=1):
        self.point(*self.middle(start))
        self.xdotool('click', '--repeat', str(times), '--delay', '60', str(button))
        time.sleep(0.1)

    def press(self, label):
        """Presses a button as a screen reader does, wherever its window is."""
        def find():
            for node in self.walk():
                if label in node.name.split() and node.getRoleName() == 'push button':
                    return node
            return None
        wait_for(find, f'button {label}').queryAction().doAction(0)

    def drag(self, start, end):
        self.point(*start)
        self.xdotool('mousedown', '1')
        for step in range(1, 9):
            self.point(start[0] + (end[0] - start[0]) * step // 8,
                       start[1] + (end[1] - start[1]) * step // 8)
        self.xdotool('mouseup', '1')
        time.sleep(0.1)

    def key(self, *keys):
        for key in keys:
            self.xdotool('key', key)
            time.sleep(0.08)

    def read_song(self):
        return ElementTree.parse(self.song).getroot()

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)


def run(tests, program, song):
    """Runs each test at a desk of its own and says how it went, as TAP."""
    print(f'1..{len(tests)}')
    failed = 0
    for number, test in enumerate(tests, 1):
        desk = Desk(program, song)
        try:
            test(desk)
            print(f'ok {number} {test.__name__}')
        except (Exception, SystemExit) as error:  # the next test is still worth running
            failed += 1
            print(f'not ok {number} {test.__name__}')
            print(f'# {type(error).__name__}: {error}')
        finally:
            desk.stop()
        sys.stdout.flush()
    return 1 if failed else 0
