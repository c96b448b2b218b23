/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-timeline-private.h"

#include "maq-arc-head.h"
#include "maq-arc-lane.h"
#include "maq-timeline-child.h"

#define HEIGHT 72

/* In a low window the parts need the room. */
#define LOW_HEIGHT 60
#define LOW_WINDOW 460

static void
reveal_cb (MaqTimeline *self,
           int          bar)
{
  int x = maq_timeline_metrics_bar_to_x (&self->metrics, bar);

  maq_timeline_scroll_to (self, (MaqBox) { x, 0, MAX ((int) self->metrics.px_per_bar, 1), 0 });
}

static void
leave_cb (MaqTimeline *self,
          int          direction)
{
  maq_timeline_focus_selection (self);
}

void
maq_timeline_arc_init (MaqTimeline *self)
{
  self->arc_lane = maq_arc_lane_new (&self->palette, &self->metrics);
  self->arc_head = maq_arc_head_new ();
  gtk_widget_set_parent (self->arc_lane, GTK_WIDGET (self));
  gtk_widget_set_parent (self->arc_head, GTK_WIDGET (self));
  gtk_widget_set_visible (self->arc_lane, FALSE);
  gtk_widget_set_visible (self->arc_head, FALSE);
  g_signal_connect_object (self->arc_lane, "reveal", G_CALLBACK (reveal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->arc_lane, "leave", G_CALLBACK (leave_cb), self,
                           G_CONNECT_SWAPPED);
}

void
maq_timeline_show_arc (MaqTimeline *self)
{
  MaqArcLane *lane = MAQ_ARC_LANE (self->arc_lane);

  if (!gtk_widget_get_visible (self->arc_lane))
    return;
  maq_arc_lane_show (lane, self->editor);
  maq_arc_head_show (MAQ_ARC_HEAD (self->arc_head), maq_editor_get_arrangement (self->editor),
                     maq_arc_lane_get_kind (lane), maq_arc_lane_get_name (lane));
}

void
maq_timeline_update_arc (MaqTimeline *self)
{
  if (gtk_widget_get_visible (self->arc_lane))
    maq_arc_lane_update (MAQ_ARC_LANE (self->arc_lane), maq_timeline_get_view_width (self));
}

void
maq_timeline_fit_arc (MaqTimeline *self)
{
  if (self->metrics.arc_height > 0)
    self->metrics.arc_height =
      gtk_widget_get_height (GTK_WIDGET (self)) < LOW_WINDOW ? LOW_HEIGHT : HEIGHT;
}

void
maq_timeline_place_arc (MaqTimeline *self,
                        int          head_x,
                        int          head_width)
{
  MaqTimelineMetrics *metrics = &self->metrics;
  int y = maq_timeline_metrics_get_top (metrics) - metrics->arc_height;

  if (!gtk_widget_get_visible (self->arc_lane))
    return;
  maq_timeline_child_place (self->arc_lane, maq_timeline_get_grid_x (self), y,
                            maq_timeline_get_view_width (self), metrics->arc_height);
  maq_timeline_child_place (self->arc_head, head_x, y, head_width, metrics->arc_height);
}

void
maq_timeline_set_arcs_shown (MaqTimeline *self,
                             gboolean     shown)
{
  if (maq_timeline_get_arcs_shown (self) == !!shown)
    return;
  self->metrics.arc_height = shown ? HEIGHT : 0;
  gtk_widget_set_visible (self->arc_lane, shown);
  gtk_widget_set_visible (self->arc_head, shown);
  if (self->editor != NULL)
    maq_timeline_show_arc (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
maq_timeline_get_arcs_shown (MaqTimeline *self)
{
  return self->metrics.arc_height > 0;
}

void
maq_timeline_set_arc (MaqTimeline *self,
                      MaqArcKind   kind,
                      const char  *name)
{
  maq_arc_lane_set_arc (MAQ_ARC_LANE (self->arc_lane), kind, name);
  if (self->editor != NULL)
    maq_timeline_show_arc (self);
}

MaqArcKind
maq_timeline_get_arc (MaqTimeline  *self,
                      const char  **name)
{
  *name = maq_arc_lane_get_name (MAQ_ARC_LANE (self->arc_lane));
  return maq_arc_lane_get_kind (MAQ_ARC_LANE (self->arc_lane));
}

void
maq_timeline_set_measures (MaqTimeline    *self,
                           MaqPerformance *performance,
                           GPtrArray      *measures)
{
  if (self->editor != NULL)
    maq_arc_lane_set_measures (MAQ_ARC_LANE (self->arc_lane), performance, measures);
}

void
maq_timeline_set_measuring (MaqTimeline *self,
                            guint        done,
                            guint        total)
{
  maq_arc_head_set_progress (MAQ_ARC_HEAD (self->arc_head), done, total);
}

void
maq_timeline_set_proposed (MaqTimeline *self,
                           MaqFollow   *follow)
{
  maq_arc_lane_set_proposed (MAQ_ARC_LANE (self->arc_lane), follow);
}

void
maq_timeline_focus_arc (MaqTimeline *self)
{
  maq_arc_lane_focus (MAQ_ARC_LANE (self->arc_lane),
                      maq_editor_get_selection (self->editor).section);
}

static void
show_at (MaqTimeline *self,
         GtkWidget   *popover,
         GtkWidget   *child)
{
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (child, GTK_WIDGET (self), &box))
    maq_timeline_show_popover (self, popover,
                               (GdkRectangle) { (int) box.origin.x, (int) box.origin.y,
                                                (int) box.size.width, (int) box.size.height });
}

void
maq_timeline_show_at_arc (MaqTimeline *self,
                          GtkWidget   *popover)
{
  show_at (self, popover, self->arc_head);
}

void
maq_timeline_show_at_summary (MaqTimeline *self,
                              GtkWidget   *popover)
{
  show_at (self, popover, self->summary);
}
