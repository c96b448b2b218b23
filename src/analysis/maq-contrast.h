/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-arrangement.h"
#include "maq-figures.h"

G_BEGIN_DECLS

/**
 * MaqContrast:
 * @energy: on the scale of 0 to 10
 * @loudness_lu: above 0 where it gets louder; 0 where one of the two is silent
 * @onsets_per_second: how many more of them
 * @octaves: how much brighter, of the centroid; 0 where one of the two is silent
 * @width: how much wider, from mono at 0 to 1
 * @register_keys: how much higher, in semitones; 0 where one of the two has no pitch
 * @distance: how much further away, from the ear at 0 to 1
 *
 * How a stretch of music differs from another: what it has more is above 0.
 */
typedef struct
{
  double energy;
  double loudness_lu;
  double onsets_per_second;
  double octaves;
  double width;
  double register_keys;
  double distance;
} MaqContrast;

/** maq_contrast_get: how @now differs from @before */
MaqContrast maq_contrast_get          (const MaqFigures  *before,
                                       const MaqFigures  *now);
/**
 * maq_contrast_dup_heard:
 *
 * Returns: (transfer full) (nullable): what can be heard of it, the most telling first:
 *   "3.4 LU louder, busier, brighter"; %NULL if nothing can
 */
char       *maq_contrast_dup_heard    (const MaqContrast *self) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_contrast_dup_played:
 * @arrangement: whose sections they are
 * @before: index of a section
 * @now: index of another
 * @max_named: so many changes are told, what is left is counted
 *
 * Returns: (transfer full) (nullable): who enters and leaves, and whose level changes from
 *   @before to @now: "Drums 4 → 8, Strings enters, 2 more"; %NULL if nothing does
 */
char       *maq_contrast_dup_played   (MaqArrangement    *arrangement,
                                       guint              before,
                                       guint              now,
                                       guint              max_named) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_contrast_dup_sentence:
 *
 * Returns: (transfer full): what makes the difference from section @before to section @now:
 *   "+2.1: Drums 4 → 8, Strings enters, 3.4 LU louder"; where much more or less is played than
 *   before and the energy does not go along, it says so
 */
char       *maq_contrast_dup_sentence (const MaqContrast *self,
                                       MaqArrangement    *arrangement,
                                       guint              before,
                                       guint              now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
