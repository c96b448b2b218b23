/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the pointer drags on the timeline.
 *
 * A drag is a pure preview: every motion applies a move to the root at its
 * start and shows what that gives; release commits it as one step, Escape
 * shows the old root again. What a motion means, each kind of drag says itself.
 * When the document changes meanwhile the drag is given up: its indices are of the old root.
 */

#include "maq-timeline-private.h"

#include <math.h>

#include "maq-arc-lane.h"
#include "maq-bar-map.h"
#include "maq-part-view.h"
#include "maq-touch.h"

#define DRAG_THRESHOLD 4
#define TOUCH_THRESHOLD 10
#define NEAR_PX 5

static const MaqDragClass *
find_drag_class (MaqTimeline     *self,
                 MaqHit           hit,
                 double           view_x,
                 GdkModifierType  state)
{
  switch (hit.zone)
    {
    case MAQ_ZONE_RULER:
      if ((state & GDK_CONTROL_MASK) != 0 || maq_timeline_is_on_loop_end (self, view_x))
        return &maq_drag_loop;
      return &maq_drag_seek;
    case MAQ_ZONE_SECTION_EDGE:
      return &maq_drag_edge;
    case MAQ_ZONE_SECTION:
      return &maq_drag_section;
    case MAQ_ZONE_LAYER:
      return &maq_drag_layer;
    case MAQ_ZONE_GROUP:
      return &maq_drag_group;
    case MAQ_ZONE_CELL:
      return maq_timeline_find_part_drag (self, hit, view_x, state);
    case MAQ_ZONE_NONE:
    case MAQ_ZONE_CORNER:
    case MAQ_ZONE_CHORDS:
    case MAQ_ZONE_ARC:
    default:
      return NULL;
    }
}

static void
seek_to (MaqTimeline     *self,
         double           view_x,
         GdkModifierType  state)
{
  gboolean free = (state & GDK_SHIFT_MASK) != 0;
  double bar = maq_timeline_metrics_x_to_bar (&self->metrics,
                                              maq_timeline_get_content_x (self, view_x));

  bar = maq_timeline_metrics_snap (&self->metrics, free ? bar : floor (bar + 0.2), free);
  g_signal_emit_by_name (self, "seek",
                         maq_bar_map_to_ticks (maq_editor_get_form (self->editor), bar));
}

static void
seek_begin (MaqTimeline     *self,
            GdkModifierType  state)
{
  seek_to (self, self->drag.x, state);
}

static MaqMove *
seek_create_move (MaqTimeline     *self,
                  double           x,
                  double           y,
                  GdkModifierType  state)
{
  seek_to (self, x, state);
  return NULL;
}

const MaqDragClass maq_drag_seek = {
  .begin = seek_begin,
  .create_move = seek_create_move,
};

static MaqProject *
get_settled_root (MaqTimeline *self)
{
  return maq_document_get_root (maq_editor_get_document (self->editor));
}

static gboolean
is_on_sign (MaqTimeline *self,
            MaqHit       hit,
            double       widget_x,
            double       widget_y)
{
  GtkWidget *cell = hit.zone != MAQ_ZONE_CELL
                      ? NULL
                      : maq_timeline_find_widget (self,
                                                  maq_timeline_get_section_id (self, hit.section),
                                                  maq_timeline_get_layer_id (self, hit.layer));
  double x;
  double y;

  return MAQ_IS_PART_VIEW (cell) &&
         gtk_widget_translate_coordinates (GTK_WIDGET (self), cell, widget_x, widget_y, &x, &y) &&
         maq_part_view_is_on_sign (MAQ_PART_VIEW (cell), x, y);
}

/*
 * A click on the sign of a cell lets it in or takes it out, and so does a click on the cell
 * that is selected alone. A click elsewhere only selects: to look at a part costs nothing.
 * The second half of a double click is no click of its own.
 */
void
maq_timeline_click (MaqTimeline     *self,
                    GdkModifierType  state,
                    guint            time)
{
  MaqDrag *drag = &self->drag;
  guint double_click_ms = 0;
  MaqRange before;
  MaqRange now;

  if (drag->erases && drag->hit.zone == MAQ_ZONE_CELL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "score.level", "i", 0);
      return;
    }
  if (drag->toggles)
    {
      maq_timeline_toggle_hit (self, drag->hit);
      maq_timeline_focus_selection (self);
      return;
    }
  maq_editor_get_range (self->editor, &before);
  if (drag->is_in_range)
    maq_timeline_select_hit (self, drag->hit, FALSE);
  maq_editor_get_range (self->editor, &now);
  if (drag->hit.zone != MAQ_ZONE_CELL ||
      (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      !(drag->is_on_sign || (drag->is_in_range && maq_range_equal (&before, &now))))
    return;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time",
                &double_click_ms, NULL);
  if (time - drag->toggle_time <= double_click_ms && fabs (drag->x - drag->toggle_x) < NEAR_PX &&
      fabs (drag->y - drag->toggle_y) < NEAR_PX)
    return;
  drag->toggle_time = time;
  drag->toggle_x = drag->x;
  drag->toggle_y = drag->y;
  gtk_widget_activate_action (GTK_WIDGET (self), "score.toggle", NULL);
}

static GdkModifierType
get_state (GtkGestureDrag *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

gboolean
maq_timeline_is_picking (MaqHit          hit,
                         GdkModifierType state)
{
  return (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == GDK_CONTROL_MASK &&
         (hit.zone == MAQ_ZONE_CELL || hit.zone == MAQ_ZONE_SECTION ||
          hit.zone == MAQ_ZONE_LAYER || hit.zone == MAQ_ZONE_GROUP);
}

void
maq_timeline_hold (MaqTimeline *self,
                   gboolean     are_layers)
{
  MaqDrag *drag = &self->drag;
  guint alone = are_layers ? drag->layer : drag->section;
  MaqRange range;
  guint first;
  guint end;

  if (drag->held == NULL)
    drag->held = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (drag->held, 0);
  maq_editor_get_range (self->editor, &range);
  first = are_layers ? range.first_layer : range.first_section;
  end = first + (are_layers ? range.n_layers : range.n_sections);
  for (guint i = first; drag->is_in_range && i < end; i++)
    if ((are_layers ? maq_editor_tell_layer (self->editor, i)
                    : maq_editor_tell_section (self->editor, i)) == MAQ_SELECTED_WHOLE)
      g_array_append_val (drag->held, i);
  if (drag->held->len == 0)
    g_array_append_val (drag->held, alone);
}

void
maq_timeline_take_hold (MaqTimeline     *self,
                        MaqHit           hit,
                        double           x,
                        double           y,
                        GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  gboolean extends;

  /* what else is only shown must not be taken for what is there */
  maq_editor_cancel_preview (self->editor);
  g_clear_pointer (&drag->move, maq_move_unref);
  /* with Shift an end of a section is trimmed */
  extends = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == GDK_SHIFT_MASK &&
            hit.zone != MAQ_ZONE_SECTION_EDGE;
  drag->hit = hit;
  drag->is_on_sign = is_on_sign (self, hit, x, y);
  drag->is_in_range = !extends && maq_timeline_is_in_range (self, hit);
  drag->toggles = maq_timeline_is_picking (hit, state);
  if (!drag->is_in_range && !drag->toggles)
    maq_timeline_select_hit (self, hit, extends);
  if (hit.zone != MAQ_ZONE_RULER)
    maq_timeline_focus_selection (self);
  drag->x = maq_timeline_get_metrics_x (self, x);
  drag->y = y;
  drag->drag_class = find_drag_class (self, hit, drag->x, state);
  g_clear_pointer (&drag->root, maq_project_unref);
  drag->root = maq_project_ref (get_settled_root (self));
  drag->target = (MaqRange) { 0 };
  drag->is_moving = FALSE;
  drag->section = (guint) MAX (hit.section, 0);
  drag->layer = (guint) MAX (hit.layer, 0);
  drag->section_id = maq_timeline_get_section_id (self, hit.section);
  drag->layer_id = maq_timeline_get_layer_id (self, hit.layer);
  /* the preview changes the present geometry */
  maq_timeline_metrics_copy (&drag->start, &self->metrics);
  drag->seconds = maq_form_get_seconds (maq_editor_get_form (self->editor));
  if (drag->drag_class != NULL && drag->drag_class->begin != NULL)
    drag->drag_class->begin (self, state);
}

static gboolean
is_eraser (GtkGestureDrag *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkDeviceTool *tool = event == NULL ? NULL : gdk_event_get_device_tool (event);

  return tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;
}

static void
drag_begin_cb (MaqTimeline    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  MaqDrag *drag = &self->drag;

  drag->drag_class = NULL;
  drag->is_touch = FALSE;
  drag->is_held = FALSE;
  drag->is_moving = FALSE;
  drag->erases = is_eraser (gesture);
  if (self->editor == NULL || maq_timeline_is_on_button (self, x, y))
    return;
  if (maq_touch_is_finger (GTK_GESTURE (gesture)))
    maq_timeline_touch_begin (self, x, y);
  else
    maq_timeline_take_hold (self, maq_timeline_hit_at (self, x, y), x, y, get_state (gesture));
}

/* What it would do, or why that can't be done. */
static void
say_move (MaqTimeline  *self,
          MaqMove      *move,
          const GError *refusal)
{
  const MaqDragClass *held = self->drag.drag_class;
  GtkGestureDrag *gesture = GTK_GESTURE_DRAG (self->drag_gesture);
  g_autofree char *text = NULL;
  double x;
  double y;
  double dx;
  double dy;

  if (refusal != NULL)
    text = g_strdup (refusal->message);
  else if (held->dup_label != NULL)
    text = held->dup_label (self, move);
  else
    text = maq_move_dup_label (move, get_settled_root (self));
  if (gtk_gesture_drag_get_start_point (gesture, &x, &y) &&
      gtk_gesture_drag_get_offset (gesture, &dx, &dy))
    maq_timeline_show_drag_label (self, text, x + dx, y + dy);
}

/* The keyboard can show other moves while the pointer holds something. */
static gboolean
shows_drag (MaqTimeline *self)
{
  return self->drag.move != NULL && maq_editor_get_previewed (self->editor) == self->drag.move;
}

void
maq_timeline_drag_on (MaqTimeline *self)
{
  MaqDrag *drag = &self->drag;
  GtkGestureDrag *gesture = GTK_GESTURE_DRAG (self->drag_gesture);
  g_autoptr (MaqMove) move = NULL;
  g_autoptr (GError) error = NULL;

  if (!shows_drag (self))
    maq_editor_cancel_preview (self->editor);
  move = drag->drag_class->create_move (self, drag->now_x, drag->now_y, get_state (gesture));
  if (move == NULL)
    return;
  g_clear_pointer (&drag->move, maq_move_unref);
  drag->move = g_steal_pointer (&move);
  maq_editor_preview (self->editor, maq_move_ref (drag->move), &error);
  say_move (self, drag->move, error);
}

static void
drag_update_cb (MaqTimeline    *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  MaqDrag *drag = &self->drag;
  double threshold = drag->is_touch ? TOUCH_THRESHOLD : DRAG_THRESHOLD;

  if (drag->drag_class == NULL)
    return;
  if (!drag->is_moving && fabs (dx) < threshold && fabs (dy) < threshold)
    return;
  if (!drag->is_moving)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  drag->is_moving = TRUE;
  drag->now_x = drag->x + dx;
  drag->now_y = drag->y + dy;
  maq_timeline_drag_on (self);
  maq_timeline_scroll_with_drag (self);
}

/* A second finger ends the drag of the first; so does what takes the view along. */
static gboolean
is_lifted (GtkGestureDrag *gesture,
           double          moved_px)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  return moved_px < TOUCH_THRESHOLD && event != NULL &&
         gdk_event_get_event_type (event) == GDK_TOUCH_END;
}

static void
drag_end_cb (MaqTimeline    *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  MaqDrag *drag = &self->drag;
  const MaqDragClass *held = drag->drag_class;
  gboolean is_touch = drag->is_touch;

  if (is_touch && !is_lifted (gesture, drag->is_moving ? -1 : hypot (dx, dy)))
    {
      maq_timeline_give_up_drag (self);
      return;
    }
  drag->is_touch = FALSE;
  /* from now on the document changes by this drag itself */
  drag->drag_class = NULL;
  maq_timeline_hide_drag_label (self);
  maq_timeline_hide_drag_line (self);
  if (is_touch && !drag->is_moving)
    maq_timeline_touch_end (self, gtk_event_controller_get_current_event_time (
                              GTK_EVENT_CONTROLLER (gesture)));
  if (held == NULL || self->editor == NULL || (is_touch && !drag->is_moving))
    return;
  if (shows_drag (self) && maq_editor_commit_preview (self->editor) &&
      (drag->target.n_sections > 0 || drag->target.n_layers > 0))
    maq_editor_select_range (self->editor, &drag->target);
  else if (!drag->is_moving)
    maq_timeline_click (self, get_state (gesture), gtk_event_controller_get_current_event_time (
                          GTK_EVENT_CONTROLLER (gesture)));
}

void
maq_timeline_give_up_drag (MaqTimeline *self)
{
  const MaqDragClass *held = self->drag.drag_class;

  self->drag.drag_class = NULL;
  self->drag.is_touch = FALSE;
  maq_timeline_hide_drag_label (self);
  maq_timeline_hide_drag_line (self);
  if (held == NULL || self->editor == NULL)
    return;
  maq_editor_cancel_preview (self->editor);
  if (held->cancel != NULL && self->drag.is_moving)
    held->cancel (self);
}

gboolean
maq_timeline_cancel_drag (MaqTimeline *self)
{
  if (maq_timeline_cancel_head_edge (self))
    return TRUE;
  if (self->drag.drag_class == NULL)
    return maq_arc_lane_cancel_drag (MAQ_ARC_LANE (self->arc_lane));
  maq_timeline_give_up_drag (self);
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

void
maq_timeline_check_drag (MaqTimeline *self)
{
  if (self->drag.drag_class != NULL && self->drag.root != get_settled_root (self))
    maq_timeline_cancel_drag (self);
}

static void
motion_cb (MaqTimeline *self,
           double       x,
           double       y)
{
  const MaqDragClass *held = self->drag.drag_class;
  const char *cursor = NULL;
  MaqHit hit;

  self->pointer_x = maq_timeline_get_metrics_x (self, x);
  self->pointer_y = y;
  if (self->editor == NULL)
    return;
  hit = maq_timeline_hit_at (self, x, y);
  if (held != NULL && (self->drag.is_moving || held == &maq_drag_edge ||
                       held == &maq_drag_part_edge))
    cursor = held->cursor;
  else if (held == NULL && (hit.zone == MAQ_ZONE_SECTION_EDGE ||
                            (hit.zone == MAQ_ZONE_RULER &&
                             maq_timeline_is_on_loop_end (self, self->pointer_x)) ||
                            maq_timeline_find_part_edge (self, hit, self->pointer_x) !=
                            MAQ_PART_EDGE_NONE))
    cursor = maq_drag_edge.cursor;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

void
maq_timeline_drag_init (MaqTimeline *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->drag_gesture = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag_gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag_gesture, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag_gesture, "drag-end", G_CALLBACK (drag_end_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag_gesture, "cancel", G_CALLBACK (maq_timeline_give_up_drag),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
