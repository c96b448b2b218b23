/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

/**
 * maq_export_chordpro:
 * @with_words: whether sections that have lyrics are written as words with
 *   chords in brackets; else all are bars
 *
 * Writes a ChordPro 6 chart: an environment for each section, in it a grid with
 * a cell for each beat, or for less where chords change within beats. Chords
 * and keys are as they sound. What is written as bars is read again by
 * maq_import_chordpro() with the same bars, meters and chords; how long a line
 * of words lasts, a chart does not say.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *maq_export_chordpro (MaqHandoff *handoff,
                             gboolean    with_words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
