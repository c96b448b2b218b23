/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-held.h"
#include "maq-sequencer.h"

G_BEGIN_DECLS

/* MaqNote says that no note is further from its tick than this. */
#define MAX_LAG_SECONDS 0.033
#define NO_SOUND G_MAXUINT32
#define NO_TUNING G_MAXUINT8
#define LONG_AGO -1e15

/* More new notes in one quantum are noise, and the list has room for these. */
#define MAX_STRIKES 800

/* A note that began a while ago is struck anew only if it is still long. */
#define CHASE_TICKS (MAQ_TICKS_PER_QUARTER / 2)
#define CHASE_LOOK_BACK 512

#define CLICK_CURSOR MAQ_RACK_MAX_SLOTS
#define N_CURSORS (MAQ_RACK_MAX_SLOTS + 1)

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
  guint8          tunings[MAQ_RACK_MAX_SLOTS]; /* likewise */
  guint           n_strikes;
  MaqBlender      blender;
  MaqHeld         held;
};

static inline guint
n_spans (MaqSequencer *self)
{
  return self->plan != NULL ? maq_performance_get_n_spans (self->plan->performance) : 0;
}

static inline const MaqSpan *
get_span (MaqSequencer *self)
{
  return maq_performance_get_span (self->plan->performance, self->span);
}

static inline double
ticks_per_second (const MaqSpan *span,
                  double         ticks)
{
  double tempo_qpm = span->ramp_ticks > 0 ? maq_span_get_tempo (span, ticks, NULL)
                                          : span->tempo_qpm;

  return tempo_qpm * MAQ_TICKS_PER_QUARTER / 60.0;
}

/* Further from where it is written than this, no note of the span sounds. */
static inline double
max_lag_ticks (const MaqSpan *span)
{
  return MAX_LAG_SECONDS * MAX (ticks_per_second (span, 0.0),
                                ticks_per_second (span, (double) span->length_ticks));
}

static inline MaqPhrase *
get_phrase (MaqSequencer *self,
            guint         lane,
            guint         span)
{
  return maq_lane_get_phrase (maq_performance_get_lane (self->plan->performance, lane), span);
}

static inline int
find_span (MaqSequencer *self,
           guint64       id)
{
  MaqPerformance *performance = self->plan->performance;

  if (self->span < n_spans (self) && get_span (self)->id == id)
    return (int) self->span;
  return maq_performance_find_span_id (performance, id);
}

/* Whether the loop leads from the end of the present span to the start of one. */
static inline gboolean
is_loop_whole (MaqSequencer *self)
{
  return self->loop_end_ticks >= (double) get_span (self)->length_ticks
         && self->loop_start_ticks <= 0.0;
}

/* The first note that starts no earlier than this. */
guint maq_sequencer_find_note (MaqPhrase *phrase,
                               double     ticks) MAQ_RT;
/* Makes sure that a lane sounds as a phrase of it wants. */
void maq_sequencer_ask_for_sound (MaqSequencer *self,
                                  guint         lane,
                                  MaqPhrase    *phrase,
                                  MaqEventList *events) MAQ_RT;
/* Strikes what all lanes have between two ticks of the present span. */
void maq_sequencer_play_lanes (MaqSequencer *self,
                               double        from_ticks,
                               double        to_ticks,
                               MaqEventList *events) MAQ_RT;
/* Lets the metronome click. */
void maq_sequencer_click (gboolean      accent,
                          MaqEventList *events) MAQ_RT;
/* Sets the cursors for the present place. */
void maq_sequencer_find_cursors (MaqSequencer *self) MAQ_RT;
/* Strikes what began before and still sounds here, on one lane. */
void maq_sequencer_chase_lane (MaqSequencer *self,
                               guint         lane,
                               MaqEventList *events) MAQ_RT;
/* Finds the places of the loop in the present performance. */
void maq_sequencer_resolve_loop (MaqSequencer *self) MAQ_RT;
/* The end of the present bar, in ticks of its span. */
double maq_sequencer_find_bar_end (MaqSequencer *self) MAQ_RT;

G_END_DECLS
