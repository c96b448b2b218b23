/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"
#include "maq-follow.h"
#include "maq-measure.h"
#include "maq-palette.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

#define MAQ_TYPE_ARC_LANE (maq_arc_lane_get_type ())

/**
 * MaqArcLane:
 *
 * What is meant and what is heard, over the song: an arc as a line with points that
 * are drawn by hand, and under that of energy what was measured as an area, with the
 * difference shaded. CSS node: arclane. Accessible role: LIST, of the arc's points.
 *
 * Signals:
 *
 * - `reveal (int)`: a bar from the start of the song is to be scrolled into view
 * - `leave (int)`: the keyboard goes on to what is above (-1) or below (1)
 */
G_DECLARE_FINAL_TYPE (MaqArcLane, maq_arc_lane, MAQ, ARC_LANE, GtkWidget)

GtkWidget  *maq_arc_lane_new          (const MaqPalette         *palette,
                                       const MaqTimelineMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;
void        maq_arc_lane_show         (MaqArcLane               *self,
                                       MaqEditor                *editor);
/** maq_arc_lane_update: shows what is visible; call it when the metrics or the view changed */
void        maq_arc_lane_update       (MaqArcLane               *self,
                                       int                       view_width);
void        maq_arc_lane_restyle      (MaqArcLane               *self);
/** maq_arc_lane_set_arc: (nullable) @name: of an arc of the kind %MAQ_ARC_OTHER */
void        maq_arc_lane_set_arc      (MaqArcLane               *self,
                                       MaqArcKind                kind,
                                       const char               *name);
MaqArcKind  maq_arc_lane_get_kind     (MaqArcLane               *self);
/** maq_arc_lane_get_name: (nullable): of an arc of the kind %MAQ_ARC_OTHER */
const char *maq_arc_lane_get_name     (MaqArcLane               *self);
/**
 * maq_arc_lane_set_measures:
 * @measures: (element-type MaqMeasure): of the spans of @performance in their order, %NULL
 *   for those that stay as they are
 */
void        maq_arc_lane_set_measures (MaqArcLane               *self,
                                       MaqPerformance           *performance,
                                       GPtrArray                *measures);
/** maq_arc_lane_set_proposed: (nullable): what energy would come to, drawn dashed */
void        maq_arc_lane_set_proposed (MaqArcLane               *self,
                                       MaqFollow                *follow);
/** maq_arc_lane_cancel_drag: shows again what was before a drag; %FALSE if there was none */
gboolean    maq_arc_lane_cancel_drag  (MaqArcLane               *self);
/** maq_arc_lane_is_active: whether the keyboard is in it */
gboolean    maq_arc_lane_is_active    (MaqArcLane               *self);
/** maq_arc_lane_focus: gives the keyboard to the first point of a section or after it, or to itself */
void        maq_arc_lane_focus        (MaqArcLane               *self,
                                       MaqId                     section);

G_END_DECLS
