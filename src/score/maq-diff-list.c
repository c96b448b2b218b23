/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-diff-private.h"

#include "maq-vec-private.h"

/* the same ids in the same places, as after most edits */
static gboolean
is_aligned (MaqVec                 *before,
            MaqVec                 *after,
            const MaqDiffListClass *list_class)
{
  guint n_items = maq_vec_get_length0 (before);

  if (n_items != maq_vec_get_length0 (after))
    return FALSE;

  for (guint i = 0; i < n_items; i++)
    {
      gpointer a = maq_vec_get (before, i), b = maq_vec_get (after, i);

      if (a != b && list_class->get_id (a) != list_class->get_id (b))
        return FALSE;
    }

  return TRUE;
}

/* id → index + 1 */
static GHashTable *
index_items (MaqVec                 *vec,
             const MaqDiffListClass *list_class)
{
  GHashTable *indices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < maq_vec_get_length0 (vec); i++)
    {
      MaqId id = list_class->get_id (maq_vec_get (vec, i));

      g_hash_table_insert (indices, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }

  return indices;
}

static int
find_item (GHashTable *indices,
           MaqId       id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (indices, &id)) - 1;
}

/* Marks the longest run of @values that rises; what is left over has moved.
 * Values below 0 take no part. The tails of the best runs of each length are
 * kept, and for each value the one before it. */
static gboolean *
mark_rising (const int *values,
             guint      n_values)
{
  gboolean *marks = g_new0 (gboolean, n_values + 1);
  g_autofree guint *tails = g_new (guint, n_values + 1);
  g_autofree int *previous = g_new (int, n_values + 1);
  guint length = 0;

  for (guint i = 0; i < n_values; i++)
    {
      guint low = 0, high = length;

      if (values[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (values[tails[middle]] < values[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? (int) tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }

  for (int i = length > 0 ? (int) tails[length - 1] : -1; i >= 0; i = previous[i])
    marks[i] = TRUE;

  return marks;
}

static void
report_removed (MaqDiffWriter          *self,
                MaqVec                 *before,
                MaqVec                 *after,
                const MaqDiffListClass *list_class)
{
  g_autoptr(GHashTable) indices = index_items (after, list_class);

  for (guint i = 0; i < maq_vec_get_length0 (before); i++)
    {
      gpointer item = maq_vec_get (before, i);

      if (find_item (indices, list_class->get_id (item)) < 0)
        list_class->report (self, item, MAQ_CHANGE_REMOVED);
    }
}

static void
compare_pair (MaqDiffWriter          *self,
              gpointer                before,
              gpointer                after,
              const MaqDiffListClass *list_class)
{
  if (before != after)
    list_class->compare (self, before, after);
}

static void
compare_unaligned (MaqDiffWriter          *self,
                   MaqVec                 *before,
                   MaqVec                 *after,
                   const MaqDiffListClass *list_class)
{
  guint n_after = maq_vec_get_length0 (after);
  g_autoptr(GHashTable) indices = index_items (before, list_class);
  g_autofree int *origins = g_new (int, n_after + 1);
  g_autofree gboolean *stays = NULL;

  for (guint i = 0; i < n_after; i++)
    origins[i] = find_item (indices, list_class->get_id (maq_vec_get (after, i)));
  stays = mark_rising (origins, n_after);

  report_removed (self, before, after, list_class);
  for (guint i = 0; i < n_after; i++)
    {
      gpointer item = maq_vec_get (after, i);

      if (origins[i] < 0)
        list_class->report (self, item, MAQ_CHANGE_ADDED);
      else if (!stays[i])
        list_class->report (self, item, MAQ_CHANGE_MOVED);
      if (origins[i] >= 0)
        compare_pair (self, maq_vec_get (before, (guint) origins[i]), item, list_class);
    }
}

void
maq_diff_compare_lists (MaqDiffWriter          *self,
                        MaqVec                 *before,
                        MaqVec                 *after,
                        const MaqDiffListClass *list_class)
{
  if (before == after)
    return;

  if (!is_aligned (before, after, list_class))
    {
      compare_unaligned (self, before, after, list_class);
      return;
    }

  for (guint i = 0; i < maq_vec_get_length0 (before); i++)
    compare_pair (self, maq_vec_get (before, i), maq_vec_get (after, i), list_class);
}
