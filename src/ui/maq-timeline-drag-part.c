/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Drags that begin on a part. Up and down is its level, along the rows paints in or
 * out; an end of it moves its entry or its exit; with Ctrl it is copied, with Shift
 * more is selected, with both the levels tilt. All of them hold everything that is
 * selected, if the part is.
 */

#include "maq-timeline-private.h"

#include <math.h>

#include "maq-block.h"
#include "maq-limits.h"

#define PX_PER_LEVEL 7.0
#define PAINT_THRESHOLD 16
#define EDGE_MIN_WIDTH 24

static int
get_step (MaqTimeline *self,
          double       y)
{
  return (int) lround ((self->drag.y - y) / PX_PER_LEVEL);
}

/* The cell under the pointer, as things were at the start; the nearest if it is beside the grid. */
static void
find_cell (MaqTimeline *self,
           double       x,
           double       y,
           guint       *section,
           guint       *layer)
{
  const MaqTimelineMetrics *start = &self->drag.start;
  double content_x = maq_timeline_get_content_x (self, x);
  double content_y = maq_timeline_get_content_y (self, y);
  int right = maq_timeline_metrics_get_width (start) - 1;
  int bottom = maq_timeline_metrics_get_height (start) - 1;
  int column = maq_timeline_metrics_section_at (start, CLAMP (content_x, 0, right));
  int row = maq_timeline_metrics_layer_at (start, CLAMP (content_y, 0, bottom));

  *section = column < 0 ? self->drag.section : (guint) column;
  *layer = row < 0 ? self->drag.layer : (guint) row;
}

/* From the cell that is held to another, with all layers of a row that is folded. */
static MaqRange
get_span (MaqTimeline *self,
          guint        section,
          guint        layer)
{
  const MaqDrag *drag = &self->drag;
  guint first_section = MIN (drag->section, section);
  guint first_layer = MIN (drag->layer, layer);
  guint last = MAX (drag->layer, layer);
  const MaqRowGroup *fold = maq_timeline_metrics_find_fold (&drag->start, last);

  if (fold != NULL)
    last = fold->end - 1;
  return (MaqRange) { first_section, MAX (drag->section, section) - first_section + 1,
                      first_layer, last - first_layer + 1 };
}

/* What is held plays if one of its layers does. */
static void
part_begin (MaqTimeline     *self,
            GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  MaqRange held = get_span (self, drag->section, drag->layer);

  drag->level = 0;
  for (guint i = 0; i < held.n_layers; i++)
    drag->level = MAX (drag->level, maq_arrangement_get_level (
                         arrangement, drag->section,
                         maq_timeline_get_layer_id (self, (int) (held.first_layer + i))));
}

/* What began on a part that plays takes out, what began on one that is out lets in. */
static MaqMove *
paint_create_move (MaqTimeline     *self,
                   double           x,
                   double           y,
                   GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  g_auto (MaqBlock) block = { 0 };
  guint section;
  guint layer;

  find_cell (self, x, y, &section, &layer);
  drag->target = get_span (self, section, layer);
  maq_block_init (&block, maq_editor_get_arrangement (self->editor), &drag->target);
  return drag->level > 0 || drag->erases ? maq_move_cells_level (&block.cells, 0)
                                         : maq_move_cells_in (&block.cells);
}

const MaqDragClass maq_drag_part_paint = {
  .create_move = paint_create_move,
  .cursor = "cell",
  .scrolls_x = TRUE,
  .scrolls_y = TRUE,
};

static MaqMove *
level_create_move (MaqTimeline     *self,
                   double           x,
                   double           y,
                   GdkModifierType  state)
{
  g_auto (MaqBlock) block = { 0 };
  int by = CLAMP (get_step (self, y), -MAQ_LEVEL_MAX, MAQ_LEVEL_MAX);

  maq_block_init_selected (&block, self->editor);
  return (state & GDK_ALT_MASK) != 0 ? maq_move_cells_scale (&block.cells, by)
                                     : maq_move_cells_step (&block.cells, by, by);
}

static const MaqDragClass maq_drag_level = {
  .create_move = level_create_move,
  .cursor = "ns-resize",
};

/* The first way that it clearly goes decides what the drag is. */
static MaqMove *
part_create_move (MaqTimeline     *self,
                  double           x,
                  double           y,
                  GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  double dx = fabs (x - drag->x);
  double dy = fabs (y - drag->y);

  if (dy >= dx)
    drag->drag_class = &maq_drag_level;
  else if (dx >= PAINT_THRESHOLD)
    drag->drag_class = &maq_drag_part_paint;
  else
    return NULL;
  return drag->drag_class->create_move (self, x, y, state);
}

const MaqDragClass maq_drag_part = {
  .begin = part_begin,
  .create_move = part_create_move,
};

/* The side that is held goes up and down, the other side stays. */
static MaqMove *
ramp_create_move (MaqTimeline     *self,
                  double           x,
                  double           y,
                  GdkModifierType  state)
{
  g_auto (MaqBlock) block = { 0 };
  int by = CLAMP (get_step (self, y), -MAQ_LEVEL_MAX, MAQ_LEVEL_MAX);
  gboolean is_left;
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  maq_block_init_selected (&block, self->editor);
  is_left = 2 * (self->drag.section - range.first_section) + 1 < range.n_sections;
  return maq_move_cells_step (&block.cells, is_left ? by : 0, is_left ? 0 : by);
}

const MaqDragClass maq_drag_part_ramp = {
  .create_move = ramp_create_move,
  .cursor = "ns-resize",
};

static MaqMove *
range_create_move (MaqTimeline     *self,
                   double           x,
                   double           y,
                   GdkModifierType  state)
{
  MaqZone zone = self->drag.hit.zone;
  guint section;
  guint layer;

  find_cell (self, x, y, &section, &layer);
  maq_timeline_select_rows (self, zone == MAQ_ZONE_LAYER ? -1 : (int) section,
                            zone == MAQ_ZONE_SECTION ? -1 : (int) layer, TRUE);
  return NULL;
}

const MaqDragClass maq_drag_range = {
  .create_move = range_create_move,
  .scrolls_x = TRUE,
  .scrolls_y = TRUE,
};

/* Where a block comes to stand, along one axis: inside of what there is. */
static guint
shift (guint first,
       guint n,
       guint n_all,
       guint from,
       guint to)
{
  return (guint) CLAMP ((int) first + (int) to - (int) from, 0, (int) n_all - (int) n);
}

static MaqMove *
create_copy (const MaqBlock *held,
             MaqArrangement *arrangement,
             const MaqRange *from,
             const MaqRange *to)
{
  g_autofree MaqPart **parts = g_new (MaqPart *, from->n_sections * from->n_layers);
  g_auto (MaqBlock) block = { 0 };

  for (guint i = 0; i < from->n_sections; i++)
    for (guint j = 0; j < from->n_layers; j++)
      parts[i * from->n_layers + j] = maq_section_find_part (
        maq_arrangement_get_resolved (arrangement, from->first_section + i),
        maq_layer_get_id (maq_arrangement_get_layer (arrangement, from->first_layer + j)));
  maq_block_init (&block, arrangement, to);
  block.cells.picked = held->cells.picked;
  return maq_move_cells_put (&block.cells, parts);
}

static MaqMove *
copy_create_move (MaqTimeline     *self,
                  double           x,
                  double           y,
                  GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  MaqArrangement *arrangement = maq_project_get_arrangement (
    maq_document_get_root (maq_editor_get_document (self->editor)));
  g_auto (MaqBlock) held = { 0 };
  MaqRange from;
  MaqRange to;
  guint section;
  guint layer;

  /* the press may have been a click that adds to what is selected */
  if (!maq_timeline_is_in_range (self, drag->hit))
    maq_timeline_select_hit (self, drag->hit, FALSE);
  maq_editor_get_range (self->editor, &from);
  maq_block_init_selected (&held, self->editor);
  find_cell (self, x, y, &section, &layer);
  to = (MaqRange) {
    shift (from.first_section, from.n_sections, drag->start.n_sections, drag->section, section),
    from.n_sections,
    shift (from.first_layer, from.n_layers, drag->start.n_layers, drag->layer, layer),
    from.n_layers,
  };
  /* what is here and there stays selected where it is */
  if (held.picked == NULL)
    drag->target = to;
  return create_copy (&held, arrangement, &from, &to);
}

const MaqDragClass maq_drag_part_copy = {
  .create_move = copy_create_move,
  .cursor = "copy",
  .scrolls_x = TRUE,
  .scrolls_y = TRUE,
};

static MaqPart *
find_part (MaqTimeline *self,
           guint        section,
           guint        layer)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);

  return maq_section_find_part (maq_arrangement_get_resolved (arrangement, section),
                                maq_timeline_get_layer_id (self, (int) layer));
}

MaqPartEdge
maq_timeline_find_part_edge (MaqTimeline *self,
                             MaqHit       hit,
                             double       view_x)
{
  const MaqTimelineMetrics *metrics = &self->metrics;
  double x = maq_timeline_get_content_x (self, view_x);
  MaqPart *part;
  int first;
  int end;
  int from;
  int to;
  int grip;

  if (hit.zone != MAQ_ZONE_CELL)
    return MAQ_PART_EDGE_NONE;
  part = find_part (self, (guint) hit.section, (guint) hit.layer);
  if (part == NULL || maq_part_get_level (part) == 0)
    return MAQ_PART_EDGE_NONE;
  first = metrics->first_bars[hit.section];
  end = maq_part_get_fields (part)->exit_bar;
  from = maq_timeline_metrics_bar_to_x (metrics,
                                        first + maq_part_get_fields (part)->entry_bar);
  to = maq_timeline_metrics_bar_to_x (metrics, end > 0 ? first + end
                                                       : metrics->first_bars[hit.section + 1]);
  if (to - from < EDGE_MIN_WIDTH)
    return MAQ_PART_EDGE_NONE;
  grip = MIN (maq_timeline_get_grip (self, MAQ_EDGE_GRIP_PX), (to - from) / 3);
  if (fabs (x - from) <= grip)
    return MAQ_PART_EDGE_ENTRY;
  return fabs (x - to) <= grip ? MAQ_PART_EDGE_EXIT : MAQ_PART_EDGE_NONE;
}

static void
edge_begin (MaqTimeline     *self,
            GdkModifierType  state)
{
  const MaqDrag *drag = &self->drag;
  const int *first = &drag->start.first_bars[drag->section];
  const MaqPartFields *part = maq_part_get_fields (find_part (self, drag->section, drag->layer));

  if (drag->edge == MAQ_PART_EDGE_ENTRY)
    maq_timeline_touch_handle (self, first[0] + part->entry_bar);
  else
    maq_timeline_touch_handle (self, part->exit_bar > 0 ? first[0] + part->exit_bar : first[1]);
}

/* To the nearest bar line; the other end stays where each part has it. */
static MaqMove *
edge_create_move (MaqTimeline     *self,
                  double           x,
                  double           y,
                  GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  const MaqTimelineMetrics *start = &drag->start;
  int first = start->first_bars[drag->section];
  int bars = start->first_bars[drag->section + 1] - first;
  int bar = (int) lround (maq_timeline_metrics_x_to_bar (start,
                                                         maq_timeline_get_content_x (self, x)));
  const MaqPartFields *part;
  g_auto (MaqBlock) block = { 0 };
  int limit;

  maq_block_init_selected (&block, self->editor);
  part = maq_part_get_fields (find_part (self, drag->section, drag->layer));
  if (drag->edge == MAQ_PART_EDGE_ENTRY)
    {
      limit = part->exit_bar > 0 ? part->exit_bar : bars;
      return maq_move_cells_entry (&block.cells, CLAMP (bar - first, 0, limit - 1), MAQ_KEEP_BAR);
    }
  limit = part->entry_bar + 1;
  return maq_move_cells_entry (&block.cells, MAQ_KEEP_BAR, CLAMP (bar - first, limit, bars));
}

const MaqDragClass maq_drag_part_edge = {
  .begin = edge_begin,
  .create_move = edge_create_move,
  .cursor = "col-resize",
  .scrolls_x = TRUE,
};

const MaqDragClass *
maq_timeline_find_part_drag (MaqTimeline     *self,
                             MaqHit           hit,
                             double           view_x,
                             GdkModifierType  state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->drag.erases)
    return &maq_drag_part_paint;
  if ((state & GDK_CONTROL_MASK) != 0)
    return shift ? &maq_drag_part_ramp : &maq_drag_part_copy;
  if (shift)
    return &maq_drag_range;
  self->drag.edge = maq_timeline_find_part_edge (self, hit, view_x);
  return self->drag.edge == MAQ_PART_EDGE_NONE ? &maq_drag_part : &maq_drag_part_edge;
}
