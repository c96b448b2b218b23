/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc.h"

struct _MaqArcPoint
{
  MaqId    section;
  double   bar;
  double   value;
  gboolean is_smooth;
};

const MaqVecClass maq_arc_point_vec_class = {
  (gpointer (*) (gpointer)) maq_arc_point_ref,
  (void (*) (gpointer)) maq_arc_point_unref,
  (gboolean (*) (gpointer, gpointer)) maq_arc_point_equal,
};

MaqArcPoint *
maq_arc_point_new (MaqId    section,
                   double   bar,
                   double   value,
                   gboolean is_smooth)
{
  MaqArcPoint *self = g_atomic_rc_box_new (MaqArcPoint);

  self->section = section;
  self->bar = bar;
  self->value = value;
  self->is_smooth = is_smooth;

  return self;
}

MaqArcPoint *
maq_arc_point_ref (MaqArcPoint *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
maq_arc_point_unref (MaqArcPoint *self)
{
  g_atomic_rc_box_release (self);
}

MaqId
maq_arc_point_get_section (MaqArcPoint *self)
{
  return self->section;
}

double
maq_arc_point_get_bar (MaqArcPoint *self)
{
  return self->bar;
}

double
maq_arc_point_get_value (MaqArcPoint *self)
{
  return self->value;
}

gboolean
maq_arc_point_is_smooth (MaqArcPoint *self)
{
  return self->is_smooth;
}

gboolean
maq_arc_point_equal (MaqArcPoint *self,
                     MaqArcPoint *other)
{
  return self->section == other->section &&
         self->bar == other->bar &&
         self->value == other->value &&
         self->is_smooth == other->is_smooth;
}
