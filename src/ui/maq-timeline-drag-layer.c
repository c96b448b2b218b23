/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-timeline-private.h"

#include "maq-layer-groups.h"

/* Between layers of a group, or on a group that is folded, it comes into that. */
static MaqMove *
layer_create_move (MaqTimeline     *self,
                   double           x,
                   double           y,
                   GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  MaqArrangement *before = maq_project_get_arrangement (
    maq_document_get_root (maq_editor_get_document (self->editor)));
  MaqRowDrop drop = maq_timeline_metrics_drop_layer (&drag->start, drag->layer,
                                                     maq_timeline_get_content_y (self, y));

  return maq_move_place_layer (drag->layer_id, (int) drop.to,
                               drop.group == NULL
                                 ? NULL : maq_layer_groups_get_name (before, drop.group->first));
}

const MaqDragClass maq_drag_layer = {
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
  MaqArrangement *before = maq_project_get_arrangement (
    maq_document_get_root (maq_editor_get_document (self->editor)));
  const MaqRowGroup *group = maq_timeline_metrics_find_group (&drag->start, drag->layer);
  guint gap = maq_timeline_metrics_drop_group (&drag->start, maq_timeline_get_content_y (self, y));

  return group == NULL ? NULL : maq_layer_groups_move (before, group, gap);
}

const MaqDragClass maq_drag_group = {
  .create_move = group_create_move,
  .cursor = "grabbing",
};
