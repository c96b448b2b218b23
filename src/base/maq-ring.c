/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-ring.h"

#include <stdatomic.h>
#include <string.h>

/* The two counters are written by different threads; on one cache line each
 * write would slow the other thread down. */
#define CACHE_LINE 64
#define MAX_ITEMS  (1u << 30)

/* Both counters run on without end and wrap; written minus read is the length. */
struct _MaqRing
{
  gsize item_size;
  guint capacity;
  guint mask;
  char *items;
  _Alignas (CACHE_LINE) atomic_uint n_written;
  _Alignas (CACHE_LINE) atomic_uint n_read;
};

MaqRing *
maq_ring_new (gsize item_size,
              guint n_items)
{
  MaqRing *self;

  g_return_val_if_fail (item_size > 0, NULL);
  g_return_val_if_fail (n_items > 0 && n_items <= MAX_ITEMS, NULL);

  self = g_aligned_alloc0 (1, sizeof (MaqRing), CACHE_LINE);
  self->capacity = 1;
  while (self->capacity < n_items)
    self->capacity *= 2;
  self->mask = self->capacity - 1;
  self->item_size = item_size;
  self->items = g_malloc0_n (self->capacity, item_size);
  atomic_init (&self->n_written, 0);
  atomic_init (&self->n_read, 0);
  return self;
}

void
maq_ring_free (MaqRing *self)
{
  if (self == NULL)
    return;
  g_free (self->items);
  g_aligned_free (self);
}

guint
maq_ring_get_capacity (const MaqRing *self)
{
  return self->capacity;
}

static char *
item_at (const MaqRing *self,
         guint          counter)
{
  return self->items + (counter & self->mask) * self->item_size;
}

gboolean
maq_ring_push (MaqRing       *self,
               gconstpointer  item)
{
  guint n_written = atomic_load_explicit (&self->n_written, memory_order_relaxed);

  if (maq_ring_get_space (self) == 0)
    return FALSE;

  memcpy (item_at (self, n_written), item, self->item_size);
  atomic_store_explicit (&self->n_written, n_written + 1, memory_order_release);
  return TRUE;
}

guint
maq_ring_get_space (const MaqRing *self)
{
  guint n_written = atomic_load_explicit (&self->n_written, memory_order_relaxed);
  guint n_read = atomic_load_explicit (&self->n_read, memory_order_acquire);

  return self->capacity - (n_written - n_read);
}

gboolean
maq_ring_pop (MaqRing  *self,
              gpointer  item)
{
  guint n_read = atomic_load_explicit (&self->n_read, memory_order_relaxed);

  if (!maq_ring_peek (self, item))
    return FALSE;

  atomic_store_explicit (&self->n_read, n_read + 1, memory_order_release);
  return TRUE;
}

gboolean
maq_ring_peek (const MaqRing *self,
               gpointer       item)
{
  guint n_read = atomic_load_explicit (&self->n_read, memory_order_relaxed);

  if (maq_ring_get_length (self) == 0)
    return FALSE;

  memcpy (item, item_at (self, n_read), self->item_size);
  return TRUE;
}

guint
maq_ring_get_length (const MaqRing *self)
{
  guint n_read = atomic_load_explicit (&self->n_read, memory_order_relaxed);
  guint n_written = atomic_load_explicit (&self->n_written, memory_order_acquire);

  return n_written - n_read;
}
