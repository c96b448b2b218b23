/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-palette.h"
#include "maq-timeline-metrics.h"
#include "maq-timeline.h"

G_BEGIN_DECLS

/** MaqDragKind: what the pointer has taken hold of */
typedef enum
{
  MAQ_DRAG_NONE,
  MAQ_DRAG_SEEK,
  MAQ_DRAG_EDGE,
  MAQ_DRAG_SECTION,
  MAQ_DRAG_LAYER,
  MAQ_DRAG_LEVEL,
} MaqDragKind;

/**
 * MaqDrag:
 * @start: the geometry when it began, which the preview must not change
 * @section: index of the section that is held
 * @layer: index of the layer that is held
 */
typedef struct
{
  MaqDragKind        kind;
  MaqTimelineMetrics start;
  MaqId              section_id;
  MaqId              layer_id;
  guint              section;
  guint              layer;
  int                level;
  double             x;
  double             y;
  gboolean           is_moving;
} MaqDrag;

struct _MaqTimeline
{
  GtkWidget            parent_instance;

  MaqEditor           *editor;
  MaqPalette           palette;
  MaqTimelineMetrics   metrics;
  MaqDrag              drag;
  GtkGesture          *drag_gesture;

  GtkWidget           *grid;
  GtkWidget           *head_row;
  GtkWidget           *playhead;
  GtkWidget           *head_column;
  GtkWidget           *corner;
  GtkWidget           *summary;
  GtkWidget           *popover;

  GtkAdjustment       *adjustments[2];
  GtkScrollablePolicy  policies[2];
  double               pointer_x;
  double               position_ticks;
  double               loop_start_ticks;
  double               loop_end_ticks;
  guint                is_fitted : 1;
  guint                is_followed : 1;
  guint                is_scrolling : 1;  /* by ourselves */
};

void maq_timeline_input_class_init (GtkWidgetClass *widget_class);
void maq_timeline_input_init       (MaqTimeline    *self);
/** maq_timeline_scroll_to: shows a content box, scrolling as little as need be */
void maq_timeline_scroll_to        (MaqTimeline    *self,
                                    MaqBox          box);
/** maq_timeline_get_grid_x: view x where the grid begins: right of the heads, or left of them */
int  maq_timeline_get_grid_x       (MaqTimeline    *self);
/** maq_timeline_zoom_about: changes the zoom, the bar under @view_x stays there */
void maq_timeline_zoom_about       (MaqTimeline    *self,
                                    double          px_per_bar,
                                    double          view_x);
/** maq_timeline_find_widget: (nullable): cell or head of these ids, if it is there just now */
GtkWidget *maq_timeline_find_widget (MaqTimeline   *self,
                                    MaqId           section,
                                    MaqId           layer);
/** maq_timeline_show_popover: (transfer floating): @popover points at a box of the view */
void maq_timeline_show_popover     (MaqTimeline    *self,
                                    GtkWidget      *popover,
                                    GdkRectangle    at);

G_END_DECLS
