/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Arcs drawn over "As demoed" of the example song. */

#include "maq-form.h"
#include "maq-lanterns.h"

static MaqArc *
get_arc (MaqProject *root,
         MaqArcKind  kind,
         const char *name)
{
  MaqVec *arcs = maq_arrangement_get_fields (maq_project_get_arrangement (root))->arcs;

  for (guint i = 0; arcs != NULL && i < maq_vec_get_length (arcs); i++)
    {
      MaqArc *arc = maq_vec_get (arcs, i);

      if (maq_arc_get_fields (arc)->kind == kind
          && g_strcmp0 (maq_arc_get_fields (arc)->name, name) == 0)
        return arc;
    }
  return NULL;
}

static guint
count_points (MaqArc *arc)
{
  MaqVec *points = arc == NULL ? NULL : maq_arc_get_fields (arc)->points;

  return points == NULL ? 0 : maq_vec_get_length (points);
}

/* How high the arc is so many bars into a section. */
static double
height_at (MaqProject *root,
           MaqArc     *arc,
           const char *name,
           double      bar)
{
  g_autoptr (MaqForm) form = maq_form_new (maq_project_get_current (root),
                                           maq_project_get_arrangement (root));
  g_autoptr (MaqCurve) curve = maq_arc_dup_curve (arc, form);
  int first_bar = maq_form_get_section (form, (guint) section_at (root, name))->first_bar;

  return maq_curve_evaluate (curve, first_bar + bar);
}

static void
point_makes_the_arc (void)
{
  g_autoptr (MaqProject) a = apply (maq_move_arc_point (MAQ_ARC_OTHER, "Hope", section ("Chorus 1"),
                                                        2.5, 7.0, TRUE));
  g_autoptr (MaqProject) b = apply_to (a, maq_move_arc_point (MAQ_ARC_OTHER, "Hope",
                                                              section ("Intro"), 0, 1.0, FALSE));
  MaqArc *arc = get_arc (b, MAQ_ARC_OTHER, "Hope");

  g_assert_null (get_arc (song, MAQ_ARC_OTHER, "Hope"));
  g_assert_cmpuint (count_points (get_arc (a, MAQ_ARC_OTHER, "Hope")), ==, 1);
  g_assert_cmpuint (count_points (arc), ==, 2);
  /* in the order of the song, whatever came first */
  g_assert_cmpuint (maq_arc_point_get_section (maq_vec_get (maq_arc_get_fields (arc)->points, 0)),
                    ==, section ("Intro"));
  g_assert_cmpfloat (height_at (b, arc, "Chorus 1", 2.5), ==, 7.0);
  g_assert_cmpfloat (height_at (b, arc, "Outro", 1), ==, 7.0);
}

static void
point_takes_the_place_of_one (void)
{
  g_autoptr (MaqProject) a = apply (maq_move_arc_point (MAQ_ARC_TENSION, NULL,
                                                        section ("Verse 1"), 4, 3.0, FALSE));
  g_autoptr (MaqProject) b = apply_to (a, maq_move_arc_point (MAQ_ARC_TENSION, NULL,
                                                              section ("Verse 1"), 4, 6.0, FALSE));
  g_autoptr (MaqProject) same
    = apply_to (b, maq_move_arc_point (MAQ_ARC_TENSION, NULL, section ("Verse 1"), 4, 6.0, FALSE));

  g_assert_cmpuint (count_points (get_arc (b, MAQ_ARC_TENSION, NULL)), ==, 1);
  g_assert_cmpfloat (height_at (b, get_arc (b, MAQ_ARC_TENSION, NULL), "Verse 1", 4), ==, 6.0);
  g_assert_true (same == b);
}

static void
last_point_takes_the_arc (void)
{
  g_autoptr (MaqProject) a = apply (maq_move_arc_point (MAQ_ARC_TENSION, NULL,
                                                        section ("Verse 1"), 4, 3.0, FALSE));
  g_autoptr (MaqProject) b = apply_to (a, maq_move_delete_arc_point (MAQ_ARC_TENSION, NULL,
                                                                     section ("Verse 1"), 4));

  g_assert_null (get_arc (b, MAQ_ARC_TENSION, NULL));
  g_assert_true (maq_arrangement_equal (maq_project_get_arrangement (b),
                                        maq_project_get_arrangement (song)));
}

static void
points_move_with_their_section (void)
{
  g_autoptr (MaqProject) a = apply (maq_move_arc_point (MAQ_ARC_TENSION, NULL,
                                                        section ("Chorus 1"), 1, 9.0, FALSE));
  g_autoptr (MaqProject) b = apply_to (a, maq_move_arc_point (MAQ_ARC_TENSION, NULL,
                                                              section ("Outro"), 0, 2.0, FALSE));
  g_autoptr (MaqProject) moved = apply_to (b, maq_move_move_section (section ("Chorus 1"), 10));
  g_autoptr (MaqProject) longer = apply_to (b, maq_move_resize_section (section ("Intro"), 20));

  g_assert_cmpfloat (height_at (moved, get_arc (moved, MAQ_ARC_TENSION, NULL), "Chorus 1", 1), ==,
                     9.0);
  g_assert_cmpuint (maq_arc_point_get_section (
                      maq_vec_get (maq_arc_get_fields (get_arc (moved, MAQ_ARC_TENSION,
                                                                NULL))->points, 0)),
                    ==, section ("Outro"));
  g_assert_cmpfloat (height_at (longer, get_arc (longer, MAQ_ARC_TENSION, NULL), "Chorus 1", 1),
                     ==, 9.0);
}

static void
point_is_shifted (void)
{
  g_autoptr (MaqProject) a = apply (maq_move_arc_point (MAQ_ARC_TENSION, NULL,
                                                        section ("Verse 1"), 4, 3.0, TRUE));
  g_autoptr (MaqProject) b
    = apply_to (a, maq_move_shift_arc_point (MAQ_ARC_TENSION, NULL, section ("Verse 1"), 4,
                                             section ("Chorus 1"), 1.5, 8.0));
  g_autoptr (MaqProject) back
    = apply_to (b, maq_move_shift_arc_point (MAQ_ARC_TENSION, NULL, section ("Chorus 1"), 1.5,
                                             section ("Verse 1"), 4, 3.0));
  g_autoptr (MaqProject) higher
    = apply_to (a, maq_move_shift_arc_point (MAQ_ARC_TENSION, NULL, section ("Verse 1"), 4,
                                             section ("Verse 1"), 4, 5.0));

  g_assert_cmpuint (count_points (get_arc (b, MAQ_ARC_TENSION, NULL)), ==, 1);
  g_assert_cmpfloat (height_at (b, get_arc (b, MAQ_ARC_TENSION, NULL), "Chorus 1", 1.5), ==, 8.0);
  g_assert_true (maq_arrangement_equal (maq_project_get_arrangement (back),
                                        maq_project_get_arrangement (a)));
  g_assert_cmpfloat (height_at (higher, get_arc (higher, MAQ_ARC_TENSION, NULL), "Verse 1", 4),
                     ==, 5.0);
  assert_refused (maq_move_shift_arc_point (MAQ_ARC_TENSION, NULL, section ("Verse 1"), 4,
                                            section ("Verse 1"), 4, 5.0),
                  MAQ_MOVE_ERROR_NOT_THERE, "no longer");
}

static void
shapes_are_laid_over_the_form (void)
{
  for (guint shape = 0; shape < MAQ_N_ARC_SHAPES; shape++)
    {
      g_autoptr (MaqProject) result = apply (maq_move_shape_arc (MAQ_ARC_ENERGY, NULL, shape));
      MaqArc *arc = get_arc (result, MAQ_ARC_ENERGY, NULL);

      g_assert_cmpuint (count_points (arc), ==,
                        maq_arrangement_get_n_sections (maq_project_get_arrangement (result)));
      g_assert_cmpstr (maq_arc_shape_get_label (shape), !=, "");
      for (double at = 0.0; at <= 1.0; at += 0.01)
        {
          g_assert_cmpfloat (maq_arc_shape_get_value (shape, at), >=, 0.0);
          g_assert_cmpfloat (maq_arc_shape_get_value (shape, at), <=, 10.0);
        }
    }
}

/* What their names promise. */
static void
shapes_are_what_they_are_called (void)
{
  for (double at = 0.1; at <= 1.0; at += 0.1)
    g_assert_cmpfloat (maq_arc_shape_get_value (MAQ_ARC_SHAPE_CLIMB, at), >,
                       maq_arc_shape_get_value (MAQ_ARC_SHAPE_CLIMB, at - 0.1));
  g_assert_cmpfloat (maq_arc_shape_get_value (MAQ_ARC_SHAPE_ARCH, 0.5), >,
                     maq_arc_shape_get_value (MAQ_ARC_SHAPE_ARCH, 0.0) + 5.0);
  g_assert_cmpfloat (maq_arc_shape_get_value (MAQ_ARC_SHAPE_ARCH, 0.5), >,
                     maq_arc_shape_get_value (MAQ_ARC_SHAPE_ARCH, 1.0) + 5.0);
  g_assert_cmpfloat (maq_arc_shape_get_value (MAQ_ARC_SHAPE_LATE_BLOOM, 0.5), <, 5.0);
  g_assert_cmpfloat (maq_arc_shape_get_value (MAQ_ARC_SHAPE_LATE_BLOOM, 0.9), >, 8.0);
  g_assert_cmpfloat (maq_arc_shape_get_value (MAQ_ARC_SHAPE_DROP, 4.0 / 7.0), <, 3.0);
  g_assert_cmpfloat (maq_arc_shape_get_value (MAQ_ARC_SHAPE_DROP, 5.0 / 7.0), >, 9.0);
  g_assert_cmpfloat (maq_arc_shape_get_value (MAQ_ARC_SHAPE_TWO_PEAKS, 2.0 / 6.0), >,
                     maq_arc_shape_get_value (MAQ_ARC_SHAPE_TWO_PEAKS, 0.5) + 2.0);
  g_assert_cmpfloat (maq_arc_shape_get_value (MAQ_ARC_SHAPE_TWO_PEAKS, 5.0 / 6.0), >,
                     maq_arc_shape_get_value (MAQ_ARC_SHAPE_TWO_PEAKS, 2.0 / 6.0));
}

static void
refuses_in_words (void)
{
  assert_refused (maq_move_arc_point (MAQ_ARC_OTHER, NULL, section ("Intro"), 0, 5, FALSE),
                  MAQ_MOVE_ERROR_BAD_VALUE, "needs a name");
  assert_refused (maq_move_arc_point (MAQ_ARC_ENERGY, NULL, section ("Intro"), 0, 11, FALSE),
                  MAQ_MOVE_ERROR_BAD_VALUE, "height");
  assert_refused (maq_move_arc_point (MAQ_ARC_ENERGY, NULL, section ("Intro"), -1, 5, FALSE),
                  MAQ_MOVE_ERROR_BAD_VALUE, "bar");
  assert_refused (maq_move_arc_point (MAQ_ARC_ENERGY, NULL, 77777, 0, 5, FALSE),
                  MAQ_MOVE_ERROR_NOT_THERE, "section");
  assert_refused (maq_move_delete_arc_point (MAQ_ARC_ENERGY, NULL, section ("Intro"), 3.75),
                  MAQ_MOVE_ERROR_NOT_THERE, "no longer");
  assert_refused (maq_move_delete_arc (MAQ_ARC_OTHER, "Nothing"), MAQ_MOVE_ERROR_NOT_THERE,
                  "no longer");
}

static void
labels (void)
{
  assert_label (maq_move_arc_point (MAQ_ARC_ENERGY, NULL, section ("Intro"), 0, 5, FALSE),
                "Energy in Intro: 5.0");
  assert_label (maq_move_arc_point (MAQ_ARC_OTHER, "Hope", section ("Intro"), 0, 5, FALSE),
                "Hope in Intro: 5.0");
  assert_label (maq_move_shape_arc (MAQ_ARC_TENSION, NULL, MAQ_ARC_SHAPE_ARCH), "Tension: Arch");
  assert_label (maq_move_delete_arc (MAQ_ARC_ENERGY, NULL), "Energy: no arc");
}

static const LanternsTest tests[] = {
  { "/moves/arc/point-makes-the-arc", point_makes_the_arc },
  { "/moves/arc/point-takes-the-place-of-one", point_takes_the_place_of_one },
  { "/moves/arc/last-point-takes-the-arc", last_point_takes_the_arc },
  { "/moves/arc/points-move-with-their-section", points_move_with_their_section },
  { "/moves/arc/point-is-shifted", point_is_shifted },
  { "/moves/arc/shapes-are-laid-over-the-form", shapes_are_laid_over_the_form },
  { "/moves/arc/shapes-are-what-they-are-called", shapes_are_what_they_are_called },
  { "/moves/arc/refuses-in-words", refuses_in_words },
  { "/moves/arc/labels", labels },
};

int
main (int    argc,
      char **argv)
{
  return lanterns_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
