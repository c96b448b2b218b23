/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "band-fixture.h"
#include "maq-default-band.h"
#include "maq-form.h"

static MaqSong *
usual_song (const char *style)
{
  return fixture_song (&(FixtureSong) { .style = style, .seed = 7, .sections = fixture_usual,
                                        .n_sections = fixture_n_usual });
}

static guint64
hash_performance (MaqPerformance *performance)
{
  guint64 hash = 0;

  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    for (guint j = 0; j < maq_performance_get_n_spans (performance); j++)
      {
        MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, i), j);

        hash = hash * 31 + (phrase != NULL ? maq_phrase_hash (phrase) : 1);
      }
  return hash;
}

static void
test_shape (void)
{
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song = usual_song ("rock");
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);

  g_assert_cmpuint (maq_performance_get_n_spans (performance), ==, fixture_n_usual);
  g_assert_cmpuint (maq_performance_get_n_lanes (performance), ==, MAQ_N_ROLES);
  g_assert_true (maq_performance_get_origin (performance) == song);
  for (guint i = 0; i < fixture_n_usual; i++)
    {
      const MaqSpan *span = maq_performance_get_span (performance, i);
      guint n_clicks;

      g_assert_cmpuint (span->id, ==, fixture_usual[i].id);
      g_assert_cmpuint (span->n_bars, ==, (guint) fixture_usual[i].bars);
      maq_phrase_get_notes (span->click, &n_clicks);
      g_assert_cmpuint (n_clicks, ==, 4 * span->n_bars);
    }
}

static void
test_same_twice (void)
{
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();

  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    {
      const char *name = maq_style_get_name (maq_style_library_get_style (styles, i));
      g_autoptr (MaqCompiler) one = maq_compiler_new (styles);
      g_autoptr (MaqCompiler) other = maq_compiler_new (styles);
      g_autoptr (MaqSong) song = usual_song (name);
      g_autoptr (MaqSong) copy = usual_song (name);
      g_autoptr (MaqPerformance) first = maq_compiler_compile (one, song);
      g_autoptr (MaqPerformance) second = maq_compiler_compile (other, copy);

      g_assert_cmpuint (hash_performance (first), ==, hash_performance (second));
    }
}

/* What the music of a style comes to: a change that nobody meant is noticed here. */
#define GOLDEN G_GUINT64_CONSTANT (0x327086f6d70e9fe1)

static void
test_golden (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "band", "fixtures", NULL);
  const char *folders[] = { folder, NULL };
  g_autoptr (MaqStyleLibrary) styles = maq_style_library_new_for_folders (folders);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song = usual_song ("golden");
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);
  guint64 hash = hash_performance (performance);

  g_assert_nonnull (maq_style_library_find (styles, "golden"));
  if (hash == GOLDEN)
    return;
  g_test_message ("the hash is 0x%016" G_GINT64_MODIFIER "x now; if it was meant to change, "
                  "say so in this test", hash);
  g_test_fail ();
}

/* Slower and faster: what is heard lasts as long as the form says. */
static void
test_tempo_agrees (void)
{
  static const MaqTransition ways[] = { MAQ_TRANSITION_RITARDANDO, MAQ_TRANSITION_ACCELERANDO };
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) plain = usual_song ("rock");
  g_autoptr (MaqForm) plain_form = maq_form_new (plain, maq_song_get_current (plain));
  double plain_seconds = maq_form_get_seconds (plain_form);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (int beats = 0; beats <= 64; beats += 16)
      {
        MaqSectionFields fields
          = *maq_section_get_fields (maq_arrangement_get_section (maq_song_get_current (plain), 1));
        g_autoptr (MaqSection) section = NULL;
        g_autoptr (MaqSong) song = NULL;
        g_autoptr (MaqForm) form = NULL;
        g_autoptr (MaqPerformance) performance = NULL;

        fields.transition = ways[i];
        fields.transition_beats = beats;
        section = maq_section_new (&fields);
        song = fixture_with_section (plain, 1, section);
        form = maq_form_new (song, maq_song_get_current (song));
        performance = maq_compiler_compile (compiler, song);
        for (MaqTick at = 0; at <= maq_form_get_length_ticks (form); at += 777)
          {
            double seconds = maq_form_ticks_to_seconds (form, at);

            g_assert_cmpfloat_with_epsilon (
              maq_performance_ticks_to_seconds (performance, (double) at), seconds, 1e-9);
            g_assert_cmpint (maq_form_seconds_to_ticks (form, seconds), ==, at);
          }
        if (ways[i] == MAQ_TRANSITION_RITARDANDO)
          g_assert_cmpfloat (maq_form_get_seconds (form), >, plain_seconds + 0.3);
        else
          g_assert_cmpfloat (maq_form_get_seconds (form), <, plain_seconds - 0.2);
      }
}

/* What an edit touches, and nothing else */
static void
test_edit_touches_one (void)
{
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song = usual_song ("indie-folk");
  g_autoptr (MaqSong) edited = fixture_with_level (song, 1, 100 + MAQ_ROLE_KEYS, 9);
  g_autoptr (MaqPerformance) before = maq_compiler_compile (compiler, song);
  g_autoptr (MaqPerformance) after = maq_compiler_compile (compiler, edited);
  guint n_changed = 0;

  g_assert_cmpuint (maq_compiler_get_n_made (compiler), ==, 1);
  for (guint i = 0; i < MAQ_N_ROLES; i++)
    {
      MaqLane *old_lane = maq_performance_get_lane (before, i);
      MaqLane *new_lane = maq_performance_get_lane (after, i);

      if (i != MAQ_ROLE_KEYS)
        g_assert_true (old_lane == new_lane);
      for (guint j = 0; j < fixture_n_usual; j++)
        n_changed += maq_lane_get_phrase (old_lane, j) != maq_lane_get_phrase (new_lane, j);
    }
  g_assert_cmpuint (n_changed, ==, 1);
}

/* The same, but with a compiler that knows nothing of the song before the edit */
static void
test_edit_is_local (void)
{
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  g_autoptr (MaqSong) song = usual_song ("rock");
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqPerformance) before = maq_compiler_compile (compiler, song);

  for (guint role = 0; role < MAQ_N_ROLES; role++)
    {
      g_autoptr (MaqCompiler) fresh = maq_compiler_new (styles);
      g_autoptr (MaqSong) edited = fixture_with_level (song, 2, 100 + role, 3);
      g_autoptr (MaqPerformance) after = maq_compiler_compile (fresh, edited);

      for (guint i = 0; i < MAQ_N_ROLES; i++)
        for (guint j = 0; j < fixture_n_usual; j++)
          {
            MaqPhrase *one = maq_lane_get_phrase (maq_performance_get_lane (before, i), j);
            MaqPhrase *other = maq_lane_get_phrase (maq_performance_get_lane (after, i), j);

            if (i != role && one != NULL)
              g_assert_true (maq_phrase_equal (one, other));
          }
    }
}

static void
test_undo_makes_nothing (void)
{
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song = usual_song ("rock");
  g_autoptr (MaqSong) edited = fixture_with_level (song, 1, 100 + MAQ_ROLE_BASS, 9);
  g_autoptr (MaqPerformance) before = maq_compiler_compile (compiler, song);
  g_autoptr (MaqPerformance) after = maq_compiler_compile (compiler, edited);
  g_autoptr (MaqPerformance) undone = maq_compiler_compile (compiler, song);

  g_assert_cmpuint (maq_compiler_get_n_made (compiler), ==, 0);
  g_assert_cmpuint (hash_performance (before), ==, hash_performance (undone));
  g_assert_cmpuint (hash_performance (before), !=, hash_performance (after));
}

/* The same song with another key, meter, style or seed: what its sections do not state. */
static MaqSong *
with_other (MaqSong *song,
            guint    which)
{
  MaqSongFields fields = *maq_song_get_fields (song);

  switch (which)
    {
    case 0:
      maq_key_parse ("E", &fields.key);
      break;
    case 1:
      fields.meter = (MaqMeter) { 3, 4 };
      break;
    case 2:
      fields.style = "rock";
      break;
    default:
      fields.seed++;
    }
  return maq_song_with_fields (song, &fields);
}

static void
assert_noticed (MaqStyleLibrary *styles,
                MaqSong         *before,
                MaqSong         *after)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqCompiler) beginner = maq_compiler_new (styles);
  g_autoptr (MaqPerformance) old = maq_compiler_compile (compiler, before);
  g_autoptr (MaqPerformance) changed = maq_compiler_compile (compiler, after);
  g_autoptr (MaqPerformance) fresh = maq_compiler_compile (beginner, after);

  g_assert_cmpuint (hash_performance (changed), ==, hash_performance (fresh));
  g_assert_cmpuint (hash_performance (changed), !=, hash_performance (old));
}

/* What a section plays hangs on more than the section: the song, and the chord that comes next. */
static void
test_surroundings_are_noticed (void)
{
  static const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 4, "C | F | C | F", 8, MAQ_TRANSITION_UNSET, 0 },
    { 2, MAQ_SECTION_CHORUS, 4, "D | G | A | D", 8, MAQ_TRANSITION_UNSET, 0 },
    { 3, MAQ_SECTION_OTHER, 4, NULL, 8, MAQ_TRANSITION_UNSET, 0 },
  };
  FixtureSection others[G_N_ELEMENTS (sections)];
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  FixtureSong spec = { .style = "indie-folk", .seed = 7, .sections = sections,
                       .n_sections = G_N_ELEMENTS (sections) };
  g_autoptr (MaqSong) song = fixture_song (&spec);
  g_autoptr (MaqSong) other = NULL;
  g_autoptr (MaqSong) mixed = NULL;

  for (guint which = 0; which < 4; which++)
    {
      g_autoptr (MaqSong) changed = with_other (song, which);

      assert_noticed (styles, song, changed);
    }
  memcpy (others, sections, sizeof others);
  others[1].chords = "Bb | G | A | D";
  spec.sections = others;
  other = fixture_song (&spec);
  mixed = fixture_with_section (song, 1,
                                maq_arrangement_get_section (maq_song_get_current (other), 1));
  assert_noticed (styles, song, mixed);
}

static void
test_followers_share (void)
{
  static const FixtureSection sections[] = {
    { 1, MAQ_SECTION_CHORUS, 4, "C | F | G | C", 6 },
    { 2, MAQ_SECTION_VERSE, 4, "Am | F | G | C", 6 },
    { 3, MAQ_SECTION_CHORUS, 0, NULL, 6, MAQ_TRANSITION_UNSET, 1 },
    { 4, MAQ_SECTION_VERSE, 4, "Am | F | G | C", 6 },
  };
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .style = "rock", .seed = 3,
                                                            .sections = sections,
                                                            .n_sections = 4 });
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);

      if (i != MAQ_ROLE_DRUMS)
        g_assert_true (maq_phrase_equal (maq_lane_get_phrase (lane, 0),
                                         maq_lane_get_phrase (lane, 2)));
    }
}

static void
test_empty (void)
{
  static const FixtureSection short_one[] = { { 1, MAQ_SECTION_OTHER, 1, "C", 5 } };
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) nothing = fixture_song (&(FixtureSong) { .style = "rock" });
  g_autoptr (MaqSong) little = fixture_song (&(FixtureSong) { .style = "nobody's",
                                                              .sections = short_one,
                                                              .n_sections = 1 });
  g_autoptr (MaqPerformance) empty = maq_compiler_compile (compiler, nothing);
  g_autoptr (MaqPerformance) one = maq_compiler_compile (compiler, little);

  g_assert_cmpuint (maq_performance_get_n_spans (empty), ==, 0);
  g_assert_cmpuint (maq_performance_get_n_spans (one), ==, 1);
  for (guint i = 0; i < MAQ_N_ROLES; i++)
    if (i != MAQ_ROLE_BRASS)
      g_assert_nonnull (maq_lane_get_phrase (maq_performance_get_lane (one, i), 0));
}

static void
test_no_styles (void)
{
  static const char *const nowhere[] = { "/nowhere/at/all", NULL };
  g_autoptr (MaqStyleLibrary) styles = maq_style_library_new_for_folders (nowhere);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song = usual_song (NULL);
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);

  g_assert_cmpuint (maq_performance_get_n_spans (performance), ==, fixture_n_usual);
}

static void
test_strips (void)
{
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song = usual_song ("rock");
  MaqArrangement *arrangement = maq_song_get_current (song);
  MaqLayerFields fields = *maq_layer_get_fields (maq_arrangement_get_layer (arrangement, 2));
  g_autoptr (MaqPerformance) before = maq_compiler_compile (compiler, song);
  g_autoptr (MaqLayer) layer = NULL;
  g_autoptr (MaqArrangement) mixed = NULL;
  g_autoptr (MaqSong) edited = NULL;
  g_autoptr (MaqPerformance) after = NULL;

  fields.gain_db = -6.0;
  fields.pan = 0.5;
  fields.muted = TRUE;
  layer = maq_layer_new (&fields);
  mixed = maq_arrangement_with_layer_at (arrangement, 2, layer);
  edited = maq_song_with_arrangement (song, mixed);
  after = maq_compiler_compile (compiler, edited);
  g_assert_cmpuint (maq_compiler_get_n_made (compiler), ==, 0);
  g_assert_cmpfloat (maq_lane_get_strip (maq_performance_get_lane (after, 2))->pan, ==, 0.5);
  g_assert_true (maq_lane_get_strip (maq_performance_get_lane (after, 2))->muted);
  g_assert_cmpfloat (maq_lane_get_strip (maq_performance_get_lane (before, 2))->gain_db - 6.0, ==,
                     maq_lane_get_strip (maq_performance_get_lane (after, 2))->gain_db);
  g_assert_nonnull (maq_lane_get_phrase (maq_performance_get_lane (after, 2), 1));
}

static void
test_default_band (void)
{
  static const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 8, "C", 0 },
    { 2, MAQ_SECTION_CHORUS, 8, "F", 0 },
    { 3, MAQ_SECTION_CHORUS, 8, NULL, 0, MAQ_TRANSITION_UNSET, 2 },
  };
  MaqSectionFields fields;
  g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .sections = sections,
                                                            .n_sections = 3 });
  MaqArrangementFields bare = *maq_arrangement_get_fields (maq_song_get_current (song));
  g_autoptr (MaqVec) no_parts = maq_vec_new_empty (&maq_part_vec_class);
  g_autoptr (MaqArrangement) arrangement = NULL;
  g_autoptr (MaqArrangement) again = NULL;
  MaqArrangement *step;

  bare.layers = NULL;
  arrangement = maq_arrangement_new (&bare);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MaqSection) section = NULL;

      fields = *maq_section_get_fields (maq_arrangement_get_section (arrangement, i));
      fields.parts = no_parts;
      section = maq_section_new (&fields);
      step = maq_arrangement_with_section_at (arrangement, i, section);
      maq_arrangement_unref (arrangement);
      arrangement = step;
    }
  step = maq_default_band_arrange (arrangement);
  maq_arrangement_unref (arrangement);
  arrangement = step;
  again = maq_default_band_arrange (arrangement);
  g_assert_true (again == arrangement);
  g_assert_cmpuint (maq_arrangement_get_n_layers (arrangement), >=, 6);
  g_assert_cmpint (maq_arrangement_get_level (arrangement, 0, 1), <,
                   maq_arrangement_get_level (arrangement, 1, 1));
  g_assert_cmpint (maq_arrangement_get_level (arrangement, 1, 1), <,
                   maq_arrangement_get_level (arrangement, 2, 1));
}

/* A band for thousands of sections is there at once: they are counted only once. */
static void
test_default_band_is_quick (void)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr (MaqVec) vec = NULL;
  g_autoptr (MaqArrangement) bare = NULL;
  g_autoptr (MaqArrangement) arrangement = NULL;
  g_autoptr (GTimer) timer = NULL;

  for (guint i = 0; i < 20000; i++)
    g_ptr_array_add (sections, maq_section_new (&(MaqSectionFields) {
      .id = i + 100, .name = "Chorus", .kind = MAQ_SECTION_CHORUS, .bars = 4 }));
  vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections->pdata, sections->len);
  bare = maq_arrangement_new (&(MaqArrangementFields) { .id = 1, .name = "Long",
                                                        .sections = vec });
  timer = g_timer_new ();
  arrangement = maq_default_band_arrange (bare);
#ifdef __SANITIZE_ADDRESS__
  g_test_message ("not timed under a sanitizer");
#else
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 4.0);
#endif
  g_assert_cmpint (maq_arrangement_get_level (arrangement, 0, 1), <,
                   maq_arrangement_get_level (arrangement, 19999, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/band/compiler/shape", test_shape);
  g_test_add_func ("/band/compiler/same-twice", test_same_twice);
  g_test_add_func ("/band/compiler/golden", test_golden);
  g_test_add_func ("/band/compiler/tempo-agrees", test_tempo_agrees);
  g_test_add_func ("/band/compiler/edit-touches-one", test_edit_touches_one);
  g_test_add_func ("/band/compiler/edit-is-local", test_edit_is_local);
  g_test_add_func ("/band/compiler/undo-makes-nothing", test_undo_makes_nothing);
  g_test_add_func ("/band/compiler/surroundings-are-noticed", test_surroundings_are_noticed);
  g_test_add_func ("/band/compiler/followers-share", test_followers_share);
  g_test_add_func ("/band/compiler/empty", test_empty);
  g_test_add_func ("/band/compiler/no-styles", test_no_styles);
  g_test_add_func ("/band/compiler/strips", test_strips);
  g_test_add_func ("/band/default-band/levels", test_default_band);
  g_test_add_func ("/band/default-band/quick", test_default_band_is_quick);
  return g_test_run ();
}
