/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-arc.h"
#include "maq-curve.h"
#include "maq-form.h"

G_BEGIN_DECLS

/**
 * MaqArcShape:
 * @MAQ_ARC_SHAPE_CLIMB: rises steadily to the end
 * @MAQ_ARC_SHAPE_TWO_PEAKS: a peak, a valley, and a higher peak before the end
 * @MAQ_ARC_SHAPE_LATE_BLOOM: stays low for long and opens late
 * @MAQ_ARC_SHAPE_ARCH: highest in the middle
 * @MAQ_ARC_SHAPE_DROP: falls low where two thirds are over, and is at its highest right after
 *
 * Ways in which a song may rise and let go.
 */
typedef enum
{
  MAQ_ARC_SHAPE_CLIMB,
  MAQ_ARC_SHAPE_TWO_PEAKS,
  MAQ_ARC_SHAPE_LATE_BLOOM,
  MAQ_ARC_SHAPE_ARCH,
  MAQ_ARC_SHAPE_DROP,
  MAQ_N_ARC_SHAPES
} MaqArcShape;

/** maq_arc_shape_get_label: (transfer none): its name, translated */
const char *maq_arc_shape_get_label (MaqArcShape  self);
/** maq_arc_shape_get_value: how high it is, 0.0 to 10.0, at @position, 0.0 the start to 1.0 the end */
double      maq_arc_shape_get_value (MaqArcShape  self,
                                     double       position);
/**
 * maq_arc_shape_apply:
 * @fields: of the arc, whose points are ignored
 *
 * Lays a shape over a form: a point where each section begins, at the height of the
 * shape in its middle, so that sections stand out as levels; the last holds to the end.
 *
 * Returns: (transfer full): the arc with these points
 */
MaqArc     *maq_arc_shape_apply     (MaqArcShape         self,
                                     const MaqArcFields *fields,
                                     MaqForm            *form) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_arc_dup_curve:
 *
 * Returns: (transfer full) (nullable): the arc over a form, in bars from its start; %NULL
 *   if it has no point
 */
MaqCurve   *maq_arc_dup_curve       (MaqArc      *self,
                                     MaqForm     *form) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_arc_dup_curve_of:
 * @form: of @arrangement
 *
 * Returns: (transfer full) (nullable): what is meant of a kind, as maq_arc_dup_curve(); %NULL
 *   if no such arc is drawn
 */
MaqCurve   *maq_arc_dup_curve_of    (MaqArrangement *arrangement,
                                     MaqArcKind      kind,
                                     MaqForm        *form) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_arc_get_mean:
 * @curve: an arc over a form
 * @place: a section of that form
 *
 * How high an arc is in a section, 0.0 to 10.0: the mean of what it is in the middle of
 * each bar.
 */
double      maq_arc_get_mean        (MaqCurve             *curve,
                                     const MaqFormSection *place);

G_END_DECLS
