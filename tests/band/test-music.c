/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */


#include "band-fixture.h"
#include "band-rules.h"
#include "maq-limits.h"

static MaqStyleLibrary *styles;

static const char *
style_name (guint index)
{
  return maq_style_get_name (maq_style_library_get_style (styles, index));
}

static guint
n_styles (void)
{
  return maq_style_library_get_n_styles (styles);
}

static MaqSong *
two_sections (const char    *style,
              MaqMeter       meter,
              const char    *key,
              int            level,
              MaqTransition  transition)
{
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 8, "C | Am7 | F#m7b5 | B7b9 | Em/G | Asus4 A7 | D9 | Gmaj7", level,
      transition },
    { 2, MAQ_SECTION_CHORUS, 5, "Eb6 | Fm7/C | Bb13 | Edim7 | C5", level, transition },
    { 3, MAQ_SECTION_OUTRO, 1, "C", level, transition },
  };

  return fixture_song (&(FixtureSong) { .style = style, .meter = meter, .key = key, .seed = 11,
                                        .sections = sections, .n_sections = 3 });
}

static void
check_song (MaqSong *song)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);

  rules_check (song, performance);
}

static void
test_every_level (void)
{
  for (guint i = 0; i < n_styles (); i++)
    for (int level = 1; level <= MAQ_LEVEL_MAX; level++)
      {
        g_autoptr (MaqSong) song = two_sections (style_name (i), (MaqMeter) { 4, 4 }, "C", level,
                                                 MAQ_TRANSITION_FILL);

        check_song (song);
      }
}

static void
test_every_key (void)
{
  static const char *const keys[] = { "C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb",
                                      "B", "Am", "F#m", "D dorian", "E phrygian" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint seed = 0; seed < 3; seed++)
      {
        const FixtureSection sections[] = { { 1, MAQ_SECTION_VERSE, 8, NULL, 9 } };
        g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .style = style_name (seed),
                                                                  .key = keys[i],
                                                                  .seed = seed,
                                                                  .sections = sections,
                                                                  .n_sections = 1 });

        check_song (song);
      }
}

/* Chords of all kinds in all transpositions: hands and voices find a place for each. */
static void
test_every_chord (void)
{
  static const char *const kinds[] = { "", "m", "7", "m7", "maj7", "6", "m6", "9", "m9", "maj9",
                                       "11", "13", "sus2", "sus4", "7sus4", "dim", "dim7", "m7b5",
                                       "aug", "5", "add9", "7b9", "7#9", "6/9", "mMaj7", "7#5" };
  static const char *const roots[] = { "C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb",
                                       "B" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GString) chords = g_string_new (NULL);
      FixtureSection section = { 1, MAQ_SECTION_VERSE, 12, NULL, 8, MAQ_TRANSITION_NONE };
      g_autoptr (MaqSong) song = NULL;

      for (guint j = 0; j < 12; j++)
        g_string_append_printf (chords, "%s%s%s", j > 0 ? " | " : "", roots[j * 5 % 12], kinds[i]);
      section.chords = chords->str;
      song = fixture_song (&(FixtureSong) { .style = "indie-folk", .sections = &section,
                                            .n_sections = 1 });
      check_song (song);
    }
}

/* Whether four fingers can hold these keys on strings from @string up, around @fret. */
static gboolean
hand_can_hold (const guint8 *keys,
               guint         n_keys,
               guint         string,
               int           fret)
{
  static const guint8 open_strings[] = { 40, 45, 50, 55, 59, 64 };

  if (n_keys == 0)
    return TRUE;
  for (; string + n_keys <= G_N_ELEMENTS (open_strings); string++)
    {
      int at = keys[0] - open_strings[string];

      if ((at == 0 || (at >= fret && at <= fret + 3))
          && hand_can_hold (keys + 1, n_keys - 1, string + 1, fret))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_a_grip (const guint8 *keys,
           guint         n_keys)
{
  for (int fret = 1; fret <= 12; fret++)
    if (hand_can_hold (keys, n_keys, 0, fret))
      return TRUE;
  return FALSE;
}

static void
check_grips (const char *chords)
{
  const FixtureSection section = { 1, MAQ_SECTION_VERSE, 12, chords, 10, MAQ_TRANSITION_NONE };
  g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .style = "rock",
                                                            .sections = &section,
                                                            .n_sections = 1 });
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);
  MaqLane *lane = maq_performance_get_lane (performance, MAQ_ROLE_ACOUSTIC_GUITAR);
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (maq_lane_get_phrase (lane, 0), &n_notes);

  for (guint i = 0; i < n_notes;)
    {
      guint8 keys[6];
      guint n = 0;
      gint32 start = notes[i].start_ticks;

      while (i < n_notes && notes[i].start_ticks == start && n < 6)
        keys[n++] = notes[i++].key;
      g_assert_true (i == n_notes || notes[i].start_ticks != start);
      if (!is_a_grip (keys, n))
        {
          g_test_message ("no hand can hold the chord at tick %d of %s", start, chords);
          g_test_fail ();
          return;
        }
    }
}

/* What a guitar strums a guitarist can hold: six strings, four frets, open strings besides. */
static void
test_grips (void)
{
  check_grips ("C | F | Bb | Eb | Ab | Db | F# | B | E | A | D | G");
  check_grips ("Cm | Fm | Bbm | Ebm | Abm | Dbm | F#m | Bm | Em | Am | Dm | Gm");
  check_grips ("C7 | F7 | Bb7 | Eb7 | Ab7 | Db7 | F#7 | B7 | E7 | A7 | D7 | G7");
  check_grips ("Cmaj7 | Fm7 | Bbmaj7 | Ebm7 | Absus4 | Dbadd9 | F#m7b5 | Bdim7 | E9 | A6 | D5 "
               "| Gaug");
  check_grips ("C/E | F/A | Bb/D | Eb/G | Ab/C | Db/F | F#/A# | B/D# | E/G# | A/C# | D/F# | G/B");
}

/* A crash answers a fill, the surer the more is played, and never when little is. */
static void
test_crash (void)
{
  for (guint i = 0; i < n_styles (); i++)
    for (int level = 1; level <= MAQ_LEVEL_MAX; level++)
      {
        g_autoptr (MaqSong) song = two_sections (style_name (i), (MaqMeter) { 4, 4 }, "C", level,
                                                 MAQ_TRANSITION_FILL);
        g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
        g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);
        MaqLane *lane = maq_performance_get_lane (performance, MAQ_ROLE_DRUMS);
        guint n_notes;
        const MaqNote *notes = maq_phrase_get_notes (maq_lane_get_phrase (lane, 1), &n_notes);
        gboolean has_crash = FALSE;

        for (guint j = 0; j < n_notes && notes[j].start_ticks == 0; j++)
          has_crash |= notes[j].key == 49;
        if (level <= 2)
          g_assert_false (has_crash);
        if (level >= 8)
          g_assert_true (has_crash);
      }
}

/* Every meter plays, and every role plays in it. */
static void
test_every_meter (void)
{
  for (guint i = 0; i < n_styles (); i++)
    for (guint8 unit = 1; unit <= 16; unit *= 2)
      for (guint8 beats = 1; beats <= 15; beats++)
        {
          MaqMeter meter = { beats, unit };
          g_autoptr (MaqSong) song = two_sections (style_name (i), meter, "C", 7,
                                                   MAQ_TRANSITION_FILL);
          g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
          g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);

          rules_check (song, performance);
          for (guint role = 0; role < MAQ_N_ROLES; role++)
            if (maq_lane_get_phrase (maq_performance_get_lane (performance, role), 0) == NULL)
              {
                g_test_message ("%s: no %s in %u/%u", style_name (i), maq_role_get_nick (role),
                                beats, unit);
                g_test_fail ();
              }
        }
}

static void
test_tempo_extremes (void)
{
  static const double tempi[] = { 10.0, 40.0, 300.0, 999.0 };

  for (guint i = 0; i < n_styles (); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tempi); j++)
      {
        g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .style = style_name (i),
                                                                  .tempo_qpm = tempi[j],
                                                                  .sections = fixture_usual,
                                                                  .n_sections = fixture_n_usual });

        check_song (song);
      }
}

static void
test_transitions (void)
{
  for (guint i = 0; i < n_styles (); i++)
    for (MaqTransition transition = MAQ_TRANSITION_UNSET; transition < MAQ_N_TRANSITIONS;
         transition++)
      {
        g_autoptr (MaqSong) song = two_sections (style_name (i), (MaqMeter) { 4, 4 }, "G", 6,
                                                 transition);
        g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
        g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);
        MaqTick last_beat = (8 * 4 - 1) * MAQ_TICKS_PER_QUARTER;
        MaqTick last_bar = 7 * 4 * MAQ_TICKS_PER_QUARTER;

        rules_check (song, performance);
        for (guint role = 0; role < MAQ_N_ROLES; role++)
          {
            MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, role),
                                                     0);
            guint n_notes;
            const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);

            for (guint j = 0; j < n_notes; j++)
              {
                if (transition == MAQ_TRANSITION_STOP)
                  g_assert_cmpint (notes[j].start_ticks + notes[j].length_ticks, <=, last_beat);
                if (transition == MAQ_TRANSITION_RING_OUT && role < MAQ_ROLE_LEAD)
                  g_assert_true (notes[j].start_ticks <= last_bar);
              }
          }
      }
}

/* What drums play at a level they play at the next one too. */
static void
test_drums_add (void)
{
  for (guint i = 0; i < n_styles (); i++)
    for (guint role = MAQ_ROLE_DRUMS; role <= MAQ_ROLE_PERCUSSION; role++)
      for (int level = 1; level < MAQ_LEVEL_MAX; level++)
        {
          MaqMeter meter = maq_style_get_meter (maq_style_library_get_style (styles, i));
          g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
          g_autoptr (MaqSong) song = two_sections (style_name (i), meter, "C", level,
                                                   MAQ_TRANSITION_NONE);
          g_autoptr (MaqSong) more = two_sections (style_name (i), meter, "C", level + 1,
                                                   MAQ_TRANSITION_NONE);
          g_autoptr (MaqPerformance) one = maq_compiler_compile (compiler, song);
          g_autoptr (MaqPerformance) other = maq_compiler_compile (compiler, more);
          guint n_few, n_many;
          const MaqNote *few
            = maq_phrase_get_notes (maq_lane_get_phrase (maq_performance_get_lane (one, role), 0),
                                    &n_few);
          const MaqNote *many
            = maq_phrase_get_notes (maq_lane_get_phrase (maq_performance_get_lane (other, role), 0),
                                    &n_many);

          for (guint j = 0; j < n_few; j++)
            {
              gboolean found = FALSE;

              for (guint k = 0; k < n_many && !found; k++)
                found = few[j].start_ticks == many[k].start_ticks && few[j].key == many[k].key
                        && few[j].velocity <= many[k].velocity;
              g_assert_true (found);
            }
        }
}

typedef struct
{
  guint  n_notes;
  double loudness;     /* sum of squared velocities: a stand-in for energy */
} Weight;

static Weight
weigh (const char *style,
       MaqMeter    meter,
       guint       role,
       int         level)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song = two_sections (style, meter, "C", level, MAQ_TRANSITION_NONE);
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);
  MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, role), 0);
  Weight weight = { 0 };
  const MaqNote *notes = maq_phrase_get_notes (phrase, &weight.n_notes);

  for (guint i = 0; i < weight.n_notes; i++)
    weight.loudness += (double) notes[i].velocity * notes[i].velocity;
  return weight;
}

static void
test_levels_grow (void)
{
  for (guint i = 0; i < n_styles (); i++)
    for (guint role = 0; role < MAQ_N_ROLES; role++)
      {
        MaqMeter meter = maq_style_get_meter (maq_style_library_get_style (styles, i));
        Weight before = weigh (style_name (i), meter, role, 1);
        Weight lowest = before;

        for (int level = 2; level <= MAQ_LEVEL_MAX; level++)
          {
            Weight weight = weigh (style_name (i), meter, role, level);

            if (weight.n_notes < before.n_notes || weight.loudness <= before.loudness)
              {
                g_test_message ("%s, %s: level %d is less than level %d (%u notes after %u)",
                                style_name (i), maq_role_get_nick (role), level, level - 1,
                                weight.n_notes, before.n_notes);
                g_test_fail ();
              }
            before = weight;
          }
        g_assert_cmpfloat (before.loudness, >, 1.5 * lowest.loudness);
      }
}

static guint64
hash_from (MaqPhrase *phrase,
           MaqTick    ticks)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);
  guint64 hash = 17;

  for (guint i = 0; i < n_notes; i++)
    if (notes[i].start_ticks >= ticks)
      hash = hash * 1099511628211u + (guint64) (notes[i].start_ticks - ticks) * 128
             + notes[i].key;
  return hash;
}

/* Two sections after each other do not end with the same fill. */
static void
test_fills_differ (void)
{
  FixtureSection sections[20];

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    sections[i] = (FixtureSection) { i + 1, MAQ_SECTION_CHORUS, 4, "C | F | G | C", 7,
                                     MAQ_TRANSITION_FILL, i % 3 == 2 ? i : 0 };
  for (guint style = 0; style < n_styles (); style++)
    for (guint64 seed = 0; seed < 10; seed++)
      {
        MaqMeter meter = maq_style_get_meter (maq_style_library_get_style (styles, style));
        MaqTick last_bar = 3 * maq_meter_bar_ticks (meter);
        g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
        g_autoptr (MaqSong) song
          = fixture_song (&(FixtureSong) { .style = style_name (style), .meter = meter,
                                           .seed = seed, .sections = sections,
                                           .n_sections = G_N_ELEMENTS (sections) });
        g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);
        MaqLane *lane = maq_performance_get_lane (performance, MAQ_ROLE_DRUMS);

        for (guint i = 1; i + 1 < G_N_ELEMENTS (sections); i++)
          g_assert_cmpuint (hash_from (maq_lane_get_phrase (lane, i - 1), last_bar), !=,
                            hash_from (maq_lane_get_phrase (lane, i), last_bar));
      }
}

/* Where chords are held there is always one, whatever changes below. */
static void
test_no_holes (void)
{
  static const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 4, "C G | Am F | Dm7 G7 | F C", 5, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 4, "C G | Am F | Dm7 G7 | F C", 5, MAQ_TRANSITION_NONE },
  };
  static const MaqRole roles[] = { MAQ_ROLE_ORGAN, MAQ_ROLE_PAD, MAQ_ROLE_STRINGS };

  for (guint i = 0; i < n_styles (); i++)
    {
      MaqMeter meter = maq_style_get_meter (maq_style_library_get_style (styles, i));
      g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .style = style_name (i),
                                                                .meter = meter,
                                                                .sections = sections,
                                                                .n_sections = 2 });
      g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
      g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);

      for (guint j = 0; j < G_N_ELEMENTS (roles); j++)
        {
          MaqLane *lane = maq_performance_get_lane (performance, roles[j]);
          guint n_notes;
          const MaqNote *notes = maq_phrase_get_notes (maq_lane_get_phrase (lane, 0), &n_notes);
          gint32 end = 0;

          for (guint k = 0; k < n_notes; k++)
            {
              g_assert_cmpint (notes[k].start_ticks, <=, end + 60);
              end = MAX (end, notes[k].start_ticks + notes[k].length_ticks);
            }
          g_assert_cmpint (end + 60, >=, 4 * maq_meter_bar_ticks (meter));
        }
    }
}

static MaqPhrase *
dup_part_phrase (const MaqPartFields *fields,
                 guint                role)
{
  g_autoptr (MaqSong) song = two_sections ("indie-folk", (MaqMeter) { 4, 4 }, "C", 5,
                                           MAQ_TRANSITION_NONE);
  g_autoptr (MaqPart) part = maq_part_new (fields);
  g_autoptr (MaqSection) section
    = maq_section_with_part (maq_arrangement_get_section (maq_song_get_current (song), 0), part);
  g_autoptr (MaqSong) edited = fixture_with_section (song, 0, section);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, edited);
  MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, role), 0);

  rules_check (edited, performance);
  return phrase != NULL ? maq_phrase_ref (phrase) : NULL;
}

static void
test_entry_and_exit (void)
{
  MaqTick bar = 4 * MAQ_TICKS_PER_QUARTER;

  for (guint role = 0; role < MAQ_N_ROLES; role++)
    {
      g_autoptr (MaqPhrase) phrase
        = dup_part_phrase (&(MaqPartFields) { .layer = 100 + role, .level = 8, .entry_bar = 2,
                                              .exit_bar = 6 }, role);
      g_autoptr (MaqPhrase) never
        = dup_part_phrase (&(MaqPartFields) { .layer = 100 + role, .level = 8, .entry_bar = 6,
                                              .exit_bar = 6 }, role);
      guint n_notes;
      const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);

      g_assert_null (never);
      for (guint i = 0; i < n_notes; i++)
        {
          /* what leads in begins at most two beats before */
          g_assert_cmpint (notes[i].start_ticks, >=, 2 * bar - 2 * MAQ_TICKS_PER_QUARTER);
          g_assert_cmpint (notes[i].start_ticks + notes[i].length_ticks, <=, 6 * bar);
        }
    }
}

/* A motif has the same rhythm wherever it returns. */
static void
test_motif_returns (void)
{
  static const FixtureSection sections[] = {
    { 1, MAQ_SECTION_INTRO, 4, "C | C | C | C", 0 },
    { 2, MAQ_SECTION_OUTRO, 4, "C | C | C | C", 0, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqSong) song = fixture_song (&(FixtureSong) { .style = "indie-folk",
                                                            .sections = sections,
                                                            .n_sections = 2 });
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqPerformance) performance = NULL;
  const MaqNote *one;
  const MaqNote *other;
  guint n_one, n_other;

  for (guint i = 0; i < 2; i++)
    {
      MaqId layer = 100 + (i == 0 ? MAQ_ROLE_TEXTURE : MAQ_ROLE_KEYS);
      g_autoptr (MaqPart) part = maq_part_new (&(MaqPartFields) { .layer = layer, .level = 5,
                                                                  .motif = "harmonics" });
      g_autoptr (MaqSection) section
        = maq_section_with_part (maq_arrangement_get_section (maq_song_get_current (song), i),
                                 part);
      MaqSong *edited = fixture_with_section (song, i, section);

      maq_song_unref (song);
      song = edited;
    }
  performance = maq_compiler_compile (compiler, song);
  one = maq_phrase_get_notes (
    maq_lane_get_phrase (maq_performance_get_lane (performance, MAQ_ROLE_TEXTURE), 0), &n_one);
  other = maq_phrase_get_notes (
    maq_lane_get_phrase (maq_performance_get_lane (performance, MAQ_ROLE_KEYS), 1), &n_other);
  g_assert_cmpuint (n_one, >, 2);
  g_assert_cmpuint (n_one, ==, n_other);
  for (guint i = 0; i < n_one; i++)
    g_assert_cmpint (one[i].start_ticks, ==, other[i].start_ticks);
}

static void
test_swing_and_lag (void)
{
  g_autoptr (MaqSong) song = two_sections ("rock", (MaqMeter) { 4, 4 }, "C", 5,
                                           MAQ_TRANSITION_NONE);
  MaqArrangement *arrangement = maq_song_get_current (song);
  MaqLayerFields fields
    = *maq_layer_get_fields (maq_arrangement_get_layer (arrangement, MAQ_ROLE_DRUMS));
  g_autoptr (MaqLayer) layer = NULL;
  g_autoptr (MaqArrangement) swung = NULL;
  g_autoptr (MaqSong) edited = NULL;
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqPerformance) performance = NULL;
  const MaqNote *notes;
  guint n_notes;
  gboolean has_swung = FALSE;

  fields.swing = 66.0;
  fields.lag_ms = maq_stated (12.0);
  layer = maq_layer_new (&fields);
  swung = maq_arrangement_with_layer_at (arrangement, MAQ_ROLE_DRUMS, layer);
  edited = maq_song_with_arrangement (song, swung);
  performance = maq_compiler_compile (compiler, edited);
  notes = maq_phrase_get_notes (
    maq_lane_get_phrase (maq_performance_get_lane (performance, MAQ_ROLE_DRUMS), 0), &n_notes);
  g_assert_cmpint (notes[0].lag_us, ==, 12000);
  for (guint i = 0; i < n_notes; i++)
    {
      g_assert_cmpint (notes[i].start_ticks % MAQ_TICKS_PER_QUARTER, !=, 480);
      has_swung |= notes[i].start_ticks % MAQ_TICKS_PER_QUARTER == 634;
    }
  g_assert_true (has_swung);
}

static const FixtureTest tests[] = {
  { "/band/music/every-level", test_every_level },
  { "/band/music/every-key", test_every_key },
  { "/band/music/every-chord", test_every_chord },
  { "/band/music/grips", test_grips },
  { "/band/music/crash", test_crash },
  { "/band/music/every-meter", test_every_meter },
  { "/band/music/tempo-extremes", test_tempo_extremes },
  { "/band/music/transitions", test_transitions },
  { "/band/music/drums-add", test_drums_add },
  { "/band/music/levels-grow", test_levels_grow },
  { "/band/music/fills-differ", test_fills_differ },
  { "/band/music/no-holes", test_no_holes },
  { "/band/music/entry-and-exit", test_entry_and_exit },
  { "/band/music/motif-returns", test_motif_returns },
  { "/band/music/swing-and-lag", test_swing_and_lag },
};

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, &styles, tests, G_N_ELEMENTS (tests));
}
