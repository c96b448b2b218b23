/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-order-private.h"

#include <string.h>

#include "maq-groove-private.h"
#include "maq-phrase.h"

static void
merge (const MaqOrder *items,
       guint           left,
       guint           middle,
       guint           end,
       MaqOrder       *merged)
{
  guint right = middle;

  for (guint i = left; i < end; i++)
    merged[i] = left < middle && (right >= end || items[left].order <= items[right].order)
                  ? items[left++] : items[right++];
}

/* The starts of the runs that are in order, with the end; their number. */
static guint
find_runs (const MaqOrder *items,
           guint           n,
           guint          *runs)
{
  guint n_runs = 0;

  for (guint i = 0; i < n; i++)
    if (i == 0 || items[i - 1].order > items[i].order)
      runs[n_runs++] = i;
  runs[n_runs] = n;
  return n_runs;
}

/* Merges neighbours until one run is left; which of the two holds it. */
static const MaqOrder *
merge_runs (MaqOrder *items,
            MaqOrder *other,
            guint    *runs,
            guint     n_runs)
{
  while (n_runs > 1)
    {
      MaqOrder *before = items;
      guint end = runs[n_runs];
      guint n_merged = 0;

      for (guint i = 0; i < n_runs; i += 2)
        {
          guint last = i + 2 <= n_runs ? runs[i + 2] : end;

          merge (items, runs[i], MIN (runs[i + 1], last), last, other);
          runs[n_merged++] = runs[i];
        }
      runs[n_merged] = end;
      n_runs = n_merged;
      items = other;
      other = before;
    }
  return items;
}

gint64
maq_order_of_hit (gconstpointer hit)
{
  return ((const MaqHit *) hit)->start_ticks;
}

gint64
maq_order_of_note (gconstpointer note)
{
  const MaqNote *self = note;

  return (gint64) self->start_ticks * 65536 + self->key * 256 + (255 - self->velocity);
}

static gboolean
is_sorted (const char   *data,
           guint         n,
           gsize         size,
           MaqOrderFunc  order_of)
{
  gint64 before = G_MININT64;

  for (guint i = 0; i < n; i++)
    {
      gint64 order = order_of (data + i * size);

      if (order < before)
        return FALSE;
      before = order;
    }
  return TRUE;
}

void
maq_order_sort (GArray       *array,
                guint         first,
                gsize         size,
                MaqOrderFunc  order_of)
{
  char *data = array->data + first * size;
  guint n = array->len - first;
  g_autofree MaqOrder *items = NULL;
  g_autofree guint *runs = NULL;
  g_autofree char *copy = NULL;
  const MaqOrder *sorted;
  guint n_runs;

  if (is_sorted (data, n, size, order_of))
    return;
  items = g_new (MaqOrder, 2 * n);
  runs = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    items[i] = (MaqOrder) { order_of (data + i * size), i };
  n_runs = find_runs (items, n, runs);
  sorted = merge_runs (items, items + n, runs, n_runs);
  copy = g_memdup2 (data, n * size);
  for (guint i = 0; i < n; i++)
    memcpy (data + i * size, copy + sorted[i].index * size, size);
}
