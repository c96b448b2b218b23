/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-meter.h"

G_BEGIN_DECLS

#define MAQ_BEATS_MAX 128

/* MaqBeats: a bar as its beats are felt */
typedef struct
{
  guint    n;
  gboolean is_uneven;                   /* beats of two and of three units, as in 7/8 */
  MaqTick  starts[MAQ_BEATS_MAX + 1];   /* with the end of the bar */
} MaqBeats;

/*
 * maq_beats_split: quarters in meters of quarters and larger units, groups of two and
 * three in those of smaller ones. What divides by three is counted in threes, unless
 * @is_additive: then 9/8 is 2 + 2 + 2 + 3.
 */
void     maq_beats_split   (MaqMeter        meter,
                            gboolean        is_additive,
                            MaqBeats       *beats);
/* maq_beats_find: the beat that holds @ticks, which is within the bar */
guint    maq_beats_find    (const MaqBeats *self,
                            MaqTick         ticks);

static inline MaqTick
maq_beats_length (const MaqBeats *self,
                  guint           beat)
{
  return self->starts[beat + 1] - self->starts[beat];
}

G_END_DECLS
