/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_MOVE_BUTTON (maq_move_button_get_type ())

/**
 * MaqMoveButton:
 *
 * A move that can be done, and its number.
 *
 * Signals:
 *
 * - `pointed ()`: the pointer or the focus came, or the number changed
 * - `left ()`: neither of them is on it any more
 * - `clicked ()`: it is to be done
 */
G_DECLARE_FINAL_TYPE (MaqMoveButton, maq_move_button, MAQ, MOVE_BUTTON, GtkBox)

/** maq_move_button_new: for a move of the list, see maq_move_list_get() */
GtkWidget *maq_move_button_new        (guint          index) G_GNUC_WARN_UNUSED_RESULT;
guint      maq_move_button_get_index  (MaqMoveButton *self);
int        maq_move_button_get_number (MaqMoveButton *self);
/** maq_move_button_set_editor: (nullable) @editor: what the number may stand for */
void       maq_move_button_set_editor (MaqMoveButton *self,
                                       MaqEditor     *editor);

G_END_DECLS
