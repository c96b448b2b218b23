/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_REMARK_LIST (maq_remark_list_get_type ())

/**
 * MaqRemarkList: what has been said about what is selected, each with its state, and a line to
 * say more
 */
G_DECLARE_FINAL_TYPE (MaqRemarkList, maq_remark_list, MAQ, REMARK_LIST, GtkBox)

GtkWidget *maq_remark_list_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_remark_list_update: shows the remarks on what is selected in @editor; all for the song */
void       maq_remark_list_update (MaqRemarkList *self,
                                   MaqEditor     *editor);

G_END_DECLS
