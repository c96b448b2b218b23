/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-clock.h"

#include <stdatomic.h>
#include <string.h>

enum
{
  WORD_FRAME,
  WORD_TICKS,
  WORD_SPAN_ID,
  WORD_SPAN_TICKS,
  WORD_TEMPO,
  WORD_FLAGS,
  N_WORDS,
};

#define FLAG_PLAYING 1
#define FLAG_COUNTING_IN 2
#define BEAT_SHIFT 2

/* A stamp of 0 is a point that is being written; else the point's number. */
typedef struct
{
  _Atomic guint64 stamp;
  _Atomic guint64 words[N_WORDS];
} Point;

struct _MaqClock
{
  int             rate_hz;
  _Atomic guint64 n_points;
  Point           points[MAQ_CLOCK_POINTS];
};

MaqClock *
maq_clock_new (int rate_hz)
{
  MaqClock *self = g_new0 (MaqClock, 1);

  self->rate_hz = rate_hz;
  return self;
}

void
maq_clock_free (MaqClock *self)
{
  g_free (self);
}

static guint64
from_double (double value)
{
  guint64 word;

  memcpy (&word, &value, sizeof word);
  return word;
}

static double
to_double (guint64 word)
{
  double value;

  memcpy (&value, &word, sizeof value);
  return value;
}

void
maq_clock_write (MaqClock                *self,
                 MaqFrame                 frame,
                 const MaqTransportState *position)
{
  guint64 number = atomic_load_explicit (&self->n_points, memory_order_relaxed) + 1;
  Point *point = &self->points[number % MAQ_CLOCK_POINTS];
  guint64 words[N_WORDS] = {
    [WORD_FRAME] = (guint64) frame,
    [WORD_TICKS] = from_double (position->ticks),
    [WORD_SPAN_ID] = position->span_id,
    [WORD_SPAN_TICKS] = from_double (position->span_ticks),
    [WORD_TEMPO] = from_double (position->tempo_qpm),
    [WORD_FLAGS] = (position->playing ? FLAG_PLAYING : 0)
                   | (position->counting_in ? FLAG_COUNTING_IN : 0)
                   | (guint64) position->count_in_beat << BEAT_SHIFT,
  };

  /* Whoever sees one of the new words also sees that the stamp was taken away. */
  atomic_store_explicit (&point->stamp, 0, memory_order_relaxed);
  for (guint i = 0; i < N_WORDS; i++)
    atomic_store_explicit (&point->words[i], words[i], memory_order_release);
  atomic_store_explicit (&point->stamp, number, memory_order_release);
  atomic_store_explicit (&self->n_points, number, memory_order_release);
}

static gboolean
read_point (MaqClock *self,
            guint64   number,
            guint64   words[N_WORDS])
{
  Point *point = &self->points[number % MAQ_CLOCK_POINTS];

  if (atomic_load_explicit (&point->stamp, memory_order_acquire) != number)
    return FALSE;
  for (guint i = 0; i < N_WORDS; i++)
    words[i] = atomic_load_explicit (&point->words[i], memory_order_acquire);
  return atomic_load_explicit (&point->stamp, memory_order_relaxed) == number;
}

/* The last readable point that is not after the frame; else the oldest readable. */
static gboolean
find_point (MaqClock *self,
            MaqFrame  frame,
            guint64   words[N_WORDS])
{
  guint64 newest = atomic_load_explicit (&self->n_points, memory_order_acquire);
  guint64 oldest = newest > MAQ_CLOCK_POINTS ? newest - MAQ_CLOCK_POINTS + 1 : 1;
  gboolean found = FALSE;

  for (guint64 number = newest; number >= oldest && number > 0; number--)
    {
      guint64 candidate[N_WORDS];

      if (!read_point (self, number, candidate))
        break;
      memcpy (words, candidate, sizeof candidate);
      found = TRUE;
      if ((MaqFrame) words[WORD_FRAME] <= frame)
        break;
    }
  return found;
}

gboolean
maq_clock_read (MaqClock          *self,
                MaqFrame           frame,
                MaqTransportState *position)
{
  guint64 words[N_WORDS];
  double tempo_qpm;
  double ticks = 0.0;

  if (!find_point (self, frame, words))
    return FALSE;
  tempo_qpm = to_double (words[WORD_TEMPO]);
  position->playing = (words[WORD_FLAGS] & FLAG_PLAYING) != 0;
  position->counting_in = (words[WORD_FLAGS] & FLAG_COUNTING_IN) != 0;
  position->count_in_beat = (guint) (words[WORD_FLAGS] >> BEAT_SHIFT);
  position->span_id = words[WORD_SPAN_ID];
  position->tempo_qpm = tempo_qpm;
  if (position->playing && !position->counting_in && (MaqFrame) words[WORD_FRAME] < frame)
    ticks = maq_seconds_to_ticks ((double) (frame - (MaqFrame) words[WORD_FRAME]) / self->rate_hz,
                                  tempo_qpm);
  position->ticks = to_double (words[WORD_TICKS]) + ticks;
  position->span_ticks = to_double (words[WORD_SPAN_TICKS]) + ticks;
  return TRUE;
}
