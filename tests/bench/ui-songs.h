/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-performance.h"
#include "maq-project.h"

/** UI_SONGS_BAR_TICKS: length of each bar; UI_SONGS_SECTION_TICKS: likewise of each section */
#define UI_SONGS_BAR_TICKS (4 * MAQ_TICKS_PER_QUARTER)
#define UI_SONGS_SECTION_TICKS (8 * UI_SONGS_BAR_TICKS)

/** ui_songs_create_project: arcs, groups, remarks, chords, followers and motifs in it */
MaqProject     *ui_songs_create_project     (guint n_sections,
                                             guint n_layers) G_GNUC_WARN_UNUSED_RESULT;
/**
 * ui_songs_create_performance:
 *
 * As many notes as a band plays; some phrases serve many cells, or they would
 * fill the memory.
 */
MaqPerformance *ui_songs_create_performance (guint n_sections,
                                             guint n_layers) G_GNUC_WARN_UNUSED_RESULT;
