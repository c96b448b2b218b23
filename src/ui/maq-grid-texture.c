/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-grid-texture.h"

#include <math.h>

#define ROW_GAP 3

gboolean
maq_grid_texture_is_wanted (const MaqTimelineMetrics *metrics)
{
  if (metrics->n_sections == 0)
    return FALSE;
  return maq_timeline_metrics_get_width (metrics) < MAQ_TEXTURE_BELOW_PX * metrics->n_sections;
}

/* A premultiplied pixel. */
static guint32
to_pixel (const GdkRGBA *color,
          double         alpha)
{
  double a = color->alpha * alpha;

  return (guint32) lround (a * 255) << 24 | (guint32) lround (color->red * a * 255) << 16 |
         (guint32) lround (color->green * a * 255) << 8 | (guint32) lround (color->blue * a * 255);
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
  guint32 fill = to_pixel (&palette->kinds[kind], 0.85);
  guint32 tint = to_pixel (&palette->kinds[kind], 0.2);
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
          int                       x,
          int                       section,
          int                       width)
{
  while (x < width && maq_timeline_metrics_section_at (metrics, x + metrics->scroll_x) == section)
    x++;
  return x;
}

MaqRaster *
maq_grid_texture_new (const MaqTimelineMetrics *metrics,
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
      end = find_end (metrics, x, section, width);
      memset (column, 0, sizeof *column * (gsize) height);
      paint_column (metrics, palette, arrangement, (guint) section, column, height);
      /* what is out stays clear */
      for (int y = 0; y < height; y++)
        for (int i = x; column[y] != 0 && i < end; i++)
          pixels[(gsize) y * (gsize) width + (gsize) i] = column[y];
    }
  return maq_raster_new (pixels, width, height);
}

MaqRaster *
maq_grid_texture_new_row (const MaqTimelineMetrics *metrics,
                          const MaqPalette         *palette,
                          MaqArrangement           *arrangement,
                          int                       width)
{
  guint32 *pixels = g_new0 (guint32, (gsize) width);

  for (int x = 0; x < width; x++)
    {
      int section = maq_timeline_metrics_section_at (metrics, x + metrics->scroll_x);
      MaqSection *node;

      if (section < 0)
        break;
      node = maq_arrangement_get_section (arrangement, (guint) section);
      pixels[x] = to_pixel (&palette->kinds[maq_section_get_kind (node)], 0.85);
    }
  return maq_raster_new (pixels, width, 1);
}
