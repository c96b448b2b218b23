/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord.h"

G_BEGIN_DECLS

/**
 * maq_chord_parse_harte:
 * @text: a chord in the notation of Harte et al. (2005), as annotations of
 *   recordings have it: "C:maj", "A:min7", "G:7(b9)", "D:maj/3", "E:(1,5)"
 * @error: a `G_CONVERT_ERROR_ILLEGAL_SEQUENCE` with a sentence that names
 *   the part of @text that is not understood
 *
 * The bass after the slash is a degree above the root. "N", and "X" for a chord
 * that the annotator could not name, become "N.C.". The chord's text is the
 * popular spelling: "D:min7" gives "Dm7", "C:maj/3" gives "C/E".
 *
 * Returns: (transfer full): the chord, or %NULL
 */
MaqChord *maq_chord_parse_harte (const char  *text,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
