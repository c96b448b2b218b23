/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The hands on the arc lane. A point is dragged as everything on the timeline is: each
 * motion previews one move on the root at the start, release commits it as one step,
 * and Escape, Undo or any other edit gives it up.
 */

#include "maq-arc-lane-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-arc-handle.h"
#include "maq-spin.h"
#include "maq-touch.h"

#define DRAG_THRESHOLD 3
#define STEP 0.5
#define FINE_STEP 0.1

static double
y_to_value (MaqArcLane *self,
            double      y)
{
  double room = self->metrics->arc_height - 2 * MAQ_ARC_LANE_PAD;
  double value = 10.0 * (1.0 - (y - MAQ_ARC_LANE_PAD) / MAX (room, 1.0));

  return CLAMP (round (value / FINE_STEP) * FINE_STEP, 0.0, 10.0);
}

static MaqArcPoint *
get_point (MaqArcLane *self,
           guint       index)
{
  if (index >= maq_arc_lane_count_points (self))
    return NULL;
  return maq_vec_get (maq_arc_get_fields (maq_arc_lane_get_arc (self))->points, index);
}

/* The section and the bar in it of a place in bars from the start of the song. */
static MaqId
find_place (MaqArcLane *self,
            double      bar,
            double     *in_section)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  guint last = maq_form_get_n_sections (form) - 1;
  MaqPosition position = maq_form_find_bar (form, (int) MIN (bar, maq_form_get_bars (form) - 1));
  const MaqFormSection *place = maq_form_get_section (form, MIN (position.section, last));

  *in_section = CLAMP (bar - place->first_bar, 0.0, (double) place->bars);
  return maq_section_get_id (place->section);
}

/* A bar line, or with Shift a quarter of a bar. */
static double
snap_x (MaqArcLane      *self,
        double           x,
        GdkModifierType  state)
{
  double bar = maq_timeline_metrics_x_to_bar (self->metrics, x + self->metrics->scroll_x);
  double grid = (state & GDK_SHIFT_MASK) != 0 ? 4.0 : 1.0;

  return CLAMP (round (bar * grid) / grid, 0.0,
                (double) maq_timeline_metrics_get_bars (self->metrics));
}

static MaqArcHandle *
find_handle (MaqArcLane *self,
             double      x,
             double      y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && MAQ_IS_ARC_HANDLE (picked) ? MAQ_ARC_HANDLE (picked) : NULL;
}

/* The point that is nearest to a finger, within its reach; else %NULL. */
static MaqArcHandle *
find_near_handle (MaqArcLane *self,
                  double      x,
                  double      y)
{
  const graphene_point_t centre = { MAQ_ARC_HANDLE_SIZE / 2.0f, MAQ_ARC_HANDLE_SIZE / 2.0f };
  double reach = MAQ_TOUCH_GRIP_PX;
  GtkWidget *nearest = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_point_t place;

      if (!MAQ_IS_ARC_HANDLE (child) || !gtk_widget_get_mapped (child) ||
          !gtk_widget_compute_point (child, GTK_WIDGET (self), &centre, &place) ||
          hypot (place.x - x, place.y - y) > reach)
        continue;
      reach = hypot (place.x - x, place.y - y);
      nearest = child;
    }
  return nearest == NULL ? NULL : MAQ_ARC_HANDLE (nearest);
}

static gboolean
is_ready (MaqArcLane *self)
{
  return self->editor != NULL && maq_timeline_metrics_get_bars (self->metrics) > 0;
}

/* After what stands at a place has been done: the point that is there takes the keyboard. */
static void
focus_place (MaqArcLane *self,
             MaqId       section,
             double      bar)
{
  for (guint i = 0; i < maq_arc_lane_count_points (self); i++)
    {
      MaqArcPoint *point = get_point (self, i);

      if (maq_arc_point_get_section (point) == section && maq_arc_point_get_bar (point) == bar)
        maq_arc_lane_focus_point (self, i);
    }
}

static void
set_point (MaqArcLane *self,
           double      bar,
           double      value)
{
  double in_section;
  MaqId section = find_place (self, bar, &in_section);

  if (maq_editor_apply (self->editor, maq_move_arc_point (self->kind, self->name, section,
                                                          in_section, value, FALSE)))
    focus_place (self, section, in_section);
}

/* The pointer */

static void
drag_begin_cb (MaqArcLane     *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  gboolean is_finger = maq_touch_is_finger (GTK_GESTURE (gesture));
  MaqArcHandle *handle;
  MaqArcPoint *point;

  g_clear_pointer (&self->held, maq_arc_point_unref);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->move, maq_move_unref);
  self->is_moving = FALSE;
  if (!is_ready (self))
    return;
  /* what else is only shown must not be taken for what is there */
  maq_editor_cancel_preview (self->editor);
  handle = is_finger ? find_near_handle (self, x, y) : find_handle (self, x, y);
  point = handle == NULL ? NULL : get_point (self, maq_arc_handle_get_index (handle));
  if (point == NULL)
    return;
  maq_touch_keep (GTK_GESTURE (gesture));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->held = maq_arc_point_ref (point);
  self->root = maq_project_ref (maq_document_get_root (maq_editor_get_document (self->editor)));
  gtk_widget_grab_focus (GTK_WIDGET (handle));
  self->start_x = x;
  self->start_y = y;
}

static void
drag_update_cb (MaqArcLane     *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  MaqId section;
  double bar;

  if (self->held == NULL)
    return;
  if (!self->is_moving && fabs (dx) < DRAG_THRESHOLD && fabs (dy) < DRAG_THRESHOLD)
    return;
  self->is_moving = TRUE;
  section = find_place (self, snap_x (self, self->start_x + dx, state), &bar);
  /* up and down alone, it stays where it is */
  if (fabs (dx) < self->metrics->px_per_bar / 2 && (state & GDK_SHIFT_MASK) == 0)
    {
      section = maq_arc_point_get_section (self->held);
      bar = maq_arc_point_get_bar (self->held);
    }
  g_clear_pointer (&self->move, maq_move_unref);
  self->move = maq_move_shift_arc_point (self->kind, self->name,
                                         maq_arc_point_get_section (self->held),
                                         maq_arc_point_get_bar (self->held), section, bar,
                                         y_to_value (self, self->start_y + dy));
  maq_editor_preview (self->editor, maq_move_ref (self->move), NULL);
}

static void
end_drag (MaqArcLane *self,
          gboolean    commits)
{
  if (self->held == NULL)
    return;
  /* from now on the document changes by this drag itself */
  g_clear_pointer (&self->held, maq_arc_point_unref);
  self->is_moving = FALSE;
  if (self->move == NULL || maq_editor_get_previewed (self->editor) != self->move)
    return;
  if (commits)
    maq_editor_commit_preview (self->editor);
  else
    maq_editor_cancel_preview (self->editor);
}

static void
drag_end_cb (MaqArcLane *self)
{
  end_drag (self, TRUE);
}

static void
drag_cancel_cb (MaqArcLane *self)
{
  end_drag (self, FALSE);
}

gboolean
maq_arc_lane_cancel_drag (MaqArcLane *self)
{
  if (self->held == NULL)
    return FALSE;
  end_drag (self, FALSE);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

static void
pressed_cb (MaqArcLane      *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  /* a finger that has just come down may take the view along */
  if (!is_ready (self) || find_handle (self, x, y) != NULL ||
      (n_press == 1 && maq_touch_is_finger (GTK_GESTURE (gesture))))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (maq_arc_lane_press_turn (self, x, y))
    return;
  if (n_press == 1)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (n_press == 2)
    set_point (self, snap_x (self, x, state), y_to_value (self, y));
}

/* The keyboard */

static int
get_focused_index (MaqArcLane *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && MAQ_IS_ARC_HANDLE (focus)
           ? (int) maq_arc_handle_get_index (MAQ_ARC_HANDLE (focus)) : -1;
}

/* Several steps in a row are one step to be undone. */
static void
raise_by (MaqArcLane *self,
          guint       index,
          double      step)
{
  MaqArcPoint *point = get_point (self, index);
  MaqId section = maq_arc_point_get_section (point);
  double bar = maq_arc_point_get_bar (point);
  double value = round ((maq_arc_point_get_value (point) + step) / FINE_STEP) * FINE_STEP;
  g_autofree char *gesture = g_strdup_printf ("arc/%d/%" G_GINT64_MODIFIER "x/%g",
                                              (int) self->kind, section, bar);

  maq_editor_apply_gesture (self->editor,
                            maq_move_shift_arc_point (self->kind, self->name, section, bar,
                                                      section, bar, CLAMP (value, 0.0, 10.0)),
                            gesture);
}

static void
shift_by (MaqArcLane *self,
          guint       index,
          double      n_bars)
{
  MaqArcPoint *point = get_point (self, index);
  MaqId section = maq_arc_point_get_section (point);
  int at = maq_arrangement_find_section (maq_editor_get_arrangement (self->editor), section);
  double in_section;
  double bar;
  MaqId to;

  if (at < 0)
    return;
  bar = maq_form_get_section (maq_editor_get_form (self->editor), (guint) at)->first_bar +
        maq_arc_point_get_bar (point) + n_bars;
  if (bar < 0.0 || bar > maq_timeline_metrics_get_bars (self->metrics))
    return;
  to = find_place (self, bar, &in_section);
  if (maq_editor_apply (self->editor,
                        maq_move_shift_arc_point (self->kind, self->name, section,
                                                  maq_arc_point_get_bar (point), to, in_section,
                                                  maq_arc_point_get_value (point))))
    focus_place (self, to, in_section);
}

static void
delete_point (MaqArcLane *self,
              guint       index)
{
  MaqArcPoint *point = get_point (self, index);

  maq_editor_apply (self->editor,
                    maq_move_delete_arc_point (self->kind, self->name,
                                               maq_arc_point_get_section (point),
                                               maq_arc_point_get_bar (point)));
  maq_arc_lane_focus_point (self, MIN (index, MAX (maq_arc_lane_count_points (self), 1) - 1));
}

/* Half-way to the next point, or at the section that is selected where there is none. */
static void
insert_point (MaqArcLane *self,
              int         index)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  const MaqCurvePoint *here;
  double bar;

  if (index >= 0 && self->curve != NULL)
    {
      guint next = (guint) index + 1;

      here = maq_curve_get_point (self->curve, (guint) index);
      bar = next < maq_curve_get_n_points (self->curve)
              ? (here->x + maq_curve_get_point (self->curve, next)->x) / 2.0
              : (here->x + maq_form_get_bars (form)) / 2.0;
    }
  else
    bar = maq_form_get_section (form,
                                (guint) MAX (maq_editor_get_section_index (self->editor),
                                             0))->first_bar;
  bar = floor (bar);
  set_point (self, bar, self->curve != NULL
                          ? round (maq_curve_evaluate (self->curve, bar) / STEP) * STEP : 5.0);
}

static void
value_changed_cb (MaqArcLane    *self,
                  GtkSpinButton *spin)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (spin), "index"));
  MaqArcPoint *point = get_point (self, (guint) index);

  if (point != NULL && !maq_spin_reads (spin, maq_arc_point_get_value (point)))
    raise_by (self, (guint) index, gtk_spin_button_get_value (spin) -
                                   maq_arc_point_get_value (point));
}

/* A spin button itself keeps to what was typed until the focus leaves it. */
static gboolean
value_key_cb (GtkSpinButton *spin,
              guint          key)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (spin), GTK_TYPE_POPOVER);

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_spin_button_update (spin);
  gtk_popover_popdown (GTK_POPOVER (popover));
  return GDK_EVENT_STOP;
}

static void
value_closed_cb (MaqArcLane *self,
                 GtkWidget  *popover)
{
  if (self->popover != popover)
    return;
  self->popover = NULL;
  gtk_widget_unparent (popover);
  maq_arc_lane_focus_point (self, self->typed);
}

/* Exactly: a number to be typed, in a popover at the point. */
static void
type_value (MaqArcLane *self,
            guint       index)
{
  GtkWidget *handle = gtk_widget_get_focus_child (GTK_WIDGET (self));
  MaqArcPoint *point = get_point (self, index);
  GtkEventController *keys;
  GtkWidget *popover;
  GtkWidget *spin;
  graphene_rect_t box;

  if (handle == NULL || !gtk_widget_compute_bounds (handle, GTK_WIDGET (self), &box))
    return;
  self->typed = index;
  popover = gtk_popover_new ();
  spin = gtk_spin_button_new_with_range (0.0, 10.0, FINE_STEP);
  keys = gtk_event_controller_key_new ();
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), maq_arc_point_get_value (point));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Height, 0 to 10"), -1);
  g_object_set_data (G_OBJECT (spin), "index", GINT_TO_POINTER ((int) index));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (value_key_cb), spin,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (spin, keys);
  g_signal_connect_object (popover, "closed", G_CALLBACK (value_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), spin);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) { (int) box.origin.x, (int) box.origin.y,
                                                 MAQ_ARC_HANDLE_SIZE, MAQ_ARC_HANDLE_SIZE });
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (spin);
}

static gboolean
step_to (MaqArcLane *self,
         int         index)
{
  if (index >= 0 && index < (int) maq_arc_lane_count_points (self))
    maq_arc_lane_focus_point (self, (guint) index);
  return GDK_EVENT_STOP;
}

static gboolean
point_key (MaqArcLane      *self,
           int              index,
           guint            key,
           GdkModifierType  held)
{
  double step = held == GDK_SHIFT_MASK ? FINE_STEP : STEP;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      raise_by (self, (guint) index, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      raise_by (self, (guint) index, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (held != GDK_ALT_MASK)
        return step_to (self, index - 1);
      shift_by (self, (guint) index, -1.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (held != GDK_ALT_MASK)
        return step_to (self, index + 1);
      shift_by (self, (guint) index, 1.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      delete_point (self, (guint) index);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      type_value (self, (guint) index);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* From a point, or from the section that is selected. */
static gboolean
step_to_turn (MaqArcLane *self,
              int         index,
              guint       key)
{
  gboolean is_right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
  MaqForm *form = maq_editor_get_form (self->editor);
  int section = maq_editor_get_section_index (self->editor);
  double bar;

  if (!is_right && key != GDK_KEY_Left && key != GDK_KEY_KP_Left)
    return FALSE;
  if (index >= 0 && self->curve != NULL)
    bar = maq_curve_get_point (self->curve, (guint) index)->x;
  else
    bar = maq_form_get_section (form, (guint) MAX (section, 0))->first_bar;
  maq_arc_lane_step_turn (self, bar, is_right ? 1 : -1);
  return TRUE;
}

static gboolean
key_pressed_cb (MaqArcLane      *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK |
                                  GDK_SHIFT_MASK);
  int index = get_focused_index (self);

  if (key == GDK_KEY_Escape && maq_arc_lane_cancel_drag (self))
    return GDK_EVENT_STOP;
  if (!is_ready (self) || (held & (GDK_CONTROL_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && held == 0)
    {
      maq_arc_lane_leave (self, 1);
      return GDK_EVENT_STOP;
    }
  if (held == GDK_SHIFT_MASK && step_to_turn (self, index, key))
    return GDK_EVENT_STOP;
  if (held == 0 && maq_arc_lane_turn_key (self, key))
    return GDK_EVENT_STOP;
  if (held == 0 && (key == GDK_KEY_Insert || key == GDK_KEY_KP_Insert ||
                    (index < 0 && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))))
    {
      insert_point (self, index);
      return GDK_EVENT_STOP;
    }
  if (index < 0 && held == 0 && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    {
      maq_arc_lane_leave (self, key == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    }
  return index < 0 ? GDK_EVENT_PROPAGATE : point_key (self, index, key, held);
}

void
maq_arc_lane_hands_init (MaqArcLane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}
