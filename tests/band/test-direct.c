/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What layers and sections say about sound and time arrives in the performance. */

#include "band-fixture.h"

#define BAR (4 * MAQ_TICKS_PER_QUARTER)
#define N_SECTIONS 7

static const FixtureSection form[N_SECTIONS] = {
  { 11, MAQ_SECTION_VERSE, 4, "C", 5 }, { 12, MAQ_SECTION_VERSE, 4, "C", 5 },
  { 13, MAQ_SECTION_VERSE, 4, "C", 5 }, { 14, MAQ_SECTION_VERSE, 4, "C", 5 },
  { 15, MAQ_SECTION_VERSE, 4, "C", 5 }, { 16, MAQ_SECTION_VERSE, 4, "C", 5 },
  { 17, MAQ_SECTION_OUTRO, 4, "C", 5 },
};

/* The fixture's song with the sections changed as given. */
static MaqPerformance *
compile (const MaqSectionFields *changes)
{
  const FixtureSong spec = { .sections = form, .n_sections = N_SECTIONS, .tempo_qpm = 100.0 };
  g_autoptr (MaqStyleLibrary) styles = fixture_styles ();
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  MaqSong *song = fixture_song (&spec);
  MaqPerformance *performance;

  for (guint i = 0; i < N_SECTIONS; i++)
    {
      MaqSectionFields fields
        = *maq_section_get_fields (maq_arrangement_get_section (maq_song_get_current (song), i));
      g_autoptr (MaqSection) section = NULL;
      MaqSong *before = song;

      fields.space = changes[i].space;
      fields.dynamics = changes[i].dynamics;
      fields.transition = changes[i].transition;
      fields.transition_beats = changes[i].transition_beats;
      fields.tempo_qpm = changes[i].tempo_qpm;
      section = maq_section_new (&fields);
      song = fixture_with_section (before, i, section);
      maq_song_unref (before);
    }
  performance = maq_compiler_compile (compiler, song);
  maq_song_unref (song);
  return performance;
}

static void
test_sections (void)
{
  const MaqSectionFields changes[N_SECTIONS] = {
    { .space = MAQ_SPACE_HALL, .transition = MAQ_TRANSITION_RITARDANDO },
    { .dynamics = MAQ_DYNAMICS_SWELL, .tempo_qpm = 80.0 },
    { .space = MAQ_SPACE_BOOTH, .dynamics = MAQ_DYNAMICS_DUCK },
    { .space = MAQ_SPACE_OUTDOORS, .dynamics = MAQ_DYNAMICS_DROP_OUT },
    { .space = MAQ_SPACE_PLATE, .transition = MAQ_TRANSITION_ACCELERANDO,
      .transition_beats = 2 },
    { .space = MAQ_SPACE_CHAMBER },
    { .transition = MAQ_TRANSITION_FADE, .transition_beats = 64 },
  };
  const MaqRoomKind rooms[N_SECTIONS] = {
    MAQ_ROOM_HALL, MAQ_ROOM_LIVE, MAQ_ROOM_BOOTH, MAQ_ROOM_OUTDOORS, MAQ_ROOM_PLATE,
    MAQ_ROOM_CHAMBER, MAQ_ROOM_LIVE,
  };
  g_autoptr (MaqPerformance) performance = compile (changes);
  const MaqSpan *spans = maq_performance_get_span (performance, 0);

  for (guint i = 0; i < N_SECTIONS; i++)
    {
      g_assert_cmpint (spans[i].room, ==, rooms[i]);
      g_assert_cmpfloat (spans[i].end_gain_db, ==, spans[0].end_gain_db);
      g_assert_cmpfloat (spans[i].gain_db - spans[i].end_gain_db, ==, i == 1 ? -6.0 : 0.0);
      g_assert_cmpfloat (spans[i].duck_db, ==, i == 2 ? -5.0 : 0.0);
      g_assert_cmpint (spans[i].cut_ticks, ==, i == 3 ? BAR : 0);
      g_assert_cmpint (spans[i].fade_ticks, ==, i == 6 ? 4 * BAR : 0);
      g_assert_cmpint (spans[i].ramp_ticks, ==, i == 0 ? BAR : i == 4 ? BAR / 2 : 0);
    }
  /* To the tempo of what comes, where it lies that way; else a good deal. */
  g_assert_cmpfloat (spans[0].ramp_tempo_qpm, ==, 80.0);
  g_assert_cmpfloat (spans[4].ramp_tempo_qpm, >, 1.1 * spans[4].tempo_qpm);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/band/direct/sections", test_sections);
  return g_test_run ();
}
