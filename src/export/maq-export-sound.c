/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-sound-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-file-pattern.h"

#define MAX_WAV_BYTES G_GUINT64_CONSTANT (0xfff00000) /* with room for markers */

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
    if (g_ascii_strcasecmp (formats[i].nick, nick) == 0)
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
  g_clear_pointer (&file->lanes, g_array_unref);
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
is_heard (MaqExportSound *self,
          MaqLane        *lane)
{
  const MaqStrip *strip = maq_lane_get_strip (lane);

  if (maq_performance_any_soloed (self->performance) ? !strip->soloed : strip->muted)
    return FALSE;
  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    if (maq_lane_get_phrase (lane, i) != NULL)
      return TRUE;
  return FALSE;
}

/* The group of a lane's layer, if groups are files. */
static const char *
get_group (MaqExportSound *self,
           MaqLane        *lane)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (self->handoff);

  for (guint i = 0; self->wish.groups_stems && i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      const MaqLayerFields *fields
        = maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i));

      if (fields->id == maq_lane_get_id (lane))
        return fields->group;
    }
  return NULL;
}

static void
add_stems (MaqExportSound *self)
{
  g_autoptr(GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < maq_performance_get_n_lanes (self->performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (self->performance, i);
      const char *group = get_group (self, lane);
      GArray *lanes = group != NULL ? g_hash_table_lookup (groups, group) : NULL;

      if (!is_heard (self, lane))
        continue;
      if (lanes == NULL)
        {
          lanes = g_array_new (FALSE, FALSE, sizeof (guint));
          add_file (self, group != NULL ? group : maq_lane_get_name (lane))->lanes = lanes;
          if (group != NULL)
            g_hash_table_insert (groups, (gpointer) group, lanes);
        }
      g_array_append_val (lanes, i);
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

/* Told apart also where upper and lower case are the same, and where accents are composed. */
static char *
dup_unique (MaqExportSound *self,
            GHashTable     *taken,
            guint           number,
            const char     *what,
            const char     *ending)
{
  for (guint attempt = 1;; attempt++)
    {
      g_autofree char *suffix = attempt > 1 ? g_strdup_printf (" (%u)%s", attempt, ending)
                                            : g_strdup (ending);
      g_autofree char *name = maq_file_pattern_expand (self->pattern, self->handoff, number, what,
                                                       suffix);
      g_autofree char *folded = g_utf8_casefold (name, -1);

      if (g_hash_table_add (taken, g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE)))
        return g_steal_pointer (&name);
    }
}

static void
name_files (MaqExportSound *self)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint number = self->files->len + 1;

  for (guint i = 0; i < self->files->len; i++)
    {
      MaqSoundFile *file = &g_array_index (self->files, MaqSoundFile, i);

      file->name = dup_unique (self, taken, i + 1, file->what, formats[self->wish.format].ending);
    }
  if (!self->wish.has_report)
    return;
  self->report_text = dup_unique (self, taken, number, _("Loudness"), ".txt");
  self->report_table = dup_unique (self, taken, number, _("Loudness"), ".csv");
}

static gboolean
check_files (MaqExportSound  *self,
             GError         **error)
{
  guint64 n_bytes = (guint64) maq_sound_plan_get_n_frames (self->plan)
                    * formats[self->wish.format].wav_bytes;
  guint n_sections;

  maq_sound_plan_get_sections (self->plan, &n_sections);
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
  if (n_bytes > MAX_WAV_BYTES)
    {
      g_set_error (error, MAQ_SOUND_ERROR, MAQ_SOUND_ERROR_SIZE,
                   _("A WAV file can't hold more than 4 GiB. Choose FLAC, fewer bits or fewer "
                     "frames per second."));
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
                      MaqPerformance       *performance,
                      const MaqSoundWish   *wish,
                      GError              **error)
{
  g_autoptr(MaqExportSound) self = NULL;

  if (!check_wish (wish, error))
    return NULL;
  self = g_new0 (MaqExportSound, 1);
  self->handoff = maq_handoff_ref (handoff);
  self->performance = maq_performance_ref (performance);
  self->pattern = g_strdup (wish->pattern != NULL ? wish->pattern : MAQ_FILE_PATTERN_DEFAULT);
  self->wish = *wish;
  self->wish.pattern = self->pattern;
  if (wish->format == MAQ_SOUND_OPUS)
    self->wish.plan.rate_hz = 48000;
  self->plan = maq_sound_plan_new (handoff, performance, &self->wish.plan);
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
  maq_performance_unref (self->performance);
  maq_sound_plan_free (self->plan);
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
    g_strv_builder_add_many (names, self->report_text, self->report_table, NULL);
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
  if (!maq_sound_run (self, (const char *const *) drafts->pdata, font, progress, user_data,
                      cancellable, error))
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
