/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "maq-loudness.h"

G_BEGIN_DECLS

/** maq_power_to_db: a power of 1.0 is 0 dB, none at all %MAQ_LOUDNESS_SILENCE */
static inline double
maq_power_to_db (double power)
{
  return power > 0.0 ? 10.0 * log10 (power) : MAQ_LOUDNESS_SILENCE;
}

/** maq_power_from_db: the other way round */
static inline double
maq_power_from_db (double db)
{
  return maq_loudness_is_silence (db) ? 0.0 : pow (10.0, db / 10.0);
}

G_END_DECLS
