/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-form.h"
#include "maq-palette.h"
#include "maq-picks.h"
#include "maq-range.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

/** MAQ_ADD_SIZE: room after the last section and below the last layer, for the buttons that add */
#define MAQ_ADD_SIZE 52

#define MAQ_TYPE_HEAD_ROW (maq_head_row_get_type ())

/**
 * MaqHeadRow:
 *
 * Ruler and section heads above the grid, as wide as the view; and the button
 * that adds a section at the end. CSS node: headrow.
 */
G_DECLARE_FINAL_TYPE (MaqHeadRow, maq_head_row, MAQ, HEAD_ROW, GtkWidget)

GtkWidget *maq_head_row_new       (const MaqPalette         *palette,
                                   const MaqTimelineMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;
void       maq_head_row_show      (MaqHeadRow               *self,
                                   MaqArrangement           *arrangement,
                                   MaqForm                  *form);
/** maq_head_row_update: makes heads for what is visible; call it when the metrics or the view changed */
void       maq_head_row_update    (MaqHeadRow               *self,
                                   int                       view_width);
/** maq_head_row_select: (nullable) @picks: shows as selected the sections in @range, or those of
 * them that are picked */
void       maq_head_row_select    (MaqHeadRow               *self,
                                   const MaqRange           *range,
                                   MaqPicks                 *picks);
/** maq_head_row_find: (transfer none) (nullable): the head of a section, if it has a widget just now */
GtkWidget *maq_head_row_find      (MaqHeadRow               *self,
                                   MaqId                     section);
/** maq_head_row_set_loop: see maq_ruler_set_loop() */
void       maq_head_row_set_loop  (MaqHeadRow               *self,
                                   double                    start_bar,
                                   double                    end_bar);
void       maq_head_row_restyle   (MaqHeadRow               *self);

G_END_DECLS
