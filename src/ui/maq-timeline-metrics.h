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

/** MaqZone: what part of the timeline a point lies in */
typedef enum
{
  MAQ_ZONE_NONE,
  MAQ_ZONE_CORNER,
  MAQ_ZONE_RULER,
  MAQ_ZONE_SECTION,
  MAQ_ZONE_SECTION_EDGE,
  MAQ_ZONE_CHORDS,
  MAQ_ZONE_LAYER,
  MAQ_ZONE_CELL,
} MaqZone;

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
 * MaqTimelineMetrics:
 * @first_bars: (array length=n_sections+1): bars before each section, then all of them
 * @px_per_bar: the zoom
 * @row_height: of a layer
 * @head_width: of the layer heads
 * @ruler_height: of the ruler
 * @section_height: of the section heads without their chords
 * @chord_height: of the chords under a section head
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
  double  px_per_bar;
  int     row_height;
  int     head_width;
  int     ruler_height;
  int     section_height;
  int     chord_height;
  int     scroll_x;
  int     scroll_y;
} MaqTimelineMetrics;

void     maq_timeline_metrics_init          (MaqTimelineMetrics       *self);
void     maq_timeline_metrics_clear         (MaqTimelineMetrics       *self);
/** maq_timeline_metrics_copy: @self becomes what @source is now; both were initialized */
void     maq_timeline_metrics_copy          (MaqTimelineMetrics       *self,
                                             const MaqTimelineMetrics *source);
/** maq_timeline_metrics_lay_out: @bars are the lengths of the sections in their order */
void     maq_timeline_metrics_lay_out       (MaqTimelineMetrics       *self,
                                             const int                *bars,
                                             guint                     n_sections,
                                             guint                     n_layers);

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
/** maq_timeline_metrics_layer_y: content y where the row of a layer begins; rows need not be even */
int      maq_timeline_metrics_layer_y       (const MaqTimelineMetrics *self,
                                             guint                     layer);
/** maq_timeline_metrics_layer_at: index of the layer at a content y, or -1 */
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
/** maq_timeline_metrics_edge_bars: length in bars that a section gets when its end is put at @x */
int      maq_timeline_metrics_edge_bars     (const MaqTimelineMetrics *self,
                                             guint                     section,
                                             double                    x);
/**
 * maq_timeline_metrics_drop_section:
 *
 * Returns: where section @from comes to stand when dropped at content @x,
 *   counted after its removal
 */
guint    maq_timeline_metrics_drop_section  (const MaqTimelineMetrics *self,
                                             guint                     from,
                                             double                    x);
guint    maq_timeline_metrics_drop_layer    (const MaqTimelineMetrics *self,
                                             guint                     from,
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
