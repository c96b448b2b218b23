/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-blend.h"

#include <math.h>

/* From nothing to everything, at the soonest. */
#define GLIDE_SECONDS 0.010

/* After so long a rest nothing is left that could click. */
#define REST_SECONDS 2.0

void
maq_blender_init (MaqBlender *self,
                  int         rate_hz)
{
  double quanta = MAX (round (GLIDE_SECONDS * rate_hz / MAQ_QUANTUM), 1.0);

  *self = (MaqBlender) { .max_step = (float) (1.0 / quanta) };
  self->glide_seconds = quanta * MAQ_QUANTUM / rate_hz;
  self->n_rest_max = (guint) (REST_SECONDS * rate_hz / MAQ_QUANTUM);
  self->n_rest = self->n_rest_max;
  for (guint i = 0; i < 2; i++)
    {
      self->blend.front[i] = self->blend.others[i] = 1.0f;
      self->blend.rooms[MAQ_ROOM_LIVE][i] = 1.0f;
    }
}

static double
from_db (double db)
{
  return db != 0.0 ? pow (10.0, db / 20.0) : 1.0;
}

/* All are back a moment before the cut ends, so that the next downbeat is whole. */
static double
gain_at (MaqBlender    *self,
         const MaqSpan *span,
         double         ticks)
{
  double length = (double) span->length_ticks;
  double left = MAX (length - ticks, 0.0);
  double gain = from_db (span->gain_db + (span->end_gain_db - span->gain_db) * ticks / length);

  if (span->cut_ticks > 0 && left <= (double) span->cut_ticks)
    {
      double tempo_qpm = maq_span_get_tempo (span, ticks, NULL);

      if (left > maq_seconds_to_ticks (self->glide_seconds, tempo_qpm))
        return 0.0;
    }
  if (left < (double) span->fade_ticks)
    gain *= left * left / ((double) span->fade_ticks * (double) span->fade_ticks);
  return gain;
}

static void
go (MaqBlender *self,
    float       pair[2],
    double      aim,
    gboolean    at_once)
{
  float way = (float) aim - pair[1];

  pair[0] = at_once ? (float) aim : pair[1];
  pair[1] = at_once || fabsf (way) <= self->max_step ? (float) aim
                                                     : pair[1] + copysignf (self->max_step, way);
}

static void
stay (float pair[2])
{
  pair[0] = pair[1];
}

void
maq_blender_run (MaqBlender    *self,
                 const MaqSpan *span,
                 double         ticks,
                 gboolean       playing)
{
  gboolean at_once = self->n_rest >= self->n_rest_max;
  double gain;

  if (span == NULL || !playing)
    {
      stay (self->blend.front);
      stay (self->blend.others);
      for (guint i = 0; i < MAQ_N_ROOM_KINDS; i++)
        stay (self->blend.rooms[i]);
      self->n_rest = MIN (self->n_rest + 1, self->n_rest_max);
      return;
    }
  self->n_rest = 0;
  gain = gain_at (self, span, ticks);
  go (self, self->blend.front, gain, at_once);
  go (self, self->blend.others, gain * from_db (span->duck_db), at_once);
  for (guint i = 0; i < MAQ_N_ROOM_KINDS; i++)
    go (self, self->blend.rooms[i], i == span->room, at_once);
}
