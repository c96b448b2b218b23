/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What of the timeline is in view: zoom, scrolling, and going along with the music.
 */

#include "maq-timeline-private.h"

#include <math.h>

#define REVEAL_MARGIN 60
#define FOLLOW_LEAD 10     /* a page begins with a tenth of what was before */
#define FOLLOW_MARGIN 8

static void
show_follow (MaqTimeline *self)
{
  if (self->overview != NULL)
    maq_overview_set_follow (self->overview, self->follows && !self->has_let_go);
}

void
maq_timeline_let_go (MaqTimeline *self)
{
  self->has_let_go = TRUE;
  show_follow (self);
}

void
maq_timeline_follow_again (MaqTimeline *self)
{
  self->has_let_go = FALSE;
  show_follow (self);
}

static int
get_playhead_x (MaqTimeline *self)
{
  return maq_timeline_metrics_bar_to_x (&self->metrics, maq_timeline_get_position_bar (self));
}

static gboolean
is_playhead_in_view (MaqTimeline *self)
{
  int x = get_playhead_x (self) - self->metrics.scroll_x;

  return x >= 0 && x <= maq_timeline_get_view_width (self) - FOLLOW_MARGIN;
}

/* Page-wise: the view jumps when the playhead leaves it, and rests otherwise. */
static void
follow_playhead (MaqTimeline *self)
{
  int page = maq_timeline_get_view_width (self);

  if (!self->follows || self->has_let_go || page <= 0 || is_playhead_in_view (self))
    return;
  self->metrics.scroll_x = MAX (get_playhead_x (self) - page / FOLLOW_LEAD, 0);
  maq_timeline_queue_view (self);
}

/* The user has changed the view: what they look at must not jump away from them. */
static void
take_view (MaqTimeline *self)
{
  if (!is_playhead_in_view (self))
    maq_timeline_let_go (self);
  maq_timeline_queue_view (self);
}

static void
set_follow (MaqTimeline *self,
            gboolean     follow)
{
  self->follows = (guint) follow;
  maq_timeline_follow_again (self);
  if (self->editor != NULL)
    follow_playhead (self);
}

static gboolean
follow_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);

  set_follow (self, !self->follows || self->has_let_go);
  return TRUE;
}

void
maq_timeline_set_position (MaqTimeline *self,
                           double       ticks,
                           gboolean     follow)
{
  if (self->editor == NULL || self->position_ticks == ticks)
    return;
  self->position_ticks = ticks;
  if (follow)
    follow_playhead (self);
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    maq_timeline_place_playhead (self);
}

void
maq_timeline_zoom_about (MaqTimeline *self,
                         double       px_per_bar,
                         double       view_x)
{
  self->is_fitted = FALSE;
  maq_timeline_metrics_zoom (&self->metrics, px_per_bar,
                             MAX (view_x, self->metrics.head_width));
  take_view (self);
}

static gboolean
is_in_view (MaqTimeline *self,
            double       view_x)
{
  return view_x >= self->metrics.head_width &&
         view_x <= self->metrics.head_width + maq_timeline_get_view_width (self);
}

/* What the user looks at: where the pointer is, else the selection, else the playhead. */
static double
find_focal_x (MaqTimeline *self)
{
  const MaqTimelineMetrics *metrics = &self->metrics;
  double origin = metrics->head_width - metrics->scroll_x;
  MaqRange range;
  double x;

  if (gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->pointer)) &&
      is_in_view (self, self->pointer_x))
    return self->pointer_x;
  maq_editor_get_range (self->editor, &range);
  if (range.n_sections > 0)
    {
      MaqBox box = maq_timeline_metrics_section_box (metrics, range.first_section);

      x = origin + box.x + box.width / 2.0;
      if (is_in_view (self, x))
        return x;
    }
  x = origin + get_playhead_x (self);
  return is_in_view (self, x) ? x : metrics->head_width + maq_timeline_get_view_width (self) / 2.0;
}

void
maq_timeline_zoom_by (MaqTimeline *self,
                      double       factor)
{
  maq_timeline_zoom_about (self, self->metrics.px_per_bar * factor, find_focal_x (self));
}

void
maq_timeline_zoom_fit (MaqTimeline *self)
{
  self->is_fitted = TRUE;
  self->metrics.scroll_x = 0;
  maq_timeline_queue_view (self);
}

void
maq_timeline_zoom_selection (MaqTimeline *self)
{
  MaqTimelineMetrics *metrics = &self->metrics;
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  if (range.n_sections == 0)
    {
      maq_timeline_zoom_fit (self);
      return;
    }
  self->is_fitted = FALSE;
  maq_timeline_metrics_zoom_to (metrics, metrics->first_bars[range.first_section],
                                metrics->first_bars[range.first_section + range.n_sections],
                                maq_timeline_get_view_width (self));
  take_view (self);
}

void
maq_timeline_get_sight (MaqTimeline *self,
                        MaqSight    *sight)
{
  const MaqTimelineMetrics *metrics = &self->metrics;

  *sight = (MaqSight) { .scroll_px = metrics->scroll_y };
  if (self->is_fitted)
    return;
  sight->px_per_bar = metrics->px_per_bar;
  sight->first_bar = maq_timeline_metrics_x_to_bar (metrics, metrics->scroll_x);
}

/* Nothing has a size yet when a song is opened: what lies too far is put right with that. */
void
maq_timeline_set_sight (MaqTimeline    *self,
                        const MaqSight *sight)
{
  MaqTimelineMetrics *metrics = &self->metrics;
  double first_bar;

  self->is_fitted = sight->px_per_bar <= 0;
  if (!self->is_fitted)
    metrics->px_per_bar = CLAMP (sight->px_per_bar, MAQ_ZOOM_MIN, MAQ_ZOOM_MAX);
  first_bar = self->is_fitted ? 0 : MIN (sight->first_bar, maq_timeline_metrics_get_bars (metrics));
  metrics->scroll_x = maq_timeline_metrics_bar_to_x (metrics, first_bar);
  metrics->scroll_y = sight->scroll_px;
  take_view (self);
}

void
maq_timeline_scroll_to (MaqTimeline *self,
                        MaqBox       box)
{
  MaqTimelineMetrics *metrics = &self->metrics;
  int page_x = maq_timeline_get_view_width (self);
  int page_y = maq_timeline_get_view_height (self);
  int before_x = metrics->scroll_x;

  if (page_x <= 0 || page_y <= 0)
    return;
  if (box.width > 0)
    metrics->scroll_x = maq_timeline_metrics_reveal (metrics->scroll_x, page_x, box.x,
                                                     box.x + box.width, REVEAL_MARGIN);
  if (box.height > 0)
    metrics->scroll_y = maq_timeline_metrics_reveal (metrics->scroll_y, page_y, box.y,
                                                     box.y + box.height, 0);
  if (metrics->scroll_x != before_x)
    take_view (self);
  maq_timeline_queue_view (self);
}

static void
overview_scroll_cb (MaqTimeline *self,
                    double       bar)
{
  self->is_fitted = FALSE;
  self->metrics.scroll_x = maq_timeline_metrics_bar_to_x (&self->metrics, bar);
  maq_timeline_let_go (self);
  maq_timeline_queue_view (self);
}

static void
overview_zoom_cb (MaqTimeline *self,
                  double       first_bar,
                  double       end_bar)
{
  MaqTimelineMetrics *metrics = &self->metrics;
  double px_per_bar = maq_timeline_get_view_width (self) / MAX (end_bar - first_bar, 0.25);

  self->is_fitted = FALSE;
  metrics->px_per_bar = CLAMP (px_per_bar, MAQ_ZOOM_MIN, MAQ_ZOOM_MAX);
  metrics->scroll_x = maq_timeline_metrics_bar_to_x (metrics, first_bar);
  take_view (self);
}

void
maq_timeline_show_overview (MaqTimeline *self)
{
  MaqArrangement *arrangement;

  if (self->overview == NULL || self->editor == NULL)
    return;
  arrangement = maq_editor_get_arrangement (self->editor);
  maq_overview_show (self->overview, maq_editor_get_form (self->editor),
                     maq_arrangement_get_fields (arrangement)->target_seconds);
}

void
maq_timeline_show_view (MaqTimeline *self)
{
  const MaqTimelineMetrics *metrics = &self->metrics;
  int start = maq_timeline_get_grid_x (self) > 0 ? metrics->head_width : -metrics->head_width;

  if (self->overview != NULL)
    maq_overview_set_view (self->overview, start,
                           maq_timeline_metrics_x_to_bar (metrics, metrics->scroll_x),
                           maq_timeline_metrics_x_to_bar (metrics,
                                                          maq_timeline_get_view_width (self)));
}

void
maq_timeline_set_overview (MaqTimeline *self,
                           MaqOverview *overview)
{
  if (self->overview != NULL)
    g_signal_handlers_disconnect_by_data (self->overview, self);
  if (!g_set_weak_pointer (&self->overview, overview) || overview == NULL)
    return;
  g_signal_connect_object (overview, "scroll", G_CALLBACK (overview_scroll_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (overview, "zoom", G_CALLBACK (overview_zoom_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (overview, "follow", G_CALLBACK (set_follow), self, G_CONNECT_SWAPPED);
  show_follow (self);
  maq_timeline_show_overview (self);
  maq_timeline_show_view (self);
}

/* Two fingers are no drag: what the first of them had begun is taken back. */
static void
pinch_begin_cb (MaqTimeline *self)
{
  if (gtk_gesture_is_active (self->pinch))
    gtk_gesture_get_bounding_box_center (self->pinch, &self->pinch_x, &self->pinch_y);
  self->pinch_px_per_bar = self->metrics.px_per_bar;
  maq_timeline_give_up_drag (self);
  gtk_gesture_set_state (self->pinch, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (MaqTimeline *self,
          double       scale)
{
  double x;
  double y;

  if (self->editor == NULL)
    return;
  if (gtk_gesture_is_active (self->pinch) &&
      gtk_gesture_get_bounding_box_center (self->pinch, &x, &y))
    {
      /* what lies between the fingers goes along with them */
      self->metrics.scroll_x -= (int) lround (x - self->pinch_x);
      self->metrics.scroll_y -= (int) lround (y - self->pinch_y);
      self->pinch_x = x;
      self->pinch_y = y;
      x = maq_timeline_get_metrics_x (self, x);
    }
  else
    x = find_focal_x (self);
  maq_timeline_zoom_about (self, self->pinch_px_per_bar * scale, x);
}

void
maq_timeline_view_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, 0, follow_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, 0, "view.zoom-selection", NULL);
}

void
maq_timeline_view_init (MaqTimeline *self)
{
  self->pinch = gtk_gesture_zoom_new ();
  g_signal_connect_object (self->pinch, "begin", G_CALLBACK (pinch_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pinch, "scale-changed", G_CALLBACK (pinch_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->pinch));
  self->pointer = gtk_event_controller_motion_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), self->pointer);
}
