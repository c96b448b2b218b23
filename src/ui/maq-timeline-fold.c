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

/* The layer at one end of what is selected, with all of its row: the first or the last of it. */
static int
get_end (MaqTimeline *self,
         int          layer,
         gboolean     is_last)
{
  const MaqRowGroup *fold = layer < 0 ? NULL
                                      : maq_timeline_metrics_find_fold (&self->metrics,
                                                                        (guint) layer);

  if (fold == NULL)
    return layer;
  return is_last ? (int) fold->end - 1 : (int) fold->first;
}

/* Where the selection began: its end that the cursor is not at. */
static void
get_anchor (MaqTimeline *self,
            int         *section,
            int         *layer)
{
  int column = maq_editor_get_section_index (self->editor);
  int row = maq_editor_get_layer_index (self->editor);
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  *section = range.n_sections == 0 ? -1 : (int) range.first_section;
  *layer = range.n_layers == 0 ? -1 : (int) range.first_layer;
  if (*section == column && range.n_sections > 1)
    *section += (int) range.n_sections - 1;
  if (*layer == row && range.n_layers > 1)
    *layer += (int) range.n_layers - 1;
}

/* The row where it began stays in it as a whole, on whichever side the cursor is. */
static void
extend_rows (MaqTimeline *self,
             int          section,
             int          layer)
{
  int anchor_section;
  int anchor_layer;
  gboolean is_down;

  get_anchor (self, &anchor_section, &anchor_layer);
  is_down = layer >= get_end (self, anchor_layer, FALSE);
  if (anchor_layer >= 0 && anchor_layer != get_end (self, anchor_layer, !is_down))
    maq_editor_select (self->editor, maq_timeline_get_section_id (self, anchor_section),
                       maq_timeline_get_layer_id (self, get_end (self, anchor_layer, !is_down)));
  maq_editor_extend (self->editor, maq_timeline_get_section_id (self, section),
                     maq_timeline_get_layer_id (self, get_end (self, layer, is_down)));
}

void
maq_timeline_select_rows (MaqTimeline *self,
                          int          section,
                          int          layer,
                          gboolean     extends)
{
  MaqId id = maq_timeline_get_section_id (self, section);

  if (extends)
    {
      /* from the cell that was added last */
      if (maq_editor_get_picks (self->editor) != NULL)
        maq_editor_select (self->editor, maq_editor_get_selection (self->editor).section,
                           maq_editor_get_selection (self->editor).layer);
      extend_rows (self, section, layer);
      return;
    }
  maq_editor_select (self->editor, id,
                     maq_timeline_get_layer_id (self, get_end (self, layer, FALSE)));
  maq_editor_extend (self->editor, id,
                     maq_timeline_get_layer_id (self, get_end (self, layer, TRUE)));
}

GStrv
maq_timeline_dup_folded (MaqTimeline *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GArray) groups
    = maq_layer_groups_find (maq_editor_get_arrangement (self->editor), self->folded);

  for (guint i = 0; i < groups->len; i++)
    {
      const char *name = maq_layer_groups_get_name (maq_editor_get_arrangement (self->editor),
                                                    g_array_index (groups, MaqRowGroup, i).first);

      if (g_hash_table_contains (self->folded, name))
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

void
maq_timeline_set_folded (MaqTimeline *self,
                         GStrv        names)
{
  g_hash_table_remove_all (self->folded);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_hash_table_add (self->folded, g_strdup (names[i]));
  maq_timeline_show (self);
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

/* The group that all of them are in; NULL for none, or for several. */
static const char *
find_common_group (MaqArrangement *arrangement,
                   const MaqRange *layers)
{
  const char *name = maq_layer_groups_get_name (arrangement, layers->first_layer);

  for (guint i = 1; i < layers->n_layers; i++)
    if (g_strcmp0 (maq_layer_groups_get_name (arrangement, layers->first_layer + i), name) != 0)
      return NULL;
  return name;
}

/* Several layers go as one does: within their group, then out of it, past other groups. */
static MaqMove *
create_step_of_several (MaqTimeline    *self,
                        const MaqRange *range,
                        int             step)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  g_autofree guint *layers = g_new (guint, range->n_layers);
  const char *own = find_common_group (arrangement, range);
  guint end = range->first_layer + range->n_layers;
  int next = step < 0 ? (int) range->first_layer - 1 : (int) end;
  gboolean is_end = next < 0 || next >= (int) self->metrics.n_layers;
  const MaqRowGroup *group = is_end ? NULL : maq_timeline_metrics_find_group (&self->metrics,
                                                                              (guint) next);
  guint gap = step < 0 ? (guint) next : (guint) next + 1;

  for (guint i = 0; i < range->n_layers; i++)
    layers[i] = range->first_layer + i;
  if (own != NULL && (is_end ||
                      g_strcmp0 (maq_layer_groups_get_name (arrangement, (guint) next), own) != 0))
    return maq_layer_groups_place (arrangement, layers, range->n_layers, range->first_layer, NULL);
  if (is_end)
    return NULL;
  if (own == NULL && group != NULL)
    gap = step < 0 ? group->first : group->end;
  return maq_layer_groups_place (arrangement, layers, range->n_layers, gap, own);
}

static void
move_several (MaqTimeline    *self,
              const MaqRange *range,
              int             step)
{
  MaqMove *move = create_step_of_several (self, range, step);

  if (move != NULL)
    maq_editor_apply_here (self->editor, move);
}

void
maq_timeline_move_rows (MaqTimeline *self,
                        int          step)
{
  int layer = maq_editor_get_layer_index (self->editor);
  MaqPath selection = maq_editor_get_selection (self->editor);
  int last = (int) self->metrics.n_layers - 1;
  MaqRange range;
  MaqMove *move;

  if (layer < 0)
    return;
  maq_editor_get_range (self->editor, &range);
  if (range.n_layers > 1 && maq_timeline_metrics_find_fold (&self->metrics, (guint) layer) == NULL)
    {
      move_several (self, &range, step);
      return;
    }
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
