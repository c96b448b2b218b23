# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a program has done all that was asked of it, seen from outside.

Who asks over the accessibility bus is answered before the program has laid out or drawn what
an earlier key did: what is found then is where it was, not where it will be. A main thread that
sleeps, and that nothing wakes for a while, has nothing left to do; how busy the machine is does
not matter, for who waits for the processor does not sleep.
"""

import os
import time

UNDISTURBED = 0.03     # seconds; a picture comes every 17 ms as long as there are any
ENOUGH_SLEEPS = 12     # of one that is never left alone, as while it plays
ENOUGH_SECONDS = 0.4
OVER = -1


def read_sleep(pid):
    """How often the main thread of a process has gone to sleep: None while it is awake, and
    OVER when it has ended."""
    try:
        with open(f'/proc/{pid}/task/{pid}/status', encoding='utf-8') as status:
            lines = dict(line.split(':', 1) for line in status if ':' in line)
    except (OSError, ValueError):
        return OVER
    state = lines['State'].strip()[0]
    if state in 'ZX':
        return OVER
    return int(lines['voluntary_ctxt_switches']) if state == 'S' else None


def can_tell():
    return os.path.exists('/proc/self/task')


def wait_for_rest(program, server, seconds):
    """Waits until the program and the X server rest, or until the program, while it moves
    something all the time, has looked often enough at what it has to do. Whether they did."""
    begin = time.monotonic()
    if not can_tell():
        time.sleep(0.3)
        return True
    first = None
    while time.monotonic() < begin + seconds:
        before = [read_sleep(pid) for pid in (program, server) if pid]
        if OVER in before:
            return True
        if first is None:
            first = before[0]
        time.sleep(0.003 if None in before else UNDISTURBED)
        if None in before:
            continue
        after = [read_sleep(pid) for pid in (program, server) if pid]
        if before == after:
            return True
        if after[0] is not None and first is not None and after[0] - first > ENOUGH_SLEEPS and \
                time.monotonic() > begin + ENOUGH_SECONDS:
            return True
    return False


def find_child(parent, name):
    """The process of this name that another one has started, or None."""
    for entry in os.listdir('/proc') if can_tell() else ():
        try:
            with open(f'/proc/{entry}/stat', encoding='utf-8') as stat:
                words = stat.read()
        except OSError:
            continue
        if f'({name})' in words and words.rsplit(')', 1)[1].split()[1] == str(parent):
            return int(entry)
    return None
