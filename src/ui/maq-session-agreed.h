/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SESSION_AGREED (maq_session_agreed_get_type ())

/**
 * MaqSessionAgreed:
 *
 * What is agreed, or what is still open: remarks, wherever in the song they are. New ones are
 * about the whole song.
 */
G_DECLARE_FINAL_TYPE (MaqSessionAgreed, maq_session_agreed, MAQ, SESSION_AGREED, GtkBox)

GtkWidget *maq_session_agreed_new    (MaqEditor        *editor,
                                      MaqRemarkState    state) G_GNUC_WARN_UNUSED_RESULT;
/** maq_session_agreed_show: what the song that is shown says */
void       maq_session_agreed_show   (MaqSessionAgreed *self);
/** maq_session_agreed_commit: adds what was typed as a new one and not yet confirmed */
void       maq_session_agreed_commit (MaqSessionAgreed *self);

G_END_DECLS
