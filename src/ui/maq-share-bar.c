/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-share-bar.h"

#include "maq-palette.h"

#define HEIGHT 10
#define GAP 1.0f

struct _MaqShareBar
{
  GtkWidget parent_instance;

  MaqShare  shares[MAQ_SHARE_BAR_MAX];
  guint     n_shares;
};

G_DEFINE_FINAL_TYPE (MaqShareBar, maq_share_bar, GTK_TYPE_WIDGET)

static void
maq_share_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = HEIGHT;
}

/* Who has no colour is told from its neighbours by how dark it is. */
static GdkRGBA
get_fill (MaqShareBar *self,
          guint        index)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  g_autofree char *name = g_strdup_printf ("maq_layer_%s",
                                           maq_colour_get_nick (self->shares[index].colour));
  GdkRGBA fill;

  if (self->shares[index].colour != MAQ_COLOUR_NONE &&
      gtk_style_context_lookup_color (context, name, &fill))
    return fill;
  gtk_style_context_get_color (context, &fill);
  return maq_palette_fade (&fill, index % 2 == 0 ? 0.7 : 0.45);
}

static void
maq_share_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  MaqShareBar *self = MAQ_SHARE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float x = 0.0f;
  GdkRGBA rest;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &rest);
  rest = maq_palette_fade (&rest, 0.15);
  for (guint i = 0; i < self->n_shares; i++)
    {
      float piece = (float) self->shares[i].share * width;
      GdkRGBA fill = get_fill (self, i);

      gtk_snapshot_append_color (snapshot, &fill,
                                 &GRAPHENE_RECT_INIT (x, 0, MAX (piece - GAP, 0.0f), height));
      x += piece;
    }
  gtk_snapshot_append_color (snapshot, &rest,
                             &GRAPHENE_RECT_INIT (x, 0, MAX (width - x, 0.0f), height));
}

static void
maq_share_bar_class_init (MaqShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = maq_share_bar_measure;
  widget_class->snapshot = maq_share_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maq_share_bar_init (MaqShareBar *self)
{
}

GtkWidget *
maq_share_bar_new (void)
{
  return g_object_new (MAQ_TYPE_SHARE_BAR, NULL);
}

void
maq_share_bar_show (MaqShareBar    *self,
                    const MaqShare *shares,
                    guint           n_shares)
{
  self->n_shares = MIN (n_shares, MAQ_SHARE_BAR_MAX);
  for (guint i = 0; i < self->n_shares; i++)
    self->shares[i] = shares[i];
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
