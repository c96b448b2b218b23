/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-ruler.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-bar-map.h"
#include "maq-timeline-child.h"

#define BAR_LABEL_MIN_PX 34
#define CLOCK_MIN_PX 64
#define CLOCK_TEXT_PX 40
#define BEATS_MIN_PX 72

struct _MaqRuler
{
  GtkWidget                 parent_instance;

  const MaqPalette         *palette;
  const MaqTimelineMetrics *metrics;
  MaqForm                  *form;
  PangoLayout              *layout;
  double                    loop_start_bar;
  double                    loop_end_bar;
  double                    target_bar;  /* below 0: nothing is said */
};

G_DEFINE_FINAL_TYPE (MaqRuler, maq_ruler, GTK_TYPE_WIDGET)

static float
bar_x (MaqRuler *self,
       double    bar)
{
  return maq_timeline_metrics_bar_to_x (self->metrics, bar) - self->metrics->scroll_x;
}

static void
append_text (MaqRuler      *self,
             GtkSnapshot   *snapshot,
             const char    *text,
             float          x,
             float          y,
             const GdkRGBA *ink)
{
  pango_layout_set_text (self->layout, text, -1);
  maq_palette_append_layout (snapshot, self->layout, x, y, ink);
}

static void
snapshot_loop (MaqRuler    *self,
               GtkSnapshot *snapshot)
{
  GdkRGBA fill = maq_palette_fade (&self->palette->accent, 0.25);
  float x0 = bar_x (self, self->loop_start_bar);
  float x1 = bar_x (self, self->loop_end_bar);
  float height = gtk_widget_get_height (GTK_WIDGET (self));

  if (x1 <= x0)
    return;
  gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (x0, 0, x1 - x0, height));
  gtk_snapshot_append_color (snapshot, &self->palette->accent,
                             &GRAPHENE_RECT_INIT (x0, 0, x1 - x0, 3));
  gtk_snapshot_append_color (snapshot, &self->palette->accent,
                             &GRAPHENE_RECT_INIT (x0, 0, 2, height));
  gtk_snapshot_append_color (snapshot, &self->palette->accent,
                             &GRAPHENE_RECT_INIT (x1 - 2, 0, 2, height));
}

static void
snapshot_bars (MaqRuler    *self,
               GtkSnapshot *snapshot,
               int          width)
{
  int step = maq_timeline_metrics_label_step (self->metrics, BAR_LABEL_MIN_PX);
  int bars = maq_timeline_metrics_get_bars (self->metrics);
  double left = maq_timeline_metrics_x_to_bar (self->metrics, self->metrics->scroll_x);
  GdkRGBA ink = maq_palette_fade (&self->palette->foreground, MAQ_INK_SOFT);

  for (int bar = MAX ((int) left / step * step, 0); bar < bars; bar += step)
    {
      float x = bar_x (self, bar);
      char text[16];

      if (x > width)
        break;
      g_snprintf (text, sizeof text, "%d", bar + 1);
      gtk_snapshot_append_color (snapshot, &self->palette->line, &GRAPHENE_RECT_INIT (x, 4, 1, 14));
      append_text (self, snapshot, text, x + 4, 3, &ink);
    }
}

/* Round times, wherever they fall among the bars. */
static void
snapshot_clock (MaqRuler    *self,
                GtkSnapshot *snapshot,
                int          width)
{
  double length = maq_form_get_seconds (self->form);
  int bars = maq_timeline_metrics_get_bars (self->metrics);
  double left = maq_timeline_metrics_x_to_bar (self->metrics, self->metrics->scroll_x);
  int step = maq_timeline_metrics_clock_step (self->metrics->px_per_bar * bars / MAX (length, 1),
                                              CLOCK_MIN_PX);
  GdkRGBA ink = maq_palette_fade (&self->palette->foreground, MAQ_INK_FAINT);
  float free_x = -CLOCK_MIN_PX;

  for (int seconds = (int) maq_bar_map_to_seconds (self->form, left) / step * step;
       seconds < length; seconds += step)
    {
      double bar = maq_bar_map_from_ticks (self->form, (double) maq_form_seconds_to_ticks (
                                                         self->form, seconds));
      float x = bar_x (self, bar);
      g_autofree char *text = maq_bar_map_dup_clock (seconds);

      if (x > width)
        break;
      gtk_snapshot_append_color (snapshot, &self->palette->line, &GRAPHENE_RECT_INIT (x, 21, 1, 9));
      /* where the tempo drops, times come closer together */
      if (x < free_x)
        continue;
      append_text (self, snapshot, text, x + 4, 18, &ink);
      free_x = x + CLOCK_TEXT_PX;
    }
}

/* Beats, where there is room to aim at them. */
static void
snapshot_beats (MaqRuler    *self,
                GtkSnapshot *snapshot,
                int          width)
{
  int bars = maq_timeline_metrics_get_bars (self->metrics);
  int first = (int) maq_timeline_metrics_x_to_bar (self->metrics, self->metrics->scroll_x);

  if (self->metrics->px_per_bar < BEATS_MIN_PX)
    return;
  for (int bar = MAX (first, 0); bar < bars && bar_x (self, bar) <= width; bar++)
    {
      MaqPosition place = maq_form_find_bar (self->form, bar);
      guint n_beats = maq_meter_n_beats (maq_form_get_bar_meter (self->form, place.section,
                                                                 place.bar));

      for (guint beat = 1; beat < n_beats; beat++)
        gtk_snapshot_append_color (snapshot, &self->palette->line,
                                   &GRAPHENE_RECT_INIT (bar_x (self, bar + (double) beat / n_beats),
                                                        4, 1, 5));
    }
}

/* A flag where the song should end. */
static void
snapshot_target (MaqRuler    *self,
                 GtkSnapshot *snapshot)
{
  float x = bar_x (self, self->target_bar);
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  const GdkRGBA *ink = &self->palette->foreground;

  if (self->target_bar < 0)
    return;
  gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT (x, 0, 1.5f, height));
  gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT (x - 7, 0, 7, 6));
}

static void
maq_ruler_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  MaqRuler *self = MAQ_RULER (widget);
  int width = gtk_widget_get_width (widget);

  if (self->form == NULL)
    return;
  if (self->layout == NULL)
    self->layout = maq_palette_create_layout (widget, 0.8, PANGO_WEIGHT_NORMAL);
  snapshot_loop (self, snapshot);
  snapshot_beats (self, snapshot, width);
  snapshot_bars (self, snapshot, width);
  snapshot_clock (self, snapshot, width);
  snapshot_target (self, snapshot);
}

static void
maq_ruler_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (maq_ruler_parent_class)->css_changed (widget, change);
  g_clear_object (&MAQ_RULER (widget)->layout);
  gtk_widget_queue_draw (widget);
}

static void
maq_ruler_finalize (GObject *object)
{
  MaqRuler *self = MAQ_RULER (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->form, maq_form_unref);
  G_OBJECT_CLASS (maq_ruler_parent_class)->finalize (object);
}

static void
maq_ruler_class_init (MaqRulerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_ruler_finalize;
  widget_class->snapshot = maq_ruler_snapshot;
  widget_class->css_changed = maq_ruler_css_changed;
  gtk_widget_class_set_css_name (widget_class, "ruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maq_ruler_init (MaqRuler *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               _("Click to go there; Ctrl-drag to repeat a stretch"));
  maq_timeline_child_quiet (GTK_WIDGET (self));
}

GtkWidget *
maq_ruler_new (const MaqPalette         *palette,
               const MaqTimelineMetrics *metrics)
{
  MaqRuler *self = g_object_new (MAQ_TYPE_RULER, NULL);

  self->palette = palette;
  self->metrics = metrics;
  return GTK_WIDGET (self);
}

void
maq_ruler_show (MaqRuler *self,
                MaqForm  *form,
                double    target_bar)
{
  maq_form_ref (form);
  g_clear_pointer (&self->form, maq_form_unref);
  self->form = form;
  self->target_bar = target_bar;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
maq_ruler_set_loop (MaqRuler *self,
                    double    start_bar,
                    double    end_bar)
{
  if (self->loop_start_bar == start_bar && self->loop_end_bar == end_bar)
    return;
  self->loop_start_bar = start_bar;
  self->loop_end_bar = end_bar;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
