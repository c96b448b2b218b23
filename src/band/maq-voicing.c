/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-voicing-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "maq-hash.h"

#define MAX_TONES 4

/* The tones that say what a chord is, most telling first. */
static guint
telling_tones (const MaqSceneChord *chord,
               guint8              *tones)
{
  guint candidates[12];
  guint n_candidates = 0;
  guint mask = 0;
  guint n = 0;

  if (chord->third >= 0)
    candidates[n_candidates++] = (guint) (chord->root + chord->third) % 12;
  if (chord->seventh >= 0)
    candidates[n_candidates++] = (guint) (chord->root + chord->seventh) % 12;
  for (guint i = 1; i < 12; i++)
    {
      guint tone = (guint) (chord->root + (int) i) % 12;

      if ((chord->tones >> tone & 1) && (int) i != chord->third && (int) i != chord->seventh
          && (int) i != chord->fifth)
        candidates[n_candidates++] = tone;
    }
  candidates[n_candidates++] = (guint) chord->root;
  if (chord->fifth >= 0)
    candidates[n_candidates++] = (guint) (chord->root + chord->fifth) % 12;
  for (guint i = 0; i < n_candidates && n < MAX_TONES; i++)
    if ((chord->tones >> candidates[i] & 1) && !(mask >> candidates[i] & 1))
      {
        mask |= 1u << candidates[i];
        tones[n++] = (guint8) candidates[i];
      }
  return n;
}

static int
compare_keys (const void *a,
              const void *b)
{
  return *(const guint8 *) a - *(const guint8 *) b;
}

/* A close position from @bottom up; triads get their lowest note again on top. */
static MaqVoicing
stack (guint    bottom,
       guint    tones,
       gboolean is_open)
{
  MaqVoicing self = { 0 };

  for (guint key = bottom; self.n < 4 && key < 120; key++)
    if (tones >> key % 12 & 1)
      self.keys[self.n++] = (guint8) key;
  if (is_open && self.n == 4 && self.keys[2] >= 12)
    {
      /* an octave down, the third of the four is the lowest */
      const guint8 lowest = (guint8) (self.keys[2] - 12);

      memmove (self.keys + 1, self.keys, 2 * sizeof *self.keys);
      self.keys[0] = lowest;
    }
  return self;
}

static double
cost_of (const MaqVoicing      *self,
         const MaqVoicingRange *range,
         const MaqVoicing      *before)
{
  double cost = 0.0;
  double mean = 0.0;

  for (guint i = 0; i < self->n; i++)
    {
      if (self->keys[i] < range->low_key || self->keys[i] > range->high_key)
        return 1000.0;
      mean += (double) self->keys[i] / self->n;
      if (i > 0 && self->keys[i] - self->keys[i - 1] == 1)
        cost += 4.0;
      if (i > 0 && self->keys[i] == self->keys[i - 1])
        cost += 8.0;
      if (before != NULL && i < before->n)
        cost += abs (self->keys[i] - before->keys[i]);
    }
  if (self->n >= 3 && self->keys[self->n - 1] - self->keys[0] > 19)
    cost += 3.0;
  return cost + (before != NULL ? 0.35 : 1.0) * 2.0 * fabs (mean - range->centre_key);
}

static void
rank_keys (MaqVoicing   *self,
           const guint8 *tones,
           guint         n_tones)
{
  guint seen = 0;
  guint next = n_tones;

  for (guint i = 0; i < n_tones; i++)
    for (guint j = self->n; j-- > 0;)
      if (self->keys[j] % 12 == tones[i] && !(seen >> j & 1) && !(seen >> (16 + i) & 1))
        {
          self->ranks[j] = (guint8) i;
          seen |= 1u << j | 1u << (16 + i);
        }
  for (guint j = 0; j < self->n; j++)
    if (!(seen >> j & 1))
      self->ranks[j] = (guint8) next++;
}

static MaqVoicing
fit (const MaqSceneChord   *chord,
     const MaqVoicingRange *range,
     const MaqVoicing      *before)
{
  guint8 tones[MAX_TONES];
  MaqVoicing best = { 0 };
  double least = G_MAXDOUBLE;
  guint n_tones;
  guint mask = 0;

  if (chord->is_none)
    return best;
  if (before != NULL && before->n == 0)
    before = NULL;
  n_tones = telling_tones (chord, tones);
  for (guint i = 0; i < n_tones; i++)
    mask |= 1u << tones[i];
  for (guint bottom = range->low_key; bottom <= range->high_key; bottom++)
    if (mask >> bottom % 12 & 1)
      {
        MaqVoicing voicing = stack (bottom, mask, range->is_open);
        double cost = cost_of (&voicing, range, before);

        if (cost < least)
          {
            least = cost;
            best = voicing;
          }
      }
  rank_keys (&best, tones, n_tones);
  return best;
}

#define N_STRINGS 6

/* What a grip costs for each fret, each string left out, and each fret up the neck */
#define FRET_COST     0.15
#define MISSING_COST  1.2
#define POSITION_COST 0.5

static const guint8 open_keys[N_STRINGS] = { 40, 45, 50, 55, 59, 64 };

typedef struct
{
  const MaqSceneChord *chord;
  const MaqVoicing    *before;
  guint                needed;      /* pitch classes that must be there */
  int                  low_fret;    /* of the hand */
  gint8                frets[N_STRINGS];   /* -1: not played */
  gint8                best[N_STRINGS];
  double               least;
} Search;

/* Fingers that a grip takes; an index finger may lie over all strings from its fret up. */
static guint
count_fingers (const Search *self)
{
  guint n = 0;
  gboolean has_open = FALSE;
  guint on_low = 0;

  for (guint i = 0; i < N_STRINGS; i++)
    {
      n += self->frets[i] > 0;
      has_open |= self->frets[i] == 0;
      on_low += self->frets[i] == self->low_fret && self->frets[i] > 0;
    }
  return !has_open && on_low > 1 ? n - on_low + 1 : n;
}

static double
cost_of_grip (const Search *self)
{
  guint have = 0;
  guint n = 0;
  guint doubled_thirds = 0;
  int first = -1;
  double cost = 0.0;
  double top = 0.0;
  guint fingers = count_fingers (self);

  for (guint i = 0; i < N_STRINGS; i++)
    if (self->frets[i] >= 0)
      {
        guint key = open_keys[i] + (guint) self->frets[i];

        first = first < 0 ? (int) key : first;
        have |= 1u << key % 12;
        doubled_thirds += self->chord->third >= 0
                          && key % 12 == (guint) (self->chord->root + self->chord->third) % 12;
        cost += self->frets[i] * FRET_COST;
        top = key;
        n++;
      }
  if (n < 4 || fingers > 4 || (self->needed & ~have) != 0)
    return 1000.0;
  if (first % 12 != self->chord->bass)
    cost += first % 12 == self->chord->root ? 2.0 : 5.0;
  cost += (doubled_thirds > 1 ? 1.0 : 0.0) + (N_STRINGS - n) * MISSING_COST
          + self->low_fret * POSITION_COST;
  cost += fabs (top - 66.0) * 0.1;
  if (self->before != NULL && self->before->n > 0)
    cost += fabs (top - self->before->keys[self->before->n - 1]) * 0.15;
  return cost;
}

/* Tries a string with each fret under the hand and in the chord; @cost so far can only grow. */
static void
try_string (Search *self,
            guint   string,
            double  cost)
{
  if (cost >= self->least)
    return;
  if (string == N_STRINGS)
    {
      double whole = cost_of_grip (self);

      if (whole < self->least)
        {
          self->least = whole;
          memcpy (self->best, self->frets, sizeof self->best);
        }
      return;
    }
  for (int fret = 0; fret <= self->low_fret + 3; fret++)
    {
      if (fret > 0 && fret < self->low_fret)
        continue;
      if (fret == 0 && self->low_fret > 4)
        continue;
      if (self->chord->tones >> (open_keys[string] + (guint) fret) % 12 & 1)
        {
          self->frets[string] = (gint8) fret;
          try_string (self, string + 1, cost + fret * FRET_COST);
        }
    }
  /* only low strings are left out: a strum goes through to the top */
  if (string < 2 && (string == 0 || self->frets[string - 1] < 0))
    {
      self->frets[string] = -1;
      try_string (self, string + 1, cost + MISSING_COST);
    }
}

static guint
needed_tones (const MaqSceneChord *chord)
{
  guint8 tones[MAX_TONES];
  guint n = telling_tones (chord, tones);
  guint mask = 0;

  for (guint i = 0; i < n; i++)
    if (tones[i] != (chord->root + chord->fifth) % 12 || n < 4)
      mask |= 1u << tones[i];
  return mask;
}

static MaqVoicing
finger (const MaqSceneChord *chord,
        const MaqVoicing    *before)
{
  static const MaqVoicingRange fallback = { 45, 76, 57, TRUE };
  guint8 tones[MAX_TONES];
  MaqVoicing self = { 0 };
  Search search = { .chord = chord, .before = before, .least = 1000.0 };

  if (chord->is_none)
    return self;
  search.needed = needed_tones (chord);
  for (search.low_fret = 1; search.low_fret <= 9; search.low_fret++)
    try_string (&search, 0, search.low_fret * POSITION_COST);
  if (search.least >= 1000.0)
    return fit (chord, &fallback, before);
  for (guint i = 0; i < N_STRINGS; i++)
    if (search.best[i] >= 0)
      self.keys[self.n++] = (guint8) (open_keys[i] + search.best[i]);
  rank_keys (&self, tones, telling_tones (chord, tones));
  return self;
}

/*
 * Songs go from the same chords to the same chords again and again. What was found lately
 * is kept, for each thread its own; it makes no difference but time.
 */
#define N_KNOWN 512

typedef struct
{
  guint16 tones;
  gint8   root;
  gint8   bass;
  gint8   third;
  gint8   fifth;
  gint8   seventh;
  guint8  n_before;
  guint8  before[MAQ_VOICING_MAX];
  guint8  low_key;            /* of the range; 0 on a guitar */
  guint8  high_key;
  guint8  centre_key;
  guint8  is_open;
} Question;

typedef struct
{
  gboolean   is_known;
  Question   question;
  MaqVoicing answer;
} Known;

static GPrivate known_of_thread = G_PRIVATE_INIT (g_free);

static Known *
find_known (const Question *question)
{
  Known *known = g_private_get (&known_of_thread);
  guint64 hash = maq_hash_bytes (MAQ_HASH_START, question, sizeof *question);

  if (known == NULL)
    {
      known = g_new0 (Known, N_KNOWN);
      g_private_set (&known_of_thread, known);
    }
  return &known[maq_hash_mix (hash) % N_KNOWN];
}

static MaqVoicing
ask (const MaqSceneChord   *chord,
     const MaqVoicingRange *range,
     const MaqVoicing      *before)
{
  Question question = { 0 };
  Known *known;

  question.tones = chord->tones;
  question.root = chord->root;
  question.bass = chord->bass;
  question.third = chord->third;
  question.fifth = chord->fifth;
  question.seventh = chord->seventh;
  question.n_before = before != NULL ? before->n : 0;
  if (before != NULL)
    memcpy (question.before, before->keys, sizeof question.before);
  if (range != NULL)
    {
      question.low_key = range->low_key;
      question.high_key = range->high_key;
      question.centre_key = range->centre_key;
      question.is_open = range->is_open;
    }
  known = find_known (&question);
  if (!known->is_known || memcmp (&known->question, &question, sizeof question) != 0)
    *known = (Known) { TRUE, question,
                       range != NULL ? fit (chord, range, before) : finger (chord, before) };
  return known->answer;
}

MaqVoicing
maq_voicing_fit (const MaqSceneChord   *chord,
                 const MaqVoicingRange *range,
                 const MaqVoicing      *before)
{
  return ask (chord, range, before);
}

MaqVoicing
maq_voicing_finger (const MaqSceneChord *chord,
                    const MaqVoicing    *before)
{
  return ask (chord, NULL, before);
}

MaqVoicing
maq_voicing_thinned (const MaqVoicing *self,
                     guint             n)
{
  MaqVoicing thinned = { 0 };

  if (n >= self->n)
    return *self;
  for (guint i = 0; i < self->n; i++)
    {
      guint better = 0;

      for (guint j = 0; j < self->n; j++)
        better += self->ranks[j] < self->ranks[i];
      if (better < n)
        {
          thinned.ranks[thinned.n] = self->ranks[i];
          thinned.keys[thinned.n++] = self->keys[i];
        }
    }
  return thinned;
}

MaqVoicing
maq_voicing_moved (const MaqVoicing *self,
                   int               octaves,
                   guint8            low_key,
                   guint8            high_key)
{
  MaqVoicing moved = *self;

  for (guint i = 0; i < moved.n; i++)
    {
      int key = moved.keys[i] + 12 * octaves;

      while (key > high_key)
        key -= 12;
      while (key < low_key)
        key += 12;
      moved.keys[i] = (guint8) key;
    }
  qsort (moved.keys, moved.n, sizeof *moved.keys, compare_keys);
  return moved;
}
