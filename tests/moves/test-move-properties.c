/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-check.h"
#include "maq-form.h"
#include "maq-move.h"
#include "maq-random-move.h"
#include "maq-random-song.h"

#define N_SONGS 100
#define N_MOVES 100

static void
assert_sound (MaqProject *root)
{
  g_autoptr(GError) error = NULL;

  maq_check (root, &error);
  g_assert_no_error (error);
}

static void
random_songs_are_sound (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr(MaqProject) root = maq_any_project (rand, i % 3 == 0 ? &maq_any_middling
                                                                        : &maq_any_small);

      assert_sound (root);
    }
}

/* what only a whole look can tell: nothing in the form is torn */
static void
assert_playable (MaqProject *root)
{
  g_autoptr(MaqForm) form = maq_form_new (maq_project_get_current (root),
                                          maq_project_get_arrangement (root));

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      guint n_spans = 0;
      g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, i, &n_spans);
      MaqTick end = 0;

      for (guint j = 0; j < n_spans; j++)
        {
          g_assert_cmpint (spans[j].start_ticks, ==, end);
          g_assert_cmpint (spans[j].length_ticks, >, 0);
          end += spans[j].length_ticks;
        }
      g_assert_cmpint (end, ==, maq_form_get_section (form, i)->length_ticks);
    }
}

static void
apply_one (GRand     *rand,
           GPtrArray *history)
{
  MaqProject *before = g_ptr_array_index (history, history->len - 1);
  g_autoptr(MaqMove) move = maq_any_move (rand, before);
  g_autofree char *label = maq_move_dup_label (move, before);
  g_autoptr(GError) error = NULL;
  MaqProject *after = maq_move_apply (move, before, &error);
  g_autoptr(MaqProject) again = NULL;

  g_assert_true (g_utf8_validate (label, -1, NULL));
  g_assert_cmpstr (label, !=, "");
  if (after == NULL)
    {
      g_assert_true (error != NULL && error->domain == MAQ_MOVE_ERROR);
      g_assert_cmpstr (error->message, !=, "");
      /* the check after a move is a net; nothing small may fall into it */
      if (g_str_has_prefix (error->message, "Song "))
        g_error ("%s: %s", label, error->message);
      g_assert_false (g_str_has_prefix (error->message, "Project: "));

      return;
    }

  g_assert_no_error (error);
  assert_sound (after);
  assert_playable (after);
  g_assert_true (maq_check_change (before, after, NULL));
  g_assert_true ((after == before) == maq_project_equal (after, before));

  again = maq_move_apply (move, before, NULL);
  g_assert_true (maq_project_equal (again, after));
  g_ptr_array_add (history, after);
}

static void
keep_sound (guint32 seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n_done = 0;

  for (guint i = 0; i < N_SONGS; i++)
    {
      g_autoptr(GPtrArray) history = NULL;
      MaqProject *first = maq_any_project (rand, i % 4 == 0 ? &maq_any_middling
                                                               : &maq_any_small);

      history = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_project_unref);
      g_ptr_array_add (history, first);
      for (guint j = 0; j < N_MOVES; j++)
        apply_one (rand, history);
      n_done += history->len - 1;

      while (history->len > 1)
        g_ptr_array_set_size (history, (int) history->len - 1);
      g_assert_true (g_ptr_array_index (history, 0) == first);
      assert_sound (first);
    }

  g_test_message ("%u of %d moves were possible", n_done, N_SONGS * N_MOVES);
  g_assert_cmpuint (n_done, >, N_SONGS * N_MOVES / 2);
}

static void
moves_keep_everything_sound (void)
{
  keep_sound (maq_any_seed ());
}

/* Songs in which a follower was trimmed, or a section joined with the one that it follows, and
 * chords were left outside of its bars. */
static void
chords_stay_in_bars (void)
{
  static const guint32 seeds[] = { 42, 142, 166, 576, 601 };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    keep_sound (seeds[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moves/random/songs-are-sound", random_songs_are_sound);
  g_test_add_func ("/moves/move/keeps-everything-sound", moves_keep_everything_sound);
  g_test_add_func ("/moves/move/chords-stay-in-bars", chords_stay_in_bars);

  return g_test_run ();
}
