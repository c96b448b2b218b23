/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-export-choice.h"

G_BEGIN_DECLS

/*
 * The pages of all documents that are chosen, made one after the other and then printed.
 */

/**
 * MaqExportPrintFunc:
 * @problem: (nullable): why nothing is printed, a sentence; %NULL if all is well
 *
 * The pages are made; or, later, the printer has failed.
 */
typedef void (*MaqExportPrintFunc) (const char *problem,
                                    GtkWindow  *window);

/**
 * maq_export_print_start:
 * @window: that asks for it; kept alive meanwhile
 * @choice: copied
 * @player: (nullable): for whom, where there is one for each; %NULL for all of them
 * @cancellable: after it, nothing is printed and @func is not called
 */
void maq_export_print_start (GtkWindow          *window,
                             MaqExportChoice    *choice,
                             MaqHandoff         *handoff,
                             const char         *player,
                             GCancellable       *cancellable,
                             MaqExportPrintFunc  func);

G_END_DECLS
