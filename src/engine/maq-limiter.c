/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-limiter.h"

#include <math.h>
#include <string.h>

#include "maq-peak.h"

#define LOOK_AHEAD_SECONDS 0.004
#define RELEASE_SECONDS 0.090

/* A hair under the ceiling, for the rounding of the last multiplication. */
#define TARGET (MAQ_LIMITER_CEILING * 0.99999f)

/* 80 dB over: whatever is above is broken, and too much for the arithmetic. */
#define ABSURD 10000.0f

/*
 * For each frame the gain that it needs; of these the smallest within the
 * window ahead; then a slow way up again; then the mean over the window. Each
 * of the means is taken over gains that all suit the frame that leaves.
 */
struct _MaqLimiter
{
  guint    window;         /* frames of look-ahead */
  guint64  now;
  float   *left;           /* window frames on their way */
  float   *right;
  float   *lowest_gain;    /* ascending gains of the window, a ring */
  guint64 *lowest_frame;
  guint    lowest_head;
  guint    n_lowest;
  double   released;
  double   release;
  double  *recent;         /* the last window of released gains, a ring */
  double   recent_sum;
  guint    n_open;         /* frames since a gain below 1 was last seen in recent */
};

MaqLimiter *
maq_limiter_new (int rate_hz)
{
  MaqLimiter *self;

  g_return_val_if_fail (rate_hz > 0, NULL);

  self = g_new0 (MaqLimiter, 1);
  self->window = (guint) ceil (rate_hz * LOOK_AHEAD_SECONDS / MAQ_QUANTUM) * MAQ_QUANTUM;
  self->left = g_new0 (float, self->window);
  self->right = g_new0 (float, self->window);
  self->lowest_gain = g_new0 (float, self->window + 1);
  self->lowest_frame = g_new0 (guint64, self->window + 1);
  self->released = 1.0;
  self->release = 1.0 - exp (-1.0 / (RELEASE_SECONDS * rate_hz));
  self->recent = g_new0 (double, self->window);
  for (guint i = 0; i < self->window; i++)
    self->recent[i] = 1.0;
  self->recent_sum = self->window;
  self->n_open = self->window;
  return self;
}

void
maq_limiter_free (MaqLimiter *self)
{
  if (self == NULL)
    return;
  g_free (self->left);
  g_free (self->right);
  g_free (self->lowest_gain);
  g_free (self->lowest_frame);
  g_free (self->recent);
  g_free (self);
}

guint
maq_limiter_get_latency (MaqLimiter *self)
{
  return self->window;
}

/* The smallest of the gains pushed in this and the window frames before. */
static float
push_lowest (MaqLimiter *self,
             float       gain)
{
  guint size = self->window + 1;

  if (self->n_lowest > 0
      && self->lowest_frame[self->lowest_head] + self->window < self->now)
    {
      self->lowest_head = (self->lowest_head + 1) % size;
      self->n_lowest--;
    }
  while (self->n_lowest > 0
         && self->lowest_gain[(self->lowest_head + self->n_lowest - 1) % size] >= gain)
    self->n_lowest--;
  self->lowest_gain[(self->lowest_head + self->n_lowest) % size] = gain;
  self->lowest_frame[(self->lowest_head + self->n_lowest) % size] = self->now;
  self->n_lowest++;
  return self->lowest_gain[self->lowest_head];
}

static float
smooth_gain (MaqLimiter *self,
             float       needed)
{
  double *oldest = &self->recent[self->now % self->window];
  double lowest = push_lowest (self, needed);

  self->released += (1.0 - self->released) * self->release;
  if (self->released > 0.99999)
    self->released = 1.0;
  self->released = MIN (self->released, lowest);
  self->recent_sum += self->released - *oldest;
  *oldest = self->released;
  if (self->released < 1.0)
    {
      self->n_open = 0;
      return (float) (self->recent_sum / self->window);
    }
  /* A sum of ones needs no memory of what was: rounding starts afresh. */
  if (++self->n_open >= self->window)
    {
      self->n_open = self->window;
      self->recent_sum = self->window;
    }
  return (float) (self->recent_sum / self->window);
}

static float
repair (float sample)
{
  return isfinite (sample) ? CLAMP (sample, -ABSURD, ABSURD) : 0.0f;
}

static float
needed_gain (float left,
             float right)
{
  float peak = MAX (fabsf (left), fabsf (right));

  return peak > TARGET ? TARGET / peak : 1.0f;
}

static gboolean
stays_open (MaqLimiter  *self,
            const float *left,
            const float *right)
{
  if (self->n_open < self->window
      || (self->n_lowest > 0 && self->lowest_gain[self->lowest_head] < 1.0f))
    return FALSE;
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    if (isnan (left[n]) || isnan (right[n]))
      return FALSE;
  return maq_peak_of_quantum (left) <= TARGET && maq_peak_of_quantum (right) <= TARGET;
}

/* What running through all of it with gains of one comes to. */
static void
pass (MaqLimiter *self,
      float      *left,
      float      *right)
{
  guint slot = self->now % self->window;
  gsize size = MAQ_QUANTUM * sizeof (float);
  float delayed[MAQ_QUANTUM];

  memcpy (delayed, self->left + slot, size);
  memcpy (self->left + slot, left, size);
  memcpy (left, delayed, size);
  memcpy (delayed, self->right + slot, size);
  memcpy (self->right + slot, right, size);
  memcpy (right, delayed, size);
  self->now += MAQ_QUANTUM;
  self->n_lowest = 1;
  self->lowest_gain[self->lowest_head] = 1.0f;
  self->lowest_frame[self->lowest_head] = self->now - 1;
}

void
maq_limiter_run (MaqLimiter *self,
                 float      *left,
                 float      *right)
{
  if (stays_open (self, left, right))
    {
      pass (self, left, right);
      return;
    }
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      guint slot = self->now % self->window;
      float in_left = repair (left[n]);
      float in_right = repair (right[n]);
      float gain = smooth_gain (self, needed_gain (in_left, in_right));

      left[n] = self->left[slot] * gain;
      right[n] = self->right[slot] * gain;
      self->left[slot] = in_left;
      self->right[slot] = in_right;
      self->now++;
    }
}
