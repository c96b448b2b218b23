/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-form.h"

G_BEGIN_DECLS

/*
 * The timeline is ruled in bars, time runs in ticks. Both count from the start
 * of the arrangement; a bar stands for its own length, odd ones included.
 */

/** maq_bar_map_from_ticks: bars with fraction, clamped to the arrangement */
double maq_bar_map_from_ticks (MaqForm *form,
                               double   ticks);
/** maq_bar_map_to_ticks: ticks with fraction, clamped to the arrangement */
double maq_bar_map_to_ticks   (MaqForm *form,
                               double   bar);
/** maq_bar_map_to_seconds: seconds from the start, clamped to the arrangement */
double maq_bar_map_to_seconds (MaqForm *form,
                               double   bar);
/**
 * maq_bar_map_find_target:
 *
 * Returns: the bar, with fraction, in which a song ends that lasts @target_seconds; behind its
 *   own end as if its last section went on; below 0 if @target_seconds is 0
 */
double maq_bar_map_find_target (MaqForm *form,
                                int      target_seconds);
/** maq_bar_map_dup_place: "Chorus 2 · 3:1": section, bar in it and beat, counted from 1 */
char  *maq_bar_map_dup_place  (MaqForm *form,
                               double   ticks) G_GNUC_WARN_UNUSED_RESULT;
/** maq_bar_map_dup_length: "3:07": how long something lasts, to the nearest second */
char  *maq_bar_map_dup_length (double   seconds) G_GNUC_WARN_UNUSED_RESULT;
/** maq_bar_map_dup_clock: "3:07": the minutes and seconds that have passed */
char  *maq_bar_map_dup_clock  (double   seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
