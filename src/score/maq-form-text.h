/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-arrangement.h"

G_BEGIN_DECLS

/** how many sections a text may ask for, repeats counted */
#define MAQ_FORM_TEXT_MAX_ITEMS 500

/**
 * MaqFormItem:
 * @kind: what the section is
 * @name: (nullable): what it is called, "Verse 2"; %NULL where only the kind is said
 * @number: which one of its kind, from 1; 0 where that is not said
 * @bars: its length in bars; 0 where that is not said
 * @at: where it stands in the text, in bytes
 * @is_unknown: whether its word is none that is known, and it has no kind for that reason
 *
 * A section as a form that people type asks for it.
 */
typedef struct
{
  MaqSectionKind  kind;
  char           *name;
  int             number;
  int             bars;
  gsize           at;
  gboolean        is_unknown;
} MaqFormItem;

/**
 * maq_form_text_parse:
 * @text: `Intro 4, V 16, PC 4, C 8, V2, C, Breakdown 8, C x2, Outro`
 * @arrangement: (nullable): whose sections may be called by their names
 * @error: a `G_CONVERT_ERROR_ILLEGAL_SEQUENCE` with a sentence that names what
 *   is not understood, in which column it stands, and how to write it
 *
 * Reads a form. Sections are parted by commas, semicolons or line ends, or by blanks
 * where there are three or more and each word is a kind of section. Each
 * is a name or an abbreviation (I, V, PC, C, B, BD, S, O; Strophe, Ref, Zw …), its length
 * in bars, then how often it comes: `C 8 x2`. A number right at the name counts
 * (`V2` is Verse 2), and so does one that says which verse, pre-chorus or chorus
 * of the text it is (`Chorus 2` after one chorus); every other one is a length.
 * A name in quotation marks may hold anything: `"Intro, again" 4`.
 *
 * Returns: (transfer full) (element-type MaqFormItem): never empty; %NULL on error
 */
GArray *maq_form_text_parse  (const char      *text,
                              MaqArrangement  *arrangement,
                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_form_text_dup_doubt:
 * @text: what was read
 * @items: (element-type MaqFormItem): what came of it
 *
 * The words that are not known, where they stand, and what may be meant; of many words the
 * first, with the count of the others. A name
 * in quotation marks is meant as it stands, and so is that of a section that is there.
 *
 * Returns: (transfer full) (nullable): a line for each; %NULL if all of them are known
 */
char   *maq_form_text_dup_doubt (const char     *text,
                              GArray          *items) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_form_text_format:
 *
 * Writes the form of an arrangement so that maq_form_text_parse() with the same
 * arrangement reads its names and lengths again.
 *
 * Returns: (transfer full): "" if it has no sections; free with g_free()
 */
char   *maq_form_text_format (MaqArrangement  *arrangement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
