/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "band-fixture.h"
#include "maq-form.h"

/* Half-time and double-time: where the band's beat falls against that of the song. */

#define BAR        (4 * MAQ_TICKS_PER_QUARTER)
#define KICK       36
#define SNARE      38
#define CLOSED_HAT 42

static MaqStyleLibrary *styles;

/* eight bars of pop-rock without a fill; everybody plays at @level */
static MaqSong *
dup_felt_song (const char *style,
               MaqMeter    meter,
               int         level,
               MaqFeel     feel,
               int         feel_bars)
{
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 8, "C | Am | F | G", level, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 1, "C", level, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .style = style, .seed = 9,
                                                            .meter = meter, .sections = sections,
                                                            .n_sections = 2 });
  MaqSectionFields fields
    = *maq_section_get_fields (maq_arrangement_get_section (maq_song_get_current (song), 0));
  g_autoptr (MaqSection) section = NULL;

  fields.feel = feel;
  fields.feel_bars = feel_bars;
  section = maq_section_new (&fields);
  return fixture_with_section (song, 0, section);
}

static MaqPerformance *
play (const char *style,
      MaqMeter    meter,
      int         level,
      MaqFeel     feel,
      int         feel_bars)
{
  g_autoptr (MaqSong) song = dup_felt_song (style, meter, level, feel, feel_bars);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);

  return maq_compiler_compile (compiler, song);
}

static MaqPhrase *
phrase_of (MaqPerformance *performance,
           guint           role)
{
  return maq_lane_get_phrase (maq_performance_get_lane (performance, role), 0);
}

/* Where a key is struck in a bar, as bits: one for each eighth. */
static guint
eighths_of (MaqPerformance *performance,
            guint           key,
            guint           bar)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase_of (performance, MAQ_ROLE_DRUMS), &n_notes);
  guint bits = 0;

  for (guint i = 0; i < n_notes; i++)
    if (notes[i].key == key && (guint) (notes[i].start_ticks / BAR) == bar)
      bits |= 1u << (notes[i].start_ticks % BAR) / (MAQ_TICKS_PER_QUARTER / 2);
  return bits;
}

#define FOUR ((MaqMeter) { 4, 4 })
#define ON_TWO_AND_FOUR 0x44u
#define ON_THREE        0x10u
#define ON_EVERY_AND    0xaau
#define ON_EIGHTHS      0xffu

static void
test_half (void)
{
  g_autoptr (MaqPerformance) plain = play ("rock", FOUR, 5, MAQ_FEEL_UNSET, 0);
  g_autoptr (MaqPerformance) half = play ("rock", FOUR, 5, MAQ_FEEL_HALF, 0);

  for (guint bar = 0; bar < 8; bar++)
    {
      g_assert_cmphex (eighths_of (plain, SNARE, bar), ==, ON_TWO_AND_FOUR);
      g_assert_cmphex (eighths_of (half, SNARE, bar), ==, ON_THREE);
      g_assert_cmphex (eighths_of (half, CLOSED_HAT, bar), ==, ON_EIGHTHS);
    }
}

static void
test_double (void)
{
  g_autoptr (MaqPerformance) performance = play ("rock", FOUR, 5, MAQ_FEEL_DOUBLE, 0);

  for (guint bar = 0; bar < 8; bar++)
    g_assert_cmphex (eighths_of (performance, SNARE, bar), ==, ON_EVERY_AND);
}

static void
test_last_bars (void)
{
  g_autoptr (MaqPerformance) performance = play ("rock", FOUR, 5, MAQ_FEEL_HALF, 3);

  for (guint bar = 0; bar < 8; bar++)
    g_assert_cmphex (eighths_of (performance, SNARE, bar), ==,
                     bar < 5 ? ON_TWO_AND_FOUR : ON_THREE);
}

/* What falls between the beats goes apart as well: eighths become quarters. */
static void
test_between_beats (void)
{
  g_autoptr (MaqPerformance) plain = play ("rock", FOUR, 3, MAQ_FEEL_UNSET, 0);
  g_autoptr (MaqPerformance) half = play ("rock", FOUR, 3, MAQ_FEEL_HALF, 0);
  guint of_plain = 0, of_half = 0;

  for (guint bar = 0; bar < 8; bar++)
    {
      of_plain |= eighths_of (plain, KICK, bar);
      of_half |= eighths_of (half, KICK, bar);
    }
  g_assert_cmphex (of_plain & ON_EVERY_AND, !=, 0);
  g_assert_cmphex (of_half & ON_EVERY_AND, ==, 0);
  g_assert_cmphex (of_half & ~ON_EVERY_AND, !=, 0x01);
}

static guint
count_notes (MaqPerformance *performance,
             guint           role)
{
  guint n_notes;

  maq_phrase_get_notes (phrase_of (performance, role), &n_notes);
  return n_notes;
}

/* Bass and hands go along; who sings does not. */
static void
test_everybody (void)
{
  g_autoptr (MaqPerformance) plain = play ("rock", FOUR, 7, MAQ_FEEL_UNSET, 0);
  g_autoptr (MaqPerformance) half = play ("rock", FOUR, 7, MAQ_FEEL_HALF, 0);
  g_autoptr (MaqPerformance) twice = play ("rock", FOUR, 7, MAQ_FEEL_DOUBLE, 0);
  const MaqRole hands[] = { MAQ_ROLE_BASS, MAQ_ROLE_ELECTRIC_GUITAR, MAQ_ROLE_KEYS };

  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    {
      g_assert_cmpuint (count_notes (half, hands[i]), <, count_notes (plain, hands[i]));
      g_assert_cmpuint (count_notes (twice, hands[i]), >, count_notes (plain, hands[i]));
    }
  g_assert_cmpuint (count_notes (half, MAQ_ROLE_VOCAL), ==, count_notes (plain, MAQ_ROLE_VOCAL));
}

static void
check_phrase (MaqPhrase *phrase,
              MaqTick    end_ticks)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);

  for (guint i = 0; i < n_notes; i++)
    {
      g_assert_cmpint (notes[i].start_ticks, >=, -MAQ_TICKS_PER_QUARTER);
      g_assert_cmpint (notes[i].start_ticks, <, end_ticks);
      g_assert_cmpint (notes[i].length_ticks, >, 0);
    }
}

/* All styles in meters of all sorts: what is played stays within the section. */
static void
test_all_styles (void)
{
  const MaqMeter meters[] = { { 4, 4 }, { 3, 4 }, { 6, 8 }, { 7, 8 }, { 5, 4 }, { 1, 8 } };

  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    for (guint j = 0; j < G_N_ELEMENTS (meters) * 2; j++)
      {
        MaqMeter meter = meters[j / 2];
        g_autoptr (MaqPerformance) performance
          = play (maq_style_get_name (maq_style_library_get_style (styles, i)), meter, 9,
                  j % 2 == 0 ? MAQ_FEEL_HALF : MAQ_FEEL_DOUBLE, j % 3 == 0 ? 3 : 0);

        for (guint role = 0; role < MAQ_N_ROLES; role++)
          if (phrase_of (performance, role) != NULL)
            check_phrase (phrase_of (performance, role), 8 * maq_meter_bar_ticks (meter));
      }
}

static const FixtureTest tests[] = {
  { "/band/feel/half-time", test_half },
  { "/band/feel/double-time", test_double },
  { "/band/feel/last-bars", test_last_bars },
  { "/band/feel/between-beats", test_between_beats },
  { "/band/feel/everybody-goes-along", test_everybody },
  { "/band/feel/all-styles", test_all_styles },
};

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, &styles, tests, G_N_ELEMENTS (tests));
}
