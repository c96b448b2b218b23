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

static float
bar_x (MaqOverviewPicture *self,
       double              bar,
       int                 width)
{
  return (float) round (bar / MAX (self->shown_bars, 1.0) * width);
}

static void
snapshot_section (MaqOverviewPicture *self,
                  GtkSnapshot        *snapshot,
                  guint               index,
                  float               x,
                  float               section_width,
                  float               height)
{
  const Density *density = &g_array_index (self->densities, Density, index);
  const GdkRGBA *kind = &self->palette->kinds[maq_section_get_kind (density->section)];
  GdkRGBA tint = maq_palette_fade (kind, 0.35);
  float filled = roundf (height * density->level_sum / self->densest);
  float gap = section_width > 4 ? 1 : 0;

  gtk_snapshot_append_color (snapshot, &tint,
                             &GRAPHENE_RECT_INIT (x, 0, section_width - gap, height));
  gtk_snapshot_append_color (snapshot, kind,
                             &GRAPHENE_RECT_INIT (x, height - filled, section_width - gap,
                                                  filled));
  if (self->palette->high_contrast && gap > 0)
    gtk_snapshot_append_color (snapshot, &self->palette->foreground,
                               &GRAPHENE_RECT_INIT (x + section_width - gap, 0, gap, height));
}

/* A flag where the song should end. */
static void
snapshot_target (MaqOverviewPicture *self,
                 GtkSnapshot        *snapshot,
                 int                 width,
                 int                 height)
{
  float x = MIN (bar_x (self, self->target_bar, width), width - FLAG_WIDTH);

  gtk_snapshot_append_color (snapshot, &self->palette->foreground,
                             &GRAPHENE_RECT_INIT (x, 0, FLAG_WIDTH, height));
  gtk_snapshot_append_color (snapshot, &self->palette->foreground,
                             &GRAPHENE_RECT_INIT (x - 4, 0, 4, 4));
}

static void
draw_picture (MaqOverviewPicture *self,
              GtkSnapshot        *snapshot,
              int                 width,
              int                 height)
{
  float x = 0;

  for (guint i = 0; i < self->densities->len; i++)
    {
      const MaqFormSection *place = maq_form_get_section (self->form, i);
      float end = bar_x (self, place->first_bar + place->bars, width);

      /* of several sections in one pixel, the last shows */
      if (end > x)
        snapshot_section (self, snapshot, i, x, end - x, (float) height);
      x = MAX (x, end);
    }
  if (self->target_bar >= 0)
    snapshot_target (self, snapshot, width, height);
}

/* The renderer looks at all that is there in each frame, also where nothing changes: software
 * has one picture to look at, and not a thousand sections. */
static void
maq_overview_picture_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  MaqOverviewPicture *self = MAQ_OVERVIEW_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (MaqRaster) raster = NULL;
  GtkSnapshot *drawn;

  if (!maq_raster_suits (widget))
    {
      draw_picture (self, snapshot, width, height);
      return;
    }
  drawn = gtk_snapshot_new ();
  draw_picture (self, drawn, width, height);
  node = gtk_snapshot_free_to_node (drawn);
  raster = maq_raster_new_for_node (node, width, height, gtk_widget_get_scale_factor (widget));
  maq_raster_append (raster, snapshot, widget, &GRAPHENE_RECT_INIT (0, 0, width, height));
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
