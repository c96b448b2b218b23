/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"
#include "maq-quantum.h"
#include "maq-rt.h"

G_BEGIN_DECLS

/**
 * MaqBlend:
 * @front: gain of the lanes in front
 * @others: gain of the other lanes
 * @rooms: what share of the sends each room gets
 *
 * What the section does to the whole mix in one quantum. Each is a pair: at
 * the beginning of the quantum and at its end, with a straight line between.
 */
typedef struct
{
  float front[2];
  float others[2];
  float rooms[MAQ_N_ROOM_KINDS][2];
} MaqBlend;

/**
 * MaqBlender:
 * @blend: the blend of the quantum that was run last
 *
 * Leads from what one section does to the mix to what the next one does: no
 * gain jumps, and when the room changes, the old one gets nothing new but
 * rings on. A plain struct.
 */
typedef struct
{
  MaqBlend blend;
  float    max_step;
  double   glide_seconds;
  guint    n_rest;
  guint    n_rest_max;
} MaqBlender;

/** maq_blender_init: all lanes as they are, in a live room */
void maq_blender_init (MaqBlender    *self,
                       int            rate_hz);
/**
 * maq_blender_run:
 * @span: (nullable): where the music is at the end of the quantum
 * @ticks: from the start of @span
 * @playing: %FALSE leaves everything as it is, so that what rings does not change
 */
void maq_blender_run  (MaqBlender    *self,
                       const MaqSpan *span,
                       double         ticks,
                       gboolean       playing) MAQ_RT;

G_END_DECLS
