/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-overview.h"
#include "maq-palette.h"
#include "maq-timeline-metrics.h"
#include "maq-timeline.h"

G_BEGIN_DECLS

/**
 * MaqDragClass:
 * @begin: (nullable): called when the pointer is pressed, with the fields of the drag set
 * @create_move: (transfer full) (nullable): what the drag means with the pointer at a point of
 *   the view as the metrics have it, applied to the root at its start; %NULL: nothing
 * @cancel: (nullable): takes back what no preview does
 * @cursor: (nullable): while it moves
 * @scrolls_x: whether it takes the view along at its left and right border
 * @scrolls_y: the same at its upper and lower border
 * @dup_label: (transfer full) (nullable): what is said beside the pointer; %NULL for the name
 *   of the move
 *
 * What the pointer has taken hold of.
 */
typedef struct
{
  void        (*begin)       (MaqTimeline     *self,
                              GdkModifierType  state);
  MaqMove    *(*create_move) (MaqTimeline     *self,
                              double           x,
                              double           y,
                              GdkModifierType  state);
  void        (*cancel)      (MaqTimeline     *self);
  const char   *cursor;
  char       *(*dup_label)   (MaqTimeline     *self,
                              MaqMove         *move);
  gboolean      scrolls_x;
  gboolean      scrolls_y;
} MaqDragClass;

extern const MaqDragClass maq_drag_loop;
extern const MaqDragClass maq_drag_seek;
extern const MaqDragClass maq_drag_edge;
extern const MaqDragClass maq_drag_section;
extern const MaqDragClass maq_drag_layer;
extern const MaqDragClass maq_drag_group;
extern const MaqDragClass maq_drag_part;
extern const MaqDragClass maq_drag_part_copy;
extern const MaqDragClass maq_drag_part_edge;
extern const MaqDragClass maq_drag_part_ramp;
extern const MaqDragClass maq_drag_part_paint;
extern const MaqDragClass maq_drag_range;

/** MaqPartEdge: where a layer enters or leaves inside a section */
typedef enum
{
  MAQ_PART_EDGE_NONE,
  MAQ_PART_EDGE_ENTRY,
  MAQ_PART_EDGE_EXIT,
} MaqPartEdge;

/**
 * MaqDrag:
 * @drag_class: (nullable): what is held; %NULL while there is no drag
 * @root: the document's root when it began; of another one, what is held is unknown
 * @move: (nullable): what it previewed last
 * @start: the geometry when it began, which the preview must not change
 * @hit: what was hit then
 * @section: index of the section that is held
 * @layer: index of the layer that is held
 * @level: of the part that is held, at the start
 * @loop_start_bar: where what is repeated began at the start; @loop_end_bar: where it ended
 * @loop_anchor_bar: the end of it that stays
 * @seconds: how long the song lasted at the start
 * @x: where it began, in the view as the metrics have it
 * @is_moving: whether the pointer has left the place where it was pressed
 * @is_in_range: whether it was pressed on one of several that were selected: all of them are
 *   held, and only a click without a drag selects this one alone
 * @is_on_sign: whether it was pressed on the sign that lets a part in or out
 * @erases: whether the other end of a pen does it, which takes parts out
 * @is_touch: whether a finger does it, and no pointer or pen
 * @is_held: whether the finger has rested where it came down, until it meant more than a tap
 * @tap: what lies under the finger itself, where @hit can be a handle beside it
 * @toggle_time: when a click did that last, in milliseconds of the events
 * @toggle_x: where that was; @toggle_y: likewise
 * @edge: which end of a part is held
 * @now_x: where the pointer is now, in the view as the metrics have it
 * @scroll_time: when it was scrolled last, in microseconds of the frame clock
 * @said: what the length of a section comes to, in words; taken by the label
 * @held: (element-type guint): indices of the sections or layers that are held, in order
 * @target: what is to be selected when it is done; nothing if that has no sections
 */
typedef struct
{
  const MaqDragClass *drag_class;
  MaqProject        *root;
  MaqMove           *move;
  MaqTimelineMetrics start;
  MaqHit             hit;
  MaqId              section_id;
  MaqId              layer_id;
  guint              section;
  guint              layer;
  int                level;
  double             loop_start_bar;
  double             loop_end_bar;
  double             loop_anchor_bar;
  double             seconds;
  double             x;
  double             y;
  gboolean           is_moving;
  gboolean           is_in_range;
  gboolean           toggles;    /* the selection, unless it is moved */
  gboolean           is_on_sign;
  gboolean           is_touch;
  gboolean           is_held;
  gboolean           erases;
  MaqHit             tap;
  guint              toggle_time;
  double             toggle_x;
  double             toggle_y;
  MaqPartEdge        edge;
  double             now_x;
  double             now_y;
  gint64             scroll_time;
  guint              scroll_id;
  char              *said;
  MaqSnap            snap;       /* what the end of a section catches on */
  GArray            *held;       /* NULL before the first drag */
  MaqRange           target;
} MaqDrag;

/** MaqTimelineView: what decides which widgets there are */
typedef struct
{
  int    scroll_x;
  int    scroll_y;
  double px_per_bar;
  int    width;
  int    height;
} MaqTimelineView;

struct _MaqTimeline
{
  GtkWidget            parent_instance;

  MaqEditor           *editor;
  MaqPalette           palette;
  MaqTimelineMetrics   metrics;
  MaqDrag              drag;
  MaqTimelineView      view;             /* that the widgets are for */
  GtkGesture          *drag_gesture;
  GHashTable          *folded;  /* names of groups */

  GtkWidget           *grid;
  GtkWidget           *head_row;
  GtkWidget           *chord_lane;
  GtkWidget           *arc_lane;
  GtkWidget           *arc_head;
  GtkWidget           *remark_signs;
  GtkWidget           *playhead;
  GtkWidget           *head_column;
  GtkWidget           *corner;
  GtkWidget           *head_edge;
  int                  wanted_head_px;  /* 0: as the window allows */
  int                  edge_before_px;  /* that, when the edge was taken hold of */
  double               edge_grab_px;    /* from the pointer to the grid */
  gboolean             holds_edge;
  GtkWidget           *summary;
  GtkWidget           *popover;
  GtkWidget           *described;         /* weak: the cursor, while it says how much is selected */
  char                *label;             /* says how many sections and layers, NULL before that */
  GtkWidget           *drag_label;        /* NULL before the first drag */
  GtkWidget           *drag_line;         /* likewise */
  int                  line_section;      /* before which it stands, or -1 */
  int                  line_layer;        /* above which it stands, or -1 */
  double               drag_label_x;
  double               drag_label_y;
  MaqOverview         *overview;         /* weak: beside the timeline; NULL for none */
  GtkGesture          *pinch;
  GtkEventController  *pointer;

  GtkAdjustment       *adjustments[2];
  GtkScrollablePolicy  policies[2];
  double               pointer_x;
  double               pinch_px_per_bar;  /* when the fingers came down */
  double               pinch_x;           /* between the fingers, as they were last */
  double               pinch_y;
  double               pointer_y;
  double               wheel_rest;        /* of a level, that the wheel has been turned */
  double               position_ticks;
  double               loop_start_ticks;
  double               loop_end_ticks;
  guint                update_id;         /* a tick that updates what is in view, or 0 */
  guint                has_children : 1;  /* for the song as it is shown */
  guint                is_fitted : 1;
  guint                follows : 1;       /* the playhead, as the user wants it */
  guint                has_let_go : 1;    /* until it plays again */
  guint                is_scrolling : 1;  /* by ourselves */
};

/* maq-timeline-input.c */
void maq_timeline_input_class_init (GtkWidgetClass *widget_class);
void maq_timeline_input_init       (MaqTimeline    *self);
/** maq_timeline_show_menu_at: of what lies at a point, which becomes the selection */
void maq_timeline_show_menu_at     (MaqTimeline    *self,
                                    MaqHit          hit,
                                    double          widget_x,
                                    double          widget_y);

/* maq-timeline-fold.c */
/** maq_timeline_lay_out_groups: tells the metrics which layers are in groups, and which fold */
void     maq_timeline_lay_out_groups (MaqTimeline *self);
/** maq_timeline_select_rows: selects by indices, -1 for none; of a folded group all its layers */
void     maq_timeline_select_rows    (MaqTimeline *self,
                                      int          section,
                                      int          layer,
                                      gboolean     extends);
/** maq_timeline_get_row_id: the layer whose widgets show @layer: the first of a folded group */
MaqId    maq_timeline_get_row_id     (MaqTimeline *self,
                                      MaqId        layer);

/* maq-timeline-drag.c */
void maq_timeline_drag_init        (MaqTimeline    *self);

/** maq_timeline_take_hold: begins a drag of what was hit at a point of the widget */
void maq_timeline_take_hold        (MaqTimeline    *self,
                                    MaqHit          hit,
                                    double          widget_x,
                                    double          widget_y,
                                    GdkModifierType state);

/** maq_timeline_click: what a press does that became no drag */
void maq_timeline_click            (MaqTimeline    *self,
                                    GdkModifierType state,
                                    guint           time);

/** maq_timeline_give_up_drag: shows again what there was */
void maq_timeline_give_up_drag     (MaqTimeline    *self);

/** maq_timeline_drag_on: the pointer rests, but something else is under it now */
void maq_timeline_drag_on          (MaqTimeline    *self);

/** maq_timeline_check_drag: gives up a drag that began on another root than there is now */
void maq_timeline_check_drag       (MaqTimeline    *self);

/** maq_timeline_is_picking: whether a press with these keys adds to what is selected */
gboolean maq_timeline_is_picking   (MaqHit          hit,
                                    GdkModifierType state);
/** maq_timeline_hold: remembers which sections or layers of what is selected are held */
void maq_timeline_hold             (MaqTimeline    *self,
                                    gboolean        are_layers);

/* maq-timeline-touch.c */
void maq_timeline_touch_init       (MaqTimeline    *self);
/** maq_timeline_get_grip: how near one must come to a handle: farther with a finger */
int  maq_timeline_get_grip         (MaqTimeline    *self,
                                    int             usual_px);
/** maq_timeline_touch_handle: a handle at a bar has been taken: it stays as far from the finger */
void maq_timeline_touch_handle     (MaqTimeline    *self,
                                    double          bar);
/** maq_timeline_touch_begin: a finger has come down */
void maq_timeline_touch_begin      (MaqTimeline    *self,
                                    double          widget_x,
                                    double          widget_y);
/** maq_timeline_touch_end: a finger that has moved nothing goes up */
void maq_timeline_touch_end        (MaqTimeline    *self,
                                    guint           time);

/* maq-timeline-drag-scroll.c */
/** maq_timeline_scroll_with_drag: from now on, as long as the pointer is held at a border */
void maq_timeline_scroll_with_drag (MaqTimeline    *self);

/* maq-timeline-drag-label.c */
/** maq_timeline_show_drag_label: says beside the pointer what is being dragged */
void maq_timeline_show_drag_label  (MaqTimeline    *self,
                                    const char     *text,
                                    double          widget_x,
                                    double          widget_y);
void maq_timeline_hide_drag_label  (MaqTimeline    *self);
/** maq_timeline_place_drag_label: where it belongs just now */
void maq_timeline_place_drag_label (MaqTimeline    *self);

/* maq-timeline-drag-line.c */
/** maq_timeline_show_drag_line: before a section or above a layer of what is shown; -1 for neither */
void maq_timeline_show_drag_line   (MaqTimeline    *self,
                                    int             section,
                                    int             layer);
void maq_timeline_hide_drag_line   (MaqTimeline    *self);
/** maq_timeline_place_drag_line: where it belongs just now */
void maq_timeline_place_drag_line  (MaqTimeline    *self);

/* maq-timeline-drag-part.c */
/** maq_timeline_find_part_edge: the end of a part that lies at a point in its cell */
MaqPartEdge maq_timeline_find_part_edge (MaqTimeline *self,
                                      MaqHit        hit,
                                      double        view_x);
/** maq_timeline_find_part_drag: what a drag that begins in a cell does */
const MaqDragClass *maq_timeline_find_part_drag (MaqTimeline *self,
                                      MaqHit        hit,
                                      double        view_x,
                                      GdkModifierType state);

/* maq-timeline-wheel.c */
/** maq_timeline_turn_levels: the wheel over what is selected; anywhere else it scrolls */
gboolean maq_timeline_turn_levels    (MaqTimeline  *self,
                                      double        dy,
                                      GtkEventControllerScroll *controller);

/* maq-timeline-arc.c */
void maq_timeline_arc_init         (MaqTimeline    *self);
/** maq_timeline_show_arc: shows the arc of what is shown */
void maq_timeline_show_arc         (MaqTimeline    *self);
/** maq_timeline_update_arc: after the view or the geometry has changed */
void maq_timeline_update_arc       (MaqTimeline    *self);
/** maq_timeline_fit_arc: as high as the window allows */
void maq_timeline_fit_arc          (MaqTimeline    *self);
/** maq_timeline_place_arc: puts lane and head where they belong just now */
void maq_timeline_place_arc        (MaqTimeline    *self,
                                    int             head_x,
                                    int             head_width);

/* maq-timeline-place.c */
/** maq_timeline_get_section_id: of the section with an index, or %MAQ_ID_NONE */
MaqId    maq_timeline_get_section_id (MaqTimeline  *self,
                                      int           index);
MaqId    maq_timeline_get_layer_id   (MaqTimeline  *self,
                                      int           index);
/** maq_timeline_get_metrics_x: view x as the metrics have it, with the heads at the left */
double   maq_timeline_get_metrics_x  (MaqTimeline  *self,
                                      double        widget_x);
double   maq_timeline_get_content_x  (MaqTimeline  *self,
                                      double        view_x);
double   maq_timeline_get_content_y  (MaqTimeline  *self,
                                      double        view_y);
MaqHit   maq_timeline_hit_at         (MaqTimeline  *self,
                                      double        widget_x,
                                      double        widget_y);
gboolean maq_timeline_is_on_button   (MaqTimeline  *self,
                                      double        widget_x,
                                      double        widget_y);
/** maq_timeline_is_in_range: whether what was hit is selected, alone or with others */
gboolean maq_timeline_is_in_range    (MaqTimeline  *self,
                                      MaqHit        hit);
/** maq_timeline_describe_selection: says at the widget of the cursor how much is selected */
void     maq_timeline_describe_selection (MaqTimeline *self,
                                      GtkWidget    *cursor);
/** maq_timeline_select_hit: selects what was hit; with @extends, everything from the start to it */
void     maq_timeline_select_hit     (MaqTimeline  *self,
                                      MaqHit        hit,
                                      gboolean      extends);

/** maq_timeline_toggle: adds to what is selected, or takes away, by indices, -1 for heads */
void     maq_timeline_toggle         (MaqTimeline  *self,
                                      int           section,
                                      int           layer);
/** maq_timeline_toggle_hit: the same with what was hit */
void     maq_timeline_toggle_hit     (MaqTimeline  *self,
                                      MaqHit        hit);

/* maq-timeline-remarks.c */
void maq_timeline_remarks_init     (MaqTimeline    *self);
/** maq_timeline_show_remarks: shows the remarks of what is shown */
void maq_timeline_show_remarks     (MaqTimeline    *self);
/** maq_timeline_update_remarks: those that are in view */
void maq_timeline_update_remarks   (MaqTimeline    *self);
/** maq_timeline_place_remarks: puts their signs where they are just now */
void maq_timeline_place_remarks    (MaqTimeline    *self);

/* maq-timeline-drag-loop.c */
/** maq_timeline_is_on_loop_end: whether a place in the ruler is an end of what is repeated */
gboolean maq_timeline_is_on_loop_end (MaqTimeline *self,
                                      double       view_x);

/* maq-timeline-view.c */
void maq_timeline_view_class_init  (GtkWidgetClass *widget_class);

/* maq-timeline-heads.c */

/** MAQ_HEAD_GAP: between the heads of the layers and the grid, in pixels */
#define MAQ_HEAD_GAP 6
/** MAQ_HEAD_WIDTH_MAX: more than that no one may ask for, in pixels */
#define MAQ_HEAD_WIDTH_MAX 600

/** maq_timeline_get_wanted_head_width: in pixels, for the timeline as wide as it is */
int  maq_timeline_get_wanted_head_width (MaqTimeline *self);
/** maq_timeline_set_head_width: in pixels; 0: as the window allows */
void maq_timeline_set_head_width   (MaqTimeline    *self,
                                    int             width_px);
void maq_timeline_place_head_edge  (MaqTimeline    *self,
                                    int             view_width,
                                    int             view_height);
/** maq_timeline_cancel_head_edge: they are as wide as before again; %FALSE if none holds the edge */
gboolean maq_timeline_cancel_head_edge (MaqTimeline *self);
void maq_timeline_heads_class_init (GtkWidgetClass *widget_class);
void maq_timeline_heads_init       (MaqTimeline    *self);
void maq_timeline_view_init        (MaqTimeline    *self);
/** maq_timeline_let_go: the user has looked elsewhere */
void maq_timeline_let_go           (MaqTimeline    *self);
/** maq_timeline_show_overview: shows the song that is shown in the overview, too */
void maq_timeline_show_overview    (MaqTimeline    *self);
/** maq_timeline_show_view: shows in the overview what is in view */
void maq_timeline_show_view        (MaqTimeline    *self);
/** maq_timeline_scroll_to: shows a content box, scrolling as little as need be */
void maq_timeline_scroll_to        (MaqTimeline    *self,
                                    MaqBox          box);
/** maq_timeline_zoom_about: changes the zoom, the bar under @view_x stays there */
void maq_timeline_zoom_about       (MaqTimeline    *self,
                                    double          px_per_bar,
                                    double          view_x);

/* maq-timeline.c */
/** maq_timeline_show: shows what the editor shows, laid out anew */
void maq_timeline_show             (MaqTimeline    *self);
/** maq_timeline_get_view_width: of the grid, without the heads */
int  maq_timeline_get_view_width   (MaqTimeline    *self);
int  maq_timeline_get_view_height  (MaqTimeline    *self);
/** maq_timeline_get_position_bar: where the playhead is, in bars with fraction */
double maq_timeline_get_position_bar (MaqTimeline  *self);
/** maq_timeline_place_playhead: alone: nothing else is laid out or painted again */
void maq_timeline_place_playhead   (MaqTimeline    *self);
/** maq_timeline_update_children: has widgets for everything that is in view */
void maq_timeline_update_children  (MaqTimeline    *self);
/**
 * maq_timeline_queue_view:
 *
 * The view has been scrolled or zoomed. Widgets come and go now, and not when they are laid
 * out: they would ask for the next layout in the midst of this one.
 */
void maq_timeline_queue_view       (MaqTimeline    *self);
/** maq_timeline_get_grid_x: view x where the grid begins: right of the heads, or left of them */
int  maq_timeline_get_grid_x       (MaqTimeline    *self);
/** maq_timeline_find_widget: (nullable): cell or head of these ids, if it is there just now */
GtkWidget *maq_timeline_find_widget (MaqTimeline   *self,
                                    MaqId           section,
                                    MaqId           layer);
/** maq_timeline_show_popover: (transfer floating): @popover points at a box of the view */
void maq_timeline_show_popover     (MaqTimeline    *self,
                                    GtkWidget      *popover,
                                    GdkRectangle    at);

G_END_DECLS
