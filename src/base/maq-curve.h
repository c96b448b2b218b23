/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-rt.h"

G_BEGIN_DECLS

/**
 * MaqCurvePoint:
 * @x: where, finite
 * @y: how much, finite
 * @is_smooth: whether the way to the next point is curved instead of straight
 */
typedef struct
{
  double   x;
  double   y;
  gboolean is_smooth;
} MaqCurvePoint;

/**
 * MaqCurve:
 *
 * An immutable line through points.
 *
 * It never leaves the range between two neighbouring points; before the first
 * and after the last point it is level. Two points at the same place make a
 * jump, and the later one holds there.
 */
typedef struct _MaqCurve MaqCurve;

/**
 * maq_curve_new:
 * @points: (array length=n_points): one or more, each @x no less than that before
 *
 * Returns: (transfer full): the curve
 */
MaqCurve            *maq_curve_new          (const MaqCurvePoint *points,
                                             guint                n_points) G_GNUC_WARN_UNUSED_RESULT;
MaqCurve            *maq_curve_ref          (MaqCurve            *self);
void                 maq_curve_unref        (MaqCurve            *self);
gboolean             maq_curve_equal        (MaqCurve            *self,
                                             MaqCurve            *other);

guint                maq_curve_get_n_points (MaqCurve            *self);
/** maq_curve_get_point: (transfer none): the point at @index, which must be below the number */
const MaqCurvePoint *maq_curve_get_point    (MaqCurve            *self,
                                             guint                index);
/** maq_curve_evaluate: the curve's height at @x */
double               maq_curve_evaluate     (MaqCurve            *self,
                                             double               x) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqCurve, maq_curve_unref)

G_END_DECLS
