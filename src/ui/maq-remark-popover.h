/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * maq_remark_popover_new:
 * @ticks: a place in the song
 *
 * Returns: (transfer floating): a popover in which a remark on the bar at that
 *   place is written; Enter adds it
 */
GtkWidget  *maq_remark_popover_new      (MaqEditor    *editor,
                                         double        ticks) G_GNUC_WARN_UNUSED_RESULT;
/** maq_remark_popover_focus: gives its entry the keyboard, once it is shown */
void        maq_remark_popover_focus    (GtkWidget    *popover);

G_END_DECLS
