/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-form-sketch.h"

#include "maq-file.h"
#include "maq-styles.h"

static void
sketch_levels (MaqFormSketch  *self,
               MaqArrangement *arrangement)
{
  for (guint i = 0; i < self->n_sections; i++)
    for (guint j = 0; j < self->n_layers; j++)
      {
        MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (arrangement, j));

        self->levels[i * self->n_layers + j] =
          (guint8) maq_arrangement_get_level (arrangement, i, layer);
      }
}

MaqFormSketch *
maq_form_sketch_new (MaqSong *song)
{
  MaqArrangement *arrangement = maq_song_get_current (song);
  const MaqSongFields *fields = maq_song_get_fields (song);
  g_autoptr (MaqForm) form = maq_form_new (song, arrangement);
  MaqStyle *style = maq_styles_find (fields->style, fields->meter);
  MaqFormSketch *self = g_new0 (MaqFormSketch, 1);

  self->title = g_strdup (fields->title);
  self->style = style == NULL ? NULL : g_strdup (maq_style_get_label (style));
  self->note = g_strdup (maq_arrangement_get_fields (arrangement)->note);
  self->meter = fields->meter;
  self->tempo_qpm = fields->tempo_qpm;
  self->seconds = maq_form_get_seconds (form);
  self->bars = maq_form_get_bars (form);
  self->n_sections = MIN (maq_form_get_n_sections (form), MAQ_SKETCH_MAX_SECTIONS);
  self->n_layers = MIN (maq_arrangement_get_n_layers (arrangement), MAQ_SKETCH_MAX_LAYERS);
  self->sections = g_new (MaqSketchSection, self->n_sections);
  self->levels = g_new (guint8, self->n_sections * self->n_layers);
  for (guint i = 0; i < self->n_sections; i++)
    {
      const MaqFormSection *section = maq_form_get_section (form, i);

      self->sections[i] = (MaqSketchSection) {
        maq_section_get_fields (section->section)->kind, section->first_bar, section->bars
      };
    }
  sketch_levels (self, arrangement);
  return self;
}

void
maq_form_sketch_free (MaqFormSketch *self)
{
  g_free (self->title);
  g_free (self->style);
  g_free (self->note);
  g_free (self->sections);
  g_free (self->levels);
  g_free (self);
}

/* Asked before the file is opened: most of the time nothing has to be read to know. */
static gboolean
is_small (GFile         *file,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= MAQ_SKETCH_MAX_BYTES)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the file is too big for a sketch");
  return FALSE;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GFile *file = task_data;
  GError *error = NULL;
  g_autoptr (MaqProject) root = NULL;

  if (is_small (file, cancellable, &error))
    root = maq_file_load (file, NULL, cancellable, &error);
  if (root == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, maq_form_sketch_new (maq_project_get_current (root)),
                           (GDestroyNotify) maq_form_sketch_free);
}

void
maq_form_sketch_load_async (GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, maq_form_sketch_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, load_in_thread);
}

MaqFormSketch *
maq_form_sketch_load_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
