/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-export-choice.h"

G_BEGIN_DECLS

#define MAQ_TYPE_EXPORT_LIST (maq_export_list_get_type ())

/**
 * MaqExportList:
 *
 * All kinds of documents, to be chosen; the one that is selected shows its options.
 *
 * Signals:
 *
 * - `changed ()`: something else is chosen, or an option
 * - `selected ()`: another kind is looked at
 */
G_DECLARE_FINAL_TYPE (MaqExportList, maq_export_list, MAQ, EXPORT_LIST, AdwBin)

/** maq_export_list_new: @choice: is changed, and must live as long */
GtkWidget *maq_export_list_new          (MaqExportChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/** maq_export_list_get_selected: index of the kind that is looked at */
guint      maq_export_list_get_selected (MaqExportList   *self);
/** maq_export_list_select_chosen: looks at the first one that is chosen; the keyboard is there */
void       maq_export_list_select_chosen (MaqExportList  *self);

G_END_DECLS
