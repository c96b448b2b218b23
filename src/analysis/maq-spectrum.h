/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqFrequencyBand:
 * @MAQ_FREQUENCY_BAND_SUB: below 60 Hz
 * @MAQ_FREQUENCY_BAND_LOW: 60 to 250 Hz
 * @MAQ_FREQUENCY_BAND_LOW_MID: 250 to 500 Hz
 * @MAQ_FREQUENCY_BAND_MID: 500 Hz to 2 kHz
 * @MAQ_FREQUENCY_BAND_PRESENCE: 2 to 6 kHz
 * @MAQ_FREQUENCY_BAND_AIR: above 6 kHz
 *
 * The bands in which mixing engineers speak of a balance.
 */
typedef enum
{
  MAQ_FREQUENCY_BAND_SUB,
  MAQ_FREQUENCY_BAND_LOW,
  MAQ_FREQUENCY_BAND_LOW_MID,
  MAQ_FREQUENCY_BAND_MID,
  MAQ_FREQUENCY_BAND_PRESENCE,
  MAQ_FREQUENCY_BAND_AIR,
} MaqFrequencyBand;

#define MAQ_N_FREQUENCY_BANDS 6

/** maq_frequency_band_get_label: (transfer none): its name, translated */
const char  *maq_frequency_band_get_label (MaqFrequencyBand  self);
/** maq_frequency_band_get_edge: where a band begins, in Hz; for %MAQ_N_FREQUENCY_BANDS, where the last ends */
double       maq_frequency_band_get_edge  (guint             band);

/**
 * MaqSpectrumFigures:
 * @seconds: how much was heard
 * @band_powers: mean square in each band, full scale 1.0, of both channels together
 * @centroid_hz: the centre of the magnitudes, loud moments counting more; 0 in silence
 * @width: share of the difference of the channels in their power: 0 mono, 0.5 channels
 *   that have nothing in common, 1 channels that cancel each other
 * @n_onsets: beginnings of sounds
 */
typedef struct
{
  double seconds;
  double band_powers[MAQ_N_FREQUENCY_BANDS];
  double centroid_hz;
  double width;
  guint  n_onsets;
} MaqSpectrumFigures;

/**
 * MaqSpectrum:
 *
 * What a stretch of stereo sound is made of. Frames go in, figures of the stretch
 * since the last ones come out. Windows of 4096 frames (Hann, half overlapping);
 * onsets as #MaqOnsets hears them. For one thread at a time.
 */
typedef struct _MaqSpectrum MaqSpectrum;

/**
 * maq_spectrum_new:
 * @rate_hz: 8000 to 192000
 */
MaqSpectrum        *maq_spectrum_new  (guint         rate_hz) G_GNUC_WARN_UNUSED_RESULT;
/** maq_spectrum_new_bands: one that hears no onsets, which costs half as much */
MaqSpectrum        *maq_spectrum_new_bands (guint    rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void                maq_spectrum_free (MaqSpectrum  *self);
/** maq_spectrum_add: listens to @n_frames more, left and right in turn, full scale 1.0 */
void                maq_spectrum_add  (MaqSpectrum  *self,
                                       const float  *interleaved,
                                       gsize         n_frames);
/** maq_spectrum_take: what was heard since the last call, or since the beginning */
MaqSpectrumFigures  maq_spectrum_take (MaqSpectrum  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSpectrum, maq_spectrum_free)

G_END_DECLS
