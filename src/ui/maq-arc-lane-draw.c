/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc-lane-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-raster.h"

/* How far apart the points are between which the line of a curve is straight. */
#define LINE_STEP 3.0

/* Where points are nearer than this on average, the line is a thicket in which nobody sees how
 * smooth an edge is, and smooth edges of a thicket take the longest. */
#define FINE_MIN_PX 8.0

/* A long line takes the software renderer a fifth of a frame: while the view is scrolled, it is
 * kept as pixels, in tiles of so many units, of which a view and its surroundings are kept. */
#define TILE_WIDTH 480
#define N_TILES_MAX 16

/* What is measured is an area in the colour of its section, */
#define SHADE_MEASURED 0.42
#define SHADE_MEASURED_CONTRAST 0.7
/* what it lacks is shaded in the line's colour, what it has too much in the ink's. */
#define SHADE_LACK 0.22
#define SHADE_EXCESS 0.20

static double
x_to_bar (MaqArcLane *self,
          double      x)
{
  return maq_timeline_metrics_x_to_bar (self->metrics, x + self->metrics->scroll_x);
}

static int
bar_to_x (MaqArcLane *self,
          double      bar)
{
  return maq_timeline_metrics_bar_to_x (self->metrics, bar) - self->metrics->scroll_x;
}

static void
append_column (GtkSnapshot   *snapshot,
               int            x,
               int            end,
               double         top,
               double         bottom,
               const GdkRGBA *color)
{
  if (end > x && bottom > top)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT (x, (float) top, end - x,
                                                    (float) (bottom - top)));
}

/* One bar, or several where they are narrower than a pixel. */
static void
draw_bar (MaqArcLane           *self,
          GtkSnapshot          *snapshot,
          const MaqFormSection *place,
          double                heard,
          int                   bar,
          int                   n_bars)
{
  const MaqPalette *palette = self->palette;
  int x = bar_to_x (self, place->first_bar + bar);
  int end = bar_to_x (self, place->first_bar + bar + n_bars);
  double top = maq_arc_lane_value_to_y (self, heard);
  double bottom = maq_arc_lane_value_to_y (self, 0.0);
  GdkRGBA area = maq_palette_fade (&palette->kinds[maq_section_get_kind (place->section)],
                                   palette->high_contrast ? SHADE_MEASURED_CONTRAST
                                                          : SHADE_MEASURED);
  GdkRGBA lack = maq_palette_fade (&palette->accent, SHADE_LACK);
  GdkRGBA excess = maq_palette_fade (&palette->foreground, SHADE_EXCESS);
  double meant;

  append_column (snapshot, x, end, top, bottom, &area);
  append_column (snapshot, x, end, top, top + 1.5, &palette->foreground);
  if (self->curve == NULL)
    return;
  meant = maq_arc_lane_value_to_y (self, maq_curve_evaluate (self->curve, place->first_bar + bar +
                                                                          n_bars / 2.0));
  if (meant < top)
    append_column (snapshot, x, end, meant, top, &lack);
  else
    append_column (snapshot, x, end, top, meant, &excess);
}

static void
draw_section (MaqArcLane  *self,
              GtkSnapshot *snapshot,
              guint        index)
{
  const MaqFormSection *place = maq_form_get_section (maq_editor_get_form (self->editor), index);
  double heard;
  int step = (int) MAX (ceil (1.0 / self->metrics->px_per_bar), 1.0);
  int first = (int) floor (x_to_bar (self, 0)) - place->first_bar;
  int end = (int) ceil (x_to_bar (self, self->view_width)) - place->first_bar;

  for (int bar = MAX (first, 0); bar < MIN (end, place->bars); bar += step)
    if (maq_arc_lane_get_heard (self, index, bar, &heard))
      draw_bar (self, snapshot, place, heard, bar, MIN (step, place->bars - bar));
}

/* In units from the start of the song. */
static void
stroke_line (MaqArcLane *self,
             cairo_t    *cr,
             int         start,
             int         end)
{
  const GdkRGBA *color = &self->palette->accent;
  int song_end = maq_timeline_metrics_get_width (self->metrics);

  cairo_rectangle (cr, start, 0, MIN (end, song_end) - start,
                   gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_clip (cr);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_set_line_width (cr, 2.5);
  if (song_end < FINE_MIN_PX * maq_curve_get_n_points (self->curve))
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  /* the points are so near that no corner shows, and round ones take the longest of all */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  for (double x = start - 2 * LINE_STEP; x < end + 3 * LINE_STEP; x += LINE_STEP)
    cairo_line_to (cr, x, maq_arc_lane_value_to_y (
                            self, maq_curve_evaluate (self->curve, maq_timeline_metrics_x_to_bar (
                                                                     self->metrics, x))));
  cairo_stroke (cr);
}

static MaqRaster *
create_tile (MaqArcLane *self,
             int         index)
{
  int width = TILE_WIDTH * self->line.scale;
  int height = self->line.height * self->line.scale;
  guint32 *pixels = g_new0 (guint32, (gsize) width * (gsize) height);
  cairo_surface_t *surface =
    cairo_image_surface_create_for_data ((guchar *) pixels, CAIRO_FORMAT_ARGB32, width, height,
                                         width * (int) sizeof *pixels);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, self->line.scale, self->line.scale);
  cairo_translate (cr, -index * TILE_WIDTH, 0);
  stroke_line (self, cr, index * TILE_WIDTH, (index + 1) * TILE_WIDTH);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return maq_raster_new (pixels, width, height);
}

static void
draw_tiles (MaqArcLane  *self,
            GtkSnapshot *snapshot,
            int          end)
{
  int scroll_x = self->metrics->scroll_x;

  if (g_hash_table_size (self->tiles) > N_TILES_MAX)
    g_hash_table_remove_all (self->tiles);
  for (int index = scroll_x / TILE_WIDTH; index * TILE_WIDTH < end; index++)
    {
      MaqRaster *tile = g_hash_table_lookup (self->tiles, GINT_TO_POINTER (index));

      if (tile == NULL)
        {
          tile = create_tile (self, index);
          g_hash_table_insert (self->tiles, GINT_TO_POINTER (index), tile);
        }
      maq_raster_append (tile, snapshot, GTK_WIDGET (self),
                         &GRAPHENE_RECT_INIT (index * TILE_WIDTH - scroll_x, 0, TILE_WIDTH,
                                              self->line.height));
    }
}

/* Whether the line is as it was drawn last. */
static gboolean
is_same_line (MaqArcLane *self)
{
  const MaqArcLine before = self->line;

  self->line = (MaqArcLine) {
    .px_per_bar = self->metrics->px_per_bar,
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .scale = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
    .generation = self->generation,
    .color = self->palette->accent,
  };
  return before.px_per_bar == self->line.px_per_bar && before.height == self->line.height &&
         before.scale == self->line.scale && before.generation == self->line.generation &&
         gdk_rgba_equal (&before.color, &self->line.color);
}

static void
draw_line (MaqArcLane  *self,
           GtkSnapshot *snapshot)
{
  int scroll_x = self->metrics->scroll_x;
  int width = MIN (bar_to_x (self, maq_timeline_metrics_get_bars (self->metrics)),
                   self->view_width);
  cairo_t *cr;

  if (self->curve == NULL || width <= 0)
    return;
  if (is_same_line (self) && maq_raster_suits (GTK_WIDGET (self)))
    {
      draw_tiles (self, snapshot, scroll_x + width);
      return;
    }
  g_hash_table_remove_all (self->tiles);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, self->line.height));
  cairo_translate (cr, -scroll_x, 0);
  stroke_line (self, cr, scroll_x, scroll_x + width);
  cairo_destroy (cr);
}

/* What each section would come to, dashed. */
static void
draw_proposed (MaqArcLane  *self,
               GtkSnapshot *snapshot)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  guint n = MIN (maq_form_get_n_sections (form), maq_follow_get_n_sections (self->proposed));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  const double dashes[] = { 5.0, 3.0 };
  GdkRGBA color = self->palette->foreground;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, self->view_width,
                                                                          height));

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  cairo_set_line_width (cr, 2.0);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  for (guint i = 0; i < n; i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);
      double y = maq_arc_lane_value_to_y (self, maq_follow_get_section (self->proposed, i)->after);

      cairo_line_to (cr, bar_to_x (self, place->first_bar), y);
      cairo_line_to (cr, bar_to_x (self, place->first_bar + place->bars), y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_ground (MaqArcLane  *self,
             GtkSnapshot *snapshot)
{
  static const double heights[] = { 0.0, 5.0, 10.0 };
  int end = MIN (bar_to_x (self, maq_timeline_metrics_get_bars (self->metrics)),
                 self->view_width);

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      double y = maq_arc_lane_value_to_y (self, heights[i]);

      append_column (snapshot, 0, end, y, y + 1, &self->palette->line);
    }
}

static void
draw_hint (MaqArcLane  *self,
           GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = maq_palette_create_layout (GTK_WIDGET (self), 0.85,
                                                              PANGO_WEIGHT_NORMAL);
  GdkRGBA ink = maq_palette_fade (&self->palette->foreground, MAQ_INK_SOFT);
  /* between two lines, not across one */
  float y = (float) maq_arc_lane_value_to_y (self, 10.0) + 4;
  GskRoundedRect box;
  int width;
  int height;

  pango_layout_set_text (layout, _("Double-click where the song should rise and let go"), -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  /* what is measured may stand behind it */
  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (4, y - 2, (float) width + 12,
                                                              (float) height + 4), 6);
  maq_palette_append_round (snapshot, &box, &self->palette->ground);
  maq_palette_append_layout (snapshot, layout, 10, y, &ink);
}

void
maq_arc_lane_draw (MaqArcLane  *self,
                   GtkSnapshot *snapshot)
{
  guint index;
  guint end;

  if (self->editor == NULL || maq_timeline_metrics_get_bars (self->metrics) == 0)
    return;
  draw_ground (self, snapshot);
  if (self->kind == MAQ_ARC_ENERGY || self->kind == MAQ_ARC_TENSION)
    {
      maq_timeline_metrics_visible_sections (self->metrics, self->view_width, &index, &end);
      for (; index < end; index++)
        draw_section (self, snapshot, index);
    }
  draw_line (self, snapshot);
  if (self->proposed != NULL && self->kind == MAQ_ARC_ENERGY)
    draw_proposed (self, snapshot);
  if (self->curve == NULL)
    draw_hint (self, snapshot);
}
