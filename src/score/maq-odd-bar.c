/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-odd-bar.h"

struct _MaqOddBar
{
  int      bar;
  MaqMeter meter;
};

MaqOddBar *
maq_odd_bar_new (int      bar,
                 MaqMeter meter)
{
  MaqOddBar *self = g_atomic_rc_box_new (MaqOddBar);

  self->bar = bar;
  self->meter = meter;

  return self;
}

MaqOddBar *
maq_odd_bar_ref (MaqOddBar *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
maq_odd_bar_unref (MaqOddBar *self)
{
  g_atomic_rc_box_release (self);
}

int
maq_odd_bar_get_bar (MaqOddBar *self)
{
  return self->bar;
}

MaqMeter
maq_odd_bar_get_meter (MaqOddBar *self)
{
  return self->meter;
}

gboolean
maq_odd_bar_equal (MaqOddBar *self,
                   MaqOddBar *other)
{
  return self->bar == other->bar && maq_meter_equal (self->meter, other->meter);
}
