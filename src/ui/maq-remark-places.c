/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark-places.h"

static const MaqRemarkPlace *
get_place (GArray *places,
           guint   index)
{
  return &g_array_index (places, MaqRemarkPlace, index);
}

static int
compare_places_cb (gconstpointer a,
                   gconstpointer b)
{
  const MaqRemarkPlace *left = a;
  const MaqRemarkPlace *right = b;

  if (left->bar != right->bar)
    return left->bar < right->bar ? -1 : 1;
  if (left->layer != right->layer)
    return left->layer < right->layer ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

/* Looking through all sections for each of many remarks would take longer than a frame. */
static void
remember (GHashTable *indices,
          MaqId       id,
          guint       index)
{
  g_hash_table_replace (indices, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

static int
find (GHashTable *indices,
      MaqId       id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (indices, &id)) - 1;
}

static GHashTable *
list_sections (MaqArrangement *arrangement)
{
  GHashTable *indices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    remember (indices, maq_section_get_id (maq_arrangement_get_section (arrangement, i)), i);
  return indices;
}

static GHashTable *
list_layers (MaqArrangement *arrangement)
{
  GHashTable *indices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    remember (indices, maq_layer_get_id (maq_arrangement_get_layer (arrangement, i)), i);
  return indices;
}

GArray *
maq_remark_places_new (MaqArrangement *arrangement,
                       MaqForm        *form)
{
  g_autoptr (GHashTable) sections = NULL;
  g_autoptr (GHashTable) layers = NULL;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (MaqRemarkPlace));

  if (maq_arrangement_get_n_remarks (arrangement) == 0)
    return places;
  sections = list_sections (arrangement);
  layers = list_layers (arrangement);

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    {
      const MaqRemarkFields *fields =
        maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));
      MaqRemarkPlace place = {
        .id = fields->id,
        .index = i,
        .section = find (sections, fields->section),
        .layer = find (layers, fields->layer),
        .is_open = fields->state == MAQ_REMARK_OPEN,
      };

      if (place.section >= 0)
        {
          const MaqFormSection *section = maq_form_get_section (form, (guint) place.section);

          place.bar = section->first_bar + CLAMP (fields->bar, 0, MAX (section->bars - 1, 0));
        }
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places_cb);
  return places;
}

GArray *
maq_remark_places_fold (GArray                   *places,
                        const MaqTimelineMetrics *metrics)
{
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (MaqRemarkSignPlace));
  g_autofree int *last = g_new (int, metrics->n_layers + 1);  /* sign of each row, or -1 */

  for (guint i = 0; i <= metrics->n_layers; i++)
    last[i] = -1;
  for (guint i = 0; i < places->len; i++)
    {
      const MaqRemarkPlace *place = get_place (places, i);
      int x = maq_timeline_metrics_bar_to_x (metrics, place->bar);
      int row = MIN (place->layer + 1, (int) metrics->n_layers);
      MaqRemarkSignPlace *sign =
        last[row] < 0 ? NULL : &g_array_index (signs, MaqRemarkSignPlace, last[row]);

      if (sign != NULL && x < sign->x + MAQ_REMARK_SIGN_SIZE + 2)
        {
          sign->n++;
          sign->is_open |= place->is_open;
          continue;
        }
      last[row] = (int) signs->len;
      g_array_append_val (signs, ((MaqRemarkSignPlace) { i, 1, place->is_open, row - 1, x }));
    }
  return signs;
}

int
maq_remark_places_find (GArray *places,
                        MaqId   remark)
{
  for (guint i = 0; i < places->len; i++)
    if (get_place (places, i)->id == remark)
      return (int) i;
  return -1;
}

int
maq_remark_places_step (GArray *places,
                        int     from,
                        double  bar,
                        int     step)
{
  int i = from;

  if (from < 0)
    {
      i = 0;
      while (i < (int) places->len && get_place (places, (guint) i)->bar < bar)
        i++;
      if (step > 0)
        i--;
    }
  for (i += step; i >= 0 && i < (int) places->len; i += step)
    if (get_place (places, (guint) i)->is_open)
      return i;
  return -1;
}

guint
maq_remark_places_count (GArray *places,
                         int     at,
                         guint  *rank)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      if (get_place (places, i)->is_open)
        n++;
      if (rank != NULL && (int) i == at)
        *rank = n;
    }
  return n;
}
