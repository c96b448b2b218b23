/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord.h"
#include "maq-limits.h"

#include <string.h>

/* A spelling, its tidied form, and its tones in semitones above the root. */
typedef struct
{
  const char *text;
  const char *tidy;
  const char *tones;
} Spelling;

static const Spelling spellings[] = {
  { "C", "C", "0 4 7" },
  { " C ", "C", "0 4 7" },
  { "CM", "C", "0 4 7" },
  { "Cmaj", "C", "0 4 7" },
  { "Cmajor", "C", "0 4 7" },
  { "(E)", "E", "0 4 7" },
  { "Cm", "Cm", "0 3 7" },
  { "C-", "Cm", "0 3 7" },
  { "Cmin", "Cm", "0 3 7" },
  { "Cmi", "Cm", "0 3 7" },
  { "Cminor", "Cm", "0 3 7" },
  { "C\342\210\222", "Cm", "0 3 7" },
  { "Cm7", "Cm7", "0 3 7 10" },
  { "C-7", "Cm7", "0 3 7 10" },
  { "Cmin7", "Cm7", "0 3 7 10" },
  { "Cmi7", "Cm7", "0 3 7 10" },
  { "C m7", "Cm7", "0 3 7 10" },
  { "C7", "C7", "0 4 7 10" },
  { "Cdom7", "C7", "0 4 7 10" },
  { "C(b7)", "C7", "0 4 7 10" },
  { "Cmaj7", "Cmaj7", "0 4 7 11" },
  { "CMaj7", "Cmaj7", "0 4 7 11" },
  { "CM7", "Cmaj7", "0 4 7 11" },
  { "Cma7", "Cmaj7", "0 4 7 11" },
  { "CMA7", "Cmaj7", "0 4 7 11" },
  { "C7M", "Cmaj7", "0 4 7 11" },
  { "C^7", "Cmaj7", "0 4 7 11" },
  { "C△", "Cmaj7", "0 4 7 11" },
  { "CΔ", "Cmaj7", "0 4 7 11" },
  { "CΔ7", "Cmaj7", "0 4 7 11" },
  { "C∆9", "Cmaj9", "0 2 4 7 11" },
  { "Cm(maj7)", "Cm(maj7)", "0 3 7 11" },
  { "CmM7", "Cm(maj7)", "0 3 7 11" },
  { "CmMaj7", "Cm(maj7)", "0 3 7 11" },
  { "C-Δ7", "Cm(maj7)", "0 3 7 11" },
  { "Cm#7", "Cm(maj7)", "0 3 7 11" },
  { "Cm(maj9)", "Cm(maj9)", "0 2 3 7 11" },
  { "F#ø", "F#m7b5", "0 3 6 10" },
  { "F#ø7", "F#m7b5", "0 3 6 10" },
  { "F#m7b5", "F#m7b5", "0 3 6 10" },
  { "F#-7(b5)", "F#m7b5", "0 3 6 10" },
  { "F#m7-5", "F#m7b5", "0 3 6 10" },
  { "F♯min7♭5", "F#m7b5", "0 3 6 10" },
  { "F#hdim7", "F#m7b5", "0 3 6 10" },
  { "Dm9b5", "Dm9b5", "0 2 3 6 10" },
  { "Bdim", "Bdim", "0 3 6" },
  { "B°", "Bdim", "0 3 6" },
  { "Bo", "Bdim", "0 3 6" },
  { "Bmb5", "Bdim", "0 3 6" },
  { "B°7", "Bdim7", "0 3 6 9" },
  { "Bdim7", "Bdim7", "0 3 6 9" },
  { "Bo7", "Bdim7", "0 3 6 9" },
  { "Bdim(maj7)", "Bdim(maj7)", "0 3 6 11" },
  { "Eaug", "Eaug", "0 4 8" },
  { "E+", "Eaug", "0 4 8" },
  { "E(#5)", "Eaug", "0 4 8" },
  { "E+7", "E7#5", "0 4 8 10" },
  { "Eaug7", "E7#5", "0 4 8 10" },
  { "E7+", "E7#5", "0 4 8 10" },
  { "E7#5", "E7#5", "0 4 8 10" },
  { "E7+5", "E7#5", "0 4 8 10" },
  { "E+M7", "Emaj7#5", "0 4 8 11" },
  { "C(b5)", "C(b5)", "0 4 6" },
  { "C-5", "C(b5)", "0 4 6" },
  { "C7b5", "C7b5", "0 4 6 10" },
  { "C6", "C6", "0 4 7 9" },
  { "Cmaj6", "C6", "0 4 7 9" },
  { "Cm6", "Cm6", "0 3 7 9" },
  { "C6/9", "C6/9", "0 2 4 7 9" },
  { "C69", "C6/9", "0 2 4 7 9" },
  { "C6add9", "C6/9", "0 2 4 7 9" },
  { "C6/9/E", "C6/9/E", "0 2 4 7 9" },
  { "Cm6/9", "Cm6/9", "0 2 3 7 9" },
  { "C9", "C9", "0 2 4 7 10" },
  { "C7(9)", "C9", "0 2 4 7 10" },
  { "C7/9", "C9", "0 2 4 7 10" },
  { "Cm9", "Cm9", "0 2 3 7 10" },
  { "C-9", "Cm9", "0 2 3 7 10" },
  { "Cmaj9", "Cmaj9", "0 2 4 7 11" },
  { "C11", "C11", "0 2 5 7 10" },
  { "Cm11", "Cm11", "0 2 3 5 7 10" },
  { "C13", "C13", "0 2 4 7 9 10" },
  { "C9(13)", "C13", "0 2 4 7 9 10" },
  { "C7(13)", "C7(add13)", "0 4 7 9 10" },
  { "Bb13(b9)", "Bb13(b9)", "0 1 4 7 9 10" },
  { "B♭13♭9", "Bb13(b9)", "0 1 4 7 9 10" },
  { "G7b9", "G7(b9)", "0 1 4 7 10" },
  { "G9b9", "G7(b9)", "0 1 4 7 10" },
  { "G7-9", "G7(b9)", "0 1 4 7 10" },
  { "G7(#9,b13)", "G7(#9,b13)", "0 3 4 7 8 10" },
  { "G7#9b13", "G7(#9,b13)", "0 3 4 7 8 10" },
  { "G7(b13 #9)", "G7(#9,b13)", "0 3 4 7 8 10" },
  { "G7#5#9", "G7(#5,#9)", "0 3 4 8 10" },
  { "G7#11", "G7(#11)", "0 4 6 7 10" },
  { "Gmaj7#11", "Gmaj7(#11)", "0 4 6 7 11" },
  { "G13#11", "G13(#11)", "0 2 4 6 7 9 10" },
  { "G7alt", "G7alt", "0 1 3 4 6 8 10" },
  { "Galt", "G7alt", "0 1 3 4 6 8 10" },
  { "G7(b5,#5,b9,#9)", "G7alt", "0 1 3 4 6 8 10" },
  { "Asus", "Asus4", "0 5 7" },
  { "Asus4", "Asus4", "0 5 7" },
  { "A4", "Asus4", "0 5 7" },
  { "Asus2", "Asus2", "0 2 7" },
  { "Asus24", "Asus24", "0 2 5 7" },
  { "Asus2sus4", "Asus24", "0 2 5 7" },
  { "D7sus4", "D7sus4", "0 5 7 10" },
  { "D7sus", "D7sus4", "0 5 7 10" },
  { "Dsus7", "D7sus4", "0 5 7 10" },
  { "D9sus4", "D9sus4", "0 2 5 7 10" },
  { "D7sus4(b9)", "D7sus4(b9)", "0 1 5 7 10" },
  { "Cadd9", "Cadd9", "0 2 4 7" },
  { "C(add9)", "Cadd9", "0 2 4 7" },
  { "Cadd2", "Cadd9", "0 2 4 7" },
  { "C2", "Cadd9", "0 2 4 7" },
  { "Cmadd9", "Cm(add9)", "0 2 3 7" },
  { "Cadd11", "Cadd11", "0 4 5 7" },
  { "C5", "C5", "0 7" },
  { "C(no3)", "C5", "0 7" },
  { "C(omit3)", "C5", "0 7" },
  { "C7(no3rd)", "C7(no3)", "0 7 10" },
  { "C7no5", "C7(no5)", "0 4 10" },
  { "C1", "C1", "0" },
  { "G/B", "G/B", "0 4 7" },
  { "Bb/D", "Bb/D", "0 4 7" },
  { "D/f#", "D/F#", "0 4 7" },
  { "Am7/G", "Am7/G", "0 3 7 10" },
  { "C/C", "C", "0 4 7" },
  { "C/Bb", "C/Bb", "0 4 7" },
  { "Bes", "Bb", "0 4 7" },
  { "Fism", "F#m", "0 3 7" },
  { "Es7", "Eb7", "0 4 7 10" },
  { "Esus", "Esus4", "0 5 7" },
  { "Dbb", "Dbb", "0 4 7" },
  { "Fx", "F##", "0 4 7" },
};

static guint
tones_from_text (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  guint tones = 0;

  for (guint i = 0; words[i] != NULL; i++)
    tones |= 1u << g_ascii_strtoull (words[i], NULL, 10);
  return tones;
}

static void
test_spellings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MaqChord) chord = maq_chord_parse (spellings[i].text, &error);
      g_autoptr(MaqChord) again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (maq_chord_get_text (chord), ==, spellings[i].tidy);
      g_assert_cmphex (maq_chord_get_tones (chord), ==, tones_from_text (spellings[i].tones));

      again = maq_chord_parse (maq_chord_get_text (chord), &error);
      g_assert_no_error (error);
      g_assert_true (maq_chord_equal (chord, again));
      g_assert_cmphex (maq_chord_get_tones (again), ==, maq_chord_get_tones (chord));
    }
}

static void
test_parts (void)
{
  static const struct
  {
    const char *text;
    int root, bass, third, fifth, seventh;
  } rows[] = {
    { "C", 0, 0, 4, 7, -1 },       { "F#ø", 6, 6, 3, 6, 10 },
    { "B°7", 11, 11, 3, 6, 9 },    { "Eaug", 4, 4, 4, 8, -1 },
    { "Am6/E", 9, 4, 3, 7, 9 },    { "Dsus2", 2, 2, 2, 7, -1 },
    { "D7sus4", 2, 2, 5, 7, 10 },  { "G5", 7, 7, -1, 7, -1 },
    { "Ebmaj9", 3, 3, 4, 7, 11 },  { "C11", 0, 0, 5, 7, 10 },
    { "Cb", 11, 11, 4, 7, -1 },    { "Bb/D", 10, 2, 4, 7, -1 },
    { "G7alt", 7, 7, 4, 8, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MaqChord) chord = maq_chord_parse (rows[i].text, NULL);

      g_assert_nonnull (chord);
      g_assert_cmpint (maq_note_name_pitch_class (maq_chord_get_root (chord)), ==, rows[i].root);
      g_assert_cmpint (maq_note_name_pitch_class (maq_chord_get_bass (chord)), ==, rows[i].bass);
      g_assert_cmpint (maq_chord_get_third (chord), ==, rows[i].third);
      g_assert_cmpint (maq_chord_get_fifth (chord), ==, rows[i].fifth);
      g_assert_cmpint (maq_chord_get_seventh (chord), ==, rows[i].seventh);
    }
}

static void
test_none (void)
{
  static const char *const texts[] = { "N.C.", "NC", "N", "n.c.", " N.C. ", "(N.C.)" };
  g_autoptr(MaqChord) none = maq_chord_new_none ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(MaqChord) chord = maq_chord_parse (texts[i], NULL);
      g_autoptr(MaqChord) up = NULL;

      g_assert_nonnull (chord);
      g_assert_true (maq_chord_is_none (chord));
      g_assert_true (maq_chord_equal (chord, none));
      g_assert_cmpstr (maq_chord_get_text (chord), ==, "N.C.");
      g_assert_cmphex (maq_chord_get_tones (chord), ==, 0);
      g_assert_cmpint (maq_chord_get_third (chord), ==, -1);
      g_assert_cmpint (maq_chord_get_seventh (chord), ==, -1);
      up = maq_chord_transposed (chord, 5, MAQ_KEY_UNSET);
      g_assert_true (up == chord);
    }
}

/* What isn't a chord, and the part of it that the error has to name. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *part;
  } rows[] = {
    { "H7#b5sus", "H7#b5sus" }, { "C7#b5", "#b5" },     { "Cm7b5(", "(" },
    { "C7(b9", "(b9" },         { "C7b9)", ")" },       { "C7((b9))", "(b9))" },
    { "C/H", "/H" },            { "C/", "/" },          { "C/G/E", "/G/E" },
    { "Cmm", "m" },             { "C77", "7" },         { "Cadd", "add" },
    { "Cno7", "no7" },          { "C G", "G" },         { "Hello", "Hello" },
    { "Chorus", "orus" },       { "hello", "hello" },   { "C12", "2" },
    { "C7\001", "\001" },       { "C\377\376", "" },    { "%", "%" },
    { "Cmaj7maj7", "maj7" },    { "Csus4sus", "sus" },  { "C()/", "/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MaqChord) chord = maq_chord_parse (rows[i].text, &error);
      g_autofree char *quoted = g_strdup_printf ("“%s", rows[i].part);

      g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
      g_assert_null (chord);
      g_assert_nonnull (strstr (error->message, quoted));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
assert_refused (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqChord) chord = maq_chord_parse (text, &error);

  g_assert_null (chord);
  g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 300);
}

static void
test_hostile (void)
{
  g_autofree char *many = g_strnfill (500, 'C');
  g_autofree char *open = g_strnfill (60, '(');
  g_autofree char *sharps = g_strnfill (60, '#');
  g_autoptr(GString) triangles = g_string_new ("C");

  for (int i = 0; i < 200; i++)
    g_string_append (triangles, "△");
  sharps[0] = 'C';
  open[0] = 'C';
  assert_refused ("");
  assert_refused ("   ");
  assert_refused ("()");
  assert_refused (many);
  assert_refused (open);
  assert_refused (sharps);
  assert_refused (triangles->str);
  assert_refused ("\377\376\375");
  assert_refused ("\342\231");
}

/* Random text from what chords are made of: no crash, and what is taken for a
 * chord keeps its meaning through its own text. */
static void
test_random_text (void)
{
  static const char *const pieces[] = {
    "C", "F#", "Bb", "m", "maj", "7", "9", "11", "13", "6", "sus4", "sus2", "add", "no", "3",
    "5", "b", "#", "+", "-", "(", ")", ",", "/", "dim", "aug", "ø", "°", "△", "alt", "M", " ",
    "69", "2", "4", "\377", "E",
  };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (pieces[g_test_rand_int_range (0, 3)]);
      g_autoptr(MaqChord) chord = NULL;
      g_autoptr(MaqChord) again = NULL;
      int n_pieces = g_test_rand_int_range (0, 7);

      for (int p = 0; p < n_pieces; p++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      chord = maq_chord_parse (text->str, NULL);
      if (chord == NULL)
        continue;
      g_test_message ("%s is %s", text->str, maq_chord_get_text (chord));
      g_assert_cmpuint (strlen (maq_chord_get_text (chord)), <=, MAQ_LIMIT_CHORD_BYTES);
      again = maq_chord_parse (maq_chord_get_text (chord), NULL);
      g_assert_nonnull (again);
      g_assert_cmpstr (maq_chord_get_text (again), ==, maq_chord_get_text (chord));
      g_assert_cmphex (maq_chord_get_tones (again), ==, maq_chord_get_tones (chord));
      g_assert_cmpint (maq_chord_get_third (again), ==, maq_chord_get_third (chord));
      g_assert_cmpint (maq_chord_get_seventh (again), ==, maq_chord_get_seventh (chord));
    }
}

static MaqKey
key_from_text (const char *text)
{
  MaqKey key = MAQ_KEY_UNSET;

  g_assert_true (text[0] == '\0' || maq_key_parse (text, &key));
  return key;
}

static void
test_transposed_spelling (void)
{
  static const struct
  {
    const char *text;
    int         semitones;
    const char *key;
    const char *expected;
  } rows[] = {
    { "C", 2, "D", "D" },          { "F", 6, "F#", "B" },         { "C", 6, "F#", "F#" },
    { "C", 6, "Gb", "Gb" },        { "F", 6, "Gb", "Cb" },        { "E7", 1, "Bbm", "F7" },
    { "G/B", 1, "Ab", "Ab/C" },    { "D/F#", 1, "Eb", "Eb/G" },   { "C/E", 8, "E", "G#/B#" },
    { "C", 3, "", "Eb" },          { "C", 1, "", "Db" },          { "Cm", 1, "", "C#m" },
    { "Am7b5", -3, "", "F#m7b5" }, { "C7(b9)", -10, "D", "D7(b9)" },
    { "Bdim", 1, "Db", "Cdim" },   { "Dm", 12, "C", "Dm" },       { "C/Bb", 2, "D", "D/C" },
    { "Am/C", -3, "Gb", "Gbm/A" }, { "Am/C", -1, "Ab", "Abm/Cb" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MaqChord) chord = maq_chord_parse (rows[i].text, NULL);
      g_autoptr(MaqChord) moved = maq_chord_transposed (chord, rows[i].semitones,
                                                        key_from_text (rows[i].key));

      g_assert_cmpstr (maq_chord_get_text (moved), ==, rows[i].expected);
    }
}

static void
test_carried (void)
{
  static const struct { const char *text, *from, *to, *expected; } rows[] = {
    { "Ab", "C", "D", "Bb" },       { "F#dim", "C", "D", "G#dim" },  { "Bb", "C", "Eb", "Db" },
    { "F", "Am", "Bbm", "Gb" },     { "E7/G#", "Am", "Cm", "G7/B" }, { "D7", "C", "Db", "Eb7" },
    { "Cb", "Gb", "C", "F" },       { "N.C.", "C", "D", "N.C." },    { "C/E", "C", "F#", "F#/A#" },
    { "F#dim", "C", "B", "E#dim" }, { "Db", "C", "Ab", "A" },        { "Am", "C", "C", "Am" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MaqChord) chord = maq_chord_parse (rows[i].text, NULL);
      g_autoptr(MaqChord) carried = maq_chord_carried (chord, key_from_text (rows[i].from),
                                                       key_from_text (rows[i].to));

      g_assert_cmpstr (maq_chord_get_text (carried), ==, rows[i].expected);
    }
}

static void
check_there_and_back (MaqChord *chord,
                      int       semitones,
                      MaqKey    key)
{
  g_autoptr(MaqChord) up = maq_chord_transposed (chord, semitones, key);
  g_autoptr(MaqChord) back = maq_chord_transposed (up, -semitones, MAQ_KEY_UNSET);
  g_autoptr(MaqChord) again = maq_chord_parse (maq_chord_get_text (up), NULL);
  int root = maq_note_name_pitch_class (maq_chord_get_root (chord));
  int bass = maq_note_name_pitch_class (maq_chord_get_bass (chord));

  g_assert_nonnull (again);
  g_assert_true (maq_chord_equal (again, up));
  g_assert_cmphex (maq_chord_get_tones (up), ==, maq_chord_get_tones (chord));
  g_assert_cmpint (maq_note_name_pitch_class (maq_chord_get_root (up)), ==,
                   ((root + semitones) % 12 + 12) % 12);
  g_assert_cmpint (maq_note_name_pitch_class (maq_chord_get_bass (up)), ==,
                   ((bass + semitones) % 12 + 12) % 12);
  g_assert_cmphex (maq_chord_get_tones (back), ==, maq_chord_get_tones (chord));
  g_assert_cmpint (maq_note_name_pitch_class (maq_chord_get_root (back)), ==, root);
  g_assert_cmpint (maq_note_name_pitch_class (maq_chord_get_bass (back)), ==, bass);
}

static void
test_transposed (void)
{
  static const char *const keys[] = { "", "C", "F#", "Gb", "Bbm", "E dorian", "Ab lydian" };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr(MaqChord) chord = maq_chord_parse (spellings[i].text, NULL);

      for (int semitones = -25; semitones <= 25; semitones++)
        {
          for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
            check_there_and_back (chord, semitones, key_from_text (keys[k]));
        }
    }
}

static void
test_same (void)
{
  g_autoptr(MaqChord) chord = maq_chord_parse ("F#m7", NULL);
  g_autoptr(MaqChord) same = maq_chord_transposed (chord, 0, MAQ_KEY_UNSET);
  g_autoptr(MaqChord) octave = maq_chord_transposed (chord, -24, MAQ_KEY_UNSET);
  g_autoptr(MaqChord) other = maq_chord_parse ("Gbm7", NULL);

  g_assert_true (same == chord);
  g_assert_true (octave == chord);
  g_assert_false (maq_chord_equal (chord, other));
}

static guint
check_chart (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("\\[([A-G(][^]]*)\\]", G_REGEX_RAW, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n_chords = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_regex_match (regex, contents, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *text = g_match_info_fetch (match, 1);
      g_autoptr(MaqChord) chord = maq_chord_parse (text, &error);

      g_assert_no_error (error);
      n_chords++;
      g_match_info_next (match, NULL);
    }
  return n_chords;
}

/* Every chord of the charts; small letters in them are single notes of a riff. */
static void
test_charts (void)
{
  const char *shared = g_getenv ("MAQ_SHARED_DATA");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "chordpro", NULL);
  g_autoptr(GDir) dir = shared != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n_chords = 0;

  if (dir == NULL)
    {
      g_test_skip ("The outside material (option shared_data) is not there");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".cho"))
        n_chords += check_chart (path);
    }
  g_test_message ("%u chords", n_chords);
  g_assert_cmpuint (n_chords, >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/chord/spellings", test_spellings);
  g_test_add_func ("/score/chord/parts", test_parts);
  g_test_add_func ("/score/chord/none", test_none);
  g_test_add_func ("/score/chord/refused", test_refused);
  g_test_add_func ("/score/chord/hostile", test_hostile);
  g_test_add_func ("/score/chord/random-text", test_random_text);
  g_test_add_func ("/score/chord/transposed-spelling", test_transposed_spelling);
  g_test_add_func ("/score/chord/transposed", test_transposed);
  g_test_add_func ("/score/chord/carried", test_carried);
  g_test_add_func ("/score/chord/same", test_same);
  g_test_add_func ("/score/chord/charts", test_charts);
  return g_test_run ();
}
