/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-import-report.h"
#include "maq-project.h"

G_BEGIN_DECLS

/**
 * maq_import_chordpro:
 * @text: a ChordPro chart in valid UTF-8 with "\n" at the ends of lines
 * @title: for a song that states none
 * @report: (nullable): takes what had to be guessed or left out
 * @error: a #MaqImportError
 *
 * Makes a project of a chart, a song for each `{new_song}`.
 *
 * Sections come from environments (`{start_of_verse}`), from comments and
 * bracketed or bare lines that name a section, and from blank lines where the
 * chart has none of these. `{chorus}` and headings with nothing under them
 * follow the section that they mean. A section with the chords of an earlier
 * one of its kind follows it and keeps its own words.
 *
 * A song without chords in brackets may have them on lines of their own, above
 * the words where they begin.
 *
 * `{key}` is the written key. Chords, and the keys stored, are as they sound:
 * higher by the capo and by `{transpose}`, whose settings add up until a
 * `{transpose}` without value takes the last one back. `{tempo}` counts the
 * felt beats of the meter; above 110 in 6/8, 9/8 and 12/8, eighths.
 *
 * How long the lines last is a judgement; chordpro_layout_sections() says which.
 *
 * What is not understood is kept as a remark.
 *
 * Returns: (transfer full): the project, or %NULL
 */
MaqProject *maq_import_chordpro (const char       *text,
                                 const char       *title,
                                 MaqImportReport  *report,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
