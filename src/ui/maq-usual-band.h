/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-move.h"

G_BEGIN_DECLS

/**
 * maq_usual_band_new_move:
 *
 * Returns: (transfer full): gives the current arrangement of @root the band that new songs
 *   have, playing as much in each section as it usually does, in one step
 */
MaqMove *maq_usual_band_new_move (MaqProject *root) G_GNUC_WARN_UNUSED_RESULT;
/** maq_usual_band_new_levels: (transfer full): lets the layers that are there play as they usually do */
MaqMove *maq_usual_band_new_levels (MaqProject *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
