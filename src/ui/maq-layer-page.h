/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_LAYER_PAGE (maq_layer_page_get_type ())

/** MaqLayerPage: the inspector's page for a layer */
G_DECLARE_FINAL_TYPE (MaqLayerPage, maq_layer_page, MAQ, LAYER_PAGE, GtkBox)

GtkWidget *maq_layer_page_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_layer_page_update: shows what is selected in @editor */
void       maq_layer_page_update (MaqLayerPage *self,
                                  MaqEditor *editor);

G_END_DECLS
