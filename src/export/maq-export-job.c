/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-job.h"

#include <string.h>

#include "maq-bundle.h"
#include "maq-file-set.h"

#define USUAL_RATE_HZ 48000
#define USUAL_TAIL_SECONDS 3.0
#define SOUND_WEIGHT 100.0 /* how much longer sound takes than a document */

typedef struct
{
  const MaqExportKind *kind;  /* none for what is sound */
  MaqExportOptions     options;
  char                *which;
  char                *path;
} Item;

struct _MaqExportJob
{
  MaqHandoff     *handoff;
  MaqPerformance *performance;
  GArray         *items;
  guint           n_numbered;
  MaqSoundfont   *font;
  MaqSoundWish    wish;
  guint           n_before;    /* numbers of files before those of sound */
  guint           n_sounds;
  MaqExportSound *sound;       /* or NULL, if none is wished or it can't be */
  GError         *sound_error; /* why it can't be, or NULL */
  char           *folder;      /* for sound */
};

typedef struct
{
  MaqExportProgress progress;
  gpointer          user_data;
  GCancellable     *cancellable;
  double            start; /* of what is being made, as a part of all */
  double            span;
} Watch;

static void
clear_item (Item *item)
{
  g_free (item->which);
  g_free (item->path);
}

MaqExportJob *
maq_export_job_new (const MaqExportSource *source)
{
  MaqExportJob *self = g_new0 (MaqExportJob, 1);

  self->handoff = maq_handoff_ref (source->handoff);
  if (source->performance != NULL)
    self->performance = maq_performance_ref (source->performance);
  if (source->font != NULL)
    self->font = maq_soundfont_ref (source->font);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, (GDestroyNotify) clear_item);
  return self;
}

void
maq_export_job_free (MaqExportJob *self)
{
  g_array_unref (self->items);
  maq_export_sound_free (self->sound);
  g_clear_error (&self->sound_error);
  g_clear_pointer (&self->font, maq_soundfont_unref);
  g_free (self->folder);
  g_clear_pointer (&self->performance, maq_performance_unref);
  maq_handoff_unref (self->handoff);
  g_free (self);
}

void
maq_export_job_add (MaqExportJob           *self,
                    const MaqExportKind    *kind,
                    const MaqExportOptions *options,
                    const char             *which,
                    const char             *path)
{
  const Item item = { kind, *options, g_strdup (which), g_strdup (path) };

  g_array_append_val (self->items, item);
}

static void
add_numbered (MaqExportJob           *self,
              const MaqExportKind    *kind,
              const MaqExportOptions *options,
              const char             *which,
              const char             *suffix,
              const char             *folder)
{
  g_autofree char *name = maq_bundle_dup_file_name (self->handoff,
                                                    ++self->n_numbered + self->n_sounds, 0,
                                                    which != NULL ? which : kind->name, suffix);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  maq_export_job_add (self, kind, options, which, path);
}

static void
drop_sound (MaqExportJob *self)
{
  for (guint i = self->items->len; i-- > 0;)
    if (g_array_index (self->items, Item, i).kind == NULL)
      g_array_remove_index (self->items, i);
  g_clear_pointer (&self->sound, maq_export_sound_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_error (&self->sound_error);
}

gboolean
maq_export_job_set_sound (MaqExportJob        *self,
                          const MaqSoundWish  *wish,
                          const char          *folder,
                          GError             **error)
{
  g_auto(GStrv) names = NULL;

  drop_sound (self);
  self->wish = *wish;
  if (self->n_sounds == 0)
    self->n_before = self->n_numbered;
  self->wish.n_before = self->n_before;
  self->folder = g_strdup (folder);
  self->sound = maq_export_sound_new (self->handoff, &self->wish, error);
  if (self->sound == NULL)
    return FALSE;
  names = maq_export_sound_dup_names (self->sound);
  self->n_sounds = g_strv_length (names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const Item item = { .path = g_build_filename (folder, names[i], NULL) };

      g_array_append_val (self->items, item);
    }
  return TRUE;
}

static MaqSoundFormat
find_format (const char      *suffix,
             MaqSampleFormat  samples)
{
  static const MaqSoundFormat wav[] = { [MAQ_SAMPLES_24] = MAQ_SOUND_WAV_24,
                                        [MAQ_SAMPLES_16] = MAQ_SOUND_WAV_16,
                                        [MAQ_SAMPLES_FLOAT] = MAQ_SOUND_WAV_FLOAT };

  if (strcmp (suffix, ".opus") == 0)
    return MAQ_SOUND_OPUS;
  if (strcmp (suffix, ".flac") == 0)
    return samples == MAQ_SAMPLES_16 ? MAQ_SOUND_FLAC_16 : MAQ_SOUND_FLAC_24;
  return wav[samples];
}

/* One more of those that are written together; why it can't be, is told when they are. */
static void
add_sound (MaqExportJob           *self,
           const MaqExportKind    *kind,
           const MaqExportOptions *options,
           const char             *suffix,
           const char             *folder)
{
  const MaqExportSoundOptions *sound = &options->sound;
  g_autoptr(GError) error = NULL;
  MaqSoundWish wish = self->wish;

  kind->wish (options, &wish);
  wish.guide_has_cues = wish.guide_has_click && wish.has_cues;
  wish.has_report |= sound->has_report;
  wish.pattern = sound->pattern;
  wish.format = find_format (suffix, sound->samples);
  wish.plan.rate_hz = sound->rate_hz > 0 ? sound->rate_hz : USUAL_RATE_HZ;
  wish.plan.count_in_bars = MIN (sound->count_in_bars, MAQ_SOUND_PLAN_MAX_COUNT_IN);
  wish.plan.tail_seconds = USUAL_TAIL_SECONDS;
  if (!maq_export_job_set_sound (self, &wish, folder, &error))
    self->sound_error = g_steal_pointer (&error);
}

void
maq_export_job_add_to_folder (MaqExportJob           *self,
                              const MaqExportKind    *kind,
                              const MaqExportOptions *options,
                              const char             *which,
                              const char             *suffix,
                              const char             *folder)
{
  g_auto(GStrv) all = NULL;

  if (kind->wish != NULL)
    {
      add_sound (self, kind, options, suffix, folder);
      return;
    }
  if (kind->list == NULL || which != NULL)
    {
      add_numbered (self, kind, options, which, suffix, folder);
      return;
    }
  all = kind->list (self->handoff);
  for (guint i = 0; all[i] != NULL; i++)
    add_numbered (self, kind, options, all[i], suffix, folder);
}

guint
maq_export_job_get_n_files (MaqExportJob *self)
{
  return self->items->len;
}

const char *
maq_export_job_get_path (MaqExportJob *self,
                         guint         i)
{
  g_return_val_if_fail (i < self->items->len, NULL);
  return g_array_index (self->items, Item, i).path;
}

const GError *
maq_export_job_get_sound_error (MaqExportJob *self)
{
  return self->sound_error;
}

gboolean
maq_export_job_is_there (MaqExportJob *self,
                         guint         i)
{
  return g_file_test (maq_export_job_get_path (self, i), G_FILE_TEST_EXISTS)
         || g_file_test (maq_export_job_get_path (self, i), G_FILE_TEST_IS_SYMLINK);
}

static void
sound_progress_cb (double   fraction,
                   gpointer data)
{
  const Watch *watch = data;

  if (watch->progress != NULL)
    watch->progress (watch->start + watch->span * fraction, watch->user_data);
}

static gboolean
write_item (MaqExportJob  *self,
            const Item    *item,
            MaqFileSet    *files,
            Watch         *watch,
            GError       **error)
{
  const MaqExportSource source = { self->handoff, self->performance, self->font,
                                   watch->cancellable, sound_progress_cb, watch };
  g_autoptr(GBytes) bytes = maq_export_make (item->kind, &source, &item->options, item->which,
                                             item->path, error);

  if (bytes != NULL)
    return maq_file_set_write (files, item->path, bytes, error);
  g_prefix_error (error, "%s: ", item->path);
  return FALSE;
}

static gboolean
play (MaqExportJob   *self,
      MaqFileSet     *files,
      Watch          *watch,
      GError        **error)
{
  if (self->font == NULL)
    self->font = maq_soundfont_load (NULL, error);
  return self->font != NULL
         && maq_export_sound_write (self->sound, self->performance, self->font, self->folder,
                                    files, sound_progress_cb, watch, watch->cancellable, error);
}

static gboolean
write_sound (MaqExportJob   *self,
             MaqFileSet     *files,
             Watch          *watch,
             GError        **error)
{
  if (self->sound_error != NULL)
    g_propagate_error (error, g_error_copy (self->sound_error));
  else if (self->sound == NULL || play (self, files, watch, error))
    return TRUE;
  if (!g_cancellable_is_cancelled (watch->cancellable))
    g_prefix_error (error, "%s: ", self->folder);
  return FALSE;
}

static double
get_weight (const Item *item)
{
  if (item->kind == NULL)
    return 0.0;
  return maq_export_has_inside (item->kind, &item->options) ? SOUND_WEIGHT : 1.0;
}

static double
get_whole_weight (MaqExportJob *self)
{
  double weight = self->sound != NULL ? SOUND_WEIGHT : 0.0;

  for (guint i = 0; i < self->items->len; i++)
    weight += get_weight (&g_array_index (self->items, Item, i));
  return weight;
}

gboolean
maq_export_job_run (MaqExportJob       *self,
                    GCancellable       *cancellable,
                    MaqExportProgress   progress,
                    gpointer            user_data,
                    GError            **error)
{
  g_autoptr(MaqFileSet) files = maq_file_set_new ();
  const double whole = get_whole_weight (self);
  Watch watch = { progress, user_data, cancellable, 0.0, 0.0 };

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->kind == NULL)
        continue;
      watch.start += watch.span;
      watch.span = get_weight (item) / whole;
      sound_progress_cb (0.0, &watch);
      if (!write_item (self, item, files, &watch, error)
          || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  watch.start += watch.span;
  watch.span = 1.0 - watch.start;
  if (!write_sound (self, files, &watch, error))
    return FALSE;
  if (!maq_file_set_finish (files, error))
    return FALSE;
  if (progress != NULL)
    progress (1.0, user_data);
  return TRUE;
}

double
maq_export_job_get_stem_gain (MaqExportJob *self)
{
  return self->sound != NULL ? maq_export_sound_get_stem_gain (self->sound) : 0.0;
}
