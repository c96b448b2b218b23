/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-hand-private.h"

#include "maq-dice-private.h"

int
maq_hand_velocity (const MaqHand *self,
                   const MaqHit  *hit)
{
  static const int of_strength[] = { 0, 2, 3, 5 };
  int base = 90;

  if (hit->sign == 'X' || hit->sign == 'D')
    base = 108;
  else if (hit->sign == 'o' || hit->sign == 'd' || hit->sign == 'u')
    base = 66;
  base += hit->line->loud + of_strength[hit->strength];
  return (int) (base * (0.77 + 0.023 * self->part->level) + 0.5);
}

MaqTick
maq_hand_gated (const MaqHit *hit,
                MaqTick       start_ticks,
                MaqTick       end_ticks)
{
  return start_ticks + MAX ((end_ticks - start_ticks) * hit->line->gate / 100, 30);
}

static double
throw_for (MaqHand *self,
           MaqTick  start_ticks)
{
  if (self->thrown_ticks != start_ticks)
    self->thrown = maq_dice_bell (self->seed, (guint64) start_ticks * 128);
  self->thrown_ticks = start_ticks;
  return self->thrown;
}

void
maq_hand_add (MaqHand            *self,
              const MaqStyleLine *line,
              MaqTick             start_ticks,
              MaqTick             end_ticks,
              int                 key,
              int                 velocity,
              int                 lag_us)
{
  guint64 salt = (guint64) start_ticks * 128 + (guint64) key;
  MaqNote note;

  if (start_ticks < self->from_ticks || start_ticks >= self->to_ticks
      || key < self->instrument->low_key || key > self->instrument->high_key)
    return;
  end_ticks = MIN (end_ticks, self->to_ticks);
  /* where the section begins, everybody is on the grid */
  if (start_ticks != 0)
    lag_us += (line != NULL ? line->late_ms * 1000 : 0)
              + (int) (throw_for (self, start_ticks) * self->looseness_us);
  velocity = (int) (velocity * (1.0 + 0.03 * maq_dice_bell (self->seed ^ 1, salt)) + 0.5);
  note.start_ticks = (gint32) start_ticks;
  note.length_ticks = (gint32) MAX (end_ticks - start_ticks, 1);
  note.lag_us = (gint16) CLAMP (lag_us, -32000, 32000);
  note.key = (guint8) key;
  note.velocity = (guint8) CLAMP (velocity, 1, 127);
  g_array_append_val (self->notes, note);
}

guint
maq_hand_chord (const MaqHand *self,
                const MaqHit  *hit)
{
  const MaqScene *scene = self->scene;
  MaqMeter meter;
  MaqTick beat;

  if (hit->line->ahead_halves == 0)
    return maq_scene_chord_at (scene, hit->start_ticks);
  meter = scene->meters[maq_scene_bar_at (scene, hit->start_ticks)];
  beat = maq_meter_beat_ticks (meter);
  /* bars of half notes are played by the quarter */
  if (meter.unit < 4)
    beat = MAQ_TICKS_PER_QUARTER;
  return maq_scene_chord_ahead (scene, hit->start_ticks, hit->line->ahead_halves * beat / 2);
}

static int
semitones_or (int semitones,
              int otherwise)
{
  return semitones >= 0 ? semitones : otherwise;
}

/* An added tone, if key and chord leave room for it. */
static int
colour (const MaqHand       *self,
        const MaqSceneChord *chord,
        int                  semitones,
        int                  otherwise)
{
  guint tone = (guint) (chord->root + semitones) % 12;
  guint below = (tone + 11) % 12;
  guint above = (tone + 1) % 12;

  if (chord->tones >> tone & 1)
    return semitones;
  if ((maq_scene_scale (self->scene, chord) >> tone & 1) && !(chord->tones >> below & 1)
      && !(chord->tones >> above & 1))
    return semitones;
  return otherwise;
}

int
maq_hand_degree (const MaqHand       *self,
                 const MaqSceneChord *chord,
                 char                 sign)
{
  int fifth = semitones_or (chord->fifth, 0);
  int third = semitones_or (chord->third, fifth);

  switch (sign)
    {
    case '2':
      return colour (self, chord, 2, third);
    case '3':
      return third;
    case '4':
    case '5':
      return fifth;
    case '6':
      return colour (self, chord, 9, fifth);
    case '7':
      return semitones_or (chord->seventh, 12);
    case '8':
      return 12;
    case '9':
      return colour (self, chord, 2, third) + 12;
    case '0':
      return third + 12;
    default:
      return 0;
    }
}

void
maq_hand_cut (GArray  *hits,
              MaqTick  ticks)
{
  guint kept = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      MaqHit hit = g_array_index (hits, MaqHit, i);

      if (hit.start_ticks >= ticks)
        continue;
      hit.end_ticks = (gint32) MIN (hit.end_ticks, ticks);
      hit.sound_end_ticks = (gint32) MIN (hit.sound_end_ticks, ticks);
      g_array_index (hits, MaqHit, kept++) = hit;
    }
  g_array_set_size (hits, kept);
}
