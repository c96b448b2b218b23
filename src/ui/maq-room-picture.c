/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-room-picture.h"

#include "maq-palette.h"

#define WIDTH 26
#define HEIGHT 20
#define DOT_NEAR 3.5f
#define DOT_FAR 2.0f

struct _MaqRoomPicture
{
  GtkWidget parent_instance;

  double    pan;
  double    distance;
};

G_DEFINE_FINAL_TYPE (MaqRoomPicture, maq_room_picture, GTK_TYPE_WIDGET)

static void
maq_room_picture_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
append_dot (GtkSnapshot   *snapshot,
            float          x,
            float          y,
            float          radius,
            const GdkRGBA *color)
{
  GskRoundedRect dot;

  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius,
                                                              2 * radius), radius);
  maq_palette_append_round (snapshot, &dot, color);
}

/* What stands farther away is smaller. */
static void
maq_room_picture_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MaqRoomPicture *self = MAQ_ROOM_PICTURE (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float radius = DOT_NEAR + (DOT_FAR - DOT_NEAR) * (float) self->distance;
  float reach = width / 2 - DOT_NEAR - 2;
  GskRoundedRect walls;
  GdkRGBA ink;
  GdkRGBA wall;
  GdkRGBA ear;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  wall = maq_palette_fade (&ink, 0.3);
  ear = maq_palette_fade (&ink, 0.45);
  gsk_rounded_rect_init_from_rect (&walls, &GRAPHENE_RECT_INIT (0.5f, 0.5f, width - 1, height - 1),
                                   4);
  maq_palette_append_edge (snapshot, &walls, &wall, 1);
  gtk_snapshot_append_color (snapshot, &ear,
                             &GRAPHENE_RECT_INIT (width / 2 - 3, height - 2, 6, 1.5f));
  append_dot (snapshot, width / 2 + reach * (float) self->pan,
              height - 2 - DOT_NEAR - (height - 2 * DOT_NEAR - 4) * (float) self->distance, radius,
              &ink);
}

static void
maq_room_picture_class_init (MaqRoomPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = maq_room_picture_measure;
  widget_class->snapshot = maq_room_picture_snapshot;
  gtk_widget_class_set_css_name (widget_class, "roompicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maq_room_picture_init (MaqRoomPicture *self)
{
}

GtkWidget *
maq_room_picture_new (void)
{
  return g_object_new (MAQ_TYPE_ROOM_PICTURE, NULL);
}

void
maq_room_picture_show (MaqRoomPicture *self,
                       double          pan,
                       double          distance)
{
  if (self->pan == pan && self->distance == distance)
    return;
  self->pan = pan;
  self->distance = distance;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
