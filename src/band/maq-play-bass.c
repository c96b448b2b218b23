/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "maq-bass-private.h"
#include "maq-order-private.h"

/*
 * The bass states the lowest note of each chord where the chord begins, keeps
 * its line near the root before, and steps into the next one.
 */

#define HOME         35

/* Where the bass of each chord lies, each near the one before; one more for the next section. */
static guint8 *
place_roots (const MaqScene *scene)
{
  guint8 *roots = g_new0 (guint8, scene->n_chords + 1);
  int before = HOME;

  for (guint i = 0; i <= scene->n_chords; i++)
    {
      const MaqSceneChord *chord = maq_scene_chord (scene, i);
      int best = 0;

      if (chord->is_none)
        continue;
      for (int key = MAQ_BASS_LOWEST_ROOT; key <= MAQ_BASS_HIGHEST_ROOT; key++)
        {
          int cost = abs (key - before) + abs (key - HOME) / 2;
          int best_cost = abs (best - before) + abs (best - HOME) / 2;

          if (key % 12 == chord->bass && (best == 0 || cost < best_cost))
            best = key;
        }
      roots[i] = (guint8) best;
      before = best;
    }
  return roots;
}

/* A step or half step below or above what comes, from the side where the line is. */
static int
approach (const MaqBass *self,
          int            here,
          int            next,
          guint          index)
{
  guint scale = maq_scene_scale (self->hand->scene, &self->hand->scene->chords[index]);
  int side = next > here ? -1 : 1;

  if (next == 0 || next == here)
    return -1;
  if (scale >> (guint) ((next + 2 * side) % 12) & 1 && next + 2 * side != here)
    return next + 2 * side;
  return next + side != here ? next + side : -1;
}

/* Whether a sign begins just there; if none does, where the next one begins. */
static gboolean
begins_anything (const MaqHand *hand,
                 MaqTick        ticks,
                 MaqTick       *next_ticks)
{
  guint low = 0;
  guint high = hand->hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (hand->hits, MaqHit, middle).start_ticks < ticks)
        low = middle + 1;
      else
        high = middle;
    }
  *next_ticks = low < hand->hits->len ? g_array_index (hand->hits, MaqHit, low).start_ticks
                                      : hand->to_ticks;
  return low < hand->hits->len && *next_ticks == ticks;
}

/* Whether a sign is the last of its chord and lasts to its end. */
static gboolean
leads_on (const MaqHand       *hand,
          const MaqHit        *hit,
          const MaqSceneChord *chord)
{
  MaqTick end = chord->start_ticks + chord->length_ticks;
  MaqTick next;

  begins_anything (hand, hit->start_ticks + 1, &next);
  return hit->end_ticks >= end && next >= MIN (end, hand->to_ticks);
}

int
maq_bass_key (const MaqBass *self,
              const MaqHit  *hit,
              guint          index)
{
  const MaqHand *hand = self->hand;
  const MaqSceneChord *chord = maq_scene_chord (hand->scene, index);
  int root = self->roots[index];
  int key;

  if (hit->line->play == MAQ_PLAY_WALK && self->walk[hit - self->first_hit] > 0)
    return self->walk[hit - self->first_hit];
  if (hit->start_ticks == chord->start_ticks || strchr ("1Xxo", hit->sign) != NULL)
    return root;
  if (hit->sign == '8')
    return root + 12;
  if (hit->sign == 'a')
    {
      key = index < hand->scene->n_chords && leads_on (hand, hit, chord)
              ? approach (self, root, self->roots[index + 1], index) : -1;
      return key >= hand->instrument->low_key ? key : root;
    }
  key = root - chord->bass + chord->root + maq_hand_degree (hand, chord, hit->sign);
  while (key > root + 12)
    key -= 12;
  while (key < hand->instrument->low_key)
    key += 12;
  return key;
}

static void
play_hit (MaqBass      *self,
          const MaqHit *hit)
{
  MaqHand *hand = self->hand;
  guint index = maq_hand_chord (hand, hit);
  const MaqSceneChord *chord = maq_scene_chord (hand->scene, index);
  MaqTick end = hit->sound_end_ticks;

  if (chord->is_none)
    return;
  if (index < hand->scene->n_chords)
    end = MIN (end, chord->start_ticks + chord->length_ticks);
  /* what came ahead of its chord and sounds on has stated it */
  if (hit->start_ticks < chord->start_ticks && hit->end_ticks > chord->start_ticks)
    self->is_stated[index] = TRUE;
  maq_hand_add (hand, hit->line, hit->sound_ticks, maq_hand_gated (hit, hit->sound_ticks, end),
                maq_bass_key (self, hit, index), maq_hand_velocity (hand, hit), 0);
}

/* Where the line is under way: at the entry, or as soon as a pickup has begun. */
static MaqTick
find_entry (const MaqHand *hand)
{
  MaqTick first;

  begins_anything (hand, hand->from_ticks, &first);
  return MIN (first, hand->entry_ticks);
}

/* A change that the pattern does not play on, or another place where the root is wanted. */
static void
play_root (MaqBass *self,
           guint    index,
           MaqTick  wanted_ticks)
{
  static const MaqStyleLine plain = { .gate = 100 };
  MaqHand *hand = self->hand;
  const MaqSceneChord *chord = &hand->scene->chords[index];
  MaqTick start = wanted_ticks >= find_entry (hand) ? wanted_ticks
                                                    : MAX (wanted_ticks, hand->entry_ticks);
  MaqHit hit = { .line = &plain, .sign = '1', .strength = 1 };
  MaqTick next;

  if (chord->is_none || start >= MIN (chord->start_ticks + chord->length_ticks, hand->to_ticks)
      || begins_anything (hand, start, &next)
      || (self->is_stated[index] && start == chord->start_ticks))
    return;
  maq_hand_add (hand, NULL, start, MIN (next, chord->start_ticks + chord->length_ticks),
                self->roots[index], maq_hand_velocity (hand, &hit), 0);
}

/* One note at a time: each ends where the next begins. */
static void
make_single (MaqHand *hand)
{
  guint kept = 0;

  maq_order_sort_notes (hand->notes, 0);
  for (guint i = 0; i < hand->notes->len; i++)
    {
      MaqNote note = g_array_index (hand->notes, MaqNote, i);
      MaqNote *before = kept > 0 ? &g_array_index (hand->notes, MaqNote, kept - 1) : NULL;

      if (before != NULL && before->start_ticks == note.start_ticks)
        continue;
      if (before != NULL)
        before->length_ticks = MIN (before->length_ticks, note.start_ticks - before->start_ticks);
      g_array_index (hand->notes, MaqNote, kept++) = note;
    }
  g_array_set_size (hand->notes, kept);
}

void
maq_play_bass (MaqHand *hand)
{
  const MaqScene *scene = hand->scene;
  g_autofree guint8 *roots = place_roots (scene);
  g_autofree guint8 *walk = g_new0 (guint8, hand->hits->len + 1);
  g_autofree gboolean *is_stated = g_new0 (gboolean, scene->n_chords + 1);
  MaqBass self = { hand, roots, is_stated, (const MaqHit *) (gpointer) hand->hits->data, walk };

  maq_bass_walk (&self);
  for (guint i = 0; i < hand->hits->len; i++)
    play_hit (&self, &self.first_hit[i]);
  for (guint i = 0; i < scene->n_chords; i++)
    play_root (&self, i, scene->chords[i].start_ticks);
  if (hand->ring_bar >= 0)
    {
      MaqTick ring_ticks = scene->bar_starts[hand->ring_bar];

      play_root (&self, maq_scene_chord_at (scene, ring_ticks), ring_ticks);
    }
  make_single (hand);
}
