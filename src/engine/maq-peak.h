/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

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
  /*
   * Without their sign, floats are in the order of their bits. Of integers, the
   * compiler finds the largest eight at a time.
   */
  gint32 bits[MAQ_QUANTUM];
  gint32 peaks[8] = { 0 };
  float peak;

  memcpy (bits, samples, sizeof bits);
  for (guint n = 0; n < MAQ_QUANTUM; n += 8)
    for (guint i = 0; i < 8; i++)
      {
        gint32 sample = bits[n + i] & G_MAXINT32;

        peaks[i] = sample > peaks[i] ? sample : peaks[i];
      }
  for (guint i = 1; i < 8; i++)
    peaks[0] = peaks[i] > peaks[0] ? peaks[i] : peaks[0];
  memcpy (&peak, peaks, sizeof peak);
  return peak;
}

/** maq_peak_is_zero: whether all of %MAQ_QUANTUM samples are zero */
static inline gboolean
maq_peak_is_zero (const float *samples)
{
  gint32 bits[MAQ_QUANTUM];
  gint32 any[8] = { 0 };

  memcpy (bits, samples, sizeof bits);
  for (guint n = 0; n < MAQ_QUANTUM; n += 8)
    for (guint i = 0; i < 8; i++)
      any[i] |= bits[n + i];
  for (guint i = 1; i < 8; i++)
    any[0] |= any[i];
  return (any[0] & G_MAXINT32) == 0;
}

G_END_DECLS
