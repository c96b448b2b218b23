/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SONG_PAGE (maq_song_page_get_type ())

/** MaqSongPage: the inspector's page for the song */
G_DECLARE_FINAL_TYPE (MaqSongPage, maq_song_page, MAQ, SONG_PAGE, GtkBox)

GtkWidget *maq_song_page_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_song_page_update: shows what is selected in @editor */
void       maq_song_page_update (MaqSongPage *self,
                                 MaqEditor *editor);
/** maq_song_page_focus_target: gives the focus to how long the song should last */
void       maq_song_page_focus_target (MaqSongPage *self);

G_END_DECLS
