# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk for one test: a display, a message bus and a home folder that are its own."""

import os
import shutil
import subprocess
import time

from hands import DOUBLE_CLICK_MSEC
from rest import find_child

WIDTH, HEIGHT = 2560, 1600
ON_OWN_DISPLAY = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'build-aux',
                              'on-own-display')
TELL = 'echo "$HOME"; echo "$DISPLAY"; echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat'
NO_SOUND = ('alsasink', 'pulsesink', 'pipewiresink', 'jackaudiosink', 'osssink', 'oss4sink',
            'openalsink')
QUIET = {
    'ADW_DISABLE_PORTAL': '1',
    'G_DEBUG': '',
    'GDK_BACKEND': 'x11',
    'GIO_USE_VFS': 'local',
    'GSETTINGS_BACKEND': 'keyfile',
    'GSK_RENDERER': 'cairo',
    'GTK_USE_PORTAL': '0',
    'LC_ALL': 'C.UTF-8',
    'NO_AT_BRIDGE': '0',
}
OTHERS = ('DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'GTK_A11Y', 'GTK_THEME', 'LANGUAGE',
          'MALLOC_CHECK_', 'PULSE_SERVER', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_SESSION_TYPE')


class Timeout(AssertionError):
    """Something that should have come did not."""


class Fault(AssertionError):
    """The program itself went wrong: it crashed or complained. Never a matter of time."""


class NotStarted(Exception):
    """The display, the bus or another server did not come."""


def patience():
    """Seconds to wait for anything: longer where a sanitizer slows the program down."""
    return float(os.environ.get('MAQ_TEST_PATIENCE', '45'))


def wait_for(what, condition, seconds=None):
    """Asks until the answer is true, and gives it back. `what` names it, for when it never is."""
    end = time.monotonic() + (seconds or patience())
    pause = 0.01
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Timeout(f'waited in vain for {what() if callable(what) else what}')
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)


def is_possible():
    """Whether the tools for this are installed; else a sentence that says what is missing."""
    for tool, package in (('Xvfb', 'xvfb'), ('dbus-run-session', 'dbus-daemon'),
                          ('xdotool', 'xdotool')):
        if shutil.which(tool) is None:
            return f'{tool} is missing; install the package {package}'
    try:
        import gi  # pylint: disable=unused-import,import-outside-toplevel
    except ImportError:
        return 'the module gi is missing; install the package python3-gi'
    return None


class Desk:
    """Starts everything on entry and takes it away on exit."""

    def __init__(self, width=WIDTH, height=HEIGHT, window_manager=False, sound=False,
                 touch=False):
        self.size = (width, height)
        self.wants_manager = window_manager
        self.wants_touch = touch
        self.wants_sound = sound and shutil.which('pulseaudio') is not None
        self.home = None
        self.environment = None
        self.server = None    # the process of the display
        self.session = None   # the display, the bus and the home: there until its input ends
        self.servers = []     # what else runs on them

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for server in reversed(self.servers):
            server.terminate()
            try:
                server.wait(5)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
        self.servers = []
        if self.session is not None:
            self.session.stdin.close()
            self.session.stdout.close()
            self.session.wait()

    def _start(self):
        environment = {name: value for name, value in os.environ.items() if name not in OTHERS}
        self.session = subprocess.Popen(
            [ON_OWN_DISPLAY, '--size', f'{self.size[0]}x{self.size[1]}',
             *(['--touch'] if self.wants_touch else []), 'sh', '-c', TELL],
            env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, encoding='utf-8')
        self.home, display, bus = (self.session.stdout.readline().strip() for _ in range(3))
        if not bus:
            raise NotStarted(self.home or 'the display or the bus did not start')
        self.server = find_child(self.session.pid, 'Xorg' if self.wants_touch else 'Xvfb')
        self.environment = self._make_environment()
        self.environment['DISPLAY'] = display
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = bus
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = bus
        if self.wants_manager:
            self.servers.append(subprocess.Popen(
                ['mutter', '--x11', '--sm-disable'], env=self.environment,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            wait_for('the window manager', self._is_managed, 60)
        if self.wants_sound:
            self._start_sound()

    def _start_sound(self):
        """A sound device that nobody hears."""
        self.servers.append(subprocess.Popen(
            ['pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1', '--disallow-exit',
             '--realtime=no', '--high-priority=no',
             '-L', 'module-native-protocol-unix auth-anonymous=1',
             '-L', 'module-null-sink sink_name=silence rate=48000 format=float32le'],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        socket = os.path.join(self.home, 'runtime', 'pulse', 'native')
        wait_for('the sound server', lambda: os.path.exists(socket), 60)

    def _is_managed(self):
        answer = subprocess.run(['xdotool', 'search', '--name', '^mutter guard window$'],
                                env=self.environment, capture_output=True, check=False)
        return answer.stdout.strip()

    def _make_environment(self):
        environment = {name: value for name, value in os.environ.items()
                       if name not in OTHERS and not name.startswith('XDG_')}
        environment.update(QUIET)
        environment['HOME'] = self.home
        if 'ASAN_OPTIONS' in environment:
            # Looking for leaks takes most of the time; the tests that do so say it.
            environment['ASAN_OPTIONS'] = 'detect_leaks=0'
        for name in ('config', 'data', 'state', 'cache'):
            environment[f'XDG_{name.upper()}_HOME'] = self._make_folder(name)
        environment['XDG_RUNTIME_DIR'] = self._make_folder('runtime')
        environment['XDG_DATA_DIRS'] = '/usr/local/share:/usr/share'
        if not self.wants_sound:
            environment['GST_PLUGIN_FEATURE_RANK'] = ','.join(
                f'{sink}:NONE' for sink in NO_SOUND)
        if 'MAQ_BUILD_ROOT' in environment:
            environment['GST_REGISTRY'] = os.path.join(environment['MAQ_BUILD_ROOT'], 'tests',
                                                       'ui-program', 'gstreamer-registry.bin')
        with open(os.path.join(self._make_folder('config/gtk-4.0'), 'settings.ini'), 'w',
                  encoding='utf-8') as settings:
            settings.write('[Settings]\ngtk-font-name=Cantarell 11\ngtk-cursor-blink=0\n'
                           f'gtk-enable-animations=0\ngtk-double-click-time={DOUBLE_CLICK_MSEC}\n')
        return environment

    def _make_folder(self, name):
        folder = os.path.join(self.home, name)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        return folder

    def write_settings(self, **keys):
        """Puts the program's settings where it will look for them: names with _ for -."""
        folder = self._make_folder('config/glib-2.0/settings')
        with open(os.path.join(folder, 'keyfile'), 'w', encoding='utf-8') as file:
            file.write('[io/github/maquette/Maquette]\n')
            for name, value in keys.items():
                file.write(f'{name.replace("_", "-")}={value}\n')

    def take_picture(self, path):
        """Saves what the display shows, if a program that can is there."""
        if shutil.which('import') is None:
            return False
        return subprocess.run(['import', '-silent', '-window', 'root', path],
                              env=self.environment, check=False).returncode == 0
