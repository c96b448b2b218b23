/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-curve.h"

#include <math.h>

struct _MaqCurve
{
  guint         n_points;
  MaqCurvePoint points[];
};

MaqCurve *
maq_curve_new (const MaqCurvePoint *points,
               guint                n_points)
{
  MaqCurve *self;

  g_return_val_if_fail (points != NULL && n_points > 0, NULL);
  for (guint i = 0; i < n_points; i++)
    {
      g_return_val_if_fail (isfinite (points[i].x) && isfinite (points[i].y), NULL);
      g_return_val_if_fail (i == 0 || points[i - 1].x <= points[i].x, NULL);
    }

  self = g_atomic_rc_box_alloc (sizeof (MaqCurve) + n_points * sizeof (MaqCurvePoint));
  self->n_points = n_points;
  for (guint i = 0; i < n_points; i++)
    self->points[i] = points[i];
  return self;
}

MaqCurve *
maq_curve_ref (MaqCurve *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
maq_curve_unref (MaqCurve *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

gboolean
maq_curve_equal (MaqCurve *self,
                 MaqCurve *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->n_points != other->n_points)
    return FALSE;
  for (guint i = 0; i < self->n_points; i++)
    {
      const MaqCurvePoint *a = &self->points[i];
      const MaqCurvePoint *b = &other->points[i];

      if (a->x != b->x || a->y != b->y || !a->is_smooth != !b->is_smooth)
        return FALSE;
    }
  return TRUE;
}

guint
maq_curve_get_n_points (MaqCurve *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_points;
}

const MaqCurvePoint *
maq_curve_get_point (MaqCurve *self,
                     guint     index)
{
  g_return_val_if_fail (self != NULL && index < self->n_points, NULL);

  return &self->points[index];
}

/* The slope from point @index to the next; 0 at both ends and at jumps. */
static double
slope (const MaqCurve *self,
       gint64          index)
{
  const MaqCurvePoint *from;
  const MaqCurvePoint *to;

  if (index < 0 || index + 1 >= self->n_points)
    return 0.0;
  from = &self->points[index];
  to = from + 1;
  return to->x > from->x ? (to->y - from->y) / (to->x - from->x) : 0.0;
}

/* The direction in which a smooth curve passes a point: the harmonic mean of
 * the slopes on both sides, level at a turn. With it a cubic between two
 * points never overshoots (Fritsch and Butland, 1984). */
static double
tangent (const MaqCurve *self,
         gint64          index)
{
  double before = slope (self, index - 1);
  double after = slope (self, index);

  return before * after > 0.0 ? 2.0 * before * after / (before + after) : 0.0;
}

/* The last point at or before @x, which lies within the curve. */
static guint
find_point (const MaqCurve *self,
            double          x)
{
  guint low = 0;
  guint high = self->n_points - 1;

  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (self->points[middle].x <= x)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

double
maq_curve_evaluate (MaqCurve *self,
                    double    x)
{
  const MaqCurvePoint *from;
  const MaqCurvePoint *to;
  double width, t, rise, start, end;
  guint index;

  if (!(x >= self->points[0].x))
    return self->points[0].y;
  index = find_point (self, x);
  from = &self->points[index];
  if (index + 1 == self->n_points)
    return from->y;

  to = from + 1;
  width = to->x - from->x;
  t = (x - from->x) / width;
  rise = to->y - from->y;
  if (!from->is_smooth)
    return from->y + t * rise;

  /* A cubic from 0 to 1 with these tangents, scaled to the rise. */
  start = width * tangent (self, index);
  end = width * tangent (self, (gint64) index + 1);
  return from->y + t * (start + t * (3.0 * rise - 2.0 * start - end
                                     + t * (start + end - 2.0 * rise)));
}
