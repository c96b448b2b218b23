/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"
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
MaqHandoff     *maq_handoff_ref             (MaqHandoff     *self);
void            maq_handoff_unref           (MaqHandoff     *self);

/** maq_handoff_get_project: (transfer none) */
MaqProject     *maq_handoff_get_project     (MaqHandoff     *self);
/** maq_handoff_get_song: (transfer none) */
MaqSong        *maq_handoff_get_song        (MaqHandoff     *self);
/** maq_handoff_get_arrangement: (transfer none) */
MaqArrangement *maq_handoff_get_arrangement (MaqHandoff     *self);
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
