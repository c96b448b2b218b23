/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-compiler.h"
#include "maq-follow.h"
#include "maq-measure.h"

G_BEGIN_DECLS

/**
 * MaqFollowBand:
 * @compiler: lets the band play a proposal
 * @measurer: measures what it plays, and remembers what sounds as before
 * @progress: (nullable): told how many of the sections of this proposal are measured, in
 *   other threads
 * @user_data: for @progress
 * @first: (nullable): what was measured first, at whose gain all others are measured; begin
 *   with %NULL and g_clear_pointer() it
 *
 * What maq_follow_band_measure() works with. It belongs to one thread at a time.
 */
typedef struct
{
  MaqCompiler        *compiler;
  MaqMeasurer        *measurer;
  MaqMeasureProgress  progress;
  gpointer            user_data;
  MaqPerformance     *first;
} MaqFollowBand;

/** maq_follow_band_measure: a #MaqFollowMeasure that lets the band play; @band is a #MaqFollowBand */
gboolean maq_follow_band_measure (MaqProject    *root,
                                  MaqFigures    *figures,
                                  gpointer       band,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
