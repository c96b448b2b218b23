/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A finger on the timeline. It points at nothing before it comes down, covers what it touches,
 * and must be able to look around: what is not selected goes along under it, which is the
 * scroller's work. A tap does what a click does. What is selected can be dragged as with the
 * pointer, and so can the ends of sections, of what is repeated and of the part that is
 * selected, each as broad as a finger. One that rests for a while has the menu when it is
 * lifted, and selects more when it moves on. Two fingers zoom and move the view.
 */

#include "maq-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "maq-touch.h"

int
maq_timeline_get_grip (MaqTimeline *self,
                       int          usual_px)
{
  return self->drag.is_touch ? MAQ_TOUCH_GRIP_PX : usual_px;
}

void
maq_timeline_touch_handle (MaqTimeline *self,
                           double       bar)
{
  if (self->drag.is_touch)
    self->drag.x = maq_timeline_metrics_bar_to_x (&self->metrics, bar) +
                   self->metrics.head_width - self->metrics.scroll_x;
}

/* The handle at a place, as a hit that begins its drag; else nothing. */
static MaqHit
find_handle (MaqTimeline *self,
             MaqHit       hit,
             double       view_x)
{
  const MaqHit none = { MAQ_ZONE_NONE, -1, -1 };
  double x = maq_timeline_get_content_x (self, view_x);

  switch (hit.zone)
    {
    case MAQ_ZONE_RULER:
      return maq_timeline_is_on_loop_end (self, view_x) ? hit : none;
    case MAQ_ZONE_SECTION:
    case MAQ_ZONE_SECTION_EDGE:
      hit.section = maq_timeline_metrics_edge_at (&self->metrics, x, MAQ_TOUCH_GRIP_PX);
      hit.zone = MAQ_ZONE_SECTION_EDGE;
      return hit.section >= 0 ? hit : none;
    case MAQ_ZONE_CELL:
      return maq_timeline_is_in_range (self, hit) &&
             maq_timeline_find_part_edge (self, hit, view_x) != MAQ_PART_EDGE_NONE ? hit : none;
    case MAQ_ZONE_NONE:
    case MAQ_ZONE_CORNER:
    case MAQ_ZONE_LAYER:
    case MAQ_ZONE_GROUP:
    case MAQ_ZONE_CHORDS:
    case MAQ_ZONE_ARC:
    default:
      return none;
    }
}

void
maq_timeline_touch_begin (MaqTimeline *self,
                          double       widget_x,
                          double       widget_y)
{
  MaqDrag *drag = &self->drag;
  double view_x = maq_timeline_get_metrics_x (self, widget_x);
  gboolean is_in_range;
  MaqHit handle;

  drag->tap = maq_timeline_hit_at (self, widget_x, widget_y);
  /* these have hands of their own */
  if (drag->tap.zone == MAQ_ZONE_CHORDS || drag->tap.zone == MAQ_ZONE_ARC)
    return;
  drag->is_touch = TRUE;
  drag->x = view_x;
  drag->y = widget_y;
  handle = find_handle (self, drag->tap, view_x);
  is_in_range = maq_timeline_is_in_range (self, drag->tap);
  if (handle.zone != MAQ_ZONE_NONE || is_in_range)
    {
      maq_timeline_take_hold (self, handle.zone != MAQ_ZONE_NONE ? handle : drag->tap, widget_x,
                              widget_y, 0);
      maq_touch_keep (self->drag_gesture);
    }
  drag->is_in_range = is_in_range;
  /* it is shown only under a pointer */
  drag->is_on_sign = FALSE;
}

void
maq_timeline_touch_end (MaqTimeline *self,
                        guint        time)
{
  MaqDrag *drag = &self->drag;
  gboolean is_in_range = drag->is_in_range;
  double x;
  double y;

  if (self->editor == NULL || !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (
                                                                   self->drag_gesture), &x, &y))
    return;
  if (drag->is_held)
    {
      maq_timeline_show_menu_at (self, drag->tap, x, y);
      return;
    }
  maq_timeline_take_hold (self, drag->tap, x, y, 0);
  drag->drag_class = NULL;
  drag->is_in_range = is_in_range;
  drag->is_on_sign = FALSE;
  maq_timeline_click (self, 0, time);
}

static const char *
get_hint (MaqZone zone)
{
  switch (zone)
    {
    case MAQ_ZONE_RULER:
      return _("Lift for the menu, drag to loop");
    case MAQ_ZONE_CELL:
    case MAQ_ZONE_SECTION:
    case MAQ_ZONE_LAYER:
      return _("Lift for the menu, drag to select more");
    default:
      return _("Lift for the menu");
    }
}

static void
long_pressed_cb (MaqTimeline *self,
                 double       widget_x,
                 double       widget_y,
                 GtkGesture  *gesture)
{
  MaqDrag *drag = &self->drag;
  gboolean loops = drag->tap.zone == MAQ_ZONE_RULER;

  if (self->editor == NULL || !drag->is_touch || drag->is_moving)
    return;
  maq_editor_cancel_preview (self->editor);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  maq_touch_keep (self->drag_gesture);
  maq_timeline_take_hold (self, drag->tap, widget_x, widget_y, loops ? GDK_CONTROL_MASK : 0);
  if (!loops)
    drag->drag_class = drag->tap.zone == MAQ_ZONE_CELL || drag->tap.zone == MAQ_ZONE_SECTION ||
                       drag->tap.zone == MAQ_ZONE_LAYER ? &maq_drag_range : NULL;
  drag->is_held = TRUE;
  maq_timeline_show_drag_label (self, get_hint (drag->tap.zone), widget_x, widget_y);
}

void
maq_timeline_touch_init (MaqTimeline *self)
{
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (long_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  gtk_gesture_group (hold, self->drag_gesture);
}
