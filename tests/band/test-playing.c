/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "band-fixture.h"
#include "band-rules.h"
#include "maq-adapted.h"
#include "maq-form.h"
#include "maq-instrument.h"
#include "maq-random.h"

/* How the band plays what a chart asks for, in every style. */

#define QUARTER MAQ_TICKS_PER_QUARTER
#define PUSH    (QUARTER / 2)
/* An early eighth may swing, and come as late as this. */
#define LATEST  (QUARTER / 4)

static MaqStyleLibrary *styles;

typedef void (*StyleFunc) (const char *name,
                           MaqMeter    meter);

static void
for_each_style (StyleFunc func)
{
  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    {
      MaqStyle *style = maq_style_library_get_style (styles, i);

      func (maq_style_get_name (style), maq_style_get_meter (style));
    }
}

static MaqPerformance *
play (const char           *style,
      MaqMeter              meter,
      const FixtureSection *sections,
      guint                 n_sections)
{
  g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .style = style, .meter = meter,
                                                            .seed = 5, .sections = sections,
                                                            .n_sections = n_sections });
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  MaqPerformance *performance = maq_compiler_compile (compiler, song);

  rules_check (song, performance);
  return performance;
}

static const MaqNote *
notes_of (MaqPerformance *performance,
          guint           role,
          guint           section,
          guint          *n_notes)
{
  MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, role), section);

  *n_notes = 0;
  return phrase != NULL ? maq_phrase_get_notes (phrase, n_notes) : NULL;
}

static guint
count_starts (MaqPerformance *performance,
              guint           role,
              guint           section,
              MaqTick         from_ticks,
              MaqTick         to_ticks)
{
  guint n_notes;
  const MaqNote *notes = notes_of (performance, role, section, &n_notes);
  guint n = 0;

  for (guint i = 0; i < n_notes; i++)
    n += notes[i].start_ticks >= from_ticks && notes[i].start_ticks < to_ticks;
  return n;
}

static gboolean
is_chordal (guint role)
{
  return role >= MAQ_ROLE_BASS && role <= MAQ_ROLE_BRASS;
}

/* The whole band strikes an eighth early, and nobody on the beat. */
static void
check_push (const char *style,
            MaqMeter    meter)
{
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 8, "C | C | >F | F | G | G | C | C", 8, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 4, ">F | F | G | C", 8, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqPerformance) performance = play (style, meter, sections, 2);
  MaqTick bar = maq_meter_bar_ticks (meter);
  guint n_notes;
  const MaqNote *notes;

  for (guint role = MAQ_ROLE_BASS; role <= MAQ_ROLE_BRASS; role++)
    {
      g_assert_cmpuint (count_starts (performance, role, 0, 2 * bar - PUSH,
                                      2 * bar - PUSH + LATEST), >, 0);
      g_assert_cmpuint (count_starts (performance, role, 1, -PUSH, LATEST - PUSH), >, 0);
      notes = notes_of (performance, role, 0, &n_notes);
      for (guint i = 0; i < n_notes; i++)
        g_assert_cmpint (notes[i].start_ticks + notes[i].length_ticks, <=, 8 * bar - PUSH);
    }
  notes = notes_of (performance, MAQ_ROLE_BASS, 0, &n_notes);
  for (guint i = 0; i < n_notes; i++)
    if (notes[i].start_ticks >= 2 * bar - PUSH && notes[i].start_ticks < 2 * bar - PUSH + LATEST)
      g_assert_cmpint (notes[i].key % 12, ==, 5);
  notes = notes_of (performance, MAQ_ROLE_DRUMS, 0, &n_notes);
  for (guint i = 0; i < n_notes; i++)
    g_assert_false (notes[i].key == 36 && notes[i].start_ticks == 2 * bar);
  g_assert_cmpuint (count_starts (performance, MAQ_ROLE_DRUMS, 0, 2 * bar - PUSH,
                                  2 * bar - PUSH + LATEST), >=, 2);
  g_assert_cmpuint (count_starts (performance, MAQ_ROLE_DRUMS, 1, -PUSH, LATEST - PUSH), >=, 2);
}

static void
test_push (void)
{
  for_each_style (check_push);
}

/* An eighth apart, both pushed: the second one takes nothing from the first. */
static void
check_pushes (const char *style,
              MaqMeter    meter G_GNUC_UNUSED)
{
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 4, "C | F | G | C", 8, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 2, ">F >G F G F G C | C", 8, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqPerformance) performance = play (style, (MaqMeter) { 7, 8 }, sections, 2);

  for (guint role = MAQ_ROLE_BASS; role <= MAQ_ROLE_BRASS; role++)
    {
      g_assert_cmpuint (count_starts (performance, role, 1, -PUSH, LATEST - PUSH), >, 0);
      g_assert_cmpuint (count_starts (performance, role, 1, 0, LATEST), >, 0);
    }
}

static void
test_pushes (void)
{
  for_each_style (check_pushes);
}

/* A diamond: one stroke, then it rings; a stab: one stroke, then nothing. */
static void
check_strokes (const char *style,
               MaqMeter    meter)
{
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 8, "C | <F | ^G | C | C | C | C | C", 9, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 1, "C", 9, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqPerformance) performance = play (style, meter, sections, 2);
  MaqTick bar = maq_meter_bar_ticks (meter);

  for (guint role = 0; role <= MAQ_ROLE_BRASS; role++)
    {
      guint n_notes;
      const MaqNote *notes = notes_of (performance, role, 0, &n_notes);

      g_assert_cmpuint (count_starts (performance, role, 0, bar + 1, 2 * bar), ==, 0);
      g_assert_cmpuint (count_starts (performance, role, 0, 2 * bar + 1, 3 * bar), ==, 0);
      if (role == MAQ_ROLE_PERCUSSION)
        continue;
      g_assert_cmpuint (count_starts (performance, role, 0, bar, bar + 1), >, 0);
      g_assert_cmpuint (count_starts (performance, role, 0, 2 * bar, 2 * bar + 1), >, 0);
      for (guint i = 0; i < n_notes && is_chordal (role); i++)
        {
          if (notes[i].start_ticks == bar)
            g_assert_cmpint (notes[i].length_ticks, >=, bar - QUARTER / 2);
          if (notes[i].start_ticks == 2 * bar)
            g_assert_cmpint (notes[i].length_ticks, <=, bar / 2);
        }
    }
}

static void
test_strokes (void)
{
  for_each_style (check_strokes);
}

/* The last bar of a build is its last bar, however long the section. */
static void
check_build (const char *style,
             MaqMeter    meter)
{
  static const int lengths[] = { 4, 6, 7, 12 };
  MaqTick bar = maq_meter_bar_ticks (meter);
  guint64 hashes[G_N_ELEMENTS (lengths)];

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      const FixtureSection sections[] = {
        { 1, MAQ_SECTION_BUILD, lengths[i], "C", 6, MAQ_TRANSITION_FILL },
        { 2, MAQ_SECTION_DROP, 4, "C", 6, MAQ_TRANSITION_NONE },
      };
      g_autoptr (MaqPerformance) performance = play (style, meter, sections, 2);
      guint n_notes;
      const MaqNote *notes = notes_of (performance, MAQ_ROLE_DRUMS, 0, &n_notes);

      hashes[i] = 7;
      for (guint j = 0; j < n_notes; j++)
        if (notes[j].start_ticks >= (lengths[i] - 1) * bar)
          hashes[i] = hashes[i] * 31 + (guint64) (notes[j].start_ticks - (lengths[i] - 1) * bar)
                      + notes[j].key * 7919u;
      g_assert_cmpuint (hashes[i], !=, 7);
      g_assert_cmpuint (count_starts (performance, MAQ_ROLE_DRUMS, 1, 0, 1), >=, 2);
    }
  /* styles with one build play it; those with several may choose another one */
  if (strcmp (style, "rock") == 0)
    g_assert_cmpuint (hashes[0], ==, hashes[2]);
}

static void
test_build (void)
{
  for_each_style (check_build);
}

/* Before the next downbeat everybody is silent, as long as it says. */
static void
check_stop (const char *style,
            MaqMeter    meter)
{
  for (int beats = 0; beats <= 6; beats += 3)
    {
      const FixtureSection sections[] = {
        { 1, MAQ_SECTION_VERSE, 6, "C | F | G | C | F | G", 8, MAQ_TRANSITION_STOP, 0, beats },
        { 2, MAQ_SECTION_CHORUS, 4, "C", 8, MAQ_TRANSITION_NONE },
      };
      g_autoptr (MaqPerformance) performance = play (style, meter, sections, 2);
      MaqTick end = 6 * maq_meter_bar_ticks (meter)
                    - (beats > 0 ? beats * QUARTER : maq_meter_beat_ticks (meter));

      for (guint role = 0; role < MAQ_N_ROLES; role++)
        {
          guint n_notes;
          const MaqNote *notes = notes_of (performance, role, 0, &n_notes);

          for (guint i = 0; i < n_notes; i++)
            g_assert_cmpint (notes[i].start_ticks + notes[i].length_ticks, <=, end);
        }
    }
}

static void
test_stop (void)
{
  for_each_style (check_stop);
}

/* A riser is busier than the bar it takes the place of. */
static void
check_riser (const char *style,
             MaqMeter    meter)
{
  MaqTick bar = maq_meter_bar_ticks (meter);
  guint n_hits[2];

  for (guint i = 0; i < 2; i++)
    {
      const FixtureSection sections[] = {
        { 1, MAQ_SECTION_VERSE, 8, "C | F | G | C", 5,
          i > 0 ? MAQ_TRANSITION_RISER : MAQ_TRANSITION_NONE },
        { 2, MAQ_SECTION_CHORUS, 4, "C", 8, MAQ_TRANSITION_NONE },
      };
      g_autoptr (MaqPerformance) performance = play (style, meter, sections, 2);
      guint n_notes;
      const MaqNote *notes = notes_of (performance, MAQ_ROLE_DRUMS, 1, &n_notes);
      gboolean has_crash = FALSE;

      n_hits[i] = count_starts (performance, MAQ_ROLE_DRUMS, 0, 7 * bar, 8 * bar);
      for (guint j = 0; j < n_notes; j++)
        has_crash |= notes[j].key == 49 && notes[j].start_ticks == 0;
      g_assert_true (i == 0 || has_crash);
    }
  g_assert_cmpuint (n_hits[1], >, 0);
}

static void
test_riser (void)
{
  for_each_style (check_riser);
}

static MaqSong *
dup_random_edit (MaqSong   *song,
                 MaqRandom *random,
                 guint     *section,
                 guint     *role)
{
  MaqPartFields fields = { 0 };
  g_autoptr (MaqPart) part = NULL;
  g_autoptr (MaqSection) edited = NULL;
  MaqSection *before;

  *section = (guint) maq_random_int (random, 0, (int) fixture_n_usual - 1);
  *role = (guint) maq_random_int (random, 0, MAQ_N_ROLES - 1);
  before = maq_arrangement_get_section (maq_song_get_current (song), *section);
  fields.layer = 100 + *role;
  fields.level = maq_random_int (random, 0, 10);
  fields.entry_bar = maq_random_int (random, 0, 4);
  fields.exit_bar = maq_random_chance (random, 0.3) ? fields.entry_bar + 2 : 0;
  if (maq_random_chance (random, 0.3))
    fields.style = maq_style_get_name (maq_style_library_get_style (
      styles, (guint) maq_random_int (random, 0,
                                      (int) maq_style_library_get_n_styles (styles) - 1)));
  if (maq_random_chance (random, 0.2))
    fields.motif = "figure";
  part = maq_part_new (&fields);
  edited = maq_section_with_part (before, part);
  return fixture_with_section (song, *section, edited);
}

/* One part's edit changes no other part's notes, whoever compiles it. */
static void
test_edits_are_local (void)
{
  MaqRandom random = maq_random_new (20, 0, 0);
  g_autoptr (MaqSong) song
    = fixture_song (&(FixtureSong) { .style = "indie-folk", .seed = 3, .sections = fixture_usual,
                                     .n_sections = fixture_n_usual });

  for (guint i = 0; i < 60; i++)
    {
      guint section, role;
      MaqSong *edited = dup_random_edit (song, &random, &section, &role);
      MaqId edited_id = fixture_usual[section].id;
      g_autoptr (MaqCompiler) one = maq_compiler_new (styles);
      g_autoptr (MaqCompiler) other = maq_compiler_new (styles);
      g_autoptr (MaqPerformance) before = maq_compiler_compile (one, song);
      g_autoptr (MaqPerformance) after = maq_compiler_compile (other, edited);

      for (guint lane = 0; lane < MAQ_N_ROLES; lane++)
        for (guint j = 0; j < fixture_n_usual; j++)
          {
            MaqPhrase *old = maq_lane_get_phrase (maq_performance_get_lane (before, lane), j);
            MaqPhrase *new = maq_lane_get_phrase (maq_performance_get_lane (after, lane), j);

            /* those who follow take the edit over */
            if (lane == role && (j == section || fixture_usual[j].follows == edited_id))
              continue;
            g_assert_true ((old == NULL) == (new == NULL));
            g_assert_true (old == NULL || maq_phrase_equal (old, new));
          }
      maq_song_unref (song);
      song = edited;
    }
}

/* How far the voices of a role move from a chord to the next, in semitones. */
static double
movement (const MaqNote *notes,
          guint          n_notes,
          const MaqNote *others,
          guint          n_others,
          MaqTick        end)
{
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; i < n_others && others[i].start_ticks == others[0].start_ticks; i++)
    {
      int nearest = 128;

      for (guint j = 0; j < n_notes; j++)
        if (notes[j].start_ticks + notes[j].length_ticks >= end - 120)
          nearest = MIN (nearest, abs (notes[j].key - others[i].key));
      if (nearest < 128)
        {
          sum += nearest;
          n++;
        }
    }
  return n > 0 ? sum / n : 0.0;
}

/* Sections begin near where the one before has ended. */
static void
test_voice_leading (void)
{
  static const char *const ends[] = { "C", "F#m7", "Ab", "B7", "Eb", "Am" };
  static const MaqRole roles[] = { MAQ_ROLE_ACOUSTIC_GUITAR, MAQ_ROLE_ORGAN, MAQ_ROLE_PAD,
                                   MAQ_ROLE_STRINGS };
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; i < 6; i++)
    for (guint j = 0; j < 6; j++)
      {
        const FixtureSection sections[] = {
          { 1, MAQ_SECTION_VERSE, 2, ends[i], 4, MAQ_TRANSITION_NONE },
          { 2, MAQ_SECTION_CHORUS, 2, ends[j], 4, MAQ_TRANSITION_NONE },
        };
        g_autoptr (MaqPerformance) performance = play ("rock", (MaqMeter) { 4, 4 }, sections, 2);

        for (guint k = 0; k < G_N_ELEMENTS (roles); k++)
          {
            guint n_notes, n_others;
            const MaqNote *notes = notes_of (performance, roles[k], 0, &n_notes);
            const MaqNote *others = notes_of (performance, roles[k], 1, &n_others);

            sum += movement (notes, n_notes, others, n_others, 2 * 4 * QUARTER);
            n++;
          }
      }
  g_test_message ("a voice moves %.2f semitones across a border", sum / n);
  g_assert_cmpfloat (sum / n, <, 1.9);
}

/* People are told where a style plays in a meter that it does not know. */
static void
test_adapted (void)
{
  static const struct
  {
    const char *style;
    MaqMeter    meter;
    const char *note;
  } cases[] = {
    { "indie-folk", { 7, 8 }, "Section, Section: Indie folk is written in 4/4; 7/8 is played in "
                              "groups of 2 + 2 + 3." },
    { "indie-folk", { 5, 4 }, "Section, Section: Indie folk is written in 4/4; 5/4 is played in "
                              "groups of 3 + 2." },
    { "indie-folk", { 12, 8 }, "Section, Section: Indie folk is written in 4/4; 12/8 is played in "
                               "groups of 3 + 3 + 3 + 3." },
    { "indie-folk", { 4, 4 }, NULL },
  };
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 4, "C", 5, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_CHORUS, 4, "C", 5, MAQ_TRANSITION_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .style = cases[i].style,
                                                                .meter = cases[i].meter,
                                                                .sections = sections,
                                                                .n_sections = 2 });
      g_auto (GStrv) notes = maq_adapted_dup_notes (styles, song, maq_song_get_current (song));

      g_assert_cmpstr (notes[0], ==, cases[i].note);
      g_assert_true (notes[0] == NULL || notes[1] == NULL);
    }
}

/* How many notes a role holds at a time at most. */
static guint
most_at_once (MaqPerformance *performance,
              guint           role,
              guint           section)
{
  guint n_notes;
  const MaqNote *notes = notes_of (performance, role, section, &n_notes);
  guint most = 0;

  for (guint i = 0; i < n_notes; i++)
    {
      guint n = 0;

      for (guint j = 0; j <= i; j++)
        n += notes[j].start_ticks + notes[j].length_ticks > notes[i].start_ticks;
      most = MAX (most, n);
    }
  return most;
}

/* Nobody plays more than hands, strings and desks allow. */
static void
check_hands (const char *style,
             MaqMeter    meter)
{
  static const guint8 hands[MAQ_N_ROLES] = {
    /* two guitars share a layer where a strum comes on a power chord */
    [MAQ_ROLE_BASS] = 1, [MAQ_ROLE_ACOUSTIC_GUITAR] = 8, [MAQ_ROLE_ELECTRIC_GUITAR] = 8,
    [MAQ_ROLE_KEYS] = 10, [MAQ_ROLE_ORGAN] = 10, [MAQ_ROLE_PAD] = 8, [MAQ_ROLE_STRINGS] = 8,
    [MAQ_ROLE_BRASS] = 6, [MAQ_ROLE_LEAD] = 1, [MAQ_ROLE_VOCAL] = 1,
  };
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_CHORUS, 8, "Cmaj9 | Am11 | F6/9 | G13 | Em7 A7 | Dm9 G7b9 | C | F", 10,
      MAQ_TRANSITION_FILL },
    { 2, MAQ_SECTION_CHORUS, 4, "C", 10, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqPerformance) performance = play (style, meter, sections, 2);

  for (guint role = 0; role < MAQ_N_ROLES; role++)
    {
      guint most = most_at_once (performance, role, 0);

      if (hands[role] > 0 && most > hands[role])
        {
          g_test_message ("%s: %s hold %u notes", style, maq_role_get_nick (role), most);
          g_test_fail ();
        }
    }
}

static void
test_hands (void)
{
  for_each_style (check_hands);
}

static const FixtureTest tests[] = {
  { "/band/playing/push", test_push },
  { "/band/playing/pushes", test_pushes },
  { "/band/playing/strokes", test_strokes },
  { "/band/playing/build", test_build },
  { "/band/playing/stop", test_stop },
  { "/band/playing/riser", test_riser },
  { "/band/playing/edits-are-local", test_edits_are_local },
  { "/band/playing/voice-leading", test_voice_leading },
  { "/band/playing/adapted", test_adapted },
  { "/band/playing/hands", test_hands },
};

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, &styles, tests, G_N_ELEMENTS (tests));
}
