/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqRandom:
 *
 * A stream of random numbers, kept by value and never shared.
 *
 * The same seed gives the same numbers on every machine: only whole numbers
 * and single floating-point operations are used, and nothing of the C
 * library. The generator is xoshiro256** 1.0 by David Blackman and Sebastiano
 * Vigna ("Scrambled linear pseudorandom number generators", 2021), its state
 * filled by splitmix64 (Steele, Lea, Flood: "Fast splittable pseudorandom
 * number generators", 2014). Not for secrets.
 */
typedef struct
{
  /*< private >*/
  guint64 state[4];
} MaqRandom;

/**
 * maq_random_new:
 * @seed: such as the song's seed
 * @a: what the stream is for, such as the id of a section
 * @b: the same, such as the id of a layer
 *
 * Streams that differ in any of the three have nothing to do with each other,
 * so what one part draws changes nothing for another.
 */
MaqRandom maq_random_new      (guint64    seed,
                               guint64    a,
                               guint64    b);

/** maq_random_next: 64 random bits */
guint64   maq_random_next     (MaqRandom *self);
/** maq_random_uniform: a number from 0 to below 1, in steps of 2^-53 */
double    maq_random_uniform  (MaqRandom *self);
/** maq_random_int: a whole number from @min to @max, both included, all equally likely */
int       maq_random_int      (MaqRandom *self,
                               int        min,
                               int        max);
/** maq_random_chance: %TRUE with this probability, 0 to 1 */
gboolean  maq_random_chance   (MaqRandom *self,
                               double     probability);
/**
 * maq_random_gaussian:
 * @deviation: the standard deviation, 0 or more
 * @limit: what the result never exceeds, up or down; 0 or more
 *
 * Makes the small errors of a player's hand: the sum of twelve uniform
 * numbers, which is near enough to a normal distribution.
 *
 * Returns: a number around 0
 */
double    maq_random_gaussian (MaqRandom *self,
                               double     deviation,
                               double     limit);
/**
 * maq_random_choice:
 * @weights: (array length=n_weights): how likely each is beside the others, 0 or
 *   more, at least one above 0
 *
 * Returns: the index of the one that was drawn
 */
guint     maq_random_choice   (MaqRandom    *self,
                               const double *weights,
                               guint         n_weights);

G_END_DECLS
