# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each header compiles alone, with its floor's include path and flags."""

import concurrent.futures
import hashlib
import os
import subprocess

import tree

STAMPS = os.path.join(tree.BUILD_ROOT, 'tests', 'lint', 'headers')
NOT_FOR_HEADERS = ('-c', '-MD', '-MMD', '-O2', '-O3', '-g', 'ccache')


def floor_flags():
    """The compiler call of each floor, without what names one source."""
    flags = {}
    for source, folder, arguments in tree.compile_commands():
        floor = tree.floor_of(source)
        if not floor or floor in flags or not source.endswith('.c'):
            continue
        kept, take_next = [], False
        for argument in arguments:
            if take_next:
                take_next = False
            elif argument in ('-o', '-MQ', '-MF', '-MT'):
                take_next = True
            elif argument not in NOT_FOR_HEADERS and not argument.endswith('.c'):
                kept.append(argument)
        flags[floor] = (folder, kept)
    return flags


def own_headers():
    """Our headers by name; no two have the same, the floors lint sees to that."""
    return {os.path.basename(path): path for path in tree.files('.h', under='src')}


def with_included(path, own, seen):
    """@path and all of our headers that it brings along."""
    if path not in seen:
        seen.add(path)
        for _, name, is_ours in tree.includes(path):
            if is_ours and name in own:
                with_included(own[name], own, seen)
    return seen


def stamp_of(path, arguments, own):
    """What changes when @path has to be compiled again."""
    digest = hashlib.sha256(' '.join(arguments).encode())
    for part in sorted(with_included(path, own, set())):
        with open(os.path.join(tree.SOURCE_ROOT, part), 'rb') as stream:
            digest.update(part.encode() + b'\0' + stream.read())
    return digest.hexdigest()


def compile_alone(job):
    path, folder, arguments, stamp = job
    stamp_path = os.path.join(STAMPS, os.path.basename(path) + '.ok')
    if os.path.exists(stamp_path) and open(stamp_path, encoding='utf-8').read() == stamp:
        return path, ''
    done = subprocess.run(arguments + ['-O0', '-fdiagnostics-color=never', '-fsyntax-only',
                                       '-x', 'c', '-'],
                          input=f'#include "{os.path.basename(path)}"\n', cwd=folder,
                          capture_output=True, text=True, check=False)
    if done.returncode == 0:
        with open(stamp_path, 'w', encoding='utf-8') as stream:
            stream.write(stamp)
        return path, ''
    return path, done.stderr or f'the compiler ended with {done.returncode}'


def main():
    flags = floor_flags()
    own = own_headers()
    os.makedirs(STAMPS, exist_ok=True)
    jobs = []
    for path in sorted(own.values()):
        if tree.floor_of(path) in flags:
            folder, arguments = flags[tree.floor_of(path)]
            jobs.append((path, folder, arguments, stamp_of(path, arguments, own)))
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for path, errors in pool.map(compile_alone, jobs):
            if errors:
                first = next((line for line in errors.splitlines() if 'error:' in line), errors)
                tree.fail(path, 1, 'does not compile alone; include what it needs: '
                          + first.split('error: ')[-1])
    print(f'{len(jobs)} headers compiled alone')
    tree.finish()


main()
