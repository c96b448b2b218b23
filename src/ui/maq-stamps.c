/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-stamps.h"

/* Zooming makes new ones in each frame: when they are so many, the old ones go. */
#define BYTES_MAX ((gsize) 16 * 1024 * 1024)

typedef struct
{
  MaqStamp   stamp;
  int        scale;
  MaqRaster *raster;
} Entry;

struct _MaqStamps
{
  GHashTable *entries;  /* a set */
  gsize       n_bytes;
};

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;
  guint hash = entry->stamp.look;

  hash = hash * 31 + (guint) entry->stamp.width;
  hash = hash * 31 + (guint) entry->stamp.height;
  hash = hash * 31 + (guint) entry->stamp.start;
  hash = hash * 31 + (guint) entry->stamp.end;
  return hash * 31 + (guint) entry->scale;
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return one->stamp.look == other->stamp.look && one->stamp.width == other->stamp.width &&
         one->stamp.height == other->stamp.height && one->stamp.start == other->stamp.start &&
         one->stamp.end == other->stamp.end && one->scale == other->scale;
}

static void
entry_free (gpointer data)
{
  maq_raster_unref (((Entry *) data)->raster);
  g_free (data);
}

MaqStamps *
maq_stamps_new (void)
{
  MaqStamps *self = g_new0 (MaqStamps, 1);

  self->entries = g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
  return self;
}

void
maq_stamps_free (MaqStamps *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

void
maq_stamps_clear (MaqStamps *self)
{
  g_hash_table_remove_all (self->entries);
  self->n_bytes = 0;
}

static gsize
count_bytes (const Entry *entry)
{
  return (gsize) maq_raster_get_width (entry->raster) *
         (gsize) maq_raster_get_height (entry->raster) * sizeof (guint32);
}

static void
draw (Entry        *self,
      MaqStampFunc  func,
      gpointer      user_data)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  func (snapshot, user_data);
  node = gtk_snapshot_free_to_node (snapshot);
  self->raster = maq_raster_new_for_node (node, self->stamp.width, self->stamp.height, self->scale);
  g_clear_pointer (&node, gsk_render_node_unref);
}

static MaqRaster *
find (MaqStamps    *self,
      const Entry  *wanted,
      MaqStampFunc  func,
      gpointer      user_data)
{
  Entry *entry = g_hash_table_lookup (self->entries, wanted);

  if (entry != NULL)
    return entry->raster;
  entry = g_memdup2 (wanted, sizeof *wanted);
  draw (entry, func, user_data);
  if (self->n_bytes > BYTES_MAX)
    maq_stamps_clear (self);
  self->n_bytes += count_bytes (entry);
  g_hash_table_add (self->entries, entry);
  return entry->raster;
}

void
maq_stamps_append (MaqStamps      *self,
                   const MaqStamp *stamp,
                   GtkSnapshot    *snapshot,
                   GtkWidget      *widget,
                   MaqStampFunc    func,
                   gpointer        user_data)
{
  const Entry wanted = { *stamp, gtk_widget_get_scale_factor (widget), NULL };

  if (maq_raster_suits (widget))
    maq_raster_append (find (self, &wanted, func, user_data), snapshot, widget,
                       &GRAPHENE_RECT_INIT (0, 0, stamp->width, stamp->height));
  else
    func (snapshot, user_data);
}

gsize
maq_stamps_size (MaqStamps *self)
{
  return self->n_bytes;
}
