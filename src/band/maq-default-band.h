/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-arrangement.h"

G_BEGIN_DECLS

/*
 * The band that a song gets before anybody has decided anything: for imported
 * charts and new songs.
 */

/**
 * maq_default_band_new_layers:
 *
 * Drums, bass, acoustic guitar, electric guitar, keys, strings and the vocal
 * guide, placed in the room, with ids 1 and up.
 *
 * Returns: (transfer full) (element-type MaqLayer)
 */
MaqVec         *maq_default_band_new_layers (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_default_band_level:
 * @kind: of the section
 * @occurrence: which section of its kind it is, from 0
 * @n_occurrences: how many sections of its kind there are
 *
 * How much a role plays: verses grow, choruses are fuller than verses, the
 * bridge thins out, the last chorus is the fullest.
 *
 * Returns: 0 (out) to %MAQ_LEVEL_MAX
 */
int             maq_default_band_level      (MaqRole         role,
                                             MaqSectionKind  kind,
                                             guint           occurrence,
                                             guint           n_occurrences);

/**
 * maq_default_band_arrange:
 *
 * Gives every section its parts for the layers that the arrangement has, by
 * role; an arrangement without layers gets those of maq_default_band_new_layers().
 * Parts that a section states already stay. A section that follows another
 * states only where its level differs.
 *
 * Returns: (transfer full): @arrangement itself if nothing was missing
 */
MaqArrangement *maq_default_band_arrange    (MaqArrangement *arrangement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
