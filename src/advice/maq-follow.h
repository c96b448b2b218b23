/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-figures.h"
#include "maq-move.h"

G_BEGIN_DECLS

/** MAQ_FOLLOW_MET: so near a section's mean energy counts as what is meant */
#define MAQ_FOLLOW_MET 0.3

/** MAQ_FOLLOW_STEPS_MET: steps that are so near what is meant on the mean count as that */
#define MAQ_FOLLOW_STEPS_MET 0.2

/** MAQ_FOLLOW_FAR: sections that stay further from what is meant are named */
#define MAQ_FOLLOW_FAR 1.0

/** MAQ_FOLLOW_ROUNDS: as many proposals are measured at most, */
#define MAQ_FOLLOW_ROUNDS 3
/** MAQ_FOLLOW_TRIES: and the best of them together as often, till no step is worse */
#define MAQ_FOLLOW_TRIES 3

/**
 * MaqFollow:
 *
 * A proposal that brings the energy of an arrangement nearer to the arc that is meant,
 * with few changes: levels rather than entries, entries rather than layers in or out, and
 * nothing that is pinned or muted. Immutable.
 *
 * Found by trying changes on a model that is made from the notes the band would play at
 * each level and set right by what is measured, then by measuring the result, some times
 * over. For each section with those that follow it, the best of all that was measured is taken.
 */
typedef struct _MaqFollow MaqFollow;

/**
 * MaqFollowMeasure:
 * @root: a proposal
 * @figures: (out caller-allocates): one for each section of its current arrangement
 *
 * Returns: %FALSE with @error if it could not be measured, or was cancelled
 */
typedef gboolean (*MaqFollowMeasure) (MaqProject    *root,
                                      MaqFigures    *figures,
                                      gpointer       user_data,
                                      GCancellable  *cancellable,
                                      GError       **error);

/**
 * MaqFollowSection:
 * @meant: mean of the arc over its bars, 0 to 10
 * @before: energy as it is
 * @after: energy as measured of the proposal, with all that it changes
 * @chosen: whether it was to follow
 * @text: (nullable): what changes: "Keys 5 → 3, Strings out"; %NULL if nothing does, or
 *   what it takes over from another
 * @reason: (nullable): why nothing does: "goes along with Chorus 1"; or why it stays far from
 *   what is meant all the same; %NULL only if there is a @text
 *
 * A section of the arrangement, in the order of time.
 */
typedef struct
{
  MaqId       section;
  double      meant;
  double      before;
  double      after;
  gboolean    chosen;
  const char *text;
  const char *reason;
} MaqFollowSection;

/**
 * maq_follow_new:
 * @sections: (array length=n_sections): that are to follow; others are left alone
 * @n_sections: 0 for all
 * @measure: called some times, %MAQ_FOLLOW_ROUNDS + %MAQ_FOLLOW_TRIES + 1 at most
 * @error: %MAQ_MOVE_ERROR_NOT_APPLICABLE if no arc of energy is drawn, or what @measure says
 *
 * Takes its time: call it in a worker. The same for the same arguments.
 *
 * Returns: (transfer full): the proposal, which may be to change nothing; %NULL with @error
 */
MaqFollow              *maq_follow_new          (MaqProject        *root,
                                                 const MaqId       *sections,
                                                 guint              n_sections,
                                                 MaqFollowMeasure   measure,
                                                 gpointer           user_data,
                                                 GCancellable      *cancellable,
                                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
MaqFollow              *maq_follow_ref          (MaqFollow         *self);
void                    maq_follow_unref        (MaqFollow         *self);
guint                   maq_follow_get_n_sections (MaqFollow       *self);
/** maq_follow_get_section: (transfer none) */
const MaqFollowSection *maq_follow_get_section  (MaqFollow         *self,
                                                 guint              index);
/** maq_follow_get_n_changes: parts that it changes, not counting what is taken over */
guint                   maq_follow_get_n_changes (MaqFollow        *self);
/** maq_follow_get_distance: mean distance from the arc by bars, of what was chosen */
double                  maq_follow_get_distance (MaqFollow         *self,
                                                 gboolean           after);
/**
 * maq_follow_get_progress:
 * @n_measured: proposals that are measured, the song as it is counting as the first
 * @part: how much of the next one is, 0.0 to 1.0
 *
 * How far maq_follow_new() has come, 0.0 to 1.0, which only rises; it may well end before 1.0,
 * for how many proposals it takes shows only at the end.
 */
double                  maq_follow_get_progress (guint              n_measured,
                                                 double             part);
/** maq_follow_dup_sentence: (transfer full): what becomes of a section, and why not more */
char                   *maq_follow_dup_sentence (MaqFollow         *self,
                                                 guint              index) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_follow_create_move:
 * @wanted: (nullable): for each section whether its changes are wanted; %NULL for all
 *
 * Returns: (transfer full) (nullable): the changes as one step; %NULL if there are none
 */
MaqMove                *maq_follow_create_move  (MaqFollow         *self,
                                                 const gboolean    *wanted) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_follow_measure_wanted:
 * @wanted: (array) (not nullable): for each section whether its changes are wanted
 * @measure: called once, unless nothing is wanted
 *
 * Takes its time: call it in a worker.
 *
 * Returns: (transfer full): the same changes, with what is measured if only these are made;
 *   the number of changes, the distances and the summary go by that, too. %NULL with @error
 */
MaqFollow              *maq_follow_measure_wanted (MaqFollow       *self,
                                                 const gboolean    *wanted,
                                                 MaqFollowMeasure   measure,
                                                 gpointer           user_data,
                                                 GCancellable      *cancellable,
                                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/** maq_follow_dup_summary: how near it comes, and what keeps it from coming nearer */
char                   *maq_follow_dup_summary  (MaqFollow         *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqFollow, maq_follow_unref)

G_END_DECLS
