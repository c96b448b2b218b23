/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-diff.h"
#include "maq-move.h"
#include "maq-random-move.h"
#include "maq-random-song.h"

/*
 * An oracle that knows nothing of lists and runs: it looks at every thing of
 * both roots by its path, and puts down which paths must be told.
 */
typedef struct
{
  GHashTable *expected; /* path as text */
  MaqProject *before;
  MaqProject *after;
  MaqArrangement *after_arrangement;
} Oracle;

static char *
dup_path (MaqPath path)
{
  return g_strdup_printf ("%" G_GINT64_MODIFIER "x/%" G_GINT64_MODIFIER "x/%" G_GINT64_MODIFIER
                          "x/%" G_GINT64_MODIFIER "x",
                          path.song, path.arrangement, path.section, path.layer);
}

static void
expect (Oracle  *self,
        MaqPath  path)
{
  g_hash_table_add (self->expected, dup_path (path));
}

static MaqSection *
find_section (MaqArrangement *arrangement,
              MaqId           id)
{
  int index = maq_arrangement_find_section (arrangement, id);

  return index >= 0 ? maq_arrangement_get_section (arrangement, (guint) index) : NULL;
}

static MaqLayer *
find_layer (MaqArrangement *arrangement,
            MaqId           id)
{
  int index = maq_arrangement_find_layer (arrangement, id);

  return index >= 0 ? maq_arrangement_get_layer (arrangement, (guint) index) : NULL;
}

static MaqRemark *
find_remark (MaqArrangement *arrangement,
             MaqId           id)
{
  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    if (maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i))->id == id)
      return maq_arrangement_get_remark (arrangement, i);

  return NULL;
}

static MaqSection *
without_parts (MaqSection *section)
{
  MaqSectionFields fields = *maq_section_get_fields (section);

  fields.parts = NULL;
  return maq_section_new (&fields);
}

static gboolean
states_same (MaqSection *a,
             MaqSection *b)
{
  g_autoptr(MaqSection) left = without_parts (a);
  g_autoptr(MaqSection) right = without_parts (b);

  return maq_section_equal (left, right);
}

static void
expect_parts (Oracle         *self,
              MaqPath         path,
              MaqArrangement *a,
              MaqArrangement *b,
              MaqSection     *before,
              MaqSection     *after)
{
  for (guint i = 0; i < maq_arrangement_get_n_layers (b); i++)
    {
      MaqPart *left = NULL, *right = NULL;

      path.layer = maq_layer_get_id (maq_arrangement_get_layer (b, i));
      if (find_layer (a, path.layer) == NULL)
        continue;

      left = maq_section_find_part (before, path.layer);
      right = maq_section_find_part (after, path.layer);
      if ((left == NULL) != (right == NULL) || (left != NULL && !maq_part_equal (left, right)))
        expect (self, path);
    }
}

static void
expect_sections (Oracle         *self,
                 MaqPath         path,
                 MaqArrangement *a,
                 MaqArrangement *b)
{
  for (guint i = 0; i < maq_arrangement_get_n_sections (a); i++)
    {
      MaqSection *before = maq_arrangement_get_section (a, i);
      MaqSection *after = find_section (b, maq_section_get_id (before));

      path.section = maq_section_get_id (before);
      if (after == NULL || !states_same (before, after))
        expect (self, path);
      if (after != NULL)
        expect_parts (self, path, a, b, before, after);
    }

  for (guint i = 0; i < maq_arrangement_get_n_sections (b); i++)
    {
      path.section = maq_section_get_id (maq_arrangement_get_section (b, i));
      if (find_section (a, path.section) == NULL)
        expect (self, path);
    }
}

static void
expect_layers (Oracle         *self,
               MaqPath         path,
               MaqArrangement *a,
               MaqArrangement *b)
{
  for (guint i = 0; i < maq_arrangement_get_n_layers (a); i++)
    {
      MaqLayer *before = maq_arrangement_get_layer (a, i);
      MaqLayer *after = find_layer (b, maq_layer_get_id (before));

      path.layer = maq_layer_get_id (before);
      if (after == NULL || !maq_layer_equal (before, after))
        expect (self, path);
    }

  for (guint i = 0; i < maq_arrangement_get_n_layers (b); i++)
    {
      path.layer = maq_layer_get_id (maq_arrangement_get_layer (b, i));
      if (find_layer (a, path.layer) == NULL)
        expect (self, path);
    }
}

static void
expect_remark (Oracle    *self,
               MaqPath    path,
               MaqRemark *remark)
{
  path.section = maq_remark_get_fields (remark)->section;
  path.layer = maq_remark_get_fields (remark)->layer;
  expect (self, path);
}

static void
expect_remarks (Oracle         *self,
                MaqPath         path,
                MaqArrangement *a,
                MaqArrangement *b)
{
  for (guint i = 0; i < maq_arrangement_get_n_remarks (a); i++)
    {
      MaqRemark *before = maq_arrangement_get_remark (a, i);
      MaqRemark *after = find_remark (b, maq_remark_get_fields (before)->id);

      if (after == NULL)
        expect_remark (self, path, before);
      else if (!maq_remark_equal (before, after))
        expect_remark (self, path, after);
    }

  for (guint i = 0; i < maq_arrangement_get_n_remarks (b); i++)
    {
      MaqRemark *after = maq_arrangement_get_remark (b, i);

      if (find_remark (a, maq_remark_get_fields (after)->id) == NULL)
        expect_remark (self, path, after);
    }
}

static MaqTake *
find_take (MaqArrangement *arrangement,
           MaqTake        *like)
{
  MaqVec *takes = maq_arrangement_get_fields (arrangement)->takes;
  const MaqTakeFields *fields = maq_take_get_fields (like);

  for (guint i = 0; takes != NULL && i < maq_vec_get_length (takes); i++)
    {
      const MaqTakeFields *found = maq_take_get_fields (maq_vec_get (takes, i));

      if (found->section == fields->section && found->layer == fields->layer)
        return maq_vec_get (takes, i);
    }

  return NULL;
}

/* those of @b that @a does not have, or has otherwise; returns whether there are any */
static gboolean
expect_takes_of (Oracle         *self,
                 MaqPath         path,
                 MaqArrangement *a,
                 MaqArrangement *b)
{
  MaqVec *takes = maq_arrangement_get_fields (b)->takes;
  gboolean has_some = FALSE;

  for (guint i = 0; takes != NULL && i < maq_vec_get_length (takes); i++)
    {
      MaqTake *take = maq_vec_get (takes, i);
      MaqTake *other = find_take (a, take);

      path.section = maq_take_get_fields (take)->section;
      path.layer = maq_take_get_fields (take)->layer;
      if (other != NULL && maq_take_equal (other, take))
        continue;
      has_some = TRUE;
      if (find_section (self->after_arrangement, path.section) != NULL &&
          find_layer (self->after_arrangement, path.layer) != NULL)
        expect (self, path);
    }

  return has_some;
}

static void
expect_takes (Oracle         *self,
              MaqPath         path,
              MaqArrangement *a,
              MaqArrangement *b)
{
  MaqVec *before = maq_arrangement_get_fields (a)->takes;
  MaqVec *after = maq_arrangement_get_fields (b)->takes;
  gboolean has_some;

  self->after_arrangement = b;
  has_some = expect_takes_of (self, path, a, b);
  has_some |= expect_takes_of (self, path, b, a);
  if (!has_some && before != after && before != NULL && !maq_vec_equal (before, after))
    expect (self, path);
}

/* what an arrangement says of itself: all but what has a path of its own */
static MaqArrangement *
bare_arrangement (MaqArrangement *arrangement)
{
  MaqArrangementFields fields = *maq_arrangement_get_fields (arrangement);

  fields.layers = fields.sections = fields.remarks = fields.takes = NULL;
  return maq_arrangement_new (&fields);
}

static void
expect_arrangement (Oracle         *self,
                    MaqPath         path,
                    MaqArrangement *a,
                    MaqArrangement *b)
{
  g_autoptr(MaqArrangement) left = bare_arrangement (a);
  g_autoptr(MaqArrangement) right = bare_arrangement (b);

  if (!maq_arrangement_equal (left, right))
    expect (self, path);
  expect_sections (self, path, a, b);
  expect_layers (self, path, a, b);
  expect_remarks (self, path, a, b);
  expect_takes (self, path, a, b);
}

static MaqSong *
bare_song (MaqSong *song)
{
  MaqSongFields fields = *maq_song_get_fields (song);

  fields.arrangements = NULL;
  return maq_song_new (&fields);
}

static void
expect_song (Oracle  *self,
             MaqSong *before,
             MaqSong *after)
{
  g_autoptr(MaqSong) left = bare_song (before);
  g_autoptr(MaqSong) right = bare_song (after);
  MaqPath path = { .song = maq_song_get_id (after) };

  if (!maq_song_equal (left, right))
    expect (self, path);

  for (guint i = 0; i < maq_song_get_n_arrangements (before); i++)
    {
      MaqArrangement *a = maq_song_get_arrangement (before, i);
      int index = maq_song_find_arrangement (after, maq_arrangement_get_id (a));

      path.arrangement = maq_arrangement_get_id (a);
      if (index < 0)
        expect (self, path);
      else
        expect_arrangement (self, path, a, maq_song_get_arrangement (after, (guint) index));
    }

  for (guint i = 0; i < maq_song_get_n_arrangements (after); i++)
    {
      path.arrangement = maq_arrangement_get_id (maq_song_get_arrangement (after, i));
      if (maq_song_find_arrangement (before, path.arrangement) < 0)
        expect (self, path);
    }
}

static gboolean
say_same (MaqSession *a,
          MaqSession *b)
{
  return a == b || (a != NULL && b != NULL && maq_session_equal (a, b));
}

/* moves leave the songs in their places */
static GHashTable *
ask_oracle (MaqProject *before,
            MaqProject *after)
{
  Oracle self = { .expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                  .before = before, .after = after };

  if (maq_project_get_fields (before)->current != maq_project_get_fields (after)->current ||
      g_strcmp0 (maq_project_get_fields (before)->soundfont,
                 maq_project_get_fields (after)->soundfont) != 0 ||
      !say_same (maq_project_get_fields (before)->session,
                 maq_project_get_fields (after)->session))
    expect (&self, (MaqPath) { 0 });
  for (guint i = 0; i < maq_project_get_n_songs (before); i++)
    expect_song (&self, maq_project_get_song (before, i), maq_project_get_song (after, i));

  return self.expected;
}

/* how many sections of both stand in the same order, at most */
static guint
count_in_order (MaqArrangement *before,
                MaqArrangement *after)
{
  guint n_before = maq_arrangement_get_n_sections (before);
  guint n_after = maq_arrangement_get_n_sections (after);
  g_autofree guint *best = g_new0 (guint, (n_before + 1) * (n_after + 1));

  for (guint i = 1; i <= n_before; i++)
    for (guint j = 1; j <= n_after; j++)
      {
        MaqId left = maq_section_get_id (maq_arrangement_get_section (before, i - 1));
        MaqId right = maq_section_get_id (maq_arrangement_get_section (after, j - 1));
        guint *cell = &best[i * (n_after + 1) + j];

        *cell = left == right ? cell[-(int) (n_after + 1) - 1] + 1
                              : MAX (cell[-1], cell[-(int) (n_after + 1)]);
      }

  return best[(n_before + 1) * (n_after + 1) - 1];
}

static guint
count_in_both (MaqArrangement *before,
               MaqArrangement *after)
{
  guint n_in_both = 0;

  for (guint i = 0; i < maq_arrangement_get_n_sections (before); i++)
    if (find_section (after, maq_section_get_id (maq_arrangement_get_section (before, i))) != NULL)
      n_in_both++;

  return n_in_both;
}

/* without what came, went or is said to have moved, the order is the same, and
 * no more is said to have moved than need be */
static void
assert_moves_told (MaqDiff        *diff,
                   MaqId           song,
                   MaqArrangement *before,
                   MaqArrangement *after)
{
  g_autoptr(GHashTable) moved = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint j = 0;

  for (guint i = 0; i < maq_diff_get_n_changes (diff); i++)
    {
      const MaqChange *change = maq_diff_get_change (diff, i);

      if (change->kind == MAQ_CHANGE_MOVED && change->path.song == song &&
          change->path.arrangement == maq_arrangement_get_id (after) &&
          change->path.section != MAQ_ID_NONE && change->path.layer == MAQ_ID_NONE)
        g_hash_table_add (moved, (gpointer) &change->path.section);
    }
  g_assert_cmpuint (g_hash_table_size (moved), ==,
                    count_in_both (before, after) - count_in_order (before, after));

  for (guint i = 0; i < maq_arrangement_get_n_sections (before); i++)
    {
      MaqId id = maq_section_get_id (maq_arrangement_get_section (before, i));

      if (find_section (after, id) == NULL || g_hash_table_contains (moved, &id))
        continue;

      while (g_hash_table_contains (moved, &maq_section_get_fields (
               maq_arrangement_get_section (after, j))->id) ||
             find_section (before, maq_section_get_id (maq_arrangement_get_section (after, j))) ==
               NULL)
        j++;
      g_assert_cmphex (maq_section_get_id (maq_arrangement_get_section (after, j)), ==, id);
      j++;
    }
}

static void
assert_diff_tells_all (MaqProject *before,
                       MaqProject *after)
{
  g_autoptr(MaqDiff) diff = maq_diff_new (before, after);
  g_autoptr(GHashTable) expected = ask_oracle (before, after);
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer path = NULL;

  for (guint i = 0; i < maq_diff_get_n_changes (diff); i++)
    {
      const MaqChange *change = maq_diff_get_change (diff, i);

      g_assert_true (g_utf8_validate (change->sentence, -1, NULL));
      g_assert_cmpstr (change->sentence, !=, "");
      g_hash_table_add (told, dup_path (change->path));
      if (change->kind != MAQ_CHANGE_MOVED)
        {
          g_autofree char *text = dup_path (change->path);

          if (!g_hash_table_contains (expected, text))
            g_error ("nothing changed at %s, but: %s", text, change->sentence);
        }
    }

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_hash_table_contains (told, path))
      g_error ("what changed at %s is not told", (char *) path);

  g_assert_true ((maq_diff_get_n_changes (diff) == 0) == maq_project_equal (before, after));
  if (maq_song_get_id (maq_project_get_current (before)) ==
        maq_song_get_id (maq_project_get_current (after)) &&
      maq_arrangement_get_id (maq_project_get_arrangement (before)) ==
        maq_arrangement_get_id (maq_project_get_arrangement (after)))
    assert_moves_told (diff, maq_song_get_id (maq_project_get_current (after)),
                       maq_project_get_arrangement (before), maq_project_get_arrangement (after));
}

/* the same values in new memory: what is shared no longer tells anything */
static MaqProject *
copy_project (MaqProject *root)
{
  g_autoptr(MaqMove) there = maq_move_song_tempo (123.5);
  g_autoptr(MaqMove) back = NULL;
  g_autoptr(MaqProject) other = maq_move_apply (there, root, NULL);

  back = maq_move_song_tempo (
    maq_song_get_fields (maq_project_get_current (root))->tempo_qpm);
  return maq_move_apply (back, other, NULL);
}

static void
diff_names_every_change (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr(MaqProject) first = maq_any_project (rand, i % 4 == 0 ? &maq_any_middling
                                                                      : &maq_any_small);
      g_autoptr(MaqProject) current = maq_project_ref (first);

      for (guint j = 0; j < 30; j++)
        {
          g_autoptr(MaqMove) move = maq_any_move (rand, current);
          g_autoptr(MaqProject) next = maq_move_apply (move, current, NULL);

          if (next == NULL)
            continue;
          assert_diff_tells_all (current, next);
          g_clear_pointer (&current, maq_project_unref);
          current = g_steal_pointer (&next);
        }
      assert_diff_tells_all (first, current);
      assert_diff_tells_all (current, first);
    }
}

static void
diff_of_equals_is_empty (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr(MaqProject) root = maq_any_project (rand, &maq_any_small);
      g_autoptr(MaqProject) copy = copy_project (root);
      g_autoptr(MaqDiff) same = maq_diff_new (root, root);
      g_autoptr(MaqDiff) equal = maq_diff_new (root, copy);
      g_autofree char *summary = maq_diff_dup_summary (equal, 3);

      g_assert_true (maq_project_equal (root, copy));
      g_assert_cmpuint (maq_diff_get_n_changes (same), ==, 0);
      g_assert_cmpuint (maq_diff_get_n_changes (equal), ==, 0);
      g_assert_cmpstr (summary, ==, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/diff/of-equals-is-empty", diff_of_equals_is_empty);
  g_test_add_func ("/score/diff/names-every-change", diff_names_every_change);

  return g_test_run ();
}
