/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqTick: a musical time or duration, in ticks; see %MAQ_TICKS_PER_QUARTER */
typedef gint64 MaqTick;

/** MaqFrame: a time or duration in audio frames: one sample of each channel */
typedef gint64 MaqFrame;

/** MAQ_TICKS_PER_QUARTER: ticks in a quarter note */
#define MAQ_TICKS_PER_QUARTER 960

/** MAQ_TICKS_PER_WHOLE: ticks in a whole note */
#define MAQ_TICKS_PER_WHOLE (4 * MAQ_TICKS_PER_QUARTER)

/**
 * maq_ticks_to_seconds:
 * @ticks: a duration in ticks, negative allowed
 * @tempo_qpm: quarter notes per minute, above 0
 *
 * Returns: the duration in seconds
 */
static inline double
maq_ticks_to_seconds (double ticks,
                      double tempo_qpm)
{
  return ticks * 60.0 / (tempo_qpm * MAQ_TICKS_PER_QUARTER);
}

/**
 * maq_seconds_to_ticks:
 * @seconds: a duration in seconds, negative allowed
 * @tempo_qpm: quarter notes per minute, above 0
 *
 * Returns: the duration in ticks, not rounded
 */
static inline double
maq_seconds_to_ticks (double seconds,
                      double tempo_qpm)
{
  return seconds * tempo_qpm * MAQ_TICKS_PER_QUARTER / 60.0;
}

G_END_DECLS
