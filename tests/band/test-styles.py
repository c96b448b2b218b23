# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every style that the program brings has all that a band needs.

Arguments: the folder of the styles. PROOF_STYLE in the environment names the only one to look at.
"""

import glob
import os
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

FOLDER = os.path.abspath(sys.argv.pop(1))
NAMESPACE = '{urn:maquette:style}'
ROLES = ('drums', 'percussion', 'bass', 'acoustic-guitar', 'electric-guitar', 'keys', 'organ',
         'pad', 'strings', 'brass', 'lead', 'vocal', 'texture')
CHORDS = ROLES[3:10]
STEPS = {1, 2, 3, 4}
SHORTEST_ABOUT = 80


def styles():
    wanted = os.environ.get('PROOF_STYLE')
    for path in sorted(glob.glob(os.path.join(FOLDER, '*.xml'))):
        if wanted in (None, os.path.basename(path)[:-4]):
            yield path, ElementTree.parse(path).getroot()


def children(element, name):
    return element.findall(NAMESPACE + name)


def roles_of(style):
    """The element that has a role's patterns, which may be that of another role."""
    found = {}
    for role in children(style, 'role'):
        found[role.get('name')] = found.get(role.get('like'), role)
    return found


class TestStyles(unittest.TestCase):
    def check_each(self, check):
        """Says everything that is missing at once."""
        missing = []
        for path, style in styles():
            name = os.path.basename(path)
            missing += [f'{name}: {what}' for what in check(style)]
        self.assertFalse(missing, '\n' + '\n'.join(missing))

    def test_schema(self):
        tool = shutil.which('xmllint')
        if not tool:
            self.skipTest('there is no xmllint')
        for path, _ in styles():
            done = subprocess.run([tool, '--noout', '--nonet', '--relaxng',
                                   os.path.join(FOLDER, 'style.rng'), path],
                                  capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_file_is_called_like_the_style(self):
        for path, style in styles():
            self.assertEqual(os.path.basename(path), style.get('name') + '.xml')

    def test_roles(self):
        def check(style):
            return [f'no {role}' for role in ROLES if role not in roles_of(style)]
        self.check_each(check)

    def test_alternates(self):
        """Two patterns of two to four bars to choose from, each with all four steps."""
        def check(style):
            for name, role in roles_of(style).items():
                patterns = [pattern for pattern in children(role, 'pattern')
                            if pattern.get('weight') != '0']
                if len(patterns) < 2:
                    yield f'{name} has {len(patterns)} patterns to choose from'
                for pattern in patterns:
                    bars = int(pattern.get('bars', '1'))
                    if not 2 <= bars <= 4:
                        yield f'{name}, {pattern.get("name")}: {bars} bars'
                    steps = {int(line.get('from', '1')) for line in children(pattern, 'line')}
                    for step in sorted(STEPS - steps):
                        yield f'{name}, {pattern.get("name")}: nothing comes with step {step}'
        self.check_each(check)

    def test_fills(self):
        """Two of each size for the drums."""
        def check(style):
            fills = children(roles_of(style)['drums'], 'fill')
            for size in ('small', 'medium', 'large'):
                n = sum(fill.get('size') == size for fill in fills)
                if n < 2:
                    yield f'{n} {size} fills'
        self.check_each(check)

    def test_drums_have_everything(self):
        def check(style):
            for wanted in ('break', 'build', 'drop', 'ending', 'pickup'):
                if not children(roles_of(style)['drums'], wanted):
                    yield f'the drums have no {wanted}'
        self.check_each(check)

    def test_others_break_and_build(self):
        """The bass and somebody with chords go along with break and build."""
        def check(style):
            roles = roles_of(style)
            for wanted in ('break', 'build'):
                if not children(roles['bass'], wanted):
                    yield f'the bass has no {wanted}'
                if not any(role in roles and children(roles[role], wanted) for role in CHORDS):
                    yield f'nobody with chords has a {wanted}'
        self.check_each(check)

    def test_about(self):
        def check(style):
            about = ' '.join((style.findtext(NAMESPACE + 'about') or '').split())
            if len(about) < SHORTEST_ABOUT:
                yield f'about says little: “{about}”'
        self.check_each(check)

    def test_there_are_enough(self):
        if 'PROOF_STYLE' not in os.environ:
            self.assertGreaterEqual(len(list(styles())), 12)


if __name__ == '__main__':
    unittest.main()
