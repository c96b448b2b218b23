/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-text.h"
#include "proof.h"

/* What charts mark is obeyed by everybody in each style: pushes, holds, stabs, entries, risers. */

#define EIGHTH 480
/* A stab is over by then. */
#define STAB_SECONDS 0.3
/* Strokes of one chord may be this far from each other. */
#define TOGETHER_TICKS 60

static MaqStyleLibrary *styles;

typedef struct
{
  MaqStyle       *style;
  int             level;
  MaqRole         role;
  MaqTick         bar;
  double          tempo_qpm;
  const MaqNote  *notes;
  guint           n_notes;
} Player;

/* PlayerFunc: looks at what one role plays */
typedef void (*PlayerFunc) (const Player *player);

static void
complain (const Player *player,
          const char   *what)
{
  g_test_message ("%s, %s, level %d: %s", maq_style_get_name (player->style),
                  maq_role_get_nick (player->role), player->level, what);
  g_test_fail ();
}

static gboolean
keeps_chords (MaqRole role)
{
  return role >= MAQ_ROLE_BASS && role <= MAQ_ROLE_BRASS;
}

/* Whether something begins from @from up to @to. */
static gboolean
begins_between (const Player *player,
                MaqTick       from,
                MaqTick       to)
{
  for (guint i = 0; i < player->n_notes; i++)
    if (player->notes[i].start_ticks >= from && player->notes[i].start_ticks < to)
      return TRUE;
  return FALSE;
}

/* A song whose second section has these chords, this way out and this entry of all parts. */
static MaqSong *
song_with (MaqStyle       *style,
           int             level,
           MaqSectionKind  kind,
           const char     *chords,
           MaqTransition   transition,
           int             entry_bar)
{
  const FixtureSection form[] = {
    { 1, MAQ_SECTION_VERSE, 4, "C | F | G | C", level, MAQ_TRANSITION_NONE },
    { 2, kind, 4, "C", level, transition },
    { 3, MAQ_SECTION_VERSE, 4, "C | F | G | C", level, MAQ_TRANSITION_NONE },
  };
  g_autoptr (MaqSong) song
    = fixture_song (&(FixtureSong) { .style = maq_style_get_name (style),
                                     .meter = maq_style_get_meter (style),
                                     .tempo_qpm = maq_style_get_tempo_qpm (style),
                                     .seed = 9, .sections = form, .n_sections = 3 });
  MaqSection *before = maq_arrangement_get_section (maq_song_get_current (song), 1);
  MaqSectionFields fields = *maq_section_get_fields (before);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqVec) chord_vec
    = maq_chord_text_parse (chords, maq_style_get_meter (style), NULL, &fields.chord_bars, &error);
  g_autoptr (MaqVec) part_vec = NULL;
  g_autoptr (MaqSection) section = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < MAQ_N_ROLES; i++)
    g_ptr_array_add (parts, maq_part_new (&(MaqPartFields) { .layer = 100 + i, .level = level,
                                                             .entry_bar = entry_bar }));
  part_vec = maq_vec_new (&maq_part_vec_class, (const gpointer *) parts->pdata, parts->len);
  fields.chords = chord_vec;
  fields.parts = part_vec;
  section = maq_section_new (&fields);
  return fixture_with_section (song, 1, section);
}

/* Calls @func for each role of the song's second section. */
static void
look_at (MaqStyle   *style,
         int         level,
         MaqSong    *song,
         PlayerFunc  func)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);
  Player player = { .style = style, .level = level,
                    .bar = maq_meter_bar_ticks (maq_style_get_meter (style)),
                    .tempo_qpm = maq_style_get_tempo_qpm (style) };

  for (guint role = 0; role < MAQ_N_ROLES; role++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, role), 1);

      player.role = role;
      player.notes = NULL;
      player.n_notes = 0;
      if (phrase != NULL)
        player.notes = maq_phrase_get_notes (phrase, &player.n_notes);
      func (&player);
    }
}

static void
prove_at_levels (const char *chords,
                 PlayerFunc  func)
{
  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    for (int level = 1; level <= 10; level += 3)
      {
        MaqStyle *style = maq_style_library_get_style (styles, i);
        g_autoptr (MaqSong) song = NULL;

        if (!proof_wants_style (style))
          continue;
        song = song_with (style, level, MAQ_SECTION_CHORUS, chords, MAQ_TRANSITION_NONE, 0);
        look_at (style, level, song, func);
      }
}

/* The chord of the second bar comes an eighth before it, swung or not. */
static void
check_push (const Player *player)
{
  MaqTick early = player->bar - EIGHTH;
  gboolean is_there = FALSE;

  if (player->role == MAQ_ROLE_DRUMS ? player->level < 3 : !keeps_chords (player->role))
    return;
  for (guint i = 0; i < player->n_notes; i++)
    {
      const MaqNote *note = &player->notes[i];

      is_there |= note->start_ticks >= early && note->start_ticks <= player->bar - EIGHTH / 2
                  && (player->role == MAQ_ROLE_DRUMS || note->key % 12 == 5 || note->key % 12 == 9
                      || note->key % 12 == 0);
    }
  if (!is_there)
    complain (player, "a pushed chord does not come early");
  if (player->role == MAQ_ROLE_BASS && begins_between (player, player->bar, player->bar + 1))
    complain (player, "the bass strikes a pushed chord again");
}

/* A chord that is held is struck once and rings. */
static void
check_hold (const Player *player)
{
  MaqTick end = 0;

  if (player->role == MAQ_ROLE_VOCAL)
    return;
  if (begins_between (player, player->bar + TOGETHER_TICKS, 2 * player->bar))
    complain (player, "a held chord is struck again");
  for (guint i = 0; i < player->n_notes; i++)
    if (player->notes[i].start_ticks < player->bar + TOGETHER_TICKS)
      end = MAX (end, player->notes[i].start_ticks + player->notes[i].length_ticks);
  if (keeps_chords (player->role) && end < 2 * player->bar - EIGHTH)
    complain (player, "a held chord does not ring");
}

/* A stab is short, and then there is silence up to the next chord. */
static void
check_stab (const Player *player)
{
  MaqTick longest = (MaqTick) maq_seconds_to_ticks (STAB_SECONDS, player->tempo_qpm);

  if (player->role == MAQ_ROLE_VOCAL)
    return;
  if (begins_between (player, player->bar + TOGETHER_TICKS, 2 * player->bar))
    complain (player, "there is something after a stab");
  if (keeps_chords (player->role)
      && !begins_between (player, player->bar, player->bar + TOGETHER_TICKS))
    complain (player, "a stab is not struck");
  for (guint i = 0; i < player->n_notes && !maq_role_is_drums (player->role); i++)
    {
      MaqTick end = player->notes[i].start_ticks + player->notes[i].length_ticks;

      if (player->notes[i].start_ticks < 2 * player->bar && end > player->bar + longest)
        {
          complain (player, "a stab is long");
          return;
        }
    }
}

static void
test_push (void)
{
  prove_at_levels ("C | >F | G | C", check_push);
}

static void
test_hold (void)
{
  prove_at_levels ("C | <F> | G | C", check_hold);
}

static void
test_stab (void)
{
  prove_at_levels ("C | ^F | G | C", check_stab);
}

/* The drums lead into an entry inside the section; nobody comes more than two beats before. */
static void
check_entry (const Player *player)
{
  MaqTick lead = 2 * maq_meter_beat_ticks (maq_style_get_meter (player->style));
  MaqTick entry = 2 * player->bar;

  if (begins_between (player, 0, entry - lead))
    complain (player, "it begins long before its entry");
  if (player->role == MAQ_ROLE_DRUMS && player->level >= 3
      && !begins_between (player, entry - lead, entry))
    complain (player, "there is no pickup");
}

static void
test_pickups (void)
{
  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    for (int level = 1; level <= 10; level += 3)
      {
        MaqStyle *style = maq_style_library_get_style (styles, i);
        g_autoptr (MaqSong) song = NULL;

        if (!proof_wants_style (style))
          continue;
        song = song_with (style, level, MAQ_SECTION_CHORUS, "C | F | G | C", MAQ_TRANSITION_NONE,
                          2);
        look_at (style, level, song, check_entry);
      }
}

static guint64
hash_last_bar (MaqPerformance *performance,
               MaqTick         bar)
{
  guint n_notes;
  MaqLane *lane = maq_performance_get_lane (performance, MAQ_ROLE_DRUMS);
  const MaqNote *notes = maq_phrase_get_notes (maq_lane_get_phrase (lane, 1), &n_notes);
  guint64 hash = 17;

  for (guint i = 0; i < n_notes; i++)
    if (notes[i].start_ticks >= 3 * bar)
      hash = hash * 1099511628211u + (guint64) notes[i].start_ticks * 128 + notes[i].key;
  return hash;
}

/* A riser ends as a build does. */
static void
test_risers (void)
{
  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    {
      MaqStyle *style = maq_style_library_get_style (styles, i);
      MaqTick bar = maq_meter_bar_ticks (maq_style_get_meter (style));
      g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
      g_autoptr (MaqSong) build = song_with (style, 7, MAQ_SECTION_BUILD, "C",
                                             MAQ_TRANSITION_NONE, 0);
      g_autoptr (MaqSong) rising = song_with (style, 7, MAQ_SECTION_CHORUS, "C",
                                              MAQ_TRANSITION_RISER, 0);
      g_autoptr (MaqPerformance) one = maq_compiler_compile (compiler, build);
      g_autoptr (MaqPerformance) other = maq_compiler_compile (compiler, rising);

      if (!proof_wants_style (style) || hash_last_bar (one, bar) == hash_last_bar (other, bar))
        continue;
      g_test_message ("%s: nothing rises", maq_style_get_name (style));
      g_test_fail ();
    }
}

static const FixtureTest tests[] = {
  { "/band/proof-marks/push", test_push },
  { "/band/proof-marks/hold", test_hold },
  { "/band/proof-marks/stab", test_stab },
  { "/band/proof-marks/pickups", test_pickups },
  { "/band/proof-marks/risers", test_risers },
};

int
main (int    argc,
      char **argv)
{
  return fixture_run (argc, argv, &styles, tests, G_N_ELEMENTS (tests));
}
