/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MAQ_N_GM_PROGRAMS: how many instruments General MIDI has */
#define MAQ_N_GM_PROGRAMS 128

/** maq_gm_names_get_program: name of a General MIDI program, 0 to 127, translated */
const char *maq_gm_names_get_program (int    program);
/** maq_gm_names_get_family: name of the family of a General MIDI program, 0 to 127, translated */
const char *maq_gm_names_get_family  (int    program);
/** maq_gm_names_get_n_kits: how many drum kits there are */
guint       maq_gm_names_get_n_kits  (void);
/**
 * maq_gm_names_get_kit:
 * @index: below maq_gm_names_get_n_kits()
 * @program: (out): the program that chooses it
 *
 * Returns: (transfer none): its name, translated
 */
const char *maq_gm_names_get_kit     (guint  index,
                                      int   *program);

G_END_DECLS
