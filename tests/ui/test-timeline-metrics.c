/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-timeline-metrics.h"

static const int song_bars[] = { 4, 8, 8, 2, 16 };

static void
set_up (MaqTimelineMetrics *metrics,
        double              px_per_bar)
{
  maq_timeline_metrics_init (metrics);
  maq_timeline_metrics_lay_out (metrics, song_bars, G_N_ELEMENTS (song_bars), 6);
  metrics->px_per_bar = px_per_bar;
}

static void
test_neighbours_share_edges (void)
{
  MaqTimelineMetrics metrics;

  maq_timeline_metrics_init (&metrics);
  maq_timeline_metrics_lay_out (&metrics, song_bars, G_N_ELEMENTS (song_bars), 6);
  for (double zoom = 0.05; zoom < 200.0; zoom *= 1.083)
    {
      int x = 0;

      metrics.px_per_bar = zoom;
      for (guint i = 0; i < metrics.n_sections; i++)
        {
          MaqBox box = maq_timeline_metrics_section_box (&metrics, i);

          g_assert_cmpint (box.x, ==, x);
          g_assert_cmpint (box.width, >=, 0);
          x += box.width;
        }
      g_assert_cmpint (x, ==, maq_timeline_metrics_get_width (&metrics));
    }
  maq_timeline_metrics_clear (&metrics);
}

static void
test_place_and_back (void)
{
  MaqTimelineMetrics metrics;

  set_up (&metrics, 13.7);
  g_assert_cmpint (maq_timeline_metrics_get_bars (&metrics), ==, 38);
  for (int bar = 0; bar <= 38; bar++)
    {
      int x = maq_timeline_metrics_bar_to_x (&metrics, bar);

      g_assert_cmpfloat_with_epsilon (maq_timeline_metrics_x_to_bar (&metrics, x), bar, 0.04);
    }
  for (guint section = 0; section < metrics.n_sections; section++)
    for (guint layer = 0; layer < metrics.n_layers; layer++)
      {
        MaqBox box = maq_timeline_metrics_cell_box (&metrics, section, layer);

        g_assert_cmpint (maq_timeline_metrics_section_at (&metrics, box.x), ==, section);
        g_assert_cmpint (maq_timeline_metrics_section_at (&metrics, box.x + box.width - 0.5),
                         ==, section);
        g_assert_cmpint (maq_timeline_metrics_layer_at (&metrics, box.y), ==, layer);
        g_assert_cmpint (maq_timeline_metrics_layer_at (&metrics, box.y + box.height - 1),
                         ==, layer);
      }
  g_assert_cmpint (maq_timeline_metrics_section_at (&metrics, -1), ==, -1);
  g_assert_cmpint (maq_timeline_metrics_section_at (&metrics, 100000), ==, -1);
  g_assert_cmpint (maq_timeline_metrics_layer_at (&metrics, 100000), ==, -1);
  maq_timeline_metrics_clear (&metrics);
}

static void
assert_hit (const MaqTimelineMetrics *metrics,
            double                    x,
            double                    y,
            MaqZone                   zone,
            int                       section,
            int                       layer)
{
  MaqHit hit = maq_timeline_metrics_hit (metrics, x, y);

  g_assert_cmpint (hit.zone, ==, zone);
  g_assert_cmpint (hit.section, ==, section);
  g_assert_cmpint (hit.layer, ==, layer);
}

static void
test_hit (void)
{
  MaqTimelineMetrics metrics;
  int top;
  int left;

  set_up (&metrics, 20);
  top = maq_timeline_metrics_get_top (&metrics);
  left = metrics.head_width;
  assert_hit (&metrics, 3, 3, MAQ_ZONE_CORNER, -1, -1);
  assert_hit (&metrics, 3, top + 3, MAQ_ZONE_LAYER, -1, 0);
  assert_hit (&metrics, left + 3, 3, MAQ_ZONE_RULER, 0, -1);
  assert_hit (&metrics, left + 20, metrics.ruler_height + 3, MAQ_ZONE_SECTION, 0, -1);
  assert_hit (&metrics, left + 20, top - 3, MAQ_ZONE_CHORDS, 0, -1);
  assert_hit (&metrics, left + 90, top + metrics.row_height + 3, MAQ_ZONE_CELL, 1, 1);
  assert_hit (&metrics, left + 90, top + 100000, MAQ_ZONE_NONE, 1, -1);

  /* handles win over bodies, on both sides of the line and after the last section */
  assert_hit (&metrics, left + 78, metrics.ruler_height + 3, MAQ_ZONE_SECTION_EDGE, 0, -1);
  assert_hit (&metrics, left + 82, metrics.ruler_height + 3, MAQ_ZONE_SECTION_EDGE, 0, -1);
  assert_hit (&metrics, left + 38 * 20 + 3, top - 3, MAQ_ZONE_SECTION_EDGE, 4, -1);
  assert_hit (&metrics, left + 38 * 20 + 9, top - 3, MAQ_ZONE_NONE, -1, -1);

  metrics.scroll_x = 80;
  metrics.scroll_y = metrics.row_height;
  assert_hit (&metrics, left + 10, top + 3, MAQ_ZONE_CELL, 1, 1);
  assert_hit (&metrics, 3, top + 3, MAQ_ZONE_LAYER, -1, 1);
  maq_timeline_metrics_clear (&metrics);
}

/* However far a finger reaches, it finds the nearest end and leaves each section its middle. */
static void
test_edges_for_fingers (void)
{
  const int reach = 22;
  MaqTimelineMetrics metrics;

  set_up (&metrics, 14);
  for (guint i = 0; i < metrics.n_sections; i++)
    {
      MaqBox box = maq_timeline_metrics_section_box (&metrics, i);
      int end = box.x + box.width;

      g_assert_cmpint (maq_timeline_metrics_edge_at (&metrics, end, reach), ==, i);
      g_assert_cmpint (maq_timeline_metrics_edge_at (&metrics, end - MIN (reach, box.width / 3) + 1,
                                                     reach), ==, i);
      g_assert_cmpint (maq_timeline_metrics_edge_at (&metrics, box.x + box.width / 2.0, reach), ==,
                       -1);
      if (box.width > 3 * reach)
        g_assert_cmpint (maq_timeline_metrics_edge_at (&metrics, end - reach - 1, reach), ==, -1);
    }
  g_assert_cmpint (maq_timeline_metrics_edge_at (&metrics, -1, reach), ==, -1);
  maq_timeline_metrics_clear (&metrics);
}

static void
test_unmirror (void)
{
  MaqTimelineMetrics metrics;
  const int width = 900;
  int left;

  set_up (&metrics, 20);
  left = metrics.head_width;
  g_assert_cmpfloat (maq_timeline_metrics_unmirror (&metrics, width, 0), ==, left);
  g_assert_cmpfloat (maq_timeline_metrics_unmirror (&metrics, width, 100.5), ==, left + 100.5);
  g_assert_cmpfloat (maq_timeline_metrics_unmirror (&metrics, width, width - left), ==, 0);
  g_assert_cmpfloat (maq_timeline_metrics_unmirror (&metrics, width, width - 1), ==, left - 1);
  maq_timeline_metrics_clear (&metrics);
}

static void
test_visible (void)
{
  MaqTimelineMetrics metrics;
  guint first;
  guint end;

  set_up (&metrics, 10);
  for (int scroll = 0; scroll < 380; scroll += 7)
    for (int width = 1; width < 300; width += 13)
      {
        metrics.scroll_x = scroll;
        maq_timeline_metrics_visible_sections (&metrics, width, &first, &end);
        for (guint i = 0; i < metrics.n_sections; i++)
          {
            MaqBox box = maq_timeline_metrics_section_box (&metrics, i);
            gboolean shows = box.x < scroll + width && box.x + box.width > scroll;

            g_assert_cmpint (shows, ==, i >= first && i < end);
          }
      }
  metrics.scroll_y = metrics.row_height + 1;
  maq_timeline_metrics_visible_layers (&metrics, metrics.row_height, &first, &end);
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (end, ==, 3);
  maq_timeline_metrics_visible_layers (&metrics, 100000, &first, &end);
  g_assert_cmpuint (end, ==, 6);
  maq_timeline_metrics_clear (&metrics);
}

static void
test_zoom_keeps_place (void)
{
  MaqTimelineMetrics metrics;

  set_up (&metrics, 24);
  metrics.scroll_x = 300;
  for (int i = 0; i < 12; i++)
    {
      double view_x = metrics.head_width + 210;
      double before = maq_timeline_metrics_x_to_bar (&metrics, 210 + metrics.scroll_x);

      maq_timeline_metrics_zoom (&metrics, metrics.px_per_bar * 1.19, view_x);
      g_assert_cmpfloat_with_epsilon (
        maq_timeline_metrics_x_to_bar (&metrics, 210 + metrics.scroll_x), before, 0.05);
    }
  maq_timeline_metrics_zoom (&metrics, 1e9, 0);
  g_assert_cmpfloat (metrics.px_per_bar, ==, MAQ_ZOOM_MAX);
  maq_timeline_metrics_zoom (&metrics, 0, 0);
  g_assert_cmpfloat (metrics.px_per_bar, ==, MAQ_ZOOM_MIN);
  g_assert_cmpfloat_with_epsilon (maq_timeline_metrics_fit (80, 960), 12, 1e-9);
  maq_timeline_metrics_clear (&metrics);
}

static void
test_drag (void)
{
  const guint beside[] = { 1, 2 };
  const guint apart[] = { 0, 3 };
  MaqTimelineMetrics metrics;

  set_up (&metrics, 10);
  g_assert_cmpint (maq_timeline_metrics_edge_beats (&metrics, 1, 40 + 83, MAQ_SNAP_BAR, 4), ==,
                   8 * 4);
  g_assert_cmpint (maq_timeline_metrics_edge_beats (&metrics, 1, 40 + 117, MAQ_SNAP_BAR, 3), ==,
                   12 * 3);
  g_assert_cmpint (maq_timeline_metrics_edge_beats (&metrics, 1, -50, MAQ_SNAP_BAR, 4), ==, 4);
  g_assert_cmpint (maq_timeline_metrics_edge_beats (&metrics, 1, 40 + 83, MAQ_SNAP_BEAT, 4), ==,
                   8 * 4 + 1);
  g_assert_cmpint (maq_timeline_metrics_edge_beats (&metrics, 1, 40 + 93, MAQ_SNAP_TWO_BARS, 4),
                   ==, 10 * 4);
  g_assert_cmpint (maq_timeline_metrics_edge_beats (&metrics, 1, 40 + 93, MAQ_SNAP_FOUR_BARS, 4),
                   ==, 8 * 4);
  g_assert_cmpint (maq_timeline_metrics_edge_beats (&metrics, 1, 40 + 3, MAQ_SNAP_FOUR_BARS, 4),
                   ==, 4 * 4);

  g_assert_cmpuint (maq_timeline_metrics_drop_sections (&metrics, &(guint) { 0 }, 1, 10), ==, 0);
  g_assert_cmpuint (maq_timeline_metrics_drop_sections (&metrics, &(guint) { 0 }, 1, 90), ==, 1);
  g_assert_cmpuint (maq_timeline_metrics_drop_sections (&metrics, &(guint) { 0 }, 1, 9000), ==, 4);
  g_assert_cmpuint (maq_timeline_metrics_drop_sections (&metrics, &(guint) { 4 }, 1, 5), ==, 0);
  g_assert_cmpuint (maq_timeline_metrics_drop_sections (&metrics, beside, 2, 9000), ==, 3);
  g_assert_cmpuint (maq_timeline_metrics_drop_sections (&metrics, beside, 2, 90), ==, 1);
  g_assert_cmpuint (maq_timeline_metrics_drop_sections (&metrics, apart, 2, 9000), ==, 3);
  g_assert_cmpuint (maq_timeline_metrics_drop_sections (&metrics, apart, 2, 90), ==, 1);
  g_assert_cmpuint (maq_timeline_metrics_drop_sections (&metrics, NULL, 0, 9000), ==, 5);
  g_assert_cmpuint (maq_timeline_metrics_drop_layer (&metrics, 2, 0).to, ==, 0);
  g_assert_cmpuint (maq_timeline_metrics_drop_layer (&metrics, 2, 100000).to, ==, 5);

  g_assert_cmpfloat (maq_timeline_metrics_snap (&metrics, 3.4, FALSE), ==, 3.0);
  g_assert_cmpfloat (maq_timeline_metrics_snap (&metrics, 3.4, TRUE), ==, 3.4);
  g_assert_cmpfloat (maq_timeline_metrics_snap (&metrics, 99, FALSE), ==, 38.0);
  g_assert_cmpint (maq_timeline_metrics_label_step (&metrics, 48), ==, 8);
  maq_timeline_metrics_clear (&metrics);
}

/* The closer it is looked at, the finer an end catches. */
static void
test_snap (void)
{
  MaqTimelineMetrics metrics;

  set_up (&metrics, 10);
  g_assert_cmpint (maq_timeline_metrics_get_snap (&metrics), ==, MAQ_SNAP_BAR);
  maq_timeline_metrics_zoom (&metrics, 200, 0);
  g_assert_cmpint (maq_timeline_metrics_get_snap (&metrics), ==, MAQ_SNAP_BEAT);
  maq_timeline_metrics_zoom (&metrics, 4, 0);
  g_assert_cmpint (maq_timeline_metrics_get_snap (&metrics), ==, MAQ_SNAP_TWO_BARS);
  maq_timeline_metrics_zoom (&metrics, 2, 0);
  g_assert_cmpint (maq_timeline_metrics_get_snap (&metrics), ==, MAQ_SNAP_FOUR_BARS);
  maq_timeline_metrics_clear (&metrics);
}

static void
test_clock_step (void)
{
  g_assert_cmpint (maq_timeline_metrics_clock_step (100, 60), ==, 1);
  g_assert_cmpint (maq_timeline_metrics_clock_step (5, 60), ==, 15);
  g_assert_cmpint (maq_timeline_metrics_clock_step (3.9, 60), ==, 30);
  g_assert_cmpint (maq_timeline_metrics_clock_step (0.001, 60), ==, 21600);
}

static void
test_zoom_to (void)
{
  MaqTimelineMetrics metrics;

  set_up (&metrics, 12);
  maq_timeline_metrics_zoom_to (&metrics, 10, 20, 1000);
  g_assert_cmpfloat_with_epsilon (metrics.px_per_bar, 92, 0.01);
  g_assert_cmpint (maq_timeline_metrics_bar_to_x (&metrics, 15) - metrics.scroll_x, ==, 500);
  maq_timeline_metrics_zoom_to (&metrics, 0, 1, 1000);
  g_assert_cmpfloat (metrics.px_per_bar, ==, MAQ_ZOOM_MAX);
  g_assert_cmpint (metrics.scroll_x, ==, 0);
  maq_timeline_metrics_clear (&metrics);
}

static void
test_reveal (void)
{
  g_assert_cmpint (maq_timeline_metrics_reveal (100, 200, 150, 180, 10), ==, 100);
  g_assert_cmpint (maq_timeline_metrics_reveal (100, 200, 20, 60, 10), ==, 10);
  g_assert_cmpint (maq_timeline_metrics_reveal (100, 200, 400, 450, 10), ==, 260);
  /* what is larger than the view shows its beginning */
  g_assert_cmpint (maq_timeline_metrics_reveal (0, 200, 500, 900, 10), ==, 490);
}

static void
test_empty (void)
{
  MaqTimelineMetrics metrics;
  guint first;
  guint end;

  maq_timeline_metrics_init (&metrics);
  maq_timeline_metrics_lay_out (&metrics, NULL, 0, 0);
  maq_timeline_metrics_visible_sections (&metrics, 500, &first, &end);
  g_assert_cmpuint (first, ==, end);
  maq_timeline_metrics_visible_layers (&metrics, 500, &first, &end);
  g_assert_cmpuint (first, ==, end);
  assert_hit (&metrics, 500, 60, MAQ_ZONE_NONE, -1, -1);
  maq_timeline_metrics_clear (&metrics);
}

/* Layers 1 and 2 are folded into a row, 3 to 5 stand below a band. */
static void
set_up_groups (MaqTimelineMetrics *metrics)
{
  const MaqRowGroup groups[] = { { .first = 1, .end = 3, .is_folded = TRUE },
                                 { .first = 3, .end = 5 } };

  set_up (metrics, 10);
  maq_timeline_metrics_group (metrics, groups, G_N_ELEMENTS (groups));
}

static void
test_groups (void)
{
  MaqTimelineMetrics metrics;
  MaqTimelineMetrics copy;
  int row;
  int height;
  int last;
  guint first;
  guint end;

  set_up_groups (&metrics);
  row = metrics.row_height;
  g_assert_cmpint (maq_timeline_metrics_layer_y (&metrics, 1), ==, row);
  g_assert_cmpint (maq_timeline_metrics_layer_y (&metrics, 2), ==, row);
  g_assert_cmpint (maq_timeline_metrics_layer_y (&metrics, 3), ==, 2 * row + MAQ_BAND_HEIGHT);
  last = maq_timeline_metrics_layer_y (&metrics, 5);
  g_assert_cmpint (last, ==, 4 * row + MAQ_BAND_HEIGHT);
  g_assert_cmpint (maq_timeline_metrics_get_height (&metrics), ==, last + row);
  g_assert_cmpint (maq_timeline_metrics_group_y (&metrics, &metrics.groups[1], &height), ==,
                   2 * row);
  g_assert_cmpint (height, ==, MAQ_BAND_HEIGHT);
  for (int y = 0; y < last + row; y++)
    {
      int layer = maq_timeline_metrics_layer_at (&metrics, y);

      g_assert_cmpint (layer, ==, y < row ? 0 : y < 2 * row ? 1
                                      : y < 3 * row + MAQ_BAND_HEIGHT ? 3 : y < last ? 4 : 5);
    }
  metrics.scroll_y = row + 3;
  maq_timeline_metrics_visible_layers (&metrics, row - 4, &first, &end);
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (end, ==, 3);
  maq_timeline_metrics_init (&copy);
  maq_timeline_metrics_copy (&copy, &metrics);
  maq_timeline_metrics_clear (&metrics);
  g_assert_cmpint (maq_timeline_metrics_layer_y (&copy, 5), ==, last);
  maq_timeline_metrics_fit_rows (&copy, 4 * 40 + MAQ_BAND_HEIGHT + 40, 10, 100);
  g_assert_cmpint (copy.row_height, ==, 40);
  maq_timeline_metrics_clear (&copy);
}

static void
test_groups_with_hands (void)
{
  MaqTimelineMetrics metrics;
  MaqRowDrop drop;
  int top;
  int row;

  set_up_groups (&metrics);
  top = maq_timeline_metrics_get_top (&metrics);
  row = metrics.row_height;
  assert_hit (&metrics, 5, top + row + 5, MAQ_ZONE_GROUP, -1, 1);
  assert_hit (&metrics, 5, top + 2 * row + 5, MAQ_ZONE_GROUP, -1, 3);
  assert_hit (&metrics, metrics.head_width + 5, top + 2 * row + 5, MAQ_ZONE_GROUP, -1, 3);
  assert_hit (&metrics, metrics.head_width + 5, top + row + 5, MAQ_ZONE_CELL, 0, 1);
  assert_hit (&metrics, 5, top + 2 * row + MAQ_BAND_HEIGHT + 1, MAQ_ZONE_LAYER, -1, 3);

  g_assert_cmpint (maq_timeline_metrics_step_layer (&metrics, 0, 1), ==, 2);
  g_assert_cmpint (maq_timeline_metrics_step_layer (&metrics, 2, 1), ==, 3);
  g_assert_cmpint (maq_timeline_metrics_step_layer (&metrics, 3, -1), ==, 1);
  g_assert_cmpint (maq_timeline_metrics_step_layer (&metrics, 1, -1), ==, 0);
  g_assert_cmpint (maq_timeline_metrics_step_layer (&metrics, 0, -1), ==, -1);
  g_assert_cmpint (maq_timeline_metrics_step_layer (&metrics, 5, 1), ==, 5);

  drop = maq_timeline_metrics_drop_layer (&metrics, 0, row * 1.5);
  g_assert_true (drop.group == &metrics.groups[0] && drop.to == 2);
  drop = maq_timeline_metrics_drop_layer (&metrics, 0, row * 1.9);
  g_assert_true (drop.group == NULL && drop.to == 2);
  drop = maq_timeline_metrics_drop_layer (&metrics, 0, 2 * row + 2);
  g_assert_true (drop.group == NULL && drop.to == 2);
  drop = maq_timeline_metrics_drop_layer (&metrics, 0, 2 * row + MAQ_BAND_HEIGHT - 2);
  g_assert_true (drop.group == &metrics.groups[1] && drop.to == 2);
  drop = maq_timeline_metrics_drop_layer (&metrics, 5, 3.9 * row + MAQ_BAND_HEIGHT);
  g_assert_true (drop.group == &metrics.groups[1] && drop.to == 5);
  drop = maq_timeline_metrics_drop_layer (&metrics, 4, 4.2 * row + MAQ_BAND_HEIGHT);
  g_assert_true (drop.group == NULL && drop.to == 4);

  g_assert_cmpuint (maq_timeline_metrics_drop_group (&metrics, row * 0.4), ==, 0);
  g_assert_cmpuint (maq_timeline_metrics_drop_group (&metrics, row * 0.6), ==, 1);
  g_assert_cmpuint (maq_timeline_metrics_drop_group (&metrics, 2.6 * row + MAQ_BAND_HEIGHT), ==, 5);
  g_assert_cmpuint (maq_timeline_metrics_drop_group (&metrics, 100000), ==, 6);
  maq_timeline_metrics_clear (&metrics);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/timeline-metrics/neighbours-share-edges", test_neighbours_share_edges);
  g_test_add_func ("/ui/timeline-metrics/place-and-back", test_place_and_back);
  g_test_add_func ("/ui/timeline-metrics/hit", test_hit);
  g_test_add_func ("/ui/timeline-metrics/edges-for-fingers", test_edges_for_fingers);
  g_test_add_func ("/ui/timeline-metrics/unmirror", test_unmirror);
  g_test_add_func ("/ui/timeline-metrics/visible", test_visible);
  g_test_add_func ("/ui/timeline-metrics/zoom-keeps-place", test_zoom_keeps_place);
  g_test_add_func ("/ui/timeline-metrics/drag", test_drag);
  g_test_add_func ("/ui/timeline-metrics/clock-step", test_clock_step);
  g_test_add_func ("/ui/timeline-metrics/zoom-to", test_zoom_to);
  g_test_add_func ("/ui/timeline-metrics/snap", test_snap);
  g_test_add_func ("/ui/timeline-metrics/reveal", test_reveal);
  g_test_add_func ("/ui/timeline-metrics/empty", test_empty);
  g_test_add_func ("/ui/timeline-metrics/groups", test_groups);
  g_test_add_func ("/ui/timeline-metrics/groups-with-hands", test_groups_with_hands);
  return g_test_run ();
}
