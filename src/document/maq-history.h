/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-path.h"
#include "maq-project.h"

G_BEGIN_DECLS

/** MAQ_HISTORY_MAX_STEPS: steps that are remembered; the oldest go first */
#define MAQ_HISTORY_MAX_STEPS 10000

/** MAQ_HISTORY_MAX_BYTES: memory that only the history needs, about; the oldest steps go first */
#define MAQ_HISTORY_MAX_BYTES (256 << 20)

/**
 * MaqHistory:
 *
 * The roots that a document had, in order, each with what led to it. Undo is
 * going back to an old root: nothing is ever computed backwards.
 */
typedef struct _MaqHistory MaqHistory;

MaqHistory *maq_history_new            (MaqProject  *root) G_GNUC_WARN_UNUSED_RESULT;
void        maq_history_free           (MaqHistory  *self);

/** maq_history_get_root: (transfer none): the current root */
MaqProject *maq_history_get_root       (MaqHistory  *self);

/**
 * maq_history_apply:
 * @label: (nullable): what was done; %NULL changes the newest done step's root instead
 * @selection: what was selected when it was done
 * @gesture: (nullable): replaces the newest step if that is of the same gesture
 *
 * Makes @root the current root. What was undone is forgotten, unless @label
 * is %NULL.
 *
 * Returns: whether the root is another one
 */
gboolean    maq_history_apply          (MaqHistory  *self,
                                        MaqProject  *root,
                                        const char  *label,
                                        MaqPath      selection,
                                        const char  *gesture);
/** maq_history_end_gesture: the newest step is not replaced any more */
void        maq_history_end_gesture    (MaqHistory  *self);
/**
 * maq_history_undo:
 * @selection: (out) (optional): of the undone step, cut short to what is there
 *
 * Returns: whether there was something to undo
 */
gboolean    maq_history_undo           (MaqHistory  *self,
                                        MaqPath     *selection);
gboolean    maq_history_redo           (MaqHistory  *self,
                                        MaqPath     *selection);

guint       maq_history_get_n_steps    (MaqHistory  *self);
guint       maq_history_get_n_done     (MaqHistory  *self);
/** maq_history_get_label: (transfer none): of the step at @index, from the oldest */
const char *maq_history_get_label      (MaqHistory  *self,
                                        guint        index);
/** maq_history_get_bytes: memory that only the history needs, about */
gsize       maq_history_get_bytes      (MaqHistory  *self);
/** maq_history_set_limits: for tests and small machines */
void        maq_history_set_limits     (MaqHistory  *self,
                                        guint        max_steps,
                                        gsize        max_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqHistory, maq_history_free)

G_END_DECLS
