# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with words for people is in po/POTFILES.in, and nothing else."""

import re

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
    return path.endswith(FROM_DATA)


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
    tree.finish(lenient=True)


main()
