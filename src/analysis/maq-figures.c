/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-figures.h"

#include <math.h>

#define SOFTEST_LUFS -30.0
#define LOUDEST_LUFS -12.0
#define DENSEST_PER_SECOND 8.0
#define DARKEST_HZ 500.0
#define BRIGHT_OCTAVES 3.0
#define MOST_LAYERS 10.0

#define LOUDNESS_SHARE 5.5
#define DENSITY_SHARE 2.0
#define BRIGHTNESS_SHARE 1.5
#define LAYERS_SHARE 1.0

static double
unit (double value)
{
  return CLAMP (value, 0.0, 1.0);
}

double
maq_figures_get_energy (const MaqFigures *self,
                        MaqEnergyShare   *share)
{
  MaqEnergyShare own = { 0 };

  if (!maq_loudness_is_silence (self->loudness_lufs))
    {
      own.loudness = LOUDNESS_SHARE
                     * unit ((self->loudness_lufs - self->makeup_db - SOFTEST_LUFS)
                             / (LOUDEST_LUFS - SOFTEST_LUFS));
      own.density = DENSITY_SHARE * unit (self->onsets_per_second / DENSEST_PER_SECOND);
      if (self->centroid_hz > 0.0)
        own.brightness = BRIGHTNESS_SHARE
                         * unit (log2 (self->centroid_hz / DARKEST_HZ) / BRIGHT_OCTAVES);
      own.layers = LAYERS_SHARE * unit (self->n_layers / MOST_LAYERS);
    }
  if (share != NULL)
    *share = own;
  return own.loudness + own.density + own.brightness + own.layers;
}
