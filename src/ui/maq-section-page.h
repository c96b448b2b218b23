/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-balance-rows.h"
#include "maq-editor.h"
#include "maq-figure-rows.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SECTION_PAGE (maq_section_page_get_type ())

/** MaqSectionPage: the inspector's page for a section */
G_DECLARE_FINAL_TYPE (MaqSectionPage, maq_section_page, MAQ, SECTION_PAGE, GtkBox)

GtkWidget *maq_section_page_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_section_page_update: shows what is selected in @editor */
void       maq_section_page_update (MaqSectionPage *self,
                                    MaqEditor *editor);

/** maq_section_page_get_figures: (transfer none): what was measured of the section */
MaqFigureRows *maq_section_page_get_figures (MaqSectionPage *self);
/** maq_section_page_get_balance: (transfer none): who occupies which frequency band */
MaqBalanceRows *maq_section_page_get_balance (MaqSectionPage *self);

G_END_DECLS
