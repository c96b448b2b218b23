/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-inner-sound.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "maq-export-sound-private.h"
#include "maq-zip.h"

#define USUAL_RATE_HZ 48000
#define USUAL_TAIL_SECONDS 3.0

static void
clear_file (MaqInnerFile *file)
{
  g_free (file->name);
  g_free (file->what);
  g_bytes_unref (file->bytes);
}

void
maq_inner_sound_free (MaqInnerSound *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->files);
  g_free (self);
}

MaqSoundWish
maq_inner_sound_get_wish (const MaqExportOptions *options,
                          MaqExportHolds          holds)
{
  MaqSoundWish wish = options->inside;

  wish.has_guide &= (holds & MAQ_EXPORT_HOLDS_GUIDE) != 0;
  wish.has_click &= (holds & MAQ_EXPORT_HOLDS_CLICK) != 0;
  wish.has_cues &= (holds & MAQ_EXPORT_HOLDS_CUES) != 0;
  wish.has_stems &= (holds & MAQ_EXPORT_HOLDS_STEMS) != 0;
  wish.n_before = 0;
  if (wish.plan.rate_hz == 0)
    {
      wish.plan.rate_hz = USUAL_RATE_HZ;
      wish.plan.tail_seconds = USUAL_TAIL_SECONDS;
    }
  return wish;
}

/* What is mapped stays when its name is gone. */
static gboolean
add_file (MaqInnerSound  *self,
          const char     *folder,
          const char     *name,
          const char     *what,
          MaqId           layer,
          GError        **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GMappedFile) mapped = g_mapped_file_new (path, FALSE, error);
  MaqInnerFile file = { NULL, NULL, NULL, layer };

  if (mapped == NULL)
    return FALSE;
  file.name = g_strdup (name);
  file.what = g_strdup (what);
  file.bytes = g_mapped_file_get_bytes (mapped);
  g_array_append_val (self->files, file);
  return TRUE;
}

static gboolean
add_all (MaqInnerSound   *self,
         MaqExportSound  *sound,
         const char      *folder,
         GError         **error)
{
  for (guint i = 0; i < sound->files->len; i++)
    {
      const MaqSoundFile *file = &g_array_index (sound->files, MaqSoundFile, i);
      MaqId layer = file->layers != NULL ? g_array_index (file->layers, MaqId, 0) : 0;

      if (!add_file (self, folder, file->name, file->what, layer, error))
        return FALSE;
    }
  return !sound->wish.has_report
         || (add_file (self, folder, sound->report_text, _("Loudness"), 0, error)
             && add_file (self, folder, sound->report_table, _("Loudness"), 0, error));
}

/* All or none; what is left in the folder is removed either way. */
static gboolean
play (MaqInnerSound          *self,
      MaqExportSound         *sound,
      const MaqExportSource  *source,
      const char             *folder,
      GError                **error)
{
  g_autoptr(MaqSoundfont) own = source->font == NULL ? maq_soundfont_load (NULL, error) : NULL;
  g_autoptr(MaqFileSet) files = maq_file_set_new ();
  g_auto(GStrv) names = maq_export_sound_dup_names (sound);
  gboolean well;

  if (source->font == NULL && own == NULL)
    return FALSE;
  well = maq_export_sound_write (sound, source->performance,
                                 source->font != NULL ? source->font : own, folder, files,
                                 source->progress, source->user_data, source->cancellable, error)
         && maq_file_set_finish (files, error)
         && add_all (self, sound, folder, error);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  return well;
}

/* It is known before anything is played whether there is room for it. */
static gboolean
has_room (MaqExportSound  *sound,
          GError         **error)
{
  if (maq_export_sound_count_bytes (sound) * sound->files->len < MAQ_ZIP_MAX_BYTES)
    return TRUE;
  g_set_error (error, MAQ_SOUND_ERROR, MAQ_SOUND_ERROR_SIZE,
               _("All this sound is more than 2 GB, which is too much for one file. Choose FLAC, "
                 "leave some of it out, or write it into a folder."));
  return FALSE;
}

MaqInnerSound *
maq_inner_sound_make (const MaqExportSource  *source,
                      const MaqSoundWish     *wish,
                      GError                **error)
{
  g_autoptr(MaqInnerSound) self = g_new0 (MaqInnerSound, 1);
  g_autoptr(MaqExportSound) sound = maq_export_sound_new (source->handoff, wish, error);
  g_autoptr(MaqSoundPlan) plan = NULL;
  g_autofree char *folder = NULL;
  gboolean well;

  self->files = g_array_new (FALSE, FALSE, sizeof (MaqInnerFile));
  g_array_set_clear_func (self->files, (GDestroyNotify) clear_file);
  if (sound == NULL || !has_room (sound, error))
    return NULL;
  folder = g_dir_make_tmp ("maquette-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  plan = maq_sound_plan_new (source->handoff, source->performance, &sound->wish.plan);
  self->rate_hz = sound->wish.plan.rate_hz;
  self->n_frames = maq_sound_plan_get_n_frames (plan);
  well = play (self, sound, source, folder, error);
  g_rmdir (folder);
  return well ? g_steal_pointer (&self) : NULL;
}
