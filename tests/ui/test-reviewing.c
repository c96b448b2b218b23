/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of remarks is about when several things change while a worker is at it. */

#include "maq-reviewing.h"

#include "maq-written-song.h"

#define PATIENCE_SECONDS 20
#define EARLY_SECONDS 10

typedef struct
{
  MaqReviewing *reviewing;
  guint         n_reviews;
} Fixture;

static void
reviewed_cb (Fixture *self)
{
  self->n_reviews++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->reviewing = maq_reviewing_new ();
  g_signal_connect_swapped (self->reviewing, "reviewed", G_CALLBACK (reviewed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->reviewing);
}

static gboolean
impatient_cb (gpointer data)
{
  g_error ("no review comes");
  return G_SOURCE_REMOVE;
}

static void
wait_for_review (Fixture *self)
{
  guint timer = g_timeout_add_seconds (PATIENCE_SECONDS, impatient_cb, NULL);
  guint before = self->n_reviews;

  while (self->n_reviews == before)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

/* Nothing else is waited for: the first thing that happens is that the worker starts. */
static void
wait_for_worker (void)
{
  while (!g_main_context_iteration (NULL, TRUE))
    continue;
}

static gboolean
is_said (Fixture    *self,
         const char *check)
{
  GPtrArray *advice = maq_reviewing_get_advice (self->reviewing);

  for (guint i = 0; i < advice->len; i++)
    if (g_str_equal (maq_advice_get_fields (g_ptr_array_index (advice, i))->check, check))
      return TRUE;

  return FALSE;
}

/* waits until @check is said, whatever else is said before that */
static void
wait_for (Fixture    *self,
          const char *check)
{
  while (!is_said (self, check))
    wait_for_review (self);
}

static MaqProject *
get_song (int level)
{
  g_autofree char *bass = g_strdup_printf ("bass 5 %d", level);

  return WRITTEN ("Verse 8, Chorus 8", bass, "keys 5 7", "drums 5 7");
}

/* What changes while the first song is with the worker counts for it. */
static void
test_asked_during_first (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (MaqProject) root = get_song (7);

  maq_reviewing_take (self->reviewing, root);
  wait_for_worker ();
  maq_reviewing_set_chorus (self->reviewing, EARLY_SECONDS);
  wait_for (self, "late-chorus");
  g_assert_true (maq_reviewing_get_root (self->reviewing) == root);
}

/* It is the newest song that is heard through again, not the last that was. */
static void
test_asked_during_newer (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (MaqProject) root = get_song (7);
  g_autoptr (MaqProject) newer = get_song (8);

  maq_reviewing_take (self->reviewing, root);
  wait_for_review (self);
  g_assert_false (is_said (self, "late-chorus"));
  maq_reviewing_take (self->reviewing, newer);
  wait_for_worker ();
  maq_reviewing_set_chorus (self->reviewing, EARLY_SECONDS);
  wait_for (self, "late-chorus");
  g_assert_true (maq_reviewing_get_root (self->reviewing) == newer);
}

/* written as louder, measured as softer; ids begin at 1, in the order of the form */
static const MaqSectionFigures measured[] = {
  { 3, { .seconds = 16, .loudness_lufs = -18 } },
  { 1, { .seconds = 8, .loudness_lufs = -24 } },
  { 9, { .seconds = 16, .loudness_lufs = -40 } },
  { 2, { .seconds = 16, .loudness_lufs = -15 } },
};

static void
give_figures (Fixture *self,
              MaqId    song,
              MaqId    arrangement)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (MaqSectionFigures));

  g_array_append_vals (figures, measured, G_N_ELEMENTS (measured));
  maq_reviewing_set_figures (self->reviewing, song, arrangement, figures);
}

static MaqId
get_song_id (MaqProject *root)
{
  return maq_song_get_id (maq_project_get_current (root));
}

static MaqId
get_arrangement_id (MaqProject *root)
{
  return maq_arrangement_get_id (maq_project_get_arrangement (root));
}

static void
take (Fixture    *self,
      MaqProject *root)
{
  maq_reviewing_take (self->reviewing, root);
  wait_for_review (self);
  g_assert_true (maq_reviewing_get_root (self->reviewing) == root);
}

/* Figures go with the section that was measured, wherever it stands now. */
static void
test_figures_by_section (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (MaqProject) root = WRITTEN ("Intro 4, Verse 8, Chorus 8", "drums 0 6 7",
                                         "bass 3 6 7", "keys 3 5 6", "strings 0 0 0");
  g_autoptr (MaqMove) delete = maq_move_delete_section (1);
  g_autoptr (MaqMove) copy = maq_move_add_arrangement ("Other");
  g_autoptr (MaqProject) shorter = maq_move_apply (delete, root, NULL);
  g_autoptr (MaqProject) other = maq_move_apply (copy, root, NULL);

  take (self, root);
  g_assert_false (is_said (self, "small-chorus"));
  give_figures (self, get_song_id (root), get_arrangement_id (root));
  wait_for_review (self);
  g_assert_true (is_said (self, "small-chorus"));

  /* fewer sections than were measured */
  take (self, shorter);
  g_assert_true (is_said (self, "small-chorus"));
  maq_reviewing_set_figures (self->reviewing, MAQ_ID_NONE, MAQ_ID_NONE, NULL);
  wait_for_review (self);
  g_assert_false (is_said (self, "small-chorus"));

  /* a copy has sections with the same ids, which sound as they like */
  give_figures (self, get_song_id (root), get_arrangement_id (root));
  wait_for_review (self);
  g_assert_true (is_said (self, "small-chorus"));
  take (self, other);
  g_assert_false (is_said (self, "small-chorus"));
  give_figures (self, get_song_id (root), get_arrangement_id (root));
  take (self, root);
  g_assert_false (is_said (self, "small-chorus"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/reviewing/asked-during-first", Fixture, NULL, set_up,
              test_asked_during_first, tear_down);
  g_test_add ("/ui/reviewing/asked-during-newer", Fixture, NULL, set_up,
              test_asked_during_newer, tear_down);
  g_test_add ("/ui/reviewing/figures-by-section", Fixture, NULL, set_up,
              test_figures_by_section, tear_down);
  return g_test_run ();
}
