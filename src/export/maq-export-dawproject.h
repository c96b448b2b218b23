/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-inner-sound.h"

G_BEGIN_DECLS

/**
 * maq_export_dawproject:
 * @performance: of the arrangement
 * @stems: (nullable): what layers sound like, from the start of the song
 * @error: a #MaqZipError
 *
 * Writes a DAWproject 1.0 (Bitwig and PreSonus, 2023): each step of the tempo,
 * the meters, a marker for each section and one for the end, a track for each
 * layer with its colour, gain, pan, mute and solo, and a track “Form” with an
 * empty clip for each section, since markers there have no length. Notes are
 * where the engine plays them, in the clip of the section in which they begin.
 * Times are quarter notes. Rooms, dynamics and fades are not in it, but for stems,
 * which have all of them: each is a clip on a track of its own, whose fader is at
 * zero, as notes and sound can't lie over each other on one track.
 *
 * Returns: (transfer full): the archive, or %NULL
 */
GBytes *maq_export_dawproject (MaqHandoff      *handoff,
                               MaqPerformance  *performance,
                               MaqInnerSound   *stems,
                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
