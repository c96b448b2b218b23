/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-mix.h"

#include <glib/gi18n.h>

#include "maq-audio-file.h"
#include "maq-loudness.h"

static char *
dup_level (double      level,
           const char *unit)
{
  if (maq_loudness_is_silence (level))
    return g_strdup_printf ("−∞ %s", unit);
  return g_strdup_printf ("%s%.1f %s", level < 0 ? "−" : "", level < 0 ? -level : level, unit);
}

static void
print_summary (const char               *path,
               const MaqLoudnessFigures *figures,
               int                       rate_hz)
{
  g_autofree char *time = maq_cli_dup_time ((double) figures->n_frames / rate_hz);
  g_autofree char *loudness = dup_level (figures->integrated_lufs, "LUFS");
  g_autofree char *peak = dup_level (figures->true_peak_dbtp, "dBTP");

  if (maq_loudness_is_silence (figures->true_peak_dbtp))
    g_print (_("%s: %s of silence: no layer that is heard plays there\n"), path, time);
  else
    g_print (_("%s: %s, %s, true peak %s\n"), path, time, loudness, peak);
}

/* Renders, measures and writes block by block; cancelled, nothing is left behind. */
static gboolean
write_mix (const char              *path,
           MaqSoundfont            *font,
           MaqPerformance          *performance,
           const MaqRenderOptions  *options,
           MaqLoudnessFigures      *figures,
           GError                 **error)
{
  GCancellable *cancellable = maq_cli_get_cancellable ();
  g_autoptr(MaqRender) render = maq_render_new (font, performance, options, error);
  g_autoptr(MaqAudioWriter) writer = NULL;
  g_autoptr(MaqLoudness) meter = NULL;
  g_autofree float *block = NULL;
  guint n_frames;
  gint64 shown_us = 0;

  if (render == NULL)
    return FALSE;
  writer = maq_audio_writer_new_with (path, maq_render_get_rate (render),
                                      &(MaqAudioOptions) {
                                        .n_frames = maq_render_get_n_frames (render) }, error);
  if (writer == NULL)
    return FALSE;
  meter = maq_loudness_new ((guint) maq_render_get_rate (render), 2, MAQ_LOUDNESS_DEFAULT);
  block = g_new (float, 2 * MAQ_RENDER_BLOCK);
  while ((n_frames = maq_render_read (render, block, MAQ_RENDER_BLOCK)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !maq_audio_writer_write (writer, block, n_frames, error))
        return FALSE;
      maq_loudness_add (meter, block, n_frames);
      if (g_get_monotonic_time () - shown_us > G_USEC_PER_SEC / 10)
        {
          shown_us = g_get_monotonic_time ();
          maq_cli_progress_cb ((double) maq_render_get_done (render) /
                               (double) MAX (1, maq_render_get_n_frames (render)), NULL);
        }
    }
  *figures = maq_loudness_get_figures (meter);
  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         maq_audio_writer_finish (writer, error);
}

MaqCliExit
maq_cli_report_failure (const char   *path,
                        const GError *error)
{
  maq_cli_progress_done ();
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      maq_cli_complain (path, _("Cancelled; nothing was written."));
      return MAQ_CLI_CANCELLED;
    }
  maq_cli_complain (path, error->message);
  return MAQ_CLI_PROBLEM;
}

MaqSoundfont *
maq_cli_load_soundfont (const char *path)
{
  g_autoptr(GError) error = NULL;
  MaqSoundfont *font = maq_soundfont_load (path, &error);

  if (font == NULL)
    maq_cli_complain (NULL, error->message);
  return font;
}

MaqSoundfont *
maq_cli_load_song_soundfont (const char *wanted,
                             MaqProject *project,
                             const char *path)
{
  const char *name = maq_project_get_fields (project)->soundfont;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *found = NULL;

  if (wanted != NULL || name == NULL)
    return maq_cli_load_soundfont (wanted);
  found = maq_soundfont_find_named (name, folder);
  if (found == NULL)
    {
      g_autofree char *message
        = g_strdup_printf (_("The SoundFont “%s” is not there; the system's plays instead."), name);

      maq_cli_complain (path, message);
    }
  return maq_cli_load_soundfont (found);
}

MaqCliExit
maq_cli_write_mix (const char             *path,
                   MaqSoundfont           *font,
                   MaqPerformance         *performance,
                   const MaqRenderOptions *options,
                   gboolean                replaces,
                   gboolean                is_quiet)
{
  g_autoptr(GError) error = NULL;
  MaqLoudnessFigures figures;

  if (!maq_cli_may_write (path, replaces))
    return MAQ_CLI_PROBLEM;
  if (!write_mix (path, font, performance, options, &figures, &error))
    return maq_cli_report_failure (path, error);
  maq_cli_progress_done ();
  if (!is_quiet)
    print_summary (path, &figures, options->rate_hz);
  return MAQ_CLI_OK;
}

void
maq_cli_measure_progress_cb (guint       done,
                             guint       total,
                             guint       index,
                             MaqMeasure *measure,
                             gpointer    user_data)
{
  maq_cli_progress_cb ((double) done / total, user_data);
}
