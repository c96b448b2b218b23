/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is dragged to the border of the view takes the view along. */

#include "maq-timeline-private.h"

#include <math.h>

#define BORDER 28.0
#define PX_PER_SECOND 24.0   /* for each pixel that the pointer is into the border */

/* How far into the border at either end a place is, below 0 at the start. What was taken hold
 * of there already must first be moved towards it. */
static double
get_depth (double place,
           double from,
           double start,
           double end)
{
  if (end - start < 4 * BORDER)
    return 0;
  if (place < start + BORDER && place < from)
    return MAX (place - start - BORDER, -2 * BORDER);
  return place > from ? CLAMP (place - end + BORDER, 0, 2 * BORDER) : 0;
}

static gboolean
scroll_along (MaqTimeline    *self,
              GtkOrientation  orientation,
              double          by)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double before;

  if (adjustment == NULL || by == 0)
    return FALSE;
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + by);
  return gtk_adjustment_get_value (adjustment) != before;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  MaqDrag *drag = &self->drag;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double px = PX_PER_SECOND * MIN ((double) (now - drag->scroll_time) / G_USEC_PER_SEC, 0.1);
  double x = 0;
  double y = 0;

  drag->scroll_time = now;
  if (drag->drag_class == NULL || !drag->is_moving)
    {
      drag->scroll_id = 0;
      return G_SOURCE_REMOVE;
    }
  if (drag->drag_class->scrolls_x)
    x = px * get_depth (drag->now_x, drag->x, self->metrics.head_width,
                        gtk_widget_get_width (widget));
  if (drag->drag_class->scrolls_y)
    y = px * get_depth (drag->now_y, drag->y, maq_timeline_metrics_get_top (&self->metrics),
                        gtk_widget_get_height (widget));
  if (scroll_along (self, GTK_ORIENTATION_HORIZONTAL, round (x)) |
      scroll_along (self, GTK_ORIENTATION_VERTICAL, round (y)))
    maq_timeline_drag_on (self);
  return G_SOURCE_CONTINUE;
}

void
maq_timeline_scroll_with_drag (MaqTimeline *self)
{
  MaqDrag *drag = &self->drag;

  if (drag->scroll_id != 0 || (!drag->drag_class->scrolls_x && !drag->drag_class->scrolls_y))
    return;
  drag->scroll_time = gdk_frame_clock_get_frame_time (
    gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  drag->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
