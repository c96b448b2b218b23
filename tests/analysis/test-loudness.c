/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "maq-loudness.h"

#define RATE_HZ 48000

/* Adds a stereo sine of 1 kHz whose peak in each channel is @peak_db. */
static void
add_tone (MaqLoudness *meter,
          double       seconds,
          double       peak_db)
{
  gsize n_frames = (gsize) (seconds * RATE_HZ);
  g_autofree float *samples = g_new (float, n_frames * 2);
  double amplitude = pow (10.0, peak_db / 20.0);

  for (gsize i = 0; i < n_frames; i++)
    samples[2 * i] = samples[2 * i + 1] =
      (float) (amplitude * sin (2.0 * G_PI * 1000.0 * (double) i / RATE_HZ));
  maq_loudness_add (meter, samples, n_frames);
}

static void
test_steady_tone (void)
{
  static const double peaks_db[] = { -23.0, -33.0 };

  for (guint i = 0; i < G_N_ELEMENTS (peaks_db); i++)
    {
      g_autoptr(MaqLoudness) meter = maq_loudness_new (RATE_HZ, 2, MAQ_LOUDNESS_MAXIMA);
      MaqLoudnessFigures figures;

      add_tone (meter, 20.0, peaks_db[i]);
      figures = maq_loudness_get_figures (meter);
      g_assert_cmpint (figures.n_frames, ==, 20 * RATE_HZ);
      g_assert_cmpfloat_with_epsilon (figures.integrated_lufs, peaks_db[i], 0.1);
      g_assert_cmpfloat_with_epsilon (figures.momentary_max_lufs, peaks_db[i], 0.1);
      g_assert_cmpfloat_with_epsilon (figures.short_term_max_lufs, peaks_db[i], 0.1);
      g_assert_cmpfloat_with_epsilon (figures.sample_peak_db, peaks_db[i], 0.01);
    }
}

static void
test_gates (void)
{
  g_autoptr(MaqLoudness) quiet_ends = maq_loudness_new (RATE_HZ, 2, MAQ_LOUDNESS_DEFAULT);
  g_autoptr(MaqLoudness) loud_middle = maq_loudness_new (RATE_HZ, 2, MAQ_LOUDNESS_DEFAULT);

  add_tone (quiet_ends, 10.0, -36.0);
  add_tone (quiet_ends, 60.0, -23.0);
  add_tone (quiet_ends, 10.0, -36.0);
  g_assert_cmpfloat_with_epsilon (maq_loudness_get_figures (quiet_ends).integrated_lufs,
                                  -23.0, 0.1);

  add_tone (loud_middle, 20.0, -26.0);
  add_tone (loud_middle, 20.1, -20.0);
  add_tone (loud_middle, 20.0, -26.0);
  g_assert_cmpfloat_with_epsilon (maq_loudness_get_figures (loud_middle).integrated_lufs,
                                  -23.0, 0.1);
}

static void
test_range (void)
{
  g_autoptr(MaqLoudness) meter = maq_loudness_new (RATE_HZ, 2, MAQ_LOUDNESS_DEFAULT);

  add_tone (meter, 20.0, -20.0);
  add_tone (meter, 20.0, -30.0);
  g_assert_cmpfloat_with_epsilon (maq_loudness_get_figures (meter).range_lu, 10.0, 1.0);
}

static void
test_true_peak (void)
{
  g_autoptr(MaqLoudness) meter = maq_loudness_new (RATE_HZ, 2, MAQ_LOUDNESS_DEFAULT);
  g_autofree float *samples = g_new (float, RATE_HZ * 2);
  MaqLoudnessFigures figures;

  /* a quarter of the rate at 45 degrees: every sample lies 3 dB below the peak */
  for (int i = 0; i < RATE_HZ; i++)
    {
      double fade = MIN (1.0, MIN (i, RATE_HZ - i) / 4800.0);

      samples[2 * i] = samples[2 * i + 1] =
        (float) (fade * 0.5 * sin (2.0 * G_PI * (0.125 + 0.25 * i)));
    }
  maq_loudness_add (meter, samples, RATE_HZ);
  figures = maq_loudness_get_figures (meter);
  g_assert_cmpfloat (figures.true_peak_dbtp, >=, -6.0 - 0.4);
  g_assert_cmpfloat (figures.true_peak_dbtp, <=, -6.0 + 0.2);
  g_assert_cmpfloat_with_epsilon (figures.sample_peak_db, -9.03, 0.01);
}

static void
test_silence (void)
{
  g_autoptr(MaqLoudness) meter = maq_loudness_new (RATE_HZ, 1, MAQ_LOUDNESS_MAXIMA);
  g_autofree float *samples = g_new0 (float, RATE_HZ * 4);
  MaqLoudnessFigures nothing = maq_loudness_get_figures (meter);
  MaqLoudnessFigures silence;

  maq_loudness_add (meter, samples, RATE_HZ * 4);
  silence = maq_loudness_get_figures (meter);
  g_assert_true (maq_loudness_is_silence (nothing.integrated_lufs));
  g_assert_true (maq_loudness_is_silence (silence.integrated_lufs));
  g_assert_true (maq_loudness_is_silence (silence.true_peak_dbtp));
  g_assert_true (maq_loudness_is_silence (silence.momentary_max_lufs));
  g_assert_cmpfloat (silence.range_lu, ==, 0.0);
  g_assert_false (maq_loudness_is_silence (-70.0));
}

/* The figures do not depend on how the stream is cut. */
static void
test_blocks (void)
{
  static const gsize sizes[] = { 1, 17, 64, 1000, 4096 };
  g_autofree float *samples = g_new (float, RATE_HZ * 4 * 2);
  MaqLoudnessFigures whole = { 0 };

  for (int i = 0; i < RATE_HZ * 4; i++)
    samples[2 * i] = samples[2 * i + 1] = (float) (0.1 * sin (i * 0.05) * (i / 192000.0));

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(MaqLoudness) meter = maq_loudness_new (RATE_HZ, 2, MAQ_LOUDNESS_MAXIMA);
      MaqLoudnessFigures figures;

      for (gsize at = 0; at < RATE_HZ * 4; at += sizes[i])
        maq_loudness_add (meter, samples + 2 * at, MIN (sizes[i], RATE_HZ * 4 - at));
      figures = maq_loudness_get_figures (meter);
      if (i == 0)
        whole = figures;
      g_assert_cmpfloat_with_epsilon (figures.integrated_lufs, whole.integrated_lufs, 1e-9);
      g_assert_cmpfloat_with_epsilon (figures.momentary_max_lufs, whole.momentary_max_lufs, 1e-9);
      g_assert_cmpfloat_with_epsilon (figures.short_term_max_lufs, whole.short_term_max_lufs,
                                      1e-9);
      g_assert_cmpfloat_with_epsilon (figures.true_peak_dbtp, whole.true_peak_dbtp, 1e-9);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/loudness/steady-tone", test_steady_tone);
  g_test_add_func ("/analysis/loudness/gates", test_gates);
  g_test_add_func ("/analysis/loudness/range", test_range);
  g_test_add_func ("/analysis/loudness/true-peak", test_true_peak);
  g_test_add_func ("/analysis/loudness/silence", test_silence);
  g_test_add_func ("/analysis/loudness/blocks", test_blocks);
  return g_test_run ();
}
