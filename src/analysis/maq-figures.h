/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-loudness.h"
#include "maq-spectrum.h"

G_BEGIN_DECLS

/**
 * MaqFigures:
 * @seconds: how long it lasts
 * @loudness_lufs: ungated, of all of it; %MAQ_LOUDNESS_SILENCE where nothing sounds
 * @makeup_db: how much of that is only there to bring the song near the loudness of others
 * @onsets_per_second: beginnings of sounds that are heard as such
 * @centroid_hz: brightness; 0 in silence
 * @band_db: level in each band in dBFS; %MAQ_LOUDNESS_SILENCE for none
 * @width: 0 mono to 0.5 channels that have nothing in common, 1 channels that cancel each other
 * @n_layers: that sound there
 * @register_key: mean MIDI key of what has a pitch, by how long it sounds; 0 where nothing has
 * @distance: mean distance of the layers that sound, 0 at the ear to 1
 * @energy: 0 to 10, see maq_figures_get_energy()
 *
 * What was measured of a stretch of music: a bar, or a section.
 */
typedef struct
{
  double seconds;
  double loudness_lufs;
  double makeup_db;
  double onsets_per_second;
  double centroid_hz;
  double band_db[MAQ_N_FREQUENCY_BANDS];
  double width;
  guint  n_layers;
  double register_key;
  double distance;
  double energy;
} MaqFigures;

/**
 * MaqEnergyShare:
 * @loudness: what loudness gives
 * @density: what onsets give
 * @brightness: what the spectrum gives
 * @layers: what the number of layers gives
 *
 * What an energy is made of; the four add up to it.
 */
typedef struct
{
  double loudness;
  double density;
  double brightness;
  double layers;
} MaqEnergyShare;

/**
 * maq_figures_get_energy:
 * @share: (out) (optional): what makes it
 *
 * Measured energy from 0 to 10. What listeners call the arousal of music goes first
 * with its loudness, then with how much happens in a second, then with how bright it
 * is (Schubert, "Modeling perceived emotion with continuous musical features", Music
 * Perception 21, 2004; Gabrielsson and Lindström in the "Handbook of Music and
 * Emotion", 2010); producers add how many play. All on fixed scales, so that songs can
 * be compared:
 *
 * - loudness: −30 LUFS to −12 LUFS, up to 5.5, less the gain that makes up for how many or
 *   few play: it says nothing of the arrangement, and who thins a song out means less of it
 * - density: 0 to 8 onsets in a second, up to 2
 * - brightness: a centroid of 500 Hz to 4 kHz by octaves, up to 1.5
 * - layers: none to 10, up to 1
 *
 * Where nothing sounds it is 0.
 */
double maq_figures_get_energy (const MaqFigures *self,
                               MaqEnergyShare   *share);

G_END_DECLS
