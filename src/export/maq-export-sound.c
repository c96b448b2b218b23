/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-sound-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-file-pattern.h"

static const struct
{
  const char *nick;
  const char *ending;
  guint       wav_bytes; /* of a frame; 0 for what is packed */
} formats[MAQ_N_SOUND_FORMATS] = {
  [MAQ_SOUND_WAV_24] = { "wav24", ".wav", 6 },
  [MAQ_SOUND_WAV_16] = { "wav16", ".wav", 4 },
  [MAQ_SOUND_WAV_FLOAT] = { "wav32f", ".wav", 8 },
  [MAQ_SOUND_FLAC_24] = { "flac24", ".flac", 0 },
  [MAQ_SOUND_FLAC_16] = { "flac16", ".flac", 0 },
  [MAQ_SOUND_OPUS] = { "opus", ".opus", 0 },
  [MAQ_SOUND_MP3] = { NULL, ".mp3", 0 },
};

G_DEFINE_QUARK (maq-sound-error-quark, maq_sound_error)

const char *
maq_sound_format_get_nick (MaqSoundFormat self)
{
  return formats[self].nick;
}

gboolean
maq_sound_format_from_nick (const char     *nick,
                            MaqSoundFormat *format)
{
  for (guint i = 0; i < MAQ_N_SOUND_FORMATS; i++)
    if (formats[i].nick != NULL && g_ascii_strcasecmp (formats[i].nick, nick) == 0)
      {
        *format = (MaqSoundFormat) i;
        return TRUE;
      }
  return FALSE;
}

static void
clear_file (MaqSoundFile *file)
{
  g_free (file->name);
  g_free (file->what);
  g_clear_pointer (&file->layers, g_array_unref);
}

/* Which files */

static MaqSoundFile *
add_file (MaqExportSound *self,
          const char     *what)
{
  const MaqSoundFile file = { .what = g_strdup (what) };

  g_array_append_val (self->files, file);
  return &g_array_index (self->files, MaqSoundFile, self->files->len - 1);
}

static gboolean
any_soloed (MaqArrangement *arrangement)
{
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    if (maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i))->soloed)
      return TRUE;
  return FALSE;
}

/* Whether it plays anywhere. */
static gboolean
plays (MaqExportSound *self,
       MaqId           layer)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      MaqPart *part = maq_section_find_part (maq_form_get_section (form, i)->section, layer);

      if (part != NULL && maq_part_get_fields (part)->level > 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_stems (MaqExportSound *self)
{
  g_autoptr(GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  MaqArrangement *arrangement = maq_handoff_get_arrangement (self->handoff);
  gboolean has_solo = any_soloed (arrangement);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      const MaqLayerFields *fields
        = maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i));
      const char *group = self->wish.groups_stems ? fields->group : NULL;
      GArray *layers = group != NULL ? g_hash_table_lookup (groups, group) : NULL;

      if ((has_solo ? !fields->soloed : fields->muted) || !plays (self, fields->id))
        continue;
      if (layers == NULL)
        {
          layers = g_array_new (FALSE, FALSE, sizeof (MaqId));
          add_file (self, group != NULL ? group : fields->name)->layers = layers;
          if (group != NULL)
            g_hash_table_insert (groups, (gpointer) group, layers);
        }
      g_array_append_val (layers, fields->id);
    }
}

static void
list_files (MaqExportSound *self)
{
  const MaqSoundWish *wish = &self->wish;

  if (wish->has_guide)
    {
      MaqSoundFile *guide = add_file (self, _("Guide"));

      guide->has_mix = TRUE;
      guide->has_click = wish->guide_has_click;
      guide->has_cues = wish->guide_has_cues;
    }
  if (wish->has_click && wish->has_cues && wish->joins_click)
    {
      MaqSoundFile *both = add_file (self, _("Click and cues"));

      both->has_click = both->has_cues = TRUE;
    }
  else
    {
      if (wish->has_click)
        add_file (self, _("Click"))->has_click = TRUE;
      if (wish->has_cues)
        add_file (self, _("Cues"))->has_cues = TRUE;
    }
  if (wish->has_stems)
    add_stems (self);
}

static char *
dup_key (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* Told apart also where upper and lower case are the same, and where accents are composed. @taken
 * has with each name the number that the next one of that name tries first. */
static char *
dup_unique (MaqExportSound *self,
            GHashTable     *taken,
            guint           number,
            const char     *what,
            const char     *ending)
{
  g_autofree char *name = maq_file_pattern_expand (self->pattern, self->handoff, number, what,
                                                   ending);
  g_autofree char *first = dup_key (name);
  guint attempt = GPOINTER_TO_UINT (g_hash_table_lookup (taken, first));

  if (attempt == 0)
    {
      g_hash_table_insert (taken, g_steal_pointer (&first), GUINT_TO_POINTER (2));
      return g_steal_pointer (&name);
    }
  for (;; attempt++)
    {
      g_autofree char *suffix = g_strdup_printf (" (%u)%s", attempt, ending);
      g_autofree char *another = maq_file_pattern_expand (self->pattern, self->handoff, number,
                                                          what, suffix);
      g_autofree char *key = dup_key (another);

      if (g_hash_table_contains (taken, key))
        continue;
      g_hash_table_insert (taken, g_steal_pointer (&key), GUINT_TO_POINTER (2));
      g_hash_table_replace (taken, g_steal_pointer (&first), GUINT_TO_POINTER (attempt + 1));
      return g_steal_pointer (&another);
    }
}

static void
name_files (MaqExportSound *self)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint number = self->wish.n_before + 1;

  for (guint i = 0; i < self->files->len; i++)
    {
      MaqSoundFile *file = &g_array_index (self->files, MaqSoundFile, i);

      file->name = dup_unique (self, taken, number++, file->what,
                               formats[self->wish.format].ending);
    }
  if (!self->wish.has_report)
    return;
  self->report_text = dup_unique (self, taken, number, _("Loudness"), ".txt");
  self->report_table = dup_unique (self, taken, number, _("Loudness"), ".csv");
}

/* A WAV file is as long as the form, with what comes before and after it. */
guint64
maq_export_sound_count_bytes (MaqExportSound *self)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);
  const MaqFormSection *first = maq_form_get_section (form, 0);
  double bar_seconds = maq_ticks_to_seconds ((double) maq_form_get_bar_start (form, 0, 1),
                                             first->tempo_qpm);
  double seconds = maq_form_get_seconds (form) + self->wish.plan.tail_seconds
                   + self->wish.plan.count_in_bars * bar_seconds;

  return (guint64) (seconds * self->wish.plan.rate_hz) * formats[self->wish.format].wav_bytes;
}

static gboolean
check_files (MaqExportSound  *self,
             GError         **error)
{
  guint n_sections = maq_form_get_n_sections (maq_handoff_get_form (self->handoff));

  if (self->files->len == 0 || n_sections == 0)
    {
      g_set_error (error, MAQ_SOUND_ERROR, MAQ_SOUND_ERROR_NOTHING,
                   n_sections == 0
                   ? _("There is nothing to hear: the arrangement has no sections.")
                   : self->wish.has_stems
                     ? _("There is nothing to hear: no layer that is heard plays anywhere.")
                     : _("No sound is chosen. Choose the guide mix, the click, the cues or "
                         "stems."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_wish (const MaqSoundWish  *wish,
            GError             **error)
{
  int rate_hz = wish->plan.rate_hz;

  if (rate_hz != 44100 && rate_hz != 48000 && rate_hz != 96000)
    {
      g_set_error (error, MAQ_SOUND_ERROR, MAQ_SOUND_ERROR_RATE,
                   _("Sound can have 44100, 48000 or 96000 frames per second."));
      return FALSE;
    }
  return maq_file_pattern_check (wish->pattern != NULL ? wish->pattern : MAQ_FILE_PATTERN_DEFAULT,
                                 error);
}

MaqExportSound *
maq_export_sound_new (MaqHandoff           *handoff,
                      const MaqSoundWish   *wish,
                      GError              **error)
{
  g_autoptr(MaqExportSound) self = NULL;

  if (!check_wish (wish, error))
    return NULL;
  self = g_new0 (MaqExportSound, 1);
  self->handoff = maq_handoff_ref (handoff);
  self->pattern = g_strdup (wish->pattern != NULL ? wish->pattern : MAQ_FILE_PATTERN_DEFAULT);
  self->wish = *wish;
  self->wish.pattern = self->pattern;
  if (wish->format == MAQ_SOUND_OPUS || wish->format == MAQ_SOUND_MP3)
    self->wish.plan.rate_hz = 48000;
  self->files = g_array_new (FALSE, TRUE, sizeof (MaqSoundFile));
  g_array_set_clear_func (self->files, (GDestroyNotify) clear_file);
  list_files (self);
  if (!check_files (self, error))
    return NULL;
  name_files (self);
  return g_steal_pointer (&self);
}

void
maq_export_sound_free (MaqExportSound *self)
{
  if (self == NULL)
    return;
  maq_handoff_unref (self->handoff);
  g_array_unref (self->files);
  g_free (self->pattern);
  g_free (self->report_text);
  g_free (self->report_table);
  g_free (self);
}

GStrv
maq_export_sound_dup_names (MaqExportSound *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->files->len; i++)
    g_strv_builder_add (names, g_array_index (self->files, MaqSoundFile, i).name);
  if (self->wish.has_report)
    g_strv_builder_add_many (names, self->report_table, self->report_text, NULL);
  return g_strv_builder_end (names);
}

/* Writing them */

static gboolean
add_report (MaqFileSet  *files,
            const char  *folder,
            const char  *name,
            char        *text,
            GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return maq_file_set_write (files, path, bytes, error);
}

gboolean
maq_export_sound_write (MaqExportSound    *self,
                        MaqPerformance    *performance,
                        MaqSoundfont      *font,
                        const char        *folder,
                        MaqFileSet        *files,
                        MaqAudioProgress   progress,
                        gpointer           user_data,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new ();

  for (guint i = 0; i < self->files->len; i++)
    {
      g_autofree char *path
        = g_build_filename (folder, g_array_index (self->files, MaqSoundFile, i).name, NULL);
      const char *draft = maq_file_set_add (files, path, error);

      if (draft == NULL)
        return FALSE;
      g_ptr_array_add (drafts, (gpointer) draft);
    }
  if (!maq_sound_run (self, performance, (const char *const *) drafts->pdata, font, progress,
                      user_data, cancellable, error))
    return FALSE;
  if (self->wish.has_report
      && (!add_report (files, folder, self->report_text, maq_sound_report_text (self), error)
          || !add_report (files, folder, self->report_table, maq_sound_report_table (self), error)))
    return FALSE;
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

double
maq_export_sound_get_stem_gain (MaqExportSound *self)
{
  return self->stem_gain_db;
}
