/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-timeline-private.h"

#include <math.h>

#include "maq-limits.h"

#define PX_PER_LEVEL 7.0

static void
part_begin (MaqTimeline     *self,
            GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;

  drag->level = maq_arrangement_get_level (maq_editor_get_arrangement (self->editor),
                                           drag->section, drag->layer_id);
}

static MaqMove *
part_create_move (MaqTimeline     *self,
                  double           x,
                  double           y,
                  GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  int level = drag->level + (int) lround ((drag->y - y) / PX_PER_LEVEL);

  return maq_move_part_level (drag->section_id, drag->layer_id, CLAMP (level, 0, MAQ_LEVEL_MAX));
}

const MaqDragClass maq_drag_part = {
  .begin = part_begin,
  .create_move = part_create_move,
  .cursor = "ns-resize",
};
