/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wheel over parts that are selected: their levels. Anywhere else it scrolls. */

#include "maq-timeline-private.h"

#include <math.h>

/* of a touchpad, for one level */
#define PX_PER_LEVEL 24.0

gboolean
maq_timeline_turn_levels (MaqTimeline              *self,
                          double                    dy,
                          GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  MaqHit hit = maq_timeline_metrics_hit (&self->metrics, self->pointer_x, self->pointer_y);
  gboolean is_relative = (state & GDK_ALT_MASK) != 0;
  int by;

  if (hit.zone != MAQ_ZONE_CELL || dy == 0 || (state & GDK_SHIFT_MASK) != 0 ||
      !maq_timeline_is_in_range (self, hit))
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    dy /= PX_PER_LEVEL;
  if (self->wheel_rest * dy > 0)
    self->wheel_rest = 0;
  self->wheel_rest -= dy;
  by = (int) trunc (self->wheel_rest);
  self->wheel_rest -= by;
  if (by != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), is_relative ? "score.scale" : "score.step",
                                "i", by);
  return GDK_EVENT_STOP;
}
