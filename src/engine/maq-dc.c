/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-dc.h"

#include <math.h>

#define CORNER_HZ 20.0

void
maq_dc_init (MaqDc *self,
             int    rate_hz)
{
  *self = (MaqDc) { .share = 1.0 - exp (-2.0 * G_PI * CORNER_HZ / rate_hz) };
}

/* The mean is kept in double, so that its rounding stays far below a sample's. */
static double
run_side (double  share,
          double  mean,
          float  *samples)
{
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      mean += share * (samples[n] - mean);
      samples[n] = (float) (samples[n] - mean);
    }
  return mean;
}

void
maq_dc_run (MaqDc *self,
            float *left,
            float *right)
{
  self->mean[0] = run_side (self->share, self->mean[0], left);
  self->mean[1] = run_side (self->share, self->mean[1], right);
}
