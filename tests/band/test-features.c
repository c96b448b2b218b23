/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "band-fixture.h"
#include "maq-form.h"

/* What a style can say is heard: each test listens for one thing in fixtures/features.xml. */

#define BAR     (4 * MAQ_TICKS_PER_QUARTER)
#define QUARTER MAQ_TICKS_PER_QUARTER

static MaqStyleLibrary *styles;

static MaqSong *
dup_song (const FixtureSection *sections,
          guint                 n_sections,
          const char           *key)
{
  return fixture_song (&(FixtureSong) { .style = "features", .seed = 9, .key = key,
                                        .sections = sections, .n_sections = n_sections });
}

static MaqPerformance *
play (MaqSong *song)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);

  return maq_compiler_compile (compiler, song);
}

static MaqPhrase *
phrase_of (MaqPerformance *performance,
           guint           role,
           guint           section)
{
  return maq_lane_get_phrase (maq_performance_get_lane (performance, role), section);
}

static MaqSong *
dup_with_part (MaqSong             *song,
               guint                section,
               const MaqPartFields *fields)
{
  g_autoptr (MaqPart) part = maq_part_new (fields);
  g_autoptr (MaqSection) edited
    = maq_section_with_part (maq_arrangement_get_section (maq_song_get_current (song), section),
                             part);

  return fixture_with_section (song, section, edited);
}

/* Where a key is struck in a bar, as bits: one for each eighth. */
static guint
eighths_of (MaqPhrase *phrase,
            guint      key,
            MaqTick    bar_ticks)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);
  guint bits = 0;

  for (guint i = 0; i < n_notes; i++)
    if (notes[i].key == key && notes[i].start_ticks >= bar_ticks
        && notes[i].start_ticks < bar_ticks + BAR)
      bits |= 1u << (notes[i].start_ticks - bar_ticks) / (QUARTER / 2);
  return bits;
}

#define CLAVES    75
#define THREE_SIDE 0x49u    /* 1, 2 and, 4 */
#define TWO_SIDE   0x14u    /* 2, 3 */

/* A section of five bars does not turn the clave round. */
static void
test_clave (void)
{
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 5, "C", 5, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 4, "C", 5, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqSong) song = dup_song (sections, 2, NULL);
  g_autoptr (MaqPerformance) performance = play (song);

  for (guint bar = 0; bar < 5; bar++)
    g_assert_cmphex (eighths_of (phrase_of (performance, MAQ_ROLE_DRUMS, 0), CLAVES, bar * BAR),
                     ==, bar % 2 == 0 ? THREE_SIDE : TWO_SIDE);
  for (guint bar = 0; bar < 3; bar++)
    g_assert_cmphex (eighths_of (phrase_of (performance, MAQ_ROLE_DRUMS, 1), CLAVES, bar * BAR),
                     ==, bar % 2 == 0 ? TWO_SIDE : THREE_SIDE);
}

/* A bar more before it, and the section after is made anew. */
static void
test_clave_after_edit (void)
{
  FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 4, "C", 5, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 4, "C", 5, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song = dup_song (sections, 2, NULL);
  g_autoptr (MaqPerformance) before = maq_compiler_compile (compiler, song);
  g_autoptr (MaqSong) longer = NULL;
  g_autoptr (MaqPerformance) after = NULL;
  MaqSectionFields fields
    = *maq_section_get_fields (maq_arrangement_get_section (maq_song_get_current (song), 0));
  g_autoptr (MaqSection) section = NULL;

  fields.bars = 5;
  section = maq_section_new (&fields);
  longer = fixture_with_section (song, 0, section);
  after = maq_compiler_compile (compiler, longer);
  g_assert_cmphex (eighths_of (phrase_of (before, MAQ_ROLE_DRUMS, 1), CLAVES, 0), ==, THREE_SIDE);
  g_assert_cmphex (eighths_of (phrase_of (after, MAQ_ROLE_DRUMS, 1), CLAVES, 0), ==, TWO_SIDE);
}

/* Sixteenths swing, lines lie late, the band lies behind, and a section begins on the grid. */
static void
test_groove (void)
{
  const FixtureSection sections[] = { { 1, MAQ_SECTION_VERSE, 2, "C", 5, MAQ_TRANSITION_NONE } };
  g_autoptr (MaqSong) song = dup_song (sections, 1, NULL);
  g_autoptr (MaqPerformance) performance = play (song);
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase_of (performance, MAQ_ROLE_DRUMS, 0),
                                               &n_notes);
  guint n_swung = 0;

  for (guint i = 0; i < n_notes; i++)
    {
      gint32 in_eighth = notes[i].start_ticks % (QUARTER / 2);

      if (notes[i].start_ticks == 0)
        g_assert_cmpint (notes[i].lag_us, ==, 0);
      else
        g_assert_cmpint (notes[i].lag_us, ==, notes[i].key == 70 ? 14000 : 8000);
      g_assert_true (in_eighth == 0 || in_eighth == 288);
      n_swung += in_eighth == 288;
    }
  g_assert_cmpuint (n_swung, ==, 16);
}

/* The song's groove stands above the style's, the layer's above the song's. */
static void
test_whose_groove (void)
{
  const FixtureSection sections[] = { { 1, MAQ_SECTION_VERSE, 2, "C", 5, MAQ_TRANSITION_NONE } };
  g_autoptr (MaqSong) song = dup_song (sections, 1, NULL);
  MaqSongFields fields = *maq_song_get_fields (song);
  g_autoptr (MaqSong) stated = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  MaqArrangement *arrangement = maq_song_get_current (song);
  MaqLayerFields layer_fields
    = *maq_layer_get_fields (maq_arrangement_get_layer (arrangement, MAQ_ROLE_KEYS));
  g_autoptr (MaqLayer) layer = NULL;
  g_autoptr (MaqArrangement) edited = NULL;
  g_autoptr (MaqSong) last = NULL;
  guint n_notes;
  const MaqNote *notes;

  fields.lag_ms = maq_stated (-5.0);
  stated = maq_song_new (&fields);
  layer_fields.lag_ms = maq_stated (3.0);
  layer = maq_layer_new (&layer_fields);
  edited = maq_arrangement_with_layer_at (arrangement, MAQ_ROLE_KEYS, layer);
  last = maq_song_with_arrangement (stated, edited);
  performance = play (last);
  notes = maq_phrase_get_notes (phrase_of (performance, MAQ_ROLE_BASS, 0), &n_notes);
  for (guint i = 0; i < n_notes; i++)
    g_assert_cmpint (notes[i].lag_us, ==, -5000);
  notes = maq_phrase_get_notes (phrase_of (performance, MAQ_ROLE_KEYS, 0), &n_notes);
  g_assert_cmpint (notes[0].lag_us, ==, 3000);
}

/* Every beat a step, no leap beyond an octave, chord tones on one and three, and a good arrival. */
static void
test_walk (void)
{
  static const guint tones[] = { 0x091, 0x221, 0x884, 0x891, 0x205, 0x224, 0x884, 0x091 };
  static const guint8 roots[] = { 0, 5, 7, 4, 9, 2, 7, 0 };
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 8, "C | F | G | Em | Am | Dm | G | C", 5, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 1, "C", 5, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqSong) song = dup_song (sections, 2, NULL);
  g_autoptr (MaqPerformance) performance = play (song);
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase_of (performance, MAQ_ROLE_BASS, 0),
                                               &n_notes);

  g_assert_cmpuint (n_notes, ==, 32);
  for (guint i = 0; i < n_notes; i++)
    {
      g_assert_cmpint (notes[i].start_ticks, ==, (gint32) i * QUARTER);
      if (i % 4 == 0)
        g_assert_cmpint (notes[i].key % 12, ==, roots[i / 4]);
      if (i % 2 == 0 && i / 4 != 4)
        g_assert_true (tones[i / 4] >> notes[i].key % 12 & 1);
      if (i > 0)
        g_assert_cmpint (abs (notes[i].key - notes[i - 1].key), <=, 12);
      if (i > 0 && i % 4 == 0)
        g_assert_cmpint (abs (notes[i].key - notes[i - 1].key), <=, 7);
    }
}

/* The bass of beat four is the next root and rings over the bar line; keys lean by an eighth. */
static void
test_ahead (void)
{
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 4, "C | F | G | Am", 5, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 2, "Dm", 5, MAQ_TRANSITION_NONE },
  };
  static const guint8 roots[] = { 5, 7, 9, 2 };
  g_autoptr (MaqSong) plain = dup_song (sections, 2, NULL);
  g_autoptr (MaqSong) song
    = dup_with_part (plain, 0, &(MaqPartFields) { .layer = 100 + MAQ_ROLE_BASS, .level = 5,
                                                  .pattern = "tumbao" });
  g_autoptr (MaqPerformance) performance = play (song);
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase_of (performance, MAQ_ROLE_BASS, 0),
                                               &n_notes);

  for (guint i = 0; i < n_notes; i++)
    {
      guint bar = (guint) (notes[i].start_ticks / BAR);

      if (notes[i].start_ticks % BAR == 3 * QUARTER)
        {
          g_assert_cmpint (notes[i].key % 12, ==, roots[bar]);
          g_assert_true (bar < 3 ? notes[i].length_ticks > QUARTER
                                 : notes[i].length_ticks <= QUARTER);
        }
      /* what has been stated is not stated again */
      g_assert_true (bar == 0 || notes[i].start_ticks % BAR != 0);
    }
  notes = maq_phrase_get_notes (phrase_of (performance, MAQ_ROLE_KEYS, 0), &n_notes);
  for (guint i = 0; i < n_notes; i++)
    if (notes[i].start_ticks >= 4 * BAR - QUARTER / 2)
      g_assert_true (0x224u >> notes[i].key % 12 & 1);
}

/* Minor keys are bent from their tonic on, major ones are not, and drums never. */
static void
test_tuning (void)
{
  const FixtureSection sections[] = { { 1, MAQ_SECTION_VERSE, 2, NULL, 5, MAQ_TRANSITION_NONE } };
  g_autoptr (MaqSong) minor = dup_song (sections, 1, "Dm");
  g_autoptr (MaqSong) major = dup_song (sections, 1, "D");
  g_autoptr (MaqPerformance) bent = play (minor);
  g_autoptr (MaqPerformance) straight = play (major);
  const gint8 *cents = maq_phrase_get_tuning (phrase_of (bent, MAQ_ROLE_KEYS, 0));

  g_assert_nonnull (cents);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpint (cents[i], ==, i == 4 ? -45 : i == 11 ? -50 : 0);
  g_assert_null (maq_phrase_get_tuning (phrase_of (bent, MAQ_ROLE_DRUMS, 0)));
  g_assert_null (maq_phrase_get_tuning (phrase_of (straight, MAQ_ROLE_KEYS, 0)));
}

/* The style's sound is the lane's, a borrowed style brings its own, and who states one keeps it. */
static void
test_sounds (void)
{
  const FixtureSection sections[] = { { 1, MAQ_SECTION_VERSE, 2, "C", 5, MAQ_TRANSITION_NONE } };
  g_autoptr (MaqSong) song = dup_song (sections, 1, NULL);
  g_autoptr (MaqSong) borrowed
    = dup_with_part (song, 0, &(MaqPartFields) { .layer = 100 + MAQ_ROLE_STRINGS, .level = 5,
                                                 .style = "golden" });
  g_autoptr (MaqPerformance) own = play (song);
  g_autoptr (MaqPerformance) other = play (borrowed);
  MaqLane *strings = maq_performance_get_lane (own, MAQ_ROLE_STRINGS);

  g_assert_cmpint (maq_lane_get_program (strings), ==, 45);
  g_assert_cmpint (maq_lane_get_program (maq_performance_get_lane (own, MAQ_ROLE_DRUMS)), ==, 25);
  g_assert_cmpint (maq_phrase_get_program (phrase_of (own, MAQ_ROLE_STRINGS, 0)), ==, -1);
  g_assert_cmpint (maq_phrase_get_program (phrase_of (other, MAQ_ROLE_STRINGS, 0)), !=, -1);
  g_assert_false (maq_phrase_equal (phrase_of (own, MAQ_ROLE_STRINGS, 0),
                                    phrase_of (other, MAQ_ROLE_STRINGS, 0)));
  for (guint role = 0; role < MAQ_N_ROLES; role++)
    if (role != MAQ_ROLE_STRINGS && phrase_of (own, role, 0) != NULL)
      g_assert_true (maq_phrase_equal (phrase_of (own, role, 0), phrase_of (other, role, 0)));
}

/* Who enters inside a section leads in; who begins with it does not. */
static void
test_pickup (void)
{
  const FixtureSection sections[] = { { 1, MAQ_SECTION_VERSE, 8, "C", 5, MAQ_TRANSITION_NONE } };
  g_autoptr (MaqSong) plain = dup_song (sections, 1, NULL);
  g_autoptr (MaqSong) song
    = dup_with_part (plain, 0, &(MaqPartFields) { .layer = 100 + MAQ_ROLE_DRUMS, .level = 5,
                                                  .entry_bar = 2, .exit_bar = 6 });
  g_autoptr (MaqPerformance) performance = play (song);
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase_of (performance, MAQ_ROLE_DRUMS, 0),
                                               &n_notes);
  guint n_before = 0;

  for (guint i = 0; i < n_notes; i++)
    {
      n_before += notes[i].start_ticks < 2 * BAR;
      g_assert_cmpint (notes[i].start_ticks, >=, 2 * BAR - 2 * QUARTER);
      /* the last bar rings */
      g_assert_cmpint (notes[i].start_ticks, <=, 5 * BAR);
    }
  g_assert_cmpuint (n_before, ==, 6);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  const char *folders[] = { NULL, NULL };
  int result;

  g_test_init (&argc, &argv, NULL);
  folders[0] = folder = g_test_build_filename (G_TEST_DIST, "band", "fixtures", NULL);
  styles = maq_style_library_new_for_folders (folders);
  g_assert_cmpuint (maq_style_library_get_n_problems (styles), ==, 0);
  g_assert_nonnull (maq_style_library_find (styles, "features"));
  g_test_add_func ("/band/features/clave", test_clave);
  g_test_add_func ("/band/features/clave-after-edit", test_clave_after_edit);
  g_test_add_func ("/band/features/groove", test_groove);
  g_test_add_func ("/band/features/whose-groove", test_whose_groove);
  g_test_add_func ("/band/features/walk", test_walk);
  g_test_add_func ("/band/features/ahead", test_ahead);
  g_test_add_func ("/band/features/tuning", test_tuning);
  g_test_add_func ("/band/features/sounds", test_sounds);
  g_test_add_func ("/band/features/pickup", test_pickup);
  result = g_test_run ();
  maq_style_library_unref (styles);
  return result;
}
