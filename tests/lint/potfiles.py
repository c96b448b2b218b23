# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with words for people is in po/POTFILES.in, and nothing else."""

import os
import re
import subprocess
import tempfile

import tree

CALL = re.compile(r'(?<![A-Za-z0-9_])(_|N_|C_|NC_|Q_|ngettext|g_dngettext|gettext|g_dgettext|'
                  r'g_dpgettext2?) ?\(')
FROM_DATA = ('.desktop.in', '.metainfo.xml.in', '.gschema.xml', '.mime.xml.in')
LISTED = 'po/POTFILES.in'
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3')
WHOLE = ('de',)
LEAST = 0.95


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


def run_gettext(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding='utf-8',
                          cwd=tree.SOURCE_ROOT, env={**os.environ, 'LC_ALL': 'C.UTF-8',
                                                     'LANGUAGE': '', 'GETTEXTDATADIRS': 'po'})


def extract(folder):
    """The words as they are in the sources now, where the tree is not written to."""
    template = os.path.join(folder, 'words.pot')
    done = run_gettext('xgettext', '--from-code=UTF-8', '--package-name=maquette',
                       *(f'--keyword={keyword}' for keyword in KEYWORDS),
                       '-f', LISTED, '-D', tree.SOURCE_ROOT, '-o', template)
    if done.returncode != 0:
        tree.fail(LISTED, 1, 'xgettext refuses a file of it:\n    ' + done.stderr)
    return template


def count(statistics, what):
    found = re.search(rf'(\d+) {what}', statistics)
    return int(found.group(1)) if found else 0


def check_language(language, template):
    words = f'po/{language}.po'
    done = run_gettext('msgfmt', '--check', '-o', os.devnull, words)
    if done.returncode != 0:
        tree.fail(words, 1, 'msgfmt refuses it:\n    ' + done.stderr)
        return
    merged = template + '.' + language
    run_gettext('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, words, template)
    said = run_gettext('msgfmt', '--statistics', '-o', os.devnull, merged).stderr
    left = count(said, 'fuzzy') + count(said, 'untranslated')
    n_words = left + count(said, 'translated')
    if left > (0 if language in WHOLE else (1 - LEAST) * n_words):
        tree.fail(words, 1, f'{left} of {n_words} words of the sources are not translated; '
                            'merge po/maquette.pot into it and translate them')


def check_languages():
    languages = [text for _, text in tree.lines('po/LINGUAS') if text and not text.startswith('#')]
    there = [os.path.basename(path)[:-3] for path in tree.files('.po', under='po')]
    for language in sorted(set(languages) ^ set(there)):
        tree.fail('po/LINGUAS', 1, f'{language} wants both a line here and a file po/{language}.po')
    with tempfile.TemporaryDirectory() as folder:
        template = extract(folder)
        for language in there:
            check_language(language, template)


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
