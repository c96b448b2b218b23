/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-arc-lane.h"
#include "maq-tension.h"
#include "maq-widget-pool.h"

G_BEGIN_DECLS

/** MAQ_ARC_LANE_PAD: above the height 10 and below the height 0, so that no point is cut */
#define MAQ_ARC_LANE_PAD 9

/** MaqArcLine: what the pixels of the line of a curve depend on */
typedef struct
{
  double  px_per_bar;
  int     height;
  int     scale;
  guint   generation;
  GdkRGBA color;
} MaqArcLine;

struct _MaqArcLane
{
  GtkWidget                 parent_instance;

  const MaqPalette         *palette;
  const MaqTimelineMetrics *metrics;
  MaqEditor                *editor;
  MaqWidgetPool            *handles;      /* by the index of the point, from 1 */
  MaqWidgetPool            *signs;        /* by the index of the turn, from 1 */
  GHashTable               *measures;     /* id of a section → MaqMeasure */
  MaqTension               *tension;      /* of what is shown, or was before; NULL before any */
  gboolean                  is_finding_tension;   /* a worker is at it */
  gboolean                  is_tension_old;       /* what it looks at was edited meanwhile */
  MaqFollow                *proposed;     /* or NULL */
  MaqCurve                 *curve;        /* what is meant, in bars; NULL for nothing */
  MaqArcKind                kind;
  char                     *name;
  char                     *turns;        /* in words */
  guint                     generation;   /* of what the points say */
  GHashTable               *tiles;        /* number from the left → MaqRaster, of the line */
  MaqArcLine                line;         /* that was drawn last, and that the tiles are of */
  int                       view_width;

  MaqArcPoint              *held;         /* that is dragged, as it was at the start */
  MaqProject               *root;         /* the document's, when that was taken hold of */
  MaqMove                  *move;         /* that was previewed last, or NULL */
  gboolean                  is_moving;
  double                    start_x;
  double                    start_y;
  GtkGesture               *drag;
  GtkWidget                *popover;      /* in which a height is typed, or NULL */
  guint                     typed;        /* index of the point whose height that is */
};

/* maq-arc-lane.c */
/** maq_arc_lane_get_arc: (transfer none) (nullable): the arc that is shown, if it is there */
MaqArc       *maq_arc_lane_get_arc     (MaqArcLane     *self);
/** maq_arc_lane_get_measure: (transfer none) (nullable): of a section of what is shown */
MaqMeasure   *maq_arc_lane_get_measure (MaqArcLane     *self,
                                        guint           section);
/** maq_arc_lane_get_heard: what is measured in a bar of a section; %FALSE if nothing is yet */
gboolean      maq_arc_lane_get_heard   (MaqArcLane     *self,
                                        guint           section,
                                        int             bar,
                                        double         *value);
guint         maq_arc_lane_count_points (MaqArcLane    *self);
/** maq_arc_lane_focus_point: gives the keyboard to a point, or to the lane if it is not there */
void          maq_arc_lane_focus_point (MaqArcLane     *self,
                                        guint           index);
/** maq_arc_lane_leave: the keyboard goes on to what is above (-1) or below (1) */
void          maq_arc_lane_leave       (MaqArcLane     *self,
                                        int             direction);
/** maq_arc_lane_show_tension: tension has been found: its turns are shown and spoken */
void          maq_arc_lane_show_tension (MaqArcLane    *self);
/** maq_arc_lane_reveal: scrolls to a bar of the song */
void          maq_arc_lane_reveal      (MaqArcLane     *self,
                                        int             bar);
/** maq_arc_lane_value_to_y: where a height of 0 to 10 is drawn */
double        maq_arc_lane_value_to_y  (MaqArcLane     *self,
                                        double          value);

/* maq-arc-lane-draw.c */
void          maq_arc_lane_draw        (MaqArcLane     *self,
                                        GtkSnapshot    *snapshot);

/* maq-arc-lane-hands.c */
void          maq_arc_lane_hands_init  (MaqArcLane     *self);

/* maq-arc-lane-tension.c */
/**
 * maq_arc_lane_find_tension:
 *
 * Finds the tension of what is shown in a worker, as the whole song is looked at, then
 * calls maq_arc_lane_show_tension(). Sections that are not measured yet count by their levels.
 */
void          maq_arc_lane_find_tension (MaqArcLane    *self);

/* maq-arc-lane-turns.c */
void          maq_arc_lane_turns_init  (MaqArcLane     *self);
/** maq_arc_lane_count_turns: those of what is shown; 0 where the arc has none */
guint         maq_arc_lane_count_turns (MaqArcLane     *self);
/** maq_arc_lane_bind_turns: those in view get their signs, and the one with the keyboard */
void          maq_arc_lane_bind_turns  (MaqArcLane     *self);
void          maq_arc_lane_place_turns (MaqArcLane     *self);
void          maq_arc_lane_redraw_turns (MaqArcLane    *self);
/**
 * maq_arc_lane_step_turn:
 * @bar: where to look from, in bars from the start of the song, if no turn has the keyboard
 * @direction: 1 for the next turn, -1 for the one before
 *
 * Gives the keyboard to another turn, if there is one.
 */
void          maq_arc_lane_step_turn   (MaqArcLane     *self,
                                        double          bar,
                                        int             direction);
/** maq_arc_lane_press_turn: selects the section of the turn there; %FALSE if none is there */
gboolean      maq_arc_lane_press_turn  (MaqArcLane     *self,
                                        double          x,
                                        double          y);
/** maq_arc_lane_turn_key: a key for the turn that has the keyboard; %FALSE if it is not for it */
gboolean      maq_arc_lane_turn_key    (MaqArcLane     *self,
                                        guint           key);

/* maq-arc-lane-words.c */
/** maq_arc_lane_dup_point_label: "Energy, Chorus 1, bar 25: meant 8.0, measured 8.8" */
char         *maq_arc_lane_dup_point_label (MaqArcLane *self,
                                        guint           index) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_arc_lane_dup_section_text:
 * @bar: in the section, from 0, which is told of first; below 0 for none
 *
 * Returns: (transfer full): what is meant and measured there, and what makes it
 */
char         *maq_arc_lane_dup_section_text (MaqArcLane *self,
                                        guint           section,
                                        int             bar) G_GNUC_WARN_UNUSED_RESULT;

/** maq_arc_lane_dup_turn_label: "Chorus 1, bar 25: Resolution: what was prepared arrives" */
char         *maq_arc_lane_dup_turn_label (MaqArcLane  *self,
                                        guint           index) G_GNUC_WARN_UNUSED_RESULT;
/** maq_arc_lane_dup_turns: "Bar 25: Anticipation: it builds up", a line for each turn of the song */
char         *maq_arc_lane_dup_turns   (MaqArcLane     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
