/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MAQ_TYPE_PREFERENCES_WINDOW (maq_preferences_window_get_type ())

/**
 * MaqPreferencesWindow:
 *
 * What holds for all projects: the SoundFont that the band plays with. It
 * writes the key `soundfont` of the settings, a path, or "" for the system's.
 */
G_DECLARE_FINAL_TYPE (MaqPreferencesWindow, maq_preferences_window, MAQ, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *maq_preferences_window_new (GtkWindow *parent,
                                       GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
