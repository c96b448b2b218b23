/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "maq-xml-reader.h"
#include "maq-xml-schema.h"
#include "maq-xml-writer.h"

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "xml", "fixtures", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, size);
}

static void
assert_valid (GBytes *bytes)
{
  g_autofree char *schema = g_build_filename (g_getenv ("MAQ_DATADIR"), MAQ_XML_SCHEMA_NAME, NULL);
  g_autoptr(GError) error = NULL;
  gboolean valid = maq_xml_validate (bytes, schema, &error);

  g_assert_no_error (error);
  g_assert_true (valid);
}

/* Everything that the format can say, other people's things among it. */
/* What other programs put into elements of ours comes back. */
static void
assert_foreign_is_kept (GBytes *bytes)
{
  static const char *const foreign[] = {
    "s:desk=\"A\"", "s:label=\"Tall Hat\"", "s:mic=\"57\"", "s:from=\"box\"", "s:lang=\"en\"",
    "s:take=\"4\"", "s:why=\"breath\"", "s:src=\"chart\"", "s:finger=\"x02010\"", "<s:budget ",
  };
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (g_strstr_len (text, (gssize) size, foreign[i]) == NULL)
      g_error ("%s was lost", foreign[i]);
}

static void
test_everything (void)
{
  g_autoptr(GBytes) bytes = load ("everything.maquette");
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) first = NULL;
  g_autoptr(MaqProject) second = NULL;
  g_autoptr(GBytes) once = NULL;
  g_autoptr(GBytes) twice = NULL;

  assert_valid (bytes);
  first = maq_xml_read (bytes, &error);
  g_assert_no_error (error);

  once = maq_xml_write (first);
  assert_valid (once);
  assert_foreign_is_kept (once);
  second = maq_xml_read (once, &error);
  g_assert_no_error (error);
  twice = maq_xml_write (second);

  g_assert_true (maq_project_equal (first, second));
  g_assert_true (g_bytes_equal (once, twice));
}

static GBytes *
load_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAQ_DATADIR"), "examples", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, size);
}

/* The examples are valid, and as the program itself would write them, the
 * comment at the beginning included. */
static void
test_examples (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MAQ_DATADIR"), "examples", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(MaqProject) root = NULL;
      g_autoptr(GBytes) written = NULL;
      g_autoptr(GError) error = NULL;

      if (!g_str_has_suffix (name, ".maquette"))
        continue;

      bytes = load_example (name);
      assert_valid (bytes);
      root = maq_xml_read (bytes, &error);
      g_assert_no_error (error);
      written = maq_xml_write (root);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       g_bytes_get_data (written, NULL), g_bytes_get_size (written));
    }
}

/*
 * What must not be read, where the fault is, and a piece of what is said about
 * it. The schema finds some of them too.
 */
static const struct
{
  const char  *name;
  int          line;
  MaqXmlError  code;
  gboolean     is_valid;
  const char  *says;
} faults[] = {
  { "arc-order", 14, MAQ_XML_ERROR_INVALID, TRUE, "order of time" },
  { "arc-without-name", 9, MAQ_XML_ERROR_INVALID, TRUE, "give it one" },
  { "binary", 1, MAQ_XML_ERROR_NOT_XML, FALSE, "no text" },
  { "borrowed-length", 11, MAQ_XML_ERROR_INVALID, TRUE, "bars from 1 to 8" },
  { "chord-beyond-bar", 10, MAQ_XML_ERROR_INVALID, TRUE, "outside of bar 2" },
  { "chord-beyond-list", 10, MAQ_XML_ERROR_INVALID, TRUE, "from 0 to 3" },
  { "chord-beyond-odd-bar", 15, MAQ_XML_ERROR_INVALID, TRUE, "outside of bar 2" },
  { "chord-order", 10, MAQ_XML_ERROR_INVALID, TRUE, "order of time" },
  { "chords-without-bars", 8, MAQ_XML_ERROR_INVALID, TRUE, "length of the chords" },
  { "control-character", 7, MAQ_XML_ERROR_INVALID, TRUE, "control character" },
  { "dangling-follows", 8, MAQ_XML_ERROR_INVALID, TRUE, "follows=\"99\"" },
  { "deeply-nested", 66, MAQ_XML_ERROR_NOT_XML, FALSE, "more than 64 deep" },
  { "duplicate-layer", 8, MAQ_XML_ERROR_INVALID, TRUE, "line 6 has id=\"a\"" },
  { "duplicate-part", 9, MAQ_XML_ERROR_INVALID, TRUE, "line 8 has layer=\"a\"" },
  { "duplicate-section", 9, MAQ_XML_ERROR_INVALID, TRUE, "line 7 has id=\"10\"" },
  { "empty", 1, MAQ_XML_ERROR_NOT_XML, FALSE, "empty" },
  { "enormous-bars", 7, MAQ_XML_ERROR_INVALID, FALSE, "from 1 to 2000" },
  { "enormous-tempo", 7, MAQ_XML_ERROR_INVALID, FALSE, "from 10 to 999" },
  { "entity-bomb", 2, MAQ_XML_ERROR_NOT_XML, FALSE, "DOCTYPE" },
  { "external-entity", 3, MAQ_XML_ERROR_NOT_XML, FALSE, "DOCTYPE" },
  { "follows-chain", 9, MAQ_XML_ERROR_INVALID, TRUE, "“Verse 2”, which follows" },
  { "follows-itself", 7, MAQ_XML_ERROR_INVALID, TRUE, "follows itself" },
  { "hexadecimal-level", 8, MAQ_XML_ERROR_INVALID, FALSE, "level=\"0x3\"" },
  { "infinite-gain", 7, MAQ_XML_ERROR_INVALID, FALSE, "gain=\"inf\"" },
  { "input-channel", 9, MAQ_XML_ERROR_INVALID, FALSE, "from 0 to 999" },
  { "input-twice", 9, MAQ_XML_ERROR_INVALID, TRUE, "id=\"1\" already" },
  { "leaves-before-entry", 8, MAQ_XML_ERROR_INVALID, TRUE, "the bar of the exit" },
  { "level-eleven", 8, MAQ_XML_ERROR_INVALID, FALSE, "from 0 to 10" },
  { "long-transition", 7, MAQ_XML_ERROR_INVALID, FALSE, "from 1 to 64" },
  { "many-mistakes", 7, MAQ_XML_ERROR_INVALID, FALSE, "role=\"bas\"" },
  { "many-places", 11, MAQ_XML_ERROR_INVALID, TRUE, "from 0 to 1" },
  { "missing-attribute", 7, MAQ_XML_ERROR_INVALID, FALSE, "<section> needs id" },
  { "missing-layer", 8, MAQ_XML_ERROR_INVALID, TRUE, "no <layer> of that id" },
  { "missing-remark-section", 7, MAQ_XML_ERROR_INVALID, TRUE, "no <section> of that id" },
  { "name-too-long", 7, MAQ_XML_ERROR_INVALID, TRUE, "at most 400 bytes" },
  { "namespaced-attribute", 3, MAQ_XML_ERROR_INVALID, FALSE, "no attribute “title”" },
  { "nan-tempo", 7, MAQ_XML_ERROR_INVALID, FALSE, "tempo=\"NaN\"" },
  { "negative-bars", 7, MAQ_XML_ERROR_INVALID, FALSE, "bars=\"-8\"" },
  { "newer-minor", 2, MAQ_XML_ERROR_NEWER, FALSE, "newer Maquette" },
  { "newer-version", 2, MAQ_XML_ERROR_NEWER, FALSE, "newer Maquette" },
  { "no-bars", 7, MAQ_XML_ERROR_INVALID, TRUE, "needs bars" },
  { "no-namespace", 2, MAQ_XML_ERROR_NOT_MAQUETTE, FALSE, "no Maquette project" },
  { "no-song", 3, MAQ_XML_ERROR_INVALID, FALSE, "no <song>" },
  { "not-utf-8", 7, MAQ_XML_ERROR_NOT_XML, FALSE, "UTF-8" },
  { "odd-bar-outside", 11, MAQ_XML_ERROR_INVALID, TRUE, "outside of its 8 bars" },
  { "part-leaves-late", 8, MAQ_XML_ERROR_INVALID, TRUE, "8 bars" },
  { "path-to-audio", 7, MAQ_XML_ERROR_INVALID, FALSE, "no attribute “audio”" },
  { "soundfont-path", 3, MAQ_XML_ERROR_INVALID, FALSE, "without folders" },
  { "stray-text", 9, MAQ_XML_ERROR_INVALID, FALSE, "Text cannot stand in <section>" },
  { "text-too-long", 7, MAQ_XML_ERROR_INVALID, TRUE, "longer than 20000 bytes" },
  { "too-many-bars", 17, MAQ_XML_ERROR_INVALID, TRUE, "24000 bars" },
  { "too-wide", 7, MAQ_XML_ERROR_INVALID, FALSE, "from 0 to 2" },
  { "take-of-nobody", 8, MAQ_XML_ERROR_INVALID, TRUE, "no <layer> of that id" },
  { "take-twice", 9, MAQ_XML_ERROR_INVALID, TRUE, "of the same part" },
  { "target-too-long", 5, MAQ_XML_ERROR_INVALID, FALSE, "from 0 to 36000" },
  { "truncated", 7, MAQ_XML_ERROR_NOT_XML, FALSE, "ends in the middle" },
  { "unbalanced", 8, MAQ_XML_ERROR_NOT_XML, FALSE, "not well-formed" },
  { "undeclared-entity", 3, MAQ_XML_ERROR_NOT_XML, FALSE, "nbsp" },
  { "unknown-attribute", 7, MAQ_XML_ERROR_INVALID, FALSE, "no attribute “colour”" },
  { "unknown-chord", 9, MAQ_XML_ERROR_INVALID, TRUE, "H&M" },
  { "unknown-element", 8, MAQ_XML_ERROR_INVALID, FALSE, "<tempo-map> is not known" },
  { "unknown-mark", 9, MAQ_XML_ERROR_INVALID, FALSE, "push, hold, stab" },
  { "unknown-word", 7, MAQ_XML_ERROR_INVALID, FALSE, "drums, percussion" },
  { "unknown-colour", 7, MAQ_XML_ERROR_INVALID, FALSE, "red, purple, brown" },
  { "upper-case-id", 7, MAQ_XML_ERROR_INVALID, FALSE, "hexadecimal digits" },
  { "wrong-namespace", 2, MAQ_XML_ERROR_NOT_MAQUETTE, FALSE, "urn:example:architecture" },
  { "wrong-order", 8, MAQ_XML_ERROR_INVALID, FALSE, "before <section>" },
  { "zero-id", 7, MAQ_XML_ERROR_INVALID, FALSE, "id=\"0\"" },
};

static void
test_fault (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strconcat (faults[i].name, "-invalid.maquette", NULL);
  g_autofree char *schema = g_build_filename (g_getenv ("MAQ_DATADIR"), MAQ_XML_SCHEMA_NAME, NULL);
  g_autoptr(GBytes) bytes = load (name);
  g_autoptr(GError) error = NULL;

  g_assert_null (maq_xml_read (bytes, &error));
  g_test_message ("%s:%s", name, error->message);
  g_assert_error (error, MAQ_XML_ERROR, (int) faults[i].code);
  g_assert_cmpint (maq_xml_error_get_line (error), ==, faults[i].line);
  g_assert_nonnull (strstr (maq_xml_error_get_sentence (error), faults[i].says));
  g_assert_null (strstr (maq_xml_error_get_sentence (error), "%"));

  g_assert_true (maq_xml_validate (bytes, schema, NULL) == faults[i].is_valid);
}

static void
assert_mistakes (const char        *name,
                 guint              max_mistakes,
                 const char *const *expected)
{
  g_autoptr(GBytes) bytes = load (name);
  g_auto(GStrv) mistakes = maq_xml_find_mistakes (bytes, max_mistakes);

  for (guint i = 0; mistakes[i] != NULL; i++)
    g_test_message ("%s:%s", name, mistakes[i]);
  g_assert_cmpuint (g_strv_length (mistakes), ==, g_strv_length ((char **) expected));
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (expected[i], " ", 2);

      g_assert_true (g_str_has_prefix (mistakes[i], parts[0]));
      g_assert_nonnull (strstr (mistakes[i], parts[1]));
    }
}

/* One reading names them all, whether the reader sees them or only the check. */
static void
test_all_mistakes (void)
{
  static const char *const read[] = {
    "7: role=\"bas\"", "7: gain=\"loud\"", "7: tint", "8: needs id", "11: H&M",
    "14: level=\"11\"", "15: layer=\"c\"", "16: <tempo-map>", "21: follows=\"99\"",
    "23: <stray> cannot stand", "24: level=\"12\"", NULL
  };
  static const char *const checked[] = {
    "10: outside of bar 2", "11: from 0 to 1", "15: bars from 1 to 8", "17: no name", NULL
  };
  static const char *const none[] = { NULL };

  assert_mistakes ("many-mistakes-invalid.maquette", 50, read);
  assert_mistakes ("many-places-invalid.maquette", 50, checked);
  assert_mistakes ("everything.maquette", 50, none);
}

/* No more than asked for; broken XML ends the reading, and what was found before is told. */
static void
test_mistakes_are_bounded (void)
{
  static const char *const three[] = { "7: role", "7: gain", "7: tint", NULL };
  static const char *const one[] = { "11: from 0 to 1", NULL };
  static const char *const broken[] = { "1: no text", NULL };

  assert_mistakes ("many-mistakes-invalid.maquette", 3, three);
  assert_mistakes ("many-places-invalid.maquette", 1, one);
  assert_mistakes ("binary-invalid.maquette", 50, broken);
}

/* Reading on after the first mistake finds that one too. */
static void
test_first_is_among_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *name = g_strconcat (faults[i].name, "-invalid.maquette", NULL);
      g_autoptr(GBytes) bytes = load (name);
      g_auto(GStrv) mistakes = maq_xml_find_mistakes (bytes, 50);
      g_autoptr(GError) error = NULL;

      g_assert_null (maq_xml_read (bytes, &error));
      if (!g_strv_contains ((const char *const *) mistakes, error->message))
        g_error ("%s: “%s” is not among the mistakes", name, error->message);
    }
}

/* Every fixture that must fail is in the table. */
static void
test_all_are_there (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "xml", "fixtures", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n_files += g_str_has_suffix (name, "-invalid.maquette");

  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (faults));
}

/* Lines are right beyond what fits in sixteen bits. */
static void
test_far_line (void)
{
  g_autoptr(GString) text = g_string_new ("<maquette version=\"1\" "
                                          "xmlns=\"urn:maquette:project\">");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 1; i < 100000; i++)
    g_string_append_c (text, '\n');
  g_string_append (text, "<project mood=\"far\"/></maquette>\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));

  g_assert_null (maq_xml_read (bytes, &error));
  g_assert_cmpint (maq_xml_error_get_line (error), ==, 100000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/fixtures/everything", test_everything);

  g_test_add_func ("/xml/fixtures/examples", test_examples);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/xml/fixtures/", faults[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
  g_test_add_func ("/xml/fixtures/all-mistakes", test_all_mistakes);
  g_test_add_func ("/xml/fixtures/mistakes-are-bounded", test_mistakes_are_bounded);
  g_test_add_func ("/xml/fixtures/first-is-among-all", test_first_is_among_all);
  g_test_add_func ("/xml/fixtures/all-are-there", test_all_are_there);
  g_test_add_func ("/xml/fixtures/far-line", test_far_line);

  return g_test_run ();
}
