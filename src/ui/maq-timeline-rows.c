/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the timeline: layers, groups that are folded into one row, and bands above those
 * that are not. */

#include "maq-timeline-metrics.h"

void
maq_timeline_metrics_group (MaqTimelineMetrics *self,
                            const MaqRowGroup  *groups,
                            guint               n_groups)
{
  MaqRowGroup *copies = g_memdup2 (groups, n_groups * sizeof *groups);
  guint layer = 0;
  int row = 0;
  int bands = 0;

  g_free (self->groups);
  self->groups = copies;
  self->n_groups = n_groups;
  for (guint i = 0; i < n_groups; i++)
    {
      MaqRowGroup *group = &self->groups[i];

      row += (int) (group->first - layer);
      group->row = row;
      group->bands = bands;
      row += group->is_folded ? 1 : (int) (group->end - group->first);
      bands += !group->is_folded;
      layer = group->end;
    }
}

/* The last group that begins at or before a layer. */
static const MaqRowGroup *
find_before (const MaqTimelineMetrics *self,
             guint                     layer)
{
  guint low = 0;
  guint high = self->n_groups;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->groups[middle].first <= layer)
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? NULL : &self->groups[low - 1];
}

const MaqRowGroup *
maq_timeline_metrics_find_group (const MaqTimelineMetrics *self,
                                 guint                     layer)
{
  const MaqRowGroup *group = find_before (self, layer);

  return group != NULL && layer < group->end ? group : NULL;
}

const MaqRowGroup *
maq_timeline_metrics_find_fold (const MaqTimelineMetrics *self,
                                guint                     layer)
{
  const MaqRowGroup *group = maq_timeline_metrics_find_group (self, layer);

  return group != NULL && group->is_folded ? group : NULL;
}

/* Rows and bands above a layer; the band of its own group is above it. */
static int
count_above (const MaqTimelineMetrics *self,
             guint                     layer,
             int                      *bands)
{
  const MaqRowGroup *group = find_before (self, layer);

  *bands = 0;
  if (group == NULL)
    return (int) layer;
  *bands = group->bands + !group->is_folded;
  if (layer < group->end)
    return group->row + (group->is_folded ? 0 : (int) (layer - group->first));
  return group->row + (group->is_folded ? 1 : (int) (group->end - group->first)) +
         (int) (layer - group->end);
}

int
maq_timeline_metrics_layer_y (const MaqTimelineMetrics *self,
                              guint                     layer)
{
  int bands;
  int rows = count_above (self, layer, &bands);

  return rows * self->row_height + bands * MAQ_BAND_HEIGHT;
}

int
maq_timeline_metrics_get_height (const MaqTimelineMetrics *self)
{
  return maq_timeline_metrics_layer_y (self, self->n_layers);
}

void
maq_timeline_metrics_fit_rows (MaqTimelineMetrics *self,
                               int                 height,
                               int                 lowest,
                               int                 highest)
{
  int bands;
  int rows = count_above (self, self->n_layers, &bands);

  if (rows > 0)
    self->row_height = CLAMP ((height - bands * MAQ_BAND_HEIGHT) / rows, lowest, highest);
}

int
maq_timeline_metrics_group_y (const MaqTimelineMetrics *self,
                              const MaqRowGroup        *group,
                              int                      *height)
{
  int y = maq_timeline_metrics_layer_y (self, group->first);

  *height = group->is_folded ? self->row_height : MAQ_BAND_HEIGHT;
  return group->is_folded ? y : y - MAQ_BAND_HEIGHT;
}

/* Where everything of a layer begins, the band of its group included. */
static int
get_start (const MaqTimelineMetrics *self,
           guint                     layer)
{
  const MaqRowGroup *group = maq_timeline_metrics_find_group (self, layer);
  int y = maq_timeline_metrics_layer_y (self, layer);

  return group != NULL && !group->is_folded && group->first == layer ? y - MAQ_BAND_HEIGHT : y;
}

int
maq_timeline_metrics_layer_at (const MaqTimelineMetrics *self,
                               double                    y)
{
  const MaqRowGroup *fold;
  guint low = 0;
  guint high = self->n_layers;

  if (y < 0 || y >= maq_timeline_metrics_get_height (self))
    return -1;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_start (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }
  fold = maq_timeline_metrics_find_fold (self, low);
  return (int) (fold != NULL ? fold->first : low);
}

void
maq_timeline_metrics_visible_layers (const MaqTimelineMetrics *self,
                                     int                       view_height,
                                     guint                    *first,
                                     guint                    *end)
{
  int height = maq_timeline_metrics_get_height (self);
  int top = MAX (self->scroll_y, 0);
  int bottom = MIN (self->scroll_y + view_height, height);
  const MaqRowGroup *fold;

  if (top >= height || bottom <= top)
    {
      *first = *end = top >= height ? self->n_layers
                                    : (guint) maq_timeline_metrics_layer_at (self, top);
      return;
    }
  *first = (guint) maq_timeline_metrics_layer_at (self, top);
  *end = (guint) maq_timeline_metrics_layer_at (self, bottom - 1) + 1;
  fold = maq_timeline_metrics_find_fold (self, *end - 1);
  if (fold != NULL)
    *end = fold->end;
}

int
maq_timeline_metrics_step_layer (const MaqTimelineMetrics *self,
                                 int                       layer,
                                 int                       step)
{
  const MaqRowGroup *fold = layer < 0 ? NULL
                                      : maq_timeline_metrics_find_fold (self, (guint) layer);
  int next = layer + step;

  if (fold != NULL && step != 0)
    next = step > 0 ? (int) fold->end : (int) fold->first - 1;
  if (next >= (int) self->n_layers)
    return layer;
  fold = next < 0 ? NULL : maq_timeline_metrics_find_fold (self, (guint) next);
  if (fold == NULL || step == 0)
    return MAX (next, -1);
  return step > 0 ? (int) fold->end - 1 : (int) fold->first;
}

/* In the middle of a folded group is in it, near its edges beside it. */
static guint
drop_on_fold (const MaqTimelineMetrics  *self,
              const MaqRowGroup         *fold,
              double                     y,
              const MaqRowGroup        **group)
{
  double part = (y - maq_timeline_metrics_layer_y (self, fold->first)) / self->row_height;

  *group = part < 0.25 || part > 0.75 ? NULL : fold;
  return part < 0.25 ? fold->first : fold->end;
}

/* The layer before which something is put at @y, and the group there. */
static guint
find_gap (const MaqTimelineMetrics  *self,
          double                     y,
          const MaqRowGroup        **group)
{
  int layer = maq_timeline_metrics_layer_at (self, MAX (y, 0));
  int row_y;

  *group = NULL;
  if (layer < 0)
    return self->n_layers;
  *group = maq_timeline_metrics_find_group (self, (guint) layer);
  if (*group != NULL && (*group)->is_folded)
    return drop_on_fold (self, *group, y, group);
  row_y = maq_timeline_metrics_layer_y (self, (guint) layer);
  if (y < row_y - MAQ_BAND_HEIGHT / 2.0)
    *group = NULL;  /* the upper half of a band is above the group */
  return (guint) layer + (y > row_y + self->row_height / 2.0);
}

MaqRowDrop
maq_timeline_metrics_drop_layer (const MaqTimelineMetrics *self,
                                 guint                     from,
                                 double                    y)
{
  const MaqRowGroup *group;
  guint gap = find_gap (self, y, &group);

  return (MaqRowDrop) { gap > from ? gap - 1 : gap, group };
}

guint
maq_timeline_metrics_drop_group (const MaqTimelineMetrics *self,
                                 double                    y)
{
  const MaqRowGroup *group;
  guint gap = find_gap (self, y, &group);

  if (group == NULL)
    return gap;
  return gap - group->first < group->end - gap ? group->first : group->end;
}
