/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-private.h"

#include <math.h>
#include <string.h>

/* A proposal has to bring the song nearer by so much. */
#define LEAST_GAIN 0.05

/* What a change has to bring as measured: half of what is expected of it when it is chosen. */
#define LEAST_WORTH (MAQ_FOLLOW_WORTH / 2)

/* Each round has to be so much better than the one before, or it is the last one. */
#define LEAST_PROGRESS 0.03

/* What makes steps worse than they were costs more than anything saves. */
#define WORSE_COST 10.0
#define LEAST_DIFFERENCE 1e-6
#define MAX_PASSES 8

void
maq_follow_work_prepare (MaqFollowWork *self)
{
  guint n = self->search.n_sections + 1;

  self->figures = g_new0 (MaqFigures, n);
  self->energies = g_new0 (double, n);
  self->first = g_new0 (double, n);
  self->choice = g_new0 (guint, n);
  self->guessed = g_new0 (double, n);
}

void
maq_follow_work_clear (MaqFollowWork *self)
{
  g_clear_pointer (&self->search.model, maq_follow_model_free);
  maq_follow_search_clear (&self->search);
  for (guint i = 0; i < self->n_rounds; i++)
    {
      g_free (self->rounds[i].parts);
      g_free (self->rounds[i].energies);
      g_free (self->rounds[i].costs);
    }
  g_free (self->figures);
  g_free (self->energies);
  g_free (self->first);
  g_free (self->choice);
  g_free (self->guessed);
}

static void
copy_parts (MaqFollowWork       *self,
            guint                section,
            MaqFollowPart       *to,
            const MaqFollowPart *from)
{
  gsize first = (gsize) section * self->search.n_layers;

  memcpy (to + first, from + first, self->search.n_layers * sizeof *to);
}

static void
note_round (MaqFollowWork *self)
{
  MaqFollowSearch *search = &self->search;
  gsize n_parts = (gsize) search->n_sections * search->n_layers;
  MaqFollowRound *round = &self->rounds[self->n_rounds++];

  round->parts = g_memdup2 (search->parts, (n_parts + 1) * sizeof *search->parts);
  round->energies = g_memdup2 (self->energies, (search->n_sections + 1) * sizeof (double));
  round->costs = g_new0 (double, search->n_sections + 1);
  for (guint i = 0; i < search->n_sections; i++)
    round->costs[i] = maq_follow_try_section_cost (search, i);
}

/* Measures what is proposed, and sets the model right. */
static gboolean
look_at (MaqFollowWork  *self,
         MaqProject     *root,
         GError        **error)
{
  MaqFollowSearch *search = &self->search;

  if (!self->measure (root, self->figures, self->user_data, self->cancellable, error))
    return FALSE;
  for (guint i = 0; i < search->n_sections; i++)
    {
      self->energies[i] = search->energies[i] = self->figures[i].energy;
      maq_follow_model_correct (search->model, i, search->parts + i * search->n_layers,
                                &self->figures[i]);
    }
  return TRUE;
}

static gboolean
is_met (MaqFollowWork *self)
{
  for (guint i = 0; i < self->search.n_sections; i++)
    if (self->search.chosen[i]
        && fabs (self->energies[i] - self->search.meant[i]) > MAQ_FOLLOW_MET)
      return FALSE;
  return TRUE;
}

static gboolean
same_parts (MaqFollowSearch     *search,
            const MaqFollowPart *parts)
{
  for (gsize i = 0; i < (gsize) search->n_sections * search->n_layers; i++)
    if (!maq_follow_part_equal (parts[i], search->parts[i]))
      return FALSE;
  return TRUE;
}

/* Nothing is heard in two sections but by following: a section and those that follow it go
 * together. */
static void
choose_family (MaqFollowWork *self,
               guint          section,
               guint          round)
{
  const MaqFollowSearch *search = &self->search;

  self->choice[section] = round;
  for (guint i = search->n_before[section]; i < search->n_before[section + 1]; i++)
    self->choice[search->followers[i]] = round;
}

/* What would be heard of each section. */
static void
guess (MaqFollowWork *self)
{
  for (guint i = 0; i < self->search.n_sections; i++)
    self->guessed[i] = self->rounds[self->choice[i]].energies[i];
}

/* How far off the steps may be on the mean: no further than before, unless that is next to
 * nothing. */
static double
get_most_error (const MaqFollowWork *self)
{
  return MAX (maq_follow_steps_error (&self->search, self->first), MAQ_FOLLOW_STEPS_MET);
}

/* How much worse the steps are than before. */
static double
judge_steps (const MaqFollowWork *self)
{
  const MaqFollowSearch *search = &self->search;
  double worse = maq_follow_steps_error (search, self->guessed) - get_most_error (self);

  return maq_follow_steps_lack (search, self->guessed) + MAX (worse, 0.0);
}

/* How far what is chosen is from what is meant, and what it costs. */
static double
judge (MaqFollowWork *self)
{
  const MaqFollowSearch *search = &self->search;
  double total;

  guess (self);
  total = maq_follow_steps_cost (search, self->guessed) + WORSE_COST * judge_steps (self);
  for (guint i = 0; i < search->n_sections; i++)
    if (search->chosen[i])
      total += maq_follow_try_error (search, i, self->guessed[i])
               + LEAST_WORTH * self->rounds[self->choice[i]].costs[i];
  return total;
}

/* One section with its followers after the other takes what is best for all, if that is better. */
static gboolean
choose_families (MaqFollowWork *self,
                 double        *total)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->search.n_sections; i++)
    {
      guint before = self->choice[i];

      if (self->search.followed[i] >= 0)
        continue;
      for (guint round = 0; round < self->n_rounds; round++)
        {
          double other;

          choose_family (self, i, round);
          other = judge (self);
          if (other < *total - LEAST_DIFFERENCE)
            {
              *total = other;
              before = round;
              any = TRUE;
            }
        }
      choose_family (self, i, before);
    }
  return any;
}

/* Of all that was measured the best for each section, beginning with the best for all. */
static void
choose (MaqFollowWork *self)
{
  double best = INFINITY;
  guint best_round = 0;

  for (guint round = 0; round < self->n_rounds; round++)
    {
      double total;

      for (guint i = 0; i < self->search.n_sections; i++)
        self->choice[i] = round;
      total = judge (self);
      if (total < best - LEAST_DIFFERENCE)
        {
          best = total;
          best_round = round;
        }
    }
  for (guint i = 0; i < self->search.n_sections; i++)
    self->choice[i] = best_round;
  for (guint pass = 0; pass < MAX_PASSES && choose_families (self, &best); pass++)
    ;
}

static guint
count_plays (const MaqFollowWork *self,
             guint                layer)
{
  const MaqFollowSearch *search = &self->search;
  guint n = 0;

  for (guint i = 0; i < search->n_sections; i++)
    n += self->rounds[self->choice[i]].parts[i * search->n_layers + layer].level > 0;
  return n;
}

/* What is best for each section may be too much for a player: some stay as they were. */
static void
keep_voices (MaqFollowWork *self)
{
  const MaqFollowSearch *search = &self->search;

  for (guint layer = 0; layer < search->n_layers; layer++)
    for (guint i = 0; i < search->n_sections; i++)
      {
        if (2 * count_plays (self, layer) >= search->n_played[layer])
          break;
        if (search->followed[i] < 0)
          choose_family (self, i, 0);
      }
}

/* What is left of how much worse the steps are, if a section takes what was measured in a round. */
static double
judge_swap (MaqFollowWork *self,
            guint          section,
            guint          round)
{
  guint before = self->choice[section];
  double left;

  choose_family (self, section, round);
  guess (self);
  left = judge_steps (self);
  choose_family (self, section, before);
  return left;
}

/* Changes or takes back what makes steps worse than they were: what the least is left of first. */
static gboolean
mend_steps (MaqFollowWork *self)
{
  double now;
  double least = INFINITY;
  guint best = G_MAXUINT;
  guint best_round = 0;

  guess (self);
  now = judge_steps (self);
  for (guint i = 0; now > 0.0 && i < self->search.n_sections; i++)
    for (guint round = 0; round < self->n_rounds; round++)
      {
        double left;

        if (self->search.followed[i] >= 0 || self->choice[i] == 0 || self->choice[i] == round)
          continue;
        left = judge_swap (self, i, round);
        /* what is taken back stays so, and all else has to be better: it comes to an end */
        if (left >= least || (round > 0 && left >= now))
          continue;
        least = left;
        best = i;
        best_round = round;
      }
  if (best != G_MAXUINT)
    choose_family (self, best, best_round);
  return best != G_MAXUINT;
}

static void
keep_steps (MaqFollowWork *self)
{
  while (mend_steps (self))
    ;
}

/* Puts together what is chosen, and measures that unless it was the latest. */
static gboolean
put_together (MaqFollowWork  *self,
              GError        **error)
{
  MaqFollowSearch *search = &self->search;
  gsize n_parts = (gsize) search->n_sections * search->n_layers;
  g_autofree MaqFollowPart *latest
    = g_memdup2 (search->parts, (n_parts + 1) * sizeof *search->parts);
  g_autoptr (MaqProject) root = NULL;

  for (guint i = 0; i < search->n_sections; i++)
    copy_parts (self, i, search->parts, self->rounds[self->choice[i]].parts);
  if (same_parts (search, latest))
    return TRUE;
  root = maq_follow_moves_apply (search, error);
  return root != NULL && look_at (self, root, error);
}

/* The steps are measured, too: a song that is nearer and flatter follows nothing. */
static gboolean
is_better (const MaqFollowWork *self)
{
  const MaqFollowSearch *search = &self->search;

  return maq_follow_search_distance (search, self->energies)
           < maq_follow_search_distance (search, self->first) - LEAST_GAIN
         && maq_follow_steps_error (search, self->energies) <= get_most_error (self)
         && maq_follow_steps_lack (search, self->energies) <= 0.0;
}

/* What is measured of all that is chosen is what counts for the sections from now on. */
static void
learn_choice (MaqFollowWork *self)
{
  for (guint i = 0; i < self->search.n_sections; i++)
    self->rounds[self->choice[i]].energies[i] = self->energies[i];
}

static gboolean
conclude (MaqFollowWork  *self,
          GError        **error)
{
  MaqFollowSearch *search = &self->search;
  gsize n_parts = (gsize) search->n_sections * search->n_layers;

  choose (self);
  for (guint trial = 0; trial < MAQ_FOLLOW_TRIES; trial++)
    {
      keep_voices (self);
      keep_steps (self);
      if (!put_together (self, error))
        return FALSE;
      if (is_better (self))
        return TRUE;
      learn_choice (self);
    }
  memcpy (self->energies, self->first, search->n_sections * sizeof (double));
  memcpy (search->parts, search->before, n_parts * sizeof *search->parts);
  return TRUE;
}

/* How good what was measured last is as a whole. */
static double
judge_latest (MaqFollowWork *self)
{
  for (guint i = 0; i < self->search.n_sections; i++)
    self->choice[i] = self->n_rounds - 1;
  return judge (self);
}

gboolean
maq_follow_work_run (MaqFollowWork  *self,
                     GError        **error)
{
  MaqFollowSearch *search = &self->search;
  double best;

  if (!look_at (self, search->root, error))
    return FALSE;
  memcpy (self->first, self->energies, search->n_sections * sizeof (double));
  maq_follow_steps_learn (search, self->first);
  note_round (self);
  best = judge_latest (self);
  for (guint round = 0; round < MAQ_FOLLOW_ROUNDS && !is_met (self); round++)
    {
      g_autoptr (MaqProject) root = NULL;

      maq_follow_search_run (search, self->cancellable);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (same_parts (search, self->rounds[round].parts))
        break;
      root = maq_follow_moves_apply (search, error);
      if (root == NULL || !look_at (self, root, error))
        return FALSE;
      note_round (self);
      /* what each round takes is the most of the time: the last ones bring little */
      if (round > 0 && judge_latest (self) > best * (1.0 - LEAST_PROGRESS))
        break;
      best = MIN (best, judge_latest (self));
    }
  return conclude (self, error);
}
