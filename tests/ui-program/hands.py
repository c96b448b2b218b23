# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pointer and a keyboard, as the X server knows them."""

import subprocess

DRAG_STEPS = 8


class Hands:
    """Does to a program's windows what a person would. Places are in pixels of the display."""

    def __init__(self, environment):
        self.environment = environment

    def ask(self, *arguments):
        """Runs xdotool and gives back what it says."""
        answer = subprocess.run(['xdotool', *map(str, arguments)], env=self.environment,
                                capture_output=True, text=True, check=False, timeout=30)
        return answer.stdout

    def take_bytes(self):
        """All pixels of the display."""
        return subprocess.run(['import', '-silent', '-window', 'root', 'rgb:-'],
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

    def focus_window(self, window):
        self.ask('windowfocus', window)

    def resize_window(self, window, width, height):
        self.ask('windowsize', window, width, height)

    def move(self, x, y):
        self.ask('mousemove', round(x), round(y))

    def click(self, x, y, button=1, times=1, holding=()):
        held = [word for key in holding for word in ('keydown', key)]
        released = [word for key in reversed(holding) for word in ('keyup', key)]
        self.ask('mousemove', round(x), round(y), *held, 'click', '--repeat', times, '--delay', 40,
                 button, *released)

    def turn_wheel(self, x, y, notches, holding=()):
        """Turns the wheel towards the user; away for a number below 0."""
        self.click(x, y, 5 if notches > 0 else 4, abs(notches), holding)

    def begin_drag(self, x, y, to_x, to_y, holding=()):
        """Presses at one place and goes to another, without letting go."""
        held = [word for key in holding for word in ('keydown', key)]
        words = ['mousemove', round(x), round(y), *held, 'mousedown', 1]
        for step in range(1, DRAG_STEPS + 1):
            part = step / DRAG_STEPS
            words += ['mousemove', round(x + (to_x - x) * part), round(y + (to_y - y) * part)]
        self.ask(*words)

    def end_drag(self, holding=()):
        self.ask('mouseup', 1, *[word for key in holding for word in ('keyup', key)])

    def press(self, *keys):
        """Keys by the names of xdotool: Delete, ctrl+z, shift+Tab."""
        self.ask('key', '--delay', 20, *keys)

    def type(self, text):
        self.ask('type', '--delay', 10, text)
