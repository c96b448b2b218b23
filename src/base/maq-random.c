/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-random.h"

#include "maq-hash.h"

static guint64
splitmix (guint64 *state)
{
  guint64 bits = maq_hash_mix (*state);

  *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return bits;
}

static guint64
rotated (guint64 bits,
         int     n)
{
  return bits << n | bits >> (64 - n);
}

/* Each of the three is stirred in before the next comes, so that neither their
 * sum nor their order can make two streams the same. */
MaqRandom
maq_random_new (guint64 seed,
                guint64 a,
                guint64 b)
{
  MaqRandom self;
  guint64 state = seed;

  state = splitmix (&state) ^ a;
  state = splitmix (&state) ^ b;
  for (int i = 0; i < 4; i++)
    self.state[i] = splitmix (&state);
  return self;
}

guint64
maq_random_next (MaqRandom *self)
{
  guint64 *s = self->state;
  guint64 result = rotated (s[1] * 5, 7) * 9;
  guint64 shifted = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotated (s[3], 45);
  return result;
}

double
maq_random_uniform (MaqRandom *self)
{
  return (double) (maq_random_next (self) >> 11) * 0x1.0p-53;
}

int
maq_random_int (MaqRandom *self,
                int        min,
                int        max)
{
  guint64 range;
  guint64 unfair;
  guint64 bits;

  g_return_val_if_fail (min <= max, min);

  range = (guint64) ((gint64) max - min) + 1;
  /* What would make the small numbers likelier is drawn again. */
  unfair = (G_MAXUINT64 - range + 1) % range;
  do
    bits = maq_random_next (self);
  while (bits < unfair);
  return (int) ((gint64) min + (gint64) (bits % range));
}

gboolean
maq_random_chance (MaqRandom *self,
                   double     probability)
{
  return maq_random_uniform (self) < probability;
}

/* Summed as whole numbers: the order of rounding cannot differ. */
double
maq_random_gaussian (MaqRandom *self,
                     double     deviation,
                     double     limit)
{
  gint64 sum = 0;
  double value;

  for (int i = 0; i < 12; i++)
    sum += (gint64) (maq_random_next (self) >> 32);
  sum -= 6 * ((gint64) G_MAXUINT32 + 1);

  value = deviation * ((double) sum * 0x1.0p-32);
  return CLAMP (value, -limit, limit);
}

guint
maq_random_choice (MaqRandom    *self,
                   const double *weights,
                   guint         n_weights)
{
  double total = 0.0;
  double reached = 0.0;
  double point;
  guint last = 0;

  g_return_val_if_fail (n_weights > 0, 0);

  for (guint i = 0; i < n_weights; i++)
    total += weights[i];
  point = maq_random_uniform (self) * total;

  for (guint i = 0; i < n_weights; i++)
    {
      if (weights[i] <= 0.0)
        continue;
      last = i;
      reached += weights[i];
      if (point < reached)
        break;
    }
  return last;
}
