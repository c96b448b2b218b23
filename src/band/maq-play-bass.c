/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "maq-dice-private.h"
#include "maq-hand-private.h"

/*
 * The bass states the lowest note of each chord where the chord begins, keeps
 * its line near the root before, and steps into the next one.
 */

#define LOWEST_ROOT  28
#define HIGHEST_ROOT 43
#define HOME         35

/* Where the bass of each chord lies, each near the one before. */
static guint8 *
place_roots (const MaqScene *scene)
{
  guint8 *roots = g_new0 (guint8, scene->n_chords);
  int before = HOME;

  for (guint i = 0; i < scene->n_chords; i++)
    {
      int best = 0;

      if (scene->chords[i].is_none)
        continue;
      for (int key = LOWEST_ROOT; key <= HIGHEST_ROOT; key++)
        {
          int cost = abs (key - before) + abs (key - HOME) / 2;
          int best_cost = abs (best - before) + abs (best - HOME) / 2;

          if (key % 12 == scene->chords[i].bass && (best == 0 || cost < best_cost))
            best = key;
        }
      roots[i] = (guint8) best;
      before = best;
    }
  return roots;
}

/* The bass note that comes after the chord at @index: its key, or -1. */
static int
next_root (const MaqHand *self,
           const guint8  *roots,
           guint          index)
{
  int here = roots[index];
  int key;

  if (index + 1 < self->scene->n_chords)
    return self->scene->chords[index + 1].is_none ? -1 : roots[index + 1];
  if (self->scene->next.is_none)
    return -1;
  key = here - here % 12 + self->scene->next.bass;
  if (key - here > 6)
    key -= 12;
  else if (here - key > 6)
    key += 12;
  return key < LOWEST_ROOT ? key + 12 : key;
}

/* A step or half step below or above what comes, from the side where the line is. */
static int
approach (const MaqHand *self,
          int            here,
          int            next,
          guint          index)
{
  guint scale = maq_scene_scale (self->scene, &self->scene->chords[index]);
  int side = next > here ? -1 : 1;

  if (next < 0 || next == here)
    return -1;
  if (scale >> (guint) ((next + 2 * side) % 12) & 1 && next + 2 * side != here)
    return next + 2 * side;
  return next + side != here ? next + side : -1;
}

/* Whether a sign begins just there; if none does, where the next one begins. */
static gboolean
begins_anything (const MaqHand *self,
                 MaqTick        ticks,
                 MaqTick       *next_ticks)
{
  guint low = 0;
  guint high = self->hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->hits, MaqHit, middle).start_ticks < ticks)
        low = middle + 1;
      else
        high = middle;
    }
  *next_ticks = low < self->hits->len ? g_array_index (self->hits, MaqHit, low).start_ticks
                                      : self->to_ticks;
  return low < self->hits->len && *next_ticks == ticks;
}

/* Whether a sign is the last of its chord and lasts to its end. */
static gboolean
leads_on (const MaqHand       *self,
          const MaqHit        *hit,
          const MaqSceneChord *chord)
{
  MaqTick end = chord->start_ticks + chord->length_ticks;
  MaqTick next;

  begins_anything (self, hit->start_ticks + 1, &next);
  return hit->end_ticks >= end && next >= MIN (end, self->to_ticks);
}

static int
key_of_hit (const MaqHand *self,
            const MaqHit  *hit,
            const guint8  *roots,
            guint          index)
{
  const MaqSceneChord *chord = &self->scene->chords[index];
  int root = roots[index];
  int key;

  if (hit->start_ticks == chord->start_ticks || hit->sign == '1')
    return root;
  if (hit->sign == '8')
    return root + 12;
  if (hit->sign == 'a')
    {
      key = leads_on (self, hit, chord)
              ? approach (self, root, next_root (self, roots, index), index) : -1;
      return key >= self->instrument->low_key ? key : root;
    }
  key = root - chord->bass + chord->root + maq_hand_degree (self, chord, hit->sign);
  while (key > root + 12)
    key -= 12;
  while (key < self->instrument->low_key)
    key += 12;
  return key;
}

static void
play_hit (MaqHand      *self,
          const MaqHit *hit,
          const guint8 *roots)
{
  guint index = maq_scene_chord_at (self->scene, hit->start_ticks);
  const MaqSceneChord *chord = &self->scene->chords[index];
  MaqTick end = MIN (hit->sound_end_ticks, chord->start_ticks + chord->length_ticks);

  if (chord->is_none)
    return;
  maq_hand_add (self, hit->line, hit->sound_ticks, maq_hand_gated (hit, hit->sound_ticks, end),
                key_of_hit (self, hit, roots, index), maq_hand_velocity (self, hit), 0);
}

/* A change that the pattern does not play on, or another place where the root is wanted. */
static void
play_root (MaqHand      *self,
           guint         index,
           MaqTick       wanted_ticks,
           const guint8 *roots)
{
  static const MaqStyleLine plain = { .gate = 100 };
  const MaqSceneChord *chord = &self->scene->chords[index];
  MaqTick start = MAX (wanted_ticks, self->entry_ticks);
  MaqHit hit = { .line = &plain, .sign = '1', .strength = 1 };
  MaqTick next;

  if (chord->is_none || start >= MIN (chord->start_ticks + chord->length_ticks, self->to_ticks)
      || begins_anything (self, start, &next))
    return;
  maq_hand_add (self, NULL, start, MIN (next, chord->start_ticks + chord->length_ticks),
                roots[index], maq_hand_velocity (self, &hit), 0);
}

static int
compare_starts_cb (gconstpointer a,
                   gconstpointer b)
{
  const MaqNote *left = a;
  const MaqNote *right = b;

  if (left->start_ticks != right->start_ticks)
    return left->start_ticks < right->start_ticks ? -1 : 1;
  return left->key - right->key;
}

/* One note at a time: each ends where the next begins. */
static void
make_single (MaqHand *self)
{
  guint kept = 0;

  g_array_sort (self->notes, compare_starts_cb);
  for (guint i = 0; i < self->notes->len; i++)
    {
      MaqNote note = g_array_index (self->notes, MaqNote, i);
      MaqNote *before = kept > 0 ? &g_array_index (self->notes, MaqNote, kept - 1) : NULL;

      if (before != NULL && before->start_ticks == note.start_ticks)
        continue;
      if (before != NULL)
        before->length_ticks = MIN (before->length_ticks, note.start_ticks - before->start_ticks);
      g_array_index (self->notes, MaqNote, kept++) = note;
    }
  g_array_set_size (self->notes, kept);
}

void
maq_play_bass (MaqHand *self)
{
  g_autofree guint8 *roots = place_roots (self->scene);

  for (guint i = 0; i < self->hits->len; i++)
    play_hit (self, &g_array_index (self->hits, MaqHit, i), roots);
  for (guint i = 0; i < self->scene->n_chords; i++)
    play_root (self, i, self->scene->chords[i].start_ticks, roots);
  if (self->ring_bar >= 0)
    {
      MaqTick ring_ticks = self->scene->bar_starts[self->ring_bar];

      play_root (self, maq_scene_chord_at (self->scene, ring_ticks), ring_ticks, roots);
    }
  make_single (self);
}
