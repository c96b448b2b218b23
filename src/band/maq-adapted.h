/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-style-library.h"
#include "maq-song.h"

G_BEGIN_DECLS

/**
 * maq_adapted_dup_notes:
 * @styles: where the song's styles come from
 * @arrangement: of @song
 *
 * Where the band plays in a meter that the style does not know, people are told how: "Verse 1,
 * Verse 2: Indie folk is written in 4/4; 7/8 is played in groups of 2 + 2 + 3."
 *
 * Returns: (transfer full) (array zero-terminated=1): a sentence for each style and meter,
 *   translated, in the order of the form; free with g_strfreev()
 */
char **maq_adapted_dup_notes (MaqStyleLibrary *styles,
                              MaqSong         *song,
                              MaqArrangement  *arrangement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
