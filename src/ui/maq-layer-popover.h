/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_LAYER_POPOVER (maq_layer_popover_get_type ())

/**
 * MaqLayerPopover:
 *
 * How loud a layer is, where in the room it stands, and its colour: what is
 * wanted at hand while one listens.
 */
G_DECLARE_FINAL_TYPE (MaqLayerPopover, maq_layer_popover, MAQ, LAYER_POPOVER, GtkPopover)

/** maq_layer_popover_new: for the layer that is selected in @editor */
GtkWidget *maq_layer_popover_new (MaqEditor *editor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
