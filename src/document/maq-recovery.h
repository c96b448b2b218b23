/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-document.h"

G_BEGIN_DECLS

/**
 * MaqRecovery:
 *
 * What a document left behind whose program ended without closing it. Holds a
 * lock while it lives, so that no other program offers the same.
 */
typedef struct _MaqRecovery MaqRecovery;

/**
 * maq_recovery_list:
 *
 * Finds what programs that no longer run left behind, the newest first. What
 * was left behind without a difference to its file is cleared away, as is
 * what cannot be read. May block for the time of reading the files.
 *
 * Returns: (transfer full) (element-type MaqRecovery): an array that owns its items
 */
GPtrArray   *maq_recovery_list        (void) G_GNUC_WARN_UNUSED_RESULT;

MaqRecovery *maq_recovery_ref         (MaqRecovery *self);
void         maq_recovery_unref       (MaqRecovery *self);
/** maq_recovery_get_title: (transfer none): as the document called itself */
const char  *maq_recovery_get_title   (MaqRecovery *self);
/** maq_recovery_get_file: (transfer none) (nullable): the document's file; %NULL if it was never saved */
GFile       *maq_recovery_get_file    (MaqRecovery *self);
/** maq_recovery_get_time_us: when it was written, microseconds since 1970 */
gint64       maq_recovery_get_time_us (MaqRecovery *self);
/** maq_recovery_get_root: (transfer none): the project as it was */
MaqProject  *maq_recovery_get_root    (MaqRecovery *self);
/** maq_recovery_get_summary: (transfer none): a sentence for people: what differs from the file */
const char  *maq_recovery_get_summary (MaqRecovery *self);

/**
 * maq_recovery_restore:
 *
 * Makes a document of it, with its file and modified. The recovery file goes
 * on being the document's own, so nothing can get lost in between.
 *
 * Returns: (transfer full): the document
 */
MaqDocument *maq_recovery_restore     (MaqRecovery *self) G_GNUC_WARN_UNUSED_RESULT;
/** maq_recovery_discard: removes it for good, by the user's wish */
void         maq_recovery_discard     (MaqRecovery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRecovery, maq_recovery_unref)

G_END_DECLS
