# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`meson install` puts everything where the desktop looks for it."""

import os
import shutil
import subprocess
import tempfile

import tree

APPLICATION = 'io.github.maquette.Maquette'
WANTED = [
    f'share/applications/{APPLICATION}.desktop',
    f'share/glib-2.0/schemas/{APPLICATION}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{APPLICATION}.svg',
    'share/icons/hicolor/scalable/mimetypes/application-x-maquette+xml.svg',
    f'share/icons/hicolor/symbolic/apps/{APPLICATION}-symbolic.svg',
    f'share/metainfo/{APPLICATION}.metainfo.xml',
    f'share/mime/packages/{APPLICATION}.xml',
]


def data_files():
    """What the programs read at run time, by its installed name."""
    for path in tree.files('.rng', '.xml', '.maquette', under='data'):
        inside = os.path.relpath(path, 'data')
        if path.endswith('.rng') or inside.startswith(('styles/', 'examples/', 'templates/')):
            yield f'share/maquette/{inside}'


def translations():
    for _, language in tree.lines('po/LINGUAS'):
        if language and not language.startswith('#'):
            yield f'share/locale/{language}/LC_MESSAGES/maquette.mo'


def programs():
    for floor, program in (('cli', 'maquette-cli'), ('ui', 'maquette')):
        if os.path.exists(os.path.join(tree.SOURCE_ROOT, 'src', floor, 'main.c')):
            yield f'bin/{program}'
            page = os.path.join('src', floor, f'{program}.1')
            if os.path.exists(os.path.join(tree.SOURCE_ROOT, page)):
                yield f'share/man/man1/{program}.1'


def installed(destination):
    """Everything installed, relative to the prefix."""
    found = set()
    for folder, _, names in os.walk(destination):
        for name in names:
            path = os.path.join(folder, name)
            if '/share/' in path:
                found.add('share/' + path.split('/share/', 1)[1])
            else:
                found.add('/'.join(path.split('/')[-2:]))
    return found


def main():
    if not shutil.which('meson'):
        tree.skip('meson is not on the path')
    with tempfile.TemporaryDirectory() as destination:
        done = subprocess.run(['meson', 'install', '-C', tree.BUILD_ROOT, '--no-rebuild',
                               '--destdir', destination],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            tree.fail('meson.build', 1, 'meson install fails:\n' + done.stdout + done.stderr)
            tree.finish()
        found = installed(destination)
    wanted = {*WANTED, *data_files(), *translations(), *programs()}
    for path in sorted(wanted - found):
        tree.fail('data/meson.build', 1, f'{path} is not installed below the prefix; install it')
    for path in sorted(found - wanted):
        tree.fail('data/meson.build', 1, f'{path} is installed and nobody looks for it; '
                                         'take install: true away, or name it in install.py')
    tree.finish()


main()
