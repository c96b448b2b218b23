# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program in a folder of its own, with a song in it.

Set MAQ_UPDATE_GOLDEN to write down the present outputs as those expected.
"""

import os
import struct
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.abspath(sys.argv.pop(1))

CHART = """{title: Harbour Light}
{artist: The Moorings}
{key: D}
{tempo: 120}
{c: Intro}
[D] [A]
{start_of_verse}
[D]Rope on the [A]pier and the [Bm]tide in the [G]stones
{end_of_verse}
{start_of_chorus}
[G]Swing a little [D]wide, swing a [A]little [D]low
{end_of_chorus}
{c: keep it dry}
{start_of_verse}
[D]Salt on the [A]letters you [Bm]never would [G]send
{end_of_verse}
{chorus}
"""


def environment():
    """The present one, with sanitizers that say nothing while all is well."""
    options = os.environ.get('LSAN_OPTIONS', '')
    return dict(os.environ, LSAN_OPTIONS=options + ':print_suppressions=0')


def read_wav(path):
    """The frames of a 24 bit WAV file as floats of both channels in turn, and its rate."""
    with open(path, 'rb') as file:
        data = file.read()
    assert data[:4] == b'RIFF' and data[8:12] == b'WAVE', path
    at, rate, samples = 12, 0, None
    while at + 8 <= len(data):
        name, size = data[at:at + 4], struct.unpack('<I', data[at + 4:at + 8])[0]
        body = data[at + 8:at + 8 + size]
        if name == b'fmt ':
            channels, rate, bits = (struct.unpack('<H', body[2:4])[0],
                                    struct.unpack('<I', body[4:8])[0],
                                    struct.unpack('<H', body[14:16])[0])
            assert (channels, bits) == (2, 24), (channels, bits)
        elif name == b'data':
            samples = [int.from_bytes(body[i:i + 3], 'little', signed=True) / (1 << 23)
                       for i in range(0, len(body) - len(body) % 6, 3)]
        at += 8 + size + size % 2
    return samples, rate


class Command(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write('song.cho', CHART)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)

    def run_program(self, *arguments, code=0, stdin=None, **variables):
        """Runs it in the folder; standard output and error."""
        result = subprocess.run([PROGRAM, *arguments], cwd=self.folder.name, input=stdin,
                                env=dict(environment(), **variables),
                                capture_output=True, encoding='utf-8', timeout=100, check=False)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result.stdout, result.stderr

    def assert_golden(self, name, text):
        path = os.path.join(HERE, 'golden', name + '.txt')
        if 'MAQ_UPDATE_GOLDEN' in os.environ:
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)
        with open(path, encoding='utf-8') as file:
            self.assertEqual(text, file.read())
