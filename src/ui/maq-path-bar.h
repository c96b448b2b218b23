/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_PATH_BAR (maq_path_bar_get_type ())

/** MaqPathBar: the way from what is selected back to the song: Song › Chorus 1 › Drums */
G_DECLARE_FINAL_TYPE (MaqPathBar, maq_path_bar, MAQ, PATH_BAR, GtkBox)

GtkWidget *maq_path_bar_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_path_bar_update: shows what is selected in @editor; nothing for the song itself */
void       maq_path_bar_update (MaqPathBar *self,
                                MaqEditor  *editor);

G_END_DECLS
