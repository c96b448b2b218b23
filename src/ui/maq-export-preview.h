/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-export-kinds.h"

G_BEGIN_DECLS

#define MAQ_TYPE_EXPORT_PREVIEW (maq_export_preview_get_type ())

/**
 * MaqExportPreview:
 *
 * A document before it is written: its pages, its text, or what it is.
 */
G_DECLARE_FINAL_TYPE (MaqExportPreview, maq_export_preview, MAQ, EXPORT_PREVIEW, AdwBin)

GtkWidget *maq_export_preview_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_export_preview_show:
 * @player: (nullable): for whom, where there is one for each; %NULL for all of them
 *
 * Makes it in a worker; what is asked for last is shown.
 */
void       maq_export_preview_show (MaqExportPreview       *self,
                                    MaqHandoff             *handoff,
                                    const MaqExportKind    *kind,
                                    const MaqExportOptions *options,
                                    const char             *player);
/** maq_export_preview_turn: goes @by pages on, or back below 0 */
void       maq_export_preview_turn (MaqExportPreview       *self,
                                    int                     by);
/** maq_export_preview_zoom: @factor nearer; 0 for as wide as there is room */
void       maq_export_preview_zoom (MaqExportPreview       *self,
                                    double                  factor);

G_END_DECLS
