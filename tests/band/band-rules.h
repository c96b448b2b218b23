/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-compiler.h"
#include "maq-form.h"

/*
 * The rules that the band keeps, written down so that wrong music fails.
 */

typedef enum
{
  RULE_NOTES,       /* every note is in the chord, an added tone, an approach or a passing note */
  RULE_HELD,        /* what is held when a chord comes belongs to it */
  RULE_ROOTS,       /* the bass states each chord */
  RULE_RANGE,       /* nothing outside the instrument's range */
  RULE_PART,        /* nothing outside the part */
  RULE_KEYS,        /* a key sounds once at a time */
  RULE_GRID,        /* sections begin on the grid */
  RULE_CLASH,       /* no minor seconds that the chord does not have */
  RULE_SILENCE,     /* who has a part is heard */
  RULE_REPEATS,     /* drums do not play a bar twice in a row from level 5 on */
  RULE_DENSITY,     /* a higher level has more notes */
  RULE_ADDS,        /* a higher level has all that the one below has */
  N_RULES
} Rule;

typedef struct _RuleContext RuleContext;

/* RuleReport: what is done about a broken rule, at @ticks of the section */
typedef void (*RuleReport) (const RuleContext *context,
                            Rule               rule,
                            MaqTick            ticks,
                            const char        *what);

/*
 * RuleContext: one part of a performance; the first four are given, the rest is found.
 * A bar that is less than one of @own_meter may have lost what tells it from the one before.
 */
struct _RuleContext
{
  MaqPerformance *performance;
  RuleReport      report;
  gpointer        user_data;
  MaqMeter        own_meter;

  MaqArrangement *arrangement;
  MaqForm        *form;
  guint           section;
  guint           lane;
  MaqRole         role;
  MaqPart        *part;         /* NULL if the layer is out */
  double          lag_ms;       /* of the layer */
  MaqChordSpan   *chords;
  guint           n_chords;
  const MaqNote  *notes;
  guint           n_notes;
  MaqTick         from_ticks;   /* where the part begins, */
  MaqTick         to_ticks;     /* and where it ends, in ticks of the section */
};

/* RuleCheck: looks at one part, and reports what is wrong with it */
typedef void (*RuleCheck) (const RuleContext *context);

/* Calls @check for each layer in each section. */
void        rules_visit          (RuleContext       *context,
                                  MaqSong           *song,
                                  RuleCheck          check);
/* Reports, with the words of the chord that sounds there. */
void        rules_report         (const RuleContext *context,
                                  Rule               rule,
                                  MaqTick            ticks,
                                  const char        *format,
                                  ...) G_GNUC_PRINTF (4, 5);
/* Notes by themselves: harmony, range, length. */
void        rules_check_part     (const RuleContext *context);
/* What is held by several layers at a time; looks at the whole section with its first layer. */
void        rules_check_clash    (const RuleContext *context);
/* Silences within the part, and bars of the drums that come twice. */
void        rules_check_flow     (const RuleContext *context);

/* The chords of a section as they are heard: changes alone, and those that are pushed early. */
MaqChordSpan *rules_dup_chords   (MaqForm           *form,
                                  guint              section,
                                  guint             *n_chords);

/* Harmony, for rules_check_part() */
guint       rules_chord_at       (const RuleContext *context,
                                  MaqTick            ticks);
/* Whether a chord has a key, or room for it as an added tone. */
gboolean    rules_chord_takes    (const RuleContext *context,
                                  MaqChord          *chord,
                                  int                key);
void        rules_check_harmony  (const RuleContext *context,
                                  guint              index);
void        rules_check_roots    (const RuleContext *context);
MaqTick     rules_beat_ticks     (const RuleContext *context,
                                  MaqTick            ticks);

/* Fails the test at what is wrong with the notes of a performance. */
void        rules_check          (MaqSong           *song,
                                  MaqPerformance    *performance);
