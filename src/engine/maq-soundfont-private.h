/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <fluidsynth.h>

#include "maq-soundfont.h"

G_BEGIN_DECLS

/*
 * FluidSynth counts the users of each sample without locks. So those who
 * sound on different threads each load the font for themselves; FluidSynth
 * keeps the samples, which are the bulk, in memory once.
 */
MaqSoundfont  *maq_soundfont_reload    (MaqSoundfont  *self,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
fluid_sfont_t *maq_soundfont_get_sfont (MaqSoundfont  *self);

G_END_DECLS
