/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-form.h"
#include "maq-palette.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

#define MAQ_TYPE_RULER (maq_ruler_get_type ())

/** MaqRuler: bars and minutes:seconds above the sections, as wide as the view. CSS node: ruler */
G_DECLARE_FINAL_TYPE (MaqRuler, maq_ruler, MAQ, RULER, GtkWidget)

GtkWidget *maq_ruler_new      (const MaqPalette         *palette,
                               const MaqTimelineMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;
/** maq_ruler_show: draws another form; @target_bar: where the song should end, or below 0 */
void       maq_ruler_show     (MaqRuler                 *self,
                               MaqForm                  *form,
                               double                    target_bar);
/** maq_ruler_set_loop: marks the bars that are repeated; none if the stretch is empty */
void       maq_ruler_set_loop (MaqRuler                 *self,
                               double                    start_bar,
                               double                    end_bar);

G_END_DECLS
