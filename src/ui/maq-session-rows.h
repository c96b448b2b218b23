/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SESSION_ROWS (maq_session_rows_get_type ())

/**
 * MaqSessionRows:
 *
 * A list of the session, row by row: inputs, recall notes or contacts. Rows are added,
 * deleted and put higher or lower by buttons and keys, and unfold to be typed into.
 */
G_DECLARE_FINAL_TYPE (MaqSessionRows, maq_session_rows, MAQ, SESSION_ROWS, GtkBox)

GtkWidget *maq_session_rows_new  (MaqEditor      *editor,
                                  MaqSessionList  list) G_GNUC_WARN_UNUSED_RESULT;
/** maq_session_rows_show: what the song that is shown says */
void       maq_session_rows_show (MaqSessionRows *self);
/** maq_session_rows_add: adds a row, unfolds it and lets it be typed into */
void       maq_session_rows_add  (MaqSessionRows *self);

G_END_DECLS
