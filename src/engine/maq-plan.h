/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"
#include "maq-rack.h"

G_BEGIN_DECLS

/**
 * MaqSlots:
 * @lane_ids: the lane in each slot, 0 for none
 * @n_tunings: how many tunings there are, equal temperament aside
 * @tunings: cents for each pitch class; the first is number 1
 *
 * Which lane has which place in the rack, and which tunings a rack must know. A
 * lane keeps its slot as long as it is there, so that its sound goes on through
 * an edit; a tuning keeps its number for good.
 */
typedef struct
{
  guint64 lane_ids[MAQ_RACK_MAX_SLOTS];
  guint   n_tunings;
  gint8   tunings[MAQ_RACK_MAX_TUNINGS][12];
} MaqSlots;

/**
 * MaqPlan:
 * @performance: what to play; never %NULL
 * @n_lanes: lanes that are played
 * @slot_of_lane: for each of them
 * @lane_of_slot: for each slot, or -1
 * @slots: the same by id
 * @n_channels: channels that each synthesizer of the rack must have
 *
 * A performance made ready for the sounding thread.
 */
typedef struct
{
  MaqPerformance *performance;
  guint           n_lanes;
  guint16         slot_of_lane[MAQ_RACK_MAX_SLOTS];
  gint16          lane_of_slot[MAQ_RACK_MAX_SLOTS];
  MaqSlots        slots;
  guint           n_channels;
} MaqPlan;

/**
 * maq_plan_new:
 * @performance: (nullable): %NULL for nothing at all
 * @before: (nullable): where the lanes were
 */
MaqPlan *maq_plan_new  (MaqPerformance *performance,
                        const MaqSlots *before) G_GNUC_WARN_UNUSED_RESULT;
void     maq_plan_free (MaqPlan        *self);

/** maq_plan_find_tuning: the number of a phrase's tuning, 0 for equal temperament */
guint    maq_plan_find_tuning (const MaqPlan *self,
                               MaqPhrase     *phrase) MAQ_RT;
/** maq_plan_is_audible: whether mute and solo let a lane be heard */
gboolean maq_plan_is_audible (const MaqPlan *self,
                              guint          lane) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqPlan, maq_plan_free)

G_END_DECLS
