/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_MOVES_BAR (maq_moves_bar_get_type ())

/**
 * MaqMovesBar:
 *
 * The moves that make sense for what is selected. Each is shown on the
 * timeline while the pointer or the keyboard is on it, and done by a click.
 * Up and Down, or the wheel, change its number.
 *
 * Properties: `sentence` (string, nullable, read): what the move that is
 * pointed at will do, or why it can't be done.
 */
G_DECLARE_FINAL_TYPE (MaqMovesBar, maq_moves_bar, MAQ, MOVES_BAR, GtkWidget)

/** maq_moves_bar_set_editor: @editor is what the moves are done to, or %NULL */
void maq_moves_bar_set_editor (MaqMovesBar *self,
                               MaqEditor   *editor);
/** maq_moves_bar_edit_form: opens the entry in which the form is typed */
void maq_moves_bar_edit_form  (MaqMovesBar *self);

G_END_DECLS
