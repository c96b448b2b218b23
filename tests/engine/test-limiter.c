/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-limiter.h"

#include <math.h>

#define RATE 48000

typedef float (*Source) (guint  n,
                         GRand *random);

static float
noise (guint  n,
       GRand *random)
{
  return (float) g_rand_double_range (random, -8.0, 8.0);
}

static float
clicks (guint  n,
        GRand *random)
{
  return g_rand_int_range (random, 0, 300) == 0 ? 50.0f : 0.01f;
}

static float
square (guint  n,
        GRand *random)
{
  return n / 24 % 2 ? 3.0f : -3.0f;
}

static float
bursts (guint  n,
        GRand *random)
{
  return (n / 9000 % 2 ? 4.0f : 0.3f) * sinf ((float) n * 0.05f);
}

static float
broken (guint  n,
        GRand *random)
{
  if (n % 777 == 0)
    return NAN;
  if (n % 1111 == 0)
    return INFINITY;
  return n % 501 == 0 ? 3e38f : 0.9f;
}

static void
test_ceiling (gconstpointer data)
{
  Source source = *(const Source *) data;
  g_autoptr (MaqLimiter) limiter = maq_limiter_new (RATE);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  float highest = 0.0f;

  for (guint n = 0; n < 4 * RATE; n += MAQ_QUANTUM)
    {
      float left[MAQ_QUANTUM];
      float right[MAQ_QUANTUM];

      for (guint i = 0; i < MAQ_QUANTUM; i++)
        {
          left[i] = source (n + i, random);
          right[i] = 0.5f * source (n + i + 3, random);
        }
      maq_limiter_run (limiter, left, right);
      for (guint i = 0; i < MAQ_QUANTUM; i++)
        {
          g_assert_true (isfinite (left[i]) && isfinite (right[i]));
          highest = fmaxf (highest, fmaxf (fabsf (left[i]), fabsf (right[i])));
        }
    }
  g_test_message ("highest sample %.5f", highest);
  g_assert_cmpfloat (highest, <=, MAQ_LIMITER_CEILING);
  g_assert_cmpfloat (highest, >, 0.5f * MAQ_LIMITER_CEILING);
}

static float
soft (guint n)
{
  return 0.85f * sinf ((float) n * 0.031f);
}

static void
test_transparent (void)
{
  g_autoptr (MaqLimiter) limiter = maq_limiter_new (RATE);
  guint latency = maq_limiter_get_latency (limiter);

  g_assert_cmpuint (latency % MAQ_QUANTUM, ==, 0);
  for (guint n = 0; n < 2 * RATE; n += MAQ_QUANTUM)
    {
      float left[MAQ_QUANTUM];
      float right[MAQ_QUANTUM];

      for (guint i = 0; i < MAQ_QUANTUM; i++)
        {
          left[i] = soft (n + i);
          right[i] = -soft (n + i);
        }
      maq_limiter_run (limiter, left, right);
      for (guint i = 0; i < MAQ_QUANTUM; i++)
        {
          float wanted = n + i < latency ? 0.0f : soft (n + i - latency);

          g_assert_cmpfloat (left[i], ==, wanted);
          g_assert_cmpfloat (right[i], ==, -wanted);
        }
    }
}

/* After a peak it lets go of the sound again, and to the very bit. */
static void
test_recovers (void)
{
  g_autoptr (MaqLimiter) limiter = maq_limiter_new (RATE);
  guint latency = maq_limiter_get_latency (limiter);

  for (guint n = 0; n < 4 * RATE; n += MAQ_QUANTUM)
    {
      float left[MAQ_QUANTUM];
      float right[MAQ_QUANTUM];

      for (guint i = 0; i < MAQ_QUANTUM; i++)
        left[i] = right[i] = n + i == 5000 ? 4.0f : soft (n + i);
      maq_limiter_run (limiter, left, right);
      if (n > 3 * RATE)
        for (guint i = 0; i < MAQ_QUANTUM; i++)
          g_assert_cmpfloat (left[i], ==, soft (n + i - latency));
    }
}

/* The gain moves without corners that would be heard as a click. */
static void
test_smooth (void)
{
  g_autoptr (MaqLimiter) limiter = maq_limiter_new (RATE);
  float before = 1.0f;

  for (guint n = 0; n < RATE; n += MAQ_QUANTUM)
    {
      float left[MAQ_QUANTUM];
      float right[MAQ_QUANTUM];

      for (guint i = 0; i < MAQ_QUANTUM; i++)
        {
          left[i] = n + i >= 20000 && n + i < 20050 ? 6.0f : 0.0f;
          right[i] = 0.1f;
        }
      maq_limiter_run (limiter, left, right);
      for (guint i = 0; i < MAQ_QUANTUM && n > 1000; i++)
        {
          float gain = right[i] / 0.1f;

          g_assert_cmpfloat (fabsf (gain - before), <, 0.02f);
          before = gain;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  static const Source sources[] = { noise, clicks, square, bursts, broken };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/engine/limiter/ceiling/noise", &sources[0], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/clicks", &sources[1], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/square", &sources[2], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/bursts", &sources[3], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/broken", &sources[4], test_ceiling);
  g_test_add_func ("/engine/limiter/transparent", test_transparent);
  g_test_add_func ("/engine/limiter/recovers", test_recovers);
  g_test_add_func ("/engine/limiter/smooth", test_smooth);
  return g_test_run ();
}
