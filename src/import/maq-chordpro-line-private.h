/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChordproDirective:
 * @name: in lower case, without the selector
 * @value: what comes after it, trimmed; "" if nothing does
 * @rest: (nullable): what stands after the closing brace
 * @is_closed: whether there is a closing brace
 * @is_meant: FALSE if a selector keeps it for one instrument: "{title-piano: …}"
 */
typedef struct
{
  char     *name;
  char     *value;
  char     *rest;
  gboolean  is_closed;
  gboolean  is_meant;
} ChordproDirective;

/** chordpro_directive_parse: whether @line begins with a brace, and what it says then */
gboolean chordpro_directive_parse (const char        *line,
                                   ChordproDirective *directive);
void     chordpro_directive_clear (ChordproDirective *directive);
/** chordpro_dup_label: the label in `Verse 1` or `label="Verse 1" …`; %NULL if there is none */
char    *chordpro_dup_label       (const char        *value) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ChordproMark:
 * @offset: bytes of the line's text that stand before it
 * @symbol: what stands in the brackets, trimmed
 */
typedef struct
{
  gsize  offset;
  char  *symbol;
} ChordproMark;

/**
 * ChordproText:
 * @text: the line without what stands in brackets
 * @marks: (element-type ChordproMark)
 * @is_balanced: FALSE if a bracket is not closed; it then stands in the text
 */
typedef struct
{
  char     *text;
  GArray   *marks;
  gboolean  is_balanced;
} ChordproText;

void     chordpro_text_parse      (const char   *line,
                                   ChordproText *text);
void     chordpro_text_clear      (ChordproText *text);

/** chordpro_count_syllables: about how many syllables the first bytes of a text have */
guint    chordpro_count_syllables (const char   *text,
                                   gsize         n_bytes);
/** chordpro_strip_markup: takes tags like `<b>` and `</span>` out, in place */
void     chordpro_strip_markup    (char         *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChordproDirective, chordpro_directive_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChordproText, chordpro_text_clear)

G_END_DECLS
