/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-section-kind.h"

G_BEGIN_DECLS

/**
 * maq_form_word_find:
 * @word: a name or an abbreviation without a number: "Verse", "PC", "Zwischenspiel"
 * @kind: (out): what it means
 *
 * Finds the names of the kinds of sections, in the language of the user and in English,
 * and what musicians write for them in English and German.
 *
 * Returns: %FALSE if it is none of these
 */
gboolean    maq_form_word_find  (const char     *word,
                                 MaqSectionKind *kind);
/**
 * maq_form_word_guess:
 * @word: a word that maq_form_word_find() does not find
 *
 * What may be meant by a word that is mistyped or cut short: of the words that are known
 * the one with the fewest letters wrong, one in four at most, or the first that begins so.
 *
 * Returns: (nullable): a word that is known
 */
const char *maq_form_word_guess (const char     *word);

G_END_DECLS
