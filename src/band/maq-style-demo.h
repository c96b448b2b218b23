/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-role.h"
#include "maq-song.h"
#include "maq-style.h"

G_BEGIN_DECLS

/*
 * A song that lets a style be heard: from a sparse intro through verse,
 * pre-chorus and chorus, a breakdown, a build and a drop to the ending.
 */

/**
 * maq_style_demo_new:
 * @level: of every part, 1 to %MAQ_LEVEL_MAX; 0 for levels that grow with the form
 *
 * Has a layer for each role that the style writes itself, but for the voice.
 *
 * Returns: (transfer full): a song in the style's own meter and tempo
 */
MaqSong *maq_style_demo_new      (MaqStyle *style,
                                  int       level) G_GNUC_WARN_UNUSED_RESULT;
/** maq_style_demo_new_role: the same with one layer, of @role, which plays everywhere */
MaqSong *maq_style_demo_new_role (MaqStyle *style,
                                  MaqRole   role,
                                  int       level) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
