/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-raster.h"

#include <math.h>

/* So many pixels more or less are not worth a stretch. */
#define SLACK_PX 2

struct _MaqRaster
{
  GBytes          *bytes;
  int              width;
  int              height;
  cairo_surface_t *surface;  /* of the same bytes, for software; NULL before it is drawn by it */
  GdkTexture      *texture;  /* likewise for hardware */
};

guint32
maq_raster_to_pixel (const GdkRGBA *color,
                     double         alpha)
{
  double a = color->alpha * alpha;

  return (guint32) lround (a * 255) << 24 | (guint32) lround (color->red * a * 255) << 16 |
         (guint32) lround (color->green * a * 255) << 8 | (guint32) lround (color->blue * a * 255);
}

MaqRaster *
maq_raster_new (guint32 *pixels,
                int      width,
                int      height)
{
  MaqRaster *self = g_atomic_rc_box_new0 (MaqRaster);

  self->bytes = g_bytes_new_take (pixels, (gsize) width * (gsize) height * sizeof *pixels);
  self->width = width;
  self->height = height;
  return self;
}

MaqRaster *
maq_raster_new_for_node (GskRenderNode *node,
                         int            width,
                         int            height,
                         int            scale)
{
  guint32 *pixels = g_new0 (guint32, (gsize) (width * scale) * (gsize) (height * scale));
  cairo_surface_t *surface =
    cairo_image_surface_create_for_data ((guchar *) pixels, CAIRO_FORMAT_ARGB32, width * scale,
                                         height * scale, width * scale * (int) sizeof *pixels);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return maq_raster_new (pixels, width * scale, height * scale);
}

MaqRaster *
maq_raster_ref (MaqRaster *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_content (gpointer data)
{
  MaqRaster *self = data;

  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_bytes_unref (self->bytes);
}

void
maq_raster_unref (MaqRaster *self)
{
  g_atomic_rc_box_release_full (self, free_content);
}

int
maq_raster_get_width (const MaqRaster *self)
{
  return self->width;
}

int
maq_raster_get_height (const MaqRaster *self)
{
  return self->height;
}

const guint32 *
maq_raster_get_pixels (const MaqRaster *self)
{
  return g_bytes_get_data (self->bytes, NULL);
}

gboolean
maq_raster_suits (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* What has been drawn with a surface may outlive the raster, but not the bytes. */
static cairo_surface_t *
ensure_surface (MaqRaster *self)
{
  static const cairo_user_data_key_t key;
  gconstpointer pixels;

  if (self->surface != NULL)
    return self->surface;
  pixels = g_bytes_get_data (self->bytes, NULL);
  self->surface =
    cairo_image_surface_create_for_data ((guchar *) pixels, CAIRO_FORMAT_ARGB32, self->width,
                                         self->height, self->width * (int) sizeof (guint32));
  cairo_surface_set_user_data (self->surface, &key, g_bytes_ref (self->bytes),
                               (cairo_destroy_func_t) g_bytes_unref);
  return self->surface;
}

static GdkTexture *
ensure_texture (MaqRaster *self)
{
  if (self->texture == NULL)
    self->texture = gdk_memory_texture_new (self->width, self->height, GDK_MEMORY_DEFAULT,
                                            self->bytes,
                                            (gsize) self->width * sizeof (guint32));
  return self->texture;
}

/* Pixels to a unit: those of the screen, unless the raster is of another size altogether. */
static double
find_scale (int   n_pixels,
            float length,
            int   scale)
{
  return fabs (n_pixels - length * scale) <= SLACK_PX ? scale : n_pixels / length;
}

void
maq_raster_append (MaqRaster             *self,
                   GtkSnapshot           *snapshot,
                   GtkWidget             *widget,
                   const graphene_rect_t *bounds)
{
  int scale = gtk_widget_get_scale_factor (widget);
  double scale_x;
  double scale_y;
  cairo_t *cr;

  if (!maq_raster_suits (widget))
    {
      gtk_snapshot_append_texture (snapshot, ensure_texture (self), bounds);
      return;
    }
  scale_x = find_scale (self->width, bounds->size.width, scale);
  scale_y = find_scale (self->height, bounds->size.height, scale);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (bounds->origin.x, bounds->origin.y,
                                                       (float) (self->width / scale_x),
                                                       (float) (self->height / scale_y)));
  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_scale (cr, 1 / scale_x, 1 / scale_y);
  cairo_set_source_surface (cr, ensure_surface (self), 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
}
