/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawings kept as pixels: drawn once each, as they would have been, and not without end. */

#include "maq-stamps.h"

#define WIDTH 8
#define HEIGHT 4

static GtkWidget *window;

static void
draw_cb (GtkSnapshot *snapshot,
         gpointer     user_data)
{
  const GdkRGBA red = { 1, 0, 0, 1 };

  ++*(int *) user_data;
  gtk_snapshot_append_color (snapshot, &red, &GRAPHENE_RECT_INIT (2, 1, 3, 2));
}

static void
test_pixels_are_those_of_the_node (void)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (MaqRaster) raster = NULL;
  const guint32 *pixels;
  int n_drawn = 0;

  draw_cb (snapshot, &n_drawn);
  node = gtk_snapshot_free_to_node (snapshot);
  raster = maq_raster_new_for_node (node, WIDTH, HEIGHT, 2);
  pixels = maq_raster_get_pixels (raster);
  g_assert_cmpint (maq_raster_get_width (raster), ==, 2 * WIDTH);
  g_assert_cmpint (maq_raster_get_height (raster), ==, 2 * HEIGHT);
  for (int y = 0; y < 2 * HEIGHT; y++)
    for (int x = 0; x < 2 * WIDTH; x++)
      g_assert_cmphex (pixels[y * 2 * WIDTH + x], ==,
                       x >= 4 && x < 10 && y >= 2 && y < 6 ? 0xffff0000 : 0);
}

static GskRenderNode *
append (MaqStamps      *stamps,
        const MaqStamp *stamp,
        int            *n_drawn)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  maq_stamps_append (stamps, stamp, snapshot, window, draw_cb, n_drawn);
  return gtk_snapshot_free_to_node (snapshot);
}

/* What a node draws outlives the stamp that it was made with. */
static void
test_each_is_drawn_once (void)
{
  MaqStamps *stamps = maq_stamps_new ();
  MaqStamp stamp = { .look = 3, .width = WIDTH, .height = HEIGHT };
  g_autoptr (GskRenderNode) first = NULL;
  g_autoptr (GskRenderNode) second = NULL;
  g_autoptr (GskRenderNode) other = NULL;
  g_autoptr (GskRenderNode) wider = NULL;
  g_autoptr (MaqRaster) drawn = NULL;
  int n_drawn = 0;

  if (!maq_raster_suits (window))
    {
      g_test_skip ("no software renderer");
      maq_stamps_free (stamps);
      return;
    }
  first = append (stamps, &stamp, &n_drawn);
  second = append (stamps, &stamp, &n_drawn);
  g_assert_cmpint (n_drawn, ==, 1);
  stamp.look = 4;
  other = append (stamps, &stamp, &n_drawn);
  g_assert_cmpint (n_drawn, ==, 2);
  stamp.width++;
  wider = append (stamps, &stamp, &n_drawn);
  g_assert_cmpint (n_drawn, ==, 3);
  maq_stamps_free (stamps);
  drawn = maq_raster_new_for_node (second, WIDTH, HEIGHT, 1);
  g_assert_cmphex (maq_raster_get_pixels (drawn)[WIDTH + 1], ==, 0);
  g_assert_cmphex (maq_raster_get_pixels (drawn)[WIDTH + 2], ==, 0xffff0000);
  g_assert_cmphex (maq_raster_get_pixels (drawn)[WIDTH + 5], ==, 0);
}

static void
test_what_is_kept_is_bounded (void)
{
  MaqStamps *stamps = maq_stamps_new ();
  int n_drawn = 0;

  for (guint i = 0; i < 100; i++)
    {
      const MaqStamp stamp = { .look = i, .width = 500, .height = 250 };
      g_autoptr (GskRenderNode) node = append (stamps, &stamp, &n_drawn);

      g_assert_cmpuint (maq_stamps_size (stamps), <=, 17 * 1024 * 1024);
    }
  maq_stamps_clear (stamps);
  g_assert_cmpuint (maq_stamps_size (stamps), ==, 0);
  maq_stamps_free (stamps);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  if (!gtk_init_check ())
    return 77;
  g_test_init (&argc, &argv, NULL);
  window = gtk_window_new ();
  gtk_widget_realize (window);
  g_test_add_func ("/ui/stamps/pixels-are-those-of-the-node", test_pixels_are_those_of_the_node);
  g_test_add_func ("/ui/stamps/each-is-drawn-once", test_each_is_drawn_once);
  g_test_add_func ("/ui/stamps/what-is-kept-is-bounded", test_what_is_kept_is_bounded);
  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  return status;
}
