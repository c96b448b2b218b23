# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: what it prints, what it leaves behind, what it leaves with."""

import csv
import io
import json
import os
import pty
import re
import shutil
import signal
import stat
import struct
import subprocess
import time
import unittest
import wave
import zipfile

from command import CHART, Command, HERE, PROGRAM, environment, read_wav


class TestUsage(Command):
    def test_help(self):
        text, _ = self.run_program('--help')
        self.assert_golden('help', text)
        self.assertEqual(self.run_program('help')[0], text)
        self.assertEqual(self.run_program('-h')[0], text)

    def test_help_of_commands(self):
        for command in ('new', 'import', 'info', 'check', 'render', 'export', 'review',
                        'styles'):
            text, _ = self.run_program(command, '--help')
            self.assert_golden(f'help-{command}', text)
            self.assertEqual(self.run_program('help', command)[0], text)

    def test_version(self):
        text, _ = self.run_program('--version')
        self.assertRegex(text, r'^maquette-cli \d+\.\d+\.\d+\n$')

    def test_usage_errors(self):
        for arguments in ((), ('sing',), ('info',), ('check',), ('render', 'song.cho'),
                          ('export', 'song.cho'), ('export', 'song.cho', '-o', 'x.wav'),
                          ('export', 'song.cho', '-o', 'x.txt', '--text', 'x.txt'),
                          ('export', 'song.cho', '--inputs', 'x.pdf'),
                          ('render', 'song.cho', '-o', 'song.mp3'), ('import',),
                          ('import', 'song.cho', '--loud'), ('help', 'sing'),
                          ('render', 'song.cho', '-o', 'x.wav', '--rate', '1'),
                          ('render', 'song.cho', '-o', 'x.wav', '--rate', '192000'),
                          ('new', '--form', 'verse'), ('new', '-t', 'x', '--form', 'elephant'),
                          ('new', '-t', 'x', '--form', 'verse:0'),
                          ('new', '-t', 'x', '--form', 'verse:2000 ' * 11),
                          ('new', '-t', 'x\x01'), ('new', '-t', 'x', '--artist', 'y' * 500),
                          ('new', '-t', 'x', '--style', 'polka'),
                          ('new', '-t', 'x', '--key', 'H#'), ('new', '-t', 'x', '--meter', '4/5'),
                          ('new', '-t', 'x', '--chords', 'C | Hoo'),
                          ('new', '-t', 'x', '--chords', '|||'),
                          ('new', '-t', 'x', '--tempo', '0'), ('new', '-t', 'x', '--tempo', '-5'),
                          ('new', '-t', 'x', '--tempo', 'nan'),
                          ('new', '-t', 'x', '--tempo', 'fast'),
                          ('new', '-t', 'x', '--form', 'verse:8bars'),
                          ('new', '-t', 'x', '-o', ''), ('import', 'song.cho', '-o', ''),
                          ('import', 'other.maquette'),
                          ('styles', 'rock'), ('styles', '--audition', 'rock'),
                          ('styles', '-o', 'x.flac'), ('styles', '-d', 'polka'),
                          ('styles', '-a', 'rock', '-o', 'x.mp3'),
                          ('styles', '-a', 'rock', '-o', 'x.wav', '--role', 'kazoo'),
                          ('styles', '-a', 'rock', '-o', 'x.wav', '--level', '11'),
                          ('styles', '-a', 'rock', '-o', 'x.wav', '-d', 'rock')):
            _, errors = self.run_program(*arguments, code=2)
            self.assertRegex(errors, r'^maquette-cli: .+[^.]\.?\nTry “maquette-cli ?[a-z]* --help”\.\n$')
        self.assertEqual(os.listdir(self.folder.name), ['song.cho'])


class TestImport(Command):
    def test_import(self):
        text, errors = self.run_program('import', 'song.cho')
        self.assertEqual(text, 'song.maquette: “Harbour Light”, 5 sections, 18 bars, 7 layers, '
                               '0:36\n')
        self.assertEqual(errors, 'song.cho: How long lines last is guessed from their words and '
                                 'chords: most have 4 bars.\n')
        self.run_program('check', 'song.maquette')

    def test_keeps_what_is_there(self):
        self.write('song.maquette', 'mine')
        _, errors = self.run_program('import', '-q', 'song.cho', code=1)
        self.assertEqual(errors, 'song.maquette: The file is there already; add --force to '
                                 'replace it.\n')
        with open(self.path('song.maquette'), encoding='utf-8') as file:
            self.assertEqual(file.read(), 'mine')
        self.run_program('import', 'song.cho', '--force')

    def test_leaves_pipes_and_devices_alone(self):
        os.mkfifo(self.path('pipe'))
        _, errors = self.run_program('import', 'song.cho', '--force', '-o', 'pipe', code=1)
        self.assertIn('choose another name', errors)
        self.assertTrue(stat.S_ISFIFO(os.stat(self.path('pipe')).st_mode))

    def test_pipes(self):
        text, _ = self.run_program('import', '-', '-o', '-', stdin=CHART)
        self.assertIn('urn:maquette:project', text)
        shown, _ = self.run_program('info', '-', stdin=text)
        self.assertIn('Harbour Light', shown)

    def test_notes(self):
        self.write('odd.cho', '{t: Odd}\n[C]one [Hoo]two\n')
        _, errors = self.run_program('import', 'odd.cho')
        self.assertTrue(errors.startswith('odd.cho:2: “Hoo” is no chord that is known; it is '
                                          'kept as a remark.\nodd.cho: '), errors)
        _, errors = self.run_program('import', '-q', '-f', 'odd.cho')
        self.assertEqual(errors, '')

    def test_errors(self):
        self.write('empty.cho', '')
        _, errors = self.run_program('import', 'empty.cho', code=1)
        self.assertEqual(errors, 'empty.cho: The file is empty; choose one with a chart in it.\n')
        _, errors = self.run_program('import', 'none.cho', code=1)
        self.assertEqual(errors, 'none.cho: The file can\'t be read: No such file or directory.\n')
        _, errors = self.run_program('import', '-q', 'song.cho', '-o', 'no/where.maquette',
                                     code=1)
        self.assertRegex(errors, r'^no/where\.maquette: .+\n$')
        self.assertNotIn('empty.maquette', os.listdir(self.folder.name))


class TestInfo(Command):
    def test_info(self):
        lamp = os.path.join(HERE, 'lamp.maquette')
        self.run_program('check', lamp)
        self.assert_golden('info', self.run_program('info', lamp)[0])
        self.assert_golden('info-bare', self.run_program('info', '-a', 'Bare', lamp)[0])

    def test_info_of_what_people_add(self):
        with open(os.path.join(HERE, 'lamp.maquette'), encoding='utf-8') as file:
            text = file.read()
        for plain, told in (
                ('name="As demoed">', 'name="As demoed" target-seconds="80">'),
                ('role="drums"/>', 'role="drums" group="Rhythm" colour="blue"/>'),
                ('kind="chorus" name="Chorus 1"', 'kind="chorus" feel="half" name="Chorus 1"'),
                ('follows="1002"/>\n', 'follows="1002"/>\n<remark id="c1" kind="decision" '
                 'state="agreed" section="1001" bar="2">No ride.</remark>\n')):
            self.assertIn(plain, text)
            text = text.replace(plain, told, 1)
        shown, _ = self.run_program('info', '-', stdin=text)
        self.assertIn('1 remark, 1:29, 9 s over', shown)
        self.assertRegex(shown, r'Drums .*  in Rhythm  Blue\n')
        self.assertRegex(shown, r'Chorus 1 .*  E, 93 beats a minute, Half-time')
        self.assertIn('  Decision, agreed · Verse 1, 2: No ride.\n', shown)

    def test_same_after_import(self):
        self.run_program('import', 'song.cho')
        self.assertEqual(self.run_program('info', 'song.maquette')[0],
                         self.run_program('info', 'song.cho')[0])

    def test_arrangement(self):
        _, errors = self.run_program('info', '-a', 'Louder', 'song.cho', code=1)
        self.assertEqual(errors, 'song.cho: There is no arrangement “Louder” in it.\n')


class TestNew(Command):
    def test_new(self):
        self.run_program('new', '-t', 'Tide', '-s', 'indie-folk', '-k', 'D', '--tempo', '90',
                         '--form', 'intro verse:16 chorus verse:12 chorus', '-c', 'D | G A',
                         '-o', 'tide.maquette')
        self.run_program('check', 'tide.maquette')
        text, _ = self.run_program('info', 'tide.maquette')
        self.assert_golden('info-new', text.partition('Levels')[0])

    def test_chords_as_numbers(self):
        """Roman numerals and Nashville numbers count from the key."""
        for name, chords in (('names', 'D | G A/C# | Bm7'), ('roman', 'I | IV V/7 | vi7'),
                             ('nashville', '1 | 4 5/7 | 6-7')):
            self.run_program('new', '-t', 'Tide', '-k', 'D', '-c', chords, '-o', name + '.maquette')
        files = []
        for name in ('names', 'roman', 'nashville'):
            with open(self.path(name + '.maquette'), encoding='utf-8') as file:
                files.append([line for line in file if '<chord ' in line])
        self.assertIn('name="A/C#"', files[0][2])
        self.assertEqual(files[1], files[0])
        self.assertEqual(files[2], files[0])

    def test_usual_bars(self):
        """Sections get the lengths that sections of their kind most often have."""
        self.run_program('new', '-t', 'Usual', '--form', 'intro pre-chorus build interlude outro',
                         '-o', 'usual.maquette')
        text, _ = self.run_program('info', 'usual.maquette')
        lines = [line.split() for line in text.split('\n')]
        bars = [words[2] for words in lines if words and words[0].isdigit()]
        self.assertEqual(bars[-5:], ['4', '8', '4', '8', '8'])

    def test_title_names_file(self):
        self.run_program('new', '-t', 'In/Out')
        self.assertIn('In-Out.maquette', os.listdir(self.folder.name))

    def test_file_names_title(self):
        text, _ = self.run_program('new', '-o', 'Low Tide.maquette')
        self.assertIn("render 'Low Tide.maquette'", text)
        text, _ = self.run_program('info', 'Low Tide.maquette')
        self.assertTrue(text.startswith('Low Tide'))

    def test_styles_are_called_as_people_call_them(self):
        for number, name in enumerate(('indie-folk', 'Indie folk', 'INDIE-FOLK')):
            self.run_program('new', '--style', name, '-o', f'{number}.maquette')
            with open(self.path(f'{number}.maquette'), encoding='utf-8') as file:
                self.assertIn('style="indie-folk"', file.read())


class TestCheck(Command):
    def test_several(self):
        self.run_program('import', 'song.cho')
        with open(self.path('song.maquette'), encoding='utf-8') as file:
            lines = file.read().split('\n')
        number = next(i for i, line in enumerate(lines) if '<section ' in line)
        lines[number] = lines[number].replace('bars="', 'bars="x')
        self.write('bad.maquette', '\n'.join(lines))
        text, errors = self.run_program('check', 'song.maquette', 'bad.maquette', 'gone.maquette',
                                        code=1)
        self.assertEqual(text, 'song.maquette: all is well.\n')
        first, second = errors.splitlines()
        self.assertRegex(first, rf'^bad\.maquette:{number + 1}: .+')
        self.assertRegex(second, r'^gone\.maquette: .+')
        self.assertEqual(self.run_program('check', '-q', 'song.maquette'), ('', ''))


    def test_every_mistake(self):
        self.run_program('import', 'song.cho')
        with open(self.path('song.maquette'), encoding='utf-8') as file:
            lines = file.read().split('\n')
        sections = [i for i, line in enumerate(lines) if '<section ' in line]
        for i in sections:
            lines[i] = lines[i].replace('kind="', 'kind="x')
        self.write('bad.maquette', '\n'.join(lines))
        _, errors = self.run_program('check', 'bad.maquette', code=1)
        self.assertEqual([int(line.split(':')[1]) for line in errors.splitlines()],
                         [i + 1 for i in sections])
        self.assertGreater(len(sections), 1)


class TestExport(Command):
    def read_tracks(self, name):
        with open(self.path(name), 'rb') as file:
            data = file.read()
        self.assertEqual(data[:8], b'MThd\0\0\0\6')
        kind, n_tracks, division = struct.unpack('>HHH', data[8:14])
        self.assertEqual((kind, division), (1, 960))
        tracks, at = [], 14
        for _ in range(n_tracks):
            size = struct.unpack('>I', data[at + 4:at + 8])[0]
            self.assertEqual(data[at:at + 4], b'MTrk')
            tracks.append(data[at + 8:at + 8 + size])
            at += 8 + size
        self.assertEqual(at, len(data))
        return tracks

    def test_song(self):
        text, errors = self.run_program('export', 'song.cho', '-o', 'song.mid')
        tracks = self.read_tracks('song.mid')
        self.assertEqual(errors, '')
        self.assertRegex(text, r'^song\.mid: \d+\.\d\skB\n$')
        self.assertGreater(len(tracks), 3)
        for name in (b'Intro', b'Verse 1', b'Chorus 1', b'Verse 2', b'Chorus 2'):
            self.assertEqual(tracks[0].count(b'\xff\x06' + bytes([len(name)]) + name), 1, name)
        self.assertIn(b'\xff\x51\x03' + (500000).to_bytes(3, 'big'), tracks[0])
        self.assertIn(b'\xff\x58\x04\x04\x02', tracks[0])
        self.assertIn(b'\xff\x59\x02\x02\x00', tracks[0])
        self.assertTrue(any(b'\xff\x03\x05Drums' in track for track in tracks[1:]))
        _, errors = self.run_program('export', 'song.cho', '-o', 'song.mid', code=1)
        self.assertIn('--force', errors)
        self.assertEqual(self.run_program('export', '-q', '-f', 'song.cho', '-o', 'song.mid'),
                         ('', ''))

    def test_arrangement(self):
        self.run_program('import', 'song.cho')
        _, errors = self.run_program('export', 'song.maquette', '-o', 'x.mid', '-a', 'Late',
                                     code=1)
        self.assertIn('“Late”', errors)
        self.assertFalse(os.path.exists(self.path('x.mid')))

    def test_several(self):
        text, _ = self.run_program('export', 'song.cho', '--text', 'a.txt', '--midi', 'a.mid')
        self.assertEqual([line.split(':')[0] for line in text.splitlines()], ['a.txt', 'a.mid'])
        with open(self.path('a.txt'), encoding='utf-8') as file:
            self.assertIn('Chorus 1', file.read())

    def test_bundle(self):
        self.run_program('export', 'song.cho', '-o', 'a.zip')
        with zipfile.ZipFile(self.path('a.zip')) as archive:
            self.assertIsNone(archive.testzip())
            names = [os.path.basename(name) for name in archive.namelist()]
            for suffix in ('.pdf', '.html', '.txt', '.csv', '.musicxml', '.mid', '.dawproject',
                           '.maquette'):
                self.assertTrue(any(name.endswith(suffix) for name in names), suffix)
            manifest = next(name for name in archive.namelist() if name.endswith('manifest.txt'))
            lines = archive.read(manifest).decode().splitlines()[3:]
            self.assertEqual(len(lines), len(names) - 1)
        self.assertEqual(names[:-1], sorted(names[:-1]))

    def test_page_is_read_by_a_browser(self):
        tool = shutil.which('chromium')
        if tool is None:
            self.skipTest('there is no chromium')
        self.run_program('export', 'song.cho', '--html', 'a.html')
        result = subprocess.run([tool, '--headless', '--no-sandbox', '--disable-gpu',
                                 '--user-data-dir=' + self.path('browser'), '--dump-dom',
                                 'file://' + self.path('a.html')], capture_output=True,
                                encoding='utf-8', timeout=100, check=True)
        with open(self.path('a.html'), encoding='utf-8') as file:
            page = file.read()
        for element in ('<td ', '<li ', '<h3 ', '<span>'):
            self.assertEqual(result.stdout.count(element), page.count(element), element)
        self.assertGreater(page.count('<td '), 10)

    def test_midi_is_read_by_others(self):
        self.run_program('export', 'song.cho', '--midi', 'a.mid', '--click')
        # TiMidity's own settings name sounds that may not be there; none are needed to read.
        with open(self.path('timidity.cfg'), 'w', encoding='utf-8'):
            pass
        timidity = ('-c', 'timidity.cfg', '-idq', '-Ol', '-o', 'a.txt')
        for tool, arguments in (('midicsv', ()), ('timidity', timidity)):
            with self.subTest(tool):
                if shutil.which(tool) is None:
                    self.skipTest(f'there is no {tool}')
                result = subprocess.run([tool, *arguments, 'a.mid'], cwd=self.folder.name,
                                        capture_output=True, encoding='utf-8', timeout=100,
                                        check=True)
                self.assertNotRegex(result.stderr, '(?i)error|warning')
                if tool == 'midicsv':
                    self.assertEqual(result.stdout.count(', Marker_t, '), 5)
                    self.assertIn(', Title_t, "Click"', result.stdout)

    def test_nothing_is_written_where_one_may_not_be(self):
        self.write('b.txt', 'mine')
        _, errors = self.run_program('export', 'song.cho', '--text', 'b.txt', '--markdown', 'b.md',
                                     code=1)
        self.assertIn('--force', errors)
        self.assertFalse(os.path.exists(self.path('b.md')))
        with open(self.path('b.txt'), encoding='utf-8') as file:
            self.assertEqual(file.read(), 'mine')
        self.run_program('export', '-f', 'song.cho', '--text', 'b.txt', '--markdown', 'b.md')
        self.assertTrue(os.path.exists(self.path('b.md')))

    def test_pages(self):
        self.run_program('export', 'song.cho', '--map', 'map.pdf', '--charts', 'chart.svg',
                         '--player', 'bass.png', '--for', 'bass', '--paper', 'letter')
        self.run_program('export', 'song.cho', '--cover', 'cover.pdf', '--input-list', 'in.pdf',
                         '--take-sheet', 'takes.pdf')
        for name, start in (('cover.pdf', b'%PDF'), ('in.pdf', b'%PDF'), ('takes.pdf', b'%PDF'),
                            ('map.pdf', b'%PDF'), ('chart.svg', b'<?xml'),
                            ('bass.png', b'\x89PNG')):
            with open(self.path(name), 'rb') as file:
                self.assertEqual(file.read(len(start)), start, name)
        for options, sentence in (
                (('--player', 'x.pdf'), 'Say whose sheet it is with --for; there are: '),
                (('--player', 'x.pdf', '--for', 'Nobody'), 'Nobody is called “Nobody”; there are: '),
                (('--map', 'x.pdf', '--paper', 'a9'), 'There is no paper “a9”; say a4 or letter.'),
                (('--charts', 'x.pdf', '--notation', 'x'), 'There is no notation “x”'),
                (('--charts', 'x.pdf', '--transpose', '12'), 'Chords can be written -11 to 11')):
            _, errors = self.run_program('export', 'song.cho', *options, code=1)
            self.assertIn(sentence, errors)
            self.assertFalse(os.path.exists(self.path('x.pdf')))


class TestSections(Command):
    """What is written of some sections only."""
    def list_names(self, wanted):
        self.run_program('export', '-fq', 'song.cho', '--csv', 'a.csv', '--sections', wanted)
        with open(self.path('a.csv'), encoding='utf-8') as file:
            return next(csv.reader(file))[1:]

    def test_names_and_numbers(self):
        whole = self.list_names('1..')
        for wanted, first, last in (('Verse 1..Verse 2', 1, 3), ('2..4', 1, 3), (' ..verse 1', 0, 1),
                                    ('chorus 1', 2, 2), ('3', 2, 2), ('Chorus 1 .. 5', 2, 4),
                                    ('Verse 2..', 3, 4)):
            names = self.list_names(wanted)
            self.assertEqual([name for name in whole if name in names], names, wanted)
            expected = [name for name in ('Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Chorus 2')
                        if any(name in cell for cell in names)]
            self.assertEqual(expected, ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2',
                                        'Chorus 2'][first:last + 1], wanted)

    def test_says_so(self):
        self.run_program('export', '-q', 'song.cho', '--text', 'a.txt',
                         '-s', 'Verse 1..Verse 2')
        with open(self.path('a.txt'), encoding='utf-8') as file:
            text = file.read()
        self.assertIn(': Verse 1 to Verse 2, version ', text)
        self.assertNotIn('Intro', text)
        self.run_program('export', '-q', 'song.cho', '--text', 'all.txt')
        with open(self.path('all.txt'), encoding='utf-8') as file:
            whole = file.read()
        self.assertEqual(re.search(r'version (\w+)', text).group(1),
                         re.search(r'version (\w+)', whole).group(1))

    def test_sound(self):
        self.run_program('export', '-q', 'song.cho', '--click-track', '--sound-names', 'x',
                         '--sound-tail', '0', '--count-in', '0', '-o', 'out', '-s', '2..3')
        self.run_program('export', '-q', 'song.cho', '--click-track', '--sound-names', 'x',
                         '--sound-tail', '0', '--count-in', '0', '-o', 'whole')
        with wave.open(self.path('out/x.wav')) as part, wave.open(self.path('whole/x.wav')) as all_:
            all_.setpos(4 * 48000)
            self.assertEqual(part.readframes(48000), all_.readframes(48000))
            self.assertLess(part.getnframes(), all_.getnframes())

    def test_refused(self):
        for wanted, sentence in (
                ('Bridge', 'There is no section “Bridge” in it; there are: Intro, Verse 1'),
                ('Intro..Outro', 'There is no section “Outro” in it'), ('0..2', '“0”'),
                ('2..9', '“9”'), ('Verse 2..Intro', '“Intro” stands before “Verse 2”')):
            _, errors = self.run_program('export', 'song.cho', '--text', 'a.txt', '--sections',
                                         wanted, code=1)
            self.assertIn(sentence, errors)
            self.assertFalse(os.path.exists(self.path('a.txt')))


class TestRender(Command):

    def measure(self, path):
        samples, rate = read_wav(self.path(path))
        peak = max(abs(x) for x in samples)
        loudest = max(sum(x * x for x in samples[i:i + 9600]) / 9600
                      for i in range(0, len(samples) - 9600, 9600))
        return len(samples) / 2 / rate, peak, loudest ** 0.5

    def test_wav(self):
        text, errors = self.run_program('render', 'song.cho', '-o', 'song.wav')
        self.assertEqual(errors, '')
        self.assertRegex(text, r'^song\.wav: 0:39, −\d+\.\d LUFS, true peak −?\d+\.\d dBTP\n$')
        seconds, peak, rms = self.measure('song.wav')
        self.assertAlmostEqual(seconds, 36.0 + 3.0, delta=0.01)
        self.assertGreater(rms, 0.01)
        self.assertLess(peak, 1.0)
        loudness = float(text.split('−')[1].split(' ')[0])
        self.assertTrue(8 < loudness < 40, loudness)

    def test_section_and_solo(self):
        self.run_program('render', 'song.cho', '-o', 'part.wav', '--section', 'verse 1',
                         '--tail', '0', '--rate', '44100')
        seconds, _, rms = self.measure('part.wav')
        self.assertAlmostEqual(seconds, 8.0, delta=0.01)
        self.run_program('render', 'song.cho', '-o', 'bass.wav', '--section', '2', '--tail', '0',
                         '--rate', '44100', '--solo', 'bass', '-q')
        _, _, bass_rms = self.measure('bass.wav')
        self.assertGreater(bass_rms, 0.001)
        self.assertLess(bass_rms, rms)

    def test_names_that_are_not_there(self):
        for option, name, there in (('--section', 'Bridge', 'Chorus 2'),
                                    ('--solo', 'Theremin', 'Drums'),
                                    ('--arrangement', 'Louder', 'As written')):
            _, errors = self.run_program('render', 'song.cho', '-o', 'x.wav', option, name, code=1)
            self.assertRegex(errors, rf'^song\.cho: There is no .*“{name}” in it; there are: .*'
                                     rf'{there}')
        self.assertEqual(os.listdir(self.folder.name), ['song.cho'])

    def test_several_of_a_name(self):
        self.write('twice.cho', '{t: Twice}\n{c: Bridge}\n| C | G |\n{c: Bridge}\n| F |\n')
        self.run_program('import', '-q', 'twice.cho')
        with open(self.path('twice.maquette'), encoding='utf-8') as file:
            text = file.read()
        self.write('twice.maquette', re.sub('name="Bridge [12]"', 'name="Bridge"', text))
        _, errors = self.run_program('render', 'twice.maquette', '-o', 'x.wav', '--section',
                                     'Bridge', '--tail', '0')
        self.assertEqual(errors, 'twice.maquette: 2 sections are called “Bridge”; the first is '
                                 'taken. Choose another by its number.\n')

    def test_silence(self):
        text, _ = self.run_program('render', 'song.cho', '-o', 'x.wav', '--section', '1',
                                   '--solo', 'Strings', '--tail', '0')
        self.assertEqual(text, 'x.wav: 0:04 of silence: no layer that is heard plays there\n')

    def test_new_counts_felt_beats(self):
        self.run_program('new', '-t', 'Sway', '--meter', '6/8', '--tempo', '60')
        text, _ = self.run_program('info', 'Sway.maquette')
        self.assertIn('60 beats a minute, 6/8', text)

    def test_stems(self):
        text, _ = self.run_program('render', 'song.cho', '--stems', 'stems', '-o', 'mix.wav',
                                   '--section', '3', '--tail', '1')
        stems = sorted(os.listdir(self.path('stems')))
        self.assertIn('01 Drums.wav', stems)
        self.assertIn(f'stems: {len(stems)} stems\n', text)
        sizes = {os.path.getsize(self.path('stems/' + stem)) for stem in stems}
        self.assertEqual(len(sizes), 1)

    def test_mute_and_metronome(self):
        """What is muted is no stem, unless it is asked for; the click is heard without a band."""
        self.run_program('import', '-q', 'song.cho')
        with open(self.path('song.maquette'), encoding='utf-8') as file:
            text = file.read()
        self.assertEqual(text.count('name="Bass"'), 1)
        self.write('song.maquette', re.sub('(name="Bass"[^>]*?)(/?>)', r'\1 muted="yes"\2', text))
        part = ('render', 'song.maquette', '--section', '2', '--tail', '0')
        self.run_program(*part, '--stems', 'stems')
        stems = ' '.join(os.listdir(self.path('stems')))
        self.assertIn('Drums', stems)
        self.assertNotIn('Bass', stems)
        text, _ = self.run_program(*part, '--solo', 'Bass', '-o', 'bass.wav')
        self.assertIn('LUFS', text)
        silent = ('render', 'song.maquette', '--section', '1', '--tail', '0', '--solo', 'Strings')
        text, _ = self.run_program(*silent, '--metronome', '-o', 'click.wav')
        self.assertIn('LUFS', text)

    def test_arrangement(self):
        """The other arrangement of the example is another piece of music."""
        song = os.path.join(os.environ['MAQ_DATADIR'], 'examples', 'lanterns.maquette')
        texts = [self.run_program('render', song, '-o', f'{number}.wav', '--arrangement', name,
                                  '--section', 'Verse 1', '--tail', '0')[0].split(': ', 1)[1]
                 for number, name in enumerate(('As demoed', 'After pre-production'))]
        self.assertNotEqual(*texts)

    def test_opus_has_its_own_rate(self):
        text, _ = self.run_program('render', 'song.cho', '-o', 'x.opus', '--section', '2',
                                   '--tail', '0', '--rate', '44100')
        self.assertRegex(text, r'^x\.opus: 0:08, ')

    def test_flac_and_opus(self):
        for ending, magic in (('flac', b'fLaC'), ('opus', b'OggS')):
            self.run_program('render', 'song.cho', '-o', 'x.' + ending, '--section', '1')
            with open(self.path('x.' + ending), 'rb') as file:
                self.assertEqual(file.read(4), magic)

    def test_errors(self):
        _, errors = self.run_program('render', 'song.cho', '-o', 'no/where.flac', code=1)
        self.assertEqual(errors, 'no/where.flac: The file can\'t be written: No such file or '
                                 'directory. Choose another folder.\n')
        _, errors = self.run_program('render', 'song.cho', '-o', 'x.flac', '--soundfont',
                                     'song.cho', code=1)
        self.assertEqual(errors, 'maquette-cli: “song.cho” can\'t be read as a SoundFont. Choose '
                                 'an .sf2 or .sf3 file.\n')
        self.assertEqual(os.listdir(self.folder.name), ['song.cho'])

    def test_replaces_only_by_force(self):
        part = ('render', 'song.cho', '--section', '1', '--tail', '0')
        self.write('x.flac', 'mine')
        os.mkdir(self.path('stems'))
        self.write('stems/02 Bass.flac', 'mine')
        _, errors = self.run_program(*part, '-o', 'x.flac', code=1)
        self.assertEqual(errors, 'x.flac: The file is there already; add --force to replace it.\n')
        _, errors = self.run_program(*part, '--stems', 'stems', code=1)
        self.assertIn('stems/02 Bass.flac: The file is there already', errors)
        self.assertEqual(os.listdir(self.path('stems')), ['02 Bass.flac'])
        _, errors = self.run_program(*part, '-o', 'stems.flac', '--stems', 'x.flac', code=1)
        self.assertIn('x.flac: The folder can\'t be made', errors)
        os.mkdir(self.path('folder.wav'))
        _, errors = self.run_program(*part, '-fo', 'folder.wav', code=1)
        self.assertIn('folder.wav: This is no file but a folder', errors)
        self.run_program(*part, '--force', '-o', 'x.flac', '--stems', 'stems')
        for name in ('x.flac', 'stems/02 Bass.flac'):
            with open(self.path(name), 'rb') as file:
                self.assertEqual(file.read(4), b'fLaC')

    def test_follow(self):
        text, _ = self.run_program('follow', 'song.cho', '--shape', 'climb', '-o',
                                   'climb.maquette')
        self.assertRegex(text, r'Meant +Before +After')
        self.assertRegex(text, r'on the mean\.')
        self.run_program('check', 'climb.maquette')
        self.run_program('follow', 'song.cho', '--shape', 'circle', code=2)
        self.run_program('follow', 'song.cho', '--section', 'Nowhere', code=1)
        self.run_program('follow', code=2)
        _, said = self.run_program('follow', 'song.cho', code=1)
        self.assertIn('Draw its arc first', said)

    def check_turns(self, rows, sections):
        """In the text, in CSV and in JSON, of sections and of bars."""
        text, _ = self.run_program('measure', 'song.cho', '--turns')
        told = re.findall(r'^(\S.*?) +bar +(\d+)  (\w+)', text.split('\n\n')[1], re.MULTILINE)
        self.assertTrue(told)
        self.assertEqual(told, [(s['name'], str(turn['bar']), turn['turn'].capitalize())
                                for s in sections for turn in s['turns']])
        self.assertEqual([row['turns'] for row in rows],
                         [' '.join(f"{turn['turn']}:{turn['cause']}" for turn in s['turns'])
                          for s in sections])
        self.assertEqual([float(row['tension']) for row in rows],
                         [s['tension'] for s in sections])
        text, _ = self.run_program('measure', 'song.cho', '--format', 'csv', '--bars')
        bars = list(csv.DictReader(io.StringIO(text, newline='')))
        self.assertEqual([row['bar'] for row in bars if row['turns']],
                         sorted({str(turn['bar']) for s in sections for turn in s['turns']},
                                key=int))
        self.assertEqual([(float(bar['momentary_max_lufs']), float(bar['tension'])) for bar in bars],
                         [(bar['momentary_max_lufs'], bar['tension'])
                          for s in sections for bar in s['bars']])
        for section in sections:
            self.assertEqual(max(bar['momentary_max_lufs'] for bar in section['bars']),
                             section['momentary_max_lufs'])

    def test_measure(self):
        text, _ = self.run_program('measure', 'song.cho')
        rows = [line for line in text.splitlines()[1:] if line]
        self.assertEqual([row.split('  ')[0].strip() for row in rows],
                         ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Chorus 2'])
        text, _ = self.run_program('measure', 'song.cho', '--format', 'json', '--bars')
        sections = json.loads(text)['sections']
        self.assertEqual([s['name'] for s in sections],
                         ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Chorus 2'])
        for section in sections:
            self.assertAlmostEqual(sum(bar['seconds'] for bar in section['bars']),
                                   section['seconds'], delta=0.1)
            self.assertTrue(0 < section['energy'] <= 10, section)
            self.assertTrue(-45 < section['loudness_lufs'] < -8, section)
        text, _ = self.run_program('measure', 'song.cho', '--format', 'csv')
        rows = list(csv.DictReader(io.StringIO(text, newline='')))
        self.assertEqual([float(row['loudness_lufs']) for row in rows],
                         [section['loudness_lufs'] for section in sections])
        text, _ = self.run_program('measure', 'song.cho', '--contrast')
        self.assertRegex(text, r'\n\w.* [+-]\d\.\d: ')
        self.assertEqual([row['contrast'] for row in rows],
                         [''] + re.findall(r'\n\w.*?  ([+−]?\d\.\d: .*)', text))
        self.run_program('measure', 'song.cho', '--contrast', '--format', 'csv', code=2)
        self.check_turns(rows, sections)
        for row in rows:
            self.assertLessEqual(float(row['short_term_max_lufs']),
                                 float(row['momentary_max_lufs']))
            self.assertGreaterEqual(float(row['range_lu']), 0)
        text, _ = self.run_program('measure', 'song.cho', '--loudness')
        table = text.split('\n\n')[1].splitlines()[1:]
        self.assertEqual([line.split()[-4] for line in table],
                         [row['integrated_lufs'] for row in rows])
        self.run_program('measure', 'song.cho', '--loudness', '--format', 'csv', code=2)
        self.run_program('measure', 'song.cho', '--bars', code=2)
        self.run_program('measure', 'song.cho', '--format', 'xml', code=2)
        self.run_program('measure', 'none.cho', code=1)

    def test_review(self):
        lines = ['Nothing enters or leaves for 16 bars in Verse 2.',
                 '    bars 29 to 44: nothing-changes',
                 '    The ear stops following what stays the same. One entry, or one player who '
                 'waits, is enough. A groove may be meant to stand still.',
                 '    → Electric guitar in halfway', '    → Strings in halfway',
                 '    → Keys not before halfway']
        template = os.path.join(os.environ['MAQ_DATADIR'], 'templates', '01-verse-chorus.maquette')
        self.assertEqual(self.run_program('review', template)[0], 'Nothing to say.\n')
        with open(template, encoding='utf-8') as file:
            still = file.read().replace('<part layer="a7" level="4" from="9"/>',
                                        '<part layer="a7" level="4"/>')
        self.write('still.maquette', still)
        self.assertEqual(self.run_program('review', 'still.maquette')[0].splitlines(), lines)
        advice = json.loads(self.run_program('review', 'still.maquette', '-F', 'json')[0])['advice']
        self.assertEqual([(one['check'], one['first_bar'], one['bars'], one['sentence'])
                          for one in advice], [('nothing-changes', 29, 16, lines[0])])
        self.assertEqual(['    → ' + move for move in advice[0]['moves']], lines[3:])
        text, _ = self.run_program('review', 'still.maquette', '--chorus', '10')
        self.assertIn('Chorus 1 begins at 0:52, later than 0:10.', text)
        self.run_program('review', 'song.cho', '--measure')
        self.write('quiet.maquette', still.replace('</arrangement>',
                                                   '<dismissed check="nothing-changes"/>'
                                                   '</arrangement>'))
        self.assertEqual(self.run_program('review', 'quiet.maquette')[0], 'Nothing to say.\n')
        text, _ = self.run_program('review', 'quiet.maquette', '--all')
        self.assertEqual(text.splitlines()[0], lines[0] + ' (dismissed)')
        self.run_program('review', 'still.maquette', '-F', 'csv', code=2)
        self.run_program('review', code=2)
        self.run_program('review', 'none.maquette', code=1)

    def test_balance(self):
        text, _ = self.run_program('measure', 'song.cho', '--balance')
        self.assertIn('Chorus 1', text)
        self.assertIn(' crowded', text)
        text, _ = self.run_program('measure', 'song.cho', '--balance', '--format', 'json')
        sections = json.loads(text)['sections']
        self.assertEqual([s['name'] for s in sections],
                         ['Intro', 'Verse 1', 'Chorus 1', 'Verse 2', 'Chorus 2'])
        for section in sections:
            for band in section['bands_db']:
                self.assertAlmostEqual(sum(layer['share'][band] for layer in section['layers']),
                                       1, delta=0.01)
        text, _ = self.run_program('measure', 'song.cho', '--balance', '--format', 'csv')
        rows = list(csv.DictReader(io.StringIO(text, newline='')))
        self.assertEqual([float(row['low_db']) for row in rows],
                         [layer['db']['low'] for s in sections for layer in s['layers']])
        self.run_program('measure', 'song.cho', '--balance', '--bars', '--format', 'csv', code=2)

    def test_no_styles(self):
        _, errors = self.run_program('render', 'song.cho', '-o', 'x.flac', code=1,
                                     MAQ_DATADIR=self.folder.name, XDG_DATA_HOME=self.folder.name)
        self.assertIn('There are no styles', errors)
        self.assertEqual(os.listdir(self.folder.name), ['song.cho'])

    def test_choruses_lift(self):
        """The example song after pre-production: neither faint nor pressed against the limiter."""
        song = os.path.join(os.environ['MAQ_DATADIR'], 'examples', 'lanterns.maquette')
        loudness = {}
        for section in ('Verse 1', 'Chorus 1'):
            text, _ = self.run_program('render', song, '-fo', 'part.wav', '--section', section)
            loudness[section] = -float(re.search(r'−(\d+\.\d) LUFS', text).group(1))
        self.assertTrue(-20 < loudness['Chorus 1'] < -11, loudness)
        self.assertGreater(loudness['Chorus 1'] - loudness['Verse 1'], 3, loudness)

    def test_roles_stand_beside_each_other(self):
        """Nobody is lost in the mix or drowns the others, all playing at the same level."""
        self.run_program('styles', '--audition', 'rock', '--level', '6', '-o', 'band.maquette')
        loudness = {}
        for layer in ('Bass', 'Keys', 'Lead', 'Organ', 'Pad', 'Strings', 'Texture'):
            text, _ = self.run_program('render', 'band.maquette', '-fo', 'x.wav', '--solo', layer,
                                       '--section', '3', '--tail', '0')
            loudness[layer] = -float(re.search(r'−(\d+\.\d) LUFS', text).group(1))
        self.assertTrue(all(-34 < level < -17 for level in loudness.values()), loudness)

    def test_progress_on_terminal(self):
        ours, theirs = pty.openpty()
        with subprocess.Popen([PROGRAM, 'render', 'song.cho', '-o', 'x.flac'], stderr=theirs,
                              stdout=subprocess.PIPE, cwd=self.folder.name,
                              env=environment()) as process:
            process.communicate(timeout=100)
        os.close(theirs)
        shown = os.read(ours, 65536).decode()
        os.close(ours)
        self.assertRegex(shown, r'\r\[#* *\] +\d+ %')
        self.assertTrue(shown.endswith('\r\x1b[K'), shown)

    def test_cancel(self):
        self.write('long.cho', CHART + '{chorus}\n' * 400)
        self.write('kept.wav', 'mine')
        with subprocess.Popen([PROGRAM, 'render', 'long.cho', '--force', '-o', 'kept.wav'],
                              cwd=self.folder.name, stderr=subprocess.PIPE, encoding='utf-8',
                              env=environment(), start_new_session=True) as process:
            while process.poll() is None and not [name for name in os.listdir(self.folder.name)
                                                  if name.endswith('.part')]:
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=30)
        self.assertEqual(process.returncode, 130)
        self.assertEqual(errors, 'kept.wav: Cancelled; nothing was written.\n')
        with open(self.path('kept.wav'), encoding='utf-8') as file:
            self.assertEqual(file.read(), 'mine')
        self.assertEqual(sorted(os.listdir(self.folder.name)),
                         ['kept.wav', 'long.cho', 'song.cho'])


STYLE = """<style xmlns="urn:maquette:style" version="1" name="{name}" label="{label}"
       meter="6/8" also="12/8" tempo="90">
  <about>Two steps to a bar, and the whole room is on its feet before the fiddler is: quick, dry
    and a little ahead.</about>
  <role name="drums">
    <pattern name="a"><line drum="kick" grid="x.. ... x.. ..."/></pattern>
  </role>
  <role name="bass">
    <pattern name="a"><line play="degrees" grid="1-- --- 5-- ---"/></pattern>
  </role>
</style>
"""


class TestStyles(Command):
    def setUp(self):
        super().setUp()
        self.variables = {'MAQ_DATADIR': self.path('program'), 'XDG_DATA_HOME': self.path('user')}
        self.write_style('program/styles', 'jig', 'Jig')
        self.write_style('program/styles', 'reel', 'Reel')
        self.write_style('user/maquette/styles', 'reel', 'Our reel')

    def write_style(self, folder, name, label):
        os.makedirs(self.path(folder), exist_ok=True)
        self.write(os.path.join(folder, name + '.xml'), STYLE.format(name=name, label=label))

    def run_styles(self, *arguments, code=0):
        return self.run_program('styles', *arguments, code=code, **self.variables)

    def test_list(self):
        text, errors = self.run_styles()
        self.assert_golden('styles', text.replace(self.folder.name, 'HOME'))
        self.assertEqual(errors, '')

    def test_broken_styles_are_named(self):
        self.write('user/maquette/styles/bad.xml', STYLE.format(name='bad', label='Bad')
                   .replace('drum="kick"', 'drum="saucepan"'))
        text, errors = self.run_styles(code=1)
        self.assertIn('Our reel', text)
        self.assertNotIn('Bad', text)
        self.assertRegex(errors, rf'^{self.folder.name}/user/maquette/styles/bad\.xml:6: '
                                 r'.*saucepan.*\n$')
        _, errors = self.run_styles('--check', 'user/maquette/styles/bad.xml', code=1)
        self.assertRegex(errors, r'^user/maquette/styles/bad\.xml:6: .*saucepan.*\n$')
        _, errors = self.run_styles('--check', 'none.xml', code=1)
        self.assertEqual(errors, 'none.xml: The file can\'t be read: No such file or '
                                 'directory.\n')
        self.write('empty.xml', '')
        _, errors = self.run_styles('--check', 'empty.xml', code=1)
        self.assertEqual(errors, 'empty.xml: The file is empty; choose one with a style in '
                                 'it.\n')

    def test_check(self):
        text, _ = self.run_styles('--check', 'program/styles/jig.xml')
        self.assertEqual(text, 'program/styles/jig.xml: all is well.\n')
        self.assertEqual(self.run_styles('-q', '--check', 'program/styles/jig.xml'), ('', ''))

    def test_describe(self):
        text, _ = self.run_styles('--describe', 'reel')
        self.assert_golden('styles-describe', text)

    def test_audition(self):
        text, errors = self.run_styles('--audition', 'jig', '-o', 'jig.wav')
        self.assertEqual(errors, '')
        self.assertRegex(text, r'^jig\.wav: 1:31, −\d+\.\d LUFS, true peak −?\d+\.\d dBTP\n$')
        text, _ = self.run_styles('--audition', 'jig', '--role', 'bass', '--level', '10', '-q',
                                  '-o', 'bass.flac')
        self.assertEqual(text, '')

    def test_audition_as_project(self):
        self.run_styles('--audition', 'jig', '-o', 'jig.maquette')
        self.run_program('check', 'jig.maquette')
        text, _ = self.run_program('info', 'jig.maquette')
        for section in ('Intro', 'Verse', 'Pre-Chorus', 'Chorus', 'Breakdown', 'Build', 'Drop',
                        'Outro'):
            self.assertIn(section, text)
        _, errors = self.run_styles('--audition', 'jig', '-o', 'jig.maquette', code=1)
        self.assertIn('there already', errors)


if __name__ == '__main__':
    unittest.main()
