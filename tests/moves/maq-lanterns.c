/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-lanterns.h"

#include <string.h>

#include "maq-xml-reader.h"

MaqProject *song;

static MaqProject *
load (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAQ_DATADIR"), "examples",
                                            "lanterns.maquette", NULL);
  g_autoptr(MaqMove) select = NULL;
  g_autoptr(MaqProject) root = NULL;
  g_autoptr(MaqProject) bare = NULL;
  MaqProjectFields fields;
  g_autoptr(GBytes) bytes = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  root = maq_xml_read (bytes, NULL);
  g_assert_nonnull (root);
  /* what is said of the session comes with the tests of it */
  fields = *maq_project_get_fields (root);
  fields.session = NULL;
  bare = maq_project_with_fields (root, &fields);
  select = maq_move_select_arrangement (
    maq_arrangement_get_id (maq_song_get_arrangement (maq_project_get_current (bare), 0)));
  return maq_move_apply (select, bare, NULL);
}

int
section_at (MaqProject *root,
            const char *name)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    if (strcmp (maq_section_get_name (maq_arrangement_get_section (arrangement, i)), name) == 0)
      return (int) i;

  return -1;
}

MaqSection *
get_section (MaqProject *root,
             const char *name)
{
  return maq_arrangement_get_section (maq_project_get_arrangement (root),
                                      (guint) section_at (root, name));
}

MaqSection *
get_resolved (MaqProject *root,
              const char *name)
{
  return maq_arrangement_get_resolved (maq_project_get_arrangement (root),
                                       (guint) section_at (root, name));
}

MaqId
section (const char *name)
{
  return maq_section_get_id (get_section (song, name));
}

MaqId
layer (const char *name)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (song);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    if (strcmp (maq_layer_get_name (maq_arrangement_get_layer (arrangement, i)), name) == 0)
      return maq_layer_get_id (maq_arrangement_get_layer (arrangement, i));

  g_assert_not_reached ();
}

int
get_level (MaqProject *root,
           const char *section_name,
           const char *layer_name)
{
  return maq_arrangement_get_level (maq_project_get_arrangement (root),
                                    (guint) section_at (root, section_name), layer (layer_name));
}

/* does @move, which it takes over */
MaqProject *
apply_to (MaqProject *root,
          MaqMove    *move)
{
  g_autoptr(MaqMove) taken = move;
  g_autoptr(GError) error = NULL;
  MaqProject *result = maq_move_apply (taken, root, &error);

  g_assert_no_error (error);
  return result;
}

MaqProject *
apply (MaqMove *move)
{
  return apply_to (song, move);
}

void
assert_same (MaqMove *move)
{
  g_autoptr(MaqProject) result = apply (move);

  g_assert_true (result == song);
}

void
assert_refused (MaqMove      *move,
                MaqMoveError  code,
                const char   *words)
{
  g_autoptr(MaqMove) taken = move;
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) result = maq_move_apply (taken, song, &error);

  g_assert_null (result);
  g_assert_error (error, MAQ_MOVE_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

void
assert_label (MaqMove    *move,
              const char *expected)
{
  g_autoptr(MaqMove) taken = move;
  g_autofree char *label = maq_move_dup_label (taken, song);

  g_assert_cmpstr (label, ==, expected);
}

int
lanterns_run (int                 argc,
              char              **argv,
              const LanternsTest *tests,
              guint               n_tests)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  song = load ();
  for (guint i = 0; i < n_tests; i++)
    g_test_add_func (tests[i].path, tests[i].test);
  result = g_test_run ();
  g_clear_pointer (&song, maq_project_unref);
  return result;
}
