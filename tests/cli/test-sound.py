# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: sound, in a folder and within other files."""

import os
import re
import shutil
import signal
import subprocess
import time
import unittest
import wave
import zipfile

from command import CHART, Command, PROGRAM, environment


class TestSound(Command):
    def run_export(self, *arguments, **more):
        return self.run_program('export', 'song.cho', *arguments, **more)

    def test_files(self):
        text, errors = self.run_export('--guide', '--stems', '--click-track', '--cues',
                                       '--loudness', '--count-in', '2', '--sound-tail', '0',
                                       '--sound-names', '{layer}', '-o', 'new/sound',
                                       '--text', 'plan.txt')
        names = os.listdir(self.path('new/sound'))
        self.assertEqual(errors, '')
        self.assertIn('plan.txt: ', text)
        for name in ('Guide.wav', 'Click.wav', 'Cues.wav', 'Bass.wav', 'Loudness.txt',
                     'Loudness.csv'):
            self.assertIn(name, names)
            self.assertIn(os.path.join('new/sound', name), text)
        for name in (name for name in names if name.endswith('.wav')):
            with wave.open(self.path(os.path.join('new/sound', name))) as sound:
                self.assertEqual((sound.getframerate(), sound.getnframes()), (48000, 40 * 48000))
        with open(self.path('new/sound/Loudness.txt'), encoding='utf-8') as file:
            self.assertRegex(file.read(), r'Guide\.wav\n  0:40\.000, -\d+\.\d LUFS, range ')

    def test_nothing_turned_down(self):
        self.run_export('--stems', '--loudness', '--sound-format', 'wav32f', '--sections', '1..1',
                        '--sound-tail', '0', '--sound-names', '{layer}', '-o', 'out', '-q')
        with open(self.path('out/Loudness.csv'), encoding='utf-8', newline='') as file:
            rows = file.read().split('\r\n')[1:-1]
        self.assertEqual({row.rpartition(',')[2] for row in rows}, {'0'})

    def test_inside(self):
        """Without a folder, sound goes into the files that hold it."""
        self.run_export('--stems', '--dawproject', 'a.dawproject', '-q', '--sound-tail', '0')
        self.run_export('--stems', '-o', 'out', '-q', '--sound-tail', '0', '--count-in', '0')
        stems = sorted(os.listdir(self.path('out')))
        with zipfile.ZipFile(self.path('a.dawproject')) as archive:
            self.assertEqual(sorted(name[6:] for name in archive.namelist() if '/' in name), stems)
            for name in stems:
                with open(self.path('out/' + name), 'rb') as file:
                    self.assertEqual(archive.read('audio/' + name), file.read())
        self.run_export('--guide', '--click-track', '--html', 'a.html', '--bundle', 'a.zip', '-q',
                        '--sound-format', 'flac16')
        with zipfile.ZipFile(self.path('a.zip')) as archive:
            names = [os.path.basename(name) for name in archive.namelist()]
        self.assertEqual(names[:-1], sorted(names[:-1]))
        self.assertEqual([name[2:] for name in names if name.endswith('.flac')],
                         [' Harbour Light Guide.flac', ' Harbour Light Click.flac'])
        with open(self.path('a.html'), encoding='utf-8') as file:
            self.assertIn('src="data:audio/mpeg;base64,', file.read())
        for arguments in (('--guide', '--dawproject', 'x'), ('--cues', '--html', 'x'),
                          ('--stems', '--html', 'x'), ('--guide', '--text', 'x')):
            _, errors = self.run_export(*arguments, code=2)
            self.assertIn('a file that holds it', errors)
        self.assertFalse(os.path.exists(self.path('x')))

    def test_same_again(self):
        for folder in ('a', 'b'):
            self.run_export('--click-track', '--cues', '--join-click', '--sound-format', 'wav16',
                            '--sound-names', 'sound', '-o', folder, '-q')
        contents = []
        for folder in ('a', 'b'):
            with open(self.path(os.path.join(folder, 'sound.wav')), 'rb') as file:
                contents.append(file.read())
        self.assertEqual(contents[0], contents[1])

    def test_refused(self):
        self.run_export('--click-track', '--sound-names', 'x', '-o', 'there', '-q')
        for code, part, arguments in (
                (2, 'into which folder', ('--guide',)),
                (2, 'between 0 and 4', ('--guide', '--count-in', '5', '-o', 'x')),
                (2, '“mp3”', ('--guide', '--sound-format', 'mp3', '-o', 'x')),
                (1, '{what}', ('--click-track', '--sound-names', '{what}', '-o', 'x')),
                (1, '44100', ('--click-track', '--sound-rate', '22050', '-o', 'x')),
                (1, 'espeak-ng', ('--spoken-cues', '-o', 'x')),
                (1, 'x.wav', ('--click-track', '--sound-names', 'x', '-o', 'there'))):
            _, errors = self.run_export(*arguments, code=code, PATH='/nowhere')
            self.assertIn(part, errors)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ['song.cho', 'there'])

    def test_cancel(self):
        self.write('long.cho', CHART + '{chorus}\n' * 400)
        with subprocess.Popen([PROGRAM, 'export', 'long.cho', '--stems', '-o', 'out', '--text',
                               'plan.txt'], cwd=self.folder.name, stderr=subprocess.PIPE,
                              encoding='utf-8', env=environment(),
                              start_new_session=True) as process:
            while process.poll() is None and not os.path.exists(self.path('out')):
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130, errors)
        self.assertIn('nothing was written', errors)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ['long.cho', 'song.cho'])

    def test_page_is_heard_by_a_browser(self):
        tool = shutil.which('chromium')
        if tool is None:
            self.skipTest('there is no chromium')
        self.run_program('export', 'song.cho', '--html', 'a.html', '--guide', '--sound-tail', '1',
                         '-s', '1..1')
        self.run_program('export', 'song.cho', '--guide', '-o', 'out', '--sound-tail', '1',
                         '--count-in', '0', '--sound-names', 'guide', '-s', '1..1')
        with wave.open(self.path('out/guide.wav')) as sound:
            seconds = sound.getnframes() / sound.getframerate()
        with open(self.path('a.html'), encoding='utf-8') as file:
            page = file.read()
        self.assertNotIn('<script', page)
        page += ('<script>document.querySelector("audio").addEventListener("loadedmetadata", event '
                 '=> document.body.dataset.seconds = event.target.duration)</script>')
        self.write('b.html', page)
        result = subprocess.run([tool, '--headless', '--no-sandbox', '--disable-gpu',
                                 '--user-data-dir=' + self.path('browser'), '--dump-dom',
                                 '--virtual-time-budget=20000',
                                 'file://' + self.path('b.html')], capture_output=True,
                                encoding='utf-8', timeout=100, check=True)
        found = re.search(r'data-seconds="([0-9.]+)"', result.stdout)
        self.assertIsNotNone(found)
        self.assertAlmostEqual(float(found[1]), seconds, delta=0.15)


if __name__ == '__main__':
    unittest.main()
