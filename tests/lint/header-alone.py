# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each header compiles alone, with its floor's include path and flags."""

import concurrent.futures
import os
import subprocess

import tree


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
            elif argument not in ('-c', '-MD', '-MMD') and not argument.endswith('.c'):
                kept.append(argument)
        flags[floor] = (folder, kept)
    return flags


def compile_alone(job):
    path, folder, arguments = job
    name = os.path.basename(path)
    stub = os.path.join(tree.BUILD_ROOT, 'tests', 'lint', 'headers', tree.floor_of(path),
                        name[:-2] + '.c')
    os.makedirs(os.path.dirname(stub), exist_ok=True)
    text = f'#include "{name}"\n'
    if not os.path.exists(stub) or open(stub, encoding='utf-8').read() != text:
        with open(stub, 'w', encoding='utf-8') as stream:
            stream.write(text)
    stub = os.path.relpath(stub, folder)
    command = arguments + ['-fdiagnostics-color=never', '-c', stub, '-o', stub + '.o']
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return path, done.returncode, done.stderr


def main():
    flags = floor_flags()
    jobs = [(path, *flags[tree.floor_of(path)])
            for path in tree.files('.h', under='src') if tree.floor_of(path) in flags]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for path, status, errors in pool.map(compile_alone, jobs):
            if status != 0:
                first = next((line for line in errors.splitlines() if 'error:' in line), errors)
                tree.fail(path, 1, 'does not compile alone; include what it needs: '
                          + first.split('error: ')[-1])
    print(f'{len(jobs)} headers compiled alone')
    tree.finish()


main()
