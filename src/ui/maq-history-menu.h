/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * maq_history_menu_attach:
 * @button: opens the list
 *
 * Lists what was done to the song, the newest first; a click goes back to it,
 * or forth again, and selects what was selected then.
 */
void maq_history_menu_attach (GtkMenuButton *button,
                              MaqEditor     *editor);

G_END_DECLS
