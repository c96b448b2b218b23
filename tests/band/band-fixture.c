/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "band-fixture.h"

#include "maq-chord-change.h"

const FixtureSection fixture_usual[] = {
  { 1, MAQ_SECTION_INTRO, 4, "C | Am7 | F | G", 2 },
  { 2, MAQ_SECTION_VERSE, 8, "C | Am7 | F | G7 | C | Em | F G | Csus4 C", 4 },
  { 3, MAQ_SECTION_CHORUS, 8, "F | G/B | C | Am | Dm7 | G | C Bb | F", 7 },
  { 4, MAQ_SECTION_VERSE, 8, "C | Am7 | F | G7 | C | Em | F G | Csus4 C", 5 },
  { 5, MAQ_SECTION_CHORUS, 8, NULL, 8, MAQ_TRANSITION_UNSET, 3 },
  { 6, MAQ_SECTION_BRIDGE, 8, "Ab | Eb | Bbm7 | F7 | Ab | Edim | N.C. | G7b9", 3,
    MAQ_TRANSITION_STOP },
  { 7, MAQ_SECTION_CHORUS, 9, NULL, 10, MAQ_TRANSITION_UNSET, 3 },
};
const guint fixture_n_usual = G_N_ELEMENTS (fixture_usual);

static void
add_bar_chords (GPtrArray  *changes,
                const char *text,
                int         bar,
                MaqMeter    meter)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  MaqTick beat_ticks = maq_meter_beat_ticks (meter);
  guint n_beats = maq_meter_n_beats (meter);
  guint n = 0;
  guint index = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MaqChord) chord = NULL;
      g_autoptr (MaqChordChange) plain = NULL;
      MaqChordMark mark = *words[i] == '>' ? MAQ_CHORD_MARK_PUSH
                          : *words[i] == '<' ? MAQ_CHORD_MARK_HOLD
                          : *words[i] == '^' ? MAQ_CHORD_MARK_STAB : MAQ_CHORD_MARK_NONE;

      if (*words[i] == '\0' || index * n_beats / n == (index + 1) * n_beats / n)
        continue;
      chord = maq_chord_parse (words[i] + (mark != MAQ_CHORD_MARK_NONE), &error);
      g_assert_no_error (error);
      plain = maq_chord_change_new (bar, index * n_beats / n * beat_ticks, chord);
      g_ptr_array_add (changes, maq_chord_change_with_mark (plain, mark));
      index++;
    }
}

static MaqVec *
parse_chords (const char *text,
              MaqMeter    meter,
              int        *n_bars)
{
  g_auto (GStrv) bars = g_strsplit (text, "|", -1);
  g_autoptr (GPtrArray) changes
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);

  *n_bars = (int) g_strv_length (bars);
  for (int i = 0; i < *n_bars; i++)
    add_bar_chords (changes, bars[i], i, meter);
  return maq_vec_new (&maq_chord_change_vec_class, (const gpointer *) changes->pdata, changes->len);
}

static MaqVec *
make_parts (int level)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    g_ptr_array_add (parts, maq_part_new (&(MaqPartFields) { .layer = 100 + i, .level = level }));
  return maq_vec_new (&maq_part_vec_class, (const gpointer *) parts->pdata, parts->len);
}

static MaqSection *
make_section (const FixtureSection *spec,
              MaqMeter              meter)
{
  g_autoptr (MaqVec) parts = make_parts (spec->level);
  g_autoptr (MaqVec) chords = NULL;
  MaqSectionFields fields = { .id = spec->id,
                              .kind = spec->kind,
                              .name = "Section",
                              .bars = spec->bars,
                              .follows = spec->follows,
                              .transition = spec->transition,
                              .transition_beats = spec->transition_beats,
                              .parts = parts };

  if (spec->chords != NULL)
    fields.chords = chords = parse_chords (spec->chords, meter, &fields.chord_bars);
  return maq_section_new (&fields);
}

static MaqVec *
make_layers (void)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_layer_unref);

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    g_ptr_array_add (layers, maq_layer_new (&(MaqLayerFields) { .id = 100 + i,
                                                                .name = maq_role_get_label (i),
                                                                .role = i }));
  return maq_vec_new (&maq_layer_vec_class, (const gpointer *) layers->pdata, layers->len);
}

MaqSong *
fixture_song (const FixtureSong *spec)
{
  MaqMeter meter = maq_meter_is_set (spec->meter) ? spec->meter : (MaqMeter) { 4, 4 };
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr (MaqVec) section_vec = NULL;
  g_autoptr (MaqVec) layers = make_layers ();
  g_autoptr (MaqArrangement) arrangement = NULL;
  g_autoptr (MaqVec) arrangements = NULL;
  MaqSongFields fields = { .id = 1, .title = "Fixture", .meter = meter, .current = 1,
                           .style = spec->style, .seed = spec->seed,
                           .tempo_qpm = spec->tempo_qpm > 0 ? spec->tempo_qpm : 100.0 };
  gpointer item;

  g_assert_true (maq_key_parse (spec->key != NULL ? spec->key : "C", &fields.key));
  for (guint i = 0; i < spec->n_sections; i++)
    g_ptr_array_add (sections, make_section (&spec->sections[i], meter));
  section_vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections->pdata,
                             sections->len);
  arrangement = maq_arrangement_new (&(MaqArrangementFields) { .id = 1, .name = "As is",
                                                               .layers = layers,
                                                               .sections = section_vec });
  item = arrangement;
  fields.arrangements = arrangements = maq_vec_new (&maq_arrangement_vec_class, &item, 1);
  return maq_song_new (&fields);
}

MaqSong *
fixture_with_section (MaqSong    *song,
                      guint       index,
                      MaqSection *section)
{
  g_autoptr (MaqArrangement) arrangement
    = maq_arrangement_with_section_at (maq_song_get_current (song), index, section);

  return maq_song_with_arrangement (song, arrangement);
}

MaqSong *
fixture_with_level (MaqSong *song,
                    guint    section,
                    MaqId    layer,
                    int      level)
{
  MaqSection *before = maq_arrangement_get_section (maq_song_get_current (song), section);
  g_autoptr (MaqPart) part = maq_part_new (&(MaqPartFields) { .layer = layer, .level = level });
  g_autoptr (MaqSection) after = maq_section_with_part (before, part);

  return fixture_with_section (song, section, after);
}

MaqStyleLibrary *
fixture_styles (void)
{
  MaqStyleLibrary *styles = maq_style_library_new ();

  for (guint i = 0; i < maq_style_library_get_n_problems (styles); i++)
    g_test_message ("%s", maq_style_library_get_problem (styles, i));
  g_assert_cmpuint (maq_style_library_get_n_problems (styles), ==, 0);
  g_assert_cmpuint (maq_style_library_get_n_styles (styles), >=, 3);
  return styles;
}

int
fixture_run (int                argc,
             char             **argv,
             MaqStyleLibrary  **styles,
             const FixtureTest *tests,
             guint              n_tests)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  *styles = fixture_styles ();
  for (guint i = 0; i < n_tests; i++)
    g_test_add_func (tests[i].path, tests[i].test);
  result = g_test_run ();
  g_clear_pointer (styles, maq_style_library_unref);
  return result;
}
