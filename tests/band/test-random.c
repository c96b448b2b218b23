/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "band-fixture.h"
#include "band-rules.h"
#include "maq-random-move.h"
#include "maq-random-song.h"

/* Properties over songs that nobody would write. */

#define N_PROJECTS 60
#define N_WALKS    12
#define N_STEPS    40

static MaqStyleLibrary *styles;

static void
test_rules (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_PROJECTS && !g_test_failed (); i++)
    {
      g_autoptr (MaqProject) project = maq_any_project (rand, &maq_any_small);
      g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);

      for (guint j = 0; j < maq_project_get_n_songs (project); j++)
        {
          MaqSong *song = maq_project_get_song (project, j);
          g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);

          rules_check (song, performance);
        }
    }
}

static void
assert_same (MaqPerformance *a,
             MaqPerformance *b)
{
  g_assert_cmpuint (maq_performance_get_n_spans (a), ==, maq_performance_get_n_spans (b));
  g_assert_cmpuint (maq_performance_get_n_lanes (a), ==, maq_performance_get_n_lanes (b));
  for (guint i = 0; i < maq_performance_get_n_spans (a); i++)
    {
      const MaqSpan *one = maq_performance_get_span (a, i);
      const MaqSpan *other = maq_performance_get_span (b, i);

      g_assert_cmpuint (one->id, ==, other->id);
      g_assert_cmpint (one->start_ticks, ==, other->start_ticks);
      g_assert_cmpint (one->length_ticks, ==, other->length_ticks);
      g_assert_cmpfloat (one->tempo_qpm, ==, other->tempo_qpm);
      g_assert_true (maq_phrase_equal (one->click, other->click));
    }
  for (guint i = 0; i < maq_performance_get_n_lanes (a); i++)
    {
      MaqLane *one = maq_performance_get_lane (a, i);
      MaqLane *other = maq_performance_get_lane (b, i);

      g_assert_cmpuint (maq_lane_get_id (one), ==, maq_lane_get_id (other));
      g_assert_cmpint (maq_lane_get_program (one), ==, maq_lane_get_program (other));
      g_assert_cmpfloat (maq_lane_get_strip (one)->gain_db, ==,
                         maq_lane_get_strip (other)->gain_db);
      for (guint j = 0; j < maq_performance_get_n_spans (a); j++)
        {
          MaqPhrase *left = maq_lane_get_phrase (one, j);
          MaqPhrase *right = maq_lane_get_phrase (other, j);

          g_assert_true ((left == NULL) == (right == NULL));
          g_assert_true (left == NULL || maq_phrase_equal (left, right));
        }
    }
}

/* A compiler that followed every edit says what one says that sees the song for the first time. */
static void
test_memory_does_not_matter (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_WALKS; i++)
    {
      g_autoptr (MaqCompiler) old_hand = maq_compiler_new (styles);
      g_autoptr (MaqProject) project = maq_any_project (rand, &maq_any_small);

      for (guint j = 0; j < N_STEPS; j++)
        {
          g_autoptr (MaqMove) move = maq_any_move (rand, project);
          g_autoptr (MaqCompiler) beginner = maq_compiler_new (styles);
          g_autoptr (MaqPerformance) remembered = NULL;
          g_autoptr (MaqPerformance) made = NULL;
          MaqProject *edited = maq_move_apply (move, project, NULL);

          if (edited == NULL)
            continue;
          maq_project_unref (project);
          project = edited;
          remembered = maq_compiler_compile (old_hand, maq_project_get_current (project));
          made = maq_compiler_compile (beginner, maq_project_get_current (project));
          assert_same (remembered, made);
        }
    }
}

static const FixtureTest tests[] = {
  { "/band/random/rules", test_rules },
  { "/band/random/memory-does-not-matter", test_memory_does_not_matter },
};

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, &styles, tests, G_N_ELEMENTS (tests));
}
