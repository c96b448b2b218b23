/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * maq_soundfont_list_new:
 * @also: (nullable): a path that belongs in the list wherever it lies
 *
 * Looks for SoundFonts (.sf2, .sf3) in the folders where the system and the
 * user keep them; a file that is found under several names is listed once.
 *
 * Returns: (transfer full) (element-type utf8): paths, sorted by name
 */
GPtrArray *maq_soundfont_list_new (const char *also) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_soundfont_list_new_names:
 * @project: (nullable): a project file; those beside it belong in the list
 *
 * Returns: (transfer full) (element-type utf8): file names without folders, for
 *   maq_move_project_soundfont(), sorted
 */
GPtrArray *maq_soundfont_list_new_names (GFile *project) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
