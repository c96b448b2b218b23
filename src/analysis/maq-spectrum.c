/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-spectrum.h"

#include <glib/gi18n-lib.h>
#include <gst/fft/gstfftf32.h>
#include <math.h>
#include <string.h>

#include "maq-onsets.h"

#define WINDOW 4096
#define STEP (WINDOW / 2)

struct _MaqSpectrum
{
  guint             rate_hz;
  float             window[WINDOW];
  double            window_power;                 /* sum of the squares of the window */
  guint8            band_of_bin[WINDOW / 2 + 1];

  float             frames[2][WINDOW];            /* the newest, oldest first */
  guint             n_waiting;                    /* of them, since the last window */
  GstFFTF32        *fft;
  float             windowed[WINDOW];
  GstFFTF32Complex  bins[WINDOW / 2 + 1];
  MaqOnsets        *onsets;                       /* NULL if nobody asks */
  float             middles[STEP];

  /* since the last figures */
  gsize             n_frames;
  guint             n_windows;
  double            band_powers[MAQ_N_FREQUENCY_BANDS];
  double            centroid_sum;
  double            centroid_weight;
  double            middle_power;
  double            side_power;
  guint             n_onsets;
};

const char *
maq_frequency_band_get_label (MaqFrequencyBand self)
{
  switch (self)
    {
    case MAQ_FREQUENCY_BAND_SUB:
      return _("Sub");
    case MAQ_FREQUENCY_BAND_LOW:
      return _("Low");
    case MAQ_FREQUENCY_BAND_LOW_MID:
      return _("Low mid");
    case MAQ_FREQUENCY_BAND_MID:
      return _("Mid");
    case MAQ_FREQUENCY_BAND_PRESENCE:
      return _("Presence");
    case MAQ_FREQUENCY_BAND_AIR:
    default:
      return _("Air");
    }
}

double
maq_frequency_band_get_edge (guint band)
{
  static const double edges_hz[MAQ_N_FREQUENCY_BANDS + 1] = { 20, 60, 250, 500, 2000, 6000,
                                                              20000 };

  g_return_val_if_fail (band < G_N_ELEMENTS (edges_hz), 0.0);

  return edges_hz[band];
}

static guint8
find_band (double frequency_hz)
{
  guint8 band = 0;

  while (band + 1 < MAQ_N_FREQUENCY_BANDS
         && frequency_hz >= maq_frequency_band_get_edge (band + 1u))
    band++;
  return band;
}

MaqSpectrum *
maq_spectrum_new_bands (guint rate_hz)
{
  MaqSpectrum *self;

  g_return_val_if_fail (rate_hz >= 8000 && rate_hz <= 192000, NULL);

  self = g_new0 (MaqSpectrum, 1);
  self->rate_hz = rate_hz;
  for (guint i = 0; i < WINDOW; i++)
    {
      self->window[i] = (float) (0.5 - 0.5 * cos (2.0 * G_PI * i / WINDOW));
      self->window_power += (double) self->window[i] * self->window[i];
    }
  for (guint i = 0; i <= WINDOW / 2; i++)
    self->band_of_bin[i] = find_band ((double) i * rate_hz / WINDOW);
  self->fft = gst_fft_f32_new (WINDOW, FALSE);
  return self;
}

MaqSpectrum *
maq_spectrum_new (guint rate_hz)
{
  MaqSpectrum *self = maq_spectrum_new_bands (rate_hz);

  if (self != NULL)
    self->onsets = maq_onsets_new (rate_hz);
  return self;
}

void
maq_spectrum_free (MaqSpectrum *self)
{
  if (self == NULL)
    return;
  gst_fft_f32_free (self->fft);
  maq_onsets_free (self->onsets);
  g_free (self);
}

/* Adds the power of each bin of one channel, the lower half of the spectrum standing for both. */
static void
add_powers (MaqSpectrum *self,
            const float *frames,
            double      *powers)
{
  const double scale = 2.0 / (WINDOW * self->window_power);

  for (guint i = 0; i < WINDOW; i++)
    self->windowed[i] = frames[i] * self->window[i];
  gst_fft_f32_fft (self->fft, self->windowed, self->bins);
  for (guint i = 1; i < WINDOW / 2; i++)
    powers[i] += scale * ((double) self->bins[i].r * self->bins[i].r
                          + (double) self->bins[i].i * self->bins[i].i);
}

static void
look_at_window (MaqSpectrum *self)
{
  double powers[WINDOW / 2] = { 0 };
  double magnitude_sum = 0.0;
  double moment = 0.0;
  double power_sum = 0.0;

  add_powers (self, self->frames[0], powers);
  add_powers (self, self->frames[1], powers);
  for (guint i = 1; i < WINDOW / 2; i++)
    {
      double magnitude = sqrt (powers[i]);

      magnitude_sum += magnitude;
      moment += magnitude * i * self->rate_hz / WINDOW;
      power_sum += powers[i];
      self->band_powers[self->band_of_bin[i]] += powers[i] / 2.0;
    }
  if (magnitude_sum > 0.0)
    self->centroid_sum += power_sum * moment / magnitude_sum;
  self->centroid_weight += power_sum;
  self->n_windows++;
}

/* As many frames as there is room for until the next window. */
static void
take_frames (MaqSpectrum *self,
             const float *interleaved,
             guint        n_frames)
{
  float *lefts = self->frames[0] + STEP + self->n_waiting;
  float *rights = self->frames[1] + STEP + self->n_waiting;
  double middle_power = 0.0;
  double side_power = 0.0;

  for (guint i = 0; i < n_frames; i++)
    {
      float left = interleaved[2 * i];
      float right = interleaved[2 * i + 1];
      float middle = (left + right) / 2.0f;
      float side = (left - right) / 2.0f;

      lefts[i] = left;
      rights[i] = right;
      self->middles[i] = middle;
      middle_power += (double) middle * middle;
      side_power += (double) side * side;
    }
  self->middle_power += middle_power;
  self->side_power += side_power;
  if (self->onsets != NULL)
    self->n_onsets += maq_onsets_add (self->onsets, self->middles, n_frames);
  self->n_waiting += n_frames;
}

void
maq_spectrum_add (MaqSpectrum *self,
                  const float *interleaved,
                  gsize        n_frames)
{
  self->n_frames += n_frames;
  while (n_frames > 0)
    {
      guint n = (guint) MIN (n_frames, STEP - self->n_waiting);

      take_frames (self, interleaved, n);
      interleaved += 2 * n;
      n_frames -= n;
      if (self->n_waiting < STEP)
        break;
      look_at_window (self);
      for (guint channel = 0; channel < 2; channel++)
        memcpy (self->frames[channel], self->frames[channel] + STEP,
                STEP * sizeof **self->frames);
      self->n_waiting = 0;
    }
}

MaqSpectrumFigures
maq_spectrum_take (MaqSpectrum *self)
{
  MaqSpectrumFigures figures = {
    .seconds = (double) self->n_frames / self->rate_hz,
    .n_onsets = self->n_onsets,
  };
  double power = self->middle_power + self->side_power;

  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    {
      if (self->n_windows > 0)
        figures.band_powers[i] = self->band_powers[i] / self->n_windows;
      self->band_powers[i] = 0.0;
    }
  if (self->centroid_weight > 0.0)
    figures.centroid_hz = self->centroid_sum / self->centroid_weight;
  if (power > 0.0)
    figures.width = self->side_power / power;
  self->n_frames = 0;
  self->n_windows = self->n_onsets = 0;
  self->centroid_sum = self->centroid_weight = 0.0;
  self->middle_power = self->side_power = 0.0;
  return figures;
}
