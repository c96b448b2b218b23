/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-hand-private.h"

G_BEGIN_DECLS

#define MAQ_BASS_LOWEST_ROOT  28
#define MAQ_BASS_HIGHEST_ROOT 43

/* MaqBass: a bass at work on one phrase */
typedef struct
{
  MaqHand      *hand;
  const guint8 *roots;       /* the key of each chord's lowest note and of the next section's; 0: none */
  gboolean     *is_stated;   /* by a note that came ahead of the chord */
  const MaqHit *first_hit;
  guint8       *walk;        /* the key that each hit walks to; 0 for those that do not walk */
} MaqBass;

/* maq_bass_key: what a hit plays over the chord at @index */
int  maq_bass_key  (const MaqBass *self,
                    const MaqHit  *hit,
                    guint          index);
/* maq_bass_walk: finds the steps of walking lines */
void maq_bass_walk (MaqBass *self);

G_END_DECLS
