/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-export-choice.h"

G_BEGIN_DECLS

/*
 * The options of one kind of document, each with its name.
 */

/** MaqExportOptionsFunc: something was changed in the choice */
typedef void (*MaqExportOptionsFunc) (gpointer user_data);

/**
 * maq_export_options_new:
 * @kind: index of the kind
 * @func: called with @owner after a change
 *
 * Returns: (transfer none) (nullable): a box; %NULL if there is nothing to choose
 */
GtkWidget *maq_export_options_new (MaqExportChoice      *choice,
                                   guint                 kind,
                                   MaqExportOptionsFunc  func,
                                   GtkWidget            *owner);

G_END_DECLS
