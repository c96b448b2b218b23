/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/**
 * maq_export_dawproject:
 * @performance: of the arrangement
 * @error: a #MaqZipError
 *
 * Writes a DAWproject 1.0 (Bitwig and PreSonus, 2023): each step of the tempo,
 * the meters, a marker for each section and one for the end, a track for each
 * layer with its colour, gain, pan, mute and solo, and a track “Form” with an
 * empty clip for each section, since markers there have no length. Notes are
 * where the engine plays them, in the clip of the section in which they begin.
 * Times are quarter notes. Rooms, dynamics and fades are not in it.
 *
 * Returns: (transfer full): the archive, or %NULL
 */
GBytes *maq_export_dawproject (MaqHandoff      *handoff,
                               MaqPerformance  *performance,
                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
