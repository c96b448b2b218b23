/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-move.h"

G_BEGIN_DECLS

/*
 * "As demoed" of the example song, where Chorus 2 and 3 follow Chorus 1 and
 * Verse 2 follows Verse 1, for tests that do moves on it. Names of sections and
 * layers must be there.
 */

/* what lanterns_run() has loaded */
extern MaqProject *song;

typedef struct
{
  const char *path;
  void      (*test) (void);
} LanternsTest;

/* what main() returns: loads the song and does the tests */
int         lanterns_run   (int                 argc,
                            char              **argv,
                            const LanternsTest *tests,
                            guint               n_tests);

/* index of the section of this name */
int         section_at     (MaqProject   *root,
                            const char   *name);
MaqSection *get_section    (MaqProject   *root,
                            const char   *name);
MaqSection *get_resolved   (MaqProject   *root,
                            const char   *name);
int         get_level      (MaqProject   *root,
                            const char   *section_name,
                            const char   *layer_name);
/* ids of what the song calls so */
MaqId       section        (const char   *name);
MaqId       layer          (const char   *name);

/* These do @move, which they take over; it must not be refused. */
MaqProject *apply_to       (MaqProject   *root,
                            MaqMove      *move);
MaqProject *apply          (MaqMove      *move);
void        assert_same    (MaqMove      *move);
void        assert_label   (MaqMove      *move,
                            const char   *expected);
/* this one must, with @words in its sentence */
void        assert_refused (MaqMove      *move,
                            MaqMoveError  code,
                            const char   *words);

G_END_DECLS
