/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"
#include "maq-performance.h"
#include "maq-project.h"

G_BEGIN_DECLS

/**
 * MaqHandoff:
 *
 * What is handed on to other people and programs: one arrangement of a song,
 * with its place in time and the version it is of. All documents are written
 * from it, so that they agree. Immutable; any thread.
 */
typedef struct _MaqHandoff MaqHandoff;

/** MAQ_HANDOFF_VERSION_DIGITS: digits of a version */
#define MAQ_HANDOFF_VERSION_DIGITS 7

/**
 * maq_handoff_new:
 * @project: that passes maq_check()
 * @song: one of its songs
 * @arrangement: one of the song's arrangements
 */
MaqHandoff     *maq_handoff_new             (MaqProject     *project,
                                             MaqSong        *song,
                                             MaqArrangement *arrangement) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_handoff_new_range:
 * @first: index of a section
 * @n_sections: how many from there on, at least 1, all of them there
 *
 * As maq_handoff_new(), of some sections only: maq_excerpt_new() of the arrangement, which is
 * called after the first and the last of them. The project and the version are those of the whole.
 */
MaqHandoff     *maq_handoff_new_range       (MaqProject     *project,
                                             MaqSong        *song,
                                             MaqArrangement *arrangement,
                                             guint           first,
                                             guint           n_sections) G_GNUC_WARN_UNUSED_RESULT;
MaqHandoff     *maq_handoff_ref             (MaqHandoff     *self);
void            maq_handoff_unref           (MaqHandoff     *self);

/** maq_handoff_get_project: (transfer none) */
MaqProject     *maq_handoff_get_project     (MaqHandoff     *self);
/** maq_handoff_get_song: (transfer none) */
MaqSong        *maq_handoff_get_song        (MaqHandoff     *self);
/** maq_handoff_get_arrangement: (transfer none): the sections that are handed on */
MaqArrangement *maq_handoff_get_arrangement (MaqHandoff     *self);
/** maq_handoff_get_whole: (transfer none): the arrangement with all of its sections */
MaqArrangement *maq_handoff_get_whole       (MaqHandoff     *self);
/**
 * maq_handoff_crop:
 * @performance: of the whole arrangement
 *
 * What the band plays in the sections that are handed on, note by note as in the whole: what
 * comes before and after them is known to the band, but not heard.
 *
 * Returns: (transfer full)
 */
MaqPerformance *maq_handoff_crop            (MaqHandoff     *self,
                                             MaqPerformance *performance) G_GNUC_WARN_UNUSED_RESULT;
/** maq_handoff_get_form: (transfer none): of the arrangement */
MaqForm        *maq_handoff_get_form        (MaqHandoff     *self);
/**
 * maq_handoff_get_version:
 *
 * The first %MAQ_HANDOFF_VERSION_DIGITS hexadecimal digits of the SHA-256 of
 * the whole project as maq_xml_write() writes it: two people whose documents
 * say the same hold the same plan.
 */
const char     *maq_handoff_get_version     (MaqHandoff     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqHandoff, maq_handoff_unref)

G_END_DECLS
