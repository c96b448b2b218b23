/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"
#include "maq-measured.h"

G_BEGIN_DECLS

#define MAQ_TYPE_FIGURE_ROWS (maq_figure_rows_get_type ())

/**
 * MaqFigureRows:
 *
 * What was measured of the sections that are selected, in rows: a small picture bar by bar,
 * the number, and how it differs from the section before. Accessible: a list whose items say
 * their number with its unit.
 */
G_DECLARE_FINAL_TYPE (MaqFigureRows, maq_figure_rows, MAQ, FIGURE_ROWS, GtkBox)

GtkWidget *maq_figure_rows_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       maq_figure_rows_show          (MaqFigureRows *self,
                                          MaqEditor     *editor,
                                          MaqMeasured   *measured);
/** maq_figure_rows_set_measuring: whether anything is measured, and whether just now */
void       maq_figure_rows_set_measuring (MaqFigureRows *self,
                                          gboolean       measures,
                                          gboolean       now);

G_END_DECLS
