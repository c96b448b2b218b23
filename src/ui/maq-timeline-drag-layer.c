/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-timeline-private.h"

static MaqMove *
layer_create_move (MaqTimeline     *self,
                   double           x,
                   double           y,
                   GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;

  return maq_move_move_layer (drag->layer_id,
                              (int) maq_timeline_metrics_drop_layer (
                                &drag->start, drag->layer,
                                maq_timeline_get_content_y (self, y)));
}

const MaqDragClass maq_drag_layer = {
  .create_move = layer_create_move,
  .cursor = "grabbing",
  .scrolls_y = TRUE,
};
