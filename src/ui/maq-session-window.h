/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SESSION_WINDOW (maq_session_window_get_type ())

/**
 * MaqSessionWindow:
 *
 * What the tracking session needs to know: people, inputs, the room, what is to be recalled,
 * takes, what is agreed and what is open. All that is typed is in the song at once; Ctrl+Z
 * takes it back here as elsewhere.
 */
G_DECLARE_FINAL_TYPE (MaqSessionWindow, maq_session_window, MAQ, SESSION_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *maq_session_window_new (GtkWindow *parent,
                                   MaqEditor *editor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
