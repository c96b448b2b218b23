/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-audio-file.h"

#include <glib/gstdio.h>
#include <gst/app/gstappsink.h>
#include <gst/gst.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "fixture.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("maquette-audio-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* The samples of a file, left and right in turn. */
static GArray *
read_file (const char *path)
{
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (float));
  GstElement *pipeline;
  GstElement *sink;
  GstSample *sample;

  description = g_strdup_printf ("filesrc location=\"%s\" ! decodebin ! audioconvert ! "
                                 "audio/x-raw,format=F32LE ! appsink name=out sync=false", path);
  pipeline = gst_parse_launch (description, &error);
  g_assert_no_error (error);
  sink = gst_bin_get_by_name (GST_BIN (pipeline), "out");
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  while ((sample = gst_app_sink_pull_sample (GST_APP_SINK (sink))) != NULL)
    {
      GstMapInfo map;

      gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ);
      g_array_append_vals (samples, map.data, map.size / sizeof (float));
      gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
      gst_sample_unref (sample);
    }
  gst_element_set_state (pipeline, GST_STATE_NULL);
  gst_object_unref (sink);
  gst_object_unref (pipeline);
  return samples;
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  double *before = data;

  g_assert_cmpfloat (fraction, >=, *before);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *before = fraction;
}

static MaqPerformance *
make_short_song (void)
{
  Song song = SONG_INIT;

  song.n_spans = 1;
  song.n_bars = 2;
  return song_play (&song);
}

/* FLAC and WAV give back what was rendered, but for the rounding to 24 bits. */
static void
test_lossless (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqPerformance) performance = make_short_song ();
  g_autofree char *path = g_strdup_printf ("%s/Söng one.%s", fixture->folder, (const char *) data);
  MaqRenderOptions options = MAQ_RENDER_OPTIONS_INIT;
  g_autoptr (MaqRender) render = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) samples = NULL;
  g_autofree float *wanted = NULL;
  double told = 0.0;
  guint n_frames;

  if (font == NULL)
    return;
  options.tail_seconds = 1.0;
  g_assert_true (maq_audio_file_write (path, font, performance, &options, progress_cb, &told, NULL,
                                       &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (told, ==, 1.0);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  render = maq_render_new (font, performance, &options, &error);
  n_frames = (guint) maq_render_get_n_frames (render);
  wanted = g_new (float, 2 * n_frames);
  g_assert_cmpuint (maq_render_read (render, wanted, n_frames), ==, n_frames);
  samples = read_file (path);
  g_assert_cmpuint (samples->len, ==, 2 * n_frames);
  for (guint i = 0; i < samples->len; i++)
    g_assert_cmpfloat (fabsf (g_array_index (samples, float, i) - wanted[i]), <, 3e-7f);
}

static void
test_opus (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqPerformance) performance = make_short_song ();
  g_autofree char *path = g_build_filename (fixture->folder, "song.opus", NULL);
  MaqRenderOptions options = { .rate_hz = 44100, .tail_seconds = 1.0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) samples = NULL;

  if (font == NULL)
    return;
  g_assert_true (maq_audio_file_write (path, font, performance, &options, NULL, NULL, NULL,
                                       &error));
  g_assert_no_error (error);
  samples = read_file (path);
  g_assert_cmpfloat (fabs (samples->len / 2.0 / 48000.0 - 5.0), <, 0.1);
}

static void
test_stems (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqPerformance) performance = make_short_song ();
  g_autofree char *bass = g_build_filename (fixture->folder, "1 bass.wav", NULL);
  g_autofree char *drums = g_build_filename (fixture->folder, "5 drums.wav", NULL);
  const char *const paths[5] = { bass, NULL, NULL, NULL, drums };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) other = NULL;

  if (font == NULL)
    return;
  g_assert_true (maq_audio_file_write_stems (paths, 5, font, performance, NULL, NULL, NULL, NULL,
                                             &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  one = read_file (bass);
  other = read_file (drums);
  g_assert_cmpuint (one->len, ==, other->len);
  g_assert_cmpfloat (peak_of ((float *) (void *) one->data, 0, one->len / 2), >, 0.01f);
  g_assert_cmpint (memcmp (one->data, other->data, one->len), !=, 0);
}

static void
cancel_cb (double   fraction,
           gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) performance = song_play (&song);
  g_autofree char *path = g_build_filename (fixture->folder, "song.flac", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  if (font == NULL)
    return;
  g_assert_true (g_file_set_contents (path, "what was there", -1, NULL));
  g_assert_false (maq_audio_file_write (path, font, performance, NULL, cancel_cb, cancellable,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_cmpstr (before, ==, "what was there");
}

static void
test_bad_paths (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *lost = g_build_filename (fixture->folder, "no", "such", "song.flac", NULL);
  g_autofree char *odd = g_build_filename (fixture->folder, "song.mp7", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (maq_audio_file_can_write (odd));
  g_assert_true (maq_audio_file_can_write ("Song.FLAC"));
  g_assert_null (maq_audio_writer_new (odd, 48000, &error));
  g_assert_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (maq_audio_writer_new (lost, 48000, &error));
  g_assert_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "No such file or directory"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* A disk that fills up: files may not grow beyond 200 kB for a while. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqPerformance) performance = make_short_song ();
  g_autofree char *path = g_build_filename (fixture->folder, "song.wav", NULL);
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit small;
  gboolean well;

  if (font == NULL)
    return;
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 200 * 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  well = maq_audio_file_write (path, font, performance, NULL, NULL, NULL, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  g_assert_false (well);
  g_assert_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_WRITE);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  g_test_add ("/player/audio-file/flac", Fixture, "flac", set_up, test_lossless, tear_down);
  g_test_add ("/player/audio-file/wav", Fixture, "wav", set_up, test_lossless, tear_down);
  g_test_add ("/player/audio-file/opus", Fixture, NULL, set_up, test_opus, tear_down);
  g_test_add ("/player/audio-file/stems", Fixture, NULL, set_up, test_stems, tear_down);
  g_test_add ("/player/audio-file/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/player/audio-file/bad-paths", Fixture, NULL, set_up, test_bad_paths, tear_down);
  g_test_add ("/player/audio-file/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  return g_test_run ();
}
