/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of following an arc. */

#include <math.h>
#include <string.h>

#include "maq-follow.h"
#include "maq-quick-ears.h"
#include "maq-written-song.h"

/* Three layers that are pinned in some sections, with a point of the arc at each of them. */
static MaqProject *
create_pinned (MaqProject   *song,
               guint         first,
               guint         n_sections,
               const double *meant)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (song);
  MaqId layers[3];
  MaqId sections[3];
  MaqCells cells = { sections + first, n_sections, layers, G_N_ELEMENTS (layers) };
  MaqProject *root;
  g_autoptr (MaqMove) pin = NULL;

  for (guint i = 0; i < 3; i++)
    {
      sections[i] = maq_section_get_id (maq_arrangement_get_section (arrangement, i));
      layers[i] = maq_layer_get_id (maq_arrangement_get_layer (arrangement, i));
    }
  pin = maq_move_cells_pinned (&cells, TRUE);
  root = maq_move_apply (pin, song, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MaqProject) before = root;
      g_autoptr (MaqMove) move = maq_move_arc_point (MAQ_ARC_ENERGY, NULL, sections[i], 0.0,
                                                     meant[i], FALSE);

      root = maq_move_apply (move, before, NULL);
    }
  return root;
}

/* Where nothing changes, it is said why. */
static void
test_reasons (void)
{
  g_autoptr (MaqProject) song = WRITTEN ("intro 4, verse 16, chorus 8", "drums 2 2 2",
                                         "bass 2 2 2", "keys 2 2 2");
  g_autoptr (MaqProject) root = create_pinned (song, 2, 1, (const double[]) { 3.0, 4.0, 9.0 });
  const MaqId verse = maq_section_get_id (
    maq_arrangement_get_section (maq_project_get_arrangement (song), 1));
  g_autoptr (MaqFollow) all = maq_follow_new (root, NULL, 0, maq_quick_ears_listen, NULL, NULL,
                                              NULL);
  g_autoptr (MaqFollow) one = maq_follow_new (root, &verse, 1, maq_quick_ears_listen, NULL, NULL,
                                              NULL);

  g_assert_true (g_str_has_prefix (maq_follow_get_section (all, 2)->reason, "pinned there: "));
  g_assert_cmpstr (maq_follow_get_section (one, 0)->reason, ==, "not asked to follow");
  for (guint i = 0; i < maq_follow_get_n_sections (all); i++)
    {
      const MaqFollowSection *section = maq_follow_get_section (all, i);

      double away = fabs (section->after - section->meant);
      g_autofree char *sentence = maq_follow_dup_sentence (all, i);

      g_assert_true (section->text != NULL || section->reason != NULL);
      g_assert_true (section->reason != NULL || away <= MAQ_FOLLOW_FAR);
      g_assert_true (section->text == NULL || g_str_has_prefix (sentence, section->text));
      g_assert_true (section->reason == NULL || g_str_has_suffix (sentence, section->reason));
    }
}

/* A song that lies above its arc from end to end is said to do so, not section by section. */
static void
test_offset (void)
{
  g_autoptr (MaqProject) song = WRITTEN ("intro 4, verse 16, chorus 8", "drums 7 7 7",
                                         "bass 7 7 7", "keys 7 7 7");
  g_autoptr (MaqProject) root = create_pinned (song, 0, 3, (const double[]) { 1.0, 1.0, 1.0 });
  g_autoptr (MaqProject) uneven = create_pinned (song, 0, 3, (const double[]) { 9.0, 1.0, 9.0 });
  g_autoptr (MaqFollow) all = maq_follow_new (root, NULL, 0, maq_quick_ears_listen, NULL, NULL,
                                              NULL);
  g_autoptr (MaqFollow) other = maq_follow_new (uneven, NULL, 0, maq_quick_ears_listen, NULL,
                                                NULL, NULL);
  g_autofree char *summary = maq_follow_dup_summary (all);
  g_autofree char *other_summary = maq_follow_dup_summary (other);

  g_assert_nonnull (strstr (summary, "The whole song lies about "));
  g_assert_nonnull (strstr (summary, " above what is meant"));
  g_assert_null (strstr (other_summary, "The whole song"));
}

/* Nothing is left to play less: not pins, not neighbours keep it there, nor is it as meant. */
static void
test_spent (void)
{
  g_autoptr (MaqProject) song = WRITTEN ("intro 4, verse 4, chorus 4", "drums 1 1 1",
                                         "bass 1 1 1", "keys 1 1 1");
  g_autoptr (MaqProject) pinned = create_pinned (song, 0, 1, (const double[]) { 0.9, 0.9, 0.9 });
  g_autoptr (MaqFollow) all = maq_follow_new (pinned, NULL, 0, maq_quick_ears_listen, NULL, NULL,
                                              NULL);
  const MaqFollowSection *chorus = maq_follow_get_section (all, 2);

  g_assert_cmpfloat (chorus->after - chorus->meant, >, MAQ_FOLLOW_MET);
  g_assert_true (g_str_has_prefix (chorus->reason, "those who are left carry it"));
}

/* A bar that is to fill up only rises, wherever it ends. */
static void
test_progress (void)
{
  double before = 0.0;

  for (guint n = 0; n <= MAQ_FOLLOW_ROUNDS + MAQ_FOLLOW_TRIES + 2; n++)
    for (double part = 0.0; part <= 1.0; part += 0.25)
      {
        double progress = maq_follow_get_progress (n, part);

        g_assert_cmpfloat (progress, >=, before);
        g_assert_cmpfloat (progress, <=, 1.0);
        before = progress;
      }
  g_assert_cmpfloat (maq_follow_get_progress (0, 0.0), ==, 0.0);
  /* where it ends early, it does not leap */
  g_assert_cmpfloat (maq_follow_get_progress (3, 0.0), >=, 0.7);
  g_assert_cmpfloat (before, ==, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advice/follow/reasons", test_reasons);
  g_test_add_func ("/advice/follow/offset", test_offset);
  g_test_add_func ("/advice/follow/spent", test_spent);
  g_test_add_func ("/advice/follow/progress", test_progress);
  return g_test_run ();
}
