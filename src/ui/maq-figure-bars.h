/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_FIGURE_BARS (maq_figure_bars_get_type ())

/**
 * MaqFigureBars:
 *
 * A figure bar by bar, as a small picture: columns for what is heard, and marks for what is
 * meant. CSS node: figurebars. It says nothing itself: the number stands beside it.
 */
G_DECLARE_FINAL_TYPE (MaqFigureBars, maq_figure_bars, MAQ, FIGURE_BARS, GtkWidget)

GtkWidget *maq_figure_bars_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_figure_bars_show:
 * @heard: (array length=n_bars): heights from 0 to 1; below 0 for none
 * @meant: (array length=n_bars) (nullable): likewise
 */
void       maq_figure_bars_show (MaqFigureBars *self,
                                 const double  *heard,
                                 const double  *meant,
                                 guint          n_bars);

G_END_DECLS
