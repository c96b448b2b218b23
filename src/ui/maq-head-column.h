/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-arrangement.h"
#include "maq-listener.h"
#include "maq-picks.h"
#include "maq-range.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

#define MAQ_TYPE_HEAD_COLUMN (maq_head_column_get_type ())

/**
 * MaqHeadColumn:
 *
 * Layer heads beside the grid, as high as the view; and the button that adds
 * a layer at the end. CSS node: headcolumn.
 *
 * Signals:
 *
 * - `mute (guint64 layer, gboolean)`, `solo (guint64 layer, gboolean)`
 */
G_DECLARE_FINAL_TYPE (MaqHeadColumn, maq_head_column, MAQ, HEAD_COLUMN, GtkWidget)

GtkWidget *maq_head_column_new    (const MaqTimelineMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;
void       maq_head_column_show   (MaqHeadColumn            *self,
                                   MaqArrangement           *arrangement);
/** maq_head_column_update: makes heads for what is visible; call it when the metrics or the view changed */
void       maq_head_column_update (MaqHeadColumn            *self,
                                   int                       view_height);
/** maq_head_column_select: (nullable) @picks: shows as selected the layers in @range, or those of
 * them that are picked */
void       maq_head_column_select (MaqHeadColumn            *self,
                                   const MaqRange           *range,
                                   MaqPicks                 *picks);
/** maq_head_column_find: (transfer none) (nullable): the head of a layer, if it has a widget just now */
GtkWidget *maq_head_column_find   (MaqHeadColumn            *self,
                                   MaqId                     layer);
/** maq_head_column_get_natural_width: of the longest name in view with all that stands beside it */
int        maq_head_column_get_natural_width (MaqHeadColumn *self);
/** maq_head_column_update_meters: shows how loud the layers in view are; %FALSE when all rest */
gboolean   maq_head_column_update_meters (MaqHeadColumn      *self,
                                   MaqListener              *listener);

G_END_DECLS
