/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What a page of the inspector begins with: the name of what is selected and
 * a line about it.
 */

/** maq_page_title_add: (transfer none): appends a title to @page */
GtkWidget *maq_page_title_add  (GtkWidget  *page);
void       maq_page_title_show (GtkWidget  *title,
                                const char *name,
                                const char *detail);

G_END_DECLS
