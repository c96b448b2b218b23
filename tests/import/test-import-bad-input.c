/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "import-test.h"
#include "maq-limits.h"
#include "maq-lyric.h"

static void
assert_refused (const void     *data,
                gsize           size,
                const char     *filename,
                MaqImportError  code)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) project = maq_import_bytes (bytes, filename, NULL, &error);

  g_assert_error (error, MAQ_IMPORT_ERROR, (int) code);
  g_assert_null (project);
  g_assert_cmpint (error->message[strlen (error->message) - 1], ==, '.');
}

static void
test_empty (void)
{
  assert_refused ("", 0, "song.cho", MAQ_IMPORT_ERROR_EMPTY);
  assert_refused ("\n \n", 3, "song.txt", MAQ_IMPORT_ERROR_EMPTY);
  assert_refused ("{title: Nothing}\n", 17, "song.cho", MAQ_IMPORT_ERROR_EMPTY);
  assert_refused ("Dear Sir,\nhello\n", 16, "song.cho", MAQ_IMPORT_ERROR_EMPTY);
  assert_refused ("# metre: 4/4\n0.0\tsilence\n1.0\tend\n", 33, "x.txt",
                  MAQ_IMPORT_ERROR_EMPTY);
}

static void
test_foreign (void)
{
  static const guint8 picture[] = { 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13 };
  static const char page[] = "<!DOCTYPE html>\n<p>[Am]</p>\n";

  assert_refused (picture, sizeof picture, "song.cho", MAQ_IMPORT_ERROR_NOT_TEXT);
  assert_refused (page, sizeof page - 1, "song.html", MAQ_IMPORT_ERROR_UNKNOWN);
  assert_refused ("Dear Sir,\nhello\n", 16, "letter.txt", MAQ_IMPORT_ERROR_UNKNOWN);
}

static void
test_large (void)
{
  gsize size = MAQ_IMPORT_MAX_BYTES + 1;
  g_autofree char *data = g_malloc (size);

  memset (data, 'a', size);
  assert_refused (data, size, "song.cho", MAQ_IMPORT_ERROR_TOO_LARGE);
  /* a recording is no chart, however long it is */
  memset (data, 0, size / 2);
  assert_refused (data, size, "song.flac", MAQ_IMPORT_ERROR_NOT_TEXT);
}

static void
test_bounds (void)
{
  g_autoptr(GString) sections = g_string_new (NULL);
  g_autoptr(GString) songs = g_string_new (NULL);
  g_autoptr(GString) bars = g_string_new ("{sog}\n");
  g_autoptr(GString) lines = g_string_new ("{sov}\n");
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = NULL;
  MaqSection *section;

  for (int i = 0; i < 2100; i++)
    g_string_append (sections, "{sov}\n[C]la\n{eov}\n");
  assert_refused (sections->str, sections->len, "song.cho", MAQ_IMPORT_ERROR_INVALID);
  for (int i = 0; i < 101; i++)
    g_string_append (songs, "{ns}\n[C]la\n");
  assert_refused (songs->str, songs->len, "song.cho", MAQ_IMPORT_ERROR_INVALID);
  for (int i = 0; i < 400; i++)
    g_string_append (bars, "|: C . . . | D . . . :| x32\n");
  project = import_text (bars->str, "song.cho", NULL);
  section = maq_arrangement_get_section (maq_project_get_arrangement (project), 0);
  g_assert_cmpint (maq_section_get_fields (section)->bars, ==, 2000);
  /* each line that is written out is told */
  for (int i = 0; i < 20000; i++)
    g_string_append (lines, "[C]la x32\n");
  maq_project_unref (import_text (lines->str, "song.cho", report));
  g_assert_cmpuint (maq_import_report_get_n_more (report), <, 1000);
}

/* Names and words may be of any length and hold any bytes; they are cut. */
static void
test_long_words (void)
{
  g_autoptr(GString) text = g_string_new ("{title: ");

  for (int i = 0; i < 3000; i++)
    g_string_append (text, "\xc3\xa9\x01");
  g_string_append (text, "}\n{c: ");
  for (int i = 0; i < 30000; i++)
    g_string_append (text, "word ");
  g_string_append (text, "}\n[C]");
  for (int i = 0; i < 30000; i++)
    g_string_append (text, "la ");
  g_string_append (text, "\n[");
  for (int i = 0; i < 3000; i++)
    g_string_append (text, "Q");
  g_string_append (text, "]oh\n");
  maq_project_unref (import_text (text->str, "song.cho", NULL));
}

/* More remarks than a project may have: the others are left out. */
static void
test_many_remarks (void)
{
  g_autoptr(GString) text = g_string_new ("{t: Talk}\n{sov}\n[C]one\n");
  g_autoptr(MaqProject) project = NULL;

  for (int i = 0; i < MAQ_LIMIT_REMARKS + 50; i++)
    g_string_append_printf (text, "{x_note: %d}\n{comment: say %d}\n", i, i);
  g_string_append (text, "{eov}\n");
  project = import_text (text->str, "talk.cho", NULL);
  g_assert_cmpuint (maq_arrangement_get_n_remarks (maq_project_get_arrangement (project)), ==,
                    MAQ_LIMIT_REMARKS);
}

static void
test_encodings (void)
{
  static const char latin[] = "{title: Caf\xe9}\r\n{c: Verse}\r\n[C]C\x92""est la vie\r\n";
  static const char utf16[] = "\xff\xfe{\0t\0:\0 \0\xe9\0}\0\n\0[\0C\0]\0l\0a\0\n\0";
  static const char other_way[] = "\xfe\xff\0{\0t\0:\0 \0\xe9\0}\0\n\0[\0C\0]\0l\0a\0\n";
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_text (latin, "song.cho", report);
  g_autoptr(GBytes) other_bytes = g_bytes_new_static (other_way, sizeof other_way - 1);
  g_autoptr(MaqProject) other = maq_import_bytes (other_bytes, "song.cho", NULL, NULL);
  g_autoptr(GBytes) wide_bytes = g_bytes_new_static (utf16, sizeof utf16 - 1);
  g_autoptr(MaqProject) wide = maq_import_bytes (wide_bytes, "song.cho", NULL, NULL);
  g_autoptr(MaqProject) marked = import_text ("\xef\xbb\xbf{t: Ébène}\n[C]la\n", "a.cho", NULL);
  const MaqSectionFields *section =
    maq_section_get_fields (maq_arrangement_get_section (maq_project_get_arrangement (project), 0));

  g_assert_cmpstr (maq_song_get_title (maq_project_get_current (project)), ==, "Café");
  g_assert_cmpstr (maq_lyric_get_text (maq_vec_get (section->lyrics, 0)), ==, "C’est la vie");
  g_assert_cmpuint (maq_import_report_get_line (report, 0), ==, 1);
  g_assert_nonnull (wide);
  g_assert_cmpstr (maq_song_get_title (maq_project_get_current (wide)), ==, "é");
  g_assert_nonnull (other);
  g_assert_cmpstr (maq_song_get_title (maq_project_get_current (other)), ==, "é");
  g_assert_cmpstr (maq_song_get_title (maq_project_get_current (marked)), ==, "Ébène");
}

static void
test_unbalanced (void)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_text (
    "{title: Half\n{start_of_verse\n[C]one [G two\nthree] four\n[[D]five\n{soc}\n[A]six\n}\n{\n",
    "song.cho", report);

  g_assert_cmpstr (maq_song_get_title (maq_project_get_current (project)), ==, "Half");
  g_assert_cmpuint (maq_import_report_get_n_notes (report), ==, 9);
  g_assert_cmpuint (maq_import_report_get_line (report, 0), ==, 1);
  g_assert_cmpuint (maq_import_report_get_line (report, 2), ==, 3);
}

/* Whatever a file says, the same is made of it. */
static void
test_same_twice (void)
{
  static const char chart[] = "{t: Twice}\n[C]one [G]two\n\n[Am]three\n";
  g_autoptr(MaqProject) first = import_text (chart, "a.cho", NULL);
  g_autoptr(MaqProject) second = import_text (chart, "a.cho", NULL);

  g_assert_true (maq_project_equal (first, second));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/bad-input/empty", test_empty);
  g_test_add_func ("/import/bad-input/foreign", test_foreign);
  g_test_add_func ("/import/bad-input/large", test_large);
  g_test_add_func ("/import/bad-input/bounds", test_bounds);
  g_test_add_func ("/import/bad-input/long-words", test_long_words);
  g_test_add_func ("/import/bad-input/many-remarks", test_many_remarks);
  g_test_add_func ("/import/bad-input/encodings", test_encodings);
  g_test_add_func ("/import/bad-input/unbalanced", test_unbalanced);
  g_test_add_func ("/import/bad-input/same-twice", test_same_twice);
  return g_test_run ();
}
