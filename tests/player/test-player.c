/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-player.h"

#include <math.h>
#include <string.h>

#include "fixture.h"

static gboolean
is_time_up (gint64 until_usec)
{
  return g_get_monotonic_time () >= until_usec;
}

/* Lets the main loop run until a property has a value, half a minute at most. */
static gboolean
wait_for (MaqPlayer  *player,
          const char *property,
          gboolean    value)
{
  gint64 until_usec = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!is_time_up (until_usec))
    {
      gboolean is;

      g_object_get (player, property, &is, NULL);
      if (is == value)
        return TRUE;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  return FALSE;
}

static void
run_for (guint msec)
{
  gint64 until_usec = g_get_monotonic_time () + msec * 1000;

  while (!is_time_up (until_usec))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static MaqPlayer *
make_player (MaqPerformance *performance)
{
  g_autoptr (MaqPlayer) player = maq_player_new ();
  g_autoptr (MaqSoundfont) font = load_font ();

  if (font == NULL)
    return NULL;
  maq_player_load_soundfont (player, NULL);
  maq_player_set_performance (player, performance);
  g_assert_true (wait_for (player, "ready", TRUE));
  return g_steal_pointer (&player);
}

static void
count_cb (MaqPlayer  *player,
          GParamSpec *pspec,
          int        *count)
{
  ++*count;
}

/* Until the music has come beyond a place, half a minute at most. */
static MaqTransportState
wait_for_ticks (MaqPlayer *player,
                double     ticks)
{
  gint64 until_usec = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  MaqTransportState state;

  do
    {
      run_for (10);
      maq_player_get_position (player, &state);
    }
  while (state.ticks <= ticks && !is_time_up (until_usec));
  return state;
}

/* How far the music is off the clock after a second, in ticks. */
static double
measure_drift (MaqPlayer *player,
               double     tempo_qpm)
{
  gint64 usec = g_get_monotonic_time ();
  MaqTransportState first;
  MaqTransportState second;
  double ticks;

  maq_player_get_position (player, &first);
  run_for (1000);
  maq_player_get_position (player, &second);
  usec = g_get_monotonic_time () - usec;
  ticks = maq_seconds_to_ticks ((double) usec / G_USEC_PER_SEC, tempo_qpm);
  g_test_message ("%.0f ticks in %.0f", second.ticks - first.ticks, ticks);
  return fabs (second.ticks - first.ticks - ticks);
}

/* With or without a device, the song moves on at its own pace. */
static void
test_moves_on (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = song_play (&song);
  g_autoptr (MaqPlayer) player = make_player (performance);
  MaqTransportState first;
  MaqTransportState second;
  double drift = G_MAXDOUBLE;

  if (player == NULL)
    return;
  maq_player_play (player);
  g_assert_true (maq_player_get_playing (player));
  first = wait_for_ticks (player, 200.0);
  g_assert_true (first.playing);
  g_assert_cmpfloat (first.ticks, >, 200.0);
  /* a machine with much else to do may miss its time once, and the next time not */
  for (int i = 0; i < 6 && drift >= 300.0; i++)
    drift = measure_drift (player, song.tempo_qpm);
  g_assert_cmpfloat (drift, <, 300.0);
  if (maq_player_get_message (player) != NULL)
    g_test_message ("%s", maq_player_get_message (player));
  maq_player_stop (player);
  g_assert_false (maq_player_get_playing (player));
  run_for (400);
  maq_player_get_position (player, &first);
  run_for (200);
  maq_player_get_position (player, &second);
  g_assert_false (second.playing);
  g_assert_cmpfloat (first.ticks, ==, second.ticks);
}

static void
test_stops_at_end (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (MaqPlayer) player = NULL;
  int count = 0;

  song.n_spans = 1;
  song.n_bars = 1;
  song.tempo_qpm = 400.0;
  performance = song_play (&song);
  player = make_player (performance);
  if (player == NULL)
    return;
  g_signal_connect (player, "notify::playing", G_CALLBACK (count_cb), &count);
  maq_player_play (player);
  g_assert_true (wait_for (player, "playing", FALSE));
  g_assert_cmpint (count, ==, 2);
}

static void
test_seek_shows_at_once (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = song_play (&song);
  g_autoptr (MaqPlayer) player = make_player (performance);
  MaqTransportState position;

  if (player == NULL)
    return;
  run_for (200);
  maq_player_seek (player, 5 * BAR + 100);
  maq_player_get_position (player, &position);
  g_assert_cmpfloat (position.ticks, ==, 5 * BAR + 100);
  g_assert_cmpuint (position.span_id, ==, 2);
  run_for (500);
  maq_player_get_position (player, &position);
  g_assert_cmpfloat (position.ticks, ==, 5 * BAR + 100);
}

/* A font that is not there is said to be missing, and the system's plays instead. */
static void
test_missing_font (void)
{
  g_autoptr (MaqPlayer) player = maq_player_new ();
  int count = 0;

  g_signal_connect (player, "notify::message", G_CALLBACK (count_cb), &count);
  maq_player_load_soundfont (player, "/nowhere/at-all.sf2");
  for (guint i = 0; i < 500 && count == 0; i++)
    run_for (10);
  g_assert_cmpint (count, ==, 1);
  g_assert_nonnull (strstr (maq_player_get_message (player), "at-all.sf2"));
  g_assert_true (maq_player_get_ready (player));
}

static void
test_remembers_before_ready (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = song_play (&song);
  g_autoptr (MaqPlayer) player = maq_player_new ();
  MaqTransportState position;
  MaqTick start;
  MaqTick end;
  g_autoptr (MaqSoundfont) font = load_font ();

  if (font == NULL)
    return;
  maq_player_set_performance (player, performance);
  maq_player_set_loop (player, 4 * BAR, 8 * BAR);
  maq_player_set_gain (player, -6.0);
  maq_player_seek (player, 4 * BAR);
  maq_player_play (player);
  g_assert_true (maq_player_get_playing (player));
  maq_player_get_position (player, &position);
  g_assert_cmpuint (position.span_id, ==, 2);
  maq_player_load_soundfont (player, NULL);
  g_assert_true (wait_for (player, "ready", TRUE));
  position = wait_for_ticks (player, 4 * BAR);
  g_assert_true (position.playing);
  g_assert_cmpuint (position.span_id, ==, 2);
  g_assert_cmpfloat (position.span_ticks, >, 0.0);
  g_assert_true (maq_player_get_loop (player, &start, &end));
  g_assert_cmpint (start, ==, 4 * BAR);
  g_assert_cmpint (end, ==, 8 * BAR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/player/player/moves-on", test_moves_on);
  g_test_add_func ("/player/player/stops-at-end", test_stops_at_end);
  g_test_add_func ("/player/player/seek-shows-at-once", test_seek_shows_at_once);
  g_test_add_func ("/player/player/missing-font", test_missing_font);
  g_test_add_func ("/player/player/remembers-before-ready", test_remembers_before_ready);
  return g_test_run ();
}
