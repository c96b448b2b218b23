/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-balance.h"
#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_BALANCE_ROWS (maq_balance_rows_get_type ())

/**
 * MaqBalanceRows:
 *
 * Who occupies which frequency band in the section that is selected, and for those who crowd a
 * band what taking them out there would open.
 */
G_DECLARE_FINAL_TYPE (MaqBalanceRows, maq_balance_rows, MAQ, BALANCE_ROWS, GtkBox)

GtkWidget *maq_balance_rows_new           (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_balance_rows_show: (nullable) @balance: of the section at @section; %NULL if not known yet */
void       maq_balance_rows_show          (MaqBalanceRows *self,
                                           MaqEditor      *editor,
                                           guint           section,
                                           MaqBalance     *balance);
/** maq_balance_rows_set_measures: whether anything is measured */
void       maq_balance_rows_set_measures  (MaqBalanceRows *self,
                                           gboolean        measures);

G_END_DECLS
