/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-check.h"

#include <math.h>
#include <string.h>

#include "maq-chord-change.h"
#include "maq-limits.h"
#include "maq-lyric.h"
#include "maq-odd-bar.h"

/* A sound project in pieces, so that each case breaks one. */
typedef struct
{
  MaqProjectFields     project;
  MaqSongFields        songs[2];
  MaqArrangementFields arrangements[2]; /* of the first song */
  MaqLayerFields       layers[2];
  MaqSoundFields       sound;           /* of the first layer */
  MaqSectionFields     sections[3];     /* a verse, a chorus, one that follows it */
  MaqPartFields        parts[2];        /* of the verse */
  MaqPartFields        follower_part;
  MaqRemarkFields      remarks[2];
  MaqDismissalFields   dismissal;
  MaqTakeFields        takes[2];
  MaqSessionFields     session;
  MaqSessionRowFields  rows[2];
  MaqArcFields         arc;
  struct { MaqId section; double bar, value; } points[2];
  struct { int bar; MaqTick offset; } chords[3];
  struct { int bar; const char *text; } lyrics[2];
  struct { int bar; MaqMeter meter; } odd_bars[2];
  const char          *long_name;
  const char          *long_text;
  int                  n_points;
  gboolean             no_songs;
} Draft;

static const Draft sound = {
  .project = { .title = "Record", .current = 1 },
  .songs = { { .id = 1, .title = "One", .key = { { 0, 0 }, MAQ_MODE_MAJOR }, .tempo_qpm = 92,
               .meter = { 4, 4 }, .current = 1 },
             { .id = 2, .title = "Two", .key = { { 1, 0 }, MAQ_MODE_MINOR }, .tempo_qpm = 60,
               .meter = { 6, 8 }, .current = 2 } },
  .arrangements = { { .id = 1, .name = "As demoed" }, { .id = 2, .name = "Later" } },
  .layers = { { .id = 10, .name = "Bass", .role = MAQ_ROLE_BASS },
              { .id = 11, .name = "Strings", .role = MAQ_ROLE_STRINGS, .swing = 60 } },
  .sound = { .name = "Upright", .program = 32 },
  .sections = { { .id = 20, .kind = MAQ_SECTION_VERSE, .name = "Verse 1", .bars = 8,
                  .chord_bars = 4 },
                { .id = 21, .kind = MAQ_SECTION_CHORUS, .name = "Chorus 1", .bars = 8 },
                { .id = 22, .kind = MAQ_SECTION_CHORUS, .name = "Chorus 2", .follows = 21 } },
  .parts = { { .layer = 10, .level = 5, .entry_bar = 2, .exit_bar = 8 },
             { .layer = 11, .level = 10 } },
  .follower_part = { .layer = 11, .level = 3, .exit_bar = 8 },
  .remarks = { { .id = 30, .section = 20, .layer = 10, .bar = 3, .text = "Why?" },
               { .id = 31, .text = "All of it" } },
  .dismissal = { .check = "late-chorus", .section = 20, .layer = 10 },
  .takes = { { .section = 20, .layer = 10, .state = MAQ_TAKE_KEEP, .number = 3 },
             { .section = 20, .layer = 11, .note = "later" } },
  .session = { .texts = { "12 May" } },
  .rows = { { .list = MAQ_SESSION_INPUTS, .id = 40, .channel = 1, .texts = { "Kick in" } },
            { .list = MAQ_SESSION_INPUTS, .id = 41, .channel = 2 } },
  .arc = { .kind = MAQ_ARC_ENERGY },
  .points = { { 20, 0, 3 }, { 22, 4, 9 } },
  .chords = { { 0, 0 }, { 0, 1920 }, { 3, 0 } },
  .lyrics = { { 0, "One line" }, { 4, "and another" } },
  .odd_bars = { { 3, { 2, 4 } }, { 7, { 5, 4 } } },
  .n_points = 2,
};

static void
build_words (const Draft      *draft,
             MaqSectionFields *fields)
{
  g_autoptr(MaqChord) chord = maq_chord_parse ("Am7", NULL);
  MaqChordChange *chords[G_N_ELEMENTS (draft->chords)];
  MaqLyric *lyrics[G_N_ELEMENTS (draft->lyrics)];
  MaqOddBar *odd_bars[G_N_ELEMENTS (draft->odd_bars)];

  for (guint i = 0; i < G_N_ELEMENTS (chords); i++)
    chords[i] = maq_chord_change_new (draft->chords[i].bar, draft->chords[i].offset, chord);
  for (guint i = 0; i < G_N_ELEMENTS (lyrics); i++)
    lyrics[i] = maq_lyric_new (draft->lyrics[i].bar, draft->lyrics[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (odd_bars); i++)
    odd_bars[i] = maq_odd_bar_new (draft->odd_bars[i].bar, draft->odd_bars[i].meter);

  fields->chords = maq_vec_new (&maq_chord_change_vec_class, (gpointer *) chords,
                                G_N_ELEMENTS (chords));
  fields->lyrics = maq_vec_new (&maq_lyric_vec_class, (gpointer *) lyrics, G_N_ELEMENTS (lyrics));
  fields->odd_bars = maq_vec_new (&maq_odd_bar_vec_class, (gpointer *) odd_bars,
                                  G_N_ELEMENTS (odd_bars));

  for (guint i = 0; i < G_N_ELEMENTS (chords); i++)
    maq_chord_change_unref (chords[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lyrics); i++)
    maq_lyric_unref (lyrics[i]);
  for (guint i = 0; i < G_N_ELEMENTS (odd_bars); i++)
    maq_odd_bar_unref (odd_bars[i]);
}

static MaqVec *
build_sections (const Draft *draft)
{
  MaqSectionFields verse = draft->sections[0], follower = draft->sections[2];
  g_autoptr(MaqPart) bass = maq_part_new (&draft->parts[0]);
  g_autoptr(MaqPart) strings = maq_part_new (&draft->parts[1]);
  g_autoptr(MaqPart) other = maq_part_new (&draft->follower_part);
  MaqPart *parts[] = { bass, strings };
  MaqSection *sections[3];
  MaqVec *vec = NULL;

  build_words (draft, &verse);
  verse.parts = maq_vec_new (&maq_part_vec_class, (gpointer *) parts, 2);
  follower.parts = maq_vec_new (&maq_part_vec_class, (gpointer *) &other, 1);
  sections[0] = maq_section_new (&verse);
  sections[1] = maq_section_new (&draft->sections[1]);
  sections[2] = maq_section_new (&follower);
  vec = maq_vec_new (&maq_section_vec_class, (gpointer *) sections, 3);

  for (guint i = 0; i < 3; i++)
    maq_section_unref (sections[i]);
  maq_vec_unref (verse.chords);
  maq_vec_unref (verse.lyrics);
  maq_vec_unref (verse.odd_bars);
  maq_vec_unref (verse.parts);
  maq_vec_unref (follower.parts);
  return vec;
}

static MaqVec *
build_arcs (const Draft *draft)
{
  g_autoptr(GPtrArray) points = NULL;
  MaqArcFields fields = draft->arc;
  g_autoptr(MaqArc) arc = NULL;
  g_autoptr(MaqVec) vec = NULL;

  points = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arc_point_unref);
  for (int i = 0; i < draft->n_points; i++)
    {
      guint at = MIN ((guint) i, 1);

      g_ptr_array_add (points, maq_arc_point_new (draft->points[at].section, draft->points[at].bar,
                                                  draft->points[at].value, FALSE));
    }
  vec = maq_vec_new (&maq_arc_point_vec_class, points->pdata, points->len);
  fields.points = vec;
  arc = maq_arc_new (&fields);
  return maq_vec_new (&maq_arc_vec_class, (gpointer *) &arc, 1);
}

static MaqArrangement *
build_arrangement (const Draft *draft)
{
  MaqArrangementFields fields = draft->arrangements[0];
  MaqLayerFields first_layer = draft->layers[0];
  g_autoptr(MaqSound) upright = maq_sound_new (&draft->sound);
  g_autoptr(MaqLayer) bass = NULL;
  g_autoptr(MaqLayer) strings = maq_layer_new (&draft->layers[1]);
  g_autoptr(MaqRemark) first = maq_remark_new (&draft->remarks[0]);
  g_autoptr(MaqRemark) second = maq_remark_new (&draft->remarks[1]);
  g_autoptr(MaqVec) layers = NULL;
  g_autoptr(MaqVec) remarks = maq_vec_new (&maq_remark_vec_class,
                                           (gpointer[]) { first, second }, 2);
  g_autoptr(MaqDismissal) dismissal = maq_dismissal_new (&draft->dismissal);
  g_autoptr(MaqVec) dismissals = maq_vec_new (&maq_dismissal_vec_class,
                                              (gpointer[]) { dismissal }, 1);
  g_autoptr(MaqTake) take = maq_take_new (&draft->takes[0]);
  g_autoptr(MaqTake) another = maq_take_new (&draft->takes[1]);
  g_autoptr(MaqVec) takes = maq_vec_new (&maq_take_vec_class, (gpointer[]) { take, another }, 2);
  g_autoptr(MaqVec) sections = build_sections (draft);
  g_autoptr(MaqVec) arcs = build_arcs (draft);

  first_layer.sound = upright;
  bass = maq_layer_new (&first_layer);
  layers = maq_vec_new (&maq_layer_vec_class, (gpointer[]) { bass, strings }, 2);
  fields.layers = layers;
  fields.sections = sections;
  fields.arcs = arcs;
  fields.remarks = remarks;
  fields.dismissals = dismissals;
  fields.takes = takes;
  return maq_arrangement_new (&fields);
}

static MaqSession *
build_session (const Draft *draft)
{
  MaqSessionFields fields = draft->session;
  g_autoptr(MaqSessionRow) first = maq_session_row_new (&draft->rows[0]);
  g_autoptr(MaqSessionRow) second = maq_session_row_new (&draft->rows[1]);
  g_autoptr(MaqVec) inputs = maq_vec_new (&maq_session_row_vec_class,
                                          (gpointer[]) { first, second }, 2);

  fields.lists[MAQ_SESSION_INPUTS] = inputs;
  return maq_session_new (&fields);
}

static MaqProject *
build (const Draft *draft)
{
  MaqProjectFields project = draft->project;
  MaqSongFields one = draft->songs[0], two = draft->songs[1];
  g_autoptr(MaqArrangement) demoed = build_arrangement (draft);
  g_autoptr(MaqArrangement) later = maq_arrangement_new (&draft->arrangements[1]);
  g_autoptr(MaqVec) both = maq_vec_new (&maq_arrangement_vec_class,
                                        (gpointer[]) { demoed, later }, 2);
  g_autoptr(MaqVec) last = maq_vec_new (&maq_arrangement_vec_class, (gpointer[]) { later }, 1);
  g_autoptr(MaqSong) first = NULL;
  g_autoptr(MaqSong) second = NULL;
  g_autoptr(MaqVec) songs = NULL;
  g_autoptr(MaqSession) session = build_session (draft);

  one.arrangements = both;
  two.arrangements = last;
  first = maq_song_new (&one);
  second = maq_song_new (&two);
  songs = maq_vec_new (&maq_song_vec_class, (gpointer[]) { first, second },
                       draft->no_songs ? 0 : 2);
  project.songs = songs;
  project.session = session;
  return maq_project_new (&project);
}

#define CASE(name, statement, sentence_)                                       \
  static void break_##name (Draft *d) { statement; }
#include "test-check-cases.inc"
#undef CASE

typedef struct
{
  const char *name;
  void      (*break_draft) (Draft *draft);
  const char *sentence;
} Case;

static const Case cases[] = {
#define CASE(name, statement, sentence_) { #name, break_##name, sentence_ },
#include "test-check-cases.inc"
#undef CASE
};

static void
sound_passes (void)
{
  g_autoptr(MaqProject) root = build (&sound);
  g_autoptr(MaqProject) again = build (&sound);
  g_autoptr(GError) error = NULL;

  maq_check (root, &error);
  g_assert_no_error (error);
  g_assert_true (maq_check_change (root, root, NULL));
  g_assert_true (maq_check_change (again, root, NULL));
}

/* whole or by what changed, it is found, and told in the same words */
static void
broken_is_found (gconstpointer data)
{
  const Case *test = data;
  Draft draft = sound;
  g_autofree char *long_name = g_strnfill (MAQ_LIMIT_NAME_BYTES + 1, 'n');
  g_autofree char *long_text = g_strnfill (MAQ_LIMIT_TEXT_BYTES + 1, 't');
  g_autoptr(MaqProject) before = build (&sound);
  g_autoptr(MaqProject) root = NULL;
  g_autoptr(GError) whole = NULL;
  g_autoptr(GError) change = NULL;

  draft.long_name = long_name;
  draft.long_text = long_text;
  test->break_draft (&draft);
  root = build (&draft);

  g_assert_false (maq_check (root, &whole));
  g_assert_error (whole, MAQ_CHECK_ERROR, MAQ_CHECK_ERROR_INVALID);
  if (strstr (whole->message, test->sentence) == NULL)
    g_error ("“%s” does not say “%s”", whole->message, test->sentence);

  g_assert_false (maq_check_change (before, root, &change));
  g_assert_cmpstr (change->message, ==, whole->message);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/check/sound-passes", sound_passes);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/score/check/broken/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], broken_is_found);
    }

  return g_test_run ();
}
