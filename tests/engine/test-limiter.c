/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-limiter.h"

#include <ebur128.h>
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

/* A quarter of the rate, between its own peaks: samples that are 3 dB below the wave. */
static float
between (guint  n,
         GRand *random)
{
  return 2.0f * sinf ((float) G_PI / 2.0f * (float) (n % 4) + (float) G_PI / 4.0f);
}

/* Loud chords with hard attacks, as an arrangement at full level has them. */
static float
hot (guint  n,
     GRand *random)
{
  float age = (float) (n % 12000) / RATE;
  float sum = (float) g_rand_double_range (random, -2.0, 2.0) * expf (-60.0f * age);

  for (guint i = 1; i <= 9; i++)
    sum += sinf (2.0f * (float) G_PI * 311.0f * (float) (i * i) * age) * expf (-4.0f * age);
  return sum;
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
  ebur128_state *meter = ebur128_init (2, RATE, EBUR128_MODE_TRUE_PEAK);
  float highest = 0.0f;
  double true_peaks[2];

  for (guint n = 0; n < 4 * RATE; n += MAQ_QUANTUM)
    {
      float left[MAQ_QUANTUM];
      float right[MAQ_QUANTUM];
      float both[2 * MAQ_QUANTUM];

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
          both[2 * i] = left[i];
          both[2 * i + 1] = right[i];
        }
      ebur128_add_frames_float (meter, both, MAQ_QUANTUM);
    }
  for (guint side = 0; side < 2; side++)
    ebur128_true_peak (meter, side, &true_peaks[side]);
  ebur128_destroy (&meter);
  g_test_message ("highest sample %.5f, true peak %.2f dBTP", highest,
                  20.0 * log10 (fmax (true_peaks[0], true_peaks[1])));
  g_assert_cmpfloat (fmax (true_peaks[0], true_peaks[1]), <=, MAQ_LIMITER_CEILING);
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
  static const Source sources[] = { noise, clicks, square, bursts, broken, between, hot };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/engine/limiter/ceiling/noise", &sources[0], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/clicks", &sources[1], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/square", &sources[2], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/bursts", &sources[3], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/broken", &sources[4], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/between-samples", &sources[5], test_ceiling);
  g_test_add_data_func ("/engine/limiter/ceiling/hot", &sources[6], test_ceiling);
  g_test_add_func ("/engine/limiter/transparent", test_transparent);
  g_test_add_func ("/engine/limiter/recovers", test_recovers);
  g_test_add_func ("/engine/limiter/smooth", test_smooth);
  return g_test_run ();
}
