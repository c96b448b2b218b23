/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-key.h"

static MaqKey
key_from_text (const char *text)
{
  MaqKey key = MAQ_KEY_UNSET;

  g_assert_true (maq_key_parse (text, &key));
  return key;
}

static void
assert_key (MaqKey      key,
            const char *expected)
{
  char text[MAQ_KEY_TEXT_MAX];

  g_assert_cmpstr (maq_key_format (key, text), ==, expected);
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *tidy;
  } rows[] = {
    { "C", "C" },               { "Am", "Am" },              { "Bb major", "Bb" },
    { "F# minor", "F#m" },      { "D dorian", "D dorian" },  { "C maj", "C" },
    { "F♯ min", "F#m" },        { "B♭", "Bb" },              { "a minor", "Am" },
    { "bb major", "Bb" },       { "D Dorian", "D dorian" },  { "G mixolydian", "G mixolydian" },
    { "G mix", "G mixolydian" }, { "E phrygian", "E phrygian" }, { "F lydian", "F lydian" },
    { "B locrian", "B locrian" }, { "C ionian", "C" },       { "A aeolian", "Am" },
    { " Eb ", "Eb" },           { "A-", "Am" },              { "CM", "C" },
    { "Amin", "Am" },           { "Cmaj", "C" },             { "Bbb mixolydian", "Bbb mixolydian" },
    { "C:maj", "C" },           { "A MINOR", "Am" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MaqKey key = key_from_text (rows[i].text);

      g_assert_true (maq_key_is_set (key));
      assert_key (key, rows[i].tidy);
      g_assert_true (maq_key_equal (key_from_text (rows[i].tidy), key));
    }
  assert_key (MAQ_KEY_UNSET, "");
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", " ", "H", "H minor", "C foo", "major", "C major minor", "a", "Cm7", "1", "\377", "C\377",
    "C dorianxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MaqKey key = key_from_text ("Em");

      g_assert_false (maq_key_parse (texts[i], &key));
      assert_key (key, "Em");
    }
}

static void
test_scales (void)
{
  static const char *const modes[] = {
    "C major", "D dorian", "E phrygian", "F lydian", "G mixolydian", "A minor", "B locrian",
  };

  /* The white keys, from whichever of them one starts. */
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      MaqKey key = key_from_text (modes[i]);
      int tonic = maq_note_name_pitch_class (key.tonic);
      guint above_c = maq_key_scale (key) << tonic;

      g_assert_cmphex ((above_c | above_c >> 12) & 0xfff, ==, 0xab5);
      g_assert_false (maq_key_prefers_flats (key));
    }
}

static void
test_flats (void)
{
  static const struct
  {
    const char *key;
    gboolean    flats;
  } rows[] = {
    { "C", FALSE }, { "G", FALSE }, { "F", TRUE }, { "Bb", TRUE }, { "F#", FALSE }, { "Gb", TRUE },
    { "Am", FALSE }, { "Dm", TRUE }, { "Cm", TRUE }, { "C#m", FALSE }, { "Ebm", TRUE },
    { "D mixolydian", FALSE }, { "G dorian", TRUE }, { "F lydian", FALSE }, { "B locrian", FALSE },
    { "C mixolydian", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (maq_key_prefers_flats (key_from_text (rows[i].key)), ==, rows[i].flats);
}

static void
test_transposed (void)
{
  static const struct
  {
    const char *key;
    int         semitones;
    const char *expected;
  } rows[] = {
    { "C", 1, "Db" },   { "C", 3, "Eb" },   { "C", 6, "F#" },  { "F", 1, "Gb" }, { "Bb", 8, "Gb" },
    { "Am", 1, "Bbm" }, { "Am", 4, "C#m" }, { "Am", 11, "G#m" }, { "C", -1, "B" },
    { "F#", 12, "F#" }, { "Gb", 0, "Gb" },  { "Gb", -12, "Gb" }, { "D dorian", 2, "E dorian" },
    { "D dorian", 1, "Eb dorian" }, { "C", 25, "Db" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_key (maq_key_transposed (key_from_text (rows[i].key), rows[i].semitones),
                rows[i].expected);
  g_assert_false (maq_key_is_set (maq_key_transposed (MAQ_KEY_UNSET, 3)));
}

static void
test_note_names (void)
{
  static const struct
  {
    const char *text;
    gsize       n_read;
    int         pitch_class;
    const char *tidy;
  } rows[] = {
    { "C", 1, 0, "C" },     { "F#m7", 2, 6, "F#" },  { "Bbmaj7", 2, 10, "Bb" },
    { "B♭", 4, 10, "Bb" },  { "Cb", 2, 11, "Cb" },   { "B#", 2, 0, "B#" },
    { "Ebb", 3, 2, "Ebb" }, { "Fx", 2, 7, "F##" },   { "C###", 3, 2, "C##" },
    { "C#b", 2, 1, "C#" },  { "Gbbb5", 3, 5, "Gbb" },
  };
  MaqNoteName name;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char text[MAQ_NOTE_NAME_TEXT_MAX];

      g_assert_cmpuint (maq_note_name_parse (rows[i].text, &name), ==, rows[i].n_read);
      g_assert_cmpint (maq_note_name_pitch_class (name), ==, rows[i].pitch_class);
      g_assert_cmpstr (maq_note_name_format (name, text), ==, rows[i].tidy);
    }
  g_assert_cmpuint (maq_note_name_parse ("", &name), ==, 0);
  g_assert_cmpuint (maq_note_name_parse ("H", &name), ==, 0);
  g_assert_cmpuint (maq_note_name_parse ("c", &name), ==, 0);

  for (int pitch_class = -13; pitch_class < 26; pitch_class++)
    {
      for (int flats = 0; flats < 2; flats++)
        {
          name = maq_note_name_from_pitch_class (pitch_class, flats);
          g_assert_cmpint (maq_note_name_pitch_class (name), ==, (pitch_class + 24) % 12);
          g_assert_cmpint (name.alter, <=, !flats);
          g_assert_cmpint (name.alter, >=, -flats);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/key/text", test_text);
  g_test_add_func ("/score/key/refused", test_refused);
  g_test_add_func ("/score/key/scales", test_scales);
  g_test_add_func ("/score/key/flats", test_flats);
  g_test_add_func ("/score/key/transposed", test_transposed);
  g_test_add_func ("/score/note-name/text", test_note_names);
  return g_test_run ();
}
