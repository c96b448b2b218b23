/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-cli-export-kinds.h"

G_BEGIN_DECLS

/* The kinds of `export` that are pages: PDF, or SVG or PNG where the name says so. */

/** maq_cli_export_page_entries: (array): their options, without an end */
extern const GOptionEntry maq_cli_export_page_entries[];
extern const guint maq_cli_n_export_page_entries;

/** maq_cli_export_cover: (transfer full): the first page of a plan */
GBytes *maq_cli_export_cover  (const MaqCliExporting  *exporting,
                               GError                **error);
/** maq_cli_export_inputs: (transfer full): the input list */
GBytes *maq_cli_export_inputs (const MaqCliExporting  *exporting,
                               GError                **error);
/** maq_cli_export_takes: (transfer full): the take sheet */
GBytes *maq_cli_export_takes  (const MaqCliExporting  *exporting,
                               GError                **error);
/** maq_cli_export_map: (transfer full): the arrangement map */
GBytes *maq_cli_export_map    (const MaqCliExporting  *exporting,
                               GError                **error);
/** maq_cli_export_charts: (transfer full): the chords */
GBytes *maq_cli_export_charts (const MaqCliExporting  *exporting,
                               GError                **error);
/** maq_cli_export_player_of: (transfer full): what @player needs; %NULL fails with all names */
GBytes *maq_cli_export_player_of (const MaqCliExporting  *exporting,
                               const char             *player,
                               GError                **error);
/** maq_cli_export_player: (transfer full): what one player needs */
GBytes *maq_cli_export_player (const MaqCliExporting  *exporting,
                               GError                **error);

G_END_DECLS
