/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/**
 * MAQ_RT:
 *
 * Marks a function that may run in the realtime thread: written after the
 * parameter list of its declaration.
 *
 * ```c
 * void maq_engine_run (MaqEngine *self, guint n_frames) MAQ_RT;
 * ```
 *
 * Such a function, and everything it calls, holds to these rules:
 *
 * - it allocates and frees no memory: no `g_new`, no reference that could be
 *   the last one, no string that is built;
 * - it takes no lock and waits for nobody: no mutex, condition, once-block or
 *   thread-local that is made on first use; what other threads say comes
 *   through a #MaqRing or a #MaqMailbox;
 * - it makes no system call: no file, no clock that isn't handed to it, no
 *   log, not even a warning; it counts, and another thread tells;
 * - it takes a time that is bounded by its arguments: no retry loop, no search
 *   that grows with the song.
 *
 * Clang from version 20 on checks this at compile time; a test that catches
 * memory and lock calls at run time checks it with every compiler.
 */
#if defined (__clang__) && __clang_major__ >= 20
#define MAQ_RT __attribute__ ((nonblocking))
#else
#define MAQ_RT
#endif
