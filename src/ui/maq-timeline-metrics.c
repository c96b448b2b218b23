/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-timeline-metrics.h"

#include <math.h>

/* From these widths of a bar on, ends catch on beats and on single bars. */
#define BEAT_SNAP_PX 160
#define BAR_SNAP_PX 6
#define ZOOM_TO_SHARE 0.92  /* of the view; what is around it shows a little */

void
maq_timeline_metrics_init (MaqTimelineMetrics *self)
{
  *self = (MaqTimelineMetrics) {
    .px_per_bar = 12.0,
    .row_height = 48,
    .head_width = 244,
    .ruler_height = 43,
    .section_height = 46,
    .chord_height = 24,
  };
  self->first_bars = g_new0 (int, 1);
}

void
maq_timeline_metrics_clear (MaqTimelineMetrics *self)
{
  g_clear_pointer (&self->first_bars, g_free);
  g_clear_pointer (&self->groups, g_free);
}

void
maq_timeline_metrics_copy (MaqTimelineMetrics       *self,
                           const MaqTimelineMetrics *source)
{
  guint n = source->n_sections + 1;

  maq_timeline_metrics_clear (self);
  *self = *source;
  self->first_bars = g_memdup2 (source->first_bars, n * sizeof *self->first_bars);
  self->groups = g_memdup2 (source->groups, source->n_groups * sizeof *self->groups);
}

void
maq_timeline_metrics_lay_out (MaqTimelineMetrics *self,
                              const int          *bars,
                              guint               n_sections,
                              guint               n_layers)
{
  self->first_bars = g_renew (int, self->first_bars, n_sections + 1);
  self->first_bars[0] = 0;
  for (guint i = 0; i < n_sections; i++)
    self->first_bars[i + 1] = self->first_bars[i] + MAX (bars[i], 1);
  self->n_sections = n_sections;
  self->n_layers = n_layers;
  maq_timeline_metrics_group (self, NULL, 0);
}

int
maq_timeline_metrics_get_bars (const MaqTimelineMetrics *self)
{
  return self->first_bars[self->n_sections];
}

int
maq_timeline_metrics_get_top (const MaqTimelineMetrics *self)
{
  return self->ruler_height + self->section_height + self->chord_height + self->arc_height;
}

int
maq_timeline_metrics_get_width (const MaqTimelineMetrics *self)
{
  return maq_timeline_metrics_bar_to_x (self, maq_timeline_metrics_get_bars (self));
}

int
maq_timeline_metrics_bar_to_x (const MaqTimelineMetrics *self,
                               double                    bar)
{
  return (int) lround (bar * self->px_per_bar);
}

double
maq_timeline_metrics_x_to_bar (const MaqTimelineMetrics *self,
                               double                    x)
{
  return x / self->px_per_bar;
}

/* Index of the last section whose left edge is at or before @x. */
static guint
last_section_before (const MaqTimelineMetrics *self,
                     double                    x)
{
  guint low = 0;
  guint high = self->n_sections;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (maq_timeline_metrics_bar_to_x (self, self->first_bars[middle]) <= x)
        low = middle;
      else
        high = middle;
    }
  return low;
}

int
maq_timeline_metrics_section_at (const MaqTimelineMetrics *self,
                                 double                    x)
{
  if (x < 0 || self->n_sections == 0 || x >= maq_timeline_metrics_get_width (self))
    return -1;
  return (int) last_section_before (self, x);
}

MaqBox
maq_timeline_metrics_section_box (const MaqTimelineMetrics *self,
                                  guint                     section)
{
  int x0 = maq_timeline_metrics_bar_to_x (self, self->first_bars[section]);
  int x1 = maq_timeline_metrics_bar_to_x (self, self->first_bars[section + 1]);

  return (MaqBox) { x0, 0, x1 - x0, maq_timeline_metrics_get_height (self) };
}

MaqBox
maq_timeline_metrics_cell_box (const MaqTimelineMetrics *self,
                               guint                     section,
                               guint                     layer)
{
  MaqBox box = maq_timeline_metrics_section_box (self, section);

  box.y = maq_timeline_metrics_layer_y (self, layer);
  box.height = self->row_height;
  return box;
}

void
maq_timeline_metrics_visible_sections (const MaqTimelineMetrics *self,
                                       int                       view_width,
                                       guint                    *first,
                                       guint                    *end)
{
  if (self->n_sections == 0 || self->scroll_x >= maq_timeline_metrics_get_width (self))
    {
      *first = *end = self->n_sections;
      return;
    }
  *first = last_section_before (self, MAX (self->scroll_x, 0));
  *end = view_width <= 0 ? *first : last_section_before (self, self->scroll_x + view_width - 1) + 1;
}

/* The section whose end is under @x; the grip takes at most a quarter of the section itself. */
static int
edge_at (const MaqTimelineMetrics *self,
         double                    x)
{
  guint section;

  if (self->n_sections == 0 || x < 0)
    return -1;
  section = last_section_before (self, x);
  for (int i = (int) section; i >= MAX ((int) section - 1, 0); i--)
    {
      MaqBox box = maq_timeline_metrics_section_box (self, (guint) i);
      double inner = MIN (MAQ_EDGE_GRIP_PX, box.width / 4.0);

      if (x >= box.x + box.width - inner && x <= box.x + box.width + MAQ_EDGE_GRIP_PX)
        return i;
    }
  return -1;
}

static double
get_end_distance (const MaqTimelineMetrics *self,
                  int                       section,
                  double                    x,
                  int                       reach_px)
{
  MaqBox box = maq_timeline_metrics_section_box (self, (guint) section);
  double inner = MIN (reach_px, box.width / 3.0);
  double outer = reach_px;

  if (section + 1 < (int) self->n_sections)
    outer = MIN (outer, maq_timeline_metrics_section_box (self, (guint) section + 1).width / 3.0);
  x -= box.x + box.width;
  return x >= -inner && x <= outer ? fabs (x) : G_MAXDOUBLE;
}

int
maq_timeline_metrics_edge_at (const MaqTimelineMetrics *self,
                              double                    x,
                              int                       reach_px)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;
  int section;

  if (self->n_sections == 0 || x < 0)
    return -1;
  section = (int) last_section_before (self, x);
  for (int i = MAX (section - 1, 0); i <= section; i++)
    {
      double distance = get_end_distance (self, i, x, reach_px);

      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }
  return found;
}

static MaqHit
hit_heads (const MaqTimelineMetrics *self,
           double                    x,
           double                    view_y)
{
  int section = maq_timeline_metrics_section_at (self, x);
  int edge = edge_at (self, x);

  if (view_y < self->ruler_height)
    return (MaqHit) { MAQ_ZONE_RULER, section, -1 };
  if (view_y >= self->ruler_height + self->section_height + self->chord_height)
    return (MaqHit) { MAQ_ZONE_ARC, section, -1 };
  if (edge >= 0)
    return (MaqHit) { MAQ_ZONE_SECTION_EDGE, edge, -1 };
  if (section < 0)
    return (MaqHit) { MAQ_ZONE_NONE, -1, -1 };
  if (view_y < self->ruler_height + self->section_height)
    return (MaqHit) { MAQ_ZONE_SECTION, section, -1 };
  return (MaqHit) { MAQ_ZONE_CHORDS, section, -1 };
}

double
maq_timeline_metrics_unmirror (const MaqTimelineMetrics *self,
                               int                       width,
                               double                    x)
{
  int heads_x = width - self->head_width;

  return x < heads_x ? x + self->head_width : x - heads_x;
}

static gboolean
is_in_band (const MaqTimelineMetrics *self,
            int                       layer,
            double                    y)
{
  return layer >= 0 && y < maq_timeline_metrics_layer_y (self, (guint) layer);
}

static MaqHit
hit_row (const MaqTimelineMetrics *self,
         int                       layer,
         double                    y)
{
  if (layer < 0)
    return (MaqHit) { MAQ_ZONE_NONE, -1, -1 };
  if (is_in_band (self, layer, y) || maq_timeline_metrics_find_fold (self, (guint) layer) != NULL)
    return (MaqHit) { MAQ_ZONE_GROUP, -1, layer };
  return (MaqHit) { MAQ_ZONE_LAYER, -1, layer };
}

MaqHit
maq_timeline_metrics_hit (const MaqTimelineMetrics *self,
                          double                    view_x,
                          double                    view_y)
{
  int top = maq_timeline_metrics_get_top (self);
  double x = view_x - self->head_width + self->scroll_x;
  int layer = maq_timeline_metrics_layer_at (self, view_y - top + self->scroll_y);
  int section;

  if (view_x < self->head_width && view_y < top)
    return (MaqHit) { MAQ_ZONE_CORNER, -1, -1 };
  if (view_y < top)
    return hit_heads (self, x, view_y);
  if (view_x < self->head_width || is_in_band (self, layer, view_y - top + self->scroll_y))
    return hit_row (self, layer, view_y - top + self->scroll_y);
  section = maq_timeline_metrics_section_at (self, x);
  if (section < 0 || layer < 0)
    return (MaqHit) { MAQ_ZONE_NONE, section, layer };
  return (MaqHit) { MAQ_ZONE_CELL, section, layer };
}

int
maq_timeline_metrics_label_step (const MaqTimelineMetrics *self,
                                 int                       min_px)
{
  int step = 1;

  while (step * self->px_per_bar < min_px && step < (1 << 24))
    step *= 2;
  return step;
}

int
maq_timeline_metrics_clock_step (double px_per_second,
                                 int    min_px)
{
  static const int steps[] = { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * px_per_second >= min_px)
      return steps[i];
  return 6 * steps[G_N_ELEMENTS (steps) - 1];
}

double
maq_timeline_metrics_snap (const MaqTimelineMetrics *self,
                           double                    bar,
                           gboolean                  free)
{
  double snapped = free ? bar : round (bar);

  return CLAMP (snapped, 0.0, (double) maq_timeline_metrics_get_bars (self));
}

/* A beat is about as wide as a hand is steady, or two bars are no wider than that. */
MaqSnap
maq_timeline_metrics_get_snap (const MaqTimelineMetrics *self)
{
  if (self->px_per_bar >= BEAT_SNAP_PX)
    return MAQ_SNAP_BEAT;
  if (self->px_per_bar >= BAR_SNAP_PX)
    return MAQ_SNAP_BAR;
  return self->px_per_bar >= BAR_SNAP_PX / 2 ? MAQ_SNAP_TWO_BARS : MAQ_SNAP_FOUR_BARS;
}

int
maq_timeline_metrics_edge_beats (const MaqTimelineMetrics *self,
                                 guint                     section,
                                 double                    x,
                                 MaqSnap                   snap,
                                 int                       beats)
{
  double bars = maq_timeline_metrics_x_to_bar (self, x) - self->first_bars[section];
  int step = snap == MAQ_SNAP_FOUR_BARS ? 4 : snap == MAQ_SNAP_TWO_BARS ? 2 : 1;

  if (snap == MAQ_SNAP_BEAT)
    return MAX ((int) lround (bars * beats), 1);
  return MAX ((int) lround (bars / step), 1) * step * beats;
}

guint
maq_timeline_metrics_drop_sections (const MaqTimelineMetrics *self,
                                    const guint              *held,
                                    guint                     n_held,
                                    double                    x)
{
  guint next = 0;
  guint to = 0;

  for (guint i = 0; i < self->n_sections; i++)
    {
      MaqBox box = maq_timeline_metrics_section_box (self, i);

      if (next < n_held && held[next] == i)
        next++;
      else if (x > box.x + box.width / 2.0)
        to++;
    }
  return to;
}

void
maq_timeline_metrics_zoom (MaqTimelineMetrics *self,
                           double              px_per_bar,
                           double              view_x)
{
  double inside = view_x - self->head_width;
  double bar = maq_timeline_metrics_x_to_bar (self, inside + self->scroll_x);

  self->px_per_bar = CLAMP (px_per_bar, MAQ_ZOOM_MIN, MAQ_ZOOM_MAX);
  self->scroll_x = MAX ((int) lround (bar * self->px_per_bar - inside), 0);
}

void
maq_timeline_metrics_zoom_to (MaqTimelineMetrics *self,
                              double              first_bar,
                              double              end_bar,
                              int                 view_width)
{
  double middle = (first_bar + end_bar) / 2;
  double px_per_bar = view_width * ZOOM_TO_SHARE / MAX (end_bar - first_bar, 0.25);

  self->px_per_bar = CLAMP (px_per_bar, MAQ_ZOOM_MIN, MAQ_ZOOM_MAX);
  self->scroll_x = MAX ((int) lround (middle * self->px_per_bar - view_width / 2.0), 0);
}

double
maq_timeline_metrics_fit (int bars,
                          int width)
{
  if (bars <= 0 || width <= 0)
    return 12.0;
  return CLAMP ((double) width / bars, MAQ_ZOOM_MIN, MAQ_ZOOM_FIT_MAX);
}

int
maq_timeline_metrics_reveal (int value,
                             int page,
                             int start,
                             int end,
                             int margin)
{
  int low = MIN (end + margin - page, start - margin);
  int high = start - margin;

  return MAX (CLAMP (value, low, high), 0);
}
