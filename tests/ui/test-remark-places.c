/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where remarks are: in time, on the timeline, and one after the other.
 */

#include "maq-move.h"
#include "maq-new-song.h"
#include "maq-remark-places.h"

static MaqProject *root;

static void
step (MaqMove *move)
{
  g_autoptr (MaqMove) taken = move;
  g_autoptr (MaqProject) before = root;
  g_autoptr (GError) error = NULL;

  root = maq_move_apply (taken, before, &error);
  g_assert_no_error (error);
}

static MaqId
section (guint index)
{
  return maq_section_get_id (maq_arrangement_get_section (maq_project_get_arrangement (root),
                                                          index));
}

static MaqId
layer (guint index)
{
  return maq_layer_get_id (maq_arrangement_get_layer (maq_project_get_arrangement (root), index));
}

static GArray *
list (void)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  g_autoptr (MaqForm) form = maq_form_new (maq_project_get_current (root), arrangement);

  return maq_remark_places_new (arrangement, form);
}

static const MaqRemarkPlace *
at (GArray *places,
    guint   index)
{
  return &g_array_index (places, MaqRemarkPlace, index);
}

static MaqId
id_of (const char *text)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    {
      const MaqRemarkFields *fields =
        maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));

      if (g_str_equal (fields->text, text))
        return fields->id;
    }
  g_assert_not_reached ();
}

/* New Song: Intro 4, Verse 1 8, Chorus 1 8, … */
static void
set_up (void)
{
  g_clear_pointer (&root, maq_project_unref);
  root = maq_new_song_create ();
  step (maq_move_add_remark (MAQ_REMARK_NOTE, section (2), MAQ_ID_NONE, 3, NULL, "chorus"));
  step (maq_move_add_remark (MAQ_REMARK_NOTE, section (1), layer (2), 7, NULL, "verse"));
  step (maq_move_add_remark (MAQ_REMARK_NOTE, MAQ_ID_NONE, MAQ_ID_NONE, 0, NULL, "song"));
  step (maq_move_add_remark (MAQ_REMARK_NOTE, section (2), MAQ_ID_NONE, 4, NULL, "next bar"));
  step (maq_move_remark_state (id_of ("next bar"), MAQ_REMARK_AGREED));
}

static void
come_in_the_order_of_time (void)
{
  g_autoptr (GArray) places = NULL;

  set_up ();
  places = list ();
  g_assert_cmpuint (places->len, ==, 4);
  g_assert_cmpuint (at (places, 0)->id, ==, id_of ("song"));
  g_assert_cmpint (at (places, 0)->bar, ==, 0);
  g_assert_cmpint (at (places, 0)->section, ==, -1);
  g_assert_cmpuint (at (places, 1)->id, ==, id_of ("verse"));
  g_assert_cmpint (at (places, 1)->bar, ==, 11);
  g_assert_cmpint (at (places, 1)->layer, ==, 2);
  g_assert_cmpint (at (places, 2)->bar, ==, 15);
  g_assert_cmpint (at (places, 3)->bar, ==, 16);
  g_assert_false (at (places, 3)->is_open);
  g_assert_cmpint (maq_remark_places_find (places, id_of ("chorus")), ==, 2);
  g_assert_cmpint (maq_remark_places_find (places, 0xdead), ==, -1);
}

static void
move_with_what_they_hang_on (void)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) shorter = NULL;

  set_up ();
  step (maq_move_move_section (section (2), 0));
  places = list ();
  g_assert_cmpint (at (places, maq_remark_places_find (places, id_of ("chorus")))->bar, ==, 3);
  g_assert_cmpint (at (places, maq_remark_places_find (places, id_of ("verse")))->bar, ==, 19);
  /* what is now behind its section's end shows in its last bar */
  step (maq_move_resize_section (section (2), 2));
  shorter = list ();
  g_assert_cmpint (at (shorter, maq_remark_places_find (shorter, id_of ("verse")))->bar, ==, 13);
}

static void
fold_where_they_are_narrow (void)
{
  static const int bars[] = { 4, 8, 8 };
  MaqTimelineMetrics metrics;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) wide = NULL;
  g_autoptr (GArray) narrow = NULL;

  set_up ();
  places = list ();
  maq_timeline_metrics_init (&metrics);
  maq_timeline_metrics_lay_out (&metrics, bars, G_N_ELEMENTS (bars), 5);
  metrics.px_per_bar = 40;
  wide = maq_remark_places_fold (places, &metrics);
  g_assert_cmpuint (wide->len, ==, 4);
  g_assert_cmpint (g_array_index (wide, MaqRemarkSignPlace, 1).layer, ==, 2);
  g_assert_cmpint (g_array_index (wide, MaqRemarkSignPlace, 1).x, ==, 440);
  g_assert_false (g_array_index (wide, MaqRemarkSignPlace, 3).is_open);
  metrics.px_per_bar = 4;
  narrow = maq_remark_places_fold (places, &metrics);
  g_assert_cmpuint (narrow->len, ==, 3);
  g_assert_cmpuint (g_array_index (narrow, MaqRemarkSignPlace, 2).n, ==, 2);
  g_assert_true (g_array_index (narrow, MaqRemarkSignPlace, 2).is_open);
  maq_timeline_metrics_clear (&metrics);
}

static void
are_walked_through (void)
{
  g_autoptr (GArray) places = NULL;
  guint rank = 0;

  set_up ();
  places = list ();
  g_assert_cmpint (maq_remark_places_step (places, -1, 0, 1), ==, 0);
  g_assert_cmpint (maq_remark_places_step (places, -1, 0.1, 1), ==, 1);
  g_assert_cmpint (maq_remark_places_step (places, -1, 12, 1), ==, 2);
  g_assert_cmpint (maq_remark_places_step (places, -1, 12, -1), ==, 1);
  g_assert_cmpint (maq_remark_places_step (places, 1, 0, 1), ==, 2);
  g_assert_cmpint (maq_remark_places_step (places, 1, 0, -1), ==, 0);
  g_assert_cmpint (maq_remark_places_step (places, 0, 0, -1), ==, -1);
  /* what people have agreed on is passed over */
  g_assert_cmpint (maq_remark_places_step (places, 2, 0, 1), ==, -1);
  g_assert_cmpint (maq_remark_places_step (places, -1, 90, -1), ==, 2);
  g_assert_cmpuint (maq_remark_places_count (places, 1, &rank), ==, 3);
  g_assert_cmpuint (rank, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remark-places/come-in-the-order-of-time", come_in_the_order_of_time);
  g_test_add_func ("/remark-places/move-with-what-they-hang-on", move_with_what_they_hang_on);
  g_test_add_func ("/remark-places/fold-where-they-are-narrow", fold_where_they_are_narrow);
  g_test_add_func ("/remark-places/are-walked-through", are_walked_through);
  result = g_test_run ();
  g_clear_pointer (&root, maq_project_unref);
  return result;
}
