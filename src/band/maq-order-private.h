/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* MaqOrder: the place of one thing among others */
typedef struct
{
  gint64 order;
  guint  index;     /* where it is now */
} MaqOrder;

/*
 * maq_order_sort: a stable merge sort that takes what is in order already as it is: notes
 * and hits come as a few sorted lines. Anything of @size bytes from @first on; @order_of says
 * its place.
 */
typedef gint64 (*MaqOrderFunc) (gconstpointer item);

void maq_order_sort (GArray       *array,
                     guint         first,
                     gsize         size,
                     MaqOrderFunc  order_of);

/* maq_order_of_hit: by its start; what stands first in the style stays first */
gint64 maq_order_of_hit  (gconstpointer hit);
/* maq_order_of_note: start, then key, then the louder first */
gint64 maq_order_of_note (gconstpointer note);

G_END_DECLS
