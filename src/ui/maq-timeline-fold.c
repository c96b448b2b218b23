/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Groups of layers that fold. What is folded is a matter of looking and not in
 * the file: one row stands for the layers, and to select in it selects them all.
 */

#include "maq-timeline-private.h"

#include "maq-layer-groups.h"

void
maq_timeline_lay_out_groups (MaqTimeline *self)
{
  g_autoptr (GArray) groups =
    maq_layer_groups_find (maq_editor_get_arrangement (self->editor), self->folded);

  maq_timeline_metrics_group (&self->metrics, (const MaqRowGroup *) (gpointer) groups->data,
                              groups->len);
}

MaqId
maq_timeline_get_row_id (MaqTimeline *self,
                         MaqId        layer)
{
  int index = maq_arrangement_find_layer (maq_editor_get_arrangement (self->editor), layer);
  const MaqRowGroup *fold = index < 0 ? NULL
                                      : maq_timeline_metrics_find_fold (&self->metrics,
                                                                        (guint) index);

  return fold == NULL ? layer : maq_timeline_get_layer_id (self, (int) fold->first);
}

static void
select_row (MaqTimeline *self,
            MaqId        section,
            int          layer,
            gboolean     extends)
{
  MaqId id = maq_timeline_get_layer_id (self, layer);

  if (extends)
    maq_editor_extend (self->editor, section, id);
  else
    maq_editor_select (self->editor, section, id);
}

void
maq_timeline_select_rows (MaqTimeline *self,
                          int          section,
                          int          layer,
                          gboolean     extends)
{
  const MaqRowGroup *fold = layer < 0 ? NULL
                                      : maq_timeline_metrics_find_fold (&self->metrics,
                                                                        (guint) layer);
  MaqId id = maq_timeline_get_section_id (self, section);

  if (fold == NULL)
    {
      select_row (self, id, layer, extends);
      return;
    }
  select_row (self, id, (int) fold->first, extends);
  select_row (self, id, (int) fold->end - 1, TRUE);
}

void
maq_timeline_toggle_fold (MaqTimeline *self,
                          MaqId        layer)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  int index = maq_arrangement_find_layer (arrangement, layer);
  const char *name = index < 0 ? NULL : maq_layer_groups_get_name (arrangement, (guint) index);
  MaqPath selection = maq_editor_get_selection (self->editor);
  const MaqRowGroup *group;

  if (name == NULL)
    return;
  if (!g_hash_table_remove (self->folded, name))
    g_hash_table_add (self->folded, g_strdup (name));
  maq_timeline_show (self);
  group = maq_timeline_metrics_find_group (&self->metrics, (guint) index);
  index = maq_editor_get_layer_index (self->editor);
  if (group != NULL && index >= (int) group->first && index < (int) group->end)
    maq_timeline_select_rows (self, selection.section == MAQ_ID_NONE
                                      ? -1 : maq_editor_get_section_index (self->editor),
                              (int) group->first, FALSE);
}

/* A group that is folded goes past what stands beside it; a layer goes past it, not through. */
static MaqMove *
create_step (MaqTimeline *self,
             guint        layer,
             int          step)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  const MaqTimelineMetrics *metrics = &self->metrics;
  const MaqRowGroup *fold = maq_timeline_metrics_find_fold (metrics, layer);
  int next = fold == NULL ? (int) layer + step
                          : step > 0 ? (int) fold->end : (int) fold->first - 1;
  const MaqRowGroup *other;

  if (next < 0 || next >= (int) metrics->n_layers)
    return NULL;
  other = fold != NULL ? maq_timeline_metrics_find_group (metrics, (guint) next)
                       : maq_timeline_metrics_find_fold (metrics, (guint) next);
  if (fold != NULL)
    return maq_layer_groups_move (arrangement, fold,
                                  step < 0 ? other != NULL ? other->first : (guint) next
                                           : other != NULL ? other->end : (guint) next + 1);
  if (other != NULL)
    return maq_move_place_layer (maq_timeline_get_layer_id (self, (int) layer),
                                 step < 0 ? (int) other->first : (int) other->end - 1, NULL);
  return maq_layer_groups_step (arrangement, layer, step);
}

void
maq_timeline_move_rows (MaqTimeline *self,
                        int          step)
{
  int layer = maq_editor_get_layer_index (self->editor);
  MaqPath selection = maq_editor_get_selection (self->editor);
  int last = (int) self->metrics.n_layers - 1;
  MaqMove *move;

  if (layer < 0)
    return;
  move = create_step (self, (guint) layer, step);
  /* at the end of the song a layer can still leave its group */
  if (move == NULL && maq_timeline_metrics_find_fold (&self->metrics, (guint) layer) == NULL &&
      (layer == 0 || layer == last))
    move = maq_move_place_layer (selection.layer, layer, NULL);
  if (move == NULL)
    return;
  maq_editor_apply (self->editor, move);
  maq_timeline_select_rows (self, maq_editor_get_section_index (self->editor),
                            maq_editor_get_layer_index (self->editor), FALSE);
}
