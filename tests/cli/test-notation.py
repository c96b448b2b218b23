# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What notation programs make of our files: they must not complain, nor lose a note."""

import collections
import os
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree
from command import Command

# Bars without chords, a word by syllables, verses that are sung the same, odd chords.
CHART = """{title: Paper Boats}
{key: Bb}
{tempo: 96}
{c: Intro}
[N.C.]   [Bb]
{start_of_verse}
[Bb]Fold it in [Gm7]half and then [Eb/G]fold it once [F7sus4]more
{end_of_verse}
{start_of_chorus}
[Cm9]Hal-le-[F13]lu-jah to the [Bb6]wa-ter, [N.C.]wait
{end_of_chorus}
{start_of_verse}
[Bb]Let it go [Gm7]down where the [Ebmaj7]gutter runs [F7(b9)]slow
{end_of_verse}
{chorus}
"""

# What MuseScore 3 says of every chord of drums, in its own files, too.
NOISE = re.compile(r"^instr '.*', tick .*: element already exists$|^unmapped drum note|"
                   r'^QStandardPaths:|^convert <|^\tto <|^\.\.\. success!$|^$')

# It makes two staves of a piano and still looks for words in MIDI where the one would have been.
LOST_WORDS = re.compile('^no chord/rest for lyrics')


def list_keys(part):
    """How often each key is written in a part of our MusicXML."""
    keys = collections.Counter()
    for note in part.iter('note'):
        if note.find('pitch') is not None:
            step = dict(C=0, D=2, E=4, F=5, G=7, A=9, B=11)[note.findtext('pitch/step')]
            keys[12 * int(note.findtext('pitch/octave')) + 12 + step +
                 int(note.findtext('pitch/alter') or 0)] += 1
        elif note.find('unpitched') is not None:
            keys[int(note.find('instrument').get('id').split('-I')[1])] += 1
    return keys


class TestNotation(Command):

    def setUp(self):
        super().setUp()
        self.write('boats.cho', CHART)

    def read_with_musescore(self, name, ignored=NOISE):
        """What MuseScore 3 makes of a file, with settings of no machine; it must be silent."""
        tool = shutil.which('musescore3') or shutil.which('mscore3')
        if tool is None:
            self.skipTest('there is no musescore3')
        for folder in ('home', 'run'):
            os.makedirs(self.path(folder), mode=0o700, exist_ok=True)
        settings = {name: value for name, value in os.environ.items()
                    if not name.startswith(('XDG_', 'QT_'))}
        settings.update(HOME=self.path('home'), XDG_RUNTIME_DIR=self.path('run'), LC_ALL='C.UTF-8',
                        QT_QPA_PLATFORM='offscreen')
        result = subprocess.run([tool, '-F', '-c', self.path('home'), '-o', 'read.mscx', name],
                                cwd=self.folder.name, env=settings, capture_output=True,
                                encoding='utf-8', timeout=200, check=True)
        lines = (result.stdout + result.stderr).splitlines()
        self.assertEqual([line for line in lines if not NOISE.search(line) and
                          not ignored.search(line)], [])
        return ElementTree.parse(self.path('read.mscx')).getroot().find('Score')

    def test_musicxml_in_lilypond(self):
        tool = shutil.which('musicxml2ly')
        if tool is None:
            self.skipTest('there is no musicxml2ly (package lilypond)')
        for song in ('song.cho', 'boats.cho'):
            self.run_program('export', '-f', song, '--musicxml', 'a.musicxml', '--parts')
            result = subprocess.run([tool, '-o', 'a.ly', 'a.musicxml'], cwd=self.folder.name,
                                    capture_output=True, encoding='utf-8', timeout=100, check=True)
            self.assertNotRegex(result.stdout + result.stderr, '(?i)warning|error', song)

    def test_musicxml_in_musescore(self):
        for song in ('song.cho', 'boats.cho'):
            self.run_program('export', '-f', song, '--musicxml', 'a.musicxml', '--parts')
            ours = ElementTree.parse(self.path('a.musicxml')).getroot()
            read = self.read_with_musescore('a.musicxml')
            staves = read.findall('Staff')
            self.assertEqual([part.findtext('trackName') for part in read.findall('Part')],
                             [part.findtext('part-name') for part in ours.iter('score-part')])
            for part, staff in zip(ours.findall('part'), staves, strict=True):
                self.assertEqual(len(part.findall('measure')), len(staff.findall('Measure')))
                self.assertEqual(collections.Counter(int(note.findtext('pitch'))
                                                     for note in staff.iter('Note')),
                                 list_keys(part))
            for mine, theirs in (('harmony', 'Harmony'), ('rehearsal', 'RehearsalMark'),
                                 ('metronome', 'Tempo'), ('lyric', 'Lyrics')):
                self.assertEqual(len(list(ours.iter(mine))), len(list(read.iter(theirs))), mine)
        self.assertEqual([name.text for name in read.iterfind('.//Harmony/name')].count('N.C.'),
                         sum(kind.text == 'none' for kind in ours.iter('kind')))

    def test_midi_in_musescore(self):
        self.run_program('export', 'song.cho', '--midi', 'a.mid')
        self.run_program('export', 'song.cho', '--musicxml', 'a.musicxml', '--parts')
        ours = ElementTree.parse(self.path('a.musicxml')).getroot()
        read = self.read_with_musescore('a.mid', LOST_WORDS)
        staves = {staff.get('id'): staff for staff in read.findall('Staff')}
        found = {}
        for part in read.findall('Part'):
            name = part.findtext('trackName').split(', ')[-1]
            found[name] = {int(note.findtext('pitch')) for staff in part.findall('Staff')
                           for note in staves[staff.get('id')].iter('Note')}
        names = [part.findtext('part-name') for part in ours.iter('score-part')][1:]
        written = {name: set(list_keys(part))
                   for name, part in zip(names, ours.findall('part')[1:], strict=True)}
        self.assertEqual(found, {name: keys for name, keys in written.items() if keys})


if __name__ == '__main__':
    unittest.main()
