/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_PART_PAGE (maq_part_page_get_type ())

/** MaqPartPage: the inspector's page for a part */
G_DECLARE_FINAL_TYPE (MaqPartPage, maq_part_page, MAQ, PART_PAGE, GtkBox)

GtkWidget *maq_part_page_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_part_page_update: shows what is selected in @editor */
void       maq_part_page_update (MaqPartPage *self,
                                 MaqEditor *editor);

G_END_DECLS
