/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever moves make of a song can be kept in a file, and comes back the same. */

#include "maq-diff.h"
#include "maq-move.h"
#include "maq-random-move.h"
#include "maq-random-song.h"
#include "maq-xml-reader.h"
#include "maq-xml-writer.h"

static void
assert_kept (MaqProject *root)
{
  g_autoptr(GBytes) written = maq_xml_write (root);
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) read = maq_xml_read (written, &error);
  g_autoptr(GBytes) again = NULL;

  g_assert_no_error (error);
  if (!maq_project_equal (read, root))
    {
      g_autoptr(MaqDiff) diff = maq_diff_new (root, read);
      g_autofree char *summary = maq_diff_dup_summary (diff, 10);

      g_error ("came back different: %s", summary);
    }

  again = maq_xml_write (read);
  g_assert_true (g_bytes_equal (again, written));
}

static void
moved_songs_are_kept (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(MaqProject) current = maq_any_project (rand, &maq_any_small);

      for (guint j = 0; j < 60; j++)
        {
          g_autoptr(MaqMove) move = maq_any_move (rand, current);
          MaqProject *next = maq_move_apply (move, current, NULL);

          if (next == NULL)
            continue;
          maq_project_unref (current);
          current = next;
          if (j % 4 == 0)
            assert_kept (current);
        }
      assert_kept (current);
    }
}

/* A writer that remembers writes the same as one that does not. */
static void
memory_changes_no_text (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr(MaqProject) current = maq_any_project (rand, &maq_any_small);
      MaqXmlMemo *memo = maq_xml_memo_new ();

      for (guint j = 0; j < 60; j++)
        {
          g_autoptr(MaqMove) move = maq_any_move (rand, current);
          MaqProject *next = maq_move_apply (move, current, NULL);
          g_autoptr(GBytes) whole = NULL;
          g_autoptr(GBytes) remembered = NULL;

          if (next == NULL)
            continue;
          maq_project_unref (current);
          current = next;
          whole = maq_xml_write (current);
          remembered = maq_xml_write_with_memo (current, memo);
          g_assert_true (g_bytes_equal (whole, remembered));
        }
      maq_xml_memo_free (memo);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moves/move/made-songs-are-kept", moved_songs_are_kept);
  g_test_add_func ("/moves/move/memory-changes-no-text", memory_changes_no_text);

  return g_test_run ();
}
