/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-random-song.h"
#include "maq-xml-reader.h"
#include "maq-xml-schema.h"
#include "maq-xml-writer.h"

static void
show (const char *what,
      GBytes     *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  g_test_message ("%s:\n%.*s", what, (int) size, text);
}

static void
assert_valid (GBytes *bytes)
{
  g_autofree char *schema = g_build_filename (g_getenv ("MAQ_DATADIR"), MAQ_XML_SCHEMA_NAME, NULL);
  g_autoptr(GError) error = NULL;

  if (!maq_xml_validate (bytes, schema, &error))
    show ("not valid", bytes);
  g_assert_no_error (error);
}

/* read (write (x)) == x and write (read (write (x))) == write (x) */
static void
assert_round (MaqProject *root)
{
  g_autoptr(GBytes) once = maq_xml_write (root);
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) back = maq_xml_read (once, &error);
  g_autoptr(GBytes) twice = NULL;

  if (back == NULL)
    show ("not read", once);
  g_assert_no_error (error);

  twice = maq_xml_write (back);
  if (!g_bytes_equal (once, twice) || !maq_project_equal (root, back))
    {
      show ("once", once);
      show ("twice", twice);
    }
  g_assert_true (g_bytes_equal (once, twice));
  g_assert_true (maq_project_equal (root, back));
  assert_valid (once);
}

static void
test_round (gconstpointer data)
{
  const MaqRandomSize *size = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());
  int n_songs = size == &maq_any_small ? 300 : 20;

  for (int i = 0; i < n_songs; i++)
    {
      g_autoptr(MaqProject) root = maq_any_project (rand, size);

      assert_round (root);
    }
}

/* one element a line: a tag that begins a line ends on it */
static void
test_lines (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (20, 8);
  g_autoptr(GBytes) bytes = maq_xml_write (root);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i + 1] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);

      g_assert_cmpint (line[0], ==, '<');
      g_assert_true (g_str_has_suffix (line, ">"));
    }
}

/* Whatever is cut off, nothing is read, and it is said where. */
static void
test_truncated (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());
  g_autoptr(MaqProject) root = maq_any_project (rand, &maq_any_small);
  g_autoptr(GBytes) bytes = maq_xml_write (root);
  gsize size = g_bytes_get_size (bytes);
  gsize step = MAX (size / 500, 1);

  for (gsize cut = 0; cut + 1 < size; cut += step)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (bytes, 0, cut);
      g_autoptr(GError) error = NULL;

      g_assert_null (maq_xml_read (part, &error));
      g_assert_error (error, MAQ_XML_ERROR, MAQ_XML_ERROR_NOT_XML);
      g_assert_cmpint (maq_xml_error_get_line (error), >, 0);
    }
}

/* swaps, doubles and drops lines, and changes single characters */
static GBytes *
spoil (GRand      *rand,
       const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);
  g_autoptr(GString) out = g_string_new (NULL);
  guint one = (guint) g_rand_int_range (rand, 2, (gint32) n_lines);
  guint other = (guint) g_rand_int_range (rand, 2, (gint32) n_lines);
  int kind = g_rand_int_range (rand, 0, 4);

  for (guint i = 0; i < n_lines; i++)
    {
      guint from = kind == 0 && i == one ? other : i;

      if (kind == 1 && i == one)
        continue;
      g_string_append_printf (out, "%s\n", lines[from]);
      if (kind == 2 && i == one)
        g_string_append_printf (out, "%s\n", lines[other]);
    }
  for (int i = 0; kind == 3 && i < 3; i++)
    {
      char *at = out->str + g_rand_int_range (rand, 100, (gint32) out->len);

      if (g_ascii_isalnum (*at))
        *at = "09azAZ-&"[g_rand_int_range (rand, 0, 8)];
    }

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/* Reading on after a mistake agrees with reading up to the first. */
static void
test_spoiled (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());
  guint n_bad = 0, n_several = 0;

  for (int i = 0; i < 20; i++)
    {
      g_autoptr(MaqProject) root = maq_any_project (rand, &maq_any_small);
      g_autoptr(GBytes) bytes = maq_xml_write (root);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      for (int j = 0; j < 40; j++)
        {
          g_autoptr(GBytes) spoiled = spoil (rand, text);
          g_autoptr(GError) error = NULL;
          g_autoptr(MaqProject) read = maq_xml_read (spoiled, &error);
          g_auto(GStrv) mistakes = maq_xml_find_mistakes (spoiled, 50);
          guint n_mistakes = g_strv_length (mistakes);

          g_assert_true ((read == NULL) == (n_mistakes > 0));
          g_assert_true (read != NULL || maq_xml_error_get_line (error) > 0);
          g_assert_true (read != NULL || n_mistakes == 50 ||
                         g_strv_contains ((const char *const *) mistakes, error->message));
          n_bad += read == NULL;
          n_several += n_mistakes > 1;
        }
    }

  g_test_message ("%u were bad, %u in several places", n_bad, n_several);
  g_assert_cmpuint (n_bad, >, 100);
  g_assert_cmpuint (n_several, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/xml/random/small", &maq_any_small, test_round);
  g_test_add_data_func ("/xml/random/middling", &maq_any_middling, test_round);
  g_test_add_func ("/xml/random/lines", test_lines);
  g_test_add_func ("/xml/random/truncated", test_truncated);
  g_test_add_func ("/xml/random/spoiled", test_spoiled);

  return g_test_run ();
}
