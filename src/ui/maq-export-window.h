/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-project.h"
#include "maq-soundfont.h"

G_BEGIN_DECLS

#define MAQ_TYPE_EXPORT_WINDOW (maq_export_window_get_type ())

/**
 * MaqExportWindow:
 *
 * Which documents of a song are handed on, to whom and how, what they look like, and into
 * which files they go; writes and prints them. What was chosen is there the next time.
 *
 * Signals:
 *
 * - `written (guint n_files, const char *folder)`: they are there; it closes
 */
G_DECLARE_FINAL_TYPE (MaqExportWindow, maq_export_window, MAQ, EXPORT_WINDOW, AdwWindow)

/**
 * maq_export_window_new:
 * @folder: (nullable): where to write if nobody has chosen yet
 * @font: (nullable): what the band plays with; %NULL for the system's
 */
GtkWidget *maq_export_window_new (GtkWindow  *parent,
                                  GSettings  *settings,
                                  MaqProject *root,
                                  GFile      *folder,
                                  MaqSoundfont *font) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
