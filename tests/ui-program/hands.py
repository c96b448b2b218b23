# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pointer and a keyboard, as the X server knows them."""

import subprocess
import time

DRAG_STEPS = 8
DOUBLE_CLICK_MSEC = 1000   # so long that a double click is one on a busy machine, too
SAME_PLACE = 8             # pixels within which two clicks are a double click, and some more


class Hands:
    """Does to a program's windows what a person would. Places are in pixels of the display."""

    def __init__(self, environment, before=None):
        self.environment = environment
        self.before = before       # called before each touch
        self.has_touched = False   # since somebody has cleared it
        self.last_click = (0, 0, 0)

    def touch(self, *words):
        """Runs xdotool for something that the program is to notice."""
        if self.before is not None:
            self.before()
        self.has_touched = True
        self.ask(*words)

    def be_apart(self, x, y):
        """Waits until a click here is one of its own, and no second to the last."""
        last_x, last_y, when = self.last_click
        if abs(x - last_x) <= SAME_PLACE and abs(y - last_y) <= SAME_PLACE:
            time.sleep(max(when + DOUBLE_CLICK_MSEC / 1000 + 0.1 - time.monotonic(), 0))

    def ask(self, *arguments):
        """Runs xdotool and gives back what it says."""
        answer = subprocess.run(['xdotool', *map(str, arguments)], env=self.environment,
                                capture_output=True, text=True, check=False, timeout=120)
        return answer.stdout

    def take_bytes(self):
        """All pixels of the display."""
        return subprocess.run(['import', '-silent', '-window', 'root', '-depth', '8', 'rgb:-'],
                              env=self.environment, capture_output=True, check=True).stdout

    def find_windows(self, pid):
        """The X windows of a process that are to be seen, the oldest first."""
        return self.ask('search', '--onlyvisible', '--pid', pid).split()

    def measure_window(self, window):
        """x, y, width and height of an X window, or None if it has gone."""
        lines = dict(line.split('=', 1) for line in
                     self.ask('getwindowgeometry', '--shell', window).splitlines() if '=' in line)
        if 'WIDTH' not in lines:
            return None
        return tuple(int(lines[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    def measure_shadow(self, window):
        """How far the widgets begin from the left and the top of an X window that a window
        manager shows with a shadow, or None."""
        answer = subprocess.run(['xprop', '-id', window, '_GTK_FRAME_EXTENTS'],
                                env=self.environment, capture_output=True, text=True, check=False)
        if '=' not in answer.stdout:
            return None
        left, _, top, _ = (int(word) for word in answer.stdout.split('=')[1].split(','))
        return left, top

    def find_focused(self):
        """The X window that has the keyboard."""
        return self.ask('getwindowfocus').strip()

    def focus_window(self, window):
        self.touch('windowfocus', window)

    def resize_window(self, window, width, height):
        self.touch('windowsize', window, width, height)

    def move(self, x, y):
        self.touch('mousemove', round(x), round(y))

    def click(self, x, y, button=1, times=1, holding=()):
        held = [word for key in holding for word in ('keydown', key)]
        released = [word for key in reversed(holding) for word in ('keyup', key)]
        self.be_apart(x, y)
        self.touch('mousemove', round(x), round(y), *held, 'click', '--repeat', times, '--delay',
                   40, button, *released)
        self.last_click = (x, y, time.monotonic())

    def turn_wheel(self, x, y, notches, holding=()):
        """Turns the wheel towards the user; away for a number below 0."""
        held = [word for key in holding for word in ('keydown', key)]
        released = [word for key in reversed(holding) for word in ('keyup', key)]
        self.touch('mousemove', round(x), round(y), *held, 'click', '--repeat', abs(notches),
                   '--delay', 40, 5 if notches > 0 else 4, *released)

    def begin_drag(self, x, y, to_x, to_y, holding=()):
        """Presses at one place and goes to another, without letting go."""
        held = [word for key in holding for word in ('keydown', key)]
        words = ['mousemove', round(x), round(y), *held, 'mousedown', 1]
        for step in range(1, DRAG_STEPS + 1):
            part = step / DRAG_STEPS
            words += ['mousemove', round(x + (to_x - x) * part), round(y + (to_y - y) * part)]
        self.be_apart(x, y)
        self.touch(*words)
        self.last_click = (x, y, time.monotonic())

    def nudge(self, dx, dy):
        """Moves by so many pixels, as within a drag."""
        self.touch('mousemove_relative', '--', dx, dy)

    def end_drag(self, holding=()):
        self.touch('mouseup', 1, *[word for key in holding for word in ('keyup', key)])

    def press(self, *keys):
        """Keys by the names of xdotool: Delete, ctrl+z, shift+Tab. What a key did is done when
        the next one comes."""
        for key in keys:
            self.touch('key', key)

    def hold(self, key):
        self.touch('keydown', key)

    def let_go(self, key):
        self.touch('keyup', key)

    def type(self, text):
        self.touch('type', '--delay', 10, text)
