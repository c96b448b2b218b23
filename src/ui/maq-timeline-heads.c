/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How wide the heads of the layers are: as the window allows, until the edge between them and
 * the grid is dragged. Twice clicked on, it makes room for the longest name.
 */

#include "maq-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "maq-head-column.h"
#include "maq-timeline-child.h"

#define NARROW_BELOW 640
#define NARROW_PX 196
#define USUAL_PX 244
#define WIDE_FROM 1200
#define WIDEST_PX 340
#define LEAST_PX 150
#define STEP_PX 24
#define EDGE_PX 8

int
maq_timeline_get_wanted_head_width (MaqTimeline *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->wanted_head_px > 0)
    return CLAMP (self->wanted_head_px, LEAST_PX, MAX (width / 2, LEAST_PX));
  if (width < NARROW_BELOW)
    return NARROW_PX;
  return CLAMP (USUAL_PX + (width - WIDE_FROM) / 4, USUAL_PX, WIDEST_PX);
}

void
maq_timeline_set_head_width (MaqTimeline *self,
                             int          width_px)
{
  width_px = width_px <= 0 ? 0 : CLAMP (width_px, LEAST_PX, MAQ_HEAD_WIDTH_MAX);
  if (self->wanted_head_px == width_px)
    return;
  self->wanted_head_px = width_px;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "head-width");
}

static void
fit_to_names (MaqTimeline *self)
{
  int width = maq_head_column_get_natural_width (MAQ_HEAD_COLUMN (self->head_column));

  if (width > 0)
    maq_timeline_set_head_width (self, width + MAQ_HEAD_GAP);
}

/* A step narrower or wider; 0: as wide as the names are. */
static void
head_width_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  int step = g_variant_get_int32 (parameter);

  if (step == 0)
    fit_to_names (self);
  else
    maq_timeline_set_head_width (self, self->metrics.head_width + step * STEP_PX);
}

static double
get_pointer_x (MaqTimeline *self,
               double       x,
               double       y)
{
  graphene_point_t place;

  if (!gtk_widget_compute_point (self->head_edge, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &place))
    return x;
  return maq_timeline_get_metrics_x (self, place.x);
}

static void
edge_begin_cb (MaqTimeline    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  self->edge_grab_px = self->metrics.head_width - get_pointer_x (self, x, y);
  self->edge_before_px = self->wanted_head_px;
  self->holds_edge = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
edge_update_cb (MaqTimeline    *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  double x;
  double y;

  if (self->holds_edge && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    maq_timeline_set_head_width (self, (int) MAX (get_pointer_x (self, x + offset_x, y + offset_y)
                                                  + self->edge_grab_px, LEAST_PX));
}

static void
edge_end_cb (MaqTimeline *self)
{
  self->holds_edge = FALSE;
}

/* Whatever ends a drag that is not let go. */
gboolean
maq_timeline_cancel_head_edge (MaqTimeline *self)
{
  if (!self->holds_edge)
    return FALSE;
  self->holds_edge = FALSE;
  maq_timeline_set_head_width (self, self->edge_before_px);
  return TRUE;
}

static void
edge_pressed_cb (MaqTimeline *self,
                 int          n_press)
{
  if (n_press == 2)
    fit_to_names (self);
}

void
maq_timeline_place_head_edge (MaqTimeline *self,
                              int          view_width,
                              int          view_height)
{
  int grid_x = maq_timeline_get_grid_x (self);

  maq_timeline_child_place (self->head_edge, grid_x > 0 ? grid_x - EDGE_PX + 1 : view_width - 1,
                            maq_timeline_metrics_get_top (&self->metrics), EDGE_PX, view_height);
}

void
maq_timeline_heads_class_init (GtkWidgetClass *widget_class)
{
  const GdkModifierType both = GDK_ALT_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "view.head-width", "i", head_width_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, both, "view.head-width", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, both, "view.head-width", "i",
                                       1);
}

void
maq_timeline_heads_init (MaqTimeline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->head_edge = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (self->head_edge, "head-edge");
  gtk_widget_set_cursor_from_name (self->head_edge, "col-resize");
  gtk_widget_set_tooltip_text (self->head_edge,
                               _("Drag to make room for the names, click twice to fit them "
                                 "(Alt+Shift+Left or Right)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head_edge), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Edge of the layer heads"), -1);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (edge_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (edge_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (edge_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (maq_timeline_cancel_head_edge), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (edge_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->head_edge, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->head_edge, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);
  gtk_widget_set_parent (self->head_edge, GTK_WIDGET (self));
}
