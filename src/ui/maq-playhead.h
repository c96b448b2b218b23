/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** MAQ_PLAYHEAD_WIDTH: of the widget; the line is in its middle */
#define MAQ_PLAYHEAD_WIDTH 11

#define MAQ_TYPE_PLAYHEAD (maq_playhead_get_type ())

/** MaqPlayhead: the line where the music is; moved by transform, painted once. CSS node: playhead */
G_DECLARE_FINAL_TYPE (MaqPlayhead, maq_playhead, MAQ, PLAYHEAD, GtkWidget)

GtkWidget *maq_playhead_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
