/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "maq-cue-book.h"
#include "sound-test.h"
#include "wav-test.h"

#define RATE 48000

typedef struct
{
  char           *root;     /* for everything; */
  char           *cues;     /* the user's, */
  char           *bin;      /* programs, */
  char           *folder;   /* and what is written */
  MaqHandoff     *handoff;
  MaqPerformance *performance;
} Fixture;

/* The user's data are here; GLib looks once. */
static char *data_folder;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->root = g_dir_make_tmp ("maquette-cues-XXXXXX", NULL);
  self->bin = g_build_filename (self->root, "bin", NULL);
  self->folder = g_build_filename (self->root, "out", NULL);
  self->cues = maq_cue_book_dup_folder ();
  g_assert_true (g_str_has_prefix (self->cues, data_folder));
  g_assert_cmpint (g_mkdir_with_parents (self->bin, 0777), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (self->folder, 0777), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (self->cues, 0777), ==, 0);
  g_setenv ("PATH", self->bin, TRUE);
  self->handoff = sound_test_song (0.0);
  self->performance = export_test_perform (self->handoff);
}

static void
remove_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  remove_files (self->cues);
  remove_files (self->bin);
  remove_files (self->folder);
  remove_files (self->root);
  g_free (self->root);
  g_free (self->cues);
  g_free (self->bin);
  g_free (self->folder);
  maq_performance_unref (self->performance);
  maq_handoff_unref (self->handoff);
}

/* A sine at half of full scale, by the writer of other tests. */
static void
write_sine (const char *folder,
            const char *name,
            double      hz,
            double      seconds)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqAudioWriter) writer = maq_audio_writer_new (path, 44100, &error);

  g_assert_no_error (error);
  for (guint n = 0; n < (guint) (seconds * 44100); n++)
    {
      float sample = (float) (0.5 * sin (2.0 * G_PI * hz * n / 44100.0));

      g_assert_true (maq_audio_writer_write (writer, (float[]) { sample, sample }, 1, NULL));
    }
  maq_audio_writer_finish (writer, &error);
  g_assert_no_error (error);
}

static void
write_program (Fixture    *self,
               const char *script)
{
  g_autofree char *path = g_build_filename (self->bin, "espeak-ng", NULL);

  g_assert_true (g_file_set_contents (path, script, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0755), ==, 0);
}

static Wav *
write_cues (Fixture       *self,
            gboolean       speaks,
            GCancellable  *cancellable,
            GError       **error)
{
  const MaqSoundWish wish = { .has_cues = TRUE, .speaks = speaks, .pattern = "{layer}",
                              .plan = { .rate_hz = RATE, .count_in_bars = 1, .tail_seconds = 1 } };
  g_autoptr(MaqExportSound) sound = maq_export_sound_new (self->handoff, &wish, error);
  g_autofree char *path = g_build_filename (self->folder, "Cues.wav", NULL);
  g_autoptr(MaqFileSet) files = maq_file_set_new ();

  g_assert_nonnull (sound);
  if (!maq_export_sound_write (sound, self->performance, NULL, self->folder, files, NULL, NULL,
                               cancellable, error))
    return NULL;
  maq_file_set_finish (files, error);
  return wav_read (path);
}

static MaqFrame
cue_frame (Fixture *self,
           guint    section)
{
  const MaqSoundPlanOptions options = { .rate_hz = RATE, .count_in_bars = 1, .tail_seconds = 1 };
  g_autoptr(MaqSoundPlan) plan = maq_sound_plan_new (self->handoff, self->performance, &options);
  guint n_sections;

  return maq_sound_plan_get_sections (plan, &n_sections)[section].cue_frame;
}

/* How much of a frequency there is in 0.12 s from a frame on: Goertzel's algorithm */
static double
level_at (const Wav *wav,
          MaqFrame   frame,
          double     hz)
{
  double sine = 0.0;
  double cosine = 0.0;
  guint n_frames = (guint) (0.12 * wav->rate_hz);

  for (guint n = 0; n < n_frames; n++)
    {
      double phase = 2.0 * G_PI * hz * n / wav->rate_hz;

      sine += wav->samples[2 * (frame + n)] * sin (phase);
      cosine += wav->samples[2 * (frame + n)] * cos (phase);
    }
  return 2.0 * hypot (sine, cosine) / n_frames;
}

/* Each kind has its own pitch, a bar before the section and not before that. */
static void
test_tones (Fixture       *self,
            gconstpointer  data)
{
  static const double pitches_hz[] = { 440.0, 783.99, 523.25, 261.63 };
  g_autoptr(GError) error = NULL;
  g_autoptr(Wav) wav = write_cues (self, FALSE, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (pitches_hz); i++)
    {
      MaqFrame frame = cue_frame (self, i);

      for (guint k = 0; k < G_N_ELEMENTS (pitches_hz); k++)
        {
          double level = level_at (wav, frame, pitches_hz[k]);

          if (k == i)
            g_assert_cmpfloat (level, >, 0.05);
          else
            g_assert_cmpfloat (level, <, 0.02);
        }
      g_assert_cmpfloat (peak_of (wav->samples, (guint) MAX (frame - 5, 0), (guint) MIN (frame, 5)),
                         ==, 0.0f);
      g_assert_cmpfloat (peak_of (wav->samples, (guint) frame, 2), >, 0.0f);
    }
  /* a cue that the next one cuts, and the end of the last: nothing jumps */
  g_assert_cmpfloat (step_of (wav->samples, 0, (guint) wav->n_frames), <, 0.1f);
}

/* The user's own, by name before kind, at any rate; the others stay tones. */
static void
test_samples (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Wav) wav = NULL;

  write_sine (self->cues, "chorus.flac", 1000.0, 0.5);
  write_sine (self->cues, "bridge.wav", 1000.0, 0.5);
  write_sine (self->cues, "BRIDGE.flac", 2000.0, 0.5);
  write_sine (self->cues, "Verse.wav", 3000.0, 9.0);
  wav = write_cues (self, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (level_at (wav, cue_frame (self, 0), 3000.0), >, 0.3);
  g_assert_cmpfloat (level_at (wav, cue_frame (self, 1), 1000.0), >, 0.3);
  g_assert_cmpfloat (level_at (wav, cue_frame (self, 1), 3000.0), <, 0.01);
  g_assert_cmpfloat (level_at (wav, cue_frame (self, 2), 1000.0), >, 0.3);
  g_assert_cmpfloat (level_at (wav, cue_frame (self, 3), 261.63), >, 0.05);
  g_assert_cmpfloat (peak_of (wav->samples, 0, (guint) wav->n_frames), <=, 0.401f);
  /* the long one gives way to the next without a jump */
  g_assert_cmpfloat (peak_of (wav->samples, (guint) cue_frame (self, 1) - 2000, 1000), >, 0.3f);
  g_assert_cmpfloat (peak_of (wav->samples, (guint) cue_frame (self, 1) - 10, 10), <, 0.05f);
}

static void
assert_refused (Fixture    *self,
                const char *name,
                const char *why)
{
  g_autofree char *path = g_build_filename (self->cues, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(Wav) wav = write_cues (self, FALSE, NULL, &error);

  g_assert_null (wav);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, why));
  g_unlink (path);
}

/* Too long, too large, damaged, empty, something else: said, by its name, and nothing written. */
static void
test_bad_samples (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *large = g_build_filename (self->cues, "chorus.wav", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  write_sine (self->cues, "verse.wav", 440.0, MAQ_CUE_MAX_SECONDS + 0.2);
  assert_refused (self, "verse.wav", "too long");
  g_assert_true (g_file_set_contents (large, "RIFF and what not", -1, NULL));
  assert_refused (self, "chorus.wav", "neither");
  g_assert_true (g_file_set_contents (large, "RIFF\x10\0\0\0WAVE", 12, NULL));
  assert_refused (self, "chorus.wav", "chorus.wav");
  write_sine (self->cues, "chorus.flac", 440.0, 0.5);
  g_free (g_steal_pointer (&large));
  large = g_build_filename (self->cues, "chorus.flac", NULL);
  g_assert_true (g_file_get_contents (large, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (large, contents, 40, NULL));
  assert_refused (self, "chorus.flac", "chorus.flac");
  write_sine (self->cues, "chorus.wav", 440.0, 0.5);
  g_free (g_steal_pointer (&large));
  large = g_build_filename (self->cues, "chorus.wav", NULL);
  g_assert_cmpint (truncate (large, 33 * 1024 * 1024), ==, 0);
  assert_refused (self, "chorus.wav", "32 MiB");
}

/* What is said goes in by standard input, as it is; the user's own goes before it. */
static void
test_speech (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *said = g_build_filename (self->root, "said", NULL);
  g_autofree char *script = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(Wav) wav = NULL;

  write_sine (self->root, "voice.wav", 600.0, 0.5);
  write_sine (self->cues, "verse.wav", 3000.0, 0.5);
  script = g_strdup_printf ("#!/bin/sh\n/bin/cat >> '%s'; echo \" [$#]\" >> '%s'\n"
                            "while [ \"$1\" != -w ]; do shift; done\n"
                            "/bin/cp '%s/voice.wav' \"$2\"\n", said, said, self->root);
  write_program (self, script);
  g_assert_true (maq_cue_book_can_speak ());
  wav = write_cues (self, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (said, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Chorus [5]\nBridge [5]\nOutro [5]\n");
  g_assert_cmpfloat (level_at (wav, cue_frame (self, 0), 3000.0), >, 0.3);
  g_assert_cmpfloat (level_at (wav, cue_frame (self, 1), 600.0), >, 0.3);
}

/* Not installed, failing, hanging: said, and nothing is left behind. */
static void
test_speechless (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (maq_cue_book_can_speak ());
  g_assert_null (write_cues (self, TRUE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, "Install the package “espeak-ng”"));
  g_clear_error (&error);
  write_program (self, "#!/bin/sh\nexit 1\n");
  g_assert_null (write_cues (self, TRUE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "Verse"));
}

typedef struct
{
  char         *sign;
  GCancellable *cancellable;
} Patience;

static gpointer
cancel_when_running (gpointer data)
{
  Patience *patience = data;

  while (!g_file_test (patience->sign, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  g_cancellable_cancel (patience->cancellable);
  return NULL;
}

/* A program that never ends is ended. */
static void
test_hanging (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *sign = g_build_filename (self->root, "runs", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\n: > '%s'\nexec /bin/sleep 1000\n", sign);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Patience patience = { sign, cancellable };
  GThread *thread;

  write_program (self, script);
  thread = g_thread_new ("patience", cancel_when_running, &patience);
  g_assert_null (write_cues (self, TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *program_folder = NULL;
  int result;

  data_folder = g_dir_make_tmp ("maquette-data-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/sound-cues/tones", Fixture, NULL, set_up, test_tones, tear_down);
  g_test_add ("/export/sound-cues/samples", Fixture, NULL, set_up, test_samples, tear_down);
  g_test_add ("/export/sound-cues/bad-samples", Fixture, NULL, set_up, test_bad_samples,
              tear_down);
  g_test_add ("/export/sound-cues/speech", Fixture, NULL, set_up, test_speech, tear_down);
  g_test_add ("/export/sound-cues/speechless", Fixture, NULL, set_up, test_speechless, tear_down);
  g_test_add ("/export/sound-cues/hanging", Fixture, NULL, set_up, test_hanging, tear_down);
  result = g_test_run ();
  program_folder = g_build_filename (data_folder, "maquette", NULL);
  g_rmdir (program_folder);
  g_rmdir (data_folder);
  g_free (data_folder);
  return result;
}
