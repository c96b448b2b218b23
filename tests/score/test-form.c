/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-change.h"
#include "maq-form.h"
#include "maq-odd-bar.h"

#define BAR (4 * MAQ_TICKS_PER_QUARTER)

static MaqForm *
make_form (MaqSection *const *sections,
           guint              n_sections)
{
  g_autoptr(MaqVec) vec = maq_vec_new (&maq_section_vec_class, (gpointer) sections, n_sections);
  g_autoptr(MaqArrangement) arrangement =
    maq_arrangement_new (&(MaqArrangementFields) { .id = 1, .sections = vec });
  gpointer items[] = { arrangement };
  g_autoptr(MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class, items, 1);
  g_autoptr(MaqSong) song = maq_song_new (&(MaqSongFields) {
    .id = 1, .key = { { 5, 0 }, MAQ_MODE_MINOR }, .tempo_qpm = 120, .meter = { 4, 4 },
    .arrangements = arrangements });

  return maq_form_new (song, arrangement);
}

/*
 *   A: 4 bars of 4/4 at 120, bar 2 has only two beats
 *   | ---- | -- | ---- | ---- |      14 quarters, 7 s
 *   B: 2 bars of 6/8 at 60
 *   | ...... | ...... |               6 quarters, 6 s
 */
static MaqForm *
make_odd_form (void)
{
  g_autoptr(MaqOddBar) odd = maq_odd_bar_new (1, (MaqMeter) { 2, 4 });
  gpointer odd_items[] = { odd };
  g_autoptr(MaqVec) odd_bars = maq_vec_new (&maq_odd_bar_vec_class, odd_items, 1);
  g_autoptr(MaqSection) a = maq_section_new (&(MaqSectionFields) {
    .id = 1, .bars = 4, .odd_bars = odd_bars });
  g_autoptr(MaqSection) b = maq_section_new (&(MaqSectionFields) {
    .id = 2, .bars = 2, .meter = { 6, 8 }, .tempo_qpm = 60 });
  MaqSection *sections[] = { a, b };

  return make_form (sections, 2);
}

static void
test_places_and_times (void)
{
  g_autoptr(MaqForm) form = make_odd_form ();
  const MaqFormSection *b = maq_form_get_section (form, 1);

  g_assert_cmpint (maq_form_get_bars (form), ==, 6);
  g_assert_cmpint (b->first_bar, ==, 4);
  g_assert_cmpint (b->start_ticks, ==, 14 * MAQ_TICKS_PER_QUARTER);
  g_assert_cmpfloat_with_epsilon (b->start_seconds, 7.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (maq_form_get_seconds (form), 13.0, 1e-9);
  g_assert_cmpint (maq_form_get_bar_start (form, 0, 1), ==, BAR);
  g_assert_cmpint (maq_form_get_bar_start (form, 0, 2), ==, BAR + BAR / 2);
  g_assert_cmpint (maq_form_get_bar_meter (form, 0, 1).beats, ==, 2);
  g_assert_cmpint (maq_form_get_bar_meter (form, 0, 2).beats, ==, 4);
}

static void
test_position_and_back (void)
{
  g_autoptr(MaqForm) form = make_odd_form ();
  MaqTick length = maq_form_get_length_ticks (form);

  for (MaqTick ticks = 0; ticks < length; ticks += 37)
    {
      MaqPosition position = maq_form_find_ticks (form, ticks);
      double seconds = maq_form_ticks_to_seconds (form, ticks);

      g_assert_cmpint (maq_form_position_ticks (form, position), ==, ticks);
      g_assert_cmpint (maq_form_seconds_to_ticks (form, seconds), ==, ticks);
    }

  /* the second dotted quarter of the last bar */
  g_assert_cmpint (maq_form_find_ticks (form, length - 1).beat, ==, 1);
  g_assert_cmpint (maq_form_find_ticks (form, length - 1).bar, ==, 1);
  g_assert_cmpuint (maq_form_find_bar (form, 4).section, ==, 1);
  g_assert_cmpuint (maq_form_find_bar (form, 99).section, ==, 1);
}

static MaqSection *
make_chord_section (int           bars,
                    int           chord_bars,
                    const char  **names,
                    const int    *places_ticks,
                    guint         n_chords)
{
  g_autoptr(GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  g_autoptr(MaqVec) chords = NULL;

  for (guint i = 0; i < n_chords; i++)
    {
      g_autoptr(MaqChord) chord = maq_chord_parse (names[i], NULL);

      g_ptr_array_add (changes, maq_chord_change_new (places_ticks[i] / BAR,
                                                      places_ticks[i] % BAR, chord));
    }
  chords = maq_vec_new (&maq_chord_change_vec_class, changes->pdata, changes->len);

  return maq_section_new (&(MaqSectionFields) {
    .id = 1, .bars = bars, .chord_bars = chord_bars, .chords = chords });
}

/*  | C . Am . | F . . . |  in a section of five bars:  C Am F  C Am F  C Am */
static void
test_chords_begin_again (void)
{
  const char *names[] = { "C", "Am", "F" };
  const int places_ticks[] = { 0, BAR / 2, BAR };
  const char *expected[] = { "C", "Am", "F", "C", "Am", "F", "C", "Am" };
  g_autoptr(MaqSection) section = make_chord_section (5, 2, names, places_ticks, 3);
  MaqSection *sections[] = { section };
  g_autoptr(MaqForm) form = make_form (sections, 1);
  guint n_spans = 0;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, 0, &n_spans);
  MaqTick ticks = 0;

  g_assert_cmpuint (n_spans, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_spans; i++)
    {
      g_assert_cmpstr (maq_chord_get_text (spans[i].chord), ==, expected[i]);
      g_assert_cmpint (spans[i].start_ticks, ==, ticks);
      ticks += spans[i].length_ticks;
    }
  g_assert_cmpint (ticks, ==, 5 * BAR);
}

static void
test_first_chord_reaches_back_and_none_is_the_tonic (void)
{
  const char *names[] = { "G" };
  const int places_ticks[] = { BAR };
  g_autoptr(MaqSection) late = make_chord_section (4, 4, names, places_ticks, 1);
  g_autoptr(MaqSection) bare = maq_section_new (&(MaqSectionFields) { .id = 2, .bars = 2 });
  MaqSection *sections[] = { late, bare };
  g_autoptr(MaqForm) form = make_form (sections, 2);
  guint n_late = 0, n_bare = 0;
  g_autofree MaqChordSpan *late_spans = maq_form_dup_chords (form, 0, &n_late);
  g_autofree MaqChordSpan *bare_spans = maq_form_dup_chords (form, 1, &n_bare);

  g_assert_cmpuint (n_late, ==, 1);
  g_assert_cmpint (late_spans[0].start_ticks, ==, 0);
  g_assert_cmpint (late_spans[0].length_ticks, ==, 4 * BAR);
  g_assert_cmpuint (n_bare, ==, 1);
  g_assert_cmpstr (maq_chord_get_text (bare_spans[0].chord), ==, "Am");
}

static void
test_nothing (void)
{
  g_autoptr(MaqForm) form = make_form (NULL, 0);

  g_assert_cmpint (maq_form_get_bars (form), ==, 0);
  g_assert_cmpint (maq_form_get_length_ticks (form), ==, 0);
  g_assert_cmpint (maq_form_find_ticks (form, 1000).bar, ==, 0);
  g_assert_cmpint (maq_form_seconds_to_ticks (form, 3.0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/form/places-and-times", test_places_and_times);
  g_test_add_func ("/score/form/position-and-back", test_position_and_back);
  g_test_add_func ("/score/form/chords-begin-again", test_chords_begin_again);
  g_test_add_func ("/score/form/first-chord-and-tonic",
                   test_first_chord_reaches_back_and_none_is_the_tonic);
  g_test_add_func ("/score/form/nothing", test_nothing);
  return g_test_run ();
}
