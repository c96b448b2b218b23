/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "maq-follow.h"
#include "maq-performance.h"
#include "maq-soundfont.h"

G_BEGIN_DECLS

#define MAQ_TYPE_FOLLOWING (maq_following_get_type ())

/**
 * MaqFollowingStep:
 * @MAQ_FOLLOWING_STEP_LISTENING: what each layer adds at each level
 * @MAQ_FOLLOWING_STEP_MEASURING: the song as it is, or a proposal
 * @MAQ_FOLLOWING_STEP_SEARCHING: for changes that are worth while
 *
 * What it does just now.
 */
typedef enum
{
  MAQ_FOLLOWING_STEP_LISTENING,
  MAQ_FOLLOWING_STEP_MEASURING,
  MAQ_FOLLOWING_STEP_SEARCHING,
} MaqFollowingStep;

/**
 * MaqFollowing:
 *
 * Looks in a worker for the changes that bring a song nearer to the arc that is meant, and
 * remembers what it has measured for the next time.
 *
 * Signals:
 *
 * - `progress (guint, guint, double)`: the #MaqFollowingStep, how many proposals are measured, the
 *   song as it is counting as the first, and how much of the next one is, from 0.0 to 1.0
 * - `done (MaqFollow *, const char *)`: what it found, or %NULL and why; nothing comes after it
 *   was stopped
 */
G_DECLARE_FINAL_TYPE (MaqFollowing, maq_following, MAQ, FOLLOWING, GObject)

MaqFollowing *maq_following_new   (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_following_start: instead of what it looks for now; @n_sections 0 for all of @root's */
void          maq_following_start (MaqFollowing *self,
                                   MaqSoundfont *font,
                                   MaqProject   *root,
                                   const MaqId  *sections,
                                   guint         n_sections);
/**
 * maq_following_measure_wanted: maq_follow_measure_wanted() in the worker, instead of what it does
 * now; it says what comes of it as `done`. For the font that @follow was found with.
 */
void          maq_following_measure_wanted (MaqFollowing   *self,
                                            MaqFollow      *follow,
                                            const gboolean *wanted);
/**
 * maq_following_learn:
 * @measures: (element-type MaqMeasure): of the spans of @performance with @font, %NULL for those
 *   that are not measured yet
 *
 * What is measured already is not measured again.
 */
void          maq_following_learn (MaqFollowing   *self,
                                   MaqSoundfont   *font,
                                   MaqPerformance *performance,
                                   GPtrArray      *measures);
void          maq_following_stop  (MaqFollowing *self);

G_END_DECLS
