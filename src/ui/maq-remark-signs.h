/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-remark-places.h"

G_BEGIN_DECLS

#define MAQ_TYPE_REMARK_SIGNS (maq_remark_signs_get_type ())

/**
 * MaqRemarkSigns: the signs of remarks, over the grid and the heads above it
 *
 * Each is a button that opens its remark (`score.open-remark`); between them the pointer
 * reaches what is below. It begins where the grid does, at the top of the view.
 */
G_DECLARE_FINAL_TYPE (MaqRemarkSigns, maq_remark_signs, MAQ, REMARK_SIGNS, GtkWidget)

/** maq_remark_signs_new: @metrics must live as long as the widget */
GtkWidget *maq_remark_signs_new     (const MaqTimelineMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;
/** maq_remark_signs_show: shows the remarks of another arrangement, or of another form of it */
void       maq_remark_signs_show    (MaqRemarkSigns           *self,
                                     MaqArrangement           *arrangement,
                                     MaqForm                  *form);
/** maq_remark_signs_update: lays them out for what is in view and how near it is */
void       maq_remark_signs_update  (MaqRemarkSigns           *self,
                                     int                       view_width,
                                     int                       view_height);
/** maq_remark_signs_locate: (out) @at: where the sign of a remark is, seen or not; %FALSE without it */
gboolean   maq_remark_signs_locate  (MaqRemarkSigns           *self,
                                     MaqId                     remark,
                                     GdkRectangle             *at);
/** maq_remark_signs_find_place: (transfer none) (nullable): where a remark is in the song */
const MaqRemarkPlace *maq_remark_signs_find_place (MaqRemarkSigns *self,
                                     MaqId                     remark);

G_END_DECLS
