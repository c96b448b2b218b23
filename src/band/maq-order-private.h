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
 * Stable merge sorts that take what is in order already as it is: notes and hits come as
 * a few sorted lines.
 */

/* maq_order_sort_hits: by their starts; what stands first in the style stays first */
void maq_order_sort_hits  (GArray *hits);
/* maq_order_sort_notes: those from @first on: start, then key, then the louder first */
void maq_order_sort_notes (GArray *notes,
                           guint   first);

G_END_DECLS
