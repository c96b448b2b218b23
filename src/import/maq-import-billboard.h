/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-import-report.h"
#include "maq-project.h"

G_BEGIN_DECLS

/** maq_import_is_billboard: whether a text looks like what maq_import_billboard() reads */
gboolean    maq_import_is_billboard (const char       *text);

/**
 * maq_import_billboard:
 * @text: an annotation in valid UTF-8 with "\n" at the ends of lines
 * @title: for a song that states none
 * @report: (nullable): takes what had to be guessed or left out
 * @error: a #MaqImportError
 *
 * Makes a project of an annotation in the form of the McGill Billboard project
 * (`salami_chords.txt`): time stamps, section letters and names, chords by bar,
 * and notes on who plays in front.
 *
 * A song's tempo is the median of its lines; a section has its own where it
 * differs by more than 4 % or where the song's would drift from the time stamps
 * by more than 0.75 s. The first bar is at 0. A section with the letter, the
 * name and the chords of an earlier one follows it. Instruments become layers,
 * with parts from the line where their note opens to the end of the one where
 * it closes.
 *
 * Returns: (transfer full): the project, or %NULL
 */
MaqProject *maq_import_billboard    (const char       *text,
                                     const char       *title,
                                     MaqImportReport  *report,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
