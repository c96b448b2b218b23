/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-sheet.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SHEET_PAGE (maq_sheet_page_get_type ())

/**
 * MaqSheetPage:
 *
 * One page of a document as it will be on paper, as large as it is made. Says what is
 * written on it to those who can't see it.
 */
G_DECLARE_FINAL_TYPE (MaqSheetPage, maq_sheet_page, MAQ, SHEET_PAGE, GtkWidget)

/**
 * maq_sheet_page_new:
 * @sheets: (element-type MaqSheet): keeps @sheet alive
 * @page: index in @sheet
 * @number: of @n_pages that are shown together, from 1
 */
GtkWidget *maq_sheet_page_new        (GPtrArray    *sheets,
                                      MaqSheet     *sheet,
                                      guint         page,
                                      guint         number,
                                      guint         n_pages) G_GNUC_WARN_UNUSED_RESULT;

/** maq_sheet_page_get_width_pt: of the paper */
double     maq_sheet_page_get_width_pt  (MaqSheetPage *self);
/** maq_sheet_page_get_height_pt: of the paper */
double     maq_sheet_page_get_height_pt (MaqSheetPage *self);
/** maq_sheet_page_set_near: whether it may be seen: only then it is painted, and kept so */
void       maq_sheet_page_set_near      (MaqSheetPage *self,
                                         gboolean      is_near);

G_END_DECLS
