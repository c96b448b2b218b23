# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data files are what the desktop, the XML tools and the schemas expect."""

import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import tree

APPLICATION = 'io.github.maquette.Maquette'
ICONS = 'data/icons/hicolor'
MIME_TYPE = 'application/x-maquette+xml'
missing_tools = set()


def run(path, *command):
    """Runs a checker; what it complains of is @path's fault."""
    if not shutil.which(command[0]):
        missing_tools.add(command[0])
        return
    done = subprocess.run(command, cwd=tree.SOURCE_ROOT, capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        said = (done.stdout + done.stderr).strip()
        line = re.search(r':(\d+):', said)
        tree.fail(path, int(line.group(1)) if line else 1,
                  f'{command[0]} refuses it; mend this:\n    ' + said.replace('\n', '\n    '))


def built(name):
    """A file that the build makes in data/, as an absolute path."""
    path = os.path.join(tree.BUILD_ROOT, 'data', name)
    if not os.path.exists(path):
        tree.fail('data/meson.build', 1, f'does not make {name}; build first')
    return path


def parse(path):
    try:
        return ElementTree.parse(os.path.join(tree.SOURCE_ROOT, path)).getroot()
    except ElementTree.ParseError as error:
        tree.fail(path, error.position[0], f'is not well-formed: {error}')
        return None


def check_desktop_entry():
    path = f'data/{APPLICATION}.desktop.in'
    run(path, 'desktop-file-validate', built(f'{APPLICATION}.desktop'))
    text = '\n'.join(line for _, line in tree.lines(path))
    for wanted in (f'Icon={APPLICATION}', f'MimeType={MIME_TYPE};', 'Exec=maquette %F'):
        if wanted not in text.split('\n'):
            tree.fail(path, 1, f'wants the line {wanted}')


def check_metainfo():
    path = f'data/{APPLICATION}.metainfo.xml.in'
    run(path, 'appstreamcli', 'validate', '--no-net', '--explain',
        built(f'{APPLICATION}.metainfo.xml'))
    root = parse(path)
    if root is None:
        return
    for image in root.iter('image'):
        name = os.path.basename(image.text.strip())
        if not os.path.exists(os.path.join(tree.SOURCE_ROOT, 'data/screenshots', name)):
            tree.fail(path, 1, f'shows {name}, which is not in data/screenshots')


def check_schema():
    folder = os.path.join(tree.SOURCE_ROOT, 'data')
    run(f'data/{APPLICATION}.gschema.xml', 'glib-compile-schemas', '--strict', '--dry-run', folder)


def check_xml_files():
    for path in tree.files('.xml', '.xml.in', '.rng', '.ui', '.svg', '.gresource.xml', under='data'):
        parse(path)
    for path in tree.files('.ui', '.gresource.xml', under='src'):
        parse(path)


def check_examples():
    for schema, folder, suffix in (('data/maquette.rng', 'data/examples', '.maquette'),
                                   ('data/maquette.rng', 'data/templates', '.maquette'),
                                   ('data/styles/style.rng', 'data/styles', '.xml')):
        if os.path.exists(os.path.join(tree.SOURCE_ROOT, schema)):
            for path in tree.files(suffix, under=folder):
                run(path, 'xmllint', '--nonet', '--noout', '--relaxng', schema, path)


def check_mime_type():
    path = f'data/{APPLICATION}.mime.xml.in'
    space = '{http://www.freedesktop.org/standards/shared-mime-info}'
    root = parse(path)
    if root is None:
        return
    types = [node.get('type') for node in root.iter(f'{space}mime-type')]
    globs = [node.get('pattern') for node in root.iter(f'{space}glob')]
    if types != [MIME_TYPE] or globs != ['*.maquette']:
        tree.fail(path, 1, f'wants the one type {MIME_TYPE} with the one glob *.maquette')


def check_icon(path, size):
    root = parse(path)
    if root is None:
        return
    if not root.tag.endswith('}svg') or root.get('viewBox') != f'0 0 {size} {size}':
        tree.fail(path, 1, f'is no SVG with viewBox="0 0 {size} {size}"')
    for node in root.iter():
        if node.tag.endswith(('}image', '}script', '}text', '}foreignObject')):
            tree.fail(path, 1, f'an icon is drawn from shapes; take out <{node.tag.split("}")[1]}>')
    run(path, 'rsvg-convert', '-w', '64', '-h', '64',
        '-o', os.path.join(tree.BUILD_ROOT, 'tests', 'lint', 'icon.png'), path)


def check_icons():
    for path, size in ((f'{ICONS}/scalable/apps/{APPLICATION}.svg', 128),
                       (f'{ICONS}/symbolic/apps/{APPLICATION}-symbolic.svg', 16),
                       (f'{ICONS}/scalable/mimetypes/application-x-maquette+xml.svg', 128)):
        if not os.path.exists(os.path.join(tree.SOURCE_ROOT, path)):
            tree.fail(path, 1, 'is not there; the desktop looks for it under this name')
        else:
            check_icon(path, size)


check_desktop_entry()
check_metainfo()
check_schema()
check_xml_files()
check_examples()
check_mime_type()
check_icons()
for tool in sorted(missing_tools):
    print(f'not tried, {tool} is not installed')
tree.finish()
