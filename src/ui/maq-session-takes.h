/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SESSION_TAKES (maq_session_takes_get_type ())

/** MaqSessionTakes: how far the recording of a section is, layer by layer */
G_DECLARE_FINAL_TYPE (MaqSessionTakes, maq_session_takes, MAQ, SESSION_TAKES, GtkBox)

GtkWidget *maq_session_takes_new  (MaqEditor       *editor) G_GNUC_WARN_UNUSED_RESULT;
/** maq_session_takes_show: what the song that is shown says */
void       maq_session_takes_show (MaqSessionTakes *self);

G_END_DECLS
