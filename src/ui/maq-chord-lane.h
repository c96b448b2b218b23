/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"
#include "maq-palette.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

#define MAQ_TYPE_CHORD_LANE (maq_chord_lane_get_type ())

/**
 * MaqChordLane:
 *
 * The chords of the song, bar by bar, between section heads and grid, typed in
 * place. CSS node: chordlane. Accessible role: LIST, of all bars that show.
 *
 * Signals:
 *
 * - `reveal (int)`: a bar from the start of the song is to be scrolled into view
 * - `leave (int)`: the keyboard goes on to the heads above (-1) or the parts below (1)
 */
G_DECLARE_FINAL_TYPE (MaqChordLane, maq_chord_lane, MAQ, CHORD_LANE, GtkWidget)

GtkWidget *maq_chord_lane_new        (const MaqPalette         *palette,
                                      const MaqTimelineMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;
void       maq_chord_lane_show       (MaqChordLane             *self,
                                      MaqEditor                *editor);
/** maq_chord_lane_update: shows what is visible; call it when the metrics or the view changed */
void       maq_chord_lane_update     (MaqChordLane             *self,
                                      int                       view_width);
void       maq_chord_lane_restyle    (MaqChordLane             *self);
/** maq_chord_lane_is_active: whether the keyboard is in it */
gboolean   maq_chord_lane_is_active  (MaqChordLane             *self);
/** maq_chord_lane_enter: gives the keyboard to the bar of a section where it was last, or its first */
void       maq_chord_lane_enter      (MaqChordLane             *self,
                                      MaqId                     section);
/** maq_chord_lane_edit: types the chords of that bar */
void       maq_chord_lane_edit       (MaqChordLane             *self,
                                      MaqId                     section);

G_END_DECLS
