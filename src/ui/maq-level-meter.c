/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-level-meter.h"

#include <math.h>

#define FLOOR_DB -48.0
#define FALL_PER_FRAME 0.012
#define BAR_GAP 2

struct _MaqLevelMeter
{
  GtkWidget parent_instance;

  double    levels[2];  /* 0 to 1 of its length */
  gboolean  is_upright; /* with one bar, from the bottom up */
};

G_DEFINE_FINAL_TYPE (MaqLevelMeter, maq_level_meter, GTK_TYPE_WIDGET)

static double
to_level (float peak)
{
  if (peak <= 0)
    return 0;
  return CLAMP (1.0 - 20.0 * log10 (peak) / FLOOR_DB, 0.0, 1.0);
}

/* A round ended bar, and how much of it is full. */
static void
append_bar (GtkSnapshot           *snapshot,
            const graphene_rect_t *bar,
            const graphene_rect_t *full,
            const GdkRGBA         *color)
{
  GdkRGBA ground = *color;
  GskRoundedRect box;

  ground.alpha = 0.22f;
  gsk_rounded_rect_init_from_rect (&box, bar, MIN (bar->size.width, bar->size.height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &ground, bar);
  gtk_snapshot_append_color (snapshot, color, full);
  gtk_snapshot_pop (snapshot);
}

static void
maq_level_meter_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MaqLevelMeter *self = MAQ_LEVEL_METER (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float bar = (height - BAR_GAP) / 2.0f;
  float full = (float) (height * self->levels[0]);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (self->is_upright)
    append_bar (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height),
                &GRAPHENE_RECT_INIT (0, height - full, width, full), &color);
  else
    for (guint i = 0; i < 2; i++)
      append_bar (snapshot, &GRAPHENE_RECT_INIT (0, i * (bar + BAR_GAP), width, bar),
                  &GRAPHENE_RECT_INIT (0, i * (bar + BAR_GAP),
                                       (float) (width * self->levels[i]), bar), &color);
}

static void
maq_level_meter_class_init (MaqLevelMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = maq_level_meter_snapshot;
  gtk_widget_class_set_css_name (widget_class, "levelmeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maq_level_meter_init (MaqLevelMeter *self)
{
}

GtkWidget *
maq_level_meter_new_upright (void)
{
  MaqLevelMeter *self = g_object_new (MAQ_TYPE_LEVEL_METER, NULL);

  self->is_upright = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "upright");
  return GTK_WIDGET (self);
}

void
maq_level_meter_push (MaqLevelMeter *self,
                      float          left,
                      float          right)
{
  double before[2] = { self->levels[0], self->levels[1] };

  self->levels[0] = MAX (to_level (left), self->levels[0] - FALL_PER_FRAME);
  self->levels[1] = MAX (to_level (right), self->levels[1] - FALL_PER_FRAME);
  self->levels[0] = MAX (self->levels[0], 0);
  self->levels[1] = MAX (self->levels[1], 0);
  if (before[0] != self->levels[0] || before[1] != self->levels[1])
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
maq_level_meter_is_at_rest (MaqLevelMeter *self)
{
  return self->levels[0] <= 0 && self->levels[1] <= 0;
}
