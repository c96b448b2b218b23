/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "maq-loudness.h"

#define RATE_HZ 48000

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
  g_test_add_func ("/analysis/loudness/silence", test_silence);
  g_test_add_func ("/analysis/loudness/blocks", test_blocks);
  return g_test_run ();
}
