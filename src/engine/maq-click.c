/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-click.h"

#include <math.h>

#define ACCENT_HZ 1760.0
#define BEAT_HZ 1175.0
#define ACCENT_LEVEL 0.40f
#define BEAT_LEVEL 0.27f
#define ATTACK_SECONDS 0.0008
#define DECAY_SECONDS 0.014
#define SILENT 1e-5f

void
maq_click_strike (MaqClick *self,
                  gboolean  accent)
{
  self->phase = 0.0;
  self->step = 2.0 * G_PI * (accent ? ACCENT_HZ : BEAT_HZ) / self->rate_hz;
  self->level = accent ? ACCENT_LEVEL : BEAT_LEVEL;
  self->age = 0;
}

void
maq_click_run (MaqClick *self,
               float    *left,
               float    *right)
{
  double attack_frames = ATTACK_SECONDS * self->rate_hz;
  float decay = (float) exp (-1.0 / (DECAY_SECONDS * self->rate_hz));

  if (self->level < SILENT)
    return;
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      double rise = MIN (self->age / attack_frames, 1.0);
      float sample = (float) (self->level * rise * sin (self->phase));

      left[n] += sample;
      right[n] += sample;
      self->phase += self->step;
      self->level *= decay;
      self->age++;
    }
}
