/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The signals that EBU Tech 3341 ("Loudness Metering: 'EBU Mode' metering", 2023, minimum
 * requirements) and EBU Tech 3342 ("Loudness Range", 2023) define for meters, made here from
 * their definitions: tones of 1 kHz in phase in both channels, with the peak levels that
 * are listed. What has to come out is theirs, within the tolerance they give, which for
 * loudness is 0.1 LU; and libebur128 itself, fed with the same, has to agree.
 *
 * Left out: case 6 of Tech 3341, which has five channels where the meter takes two; 7 and 8,
 * which are recordings; 20 to 23, which are true peaks of a signal at four times the rate.
 */

#include <ebur128.h>
#include <math.h>

#include "maq-loudness.h"

#define RATE_HZ   48000
#define TONE_HZ   1000
#define PERIOD    (RATE_HZ / TONE_HZ)
/* both documents want meters to look at least this often, or more so */
#define BLOCK     (RATE_HZ / 100)
#define SILENT_DB (-200.0)

/* What EBU allows; for the range of these tones it would be 1.0 */
#define LOUDNESS_LU 0.1
#define RANGE_LU    0.1
/* What two ways to ask the same library may differ by */
#define SAME_LU     1e-6

typedef struct
{
  double seconds;
  double peak_db;
} Tone;

/* Our meter and the library, listening to the same. */
typedef struct
{
  MaqLoudness   *meter;
  ebur128_state *library;
  guint          n_channels;
  gboolean       follows;             /* the maxima, too */
  double         momentary_max_lufs;  /* as the library says, */
  double         short_term_max_lufs; /* which is slow at this: each fifth block counts */
  double         momentary_min_lufs;  /* from a second on, as our meter says it */
  gsize          n_frames;
} Meters;

static void
open_meters (Meters  *self,
             guint    n_channels,
             gboolean follows)
{
  *self = (Meters) {
    .meter = maq_loudness_new (RATE_HZ, n_channels,
                               follows ? MAQ_LOUDNESS_MAXIMA : MAQ_LOUDNESS_DEFAULT),
    .library = ebur128_init (n_channels, RATE_HZ,
                             EBUR128_MODE_I | EBUR128_MODE_LRA),
    .n_channels = n_channels,
    .follows = follows,
    .momentary_max_lufs = -HUGE_VAL,
    .short_term_max_lufs = -HUGE_VAL,
    .momentary_min_lufs = HUGE_VAL,
  };
}

static void
close_meters (Meters *self)
{
  maq_loudness_free (self->meter);
  ebur128_destroy (&self->library);
}

static void
follow (Meters *self)
{
  double lufs;

  if (self->n_frames >= RATE_HZ * 2 / 5)
    {
      g_assert_cmpint (ebur128_loudness_momentary (self->library, &lufs), ==, EBUR128_SUCCESS);
      self->momentary_max_lufs = MAX (self->momentary_max_lufs, lufs);
    }
  if (self->n_frames >= RATE_HZ * 3 && self->n_frames % (5 * BLOCK) == 0)
    {
      g_assert_cmpint (ebur128_loudness_shortterm (self->library, &lufs), ==, EBUR128_SUCCESS);
      self->short_term_max_lufs = MAX (self->short_term_max_lufs, lufs);
    }
  if (self->n_frames >= RATE_HZ)
    self->momentary_min_lufs = MIN (self->momentary_min_lufs,
                                    maq_loudness_get_window (self->meter, 0.4));
}

static void
add_samples (Meters      *self,
             const float *samples,
             gsize        n_frames)
{
  maq_loudness_add (self->meter, samples, n_frames);
  g_assert_cmpint (ebur128_add_frames_float (self->library, samples, n_frames), ==,
                   EBUR128_SUCCESS);
  self->n_frames += n_frames;
}

/* Whole blocks of a tone, which are whole periods: tones follow each other without a jump. */
static void
add_tone (Meters *self,
          Tone    tone)
{
  double amplitude = tone.peak_db > SILENT_DB ? pow (10.0, tone.peak_db / 20.0) : 0.0;
  float block[2 * BLOCK];

  G_STATIC_ASSERT (BLOCK % PERIOD == 0);
  for (guint i = 0; i < BLOCK * self->n_channels; i++)
    block[i] = (float) (amplitude
                        * sin (2.0 * G_PI * (i / self->n_channels % PERIOD) / PERIOD));
  for (gint64 left = llrint (tone.seconds * RATE_HZ / BLOCK); left > 0; left--)
    {
      add_samples (self, block, BLOCK);
      if (self->follows)
        follow (self);
    }
}

static void
add_tones (Meters     *self,
           const Tone *tones,
           guint       n_tones)
{
  for (guint i = 0; i < n_tones; i++)
    add_tone (self, tones[i]);
}

/* The figures, which are those of the library. */
static MaqLoudnessFigures
read_meters (Meters *self)
{
  MaqLoudnessFigures figures = maq_loudness_get_figures (self->meter);
  double value;

  g_assert_cmpint (ebur128_loudness_global (self->library, &value), ==, EBUR128_SUCCESS);
  g_assert_cmpfloat_with_epsilon (figures.integrated_lufs, value, SAME_LU);
  g_assert_cmpint (ebur128_loudness_range (self->library, &value), ==, EBUR128_SUCCESS);
  g_assert_cmpfloat_with_epsilon (figures.range_lu, value, SAME_LU);
  if (self->follows && self->n_frames >= RATE_HZ * 3)
    {
      g_assert_cmpfloat_with_epsilon (figures.momentary_max_lufs, self->momentary_max_lufs,
                                      SAME_LU);
      g_assert_cmpfloat (figures.short_term_max_lufs, >=, self->short_term_max_lufs - SAME_LU);
      g_assert_cmpfloat (figures.short_term_max_lufs, <=, self->short_term_max_lufs + LOUDNESS_LU);
    }
  return figures;
}

static double
measure_integrated (const Tone *tones,
                    guint       n_tones)
{
  MaqLoudnessFigures figures;
  Meters meters;

  open_meters (&meters, 2, FALSE);
  add_tones (&meters, tones, n_tones);
  figures = read_meters (&meters);
  close_meters (&meters);
  return figures.integrated_lufs;
}

/* Tech 3341, cases 1 and 2: a steady tone says its level on all three scales. */
static void
test_steady (void)
{
  static const double levels_db[] = { -23.0, -33.0 };

  for (guint i = 0; i < G_N_ELEMENTS (levels_db); i++)
    {
      MaqLoudnessFigures figures;
      Meters meters;

      open_meters (&meters, 2, TRUE);
      add_tone (&meters, (Tone) { 20.0, levels_db[i] });
      figures = read_meters (&meters);
      g_assert_cmpint (figures.n_frames, ==, 20 * RATE_HZ);
      g_assert_cmpfloat_with_epsilon (figures.integrated_lufs, levels_db[i], LOUDNESS_LU);
      g_assert_cmpfloat_with_epsilon (figures.momentary_max_lufs, levels_db[i], LOUDNESS_LU);
      g_assert_cmpfloat_with_epsilon (figures.short_term_max_lufs, levels_db[i], LOUDNESS_LU);
      g_assert_cmpfloat_with_epsilon (meters.momentary_min_lufs, levels_db[i], LOUDNESS_LU);
      g_assert_cmpfloat_with_epsilon (figures.sample_peak_db, levels_db[i], 0.01);
      close_meters (&meters);
    }
}

/* Tech 3341, cases 3 to 5: what is quiet is gated, absolutely and relatively. */
static void
test_gates (void)
{
  static const Tone case_3[] = { { 10.0, -36.0 }, { 60.0, -23.0 }, { 10.0, -36.0 } };
  static const Tone case_4[] = { { 10.0, -72.0 }, { 10.0, -36.0 }, { 60.0, -23.0 },
                                 { 10.0, -36.0 }, { 10.0, -72.0 } };
  static const Tone case_5[] = { { 20.0, -26.0 }, { 20.1, -20.0 }, { 20.0, -26.0 } };

  g_assert_cmpfloat_with_epsilon (measure_integrated (case_3, G_N_ELEMENTS (case_3)),
                                  -23.0, LOUDNESS_LU);
  g_assert_cmpfloat_with_epsilon (measure_integrated (case_4, G_N_ELEMENTS (case_4)),
                                  -23.0, LOUDNESS_LU);
  g_assert_cmpfloat_with_epsilon (measure_integrated (case_5, G_N_ELEMENTS (case_5)),
                                  -23.0, LOUDNESS_LU);
}

/* ITU-R BS.1770-4, annex 1: full scale in one channel is -3.01 LUFS. */
static void
test_one_channel (void)
{
  MaqLoudnessFigures figures;
  Meters meters;

  open_meters (&meters, 1, FALSE);
  add_tone (&meters, (Tone) { 5.0, -20.0 });
  figures = read_meters (&meters);
  g_assert_cmpfloat_with_epsilon (figures.integrated_lufs, -23.01, LOUDNESS_LU);
  close_meters (&meters);
}

/*
 * Tech 3341, case 9: loud and soft in turn that come to the same in any 3 s. A meter
 * that has heard 3 s says what short-term loudness is at their end.
 */
static void
test_short_term_is_constant (void)
{
  static const Tone tones[] = { { 1.34, -20.0 }, { 1.66, -30.0 } };
  const double period = 3.0;

  for (double from = 0.0; from < period; from += 0.2)
    {
      double first = MAX (tones[0].seconds - from, 0.0);
      double second = MIN (period - from, tones[1].seconds);
      Meters meters;

      open_meters (&meters, 2, TRUE);
      add_tone (&meters, (Tone) { first, tones[0].peak_db });
      add_tone (&meters, (Tone) { second, tones[1].peak_db });
      add_tone (&meters, (Tone) { tones[0].seconds - first, tones[0].peak_db });
      add_tone (&meters, (Tone) { tones[1].seconds - second, tones[1].peak_db });
      g_assert_cmpuint (meters.n_frames, ==, 3 * RATE_HZ);
      g_assert_cmpfloat_with_epsilon (read_meters (&meters).short_term_max_lufs, -23.0,
                                      LOUDNESS_LU);
      close_meters (&meters);
    }
}

/* The same, all five times of it: the loudest 3 s are no louder. */
static void
test_short_term_of_all (void)
{
  static const Tone tones[] = { { 1.34, -20.0 }, { 1.66, -30.0 } };
  Meters meters;

  open_meters (&meters, 2, TRUE);
  for (guint i = 0; i < 5; i++)
    add_tones (&meters, tones, G_N_ELEMENTS (tones));
  g_assert_cmpfloat_with_epsilon (read_meters (&meters).short_term_max_lufs, -23.0, LOUDNESS_LU);
  close_meters (&meters);
}

/* Tech 3341, case 10: wherever a tone of 3 s begins, it is found whole. */
static void
test_short_term_anywhere (void)
{
  for (guint i = 0; i < 20; i++)
    {
      const Tone tones[] = { { i * 0.15, SILENT_DB }, { 3.0, -23.0 }, { 1.0, SILENT_DB } };
      Meters meters;

      open_meters (&meters, 2, TRUE);
      add_tones (&meters, tones, G_N_ELEMENTS (tones));
      g_assert_cmpfloat_with_epsilon (read_meters (&meters).short_term_max_lufs, -23.0,
                                      LOUDNESS_LU);
      close_meters (&meters);
    }
}

/* Tech 3341, case 11: the same in one go, each 1 dB louder than the one before. */
static void
test_short_term_rises (void)
{
  Meters meters;

  open_meters (&meters, 2, TRUE);
  for (guint i = 0; i < 20; i++)
    {
      const Tone tones[] = { { i * 0.15, SILENT_DB }, { 3.0, -38.0 + i },
                             { 3.0 - i * 0.15, SILENT_DB } };

      add_tones (&meters, tones, G_N_ELEMENTS (tones));
      g_assert_cmpfloat_with_epsilon (read_meters (&meters).short_term_max_lufs, -38.0 + i,
                                      LOUDNESS_LU);
    }
  close_meters (&meters);
}

/* Tech 3341, case 12: in any 400 ms they come to the same; from a second on it stays so. */
static void
test_momentary_is_constant (void)
{
  static const Tone tones[] = { { 0.18, -20.0 }, { 0.22, -30.0 } };
  Meters meters;

  open_meters (&meters, 2, TRUE);
  for (guint i = 0; i < 25; i++)
    add_tones (&meters, tones, G_N_ELEMENTS (tones));
  g_assert_cmpfloat_with_epsilon (read_meters (&meters).momentary_max_lufs, -23.0, LOUDNESS_LU);
  g_assert_cmpfloat_with_epsilon (meters.momentary_min_lufs, -23.0, LOUDNESS_LU);
  close_meters (&meters);
}

/* Tech 3341, case 13: wherever a tone of 400 ms begins, it is found whole. */
static void
test_momentary_anywhere (void)
{
  for (guint i = 0; i < 20; i++)
    {
      const Tone tones[] = { { i * 0.02, SILENT_DB }, { 0.4, -23.0 }, { 1.0, SILENT_DB } };
      Meters meters;

      open_meters (&meters, 2, TRUE);
      add_tones (&meters, tones, G_N_ELEMENTS (tones));
      g_assert_cmpfloat_with_epsilon (read_meters (&meters).momentary_max_lufs, -23.0,
                                      LOUDNESS_LU);
      close_meters (&meters);
    }
}

/* Tech 3341, case 14: the same in one go, each 1 dB louder than the one before. */
static void
test_momentary_rises (void)
{
  Meters meters;

  open_meters (&meters, 2, TRUE);
  for (guint i = 0; i < 20; i++)
    {
      const Tone tones[] = { { i * 0.02, SILENT_DB }, { 0.4, -38.0 + i },
                             { 0.4 - i * 0.02, SILENT_DB } };

      add_tones (&meters, tones, G_N_ELEMENTS (tones));
      g_assert_cmpfloat_with_epsilon (read_meters (&meters).momentary_max_lufs, -38.0 + i,
                                      LOUDNESS_LU);
    }
  close_meters (&meters);
}

/*
 * Tech 3341, cases 15 to 19: sines at parts of the rate, with phases that let no sample
 * stand on the peak. They fade in and out, as a jump has peaks of its own.
 */
static void
test_true_peak (void)
{
  static const struct
  {
    double part_of_rate;
    double degrees;
    double peak;
    double dbtp;
  } cases[] = {
    { 1.0 / 4.0, 0.0, 0.5, -6.0 },
    { 1.0 / 4.0, 45.0, 0.5, -6.0 },
    { 1.0 / 6.0, 60.0, 0.5, -6.0 },
    { 1.0 / 8.0, 67.5, 0.5, -6.0 },
    { 1.0 / 4.0, 45.0, 1.41, 3.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree float *samples = g_new (float, 2 * RATE_HZ);
      MaqLoudnessFigures figures;
      Meters meters;

      for (guint j = 0; j < RATE_HZ; j++)
        {
          double fade = MIN (1.0, MIN (j, RATE_HZ - j) / (RATE_HZ / 10.0));
          double turns = cases[i].degrees / 360.0 + cases[i].part_of_rate * j;

          samples[2 * j] = samples[2 * j + 1]
            = (float) (fade * cases[i].peak * sin (2.0 * G_PI * turns));
        }
      open_meters (&meters, 2, FALSE);
      add_samples (&meters, samples, RATE_HZ);
      figures = read_meters (&meters);
      g_assert_cmpfloat (figures.true_peak_dbtp, >=, cases[i].dbtp - 0.4);
      g_assert_cmpfloat (figures.true_peak_dbtp, <=, cases[i].dbtp + 0.2);
      close_meters (&meters);
    }
}

static void
assert_range (const Tone *tones,
              guint       n_tones,
              double      expected_lu)
{
  MaqLoudnessFigures figures;
  Meters meters;

  open_meters (&meters, 2, FALSE);
  add_tones (&meters, tones, n_tones);
  figures = read_meters (&meters);
  g_test_message ("%.2f LU where %.0f are right", figures.range_lu, expected_lu);
  g_assert_cmpfloat_with_epsilon (figures.range_lu, expected_lu, RANGE_LU);
  close_meters (&meters);
}

/* Tech 3342, cases 1 to 4, 20 s each. */
static void
test_range (void)
{
  static const Tone case_1[] = { { 20.0, -20.0 }, { 20.0, -30.0 } };
  static const Tone case_2[] = { { 20.0, -20.0 }, { 20.0, -15.0 } };
  static const Tone case_3[] = { { 20.0, -40.0 }, { 20.0, -20.0 } };
  static const Tone case_4[] = { { 20.0, -50.0 }, { 20.0, -35.0 }, { 20.0, -20.0 },
                                 { 20.0, -35.0 }, { 20.0, -50.0 } };

  assert_range (case_1, G_N_ELEMENTS (case_1), 10.0);
  assert_range (case_2, G_N_ELEMENTS (case_2), 5.0);
  assert_range (case_3, G_N_ELEMENTS (case_3), 20.0);
  assert_range (case_4, G_N_ELEMENTS (case_4), 15.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/ebu/steady", test_steady);
  g_test_add_func ("/analysis/ebu/gates", test_gates);
  g_test_add_func ("/analysis/ebu/one-channel", test_one_channel);
  g_test_add_func ("/analysis/ebu/short-term-is-constant", test_short_term_is_constant);
  g_test_add_func ("/analysis/ebu/short-term-of-all", test_short_term_of_all);
  g_test_add_func ("/analysis/ebu/short-term-anywhere", test_short_term_anywhere);
  g_test_add_func ("/analysis/ebu/short-term-rises", test_short_term_rises);
  g_test_add_func ("/analysis/ebu/momentary-is-constant", test_momentary_is_constant);
  g_test_add_func ("/analysis/ebu/momentary-anywhere", test_momentary_anywhere);
  g_test_add_func ("/analysis/ebu/momentary-rises", test_momentary_rises);
  g_test_add_func ("/analysis/ebu/true-peak", test_true_peak);
  g_test_add_func ("/analysis/ebu/range", test_range);
  return g_test_run ();
}
