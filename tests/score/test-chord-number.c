/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-number.h"

#include <string.h>

/* What stands after a root: everything that a tidied name may hold. */
static const char *const qualities[] = {
  "", "m", "7", "m7", "maj7", "m(maj7)", "dim", "dim7", "m7b5", "aug", "7#5", "sus4", "7sus4",
  "sus2", "add9", "m(add9)", "6", "m6", "6/9", "m6/9", "9", "m9", "maj9", "11", "m11", "13",
  "7(b9)", "7(b9,b13)", "7alt", "maj7(#11)", "5", "1", "(b5)", "m(no5)", "aug(add9)", "dim(maj7)",
  "m9b5", "7b5", "13sus4",
};

static const char *const tonics[] = {
  "C", "C#", "Cb", "D", "Db", "D#", "E", "Eb", "F", "F#", "G", "Gb", "G#", "A", "Ab", "B", "Bb",
  "Fb", "A#", "E#", "B#",
};

static const char *const roots[] = {
  "C", "C#", "Cb", "D", "D#", "Db", "E", "E#", "Eb", "F", "F#", "Fb", "G", "G#", "Gb", "A", "A#",
  "Ab", "B", "B#", "Bb", "F##", "Bbb", "C##", "Abb",
};

static MaqKey
make_key (const char *text)
{
  MaqKey key;

  g_assert_true (maq_key_parse (text, &key));
  return key;
}

static void
assert_written (const char *name,
                const char *key,
                const char *roman,
                const char *nashville)
{
  g_autoptr(MaqChord) chord = maq_chord_parse (name, NULL);
  g_autofree char *as_roman = maq_chord_dup_text (chord, make_key (key), MAQ_CHORD_NOTATION_ROMAN);
  g_autofree char *as_number = maq_chord_dup_text (chord, make_key (key),
                                                   MAQ_CHORD_NOTATION_NASHVILLE);

  g_assert_cmpstr (as_roman, ==, roman);
  g_assert_cmpstr (as_number, ==, nashville);
}

static void
writes_numbers (void)
{
  assert_written ("C", "C", "I", "1");
  assert_written ("Am7", "C", "vi7", "6-7");
  assert_written ("G7", "C", "V7", "57");
  assert_written ("Bdim", "C", "vii°", "7°");
  assert_written ("Bm7b5", "C", "viiø7", "7ø7");
  assert_written ("Bb", "C", "bVII", "b7");
  assert_written ("F#dim7", "C", "#iv°7", "#4°7");
  assert_written ("G/B", "C", "V/7", "5/7");
  assert_written ("C/Bb", "C", "I/b7", "1/b7");
  assert_written ("Caug", "C", "I+", "1+");
  assert_written ("Cm(maj7)", "C", "i(maj7)", "1-(maj7)");
  assert_written ("Fmaj7", "C", "IVmaj7", "4maj7");
  assert_written ("F6/9", "C", "IV6/9", "46/9");
  assert_written ("N.C.", "C", "N.C.", "N.C.");
  assert_written ("E", "A", "V", "5");
  assert_written ("C#m", "A", "iii", "3-");

  /* the scale of the key for Roman numerals, the major one for Nashville */
  assert_written ("F", "Am", "VI", "b6");
  assert_written ("G", "Am", "VII", "b7");
  assert_written ("E7/G#", "Am", "V7/#7", "57/7");
  assert_written ("F#m7b5", "Am", "#viø7", "6ø7");
  assert_written ("Fb", "Am", "bbVI", "bb6");
  assert_written ("G", "A mixolydian", "VII", "b7");
  assert_written ("G", "D dorian", "IV", "4");
  assert_written ("B", "F lydian", "IV", "#4");
  assert_written ("Bb", "F lydian", "bIV", "4");
}

static void
assert_read (const char *text,
             const char *key,
             const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqChord) chord = maq_chord_read (text, make_key (key), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (maq_chord_get_text (chord), ==, name);
}

static void
reads_numbers (void)
{
  assert_read ("IV", "G", "C");
  assert_read ("ii7", "G", "Am7");
  assert_read ("iim7", "G", "Am7");
  assert_read ("iv", "G", "Cm");
  assert_read ("IVm", "G", "Cm");
  assert_read ("imaj7", "C", "Cm(maj7)");
  assert_read ("V7sus4", "C", "G7sus4");
  assert_read ("viio7", "C", "Bdim7");
  assert_read ("vii°", "C", "Bdim");
  assert_read ("viiø7", "C", "Bm7b5");
  assert_read ("III+", "C", "Eaug");
  assert_read ("♭VII", "C", "Bb");
  assert_read ("I/3", "C", "C/E");
  assert_read ("I/b7", "C", "C/Bb");

  /* flat six is the low one, which minor has anyway */
  assert_read ("bVI", "Am", "F");
  assert_read ("VI", "Am", "F");
  assert_read ("#VI", "Am", "F#");
  assert_read ("bVI", "C", "Ab");

  assert_read ("4", "G", "C");
  assert_read ("6-", "C", "Am");
  assert_read ("2-7", "C", "Dm7");
  assert_read ("57", "C", "G7");
  assert_read ("b7", "C", "Bb");
  assert_read ("b6", "Am", "F");
  assert_read ("6", "Am", "F#");
  assert_read ("1/3", "C", "C/E");
  assert_read ("16/9", "C", "C6/9");
  assert_read ("57/9", "C", "G9");
  assert_read ("15", "C", "C5");
  assert_read ("1b5", "C", "C(b5)");
  assert_read ("4#11", "C", "F(#11)");

  assert_read ("Am7", "C", "Am7");
  assert_read ("D/F#", "C", "D/F#");
  assert_read ("N.C.", "C", "N.C.");
}

static void
assert_refused (const char *text,
                MaqKey      key,
                const char *piece)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqChord) chord = maq_chord_read (text, key, &error);

  g_assert_null (chord);
  g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
  g_assert_nonnull (strstr (error->message, piece));
}

static void
refuses (void)
{
  MaqKey key = make_key ("C");

  assert_refused ("V/V", key, "bass or a dominant");
  assert_refused ("V7/vi", key, "bass or a dominant");
  assert_refused ("IV", MAQ_KEY_UNSET, "set the key");
  assert_refused ("8", key, "8");
  assert_refused ("IVx", key, "numbers are written like");
  assert_refused ("vsomething long that goes on and on", key, "numbers are written like");
  assert_refused ("bbbbb4", key, "numbers are written like");
  assert_refused ("H", key, "chords are written like");
  assert_refused ("", key, "no chord");
}

/* Name to number to name gives the same name, and number to name the same number. */
static void
assert_goes_round (const char       *name,
                   MaqKey            key,
                   MaqChordNotation  notation)
{
  g_autoptr(MaqChord) chord = maq_chord_parse (name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqChord) again = NULL;
  g_autofree char *number = NULL;
  g_autofree char *number_again = NULL;

  g_assert_nonnull (chord);
  number = maq_chord_dup_text (chord, key, notation);
  again = maq_chord_read (number, key, &error);
  if (error != NULL)
    g_error ("%s as %s: %s", name, number, error->message);
  if (!maq_chord_equal (chord, again))
    g_error ("%s as %s is %s", name, number, maq_chord_get_text (again));
  number_again = maq_chord_dup_text (again, key, notation);
  g_assert_cmpstr (number, ==, number_again);
}

static void
goes_round_with_bass (const char *root,
                      guint       quality,
                      guint       bass,
                      MaqKey      key)
{
  g_autofree char *plain = g_strconcat (root, qualities[quality], NULL);
  g_autofree char *slashed = g_strconcat (plain, "/", roots[bass], NULL);

  for (guint notation = 0; notation < MAQ_N_CHORD_NOTATIONS; notation++)
    {
      assert_goes_round (plain, key, notation);
      assert_goes_round (slashed, key, notation);
    }
}

static void
goes_round_in_all_keys (void)
{
  for (guint tonic = 0; tonic < G_N_ELEMENTS (tonics); tonic++)
    for (guint mode = MAQ_MODE_MAJOR; mode <= MAQ_MODE_LOCRIAN; mode++)
      for (guint root = 0; root < G_N_ELEMENTS (roots); root++)
        {
          MaqKey key = make_key (tonics[tonic]);

          key.mode = mode;
          for (guint i = 0; i < G_N_ELEMENTS (qualities); i++)
            goes_round_with_bass (roots[root], i, (root * 7 + i) % G_N_ELEMENTS (roots), key);
        }
}

static void
knows_notations_by_nick (void)
{
  for (guint i = 0; i < MAQ_N_CHORD_NOTATIONS; i++)
    {
      MaqChordNotation notation = MAQ_N_CHORD_NOTATIONS;

      g_assert_true (maq_chord_notation_from_nick (maq_chord_notation_get_nick (i), &notation));
      g_assert_cmpint (notation, ==, i);
    }
  g_assert_false (maq_chord_notation_from_nick ("figured", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/chord-number/writes", writes_numbers);
  g_test_add_func ("/score/chord-number/reads", reads_numbers);
  g_test_add_func ("/score/chord-number/refuses", refuses);
  g_test_add_func ("/score/chord-number/goes-round", goes_round_in_all_keys);
  g_test_add_func ("/score/chord-number/nicks", knows_notations_by_nick);

  return g_test_run ();
}
