/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-tick.h"

G_BEGIN_DECLS

/**
 * MaqTransportState:
 * @ticks: from the start of the song, with fraction
 * @span_id: the section that is playing, 0 in an empty song
 * @span_ticks: from the start of that section, with fraction
 * @tempo_qpm: quarter notes per minute there
 * @playing: whether the song moves on; also while counting in
 * @counting_in: whether the clicks before the start are heard
 * @count_in_beat: which click of the count-in, from 1; 0 if there is none
 *
 * Where the music is.
 */
typedef struct
{
  double   ticks;
  guint64  span_id;
  double   span_ticks;
  double   tempo_qpm;
  gboolean playing;
  gboolean counting_in;
  guint    count_in_beat;
} MaqTransportState;

G_END_DECLS
