/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export-test.h"
#include "maq-export-sound.h"

G_BEGIN_DECLS

/* A song in which everything changes that a click has to follow, and its sound. */

typedef struct
{
  MaqFrame         frame;
  MaqClickStrength strength;
  gboolean         is_count;
} SoundBeat;

/** sound_test_song: 7/8, then 4/4 at another tempo that slows down, 9/8 in 2 + 2 + 2 + 3, 6/8 with
 * an odd bar of 5/8; @gain_db: of its layers */
MaqHandoff *sound_test_song  (double                     gain_db) G_GNUC_WARN_UNUSED_RESULT;
/** sound_test_beats: (element-type SoundBeat): where its clicks are by the book */
GArray     *sound_test_beats (MaqHandoff                *handoff,
                              const MaqSoundPlanOptions *options) G_GNUC_WARN_UNUSED_RESULT;
/** sound_test_lead: frames of its count-in by the book: bars of 7/8 */
MaqFrame    sound_test_lead  (const MaqSoundPlanOptions *options);

G_END_DECLS
