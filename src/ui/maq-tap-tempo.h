/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MAQ_TAP_TEMPO_MAX_TAPS 8

/** MaqTapTempo: taps in time with the music, and the tempo they make; starts as zeros */
typedef struct
{
  gint64 taps_us[MAQ_TAP_TEMPO_MAX_TAPS];
  guint  n_taps;
} MaqTapTempo;

/**
 * maq_tap_tempo_tap:
 * @now_us: when the tap came, microseconds of any clock that does not jump
 *
 * Takes a tap. After two seconds without one a new count begins.
 *
 * Returns: beats per minute, the median of the last intervals; 0 until there
 *   are four taps
 */
double maq_tap_tempo_tap (MaqTapTempo *self,
                          gint64       now_us);

G_END_DECLS
