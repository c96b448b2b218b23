/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdatomic.h>

#include "fixture.h"

#define RATE 48000
#define N_SWAPS 10000
#define N_SONGS 16

typedef struct
{
  MaqEngine   *engine;
  _Atomic int  stop;
  guint        n_blocks;
  gboolean     is_finite;
} Sounding;

static gpointer
sound (gpointer data)
{
  Sounding *self = data;

  while (!atomic_load (&self->stop))
    {
      float samples[2 * 128];

      maq_engine_run (self->engine, samples, 128);
      for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
        if (!isfinite (samples[i]))
          self->is_finite = FALSE;
      self->n_blocks++;
    }
  return NULL;
}

static MaqPerformance *
bend_song (GRand *random)
{
  Song song = SONG_INIT;

  song.n_spans = (guint) g_rand_int_range (random, 0, 6);
  song.n_bars = (guint) g_rand_int_range (random, 1, 6);
  song.n_lanes = (guint) g_rand_int_range (random, 0, 9);
  song.first_id = (guint) g_rand_int_range (random, 1, 4);
  song.tempo_qpm = g_rand_double_range (random, 60.0, 400.0);
  song.program = g_rand_int_range (random, 0, 100);
  song.muted = (guint) g_rand_int_range (random, 0, 8);
  return song_play (&song);
}

static void
command (MaqEngine *engine,
         GRand     *random)
{
  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      maq_engine_stop (engine);
      break;
    case 1:
      maq_engine_seek (engine, g_rand_double_range (random, 0.0, 20 * BAR));
      break;
    case 2:
      maq_engine_jump (engine, g_rand_double_range (random, 0.0, 20 * BAR));
      break;
    case 3:
      maq_engine_set_loop (engine, g_rand_int_range (random, 0, 8 * BAR),
                           g_rand_int_range (random, 0, 16 * BAR));
      break;
    case 4:
      maq_engine_set_metronome (engine, g_rand_boolean (random));
      break;
    case 5:
      maq_engine_set_count_in (engine, g_rand_boolean (random));
      break;
    default:
      maq_engine_play (engine);
      break;
    }
}

/* So that not all of the songs are replaced before they were ever heard. */
static void
wait_for_quantum (MaqEngine *engine)
{
  MaqFrame frame = maq_engine_get_frame (engine);

  for (guint i = 0; i < 1000 && maq_engine_get_frame (engine) == frame; i++)
    g_usleep (20);
}

/* One thread plays, the other changes the song ten thousand times. */
static void
test_ten_thousand (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) songs = NULL;
  g_autoptr (GError) error = NULL;
  Sounding sounding = { .is_finite = TRUE };
  MaqTransportState position;
  GThread *thread;

  if (font == NULL)
    return;
  songs = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_performance_unref);
  for (guint i = 0; i < N_SONGS; i++)
    g_ptr_array_add (songs, bend_song (random));
  sounding.engine = maq_engine_new (font, RATE, &error);
  g_assert_no_error (error);
  thread = g_thread_new ("sounding", sound, &sounding);
  maq_engine_play (sounding.engine);
  for (guint i = 0; i < N_SWAPS; i++)
    {
      float left;
      float right;

      maq_engine_set_performance (sounding.engine,
                                  songs->pdata[g_rand_int_range (random, 0, N_SONGS)], NULL);
      command (sounding.engine, random);
      maq_engine_get_position (sounding.engine, maq_engine_get_frame (sounding.engine), &position);
      g_assert_cmpfloat (position.ticks, >=, 0.0);
      maq_engine_take_peaks (sounding.engine, &left, &right);
      g_assert_cmpfloat (left, <=, 0.8913f);
      maq_engine_take_lane_peak (sounding.engine, 1);
      maq_engine_collect (sounding.engine);
      if (i % 4 == 0)
        wait_for_quantum (sounding.engine);
    }
  atomic_store (&sounding.stop, 1);
  g_thread_join (thread);
  g_test_message ("%u blocks of 128 frames meanwhile", sounding.n_blocks);
  g_assert_true (sounding.is_finite);

  /* And nothing hangs afterwards. */
  maq_engine_stop (sounding.engine);
  for (guint i = 0; i < 20; i++)
    {
      g_free (run_frames (sounding.engine, RATE / 2, 480));
      maq_engine_collect (sounding.engine);
    }
  g_assert_cmpuint (maq_engine_get_n_voices (sounding.engine), ==, 0);
  maq_engine_free (sounding.engine);
}

/* The rack grows while it plays, and is given back by the control thread. */
static void
test_growing (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (GError) error = NULL;
  Sounding sounding = { .is_finite = TRUE };
  GThread *thread;
  Song song = SONG_INIT;

  if (font == NULL)
    return;
  sounding.engine = maq_engine_new (font, RATE, &error);
  thread = g_thread_new ("sounding", sound, &sounding);
  maq_engine_play (sounding.engine);
  for (song.n_lanes = 2; song.n_lanes < 120; song.n_lanes += 7)
    {
      g_autoptr (MaqPerformance) performance = song_play (&song);

      maq_engine_set_performance (sounding.engine, performance, NULL);
      maq_engine_play (sounding.engine);
      g_usleep (20000);
      maq_engine_collect (sounding.engine);
    }
  atomic_store (&sounding.stop, 1);
  g_thread_join (thread);
  g_assert_true (sounding.is_finite);
  maq_engine_free (sounding.engine);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/swap/ten-thousand", test_ten_thousand);
  g_test_add_func ("/engine/swap/growing", test_growing);
  return g_test_run ();
}
