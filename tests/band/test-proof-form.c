/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "maq-export-midi.h"
#include "maq-smf.h"
#include "proof.h"

/* What each style does with the form: fills, stops, breaks, builds, drops, endings, its clave. */

#define N_KEYS 128
#define CLAVES 75
#define BEAT MAQ_TICKS_PER_QUARTER

static MaqStyleLibrary *styles;

/* StyleFunc: proves something of one style */
typedef void (*StyleFunc) (MaqStyle *style);

static void
complain (MaqStyle   *style,
          MaqRole     role,
          int         level,
          const char *what)
{
  g_test_message ("%s, %s, level %d: %s", maq_style_get_name (style), maq_role_get_nick (role),
                  level, what);
  g_test_fail ();
}

static MaqPerformance *
perform (MaqStyle             *style,
         const FixtureSection *sections,
         guint                 n_sections)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) song
    = fixture_song (&(FixtureSong) { .style = maq_style_get_name (style),
                                     .meter = maq_style_get_meter (style),
                                     .tempo_qpm = maq_style_get_tempo_qpm (style),
                                     .seed = 3, .sections = sections, .n_sections = n_sections });

  return maq_compiler_compile (compiler, song);
}

/* What a role plays in a section; nothing is an empty array. */
static const MaqNote *
notes_of (MaqPerformance *performance,
          MaqRole         role,
          guint           section,
          guint          *n_notes)
{
  MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, role), section);

  *n_notes = 0;
  return phrase != NULL ? maq_phrase_get_notes (phrase, n_notes) : NULL;
}

/* A number for where and what a role strikes from @from up to @to. */
static guint64
hash_between (MaqPerformance *performance,
              MaqRole         role,
              guint           section,
              MaqTick         from,
              MaqTick         to)
{
  guint n_notes;
  const MaqNote *notes = notes_of (performance, role, section, &n_notes);
  guint64 hash = 17;

  for (guint i = 0; i < n_notes; i++)
    if (notes[i].start_ticks >= from && notes[i].start_ticks < to)
      hash = hash * 1099511628211u + (guint64) (notes[i].start_ticks - from) * 128 + notes[i].key;
  return hash;
}

static MaqPerformance *
perform_ending_with (MaqStyle      *style,
                     int            level,
                     MaqTransition  transition)
{
  const FixtureSection sections[] = {
    { 1, MAQ_SECTION_VERSE, 4, "C | Am | F | G", level, transition },
    { 2, MAQ_SECTION_CHORUS, 4, "F | G | C | C", level, MAQ_TRANSITION_NONE },
  };

  return perform (style, sections, G_N_ELEMENTS (sections));
}

/* From the second step on a section with a fill ends in another way than one without. */
static void
prove_fills (MaqStyle *style)
{
  static const int levels[] = { 4, 7, 10 };
  MaqTick bar = maq_meter_bar_ticks (maq_style_get_meter (style));
  guint64 hashes[G_N_ELEMENTS (levels)];

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (MaqPerformance) fill = perform_ending_with (style, levels[i],
                                                             MAQ_TRANSITION_FILL);
      g_autoptr (MaqPerformance) plain = perform_ending_with (style, levels[i],
                                                              MAQ_TRANSITION_NONE);

      hashes[i] = hash_between (fill, MAQ_ROLE_DRUMS, 0, 3 * bar, 4 * bar);
      if (hashes[i] == hash_between (plain, MAQ_ROLE_DRUMS, 0, 3 * bar, 4 * bar))
        complain (style, MAQ_ROLE_DRUMS, levels[i], "there is no fill");
      if (hash_between (fill, MAQ_ROLE_DRUMS, 0, 0, 3 * bar)
          != hash_between (plain, MAQ_ROLE_DRUMS, 0, 0, 3 * bar))
        complain (style, MAQ_ROLE_DRUMS, levels[i], "the fill begins before the last bar");
    }
  if (hashes[0] == hashes[1] || hashes[1] == hashes[2])
    complain (style, MAQ_ROLE_DRUMS, 10, "small, medium and large fills are the same");
}

/* Nobody sounds on the last beat before a stop ends. */
static void
prove_stops (MaqStyle *style)
{
  MaqMeter meter = maq_style_get_meter (style);
  MaqTick silent = 4 * maq_meter_bar_ticks (meter) - maq_meter_beat_ticks (meter);

  for (int level = 1; level <= 10; level += 3)
    {
      g_autoptr (MaqPerformance) performance = perform_ending_with (style, level,
                                                                    MAQ_TRANSITION_STOP);

      for (guint role = 0; role < MAQ_N_ROLES; role++)
        {
          guint n_notes;
          const MaqNote *notes = notes_of (performance, role, 0, &n_notes);

          for (guint i = 0; i < n_notes; i++)
            if (notes[i].start_ticks + notes[i].length_ticks > silent)
              {
                complain (style, role, level, "a stop is not silent");
                break;
              }
        }
    }
}

/* Breakdown, build and drop are not the verse in other words. */
static void
prove_kinds (MaqStyle *style)
{
  static const MaqSectionKind kinds[] = { MAQ_SECTION_BREAKDOWN, MAQ_SECTION_BUILD,
                                          MAQ_SECTION_DROP };
  const FixtureSection verse[] = { { 1, MAQ_SECTION_VERSE, 4, "C | Am | F | G", 7,
                                     MAQ_TRANSITION_NONE } };
  MaqTick bar = maq_meter_bar_ticks (maq_style_get_meter (style));
  g_autoptr (MaqPerformance) plain = perform (style, verse, 1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const FixtureSection other[] = { { 1, kinds[i], 4, "C | Am | F | G", 7,
                                         MAQ_TRANSITION_NONE } };
      g_autoptr (MaqPerformance) performance = perform (style, other, 1);

      if (hash_between (plain, MAQ_ROLE_DRUMS, 0, 0, 4 * bar)
          == hash_between (performance, MAQ_ROLE_DRUMS, 0, 0, 4 * bar))
        complain (style, MAQ_ROLE_DRUMS, 7, maq_section_kind_get_nick (kinds[i]));
    }
}

/* A build has more to do in its second half than in its first. */
static void
prove_builds_grow (MaqStyle *style)
{
  const FixtureSection build[] = { { 1, MAQ_SECTION_BUILD, 8, "C | C | F | F | G | G | G | G", 6,
                                     MAQ_TRANSITION_NONE } };
  MaqTick half = 4 * maq_meter_bar_ticks (maq_style_get_meter (style));
  g_autoptr (MaqPerformance) performance = perform (style, build, 1);
  guint n_notes;
  const MaqNote *notes = notes_of (performance, MAQ_ROLE_DRUMS, 0, &n_notes);
  guint n_first = 0;

  for (guint i = 0; i < n_notes; i++)
    n_first += notes[i].start_ticks < half;
  if (n_notes - n_first <= n_first)
    complain (style, MAQ_ROLE_DRUMS, 6, "a build does not grow");
}

/* The last bar of a song is struck and rings: nobody but the drums strikes twice in a chord. */
static void
prove_endings (MaqStyle *style)
{
  const FixtureSection outro[] = { { 1, MAQ_SECTION_OUTRO, 4, "F | G | C | C", 6,
                                     MAQ_TRANSITION_RING_OUT } };
  MaqTick last = 3 * maq_meter_bar_ticks (maq_style_get_meter (style));
  g_autoptr (MaqPerformance) performance = perform (style, outro, 1);

  for (guint role = MAQ_ROLE_DRUMS; role <= MAQ_ROLE_KEYS; role++)
    {
      guint n_notes;
      const MaqNote *notes = notes_of (performance, role, 0, &n_notes);
      gboolean sounds = FALSE;

      for (guint i = 0; i < n_notes; i++)
        sounds |= notes[i].start_ticks + notes[i].length_ticks > last;
      if (!sounds && role != MAQ_ROLE_PERCUSSION)
        complain (style, role, 6, "the song ends without it");
    }
}

/* Sections of all lengths do not shift the clave: its two bars go on through the song. */
static void
prove_clave (MaqStyle *style)
{
  static const FixtureSection sections[] = {
    { 1, MAQ_SECTION_INTRO, 3, "C", 6, MAQ_TRANSITION_NONE },
    { 2, MAQ_SECTION_VERSE, 5, "F", 6, MAQ_TRANSITION_NONE },
    { 3, MAQ_SECTION_CHORUS, 1, "G", 6, MAQ_TRANSITION_NONE },
    { 4, MAQ_SECTION_VERSE, 6, "C", 6, MAQ_TRANSITION_NONE },
    { 5, MAQ_SECTION_CHORUS, 7, "F", 6, MAQ_TRANSITION_NONE },
  };
  MaqTick bar = maq_meter_bar_ticks (maq_style_get_meter (style));
  g_autoptr (MaqPerformance) performance = perform (style, sections, G_N_ELEMENTS (sections));
  guint64 hashes[2] = { 0, 0 };
  guint phase = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    for (int j = 0; j < sections[i].bars; j++, phase ^= 1)
      {
        guint n_notes;
        const MaqNote *notes = notes_of (performance, MAQ_ROLE_PERCUSSION, i, &n_notes);
        guint64 hash = 17;

        for (guint k = 0; k < n_notes; k++)
          if (notes[k].key == CLAVES && notes[k].start_ticks / bar == j)
            hash = hash * 1099511628211u + (guint64) (notes[k].start_ticks % bar);
        if (hashes[phase] == 0)
          hashes[phase] = hash;
        else if (hashes[phase] != hash)
          complain (style, MAQ_ROLE_PERCUSSION, 6, "the clave is turned round");
      }
  if (hashes[0] == hashes[1])
    complain (style, MAQ_ROLE_PERCUSSION, 6, "the clave has one side");
}

/* Every note that begins ends: nothing hangs in the file that others would play. */
static void
prove_no_hanging_notes (MaqStyle *style)
{
  g_autoptr (MaqPerformance) performance = perform (style, fixture_usual, fixture_n_usual);
  g_autoptr (GBytes) bytes = maq_export_midi (performance, NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqSmf) file = maq_smf_read (bytes, &error);

  g_assert_no_error (error);
  for (guint track = 1; track < maq_smf_get_n_tracks (file); track++)
    {
      guint n_events;
      const MaqSmfEvent *events = maq_smf_get_events (file, track, &n_events);
      int down[N_KEYS] = { 0 };

      for (guint i = 0; i < n_events; i++)
        if (events[i].status == MAQ_SMF_NOTE_ON && events[i].data[1] > 0)
          down[events[i].data[0]]++;
        else if (events[i].status == MAQ_SMF_NOTE_OFF || events[i].status == MAQ_SMF_NOTE_ON)
          down[events[i].data[0]]--;
      for (guint key = 0; key < G_N_ELEMENTS (down); key++)
        if (down[key] != 0)
          complain (style, track - 1, 0, "a note hangs");
    }
}

static void
test_styles (gconstpointer data)
{
  StyleFunc prove = *(const StyleFunc *) data;

  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    if (proof_wants_style (maq_style_library_get_style (styles, i)))
      prove (maq_style_library_get_style (styles, i));
}

/* Only those that count their bars through the song promise a clave. */
static void
test_clave (void)
{
  MaqStyle *style = maq_style_library_find (styles, "son-montuno");

  if (style != NULL && proof_wants_style (style))
    prove_clave (style);
}

static const struct
{
  const char *path;
  StyleFunc   prove;
} proofs[] = {
  { "/band/proof-form/fills", prove_fills },
  { "/band/proof-form/stops", prove_stops },
  { "/band/proof-form/kinds", prove_kinds },
  { "/band/proof-form/builds-grow", prove_builds_grow },
  { "/band/proof-form/endings", prove_endings },
  { "/band/proof-form/no-hanging-notes", prove_no_hanging_notes },
};

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  styles = fixture_styles ();
  for (guint i = 0; i < G_N_ELEMENTS (proofs); i++)
    g_test_add_data_func (proofs[i].path, &proofs[i].prove, test_styles);
  g_test_add_func ("/band/proof-form/clave", test_clave);
  result = g_test_run ();
  maq_style_library_unref (styles);
  return result;
}
