/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A sound server of its own, whose only device is a null sink: what is heard
 * is recorded from its monitor. Then the server dies, and comes back.
 */

#include "maq-player.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <gst/gst.h>

#include "fixture.h"

#define RATE 48000

typedef struct
{
  char        *folder;
  char        *socket;
  GSubprocess *server;
} Fixture;

static void
run_for (guint msec)
{
  gint64 until_usec = g_get_monotonic_time () + msec * 1000;

  while (g_get_monotonic_time () < until_usec)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
start_server (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                      | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                                      "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no",
                                      "--exit-idle-time=-1", "--disallow-exit",
                                      "--realtime=no", "--high-priority=no", "-L",
                                      "module-native-protocol-unix auth-anonymous=1", "-L",
                                      "module-null-sink sink_name=test rate=48000 "
                                      "format=float32le", NULL);
  g_assert_no_error (error);
  for (guint i = 0; i < 200 && !g_file_test (fixture->socket, G_FILE_TEST_EXISTS); i++)
    g_usleep (20000);
  g_usleep (300000);
}

static void
stop_server (Fixture *fixture)
{
  if (fixture->server == NULL)
    return;
  g_subprocess_force_exit (fixture->server);
  g_subprocess_wait (fixture->server, NULL, NULL);
  g_clear_object (&fixture->server);
  g_unlink (fixture->socket);
}

static gboolean
is_possible (void)
{
  g_autofree char *server = g_find_program_in_path ("pulseaudio");
  g_autofree char *recorder = g_find_program_in_path ("parec");
  GstElementFactory *factory = gst_element_factory_find ("pulsesink");

  if (factory == NULL || server == NULL || recorder == NULL)
    return FALSE;
  gst_object_unref (factory);
  return TRUE;
}

static MaqPlayer *
make_player (void)
{
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = NULL;
  MaqPlayer *player = maq_player_new ();

  song.n_bars = 50;
  performance = song_play (&song);
  maq_player_set_performance (player, performance);
  maq_player_load_soundfont (player, NULL);
  for (guint i = 0; i < 100 && !maq_player_get_ready (player); i++)
    run_for (20);
  g_assert_true (maq_player_get_ready (player));
  return player;
}

/* The highest sample that the device is given within two seconds. */
static float
record (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) recorder = NULL;
  const guint n_bytes = 2 * RATE * 2 * sizeof (float);
  g_autofree float *samples = g_malloc0 (n_bytes);
  gsize n_read = 0;

  recorder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                               &error, "parec", "-d", "test.monitor", "--format=float32le",
                               "--rate=48000", "--channels=2", "--latency-msec=5", NULL);
  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (recorder), samples, n_bytes, &n_read,
                           NULL, NULL);
  g_subprocess_force_exit (recorder);
  g_subprocess_wait (recorder, NULL, NULL);
  return peak_of (samples, 0, (guint) (n_read / (2 * sizeof (float))));
}

static gboolean
wait_for_message (MaqPlayer *player,
                  gboolean   is_there)
{
  for (guint i = 0; i < 150; i++)
    {
      if ((maq_player_get_message (player) != NULL) == is_there)
        return TRUE;
      run_for (100);
    }
  return FALSE;
}

/* A device that was idle may take more than a second before it plays. */
static void
assert_moves (MaqPlayer *player)
{
  MaqTransportState first;
  MaqTransportState now;

  maq_player_get_position (player, &first);
  for (guint i = 0; i < 60; i++)
    {
      run_for (100);
      maq_player_get_position (player, &now);
      if (now.ticks - first.ticks > 800.0)
        break;
    }
  g_assert_true (now.playing);
  g_assert_cmpfloat (now.ticks - first.ticks, >, 800.0);
  g_assert_cmpfloat (now.ticks - first.ticks, <, 4000.0);
}

static void
test_device_goes_and_comes (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqPlayer) player = NULL;

  if (font == NULL)
    return;
  if (!is_possible ())
    {
      g_test_skip ("PulseAudio or GStreamer's plugin for it is missing");
      return;
    }
  start_server (fixture);
  player = make_player ();
  maq_player_play (player);
  run_for (1000);
  g_assert_cmpstr (maq_player_get_message (player), ==, NULL);
  g_assert_cmpfloat (record (fixture), >, 0.05f);
  assert_moves (player);

  stop_server (fixture);
  g_assert_true (wait_for_message (player, TRUE));
  assert_moves (player);

  start_server (fixture);
  g_assert_true (wait_for_message (player, FALSE));
  assert_moves (player);
  g_assert_cmpfloat (record (fixture), >, 0.05f);
  maq_player_stop (player);
  run_for (2500);
  g_assert_cmpfloat (record (fixture), <, 0.01f);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *server = NULL;

  fixture->folder = g_dir_make_tmp ("maquette-device-XXXXXX", NULL);
  fixture->socket = g_build_filename (fixture->folder, "pulse", "native", NULL);
  g_setenv ("XDG_RUNTIME_DIR", fixture->folder, TRUE);
  g_setenv ("HOME", fixture->folder, TRUE);
  server = g_strdup_printf ("unix:%s", fixture->socket);
  g_setenv ("PULSE_SERVER", server, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  const char *const argv[] = { "rm", "-rf", fixture->folder, NULL };

  stop_server (fixture);
  g_spawn_sync (NULL, (char **) (gpointer) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                NULL, NULL);
  g_free (fixture->folder);
  g_free (fixture->socket);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  g_test_add ("/player/device/goes-and-comes", Fixture, NULL, set_up, test_device_goes_and_comes,
              tear_down);
  return g_test_run ();
}
