/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns and tension of songs that are written down for them; nothing is measured. */

#include "maq-tension.h"

#include "maq-move.h"
#include "maq-written-song.h"

static MaqProject *
do_move (MaqProject *root,
         MaqMove    *move)
{
  g_autoptr (MaqMove) taken = move;
  g_autoptr (GError) error = NULL;
  MaqProject *after = maq_move_apply (taken, root, &error);

  g_assert_no_error (error);
  return after;
}

static MaqTension *
create (MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  g_autoptr (MaqForm) form = maq_form_new (maq_project_get_current (root), arrangement);

  return maq_tension_new (form, arrangement, NULL);
}

static gboolean
has_mark (MaqTension   *self,
          MaqTurn       turn,
          MaqTurnCause  cause,
          guint         section,
          int           bar)
{
  for (guint i = 0; i < maq_tension_get_n_marks (self); i++)
    {
      const MaqTurnMark *mark = maq_tension_get_mark (self, i);

      if (mark->turn == turn && mark->cause == cause && mark->section == section
          && mark->bar == bar)
        return TRUE;
    }
  return FALSE;
}

static void
test_nothing (void)
{
  g_autoptr (MaqProject) root = WRITTEN ("verse 8, verse 8", "drums 5 5", "bass 5 5");
  g_autoptr (MaqTension) tension = create (root);

  g_assert_cmpuint (maq_tension_get_n_marks (tension), ==, 0);
  for (int bar = 0; bar < 8; bar++)
    g_assert_cmpfloat (maq_tension_get_bar (tension, 0, bar), ==, 0.0);
  g_assert_cmpfloat (maq_tension_get_bar (tension, 0, 8), ==, 0.0);
  g_assert_cmpfloat (maq_tension_get_bar (tension, 7, 0), ==, 0.0);
}

/* A build goes evenly to 4, with 3 for bass and drums that are to come; the drop resolves it. */
static void
test_build_and_drop (void)
{
  g_autoptr (MaqProject) root = WRITTEN ("verse 8, build 8, drop 8", "drums 5 0 10",
                                         "bass 5 0 10", "pad 5 5 5");
  g_autoptr (MaqTension) tension = create (root);

  g_assert_true (has_mark (tension, MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_BUILD, 1, 0));
  g_assert_true (has_mark (tension, MAQ_TURN_RESOLUTION, MAQ_TURN_CAUSE_ARRIVAL, 2, 0));
  g_assert_cmpfloat_with_epsilon (maq_tension_get_bar (tension, 1, 0), 0.5 + 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (maq_tension_get_bar (tension, 1, 7), 4.0 + 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (maq_tension_get_section (tension, 1), 2.25 + 3.0, 1e-9);
  g_assert_cmpfloat (maq_tension_get_bar (tension, 2, 0), ==, 0.0);
}

/* Silence before something bigger is waited for, before anything else it surprises. */
static void
test_stop (void)
{
  g_autoptr (MaqProject) bigger = WRITTEN ("verse 8, chorus 8", "drums 5 8");
  g_autoptr (MaqProject) smaller = WRITTEN ("chorus 8, verse 8", "drums 8 5");
  g_autoptr (MaqProject) to_bigger = do_move (bigger, maq_move_stop_before (2, 0));
  g_autoptr (MaqProject) to_smaller = do_move (smaller, maq_move_stop_before (2, 0));
  g_autoptr (MaqTension) waits = create (to_bigger);
  g_autoptr (MaqTension) surprises = create (to_smaller);

  g_assert_true (has_mark (waits, MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_STOP, 0, 7));
  g_assert_true (has_mark (waits, MAQ_TURN_RESOLUTION, MAQ_TURN_CAUSE_ARRIVAL, 1, 0));
  g_assert_true (has_mark (surprises, MAQ_TURN_SURPRISE, MAQ_TURN_CAUSE_STOP, 0, 7));
}

static void
test_dominant (void)
{
  g_autoptr (MaqProject) song = WRITTEN ("verse 8, chorus 8", "keys 5 5");
  g_autoptr (MaqProject) verse = do_move (song, maq_move_section_chords (1, "C | F | G7 | G7"));
  g_autoptr (MaqProject) root = do_move (verse, maq_move_section_chords (2, "C | F | G7 | C"));
  g_autoptr (MaqTension) tension = create (root);

  g_assert_true (has_mark (tension, MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_DOMINANT, 0, 7)
                 || has_mark (tension, MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_DOMINANT, 0, 6));
  g_assert_cmpfloat (maq_tension_get_bar (tension, 0, 2), >,
                     maq_tension_get_bar (tension, 0, 0));
}

/* A change that nothing prepares, another section than usual, one that ends early. */
static void
test_surprises (void)
{
  g_autoptr (MaqProject) change = WRITTEN ("verse 8, chorus 8", "drums 1 9", "bass 1 9");
  g_autoptr (MaqProject) habit = WRITTEN ("verse 8, chorus 8, verse 8, chorus 8, verse 8, bridge 8",
                                          "drums 5 5 5 5 5 5");
  g_autoptr (MaqProject) early = WRITTEN ("verse 8, chorus 8, verse 8, chorus 8, verse 4, chorus 8",
                                          "drums 5 5 5 5 5 5");
  g_autoptr (MaqTension) of_change = create (change);
  g_autoptr (MaqTension) of_habit = create (habit);
  g_autoptr (MaqTension) of_early = create (early);

  g_assert_true (has_mark (of_change, MAQ_TURN_SURPRISE, MAQ_TURN_CAUSE_CHANGE, 1, 0));
  g_assert_true (has_mark (of_habit, MAQ_TURN_SURPRISE, MAQ_TURN_CAUSE_KIND, 5, 0));
  g_assert_true (has_mark (of_early, MAQ_TURN_SURPRISE, MAQ_TURN_CAUSE_LENGTH, 4, 3));
}

static void
test_words (void)
{
  const MaqTurnMark mark = { MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_STOP, 0, 0 };
  g_autofree char *text = maq_turn_mark_dup_text (&mark);

  g_assert_cmpstr (text, ==, "Anticipation: silence before the downbeat");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advice/tension/nothing", test_nothing);
  g_test_add_func ("/advice/tension/build-and-drop", test_build_and_drop);
  g_test_add_func ("/advice/tension/stop", test_stop);
  g_test_add_func ("/advice/tension/dominant", test_dominant);
  g_test_add_func ("/advice/tension/surprises", test_surprises);
  g_test_add_func ("/advice/tension/words", test_words);
  return g_test_run ();
}
