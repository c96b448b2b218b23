/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-picks.h"

#include "maq-hash.h"

struct _MaqPicks
{
  GHashTable *parts;  /* of Pick */
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

  self->parts = g_hash_table_new_full (hash_pick, pick_equal, g_free, NULL);
  return self;
}

static Pick
get_pick (MaqArrangement *arrangement,
          guint           section,
          guint           layer)
{
  return (Pick) { maq_section_get_id (maq_arrangement_get_section (arrangement, section)),
                  maq_layer_get_id (maq_arrangement_get_layer (arrangement, layer)) };
}

static gboolean
has_all (MaqPicks       *self,
         MaqArrangement *arrangement,
         const MaqRange *range)
{
  for (guint i = 0; i < range->n_sections; i++)
    for (guint j = 0; j < range->n_layers; j++)
      {
        Pick pick = get_pick (arrangement, range->first_section + i, range->first_layer + j);

        if (!g_hash_table_contains (self->parts, &pick))
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
  for (guint i = 0; i < range->n_sections; i++)
    for (guint j = 0; j < range->n_layers; j++)
      {
        Pick pick = get_pick (arrangement, range->first_section + i, range->first_layer + j);

        if (adds)
          g_hash_table_add (self->parts, g_memdup2 (&pick, sizeof pick));
        else
          g_hash_table_remove (self->parts, &pick);
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

  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (after->parts, g_memdup2 (key, sizeof (Pick)));
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
  g_hash_table_unref (self->parts);
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
  return g_hash_table_contains (self->parts, &(Pick) { section, layer });
}

guint
maq_picks_count (MaqPicks       *self,
                 MaqArrangement *arrangement,
                 MaqRange       *bounds)
{
  guint last_section = 0;
  guint last_layer = 0;
  guint n = 0;
  GHashTableIter iter;
  gpointer key;

  *bounds = (MaqRange) { G_MAXUINT, 0, G_MAXUINT, 0 };
  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      int section = maq_arrangement_find_section (arrangement, ((Pick *) key)->section);
      int layer = maq_arrangement_find_layer (arrangement, ((Pick *) key)->layer);

      if (section < 0 || layer < 0)
        continue;
      n++;
      bounds->first_section = MIN (bounds->first_section, (guint) section);
      bounds->first_layer = MIN (bounds->first_layer, (guint) layer);
      last_section = MAX (last_section, (guint) section);
      last_layer = MAX (last_layer, (guint) layer);
    }
  if (n == 0)
    *bounds = (MaqRange) { 0 };
  else
    {
      bounds->n_sections = last_section - bounds->first_section + 1;
      bounds->n_layers = last_layer - bounds->first_layer + 1;
    }
  return n;
}
