/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc-lane-private.h"

/* What tension is found from; all of it immutable, so that a worker can look at it. */
typedef struct
{
  MaqEditor      *editor;         /* only to know whether it is still the one that is shown */
  MaqForm        *form;
  MaqArrangement *arrangement;
  GPtrArray      *measures;       /* by section; NULL for those that are not measured */
} Song;

static void
unref_measure (gpointer measure)
{
  if (measure != NULL)
    maq_measure_unref (measure);
}

static Song *
song_new (MaqArcLane *self)
{
  Song *song = g_new0 (Song, 1);

  song->editor = g_object_ref (self->editor);
  song->form = maq_form_ref (maq_editor_get_form (self->editor));
  song->arrangement = maq_arrangement_ref (maq_editor_get_arrangement (self->editor));
  song->measures = g_ptr_array_new_with_free_func (unref_measure);
  for (guint i = 0; i < maq_form_get_n_sections (song->form); i++)
    {
      MaqMeasure *measure = maq_arc_lane_get_measure (self, i);

      g_ptr_array_add (song->measures, measure == NULL ? NULL : maq_measure_ref (measure));
    }
  return song;
}

static void
song_free (gpointer data)
{
  Song *song = data;

  g_object_unref (song->editor);
  maq_form_unref (song->form);
  maq_arrangement_unref (song->arrangement);
  g_ptr_array_unref (song->measures);
  g_free (song);
}

static void
find_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Song *song = data;

  g_task_return_pointer (task, maq_tension_new (song->form, song->arrangement, song->measures),
                         (GDestroyNotify) maq_tension_unref);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  MaqArcLane *self = MAQ_ARC_LANE (source);
  const Song *song = g_task_get_task_data (G_TASK (result));
  g_autoptr (MaqTension) tension = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean is_old = self->is_tension_old;

  self->is_finding_tension = FALSE;
  self->is_tension_old = FALSE;
  if (self->editor == NULL)
    return;
  if (self->editor == song->editor)
    {
      g_clear_pointer (&self->tension, maq_tension_unref);
      self->tension = g_steal_pointer (&tension);
      maq_arc_lane_show_tension (self);
    }
  if (is_old)
    maq_arc_lane_find_tension (self);
}

void
maq_arc_lane_find_tension (MaqArcLane *self)
{
  g_autoptr (GTask) task = NULL;

  self->is_tension_old = self->is_finding_tension;
  if (self->editor == NULL || self->is_finding_tension)
    return;
  self->is_finding_tension = TRUE;
  task = g_task_new (self, NULL, found_cb, NULL);
  g_task_set_name (task, "find tension");
  g_task_set_task_data (task, song_new (self), song_free);
  g_task_run_in_thread (task, find_in_worker);
}
