/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqOnsets:
 *
 * Hears the beginnings of sounds in a stretch of sound, one channel. For one thread at
 * a time.
 *
 * What is looked at, 100 times a second, is how much the spectrum has grown within
 * 20 ms (spectral flux: Bello et al., "A Tutorial on Onset Detection in Music Signals",
 * IEEE Transactions on Speech and Audio Processing 13, 2005; Dixon, "Onset Detection
 * Revisited", DAFx 2006). Magnitudes are gathered into bands of a semitone and
 * compressed by the logarithm, as the ear does, so that soft strokes count like loud
 * ones; each band is held against the loudest of its neighbourhood before, so that
 * vibrato is no beginning (Böck and Widmer, "Maximum filter vibrato suppression for
 * onset detection", DAFx 2013).
 *
 * An onset is where that flux is larger than 30 ms before and after, stands out from
 * what it was in the 100 ms around, and rises at once: tremolo and swelling grow as much,
 * but over a longer time. Two onsets are at least 50 ms apart, as near as people tell
 * them from each other in music.
 */
typedef struct _MaqOnsets MaqOnsets;

/**
 * maq_onsets_new:
 * @rate_hz: 8000 to 192000
 */
MaqOnsets *maq_onsets_new  (guint        rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void       maq_onsets_free (MaqOnsets   *self);
/**
 * maq_onsets_add:
 * @samples: (array length=n_samples): full scale 1.0
 *
 * Listens on. An onset is found 50 ms after it was heard.
 *
 * Returns: how many onsets were found
 */
guint      maq_onsets_add  (MaqOnsets   *self,
                            const float *samples,
                            gsize        n_samples);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqOnsets, maq_onsets_free)

G_END_DECLS
