# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fingers and a pen, as X.Org's own driver for tests gives them to the display."""

import ctypes
import os
import socket
import struct
import time

XORG = '/usr/lib/xorg/Xorg'
DRIVERS = '/usr/lib/xorg/modules'
STEPS = 10
LARGEST = 0xffff         # of an axis, whatever the display's size
WORDS = 64               # axes there might be
VERSION, SYNC, MOTION, PROXIMITY, BUTTON, _, TOUCH = range(7)
BEGIN, UPDATE, END = 18, 19, 20


def is_possible():
    """Whether the X server for this is installed; else a sentence that says what is missing."""
    for path, package in ((XORG, 'xserver-xorg-core'),
                          (f'{DRIVERS}/input/inputtest_drv.so', 'xserver-xorg-core (21 or newer)'),
                          (f'{DRIVERS}/drivers/dummy_drv.so', 'xserver-xorg-video-dummy')):
        if not os.path.exists(path):
            return f'{path} is missing; install the package {package}'
    return None


class Device:
    """The other end of the driver's socket. Each event is done when its function returns."""

    def __init__(self, path, size):
        self.size = size
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(60)
        self.socket.connect(path)
        self._send(VERSION, struct.pack('@HH', 1, 1))
        self._read()

    def close(self):
        self.socket.close()

    def _send(self, kind, body):
        self.socket.sendall(struct.pack('@II', len(body) + 8, kind) + body)

    def _read(self):
        head = self._read_bytes(8)
        self._read_bytes(struct.unpack('@II', head)[0] - 8)

    def _read_bytes(self, count):
        data = b''
        while len(data) < count:
            more = self.socket.recv(count - len(data))
            if not more:
                raise OSError('the X server has closed the socket of a device')
            data += more
        return data

    def pack_place(self, x, y):
        """The first two axes."""
        values = [x / self.size[0] * LARGEST, y / self.size[1] * LARGEST] + [0.0] * (WORDS - 2)
        return struct.pack(f'@I8s4x{WORDS}d{WORDS}d', 0, bytes([3] + [0] * 7), *values, *values)

    def tell(self, kind, body):
        self._send(kind, body)
        self._send(SYNC, b'')
        self._read()


class Fingers:
    """Up to five of them. Places are in pixels of the display."""

    def __init__(self, program):
        self.program = program
        self.device = Device(os.path.join(program.desk.home, 'finger'), program.desk.size)

    def _touch(self, finger, how, x, y):
        self.program.hands.has_touched = True
        self.device.tell(TOUCH, struct.pack('@II', finger, how) + self.device.pack_place(x, y))

    def put(self, x, y, finger=0):
        # once one is down it must not rest for the machine's sake: that has a meaning
        if finger == 0:
            self.program.hands.before()
        self._touch(finger, BEGIN, x, y)

    def move(self, x, y, finger=0):
        self._touch(finger, UPDATE, x, y)

    def slide(self, x, y, to_x, to_y, finger=0):
        for step in range(1, STEPS + 1):
            part = step / STEPS
            self._touch(finger, UPDATE, x + (to_x - x) * part, y + (to_y - y) * part)
            time.sleep(0.02)

    def lift(self, x, y, finger=0):
        self._touch(finger, END, x, y)

    def tap(self, x, y):
        self.program.hands.be_apart(x, y)
        self.put(x, y)
        self.lift(x, y)
        self.program.hands.last_click = (x, y, time.monotonic())

    def tap_again(self, x, y):
        """The second half of a double tap."""
        self.put(x, y)
        self.lift(x, y)

    def drag(self, x, y, to_x, to_y):
        self.put(x, y)
        self.slide(x, y, to_x, to_y)
        self.lift(to_x, to_y)

    def pinch(self, x, y, apart, to_apart):
        """Two fingers beside each other, about a point."""
        self.put(x - apart / 2, y, 0)
        self.put(x + apart / 2, y, 1)
        for step in range(1, STEPS + 1):
            half = (apart + (to_apart - apart) * step / STEPS) / 2
            self._touch(0, UPDATE, x - half, y)
            self._touch(1, UPDATE, x + half, y)
            time.sleep(0.02)
        self.lift(x - to_apart / 2, y, 0)
        self.lift(x + to_apart / 2, y, 1)


class DeviceInfo(ctypes.Structure):
    """XIDeviceInfo of the X Input Extension."""
    # pylint: disable=too-few-public-methods
    _fields_ = [('id', ctypes.c_int), ('name', ctypes.c_char_p), ('use', ctypes.c_int),
                ('attachment', ctypes.c_int), ('enabled', ctypes.c_int),
                ('n_classes', ctypes.c_int), ('classes', ctypes.c_void_p)]


def state_tool(display_name, device_name, kind):
    """Has a device say which tool is at it, as drivers of tablets do: STYLUS or ERASER."""
    atom_type, integer_type = 4, 19
    x11, input_ = ctypes.CDLL('libX11.so.6'), ctypes.CDLL('libXi.so.6')
    x11.XOpenDisplay.restype = x11.XInternAtom.restype = ctypes.c_void_p
    input_.XIQueryDevice.restype = ctypes.POINTER(DeviceInfo)
    display = ctypes.c_void_p(x11.XOpenDisplay(display_name.encode()))
    count = ctypes.c_int()
    devices = input_.XIQueryDevice(display, 0, ctypes.byref(count))
    device = next(devices[i].id for i in range(count.value)
                  if devices[i].name.decode() == device_name)

    def find_atom(name):
        return ctypes.c_ulong(x11.XInternAtom(display, name.encode(), 0))

    for name, type_, values in (('Wacom Tool Type', atom_type, [find_atom(kind).value]),
                                ('Wacom Serial IDs', integer_type, [1, 1, 1, 7, 7])):
        data = struct.pack(f'@{len(values)}i', *values)
        input_.XIChangeProperty(display, device, find_atom(name), ctypes.c_ulong(type_), 32, 0,
                                data, len(values))
    x11.XSync(display, 0)
    input_.XIFreeDeviceInfo(devices)
    x11.XCloseDisplay(display)


class Pen:
    """A pen on the display."""

    def __init__(self, program):
        self.program = program
        self.device = Device(os.path.join(program.desk.home, 'pen'), program.desk.size)

    def _tell(self, kind, words, x, y):
        self.program.hands.has_touched = True
        self.device.tell(kind, struct.pack(f'@{len(words)}i', *words)
                         + self.device.pack_place(x, y))

    def turn_round(self):
        """Its other end is the eraser."""
        state_tool(self.program.desk.environment['DISPLAY'], 'Pen', 'ERASER')

    def hover(self, x, y):
        self._tell(PROXIMITY, [1, 0], x, y)
        self._tell(MOTION, [1, 0], x, y)

    def go_away(self):
        self._tell(PROXIMITY, [0, 0], 0, 0)

    def put(self, x, y, button=1):
        self.program.hands.before()
        self.hover(x, y)
        self._tell(BUTTON, [1, button, 1, 0], x, y)

    def lift(self, x, y, button=1):
        self._tell(BUTTON, [1, button, 0, 0], x, y)

    def press(self, x, y, button=1):
        self.program.hands.be_apart(x, y)
        self.put(x, y, button)
        self.lift(x, y, button)
        self.program.hands.last_click = (x, y, time.monotonic())

    def drag(self, x, y, to_x, to_y):
        self.put(x, y)
        for step in range(1, STEPS + 1):
            part = step / STEPS
            self._tell(MOTION, [1, 0], x + (to_x - x) * part, y + (to_y - y) * part)
            time.sleep(0.02)
        self.lift(to_x, to_y)
