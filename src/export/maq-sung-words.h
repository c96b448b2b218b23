/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-notation.h"

G_BEGIN_DECLS

/**
 * MaqSungText:
 * @text: (nullable): what is sung on a note; of several words if notes are few
 * @goes_on_from: whether it begins within a word, on whose first syllables notes before are sung
 * @goes_on: whether its last word goes on on the next note that has a text
 */
typedef struct
{
  char     *text;
  gboolean  goes_on_from;
  gboolean  goes_on;
} MaqSungText;

/** maq_sung_words_find_lane: (transfer none) (nullable): the first lane of a layer that sings */
MaqLane   *maq_sung_words_find_lane (MaqHandoff     *handoff,
                                     MaqPerformance *performance);
/**
 * maq_sung_words_count_notes:
 * @notation: (nullable): of the lane that sings
 * @line: index of a line of the lyrics of a section
 *
 * Returns: how many notes there are for a line, up to the next one; 0 where it is not sung
 */
guint      maq_sung_words_count_notes (MaqForm      *form,
                                     MaqNotation    *notation,
                                     guint           section,
                                     guint           line);
/**
 * maq_sung_words_list:
 * @notation: of the lane that sings
 *
 * Spreads each line of the lyrics over the notes up to the next line: a word
 * stands on the note that its first syllable falls on, and where notes are too
 * few, with others. Syllables are counted as groups of vowels; a word with
 * hyphens, "hal-le-lu-jah", is sung syllable by syllable.
 *
 * Returns: (transfer full) (element-type MaqSungText): for each note
 */
GArray    *maq_sung_words_list      (MaqHandoff     *handoff,
                                     MaqNotation    *notation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
