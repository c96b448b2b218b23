/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc-shape.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

#define MAX_STEPS 8

/* Heights at even steps from start to end, the way between them straight. */
typedef struct
{
  const char *label;
  guint       n;
  double      values[MAX_STEPS];
} Shape;

static const Shape shapes[MAQ_N_ARC_SHAPES] = {
  [MAQ_ARC_SHAPE_CLIMB] = { N_("Steady climb"), 2, { 2.0, 9.5 } },
  [MAQ_ARC_SHAPE_TWO_PEAKS] = { N_("Two peaks"), 7, { 2.5, 4.5, 7.5, 4.0, 5.5, 9.5, 3.5 } },
  [MAQ_ARC_SHAPE_LATE_BLOOM] = { N_("Late bloom"), 7, { 2.0, 2.5, 3.0, 3.5, 5.0, 9.5, 9.0 } },
  [MAQ_ARC_SHAPE_ARCH] = { N_("Arch"), 5, { 2.0, 6.0, 9.0, 6.0, 2.0 } },
  [MAQ_ARC_SHAPE_DROP] = { N_("Drop"), 8, { 3.0, 4.5, 6.0, 7.0, 2.0, 9.5, 9.0, 4.0 } },
};

const char *
maq_arc_shape_get_label (MaqArcShape self)
{
  g_return_val_if_fail ((int) self >= 0 && self < MAQ_N_ARC_SHAPES, "");

  return _(shapes[self].label);
}

double
maq_arc_shape_get_value (MaqArcShape self,
                         double      position)
{
  const Shape *shape;
  double step;
  guint left;

  g_return_val_if_fail ((int) self >= 0 && self < MAQ_N_ARC_SHAPES, 0.0);

  shape = &shapes[self];
  step = CLAMP (position, 0.0, 1.0) * (shape->n - 1);
  left = MIN ((guint) step, shape->n - 2);
  return shape->values[left] + (step - left) * (shape->values[left + 1] - shape->values[left]);
}

MaqArc *
maq_arc_shape_apply (MaqArcShape         self,
                     const MaqArcFields *fields,
                     MaqForm            *form)
{
  MaqArcFields own = *fields;
  g_autoptr (GPtrArray) points
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arc_point_unref);
  g_autoptr (MaqVec) vec = NULL;
  double n_bars = maq_form_get_bars (form);
  guint n_sections = MIN (maq_form_get_n_sections (form), MAQ_LIMIT_ARC_POINTS);

  for (guint i = 0; i < n_sections; i++)
    {
      const MaqFormSection *section = maq_form_get_section (form, i);
      double middle = section->first_bar + section->bars / 2.0;

      g_ptr_array_add (points,
                       maq_arc_point_new (maq_section_get_id (section->section), 0.0,
                                          maq_arc_shape_get_value (self, middle / n_bars),
                                          FALSE));
    }
  vec = maq_vec_new (&maq_arc_point_vec_class, points->pdata, points->len);
  own.points = vec;
  return maq_arc_new (&own);
}

MaqCurve *
maq_arc_dup_curve (MaqArc  *self,
                   MaqForm *form)
{
  MaqVec *points = maq_arc_get_fields (self)->points;
  guint n_points = points == NULL ? 0 : maq_vec_get_length (points);
  g_autofree MaqCurvePoint *places = g_new (MaqCurvePoint, MAX (n_points, 1));
  guint section = 0;
  guint n = 0;

  /* both stand in the order of the sections */
  for (guint i = 0; i < n_points; i++)
    {
      MaqArcPoint *point = maq_vec_get (points, i);
      const MaqFormSection *place = NULL;

      while (section < maq_form_get_n_sections (form))
        {
          place = maq_form_get_section (form, section);
          if (maq_section_get_id (place->section) == maq_arc_point_get_section (point))
            break;
          place = NULL;
          section++;
        }
      if (place == NULL)
        break;
      places[n++] = (MaqCurvePoint) {
        .x = place->first_bar + MIN (maq_arc_point_get_bar (point), place->bars),
        .y = maq_arc_point_get_value (point),
        .is_smooth = maq_arc_point_is_smooth (point),
      };
    }
  return n > 0 ? maq_curve_new (places, n) : NULL;
}

MaqCurve *
maq_arc_dup_curve_of (MaqArrangement *arrangement,
                      MaqArcKind      kind,
                      MaqForm        *form)
{
  MaqVec *arcs = maq_arrangement_get_fields (arrangement)->arcs;

  for (guint i = 0; arcs != NULL && i < maq_vec_get_length (arcs); i++)
    if (maq_arc_get_fields (maq_vec_get (arcs, i))->kind == kind)
      return maq_arc_dup_curve (maq_vec_get (arcs, i), form);
  return NULL;
}

double
maq_arc_get_mean (MaqCurve             *curve,
                  const MaqFormSection *place)
{
  double sum = 0.0;

  for (int bar = 0; bar < place->bars; bar++)
    sum += maq_curve_evaluate (curve, place->first_bar + bar + 0.5);
  return sum / place->bars;
}
