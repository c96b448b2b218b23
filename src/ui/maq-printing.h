/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-sheet.h"

G_BEGIN_DECLS

/**
 * maq_printing_create:
 * @sheets: (element-type MaqSheet): this thread's
 * @name: of the job
 *
 * Returns: (transfer full): an operation that prints all pages of @sheets, each upright or
 *   lying as it was laid out, at their true size
 */
GtkPrintOperation *maq_printing_create (GPtrArray  *sheets,
                                        const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
