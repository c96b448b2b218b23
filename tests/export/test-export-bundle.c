/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "export-test.h"
#include "maq-bundle.h"

static void
assert_name (const char *name,
             gsize       max_bytes)
{
  g_assert_cmpstr (name, !=, "");
  g_assert_cmpuint (strlen (name), <=, max_bytes);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_cmpint (name[0], !=, '.');
  g_assert_cmpint (name[strlen (name) - 1], !=, '.');
  g_assert_cmpint (name[strlen (name) - 1], !=, ' ');
  for (const char *p = name; *p != '\0'; p++)
    g_assert_true ((guchar) *p >= 0x20 && strchr ("/\\:*?\"<>|", *p) == NULL);
}

static void
test_names (void)
{
  g_autofree char *long_name = g_strnfill (500, 'x');
  g_autofree char *cut = maq_bundle_dup_name (long_name, MAQ_BUNDLE_NAME_BYTES);
  g_autofree char *emoji = maq_bundle_dup_name ("ab🎸", 5);
  g_autofree char *accent = maq_bundle_dup_name ("xe\xcc\x81y", 3);

  assert_name (cut, MAQ_BUNDLE_NAME_BYTES);
  g_assert_cmpuint (strlen (cut), ==, MAQ_BUNDLE_NAME_BYTES);
  g_assert_cmpstr (emoji, ==, "ab");
  g_assert_cmpstr (accent, ==, "x");
  for (guint i = 0; export_test_names[i] != NULL; i++)
    for (gsize max = 1; max < 40; max++)
      {
        g_autofree char *name = maq_bundle_dup_name (export_test_names[i], max);

        assert_name (name, max);
      }
}

/* Each file is in the archive under the manifest's name, with its bytes. */
static void
assert_manifest (GHashTable *files,
                 const char *manifest,
                 const char *folder)
{
  g_auto(GStrv) lines = g_strsplit (manifest, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 3 + 3 + 1);
  for (guint i = 3; i < 6; i++)
    {
      g_autofree char *digest = g_strndup (lines[i], 64);
      g_autofree char *path = g_strconcat (folder, lines[i] + 64 + 2 + 10 + 2, NULL);
      GBytes *bytes = g_hash_table_lookup (files, path);
      g_autofree char *actual = NULL;

      g_assert_nonnull (bytes);
      actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_assert_cmpstr (actual, ==, digest);
      g_assert_cmpuint (g_ascii_strtoull (lines[i] + 66, NULL, 10), ==, g_bytes_get_size (bytes));
    }
}

static void
assert_bundle (const char *name)
{
  g_autoptr(MaqHandoff) handoff = export_test_hostile (name);
  g_autoptr(MaqBundle) bundle = maq_bundle_new (handoff);
  g_autoptr(GBytes) first = g_bytes_new_static ("one", 3);
  g_autoptr(GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) archive = NULL;
  g_autoptr(GHashTable) files = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *manifest = NULL;
  GHashTableIter iter;
  gpointer key, value;

  maq_bundle_add (bundle, name, ".txt", first);
  maq_bundle_add (bundle, name, ".txt", empty);
  maq_bundle_add (bundle, "charts", ".pdf", first);
  archive = maq_bundle_finish (bundle, &error);
  g_assert_no_error (error);
  files = export_test_unzip (archive);
  g_assert_cmpuint (g_hash_table_size (files), ==, 4);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *slash = strchr (key, '/');
      g_autofree char *parent = g_strndup (key, (gsize) (slash - (const char *) key));

      assert_name (parent, MAQ_BUNDLE_NAME_BYTES);
      assert_name (slash + 1, MAQ_BUNDLE_NAME_BYTES);
      if (g_str_has_suffix (key, "/00 manifest.txt"))
        {
          manifest = g_strndup (g_bytes_get_data (value, NULL), g_bytes_get_size (value));
          folder = g_strconcat (parent, "/", NULL);
        }
    }
  g_assert_nonnull (manifest);
  g_assert_nonnull (strstr (manifest, maq_handoff_get_version (handoff)));
  assert_manifest (files, manifest, folder);
}

static void
test_bundle (void)
{
  assert_bundle ("Lanterns");
}

static void
test_hostile_names (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    assert_bundle (export_test_names[i]);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
test_many (void)
{
  const guint n_files = 120;
  g_autoptr(MaqHandoff) handoff = export_test_hostile ("Lanterns");
  g_autoptr(MaqBundle) bundle = maq_bundle_new (handoff);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) archive = NULL;
  g_autoptr(GHashTable) files = NULL;
  g_autofree char **names = NULL;
  guint length;

  for (guint i = 1; i <= n_files; i++)
    {
      g_autofree char *what = g_strdup_printf ("part %u of them", i);
      g_autoptr(GBytes) bytes = g_bytes_new (what, strlen (what));

      maq_bundle_add (bundle, what, ".txt", bytes);
    }
  archive = maq_bundle_finish (bundle, &error);
  g_assert_no_error (error);
  files = export_test_unzip (archive);
  names = (char **) g_hash_table_get_keys_as_array (files, &length);
  g_assert_cmpuint (length, ==, n_files + 1);
  qsort (names, length, sizeof *names, compare);
  for (guint i = 1; i <= n_files; i++)
    {
      g_autofree char *what = g_strdup_printf ("part %u of them", i);

      g_assert_nonnull (strstr (names[i], what));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/bundle/names", test_names);
  g_test_add_func ("/export/bundle/bundle", test_bundle);
  g_test_add_func ("/export/bundle/many", test_many);
  g_test_add_func ("/export/bundle/hostile", test_hostile_names);
  return g_test_run ();
}
