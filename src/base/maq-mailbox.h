/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-rt.h"

G_BEGIN_DECLS

/**
 * MaqMailbox:
 *
 * A slot for one pointer between two threads, in which the newest wins.
 *
 * Whoever holds a pointer owns what it points to: it goes from the poster into
 * the box, and from there either to the taker or, if something newer came
 * first, back to the poster. No call waits.
 */
typedef struct _MaqMailbox MaqMailbox;

/*
 * Set-up: by whoever owns the box, while no other thread uses it.
 */

/**
 * maq_mailbox_new:
 * @item_free: (nullable): frees what is still in the box when the box is freed
 *
 * Returns: (transfer full): an empty box
 */
MaqMailbox *maq_mailbox_new      (GDestroyNotify  item_free) G_GNUC_WARN_UNUSED_RESULT;
void        maq_mailbox_free     (MaqMailbox     *self);

/*
 * The posting thread.
 */

/**
 * maq_mailbox_post:
 * @item: (transfer full) (nullable): what to put in; %NULL empties the box
 *
 * Returns: (transfer full) (nullable): what was put in before and never taken
 */
gpointer    maq_mailbox_post     (MaqMailbox     *self,
                                  gpointer        item) G_GNUC_WARN_UNUSED_RESULT MAQ_RT;

/*
 * The taking thread.
 */

/** maq_mailbox_take: (transfer full) (nullable): the newest item, or %NULL if there is none */
gpointer    maq_mailbox_take     (MaqMailbox     *self) G_GNUC_WARN_UNUSED_RESULT MAQ_RT;

/*
 * Any thread.
 */

/** maq_mailbox_is_empty: whether nothing waited to be taken a moment ago */
gboolean    maq_mailbox_is_empty (MaqMailbox     *self) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqMailbox, maq_mailbox_free)

G_END_DECLS
