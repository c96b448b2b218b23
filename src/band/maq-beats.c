/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-beats-private.h"

/* Twos and threes, as such bars are usually counted. */
static guint
count_threes (guint    units,
              gboolean is_additive)
{
  if (units % 3 == 0 && !(is_additive && units == 9))
    return units / 3;
  return units == 8 ? 2 : units % 2;
}

static void
split_small_units (MaqMeter  meter,
                   gboolean  is_additive,
                   MaqBeats *beats)
{
  MaqTick unit = MAQ_TICKS_PER_WHOLE / meter.unit;
  guint threes = count_threes (meter.beats, is_additive);
  guint twos = meter.beats > 1 ? (meter.beats - 3 * threes) / 2 : 0;
  gboolean threes_first = meter.beats == 5 || meter.beats == 8;

  if (meter.beats < 2)
    {
      beats->n = 1;
      beats->starts[1] = meter.beats * unit;
      return;
    }
  beats->n = threes + twos;
  beats->is_uneven = threes > 0 && twos > 0;
  for (guint i = 0; i < beats->n; i++)
    {
      gboolean is_three = threes_first ? i < threes : i >= twos;

      beats->starts[i + 1] = beats->starts[i] + (is_three ? 3 : 2) * unit;
    }
}

void
maq_beats_split (MaqMeter  meter,
                 gboolean  is_additive,
                 MaqBeats *beats)
{
  beats->is_uneven = FALSE;
  beats->starts[0] = 0;
  if (meter.unit >= 8)
    {
      split_small_units (meter, is_additive, beats);
      return;
    }
  beats->n = MIN (meter.beats * 4u / meter.unit, MAQ_BEATS_MAX);
  for (guint i = 0; i <= beats->n; i++)
    beats->starts[i] = (MaqTick) i * MAQ_TICKS_PER_QUARTER;
}

guint
maq_beats_find (const MaqBeats *self,
                MaqTick         ticks)
{
  guint beat = 0;

  while (beat + 1 < self->n && self->starts[beat + 1] <= ticks)
    beat++;
  return beat;
}
