/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_REMARK_CARD (maq_remark_card_get_type ())

/**
 * MaqRemarkCard: one remark at its place: what it says, of which kind it is, where people are
 * with it, whose it is, and the way to the next one
 */
G_DECLARE_FINAL_TYPE (MaqRemarkCard, maq_remark_card, MAQ, REMARK_CARD, GtkBox)

GtkWidget *maq_remark_card_new        (MaqEditor     *editor) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_remark_card_show:
 * @rank: which one it is of those that are open; 0 if it is none
 * @n_open: how many are open
 */
void       maq_remark_card_show       (MaqRemarkCard *self,
                                       MaqId          remark,
                                       guint          rank,
                                       guint          n_open);
/** maq_remark_card_focus: gives the keyboard to the way to the next one */
void       maq_remark_card_focus      (MaqRemarkCard *self);

G_END_DECLS
