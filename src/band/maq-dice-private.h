/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-hash.h"

G_BEGIN_DECLS

/*
 * Seeded choices. A number depends on what it was mixed from and on nothing
 * else, so that no choice disturbs another one.
 */

static inline guint64
maq_dice_mix (guint64 seed,
              guint64 salt)
{
  return maq_hash_mix (seed + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) * salt);
}

/* maq_dice_unit: 0.0 up to, not including, 1.0 */
static inline double
maq_dice_unit (guint64 seed,
               guint64 salt)
{
  return (double) (maq_dice_mix (seed, salt) >> 11) * (1.0 / 9007199254740992.0);
}

/* maq_dice_below: 0 up to, not including, @n */
static inline guint
maq_dice_below (guint64 seed,
                guint64 salt,
                guint   n)
{
  return (guint) (maq_dice_mix (seed, salt) % n);
}

/* maq_dice_bell: roughly normal, standard deviation 1, never beyond 3: four throws of one mix */
static inline double
maq_dice_bell (guint64 seed,
               guint64 salt)
{
  guint64 bits = maq_dice_mix (seed, salt);
  guint sum = 0;

  for (guint i = 0; i < 4; i++, bits >>= 16)
    sum += bits & 0xffff;
  return CLAMP (((double) sum / 65536.0 - 2.0) * 1.7320508, -3.0, 3.0);
}

static inline guint64
maq_dice_text (guint64     seed,
               const char *text)
{
  for (; *text != '\0'; text++)
    seed = maq_dice_mix (seed, (guchar) *text);
  return seed;
}

G_END_DECLS
