/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-form-picture.h"

#include <adwaita.h>
#include <math.h>

#include "maq-palette.h"

#define NATURAL_WIDTH 200
#define NATURAL_HEIGHT 62
#define STRIPE_HEIGHT 12
#define GAP 1.0f
#define RADIUS 2.0f

struct _MaqFormPicture
{
  GtkWidget      parent_instance;

  MaqFormSketch *sketch;
  MaqPalette     palette;
  gboolean       is_styled;
};

G_DEFINE_FINAL_TYPE (MaqFormPicture, maq_form_picture, GTK_TYPE_WIDGET)

static void
maq_form_picture_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : NATURAL_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
append_box (GtkSnapshot   *snapshot,
            float          x,
            float          y,
            float          width,
            float          height,
            const GdkRGBA *color)
{
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (x, y, width, height),
                                   MIN (RADIUS, MIN (width, height) / 2));
  maq_palette_append_round (snapshot, &box, color);
}

/* A layer's row: the more it plays, the more of its row is filled. */
static void
append_levels (MaqFormPicture *self,
               GtkSnapshot    *snapshot,
               guint           section,
               float           x,
               float           width,
               float           height)
{
  MaqFormSketch *sketch = self->sketch;
  const GdkRGBA *color = &self->palette.kinds[sketch->sections[section].kind];
  float row = (height - STRIPE_HEIGHT - GAP) / (float) MAX (sketch->n_layers, 4);

  for (guint i = 0; i < sketch->n_layers; i++)
    {
      int level = sketch->levels[section * sketch->n_layers + i];
      GdkRGBA ink = maq_palette_fade (color, 0.25 + 0.075 * level);

      if (level > 0)
        gtk_snapshot_append_color (snapshot, &ink,
                                   &GRAPHENE_RECT_INIT (x, STRIPE_HEIGHT + GAP + row * (float) i,
                                                        width, MAX (row - GAP, 0.75f)));
    }
}

/* Time runs to the right in every language. */
static void
maq_form_picture_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MaqFormPicture *self = MAQ_FORM_PICTURE (widget);
  MaqFormSketch *sketch = self->sketch;
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  if (sketch == NULL || sketch->bars <= 0)
    return;
  if (!self->is_styled)
    maq_palette_update (&self->palette, widget);
  self->is_styled = TRUE;
  for (guint i = 0; i < sketch->n_sections; i++)
    {
      const MaqSketchSection *section = &sketch->sections[i];
      float x = roundf (width * (float) section->first_bar / (float) sketch->bars);
      float end = roundf (width * (float) (section->first_bar + section->bars) /
                          (float) sketch->bars);
      float inner = MAX (end - x - GAP, 0.5f);

      append_box (snapshot, x, 0, inner, STRIPE_HEIGHT - GAP,
                  &self->palette.kinds[section->kind]);
      append_levels (self, snapshot, i, x, inner, height);
    }
}

static void
restyle (MaqFormPicture *self)
{
  self->is_styled = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
maq_form_picture_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (maq_form_picture_parent_class)->css_changed (widget, change);
  MAQ_FORM_PICTURE (widget)->is_styled = FALSE;
}

static void
maq_form_picture_finalize (GObject *object)
{
  MaqFormPicture *self = MAQ_FORM_PICTURE (object);

  g_clear_pointer (&self->sketch, maq_form_sketch_free);
  maq_palette_clear (&self->palette);
  G_OBJECT_CLASS (maq_form_picture_parent_class)->finalize (object);
}

static void
maq_form_picture_class_init (MaqFormPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_form_picture_finalize;
  widget_class->measure = maq_form_picture_measure;
  widget_class->snapshot = maq_form_picture_snapshot;
  widget_class->css_changed = maq_form_picture_css_changed;
  gtk_widget_class_set_css_name (widget_class, "formpicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maq_form_picture_init (MaqFormPicture *self)
{
  AdwStyleManager *styles = adw_style_manager_get_default ();

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (styles, "notify::dark", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::high-contrast", G_CALLBACK (restyle), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
maq_form_picture_new (void)
{
  return g_object_new (MAQ_TYPE_FORM_PICTURE, NULL);
}

void
maq_form_picture_set_sketch (MaqFormPicture *self,
                             MaqFormSketch  *sketch)
{
  g_clear_pointer (&self->sketch, maq_form_sketch_free);
  self->sketch = sketch;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

MaqFormSketch *
maq_form_picture_get_sketch (MaqFormPicture *self)
{
  return self->sketch;
}
