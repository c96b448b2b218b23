/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-bar-private.h"

#include <string.h>

#include "maq-drums-private.h"

/* Half-time and double-time: patterns laid into bars that are felt otherwise. */

/* Nobody strikes more quickly than that for long. */
#define MIN_DOUBLED_SECONDS 0.095

/* As the style has it, beat for beat. */
static void
lay_kept (const MaqBar        *self,
          const MaqStyleLine  *line,
          const MaqStyleEvent *event,
          GArray              *hits)
{
  for (guint beat = 0; beat < self->beats.n; beat++)
    if (maq_bar_source_beat (beat, self->bar, &self->beats, self->source) == event->beat)
      maq_bar_lay_event (self, beat, line, event, event->offset_ticks, 0, hits);
}

/* Hats, rides and shakers mark the time that the song has, and voices sing in it. */
static gboolean
keeps_time (const MaqStyleLine *line,
            MaqFeel             feel)
{
  if (line->play == MAQ_PLAY_MELODY)
    return TRUE;
  if (line->play != MAQ_PLAY_HITS || feel != MAQ_FEEL_HALF)
    return FALSE;

  return line->drum == MAQ_DRUM_CLOSED_HAT || line->drum == MAQ_DRUM_OPEN_HAT ||
         line->drum == MAQ_DRUM_RIDE || line->drum == MAQ_DRUM_RIDE_BELL ||
         line->drum == MAQ_DRUM_SECOND_RIDE || line->drum == MAQ_DRUM_CABASA ||
         line->drum == MAQ_DRUM_SHAKER;
}

/* What nobody can play as fast as that is left out. */
static gboolean
can_be_doubled (const MaqGroove     *self,
                const MaqStyleEvent *event,
                MaqTick              beat_ticks)
{
  MaqTick unit = beat_ticks, rest = event->offset_ticks;

  while (rest != 0)
    {
      MaqTick next = unit % rest;

      unit = rest;
      rest = next;
    }
  return unit == beat_ticks
         || maq_ticks_to_seconds ((double) unit / 2.0, self->scene->tempo_qpm)
              >= MIN_DOUBLED_SECONDS;
}

/* A bar of the section that is felt otherwise: which bars of a pattern it takes over, and which
 * of the felt beats are its own. */
typedef struct
{
  MaqBar   place;
  MaqFeel  feel;
  MaqBeats felt;          /* the beats of a felt bar */
  guint    first_beat;    /* half-time: beats of the song before it in the felt bar */
} FeltBar;

static void
open_felt_bar (FeltBar         *self,
               const MaqGroove *groove,
               guint            bar,
               guint            pair_bar)
{
  MaqBeats other;
  guint n_beats;

  maq_bar_open (&self->place, groove, bar);
  self->feel = groove->scene->feel;
  self->first_beat = 0;
  n_beats = self->place.beats.n;
  if (self->feel == MAQ_FEEL_HALF)
    {
      guint other_bar = bar > pair_bar ? pair_bar : MIN (bar + 1, groove->scene->n_bars - 1);

      maq_beats_split (groove->scene->meters[other_bar], self->place.source->is_uneven, &other);
      self->first_beat = bar > pair_bar ? other.n : 0;
      n_beats = MIN ((n_beats + other.n + 1) / 2, MAQ_BEATS_MAX);
    }
  self->felt = (MaqBeats) { .n = n_beats, .is_uneven = self->place.beats.is_uneven };
  for (guint i = 0; i <= n_beats; i++)
    self->felt.starts[i] = (MaqTick) i * MAQ_TICKS_PER_QUARTER;
}

/* Notes of a bass that only lead on must not be dwelt on. */
static gboolean
is_on_the_way (const MaqGroove     *self,
               const MaqStyleLine  *line,
               const MaqStyleEvent *event)
{
  return self->role == MAQ_ROLE_BASS && line->play == MAQ_PLAY_DEGREES
         && strchr ("a269", event->sign) != NULL;
}

/* Each beat of the song is half a felt beat. */
static void
lay_half (const FeltBar       *self,
          const MaqStyleLine  *line,
          const MaqStyleEvent *event,
          GArray              *hits)
{
  const MaqBeats *source = self->place.source;
  gboolean is_step = is_on_the_way (self->place.groove, line, event);
  MaqTick lasts = is_step ? event->length_ticks : event->length_ticks * 2;
  MaqTick in_bar = source->starts[event->beat] + event->offset_ticks
                   + (is_step ? event->length_ticks / 2 : 0);
  guint from = maq_beats_find (source, MIN (in_bar, source->starts[source->n] - 1));
  MaqTick length = maq_beats_length (source, from);

  for (guint beat = 0; beat < self->place.beats.n; beat++)
    {
      guint felt = (self->first_beat + beat) / 2;
      MaqTick offset = (in_bar - source->starts[from]) * 2
                       - ((self->first_beat + beat) % 2 == 1 ? length : 0);

      if (felt < self->felt.n && offset >= 0 && offset < length
          && maq_bar_source_beat (felt, self->place.bar, &self->felt, source) == from)
        maq_bar_lay_event (&self->place, beat, line, event, offset, lasts, hits);
    }
}

/* Each beat of the song is two felt beats; @felt_bar is the first or the second bar in it. */
static void
lay_double (const FeltBar       *self,
            guint                felt_bar,
            const MaqStyleLine  *line,
            const MaqStyleEvent *event,
            GArray              *hits)
{
  MaqTick length = maq_beats_length (self->place.source, event->beat);

  if (!can_be_doubled (self->place.groove, event, length))
    return;
  for (guint i = 0; i < self->felt.n; i++)
    {
      guint felt = felt_bar * self->felt.n + i;

      if (maq_bar_source_beat (i, self->place.bar, &self->felt, self->place.source) == event->beat)
        maq_bar_lay_event (&self->place, felt / 2, line, event,
                           event->offset_ticks / 2 + (felt % 2 == 1 ? length / 2 : 0),
                           MAX (event->length_ticks / 2, 1), hits);
    }
}

/* In a second bar of either kind, what keeps the time plays on. */
void
maq_groove_lay_felt (const MaqGroove       *self,
                     const MaqStylePattern *pattern,
                     guint                  pattern_bar,
                     guint                  bar,
                     guint                  felt_bar,
                     GArray                *hits)
{
  gboolean has_risen = self->scene->bar_starts[bar] >= self->rise_ticks;
  gboolean is_half = self->scene->feel == MAQ_FEEL_HALF;
  FeltBar felt;

  open_felt_bar (&felt, self, bar, is_half ? bar - felt_bar : bar);
  for (guint i = 0; i < pattern->lines->len; i++)
    {
      const MaqStyleLine *line = &g_array_index (pattern->lines, MaqStyleLine, i);
      gboolean keeps = keeps_time (line, self->scene->feel);
      guint played = !keeps ? pattern_bar
                     : is_half ? (2 * pattern_bar + felt_bar) % pattern->bars : bar % pattern->bars;

      for (guint j = 0; j < line->n_events && line->from <= self->step + has_risen; j++)
        {
          const MaqStyleEvent *event = &line->events[j];

          if (event->bar != played || !maq_groove_line_sounds (self, line, event, has_risen))
            continue;
          if (keeps && (is_half || felt_bar == 0))
            lay_kept (&felt.place, line, event, hits);
          else if (!keeps && is_half)
            lay_half (&felt, line, event, hits);
          else if (!keeps)
            lay_double (&felt, felt_bar, line, event, hits);
        }
    }
}
