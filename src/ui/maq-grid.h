/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-form.h"
#include "maq-palette.h"
#include "maq-performance.h"
#include "maq-picks.h"
#include "maq-range.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

#define MAQ_TYPE_GRID (maq_grid_get_type ())

/**
 * MaqGrid:
 *
 * The parts of an arrangement, layers × sections; as large as the whole song
 * and moved by its parent. CSS node: grid. Accessible role: GRID.
 */
G_DECLARE_FINAL_TYPE (MaqGrid, maq_grid, MAQ, GRID, GtkWidget)

/** maq_grid_new: @metrics and @palette must live as long as the grid */
GtkWidget *maq_grid_new        (const MaqPalette         *palette,
                                const MaqTimelineMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_grid_show:
 * @settled: (nullable): the arrangement as it is, where what is shown is only a preview
 *
 * Shows another arrangement, laid out as the metrics say.
 */
void       maq_grid_show       (MaqGrid                  *self,
                                MaqSong                  *song,
                                MaqForm                  *form,
                                MaqArrangement           *settled);
/** maq_grid_set_performance: (nullable) @performance: whose notes the parts show */
void       maq_grid_set_performance (MaqGrid             *self,
                                MaqPerformance           *performance);
/** maq_grid_update: makes cells for what is visible; call it when the metrics or the view changed */
void       maq_grid_update     (MaqGrid                  *self,
                                int                       view_width,
                                int                       view_height);
/** maq_grid_select: shows as selected the parts in @range; with @picks, those of them alone */
void       maq_grid_select     (MaqGrid                  *self,
                                const MaqRange           *range,
                                MaqPicks                 *picks);
/** maq_grid_find_cell: (transfer none) (nullable): the cell, if it has a widget just now */
GtkWidget *maq_grid_find_cell  (MaqGrid                  *self,
                                MaqId                     section,
                                MaqId                     layer);
/** maq_grid_find_focus: the ids of the focused cell; %FALSE if none has the focus */
gboolean   maq_grid_find_focus (MaqGrid                  *self,
                                MaqId                    *section,
                                MaqId                    *layer);
/** maq_grid_restyle: paints everything again */
void       maq_grid_restyle    (MaqGrid                  *self);

G_END_DECLS
