/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-change.h"

#include <glib/gi18n-lib.h>

struct _MaqChordChange
{
  int           bar;
  MaqTick       offset_ticks;
  MaqChord     *chord;
  MaqChordMark  mark;
};

static const struct
{
  const char *nick;
  const char *label;
} marks[MAQ_N_CHORD_MARKS] = {
  [MAQ_CHORD_MARK_NONE] = { "", N_("As usual") },
  [MAQ_CHORD_MARK_PUSH] = { "push", N_("Push") },
  [MAQ_CHORD_MARK_HOLD] = { "hold", N_("Hold") },
  [MAQ_CHORD_MARK_STAB] = { "stab", N_("Stab") },
};

const char *
maq_chord_mark_get_nick (MaqChordMark self)
{
  return marks[self].nick;
}

const char *
maq_chord_mark_get_label (MaqChordMark self)
{
  return _(marks[self].label);
}

gboolean
maq_chord_mark_from_nick (const char   *nick,
                          MaqChordMark *mark)
{
  for (guint i = 0; i < MAQ_N_CHORD_MARKS; i++)
    if (g_strcmp0 (marks[i].nick, nick) == 0)
      {
        *mark = i;
        return TRUE;
      }

  return FALSE;
}

static MaqChordChange *
new_marked (int           bar,
            MaqTick       offset_ticks,
            MaqChord     *chord,
            MaqChordMark  mark)
{
  MaqChordChange *self = g_atomic_rc_box_new (MaqChordChange);

  self->bar = bar;
  self->offset_ticks = offset_ticks;
  self->chord = maq_chord_ref (chord);
  self->mark = mark;

  return self;
}

MaqChordChange *
maq_chord_change_new (int       bar,
                      MaqTick   offset_ticks,
                      MaqChord *chord)
{
  return new_marked (bar, offset_ticks, chord, MAQ_CHORD_MARK_NONE);
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

MaqChordMark
maq_chord_change_get_mark (MaqChordChange *self)
{
  return self->mark;
}

MaqChordChange *
maq_chord_change_with_place (MaqChordChange *self,
                             int             bar,
                             MaqTick         offset_ticks)
{
  if (bar == self->bar && offset_ticks == self->offset_ticks)
    return maq_chord_change_ref (self);

  return new_marked (bar, offset_ticks, self->chord, self->mark);
}

MaqChordChange *
maq_chord_change_with_chord (MaqChordChange *self,
                             MaqChord       *chord)
{
  if (maq_chord_equal (chord, self->chord))
    return maq_chord_change_ref (self);

  return new_marked (self->bar, self->offset_ticks, chord, self->mark);
}

MaqChordChange *
maq_chord_change_with_mark (MaqChordChange *self,
                            MaqChordMark    mark)
{
  if (mark == self->mark)
    return maq_chord_change_ref (self);

  return new_marked (self->bar, self->offset_ticks, self->chord, mark);
}

gboolean
maq_chord_change_equal (MaqChordChange *self,
                        MaqChordChange *other)
{
  return self == other ||
         (self->bar == other->bar &&
          self->offset_ticks == other->offset_ticks &&
          self->mark == other->mark &&
          maq_chord_equal (self->chord, other->chord));
}
