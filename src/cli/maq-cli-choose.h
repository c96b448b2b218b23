/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-cli.h"
#include "maq-performance.h"
#include "maq-style-library.h"

G_BEGIN_DECLS

/** maq_cli_same_name: whether two names differ in capitals at most */
gboolean        maq_cli_same_name          (const char     *a,
                                            const char     *b);
/**
 * maq_cli_complain_of_name:
 * @format: "There is no layer “Bas” in it; there are:"
 * @names: (element-type utf8): those that there are; gets a %NULL at its end
 */
void            maq_cli_complain_of_name   (const char     *path,
                                            const char     *format,
                                            const char     *name,
                                            GPtrArray      *names);
/** maq_cli_choose_style: (transfer none): by name, "indie-folk", or as people call it, "Indie
 * folk"; %NULL after complaining for @command */
MaqStyle       *maq_cli_choose_style       (MaqStyleLibrary *styles,
                                            const char     *name,
                                            const char     *command);
/** maq_cli_choose_arrangement: (transfer none): by name, %NULL for the current one; %NULL after complaining */
MaqArrangement *maq_cli_choose_arrangement (MaqSong        *song,
                                            const char     *name,
                                            const char     *path);
/**
 * maq_cli_choose_sections:
 * @wanted: (nullable): "Verse 1..Chorus 2", "3..", "..Intro", "Bridge": names or numbers from 1;
 *   of several of one name the first, at the end the first from there on; %NULL for all of them
 * @first: (out): index of the first
 *
 * Complains about what is not there.
 *
 * Returns: how many, 0 if there are none
 */
guint           maq_cli_choose_sections    (MaqArrangement *arrangement,
                                            const char     *wanted,
                                            const char     *path,
                                            guint          *first);
/** maq_cli_perform: (transfer full): lets the band play; %NULL after complaining */
MaqPerformance *maq_cli_perform            (MaqSong        *song,
                                            MaqArrangement *arrangement,
                                            const char     *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
