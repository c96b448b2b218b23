/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-timeline-private.h"

/* The end of a section: its length, and with it where all that follows stands. */
static void
edge_begin (MaqTimeline     *self,
            GdkModifierType  state)
{
  self->is_fitted = FALSE;  /* the ruler must not stretch under the pointer */
}

static MaqMove *
edge_create_move (MaqTimeline     *self,
                  double           x,
                  double           y,
                  GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;

  return maq_move_resize_section (drag->section_id,
                                  maq_timeline_metrics_edge_bars (
                                    &drag->start, drag->section,
                                    maq_timeline_get_content_x (self, x)));
}

const MaqDragClass maq_drag_edge = {
  .begin = edge_begin,
  .create_move = edge_create_move,
  .cursor = "col-resize",
};

/* With Ctrl a copy falls into the gap that is pointed at, or right behind the original. */
static MaqMove *
section_create_move (MaqTimeline     *self,
                     double           x,
                     double           y,
                     GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  guint to = maq_timeline_metrics_drop_section (&drag->start, drag->section,
                                                (int) maq_timeline_get_content_x (self, x));

  if ((state & GDK_CONTROL_MASK) != 0)
    return maq_move_copy_section (drag->section_id, (int) (to < drag->section ? to : to + 1));
  return maq_move_move_section (drag->section_id, (int) to);
}

const MaqDragClass maq_drag_section = {
  .create_move = section_create_move,
  .cursor = "grabbing",
  .scrolls_x = TRUE,
};
