/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <math.h>

#include "maq-quantum.h"

G_BEGIN_DECLS

/**
 * maq_peak_of_quantum:
 *
 * Returns: the highest sample, by magnitude, of %MAQ_QUANTUM
 */
static inline float
maq_peak_of_quantum (const float *samples)
{
  /* Eight at a time, each for itself: what a compiler can do in one go. */
  float peaks[8] = { 0.0f };
  float peak = 0.0f;

  for (guint n = 0; n < MAQ_QUANTUM; n += 8)
    for (guint i = 0; i < 8; i++)
      {
        float sample = fabsf (samples[n + i]);

        peaks[i] = sample > peaks[i] ? sample : peaks[i];
      }
  for (guint i = 0; i < 8; i++)
    peak = peaks[i] > peak ? peaks[i] : peak;
  return peak;
}

G_END_DECLS
