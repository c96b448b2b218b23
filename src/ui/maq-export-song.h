/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-handoff.h"

G_BEGIN_DECLS

#define MAQ_TYPE_EXPORT_SONG (maq_export_song_get_type ())

/**
 * MaqExportSong:
 *
 * Which arrangement of the song is handed on, from which section to which, and for whom.
 *
 * Signals:
 *
 * - `changed ()`
 */
G_DECLARE_FINAL_TYPE (MaqExportSong, maq_export_song, MAQ, EXPORT_SONG, AdwBin)

GtkWidget  *maq_export_song_new         (MaqProject    *root) G_GNUC_WARN_UNUSED_RESULT;
/** maq_export_song_get_handoff: (transfer none): of the sections that are chosen */
MaqHandoff *maq_export_song_get_handoff (MaqExportSong *self);
/** maq_export_song_get_player: (transfer none) (nullable): for whom; %NULL for everybody */
const char *maq_export_song_get_player  (MaqExportSong *self);

G_END_DECLS
