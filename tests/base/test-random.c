/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-random.h"

#include <math.h>

#define N_DRAWS 200000

/* Pinned: a project must sound the same on every machine. */
static void
test_pinned (void)
{
  MaqRandom random = maq_random_new (1, 2, 3);
  guint64 mixed = 0;

  g_assert_cmphex (maq_random_next (&random), ==, G_GUINT64_CONSTANT (0x740ddccda2dd6d03));
  g_assert_cmphex (maq_random_next (&random), ==, G_GUINT64_CONSTANT (0xdd861246b0dd6b46));
  g_assert_cmpint (maq_random_int (&random, 0, 999), ==, 112);
  for (int i = 0; i < 1000; i++)
    mixed ^= maq_random_next (&random);
  g_assert_cmphex (mixed, ==, G_GUINT64_CONSTANT (0xc36ba7db85a81acb));
}

static void
test_streams (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint64 seed = 0; seed < 12; seed++)
    {
      for (guint64 a = 0; a < 12; a++)
        {
          for (guint64 b = 0; b < 12; b++)
            {
              MaqRandom random = maq_random_new (seed, a, b);
              MaqRandom again = random;
              guint64 first = maq_random_next (&random);

              g_assert_cmphex (maq_random_next (&again), ==, first);
              g_hash_table_add (seen, g_memdup2 (&first, sizeof first));
            }
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 12 * 12 * 12);
}

static void
test_uniform (void)
{
  MaqRandom random = maq_random_new (7, 0, 0);
  double sum = 0.0;

  for (int i = 0; i < N_DRAWS; i++)
    {
      double value = maq_random_uniform (&random);

      g_assert_cmpfloat (value, >=, 0.0);
      g_assert_cmpfloat (value, <, 1.0);
      sum += value;
    }
  g_assert_cmpfloat_with_epsilon (sum / N_DRAWS, 0.5, 0.005);
}

static void
test_int (void)
{
  MaqRandom random = maq_random_new (8, 0, 0);
  int counts[7] = { 0 };

  for (int i = 0; i < N_DRAWS; i++)
    {
      int value = maq_random_int (&random, -3, 3);

      g_assert_cmpint (value, >=, -3);
      g_assert_cmpint (value, <=, 3);
      counts[value + 3]++;
    }
  for (int i = 0; i < 7; i++)
    g_assert_cmpfloat_with_epsilon (counts[i] * 7.0 / N_DRAWS, 1.0, 0.05);

  g_assert_cmpint (maq_random_int (&random, 5, 5), ==, 5);
  for (int i = 0; i < 100; i++)
    maq_random_int (&random, G_MININT, G_MAXINT);
}

static void
test_gaussian (void)
{
  MaqRandom random = maq_random_new (9, 0, 0);
  double sum = 0.0;
  double squares = 0.0;
  int n_inside = 0;

  for (int i = 0; i < N_DRAWS; i++)
    {
      double value = maq_random_gaussian (&random, 10.0, 100.0);

      sum += value;
      squares += value * value;
      n_inside += fabs (value) < 10.0;
      g_assert_cmpfloat (fabs (maq_random_gaussian (&random, 10.0, 4.0)), <=, 4.0);
    }
  g_assert_cmpfloat_with_epsilon (sum / N_DRAWS, 0.0, 0.1);
  g_assert_cmpfloat_with_epsilon (sqrt (squares / N_DRAWS), 10.0, 0.1);
  g_assert_cmpfloat_with_epsilon ((double) n_inside / N_DRAWS, 0.683, 0.01);
  g_assert_cmpfloat (maq_random_gaussian (&random, 0.0, 1.0), ==, 0.0);
}

static void
test_choice (void)
{
  static const double weights[] = { 1.0, 0.0, 3.0, 6.0, 0.0 };
  MaqRandom random = maq_random_new (10, 0, 0);
  int counts[5] = { 0 };
  int n_true = 0;

  for (int i = 0; i < N_DRAWS; i++)
    counts[maq_random_choice (&random, weights, G_N_ELEMENTS (weights))]++;
  for (int i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (counts[i] * 10.0 / N_DRAWS, weights[i], 0.1);
  g_assert_cmpint (counts[1] + counts[4], ==, 0);

  for (int i = 0; i < N_DRAWS; i++)
    n_true += maq_random_chance (&random, 0.25);
  g_assert_cmpfloat_with_epsilon ((double) n_true / N_DRAWS, 0.25, 0.01);
  g_assert_false (maq_random_chance (&random, 0.0));
  g_assert_true (maq_random_chance (&random, 1.0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/random/pinned", test_pinned);
  g_test_add_func ("/base/random/streams", test_streams);
  g_test_add_func ("/base/random/uniform", test_uniform);
  g_test_add_func ("/base/random/int", test_int);
  g_test_add_func ("/base/random/gaussian", test_gaussian);
  g_test_add_func ("/base/random/choice", test_choice);
  return g_test_run ();
}
