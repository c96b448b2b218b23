/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-picks.h"

#include "maq-hash.h"

struct _MaqPicks
{
  GHashTable *picked;  /* of Pick */
};

typedef struct
{
  MaqId section;
  MaqId layer;
} Pick;

static guint
hash_pick (gconstpointer key)
{
  const Pick *pick = key;

  return (guint) maq_hash_mix (pick->section ^ maq_hash_mix (pick->layer));
}

static gboolean
pick_equal (gconstpointer a,
            gconstpointer b)
{
  const Pick *one = a;
  const Pick *other = b;

  return one->section == other->section && one->layer == other->layer;
}

static MaqPicks *
new_empty (void)
{
  MaqPicks *self = g_atomic_rc_box_new0 (MaqPicks);

  self->picked = g_hash_table_new_full (hash_pick, pick_equal, g_free, NULL);
  return self;
}

/* Heads have a section or a layer only. */
static Pick
get_pick (MaqArrangement *arrangement,
          const MaqRange *range,
          guint           column,
          guint           row)
{
  Pick pick = { MAQ_ID_NONE, MAQ_ID_NONE };

  if (range->n_sections > 0)
    pick.section = maq_section_get_id (
      maq_arrangement_get_section (arrangement, range->first_section + column));
  if (range->n_layers > 0)
    pick.layer = maq_layer_get_id (
      maq_arrangement_get_layer (arrangement, range->first_layer + row));
  return pick;
}

static gboolean
has_all (MaqPicks       *self,
         MaqArrangement *arrangement,
         const MaqRange *range)
{
  for (guint i = 0; i < MAX (range->n_sections, 1); i++)
    for (guint j = 0; j < MAX (range->n_layers, 1); j++)
      {
        Pick pick = get_pick (arrangement, range, i, j);

        if (!g_hash_table_contains (self->picked, &pick))
          return FALSE;
      }
  return TRUE;
}

static void
put_all (MaqPicks       *self,
         MaqArrangement *arrangement,
         const MaqRange *range,
         gboolean        adds)
{
  for (guint i = 0; i < MAX (range->n_sections, 1); i++)
    for (guint j = 0; j < MAX (range->n_layers, 1); j++)
      {
        Pick pick = get_pick (arrangement, range, i, j);

        if (adds)
          g_hash_table_add (self->picked, g_memdup2 (&pick, sizeof pick));
        else
          g_hash_table_remove (self->picked, &pick);
      }
}

MaqPicks *
maq_picks_new (MaqArrangement *arrangement,
               const MaqRange *range)
{
  MaqPicks *self = new_empty ();

  put_all (self, arrangement, range, TRUE);
  return self;
}

MaqPicks *
maq_picks_with_toggled (MaqPicks       *self,
                        MaqArrangement *arrangement,
                        const MaqRange *range)
{
  MaqPicks *after = new_empty ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->picked);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (after->picked, g_memdup2 (key, sizeof (Pick)));
  put_all (after, arrangement, range, !has_all (self, arrangement, range));
  return after;
}

MaqPicks *
maq_picks_ref (MaqPicks *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqPicks *self)
{
  g_hash_table_unref (self->picked);
}

void
maq_picks_unref (MaqPicks *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

gboolean
maq_picks_has (MaqPicks *self,
               MaqId     section,
               MaqId     layer)
{
  return g_hash_table_contains (self->picked, &(Pick) { section, layer }) ||
         g_hash_table_contains (self->picked, &(Pick) { section, MAQ_ID_NONE }) ||
         g_hash_table_contains (self->picked, &(Pick) { MAQ_ID_NONE, layer });
}

/* Of one axis: whether it is there, or is none of the sort that is picked. */
static gboolean
stretch (int    index,
         MaqId  id,
         guint *first,
         guint *last)
{
  if (id == MAQ_ID_NONE)
    return TRUE;
  if (index < 0)
    return FALSE;
  *first = MIN (*first, (guint) index);
  *last = MAX (*last, (guint) index);
  return TRUE;
}

guint
maq_picks_count (MaqPicks       *self,
                 MaqArrangement *arrangement,
                 MaqRange       *bounds)
{
  guint first_section = G_MAXUINT;
  guint first_layer = G_MAXUINT;
  guint last_section = 0;
  guint last_layer = 0;
  guint n = 0;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->picked);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Pick *pick = key;
      int section = maq_arrangement_find_section (arrangement, pick->section);
      int layer = maq_arrangement_find_layer (arrangement, pick->layer);

      if ((section >= 0 || pick->section == MAQ_ID_NONE) &&
          stretch (layer, pick->layer, &first_layer, &last_layer) &&
          stretch (section, pick->section, &first_section, &last_section))
        n++;
    }
  *bounds = (MaqRange) { 0 };
  if (first_section <= last_section)
    {
      bounds->first_section = first_section;
      bounds->n_sections = last_section - first_section + 1;
    }
  if (first_layer <= last_layer)
    {
      bounds->first_layer = first_layer;
      bounds->n_layers = last_layer - first_layer + 1;
    }
  return n;
}

gboolean
maq_picks_is_block (guint           n,
                    const MaqRange *bounds)
{
  return n == MAX (bounds->n_sections, 1) * MAX (bounds->n_layers, 1);
}

static gboolean
has_section (MaqPicks *self,
             MaqId     section)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->picked);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (((const Pick *) key)->section == section)
      return TRUE;
  return FALSE;
}

static gboolean
has_layer (MaqPicks *self,
           MaqId     layer)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->picked);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (((const Pick *) key)->layer == layer)
      return TRUE;
  return FALSE;
}

MaqSelected
maq_picks_tell_section (MaqPicks       *self,
                        const MaqRange *range,
                        guint           index,
                        MaqId           section)
{
  if (!maq_range_has_section (range, index) ||
      (self != NULL && !has_section (self, section)))
    return MAQ_SELECTED_NOT;
  return range->n_layers > 0 ? MAQ_SELECTED_IN_PARTS : MAQ_SELECTED_WHOLE;
}

MaqSelected
maq_picks_tell_layer (MaqPicks       *self,
                      const MaqRange *range,
                      guint           index,
                      MaqId           layer)
{
  if (!maq_range_has_layer (range, index) || (self != NULL && !has_layer (self, layer)))
    return MAQ_SELECTED_NOT;
  return range->n_sections > 0 ? MAQ_SELECTED_IN_PARTS : MAQ_SELECTED_WHOLE;
}
