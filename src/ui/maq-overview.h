/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-form.h"

G_BEGIN_DECLS

#define MAQ_TYPE_OVERVIEW (maq_overview_get_type ())

/**
 * MaqOverview:
 *
 * The whole song in a strip, with what of it is in view and where the music is. It
 * scrolls the timeline: by a click or a drag, by the wheel, and by Left, Right, Page Up,
 * Page Down, Home and End. An end of what is in view can be dragged, too.
 *
 * CSS node: overview. Accessible role: SCROLLBAR, its value is said in bars.
 *
 * Signals:
 *
 * - `scroll (double bar)`: the view should begin with this bar
 * - `zoom (double first, double end)`: these bars should fill the view
 * - `follow (gboolean)`: whether the view should go along with the music
 */
G_DECLARE_FINAL_TYPE (MaqOverview, maq_overview, MAQ, OVERVIEW, GtkWidget)

/** maq_overview_show: @target_seconds: how long the song is meant to last; 0 if nothing is said */
void maq_overview_show         (MaqOverview *self,
                                MaqForm     *form,
                                int          target_seconds);
/** maq_overview_restyle: takes over the colours of the style as it is now */
void maq_overview_restyle      (MaqOverview *self);
/**
 * maq_overview_set_view:
 * @start: pixels before the strip, as there are heads before the grid; below 0: behind it
 * @first_bar: that is in view
 * @n_bars: how many bars there is room for
 */
void maq_overview_set_view     (MaqOverview *self,
                                int          start,
                                double       first_bar,
                                double       n_bars);
void maq_overview_set_position (MaqOverview *self,
                                double       bar);
/** maq_overview_set_follow: whether the view goes along with the music */
void maq_overview_set_follow   (MaqOverview *self,
                                gboolean     follow);

G_END_DECLS
