/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-performance.h"

static const MaqStrip plain = { .gain_db = 0.0 };

static MaqPerformance *
make_performance (gpointer       origin,
                  GDestroyNotify origin_free)
{
  MaqNote note = { 0, 960, 0, 60, 100 };
  g_autoptr (MaqPhrase) phrase = maq_phrase_new (&note, 1, -1, -1);
  MaqPhrase *phrases[3] = { phrase, NULL, phrase };
  MaqStrip soloed = { .soloed = TRUE };
  g_autoptr (MaqLane) bass = maq_lane_new (7, "Bass", FALSE, 0, 33, &plain, phrases, 3);
  g_autoptr (MaqLane) kit = maq_lane_new (9, "Drums", TRUE, 0, 0, &soloed, phrases, 3);
  MaqLane *lanes[2] = { bass, kit };
  MaqSpan spans[3] = {
    { 11, 0, 4 * 3840, 120.0, 4, 4, 960, 0, 4, phrase },
    { 12, 4 * 3840, 8 * 3840, 60.0, 4, 4, 960, 4, 8, NULL },
    { 13, 12 * 3840, 2 * 2880, 90.0, 6, 8, 1440, 12, 2, phrase },
  };

  return maq_performance_new (spans, 3, lanes, 2, origin, origin_free);
}

static void
test_finds (void)
{
  g_autoptr (MaqPerformance) self = make_performance (NULL, NULL);

  g_assert_cmpuint (maq_performance_find_span (self, -5), ==, 0);
  g_assert_cmpuint (maq_performance_find_span (self, 0), ==, 0);
  g_assert_cmpuint (maq_performance_find_span (self, 4 * 3840 - 1), ==, 0);
  g_assert_cmpuint (maq_performance_find_span (self, 4 * 3840), ==, 1);
  g_assert_cmpuint (maq_performance_find_span (self, 12 * 3840), ==, 2);
  g_assert_cmpuint (maq_performance_find_span (self, 1000 * 3840), ==, 2);
  g_assert_cmpint (maq_performance_find_span_id (self, 12), ==, 1);
  g_assert_cmpint (maq_performance_find_span_id (self, 99), ==, -1);
  g_assert_cmpint (maq_performance_find_lane_id (self, 9), ==, 1);
  g_assert_cmpint (maq_performance_find_lane_id (self, 8), ==, -1);
  g_assert_true (maq_performance_any_soloed (self));
  g_assert_cmpint (maq_performance_get_length (self), ==, 12 * 3840 + 2 * 2880);
}

static void
test_seconds (void)
{
  g_autoptr (MaqPerformance) self = make_performance (NULL, NULL);

  g_assert_cmpfloat_with_epsilon (maq_performance_ticks_to_seconds (self, 3840), 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (maq_performance_ticks_to_seconds (self, 4 * 3840), 8.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (maq_performance_ticks_to_seconds (self, 5 * 3840), 12.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (maq_performance_ticks_to_seconds (self, 1e9), 44.0, 1e-9);
  for (double ticks = 0.0; ticks < 12 * 3840 + 2 * 2880; ticks += 333.25)
    {
      double seconds = maq_performance_ticks_to_seconds (self, ticks);

      g_assert_cmpfloat_with_epsilon (maq_performance_seconds_to_ticks (self, seconds), ticks,
                                      1e-6);
    }
}

static void
test_changing_tempo (void)
{
  MaqSpan span = { .id = 1, .length_ticks = 2 * 3840, .tempo_qpm = 120.0, .ramp_ticks = 3840,
                   .ramp_tempo_qpm = 60.0 };
  g_autoptr (MaqPerformance) self = NULL;
  double before_qpm = 120.0;
  double until;

  g_assert_cmpfloat (maq_span_get_tempo (&span, 3839.0, &until), ==, 120.0);
  g_assert_cmpfloat (until, ==, 3840.0);
  for (double at = 3840.0; at < 2 * 3840; at = until)
    {
      double tempo_qpm = maq_span_get_tempo (&span, at, &until);

      g_assert_cmpfloat (tempo_qpm, <, before_qpm);
      g_assert_cmpfloat (until, ==, at + MAQ_TEMPO_STEP_TICKS);
      before_qpm = tempo_qpm;
    }
  g_assert_cmpfloat (before_qpm, ==, 60.0);

  self = maq_performance_new (&span, 1, NULL, 0, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (maq_performance_ticks_to_seconds (self, 3840), 2.0, 1e-9);
  /* The mean of 1 / tempo: a little over ln (2) × 2 / 120 because each step is down at once. */
  g_assert_cmpfloat_with_epsilon (maq_performance_ticks_to_seconds (self, 2 * 3840),
                                  2.0 + 4.0 * G_LN2, 0.15);
  for (double ticks = 0.0; ticks < 2 * 3840; ticks += 33.25)
    {
      double seconds = maq_performance_ticks_to_seconds (self, ticks);

      g_assert_cmpfloat_with_epsilon (maq_performance_seconds_to_ticks (self, seconds), ticks,
                                      1e-6);
    }
}

static void
test_empty (void)
{
  g_autoptr (MaqPerformance) self = maq_performance_new (NULL, 0, NULL, 0, NULL, NULL);

  g_assert_cmpint (maq_performance_get_length (self), ==, 0);
  g_assert_cmpuint (maq_performance_find_span (self, 100), ==, 0);
  g_assert_cmpfloat (maq_performance_ticks_to_seconds (self, 100), ==, 0.0);
  g_assert_false (maq_performance_any_soloed (self));
}

static void
let_go_cb (gpointer data)
{
  *(int *) data += 1;
}

static void
test_keeps_origin (void)
{
  int n_freed = 0;
  MaqPerformance *self = make_performance (&n_freed, let_go_cb);
  MaqLane *lane = maq_lane_ref (maq_performance_get_lane (self, 0));

  g_assert_true (maq_performance_get_origin (self) == &n_freed);
  maq_performance_unref (maq_performance_ref (self));
  g_assert_cmpint (n_freed, ==, 0);
  maq_performance_unref (self);
  g_assert_cmpint (n_freed, ==, 1);

  g_assert_cmpstr (maq_lane_get_name (lane), ==, "Bass");
  g_assert_nonnull (maq_lane_get_phrase (lane, 2));
  g_assert_null (maq_lane_get_phrase (lane, 1));
  g_assert_null (maq_lane_get_phrase (lane, 3));
  maq_lane_unref (lane);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/performance/performance/finds", test_finds);
  g_test_add_func ("/performance/performance/seconds", test_seconds);
  g_test_add_func ("/performance/performance/changing-tempo", test_changing_tempo);
  g_test_add_func ("/performance/performance/empty", test_empty);
  g_test_add_func ("/performance/performance/keeps-origin", test_keeps_origin);
  return g_test_run ();
}
