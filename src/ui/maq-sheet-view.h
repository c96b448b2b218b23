/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-sheet.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SHEET_VIEW (maq_sheet_view_get_type ())

/**
 * MaqSheetView:
 *
 * Documents as they will be on paper, page below page, to be read and turned: as wide as
 * there is room, or nearer. It scrolls itself; Ctrl+wheel comes nearer.
 *
 * Signals:
 *
 * - `turned ()`: another page is looked at, or there are other pages
 */
G_DECLARE_FINAL_TYPE (MaqSheetView, maq_sheet_view, MAQ, SHEET_VIEW, GtkWidget)

GtkWidget *maq_sheet_view_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_sheet_view_set_sheets:
 * @sheets: (element-type MaqSheet): all are this thread's from now on
 * @is_other: whether it is another document, to be read from its beginning
 */
void       maq_sheet_view_set_sheets  (MaqSheetView *self,
                                       GPtrArray    *sheets,
                                       gboolean      is_other);
guint      maq_sheet_view_get_n_pages (MaqSheetView *self);
/** maq_sheet_view_get_page: index of the one that is looked at */
guint      maq_sheet_view_get_page    (MaqSheetView *self);
/** maq_sheet_view_turn: goes @by pages on, or back below 0 */
void       maq_sheet_view_turn        (MaqSheetView *self,
                                       int           by);
/** maq_sheet_view_zoom: @factor nearer; 0 for as wide as there is room */
void       maq_sheet_view_zoom        (MaqSheetView *self,
                                       double        factor);

G_END_DECLS
