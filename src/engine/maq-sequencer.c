/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sequencer.h"

#include <math.h>

#include "maq-held.h"

/* MaqNote says that no note is further from its tick than this. */
#define MAX_LAG_SECONDS 0.033
#define NO_SOUND G_MAXUINT32
#define LONG_AGO -1e15

/* More new notes in one quantum are noise, and the list has room for these. */
#define MAX_STRIKES 800

/* A note that began a while ago is struck anew only if it is still long. */
#define CHASE_TICKS (MAQ_TICKS_PER_QUARTER / 2)
#define CHASE_LOOK_BACK 512

#define CLICK_CURSOR MAQ_RACK_MAX_SLOTS
#define N_CURSORS (MAQ_RACK_MAX_SLOTS + 1)

typedef enum
{
  BORDER_NONE,
  BORDER_JUMP,
  BORDER_LOOP,
  BORDER_SPAN,
} Border;

struct _MaqSequencer
{
  double          quantum_seconds;
  const MaqPlan  *plan;

  gboolean        playing;
  guint           span;            /* index; meaningless in an empty song */
  double          ticks;           /* from the start of the span */
  double          entry_ticks;     /* no note before this is struck */
  gboolean        entering;        /* nothing was played since going there */
  gboolean        after_previous;  /* the span before it was played up to its end */

  gboolean        counting_in;
  double          count_ticks;

  gboolean        looping;
  MaqPlace        loop_start;
  MaqPlace        loop_end;
  guint           loop_start_span;
  guint           loop_end_span;
  double          loop_start_ticks;
  double          loop_end_ticks;

  gboolean        jumping;
  MaqPlace        jump;
  double          jump_ticks;      /* when, in the present span */

  gboolean        metronome;
  gboolean        count_in;

  guint           cursors[N_CURSORS];   /* no note before can still come */
  guint           previous_cursors[N_CURSORS];
  guint           next_cursors[N_CURSORS];
  guint32         sounds[MAQ_RACK_MAX_SLOTS];  /* what was asked for last */
  guint           n_strikes;
  MaqHeld         held;
};

MaqSequencer *
maq_sequencer_new (int rate_hz)
{
  MaqSequencer *self = g_new0 (MaqSequencer, 1);

  self->quantum_seconds = (double) MAQ_QUANTUM / rate_hz;
  for (guint i = 0; i < MAQ_RACK_MAX_SLOTS; i++)
    self->sounds[i] = NO_SOUND;
  return self;
}

void
maq_sequencer_free (MaqSequencer *self)
{
  g_free (self);
}

static guint
n_spans (MaqSequencer *self)
{
  return self->plan != NULL ? maq_performance_get_n_spans (self->plan->performance) : 0;
}

static const MaqSpan *
get_span (MaqSequencer *self)
{
  return maq_performance_get_span (self->plan->performance, self->span);
}

static double
ticks_per_second (const MaqSpan *span)
{
  return span->tempo_qpm * MAQ_TICKS_PER_QUARTER / 60.0;
}

static MaqPhrase *
get_phrase (MaqSequencer *self,
            guint         lane,
            guint         span)
{
  return maq_lane_get_phrase (maq_performance_get_lane (self->plan->performance, lane), span);
}

static int
find_span (MaqSequencer *self,
           guint64       id)
{
  MaqPerformance *performance = self->plan->performance;

  if (self->span < n_spans (self) && get_span (self)->id == id)
    return (int) self->span;
  return maq_performance_find_span_id (performance, id);
}

/* The first note that starts no earlier than this. */
static guint
find_note (MaqPhrase *phrase,
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
ask_for_sound (MaqSequencer *self,
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
  ask_for_sound (self, lane, get_phrase (self, lane, span), events);
  maq_held_strike (&self->held, &held, events);
}

static void
click (gboolean      accent,
       MaqEventList *events)
{
  maq_event_list_push (events, (MaqEvent) { .kind = MAQ_EVENT_CLICK, .key = (guint8) accent });
}

/*
 * Strikes what a phrase has between two ticks of its own section. The notes
 * are sorted by where they are written; where they sound is a little earlier
 * or later, so the cursor stays behind and the look goes ahead by that much.
 */
static void
play_phrase (MaqSequencer *self,
             guint         lane,
             guint         span,
             double        from_ticks,
             double        to_ticks,
             double        tempo,
             guint        *cursor,
             MaqEventList *events)
{
  MaqPhrase *phrase = get_phrase (self, lane, span);
  double max_lag = MAX_LAG_SECONDS * tempo;
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
      click (notes[*cursor].key > 0, events);
}

/* Whether the loop leads from the end of the present span to the start of one. */
static gboolean
is_loop_whole (MaqSequencer *self)
{
  return self->loop_end_ticks >= (double) get_span (self)->length_ticks
         && self->loop_start_ticks <= 0.0;
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

static void
play_lanes (MaqSequencer *self,
            double        from_ticks,
            double        to_ticks,
            MaqEventList *events)
{
  const MaqSpan *span = get_span (self);
  double tempo = ticks_per_second (span);
  double length = (double) span->length_ticks;
  int next = find_next_span (self);
  gboolean is_early = self->after_previous && self->span > 0
                      && from_ticks < MAX_LAG_SECONDS * tempo;

  for (guint lane = 0; lane < self->plan->n_lanes; lane++)
    {
      if (is_early)
        {
          const MaqSpan *previous = span - 1;
          double its_tempo = ticks_per_second (previous);
          double its_length = (double) previous->length_ticks;

          play_phrase (self, lane, self->span - 1, its_length + from_ticks * its_tempo / tempo,
                       its_length + to_ticks * its_tempo / tempo, its_tempo,
                       &self->previous_cursors[lane], events);
        }
      play_phrase (self, lane, self->span, self->entering ? LONG_AGO : from_ticks, to_ticks,
                   tempo, &self->cursors[lane], events);
      if (next >= 0)
        play_phrase (self, lane, (guint) next, from_ticks - length, to_ticks - length, tempo,
                     &self->next_cursors[lane], events);
    }
  play_clicks (self, from_ticks, to_ticks, events);
  self->entering = FALSE;
}

/* Going places */

static void
find_cursors (MaqSequencer *self)
{
  const MaqSpan *span = get_span (self);
  double max_lag = MAX_LAG_SECONDS * ticks_per_second (span);

  for (guint lane = 0; lane < self->plan->n_lanes; lane++)
    {
      self->cursors[lane] = find_note (get_phrase (self, lane, self->span), self->ticks - max_lag);
      self->next_cursors[lane] = 0;
      if (self->after_previous)
        self->previous_cursors[lane] = find_note (get_phrase (self, lane, self->span - 1),
                                                  (double) span[-1].length_ticks - 2 * max_lag);
    }
  self->cursors[CLICK_CURSOR] = find_note (span->click, self->ticks);
}

/* Strikes what began before and still sounds here, on one lane. */
static void
chase_lane (MaqSequencer *self,
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
  end = find_note (phrase, self->ticks);
  for (guint i = end > CHASE_LOOK_BACK ? end - CHASE_LOOK_BACK : 0; i < end; i++)
    {
      double left_ticks = notes[i].start_ticks + (double) notes[i].length_ticks - self->ticks;

      if (notes[i].start_ticks >= 0 && notes[i].length_ticks >= 2 * CHASE_TICKS
          && left_ticks >= CHASE_TICKS
          && !maq_held_has (&self->held, slot, span_id, &notes[i]))
        strike (self, lane, self->span, &notes[i], left_ticks, FALSE, events);
    }
}

static void
go_to (MaqSequencer *self,
       guint         span,
       double        ticks)
{
  self->span = span;
  self->ticks = CLAMP (ticks, 0.0, (double) get_span (self)->length_ticks);
  self->entry_ticks = self->ticks;
  self->entering = TRUE;
  self->after_previous = FALSE;
  find_cursors (self);
}

static void
enter (MaqSequencer *self,
       guint         span,
       double        ticks,
       MaqEventList *events)
{
  maq_held_release_all (&self->held, events);
  go_to (self, span, ticks);
  if (!self->playing || self->counting_in)
    return;
  for (guint lane = 0; lane < self->plan->n_lanes; lane++)
    chase_lane (self, lane, events);
}

static gboolean
resolve_place (MaqSequencer *self,
               MaqPlace      place,
               guint        *span,
               double       *ticks)
{
  int index = place.span_id != 0 && self->plan != NULL ? find_span (self, place.span_id) : -1;

  if (index < 0)
    return FALSE;
  *span = (guint) index;
  *ticks = MIN (place.offset_ticks,
                (double) maq_performance_get_span (self->plan->performance, *span)->length_ticks);
  return TRUE;
}

static void
resolve_loop (MaqSequencer *self)
{
  self->looping = resolve_place (self, self->loop_start, &self->loop_start_span,
                                 &self->loop_start_ticks)
                  && resolve_place (self, self->loop_end, &self->loop_end_span,
                                    &self->loop_end_ticks);
  if (self->looping)
    {
      MaqPerformance *performance = self->plan->performance;
      const MaqSpan *first = maq_performance_get_span (performance, self->loop_start_span);
      const MaqSpan *last = maq_performance_get_span (performance, self->loop_end_span);

      self->looping = (double) last->start_ticks + self->loop_end_ticks
                      - (double) first->start_ticks - self->loop_start_ticks
                      >= MAQ_LOOP_MIN_TICKS;
    }
}

/* The end of the present bar; the clicks know about changes of meter. */
static double
find_bar_end (MaqSequencer *self)
{
  const MaqSpan *span = get_span (self);
  double bar_ticks = (double) span->length_ticks / MAX (span->n_bars, 1);
  const MaqNote *notes;
  guint n_notes;

  if (span->click == NULL)
    return bar_ticks * ((gint64) (self->ticks / bar_ticks) + 1);
  notes = maq_phrase_get_notes (span->click, &n_notes);
  for (guint i = find_note (span->click, self->ticks + 1.0); i < n_notes; i++)
    if (notes[i].key > 0)
      return notes[i].start_ticks;
  return (double) span->length_ticks;
}

/* Moving on */

static double
find_border (MaqSequencer *self,
             Border       *border)
{
  double ticks = (double) get_span (self)->length_ticks;

  *border = BORDER_SPAN;
  if (self->looping && self->loop_end_span == self->span && self->ticks < self->loop_end_ticks
      && self->loop_end_ticks <= ticks)
    {
      *border = BORDER_LOOP;
      ticks = self->loop_end_ticks;
    }
  if (self->jumping && self->jump_ticks <= ticks)
    {
      *border = BORDER_JUMP;
      ticks = self->jump_ticks;
    }
  return ticks;
}

/* From the end of a span to the start of one: what leads in there was struck already. */
static void
loop_back (MaqSequencer *self,
           MaqEventList *events)
{
  guint64 id = maq_performance_get_span (self->plan->performance, self->loop_start_span)->id;

  for (guint i = self->held.n_notes; i-- > 0;)
    {
      MaqHeldNote *held = &self->held.notes[i];

      if (!held->is_early || held->span_id != id)
        maq_held_release (&self->held, i, events);
      else
        held->is_early = FALSE;
    }
  go_to (self, self->loop_start_span, 0.0);
  self->entering = FALSE;
}

static void
go_on_to_next_span (MaqSequencer *self)
{
  for (guint i = 0; i < self->held.n_notes; i++)
    self->held.notes[i].is_early = FALSE;
  self->span++;
  self->ticks = 0.0;
  self->entry_ticks = LONG_AGO;
  self->after_previous = TRUE;
  for (guint lane = 0; lane < self->plan->n_lanes; lane++)
    {
      self->previous_cursors[lane] = self->cursors[lane];
      self->cursors[lane] = self->next_cursors[lane];
      self->next_cursors[lane] = 0;
    }
  self->cursors[CLICK_CURSOR] = 0;
  if (self->jumping)
    self->jump_ticks = find_bar_end (self);
}

static void
cross (MaqSequencer *self,
       Border        border,
       MaqEventList *events)
{
  guint span;
  double ticks;

  switch (border)
    {
    case BORDER_JUMP:
      self->jumping = FALSE;
      if (resolve_place (self, self->jump, &span, &ticks))
        enter (self, span, ticks, events);
      break;
    case BORDER_LOOP:
      if (is_loop_whole (self))
        loop_back (self, events);
      else
        enter (self, self->loop_start_span, self->loop_start_ticks, events);
      break;
    case BORDER_SPAN:
      /* At the end of the song, what is held may ring for as long as it is written. */
      if (self->span + 1 < n_spans (self))
        go_on_to_next_span (self);
      else
        self->playing = FALSE;
      break;
    case BORDER_NONE:
    default:
      break;
    }
}

/* Plays up to the next border, at most so many seconds, and tells how many. */
static double
play_stretch (MaqSequencer *self,
              double        seconds,
              MaqEventList *events)
{
  double tempo = ticks_per_second (get_span (self));
  Border border;
  double border_ticks = find_border (self, &border);
  double step_ticks = seconds * tempo;

  if (self->ticks + step_ticks < border_ticks)
    border = BORDER_NONE;
  else
    step_ticks = MAX (border_ticks - self->ticks, 0.0);
  maq_held_pass (&self->held, step_ticks, events);
  play_lanes (self, self->ticks, self->ticks + step_ticks, events);
  if (border == BORDER_NONE)
    {
      self->ticks += step_ticks;
      return seconds;
    }
  self->ticks = border_ticks;
  cross (self, border, events);
  return MIN (step_ticks / tempo, seconds);
}

static double
count_in_ticks (const MaqSpan *span)
{
  return (double) (span->beats * MAQ_TICKS_PER_WHOLE / MAX (span->unit, 1));
}

/* Clicks for a bar, and tells how many seconds are left over for the music. */
static double
count (MaqSequencer *self,
       double        seconds,
       MaqEventList *events)
{
  const MaqSpan *span = get_span (self);
  double tempo = ticks_per_second (span);
  double beat_ticks = MAX (span->beat_ticks, 1);
  double end_ticks = MIN (self->count_ticks + seconds * tempo, count_in_ticks (span));
  double beat = floor (self->count_ticks / beat_ticks);

  if (beat * beat_ticks < self->count_ticks)
    beat += 1.0;
  if (beat * beat_ticks < end_ticks)
    click (beat < 0.5, events);
  seconds -= (end_ticks - self->count_ticks) / tempo;
  self->count_ticks = end_ticks;
  if (end_ticks < count_in_ticks (span))
    return 0.0;
  self->counting_in = FALSE;
  enter (self, self->span, self->ticks, events);
  return MAX (seconds, 0.0);
}

void
maq_sequencer_run (MaqSequencer *self,
                   MaqEventList *events)
{
  double seconds = self->quantum_seconds;

  if (n_spans (self) == 0)
    return;
  if (!self->playing)
    {
      maq_held_pass (&self->held, seconds * ticks_per_second (get_span (self)), events);
      self->n_strikes = 0;
      return;
    }
  if (self->counting_in)
    seconds = count (self, seconds, events);
  while (self->playing && seconds > 1e-9)
    seconds -= play_stretch (self, seconds, events);
  self->n_strikes = 0;
}

/* Commands */

void
maq_sequencer_play (MaqSequencer *self,
                    MaqEventList *events)
{
  if (self->playing || n_spans (self) == 0)
    return;
  if (self->span + 1 == n_spans (self) && self->ticks >= (double) get_span (self)->length_ticks)
    {
      self->span = 0;
      self->ticks = 0.0;
    }
  self->playing = TRUE;
  self->counting_in = self->count_in && count_in_ticks (get_span (self)) > 0.0;
  self->count_ticks = 0.0;
  enter (self, self->span, self->ticks, events);
}

void
maq_sequencer_stop (MaqSequencer *self,
                    MaqEventList *events)
{
  self->playing = FALSE;
  self->counting_in = FALSE;
  self->jumping = FALSE;
  maq_held_release_all (&self->held, events);
}

void
maq_sequencer_seek (MaqSequencer *self,
                    MaqPlace      place,
                    MaqEventList *events)
{
  guint span;
  double ticks;

  self->jumping = FALSE;
  if (resolve_place (self, place, &span, &ticks))
    enter (self, span, ticks, events);
}

void
maq_sequencer_jump (MaqSequencer *self,
                    MaqPlace      place,
                    MaqEventList *events)
{
  if (!self->playing || self->counting_in || n_spans (self) == 0)
    {
      maq_sequencer_seek (self, place, events);
      return;
    }
  self->jumping = TRUE;
  self->jump = place;
  self->jump_ticks = find_bar_end (self);
}

void
maq_sequencer_set_loop (MaqSequencer *self,
                        MaqPlace      start,
                        MaqPlace      end)
{
  self->loop_start = start;
  self->loop_end = end;
  resolve_loop (self);
}

void
maq_sequencer_set_metronome (MaqSequencer *self,
                             gboolean      metronome)
{
  self->metronome = metronome;
}

void
maq_sequencer_set_count_in (MaqSequencer *self,
                            gboolean      count_in)
{
  self->count_in = count_in;
}

/* A new performance */

/* Where the old place is in the new song: the same beat, if all else fails. */
static void
carry_place (MaqSequencer  *self,
             const MaqPlan *before)
{
  guint64 old_id = 0;
  int index = -1;
  double length;
  double bar_ticks;

  if (before != NULL && maq_performance_get_n_spans (before->performance) > 0)
    {
      old_id = maq_performance_get_span (before->performance, self->span)->id;
      index = find_span (self, old_id);
    }
  if (index < 0)
    index = (int) MIN (self->span, n_spans (self) - 1);
  if (self->after_previous)
    self->after_previous = index > 0 && self->span > 0
                           && maq_performance_get_span (before->performance, self->span - 1)->id
                              == maq_performance_get_span (self->plan->performance,
                                                           (guint) index - 1)->id;
  self->span = (guint) index;
  length = (double) get_span (self)->length_ticks;
  bar_ticks = length / MAX (get_span (self)->n_bars, 1);
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
  for (guint i = find_note (phrase, note->start_ticks);
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
  const MaqNote *same;

  if (lane < 0 || span < 0
      || before->slots.lane_ids[held->slot] != self->plan->slots.lane_ids[held->slot])
    return FALSE;
  same = find_same_note (get_phrase (self, (guint) lane, (guint) span), &held->note);
  if (same == NULL)
    return FALSE;
  held->left_ticks += same->length_ticks - held->note.length_ticks;
  held->note = *same;
  if (held->left_ticks <= 0.0)
    return FALSE;
  ask_for_sound (self, (guint) lane, get_phrase (self, (guint) lane, (guint) span), events);
  if (strike_again || self->sounds[held->slot] != sound)
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
      self->sounds[slot] = NO_SOUND;
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
        chase_lane (self, lane, events);
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
      resolve_loop (self);
      return;
    }
  if (n_spans (self) == 0)
    {
      maq_sequencer_stop (self, events);
      self->span = 0;
      self->ticks = 0.0;
      forget_sounds (self, before, is_new_rack);
      resolve_loop (self);
      return;
    }
  carry_place (self, before);
  forget_sounds (self, before, is_new_rack);
  carry_held (self, before, is_new_rack, events);
  find_cursors (self);
  resolve_loop (self);
  if (self->jumping)
    self->jump_ticks = find_bar_end (self);
  if (self->playing && !self->counting_in && !self->entering)
    chase_changes (self, before, events);
}

void
maq_sequencer_get_position (MaqSequencer      *self,
                            MaqTransportState *position)
{
  const MaqSpan *span;

  *position = (MaqTransportState) { .playing = self->playing, .counting_in = self->counting_in };
  if (n_spans (self) == 0)
    return;
  span = get_span (self);
  position->ticks = (double) span->start_ticks + self->ticks;
  position->span_id = span->id;
  position->span_ticks = self->ticks;
  position->tempo_qpm = span->tempo_qpm;
  if (self->counting_in)
    position->count_in_beat = (guint) (self->count_ticks / MAX (span->beat_ticks, 1)) + 1;
}

guint
maq_sequencer_get_n_held (MaqSequencer *self)
{
  return self->held.n_notes;
}
