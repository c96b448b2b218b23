/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MAQ_ZOOM_MIN, MAQ_ZOOM_MAX: bounds of px_per_bar; the song stays under four million pixels */
#define MAQ_ZOOM_MIN 0.02
#define MAQ_ZOOM_MAX 240.0

/** MAQ_ZOOM_FIT_MAX: a short song is not stretched over the whole view */
#define MAQ_ZOOM_FIT_MAX 56.0

/** MAQ_EDGE_GRIP_PX: how near to a section's end the pointer takes hold of it */
#define MAQ_EDGE_GRIP_PX 5
/** MAQ_TOUCH_GRIP_PX: how near a finger does, which covers 44 pixels */
#define MAQ_TOUCH_GRIP_PX 22

/** MAQ_BAND_HEIGHT: of the head above the layers of a group that is not folded */
#define MAQ_BAND_HEIGHT 26

/** MaqZone: what part of the timeline a point lies in */
typedef enum
{
  MAQ_ZONE_NONE,
  MAQ_ZONE_CORNER,
  MAQ_ZONE_RULER,
  MAQ_ZONE_SECTION,
  MAQ_ZONE_SECTION_EDGE,
  MAQ_ZONE_CHORDS,
  MAQ_ZONE_ARC,
  MAQ_ZONE_LAYER,
  MAQ_ZONE_GROUP,
  MAQ_ZONE_CELL,
} MaqZone;

/** MaqSnap: what the end of a section catches on */
typedef enum
{
  MAQ_SNAP_BEAT,
  MAQ_SNAP_BAR,
  MAQ_SNAP_TWO_BARS,
  MAQ_SNAP_FOUR_BARS,
} MaqSnap;

/**
 * MaqHit:
 * @zone: what was hit
 * @section: index of the section, or -1
 * @layer: index of the layer, or -1
 */
typedef struct
{
  MaqZone zone;
  int     section;
  int     layer;
} MaqHit;

/** MaqBox: a rectangle in whole pixels */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} MaqBox;

/**
 * MaqRowGroup:
 * @first: index of its first layer
 * @end: the one after its last
 * @is_folded: whether one row stands for all its layers; else a band stands above them
 * @row: rows above it, known to the metrics
 * @bands: bands above it, likewise
 *
 * Layers that are beside each other in a group.
 */
typedef struct
{
  guint    first;
  guint    end;
  gboolean is_folded;
  int      row;
  int      bands;
} MaqRowGroup;

/**
 * MaqRowDrop:
 * @to: where a layer that is dropped comes to stand, counted after its removal
 * @group: (nullable): the group that it comes into
 */
typedef struct
{
  guint              to;
  const MaqRowGroup *group;
} MaqRowDrop;

/**
 * MaqTimelineMetrics:
 * @first_bars: (array length=n_sections+1): bars before each section, then all of them
 * @groups: (array length=n_groups): groups of layers, in their order
 * @px_per_bar: the zoom
 * @row_height: of a layer, or of a group that is folded
 * @head_width: of the layer heads
 * @ruler_height: of the ruler
 * @section_height: of the section heads without their chords
 * @chord_height: of the chords under a section head
 * @arc_height: of the arc under the chords; 0 while it is not shown
 * @scroll_x: content pixels left of the view
 * @scroll_y: content pixels above the view
 *
 * The geometry of the timeline, and nothing but that: no widget, no score.
 * *Content* coordinates begin at the first bar and the first layer; *view*
 * coordinates at the corner of the widget. Edges are rounded, never widths,
 * so that neighbours share an edge exactly.
 */
typedef struct
{
  int    *first_bars;
  guint   n_sections;
  guint   n_layers;
  MaqRowGroup *groups;
  guint   n_groups;
  double  px_per_bar;
  int     row_height;
  int     head_width;
  int     ruler_height;
  int     section_height;
  int     chord_height;
  int     arc_height;
  int     scroll_x;
  int     scroll_y;
} MaqTimelineMetrics;

void     maq_timeline_metrics_init          (MaqTimelineMetrics       *self);
void     maq_timeline_metrics_clear         (MaqTimelineMetrics       *self);
/** maq_timeline_metrics_copy: @self becomes what @source is now; both were initialized */
void     maq_timeline_metrics_copy          (MaqTimelineMetrics       *self,
                                             const MaqTimelineMetrics *source);
/** maq_timeline_metrics_lay_out: @bars are the lengths of the sections in their order; no groups */
void     maq_timeline_metrics_lay_out       (MaqTimelineMetrics       *self,
                                             const int                *bars,
                                             guint                     n_sections,
                                             guint                     n_layers);

/** maq_timeline_metrics_group: puts layers into groups; fields that the metrics know are ignored */
void     maq_timeline_metrics_group         (MaqTimelineMetrics       *self,
                                             const MaqRowGroup        *groups,
                                             guint                     n_groups);
/** maq_timeline_metrics_fit_rows: rows share @height as far as these bounds allow */
void     maq_timeline_metrics_fit_rows      (MaqTimelineMetrics       *self,
                                             int                       height,
                                             int                       lowest,
                                             int                       highest);
/** maq_timeline_metrics_find_fold: (nullable): the folded group in which a layer is hidden */
const MaqRowGroup *maq_timeline_metrics_find_fold (const MaqTimelineMetrics *self,
                                             guint                     layer);
/** maq_timeline_metrics_find_group: (nullable): the group of a layer, folded or not */
const MaqRowGroup *maq_timeline_metrics_find_group (const MaqTimelineMetrics *self,
                                             guint                     layer);
/** maq_timeline_metrics_group_y: content y of a group's head, which is @height high */
int      maq_timeline_metrics_group_y       (const MaqTimelineMetrics *self,
                                             const MaqRowGroup        *group,
                                             int                      *height);
/** maq_timeline_metrics_step_layer: the layer a row on; of a folded group the far one; -1 is above */
int      maq_timeline_metrics_step_layer    (const MaqTimelineMetrics *self,
                                             int                       layer,
                                             int                       step);

int      maq_timeline_metrics_get_bars      (const MaqTimelineMetrics *self);
/** maq_timeline_metrics_get_top: height of everything above the grid */
int      maq_timeline_metrics_get_top       (const MaqTimelineMetrics *self);
int      maq_timeline_metrics_get_width     (const MaqTimelineMetrics *self);
int      maq_timeline_metrics_get_height    (const MaqTimelineMetrics *self);

/** maq_timeline_metrics_bar_to_x: content x of a place in bars from the start */
int      maq_timeline_metrics_bar_to_x      (const MaqTimelineMetrics *self,
                                             double                    bar);
double   maq_timeline_metrics_x_to_bar      (const MaqTimelineMetrics *self,
                                             double                    x);
/** maq_timeline_metrics_section_at: index of the section at a content x, or -1 */
int      maq_timeline_metrics_section_at    (const MaqTimelineMetrics *self,
                                             double                    x);
/** maq_timeline_metrics_layer_y: content y where the row of a layer begins, or of its folded group */
int      maq_timeline_metrics_layer_y       (const MaqTimelineMetrics *self,
                                             guint                     layer);
/** maq_timeline_metrics_layer_at: index of the layer at a content y, of a group its first; or -1 */
int      maq_timeline_metrics_layer_at      (const MaqTimelineMetrics *self,
                                             double                    y);
/** maq_timeline_metrics_section_box: content box of a section over all layers */
MaqBox   maq_timeline_metrics_section_box   (const MaqTimelineMetrics *self,
                                             guint                     section);
/** maq_timeline_metrics_cell_box: content box of what a layer plays in a section */
MaqBox   maq_timeline_metrics_cell_box      (const MaqTimelineMetrics *self,
                                             guint                     section,
                                             guint                     layer);

/**
 * maq_timeline_metrics_visible_sections:
 * @view_width: of the grid, without the layer heads
 * @first: (out): the first section of which a pixel shows
 * @end: (out): the one after the last
 */
void     maq_timeline_metrics_visible_sections (const MaqTimelineMetrics *self,
                                             int                       view_width,
                                             guint                    *first,
                                             guint                    *end);
void     maq_timeline_metrics_visible_layers (const MaqTimelineMetrics *self,
                                             int                       view_height,
                                             guint                    *first,
                                             guint                    *end);

/**
 * maq_timeline_metrics_unmirror:
 * @width: of the view, the layer heads included
 * @x: a point of a view that has the layer heads at its right, and time still to the right
 *
 * Returns: where it is in the view as it is meant here, with the heads at the left
 */
double   maq_timeline_metrics_unmirror      (const MaqTimelineMetrics *self,
                                             int                       width,
                                             double                    x);
/**
 * maq_timeline_metrics_edge_at:
 * @x: in the content
 * @reach_px: how far from an end it may be taken hold of
 *
 * Two thirds of a section stay its own, however far the reach is.
 *
 * Returns: the section whose end is nearest to @x, or -1
 */
int      maq_timeline_metrics_edge_at       (const MaqTimelineMetrics *self,
                                             double                    x,
                                             int                       reach_px);
/** maq_timeline_metrics_hit: what lies at a point of the view; handles win over bodies */
MaqHit   maq_timeline_metrics_hit           (const MaqTimelineMetrics *self,
                                             double                    view_x,
                                             double                    view_y);

/** maq_timeline_metrics_label_step: bars from one label of the ruler to the next: 1, 2, 4, 8 … */
int      maq_timeline_metrics_label_step    (const MaqTimelineMetrics *self,
                                             int                       min_px);
/** maq_timeline_metrics_clock_step: seconds from one time of the ruler to the next, a round number */
int      maq_timeline_metrics_clock_step    (double                    px_per_second,
                                             int                       min_px);
/** maq_timeline_metrics_snap: the bar line nearest to @bar; @bar itself if @free */
double   maq_timeline_metrics_snap          (const MaqTimelineMetrics *self,
                                             double                    bar,
                                             gboolean                  free);
/** maq_timeline_metrics_get_snap: what the ends of sections catch on: the coarser the smaller it is */
MaqSnap  maq_timeline_metrics_get_snap      (const MaqTimelineMetrics *self);
/**
 * maq_timeline_metrics_edge_beats:
 * @beats: of a bar
 *
 * Returns: length in beats that a section gets when its end is put at content @x
 */
int      maq_timeline_metrics_edge_beats    (const MaqTimelineMetrics *self,
                                             guint                     section,
                                             double                    x,
                                             MaqSnap                   snap,
                                             int                       beats);
/**
 * maq_timeline_metrics_drop_sections:
 *
 * @held: (array length=n_held): indices of sections, in order
 *
 * Returns: where these sections come to stand, together, when dropped at content @x, counted
 *   after their removal
 */
guint    maq_timeline_metrics_drop_sections (const MaqTimelineMetrics *self,
                                             const guint              *held,
                                             guint                     n_held,
                                             double                    x);
/** maq_timeline_metrics_drop_layer: what it means to drop layer @from at content @y */
MaqRowDrop maq_timeline_metrics_drop_layer  (const MaqTimelineMetrics *self,
                                             guint                     from,
                                             double                    y);
/** maq_timeline_metrics_drop_group: the layer before which a group is dropped at content @y */
guint    maq_timeline_metrics_drop_group    (const MaqTimelineMetrics *self,
                                             double                    y);

/** maq_timeline_metrics_zoom: changes the zoom so that the bar under @view_x stays there */
void     maq_timeline_metrics_zoom          (MaqTimelineMetrics       *self,
                                             double                    px_per_bar,
                                             double                    view_x);
/** maq_timeline_metrics_zoom_to: bars from @first_bar to @end_bar over nearly all of the view */
void     maq_timeline_metrics_zoom_to       (MaqTimelineMetrics       *self,
                                             double                    first_bar,
                                             double                    end_bar,
                                             int                       view_width);
/** maq_timeline_metrics_fit: the zoom at which @bars bars are @width pixels wide, within bounds */
double   maq_timeline_metrics_fit           (int                       bars,
                                             int                       width);
/** maq_timeline_metrics_reveal: the scroll value nearest to @value that shows @start to @end */
int      maq_timeline_metrics_reveal        (int                       value,
                                             int                       page,
                                             int                       start,
                                             int                       end,
                                             int                       margin);

G_END_DECLS
