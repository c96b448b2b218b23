/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-curve.h"

#include <math.h>

static void
test_straight (void)
{
  static const MaqCurvePoint points[] = { { 0, 2 }, { 4, 6 }, { 8, 6 }, { 10, 0 } };
  g_autoptr(MaqCurve) curve = maq_curve_new (points, G_N_ELEMENTS (points));

  g_assert_cmpfloat (maq_curve_evaluate (curve, -5), ==, 2);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 0), ==, 2);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 1), ==, 3);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 4), ==, 6);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 6), ==, 6);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 9), ==, 3);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 10), ==, 0);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 99), ==, 0);
  g_assert_cmpfloat (maq_curve_evaluate (curve, NAN), ==, 2);
  g_assert_cmpuint (maq_curve_get_n_points (curve), ==, 4);
  g_assert_cmpfloat (maq_curve_get_point (curve, 3)->x, ==, 10);
}

static void
test_jump (void)
{
  static const MaqCurvePoint points[] = {
    { 0, 1, TRUE }, { 4, 3, TRUE }, { 4, 9, TRUE }, { 8, 9, TRUE },
  };
  g_autoptr(MaqCurve) curve = maq_curve_new (points, G_N_ELEMENTS (points));

  g_assert_cmpfloat_with_epsilon (maq_curve_evaluate (curve, 3.999999), 3, 1e-5);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 4), ==, 9);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 6), ==, 9);
}

static void
test_single (void)
{
  static const MaqCurvePoint point = { 3, 7, TRUE };
  g_autoptr(MaqCurve) curve = maq_curve_new (&point, 1);

  g_assert_cmpfloat (maq_curve_evaluate (curve, 0), ==, 7);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 3), ==, 7);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 9), ==, 7);
}

static void
test_smooth (void)
{
  static const MaqCurvePoint points[] = { { 0, 0, TRUE }, { 2, 10, TRUE } };
  g_autoptr(MaqCurve) curve = maq_curve_new (points, G_N_ELEMENTS (points));

  g_assert_cmpfloat_with_epsilon (maq_curve_evaluate (curve, 1), 5, 1e-12);
  g_assert_cmpfloat_with_epsilon (maq_curve_evaluate (curve, 0.5), 1.5625, 1e-12);
  g_assert_cmpfloat_with_epsilon (maq_curve_evaluate (curve, 1.5), 8.4375, 1e-12);
}

/* Over random points: through each of them, never outside of two neighbours,
 * never against their direction, and without corners where it is smooth. */
static void
test_random (void)
{
  for (int i = 0; i < 300; i++)
    {
      MaqCurvePoint points[12];
      g_autoptr(MaqCurve) curve = NULL;

      for (int p = 0; p < 12; p++)
        points[p] = (MaqCurvePoint) { p == 0 ? 0 : points[p - 1].x
                                                     + g_test_rand_double_range (0.1, 5),
                                      g_test_rand_int_range (0, 11), TRUE };
      curve = maq_curve_new (points, 12);
      for (int p = 0; p + 1 < 12; p++)
        {
          double width = points[p + 1].x - points[p].x;
          double sign = points[p + 1].y >= points[p].y ? 1 : -1;
          double before = points[p].y;

          g_assert_cmpfloat (maq_curve_evaluate (curve, points[p].x), ==, points[p].y);
          for (int s = 1; s <= 50; s++)
            {
              double y = maq_curve_evaluate (curve, points[p].x + width * s / 50.5);

              g_assert_cmpfloat ((y - before) * sign, >=, -1e-9);
              g_assert_cmpfloat ((points[p + 1].y - y) * sign, >=, -1e-9);
              before = y;
            }
          if (p > 0)
            {
              double e = 1e-7;
              double y = points[p].y;
              double left = (y - maq_curve_evaluate (curve, points[p].x - e)) / e;
              double right = (maq_curve_evaluate (curve, points[p].x + e) - y) / e;

              g_assert_cmpfloat_with_epsilon (left, right, 0.01);
            }
        }
    }
}

static void
test_equal (void)
{
  static const MaqCurvePoint points[] = { { 0, 0 }, { 2, 10 } };
  static const MaqCurvePoint smooth[] = { { 0, 0, TRUE }, { 2, 10 } };
  g_autoptr(MaqCurve) curve = maq_curve_new (points, 2);
  g_autoptr(MaqCurve) same = maq_curve_new (points, 2);
  g_autoptr(MaqCurve) shorter = maq_curve_new (points, 1);
  g_autoptr(MaqCurve) other = maq_curve_new (smooth, 2);

  g_assert_true (maq_curve_equal (curve, same));
  g_assert_false (maq_curve_equal (curve, shorter));
  g_assert_false (maq_curve_equal (curve, other));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/curve/straight", test_straight);
  g_test_add_func ("/base/curve/jump", test_jump);
  g_test_add_func ("/base/curve/single", test_single);
  g_test_add_func ("/base/curve/smooth", test_smooth);
  g_test_add_func ("/base/curve/random", test_random);
  g_test_add_func ("/base/curve/equal", test_equal);
  return g_test_run ();
}
