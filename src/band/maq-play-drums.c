/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-dice-private.h"
#include "maq-drums-private.h"
#include "maq-hand-private.h"

#define SALT_CRASH 7001

static void
add_hits (MaqHand *self,
          MaqTick  from_ticks,
          MaqTick  to_ticks)
{
  for (guint i = 0; i < self->hits->len; i++)
    {
      const MaqHit *hit = &g_array_index (self->hits, MaqHit, i);
      MaqTick length = MAX (hit->end_ticks - hit->start_ticks, MAQ_TICKS_PER_QUARTER / 4);

      if (hit->start_ticks >= from_ticks && hit->start_ticks < to_ticks)
        maq_hand_add (self, hit->line, hit->sound_ticks, hit->sound_ticks + length, hit->line->drum,
                      maq_hand_velocity (self, hit), 0);
    }
}

/* The size that suits the step, or the nearest that the style has. */
static guint
fill_kind (const MaqHand  *self,
           MaqPatternKind *kind)
{
  static const MaqPatternKind kinds[][3] = {
    { MAQ_PATTERN_SMALL_FILL, MAQ_PATTERN_MEDIUM_FILL, MAQ_PATTERN_LARGE_FILL },
    { MAQ_PATTERN_MEDIUM_FILL, MAQ_PATTERN_LARGE_FILL, MAQ_PATTERN_SMALL_FILL },
    { MAQ_PATTERN_LARGE_FILL, MAQ_PATTERN_MEDIUM_FILL, MAQ_PATTERN_SMALL_FILL },
  };
  guint size = self->scene->n_bars > 1 ? CLAMP (self->groove.step, 2, 4) - 2 : 0;
  guint n = 0;

  for (guint i = 0; i < 3 && n == 0; i++)
    {
      *kind = kinds[size][i];
      n = maq_style_get_n_patterns (self->groove.style, self->groove.role, *kind);
    }
  return n;
}

/* The fill that leads out of the section, or NULL. */
static const MaqStylePattern *
choose_fill (const MaqHand *self)
{
  MaqPatternKind kind;
  guint n;

  if (self->end_bar < self->scene->n_bars || self->ring_bar >= 0 || self->groove.step < 2
      || self->scene->transition != MAQ_TRANSITION_FILL
      || self->groove.kind == MAQ_PATTERN_BUILD)
    return NULL;
  n = fill_kind (self, &kind);
  return n > 0 ? maq_style_get_pattern (self->groove.style, self->groove.role, kind,
                                        self->scene->fill % n) : NULL;
}

/* What came before asks for a crash, and the more so the more is played. */
static double
crash_chance (const MaqHand *self)
{
  gboolean is_expected = self->scene->came_by == MAQ_TRANSITION_RISER
                         || self->scene->kind == MAQ_SECTION_DROP;

  if (self->part->role != MAQ_ROLE_DRUMS)
    return 0.0;
  if (self->first_bar == 0 && (self->scene->came_by == MAQ_TRANSITION_UNSET
                               || self->scene->came_by == MAQ_TRANSITION_NONE
                               || self->scene->came_by == MAQ_TRANSITION_FADE))
    return 0.0;
  return is_expected && self->groove.step > 1 ? 1.0 : (self->part->level - 2) / 6.0;
}

static void
add_crash (MaqHand *self)
{
  MaqHit hit = { .line = &(MaqStyleLine) { 0 }, .sign = 'X', .strength = 3 };
  int velocity = maq_hand_velocity (self, &hit);
  MaqTick at = self->entry_ticks;

  if (maq_dice_unit (self->seed, SALT_CRASH) >= crash_chance (self))
    return;
  maq_hand_add (self, NULL, at, at + MAQ_TICKS_PER_QUARTER, MAQ_DRUM_CRASH, velocity - 8, 0);
  maq_hand_add (self, NULL, at, at + MAQ_TICKS_PER_QUARTER / 2, MAQ_DRUM_KICK, velocity, 0);
}

void
maq_play_drums (MaqHand *self)
{
  const MaqStylePattern *fill = choose_fill (self);
  guint last_bar = self->end_bar - 1;
  MaqTick fill_ticks = self->to_ticks;

  if (fill != NULL)
    fill_ticks = maq_groove_tail_start (&self->groove, fill, last_bar);
  add_hits (self, self->from_ticks, fill_ticks);
  if (fill != NULL)
    {
      g_array_set_size (self->hits, 0);
      maq_groove_lay_pattern (&self->groove, fill, 0, last_bar, self->hits);
      add_hits (self, fill_ticks, self->to_ticks);
    }
  add_crash (self);
}
