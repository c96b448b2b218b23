/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/**
 * maq_export_midi:
 * @form: (nullable): of the arrangement that is performed; %NULL leaves out
 *   what the performance does not know
 *
 * Writes what the engine would play as a Standard MIDI File of format 1. The
 * first track carries each step of the tempo and, from @form, the meter of
 * each bar that differs from the one before, keys, and a marker for each
 * section. Then comes a track for each lane: its bank (controllers 0 and 32),
 * program, gain (controller 7) and pan (controller 10), where a section has a
 * sound of its own also that and the way back. Tunings are written as MIDI
 * Tuning Standard messages (MMA CA-020, scale/octave, two bytes).
 *
 * Drums are on channel 10; lanes beyond the fifteenth other share channels in
 * turn. Notes are where the engine plays them, their lag included. Lanes that
 * are not heard are there, at gain 0. Rooms, dynamics and fades are not MIDI's.
 *
 * Returns: (transfer full): the file
 */
GBytes *maq_export_midi (MaqPerformance *performance,
                         MaqForm        *form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
