/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-performance.h"

G_BEGIN_DECLS

/**
 * maq_export_midi:
 * @names: (array length=n_names) (nullable): names of the spans, written as
 *   markers; %NULL for none
 * @n_names: how many; spans beyond have no marker
 *
 * Writes what the engine would play as a Standard MIDI File of format 1: the
 * first track carries tempo, meter and markers, then comes a track for each
 * lane with its program, gain (controller 7) and pan (controller 10). Drums
 * are on channel 10; lanes beyond the fifteenth other share channels in turn.
 * Notes are where the engine plays them, their lag included.
 *
 * Returns: (transfer full): the file
 */
GBytes *maq_export_midi (MaqPerformance     *performance,
                         const char *const  *names,
                         guint               n_names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
