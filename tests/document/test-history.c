/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-edit.h"
#include "maq-history.h"
#include "maq-random-move.h"
#include "maq-random-song.h"

static const MaqPath nowhere = { 0 };

static MaqProject *
with_title (MaqProject *root,
            const char *title)
{
  MaqProjectFields fields = *maq_project_get_fields (root);

  fields.title = title;
  return maq_project_with_fields (root, &fields);
}

/* Whatever is done, going back leads through the very roots that were there. */
static void
test_there_and_back (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());
  g_autoptr(MaqProject) first = maq_any_project (rand, &maq_any_middling);
  g_autoptr(MaqHistory) history = maq_history_new (first);
  g_autoptr(GPtrArray) roots = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_project_unref);

  g_ptr_array_add (roots, maq_project_ref (first));
  for (int i = 0; i < 2000; i++)
    {
      MaqProject *root = maq_history_get_root (history);
      g_autoptr(MaqMove) move = maq_any_move (rand, root);
      g_autoptr(MaqProject) next = maq_move_apply (move, root, NULL);
      gboolean is_other = next != NULL && next != root;

      if (next == NULL)
        continue;
      g_assert_true (maq_history_apply (history, next, "Move", nowhere, NULL) == is_other);
      if (is_other)
        g_ptr_array_add (roots, g_steal_pointer (&next));
    }

  g_assert_cmpuint (maq_history_get_n_steps (history), ==, roots->len - 1);
  for (guint i = roots->len - 1; i > 0; i--)
    {
      g_assert_true (maq_history_get_root (history) == g_ptr_array_index (roots, i));
      g_assert_true (maq_history_undo (history, NULL));
    }
  g_assert_true (maq_history_get_root (history) == first);
  g_assert_false (maq_history_undo (history, NULL));

  for (guint i = 1; i < roots->len; i++)
    {
      g_assert_true (maq_history_redo (history, NULL));
      g_assert_true (maq_history_get_root (history) == g_ptr_array_index (roots, i));
    }
  g_assert_false (maq_history_redo (history, NULL));
}

static void
test_nothing_is_no_step (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (2, 2);
  g_autoptr(MaqHistory) history = maq_history_new (root);

  g_assert_false (maq_history_apply (history, root, "Nothing", nowhere, NULL));
  g_assert_cmpuint (maq_history_get_n_steps (history), ==, 0);
}

static void
test_edit_forgets_undone (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (2, 2);
  g_autoptr(MaqProject) a = with_title (root, "a");
  g_autoptr(MaqProject) b = with_title (root, "b");
  g_autoptr(MaqHistory) history = maq_history_new (root);

  maq_history_apply (history, a, "A", nowhere, NULL);
  maq_history_undo (history, NULL);
  maq_history_apply (history, b, "B", nowhere, NULL);

  g_assert_cmpuint (maq_history_get_n_steps (history), ==, 1);
  g_assert_cmpstr (maq_history_get_label (history, 0), ==, "B");
  g_assert_false (maq_history_redo (history, NULL));
}

static void
test_gesture_is_one_step (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (2, 2);
  g_autoptr(MaqHistory) history = maq_history_new (root);

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *title = g_strdup_printf ("turned to %d", i);
      g_autoptr(MaqProject) next = with_title (root, title);

      maq_history_apply (history, next, title, nowhere, "wheel");
    }
  g_assert_cmpuint (maq_history_get_n_steps (history), ==, 1);
  g_assert_cmpstr (maq_history_get_label (history, 0), ==, "turned to 99");

  /* another gesture of the same name is another step */
  maq_history_end_gesture (history);
  {
    g_autoptr(MaqProject) next = with_title (root, "again");

    maq_history_apply (history, next, "Again", nowhere, "wheel");
  }
  g_assert_cmpuint (maq_history_get_n_steps (history), ==, 2);

  maq_history_undo (history, NULL);
  maq_history_undo (history, NULL);
  g_assert_true (maq_history_get_root (history) == root);
}

static void
test_gesture_back_to_start_is_no_step (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (2, 2);
  g_autoptr(MaqProject) turned = with_title (root, "turned");
  g_autoptr(MaqHistory) history = maq_history_new (root);

  maq_history_apply (history, turned, "Turn", nowhere, "wheel");
  g_assert_true (maq_history_apply (history, root, "Turn", nowhere, "wheel"));
  g_assert_cmpuint (maq_history_get_n_steps (history), ==, 0);
  g_assert_cmpuint (maq_history_get_bytes (history), ==, 0);
  g_assert_true (maq_history_get_root (history) == root);
}

static void
test_gesture_after_undo_is_another (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (2, 2);
  g_autoptr(MaqProject) a = with_title (root, "a");
  g_autoptr(MaqProject) b = with_title (root, "b");
  g_autoptr(MaqProject) c = with_title (root, "c");
  g_autoptr(MaqHistory) history = maq_history_new (root);

  maq_history_apply (history, a, "A", nowhere, "wheel");
  maq_history_end_gesture (history);
  maq_history_apply (history, b, "B", nowhere, "wheel");
  maq_history_undo (history, NULL);
  maq_history_apply (history, c, "C", nowhere, "wheel");

  g_assert_cmpuint (maq_history_get_n_steps (history), ==, 2);
  g_assert_cmpstr (maq_history_get_label (history, 0), ==, "A");
  g_assert_cmpstr (maq_history_get_label (history, 1), ==, "C");
}

/* Looking elsewhere joins the step before it, and what was undone stays. */
static void
test_without_label (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (2, 2);
  g_autoptr(MaqProject) a = with_title (root, "a");
  g_autoptr(MaqProject) look = with_title (root, "look");
  g_autoptr(MaqHistory) history = maq_history_new (root);

  maq_history_apply (history, a, "A", nowhere, NULL);
  maq_history_undo (history, NULL);
  g_assert_true (maq_history_apply (history, look, NULL, nowhere, NULL));
  g_assert_cmpuint (maq_history_get_n_steps (history), ==, 1);
  g_assert_true (maq_history_get_root (history) == look);
  g_assert_true (maq_history_redo (history, NULL));
  g_assert_true (maq_history_get_root (history) == a);
}

static void
test_limits (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (2, 2);
  g_autoptr(MaqHistory) history = maq_history_new (root);
  gsize bytes;

  maq_history_set_limits (history, 10, G_MAXSIZE);
  for (int i = 0; i < 100; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", i);
      g_autoptr(MaqProject) next = with_title (root, title);

      maq_history_apply (history, next, title, nowhere, NULL);
      g_assert_cmpuint (maq_history_get_n_steps (history), ==, MIN (i + 1, 10));
    }
  g_assert_cmpstr (maq_history_get_label (history, 0), ==, "90");

  bytes = maq_history_get_bytes (history);
  g_assert_cmpuint (bytes, >, 0);
  maq_history_set_limits (history, 10, bytes / 2);
  g_assert_cmpuint (maq_history_get_bytes (history), <=, bytes / 2);
  g_assert_cmpuint (maq_history_get_n_steps (history), ==, 5);
  g_assert_cmpstr (maq_history_get_label (history, 4), ==, "99");
}

/* A big project whose parts are shared costs little to remember. */
static void
test_cost_is_that_of_the_change (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (1000, 32);
  g_autoptr(MaqHistory) history = maq_history_new (root);
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  g_autoptr(MaqSection) section =
    maq_section_with_name (maq_arrangement_get_section (arrangement, 500), "Other");
  g_autoptr(MaqProject) next = maq_edit_replace_section (root, section);

  maq_history_apply (history, next, "Rename", nowhere, NULL);
  g_assert_cmpuint (maq_history_get_bytes (history), <, 100 * 1000);
  g_assert_cmpuint (maq_history_get_bytes (history), >, 1000);
}

static void
test_selection_is_cut_short (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  g_autoptr(MaqHistory) history = maq_history_new (root);
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqPath place = {
    maq_song_get_id (maq_project_get_current (root)),
    maq_arrangement_get_id (arrangement),
    maq_section_get_id (maq_arrangement_get_section (arrangement, 1)),
    maq_layer_get_id (maq_arrangement_get_layer (arrangement, 1)),
  };
  g_autoptr(MaqArrangement) without = maq_edit_delete_section (arrangement, place.section);
  g_autoptr(MaqProject) next = maq_edit_replace_arrangement (root, without);
  MaqPath selection;

  maq_history_apply (history, next, "Delete", place, NULL);

  maq_history_undo (history, &selection);
  g_assert_true (maq_path_equal (selection, place));

  maq_history_redo (history, &selection);
  place.section = MAQ_ID_NONE;
  g_assert_true (maq_path_equal (selection, place));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/history/there-and-back", test_there_and_back);
  g_test_add_func ("/document/history/nothing-is-no-step", test_nothing_is_no_step);
  g_test_add_func ("/document/history/edit-forgets-undone", test_edit_forgets_undone);
  g_test_add_func ("/document/history/gesture-is-one-step", test_gesture_is_one_step);
  g_test_add_func ("/document/history/gesture-back-to-start-is-no-step",
                   test_gesture_back_to_start_is_no_step);
  g_test_add_func ("/document/history/gesture-after-undo-is-another",
                   test_gesture_after_undo_is_another);
  g_test_add_func ("/document/history/without-label", test_without_label);
  g_test_add_func ("/document/history/limits", test_limits);
  g_test_add_func ("/document/history/cost-is-that-of-the-change",
                   test_cost_is_that_of_the_change);
  g_test_add_func ("/document/history/selection-is-cut-short", test_selection_is_cut_short);

  return g_test_run ();
}
