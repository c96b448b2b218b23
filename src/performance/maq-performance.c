/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-performance.h"

#include <math.h>

struct _MaqPerformance
{
  MaqSpan        *spans;
  double         *start_seconds;  /* n_spans + 1: the last is the end of the song */
  guint           n_spans;
  MaqLane       **lanes;
  guint           n_lanes;
  gboolean        any_soloed;
  gpointer        origin;
  GDestroyNotify  origin_free;
};

static MaqTempo
tempo_of (const MaqSpan *span)
{
  return (MaqTempo) { span->length_ticks, span->tempo_qpm, span->ramp_ticks,
                      span->ramp_tempo_qpm };
}

double
maq_span_get_tempo (const MaqSpan *self,
                    double         ticks,
                    double        *until_ticks)
{
  return maq_tempo_at (tempo_of (self), ticks, until_ticks);
}

double
maq_span_ticks_to_seconds (const MaqSpan *self,
                           double         ticks)
{
  return maq_tempo_ticks_to_seconds (tempo_of (self), ticks);
}

double
maq_span_seconds_to_ticks (const MaqSpan *self,
                           double         seconds)
{
  return maq_tempo_seconds_to_ticks (tempo_of (self), seconds);
}

static void
take_spans (MaqPerformance *self,
            const MaqSpan  *spans,
            guint           n_spans)
{
  double seconds = 0.0;

  self->n_spans = n_spans;
  self->spans = g_new0 (MaqSpan, n_spans);
  self->start_seconds = g_new0 (double, n_spans + 1);
  for (guint i = 0; i < n_spans; i++)
    {
      self->spans[i] = spans[i];
      if (spans[i].click != NULL)
        maq_phrase_ref (spans[i].click);
      self->start_seconds[i] = seconds;
      seconds += maq_span_ticks_to_seconds (&spans[i], (double) spans[i].length_ticks);
    }
  self->start_seconds[n_spans] = seconds;
}

static void
take_lanes (MaqPerformance *self,
            MaqLane *const *lanes,
            guint           n_lanes)
{
  self->n_lanes = n_lanes;
  self->lanes = g_new0 (MaqLane *, n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    {
      self->lanes[i] = maq_lane_ref (lanes[i]);
      if (maq_lane_get_strip (lanes[i])->soloed)
        self->any_soloed = TRUE;
    }
}

static gboolean
endings_are_sound (const MaqSpan *span)
{
  return span->ramp_ticks >= 0 && span->ramp_ticks <= span->length_ticks
         && (span->ramp_ticks == 0 || span->ramp_tempo_qpm > 0.0)
         && span->cut_ticks >= 0 && span->cut_ticks <= span->length_ticks
         && span->fade_ticks >= 0 && span->fade_ticks <= span->length_ticks
         && (guint) span->room < MAQ_N_ROOM_KINDS && span->duck_db <= 0.0;
}

static gboolean
spans_are_sound (const MaqSpan *spans,
                 guint          n_spans)
{
  MaqTick start_ticks = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      if (spans[i].id == 0 || spans[i].start_ticks != start_ticks
          || spans[i].length_ticks <= 0 || !(spans[i].tempo_qpm > 0.0)
          || !endings_are_sound (&spans[i]))
        return FALSE;
      start_ticks += spans[i].length_ticks;
    }
  return TRUE;
}

MaqPerformance *
maq_performance_new (const MaqSpan  *spans,
                     guint           n_spans,
                     MaqLane *const *lanes,
                     guint           n_lanes,
                     gpointer        origin,
                     GDestroyNotify  origin_free)
{
  MaqPerformance *self;

  g_return_val_if_fail (spans != NULL || n_spans == 0, NULL);
  g_return_val_if_fail (lanes != NULL || n_lanes == 0, NULL);
  g_return_val_if_fail (spans_are_sound (spans, n_spans), NULL);

  self = g_atomic_rc_box_new0 (MaqPerformance);
  take_spans (self, spans, n_spans);
  take_lanes (self, lanes, n_lanes);
  self->origin = origin;
  self->origin_free = origin_free;
  return self;
}

static MaqLane *
make_lane_range (MaqLane *lane,
                 guint    first,
                 guint    n_spans)
{
  g_autofree MaqPhrase **phrases = g_new0 (MaqPhrase *, MAX (n_spans, 1));

  for (guint i = 0; i < n_spans; i++)
    phrases[i] = maq_lane_get_phrase (lane, first + i);
  return maq_lane_new (maq_lane_get_id (lane), maq_lane_get_name (lane), maq_lane_is_drums (lane),
                       maq_lane_get_bank (lane), maq_lane_get_program (lane),
                       maq_lane_get_strip (lane), phrases, n_spans);
}

MaqPerformance *
maq_performance_new_range (MaqPerformance *self,
                           guint           first,
                           guint           n_spans)
{
  g_autofree MaqSpan *spans = g_new0 (MaqSpan, MAX (n_spans, 1));
  g_autoptr(GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lane_unref);

  g_return_val_if_fail (first <= self->n_spans && n_spans <= self->n_spans - first, NULL);

  for (guint i = 0; i < n_spans; i++)
    {
      spans[i] = self->spans[first + i];
      spans[i].start_ticks -= self->spans[first].start_ticks;
      spans[i].first_bar -= self->spans[first].first_bar;
    }
  for (guint i = 0; i < self->n_lanes; i++)
    g_ptr_array_add (lanes, make_lane_range (self->lanes[i], first, n_spans));
  return maq_performance_new (spans, n_spans, (MaqLane *const *) lanes->pdata, lanes->len,
                              maq_performance_ref (self),
                              (GDestroyNotify) maq_performance_unref);
}

MaqPerformance *
maq_performance_ref (MaqPerformance *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_performance (gpointer data)
{
  MaqPerformance *self = data;

  for (guint i = 0; i < self->n_spans; i++)
    g_clear_pointer (&self->spans[i].click, maq_phrase_unref);
  for (guint i = 0; i < self->n_lanes; i++)
    maq_lane_unref (self->lanes[i]);
  g_free (self->spans);
  g_free (self->start_seconds);
  g_free (self->lanes);
  if (self->origin_free != NULL)
    self->origin_free (self->origin);
}

void
maq_performance_unref (MaqPerformance *self)
{
  g_atomic_rc_box_release_full (self, clear_performance);
}

guint
maq_performance_get_n_spans (MaqPerformance *self)
{
  return self->n_spans;
}

const MaqSpan *
maq_performance_get_span (MaqPerformance *self,
                          guint           index)
{
  g_return_val_if_fail (index < self->n_spans, NULL);

  return &self->spans[index];
}

guint
maq_performance_get_n_lanes (MaqPerformance *self)
{
  return self->n_lanes;
}

MaqLane *
maq_performance_get_lane (MaqPerformance *self,
                          guint           index)
{
  g_return_val_if_fail (index < self->n_lanes, NULL);

  return self->lanes[index];
}

MaqTick
maq_performance_get_length (MaqPerformance *self)
{
  const MaqSpan *last;

  if (self->n_spans == 0)
    return 0;
  last = &self->spans[self->n_spans - 1];
  return last->start_ticks + last->length_ticks;
}

gpointer
maq_performance_get_origin (MaqPerformance *self)
{
  return self->origin;
}

gboolean
maq_performance_any_soloed (MaqPerformance *self)
{
  return self->any_soloed;
}

guint
maq_performance_find_span (MaqPerformance *self,
                           MaqTick         ticks)
{
  guint low = 0;
  guint high = self->n_spans;

  while (high - low > 1 && high > 0)
    {
      guint middle = low + (high - low) / 2;

      if (self->spans[middle].start_ticks <= ticks)
        low = middle;
      else
        high = middle;
    }
  return low;
}

int
maq_performance_find_span_id (MaqPerformance *self,
                              guint64         id)
{
  for (guint i = 0; i < self->n_spans; i++)
    if (self->spans[i].id == id)
      return (int) i;
  return -1;
}

int
maq_performance_find_lane_id (MaqPerformance *self,
                              guint64         id)
{
  for (guint i = 0; i < self->n_lanes; i++)
    if (maq_lane_get_id (self->lanes[i]) == id)
      return (int) i;
  return -1;
}

double
maq_performance_ticks_to_seconds (MaqPerformance *self,
                                  double          ticks)
{
  const MaqSpan *span;
  guint index;

  if (self->n_spans == 0 || ticks <= 0.0)
    return 0.0;
  index = maq_performance_find_span (self, (MaqTick) ticks);
  span = &self->spans[index];
  return self->start_seconds[index]
         + maq_span_ticks_to_seconds (span, ticks - (double) span->start_ticks);
}

double
maq_performance_seconds_to_ticks (MaqPerformance *self,
                                  double          seconds)
{
  guint low = 0;
  guint high = self->n_spans;

  if (self->n_spans == 0 || seconds <= 0.0)
    return 0.0;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->start_seconds[middle] <= seconds)
        low = middle;
      else
        high = middle;
    }
  return (double) self->spans[low].start_ticks
         + maq_span_seconds_to_ticks (&self->spans[low], seconds - self->start_seconds[low]);
}
