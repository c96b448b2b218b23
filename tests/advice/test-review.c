/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For each check a song that has the fault, songs that do not have it, and moves that mend it. */

#include "maq-review.h"

#include <string.h>

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

/* each move that is offered lets a finding be said no more, and nothing instead */
static void
assert_moves_mend (MaqProject *root,
                   GPtrArray  *advice,
                   MaqAdvice  *found)
{
  const MaqAdviceFields *fields = maq_advice_get_fields (found);

  g_assert_cmpuint (fields->n_moves, >=, 1);
  for (guint i = 0; i < fields->n_moves; i++)
    {
      g_autoptr(MaqProject) after = maq_move_apply (fields->moves[i], root, NULL);
      g_autoptr(GPtrArray) still = NULL;

      g_assert_nonnull (after);
      still = maq_review (after, NULL, NULL);
      g_assert_null (find (still, fields->check));
      g_assert_cmpuint (still->len, <, advice->len);
    }
}

/* what is said of the song; @move: the first thing to do about it */
static void
assert_said (MaqProject *root,
             const char *check,
             const char *sentence,
             const char *move)
{
  g_autoptr(GPtrArray) advice = maq_review (root, NULL, NULL);
  MaqAdvice *found = find (advice, check);
  g_autofree char *label = NULL;

  g_assert_nonnull (found);
  g_assert_cmpstr (maq_advice_get_fields (found)->sentence, ==, sentence);
  g_assert_cmpint (strlen (maq_advice_get_fields (found)->reason), >, 20);
  assert_moves_mend (root, advice, found);
  label = maq_move_dup_label (maq_advice_get_fields (found)->moves[0], root);
  g_assert_cmpstr (label, ==, move);
}

/* takes over @root */
static void
assert_quiet (MaqProject *root,
              const char *check)
{
  g_autoptr(GPtrArray) advice = maq_review (root, NULL, NULL);

  g_assert_null (find (advice, check));
  maq_project_unref (root);
}

/* @root with a move done; takes over both */
static MaqProject *
done (MaqProject *root,
      MaqMove    *move)
{
  MaqProject *after = maq_move_apply (move, root, NULL);

  g_assert_nonnull (after);
  maq_project_unref (root);
  maq_move_unref (move);

  return after;
}

static void
test_small_chorus (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Intro 4, Verse 8, Chorus 8", "drums 0 6 6", "bass 3 6 6",
                                        "keys 3 5 5", "strings 0 0 0");
  const MaqFigures figures[] = { { .seconds = 8, .loudness_lufs = -24 },
                                 { .seconds = 16, .loudness_lufs = -18 },
                                 { .seconds = 16, .loudness_lufs = -15 } };
  const MaqFigures quiet[] = { figures[0], figures[2], figures[1] };
  g_autoptr(GPtrArray) measured = NULL;

  assert_said (root, "small-chorus", "chorus 1 is no bigger than verse 1.",
               "Lift chorus 1 by 1, strings in");
  assert_quiet (WRITTEN ("Verse 8, Chorus 8", "drums 6 7", "bass 6 7", "keys 5 6"), "small-chorus");
  /* a duo */
  assert_quiet (WRITTEN ("Verse 8, Chorus 8", "bass 6 6", "keys 5 5"), "small-chorus");
  /* a pre-chorus that promises more than comes */
  {
    g_autoptr(MaqProject) pre = WRITTEN ("Verse 8, Pre-chorus 4, Chorus 8", "drums 3 9 7",
                                         "bass 3 9 7", "keys 3 9 7");

    assert_said (pre, "small-chorus",
                 "chorus 1 is smaller than pre-chorus 1, which leads to it.",
                 "Lift chorus 1 by 2");
  }
  /* another chorus lies between */
  assert_quiet (WRITTEN ("Verse 8, Chorus 8, Chorus 8", "bass 5 8 5", "keys 5 8 5", "drums 5 8 5"),
                "small-chorus");

  /* what is measured counts for more than what is written */
  measured = maq_review (root, &(MaqReviewOptions) { .figures = figures, .n_figures = 3 }, NULL);
  g_assert_null (find (measured, "small-chorus"));
  g_ptr_array_unref (measured);
  measured = maq_review (root, &(MaqReviewOptions) { .figures = quiet, .n_figures = 3 }, NULL);
  g_assert_cmpstr (maq_advice_get_fields (find (measured, "small-chorus"))->sentence, ==,
                   "chorus 1 is no louder than verse 1: −18.0 LUFS after −15.0.");
}

/* The energy that is meant: from one height at the start to another at the end. */
static MaqProject *
with_energy (MaqProject *root,
             double      first,
             double      last)
{
  g_autoptr(MaqProject) owned = root;
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  const MaqId begin = maq_section_get_id (maq_arrangement_get_section (arrangement, 0));
  const MaqId end = maq_section_get_id (
    maq_arrangement_get_section (arrangement, maq_arrangement_get_n_sections (arrangement) - 1));
  g_autoptr(MaqMove) up = maq_move_arc_point (MAQ_ARC_ENERGY, NULL, begin, 0, first, FALSE);
  g_autoptr(MaqMove) down = maq_move_arc_point (MAQ_ARC_ENERGY, NULL, end, 0, last, FALSE);
  g_autoptr(MaqProject) half = maq_move_apply (up, root, NULL);

  return maq_move_apply (down, half, NULL);
}

/* A chorus that is stripped to next to nothing is small, too, unless that is meant. */
static void
test_stripped_chorus (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Verse 8, Chorus 8", "bass 8 0", "keys 8 0", "vocal 8 6");
  g_autoptr(MaqProject) rising = with_energy (maq_project_ref (root), 3.0, 8.0);

  assert_said (root, "small-chorus", "chorus 1 is no bigger than verse 1.",
               "All of verse 1 in chorus 1, 2 higher");
  assert_said (rising, "small-chorus", "chorus 1 is no bigger than verse 1.",
               "All of verse 1 in chorus 1, 2 higher");
  assert_quiet (with_energy (maq_project_ref (root), 8.0, 3.0), "small-chorus");
  /* the next chorus comes at once, with everybody */
  assert_quiet (WRITTEN ("Verse 8, Chorus 8, Chorus 8", "bass 8 0 9", "keys 8 0 9", "vocal 8 6 9"),
                "small-chorus");
}

static void
test_late_chorus (void)
{
  g_autoptr(MaqProject) late = WRITTEN ("Intro 8, Verse 32, Chorus 8", "bass 3 5 8", "keys 0 3 9");
  g_autoptr(MaqProject) very_late = WRITTEN ("Intro 16, Verse 32, Verse 16, Chorus 8",
                                             "bass 3 5 7 8", "keys 0 3 5 9");
  g_autoptr(GPtrArray) sooner = NULL;

  assert_said (late, "late-chorus", "chorus 1 begins at 1:20, later than 1:15.",
               "Half as long: verse 1");
  assert_said (very_late, "late-chorus", "chorus 1 begins at 2:08, later than 1:15.",
               "Half as long: verse 1, intro 1, verse 2");
  assert_quiet (WRITTEN ("Intro 8, Verse 16, Chorus 8", "bass 3 5 8", "keys 0 3 9"), "late-chorus");
  assert_quiet (WRITTEN ("Intro 8, Verse 32, Verse 32", "bass 3 5 8", "keys 0 3 9"), "late-chorus");

  sooner = maq_review (late, &(MaqReviewOptions) { .chorus_seconds = 90 }, NULL);
  g_assert_null (find (sooner, "late-chorus"));
}

static void
test_same_last_chorus (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Verse 8, Chorus 8, Verse 8, Chorus 8", "drums 3 7 4 7",
                                        "bass 4 7 5 7", "keys 3 6 4 6");
  MaqProject *higher = done (maq_project_ref (root), maq_move_section_transpose (4, 2));

  assert_said (root, "same-last-chorus", "chorus 2, the last one, is just what chorus 1 was.",
               "chorus 2 bigger by 1, everybody in");
  assert_quiet (higher, "same-last-chorus");
  assert_quiet (WRITTEN ("Verse 8, Chorus 8, Verse 8, Chorus 8", "drums 3 7 4 8", "bass 4 7 5 7",
                         "keys 3 6 4 6"), "same-last-chorus");
  assert_quiet (WRITTEN ("Verse 8, Chorus 8, Verse 8, Chorus 12", "drums 3 7 4 7", "bass 4 7 5 7",
                         "keys 3 6 4 6"), "same-last-chorus");
  /* one chorus, two in a row, a tag that tops it */
  assert_quiet (WRITTEN ("Verse 8, Chorus 8", "drums 3 7", "bass 4 7", "keys 3 6"),
                "same-last-chorus");
  assert_quiet (WRITTEN ("Chorus 8, Verse 8, Chorus 8, Chorus 8", "drums 7 3 7 7", "bass 7 4 7 7",
                         "keys 6 3 6 6"), "same-last-chorus");
  assert_quiet (WRITTEN ("Chorus 8, Verse 8, Chorus 8, Tag 8", "drums 7 3 7 9", "bass 7 4 7 9",
                         "keys 6 3 6 9"), "same-last-chorus");
}

static void
test_all_at_once (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Intro 4, Verse 8, Chorus 8", "drums 4 5 7", "bass 4 5 7",
                                        "keys 4 5 7", "strings 3 4 6");

  assert_said (root, "all-at-once", "All 4 layers enter at once, at the start of intro 1.",
               "intro 1 stripped back to keys, bass");
  assert_quiet (done (maq_project_ref (root), maq_move_part_entry (1, 1, 2, 0)), "all-at-once");
  /* the hook first, then back */
  assert_quiet (WRITTEN ("Chorus 4, Verse 8, Chorus 8", "drums 7 0 7", "bass 7 0 7", "keys 4 5 7",
                         "strings 3 4 6"), "all-at-once");
  assert_quiet (WRITTEN ("Intro 4, Verse 8", "drums 4 5", "bass 4 5", "keys 4 5"), "all-at-once");
}

static void
test_no_space (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Intro 4, Verse 8, Chorus 8, Bridge 8, Chorus 8",
                                        "drums 0 6 7 6 8", "bass 3 6 7 5 8", "keys 3 5 6 6 8",
                                        "organ 0 5 7 6 8", "pad 0 5 6 6 8");
  MaqProject *stops = done (maq_project_ref (root), maq_move_stop_before (5, 2));

  assert_said (root, "no-space", "From verse 1 to bridge 1 at least 5 of 5 layers play all the "
               "time.", "bridge 1 stripped back to keys, pad");
  assert_quiet (stops, "no-space");
  assert_quiet (WRITTEN ("Intro 4, Verse 8, Chorus 8, Bridge 8, Chorus 8", "drums 0 0 7 6 8",
                         "bass 3 0 7 5 8", "keys 3 5 6 6 8", "organ 0 5 7 6 8", "pad 0 5 6 6 8"),
                "no-space");
  /* everybody whispers */
  assert_quiet (WRITTEN ("Intro 4, Verse 8, Chorus 8, Bridge 8, Chorus 8", "drums 0 1 7 6 8",
                         "bass 3 2 7 5 8", "keys 3 2 6 6 8", "organ 0 1 7 6 8", "pad 0 2 6 6 8"),
                "no-space");
  assert_quiet (WRITTEN ("Intro 4, Verse 8, Chorus 8, Bridge 8, Chorus 8", "drums 0 6 7 6 8",
                         "bass 3 6 7 5 8", "keys 3 5 6 6 8", "organ 0 5 7 6 8"), "no-space");
}

static void
test_nothing_changes (void)
{
  g_autoptr(MaqProject) one = WRITTEN ("Intro 4, Verse 16, Chorus 8", "drums 0 5 7", "bass 3 5 7",
                                       "keys 3 5 7", "brass 0 0 6");
  g_autoptr(MaqProject) more = WRITTEN ("Intro 4, Verse 8, Verse 8, Verse 8, Chorus 8",
                                        "drums 0 5 5 5 7", "bass 3 5 5 5 7",
                                        "keys 3 5 5 5 7", "brass 0 0 0 0 6");
  g_autoptr(MaqProject) very_long = WRITTEN ("Intro 4, Verse 40, Chorus 8", "drums 0 5 7",
                                             "bass 3 5 7", "keys 3 5 7", "brass 0 0 6");
  MaqProject *enters = done (maq_project_ref (one), maq_move_part_entry (2, 1, 4, 0));
  MaqProject *fast = done (maq_project_ref (one), maq_move_song_tempo (190));

  assert_said (one, "nothing-changes", "Nothing enters or leaves for 16 bars in verse 1.",
               "brass in halfway");
  assert_said (more, "nothing-changes",
               "Nothing enters or leaves for 24 bars, from verse 1 to verse 3.",
               "brass in and out by turns");
  assert_said (very_long, "nothing-changes", "Nothing enters or leaves for 40 bars in verse 1.",
               "brass in the middle");
  assert_quiet (enters, "nothing-changes");
  assert_quiet (fast, "nothing-changes");
  /* somebody steps forward; a duo; a solo; where the song arrives */
  assert_quiet (WRITTEN ("Intro 4, Verse 8, Verse 8", "drums 0 5 7", "bass 3 5 5", "keys 3 5 5"),
                "nothing-changes");
  assert_quiet (WRITTEN ("Intro 4, Verse 32", "bass 3 5", "keys 0 5"), "nothing-changes");
  assert_quiet (WRITTEN ("Intro 4, Solo 32", "bass 3 5", "keys 0 5", "lead 0 8"),
                "nothing-changes");
  assert_quiet (WRITTEN ("Intro 4, Chorus 16", "bass 3 5", "keys 0 5", "drums 0 8"),
                "nothing-changes");
}

static void
test_same_job (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Intro 4, Verse 8, Chorus 8", "drums 0 5 7", "keys 3 5 7",
                                        "keys 0 4 6");
  MaqProject *apart = done (maq_project_ref (root), maq_move_layer_pan (3, 0.6));
  MaqProject *group = done (maq_project_ref (root), maq_move_layer_group (2, "Keys"));

  assert_said (root, "same-job",
               "keys and keys do the same job in the same register, in 2 sections.",
               "keys to the left, keys to the right");
  assert_quiet (apart, "same-job");
  assert_quiet (done (group, maq_move_layer_group (3, "Keys")), "same-job");
  assert_quiet (done (done (maq_project_ref (root), maq_move_part_pattern (2, 3, "stabs")),
                      maq_move_part_pattern (3, 3, "stabs")), "same-job");
  /* voices; two who only meet in the chorus */
  assert_quiet (WRITTEN ("Verse 8, Chorus 8", "vocal 5 7", "vocal 5 7"), "same-job");
  assert_quiet (WRITTEN ("Verse 8, Verse 8, Chorus 8", "keys 5 0 7", "keys 0 5 6"), "same-job");
}

/* Two guitars who meet in short sections; one plays something else in long ones. */
static MaqProject *
write_guitars (const char *pattern)
{
  MaqProject *root = WRITTEN ("Verse 2, Chorus 2, Bridge 32, Verse 32", "bass 4 6 3 4",
                              "electric-guitar 5 5 0 0", "electric-guitar 5 5 5 5");

  root = done (root, maq_move_song_style ("maqsum"));
  for (MaqId section = 1; section <= 2; section++)
    for (MaqId layer = 2; layer <= 3; layer++)
      root = done (root, maq_move_part_pattern (section, layer, "driven"));
  for (MaqId section = 3; section <= 4; section++)
    root = done (root, maq_move_part_pattern (section, 3, pattern));

  return root;
}

/* One role in two registers is two jobs. */
static void
test_two_registers (void)
{
  g_autoptr(MaqProject) one = write_guitars ("driven");

  assert_said (one, "same-job", "electric-guitar and electric-guitar do the same job in the same "
               "register, in 2 sections.", "electric-guitar to the left, electric-guitar to the "
               "right");
  /* as a santur, which lies above */
  assert_quiet (write_guitars ("santur"), "same-job");
}

static void
test_silent_bars (void)
{
  g_autoptr(MaqProject) hole = done (WRITTEN ("Verse 8, Chorus 8, Outro 8", "bass 5 7 3",
                                              "drums 5 7 3"),
                                     maq_move_part_entry (3, 1, 4, 0));
  g_autoptr(MaqProject) whole = WRITTEN ("Verse 8, Bridge 8, Chorus 8", "bass 5 0 7",
                                         "drums 5 0 7");
  MaqProject *meant = maq_project_ref (whole);

  hole = done (g_steal_pointer (&hole), maq_move_part_entry (3, 2, 6, 0));
  assert_said (hole, "silent-bars", "Nobody plays in outro 1 for 4 bars.",
               "bass in 4 bars earlier");
  assert_said (whole, "silent-bars", "Nobody plays in bridge 1.", "bass into bridge 1 at 3");
  assert_quiet (done (maq_project_ref (hole), maq_move_part_entry (3, 1, 0, 0)), "silent-bars");
  assert_quiet (done (meant, maq_move_section_transition (2, MAQ_TRANSITION_STOP)),
                "silent-bars");
  assert_quiet (WRITTEN ("Verse 8, Bridge 1, Chorus 8", "bass 5 0 7", "drums 5 0 7"),
                "silent-bars");
}

static void
assert_heard (MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      guint n = 0;

      for (guint j = 0; j < maq_arrangement_get_n_layers (arrangement); j++)
        {
          const MaqLayerFields *layer
            = maq_layer_get_fields (maq_arrangement_get_layer (arrangement, j));

          n += !layer->muted && maq_arrangement_get_level (arrangement, i, layer->id) > 0;
        }
      g_assert_cmpuint (n, >, 0);
    }
}

/* Nobody is offered to be left alone with what is muted. */
static void
test_muted (void)
{
  for (MaqId muted = 0; muted < 36; muted++)
    {
      g_autoptr(MaqProject) root
        = done (done (WRITTEN ("Verse 8, Chorus 8, Verse 8, Chorus 8, Outro 8", "vocal 5 6 5 7 5",
                               "drums 5 6 5 7 5", "bass 5 6 5 7 5", "keys 5 6 5 7 5",
                               "pad 5 6 5 7 5",
                               "strings 5 6 5 7 5"), maq_move_layer_muted (muted % 6 + 1, TRUE)),
                maq_move_layer_muted (muted / 6 + 1, TRUE));
      g_autoptr(GPtrArray) advice = maq_review (root, NULL, NULL);
      guint n_moves = 0;

      for (guint i = 0; i < advice->len; i++)
        {
          const MaqAdviceFields *fields = maq_advice_get_fields (g_ptr_array_index (advice, i));

          for (guint j = 0; j < fields->n_moves; j++, n_moves++)
            {
              g_autoptr(MaqProject) after = maq_move_apply (fields->moves[j], root, NULL);

              assert_heard (after);
            }
        }
      g_assert_cmpuint (n_moves, >, 0);
    }
}

static gboolean
is_dismissed_in (MaqProject *root,
                 MaqId       arrangement)
{
  g_autoptr(MaqMove) select = maq_move_select_arrangement (arrangement);
  g_autoptr(MaqProject) there = maq_move_apply (select, root, NULL);
  g_autoptr(GPtrArray) advice = maq_review (there, NULL, NULL);

  return maq_advice_get_fields (find (advice, "small-chorus"))->is_dismissed;
}

/* A copy keeps quiet about what was dismissed; what is brought back in it, is so there alone. */
static void
test_dismissed_in_copy (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Intro 4, Verse 8, Chorus 8", "drums 0 6 6", "bass 3 6 6",
                                        "keys 3 5 5", "strings 0 0 0");
  const MaqId first = maq_arrangement_get_id (maq_project_get_arrangement (root));
  MaqId copy;

  g_assert_false (is_dismissed_in (root, first));
  root = done (g_steal_pointer (&root),
               maq_move_dismiss ("small-chorus", MAQ_ID_NONE, MAQ_ID_NONE));
  root = done (g_steal_pointer (&root), maq_move_add_arrangement (NULL));
  copy = maq_arrangement_get_id (maq_project_get_arrangement (root));
  g_assert_cmpuint (copy, !=, first);
  g_assert_true (is_dismissed_in (root, first));
  g_assert_true (is_dismissed_in (root, copy));

  root = done (g_steal_pointer (&root),
               maq_move_bring_back ("small-chorus", MAQ_ID_NONE, MAQ_ID_NONE));
  g_assert_true (is_dismissed_in (root, first));
  g_assert_false (is_dismissed_in (root, copy));
}

static void
test_cancelled (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Intro 4, Verse 8, Chorus 8", "drums 0 6 6", "bass 3 6 6",
                                        "keys 3 5 5", "strings 0 0 0");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) advice = NULL;

  g_cancellable_cancel (cancellable);
  advice = maq_review (root, NULL, cancellable);
  g_assert_cmpuint (advice->len, ==, 0);
}

static MaqProject *
with_motif (MaqProject *root,
            MaqId       section)
{
  return done (root, maq_move_part_motif (section, 3, "bells"));
}

static void
test_lone_motif (void)
{
  g_autoptr(MaqProject) root = NULL;

  root = with_motif (WRITTEN ("Intro 4, Verse 8, Chorus 8, Outro 4", "bass 3 5 7 3", "keys 0 5 7 3",
                              "texture 4 0 4 0"), 1);
  assert_said (root, "lone-motif", "“bells” is heard in intro 1 and never returns.",
               "bells in chorus 1");
  assert_quiet (with_motif (maq_project_ref (root), 3), "lone-motif");
  assert_quiet (with_motif (WRITTEN ("Intro 4, Verse 8", "bass 3 5", "keys 0 5", "texture 4 0"), 1),
                "lone-motif");
}

static void
test_lone_player (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Intro 4, Verse 8, Chorus 8, Outro 4", "bass 3 5 7 3",
                                        "keys 0 5 7 3", "strings 0 0 6 0", "organ 0 0 5 0");
  g_autoptr(MaqProject) named = done (WRITTEN ("Intro 4, Verse 8, Chorus 8, Outro 4",
                                               "bass 3 5 7 3", "keys 0 5 7 3", "organ 0 6 0 0"),
                                      maq_move_layer_performer (3, "Ida"));

  assert_said (root, "lone-player", "Only chorus 1 needs strings.",
               "strings into outro 1 at 6");
  assert_said (named, "lone-player", "Only verse 1 needs Ida.",
               "organ into chorus 1 at 6");
  /* who plays something else as well is there anyway */
  assert_quiet (done (maq_project_ref (named), maq_move_layer_performer (2, "Ida")), "lone-player");
  assert_quiet (WRITTEN ("Intro 4, Verse 8, Solo 8, Outro 4", "bass 3 5 7 3", "keys 0 5 7 3",
                         "brass 0 0 6 0"), "lone-player");
}

static guint
count_dismissed (MaqProject *root)
{
  g_autoptr(GPtrArray) advice = maq_review (root, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < advice->len; i++)
    n += maq_advice_get_fields (g_ptr_array_index (advice, i))->is_dismissed;

  return n;
}

static void
test_dismissed (void)
{
  MaqProject *root = WRITTEN ("Intro 4, Verse 16, Chorus 8, Verse 16", "drums 0 5 7 5",
                              "bass 3 5 7 5", "keys 3 5 7 5");
  MaqProject *before = maq_project_ref (root);

  g_assert_cmpuint (count_dismissed (root), ==, 0);
  root = done (root, maq_move_dismiss ("nothing-changes", 2, MAQ_ID_NONE));
  g_assert_cmpuint (count_dismissed (root), ==, 1);
  root = done (root, maq_move_dismiss ("nothing-changes", MAQ_ID_NONE, MAQ_ID_NONE));
  g_assert_cmpuint (count_dismissed (root), ==, 2);
  root = done (root, maq_move_dismiss ("unheard-of", 4, 3));
  g_assert_cmpuint (count_dismissed (root), ==, 2);
  root = done (root, maq_move_bring_back ("nothing-changes", 2, MAQ_ID_NONE));
  g_assert_cmpuint (count_dismissed (root), ==, 0);
  /* it goes with its section */
  root = done (root, maq_move_delete_section (4));
  root = done (root, maq_move_dismiss ("no-space", 3, 2));
  root = done (root, maq_move_delete_layer (2));
  g_assert_null (maq_arrangement_get_fields (maq_project_get_arrangement (root))->dismissals);
  maq_project_unref (root);

  /* once is enough */
  root = done (maq_project_ref (before), maq_move_dismiss ("no-space", MAQ_ID_NONE, MAQ_ID_NONE));
  g_assert_true (root == done (maq_project_ref (root), maq_move_dismiss ("no-space", 2, 1)));
  maq_project_unref (root);
  maq_project_unref (root);
  maq_project_unref (before);
}

static guint
count_moves (GPtrArray *advice)
{
  guint n = 0;

  for (guint i = 0; i < advice->len; i++)
    n += maq_advice_get_fields (g_ptr_array_index (advice, i))->n_moves;

  return n;
}

/* what is pinned is as before with every move that is offered */
static void
assert_pinned_kept (MaqProject *root,
                    GPtrArray  *advice)
{
  MaqArrangement *before = maq_project_get_arrangement (root);

  for (guint i = 0; i < advice->len; i++)
    {
      const MaqAdviceFields *fields = maq_advice_get_fields (g_ptr_array_index (advice, i));

      for (guint m = 0; m < fields->n_moves; m++)
        {
          g_autoptr(MaqProject) moved = maq_move_apply (fields->moves[m], root, NULL);
          MaqArrangement *after = maq_project_get_arrangement (moved);

          for (guint j = 0; j < maq_arrangement_get_n_sections (before); j++)
            {
              MaqSection *section = maq_arrangement_get_section (before, j);
              int at = maq_arrangement_find_section (after, maq_section_get_id (section));

              g_assert_cmpint (at, >=, 0);
              for (guint k = 0; k < maq_section_get_n_parts (section); k++)
                {
                  MaqPart *part = maq_section_get_part (section, k);
                  MaqPart *now = maq_section_find_part (
                    maq_arrangement_get_section (after, (guint) at), maq_part_get_layer (part));

                  if (maq_part_get_fields (part)->pinned)
                    g_assert_true (now != NULL && maq_part_equal (part, now));
                }
            }
        }
    }
}

/* What is settled is not proposed against; what is said is said all the same. */
static void
test_pinned (void)
{
  const MaqId sections[] = { 1, 2, 3, 4, 5, 6 };
  const MaqId layers[] = { 1, 2, 3, 4 };
  MaqProject *root = WRITTEN ("V 8, V 8, C 8, V 8, C 8, C 8", "bass 5 5 5 5 5 5",
                              "drums 5 5 5 5 5 5", "pad 5 5 5 5 5 5", "strings 5 5 5 5 5 5");
  g_autoptr(GPtrArray) open = maq_review (root, NULL, NULL);
  g_autoptr(GPtrArray) half = NULL;
  g_autoptr(GPtrArray) all = NULL;

  root = done (root, maq_move_cells_pinned (&(MaqCells) { sections, 6, layers, 1 }, TRUE));
  half = maq_review (root, NULL, NULL);
  assert_pinned_kept (root, half);
  root = done (root, maq_move_cells_pinned (&(MaqCells) { sections, 6, layers, 4 }, TRUE));
  all = maq_review (root, NULL, NULL);
  assert_pinned_kept (root, all);
  maq_project_unref (root);

  g_assert_cmpuint (half->len, ==, open->len);
  g_assert_cmpuint (all->len, ==, open->len);
  g_assert_cmpuint (count_moves (half), >, 0);
  g_assert_cmpuint (count_moves (half), <, count_moves (open));
}

/* A song that is laid out with care gets nothing to hear. */
static void
test_nothing_to_say (void)
{
  g_autoptr(MaqProject) root = WRITTEN ("Intro 4, Verse 8, Chorus 8, Verse 8, Chorus 8, Bridge 8, "
                                        "Chorus 16", "drums 0 3 7 4 7 0 9", "bass 0 4 7 5 7 0 8",
                                        "acoustic-guitar 4 5 6 5 6 4 7", "keys 0 0 5 4 6 3 7",
                                        "strings 0 0 0 0 5 4 8");
  g_autoptr(GPtrArray) advice = maq_review (root, NULL, NULL);

  g_assert_cmpuint (advice->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/advice/review/small-chorus", test_small_chorus);
  g_test_add_func ("/advice/review/stripped-chorus", test_stripped_chorus);
  g_test_add_func ("/advice/review/late-chorus", test_late_chorus);
  g_test_add_func ("/advice/review/same-last-chorus", test_same_last_chorus);
  g_test_add_func ("/advice/review/all-at-once", test_all_at_once);
  g_test_add_func ("/advice/review/no-space", test_no_space);
  g_test_add_func ("/advice/review/nothing-changes", test_nothing_changes);
  g_test_add_func ("/advice/review/same-job", test_same_job);
  g_test_add_func ("/advice/review/two-registers", test_two_registers);
  g_test_add_func ("/advice/review/silent-bars", test_silent_bars);
  g_test_add_func ("/advice/review/muted", test_muted);
  g_test_add_func ("/advice/review/dismissed-in-copy", test_dismissed_in_copy);
  g_test_add_func ("/advice/review/cancelled", test_cancelled);
  g_test_add_func ("/advice/review/lone-motif", test_lone_motif);
  g_test_add_func ("/advice/review/lone-player", test_lone_player);
  g_test_add_func ("/advice/review/dismissed", test_dismissed);
  g_test_add_func ("/advice/review/pinned", test_pinned);
  g_test_add_func ("/advice/review/nothing-to-say", test_nothing_to_say);

  return g_test_run ();
}
