/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-notation.h"

G_BEGIN_DECLS

/** maq_sung_words_find_lane: (transfer none) (nullable): the first lane of a layer that sings */
MaqLane   *maq_sung_words_find_lane (MaqHandoff     *handoff,
                                     MaqPerformance *performance);
/**
 * maq_sung_words_list:
 * @notation: of the lane that sings
 *
 * Spreads each line of the lyrics over the notes up to the next line: a word
 * stands on the note that its first syllable falls on, and where notes are too
 * few, with others. Syllables are counted as groups of vowels.
 *
 * Returns: (transfer full) (element-type utf8): for each note its words, or %NULL
 */
GPtrArray *maq_sung_words_list      (MaqHandoff     *handoff,
                                     MaqNotation    *notation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
