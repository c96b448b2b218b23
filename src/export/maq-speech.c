/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cue-book-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "maq-audio-reader.h"
#include "maq-bundle.h"
#include "maq-export-words.h"

#define PROGRAM "espeak-ng"
#define MAX_TEXT_BYTES 200
#define TIMEOUT_SECONDS 15
#define WORDS_A_MINUTE "160"

typedef struct
{
  GMainContext *context;
  GSubprocess  *process;
  gboolean      has_ended;
  gboolean      is_late;
} Wait;

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Wait *wait = data;

  /* cancelled, the program still has to be ended and waited for */
  if (!g_subprocess_wait_finish (wait->process, result, NULL))
    {
      g_subprocess_force_exit (wait->process);
      g_subprocess_wait (wait->process, NULL, NULL);
    }
  wait->has_ended = TRUE;
}

static gboolean
late_cb (gpointer data)
{
  Wait *wait = data;

  wait->is_late = TRUE;
  g_subprocess_force_exit (wait->process);
  return G_SOURCE_REMOVE;
}

/* Waits until it has ended by itself or was ended. */
static gboolean
wait_for (GSubprocess  *process,
          GCancellable *cancellable)
{
  g_autoptr(GSource) timeout = g_timeout_source_new_seconds (TIMEOUT_SECONDS);
  Wait wait = { g_main_context_new (), process, FALSE, FALSE };

  g_main_context_push_thread_default (wait.context);
  g_source_set_callback (timeout, late_cb, &wait, NULL);
  g_source_attach (timeout, wait.context);
  g_subprocess_wait_async (process, cancellable, ended_cb, &wait);
  while (!wait.has_ended)
    g_main_context_iteration (wait.context, TRUE);
  g_source_destroy (timeout);
  g_main_context_pop_thread_default (wait.context);
  g_main_context_unref (wait.context);
  return !wait.is_late && g_subprocess_get_successful (process);
}

/* A file without a name that holds the text: a pipe that nobody reads would end this process. */
static int
open_text (const char *text)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("maquette-text-XXXXXX", &path, NULL);
  gssize length = (gssize) strlen (text);

  if (fd < 0)
    return -1;
  g_unlink (path);
  if (write (fd, text, (gsize) length) == length && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  close (fd);
  return -1;
}

/* No shell: what is said goes in by standard input, and never becomes an argument. */
static gboolean
run (const char    *voice,
     const char    *text,
     const char    *path,
     GCancellable  *cancellable)
{
  g_autoptr(GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                 | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr(GSubprocess) process = NULL;
  int fd = open_text (text);

  if (fd < 0)
    return FALSE;
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawn (launcher, NULL, PROGRAM, "--stdin", "-s", WORDS_A_MINUTE,
                                         "-w", path, voice != NULL ? "-v" : NULL, voice, NULL);
  return process != NULL && wait_for (process, cancellable);
}

/* In the user's first language, else in the one that the program has by itself. */
static gboolean
say (const char    *text,
     const char    *path,
     GCancellable  *cancellable)
{
  const char *locale = g_get_language_names ()[0];
  g_autofree char *voice = g_strndup (locale, strcspn (locale, "_.@-"));

  if (strlen (voice) >= 2 && !g_str_equal (voice, "POSIX")
      && run (voice, text, path, cancellable))
    return TRUE;
  return !g_cancellable_is_cancelled (cancellable) && run (NULL, text, path, cancellable);
}

float *
maq_speech_say (const char    *text,
                int            rate_hz,
                MaqFrame      *n_frames,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *line = maq_export_dup_line (text);
  g_autofree char *path = NULL;
  float *samples = NULL;
  int fd;

  if (!maq_cue_book_can_speak ())
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("Names can't be spoken because the program “%s” is missing. Install the "
                     "package “%s”."), PROGRAM, PROGRAM);
      return NULL;
    }
  if (strlen (line) > MAX_TEXT_BYTES)
    *g_utf8_find_prev_char (line, line + MAX_TEXT_BYTES) = '\0';
  fd = g_file_open_tmp ("maquette-cue-XXXXXX.wav", &path, error);
  if (fd < 0)
    return NULL;
  g_close (fd, NULL);
  if (say (line, path, cancellable))
    samples = maq_audio_file_read (path, rate_hz, MAQ_CUE_MAX_SECONDS, n_frames, NULL);
  g_unlink (path);
  if (samples == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _("The program “%s” could not say “%s”. Put a cue of your own into its place."),
                 PROGRAM, line);
  return samples;
}
