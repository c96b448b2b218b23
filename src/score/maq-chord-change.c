/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-change.h"

struct _MaqChordChange
{
  int       bar;
  MaqTick   offset_ticks;
  MaqChord *chord;
};

MaqChordChange *
maq_chord_change_new (int       bar,
                      MaqTick   offset_ticks,
                      MaqChord *chord)
{
  MaqChordChange *self = g_atomic_rc_box_new (MaqChordChange);

  self->bar = bar;
  self->offset_ticks = offset_ticks;
  self->chord = maq_chord_ref (chord);

  return self;
}

MaqChordChange *
maq_chord_change_ref (MaqChordChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqChordChange *self)
{
  maq_chord_unref (self->chord);
}

void
maq_chord_change_unref (MaqChordChange *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

int
maq_chord_change_get_bar (MaqChordChange *self)
{
  return self->bar;
}

MaqTick
maq_chord_change_get_offset_ticks (MaqChordChange *self)
{
  return self->offset_ticks;
}

MaqChord *
maq_chord_change_get_chord (MaqChordChange *self)
{
  return self->chord;
}

gboolean
maq_chord_change_equal (MaqChordChange *self,
                        MaqChordChange *other)
{
  return self == other ||
         (self->bar == other->bar &&
          self->offset_ticks == other->offset_ticks &&
          maq_chord_equal (self->chord, other->chord));
}
