/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which notes sound when. */

#include "maq-sequencer-private.h"

/* The first note that starts no earlier than this. */
guint
maq_sequencer_find_note (MaqPhrase *phrase,
                         double     ticks)
{
  const MaqNote *notes;
  guint low = 0;
  guint high;

  if (phrase == NULL)
    return 0;
  notes = maq_phrase_get_notes (phrase, &high);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (notes[middle].start_ticks < ticks)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Striking notes */

static void
ask_for_tuning (MaqSequencer *self,
                guint16       slot,
                MaqPhrase    *phrase,
                MaqEventList *events)
{
  guint8 tuning = (guint8) maq_plan_find_tuning (self->plan, phrase);

  if (self->tunings[slot] == tuning)
    return;
  self->tunings[slot] = tuning;
  maq_event_list_push (events, (MaqEvent) { .kind = MAQ_EVENT_TUNING, .slot = slot,
                                            .value = tuning });
}

void
maq_sequencer_ask_for_sound (MaqSequencer *self,
                             guint         lane,
                             MaqPhrase    *phrase,
                             MaqEventList *events)
{
  MaqLane *owner = maq_performance_get_lane (self->plan->performance, lane);
  guint16 slot = self->plan->slot_of_lane[lane];
  gboolean is_drums = maq_lane_is_drums (owner);
  int bank = maq_phrase_get_bank (phrase);
  int program = maq_phrase_get_program (phrase);
  guint32 sound;

  if (program < 0)
    {
      bank = maq_lane_get_bank (owner);
      program = maq_lane_get_program (owner);
    }
  bank = MAX (bank, 0);
  if (!is_drums)
    ask_for_tuning (self, slot, phrase, events);
  sound = (guint32) ((is_drums << 24) | (bank << 8) | program);
  if (self->sounds[slot] == sound)
    return;
  self->sounds[slot] = sound;
  maq_event_list_push (events, (MaqEvent) { .kind = MAQ_EVENT_SOUND, .slot = slot,
                                            .bank = (guint16) bank, .key = (guint8) is_drums,
                                            .value = (guint8) program });
}

static void
strike (MaqSequencer  *self,
        guint          lane,
        guint          span,
        const MaqNote *note,
        double         left_ticks,
        gboolean       is_early,
        MaqEventList  *events)
{
  MaqHeldNote held = {
    .span_id = maq_performance_get_span (self->plan->performance, span)->id,
    .left_ticks = MAX (left_ticks, 0.0),
    .note = *note,
    .slot = self->plan->slot_of_lane[lane],
    .is_early = is_early != FALSE,
  };

  if (self->n_strikes >= MAX_STRIKES)
    return;
  self->n_strikes++;
  maq_sequencer_ask_for_sound (self, lane, get_phrase (self, lane, span), events);
  maq_held_strike (&self->held, &held, events);
}

void
maq_sequencer_click (gboolean      accent,
                     MaqEventList *events)
{
  maq_event_list_push (events, (MaqEvent) { .kind = MAQ_EVENT_CLICK, .key = (guint8) accent });
}

/*
 * Strikes what a phrase has between two ticks of its own section. The notes
 * are sorted by where they are written; where they sound is a little earlier
 * or later, so the cursor stays behind and the look goes ahead by that much.
 * Across a border of sections, the tempo is the one there, else the note's own.
 */
static void
play_phrase (MaqSequencer *self,
             guint         lane,
             guint         span,
             double        from_ticks,
             double        to_ticks,
             double        border_tempo,
             guint        *cursor,
             MaqEventList *events)
{
  MaqPhrase *phrase = get_phrase (self, lane, span);
  const MaqSpan *its_span = maq_performance_get_span (self->plan->performance, span);
  double max_lag = MAX (max_lag_ticks (its_span), MAX_LAG_SECONDS * border_tempo);
  gboolean is_early = cursor == &self->next_cursors[lane];
  double entry_ticks = span == self->span && !is_early ? self->entry_ticks : LONG_AGO;
  const MaqNote *notes;
  guint n_notes;

  if (phrase == NULL)
    return;
  notes = maq_phrase_get_notes (phrase, &n_notes);
  while (*cursor < n_notes && notes[*cursor].start_ticks + max_lag < from_ticks)
    ++*cursor;
  for (guint i = *cursor; i < n_notes && notes[i].start_ticks - max_lag < to_ticks; i++)
    {
      double tempo = border_tempo > 0.0 ? border_tempo
                                        : ticks_per_second (its_span, notes[i].start_ticks);
      double sounds_ticks = notes[i].start_ticks + notes[i].lag_us * 1e-6 * tempo;

      if (sounds_ticks < from_ticks || sounds_ticks >= to_ticks
          || notes[i].start_ticks < entry_ticks)
        continue;
      strike (self, lane, span, &notes[i], sounds_ticks + notes[i].length_ticks - to_ticks,
              is_early, events);
    }
}

static void
play_clicks (MaqSequencer *self,
             double        from_ticks,
             double        to_ticks,
             MaqEventList *events)
{
  guint *cursor = &self->cursors[CLICK_CURSOR];
  const MaqNote *notes;
  guint n_notes;

  if (get_span (self)->click == NULL)
    return;
  notes = maq_phrase_get_notes (get_span (self)->click, &n_notes);
  while (*cursor < n_notes && notes[*cursor].start_ticks < from_ticks)
    ++*cursor;
  for (; *cursor < n_notes && notes[*cursor].start_ticks < to_ticks; ++*cursor)
    if (self->metronome)
      maq_sequencer_click (notes[*cursor].key > 0, events);
}

/* The span whose pickups sound at the end of the present one, or -1. */
static int
find_next_span (MaqSequencer *self)
{
  if (self->jumping)
    return -1;
  if (self->looping && self->loop_end_span == self->span && self->ticks < self->loop_end_ticks)
    return is_loop_whole (self) ? (int) self->loop_start_span : -1;
  return self->span + 1 < n_spans (self) ? (int) self->span + 1 : -1;
}

void
maq_sequencer_play_lanes (MaqSequencer *self,
                          double        from_ticks,
                          double        to_ticks,
                          MaqEventList *events)
{
  const MaqSpan *span = get_span (self);
  double length = (double) span->length_ticks;
  double tempo = ticks_per_second (span, 0.0);
  double end_tempo = ticks_per_second (span, length);
  int next = find_next_span (self);
  gboolean is_early = self->after_previous && self->span > 0
                      && from_ticks < MAX_LAG_SECONDS * tempo;

  for (guint lane = 0; lane < self->plan->n_lanes; lane++)
    {
      if (is_early)
        {
          const MaqSpan *previous = span - 1;
          double its_length = (double) previous->length_ticks;
          double its_tempo = ticks_per_second (previous, its_length);

          play_phrase (self, lane, self->span - 1, its_length + from_ticks * its_tempo / tempo,
                       its_length + to_ticks * its_tempo / tempo, its_tempo,
                       &self->previous_cursors[lane], events);
        }
      play_phrase (self, lane, self->span, self->entering ? LONG_AGO : from_ticks, to_ticks,
                   0.0, &self->cursors[lane], events);
      if (next >= 0)
        play_phrase (self, lane, (guint) next, from_ticks - length, to_ticks - length, end_tempo,
                     &self->next_cursors[lane], events);
    }
  play_clicks (self, from_ticks, to_ticks, events);
  self->entering = FALSE;
}

/* Going places */

void
maq_sequencer_find_cursors (MaqSequencer *self)
{
  const MaqSpan *span = get_span (self);
  double max_lag = max_lag_ticks (span);

  for (guint lane = 0; lane < self->plan->n_lanes; lane++)
    {
      MaqPhrase *phrase = get_phrase (self, lane, self->span);

      self->cursors[lane] = maq_sequencer_find_note (phrase, self->ticks - max_lag);
      self->next_cursors[lane] = 0;
      if (!self->after_previous)
        continue;
      phrase = get_phrase (self, lane, self->span - 1);
      self->previous_cursors[lane] =
        maq_sequencer_find_note (phrase, (double) span[-1].length_ticks - 2 * max_lag);
    }
  self->cursors[CLICK_CURSOR] = maq_sequencer_find_note (span->click, self->ticks);
}

/* Strikes what began before and still sounds here, on one lane. */
void
maq_sequencer_chase_lane (MaqSequencer *self,
                          guint         lane,
                          MaqEventList *events)
{
  MaqLane *owner = maq_performance_get_lane (self->plan->performance, lane);
  MaqPhrase *phrase = get_phrase (self, lane, self->span);
  guint64 span_id = get_span (self)->id;
  guint16 slot = self->plan->slot_of_lane[lane];
  const MaqNote *notes;
  guint n_notes;
  guint end;

  if (phrase == NULL || maq_lane_is_drums (owner))
    return;
  notes = maq_phrase_get_notes (phrase, &n_notes);
  end = maq_sequencer_find_note (phrase, self->ticks);
  for (guint i = end > CHASE_LOOK_BACK ? end - CHASE_LOOK_BACK : 0; i < end; i++)
    {
      double left_ticks = notes[i].start_ticks + (double) notes[i].length_ticks - self->ticks;

      if (notes[i].start_ticks >= 0 && notes[i].length_ticks >= 2 * CHASE_TICKS
          && left_ticks >= CHASE_TICKS
          && !maq_held_has (&self->held, slot, span_id, &notes[i]))
        strike (self, lane, self->span, &notes[i], left_ticks, FALSE, events);
    }
}
