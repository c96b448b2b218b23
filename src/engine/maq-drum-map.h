/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-rt.h"

G_BEGIN_DECLS

/**
 * maq_drum_map_get_key:
 * @kit: program of the kit that really plays
 * @key: what is to be struck, as the standard kit has it (General MIDI level 1)
 *
 * The kits of General MIDI have their sounds at the same keys, but for the
 * orchestra's: there, most of the hi-hats' and cymbals' keys are timpani.
 *
 * Returns: the key where the kit has it, or what comes nearest
 */
int maq_drum_map_get_key (int kit,
                          int key) MAQ_RT;

G_END_DECLS
