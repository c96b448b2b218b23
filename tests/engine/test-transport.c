/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "fixture.h"

#define RATE 48000

/* -90 dBFS */
#define SILENCE 3.16e-5f

static MaqEngine *
make_engine (const Song *song)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqPerformance) performance = song_play (song);
  g_autoptr (GError) error = NULL;
  MaqEngine *engine;

  if (font == NULL)
    return NULL;
  engine = maq_engine_new (font, RATE, &error);
  g_assert_no_error (error);
  maq_engine_set_performance (engine, performance, NULL);
  return engine;
}

static void
set_song (MaqEngine  *engine,
          const Song *song)
{
  g_autoptr (MaqPerformance) performance = song_play (song);

  maq_engine_set_performance (engine, performance, NULL);
}

static void
get_position (MaqEngine         *engine,
              MaqTransportState *position)
{
  maq_engine_get_position (engine,
                           maq_engine_get_frame (engine) + maq_engine_get_latency (engine),
                           position);
}

/* After stop the notes end and the room rings out; nothing hangs. */
static void
test_stop_leaves_silence (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = make_engine (&song);
  g_autofree float *before = NULL;
  g_autofree float *after = NULL;

  if (engine == NULL)
    return;
  maq_engine_play (engine);
  /* Not on a beat, whose attack would pass for a click. */
  before = run_frames (engine, 5 * RATE / 2 + 4000, 480);
  g_assert_cmpuint (maq_engine_get_n_voices (engine), >, 3);
  maq_engine_stop (engine);
  after = run_frames (engine, 8 * RATE, 480);
  g_assert_cmpfloat (step_of (after, 0, RATE), <=, 1.1f * step_of (before, 0, 5 * RATE / 2));
  g_assert_cmpfloat (peak_of (after, 7 * RATE, RATE), <, SILENCE);
  g_assert_cmpuint (maq_engine_get_n_voices (engine), ==, 0);
}

/* The song's end stops it, and what is written to ring rings. */
static void
test_ends (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = NULL;
  g_autofree float *samples = NULL;
  MaqTransportState position;

  song.n_spans = 1;
  song.n_bars = 1;
  engine = make_engine (&song);
  if (engine == NULL)
    return;
  maq_engine_play (engine);
  samples = run_frames (engine, 12 * RATE, 1000);
  get_position (engine, &position);
  g_assert_false (position.playing);
  g_assert_cmpfloat (position.ticks, ==, BAR);
  g_assert_cmpfloat (peak_of (samples, 11 * RATE, RATE), <, SILENCE);
  g_assert_cmpuint (maq_engine_get_n_voices (engine), ==, 0);
  maq_engine_play (engine);
  g_free (run_frames (engine, RATE / 2, 1000));
  get_position (engine, &position);
  g_assert_true (position.playing);
  g_assert_cmpfloat (position.ticks, <, BAR);
}

/* Where the loop goes back, no sample jumps further than anywhere else. */
static void
test_loop_seam (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = NULL;
  g_autofree float *samples = NULL;
  float elsewhere;
  MaqTransportState position;

  song.without_drums = TRUE;
  engine = make_engine (&song);
  if (engine == NULL)
    return;
  /* One bar and a bit, so that the seam is in the middle of long notes. */
  maq_engine_set_loop (engine, 0, BAR + 700);
  maq_engine_play (engine);
  samples = run_frames (engine, 20 * RATE, 480);
  elsewhere = step_of (samples, 0, 2 * RATE);
  for (guint round = 1; round < 8; round++)
    {
      guint seam = (guint) (round * (BAR + 700) * 60.0 / (120 * 960) * RATE);

      g_assert_cmpfloat (step_of (samples, seam - 960, 1920), <=, 1.05f * elsewhere);
      g_assert_cmpfloat (peak_of (samples, seam + 2400, 9600), >, 0.01f);
    }
  get_position (engine, &position);
  g_assert_true (position.playing);
  g_assert_cmpfloat (position.ticks, <, BAR + 700);
}

/* An edit elsewhere while notes sound: not a sample is different. */
static void
test_edit_under_held_notes (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = NULL;
  g_autoptr (MaqEngine) untouched = NULL;
  g_autofree float *wanted = NULL;
  g_autofree float *before = NULL;
  g_autofree float *after = NULL;
  const guint at = RATE * 7 / 10;

  song.n_lanes = 3;
  song.n_bars = 8;
  engine = make_engine (&song);
  untouched = make_engine (&song);
  if (engine == NULL)
    return;
  maq_engine_play (engine);
  maq_engine_play (untouched);
  wanted = run_frames (untouched, 4 * RATE, 480);
  before = run_frames (engine, at, 480);
  /* Sections more at the end: what sounds is the same. */
  song.n_spans = 6;
  set_song (engine, &song);
  after = run_frames (engine, 4 * RATE - at, 480);
  for (guint i = 0; i < 2 * (4 * RATE - at); i++)
    g_assert_cmpfloat (after[i], ==, wanted[2 * at + i]);
}

/* More lanes than fit come while it plays: the old synthesizers fade, nothing is cut off. */
static void
test_larger_rack_fades (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = NULL;
  g_autofree float *before = NULL;
  g_autofree float *after = NULL;

  song.n_lanes = 3;
  song.without_drums = TRUE;
  engine = make_engine (&song);
  if (engine == NULL)
    return;
  maq_engine_play (engine);
  before = run_frames (engine, RATE * 7 / 10, 480);
  song.n_lanes = 40;
  song.muted = 0xfffffff8;
  set_song (engine, &song);
  after = run_frames (engine, RATE / 10, 480);
  g_assert_cmpfloat (peak_of (before, RATE * 6 / 10, RATE / 10), >, 0.02f);
  g_assert_cmpfloat (step_of (after, 0, RATE / 10), <=,
                     1.3f * step_of (before, RATE / 2, RATE / 5));
  /* As the limiter's latency ends, a share of the old sound is still there. */
  g_assert_cmpfloat (peak_of (after, maq_engine_get_latency (engine), 200), >,
                     0.3f * peak_of (before, RATE * 6 / 10, RATE / 10));
}

static void
test_mute_glides (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = NULL;
  g_autoptr (MaqEngine) untouched = NULL;
  g_autofree float *wanted = NULL;
  float elsewhere;

  song.n_lanes = 3;
  song.n_bars = 8;
  engine = make_engine (&song);
  untouched = make_engine (&song);
  if (engine == NULL)
    return;
  maq_engine_play (untouched);
  wanted = run_frames (untouched, 4 * RATE, 480);
  elsewhere = step_of (wanted, 0, 4 * RATE);
  maq_engine_play (engine);
  for (guint round = 0; round < 12; round++)
    {
      g_autofree float *samples = NULL;

      song.muted = round % 3 == 1 ? 7 : 0;
      song.soloed = round % 3 == 2 ? 2 : 0;
      set_song (engine, &song);
      maq_engine_set_gain (engine, round % 2 == 0 ? 0.0 : -9.0);
      samples = run_frames (engine, RATE / 3, 480);
      g_assert_cmpfloat (step_of (samples, 0, RATE / 10), <=, 1.05f * elsewhere);
      if (song.muted != 0)
        g_assert_cmpfloat (peak_of (samples, RATE / 3 - 2000, 2000), <,
                           0.3f * peak_of (wanted, 0, 4 * RATE));
    }
}

/* As many lanes as an orchestra, coming while it plays. */
/* How loud the room rings on after the music, beside the music. */
static double
measure_room (double distance)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = NULL;
  g_autofree float *playing = NULL;
  g_autofree float *after = NULL;

  song.without_drums = TRUE;
  song.distance = distance;
  engine = make_engine (&song);
  if (engine == NULL)
    return 0.0;
  maq_engine_play (engine);
  playing = run_frames (engine, 2 * RATE, 480);
  maq_engine_stop (engine);
  after = run_frames (engine, 2 * RATE, 480);
  return peak_of (after, RATE, RATE / 2) / peak_of (playing, RATE, RATE);
}

/* Distance is a matter of the room, not of the gain. */
static void
test_distance_is_room (void)
{
  double near = measure_room (0.0);
  double far = measure_room (1.0);

  g_test_message ("room after the music: near %.1f dB, far %.1f dB", 20.0 * log10 (near + 1e-9),
                  20.0 * log10 (far + 1e-9));
  if (near > 0.0)
    g_assert_cmpfloat (far, >, 1.6 * near);
}

static void
test_forty_lanes (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = NULL;
  g_autofree float *before = NULL;
  g_autofree float *after = NULL;
  float elsewhere;

  song.n_lanes = 3;
  engine = make_engine (&song);
  if (engine == NULL)
    return;
  maq_engine_play (engine);
  before = run_frames (engine, 3 * RATE, 480);
  elsewhere = step_of (before, 0, 3 * RATE);
  song.n_lanes = 40;
  set_song (engine, &song);
  after = run_frames (engine, 3 * RATE, 480);
  g_assert_cmpfloat (step_of (after, 0, 1000), <=, 4.0f * elsewhere);
  g_assert_cmpfloat (peak_of (after, RATE, RATE), >, peak_of (before, RATE, RATE));
  g_assert_cmpfloat (peak_of (after, 0, 3 * RATE), <=, 0.8913f);
  g_assert_cmpuint (maq_engine_get_n_voices (engine), >, 40);
  for (guint lane = 0; lane < 40; lane++)
    g_assert_cmpfloat (maq_engine_take_lane_peak (engine, lane + 1), >, 0.0f);
  maq_engine_stop (engine);
  g_free (run_frames (engine, 8 * RATE, 480));
  g_assert_cmpuint (maq_engine_get_n_voices (engine), ==, 0);
}

/* What an edit does to the place of the listener: nothing. */
static void
test_place_is_kept (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = make_engine (&song);
  MaqTransportState before;
  MaqTransportState after;

  if (engine == NULL)
    return;
  maq_engine_seek (engine, 5 * BAR + 480);
  maq_engine_play (engine);
  g_free (run_frames (engine, RATE / 4, 480));
  get_position (engine, &before);
  g_assert_cmpuint (before.span_id, ==, 2);

  /* All sections twice as long: the section before grew, this place stays. */
  song.n_bars = 8;
  set_song (engine, &song);
  g_free (run_frames (engine, 64, 64));
  get_position (engine, &after);
  g_assert_cmpuint (after.span_id, ==, 2);
  g_assert_cmpfloat (fabs (after.span_ticks - before.span_ticks), <, 10.0);
  g_assert_cmpfloat (after.ticks, >, 8 * BAR);

  /* The section is gone: the same beat of the one in its place. */
  song.first_id = 20;
  set_song (engine, &song);
  g_free (run_frames (engine, 64, 64));
  get_position (engine, &after);
  g_assert_cmpuint (after.span_id, ==, 21);
  g_assert_true (after.playing);
  g_assert_cmpfloat (fabs (after.span_ticks - before.span_ticks), <, 20.0);

  /* It became shorter than where we are: still on the beat. */
  maq_engine_seek (engine, 15 * BAR + 960);
  g_free (run_frames (engine, 64, 64));
  song.n_bars = 2;
  set_song (engine, &song);
  g_free (run_frames (engine, 64, 64));
  get_position (engine, &after);
  g_assert_cmpuint (after.span_id, ==, 21);
  g_assert_cmpfloat (fabs (after.span_ticks - BAR - 960), <, 20.0);
}

static void
test_loop_moves_with_music (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = make_engine (&song);
  MaqTick start;
  MaqTick end;

  if (engine == NULL)
    return;
  g_assert_false (maq_engine_get_loop (engine, NULL, NULL));
  maq_engine_set_loop (engine, 4 * BAR, 8 * BAR);
  g_assert_true (maq_engine_get_loop (engine, &start, &end));
  g_assert_cmpint (start, ==, 4 * BAR);
  g_assert_cmpint (end, ==, 8 * BAR);
  song.n_bars = 6;
  set_song (engine, &song);
  g_assert_true (maq_engine_get_loop (engine, &start, &end));
  g_assert_cmpint (start, ==, 6 * BAR);
  g_assert_cmpint (end, ==, 12 * BAR);
  song.first_id = 30;
  set_song (engine, &song);
  g_assert_false (maq_engine_get_loop (engine, NULL, NULL));
}

/* Many commands while nobody listens: none is lost, the last one counts. */
/* A loop whose section goes is gone, also when the section comes back. */
static void
test_loop_goes_with_section (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = NULL;
  MaqTransportState position;

  song.n_bars = 1;
  engine = make_engine (&song);
  if (engine == NULL)
    return;
  maq_engine_set_loop (engine, 3 * BAR, 4 * BAR);
  g_free (run_frames (engine, RATE / 10, 480));
  song.n_spans = 3;
  set_song (engine, &song);
  g_assert_false (maq_engine_get_loop (engine, NULL, NULL));
  g_free (run_frames (engine, RATE / 10, 480));
  song.n_spans = 4;
  set_song (engine, &song);
  maq_engine_seek (engine, 3.5 * BAR);
  maq_engine_play (engine);
  g_free (run_frames (engine, 3 * RATE, 480));
  get_position (engine, &position);
  g_assert_false (position.playing);
}

static void
test_commands_wait (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqEngine) engine = make_engine (&song);
  MaqTransportState position;

  if (engine == NULL)
    return;
  for (guint i = 0; i < 3000; i++)
    maq_engine_seek (engine, i);
  for (guint i = 0; i < 20; i++)
    {
      g_free (run_frames (engine, 640, 64));
      maq_engine_collect (engine);
    }
  get_position (engine, &position);
  g_assert_cmpfloat (position.ticks, ==, 2999.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/transport/stop-leaves-silence", test_stop_leaves_silence);
  g_test_add_func ("/engine/transport/ends", test_ends);
  g_test_add_func ("/engine/transport/loop-seam", test_loop_seam);
  g_test_add_func ("/engine/transport/edit-under-held-notes", test_edit_under_held_notes);
  g_test_add_func ("/engine/transport/larger-rack-fades", test_larger_rack_fades);
  g_test_add_func ("/engine/transport/mute-glides", test_mute_glides);
  g_test_add_func ("/engine/transport/distance-is-room", test_distance_is_room);
  g_test_add_func ("/engine/transport/forty-lanes", test_forty_lanes);
  g_test_add_func ("/engine/transport/place-is-kept", test_place_is_kept);
  g_test_add_func ("/engine/transport/loop-moves-with-music", test_loop_moves_with_music);
  g_test_add_func ("/engine/transport/loop-goes-with-section", test_loop_goes_with_section);
  g_test_add_func ("/engine/transport/commands-wait", test_commands_wait);
  return g_test_run ();
}
