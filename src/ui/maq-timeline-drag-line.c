/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The line at which sections or layers that are dragged come to stand. What is shown is
 * already what will be; the line says where in it the hand is.
 */

#include "maq-timeline-private.h"

#include "maq-timeline-child.h"

#define THICKNESS 4

static void
ensure_line (MaqTimeline *self)
{
  if (self->drag_line != NULL)
    return;
  self->drag_line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_add_css_class (self->drag_line, "drag-line");
  gtk_widget_set_can_target (self->drag_line, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->drag_line), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE,
                               -1);
  gtk_widget_set_parent (self->drag_line, GTK_WIDGET (self));
}

void
maq_timeline_show_drag_line (MaqTimeline *self,
                             int          section,
                             int          layer)
{
  ensure_line (self);
  self->line_section = section;
  self->line_layer = layer;
  gtk_widget_set_visible (self->drag_line, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
maq_timeline_hide_drag_line (MaqTimeline *self)
{
  if (self->drag_line != NULL)
    gtk_widget_set_visible (self->drag_line, FALSE);
}

static void
place_before_section (MaqTimeline *self)
{
  const MaqTimelineMetrics *metrics = &self->metrics;
  int last = (int) metrics->n_sections - 1;
  MaqBox box = maq_timeline_metrics_section_box (metrics, (guint) MIN (self->line_section, last));
  int x = box.x - metrics->scroll_x + (self->line_section > last ? box.width : 0);

  gtk_widget_set_child_visible (self->drag_line,
                                x >= 0 && x <= maq_timeline_get_view_width (self));
  maq_timeline_child_place (self->drag_line,
                            maq_timeline_get_grid_x (self) + x - THICKNESS / 2,
                            metrics->ruler_height, THICKNESS,
                            gtk_widget_get_height (GTK_WIDGET (self)) - metrics->ruler_height);
}

static void
place_above_layer (MaqTimeline *self)
{
  const MaqTimelineMetrics *metrics = &self->metrics;
  int top = maq_timeline_metrics_get_top (metrics);
  int y = maq_timeline_metrics_layer_y (metrics, (guint) self->line_layer) - metrics->scroll_y;

  gtk_widget_set_child_visible (self->drag_line,
                                y >= 0 && y <= maq_timeline_get_view_height (self));
  maq_timeline_child_place (self->drag_line, 0, top + y - THICKNESS / 2,
                            gtk_widget_get_width (GTK_WIDGET (self)), THICKNESS);
}

void
maq_timeline_place_drag_line (MaqTimeline *self)
{
  if (self->drag_line == NULL || !gtk_widget_get_visible (self->drag_line))
    return;
  if (self->line_section >= 0 && self->metrics.n_sections > 0)
    place_before_section (self);
  else if (self->line_layer >= 0 && self->line_layer < (int) self->metrics.n_layers)
    place_above_layer (self);
  else
    gtk_widget_set_child_visible (self->drag_line, FALSE);
}
