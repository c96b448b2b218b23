/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-grid-texture.h"

#define ROW_GAP 3

/* In pixels; of the tiles, a view and its surroundings are kept. */
#define TILE_WIDTH 256
#define N_TILES_MAX 24

struct _MaqGridTexture
{
  GHashTable *tiles;       /* number from the left → MaqRaster */
  double      px_per_bar;  /* 0: they are of nothing */
  int         scroll_y;
  int         height;
};

gboolean
maq_grid_texture_is_wanted (const MaqTimelineMetrics *metrics)
{
  if (metrics->n_sections == 0)
    return FALSE;
  return maq_timeline_metrics_get_width (metrics) < MAQ_TEXTURE_BELOW_PX * metrics->n_sections;
}

static int
get_level (MaqArrangement *arrangement,
           guint           section,
           guint           layer)
{
  MaqId id = maq_layer_get_id (maq_arrangement_get_layer (arrangement, layer));

  return maq_arrangement_get_level (arrangement, section, id);
}

static void
paint_column (const MaqTimelineMetrics *metrics,
              const MaqPalette         *palette,
              MaqArrangement           *arrangement,
              guint                     section,
              guint32                  *column,
              int                       height)
{
  MaqSectionKind kind = maq_section_get_kind (maq_arrangement_get_section (arrangement, section));
  guint32 fill = maq_raster_to_pixel (&palette->kinds[kind], 0.85);
  guint32 tint = maq_raster_to_pixel (&palette->kinds[kind], 0.2);
  guint first;
  guint end;

  maq_timeline_metrics_visible_layers (metrics, height, &first, &end);
  for (guint layer = first; layer < end; layer++)
    {
      int level = get_level (arrangement, section, layer);
      const MaqRowGroup *fold = maq_timeline_metrics_find_fold (metrics, layer);
      int top = maq_timeline_metrics_layer_y (metrics, layer) - metrics->scroll_y + ROW_GAP;
      int bottom = top + metrics->row_height - 2 * ROW_GAP;
      int crest;

      /* of a group that is folded, what is the strongest */
      for (; fold != NULL && layer + 1 < fold->end; layer++)
        level = MAX (level, get_level (arrangement, section, layer + 1));
      crest = bottom - (bottom - top) * level / MAQ_LEVEL_MAX;

      for (int y = MAX (top, 0); level > 0 && y < MIN (bottom, height); y++)
        column[y] = y >= crest ? fill : tint;
    }
}

/* Where the section at a place ends, or the view. */
static int
find_end (const MaqTimelineMetrics *metrics,
          int                       section,
          int                       width)
{
  MaqBox box = maq_timeline_metrics_section_box (metrics, (guint) section);

  return MIN (box.x + box.width - metrics->scroll_x, width);
}

static MaqRaster *
create_raster (const MaqTimelineMetrics *metrics,
               const MaqPalette         *palette,
               MaqArrangement           *arrangement,
               int                       width,
               int                       height)
{
  guint32 *pixels = g_new0 (guint32, (gsize) width * (gsize) height);
  g_autofree guint32 *column = g_new (guint32, (gsize) height);
  int end;

  for (int x = 0; x < width; x = end)
    {
      int section = maq_timeline_metrics_section_at (metrics, x + metrics->scroll_x);

      if (section < 0)
        break;
      end = find_end (metrics, section, width);
      memset (column, 0, sizeof *column * (gsize) height);
      paint_column (metrics, palette, arrangement, (guint) section, column, height);
      /* what is out stays clear */
      for (int y = 0; y < height; y++)
        for (int i = x; column[y] != 0 && i < end; i++)
          pixels[(gsize) y * (gsize) width + (gsize) i] = column[y];
    }
  return maq_raster_new (pixels, width, height);
}

MaqGridTexture *
maq_grid_texture_new (void)
{
  MaqGridTexture *self = g_new0 (MaqGridTexture, 1);

  self->tiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) maq_raster_unref);
  return self;
}

void
maq_grid_texture_free (MaqGridTexture *self)
{
  g_hash_table_unref (self->tiles);
  g_free (self);
}

void
maq_grid_texture_forget (MaqGridTexture *self)
{
  g_hash_table_remove_all (self->tiles);
  self->px_per_bar = 0;
}

/* Whether the picture is as it was drawn last, but for the place along the song. */
static gboolean
is_same (MaqGridTexture           *self,
         const MaqTimelineMetrics *metrics,
         int                       height)
{
  if (self->px_per_bar == metrics->px_per_bar && self->scroll_y == metrics->scroll_y &&
      self->height == height)
    return TRUE;
  g_hash_table_remove_all (self->tiles);
  self->px_per_bar = metrics->px_per_bar;
  self->scroll_y = metrics->scroll_y;
  self->height = height;
  return FALSE;
}

static void
append_tiles (MaqGridTexture           *self,
              GtkSnapshot              *snapshot,
              GtkWidget                *widget,
              const MaqTimelineMetrics *metrics,
              const MaqPalette         *palette,
              MaqArrangement           *arrangement,
              int                       end)
{
  if (g_hash_table_size (self->tiles) > N_TILES_MAX)
    g_hash_table_remove_all (self->tiles);
  for (int index = metrics->scroll_x / TILE_WIDTH; index * TILE_WIDTH < end; index++)
    {
      MaqRaster *tile = g_hash_table_lookup (self->tiles, GINT_TO_POINTER (index));
      MaqTimelineMetrics at = *metrics;

      if (tile == NULL)
        {
          at.scroll_x = index * TILE_WIDTH;
          tile = create_raster (&at, palette, arrangement, TILE_WIDTH, self->height);
          g_hash_table_insert (self->tiles, GINT_TO_POINTER (index), tile);
        }
      maq_raster_append (tile, snapshot, widget,
                         &GRAPHENE_RECT_INIT (index * TILE_WIDTH, metrics->scroll_y, TILE_WIDTH,
                                              self->height));
    }
}

void
maq_grid_texture_append (MaqGridTexture           *self,
                         GtkSnapshot              *snapshot,
                         GtkWidget                *widget,
                         const MaqTimelineMetrics *metrics,
                         const MaqPalette         *palette,
                         MaqArrangement           *arrangement,
                         int                       width,
                         int                       height)
{
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (metrics->scroll_x, metrics->scroll_y, width, height);
  g_autoptr (MaqRaster) raster = NULL;

  if (is_same (self, metrics, height))
    {
      gtk_snapshot_push_clip (snapshot, &bounds);
      append_tiles (self, snapshot, widget, metrics, palette, arrangement,
                    MIN (metrics->scroll_x + width, maq_timeline_metrics_get_width (metrics)));
      gtk_snapshot_pop (snapshot);
      return;
    }
  /* while it is zoomed, what is painted serves for one frame */
  raster = create_raster (metrics, palette, arrangement, width, height);
  maq_raster_append (raster, snapshot, widget, &bounds);
}

MaqRaster *
maq_grid_texture_new_row (const MaqTimelineMetrics *metrics,
                          const MaqPalette         *palette,
                          MaqArrangement           *arrangement,
                          int                       width)
{
  guint32 *pixels = g_new0 (guint32, (gsize) width);
  int end;

  for (int x = 0; x < width; x = end)
    {
      int section = maq_timeline_metrics_section_at (metrics, x + metrics->scroll_x);
      MaqSection *node;
      guint32 pixel;

      if (section < 0)
        break;
      node = maq_arrangement_get_section (arrangement, (guint) section);
      pixel = maq_raster_to_pixel (&palette->kinds[maq_section_get_kind (node)], 0.85);
      end = find_end (metrics, section, width);
      for (int i = x; i < end; i++)
        pixels[i] = pixel;
    }
  return maq_raster_new (pixels, width, 1);
}
