/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <dlfcn.h>
#include <fluidsynth.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "maq-drum-map.h"
#include "maq-render.h"
#include "tiny-font.h"

#define RATE 48000
#define N_LANES 40
#define MAX_CENTS_OFF 3.0

static gboolean refuse_synths;

/* Comes before the library's, which it calls unless it is to fail. */
fluid_synth_t *
new_fluid_synth (fluid_settings_t *settings)
{
  fluid_synth_t *(*make) (fluid_settings_t *) = NULL;

  if (refuse_synths)
    return NULL;
  *(void **) &make = dlsym (RTLD_NEXT, "new_fluid_synth");
  return make (settings);
}

/* Fonts that lack something */

static MaqSoundfont *
load_tiny_font (void)
{
  static const TinyPreset presets[] = {
    { 0, 1 }, { 0, 5 }, { 0, 40 }, { 128, 0 }, { 128, 16 }, { 128, 32 },
  };
  g_autofree char *path = tiny_font_write (presets, G_N_ELEMENTS (presets));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  MaqSoundfont *font = maq_soundfont_load (path, &error);

  g_assert_no_error (error);
  return font;
}

static void
drop_tiny_font (MaqSoundfont *font)
{
  g_autofree char *path = g_strdup (maq_soundfont_get_path (font));
  g_autofree char *folder = g_path_get_dirname (path);

  maq_soundfont_unref (font);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_nearest (void)
{
  static const struct
  {
    gboolean is_drums;
    int      bank, program, wanted_bank, wanted_program;
  } cases[] = {
    { FALSE, 0, 5, 0, 5 },        /* there */
    { FALSE, 7, 5, 0, 5 },        /* in another bank */
    { FALSE, 0, 0, 0, 1 },        /* a neighbour of its family */
    { FALSE, 0, 7, 0, 5 },
    { FALSE, 0, 3, 0, 1 },        /* as near as the other one, and the lower */
    { FALSE, 3, 45, 0, 40 },
    { FALSE, 0, 90, 0, 40 },      /* no family: the nearest at all */
    { TRUE, 0, 16, 128, 16 },
    { TRUE, 0, 17, 128, 16 },
    { TRUE, 0, 35, 128, 32 },
    { TRUE, 0, 25, 128, 0 },      /* no family: the standard kit */
  };
  MaqSoundfont *font = load_tiny_font ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int bank = cases[i].bank;
      int program = cases[i].program;
      gboolean is_there = maq_soundfont_resolve (font, cases[i].is_drums, &bank, &program);

      g_assert_cmpint (bank, ==, cases[i].wanted_bank);
      g_assert_cmpint (program, ==, cases[i].wanted_program);
      g_assert_true (is_there == (program == cases[i].program
                                  && (cases[i].is_drums || bank == cases[i].bank)));
    }
  drop_tiny_font (font);
}

static float *
render_song (MaqSoundfont *font,
             const Song   *song,
             guint         n_frames)
{
  g_autoptr (MaqPerformance) performance = song_play (song);
  const MaqRenderOptions options = { .rate_hz = RATE, .unlimited = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqRender) render = maq_render_new (font, performance, &options, &error);
  float *samples = g_new0 (float, 2 * n_frames);

  g_assert_no_error (error);
  maq_render_read (render, samples, n_frames);
  return samples;
}

/* Whatever is asked for, something sounds, and the user is told. */
static void
test_never_silent (void)
{
  MaqSoundfont *font = load_tiny_font ();
  Song song = SONG_INIT;

  song.n_lanes = 1;
  for (int program = 0; program < 128; program += 9)
    {
      g_autoptr (MaqPerformance) performance = NULL;
      g_autofree float *samples = NULL;
      g_autofree char *message = NULL;

      song.program = program;
      performance = song_play (&song);
      message = maq_soundfont_describe_missing (font, performance);
      samples = render_song (font, &song, RATE);
      g_assert_cmpfloat (peak_of (samples, 0, RATE), >, 0.01f);
      g_assert_nonnull (message);
      g_assert_nonnull (strstr (message, "Lane 0"));
      g_assert_nonnull (strstr (message, "tiny.sf2"));
    }
  song.program = 5;
    {
      g_autoptr (MaqPerformance) performance = song_play (&song);

      g_assert_null (maq_soundfont_describe_missing (font, performance));
    }
  drop_tiny_font (font);
}

static void
test_find_named (void)
{
  static const TinyPreset preset = { 0, 0 };
  g_autofree char *path = tiny_font_write (&preset, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *found = maq_soundfont_find_named ("tiny.sf2", folder);

  g_assert_cmpstr (found, ==, path);
  g_assert_null (maq_soundfont_find_named ("tiny.sf2", NULL));
  g_assert_null (maq_soundfont_find_named ("../tiny.sf2", folder));
  g_assert_null (maq_soundfont_find_named ("", folder));
  g_unlink (path);
  g_rmdir (folder);
}

/* Tunings */

/* From where the wave first rises through zero to where it last does. */
static double
measure_hz (const float *samples,
            guint        start,
            guint        n_frames)
{
  double first = -1.0;
  double last = -1.0;
  guint n_waves = 0;

  for (guint n = start; n + 1 < start + n_frames; n++)
    {
      double here = samples[2 * n];
      double next = samples[2 * n + 2];

      if (here >= 0.0 || next < 0.0)
        continue;
      last = n + here / (here - next);
      if (first < 0.0)
        first = last;
      else
        n_waves++;
    }
  return n_waves * RATE / (last - first);
}

/* A lane of one long note after another, chromatically up from C, in a tuning. */
static MaqPerformance *
play_scale (const gint8 *cents)
{
  MaqNote notes[12];
  g_autoptr (MaqPhrase) plain = NULL;
  g_autoptr (MaqPhrase) phrase = NULL;
  g_autoptr (MaqLane) lane = NULL;
  const MaqStrip strip = { 0 };
  const MaqSpan span = { .id = 1, .length_ticks = 12 * 960, .tempo_qpm = 60.0, .beats = 12,
                         .unit = 4, .beat_ticks = 960, .n_bars = 1 };

  for (guint i = 0; i < 12; i++)
    notes[i] = (MaqNote) { .start_ticks = (gint32) i * 960, .length_ticks = 800,
                           .key = (guint8) (60 + i), .velocity = 100 };
  plain = maq_phrase_new (notes, 12, -1, -1);
  phrase = maq_phrase_with_tuning (plain, cents);
  lane = maq_lane_new (1, "Oud", FALSE, 0, 1, &strip, &phrase, 1);
  return maq_performance_new (&span, 1, &lane, 1, NULL, NULL);
}

static void
measure_scale (MaqSoundfont *font,
               const gint8  *cents,
               double        hz[12])
{
  g_autoptr (MaqPerformance) performance = play_scale (cents);
  const MaqRenderOptions options = { .rate_hz = RATE };
  g_autoptr (MaqRender) render = maq_render_new (font, performance, &options, NULL);
  g_autofree float *samples = g_new0 (float, 2 * 12 * RATE);

  maq_render_read (render, samples, 12 * RATE);
  for (guint i = 0; i < 12; i++)
    hz[i] = measure_hz (samples, i * RATE + RATE / 8, RATE / 2);
}

static void
test_tunings (void)
{
  static const gint8 rast[12] = { 0, 0, 0, 0, -50, 0, 0, 0, 0, 0, -50, -50 };
  static const gint8 odd[12] = { 5, -100, 4, 16, -14, -2, 100, 2, 14, -16, 33, -12 };
  const gint8 *const tunings[] = { rast, odd };
  MaqSoundfont *font = load_tiny_font ();
  double equal[12];

  measure_scale (font, NULL, equal);
  for (guint t = 0; t < G_N_ELEMENTS (tunings); t++)
    {
      double hz[12];
      double worst = 0.0;

      measure_scale (font, tunings[t], hz);
      for (guint i = 0; i < 12; i++)
        worst = fmax (worst, fabs (1200.0 * log2 (hz[i] / equal[i]) - tunings[t][i]));
      g_test_message ("tuning %u: at most %.3f cents off", t, worst);
      g_assert_cmpfloat (worst, <, MAX_CENTS_OFF);
    }
  for (guint i = 1; i < 12; i++)
    g_assert_cmpfloat (fabs (1200.0 * log2 (equal[i] / equal[0]) - 100.0 * i), <, MAX_CENTS_OFF);
  drop_tiny_font (font);
}

/* A tuning that comes while it plays is heard, and goes again. */
static void
test_tuning_comes_and_goes (void)
{
  static const gint8 flat[12] = { -50, -50, -50, -50, -50, -50, -50, -50, -50, -50, -50, -50 };
  MaqSoundfont *font = load_tiny_font ();
  g_autoptr (MaqEngine) engine = maq_engine_new (font, RATE, NULL);
  double hz[3];

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MaqPerformance) performance = play_scale (i == 1 ? flat : NULL);
      g_autofree float *samples = NULL;

      g_assert_true (maq_engine_set_performance (engine, performance, NULL));
      maq_engine_stop (engine);
      maq_engine_seek (engine, 0.0);
      maq_engine_play (engine);
      samples = run_frames (engine, RATE, 480);
      hz[i] = measure_hz (samples, RATE / 4, RATE / 2);
      maq_engine_stop (engine);
      g_free (run_frames (engine, 4 * RATE, 480));
    }
  g_assert_cmpfloat_with_epsilon (1200.0 * log2 (hz[1] / hz[0]), -50.0, MAX_CENTS_OFF);
  g_assert_cmpfloat_with_epsilon (hz[2], hz[0], 0.05);
  g_clear_pointer (&engine, maq_engine_free);
  drop_tiny_font (font);
}

/* More lanes than MIDI has channels */

static Song
forty (void)
{
  Song song = SONG_INIT;

  song.n_spans = 1;
  song.n_bars = 1;
  song.n_lanes = N_LANES;
  song.many = TRUE;
  return song;
}

static float **
render_stems (MaqSoundfont   *font,
              MaqPerformance *performance,
              guint           n_frames)
{
  const MaqRenderOptions options = { .rate_hz = RATE, .stems = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqRender) render = maq_render_new (font, performance, &options, &error);
  guint n_stems = maq_render_get_n_stems (render);
  float **stems = g_new0 (float *, n_stems + 1);

  g_assert_no_error (error);
  for (guint i = 0; i < n_stems; i++)
    stems[i] = g_new0 (float, 2 * n_frames);
  maq_render_read_stems (render, stems, n_frames);
  return stems;
}

/* Each of forty lanes sounds as it does alone: its own program or kit, its own notes. */
static void
test_forty_lanes (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  const guint n_frames = 2 * RATE;
  Song song = forty ();
  g_autoptr (MaqPerformance) all = song_play (&song);
  float **together;

  if (font == NULL)
    return;
  together = render_stems (font, all, n_frames);
  for (guint lane = 0; lane < N_LANES; lane++)
    {
      MaqLane *owner = maq_performance_get_lane (all, lane);
      g_autoptr (MaqPerformance) one
        = maq_performance_new (maq_performance_get_span (all, 0), 1, &owner, 1, NULL, NULL);
      float **alone = render_stems (font, one, n_frames);
      double difference = 0.0;
      double energy = 0.0;

      /* Nearly: FluidSynth takes up voices that others left, which can be measured. */
      for (guint n = 0; n < 2 * n_frames; n++)
        {
          difference += pow (alone[0][n] - together[lane][n], 2.0);
          energy += pow (alone[0][n], 2.0);
        }
      g_assert_cmpfloat (peak_of (together[lane], 0, n_frames), >, 0.003f);
      if (difference > 1e-3 * energy)
        g_error ("lane %u, program %d: %.1f dB off", lane, maq_lane_get_program (owner),
                 10.0 * log10 (difference / energy));
      g_free (alone[0]);
      g_free (alone);
    }
  for (guint lane = 0; lane < N_LANES; lane++)
    g_free (together[lane]);
  g_free (together);
}

/* Hi-hats are hi-hats in the orchestra's kit too, where their keys are timpani. */
static void
test_drum_map (void)
{
  g_assert_cmpint (maq_drum_map_get_key (0, 42), ==, 42);
  g_assert_cmpint (maq_drum_map_get_key (40, 46), ==, 46);
  g_assert_cmpint (maq_drum_map_get_key (48, 42), ==, 27);
  g_assert_cmpint (maq_drum_map_get_key (48, 36), ==, 36);
}

/* An engine that can't make room for more lanes says so and plays on. */
static void
test_no_more_synths (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqEngine) engine = NULL;
  g_autoptr (MaqPerformance) few = NULL;
  g_autoptr (MaqPerformance) many = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree float *samples = NULL;
  Song song = SONG_INIT;

  if (font == NULL)
    return;
  few = song_play (&song);
  song.n_lanes = 60;
  many = song_play (&song);
  engine = maq_engine_new (font, RATE, NULL);
  g_assert_true (maq_engine_set_performance (engine, few, &error));
  refuse_synths = TRUE;
  g_assert_false (maq_engine_set_performance (engine, many, &error));
  refuse_synths = FALSE;
  g_assert_error (error, MAQ_ENGINE_ERROR, MAQ_ENGINE_ERROR_SYNTH);
  maq_engine_play (engine);
  samples = run_frames (engine, RATE, 480);
  g_assert_cmpfloat (peak_of (samples, 0, RATE), >, 0.05f);
  g_assert_true (maq_engine_set_performance (engine, many, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/sounds/nearest", test_nearest);
  g_test_add_func ("/engine/sounds/never-silent", test_never_silent);
  g_test_add_func ("/engine/sounds/find-named", test_find_named);
  g_test_add_func ("/engine/sounds/tunings", test_tunings);
  g_test_add_func ("/engine/sounds/tuning-comes-and-goes", test_tuning_comes_and_goes);
  g_test_add_func ("/engine/sounds/forty-lanes", test_forty_lanes);
  g_test_add_func ("/engine/sounds/drum-map", test_drum_map);
  g_test_add_func ("/engine/sounds/no-more-synths", test_no_more_synths);
  return g_test_run ();
}
