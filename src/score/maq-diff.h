/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-path.h"
#include "maq-project.h"

G_BEGIN_DECLS

/** MaqChangeKind: what happened to the thing at a path */
typedef enum
{
  MAQ_CHANGE_ADDED,
  MAQ_CHANGE_REMOVED,
  MAQ_CHANGE_MOVED,
  MAQ_CHANGE_CHANGED,
} MaqChangeKind;

/**
 * MaqChange:
 * @path: the smallest thing that changed; all %MAQ_ID_NONE for the project itself
 * @kind: what happened to it
 * @sentence: for people: "Verse 1: Strings out", "Breakdown: 8 → 12 bars"
 */
typedef struct
{
  MaqPath        path;
  MaqChangeKind  kind;
  char          *sentence;
} MaqChange;

/** MaqDiff: what makes one root different from another, immutable */
typedef struct _MaqDiff MaqDiff;

/**
 * maq_diff_new:
 *
 * Compares two roots. Descends only where pointers differ, and reports only
 * where what is said differs: roots that say the same have an empty diff.
 */
MaqDiff         *maq_diff_new            (MaqProject *before,
                                          MaqProject *after) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_diff_new_arrangements:
 *
 * Compares two arrangements of one song, by the ids they share. That they have
 * ids, names and notes of their own is no difference.
 */
MaqDiff         *maq_diff_new_arrangements (MaqSong        *song,
                                            MaqArrangement *before,
                                            MaqArrangement *after) G_GNUC_WARN_UNUSED_RESULT;
MaqDiff         *maq_diff_ref            (MaqDiff    *self);
void             maq_diff_unref          (MaqDiff    *self);
guint            maq_diff_get_n_changes  (MaqDiff    *self);
const MaqChange *maq_diff_get_change     (MaqDiff    *self,
                                          guint       index);
/**
 * maq_diff_dup_summary:
 *
 * Joins sentences by "; ", at most @max_changes of them, then how many more,
 * and how long it lasts: "Verse 1: Strings out; Breakdown: 8 → 12 bars, 3:41 → 3:52".
 *
 * Returns: (transfer full): "" if nothing changed; free with g_free()
 */
char            *maq_diff_dup_summary    (MaqDiff    *self,
                                          guint       max_changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqDiff, maq_diff_unref)

G_END_DECLS
