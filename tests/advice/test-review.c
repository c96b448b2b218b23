/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For each check a song that has the fault, songs that do not have it, and moves that mend it. */

#include "maq-review.h"
#include "maq-written-song.h"

static MaqAdvice *
find (GPtrArray  *advice,
      const char *check)
{
  for (guint i = 0; i < advice->len; i++)
    if (g_str_equal (maq_advice_get_fields (g_ptr_array_index (advice, i))->check, check))
      return g_ptr_array_index (advice, i);

  return NULL;
}

/* What is said of the song, and that each move that is offered lets it be said no more. */
static void
assert_mended (MaqProject  *root,
               const char  *check,
               const char  *sentence)
{
  g_autoptr(GPtrArray) advice = maq_review (root, NULL);
  MaqAdvice *found = find (advice, check);
  const MaqAdviceFields *fields;

  g_assert_nonnull (found);
  fields = maq_advice_get_fields (found);
  g_assert_cmpstr (fields->sentence, ==, sentence);
  g_assert_cmpuint (fields->n_moves, >=, 1);
  for (guint i = 0; i < fields->n_moves; i++)
    {
      g_autoptr(MaqProject) after = maq_move_apply (fields->moves[i], root, NULL);
      g_autoptr(GPtrArray) still = NULL;

      g_assert_nonnull (after);
      still = maq_review (after, NULL);
      g_assert_null (find (still, check));
      g_assert_cmpuint (still->len, <, advice->len);
    }
}

static void
assert_quiet (MaqProject *root,
              const char *check)
{
  g_autoptr(GPtrArray) advice = maq_review (root, NULL);

  g_assert_null (find (advice, check));
}

static void
test_late_chorus (void)
{
  g_autoptr(MaqProject) late = WRITTEN ("Intro 8, Verse 32, Chorus 8", "bass 3 5 8",
                                        "keys 0 3 9");
  g_autoptr(MaqProject) in_time = WRITTEN ("Intro 8, Verse 16, Chorus 8", "bass 3 5 8",
                                           "keys 0 3 9");
  g_autoptr(MaqProject) verses = WRITTEN ("Intro 8, Verse 32, Verse 32", "bass 3 5 8",
                                          "keys 0 3 9");

  assert_mended (late, "late-chorus", "chorus 1 begins at 1:20, later than 1:15.");
  assert_quiet (in_time, "late-chorus");
  assert_quiet (verses, "late-chorus");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/advice/review/late-chorus", test_late_chorus);

  return g_test_run ();
}
