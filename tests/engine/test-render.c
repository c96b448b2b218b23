/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-render.h"

#include <math.h>

#include "fixture.h"

#define RATE 48000
#define DC_MAX 2e-5

static float *
render (MaqSoundfont           *font,
        MaqPerformance         *performance,
        const MaqRenderOptions *options,
        guint                   block,
        guint                  *n_frames)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqRender) self = maq_render_new (font, performance, options, &error);
  guint n_all;
  guint done = 0;
  guint n;
  float *samples;

  g_assert_no_error (error);
  n_all = (guint) maq_render_get_n_frames (self);
  samples = g_new0 (float, 2 * (n_all + block));
  while ((n = maq_render_read (self, samples + 2 * done, block)) > 0)
    done += n;
  g_assert_cmpuint (done, ==, n_all);
  g_assert_cmpint (maq_render_get_done (self), ==, n_all);
  *n_frames = n_all;
  return samples;
}

static void
assert_same (const float *samples,
             const float *wanted,
             guint        n_frames)
{
  for (guint n = 0; n < 2 * n_frames; n++)
    if (samples[n] != wanted[n])
      g_error ("sample %u: %g instead of %g", n, samples[n], wanted[n]);
}

/* Two threads or one, read in any blocks, once or twice: the same bits. */
static void
test_repeats (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  Song song = SONG_INIT;
  MaqRenderOptions options = MAQ_RENDER_OPTIONS_INIT;
  g_autoptr (MaqPerformance) performance = song_play (&song);
  g_autofree float *wanted = NULL;
  g_autofree float *again = NULL;
  g_autofree float *alone = NULL;
  guint n_frames;

  if (font == NULL)
    return;
  wanted = render (font, performance, &options, MAQ_RENDER_BLOCK, &n_frames);
  g_assert_cmpuint (n_frames, ==, (32 + 3) * RATE);
  g_assert_cmpfloat (peak_of (wanted, 0, n_frames), >, 0.1f);
  again = render (font, performance, &options, 1000, &n_frames);
  assert_same (again, wanted, n_frames);
  options.one_thread = TRUE;
  alone = render (font, performance, &options, 77777, &n_frames);
  assert_same (alone, wanted, n_frames);
}

/* What is exported is what is heard, in any room and at any tempo. */
static void
test_same_as_live (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqEngine) engine = NULL;
  g_autoptr (GError) error = NULL;
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autofree float *wanted = NULL;
  g_autofree float *live = NULL;
  guint latency;
  guint n_frames;

  if (font == NULL)
    return;
  song.directed = TRUE;
  song.rooms[1] = MAQ_ROOM_PLATE;
  performance = song_play (&song);
  wanted = render (font, performance, NULL, MAQ_RENDER_BLOCK, &n_frames);
  engine = maq_engine_new (font, RATE, &error);
  g_assert_no_error (error);
  maq_engine_set_performance (engine, performance, NULL);
  maq_engine_play (engine);
  latency = maq_engine_get_latency (engine);
  live = run_frames (engine, n_frames + latency, 480);
  assert_same (live + 2 * latency, wanted, n_frames);
}

/* Samples of a font may be off the middle; a mix of them is not. */
static void
test_no_dc (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = song_play (&song);
  MaqRenderOptions options = { .end_ticks = 8 * BAR, .tail_seconds = 3.0 };
  g_autofree float *samples = NULL;
  double sums[2] = { 0.0 };
  guint n_frames;

  if (font == NULL)
    return;
  samples = render (font, performance, &options, MAQ_RENDER_BLOCK, &n_frames);
  for (guint n = 0; n < 2 * n_frames; n++)
    sums[n % 2] += samples[n];
  g_test_message ("%g left, %g right", sums[0] / n_frames, sums[1] / n_frames);
  g_assert_cmpfloat (fabs (sums[0] / n_frames), <, DC_MAX);
  g_assert_cmpfloat (fabs (sums[1] / n_frames), <, DC_MAX);
}

/* Also where the sections change the room, swell, duck, drop out and fade. */
static void
test_stems_add_up (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqRender) stems = NULL;
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = NULL;
  MaqRenderOptions options = MAQ_RENDER_OPTIONS_INIT;
  g_autofree float *mix = NULL;
  float *blocks[5];
  double difference = 0.0;
  guint n_frames;
  guint done = 0;
  guint n;

  if (font == NULL)
    return;
  song.n_bars = 2;
  song.directed = TRUE;
  song.rooms[1] = MAQ_ROOM_HALL;
  song.distance = 0.7;
  performance = song_play (&song);
  options.unlimited = TRUE;
  mix = render (font, performance, &options, MAQ_RENDER_BLOCK, &n_frames);
  options.stems = TRUE;
  stems = maq_render_new (font, performance, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (maq_render_get_n_stems (stems), ==, 5);
  for (guint lane = 0; lane < 5; lane++)
    blocks[lane] = g_new0 (float, 2 * 4000);
  while ((n = maq_render_read_stems (stems, blocks, 4000)) > 0)
    {
      for (guint i = 0; i < 2 * n; i++)
        {
          double sum = 0.0;

          for (guint lane = 0; lane < 5; lane++)
            sum += blocks[lane][i];
          difference = fmax (difference, fabs (sum - mix[2 * done + i]));
        }
      done += n;
    }
  g_assert_cmpuint (done, ==, n_frames);
  g_test_message ("the sum of the stems is off by %.1f dBFS at most", 20.0 * log10 (difference));
  g_assert_cmpfloat (peak_of (mix, 0, n_frames), >, 0.1f);
  g_assert_cmpfloat (20.0 * log10 (difference), <, -110.0);
  for (guint lane = 0; lane < 5; lane++)
    g_free (blocks[lane]);
}

static double
energy_db (const float *samples,
           double       from_seconds,
           double       to_seconds)
{
  double sum = 0.0;

  for (guint n = (guint) (from_seconds * RATE); n < (guint) (to_seconds * RATE); n++)
    sum += samples[2 * n] * samples[2 * n] + samples[2 * n + 1] * samples[2 * n + 1];
  return 10.0 * log10 (sum + 1e-20);
}

/* What the sections do to the mix is what they say, against the same song left alone. */
static void
test_dynamics (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) plain = NULL;
  g_autoptr (MaqPerformance) directed = NULL;
  MaqRenderOptions options = { .unlimited = TRUE };
  g_autofree float *as_is = NULL;
  g_autofree float *done = NULL;
  guint n_frames;
  double bars[16];

  if (font == NULL)
    return;
  song.distance = 0.1;
  song.rooms[0] = song.rooms[1] = MAQ_ROOM_BOOTH;
  plain = song_play (&song);
  song.directed = TRUE;
  directed = song_play (&song);
  as_is = render (font, plain, &options, MAQ_RENDER_BLOCK, &n_frames);
  done = render (font, directed, &options, MAQ_RENDER_BLOCK, &n_frames);
  for (guint bar = 0; bar < 15; bar++)
    {
      bars[bar] = energy_db (done, 2.0 * bar + 0.05, 2.0 * bar + 1.95)
                  - energy_db (as_is, 2.0 * bar + 0.05, 2.0 * bar + 1.95);
      g_test_message ("bar %u: %+.1f dB", bar, bars[bar]);
    }
  /* A swell from -6 dB to where it was. */
  g_assert_cmpfloat_with_epsilon (bars[0], -5.25, 0.3);
  g_assert_cmpfloat_with_epsilon (bars[1], -3.75, 0.3);
  g_assert_cmpfloat_with_epsilon (bars[3], -0.75, 0.3);
  /* All that is not in front is ducked. */
  for (guint bar = 4; bar < 8; bar++)
    g_assert_cmpfloat_with_epsilon (bars[bar], -5.0, 0.3);
  /* The last bar drops out: what is left is the room. */
  for (guint bar = 8; bar < 11; bar++)
    g_assert_cmpfloat_with_epsilon (bars[bar], 0.0, 0.3);
  g_assert_cmpfloat (energy_db (done, 22.5, 23.9) - energy_db (as_is, 22.5, 23.9), <, -60.0);
  g_assert_cmpfloat_with_epsilon (bars[12], 0.0, 0.3);
  /* A fade to nothing, in a ritardando. */
  g_assert_cmpfloat (peak_of (as_is, 32 * RATE - RATE / 50, RATE / 100), >, 0.02f);
  g_assert_cmpfloat (peak_of (done, n_frames - RATE / 50, RATE / 50), <, 1e-3f);
}

static void
test_range (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = song_play (&song);
  MaqRenderOptions options = MAQ_RENDER_OPTIONS_INIT;
  g_autofree float *samples = NULL;
  guint n_frames;

  if (font == NULL)
    return;
  options.start_ticks = 4 * BAR;
  options.end_ticks = 6 * BAR;
  options.tail_seconds = 6.0;
  samples = render (font, performance, &options, MAQ_RENDER_BLOCK, &n_frames);
  g_assert_cmpuint (n_frames, ==, (4 + 6) * RATE);
  g_assert_cmpfloat (peak_of (samples, 0, RATE / 4), >, 0.1f);
  g_assert_cmpfloat (peak_of (samples, 9 * RATE, RATE), <, 3.2e-5f);
}

/* A start at or behind the end of the song is followed by nothing. */
static void
test_start_at_end (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = song_play (&song);
  MaqRenderOptions options = { .start_ticks = 16 * BAR, .tail_seconds = 1.0 };
  g_autofree float *samples = NULL;
  guint n_frames;

  if (font == NULL)
    return;
  samples = render (font, performance, &options, MAQ_RENDER_BLOCK, &n_frames);
  g_assert_cmpuint (n_frames, ==, RATE);
  g_assert_cmpfloat (peak_of (samples, 0, n_frames), ==, 0.0f);
}

static void
test_solo (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) all = song_play (&song);
  g_autoptr (MaqPerformance) one = NULL;
  MaqRenderOptions options = MAQ_RENDER_OPTIONS_INIT;
  g_autofree float *solo = NULL;
  g_autofree float *muted = NULL;
  guint n_frames;

  if (font == NULL)
    return;
  song.muted = 0x1d;
  one = song_play (&song);
  options.end_ticks = 2 * BAR;
  muted = render (font, one, &options, MAQ_RENDER_BLOCK, &n_frames);
  options.solo_lane_id = 2;
  solo = render (font, all, &options, MAQ_RENDER_BLOCK, &n_frames);
  assert_same (solo, muted, n_frames);
  g_assert_cmpfloat (peak_of (solo, 0, n_frames), >, 0.02f);
}

static void
test_empty_song (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqPerformance) nothing = maq_performance_new (NULL, 0, NULL, 0, NULL, NULL);
  MaqRenderOptions options = { .tail_seconds = 0.5 };
  g_autofree float *samples = NULL;
  guint n_frames;

  if (font == NULL)
    return;
  samples = render (font, nothing, &options, 512, &n_frames);
  g_assert_cmpuint (n_frames, ==, RATE / 2);
  g_assert_cmpfloat (peak_of (samples, 0, n_frames), ==, 0.0f);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/render/repeats", test_repeats);
  g_test_add_func ("/engine/render/same-as-live", test_same_as_live);
  g_test_add_func ("/engine/render/no-dc", test_no_dc);
  g_test_add_func ("/engine/render/stems-add-up", test_stems_add_up);
  g_test_add_func ("/engine/render/dynamics", test_dynamics);
  g_test_add_func ("/engine/render/range", test_range);
  g_test_add_func ("/engine/render/start-at-end", test_start_at_end);
  g_test_add_func ("/engine/render/solo", test_solo);
  g_test_add_func ("/engine/render/empty-song", test_empty_song);
  return g_test_run ();
}
