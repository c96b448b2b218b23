/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "import-test.h"
#include "maq-lyric.h"

static const MaqSectionFields *
get_section (MaqProject *project,
             guint       index)
{
  return maq_section_get_fields (maq_arrangement_get_section (
    maq_project_get_arrangement (project), index));
}

static void
assert_lyric (MaqProject *project,
              guint       section,
              guint       index,
              int         bar,
              const char *text)
{
  MaqLyric *lyric = maq_vec_get (get_section (project, section)->lyrics, index);

  g_assert_cmpint (maq_lyric_get_bar (lyric), ==, bar);
  g_assert_cmpstr (maq_lyric_get_text (lyric), ==, text);
}

/* Whether the report says something of a line; 0 is the whole chart. */
static void
assert_note (MaqImportReport *report,
             guint            line,
             const char      *words)
{
  for (guint i = 0; i < maq_import_report_get_n_notes (report); i++)
    {
      if (maq_import_report_get_line (report, i) == line &&
          strstr (maq_import_report_get_text (report, i), words) != NULL)
        return;
    }
  g_test_fail_printf ("nothing is said of line %u like “%s”", line, words);
}

static void
test_harbour (void)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_chart ("harbour.cho", report);
  MaqSong *song = maq_project_get_current (project);
  const MaqSongFields *fields = maq_song_get_fields (song);
  MaqArrangement *arrangement = maq_song_get_current (song);

  g_assert_cmpuint (maq_import_report_get_n_notes (report), ==, 2);
  assert_note (report, 9, "capo is on fret 2");
  assert_note (report, 0, "most have 4 bars");
  g_assert_cmpstr (fields->title, ==, "Harbour Light");
  g_assert_cmpstr (fields->artist, ==, "The Moorings");
  g_assert_cmpstr (fields->composer, ==, "A. Tidewater");
  g_assert_cmpfloat (fields->tempo_qpm, ==, 92.0);
  g_assert_cmpint (fields->capo, ==, 2);
  /* written in G, two frets up */
  assert_key (fields->key, "A");
  assert_form (arrangement,
               "Intro:4 Verse 1:16 Chorus 1:8 Verse 2:16<2 Chorus 2:8<3 Bridge:8 Chorus 3:8<3 "
               "Outro 1:4 Outro 2:4<8");
  assert_chords (project, 0, "A | E | F#m D | E");
  assert_chords (project, 1, "A | E | F#m | D | A | E | D | E | A | E | F#m | D | A | E | D | E");
  assert_chords (project, 2, "D | A | E | F#m | D | A | E | E7");
  assert_lyric (project, 1, 1, 4, "Nobody talks on the way to the boats");
  assert_lyric (project, 3, 3, 12, "Looking for someone who looked like me");
  g_assert_null (get_section (project, 4)->lyrics);
  assert_remark (arrangement, "softly");
  assert_remark (arrangement, "drums out");
  assert_remark (arrangement, "line 10: {copyright: nobody in particular}");
  g_assert_cmpuint (maq_arrangement_get_n_layers (arrangement), >=, 5);
}

/* Songs that nobody marked: blank lines part the verses, words that come back are the chorus. */
static void
test_paragraphs (void)
{
  g_autoptr(MaqProject) project = import_chart ("two-songs.cho", NULL);
  MaqSong *kite = maq_project_get_song (project, 0);

  g_assert_cmpuint (maq_project_get_n_songs (project), ==, 2);
  g_assert_cmpstr (maq_song_get_title (kite), ==, "Paper Kite");
  assert_meter (maq_song_get_fields (kite)->meter, "3/4");
  assert_key (maq_song_get_fields (kite)->key, "C");
  assert_form (maq_song_get_current (kite), "Verse 1:8 Chorus 1:4 Verse 2:8<1 Chorus 2:4<2");
}

static void
test_headings (void)
{
  g_autoptr(MaqProject) project = import_chart ("two-songs.cho", NULL);
  MaqSong *bus = maq_project_get_song (project, 1);
  MaqArrangement *arrangement = maq_song_get_current (bus);
  const MaqSectionFields *second;

  g_assert_cmpstr (maq_song_get_title (bus), ==, "Night Bus");
  assert_key (maq_song_get_fields (bus)->key, "Am");
  /* the second verse has the chords of the first, the last chorus all of the first */
  assert_form (arrangement, "Intro:4 Verse 1:4 Chorus 1:4 Verse 2:4<2 Chorus 2:4<3");
  second = maq_section_get_fields (maq_arrangement_get_section (arrangement, 3));
  g_assert_cmpuint (maq_vec_get_length (second->lyrics), ==, 2);
  /* 20 bars in 64 seconds */
  g_assert_cmpfloat (maq_song_get_fields (bus)->tempo_qpm, ==, 75.0);
}

static void
test_directives (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t:Short}{ignored}\n{meta: artist One}\n{meta: artist Two}\n{key: F#m}\n{tempo: 60 bpm}\n"
    "{title-piano: Not meant}\n{textfont: Times}\n{define: A base-fret 1 frets X 0 2 2 2 0}\n"
    "{mystery: 42}\n"
    "{sov label=\"First\"}\n{sot}\ne|--0--2--3--|\n{eot}\n[F#m]one [A]two\n{eov}\n"
    "{start_of_verse-ukulele}\n[C]never\n{end_of_verse-ukulele}\n"
    "{soc}\n[D]three [E]four\n{eoc}\n{sob}\n[Bm]five\n{eob}\n"
    "{start_of_coda: Far away}\n[F#m]six\n{end_of_coda}\n", "x.cho", NULL);
  const MaqSongFields *fields = maq_song_get_fields (maq_project_get_current (project));
  MaqArrangement *arrangement = maq_project_get_arrangement (project);

  g_assert_cmpstr (fields->artist, ==, "One, Two");
  g_assert_cmpfloat (fields->tempo_qpm, ==, 60.0);
  assert_key (fields->key, "F#m");
  assert_form (arrangement, "First:2 Chorus:2 Bridge:2 Far away:2");
  g_assert_cmpint (get_section (project, 3)->kind, ==, MAQ_SECTION_OUTRO);
  assert_remark (arrangement, "e|--0--2--3--|");
  assert_remark (arrangement, "line 9: {mystery: 42}");
}

/* Headings, environments and asides in the ways people put them together. */
static void
test_manners (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Manners}\n{st: Words and music by B. Lighthouse}\n"
    "{c: Intro}\n[G] [D] (let ring)\n\n"
    "{sov}\n{c: Verse one:}\n[G]one two three [D]four\n{eov}\n\n"
    "{c: Chorus}\n{soc}\n[C]five six [G]seven\n{eoc}\n\n"
    "{soc}\n{c: Final chorus}\n[C]eight nine [G]ten\n{eoc}\n\n"
    "© 1999 Nobody\nAll rights reserved\n", "x.cho", NULL);
  MaqArrangement *arrangement = maq_project_get_arrangement (project);

  g_assert_cmpstr (maq_song_get_fields (maq_project_get_current (project))->composer, ==,
                   "B. Lighthouse");
  assert_form (arrangement, "Intro:2 Verse one:2 Chorus:2 Final chorus:2<3");
  assert_remark (arrangement, "let ring");
  assert_remark (arrangement, "© 1999 Nobody");
}

static void
test_chords_above (void)
{
  g_autoptr(MaqProject) project = import_text (
    "Verse 1\n"
    "C              G\n"
    "Nobody told the river\n"
    "   Am         F\n"
    "Où est le pont?\n"
    "Chorus\n"
    "F     C\n"
    "\n"
    "A little bit of rain\n", "bridge.crd", NULL);

  g_assert_cmpstr (maq_song_get_title (maq_project_get_current (project)), ==, "bridge");
  assert_form (maq_project_get_arrangement (project), "Verse 1:4 Chorus:4");
  assert_chords (project, 0, "C | G | Am | F");
  assert_lyric (project, 0, 0, 0, "Nobody told the river");
  assert_lyric (project, 0, 1, 2, "Où est le pont?");
  assert_lyric (project, 1, 0, 2, "A little bit of rain");
  assert_chords (project, 1, "F | C | . | .");
}

static void
test_grid (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Grid}\n{start_of_grid shape=\"1+4x4+1\"}\n"
    "A |: C . . . | F . G . :| x3 back\n"
    "B | Am . . . | % . . . || F . C~G . | %% . . . | . . . . |\n"
    "|s dn . up . |\n"
    "{end_of_grid}\n"
    "{c: Chorus}\n{sog}\n|: D . | A . |1 Bm . :|2 G . | A |\n{eog}\n"
    "{c: Bridge}\n| Em / / / | C | x2\n", "x.cho", NULL);

  assert_form (maq_project_get_arrangement (project), "Intro:11 Chorus:7 Bridge:4");
  assert_chords (project, 0,
                 "C | F G | C | F G | C | F G | Am | . | F . . . C G . . | Am | F . . . C G . .");
  assert_chords (project, 1, "D | A | Bm | D | A | G | A");
  assert_chords (project, 2, "Em | C | Em | C");
}

static void
test_transposition (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Up}\n{key: D}\n{sov}\n[D]one [F#m]two [G]three [A/C#]four\n{eov}\n"
    "{transpose: 2}\n{sov}\n[^]five [^]six [^]seven [^]eight\n{eov}\n"
    "{transpose: 1}\n{soc}\n[D]nine\n{eoc}\n{transpose}\n{soc}\n[D]ten\n{eoc}\n"
    "{transpose}\n{sob}\n[D]last\n{eob}\n", "x.cho", NULL);
  g_autoptr(MaqForm) form = maq_form_new (maq_project_get_current (project),
                                          maq_project_get_arrangement (project));

  assert_chords (project, 0, "D | F#m | G | A/C#");
  assert_chords (project, 1, "E | G#m | A | B/D#");
  assert_key (maq_form_get_section (form, 0)->key, "D");
  assert_key (maq_form_get_section (form, 1)->key, "E");
  assert_key (maq_form_get_section (form, 2)->key, "F");
  assert_chords (project, 2, "F | .");
  assert_chords (project, 3, "E | .");
  assert_key (maq_form_get_section (form, 4)->key, "D");
}

/* How a chord is played stands around it, in brackets and in grids. */
static void
test_marks (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Marked}\n{key: C}\n{sov}\n[>C]one two three [<G/B>]four [^Am]five six [Am]seven\n{eov}\n"
    "{transpose: 2}\n{sov}\n[^]eight nine ten [^]eleven [^]twelve on [^]more\n{eov}\n"
    "{transpose}\n{start_of_grid}\n| >F . . . | <G> . ^C . |\n{end_of_grid}\n", "x.cho", NULL);

  assert_chords (project, 0, ">C | <G/B> | ^Am | Am");
  assert_chords (project, 1, ">D | <A/C#> | ^Bm | Bm");
  assert_chords (project, 2, ">F | <G> ^C");
}

static void
test_repeated_chords (void)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_text (
    "{t: Again}\n{sov}\n[C]one two [%]three four [F]five six [%]seven eight\n"
    "[%]nine ten [G]more\n{eov}\n{transpose: 2}\n{soc}\n[%]up and [C]down\n{eoc}\n",
    "x.cho", report);

  assert_chords (project, 0, "C | . | F | . | . | G");
  assert_chords (project, 1, "A | D");
  g_assert_cmpuint (maq_arrangement_get_n_remarks (maq_project_get_arrangement (project)), ==, 0);
}

static void
test_nothing_to_repeat (void)
{
  g_autoptr(MaqProject) project = import_text ("{t: First}\n{sov}\n[%]one [C]two\n{eov}\n",
                                               "x.cho", NULL);

  assert_remark (maq_project_get_arrangement (project), "[%]");
}

static void
test_changes (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Changes}\n{tempo: 60}\n{time: 6/8}\n{sov}\n[C]one two\n{eov}\n"
    "{tempo: 120}\n{time: 4/4}\n{soc}\n[C]one\n{time: 2/4}\n| F |\n{eoc}\n", "x.cho", NULL);
  MaqSong *song = maq_project_get_current (project);
  g_autoptr(MaqForm) form = maq_form_new (song, maq_project_get_arrangement (project));

  /* what is counted is what is felt: dotted quarters, then quarters */
  g_assert_cmpfloat (maq_form_get_section (form, 0)->tempo_qpm, ==, 90.0);
  g_assert_cmpfloat (maq_form_get_section (form, 1)->tempo_qpm, ==, 120.0);
  assert_meter (maq_form_get_bar_meter (form, 0, 0), "6/8");
  assert_meter (maq_form_get_bar_meter (form, 1, 0), "4/4");
  assert_meter (maq_form_get_bar_meter (form, 1, 2), "2/4");
}

/* Where a chart states no key, its chords do. */
static void
test_guessed_keys (void)
{
  static const struct
  {
    const char *chords;
    const char *key;
  } songs[] = {
    { "[C] [F] [G] [C]", "C" },
    { "[Am] [Dm] [E7] [Am]", "Am" },
    { "[G] [D] [Em] [C]", "G" },
    { "[Eb] [Cm] [Ab] [Bb7] [Eb]", "Eb" },
    { "[F#m] [Bm] [C#7] [F#m]", "F#m" },
    { "[D] [A] [Bm] [F#m] [G] [D] [G] [A]", "D" },
    { "[Bb] [Gm] [Eb] [F]", "Bb" },
    { "[Em] [C] [G] [D] [Em]", "Em" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (songs); i++)
    {
      g_autoptr(MaqProject) project = import_text (songs[i].chords, "x.cho", NULL);

      assert_key (maq_song_get_fields (maq_project_get_current (project))->key, songs[i].key);
    }
}

static void
test_unknown_chords (void)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_text (
    "{t: Odd}\n[C]one [Hoo]two [(G)]three [N.C.]four [F*]five\n", "x.cho", report);

  assert_note (report, 2, "“Hoo” is no chord that is known");
  assert_note (report, 2, "the band is silent");
  assert_chords (project, 0, "C | G | N.C. | F");
  assert_remark (maq_project_get_arrangement (project), "[Hoo]");
}

/* Chords fall where their words are; several in a bar on halves or beats. */
static void
test_placement (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Place}\n{sov}\n"
    "[C]la la la la la la [G]la la\n"
    "[C]la la [G]la la [Am]la la [F]la la\n"
    "[C]la la la la la la la la\n"
    "[C]la la la la [F]la la la la\n"
    "{eov}\n", "x.cho", NULL);

  assert_chords (project, 0, "C | G | C G | Am F | C | . | . | F");
}

/* Words before the first chord of a line are sung before its bar. */
static void
test_pickups (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Pickup}\n{sov}\n"
    "[C]la la la la [F]la la la la\n"
    "and then [G]la la la la la la\n"
    "[C]la la la la [F]la la la la\n"
    "{eov}\n", "x.cho", NULL);

  assert_chords (project, 0, "C | F | G | . | C | F");
}

/* A chord sounds on over the edge of a section, until the next one. */
static void
test_chords_sound_on (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Edge}\n{sov}\n[C]la la la la [G]la la la la\n{eov}\n"
    "{soc}\nla la la la la la la la\n[F]la la la la [C]la la la la\n{eoc}\n", "x.cho", NULL);

  assert_chords (project, 1, "G | . | F | C");
}

/* Whoever has no words of its own would sing those of the section that it follows. */
static void
test_wordless_do_not_follow (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Words}\n{sov}\n[C]la la la la [G]la la la la\n{eov}\n{sov}\n[C] [G]\n{eov}\n"
    "{sov}\n[C]lo lo lo lo [G]lo lo lo lo\n{eov}\n", "x.cho", NULL);

  assert_form (maq_project_get_arrangement (project), "Verse 1:2 Verse 2:2 Verse 3:2<1");
}

/* Where there is a chord too many, no chord lies across a bar line. */
static void
test_crowded_lines (void)
{
  g_autoptr(MaqProject) project = import_text (
    "{t: Crowd}\n{sov}\n"
    "[Dm7]Over the [F]hill and [C]under the [G]moon\n"
    "[Dm7]I counted [F]every [C]one of [Esus4]them [E7]\n"
    "[C]On, [G]on [Am]down the road and over the [F]hill to the river and [G]far away\n"
    "[C]Over the [F]hill and [C]under the [G]moon\n"
    "{eov}\n{time: 3/4}\n{soc}\n"
    "[C]Round [F]the hill and [C]under the [G]moon and [A]home\n"
    "{eoc}\n", "x.cho", NULL);

  assert_chords (project, 0, "Dm7 | F | C | G | Dm7 | F | C | Esus4 E7 | "
                 "C G | Am | F | G | C | F | C | G");
  assert_chords (project, 1, "C | F | C | G . A");
}

/* A line that is played twice is there twice, without the mark. */
static void
test_times (void)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_text (
    "{t: Twice}\n{c: Intro}\n[C] / / / [F] / [G] / x2\n{c: Verse}\n"
    "[C]Down where the [F]river gets slow  (x2)\n[C]Down where the [G]sea is ×2\n"
    "{c: Chorus}\n[F] [C]   3x\n{c: Bridge}\n[Am]Twice I [G]said\nx2\n"
    "[Outro] (x2)\n[F] [C]\n", "x.cho", report);
  MaqArrangement *arrangement = maq_project_get_arrangement (project);

  assert_form (arrangement, "Intro:4 Verse:8 Chorus:6 Bridge:2 Outro 1:2 Outro 2:2<5");
  assert_chords (project, 0, "C | F G | C | F G");
  assert_chords (project, 1, "C | F | C | F | C | G | C | G");
  assert_lyric (project, 1, 0, 0, "Down where the river gets slow");
  assert_lyric (project, 1, 1, 2, "Down where the river gets slow");
  assert_lyric (project, 1, 3, 6, "Down where the sea is");
  assert_chords (project, 2, "F | C | F | C | F | C");
  assert_remark (arrangement, "x2");
  assert_note (report, 3, "Each stroke is one more beat");
  assert_note (report, 3, "played 2 times");
  assert_note (report, 5, "played 2 times");
  assert_note (report, 11, "“x2” stands alone");
}

/* Tablature belongs to what stands above it. */
static void
test_tablature (void)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_text (
    "{t: Tab}\n{soc}\n[C]one\n{eoc}\n\n{sot}\ne|--0--|\n{eot}\n\n"
    "{c: Outro}\n[C] [G]\ne|-----0---2--|\n", "x.cho", report);
  MaqArrangement *arrangement = maq_project_get_arrangement (project);
  const MaqRemarkFields *remark =
    maq_remark_get_fields (maq_arrangement_get_remark (arrangement, 0));

  g_assert_cmpstr (remark->text, ==, "e|--0--|");
  g_assert_cmpuint (remark->section, ==, get_section (project, 0)->id);
  assert_note (report, 6, "{start_of_tab} holds is kept as a remark");
  assert_note (report, 12, "tablature are left out");
}

/* What the chart does not say, the report says that it was guessed. */
static void
test_guesses (void)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_text (
    "{t: Guess}\n\n[C]one two [F]three [G]four [C]five\n\nBridge:\n[Am]six [F]seven\n\n"
    "Verse 2:\nno chords here\n", "x.cho", report);

  assert_form (maq_project_get_arrangement (project), "Verse 1:4 Bridge:4 Verse 2:4<1");
  assert_note (report, 5, "“Bridge:”");
  assert_note (report, 8, "it gets those of “Verse”");
  assert_note (report, 0, "most have 4 bars");
  assert_note (report, 0, "suggest C");
  assert_note (report, 0, "no tempo");
  assert_note (report, 0, "blank lines part");
}

/* Charts as people write them: the title on top, chords above the words. */
static void
test_title_on_top (void)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) one = import_text (
    "Wonderful Mess\n\n[Verse 1]\nG        D         Em   C\nI was a wonderful mess\n\n"
    "[Chorus]\nC  G  D  G\nOh oh oh oh\n", "plain.cho", report);
  g_autoptr(MaqProject) two = import_text (
    "Wonderful Mess\nby The Tidy\nVerse 1:\n[G]I was a wonderful [D]mess\n", "x.cho", NULL);
  g_autoptr(MaqProject) words = import_text (
    "{t: Named}\nWords that are sung\n\n[G]I was a wonderful [D]mess\n", "x.cho", NULL);

  g_assert_cmpstr (maq_song_get_title (maq_project_get_current (one)), ==, "Wonderful Mess");
  assert_form (maq_project_get_arrangement (one), "Verse 1:4 Chorus:4");
  assert_chords (one, 0, "G | D | Em | C");
  assert_note (report, 1, "“Wonderful Mess” stands alone at the top");
  g_assert_cmpstr (maq_song_get_title (maq_project_get_current (two)), ==, "Wonderful Mess");
  g_assert_cmpstr (maq_song_get_fields (maq_project_get_current (two))->artist, ==, "The Tidy");
  assert_form (maq_project_get_arrangement (two), "Verse 1:2");
  g_assert_cmpstr (maq_song_get_title (maq_project_get_current (words)), ==, "Named");
}

static void
test_samples (void)
{
  g_autofree char *folder = dup_shared ("chordpro", ".");
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n_files = 0;

  if (folder == NULL)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(MaqProject) project = NULL;

      if (!g_str_has_suffix (name, ".cho"))
        continue;
      project = import_shared (path);
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, 9);
}

static void
test_sample_facts (void)
{
  g_autofree char *transposed = dup_shared ("chordpro", "cho011.cho");
  g_autofree char *capo = dup_shared ("chordpro", "cho005.cho");
  g_autofree char *flats = dup_shared ("chordpro", "cho003.cho");
  g_autoptr(MaqProject) funky = NULL;
  g_autoptr(MaqProject) keys = NULL;
  g_autoptr(MaqProject) bes = NULL;

  if (transposed == NULL || capo == NULL || flats == NULL)
    return;
  funky = import_shared (transposed);
  g_assert_cmpfloat (maq_song_get_fields (maq_project_get_current (funky))->tempo_qpm, ==, 80.0);
  assert_form (maq_project_get_arrangement (funky), "Verse 1:4 Verse 2:4");
  assert_chords (funky, 0, "G | Bm | A | D/F#");
  assert_chords (funky, 1, "A | C#m | B | E/G#");
  keys = import_shared (capo);
  assert_key (maq_song_get_fields (maq_project_get_current (keys))->key, "E");
  assert_chords (keys, 0, "E | . | G | . | E | .");
  bes = import_shared (flats);
  assert_chords (bes, 0, "Bb6 | . | Bb7 | . | Bb | .");
}

/* What the chart says of itself stands in its comments, and what it does not say does not. */
static void
test_metadata (void)
{
  static const char chart[] =
    "{title: Slipway}\n{artist: The Moorings}\n{key: F#m}\n{tempo: 96.5}\n{time: 3/4}\n"
    "{c: Chorus}\n{c: %{title} by %{artist} in %{key}, %{time}, %{tempo|at %{}!|freely}}\n"
    "{c: Quietly%{capo|, capo %{}|, no capo}%{composer}}\n{c: Louder %{moon}now}\n"
    "{c: 100%{ of it}\n"
    "[F#m]Down to the [E]water\n";
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_text (chart, "slipway.cho", report);
  MaqArrangement *arrangement = maq_project_get_arrangement (project);

  assert_remark (arrangement, "Slipway by The Moorings in F#m, 3/4, at 96.5!");
  assert_remark (arrangement, "Quietly, no capo");
  assert_remark (arrangement, "Louder now");
  assert_remark (arrangement, "100%{ of it");
  assert_note (report, 9, "%{moon}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/chordpro/harbour", test_harbour);
  g_test_add_func ("/import/chordpro/paragraphs", test_paragraphs);
  g_test_add_func ("/import/chordpro/headings", test_headings);
  g_test_add_func ("/import/chordpro/directives", test_directives);
  g_test_add_func ("/import/chordpro/chords-above", test_chords_above);
  g_test_add_func ("/import/chordpro/grid", test_grid);
  g_test_add_func ("/import/chordpro/manners", test_manners);
  g_test_add_func ("/import/chordpro/transposition", test_transposition);
  g_test_add_func ("/import/chordpro/marks", test_marks);
  g_test_add_func ("/import/chordpro/repeated-chords", test_repeated_chords);
  g_test_add_func ("/import/chordpro/nothing-to-repeat", test_nothing_to_repeat);
  g_test_add_func ("/import/chordpro/changes", test_changes);
  g_test_add_func ("/import/chordpro/guessed-keys", test_guessed_keys);
  g_test_add_func ("/import/chordpro/unknown-chords", test_unknown_chords);
  g_test_add_func ("/import/chordpro/placement", test_placement);
  g_test_add_func ("/import/chordpro/pickups", test_pickups);
  g_test_add_func ("/import/chordpro/chords-sound-on", test_chords_sound_on);
  g_test_add_func ("/import/chordpro/wordless-do-not-follow", test_wordless_do_not_follow);
  g_test_add_func ("/import/chordpro/crowded-lines", test_crowded_lines);
  g_test_add_func ("/import/chordpro/times", test_times);
  g_test_add_func ("/import/chordpro/metadata", test_metadata);
  g_test_add_func ("/import/chordpro/tablature", test_tablature);
  g_test_add_func ("/import/chordpro/guesses", test_guesses);
  g_test_add_func ("/import/chordpro/title-on-top", test_title_on_top);
  g_test_add_func ("/import/chordpro/samples", test_samples);
  g_test_add_func ("/import/chordpro/sample-facts", test_sample_facts);
  return g_test_run ();
}
