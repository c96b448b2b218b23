/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sequencer-private.h"

#include <math.h>

typedef enum
{
  BORDER_NONE,
  BORDER_JUMP,
  BORDER_LOOP,
  BORDER_SPAN,
  BORDER_TEMPO,
} Border;

MaqSequencer *
maq_sequencer_new (int rate_hz)
{
  MaqSequencer *self = g_new0 (MaqSequencer, 1);

  self->quantum_seconds = (double) MAQ_QUANTUM / rate_hz;
  maq_blender_init (&self->blender, rate_hz);
  for (guint i = 0; i < MAQ_RACK_MAX_SLOTS; i++)
    {
      self->sounds[i] = NO_SOUND;
      self->tunings[i] = NO_TUNING;
    }
  return self;
}

void
maq_sequencer_free (MaqSequencer *self)
{
  g_free (self);
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
  maq_sequencer_find_cursors (self);
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
    maq_sequencer_chase_lane (self, lane, events);
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

void
maq_sequencer_resolve_loop (MaqSequencer *self)
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
double
maq_sequencer_find_bar_end (MaqSequencer *self)
{
  const MaqSpan *span = get_span (self);
  double bar_ticks = (double) span->length_ticks / MAX (span->n_bars, 1);
  const MaqNote *notes;
  guint n_notes;

  if (span->click == NULL)
    return bar_ticks * ((gint64) (self->ticks / bar_ticks) + 1);
  notes = maq_phrase_get_notes (span->click, &n_notes);
  for (guint i = maq_sequencer_find_note (span->click, self->ticks + 1.0); i < n_notes; i++)
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
    self->jump_ticks = maq_sequencer_find_bar_end (self);
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
    case BORDER_TEMPO:
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
  double until_ticks;
  double tempo = maq_span_get_tempo (get_span (self), self->ticks, &until_ticks)
                 * MAQ_TICKS_PER_QUARTER / 60.0;
  Border border;
  double border_ticks = find_border (self, &border);
  double step_ticks = seconds * tempo;

  if (until_ticks < border_ticks)
    {
      border = BORDER_TEMPO;
      border_ticks = until_ticks;
    }
  if (self->ticks + step_ticks < border_ticks)
    border = BORDER_NONE;
  else
    step_ticks = MAX (border_ticks - self->ticks, 0.0);
  maq_held_pass (&self->held, step_ticks, events);
  maq_sequencer_play_lanes (self, self->ticks, self->ticks + step_ticks, events);
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
  double tempo = ticks_per_second (span, self->ticks);
  double beat_ticks = MAX (span->beat_ticks, 1);
  double end_ticks = MIN (self->count_ticks + seconds * tempo, count_in_ticks (span));
  double beat = floor (self->count_ticks / beat_ticks);

  if (beat * beat_ticks < self->count_ticks)
    beat += 1.0;
  if (beat * beat_ticks < end_ticks)
    maq_sequencer_click (beat < 0.5, events);
  seconds -= (end_ticks - self->count_ticks) / tempo;
  self->count_ticks = end_ticks;
  if (end_ticks < count_in_ticks (span))
    return 0.0;
  self->counting_in = FALSE;
  enter (self, self->span, self->ticks, events);
  return MAX (seconds, 0.0);
}

static void
play_quantum (MaqSequencer *self,
              MaqEventList *events)
{
  double seconds = self->quantum_seconds;

  if (!self->playing)
    {
      maq_held_pass (&self->held, seconds * ticks_per_second (get_span (self), self->ticks),
                     events);
      return;
    }
  if (self->counting_in)
    seconds = count (self, seconds, events);
  while (self->playing && seconds > 1e-9)
    seconds -= play_stretch (self, seconds, events);
}

void
maq_sequencer_run (MaqSequencer *self,
                   MaqEventList *events)
{
  gboolean is_empty = n_spans (self) == 0;

  if (!is_empty)
    play_quantum (self, events);
  maq_blender_run (&self->blender, is_empty ? NULL : get_span (self), self->ticks, self->playing);
  self->n_strikes = 0;
}

const MaqBlend *
maq_sequencer_get_blend (MaqSequencer *self)
{
  return &self->blender.blend;
}

/* Commands */

static gboolean
is_in_loop (MaqSequencer *self)
{
  if (self->span == self->loop_start_span && self->ticks < self->loop_start_ticks)
    return FALSE;
  if (self->span == self->loop_end_span && self->ticks >= self->loop_end_ticks)
    return FALSE;
  return self->span >= self->loop_start_span && self->span <= self->loop_end_span;
}

void
maq_sequencer_play (MaqSequencer *self,
                    MaqEventList *events)
{
  if (self->playing || n_spans (self) == 0)
    return;
  if (self->looping && !is_in_loop (self))
    {
      self->span = self->loop_start_span;
      self->ticks = self->loop_start_ticks;
    }
  else if (self->span + 1 == n_spans (self)
           && self->ticks >= (double) get_span (self)->length_ticks)
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
  self->jump_ticks = maq_sequencer_find_bar_end (self);
}

void
maq_sequencer_set_loop (MaqSequencer *self,
                        MaqPlace      start,
                        MaqPlace      end)
{
  self->loop_start = start;
  self->loop_end = end;
  maq_sequencer_resolve_loop (self);
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
  position->tempo_qpm = maq_span_get_tempo (span, self->ticks, NULL);
  if (self->counting_in)
    position->count_in_beat = (guint) (self->count_ticks / MAX (span->beat_ticks, 1)) + 1;
}

guint
maq_sequencer_get_n_held (MaqSequencer *self)
{
  return self->held.n_notes;
}
