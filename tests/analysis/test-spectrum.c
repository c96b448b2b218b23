/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "maq-spectrum.h"

#define RATE_HZ 48000
#define SECONDS 4

static float *
make_silence (void)
{
  return g_new0 (float, 2 * SECONDS * RATE_HZ);
}

static void
add_sine (float  *samples,
          double  frequency_hz,
          double  left,
          double  right)
{
  for (guint i = 0; i < SECONDS * RATE_HZ; i++)
    {
      double value = sin (2.0 * G_PI * frequency_hz * i / RATE_HZ);

      samples[2 * i] += (float) (left * value);
      samples[2 * i + 1] += (float) (right * value);
    }
}

/* Both channels of their own, or the same for both. */
static void
add_noise (float    *samples,
           double    peak,
           gboolean  is_mono)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < SECONDS * RATE_HZ; i++)
    {
      double left = g_rand_double_range (random, -peak, peak);

      samples[2 * i] += (float) left;
      samples[2 * i + 1] += (float) (is_mono ? left : g_rand_double_range (random, -peak, peak));
    }
}

static MaqSpectrumFigures
measure (const float *samples)
{
  g_autoptr (MaqSpectrum) spectrum = maq_spectrum_new (RATE_HZ);

  /* in pieces that fit no window */
  for (guint at = 0; at < SECONDS * RATE_HZ; at += 1000)
    maq_spectrum_add (spectrum, samples + 2 * at, 1000);
  return maq_spectrum_take (spectrum);
}

static void
test_silence (void)
{
  g_autofree float *samples = make_silence ();
  MaqSpectrumFigures figures = measure (samples);

  g_assert_cmpfloat (figures.seconds, ==, SECONDS);
  g_assert_cmpfloat (figures.centroid_hz, ==, 0.0);
  g_assert_cmpfloat (figures.width, ==, 0.0);
  g_assert_cmpuint (figures.n_onsets, ==, 0);
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    g_assert_cmpfloat (figures.band_powers[i], ==, 0.0);
}

/* A sine in the middle of each band: all its power is there, and its centre. */
static void
test_sines (void)
{
  static const double frequencies_hz[] = { 40, 120, 350, 1000, 3500, 10000 };

  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    {
      g_autofree float *samples = make_silence ();
      MaqSpectrumFigures figures;

      add_sine (samples, frequencies_hz[band], 0.5, 0.5);
      figures = measure (samples);
      g_assert_cmpfloat_with_epsilon (figures.centroid_hz, frequencies_hz[band],
                                      0.01 * frequencies_hz[band] + 4.0);
      for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
        g_assert_cmpfloat_with_epsilon (figures.band_powers[i], i == band ? 0.125 : 0.0, 0.002);
    }
}

/* Two sines as loud as each other have their centre half-way; one twice as high, two thirds. */
static void
test_centroid_of_two (void)
{
  g_autofree float *samples = make_silence ();
  MaqSpectrumFigures figures;

  add_sine (samples, 1000, 0.3, 0.3);
  add_sine (samples, 4000, 0.3, 0.3);
  figures = measure (samples);
  g_assert_cmpfloat_with_epsilon (figures.centroid_hz, 2500, 30);
  add_sine (samples, 4000, 0.3, 0.3);
  figures = measure (samples);
  g_assert_cmpfloat_with_epsilon (figures.centroid_hz, 3000, 30);
}

/* Partials that fall off as in a saw: where their centre lies can be worked out. */
static void
test_centroid_of_partials (void)
{
  static const double fundamentals_hz[] = { 110, 220, 440 };
  static const double levels[] = { 0.3, 0.0003 };
  const guint n_partials = 20;

  for (guint f = 0; f < G_N_ELEMENTS (fundamentals_hz); f++)
    for (guint l = 0; l < G_N_ELEMENTS (levels); l++)
      {
        g_autofree float *samples = make_silence ();
        double sum = 0.0;

        for (guint i = 1; i <= n_partials; i++)
          {
            add_sine (samples, fundamentals_hz[f] * i, levels[l] / i, levels[l] / i);
            sum += 1.0 / i;
          }
        g_assert_cmpfloat_with_epsilon (measure (samples).centroid_hz,
                                        fundamentals_hz[f] * n_partials / sum,
                                        0.02 * fundamentals_hz[f] * n_partials / sum);
      }
}

/* A dark half and a bright one that is 20 dB softer, which counts for a hundredth. */
static void
test_centroid_by_power (void)
{
  g_autofree float *samples = make_silence ();
  g_autofree float *bright = make_silence ();

  add_sine (samples, 500, 0.5, 0.5);
  add_sine (bright, 5000, 0.05, 0.05);
  memcpy (samples + SECONDS * RATE_HZ, bright, SECONDS * RATE_HZ * sizeof *samples);
  g_assert_cmpfloat_with_epsilon (measure (samples).centroid_hz, (500 + 0.01 * 5000) / 1.01, 30);
}

static void
test_noise_is_centred (void)
{
  g_autofree float *samples = make_silence ();

  add_noise (samples, 0.5, TRUE);
  g_assert_cmpfloat_with_epsilon (measure (samples).centroid_hz, RATE_HZ / 4.0, 150);
}

static void
test_width (void)
{
  g_autofree float *mono = make_silence ();
  g_autofree float *apart = make_silence ();
  g_autofree float *one_side = make_silence ();
  g_autofree float *cancelling = make_silence ();

  add_noise (mono, 0.5, TRUE);
  add_noise (apart, 0.5, FALSE);
  add_sine (one_side, 440, 0.5, 0.0);
  add_sine (cancelling, 440, 0.5, -0.5);
  g_assert_cmpfloat (measure (mono).width, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (measure (apart).width, 0.5, 0.01);
  g_assert_cmpfloat_with_epsilon (measure (one_side).width, 0.5, 0.001);
  g_assert_cmpfloat_with_epsilon (measure (cancelling).width, 1.0, 0.001);
}

/* What each pan gives: with gains l and r, the share of (l - r)^2 in 2 (l^2 + r^2). */
static void
test_width_of_pans (void)
{
  static const double rights[] = { 1.0, 0.9, 0.5, 0.25, 0.0, -0.5 };

  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      g_autofree float *samples = make_silence ();
      double apart = 1.0 - rights[i];

      add_sine (samples, 440, 0.5, 0.5 * rights[i]);
      g_assert_cmpfloat_with_epsilon (measure (samples).width,
                                      apart * apart / (2.0 * (1.0 + rights[i] * rights[i])),
                                      0.001);
    }
}

/* The same in the middle, and something else that is opposite on the sides. */
static void
test_width_of_sides (void)
{
  static const double shares[] = { 0.0, 0.1, 0.25, 0.5, 0.75 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree float *samples = make_silence ();
      double side = 0.4 * sqrt (shares[i]);
      double middle = 0.4 * sqrt (1.0 - shares[i]);

      add_sine (samples, 440, middle, middle);
      add_sine (samples, 1000, side, -side);
      g_assert_cmpfloat_with_epsilon (measure (samples).width, shares[i], 0.001);
    }
}

/* Strokes that die away, so many a second. */
static void
test_onsets (void)
{
  static const guint rates[] = { 1, 2, 4, 8 };

  for (guint r = 0; r < G_N_ELEMENTS (rates); r++)
    {
      g_autofree float *samples = make_silence ();
      g_autoptr (GRand) random = g_rand_new_with_seed (9);
      guint n_onsets;

      for (guint i = 0; i < SECONDS * RATE_HZ; i++)
        {
          double since = (double) ((i + RATE_HZ / 16) % (RATE_HZ / rates[r])) / RATE_HZ;
          double value = exp (-since * 40.0) * g_rand_double_range (random, -0.5, 0.5);

          samples[2 * i] = samples[2 * i + 1] = (float) value;
        }
      n_onsets = measure (samples).n_onsets;
      g_assert_cmpuint (n_onsets, >=, SECONDS * rates[r] - 1);
      g_assert_cmpuint (n_onsets, <=, SECONDS * rates[r] + 1);
    }
}

/* What was taken does not count again. */
static void
test_take (void)
{
  g_autoptr (MaqSpectrum) spectrum = maq_spectrum_new (RATE_HZ);
  g_autofree float *loud = make_silence ();
  g_autofree float *silence = make_silence ();
  MaqSpectrumFigures figures;

  add_noise (loud, 0.5, FALSE);
  maq_spectrum_add (spectrum, loud, SECONDS * RATE_HZ);
  figures = maq_spectrum_take (spectrum);
  g_assert_cmpfloat (figures.centroid_hz, >, 0.0);
  maq_spectrum_add (spectrum, silence, RATE_HZ);
  maq_spectrum_take (spectrum);
  maq_spectrum_add (spectrum, silence, RATE_HZ);
  figures = maq_spectrum_take (spectrum);
  g_assert_cmpfloat (figures.seconds, ==, 1.0);
  g_assert_cmpfloat (figures.centroid_hz, ==, 0.0);
  g_assert_cmpfloat (figures.width, ==, 0.0);
}

static void
test_bands (void)
{
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    {
      g_assert_cmpfloat (maq_frequency_band_get_edge (i), <, maq_frequency_band_get_edge (i + 1));
      g_assert_cmpstr (maq_frequency_band_get_label (i), !=, "");
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (maq_frequency_band_get_label (i), !=, maq_frequency_band_get_label (j));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/spectrum/silence", test_silence);
  g_test_add_func ("/analysis/spectrum/sines", test_sines);
  g_test_add_func ("/analysis/spectrum/centroid-of-two", test_centroid_of_two);
  g_test_add_func ("/analysis/spectrum/centroid-of-partials", test_centroid_of_partials);
  g_test_add_func ("/analysis/spectrum/centroid-by-power", test_centroid_by_power);
  g_test_add_func ("/analysis/spectrum/noise-is-centred", test_noise_is_centred);
  g_test_add_func ("/analysis/spectrum/width", test_width);
  g_test_add_func ("/analysis/spectrum/width-of-pans", test_width_of_pans);
  g_test_add_func ("/analysis/spectrum/width-of-sides", test_width_of_sides);
  g_test_add_func ("/analysis/spectrum/onsets", test_onsets);
  g_test_add_func ("/analysis/spectrum/take", test_take);
  g_test_add_func ("/analysis/spectrum/bands", test_bands);
  return g_test_run ();
}
