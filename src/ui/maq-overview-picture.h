/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-form.h"
#include "maq-palette.h"

G_BEGIN_DECLS

#define MAQ_TYPE_OVERVIEW_PICTURE (maq_overview_picture_get_type ())

/**
 * MaqOverviewPicture:
 *
 * The sections of a song side by side, each in the colour of its kind and as high as what
 * plays in it. CSS node: overviewpicture
 */
G_DECLARE_FINAL_TYPE (MaqOverviewPicture, maq_overview_picture, MAQ, OVERVIEW_PICTURE, GtkWidget)

GtkWidget *maq_overview_picture_new  (const MaqPalette   *palette) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_overview_picture_show:
 * @shown_bars: bars from the left edge to the right one
 * @target_bar: where the song should end; below 0 if nothing is said
 */
void       maq_overview_picture_show (MaqOverviewPicture *self,
                                      MaqForm            *form,
                                      double              shown_bars,
                                      double              target_bar);

G_END_DECLS
