/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-tick.h"

G_BEGIN_DECLS

/**
 * MaqLoudness:
 *
 * A loudness meter after EBU R 128 (ITU-R BS.1770): frames go in, figures come
 * out at any time. For one thread at a time.
 */
typedef struct _MaqLoudness MaqLoudness;

/** MAQ_LOUDNESS_MAX_WINDOW_SECONDS: the longest window that maq_loudness_get_window() knows */
#define MAQ_LOUDNESS_MAX_WINDOW_SECONDS 0.4

/** MAQ_LOUDNESS_SILENCE: what every level in dB is while nothing was loud enough to measure */
#define MAQ_LOUDNESS_SILENCE (-G_MAXDOUBLE)

/**
 * MaqLoudnessFlags:
 * @MAQ_LOUDNESS_MAXIMA: also follow the loudest moment
 * @MAQ_LOUDNESS_NO_TRUE_PEAK: leave true peaks out, which cost most
 */
typedef enum
{
  MAQ_LOUDNESS_DEFAULT = 0,
  MAQ_LOUDNESS_MAXIMA = 1 << 0,
  MAQ_LOUDNESS_NO_TRUE_PEAK = 1 << 1,
} MaqLoudnessFlags;

/**
 * MaqLoudnessFigures:
 * @n_frames: how much was heard
 * @integrated_lufs: of everything heard, gated, in LUFS
 * @range_lu: loudness range in LU, 0 while too little was heard
 * @true_peak_dbtp: highest peak between the samples of any channel, in dBTP; not with
 *   %MAQ_LOUDNESS_NO_TRUE_PEAK
 * @sample_peak_db: highest sample of any channel, in dBFS
 * @momentary_max_lufs: loudest 400 ms; needs %MAQ_LOUDNESS_MAXIMA
 * @short_term_max_lufs: loudest 3 s; needs %MAQ_LOUDNESS_MAXIMA
 *
 * Levels are %MAQ_LOUDNESS_SILENCE where there is nothing to tell.
 */
typedef struct
{
  MaqFrame n_frames;
  double   integrated_lufs;
  double   range_lu;
  double   true_peak_dbtp;
  double   sample_peak_db;
  double   momentary_max_lufs;
  double   short_term_max_lufs;
} MaqLoudnessFigures;

/**
 * maq_loudness_new:
 * @rate_hz: 8000 to 384000
 * @n_channels: 1 or 2
 *
 * Returns: (transfer full): a meter that has heard nothing
 */
MaqLoudness        *maq_loudness_new         (guint             rate_hz,
                                              guint             n_channels,
                                              MaqLoudnessFlags  flags) G_GNUC_WARN_UNUSED_RESULT;
void                maq_loudness_free        (MaqLoudness      *self);
/** maq_loudness_add: listens to @n_frames more, channels interleaved, full scale 1.0 */
void                maq_loudness_add         (MaqLoudness      *self,
                                              const float      *samples,
                                              gsize             n_frames);
MaqLoudnessFigures  maq_loudness_get_figures (MaqLoudness      *self);

/**
 * maq_loudness_get_window:
 * @seconds: whole milliseconds count, from one to %MAQ_LOUDNESS_MAX_WINDOW_SECONDS
 *
 * Returns: loudness of the last so many seconds in LUFS, ungated, or %MAQ_LOUDNESS_SILENCE
 */
double              maq_loudness_get_window  (MaqLoudness      *self,
                                              double            seconds);

/**
 * MaqLoudnessMaxima:
 * @momentary_lufs: the loudest 400 ms
 * @short_term_lufs: the loudest 3 s
 *
 * %MAQ_LOUDNESS_SILENCE for both while less has been heard, or nothing sounds.
 */
typedef struct
{
  double momentary_lufs;
  double short_term_lufs;
} MaqLoudnessMaxima;

/**
 * maq_loudness_take_maxima:
 *
 * Needs %MAQ_LOUDNESS_MAXIMA.
 *
 * Returns: the loudest of those windows that ended since this was called last; they may
 *   have begun before that
 */
MaqLoudnessMaxima   maq_loudness_take_maxima (MaqLoudness      *self);

/** maq_loudness_is_silence: whether a level of the figures is no number to show */
static inline gboolean
maq_loudness_is_silence (double level)
{
  return level <= -200.0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqLoudness, maq_loudness_free)

G_END_DECLS
