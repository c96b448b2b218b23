/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a listener follows is not how high the energy is but where it rises and lets go: a
 * song whose sections are all as high as they are meant, give or take, and as high as each
 * other, follows nothing.
 */

#include "maq-follow-private.h"

#include <math.h>

/* What a step costs that is too small by 1.0, or too large; the sections themselves cost, too. */
#define SMALL_COST 0.35
#define LARGE_COST 0.1
/* and what it costs that one is smaller by 1.0 than it may be: more than anything saves */
#define LACK_COST 4.0

/* Less than this is no step. */
#define LEAST_STEP (MAQ_FOLLOW_MET / 2)

/* So much smaller than meant, or than before, is as good; it is measured again in the end. */
#define SLACK (MAQ_FOLLOW_MET * 2 / 3)

static MaqSectionKind
get_kind (const MaqFollowSearch *self,
          guint                  section)
{
  return maq_section_get_kind (maq_form_get_section (self->form, section)->section);
}

static void
add_step (MaqFollowSearch *self,
          guint            from,
          guint            to)
{
  self->steps[self->n_steps++] = (MaqFollowStep) {
    .from = from,
    .to = to,
    .is_near = to == from + 1,
    .share = MIN (maq_follow_try_share (self, from), maq_follow_try_share (self, to)),
    .meant = self->meant[to] - self->meant[from],
    .least = -INFINITY,
  };
}

static void
list_steps (MaqFollowSearch *self)
{
  int verse = -1;

  self->steps = g_new0 (MaqFollowStep, 2 * self->n_sections + 1);
  for (guint i = 0; i < self->n_sections; i++)
    {
      MaqSectionKind kind = get_kind (self, i);

      if (i > 0)
        add_step (self, i - 1, i);
      if (kind == MAQ_SECTION_CHORUS && verse >= 0 && verse + 1 < (int) i)
        add_step (self, (guint) verse, i);
      if (kind == MAQ_SECTION_VERSE || kind == MAQ_SECTION_CHORUS)
        verse = kind == MAQ_SECTION_VERSE ? (int) i : -1;
    }
}

void
maq_follow_steps_init (MaqFollowSearch *self)
{
  g_autofree guint *n_found = g_new0 (guint, self->n_sections + 1);

  list_steps (self);
  self->n_touched = g_new0 (guint, self->n_sections + 2);
  self->touched = g_new0 (guint, 2 * self->n_steps + 1);
  for (guint i = 0; i < self->n_steps; i++)
    {
      self->n_touched[self->steps[i].from + 1]++;
      self->n_touched[self->steps[i].to + 1]++;
    }
  for (guint i = 0; i < self->n_sections; i++)
    self->n_touched[i + 1] += self->n_touched[i];
  for (guint i = 0; i < self->n_steps; i++)
    {
      guint from = self->steps[i].from;
      guint to = self->steps[i].to;

      self->touched[self->n_touched[from] + n_found[from]++] = i;
      self->touched[self->n_touched[to] + n_found[to]++] = i;
    }
}

void
maq_follow_steps_clear (MaqFollowSearch *self)
{
  g_clear_pointer (&self->steps, g_free);
  g_clear_pointer (&self->touched, g_free);
  g_clear_pointer (&self->n_touched, g_free);
}

void
maq_follow_steps_learn (MaqFollowSearch *self,
                        const double    *energies)
{
  for (guint i = 0; i < self->n_steps; i++)
    {
      MaqFollowStep *step = &self->steps[i];
      double direction = step->meant < 0.0 ? -1.0 : 1.0;
      double heard = direction * (energies[step->to] - energies[step->from]);

      if (fabs (step->meant) < LEAST_STEP)
        continue;
      step->least = MIN (heard, fabs (step->meant)) - SLACK;
      if (heard >= 0.0)
        step->least = MAX (step->least, 0.0);
      /* from a verse to the chorus that is not its neighbour only the direction counts */
      if (!step->is_near)
        step->least = MIN (step->least, 0.0);
    }
}

static double
get_lack (const MaqFollowStep *step,
          double               heard)
{
  return MAX (step->least - (step->meant < 0.0 ? -heard : heard), 0.0);
}

static gboolean
is_chosen (const MaqFollowSearch *self,
           const MaqFollowStep   *step)
{
  return self->chosen[step->from] || self->chosen[step->to];
}

double
maq_follow_step_cost (const MaqFollowSearch *self,
                      const MaqFollowStep   *step,
                      double                 heard)
{
  double larger = step->meant < 0.0 ? step->meant - heard : heard - step->meant;
  double cost = LACK_COST * get_lack (step, heard);

  if (step->is_near)
    cost += step->share * (larger < 0.0 || fabs (step->meant) < LEAST_STEP
                             ? SMALL_COST * fabs (larger) : LARGE_COST * larger);
  return cost;
}

double
maq_follow_steps_cost (const MaqFollowSearch *self,
                       const double          *energies)
{
  double sum = 0.0;

  for (guint i = 0; i < self->n_steps; i++)
    sum += maq_follow_step_cost (self, &self->steps[i], energies[self->steps[i].to]
                                                        - energies[self->steps[i].from]);
  return sum;
}

double
maq_follow_steps_error (const MaqFollowSearch *self,
                        const double          *energies)
{
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; i < self->n_steps; i++)
    {
      const MaqFollowStep *step = &self->steps[i];

      if (!step->is_near || !is_chosen (self, step))
        continue;
      sum += fabs (energies[step->to] - energies[step->from] - step->meant);
      n++;
    }
  return n == 0 ? 0.0 : sum / n;
}

double
maq_follow_steps_lack (const MaqFollowSearch *self,
                       const double          *energies)
{
  double sum = 0.0;

  for (guint i = 0; i < self->n_steps; i++)
    if (is_chosen (self, &self->steps[i]))
      sum += MAX (get_lack (&self->steps[i], energies[self->steps[i].to]
                                             - energies[self->steps[i].from])
                    - (MAQ_FOLLOW_MET - SLACK), 0.0);
  return sum;
}
