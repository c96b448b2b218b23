# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with words for people is in po/POTFILES.in, and nothing else."""

import os
import re
import subprocess

import tree

CALL = re.compile(r'(?<![A-Za-z0-9_])(_|N_|C_|NC_|Q_|ngettext|g_dngettext|gettext|g_dgettext|'
                  r'g_dpgettext2?) ?\(')
FROM_DATA = ('.desktop.in', '.metainfo.xml.in', '.gschema.xml', '.mime.xml.in')
LISTED = 'po/POTFILES.in'


def has_words(path):
    text = '\n'.join(line for _, line in tree.lines(path))
    if path.endswith(('.ui', '.blp')):
        return 'translatable="' in text
    if path.endswith(('.c', '.h')):
        text = re.sub(r'/\*.*?\*/', '', text, flags=re.S)
        text = re.sub(r'^\s*#\s*define.*$', '', text, flags=re.M)
        return bool(CALL.search(text))
    return path.endswith(FROM_DATA) or path.startswith(('data/styles/', 'data/templates/')) and \
        path.endswith(('.xml', '.maquette'))


def check_whole(path):
    """Formats of GLib cut a text in two for xgettext, which knows those of C."""
    numbered = tree.lines(path)
    for number, text in numbered:
        if re.search(r'ngettext \((GETTEXT_PACKAGE, )?[a-z]', text):
            tree.fail(path, number, 'write both words into the call, else they get no plurals')
        if re.search(r'%" G_G\w+_(FORMAT|MODIFIER)', text):
            before = '\n'.join(line for _, line in numbered[max(0, number - 3):number])
            if re.search(r'\b[NC]?_ ?\([^;]*$', before) or 'ngettext' in before:
                tree.fail(path, number, 'translators would see half of this; use %zu or PRIu64')


def check_languages():
    languages = [text for _, text in tree.lines('po/LINGUAS') if text and not text.startswith('#')]
    there = [os.path.basename(path)[:-3] for path in tree.files('.po', under='po')]
    for language in sorted(set(languages) ^ set(there)):
        tree.fail('po/LINGUAS', 1, f'{language} wants both a line here and a file po/{language}.po')
    for language in there:
        path = os.path.join(tree.SOURCE_ROOT, 'po', language + '.po')
        done = subprocess.run(['msgfmt', '--check', '-o', os.devnull, path],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            tree.fail(f'po/{language}.po', 1, 'msgfmt refuses it:\n    ' + done.stderr)


def main():
    listed = {}
    for number, text in tree.lines(LISTED):
        text = text.strip()
        if text and not text.startswith('#'):
            if text in listed:
                tree.fail(LISTED, number, f'{text} stands here twice; take one out')
            listed[text] = number
    wordy = {path for folder in ('src', 'data') for path in tree.files(under=folder)
             if has_words(path)}
    for path in sorted(wordy - set(listed)):
        tree.fail(LISTED, 1, f'add {path}, it has words to translate')
    for path in sorted(set(listed) - wordy):
        tree.fail(LISTED, listed[path], f'take {path} out, it has no words to translate or is gone')
    for path in tree.files('.c', '.h', under='src'):
        check_whole(path)
    check_languages()
    tree.finish()


main()
