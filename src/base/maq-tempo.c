/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-tempo.h"

#include <math.h>

/* Steps are counted from the end; the first may be shorter. */
double
maq_tempo_at (MaqTempo  self,
              double    ticks,
              double   *until_ticks)
{
  double length = (double) self.length_ticks;
  double left = length - ticks;
  double n_steps = ceil ((double) self.ramp_ticks / MAQ_TEMPO_STEP_TICKS);
  double n_left;

  if (left > (double) self.ramp_ticks || self.ramp_ticks <= 0)
    {
      if (until_ticks != NULL)
        *until_ticks = length - (double) self.ramp_ticks;
      return self.qpm;
    }
  n_left = MAX (ceil (left / MAQ_TEMPO_STEP_TICKS) - 1.0, 0.0);
  if (until_ticks != NULL)
    *until_ticks = length - n_left * MAQ_TEMPO_STEP_TICKS;
  return self.qpm + (self.end_qpm - self.qpm) * (n_steps - n_left) / n_steps;
}

double
maq_tempo_ticks_to_seconds (MaqTempo self,
                            double   ticks)
{
  double end = MIN (ticks, (double) self.length_ticks);
  double seconds = 0.0;

  for (double at = 0.0, until = 0.0; at < end; at = until)
    {
      double qpm = maq_tempo_at (self, at, &until);

      seconds += maq_ticks_to_seconds (MIN (until, end) - at, qpm);
    }
  return seconds;
}

double
maq_tempo_seconds_to_ticks (MaqTempo self,
                            double   seconds)
{
  double length = (double) self.length_ticks;

  for (double at = 0.0, until = 0.0; at < length; at = until)
    {
      double qpm = maq_tempo_at (self, at, &until);
      double step_seconds = maq_ticks_to_seconds (until - at, qpm);

      if (seconds < step_seconds)
        return at + maq_seconds_to_ticks (seconds, qpm);
      seconds -= step_seconds;
    }
  return length;
}
