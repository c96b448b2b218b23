/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-document.h"

G_BEGIN_DECLS

#define MAQ_TYPE_WINDOW (maq_window_get_type ())

G_DECLARE_FINAL_TYPE (MaqWindow, maq_window, MAQ, WINDOW, AdwApplicationWindow)

GtkWidget   *maq_window_new          (AdwApplication *application) G_GNUC_WARN_UNUSED_RESULT;
/** maq_window_set_document: works on @document from now on */
void         maq_window_set_document (MaqWindow      *self,
                                      MaqDocument    *document);
/** maq_window_get_document: (transfer none) (nullable): %NULL while it welcomes */
MaqDocument *maq_window_get_document (MaqWindow      *self);
/** maq_window_open: opens a project or a chart; here if nothing is open yet, else in a window of its own */
void         maq_window_open         (MaqWindow      *self,
                                      GFile          *file);
/** maq_window_look_for_recoveries: looks in a worker for what a crash left behind, and offers it */
void         maq_window_look_for_recoveries (MaqWindow *self);
/** maq_window_load_soundfont: takes the SoundFont that the settings name */
void         maq_window_load_soundfont (MaqWindow    *self);

G_END_DECLS
