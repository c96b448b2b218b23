/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layers and groups of them, dragged by their heads. */

#include "maq-timeline-private.h"

#include "maq-layer-groups.h"

static MaqArrangement *
get_before (MaqTimeline *self)
{
  return maq_project_get_arrangement (
    maq_document_get_root (maq_editor_get_document (self->editor)));
}

/* What is held: the layer under the pointer, or all that are selected with it. */
static void
layer_begin (MaqTimeline     *self,
             GdkModifierType  state)
{
  maq_timeline_hold (self, TRUE);
}

/* Copies fall into the gap that is pointed at, or right below what is copied. */
static MaqMove *
create_copies (MaqTimeline *self,
               guint        gap,
               const char  *group)
{
  MaqDrag *drag = &self->drag;
  const guint *held = (guint *) (gpointer) drag->held->data;
  guint n = drag->held->len;

  if (gap == drag->layer)
    gap = held[n - 1] + 1;
  maq_timeline_show_drag_line (self, -1, (int) gap);
  if (n == 1)
    return maq_move_copy_layer (drag->layer_id, (int) gap, group);
  drag->target = (MaqRange) { .first_layer = gap, .n_layers = n };
  return maq_layer_groups_copy (get_before (self), held, n, gap, group);
}

/* Between layers of a group, or on a group that is folded, they come into that. With Ctrl they
 * are copied. */
static MaqMove *
layer_create_move (MaqTimeline     *self,
                   double           x,
                   double           y,
                   GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  const guint *held = (guint *) (gpointer) drag->held->data;
  guint n = drag->held->len;
  MaqArrangement *before = get_before (self);
  MaqRowDrop drop = maq_timeline_metrics_drop_layer (&drag->start, drag->layer,
                                                     maq_timeline_get_content_y (self, y));
  const char *group = drop.group == NULL ? NULL : maq_layer_groups_get_name (before,
                                                                             drop.group->first);
  guint gap = drop.to > drag->layer ? drop.to + 1 : drop.to;
  guint to = gap;

  if ((state & GDK_CONTROL_MASK) != 0)
    return create_copies (self, gap, group);
  for (guint i = 0; i < n; i++)
    to -= held[i] < gap;
  maq_timeline_show_drag_line (self, -1, (int) to);
  if (n == 1)
    return maq_move_place_layer (drag->layer_id, (int) drop.to, group);
  drag->target = (MaqRange) { .first_layer = to, .n_layers = n };
  return maq_layer_groups_place (before, held, n, gap, group);
}

const MaqDragClass maq_drag_layer = {
  .begin = layer_begin,
  .create_move = layer_create_move,
  .cursor = "grabbing",
  .scrolls_y = TRUE,
};

static MaqMove *
group_create_move (MaqTimeline     *self,
                   double           x,
                   double           y,
                   GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  const MaqRowGroup *group = maq_timeline_metrics_find_group (&drag->start, drag->layer);
  guint gap = maq_timeline_metrics_drop_group (&drag->start, maq_timeline_get_content_y (self, y));

  if (group == NULL)
    return NULL;
  maq_timeline_show_drag_line (self, -1, (int) (gap <= group->first
                                                  ? gap
                                                  : MAX (gap, group->end) + group->first -
                                                      group->end));
  return maq_layer_groups_move (get_before (self), group, gap);
}

const MaqDragClass maq_drag_group = {
  .create_move = group_create_move,
  .cursor = "grabbing",
};
