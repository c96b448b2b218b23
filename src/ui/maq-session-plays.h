/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SESSION_PLAYS (maq_session_plays_get_type ())

/** MaqSessionPlays: which layers somebody plays, each to be ticked */
G_DECLARE_FINAL_TYPE (MaqSessionPlays, maq_session_plays, MAQ, SESSION_PLAYS, AdwPreferencesRow)

GtkWidget *maq_session_plays_new  (MaqEditor       *editor) G_GNUC_WARN_UNUSED_RESULT;
/** maq_session_plays_show: @contact: of the contacts */
void       maq_session_plays_show (MaqSessionPlays *self,
                                   MaqId            contact);

G_END_DECLS
