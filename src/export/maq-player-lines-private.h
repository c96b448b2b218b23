/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chart-sheet.h"

G_BEGIN_DECLS

/* (transfer full): "Level 6, in at bar 5, out after bar 12: half-open hats"; NULL: it rests */
char *maq_player_lines_dup_part   (MaqForm               *form,
                                   guint                  section,
                                   MaqLayer              *layer,
                                   gboolean               names_layer);
/* (transfer full) (nullable): "| G | D/F# | Em | C | ×2" */
char *maq_player_lines_dup_chords (MaqForm               *form,
                                   guint                  section,
                                   const MaqChartOptions *options);

G_END_DECLS
