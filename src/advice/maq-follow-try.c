/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "maq-limits.h"

/* What changes cost: levels first, then entries, then who plays. */
#define LEVEL_COST 1.0
#define ENTRY_COST 1.8
#define LAYER_COST 2.6
/* Who leaves could as well have been lowered: that comes first. */
#define LEAVE_COST 1.6
/* Who comes in does so at the start of a section, unless its middle is clearly better. */
#define INSIDE_COST 0.4
/* A small step is better than a large one that does the same: it costs this times its square. */
#define STEP_COST 0.05
/* The tune is what the song is about: it is left alone for as long as others can do it. */
#define VOCAL_FACTOR 2.5
#define VOCAL_STEPS 3
#define AGAIN_COST 0.15

#define LEAST_SHARE 0.6
#define MOST_SHARE 1.5

/* Sections of fewer bars are too short to enter in their middle. */
#define MIN_ENTRY_BARS 8

/* Where the arc rises by so much within a section, who plays may come later; where it falls by
 * that, they may leave earlier; where it does neither, both. */
#define LEVEL_SLOPE 0.5

/* Who comes in may do so for the last bars: a pickup. */
#define PICKUP_BARS 2

static guint
at (const MaqFollowSearch *self,
    guint                  section,
    guint                  layer)
{
  return section * self->n_layers + layer;
}

static int
get_bars (const MaqFollowSearch *self,
          guint                  section)
{
  return maq_form_get_section (self->form, section)->bars;
}

double
maq_follow_try_cost (MaqFollowPart before,
                     MaqFollowPart after)
{
  int steps = after.level - before.level;

  if (maq_follow_part_equal (before, after))
    return 0.0;
  if (before.level == 0)
    return LAYER_COST + (after.entry_bar > 0 ? INSIDE_COST : 0.0);
  if (after.level == 0)
    return LEVEL_COST + STEP_COST * (steps + 1) * (steps + 1) + LEAVE_COST;
  if (before.entry_bar != after.entry_bar || before.exit_bar != after.exit_bar)
    return ENTRY_COST;
  return LEVEL_COST + STEP_COST * steps * steps;
}

/* Longer sections weigh more, but the short ones are heard, too. */
double
maq_follow_try_share (const MaqFollowSearch *self,
                      guint                  section)
{
  double share = (double) get_bars (self, section) * self->n_sections
                 / MAX (maq_form_get_bars (self->form), 1);

  return CLAMP (share, LEAST_SHARE, MOST_SHARE);
}

/* How far a section is from what is meant; less than is met does not count. */
double
maq_follow_try_error (const MaqFollowSearch *self,
                      guint                  section,
                      double                 energy)
{
  return MAX (fabs (energy - self->meant[section]) - MAQ_FOLLOW_MET / 2, 0.0)
         * maq_follow_try_share (self, section);
}

void
maq_follow_try_look_at (MaqFollowSearch *self,
                        guint            section)
{
  self->energies[section] = maq_follow_model_predict (self->model, section,
                                                      self->parts + at (self, section, 0));
  self->errors[section] = maq_follow_try_error (self, section, self->energies[section]);
}

double
maq_follow_try_section_cost (MaqFollowSearch *self,
                             guint            section)
{
  double sum = 0.0;

  for (guint i = 0; i < self->n_layers; i++)
    {
      guint index = at (self, section, i);
      double cost = maq_follow_try_cost (self->before[index], self->parts[index]);

      if (maq_follow_search_is_own_change (self, section, i))
        sum += self->roles[i] == MAQ_ROLE_VOCAL ? VOCAL_FACTOR * cost : cost;
    }
  return sum;
}

gboolean
maq_follow_try_reaches (MaqFollowSearch       *self,
                        const MaqFollowChange *change,
                        guint                  section)
{
  if (section == change->section)
    return TRUE;
  return change->is_family && self->followed[section] == (int) change->section
         && maq_follow_search_goes_along (self, section, change->layer);
}

/* Some parts that one layer might play instead, tried together. */
typedef struct
{
  guint         section;
  guint         layer;
  gboolean      is_family;
  guint         n;
  MaqFollowPart parts[MAQ_FOLLOW_TRIALS];
  double        saved[MAQ_FOLLOW_TRIALS];     /* in error */
  gboolean      refused[MAQ_FOLLOW_TRIALS];   /* they take too much away */
  guint         n_reached;
} Trial;

static MaqFollowChange
get_change (const Trial *trial,
            guint        index)
{
  return (MaqFollowChange) { trial->section, trial->layer, trial->is_family,
                             trial->parts[index] };
}

/* Calls it for the sections that the trial changes, until it says no. */
static gboolean
for_reached (MaqFollowSearch *self,
             Trial           *trial,
             gboolean       (*with_section) (MaqFollowSearch *search,
                                             Trial           *trial,
                                             guint            section))
{
  MaqFollowChange change = get_change (trial, 0);
  guint section = trial->section;

  if (!with_section (self, trial, section))
    return FALSE;
  for (guint i = self->n_before[section]; trial->is_family && i < self->n_before[section + 1]; i++)
    if (maq_follow_try_reaches (self, &change, self->followers[i])
        && !with_section (self, trial, self->followers[i]))
      return FALSE;
  return TRUE;
}

static gboolean
may_reach (MaqFollowSearch *self,
           Trial           *trial,
           guint            section)
{
  trial->n_reached++;
  return self->chosen[section] && !self->fixed[at (self, section, trial->layer)];
}

/* Marks the bars in which somebody else is heard; FALSE if that is all of them. */
static gboolean
hear_others (MaqFollowSearch     *self,
             guint                section,
             guint                layer)
{
  const MaqFollowPart *parts = self->parts + at (self, section, 0);
  int bars = get_bars (self, section);
  int n_left = bars;

  memset (self->heard, 0, (gsize) bars * sizeof *self->heard);
  for (guint i = 0; i < self->n_layers && n_left > 0; i++)
    for (int bar = parts[i].entry_bar; bar < maq_follow_part_get_end (parts[i], bars); bar++)
      {
        if (i == layer || parts[i].level == 0 || self->muted[i])
          break;
        n_left -= !self->heard[bar];
        self->heard[bar] = TRUE;
      }
  return n_left > 0;
}

static gboolean
is_in (MaqFollowPart part,
       int           bar)
{
  return part.level > 0 && bar >= part.entry_bar && (part.exit_bar == 0 || bar < part.exit_bar);
}

/* Whether anybody was heard there who may be changed; all others are heard still. */
static gboolean
was_heard (const MaqFollowSearch *self,
           guint                  section,
           int                    bar)
{
  for (guint i = 0; i < self->n_layers; i++)
    if (!self->muted[i] && is_in (self->before[at (self, section, i)], bar))
      return TRUE;
  return FALSE;
}

/* An arc asks for less, never for a hole: where somebody was heard, somebody stays. */
static void
refuse_holes (MaqFollowSearch *self,
              Trial           *trial,
              guint            section)
{
  int bars = get_bars (self, section);

  if (!hear_others (self, section, trial->layer))
    return;
  for (int bar = 0; bar < bars; bar++)
    {
      if (self->heard[bar] || !was_heard (self, section, bar))
        continue;
      for (guint i = 0; i < trial->n; i++)
        trial->refused[i] |= !is_in (trial->parts[i], bar);
    }
}

/* Whether a part that comes later or leaves earlier suits what is meant there, and still is one. */
static gboolean
suits (MaqFollowSearch *self,
       guint            section,
       guint            layer,
       MaqFollowPart    part)
{
  MaqFollowPart before = self->before[at (self, section, layer)];
  int bars = get_bars (self, section);
  int n_heard = maq_follow_part_get_end (part, bars) - part.entry_bar;

  if (part.level == 0 || (part.entry_bar == before.entry_bar && part.exit_bar == before.exit_bar))
    return TRUE;
  if (part.entry_bar > before.entry_bar && self->slopes[section] < -LEVEL_SLOPE)
    return FALSE;
  if (part.exit_bar != before.exit_bar && self->slopes[section] > LEVEL_SLOPE)
    return FALSE;
  return before.level > 0 ? 2 * n_heard >= bars : n_heard >= 1;
}

/* What a section is heard at if a part is tried, be it that itself or one tried with it. */
static double
get_tried (const MaqFollowSearch *self,
           guint                  section,
           guint                  index)
{
  return self->serials[section] == self->serial
           ? self->tried[section * MAQ_FOLLOW_TRIALS + index] : self->energies[section];
}

/* What the steps to a section and from it save, after those that were tried before it. */
static double
save_steps (const MaqFollowSearch *self,
            guint                  section,
            guint                  index,
            double                 energy)
{
  double saved = 0.0;

  for (guint i = self->n_touched[section]; i < self->n_touched[section + 1]; i++)
    {
      const MaqFollowStep *step = &self->steps[self->touched[i]];
      gboolean is_end = step->to == section;
      double other = get_tried (self, is_end ? step->from : step->to, index);
      double sign = is_end ? 1.0 : -1.0;

      saved += maq_follow_step_cost (self, step, sign * (self->energies[section] - other))
               - maq_follow_step_cost (self, step, sign * (energy - other));
    }
  return saved;
}

static gboolean
try_section (MaqFollowSearch *self,
             Trial           *trial,
             guint            section)
{
  refuse_holes (self, trial, section);
  for (guint i = 0; i < trial->n; i++)
    trial->refused[i] |= !suits (self, section, trial->layer, trial->parts[i]);
  maq_follow_model_leave_out (self->model, section, self->parts + at (self, section, 0),
                              trial->layer);
  for (guint i = 0; i < trial->n; i++)
    if (!trial->refused[i])
      {
        double energy = maq_follow_model_predict_with (self->model, trial->parts[i]);

        trial->saved[i] += self->errors[section] - maq_follow_try_error (self, section, energy)
                           + save_steps (self, section, i, energy);
        self->tried[section * MAQ_FOLLOW_TRIALS + i] = energy;
      }
  self->serials[section] = self->serial;
  return TRUE;
}

/* A player keeps at least half of what they had to play: fewer, and the song has lost a voice. */
static gboolean
loses_voice (const MaqFollowSearch *self,
             const Trial           *trial)
{
  guint index = at (self, trial->section, trial->layer);
  guint n_lost = self->parts[index].level > 0 ? trial->n_reached : 0;

  return 2 * (self->n_plays[trial->layer] - n_lost) < self->n_played[trial->layer];
}

/* A change of what is changed already costs little, one that takes back nothing. */
static double
get_price (MaqFollowSearch *self,
           const Trial     *trial,
           MaqFollowPart    part)
{
  MaqFollowPart before = self->before[at (self, trial->section, trial->layer)];
  MaqFollowPart now = self->parts[at (self, trial->section, trial->layer)];
  double price = maq_follow_try_cost (before, part) - maq_follow_try_cost (before, now);

  /* what leaves those behind that took it over is one more part to remember */
  if (!trial->is_family && maq_follow_search_goes_along (self, trial->section, trial->layer))
    price += AGAIN_COST;
  if (self->roles[trial->layer] == MAQ_ROLE_VOCAL)
    price *= VOCAL_FACTOR;
  return MAX (price, AGAIN_COST);
}

/* How low a part may be played. */
static int
get_lowest (const MaqFollowSearch *self,
            guint                  section,
            guint                  layer)
{
  guint index = at (self, section, layer);
  int level = self->before[index].level;

  if (self->fixed[index])
    return level;
  switch ((int) self->roles[layer])
    {
    case MAQ_ROLE_VOCAL:
      return MAX (level - VOCAL_STEPS, MIN (level, 1));
    case MAQ_ROLE_DRUMS:
    case MAQ_ROLE_BASS:
      return (level + 1) / 2;
    default:
      return MIN (level, 1);
    }
}

/* Whether a layer may leave: all that lowering reaches is tried before. */
static gboolean
may_leave (const MaqFollowSearch *self,
           const Trial           *trial)
{
  guint8 who = self->leaves[trial->section];

  if (self->stays[at (self, trial->section, trial->layer)])
    return FALSE;
  return who == MAQ_FOLLOW_LEAVE_ANYBODY
         || (who == MAQ_FOLLOW_LEAVE_SPARE
             && !self->bound[at (self, trial->section, trial->layer)]);
}

/* Whether a part of a section may be shorter than it was; where what is meant is level, it is
 * lowered before. */
static gboolean
may_be_shorter (const MaqFollowSearch *self,
                guint                  section)
{
  return fabs (self->slopes[section]) > LEVEL_SLOPE
         || self->leaves[section] != MAQ_FOLLOW_LEAVE_NOBODY;
}

static gboolean
is_allowed (MaqFollowSearch *self,
            const Trial     *trial,
            MaqFollowPart    part)
{
  MaqFollowPart before = self->before[at (self, trial->section, trial->layer)];

  if (maq_follow_part_equal (part, self->parts[at (self, trial->section, trial->layer)]))
    return FALSE;
  if (part.level == 0 && before.level > 0 && !may_leave (self, trial))
    return FALSE;
  switch ((int) self->roles[trial->layer])
    {
    case MAQ_ROLE_VOCAL:
      /* whether there is a tune to sing is not for the arc to say */
      return before.level > 0 && part.level > 0 && part.entry_bar == before.entry_bar
             && part.exit_bar == before.exit_bar
             && part.level >= get_lowest (self, trial->section, trial->layer)
             && part.level <= before.level + VOCAL_STEPS;
    case MAQ_ROLE_DRUMS:
    case MAQ_ROLE_BASS:
      /* they carry a section: without them it is another one; it is let go where the arc falls */
      if (part.level < get_lowest (self, trial->section, trial->layer))
        return FALSE;
      if (part.exit_bar != before.exit_bar && self->slopes[trial->section] >= -LEVEL_SLOPE)
        return FALSE;
      break;
    default:
      break;
    }
  return before.level > 0 || part.level <= MAQ_FOLLOW_LOUDEST_ENTRY;
}

static void
add_part (MaqFollowSearch *self,
          Trial           *trial,
          MaqFollowPart    part)
{
  if (is_allowed (self, trial, part))
    trial->parts[trial->n++] = part;
}

/* How many bars belong together in a section of so many: players come and go between them. */
static int
get_phrase_bars (int bars)
{
  int phrase_bars = bars > 8 ? 4 : 2;

  while (bars / phrase_bars > MAQ_FOLLOW_PLACES)
    phrase_bars *= 2;
  return phrase_bars;
}

/* Who has played all of a section keeps half of it at least. */
static void
list_places (MaqFollowSearch *self,
             Trial           *trial,
             MaqFollowPart    before)
{
  int bars = get_bars (self, trial->section);
  int phrase_bars = get_phrase_bars (bars);

  for (int bar = phrase_bars; bar < bars; bar += phrase_bars)
    {
      MaqFollowPart enters = before;
      MaqFollowPart leaves = before;

      enters.entry_bar = leaves.exit_bar = (guint16) bar;
      if (2 * bar <= bars)
        add_part (self, trial, enters);
      if (2 * bar >= bars)
        add_part (self, trial, leaves);
    }
}

/* Who has not played comes in where the second half begins, or for the last bars. */
static void
list_late_entries (MaqFollowSearch *self,
                   Trial           *trial)
{
  int bars = get_bars (self, trial->section);
  int half = bars / 2 / PICKUP_BARS * PICKUP_BARS;

  for (int level = 1; level <= MAQ_FOLLOW_LOUDEST_ENTRY; level++)
    {
      MaqFollowPart part = { (gint8) level, (guint16) half, 0 };

      add_part (self, trial, part);
      part.entry_bar = (guint16) (bars - PICKUP_BARS);
      if (part.entry_bar > half)
        add_part (self, trial, part);
    }
}

static void
list_parts (MaqFollowSearch *self,
            Trial           *trial)
{
  MaqFollowPart before = self->before[at (self, trial->section, trial->layer)];
  int bars = get_bars (self, trial->section);
  MaqFollowPart part = before;

  for (int level = 0; level <= MAQ_LEVEL_MAX; level++)
    {
      part.level = (gint8) level;
      add_part (self, trial, part);
    }
  if (bars < MIN_ENTRY_BARS)
    return;
  /* an entry that somebody has set is meant so */
  if (before.level > 0 && before.entry_bar == 0 && before.exit_bar == 0)
    {
      if (may_be_shorter (self, trial->section))
        list_places (self, trial, before);
    }
  else if (before.level == 0 && self->slopes[trial->section] > LEVEL_SLOPE)
    list_late_entries (self, trial);
}

static void
try_parts (MaqFollowSearch *self,
           Trial           *trial)
{
  for (guint i = 0; i < trial->n; i++)
    trial->refused[i] = trial->parts[i].level == 0 && loses_voice (self, trial);
  self->serial++;
  for_reached (self, trial, try_section);
}

MaqFollowBest
maq_follow_try_part (MaqFollowSearch *self,
                     guint            section,
                     guint            layer)
{
  MaqFollowBest best = { .is_known = TRUE };

  for (gboolean is_family = TRUE; is_family >= FALSE; is_family--)
    {
      Trial trial = { section, layer, is_family };

      if (!for_reached (self, &trial, may_reach) || (is_family && trial.n_reached < 2))
        continue;
      list_parts (self, &trial);
      try_parts (self, &trial);
      for (guint i = 0; i < trial.n; i++)
        {
          double price = get_price (self, &trial, trial.parts[i]);
          float worth = (float) (trial.saved[i] / price);

          if (!trial.refused[i] && worth > best.worth)
            best = (MaqFollowBest) { trial.parts[i], (guint8) is_family, TRUE, worth,
                                     (float) (trial.saved[i] - MAQ_FOLLOW_WORTH * price) };
        }
    }
  return best;
}

void
maq_follow_try_outlook (MaqFollowSearch *self,
                        guint            section,
                        double          *alone,
                        double          *worth)
{
  *alone = *worth = 0.0;
  for (guint layer = 0; layer < self->n_layers; layer++)
    for (gboolean is_family = FALSE; is_family <= TRUE; is_family++)
      {
        Trial trial = { section, layer, is_family };

        if (!for_reached (self, &trial, may_reach))
          continue;
        list_parts (self, &trial);
        try_parts (self, &trial);
        for (guint i = 0; i < trial.n; i++)
          {
            double price = get_price (self, &trial, trial.parts[i]);

            if (trial.refused[i])
              continue;
            *alone = MAX (*alone, (self->errors[section]
                                   - maq_follow_try_error (self, section,
                                                           get_tried (self, section, i))) / price);
            *worth = MAX (*worth, trial.saved[i] / price);
          }
      }
}

double
maq_follow_try_change (MaqFollowSearch       *self,
                       const MaqFollowChange *change)
{
  Trial trial = { change->section, change->layer, change->is_family, 1, { change->part } };

  if (!for_reached (self, &trial, may_reach))
    return 0.0;
  try_parts (self, &trial);
  return trial.refused[0] ? 0.0 : trial.saved[0];
}
