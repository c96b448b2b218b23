/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "import-test.h"

#define HEAD "# title: Slow Ferry\n# artist: The Moorings\n# metre: 4/4\n# tonic: G\n\n" \
             "0.0\tsilence\n"

static const MaqPartFields *
get_part (MaqArrangement *arrangement,
          const char     *layer,
          guint           section)
{
  MaqId id = maq_layer_get_id (maq_arrangement_get_layer (arrangement,
                                                          find_layer_named (arrangement, layer)));
  MaqPart *part = maq_section_find_part (maq_arrangement_get_resolved (arrangement, section), id);

  return part != NULL ? maq_part_get_fields (part) : NULL;
}

static void
test_form (void)
{
  g_autoptr(MaqProject) project = import_text (HEAD
    "0.5\tA, intro, | G:maj | C:maj | x2, (guitar)\n"
    "8.5\tB, verse, | G:maj | E:min C:maj | D:7 . . G:maj/3 | D:7 |, (voice\n"
    "16.5\t| C:maj | N | &pause | D:sus4(b7) | ->\n"
    "24.5\tC, pre chorus, | G:maj | C:maj D:maj E:min . |\n"
    "28.5\tB, verse, | G:maj | E:min C:maj | D:7 . . G:maj/3 | D:7 |\n"
    "36.5\t| C:maj | N | &pause | D:sus4(b7) |, voice)\n"
    "44.5\tfadeout, | G:maj | C:maj |\n"
    "48.5\tend\n", "ferry.txt", NULL);
  MaqSong *song = maq_project_get_current (project);
  const MaqSongFields *fields = maq_song_get_fields (song);

  g_assert_cmpstr (fields->title, ==, "Slow Ferry");
  g_assert_cmpstr (fields->artist, ==, "The Moorings");
  assert_key (fields->key, "G");
  g_assert_cmpfloat_with_epsilon (fields->tempo_qpm, 120.0, 0.01);
  assert_form (maq_song_get_current (song),
               "Intro:4 Verse 1:8 Pre-Chorus:2 Verse 2:8<2 Fade-out:2");
  assert_chords (project, 0, "G | C | G | C");
  assert_chords (project, 1, "G | Em C | D7 . . G/B | D7 | C | N.C. | . | D7sus4");
  assert_chords (project, 2, "G | C D Em .");
}

static void
test_meters (void)
{
  g_autoptr(MaqProject) project = import_text (HEAD
    "1.0\tA, verse, | G:maj | (2/4) C:maj | D:maj |\n"
    "6.0\tA, verse, | G:maj | (2/4) C:maj | D:maj |\n"
    "# metre: 3/4\n# tonic: A\n"
    "11.0\tB, bridge, | A:min | E:7 | A:min C:maj D:min | A:min |\n"
    "17.0\tend\n", NULL, NULL);
  MaqArrangement *arrangement = maq_project_get_arrangement (project);
  g_autoptr(MaqForm) form = maq_form_new (maq_project_get_current (project), arrangement);

  assert_form (arrangement, "Verse 1:3 Verse 2:3<1 Bridge:4");
  assert_meter (maq_form_get_bar_meter (form, 0, 1), "2/4");
  assert_meter (maq_form_get_bar_meter (form, 1, 2), "4/4");
  assert_meter (maq_form_get_section (form, 2)->meter, "3/4");
  assert_key (maq_form_get_section (form, 2)->key, "Am");
  assert_chords (project, 2, "Am | E7 | Am C Dm | Am");
}

static void
test_compound (void)
{
  g_autoptr(MaqProject) project = import_text (
    "# metre: 12/8\n# tonic: C\n"
    "0.0\tA, verse, | C:maj | A:min F:maj | C:maj A:min F:maj G:maj | G:7 |\n"
    "14.4\tend\n", "slow.txt", NULL);
  const MaqSongFields *fields = maq_song_get_fields (maq_project_get_current (project));

  g_assert_cmpstr (fields->title, ==, "slow");
  assert_meter (fields->meter, "12/8");
  g_assert_cmpfloat_with_epsilon (fields->tempo_qpm, 100.0, 0.01);
  assert_chords (project, 0, "C | Am F | C Am F G | G7");
}

/* Notes open and close over sections, at the lines where they stand. */
static void
test_players (void)
{
  g_autoptr(MaqProject) project = import_text (HEAD
    "0.5\tA, intro, | G:maj | C:maj |, (piano)\n"
    "4.5\t| G:maj | D:maj |\n"
    "8.5\tB, verse, | G:maj | D:maj |\n"
    "12.5\t| G:maj | D:maj |, (voice, (saxophone\n"
    "16.5\tC, chorus, | C:maj | D:maj |, saxophone)\n"
    "20.5\t| C:maj | D:maj |, voice)\n"
    "24.5\tD, solo, | C:maj | D:maj |, (drums)\n"
    "28.5\tend\n", NULL, NULL);
  MaqArrangement *arrangement = maq_project_get_arrangement (project);

  g_assert_cmpint (get_part (arrangement, "Piano", 0)->entry_bar, ==, 0);
  g_assert_cmpint (get_part (arrangement, "Piano", 0)->exit_bar, ==, 2);
  g_assert_null (get_part (arrangement, "Piano", 1));
  g_assert_cmpint (get_part (arrangement, "Voice", 1)->entry_bar, ==, 2);
  g_assert_cmpint (get_part (arrangement, "Voice", 1)->exit_bar, ==, 0);
  g_assert_cmpint (get_part (arrangement, "Voice", 2)->exit_bar, ==, 0);
  g_assert_cmpint (get_part (arrangement, "Saxophone", 2)->exit_bar, ==, 2);
  g_assert_null (get_part (arrangement, "Voice", 3));
  g_assert_cmpint (get_part (arrangement, "Drums", 3)->level, >=, 8);
  g_assert_cmpint (get_part (arrangement, "Drums", 1)->level, >, 0);
  g_assert_cmpint (maq_layer_get_role (maq_arrangement_get_layer (
                     arrangement, find_layer_named (arrangement, "Voice"))), ==, MAQ_ROLE_VOCAL);
}

/* A section that differs gets its own tempo, and what follows it does not. */
static void
test_tempo (void)
{
  g_autoptr(MaqProject) project = import_text (HEAD
    "0.0\tA, verse, | G:maj | C:maj | G:maj | D:maj |\n"
    "8.0\tB, bridge, | C:maj | C:maj | D:maj | D:maj |\n"
    "24.0\tA, verse, | G:maj | C:maj | G:maj | D:maj |\n"
    "32.0\tA, verse, | G:maj | C:maj | G:maj | D:maj |\n"
    "40.0\tend\n", NULL, NULL);
  MaqArrangement *arrangement = maq_project_get_arrangement (project);
  g_autoptr(MaqForm) form = maq_form_new (maq_project_get_current (project), arrangement);

  g_assert_cmpfloat (maq_form_get_section (form, 0)->tempo_qpm, ==, 120.0);
  g_assert_cmpfloat (maq_form_get_section (form, 1)->tempo_qpm, ==, 60.0);
  g_assert_cmpfloat (maq_form_get_section (form, 2)->tempo_qpm, ==, 120.0);
  g_assert_cmpfloat_with_epsilon (maq_form_get_seconds (form), 40.0, 0.01);
}

/* Silence between two sections is bars in which nobody plays a chord. */
static void
test_silence (void)
{
  g_autoptr(MaqProject) project = import_text (HEAD
    "0.0\tA, verse, | G:maj | C:maj | G:maj | D:maj |\n"
    "8.0\tsilence\n"
    "12.1\tA, verse, | G:maj | C:maj | G:maj | D:maj |\n"
    "20.0\tZ\n25.0\tend\n", NULL, NULL);
  g_autoptr(MaqForm) form = maq_form_new (maq_project_get_current (project),
                                          maq_project_get_arrangement (project));

  assert_form (maq_project_get_arrangement (project), "Verse 1:6 Verse 2:4");
  assert_chords (project, 0, "G | C | G | D | N.C. | .");
  g_assert_cmpfloat_with_epsilon (maq_form_get_section (form, 1)->start_seconds, 12.1, 0.3);
}

/* The tonic is given, the mode is heard. */
static void
test_modes (void)
{
  g_autoptr(MaqProject) minor = import_text (HEAD
    "0.0\tA, verse, | G:min | C:min | D:7 | G:min |\n8.0\tend\n", NULL, NULL);
  g_autoptr(MaqProject) major = import_text (HEAD
    "0.0\tA, verse, | E:min | A:min | C:maj | D:7 |\n8.0\tend\n", NULL, NULL);

  assert_key (maq_song_get_fields (maq_project_get_current (minor))->key, "Gm");
  assert_key (maq_song_get_fields (maq_project_get_current (major))->key, "G");
}

static void
test_report (void)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(MaqProject) project = import_text (HEAD
    "0.5\tA, verse, | G:maj | Q:maj |, flute)\n"
    "what is this\n"
    "4.5\t| C:maj |\n"
    "4.0\tB, | C:maj |\n"
    "9e0\tend\n", NULL, report);

  g_assert_cmpuint (maq_import_report_get_n_notes (report), ==, 4);
  g_assert_cmpuint (maq_import_report_get_line (report, 0), ==, 7);
  g_assert_nonnull (strstr (maq_import_report_get_text (report, 0), "Q:maj"));
  g_assert_cmpuint (maq_import_report_get_line (report, 2), ==, 8);
  g_assert_cmpuint (maq_import_report_get_line (report, 3), ==, 10);
  assert_form (maq_project_get_arrangement (project), "Verse:3 Section B:1");
}

/* Time stamps of the lines in which sections begin, as the file has them. */
static GArray *
read_starts (const char *path)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean in_outro = FALSE;

  g_file_get_contents (path, &text, NULL, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *end;
      double seconds = g_ascii_strtod (lines[i], &end);
      gboolean is_fade = strncmp (end, "\tfade", 5) == 0;

      if (*end != '\t' || end[1] == '|' || strchr (end, '|') == NULL)
        continue;
      if (is_fade && in_outro)
        continue;
      in_outro = is_fade || strstr (end, "outro,") != NULL;
      g_array_append_val (starts, seconds);
    }
  return starts;
}

static double
measure_drift (const char *path)
{
  g_autoptr(MaqProject) project = import_shared (path);
  MaqSong *song = maq_project_get_current (project);
  g_autoptr(MaqForm) form = maq_form_new (song, maq_song_get_current (song));
  g_autoptr(GArray) starts = read_starts (path);
  double worst = 0.0;

  g_assert_cmpuint (maq_form_get_n_sections (form), ==, starts->len);
  for (guint i = 0; i < starts->len; i++)
    {
      double seconds = g_array_index (starts, double, i) - g_array_index (starts, double, 0);

      worst = MAX (worst, fabs (maq_form_get_section (form, i)->start_seconds - seconds));
    }
  return worst;
}

/* Every sample reads, and its sections begin where the recording's do. */
static void
test_samples (void)
{
  g_autofree char *folder = dup_shared ("billboard", ".");
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n_files = 0, n_close = 0;

  if (folder == NULL)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      double drift;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      drift = measure_drift (path);
      n_files++;
      n_close += drift <= 2.0;
      g_test_message ("%s: sections begin within %.2f s", name, drift);
      g_assert_cmpfloat (drift, <, 2.0);
    }
  g_test_message ("%u of %u within 2 s", n_close, n_files);
  g_assert_cmpuint (n_files, >=, 41);
}

static void
test_sample_facts (void)
{
  g_autofree char *johnny = dup_shared ("billboard", "0012.txt");
  g_autofree char *byrds = dup_shared ("billboard", "0111.txt");
  g_autofree char *jones = dup_shared ("billboard", "0210.txt");
  g_autoptr(MaqProject) love = NULL;
  g_autoptr(MaqProject) miles = NULL;
  g_autoptr(MaqProject) lady = NULL;
  g_autoptr(MaqForm) form = NULL;

  if (johnny == NULL || byrds == NULL || jones == NULL)
    return;
  love = import_shared (johnny);
  assert_form (maq_project_get_arrangement (love),
               "Intro:9 Verse 1:16 Chorus 1:16 Verse 2:16<2 Chorus 2:16<3 Bridge:6 Chorus 3:14 "
               "Chorus 4:8 Fade-out:8");
  assert_chords (love, 0, "Em | F#m | G | A | Em | F#m | G | A | .");
  assert_chords (love, 5, "G | . | Em F#m | G A | . | .");
  miles = import_shared (byrds);
  assert_form (maq_project_get_arrangement (miles),
               "Intro:16 Verse 1:16 Transition:2 Verse 2:16<2 Interlude:28 Verse 3:16<2 Outro:20");
  g_assert_cmpint (get_part (maq_project_get_arrangement (miles), "Electric guitar",
                             0)->entry_bar, ==, 2);
  lady = import_shared (jones);
  form = maq_form_new (maq_project_get_current (lady), maq_project_get_arrangement (lady));
  assert_key (maq_form_get_section (form, 0)->key, "D");
  assert_key (maq_form_get_section (form, 5)->key, "Bb");
  assert_key (maq_form_get_section (form, 6)->key, "D");
  assert_meter (maq_form_get_bar_meter (form, 5, 7), "2/4");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/billboard/form", test_form);
  g_test_add_func ("/import/billboard/meters", test_meters);
  g_test_add_func ("/import/billboard/compound", test_compound);
  g_test_add_func ("/import/billboard/players", test_players);
  g_test_add_func ("/import/billboard/tempo", test_tempo);
  g_test_add_func ("/import/billboard/silence", test_silence);
  g_test_add_func ("/import/billboard/modes", test_modes);
  g_test_add_func ("/import/billboard/report", test_report);
  g_test_add_func ("/import/billboard/samples", test_samples);
  g_test_add_func ("/import/billboard/sample-facts", test_sample_facts);
  return g_test_run ();
}
