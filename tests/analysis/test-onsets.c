/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sounds whose beginnings are known. */

#include <math.h>

#include "maq-onsets.h"

#define RATE_HZ 48000
#define SECONDS 4
#define N_SAMPLES (SECONDS * RATE_HZ)

/* The first stroke is not at the very start, where nothing was before. */
#define LEAD (RATE_HZ / 40)

static guint
count (const float *samples,
       gsize        n_samples,
       guint        rate_hz)
{
  g_autoptr (MaqOnsets) onsets = maq_onsets_new (rate_hz);
  guint n_onsets = 0;

  /* in pieces that fit no step */
  for (gsize at = 0; at < n_samples; at += 777)
    n_onsets += maq_onsets_add (onsets, samples + at, MIN (777, n_samples - at));
  return n_onsets;
}

static float *
make_silence (void)
{
  return g_new0 (float, N_SAMPLES);
}

/* Seconds since the last of so many strokes a second; below 0 before the first. */
static double
get_since (guint at,
           guint per_second)
{
  return at < LEAD ? -1.0 : (double) ((at - LEAD) % (RATE_HZ / per_second)) / RATE_HZ;
}

static void
add_drums (float  *samples,
           guint   per_second,
           double  peak)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      double since = get_since (i, per_second);
      double value = g_rand_double_range (random, -peak, peak);

      if (since >= 0.0)
        samples[i] += (float) (exp (-since * 40.0) * value);
    }
}

/* Partials of a tone whose loudness and pitch go up and down six times a second. */
static void
add_tone (float  *samples,
          double  frequency_hz,
          double  tremolo,
          double  vibrato)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      double seconds = (double) i / RATE_HZ;
      double swing = sin (2.0 * G_PI * 6.0 * seconds);
      double early = vibrato * cos (2.0 * G_PI * 6.0 * seconds) / (2.0 * G_PI * 6.0);
      double phase = 2.0 * G_PI * frequency_hz * (seconds - early);

      for (guint partial = 1; partial <= 10; partial++)
        samples[i] += (float) (0.1 / partial * (1.0 + tremolo * swing) * sin (partial * phase));
    }
}

static void
test_strokes (void)
{
  static const guint rates[] = { 1, 2, 4, 8, 12 };
  static const double peaks[] = { 1.0, 0.1, 0.003 };

  for (guint r = 0; r < G_N_ELEMENTS (rates); r++)
    for (guint p = 0; p < G_N_ELEMENTS (peaks); p++)
      {
        g_autofree float *samples = make_silence ();

        add_drums (samples, rates[r], peaks[p]);
        g_assert_cmpuint (count (samples, N_SAMPLES, RATE_HZ), ==, SECONDS * rates[r]);
      }
}

/* A single frame that is not zero. */
static void
test_clicks (void)
{
  static const guint rates[] = { 1, 2, 4, 8, 12 };

  for (guint r = 0; r < G_N_ELEMENTS (rates); r++)
    {
      g_autofree float *samples = make_silence ();

      for (guint i = LEAD; i < N_SAMPLES; i += RATE_HZ / rates[r])
        samples[i] = 0.5f;
      g_assert_cmpuint (count (samples, N_SAMPLES, RATE_HZ), ==, SECONDS * rates[r]);
    }
}

/* Plucked: an attack of 5 ms that dies away, from the lowest strings up. */
static void
test_plucked_sines (void)
{
  static const double frequencies_hz[] = { 55, 110, 220, 880, 3000 };

  for (guint f = 0; f < G_N_ELEMENTS (frequencies_hz); f++)
    {
      g_autofree float *samples = make_silence ();

      for (guint i = 0; i < N_SAMPLES; i++)
        {
          double since = get_since (i, 4);

          if (since >= 0.0)
            samples[i] = (float) (0.3 * MIN (1.0, since / 0.005) * exp (-since * 12.0)
                                  * sin (2.0 * G_PI * frequencies_hz[f] * i / RATE_HZ));
        }
      g_assert_cmpuint (count (samples, N_SAMPLES, RATE_HZ), ==, SECONDS * 4);
    }
}

/* One beginning, and then nothing begins. */
static void
test_held (void)
{
  static const double tremolos[] = { 0.0, 0.2, 0.5 };
  static const double vibratos[] = { 0.0, 0.01, 0.03 };

  for (guint t = 0; t < G_N_ELEMENTS (tremolos); t++)
    for (guint v = 0; v < G_N_ELEMENTS (vibratos); v++)
      {
        g_autofree float *samples = make_silence ();

        add_tone (samples, 220.0, tremolos[t], vibratos[v]);
        g_assert_cmpuint (count (samples, N_SAMPLES, RATE_HZ), <=, 1);
      }
}

/* What grows over a second does not begin. */
static void
test_swelling (void)
{
  g_autofree float *samples = make_silence ();

  add_tone (samples, 220.0, 0.0, 0.0);
  for (guint i = 0; i < N_SAMPLES; i++)
    samples[i] *= (float) MIN (1.0, (double) i / RATE_HZ);
  g_assert_cmpuint (count (samples, N_SAMPLES, RATE_HZ), <=, 1);
}

static void
test_drums_over_a_pad (void)
{
  g_autofree float *samples = make_silence ();

  add_tone (samples, 220.0, 0.0, 0.005);
  add_tone (samples, 277.2, 0.0, 0.005);
  add_tone (samples, 329.6, 0.0, 0.005);
  add_drums (samples, 4, 0.3);
  g_assert_cmpuint (count (samples, N_SAMPLES, RATE_HZ), >=, SECONDS * 4);
  g_assert_cmpuint (count (samples, N_SAMPLES, RATE_HZ), <=, SECONDS * 4 + 1);
}

static void
test_nothing_begins (void)
{
  g_autofree float *silence = make_silence ();
  g_autofree float *noise = make_silence ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_SAMPLES; i++)
    noise[i] = (float) g_rand_double_range (random, -0.3, 0.3);
  g_assert_cmpuint (count (silence, N_SAMPLES, RATE_HZ), ==, 0);
  g_assert_cmpuint (count (noise, N_SAMPLES, RATE_HZ), <=, 2);
}

/* The same strokes at other rates. */
static void
test_rates (void)
{
  static const guint rates_hz[] = { 8000, 22050, 44100, 96000, 192000 };

  for (guint r = 0; r < G_N_ELEMENTS (rates_hz); r++)
    {
      const guint n_samples = SECONDS * rates_hz[r];
      g_autofree float *samples = g_new0 (float, n_samples);
      g_autoptr (GRand) random = g_rand_new_with_seed (5);

      for (guint i = 0; i < n_samples; i++)
        {
          double since = fmod ((double) i / rates_hz[r] + 0.2, 0.25);

          samples[i] = (float) (exp (-since * 40.0) * g_rand_double_range (random, -0.3, 0.3));
        }
      /* the tail of a stroke before the first may be heard to begin */
      g_assert_cmpuint (count (samples, n_samples, rates_hz[r]), >=, SECONDS * 4);
      g_assert_cmpuint (count (samples, n_samples, rates_hz[r]), <=, SECONDS * 4 + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/onsets/strokes", test_strokes);
  g_test_add_func ("/analysis/onsets/clicks", test_clicks);
  g_test_add_func ("/analysis/onsets/plucked-sines", test_plucked_sines);
  g_test_add_func ("/analysis/onsets/held", test_held);
  g_test_add_func ("/analysis/onsets/swelling", test_swelling);
  g_test_add_func ("/analysis/onsets/drums-over-a-pad", test_drums_over_a_pad);
  g_test_add_func ("/analysis/onsets/nothing-begins", test_nothing_begins);
  g_test_add_func ("/analysis/onsets/rates", test_rates);
  return g_test_run ();
}
