/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "fixture.h"
#include "maq-measure.h"
#include "maq-render.h"

#define RATE_HZ 48000

static GPtrArray *
measure (MaqMeasurer    *measurer,
         MaqPerformance *performance)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *measures = maq_measurer_measure (measurer, performance, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (measures->len, ==, maq_performance_get_n_spans (performance));
  return measures;
}

static const MaqFigures *
whole_of (GPtrArray *measures,
          guint      index)
{
  return maq_measure_get_whole (g_ptr_array_index (measures, index));
}

/* The loudest moment of the section is that of one of its bars; 3 s are over in the second one. */
static void
assert_bar_maxima (MaqMeasure *section)
{
  MaqLoudnessMaxima loudest = { MAQ_LOUDNESS_SILENCE, MAQ_LOUDNESS_SILENCE };
  const MaqLoudnessFigures *all = maq_measure_get_loudness (section);

  for (guint bar = 0; bar < maq_measure_get_n_bars (section); bar++)
    {
      MaqLoudnessMaxima maxima = maq_measure_get_bar_maxima (section, bar);

      g_assert_cmpfloat (maxima.momentary_lufs, >=,
                         maq_measure_get_bar (section, bar)->loudness_lufs - 0.1);
      g_assert_true (maq_loudness_is_silence (maxima.short_term_lufs) == (bar == 0));
      loudest.momentary_lufs = MAX (loudest.momentary_lufs, maxima.momentary_lufs);
      loudest.short_term_lufs = MAX (loudest.short_term_lufs, maxima.short_term_lufs);
    }
  g_assert_cmpfloat (loudest.momentary_lufs, ==, all->momentary_max_lufs);
  g_assert_cmpfloat (loudest.short_term_lufs, ==, all->short_term_max_lufs);
}

static void
test_shape (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  const Song song = SONG_INIT;

  if (font == NULL)
    return;
  measurer = maq_measurer_new (font);
  performance = song_play (&song);
  measures = measure (measurer, performance);
  for (guint i = 0; i < measures->len; i++)
    {
      MaqMeasure *section = g_ptr_array_index (measures, i);
      const MaqFigures *whole = maq_measure_get_whole (section);

      g_assert_cmpuint (maq_measure_get_n_bars (section), ==, song.n_bars);
      /* four bars of four at 120 */
      g_assert_cmpfloat_with_epsilon (whole->seconds, 8.0, 0.001);
      g_assert_cmpuint (whole->n_layers, ==, song.n_lanes);
      g_assert_cmpfloat_with_epsilon (whole->distance, song.distance, 1e-6);
      g_assert_cmpfloat (whole->register_key, >, 20.0);
      g_assert_cmpfloat (whole->register_key, <, 110.0);
      g_assert_cmpfloat (whole->energy, ==, maq_figures_get_energy (whole, NULL));
      g_assert_cmpfloat (maq_measure_get_loudness (section)->short_term_max_lufs, >=,
                         whole->loudness_lufs);
      g_assert_cmpfloat (maq_measure_get_loudness (section)->momentary_max_lufs, >=,
                         maq_measure_get_loudness (section)->short_term_max_lufs);
      g_assert_cmpfloat_with_epsilon (maq_measure_get_loudness (section)->integrated_lufs,
                                      whole->loudness_lufs, 0.3);
      g_assert_cmpfloat (maq_measure_get_loudness (section)->range_lu, >=, 0.0);
      for (guint bar = 0; bar < song.n_bars; bar++)
        g_assert_cmpfloat_with_epsilon (maq_measure_get_bar (section, bar)->seconds, 2.0, 0.001);
      assert_bar_maxima (section);
    }
}

/* The figures are those of the samples that a render of the section gives. */
static void
test_loudness_is_that_of_the_sound (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (MaqLoudness) loudness = NULL;
  g_autoptr (MaqRender) render = NULL;
  g_autofree float *samples = g_new (float, 2 * MAQ_RENDER_BLOCK);
  const Song song = SONG_INIT;
  MaqRenderOptions options = { .rate_hz = RATE_HZ };
  guint n;

  if (font == NULL)
    return;
  measurer = maq_measurer_new (font);
  performance = song_play (&song);
  measures = measure (measurer, performance);
  options.start_ticks = (double) maq_performance_get_span (performance, 1)->start_ticks;
  options.end_ticks = options.start_ticks
                      + (double) maq_performance_get_span (performance, 1)->length_ticks;
  render = maq_render_new (font, performance, &options, NULL);
  loudness = maq_loudness_new (RATE_HZ, 2, MAQ_LOUDNESS_DEFAULT);
  while ((n = maq_render_read (render, samples, MAQ_RENDER_BLOCK)) > 0)
    maq_loudness_add (loudness, samples, n);
  /* gated, but nothing in it is soft enough for a gate */
  g_assert_cmpfloat_with_epsilon (maq_loudness_get_figures (loudness).integrated_lufs,
                                  whole_of (measures, 1)->loudness_lufs, 0.1);
}

/* What was measured is remembered, wherever it stands; what sounds otherwise is not. */
static void
test_only_what_changed (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (MaqPerformance) shifted = NULL;
  g_autoptr (MaqPerformance) muted = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) others = NULL;
  Song song = SONG_INIT;
  guint n_rendered;

  if (font == NULL)
    return;
  measurer = maq_measurer_new (font);
  performance = song_play (&song);
  measures = measure (measurer, performance);
  n_rendered = maq_measurer_get_n_rendered (measurer);
  g_assert_cmpuint (n_rendered, >=, 1);
  g_assert_cmpuint (n_rendered, <=, song.n_spans);

  song.first_id = 50;
  shifted = song_play (&song);
  again = measure (measurer, shifted);
  g_assert_cmpuint (maq_measurer_get_n_rendered (measurer), ==, n_rendered);
  for (guint i = 0; i < again->len; i++)
    g_assert_cmpfloat (whole_of (again, i)->loudness_lufs, ==,
                       whole_of (measures, i)->loudness_lufs);

  song.muted = 1;
  muted = song_play (&song);
  others = measure (measurer, muted);
  g_assert_cmpuint (maq_measurer_get_n_rendered (measurer), >, n_rendered);
  g_assert_cmpuint (whole_of (others, 0)->n_layers, ==, song.n_lanes - 1);
}

/* What another one has measured is not rendered again. */
static void
test_learn (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (MaqMeasurer) other = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) learnt = NULL;
  const Song song = SONG_INIT;

  if (font == NULL)
    return;
  measurer = maq_measurer_new (font);
  other = maq_measurer_new (font);
  performance = song_play (&song);
  measures = measure (measurer, performance);
  maq_measurer_learn (other, performance, measures);
  learnt = measure (other, performance);
  g_assert_cmpuint (maq_measurer_get_n_rendered (other), ==, 0);
  for (guint i = 0; i < measures->len; i++)
    g_assert_cmpfloat (whole_of (learnt, i)->energy, ==, whole_of (measures, i)->energy);
}

static void
test_silence (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  Song song = SONG_INIT;

  if (font == NULL)
    return;
  song.muted = G_MAXUINT;
  measurer = maq_measurer_new (font);
  performance = song_play (&song);
  measures = measure (measurer, performance);
  g_assert_true (maq_loudness_is_silence (whole_of (measures, 0)->loudness_lufs));
  g_assert_cmpfloat (whole_of (measures, 0)->energy, ==, 0.0);
  g_assert_cmpuint (whole_of (measures, 0)->n_layers, ==, 0);
}

static void
count_cb (guint       done,
          guint       total,
          guint       index,
          MaqMeasure *measure,
          gpointer    user_data)
{
  g_assert_cmpuint (done, <=, total);
  g_atomic_int_inc ((int *) user_data);
}

static void
cancel_cb (guint       done,
           guint       total,
           guint       index,
           MaqMeasure *measure,
           gpointer    user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Song song = SONG_INIT;
  int n_told = 0;

  if (font == NULL)
    return;
  /* each section unlike the others */
  song.directed = TRUE;
  measurer = maq_measurer_new (font);
  performance = song_play (&song);
  measures = maq_measurer_measure (measurer, performance, cancel_cb, cancellable, cancellable,
                                   &error);
  g_assert_null (measures);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  rest = maq_measurer_measure (measurer, performance, count_cb, &n_told, NULL, NULL);
  g_assert_nonnull (rest);
  g_assert_cmpint (n_told, ==, (int) song.n_spans);
}

/* The same song, brought near the loudness of others. */
static MaqPerformance *
make_up (MaqPerformance *performance,
         double          gain_db)
{
  guint n_spans = maq_performance_get_n_spans (performance);
  guint n_lanes = maq_performance_get_n_lanes (performance);
  g_autofree MaqSpan *spans = g_new (MaqSpan, n_spans);
  g_autofree MaqLane **lanes = g_new (MaqLane *, n_lanes);

  for (guint i = 0; i < n_spans; i++)
    {
      spans[i] = *maq_performance_get_span (performance, i);
      spans[i].gain_db += gain_db;
      spans[i].end_gain_db += gain_db;
      spans[i].makeup_db += gain_db;
    }
  for (guint i = 0; i < n_lanes; i++)
    lanes[i] = maq_performance_get_lane (performance, i);
  return maq_performance_new (spans, n_spans, lanes, n_lanes, NULL, NULL);
}

static void
test_makeup (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (MaqPerformance) softer = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) others = NULL;
  const Song song = SONG_INIT;

  if (font == NULL)
    return;
  measurer = maq_measurer_new (font);
  performance = song_play (&song);
  softer = make_up (performance, -4.0);
  measures = measure (measurer, performance);
  others = measure (measurer, softer);
  for (guint i = 0; i < measures->len; i++)
    {
      g_assert_cmpfloat_with_epsilon (whole_of (others, i)->loudness_lufs,
                                      whole_of (measures, i)->loudness_lufs - 4.0, 0.2);
      g_assert_cmpfloat_with_epsilon (whole_of (others, i)->energy,
                                      whole_of (measures, i)->energy, 0.1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/measure/shape", test_shape);
  g_test_add_func ("/analysis/measure/loudness-is-that-of-the-sound",
                   test_loudness_is_that_of_the_sound);
  g_test_add_func ("/analysis/measure/only-what-changed", test_only_what_changed);
  g_test_add_func ("/analysis/measure/learn", test_learn);
  g_test_add_func ("/analysis/measure/silence", test_silence);
  g_test_add_func ("/analysis/measure/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/analysis/measure/makeup", test_makeup);
  return g_test_run ();
}
