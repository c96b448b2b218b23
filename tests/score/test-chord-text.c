/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-text.h"

#include <string.h>

#include "maq-chord-change.h"
#include "maq-odd-bar.h"
#include "maq-section.h"

static const MaqMeter four_four = { 4, 4 };

/* "bar:offset name" of each change, from 0 */
static char *
dup_changes (MaqVec *chords)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < maq_vec_get_length (chords); i++)
    {
      MaqChordChange *change = maq_vec_get (chords, i);

      const char *mark = maq_chord_mark_get_nick (maq_chord_change_get_mark (change));

      g_string_append_printf (text, "%s%d:%d %s%s%s", i > 0 ? ", " : "",
                              maq_chord_change_get_bar (change),
                              (int) maq_chord_change_get_offset_ticks (change),
                              maq_chord_get_text (maq_chord_change_get_chord (change)),
                              *mark != '\0' ? " " : "", mark);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_read (const char *text,
             MaqMeter    meter,
             int         n_bars,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  int found = -1;
  g_autoptr(MaqVec) chords = maq_chord_text_parse (text, meter, NULL, &found, &error);
  g_autofree char *changes = NULL;

  g_assert_no_error (error);
  changes = dup_changes (chords);
  g_assert_cmpstr (changes, ==, expected);
  g_assert_cmpint (found, ==, n_bars);
}

static void
reads_bars_as_typed (void)
{
  assert_read ("| C | G/B Am7 | % | F |", four_four, 4,
               "0:0 C, 1:0 G/B, 1:1920 Am7, 2:0 G/B, 2:1920 Am7, 3:0 F");
  assert_read ("C | F", four_four, 2, "0:0 C, 1:0 F");
  assert_read ("|C|F|", four_four, 2, "0:0 C, 1:0 F");
  assert_read ("Dm7 Bb9 F C", four_four, 4, "0:0 Dm7, 1:0 Bb9, 2:0 F, 3:0 C");
  assert_read ("Dm7  .\nF %\tC\n", four_four, 5, "0:0 Dm7, 2:0 F, 3:0 F, 4:0 C");
  assert_read ("| Dm7 Bb9 F C", four_four, 1, "0:0 Dm7, 0:960 Bb9, 0:1920 F, 0:2880 C");
  assert_read ("C\nF\n\n", four_four, 2, "0:0 C, 1:0 F");
  assert_read ("| C | F |\n| G | C ||", four_four, 4, "0:0 C, 1:0 F, 2:0 G, 3:0 C");
  assert_read ("| C || F |", four_four, 2, "0:0 C, 1:0 F");
  assert_read ("  ", four_four, 0, "");
  assert_read ("", four_four, 0, "");
  assert_read ("N.C. | C", four_four, 2, "0:0 N.C., 1:0 C");
}

static void
reads_places_in_a_bar (void)
{
  assert_read ("| C . . G |", four_four, 1, "0:0 C, 0:2880 G");
  assert_read ("| C / / G |", four_four, 1, "0:0 C, 0:2880 G");
  assert_read ("| C G F |", (MaqMeter) { 3, 4 }, 1, "0:0 C, 0:960 G, 0:1920 F");
  assert_read ("| C G |", (MaqMeter) { 6, 8 }, 1, "0:0 C, 0:1440 G");
  assert_read ("| C | . | F |", four_four, 3, "0:0 C, 2:0 F");
  assert_read ("| C | | F |", four_four, 3, "0:0 C, 2:0 F");
  assert_read ("| C | . F |", four_four, 2, "0:0 C, 1:1920 F");
  assert_read ("| C . . . . . . G |", four_four, 1, "0:0 C, 0:3360 G");
  assert_read ("| C@1 D@2 E@3 F@4 G@5 |", four_four, 1, "0:1 C, 0:2 D, 0:3 E, 0:4 F, 0:5 G");
  assert_read ("| C@7 G@1000 |", four_four, 1, "0:7 C, 0:1000 G");
}

static void
reads_marks (void)
{
  assert_read ("| >C | <G/B> ^Am7 | % | F |", four_four, 4,
               "0:0 C push, 1:0 G/B hold, 1:1920 Am7 stab, 2:0 G/B hold, 2:1920 Am7 stab, 3:0 F");
  assert_read ("| <C>@240 ^F@1000 >N.C.@1001 |", four_four, 1,
               "0:240 C hold, 0:1000 F stab, 0:1001 N.C. push");
  assert_read (">Dm7 ^Bb9 F", four_four, 3, "0:0 Dm7 push, 1:0 Bb9 stab, 2:0 F");
}

static void
reads_odd_bars (void)
{
  g_autoptr(MaqOddBar) odd = maq_odd_bar_new (1, (MaqMeter) { 2, 4 });
  g_autoptr(MaqVec) odd_bars = maq_vec_new (&maq_odd_bar_vec_class, (gpointer[]) { odd }, 1);
  g_autoptr(GError) error = NULL;
  int n_bars = 0;
  g_autoptr(MaqVec) chords = maq_chord_text_parse ("C G | C G | C G", four_four, odd_bars, &n_bars,
                                                   &error);
  g_autofree char *changes = NULL;

  g_assert_no_error (error);
  changes = dup_changes (chords);
  g_assert_cmpstr (changes, ==, "0:0 C, 0:1920 G, 1:0 C, 1:960 G, 2:0 C, 2:1920 G");
}

static void
assert_refused (const char *text,
                const char *words)
{
  g_autoptr(GError) error = NULL;
  int n_bars = 0;
  g_autoptr(MaqVec) chords = maq_chord_text_parse (text, four_four, NULL, &n_bars, &error);

  g_assert_null (chords);
  g_assert_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
assert_repeats (const char *text,
                const char *written)
{
  g_autoptr(GError) error = NULL;
  int n_bars = 0;
  g_autoptr(MaqVec) chords = maq_chord_text_parse (text, four_four, NULL, &n_bars, &error);
  g_autofree char *bars = NULL;

  g_assert_no_error (error);
  bars = maq_chord_text_format (chords, n_bars, four_four, NULL);
  g_assert_cmpstr (bars, ==, written);
}

static void
reads_repeat_signs (void)
{
  assert_repeats ("|: C | F :| G |", "| C | F | C | F | G |");
  assert_repeats ("||: C | F :|| G ||", "| C | F | C | F | G |");
  assert_repeats ("C | F :| G", "| C | F | C | F | G |");
  assert_repeats ("|: C | F :| x3 | G |", "| C | F | C | F | C | F | G |");
  assert_repeats ("|: C | F :| x3 G |", "| C | F | C | F | C | F | G |");
  assert_repeats ("Am |: C | F :|\n|: G :| x3", "| Am | C | F | C | F | G | % | % |");
  assert_repeats ("|: C | % :|", "| C | % | % | % |");
  assert_repeats ("|: C :| x1 | G", "| C | G |");
  assert_repeats ("|: :| x99999999999 C", "| C |");
  assert_refused ("|: C :| x100000", "2001");
  assert_refused ("|: C :| xylophone | G", "xylophone");
}

static void
assert_bars (const char       *text,
             int               n_bars,
             MaqChordNotation  notation,
             const char       *expected)
{
  MaqKey key = { { 4, 0 }, MAQ_MODE_MAJOR };
  g_autoptr(MaqOddBar) odd = maq_odd_bar_new (3, (MaqMeter) { 2, 4 });
  g_autoptr(MaqVec) odd_bars = maq_vec_new (&maq_odd_bar_vec_class, (gpointer[]) { odd }, 1);
  int chord_bars = 0;
  g_autoptr(MaqVec) chords = maq_chord_text_parse_in_key (text, key, four_four, NULL, &chord_bars,
                                                          NULL);
  g_auto(GStrv) bars = maq_chord_text_dup_bars (chords, chord_bars, n_bars, four_four, odd_bars,
                                                key, notation);
  g_autofree char *joined = g_strjoinv (" | ", bars);

  g_assert_cmpstr (joined, ==, expected);
}

static void
writes_each_bar (void)
{
  assert_bars ("| G D | C |", 5, MAQ_CHORD_NOTATION_NAMES, "G D | C | G D | C | G D");
  assert_bars ("| I V | vi |", 3, MAQ_CHORD_NOTATION_NAMES, "G D | Em | G D");
  assert_bars ("| 1 >5/7 | <6-> |", 3, MAQ_CHORD_NOTATION_ROMAN, "I >V/7 | <vi> | I >V/7");
  assert_bars ("| G | . | G | C |", 3, MAQ_CHORD_NOTATION_NASHVILLE, "1 | . | 1");
  assert_bars ("| G | G | C |", 2, MAQ_CHORD_NOTATION_NAMES, "G | %");
  /* half a bar has no room for what begins in its second half */
  assert_bars ("| G D |", 4, MAQ_CHORD_NOTATION_NAMES, "G D | % | % | G");
  assert_bars ("", 2, MAQ_CHORD_NOTATION_NAMES, ". | .");
}

static void
splits_bars (void)
{
  static const struct { const char *text; const char *bars; } rows[] = {
    { "C G", "C G" }, { "C | G", "C;G" }, { "", "" }, { " | C | ", "C" }, { "C | | G", "C;;G" },
    { "|: C | G :|", "C;G;C;G" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) bars = maq_chord_text_split (rows[i].text);
      g_autofree char *joined = NULL;

      g_ptr_array_add (bars, NULL);
      joined = g_strjoinv (";", (char **) bars->pdata);
      g_assert_cmpstr (joined, ==, rows[i].bars);
    }
}

static void
names_what_it_refuses (void)
{
  g_autoptr(GString) many = g_string_new ("C");

  assert_refused ("| C | H7 |", "Bar 2");
  assert_refused ("| C | H7 |", "H7");
  assert_refused ("| X7 |", "Bar 1: “X7” is not understood");
  assert_refused ("| C | Cmaj7q |", "in the chord “Cmaj7q”");
  assert_refused ("| C | Dm7 Bb9 / F C |", "Bar 2: 5 chords");
  assert_refused ("| C | Dm7 Bb9 / F C |", "4 beats");
  assert_refused ("| C | C@1 D@2 E@3 F@4 G |", "Bar 2: 5 chords");
  assert_refused ("| % | C |", "Bar 1");
  assert_refused ("| C@4000 |", "@4000");
  assert_refused ("| C@ |", "Bar 1");
  assert_refused ("| C@960 G@480 |", "Bar 1");
  assert_refused ("| C | \xff |", "Bar 2");
  assert_refused ("| C | <C |", "Bar 2: “<C”");
  assert_refused ("| <> |", "Bar 1: “<>”");
  assert_refused ("| > |", "Bar 1: “>”");
  assert_refused ("| >. |", "Bar 1: “.”");
  assert_refused ("| <>C> |", "Bar 1: “>C”");

  for (guint i = 0; i < 3000; i++)
    g_string_append (many, " | C");
  assert_refused (many->str, "2001");
}

static void
writes_as_people_do (void)
{
  static const char *const texts[] = {
    "| C | G/B Am7 | % | F |", "| C . . G | F |", "| C | . | F |", "| C | % |",
    "| . C |", "| C G F |", "| C@7 G@1000 |", "| N.C. | C |", "| C . . . . . . G |",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int n_bars = 0;
      g_autoptr(MaqVec) chords = maq_chord_text_parse (texts[i], four_four, NULL, &n_bars, NULL);
      g_autofree char *written = maq_chord_text_format (chords, n_bars, four_four, NULL);

      g_assert_cmpstr (written, ==, texts[i]);
    }
}

static MaqVec *
random_changes (int n_bars)
{
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(MaqChord) major = maq_chord_parse ("C", NULL);
  g_autoptr(MaqChord) other = maq_chord_parse ("F#m7b5", NULL);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  for (int bar = 0; bar < n_bars; bar++)
    for (int slot = 0; slot < 24; slot++)
      if (g_test_rand_int_range (0, 12) == 0)
        {
          int jitter = g_test_rand_int_range (0, 5) == 0 ? g_test_rand_int_range (0, 160) : 0;

          g_autoptr(MaqChordChange) plain = NULL;

          plain = maq_chord_change_new (bar, slot * 160 + jitter,
                                        g_test_rand_bit () ? major : other);
          g_ptr_array_add (changes, maq_chord_change_with_mark (
                                      plain, g_test_rand_int_range (0, MAQ_N_CHORD_MARKS)));
        }

  return maq_vec_new (&maq_chord_change_vec_class, changes->pdata, changes->len);
}

static void
reads_what_it_writes (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      int n_bars = g_test_rand_int_range (0, 9), found = -1;
      g_autoptr(MaqVec) chords = random_changes (n_bars);
      g_autofree char *text = maq_chord_text_format (chords, n_bars, four_four, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(MaqVec) again = maq_chord_text_parse (text, four_four, NULL, &found, &error);

      g_assert_no_error (error);
      g_assert_cmpint (found, ==, n_bars);
      if (!maq_vec_equal (again, chords))
        g_error ("%s is read as something else", text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/chord-text/reads-bars-as-typed", reads_bars_as_typed);
  g_test_add_func ("/score/chord-text/reads-places-in-a-bar", reads_places_in_a_bar);
  g_test_add_func ("/score/chord-text/reads-marks", reads_marks);
  g_test_add_func ("/score/chord-text/reads-odd-bars", reads_odd_bars);
  g_test_add_func ("/score/chord-text/reads-repeat-signs", reads_repeat_signs);
  g_test_add_func ("/score/chord-text/writes-each-bar", writes_each_bar);
  g_test_add_func ("/score/chord-text/splits-bars", splits_bars);
  g_test_add_func ("/score/chord-text/names-what-it-refuses", names_what_it_refuses);
  g_test_add_func ("/score/chord-text/writes-as-people-do", writes_as_people_do);
  g_test_add_func ("/score/chord-text/reads-what-it-writes", reads_what_it_writes);

  return g_test_run ();
}
