/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-arrangement.h"
#include "maq-move.h"
#include "maq-range.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

/*
 * Groups of layers as the screen has them: layers beside each other with the
 * same name of a group.
 */

/**
 * maq_layer_groups_find:
 * @folded: (element-type utf8 utf8): names of the groups that are folded
 *
 * Returns: (element-type MaqRowGroup): the groups of an arrangement, in their order
 */
GArray     *maq_layer_groups_find     (MaqArrangement    *arrangement,
                                       GHashTable        *folded) G_GNUC_WARN_UNUSED_RESULT;
/** maq_layer_groups_get_name: (nullable): the group of the layer at an index */
const char *maq_layer_groups_get_name (MaqArrangement    *arrangement,
                                       guint              layer);
/** maq_layer_groups_count: how many layers of a group play in a section */
guint       maq_layer_groups_count    (MaqArrangement    *arrangement,
                                       const MaqRowGroup *group,
                                       guint              section);
/** maq_layer_groups_move: puts a whole group before the layer at an index that is not within it */
MaqMove    *maq_layer_groups_move     (MaqArrangement    *arrangement,
                                       const MaqRowGroup *group,
                                       guint              before) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_layer_groups_place:
 * @layers: (array length=n): indices of layers, in order
 * @before: the layer at this index comes behind them
 * @name: (nullable): the group that they are in from then on; %NULL: none
 *
 * Puts layers beside each other.
 */
MaqMove    *maq_layer_groups_place    (MaqArrangement    *arrangement,
                                       const guint       *layers,
                                       guint              n,
                                       guint              before,
                                       const char        *name) G_GNUC_WARN_UNUSED_RESULT;
/** maq_layer_groups_copy: likewise copies of them, with all their parts */
MaqMove    *maq_layer_groups_copy     (MaqArrangement    *arrangement,
                                       const guint       *layers,
                                       guint              n,
                                       guint              before,
                                       const char        *name) G_GNUC_WARN_UNUSED_RESULT;
/** maq_layer_groups_join: puts layers into a group, %NULL out of theirs */
MaqMove    *maq_layer_groups_join     (const MaqId       *layers,
                                       guint              n,
                                       const char        *name) G_GNUC_WARN_UNUSED_RESULT;
/** maq_layer_groups_mute: mutes all layers of a group, or lets them be heard again */
MaqMove    *maq_layer_groups_mute     (MaqArrangement    *arrangement,
                                       const MaqRowGroup *group,
                                       gboolean           muted) G_GNUC_WARN_UNUSED_RESULT;
/** maq_layer_groups_solo: lets all layers of a group be heard alone, or no longer */
MaqMove    *maq_layer_groups_solo     (MaqArrangement    *arrangement,
                                       const MaqRowGroup *group,
                                       gboolean           soloed) G_GNUC_WARN_UNUSED_RESULT;
/** maq_layer_groups_step: one step up or down, by which a layer may come into a group or out */
MaqMove    *maq_layer_groups_step     (MaqArrangement    *arrangement,
                                       guint              layer,
                                       int                step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
