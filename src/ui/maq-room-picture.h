/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_ROOM_PICTURE (maq_room_picture_get_type ())

/**
 * MaqRoomPicture:
 *
 * A room from above, the listener at its near wall: where in it a layer
 * stands. Left is left in every language. CSS node: roompicture.
 */
G_DECLARE_FINAL_TYPE (MaqRoomPicture, maq_room_picture, MAQ, ROOM_PICTURE, GtkWidget)

GtkWidget *maq_room_picture_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_room_picture_show: @pan -1.0 left to 1.0 right, @distance 0.0 near to 1.0 far */
void       maq_room_picture_show (MaqRoomPicture *self,
                                  double          pan,
                                  double          distance);

G_END_DECLS
