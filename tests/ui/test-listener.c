/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is heard for a while, and what is heard afterwards. */

#include "maq-listener.h"
#include "maq-new-song.h"
#include "maq-player.h"

static void
assert_loop (MaqListener *listener,
             MaqTick      start_ticks,
             MaqTick      end_ticks)
{
  MaqTick start = 0;
  MaqTick end = 0;

  maq_player_get_loop (MAQ_PLAYER (maq_listener_get_player (listener)), &start, &end);
  g_assert_cmpint (start, ==, start_ticks);
  g_assert_cmpint (end, ==, end_ticks);
}

static void
test_loop_outlives_audition (void)
{
  g_autoptr (MaqProject) root = maq_new_song_create ();
  g_autoptr (MaqProject) other = maq_new_song_create ();
  g_autoptr (MaqListener) listener = maq_listener_new ();

  maq_listener_set_song (listener, maq_project_get_current (root));
  maq_listener_set_loop (listener, 480, 960);
  maq_listener_audition (listener, maq_project_get_current (other), 0, 1920);
  assert_loop (listener, 0, 1920);
  maq_listener_set_loop (listener, 960, 1440);
  assert_loop (listener, 0, 1920);
  maq_listener_end_audition (listener);
  assert_loop (listener, 960, 1440);

  /* nor does one that is taken away come back */
  maq_listener_audition (listener, maq_project_get_current (other), 0, 1920);
  maq_listener_set_loop (listener, 0, 0);
  maq_listener_end_audition (listener);
  assert_loop (listener, 0, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/listener/loop-outlives-audition", test_loop_outlives_audition);
  return g_test_run ();
}
