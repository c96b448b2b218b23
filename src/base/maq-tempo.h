/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-tick.h"

G_BEGIN_DECLS

/** MAQ_TEMPO_STEP_TICKS: while the tempo changes, it holds for half a quarter note */
#define MAQ_TEMPO_STEP_TICKS 480

/**
 * MaqTempo:
 * @length_ticks: of the stretch of music that it holds for
 * @qpm: quarter notes per minute, above 0
 * @ramp_ticks: over the last so many ticks it changes step by step; 0 for never
 * @end_qpm: the tempo that it ends with, if it changes
 *
 * How the tempo goes. It changes in steps, so that every place in the music has one and
 * only one, and what is shown, heard and written to other files is the same. Passed by
 * value.
 */
typedef struct
{
  MaqTick length_ticks;
  double  qpm;
  MaqTick ramp_ticks;
  double  end_qpm;
} MaqTempo;

/**
 * maq_tempo_at:
 * @ticks: from the start
 * @until_ticks: (out) (optional): where the next tempo begins, or the stretch ends
 *
 * Returns: quarter notes per minute there
 */
double maq_tempo_at               (MaqTempo  self,
                                   double    ticks,
                                   double   *until_ticks);
/** maq_tempo_ticks_to_seconds: seconds from the start, at most up to the end */
double maq_tempo_ticks_to_seconds (MaqTempo  self,
                                   double    ticks);
/** maq_tempo_seconds_to_ticks: the other way round */
double maq_tempo_seconds_to_ticks (MaqTempo  self,
                                   double    seconds);

G_END_DECLS
