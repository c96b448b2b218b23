/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-sound-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-export-words.h"

static const MaqSoundFile *
get_file (MaqExportSound *self,
          guint           index)
{
  return &g_array_index (self->files, MaqSoundFile, index);
}

/* The same in every language: "-14.2"; nothing where there is nothing to tell */
static char *
dup_level (double level)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (maq_loudness_is_silence (level))
    return g_strdup ("");
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.1f", level));
}

/* "3:41.250" */
static char *
dup_length (MaqExportSound *self,
            MaqFrame        n_frames)
{
  gint64 ms = (gint64) ((double) n_frames * 1000.0 / self->wish.plan.rate_hz + 0.5);

  return g_strdup_printf ("%d:%02d.%03d", (int) (ms / 60000), (int) (ms / 1000 % 60),
                          (int) (ms % 1000));
}

static void
put_words (GString             *out,
           MaqExportSound      *self,
           const MaqSoundFile  *file)
{
  g_autofree char *length = dup_length (self, file->figures.n_frames);
  g_autofree char *loudness = dup_level (file->figures.integrated_lufs);
  g_autofree char *range = dup_level (file->figures.range_lu);
  g_autofree char *peak = dup_level (file->figures.true_peak_dbtp);

  g_string_append_printf (out, "%s\n  ", file->name);
  if (maq_loudness_is_silence (file->figures.true_peak_dbtp))
    g_string_append_printf (out, _("%s of silence"), length);
  else if (loudness[0] == '\0')
    g_string_append_printf (out, _("%s, too quiet to be measured, true peak %s dBTP"), length,
                            peak);
  else
    g_string_append_printf (out, _("%s, %s LUFS, range %s LU, true peak %s dBTP"), length, loudness,
                            range, peak);
  g_string_append_c (out, '\n');
}

char *
maq_sound_report_text (MaqExportSound *self)
{
  g_autofree char *title
    = maq_export_dup_line (maq_song_get_title (maq_handoff_get_song (self->handoff)));
  g_autofree char *version = maq_export_dup_version (self->handoff);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n%s\n%s\n\n", title, version,
                          _("Loudness after EBU R 128 (ITU-R BS.1770)"));
  for (guint i = 0; i < self->files->len; i++)
    put_words (out, self, get_file (self, i));
  if (self->stem_gain_db < 0.0)
    g_string_append_printf (out, _("\nStems are turned down by %.0f dB, all alike, so that none is "
                                   "cut off.\n"), -self->stem_gain_db);
  return g_string_free (out, FALSE);
}

static void
put_text (GString    *out,
          const char *text)
{
  g_autofree char *line = maq_export_dup_line (text);

  g_string_append_c (out, '"');
  if (line[0] != '\0' && strchr ("=+-@", line[0]) != NULL)
    g_string_append_c (out, '\'');
  for (const char *p = line; *p != '\0'; p++)
    g_string_append_printf (out, *p == '"' ? "\"%c" : "%c", *p);
  g_string_append_c (out, '"');
}

char *
maq_sound_report_table (MaqExportSound *self)
{
  GString *out = g_string_new (NULL);
  const char *const heads[] = { _("File"), _("Seconds"), _("Integrated (LUFS)"), _("Range (LU)"),
                                _("True peak (dBTP)"), _("Turned down (dB)") };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      put_text (out, heads[i]);
    }
  g_string_append (out, "\r\n");
  for (guint i = 0; i < self->files->len; i++)
    {
      const MaqSoundFile *file = get_file (self, i);
      g_autofree char *loudness = dup_level (file->figures.integrated_lufs);
      g_autofree char *range = dup_level (file->figures.range_lu);
      g_autofree char *peak = dup_level (file->figures.true_peak_dbtp);
      char seconds[G_ASCII_DTOSTR_BUF_SIZE];

      put_text (out, file->name);
      g_ascii_formatd (seconds, sizeof seconds, "%.3f",
                       (double) file->figures.n_frames / self->wish.plan.rate_hz);
      g_string_append_printf (out, ",%s,%s,%s,%s,%.0f\r\n", seconds, loudness, range, peak,
                              file->layers != NULL ? 0.0 - self->stem_gain_db : 0.0);
    }
  return g_string_free (out, FALSE);
}
