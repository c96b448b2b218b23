/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What a page of the inspector begins with: the name of what is selected and
 * a line about it.
 */

/** maq_page_title_add: (transfer none): appends a title to @page, with a way back to the song or not */
GtkWidget *maq_page_title_add  (GtkWidget  *page,
                                gboolean    leads_back);
void       maq_page_title_show (GtkWidget  *title,
                                const char *name,
                                const char *detail);

G_END_DECLS
