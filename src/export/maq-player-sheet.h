/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chart-sheet.h"

G_BEGIN_DECLS

/**
 * maq_player_sheet_list_players:
 *
 * Returns: (transfer full): who plays: performers in the order of their first layers; a
 *   layer without a performer stands for itself
 */
char    **maq_player_sheet_list_players (MaqHandoff            *handoff) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_player_sheet_new:
 * @player: one of maq_player_sheet_list_players(), in upper or lower case
 *
 * What one player needs and nothing else: what is theirs and what to make of it, the form
 * at a glance with where they play and how much, then section by section rests, entries,
 * levels, directions, who comes and goes beside them, and chords as @options writes them.
 *
 * Returns: (transfer full) (nullable): the sheet; %NULL if nobody is called that
 */
MaqSheet *maq_player_sheet_new          (MaqHandoff            *handoff,
                                         const char            *player,
                                         const MaqChartOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
