/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-change.h"
#include "maq-edit.h"
#include "maq-odd-bar.h"

enum { DRUMS = 1, BASS, STRINGS };
enum { VERSE = 11, CHORUS, CHORUS_2, CHORUS_3 };

static MaqLayer *
make_layer (MaqId       id,
            const char *name)
{
  return maq_layer_new (&(MaqLayerFields) { .id = id, .name = name });
}

static MaqSection *
make_section (MaqId       id,
              MaqId       follows,
              int         bars,
              const char *name)
{
  return maq_section_new (&(MaqSectionFields) {
    .id = id, .follows = follows, .bars = bars, .name = name, .kind = MAQ_SECTION_CHORUS });
}

static MaqSection *
put_in (MaqSection *self,
        MaqId       layer,
        int         level)
{
  g_autoptr(MaqSection) before = self;
  g_autoptr(MaqPart) part = maq_part_new (&(MaqPartFields) { .layer = layer, .level = level });

  return maq_section_with_part (before, part);
}

/*
 *             Verse   Chorus   Chorus 2            Chorus 3
 *                              follows Chorus      follows Chorus
 *  Drums        2       8        (8)                 (8)
 *  Bass         -       7        0 = out             (7)
 *  Strings      -       -        5                   -
 */
static MaqProject *
make_project (void)
{
  g_autoptr(MaqLayer) drums = make_layer (DRUMS, "Drums");
  g_autoptr(MaqLayer) bass = make_layer (BASS, "Bass");
  g_autoptr(MaqLayer) strings = make_layer (STRINGS, "Strings");
  gpointer layer_items[] = { drums, bass, strings };
  g_autoptr(MaqSection) verse = put_in (make_section (VERSE, 0, 8, "Verse"), DRUMS, 2);
  g_autoptr(MaqSection) chorus =
    put_in (put_in (make_section (CHORUS, 0, 8, "Chorus"), BASS, 7), DRUMS, 8);
  g_autoptr(MaqSection) chorus_2 =
    put_in (put_in (make_section (CHORUS_2, CHORUS, 0, "Chorus 2"), STRINGS, 5), BASS, 0);
  g_autoptr(MaqSection) chorus_3 = make_section (CHORUS_3, CHORUS, 12, "Chorus 3");
  gpointer section_items[] = { verse, chorus, chorus_2, chorus_3 };
  g_autoptr(MaqVec) layers = maq_vec_new (&maq_layer_vec_class, layer_items, 3);
  g_autoptr(MaqVec) sections = maq_vec_new (&maq_section_vec_class, section_items, 4);
  g_autoptr(MaqArrangement) arrangement = maq_arrangement_new (&(MaqArrangementFields) {
    .id = 1, .name = "As demoed", .layers = layers, .sections = sections });
  gpointer arrangement_items[] = { arrangement };
  g_autoptr(MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class, arrangement_items, 1);
  g_autoptr(MaqSong) song = maq_song_new (&(MaqSongFields) {
    .id = 1, .title = "Song", .key = { { 0, 0 }, MAQ_MODE_MAJOR }, .tempo_qpm = 120,
    .meter = { 4, 4 }, .current = 1, .arrangements = arrangements });
  gpointer song_items[] = { song };
  g_autoptr(MaqVec) songs = maq_vec_new (&maq_song_vec_class, song_items, 1);

  return maq_project_new (&(MaqProjectFields) { .title = "Record", .current = 1, .songs = songs });
}

static void
test_same_in_same_out (void)
{
  g_autoptr(MaqProject) root = make_project ();
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqSection *verse = maq_arrangement_get_section (arrangement, 0);
  MaqPart *part = maq_section_find_part (verse, DRUMS);
  g_autoptr(MaqPart) same_part = maq_part_with_level (part, 2);
  g_autoptr(MaqSection) same_section = maq_section_with_name (verse, "Verse");
  g_autoptr(MaqSection) same_parts = maq_section_with_part (verse, same_part);
  g_autoptr(MaqSection) still = maq_section_without_part (verse, STRINGS);
  g_autoptr(MaqProject) same_root = maq_edit_replace_section (root, verse);
  g_autoptr(MaqArrangement) unmoved = maq_arrangement_moved_section (arrangement, 2, 2);

  g_assert_true (same_part == part);
  g_assert_true (same_section == verse);
  g_assert_true (same_parts == verse);
  g_assert_true (still == verse);
  g_assert_true (same_root == root);
  g_assert_true (unmoved == arrangement);
}

static void
test_edit_copies_only_the_spine (void)
{
  g_autoptr(MaqProject) root = make_project ();
  MaqArrangement *before = maq_project_get_arrangement (root);
  MaqSection *verse = maq_arrangement_get_section (before, 0);
  g_autoptr(MaqSection) renamed = maq_section_with_name (verse, "A");
  g_autoptr(MaqProject) edited = maq_edit_replace_section (root, renamed);
  MaqArrangement *after = maq_project_get_arrangement (edited);

  g_assert_true (edited != root);
  g_assert_cmpstr (maq_section_get_name (maq_arrangement_get_section (before, 0)), ==, "Verse");
  g_assert_cmpstr (maq_section_get_name (maq_arrangement_get_section (after, 0)), ==, "A");
  for (guint i = 1; i < 4; i++)
    g_assert_true (maq_arrangement_get_section (before, i) ==
                   maq_arrangement_get_section (after, i));
  g_assert_true (maq_arrangement_get_fields (before)->layers ==
                 maq_arrangement_get_fields (after)->layers);
}

static int
resolved_bars (MaqArrangement *arrangement,
               guint           index)
{
  return maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index))->bars;
}

static void
test_follower_takes_what_it_leaves_unset (void)
{
  g_autoptr(MaqProject) root = make_project ();
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  g_assert_cmpint (maq_arrangement_get_level (arrangement, 2, DRUMS), ==, 8);
  g_assert_cmpint (maq_arrangement_get_level (arrangement, 2, BASS), ==, 0);
  g_assert_cmpint (maq_arrangement_get_level (arrangement, 2, STRINGS), ==, 5);
  g_assert_cmpint (maq_arrangement_get_level (arrangement, 3, BASS), ==, 7);
  g_assert_cmpint (maq_arrangement_get_level (arrangement, 3, STRINGS), ==, 0);
  g_assert_cmpint (resolved_bars (arrangement, 2), ==, 8);
  g_assert_cmpint (resolved_bars (arrangement, 3), ==, 12);
  g_assert_true (maq_arrangement_get_resolved (arrangement, 1) ==
                 maq_arrangement_get_section (arrangement, 1));
}

/* an edit keeps what is resolved, save for followers of what it touched */
static void
test_edit_resolves_again_only_what_it_touched (void)
{
  g_autoptr(MaqProject) root = make_project ();
  MaqArrangement *before = maq_project_get_arrangement (root);
  MaqSection *resolved = maq_arrangement_get_resolved (before, 2);
  g_autoptr(MaqSection) verse = maq_section_with_bars (maq_arrangement_get_section (before, 0), 16);
  g_autoptr(MaqArrangement) other = maq_arrangement_with_section_at (before, 0, verse);
  g_autoptr(MaqArrangement) fewer = maq_arrangement_without_section (before, 0);
  g_autoptr(MaqArrangement) moved = maq_arrangement_moved_section (before, 2, 0);
  g_autoptr(MaqSection) chorus =
    put_in (maq_section_ref (maq_arrangement_get_section (before, 1)), DRUMS, 3);
  g_autoptr(MaqArrangement) touched = maq_arrangement_with_section_at (before, 1, chorus);

  g_assert_true (maq_arrangement_get_resolved (other, 2) == resolved);
  g_assert_true (maq_arrangement_get_resolved (fewer, 1) == resolved);
  g_assert_true (maq_arrangement_get_resolved (moved, 0) == resolved);
  g_assert_true (maq_arrangement_get_resolved (touched, 2) != resolved);
  g_assert_cmpint (maq_arrangement_get_level (touched, 2, DRUMS), ==, 3);
  g_assert_cmpint (maq_arrangement_get_level (before, 2, DRUMS), ==, 8);
}

static void
test_deleting_the_followed_promotes_the_first_follower (void)
{
  g_autoptr(MaqProject) root = make_project ();
  MaqArrangement *before = maq_project_get_arrangement (root);
  g_autoptr(MaqArrangement) after = maq_edit_delete_section (before, CHORUS);
  const MaqSectionFields *heir = maq_section_get_fields (maq_arrangement_get_section (after, 1));
  const MaqSectionFields *other = maq_section_get_fields (maq_arrangement_get_section (after, 2));

  g_assert_cmpuint (maq_arrangement_get_n_sections (after), ==, 3);
  g_assert_cmpuint (heir->id, ==, CHORUS_2);
  g_assert_cmpuint (heir->follows, ==, MAQ_ID_NONE);
  g_assert_cmpint (heir->bars, ==, 8);
  g_assert_cmpuint (other->follows, ==, CHORUS_2);

  /* nobody sounds different for it */
  for (guint i = 1; i < 3; i++)
    for (MaqId layer = DRUMS; layer <= STRINGS; layer++)
      g_assert_cmpint (maq_arrangement_get_level (after, i, layer), ==,
                       maq_arrangement_get_level (before, i + 1, layer));
}

static void
test_deleting_a_layer_takes_its_parts (void)
{
  g_autoptr(MaqProject) root = make_project ();
  MaqArrangement *before = maq_project_get_arrangement (root);
  g_autoptr(MaqArrangement) after = maq_edit_delete_layer (before, DRUMS);

  g_assert_cmpuint (maq_arrangement_get_n_layers (after), ==, 2);
  for (guint i = 0; i < 4; i++)
    g_assert_null (maq_section_find_part (maq_arrangement_get_section (after, i), DRUMS));
}

static void
test_fresh_ids_are_fresh_and_repeatable (void)
{
  g_autoptr(MaqProject) root = make_project ();
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqId id = maq_arrangement_fresh_id (arrangement, 0);

  g_assert_cmpuint (id, !=, MAQ_ID_NONE);
  g_assert_cmpint (maq_arrangement_find_section (arrangement, id), ==, -1);
  g_assert_cmpuint (maq_arrangement_fresh_id (arrangement, 0), ==, id);
  g_assert_cmpuint (maq_arrangement_fresh_id (arrangement, 1), !=, id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/values/same-in-same-out", test_same_in_same_out);
  g_test_add_func ("/score/values/edit-copies-only-the-spine", test_edit_copies_only_the_spine);
  g_test_add_func ("/score/follows/takes-what-it-leaves-unset",
                   test_follower_takes_what_it_leaves_unset);
  g_test_add_func ("/score/follows/edit-resolves-again-only-what-it-touched",
                   test_edit_resolves_again_only_what_it_touched);
  g_test_add_func ("/score/follows/deleting-promotes",
                   test_deleting_the_followed_promotes_the_first_follower);
  g_test_add_func ("/score/edit/deleting-a-layer-takes-its-parts",
                   test_deleting_a_layer_takes_its_parts);
  g_test_add_func ("/score/id/fresh", test_fresh_ids_are_fresh_and_repeatable);
  return g_test_run ();
}
