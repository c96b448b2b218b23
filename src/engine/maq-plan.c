/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-plan.h"

#include <string.h>

/* How much work a lane is: how long its notes sound. */
static double
measure_load (MaqLane *lane)
{
  double load = 1.0;

  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      const MaqNote *notes;
      guint n_notes;

      if (phrase == NULL)
        continue;
      notes = maq_phrase_get_notes (phrase, &n_notes);
      for (guint n = 0; n < n_notes; n++)
        load += notes[n].length_ticks + MAQ_TICKS_PER_QUARTER;
    }
  return load;
}

/* More tunings than there is room for sound in equal temperament. */
static void
collect_tunings (MaqPlan *self,
                 MaqLane *lane)
{
  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      const gint8 *cents = phrase != NULL ? maq_phrase_get_tuning (phrase) : NULL;

      if (cents == NULL || maq_plan_find_tuning (self, phrase) > 0
          || self->slots.n_tunings == MAQ_RACK_MAX_TUNINGS)
        continue;
      memcpy (self->slots.tunings[self->slots.n_tunings++], cents, 12);
    }
}

static int
find_slot (const MaqSlots *slots,
           guint64         lane_id)
{
  for (guint slot = 0; slot < MAQ_RACK_MAX_SLOTS; slot++)
    if (slots->lane_ids[slot] == lane_id)
      return (int) slot;
  return -1;
}

/* The lowest slot of a part that is free; one that just became free may still ring. */
static int
find_free_slot (const MaqSlots *slots,
                const MaqSlots *before,
                guint           part)
{
  int ringing = -1;

  for (guint slot = part; slot < MAQ_RACK_MAX_SLOTS; slot += MAQ_RACK_PARTS)
    if (slots->lane_ids[slot] == 0)
      {
        if (before == NULL || before->lane_ids[slot] == 0)
          return (int) slot;
        if (ringing < 0)
          ringing = (int) slot;
      }
  return ringing;
}

/* In the part that has least to do, of those with room. */
static int
choose_slot (MaqPlan        *self,
             const MaqSlots *before,
             const double   *loads)
{
  double least = G_MAXDOUBLE;
  int chosen = -1;

  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    {
      int slot = find_free_slot (&self->slots, before, part);

      if (slot < 0 || loads[part] >= least)
        continue;
      least = loads[part];
      chosen = slot;
    }
  return chosen;
}

static void
put_lane (MaqPlan *self,
          guint    lane,
          guint    slot)
{
  self->slots.lane_ids[slot] = maq_lane_get_id (maq_performance_get_lane (self->performance, lane));
  self->slot_of_lane[lane] = (guint16) slot;
  self->lane_of_slot[slot] = (gint16) lane;
  self->n_channels = MAX (self->n_channels, slot / MAQ_RACK_PARTS + 1);
}

static void
assign_slots (MaqPlan        *self,
              const MaqSlots *before)
{
  double loads[MAQ_RACK_PARTS] = { 0.0 };
  g_autofree double *lane_loads = g_new0 (double, self->n_lanes + 1);
  g_autofree gboolean *is_put = g_new0 (gboolean, self->n_lanes + 1);

  for (guint i = 0; i < self->n_lanes; i++)
    {
      MaqLane *lane = maq_performance_get_lane (self->performance, i);
      int slot = before != NULL ? find_slot (before, maq_lane_get_id (lane)) : -1;

      lane_loads[i] = measure_load (lane);
      if (slot < 0 || self->slots.lane_ids[slot] != 0)
        continue;
      put_lane (self, i, (guint) slot);
      loads[slot % MAQ_RACK_PARTS] += lane_loads[i];
      is_put[i] = TRUE;
    }
  for (guint i = 0; i < self->n_lanes; i++)
    if (!is_put[i])
      {
        int slot = choose_slot (self, before, loads);

        put_lane (self, i, (guint) slot);
        loads[slot % MAQ_RACK_PARTS] += lane_loads[i];
      }
}

MaqPlan *
maq_plan_new (MaqPerformance *performance,
              const MaqSlots *before)
{
  MaqPlan *self = g_new0 (MaqPlan, 1);

  if (performance != NULL)
    self->performance = maq_performance_ref (performance);
  else
    self->performance = maq_performance_new (NULL, 0, NULL, 0, NULL, NULL);
  memset (self->lane_of_slot, -1, sizeof self->lane_of_slot);
  self->n_lanes = MIN (maq_performance_get_n_lanes (self->performance), MAQ_RACK_MAX_SLOTS);
  self->n_channels = 1;
  if (before != NULL)
    {
      self->slots.n_tunings = before->n_tunings;
      memcpy (self->slots.tunings, before->tunings, sizeof before->tunings);
    }
  for (guint i = 0; i < self->n_lanes; i++)
    collect_tunings (self, maq_performance_get_lane (self->performance, i));
  assign_slots (self, before);
  return self;
}

void
maq_plan_free (MaqPlan *self)
{
  if (self == NULL)
    return;
  maq_performance_unref (self->performance);
  g_free (self);
}

guint
maq_plan_find_tuning (const MaqPlan *self,
                      MaqPhrase     *phrase)
{
  const gint8 *cents = maq_phrase_get_tuning (phrase);

  for (guint i = 0; cents != NULL && i < self->slots.n_tunings; i++)
    if (memcmp (self->slots.tunings[i], cents, 12) == 0)
      return i + 1;
  return 0;
}

gboolean
maq_plan_is_audible (const MaqPlan *self,
                     guint          lane)
{
  const MaqStrip *strip = maq_lane_get_strip (maq_performance_get_lane (self->performance, lane));

  if (maq_performance_any_soloed (self->performance))
    return strip->soloed && !strip->muted;
  return !strip->muted;
}
