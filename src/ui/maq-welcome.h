/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_WELCOME (maq_welcome_get_type ())

/**
 * MaqWelcome: what an empty window shows: where to begin, recent songs, songs to
 * begin with, and how it works
 *
 * The songs to begin with and all pictures come after its first frame.
 */
G_DECLARE_FINAL_TYPE (MaqWelcome, maq_welcome, MAQ, WELCOME, GtkWidget)

/** maq_welcome_show_recent: @songs are menu items with an action and a URI as its target, as in the Open menu */
void maq_welcome_show_recent (MaqWelcome *self,
                              GMenuModel *songs);

G_END_DECLS
