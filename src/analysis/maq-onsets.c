/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-onsets.h"

#include <gst/fft/gstfftf32.h>
#include <math.h>
#include <string.h>

#define STEPS_PER_SECOND 100

/* Long enough to tell the partials of a chord apart, short enough for strokes. */
#define WINDOW_SECONDS 0.0213

/* What is softer than 1/COMPRESSION of full scale, −80 dBFS, hardly counts. */
#define COMPRESSION 1e4f

#define BANDS_PER_OCTAVE 12
#define LOWEST_HZ 30.0
#define HIGHEST_HZ 16000.0
#define MAX_BANDS 128

/* In steps of 10 ms. */
#define LAG 2
#define PEAK 3
#define BEFORE 10
#define AFTER 4
#define APART 5

/* How far the flux has to stand out: at all, from its surroundings, from what it just was. */
#define THRESHOLD 0.03f
#define OVER_MEAN 1.7f
#define OVER_BEFORE 2.0f

#define N_FLUX (BEFORE + 1 + AFTER)

struct _MaqOnsets
{
  guint             rate_hz;
  guint             n_window;
  float            *window;
  float            *frames;                     /* the newest, oldest first */
  float            *windowed;
  GstFFTF32        *fft;
  GstFFTF32Complex *bins;
  guint             n_step;
  guint             n_waiting;                  /* frames since the last step */

  guint             n_bands;
  guint             edges[MAX_BANDS + 1];       /* the bins where bands begin */
  float             scale;
  float             levels[LAG + 1][MAX_BANDS]; /* of the last steps, the newest first */
  float             flux[N_FLUX];               /* the newest last */
  guint             n_since;                    /* steps since the last onset */
};

/* A semitone each, but at least one bin. */
static void
lay_out_bands (MaqOnsets *self)
{
  const double bin_hz = (double) self->rate_hz / self->n_window;
  const double ratio = pow (2.0, 1.0 / BANDS_PER_OCTAVE);
  const guint n_bins = self->n_window / 2;
  const guint last = (guint) MIN (HIGHEST_HZ / bin_hz, n_bins);
  double edge_hz = LOWEST_HZ;
  guint bin = (guint) MAX (ceil (LOWEST_HZ / bin_hz), 1.0);

  self->edges[0] = bin;
  while (bin < last && self->n_bands < MAX_BANDS)
    {
      while (edge_hz < (bin + 1) * bin_hz)
        edge_hz *= ratio;
      bin = (guint) (edge_hz / bin_hz);
      self->edges[++self->n_bands] = MIN (bin, last);
    }
}

MaqOnsets *
maq_onsets_new (guint rate_hz)
{
  MaqOnsets *self;
  double sum = 0.0;

  g_return_val_if_fail (rate_hz >= 8000 && rate_hz <= 192000, NULL);

  self = g_new0 (MaqOnsets, 1);
  self->rate_hz = rate_hz;
  self->n_step = rate_hz / STEPS_PER_SECOND;
  self->n_window = (guint) gst_fft_next_fast_length ((int) (WINDOW_SECONDS * rate_hz));
  self->window = g_new (float, self->n_window);
  self->frames = g_new0 (float, self->n_window);
  self->windowed = g_new (float, self->n_window);
  self->bins = g_new (GstFFTF32Complex, self->n_window / 2 + 1);
  self->fft = gst_fft_f32_new ((int) self->n_window, FALSE);
  for (guint i = 0; i < self->n_window; i++)
    {
      self->window[i] = (float) (0.5 - 0.5 * cos (2.0 * G_PI * i / self->n_window));
      sum += self->window[i];
    }
  /* a sine at full scale has a magnitude of one */
  self->scale = (float) (2.0 / sum);
  self->n_since = APART;
  lay_out_bands (self);
  return self;
}

void
maq_onsets_free (MaqOnsets *self)
{
  if (self == NULL)
    return;
  gst_fft_f32_free (self->fft);
  g_free (self->window);
  g_free (self->frames);
  g_free (self->windowed);
  g_free (self->bins);
  g_free (self);
}

static void
take_levels (MaqOnsets *self,
             float     *levels)
{
  for (guint i = 0; i < self->n_window; i++)
    self->windowed[i] = self->frames[i] * self->window[i];
  gst_fft_f32_fft (self->fft, self->windowed, self->bins);
  for (guint band = 0; band < self->n_bands; band++)
    {
      float power = 0.0f;

      for (guint i = self->edges[band]; i < self->edges[band + 1]; i++)
        power += self->bins[i].r * self->bins[i].r + self->bins[i].i * self->bins[i].i;
      levels[band] = log10f (1.0f + COMPRESSION * self->scale * sqrtf (power));
    }
}

/* How much the bands have grown, on average. */
static float
get_flux (MaqOnsets *self)
{
  const float *now = self->levels[0];
  const float *before = self->levels[LAG];
  float sum = 0.0f;

  for (guint band = 0; band < self->n_bands; band++)
    {
      float loudest = before[band];

      if (band > 0)
        loudest = MAX (loudest, before[band - 1]);
      if (band + 1 < self->n_bands)
        loudest = MAX (loudest, before[band + 1]);
      sum += MAX (now[band] - loudest, 0.0f);
    }
  return sum / (float) self->n_bands;
}

/* Whether the step that now has AFTER steps behind it is an onset. */
static gboolean
is_onset (const MaqOnsets *self)
{
  const float *flux = self->flux;
  const float peak = flux[BEFORE];
  float mean = 0.0f;

  for (guint i = BEFORE - PEAK; i <= BEFORE + PEAK; i++)
    if (flux[i] > peak || (flux[i] == peak && i < BEFORE))
      return FALSE;
  for (guint i = 0; i < N_FLUX; i++)
    mean += flux[i] / N_FLUX;
  return peak >= THRESHOLD + OVER_MEAN * mean && peak >= OVER_BEFORE * flux[BEFORE - PEAK];
}

static gboolean
look (MaqOnsets *self)
{
  memmove (self->levels[1], self->levels[0], LAG * sizeof self->levels[0]);
  take_levels (self, self->levels[0]);
  memmove (self->flux, self->flux + 1, (N_FLUX - 1) * sizeof *self->flux);
  self->flux[N_FLUX - 1] = get_flux (self);
  self->n_since++;
  if (self->n_since < APART || !is_onset (self))
    return FALSE;
  self->n_since = 0;
  return TRUE;
}

guint
maq_onsets_add (MaqOnsets   *self,
                const float *samples,
                gsize        n_samples)
{
  guint n_onsets = 0;

  while (n_samples > 0)
    {
      guint n = (guint) MIN (n_samples, self->n_step - self->n_waiting);

      memcpy (self->frames + self->n_window - self->n_step + self->n_waiting, samples,
              n * sizeof *samples);
      samples += n;
      n_samples -= n;
      self->n_waiting += n;
      if (self->n_waiting < self->n_step)
        break;
      n_onsets += look (self);
      memmove (self->frames, self->frames + self->n_step,
               (self->n_window - self->n_step) * sizeof *self->frames);
      self->n_waiting = 0;
    }
  return n_onsets;
}
