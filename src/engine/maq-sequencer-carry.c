/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going on with a new performance where the old one was. */

#include "maq-sequencer-private.h"

#include <math.h>

static inline double
get_bar_ticks (const MaqSpan *span)
{
  return (double) span->length_ticks / MAX (span->n_bars, 1);
}

/*
 * The section that was heard is there no more. What came before it may have taken its bars back;
 * else the bar is played out at the end of that, and the song goes on with what follows. In
 * another song altogether it is the same beat.
 */
static guint
leave_lost_span (MaqSequencer   *self,
                 MaqPerformance *before)
{
  double ticks = self->ticks;

  for (guint i = self->span; i-- > 0;)
    {
      const MaqSpan *old = maq_performance_get_span (before, i);
      int index = find_span (self, old->id);
      const MaqSpan *now;

      ticks += (double) old->length_ticks;
      if (index < 0)
        continue;
      now = maq_performance_get_span (self->plan->performance, (guint) index);
      if (now->length_ticks > old->length_ticks)
        self->ticks = ticks;
      else
        self->ticks += (double) now->length_ticks;
      return (guint) index;
    }
  for (guint i = self->span + 1; i < maq_performance_get_n_spans (before); i++)
    {
      int index = find_span (self, maq_performance_get_span (before, i)->id);

      if (index < 0)
        continue;
      self->ticks = fmod (self->ticks,
                          get_bar_ticks (maq_performance_get_span (self->plan->performance,
                                                                   (guint) index)));
      return (guint) index;
    }
  return MIN (self->span, n_spans (self) - 1);
}

/* Where the old place is in the new song: in the same bar of its section, if there is one. */
static void
carry_place (MaqSequencer  *self,
             const MaqPlan *before)
{
  MaqPerformance *old = before->performance;
  int index = -1;
  double length;
  double bar_ticks;

  if (maq_performance_get_n_spans (old) > 0)
    {
      index = find_span (self, maq_performance_get_span (old, self->span)->id);
      if (index < 0)
        index = (int) leave_lost_span (self, old);
    }
  index = MAX (index, 0);
  if (self->after_previous)
    self->after_previous = index > 0 && self->span > 0
                           && maq_performance_get_span (old, self->span - 1)->id
                              == maq_performance_get_span (self->plan->performance,
                                                           (guint) index - 1)->id;
  self->span = (guint) index;
  length = (double) get_span (self)->length_ticks;
  bar_ticks = get_bar_ticks (get_span (self));
  if (self->ticks >= length && self->playing)
    self->ticks = length - bar_ticks + fmod (self->ticks, bar_ticks);
  self->ticks = CLAMP (self->ticks, 0.0, length);
  self->entry_ticks = MIN (self->entry_ticks, self->ticks);
}

static const MaqNote *
find_same_note (MaqPhrase     *phrase,
                const MaqNote *note)
{
  const MaqNote *notes;
  guint n_notes;

  if (phrase == NULL)
    return NULL;
  notes = maq_phrase_get_notes (phrase, &n_notes);
  for (guint i = maq_sequencer_find_note (phrase, note->start_ticks);
       i < n_notes && notes[i].start_ticks == note->start_ticks; i++)
    if (notes[i].key == note->key)
      return &notes[i];
  return NULL;
}

/* A held note goes on if the new song has it too, and ends where it says. */
static gboolean
keep_held (MaqSequencer  *self,
           const MaqPlan *before,
           MaqHeldNote   *held,
           gboolean       strike_again,
           MaqEventList  *events)
{
  int lane = self->plan->lane_of_slot[held->slot];
  int span = find_span (self, held->span_id);
  guint32 sound = self->sounds[held->slot];
  guint8 tuning = self->tunings[held->slot];
  const MaqNote *same;
  MaqPhrase *phrase;

  if (lane < 0 || span < 0
      || before->slots.lane_ids[held->slot] != self->plan->slots.lane_ids[held->slot])
    return FALSE;
  phrase = get_phrase (self, (guint) lane, (guint) span);
  same = find_same_note (phrase, &held->note);
  if (same == NULL)
    return FALSE;
  held->left_ticks += same->length_ticks - held->note.length_ticks;
  held->note = *same;
  if (held->left_ticks <= 0.0)
    return FALSE;
  maq_sequencer_ask_for_sound (self, (guint) lane, phrase, events);
  if (strike_again || self->sounds[held->slot] != sound || self->tunings[held->slot] != tuning)
    {
      maq_event_list_push (events, (MaqEvent) { .kind = MAQ_EVENT_NOTE_OFF, .slot = held->slot,
                                                .key = same->key });
      maq_event_list_push (events, (MaqEvent) { .kind = MAQ_EVENT_NOTE_ON, .slot = held->slot,
                                                .key = same->key, .value = same->velocity });
    }
  return TRUE;
}

static void
carry_held (MaqSequencer  *self,
            const MaqPlan *before,
            gboolean       strike_again,
            MaqEventList  *events)
{
  for (guint i = self->held.n_notes; i-- > 0;)
    if (!keep_held (self, before, &self->held.notes[i], strike_again, events))
      maq_held_release (&self->held, i, events);
}

static void
forget_sounds (MaqSequencer  *self,
               const MaqPlan *before,
               gboolean       all)
{
  for (guint slot = 0; slot < MAQ_RACK_MAX_SLOTS; slot++)
    if (all || before->slots.lane_ids[slot] != self->plan->slots.lane_ids[slot])
      {
        self->sounds[slot] = NO_SOUND;
        self->tunings[slot] = NO_TUNING;
      }
}

/* What a changed lane would be playing since a while ago is heard at once. */
static void
chase_changes (MaqSequencer  *self,
               const MaqPlan *before,
               MaqEventList  *events)
{
  int old_span = maq_performance_find_span_id (before->performance, get_span (self)->id);

  for (guint lane = 0; lane < self->plan->n_lanes; lane++)
    {
      guint16 slot = self->plan->slot_of_lane[lane];
      int old_lane = before->lane_of_slot[slot];
      MaqPhrase *old = NULL;

      if (old_span >= 0 && old_lane >= 0
          && before->slots.lane_ids[slot] == self->plan->slots.lane_ids[slot])
        old = maq_lane_get_phrase (maq_performance_get_lane (before->performance,
                                                             (guint) old_lane),
                                   (guint) old_span);
      if (get_phrase (self, lane, self->span) != old)
        maq_sequencer_chase_lane (self, lane, events);
    }
}

void
maq_sequencer_set_plan (MaqSequencer  *self,
                        const MaqPlan *plan,
                        gboolean       is_new_rack,
                        MaqEventList  *events)
{
  const MaqPlan *before = self->plan;

  self->plan = plan;
  if (before == NULL)
    {
      maq_sequencer_resolve_loop (self);
      return;
    }
  if (n_spans (self) == 0)
    {
      maq_sequencer_stop (self, events);
      self->span = 0;
      self->ticks = 0.0;
      forget_sounds (self, before, is_new_rack);
      maq_sequencer_resolve_loop (self);
      return;
    }
  carry_place (self, before);
  forget_sounds (self, before, is_new_rack);
  carry_held (self, before, is_new_rack, events);
  maq_sequencer_find_cursors (self);
  maq_sequencer_resolve_loop (self);
  if (self->jumping)
    self->jump_ticks = maq_sequencer_find_bar_end (self);
  if (self->playing && !self->counting_in && !self->entering)
    chase_changes (self, before, events);
}
