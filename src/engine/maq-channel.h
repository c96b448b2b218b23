/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-blend.h"
#include "maq-lane.h"
#include "maq-quantum.h"
#include "maq-rt.h"

G_BEGIN_DECLS

/**
 * MaqBus:
 * @dry: left and right, as it comes from the strips
 * @early: left and right, on its way to the walls nearby and back
 * @send: left and right, on its way to the rest of the room
 *
 * Where lanes are added up: %MAQ_QUANTUM frames.
 */
typedef struct
{
  float dry[2][MAQ_QUANTUM];
  float early[2][MAQ_QUANTUM];
  float send[2][MAQ_QUANTUM];
} MaqBus;

/**
 * MaqChannel:
 *
 * The strip of one lane at work: level, tone, width, place between left and
 * right, and distance. What is far is quieter and duller itself but sends more
 * into the room, and the room answers it sooner. All changes glide.
 */
typedef struct _MaqChannel MaqChannel;

MaqChannel *maq_channel_new  (int             rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void        maq_channel_free (MaqChannel     *self);

/**
 * maq_channel_aim:
 * @audible: whether anything is heard, other lanes' solo taken into account;
 *   the strip's own @muted and @soloed are not looked at
 * @at_once: whether to be there at once instead of gliding
 *
 * Says where the strip is to go.
 */
void        maq_channel_aim  (MaqChannel     *self,
                              const MaqStrip *strip,
                              gboolean        audible,
                              gboolean        at_once) MAQ_RT;
/**
 * maq_channel_run:
 * @left: %MAQ_QUANTUM frames of the lane
 * @right: likewise
 * @blend: what the section does to all lanes
 * @bus: what to add it to
 *
 * Returns: the highest sample that went into @bus->dry
 */
float       maq_channel_run  (MaqChannel     *self,
                              const float    *left,
                              const float    *right,
                              const MaqBlend *blend,
                              MaqBus         *bus) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqChannel, maq_channel_free)

G_END_DECLS
