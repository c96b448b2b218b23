/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-compiler.h"
#include "maq-form.h"

/*
 * The rules that every note of the band keeps, written down so that wrong music
 * fails. rules_check() goes through a whole performance.
 */

typedef struct
{
  MaqForm        *form;
  MaqPerformance *performance;
  guint           section;
  MaqChordSpan   *chords;
  guint           n_chords;
  MaqRole         role;
  double          lag_ms;       /* of the layer */
} RuleContext;

/* Whether a note may sound there: a tone of the chord, an approach or a passing note. */
gboolean rules_allow_note  (const RuleContext *context,
                            const MaqNote     *note,
                            const MaqNote     *before);
/* Fails the test at the first note of the performance that breaks a rule. */
void     rules_check       (MaqSong           *song,
                            MaqPerformance    *performance);
