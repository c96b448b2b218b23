/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-tap-tempo.h"

#include <string.h>

#define PAUSE_US (2 * G_USEC_PER_SEC)
#define MIN_TAPS 4

static int
compare_intervals (gconstpointer a,
                   gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *other = b;

  return (*one > *other) - (*one < *other);
}

double
maq_tap_tempo_tap (MaqTapTempo *self,
                   gint64       now_us)
{
  gint64 intervals[MAQ_TAP_TEMPO_MAX_TAPS];
  guint n_intervals;

  if (self->n_taps > 0 && now_us - self->taps_us[self->n_taps - 1] > PAUSE_US)
    self->n_taps = 0;
  if (self->n_taps == MAQ_TAP_TEMPO_MAX_TAPS)
    {
      memmove (self->taps_us, self->taps_us + 1, sizeof (gint64) * (MAQ_TAP_TEMPO_MAX_TAPS - 1));
      self->n_taps--;
    }
  self->taps_us[self->n_taps++] = now_us;
  if (self->n_taps < MIN_TAPS)
    return 0.0;

  n_intervals = self->n_taps - 1;
  for (guint i = 0; i < n_intervals; i++)
    intervals[i] = self->taps_us[i + 1] - self->taps_us[i];
  qsort (intervals, n_intervals, sizeof (gint64), compare_intervals);

  return 60e6 / (double) MAX (intervals[n_intervals / 2], 1);
}
