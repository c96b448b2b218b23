/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/**
 * maq_export_midi:
 * @handoff: (nullable): the arrangement that is performed; %NULL leaves out
 *   what the performance does not know
 * @with_click: whether there is a track with the metronome
 *
 * Writes what the engine would play as a Standard MIDI File of format 1. The
 * first track carries each step of the tempo and, from @handoff, the title,
 * the arrangement and its version, the meter of each bar that differs from the
 * one before, keys, and a marker for each section; the second one each chord
 * as a text event. Then comes a track for each lane: its bank (controllers 0
 * and 32), program, gain (controller 7) and pan (controller 10), where a section
 * has a sound of its own also that and the way back. Tunings are written as MIDI
 * Tuning Standard messages (MMA CA-020, scale/octave, two bytes). Lyrics stand
 * on the notes of the first lane that sings; in a song without one, each line
 * at its bar in the second track.
 *
 * Drums are on channel 10; lanes beyond the fifteenth other share channels in
 * turn. Notes are where the engine plays them, their lag included. Lanes that
 * are not heard are there, at gain 0. Rooms, dynamics and fades are not MIDI's.
 *
 * Returns: (transfer full): the file
 */
GBytes *maq_export_midi (MaqPerformance *performance,
                         MaqHandoff     *handoff,
                         gboolean        with_click) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
