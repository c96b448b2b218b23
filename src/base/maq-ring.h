/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-rt.h"

G_BEGIN_DECLS

/**
 * MaqRing:
 *
 * A queue of fixed-size items from one thread to one other, without locks.
 *
 * Items are copied in and copied out whole, in order. Nothing is allocated
 * after maq_ring_new(), and no call waits. Which thread writes and which reads
 * may change only where the program orders the change, such as at a join.
 */
typedef struct _MaqRing MaqRing;

/*
 * Set-up: by whoever owns the ring, while no other thread uses it.
 */

/**
 * maq_ring_new:
 * @item_size: bytes in an item, above 0
 * @n_items: items that there must be room for, above 0; rounded up to a power
 *   of two
 *
 * Returns: (transfer full): an empty ring
 */
MaqRing  *maq_ring_new          (gsize          item_size,
                                 guint          n_items) G_GNUC_WARN_UNUSED_RESULT;
/** maq_ring_free: frees the ring; what its items point to is the owner's business */
void      maq_ring_free         (MaqRing       *self);
/** maq_ring_get_capacity: items that fit; may be called by any thread */
guint     maq_ring_get_capacity (const MaqRing *self) MAQ_RT;

/*
 * The writing thread.
 */

/**
 * maq_ring_push:
 * @item: the item to copy in
 *
 * Returns: %FALSE, and nothing happened, if the ring is full
 */
gboolean  maq_ring_push         (MaqRing       *self,
                                 gconstpointer  item) MAQ_RT;
/** maq_ring_get_space: items that can be pushed now; may grow at any time, never shrinks */
guint     maq_ring_get_space    (const MaqRing *self) MAQ_RT;

/*
 * The reading thread.
 */

/**
 * maq_ring_pop:
 * @item: (out caller-allocates): where to copy the oldest item
 *
 * Returns: %FALSE, and @item is left as it is, if the ring is empty
 */
gboolean  maq_ring_pop          (MaqRing       *self,
                                 gpointer       item) MAQ_RT;
/**
 * maq_ring_peek:
 * @item: (out caller-allocates): where to copy the oldest item
 *
 * Like maq_ring_pop(), but the item stays.
 *
 * Returns: %FALSE, and @item is left as it is, if the ring is empty
 */
gboolean  maq_ring_peek         (const MaqRing *self,
                                 gpointer       item) MAQ_RT;
/** maq_ring_get_length: items that can be popped now; may grow at any time, never shrinks */
guint     maq_ring_get_length   (const MaqRing *self) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRing, maq_ring_free)

G_END_DECLS
