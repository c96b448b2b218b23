/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-scene-private.h"

G_BEGIN_DECLS

#define MAQ_VOICING_MAX 6

/* MaqVoicing: a chord as a hand or a section of players has it */
typedef struct
{
  guint8 n;
  guint8 keys[MAQ_VOICING_MAX];    /* rising */
  guint8 ranks[MAQ_VOICING_MAX];   /* which is left out first: the highest rank */
} MaqVoicing;

/* MaqVoicingRange: where a role puts its chords */
typedef struct
{
  guint8   low_key;
  guint8   high_key;
  guint8   centre_key;
  gboolean is_open;      /* the second voice from the top an octave lower */
} MaqVoicingRange;

/*
 * maq_voicing_fit: four notes of a chord, as near as can be to @before
 * (NULL: to the centre of the range)
 */
MaqVoicing maq_voicing_fit     (const MaqSceneChord   *chord,
                                const MaqVoicingRange *range,
                                const MaqVoicing      *before);
/* maq_voicing_finger: the chord on a guitar in standard tuning, low E first */
MaqVoicing maq_voicing_finger  (const MaqSceneChord   *chord,
                                const MaqVoicing      *before);
/* maq_voicing_thinned: the @n notes that say most */
MaqVoicing maq_voicing_thinned (const MaqVoicing      *self,
                                guint                  n);
/* maq_voicing_moved: @octaves higher, folded back into the range */
MaqVoicing maq_voicing_moved   (const MaqVoicing      *self,
                                int                    octaves,
                                guint8                 low_key,
                                guint8                 high_key);

G_END_DECLS
