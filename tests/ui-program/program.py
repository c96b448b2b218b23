# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under test: started, looked at, touched and asked to leave."""

import os
import re
import signal
import subprocess
import time

from accessible import Bus, Gone
from desk import Fault, Timeout, patience, wait_for
from hands import Hands
from rest import wait_for_rest

# What is wrong whenever it is said; what the machine lacks (a sound card, say) is no fault.
FAULTS = re.compile(r'CRITICAL|-WARNING|\(process:|ERROR: |runtime error:|Traceback|terminated')
NO_FAULTS = re.compile(r"(dconf|portal|libEGL|MESA|Vulkan|GLib-GIO-WARNING.*(memory|keyfile))")
# The banners that may come after a song is there, and push all below them down.
BANNERS = re.compile(r'No sound device|asks for the SoundFont|has changed this file|was not saved|'
                     r'guessed or left out|kept safe from a crash')
BANNER_SECONDS = 15
MOST_MARGIN = 100   # pixels of shadow around a window
TOPLEVELS = ('window', 'frame', 'dialog', 'alert', 'file chooser')


class Program:
    """One run of the program."""

    def __init__(self, desk, *arguments, name='run', **variables):
        self.desk = desk
        self.name = name
        self.hands = Hands(desk.environment, self.wait_steady)
        self.errors_path = os.path.join(desk.home, f'{name}.stderr')
        environment = dict(desk.environment, **variables)
        with open(self.errors_path, 'wb') as errors:
            self.process = subprocess.Popen(
                [environment['MAQ_PROGRAM'], *map(str, arguments)], env=environment,
                cwd=desk.home, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors)
        self.bus = Bus(environment['DBUS_SESSION_BUS_ADDRESS'])
        self.root = None
        self.is_over = False
        self.before_failure = None
        self.forgiven = None
        self.with_banner = set()   # the windows that push nothing down any more

    def __enter__(self):
        self.root = wait_for('the program to introduce itself', self._find_root, 120)
        wait_for('a window', lambda: self.hands.find_windows(self.process.pid))
        self.wait_steady()
        return self

    def __exit__(self, kind, *_):
        ended = None if self.is_over else self.process.poll()
        if kind is not None and self.before_failure is not None:
            self.before_failure()
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.bus.close()
        self.hands.before = None
        if ended is not None:
            raise Fault(f'the program ended with {ended}:\n' + self.read_errors())
        if kind is None or not issubclass(kind, Fault):
            self.check_errors()

    def _find_root(self):
        if self.process.poll() is not None:
            raise Fault(f'the program ended at once with {self.process.returncode}:\n'
                        + self.read_errors())
        return self.bus.find_program(self.process.pid)

    # What it says

    def read_errors(self):
        with open(self.errors_path, encoding='utf-8', errors='replace') as errors:
            return errors.read()

    def check_errors(self):
        """Fails if GLib, GTK or a sanitizer found something wrong."""
        faults = [line for line in self.read_errors().splitlines()
                  if FAULTS.search(line) and not NO_FAULTS.search(line)
                  and not (self.forgiven and self.forgiven in line)]
        if faults:
            raise Fault('the program complained:\n' + '\n'.join(faults))

    # Looking

    def _list_toplevels(self):
        return [node for node in self.root.children if 'visible' in node.states]

    @property
    def toplevels(self):
        """Its windows and dialogs, the newest last."""
        self._look_again()
        return self._list_toplevels()

    @property
    def window(self):
        """Its first window."""
        return self.toplevels[0]

    def find(self, role=None, label=None):
        """The first widget to be seen with this role and label, the newest window first."""
        for toplevel in reversed(self.toplevels):
            node = toplevel.find(role, label)
            if node is not None:
                return node
        return None

    def wait(self, role=None, label=None, seconds=None):
        """Waits for such a widget."""
        name = label if isinstance(label, str) else 'that fits'
        return wait_for(f'a {role or "widget"} “{name}”', lambda: self._look(role, label), seconds)

    def _look(self, role, label):
        self.check_alive()
        try:
            return self.find(role, label)
        except Gone:
            return None

    def wait_gone(self, role=None, label=None, seconds=None):
        wait_for(f'the {role or "widget"} “{label}” to go',
                 lambda: self._look(role, label) is None, seconds)

    def wait_until(self, what, condition, seconds=None):
        """Waits for a condition that looks at widgets which may go meanwhile."""
        def look():
            self.check_alive()
            try:
                return condition()
            except Gone:
                return None
        return wait_for(what, look, seconds)

    def check_alive(self):
        if self.process.poll() is not None and not self.is_over:
            raise Fault(f'the program ended with {self.process.returncode}:\n'
                        + self.read_errors())

    def wait_focus(self, label, role=None):
        """Waits until something with this label (a text, or a function of it) has the keyboard."""
        def look():
            focused = self.find_focused()
            return focused is not None and (role is None or focused.role == role) and \
                (label(focused.label) if callable(label) else focused.label == label)
        name = 'that fits' if callable(label) else label
        self.wait_until(lambda: f'the keyboard to be at “{name}”; it is at {self.find_focused()}',
                        look)

    def find_focused(self):
        """What has the keyboard, below the windows."""
        for toplevel in reversed(self.toplevels):
            for node in toplevel.find_all(state='focused'):
                if node.role not in TOPLEVELS:
                    return node
        return None

    # Waiting until it has done what it was asked for

    def wait_steady(self):
        """Waits until it has nothing to do: what is found then stays where it is."""
        self.hands.has_touched = False
        wait_for_rest(self.process.pid, self.desk.server, patience())
        if not self.desk.wants_sound and self.root is not None:
            self._await_banner()

    def _look_again(self):
        """Before looking: what the hands did must have been done."""
        if self.hands.has_touched:
            self.wait_steady()

    def _await_banner(self):
        """Whether there is a sound device is known some time after a song has come."""
        try:
            windows = [node for node in self._list_toplevels() if node not in self.with_banner
                       and node.label.endswith(' — Maquette')]
            for window in windows:
                self.with_banner.add(window)
                end = time.monotonic() + BANNER_SECONDS
                while time.monotonic() < end and self.process.poll() is None and \
                        window.find('label', BANNERS.search) is None:
                    time.sleep(0.05)
                wait_for_rest(self.process.pid, self.desk.server, patience())
        except Gone:
            pass

    # Touching

    def _toplevel_of(self, node):
        for toplevel in reversed(self.toplevels):
            if toplevel.contains(node):
                return toplevel
        raise Gone(repr(node))

    def _x_window_of(self, toplevel):
        """Its X window and where the widgets begin in it: there is a frame around them."""
        begin = time.monotonic()
        most = MOST_MARGIN

        def look():
            nonlocal most
            if time.monotonic() > begin + 2:
                most = 10000    # GDK_SCALE makes it another measure
            return self._look_for_x_window(toplevel, most)

        return wait_for(lambda: f'the X window of {toplevel}', look)

    def _look_for_x_window(self, toplevel, most_margin):
        _, _, width, height = toplevel.extents
        best = None
        for window in self.hands.find_windows(self.process.pid):
            box = self.hands.measure_window(window)
            if box is None:
                continue
            left, top = (box[2] - width) / 2, (box[3] - height) / 2
            if 0 <= left <= most_margin and 0 <= top <= most_margin and \
                    (best is None or left + top < best[0]):
                if self.desk.wants_manager:
                    left, top = self.hands.measure_shadow(window) or (left, top)
                best = (left + top, window, box[0] + left, box[1] + top)
        return best and best[1:]

    def locate(self, node):
        """x, y, width and height of a widget on the display. What was just shown has no place
        before it has been laid out."""
        return self.wait_until(lambda: f'{node} to have a place', lambda: self._look_up(node))

    def _look_up(self, node):
        self._look_again()
        _, left, top = self._x_window_of(self._toplevel_of(node))
        x, y, width, height = node.extents
        return width > 0 and height > 0 and (left + x, top + y, width, height)

    def place_in(self, node, across=0.5, down=0.5):
        """A point of a widget on the display, by fractions of its size."""
        x, y, width, height = self.locate(node)
        return x + width * across, y + height * down

    def place_in_popover(self, node, across=0.5, down=0.5):
        """A point of a widget in the popover that is open. Where that is on the display GTK 4.8
        does not tell, but the X server does, and it is as large there as the widgets say."""
        def look():
            self._look_again()
            window = self.hands.find_windows(self.process.pid)[-1]
            left, top, *size = self.hands.measure_window(window)
            outer = next((box for box in (other.extents for other in node.list_holders())
                          if list(box[2:]) == size), None)
            x, y, width, height = node.extents
            return outer and width > 0 and (left + x - outer[0] + width * across,
                                            top + y - outer[1] + height * down)
        return self.wait_until(lambda: f'{node} to have a place', look)

    def click_in_popover(self, node, **where):
        self.hands.click(*self.place_in_popover(node, **where))

    def click(self, node, button=1, times=1, across=0.5, down=0.5, holding=()):
        self.focus()
        self.hands.click(*self.place_in(node, across, down), button=button, times=times,
                         holding=holding)

    def focus(self):
        """Gives the keyboard to the newest window, as a window manager does."""
        window = self._x_window_of(self.toplevels[-1])[0]
        for _ in range(3):
            if self.hands.find_focused() == window:
                break
            self.hands.focus_window(window)

    def press(self, *keys):
        for key in keys:
            self.focus()
            self.hands.press(key)

    def type(self, text):
        self.focus()
        self.hands.type(text)

    def choose(self, label):
        """Takes an item of the menu that is open. GTK 4.8 knows not where a popover is on the
        display, so this is done with the arrow keys."""
        self.wait('menu item', label)

        def go_on():
            focused = self.find_focused()
            if focused is not None and focused.label == label:
                return True
            self.press('Down')
            return False

        self.wait_until(f'the cursor on “{label}”', go_on)
        self.press('Return')

    def scroll_to(self, node):
        """Turns the wheel beside a widget of the inspector until it is to be seen: somewhere else
        where that has moved nothing, as over a tooltip that came up."""
        lowest = self.locate(self.find('button', 'Form'))[1]
        seen = []

        def go_on():
            x, y, _, height = self.locate(node)
            if y + height < lowest:
                return True
            seen.append(y)
            in_vain = sum(1 for one in seen if one == y) - 1
            self.hands.turn_wheel(x - 6, lowest - 60 - 45 * (in_vain % 5), 2)
            return False

        self.wait_until(f'{node} to come into view', go_on)

    def retype(self, node, text):
        """Replaces what an entry or a number of the inspector holds, and confirms."""
        self.scroll_to(node)
        self.click(node, times=3, across=0.15 if node.role == 'spin button' else 0.5)
        self.press('ctrl+a')
        self.type(text)
        self.press('Return')

    # Leaving

    def wait_end(self, seconds=60):
        """Waits until it has ended and checks how."""
        self.is_over = True
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Timeout('waited in vain for the program to end') from None
        if code != 0:
            raise Fault(f'the program ended with {code}:\n' + self.read_errors())

    def quit(self):
        """Leaves by the keyboard; unsaved changes are given up."""
        self.press('ctrl+q')
        wait_for('the program to end or to ask', self._has_answered)
        if self.process.poll() is None:
            self.click(self.wait('button', lambda label: 'Discard' in label))
        self.wait_end()

    def _has_answered(self):
        if self.process.poll() is not None:
            return True
        try:
            return len(self.toplevels) > 1
        except Gone:
            return False

    def kill(self):
        """What a power cut does."""
        self.is_over = True
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
