/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-harte.h"

#include <string.h>

static void
test_spellings (void)
{
  static const struct
  {
    const char *text;
    const char *tidy;
  } rows[] = {
    { "C:maj", "C" },           { "C", "C" },                { "D:min7", "Dm7" },
    { "A:min", "Am" },          { "C:maj/3", "C/E" },        { "D:maj/9", "D/E" },
    { "D:maj/2", "D/E" },       { "G:7(b9)", "G7(b9)" },     { "D:sus4(b7)", "D7sus4" },
    { "D:sus4(b7,9)", "D9sus4" }, { "C:maj/b7", "C/Bb" },    { "E:hdim7", "Em7b5" },
    { "E:hdim7/b7", "Em7b5/D" }, { "B:dim", "Bdim" },        { "B:dim7", "Bdim7" },
    { "E:aug", "Eaug" },        { "Bb:maj7", "Bbmaj7" },     { "F#:9", "F#9" },
    { "F:11", "F11" },          { "C:13", "C13" },           { "C:9(13)", "C13" },
    { "C:min11/5", "Cm11/G" },  { "C:minmaj7", "Cm(maj7)" }, { "C:maj6", "C6" },
    { "C:maj6(9)", "C6/9" },    { "C:maj6/9", "C6/D" },      { "C:min6", "Cm6" },
    { "C:maj(9)", "Cadd9" },    { "C:maj(9)/3", "Cadd9/E" }, { "A:min(9)", "Am(add9)" },
    { "A:min(b13)", "Am(b13)" }, { "A:min/13", "Am/F#" },    { "A:min/b3", "Am/C" },
    { "C:maj/#11", "C/F#" },    { "C:5", "C5" },             { "C:5(b7)", "C7(no3)" },
    { "C:1", "C1" },            { "C:(1,3,5)", "C" },        { "C:(1,b3,5,b7)", "Cm7" },
    { "C:(1,5)", "C5" },        { "C:(1,4,5)", "Csus4" },    { "C:maj(*3)", "C5" },
    { "C:maj7(*5)", "Cmaj7(no5)" }, { "C:sus2", "Csus2" },   { "C:sus4(9)", "Csus4(add9)" },
    { "Ab:7/3", "Ab7/C" },      { "F#:maj/3", "F#/A#" },     { "Gb:min/b3", "Gbm/Bbb" },
    { "C:7(#9)", "C7(#9)" },    { "C:7(b13)", "C7(b13)" },   { "N", "N.C." },
    { "X", "N.C." },            { "C/5", "C/G" },            { "Cb:maj/b7", "Cb/Bbb" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MaqChord) chord = maq_chord_parse_harte (rows[i].text, &error);
      g_autoptr(MaqChord) popular = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (maq_chord_get_text (chord), ==, rows[i].tidy);
      popular = maq_chord_parse (rows[i].tidy, &error);
      g_assert_no_error (error);
      g_assert_true (maq_chord_equal (chord, popular));
      g_assert_cmphex (maq_chord_get_tones (chord), ==, maq_chord_get_tones (popular));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *part;
  } rows[] = {
    { "H:maj", "“H:maj" },   { "C:foo", "“foo" },       { "C:", "“C:" },
    { "C:maj(", "“C:maj(" }, { "C:maj(9", "“C:maj(9" }, { "C:maj()", "“)" },
    { "C:maj(9,)", "“)" },   { "C:maj/", "“/" },        { "C:maj/x", "“/x" },
    { "C:maj/3/5", "“/3/5" }, { "C:maj(15)", "“15)" },   { "C:maj7x", "“maj7x" },
    { "C:maj/bbb3", "“/bbb3" }, { "C:maj(*9)", "“*9)" }, { "Cm7", "“m7" },
    { "C:maj\377", "" },     { "c:maj", "“c:maj" },
  };
  g_autofree char *many = g_strnfill (500, 'C');
  g_autoptr(MaqChord) none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MaqChord) chord = maq_chord_parse_harte (rows[i].text, &error);

      g_assert_null (chord);
      g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
      g_assert_nonnull (strstr (error->message, rows[i].part));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  none = maq_chord_parse_harte (many, NULL);
  g_assert_null (none);
  none = maq_chord_parse_harte ("", NULL);
  g_assert_null (none);
}

/* Whether a word of an annotation is a chord: a note, then nothing or ":" or "/". */
static gboolean
looks_like_chord (const char *word)
{
  MaqNoteName root;
  gsize n_read = maq_note_name_parse (word, &root);

  return n_read > 0 && (word[n_read] == ':' || word[n_read] == '/');
}

static guint
check_annotation (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) words = NULL;
  guint n_chords = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  words = g_strsplit_set (contents, " \t\n|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(MaqChord) chord = NULL;
      g_autoptr(MaqChord) again = NULL;

      if (!looks_like_chord (words[i]))
        continue;
      chord = maq_chord_parse_harte (words[i], &error);
      g_assert_no_error (error);
      again = maq_chord_parse (maq_chord_get_text (chord), &error);
      g_assert_no_error (error);
      g_assert_true (maq_chord_equal (chord, again));
      n_chords++;
    }
  return n_chords;
}

static void
test_annotations (void)
{
  const char *shared = g_getenv ("MAQ_SHARED_DATA");
  g_autofree char *folder = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n_chords = 0;

  if (shared == NULL)
    {
      g_test_skip ("The outside material (option shared_data) is not there");
      return;
    }
  folder = g_build_filename (shared, "billboard", NULL);
  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    {
      g_test_skip ("There are no annotations among the outside material");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".txt"))
        n_chords += check_annotation (path);
    }
  g_test_message ("%u chords", n_chords);
  g_assert_cmpuint (n_chords, >, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/chord-harte/spellings", test_spellings);
  g_test_add_func ("/score/chord-harte/refused", test_refused);
  g_test_add_func ("/score/chord-harte/annotations", test_annotations);
  return g_test_run ();
}
