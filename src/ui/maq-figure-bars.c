/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-figure-bars.h"

#include <math.h>
#include <string.h>

#include "maq-palette.h"

#define WIDTH 72
#define HEIGHT 24
#define MARK 2.0f

/* Narrower columns stand without a gap between them. */
#define GAP_MIN_PX 3.0

struct _MaqFigureBars
{
  GtkWidget  parent_instance;

  double    *heard;
  double    *meant;     /* NULL for none */
  guint      n_bars;
};

G_DEFINE_FINAL_TYPE (MaqFigureBars, maq_figure_bars, GTK_TYPE_WIDGET)

static void
maq_figure_bars_finalize (GObject *object)
{
  MaqFigureBars *self = MAQ_FIGURE_BARS (object);

  g_free (self->heard);
  g_free (self->meant);
  G_OBJECT_CLASS (maq_figure_bars_parent_class)->finalize (object);
}

static void
maq_figure_bars_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

/* One column for each bar, or for each pixel where there are more bars than those. */
static void
append_column (MaqFigureBars *self,
               GtkSnapshot   *snapshot,
               guint          column,
               double         step,
               guint          bar,
               float          height)
{
  float x = (float) (column * step);
  float width = (float) (step >= GAP_MIN_PX ? step - 1.0 : step);
  GdkRGBA ink;
  GdkRGBA fill;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  fill = maq_palette_fade (&ink, 0.75);
  if (self->heard[bar] >= 0)
    {
      float top = MAX (1.0f, (float) self->heard[bar] * height);

      gtk_snapshot_append_color (snapshot, &fill,
                                 &GRAPHENE_RECT_INIT (x, height - top, width, top));
    }
  if (self->meant != NULL && self->meant[bar] >= 0)
    {
      GdkRGBA mark;

      gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                      "window_fg_color", &mark);
      gtk_snapshot_append_color (snapshot, &mark,
                                 &GRAPHENE_RECT_INIT (x, (height - MARK) *
                                                         (1 - (float) self->meant[bar]),
                                                      (float) step, MARK));
    }
}

static void
maq_figure_bars_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MaqFigureBars *self = MAQ_FIGURE_BARS (widget);
  int width = gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  guint n_columns = MIN (self->n_bars, (guint) MAX (width, 1));

  for (guint i = 0; i < n_columns; i++)
    append_column (self, snapshot, i, (double) width / n_columns,
                   (guint) ((guint64) i * self->n_bars / n_columns), height);
}

static void
maq_figure_bars_class_init (MaqFigureBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_figure_bars_finalize;
  widget_class->measure = maq_figure_bars_measure;
  widget_class->snapshot = maq_figure_bars_snapshot;
  gtk_widget_class_set_css_name (widget_class, "figurebars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
maq_figure_bars_init (MaqFigureBars *self)
{
}

GtkWidget *
maq_figure_bars_new (void)
{
  return g_object_new (MAQ_TYPE_FIGURE_BARS, NULL);
}

static gboolean
same (const double *a,
      const double *b,
      guint         n)
{
  return (a == NULL) == (b == NULL) && (a == NULL || memcmp (a, b, n * sizeof *a) == 0);
}

void
maq_figure_bars_show (MaqFigureBars *self,
                      const double  *heard,
                      const double  *meant,
                      guint          n_bars)
{
  if (self->n_bars == n_bars && same (self->heard, heard, n_bars) &&
      same (self->meant, meant, n_bars))
    return;
  g_free (self->heard);
  g_free (self->meant);
  self->heard = g_memdup2 (heard, n_bars * sizeof *heard);
  self->meant = meant == NULL ? NULL : g_memdup2 (meant, n_bars * sizeof *meant);
  self->n_bars = n_bars;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
