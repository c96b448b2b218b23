/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-order-private.h"

#include <string.h>

#include "maq-groove-private.h"
#include "maq-phrase.h"

/* Which of two comes next is as good as thrown dice: no branch may hang on it. */
static void
merge (const MaqOrder *items,
       guint           left,
       guint           middle,
       guint           end,
       MaqOrder       *merged)
{
  guint right = middle;
  guint i = left;

  while (left < middle && right < end)
    {
      guint is_right = items[right].order < items[left].order;

      merged[i++] = items[is_right ? right : left];
      left += 1 - is_right;
      right += is_right;
    }
  memcpy (merged + i, items + left, (middle - left) * sizeof *items);
  memcpy (merged + i + middle - left, items + right, (end - right) * sizeof *items);
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

typedef gint64 (*OrderFunc) (gconstpointer item);

static inline gint64
order_of_hit (gconstpointer hit)
{
  return ((const MaqHit *) hit)->start_ticks;
}

static inline gint64
order_of_note (gconstpointer note)
{
  const MaqNote *self = note;

  return (gint64) self->start_ticks * 65536 + self->key * 256 + (255 - self->velocity);
}

static inline gboolean
is_sorted (const char *data,
           guint       n,
           gsize       size,
           OrderFunc   order_of)
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

/* Made anew for each sort of thing, so that size and order are known where they are used. */
static inline G_ALWAYS_INLINE void
sort (char      *data,
      guint      n,
      gsize      size,
      OrderFunc  order_of)
{
  g_autofree MaqOrder *items = NULL;
  const MaqOrder *sorted;
  guint *runs;
  char *copy;
  guint n_runs;

  if (is_sorted (data, n, size, order_of))
    return;
  items = g_malloc_n (n + 1, 2 * sizeof *items + size + sizeof *runs);
  copy = (char *) (items + 2 * n);
  runs = (guint *) (gpointer) (copy + n * size);
  for (guint i = 0; i < n; i++)
    items[i] = (MaqOrder) { order_of (data + i * size), i };
  n_runs = find_runs (items, n, runs);
  sorted = merge_runs (items, items + n, runs, n_runs);
  memcpy (copy, data, n * size);
  for (guint i = 0; i < n; i++)
    memcpy (data + i * size, copy + sorted[i].index * size, size);
}

void
maq_order_sort_hits (GArray *hits)
{
  sort (hits->data, hits->len, sizeof (MaqHit), order_of_hit);
}

void
maq_order_sort_notes (GArray *notes,
                      guint   first)
{
  sort (notes->data + first * sizeof (MaqNote), notes->len - first, sizeof (MaqNote),
        order_of_note);
}
