/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"
#include "maq-listener.h"

G_BEGIN_DECLS

#define MAQ_TYPE_TRANSPORT (maq_transport_get_type ())

/** MaqTransport: the bar at the bottom: play, loop, where the music is, tempo, click, volume, zoom */
G_DECLARE_FINAL_TYPE (MaqTransport, maq_transport, MAQ, TRANSPORT, GtkWidget)

/** maq_transport_set_listener: whose controls these are */
void     maq_transport_set_listener (MaqTransport *self,
                                     MaqListener  *listener);
/** maq_transport_set_editor: (nullable) @editor: whose sections the position is told in */
void     maq_transport_set_editor   (MaqTransport *self,
                                     MaqEditor    *editor);
/**
 * maq_transport_update:
 *
 * Shows where the music is and how loud; once a frame while it plays.
 *
 * Returns: whether something still moves
 */
gboolean maq_transport_update       (MaqTransport *self);
/** maq_transport_set_looping: whether the loop button is pressed */
void     maq_transport_set_looping  (MaqTransport *self,
                                     gboolean      looping);

G_END_DECLS
