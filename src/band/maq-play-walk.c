/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "maq-bass-private.h"
#include "maq-dice-private.h"

/*
 * A walking bass. Over each chord the steps between its root and the next one
 * are found together, as the cheapest way through the keys: small intervals,
 * chord tones on strong beats and where steps are slow, scale notes only on the
 * way to a neighbour, and a step or half step into the root that comes.
 */

#define MAX_STEPS   32
#define LOWEST_KEY  28
#define HIGHEST_KEY 50
#define N_KEYS      (HIGHEST_KEY - LOWEST_KEY + 1)
#define FORBIDDEN   1e6

#define SALT_WALK 9001

typedef struct
{
  const MaqBass       *bass;
  const MaqSceneChord *chord;
  guint                scale;
  int                  root;
  int                  next_root;     /* 0: none */
  guint                n;
  const MaqHit        *steps[MAX_STEPS];
  int                  fixed[MAX_STEPS];    /* the key of what other lines play; 0 to be found */
  double               cost[MAX_STEPS][N_KEYS];
  guint8               from[MAX_STEPS][N_KEYS];
} Walk;

static gboolean
is_tone (const Walk *self,
         int         key)
{
  return self->chord->tones >> key % 12 & 1 || key % 12 == self->chord->bass;
}

/* What it costs to stand on a key at a step. */
static double
cost_of_key (const Walk *self,
             guint       step,
             int         key)
{
  const MaqHit *hit = self->steps[step];
  gboolean is_last = step + 1 == self->n;
  double cost = 0.9 * maq_dice_unit (self->bass->hand->seed + SALT_WALK,
                                     (guint64) hit->start_ticks * 128 + (guint64) key);

  if (self->fixed[step] > 0)
    return key == self->fixed[step] ? 0.0 : FORBIDDEN;
  if (hit->start_ticks == self->chord->start_ticks)
    return key == self->root ? 0.0 : FORBIDDEN;
  if (is_tone (self, key))
    cost += key % 12 == self->root % 12 ? 0.8 : 0.0;
  else if (hit->strength >= 2 || self->bass->hand->scene->feel == MAQ_FEEL_HALF)
    return FORBIDDEN;
  else if (self->scale >> key % 12 & 1)
    cost += 0.5;
  else if (is_last && self->next_root > 0 && abs (key - self->next_root) == 1)
    cost += 0.4;
  else
    return FORBIDDEN;
  return cost + abs (key - (self->root + 5)) * 0.12;
}

static double
cost_of_move (const Walk *self,
              int         from,
              int         to)
{
  static const double of_interval[] = { 5.0, 0.1, 0.0, 0.5, 0.6, 1.0, 3.0, 1.2, 3.0, 3.0, 3.5,
                                        4.0, 2.0 };
  int interval = abs (to - from);

  if (!is_tone (self, from) && (interval == 0 || interval > 2))
    return FORBIDDEN;
  return interval < (int) G_N_ELEMENTS (of_interval) ? of_interval[interval] : 6.0;
}

static double
cost_of_arrival (const Walk *self,
                 int         from)
{
  int interval = abs (self->next_root - from);

  if (self->next_root == 0)
    return is_tone (self, from) ? 0.0 : FORBIDDEN;
  if (!is_tone (self, from) && (interval == 0 || interval > 2))
    return FORBIDDEN;
  if (interval == 0)
    return 4.0;
  if (interval > 7)
    return 2.0 * interval;
  return interval <= 2 ? 0.0 : interval == 5 || interval == 7 ? 1.4 : 2.6;
}

static void
take_step (Walk  *self,
           guint  step)
{
  for (int to = 0; to < N_KEYS; to++)
    {
      double own = cost_of_key (self, step, LOWEST_KEY + to);
      double least = step == 0 ? 0.0 : FORBIDDEN;

      self->from[step][to] = 0;
      for (int from = 0; step > 0 && own < FORBIDDEN && from < N_KEYS; from++)
        {
          double cost = self->cost[step - 1][from];

          if (cost >= least)
            continue;
          cost += cost_of_move (self, LOWEST_KEY + from, LOWEST_KEY + to);
          if (cost < least)
            {
              least = cost;
              self->from[step][to] = (guint8) from;
            }
        }
      self->cost[step][to] = MIN (least + own, FORBIDDEN);
    }
}

static void
find_way (Walk *self)
{
  double least = FORBIDDEN;
  guint best = 0;

  for (guint step = 0; step < self->n; step++)
    take_step (self, step);
  for (guint key = 0; key < N_KEYS; key++)
    {
      double cost = self->cost[self->n - 1][key]
                    + cost_of_arrival (self, LOWEST_KEY + (int) key);

      if (cost < least)
        {
          least = cost;
          best = key;
        }
    }
  if (least >= FORBIDDEN)
    return;
  for (guint step = self->n; step-- > 0;)
    {
      if (self->fixed[step] == 0)
        self->bass->walk[self->steps[step] - self->bass->first_hit] = (guint8) (LOWEST_KEY + best);
      best = self->from[step][best];
    }
}

/* Whether the line ends where the next chord begins, so that it can lead there. */
static gboolean
reaches (const Walk *self,
         MaqTick     ticks)
{
  const MaqHit *last = self->steps[self->n - 1];

  return last->end_ticks >= ticks && ticks <= self->bass->hand->to_ticks;
}

/* Takes the steps over a chord and what is played between them; whether there is any to find. */
static gboolean
collect_steps (Walk  *self,
               guint  index)
{
  MaqTick end = self->chord->start_ticks + self->chord->length_ticks;
  gboolean walks = FALSE;

  for (guint i = 0; i < self->bass->hand->hits->len && self->n < MAX_STEPS; i++)
    {
      const MaqHit *hit = &self->bass->first_hit[i];
      gboolean is_step = hit->line->play == MAQ_PLAY_WALK;

      if (hit->start_ticks < self->chord->start_ticks || hit->start_ticks >= end
          || (self->n > 0 && self->steps[self->n - 1]->start_ticks == hit->start_ticks))
        continue;
      self->fixed[self->n] = is_step ? 0 : maq_bass_key (self->bass, hit, index);
      self->steps[self->n++] = hit;
      walks |= is_step;
    }
  return walks;
}

static void
walk_over (MaqBass *bass,
           guint    index)
{
  const MaqScene *scene = bass->hand->scene;
  const MaqSceneChord *chord = &scene->chords[index];
  MaqTick end = chord->start_ticks + chord->length_ticks;
  g_autofree Walk *walk = g_new (Walk, 1);

  walk->bass = bass;
  walk->chord = chord;
  walk->scale = maq_scene_scale (scene, chord);
  walk->root = bass->roots[index];
  walk->n = 0;
  if (!collect_steps (walk, index))
    return;
  walk->next_root = reaches (walk, end) ? bass->roots[index + 1] : 0;
  find_way (walk);
}

void
maq_bass_walk (MaqBass *self)
{
  gboolean walks = FALSE;

  for (guint i = 0; i < self->hand->hits->len; i++)
    walks |= self->first_hit[i].line->play == MAQ_PLAY_WALK;
  for (guint i = 0; walks && i < self->hand->scene->n_chords; i++)
    if (!self->hand->scene->chords[i].is_none)
      walk_over (self, i);
}
