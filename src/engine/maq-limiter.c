/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-limiter.h"

#include <math.h>
#include <string.h>

#include "maq-peak.h"

#define LOOK_AHEAD_SECONDS 0.004
#define RELEASE_SECONDS 0.090

/* 0.1 dB under the ceiling: what four times the rate may miss, and what the gain adds. */
#define TARGET (MAQ_LIMITER_CEILING * 0.9886f)

/* Between two samples there are so many more, each made of so many samples. */
#define N_PHASES 3
#define N_TAPS 12

/* Frames from a peak to the last sample by which it is seen, and some. */
#define LATE 16

/* No wave is further from its samples than this. */
#define MAX_OVERSHOOT 2.5f

/* 80 dB over: whatever is above is broken, and too much for the arithmetic. */
#define ABSURD 10000.0f

/*
 * For each frame the gain that it needs; of these the smallest within the
 * window ahead; then a slow way up again; then the mean over a window that is
 * shorter by what a peak is seen late. Each of the means is taken over gains
 * that all suit the frame that leaves.
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
  float    taps[N_PHASES][N_TAPS];
  float    before[2][N_TAPS];  /* the last samples */
  guint    n_recent;
  double  *recent;         /* the last released gains, a ring */
  double   recent_sum;
  guint    n_open;         /* frames since a gain below 1 was last seen in recent */
};

/* A sinc under a Hann window, for the places between two samples. */
static void
make_taps (MaqLimiter *self)
{
  for (guint phase = 0; phase < N_PHASES; phase++)
    for (guint i = 0; i < N_TAPS; i++)
      {
        double x = (double) i - N_TAPS / 2 + (phase + 1.0) / (N_PHASES + 1);
        double window = 0.5 + 0.5 * cos (2.0 * G_PI * x / (N_TAPS + 1));

        self->taps[phase][i] = (float) (window * sin (G_PI * x) / (G_PI * x));
      }
}

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
  self->n_recent = self->window - LATE;
  self->recent = g_new0 (double, self->n_recent);
  for (guint i = 0; i < self->n_recent; i++)
    self->recent[i] = 1.0;
  self->recent_sum = self->n_recent;
  self->n_open = self->n_recent;
  make_taps (self);
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
  double *oldest = &self->recent[self->now % self->n_recent];
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
      return (float) (self->recent_sum / self->n_recent);
    }
  /* A sum of ones needs no memory of what was: rounding starts afresh. */
  if (++self->n_open >= self->n_recent)
    {
      self->n_open = self->n_recent;
      self->recent_sum = self->n_recent;
    }
  return (float) (self->recent_sum / self->n_recent);
}

static void
repair (float *samples)
{
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    samples[n] = isfinite (samples[n]) ? CLAMP (samples[n], -ABSURD, ABSURD) : 0.0f;
}

/* Raises the peak of each frame to that of the wave up to there. */
static void
raise_peaks (MaqLimiter  *self,
             guint        side,
             const float *samples,
             float       *peaks)
{
  float all[N_TAPS + MAQ_QUANTUM];
  float *before = self->before[side];
  float highest = maq_peak_of_quantum (samples);

  for (guint i = 0; i < N_TAPS; i++)
    highest = MAX (highest, fabsf (before[i]));
  memcpy (all, before, N_TAPS * sizeof *before);
  memcpy (all + N_TAPS, samples, MAQ_QUANTUM * sizeof *samples);
  memcpy (before, all + MAQ_QUANTUM, N_TAPS * sizeof *before);
  if (highest * MAX_OVERSHOOT <= TARGET)
    return;
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    peaks[n] = fmaxf (peaks[n], fabsf (samples[n]));
  for (guint phase = 0; phase < N_PHASES; phase++)
    {
      float between[MAQ_QUANTUM] = { 0.0f };

      for (guint i = 0; i < N_TAPS; i++)
        for (guint n = 0; n < MAQ_QUANTUM; n++)
          between[n] += self->taps[phase][i] * all[N_TAPS + n - i];
      for (guint n = 0; n < MAQ_QUANTUM; n++)
        peaks[n] = fmaxf (peaks[n], fabsf (between[n]));
    }
}

static float
needed_gain (float peak)
{
  return peak > TARGET ? TARGET / peak : 1.0f;
}

static gboolean
stays_open (MaqLimiter  *self,
            const float *peaks)
{
  return self->n_open >= self->n_recent
         && (self->n_lowest == 0 || self->lowest_gain[self->lowest_head] >= 1.0f)
         && maq_peak_of_quantum (peaks) <= TARGET;
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
  float peaks[MAQ_QUANTUM] = { 0.0f };

  repair (left);
  repair (right);
  raise_peaks (self, 0, left, peaks);
  raise_peaks (self, 1, right, peaks);
  if (stays_open (self, peaks))
    {
      pass (self, left, right);
      return;
    }
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      guint slot = self->now % self->window;
      float in_left = left[n];
      float in_right = right[n];
      float gain = smooth_gain (self, needed_gain (peaks[n]));

      left[n] = self->left[slot] * gain;
      right[n] = self->right[slot] * gain;
      self->left[slot] = in_left;
      self->right[slot] = in_right;
      self->now++;
    }
}
