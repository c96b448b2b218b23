/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "band-fixture.h"
#include "band-rules.h"

/*
 * Every style plays charts at every level. The outside material gives the
 * charts of real songs; a few of our own are there in any case.
 *
 * In the environment, PROOF_STYLE names the one style to look at.
 */

/* ProofTake: a chart as a style plays it, everybody at one level */
typedef struct
{
  MaqStyle       *style;
  const char     *chart;
  int             level;
  MaqSong        *song;
  MaqPerformance *performance;
} ProofTake;

/* ProofFunc: looks at a take; @below is the same at the level below, NULL at the first */
typedef void (*ProofFunc)  (const ProofTake *take,
                            const ProofTake *below);

void     proof_init        (MaqStyleLibrary *styles);
void     proof_clear       (void);
/* Whether a style is one of those to look at. */
gboolean proof_wants_style (MaqStyle        *style);
/* The song with a layer for each role, all at @level, in a style; the transition if it is set. */
MaqSong *proof_arrange     (MaqSong         *song,
                            const char      *style,
                            int              level);
/* Calls @func for each take, in the quick mode of the tests for a sample of them. */
void     proof_run         (ProofFunc        func);
/* Keeps what is wrong until proof_settle(). */
void     proof_complain    (const ProofTake *take,
                            Rule             rule,
                            MaqRole          role,
                            const char      *what);
/* Fails the test if there are complaints by this rule, and says the first of each kind. */
void     proof_settle      (Rule             rule);
