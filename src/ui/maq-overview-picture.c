/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-overview-picture.h"

#include <math.h>

#define FLAG_WIDTH 1.5f

/* What plays in a section, summed up once: an edit changes one or two of them. */
typedef struct
{
  MaqSection *section;
  int         level_sum;
} Density;

struct _MaqOverviewPicture
{
  GtkWidget         parent_instance;

  const MaqPalette *palette;
  MaqForm          *form;
  GArray           *densities;  /* of Density, by the place of the section */
  int               densest;
  double            shown_bars;
  double            target_bar;
};

G_DEFINE_FINAL_TYPE (MaqOverviewPicture, maq_overview_picture, GTK_TYPE_WIDGET)

static void
density_clear (gpointer data)
{
  g_clear_pointer (&((Density *) data)->section, maq_section_unref);
}

static int
sum_levels (MaqSection *section)
{
  MaqVec *parts = maq_section_get_fields (section)->parts;
  int sum = 0;

  for (guint i = 0; parts != NULL && i < maq_vec_get_length (parts); i++)
    sum += maq_part_get_level (maq_vec_get (parts, i));
  return sum;
}

static void
update_densities (MaqOverviewPicture *self)
{
  guint n_sections = maq_form_get_n_sections (self->form);

  if (n_sections < self->densities->len)
    g_array_remove_range (self->densities, n_sections, self->densities->len - n_sections);
  g_array_set_size (self->densities, n_sections);
  self->densest = 1;
  for (guint i = 0; i < n_sections; i++)
    {
      Density *density = &g_array_index (self->densities, Density, i);
      MaqSection *section = maq_form_get_section (self->form, i)->section;

      if (density->section != section)
        {
          density_clear (density);
          density->section = maq_section_ref (section);
          density->level_sum = sum_levels (section);
        }
      self->densest = MAX (self->densest, density->level_sum);
    }
}

static int
bar_x (MaqOverviewPicture *self,
       double              bar,
       int                 width)
{
  return (int) lround (bar / MAX (self->shown_bars, 1.0) * width);
}

/* What is painted: pixels of the screen, @scale to a unit. */
typedef struct
{
  guint32 *pixels;
  int      width;
  int      height;
  int      scale;
} Canvas;

/* In units. */
static void
fill (const Canvas *canvas,
      int           x,
      int           top,
      int           end,
      int           bottom,
      guint32       pixel)
{
  for (int y = top * canvas->scale; y < bottom * canvas->scale; y++)
    for (int i = x * canvas->scale; i < end * canvas->scale; i++)
      canvas->pixels[(gsize) y * (gsize) canvas->width + (gsize) i] = pixel;
}

static void
paint_section (MaqOverviewPicture *self,
               const Canvas       *canvas,
               guint               index,
               int                 x,
               int                 end)
{
  const Density *density = &g_array_index (self->densities, Density, index);
  const GdkRGBA *kind = &self->palette->kinds[maq_section_get_kind (density->section)];
  int height = canvas->height / canvas->scale;
  int filled = (int) lround ((double) height * density->level_sum / self->densest);
  int gap = end - x > 4 ? 1 : 0;

  fill (canvas, x, 0, end - gap, height - filled, maq_raster_to_pixel (kind, 0.35));
  fill (canvas, x, height - filled, end - gap, height, maq_raster_to_pixel (kind, 1));
  if (self->palette->high_contrast)
    fill (canvas, end - gap, 0, end, height,
          maq_raster_to_pixel (&self->palette->foreground, 1));
}

/* A flag where the song should end. */
static void
snapshot_target (MaqOverviewPicture *self,
                 GtkSnapshot        *snapshot,
                 int                 width,
                 int                 height)
{
  float x = MIN ((float) bar_x (self, self->target_bar, width), (float) width - FLAG_WIDTH);

  gtk_snapshot_append_color (snapshot, &self->palette->foreground,
                             &GRAPHENE_RECT_INIT (x, 0, FLAG_WIDTH, height));
  gtk_snapshot_append_color (snapshot, &self->palette->foreground,
                             &GRAPHENE_RECT_INIT (x - 4, 0, 4, 4));
}

static MaqRaster *
create_raster (MaqOverviewPicture *self,
               int                 width,
               int                 height,
               int                 scale)
{
  const Canvas canvas = {
    .pixels = g_new0 (guint32, (gsize) (width * scale) * (gsize) (height * scale)),
    .width = width * scale,
    .height = height * scale,
    .scale = scale,
  };
  int x = 0;

  for (guint i = 0; i < self->densities->len; i++)
    {
      const MaqFormSection *place = maq_form_get_section (self->form, i);
      int end = MIN (bar_x (self, place->first_bar + place->bars, width), width);

      /* of several sections in one pixel, the last shows */
      if (end > x)
        paint_section (self, &canvas, i, x, end);
      x = MAX (x, end);
    }
  return maq_raster_new (canvas.pixels, canvas.width, canvas.height);
}

/* The renderer looks at all that is there in each frame, also where nothing changes: it has one
 * picture to look at, and not a thousand sections. */
static void
maq_overview_picture_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  MaqOverviewPicture *self = MAQ_OVERVIEW_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (MaqRaster) raster = NULL;

  if (width <= 0 || height <= 0)
    return;
  raster = create_raster (self, width, height, gtk_widget_get_scale_factor (widget));
  maq_raster_append (raster, snapshot, widget, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->target_bar >= 0)
    snapshot_target (self, snapshot, width, height);
}

static void
maq_overview_picture_finalize (GObject *object)
{
  MaqOverviewPicture *self = MAQ_OVERVIEW_PICTURE (object);

  g_clear_pointer (&self->densities, g_array_unref);
  g_clear_pointer (&self->form, maq_form_unref);
  G_OBJECT_CLASS (maq_overview_picture_parent_class)->finalize (object);
}

static void
maq_overview_picture_class_init (MaqOverviewPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_overview_picture_finalize;
  widget_class->snapshot = maq_overview_picture_snapshot;
  gtk_widget_class_set_css_name (widget_class, "overviewpicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maq_overview_picture_init (MaqOverviewPicture *self)
{
  self->densities = g_array_new (FALSE, TRUE, sizeof (Density));
  g_array_set_clear_func (self->densities, density_clear);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
maq_overview_picture_new (const MaqPalette *palette)
{
  MaqOverviewPicture *self = g_object_new (MAQ_TYPE_OVERVIEW_PICTURE, NULL);

  self->palette = palette;
  return GTK_WIDGET (self);
}

void
maq_overview_picture_show (MaqOverviewPicture *self,
                           MaqForm            *form,
                           double              shown_bars,
                           double              target_bar)
{
  maq_form_ref (form);
  g_clear_pointer (&self->form, maq_form_unref);
  self->form = form;
  self->shown_bars = shown_bars;
  self->target_bar = target_bar;
  update_densities (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
