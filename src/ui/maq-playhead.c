/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-playhead.h"

#define KNOB_HEIGHT 11

struct _MaqPlayhead
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MaqPlayhead, maq_playhead, GTK_TYPE_WIDGET)

static void
maq_playhead_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  float middle = MAQ_PLAYHEAD_WIDTH / 2.0f;
  float height = gtk_widget_get_height (widget);
  GskRoundedRect knob;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gsk_rounded_rect_init_from_rect (&knob, &GRAPHENE_RECT_INIT (0.5f, 0, MAQ_PLAYHEAD_WIDTH - 1,
                                                              KNOB_HEIGHT), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, &color, &knob.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (middle - 0.75f, KNOB_HEIGHT / 2.0f, 1.5f,
                                                  MAX (height - KNOB_HEIGHT / 2.0f, 0)));
}

static void
maq_playhead_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAQ_PLAYHEAD_WIDTH : 0;
}

static void
maq_playhead_class_init (MaqPlayheadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = maq_playhead_snapshot;
  widget_class->measure = maq_playhead_measure;
  gtk_widget_class_set_css_name (widget_class, "playhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maq_playhead_init (MaqPlayhead *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
maq_playhead_new (void)
{
  return g_object_new (MAQ_TYPE_PLAYHEAD, NULL);
}
