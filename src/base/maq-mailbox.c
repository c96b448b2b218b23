/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-mailbox.h"

#include <stdatomic.h>

struct _MaqMailbox
{
  _Atomic (gpointer) item;
  GDestroyNotify     item_free;
};

MaqMailbox *
maq_mailbox_new (GDestroyNotify item_free)
{
  MaqMailbox *self = g_new0 (MaqMailbox, 1);

  atomic_init (&self->item, NULL);
  self->item_free = item_free;
  return self;
}

void
maq_mailbox_free (MaqMailbox *self)
{
  gpointer item;

  if (self == NULL)
    return;

  item = maq_mailbox_take (self);
  if (item != NULL && self->item_free != NULL)
    self->item_free (item);
  g_free (self);
}

/* Releases what was written into @item, and acquires what the previous poster
 * wrote into the item that comes back: there may be more than one poster. */
gpointer
maq_mailbox_post (MaqMailbox *self,
                  gpointer    item)
{
  return atomic_exchange_explicit (&self->item, item, memory_order_acq_rel);
}

/* Reads first: most blocks find nothing, and an exchange would take the cache
 * line away from the poster each time. */
gpointer
maq_mailbox_take (MaqMailbox *self)
{
  if (maq_mailbox_is_empty (self))
    return NULL;
  return atomic_exchange_explicit (&self->item, NULL, memory_order_acq_rel);
}

gboolean
maq_mailbox_is_empty (MaqMailbox *self)
{
  return atomic_load_explicit (&self->item, memory_order_relaxed) == NULL;
}
