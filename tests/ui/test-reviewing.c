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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/reviewing/asked-during-first", Fixture, NULL, set_up,
              test_asked_during_first, tear_down);
  g_test_add ("/ui/reviewing/asked-during-newer", Fixture, NULL, set_up,
              test_asked_during_newer, tear_down);
  return g_test_run ();
}
