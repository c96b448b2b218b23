/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-loudness.h"

#include <ebur128.h>
#include <math.h>

#include "maq-power.h"

/* The standard wants the maxima looked for at least every 10 ms: these are steps of so much. */
#define STEP_MSEC 10
#define MOMENTARY_STEPS 40
#define SHORT_TERM_STEPS 300

struct _MaqLoudness
{
  ebur128_state    *state;
  MaqFrame          n_frames;
  gsize             step_frames; /* 0: the maxima are not looked for */
  gsize             n_unpolled;
  double            step_powers[SHORT_TERM_STEPS];
  guint             n_steps;
  MaqLoudnessMaxima maxima;      /* of all that was heard */
  MaqLoudnessMaxima lately;      /* since they were taken */
};

static const MaqLoudnessMaxima no_maxima = { MAQ_LOUDNESS_SILENCE, MAQ_LOUDNESS_SILENCE };

MaqLoudness *
maq_loudness_new (guint            rate_hz,
                  guint            n_channels,
                  MaqLoudnessFlags flags)
{
  MaqLoudness *self;
  ebur128_state *state;
  int mode = EBUR128_MODE_I | EBUR128_MODE_LRA
             | (flags & MAQ_LOUDNESS_NO_TRUE_PEAK ? EBUR128_MODE_SAMPLE_PEAK
                                                  : EBUR128_MODE_TRUE_PEAK);

  g_return_val_if_fail (rate_hz >= 8000 && rate_hz <= 384000, NULL);
  g_return_val_if_fail (n_channels == 1 || n_channels == 2, NULL);

  state = ebur128_init (n_channels, rate_hz, mode);
  if (state == NULL)
    g_error ("no memory for a loudness meter");

  self = g_new0 (MaqLoudness, 1);
  self->state = state;
  self->step_frames = flags & MAQ_LOUDNESS_MAXIMA ? rate_hz * STEP_MSEC / 1000 : 0;
  self->maxima = no_maxima;
  self->lately = no_maxima;
  return self;
}

void
maq_loudness_free (MaqLoudness *self)
{
  ebur128_destroy (&self->state);
  g_free (self);
}

/* The library says -inf where nothing passed its gates. */
static double
level_or_silence (double level)
{
  return isfinite (level) ? level : MAQ_LOUDNESS_SILENCE;
}

static double
peak_to_db (double peak)
{
  return peak > 0.0 ? 20.0 * log10 (peak) : MAQ_LOUDNESS_SILENCE;
}

/* Mean of the last steps, or silence while there are not so many: a window that is not yet
 * full would be averaged with silence. */
static double
get_mean_lufs (const MaqLoudness *self,
               guint              n_steps)
{
  double sum = 0.0;

  if (self->n_steps < n_steps)
    return MAQ_LOUDNESS_SILENCE;
  for (guint i = self->n_steps - n_steps; i < self->n_steps; i++)
    sum += self->step_powers[i % SHORT_TERM_STEPS];
  return maq_power_to_db (sum / n_steps);
}

static void
raise_to (MaqLoudnessMaxima       *self,
          const MaqLoudnessMaxima *other)
{
  self->momentary_lufs = MAX (self->momentary_lufs, other->momentary_lufs);
  self->short_term_lufs = MAX (self->short_term_lufs, other->short_term_lufs);
}

/* The library would go through all frames of a window for each step. */
static void
poll_maxima (MaqLoudness *self)
{
  MaqLoudnessMaxima now;
  double lufs;

  if (ebur128_loudness_window (self->state, STEP_MSEC, &lufs) != EBUR128_SUCCESS)
    lufs = -HUGE_VAL;
  self->step_powers[self->n_steps++ % SHORT_TERM_STEPS]
    = maq_power_from_db (level_or_silence (lufs));
  now.momentary_lufs = get_mean_lufs (self, MOMENTARY_STEPS);
  now.short_term_lufs = get_mean_lufs (self, SHORT_TERM_STEPS);
  raise_to (&self->maxima, &now);
  raise_to (&self->lately, &now);
  self->n_unpolled = 0;
}

void
maq_loudness_add (MaqLoudness *self,
                  const float *samples,
                  gsize        n_frames)
{
  while (n_frames > 0)
    {
      gsize n = n_frames;

      if (self->step_frames > 0)
        n = MIN (n, self->step_frames - self->n_unpolled);
      if (ebur128_add_frames_float (self->state, samples, n) != EBUR128_SUCCESS)
        g_error ("no memory for the loudness history");
      samples += n * self->state->channels;
      n_frames -= n;
      self->n_frames += (MaqFrame) n;
      self->n_unpolled += n;
      if (self->step_frames > 0 && self->n_unpolled == self->step_frames)
        poll_maxima (self);
    }
}

MaqLoudnessFigures
maq_loudness_get_figures (MaqLoudness *self)
{
  MaqLoudnessFigures figures = { .n_frames = self->n_frames };
  double true_peak = 0.0;
  double sample_peak = 0.0;
  double value;

  if (ebur128_loudness_global (self->state, &value) != EBUR128_SUCCESS)
    value = -HUGE_VAL;
  figures.integrated_lufs = level_or_silence (value);
  if (ebur128_loudness_range (self->state, &value) == EBUR128_SUCCESS && isfinite (value))
    figures.range_lu = value;

  for (guint i = 0; i < self->state->channels; i++)
    {
      if (ebur128_true_peak (self->state, i, &value) == EBUR128_SUCCESS)
        true_peak = MAX (true_peak, value);
      if (ebur128_sample_peak (self->state, i, &value) == EBUR128_SUCCESS)
        sample_peak = MAX (sample_peak, value);
    }
  figures.true_peak_dbtp = peak_to_db (true_peak);
  figures.sample_peak_db = peak_to_db (sample_peak);
  figures.momentary_max_lufs = self->maxima.momentary_lufs;
  figures.short_term_max_lufs = self->maxima.short_term_lufs;
  return figures;
}

MaqLoudnessMaxima
maq_loudness_take_maxima (MaqLoudness *self)
{
  MaqLoudnessMaxima lately = self->lately;

  self->lately = no_maxima;
  return lately;
}

double
maq_loudness_get_window (MaqLoudness *self,
                         double       seconds)
{
  double lufs;

  g_return_val_if_fail (seconds >= 0.001 && seconds <= MAQ_LOUDNESS_MAX_WINDOW_SECONDS,
                        MAQ_LOUDNESS_SILENCE);

  if (ebur128_loudness_window (self->state, (unsigned long) (seconds * 1000.0), &lufs)
      != EBUR128_SUCCESS)
    return MAQ_LOUDNESS_SILENCE;
  return level_or_silence (lufs);
}
