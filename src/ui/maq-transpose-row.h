/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** maq_transpose_row_new: inspector: takes what is selected, the song or sections, up and down */
GtkWidget *maq_transpose_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
