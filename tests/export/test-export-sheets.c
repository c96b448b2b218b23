/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "export-test.h"
#include "maq-map-sheet.h"
#include "maq-move.h"
#include "maq-chord-text.h"
#include "maq-player-sheet.h"
#include "maq-session-sheet.h"
#include "maq-xml-reader.h"

#define N_SONGS 12
#define TOLERANCE_PT 0.6

typedef void (*CheckSheet) (MaqSheet   *sheet,
                            MaqHandoff *handoff);

/* Pages as geometry */

static gboolean
overlap (const MaqMark *a,
         const MaqMark *b)
{
  return a->x + a->width - TOLERANCE_PT > b->x && b->x + b->width - TOLERANCE_PT > a->x
         && a->y + a->height - TOLERANCE_PT > b->y && b->y + b->height - TOLERANCE_PT > a->y;
}

static void
assert_within_margins (MaqSheet      *sheet,
                       const MaqMark *mark)
{
  const double left = MIN (mark->x, mark->x + mark->width);
  const double top = MIN (mark->y, mark->y + mark->height);

  g_assert_true (isfinite (mark->x + mark->y + mark->width + mark->height));
  g_assert_cmpfloat (left, >=, MAQ_SHEET_MARGIN - TOLERANCE_PT);
  g_assert_cmpfloat (top, >=, MAQ_SHEET_MARGIN - TOLERANCE_PT);
  g_assert_cmpfloat (left + fabs (mark->width), <=,
                     maq_sheet_get_width (sheet) - MAQ_SHEET_MARGIN + TOLERANCE_PT);
  g_assert_cmpfloat (top + fabs (mark->height), <=,
                     maq_sheet_get_height (sheet) - MAQ_SHEET_MARGIN + TOLERANCE_PT);
}

/* Nothing leaves the page, no text stands on another. */
static void
assert_tidy (MaqSheet   *sheet,
             MaqHandoff *handoff)
{
  g_assert_cmpuint (maq_sheet_get_n_pages (sheet), >, 0);
  for (guint page = 0; page < maq_sheet_get_n_pages (sheet); page++)
    {
      guint n_marks;
      const MaqMark *marks = maq_sheet_get_marks (sheet, page, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        {
          assert_within_margins (sheet, &marks[i]);
          for (guint j = 0; j < i && marks[i].kind == MAQ_MARK_TEXT; j++)
            if (marks[j].kind == MAQ_MARK_TEXT && overlap (&marks[i], &marks[j]))
              g_error ("page %u: “%.80s” at %.1f, %.1f (%.1f × %.1f) stands on “%.80s” at %.1f, "
                       "%.1f (%.1f × %.1f)", page + 1, marks[i].text, marks[i].x, marks[i].y,
                       marks[i].width, marks[i].height, marks[j].text, marks[j].x, marks[j].y,
                       marks[j].width, marks[j].height);
        }
    }
}

static void
for_each_sheet (MaqHandoff *handoff,
                CheckSheet  check)
{
  g_auto (GStrv) players = maq_player_sheet_list_players (handoff);

  for (MaqPaper paper = 0; paper < MAQ_N_PAPERS; paper++)
    {
      const MaqChartOptions options = { .paper = paper, .has_lyrics = paper == MAQ_PAPER_LETTER,
                                        .semitones = paper == MAQ_PAPER_LETTER ? 2 : 0 };
      g_autoptr (MaqSheet) map = maq_map_sheet_new (handoff, paper);
      g_autoptr (MaqSheet) chart = maq_chart_sheet_new (handoff, &options);
      g_autoptr (MaqSheet) cover = maq_cover_sheet_new (handoff, paper);
      g_autoptr (MaqSheet) inputs = maq_input_sheet_new (handoff, paper);
      g_autoptr (MaqSheet) takes = maq_take_sheet_new (handoff, paper);

      g_autoptr (MaqSheet) setup = maq_setup_sheet_new (handoff, paper);
      g_autoptr (MaqSheet) recall = maq_recall_sheet_new (handoff, paper);
      g_autoptr (MaqSheet) contacts = maq_contact_sheet_new (handoff, paper);

      check (setup, handoff);
      check (recall, handoff);
      check (contacts, handoff);
      check (cover, handoff);
      check (inputs, handoff);
      check (takes, handoff);
      check (map, handoff);
      check (chart, handoff);
      for (guint i = 0; players[i] != NULL; i++)
        {
          g_autoptr (MaqSheet) sheet = maq_player_sheet_new (handoff, players[i], &options);

          check (sheet, handoff);
        }
    }
}

static void
test_any_song (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_SONGS; i++)
    {
      g_autoptr (MaqHandoff) handoff = export_test_any (rand);

      for_each_sheet (handoff, assert_tidy);
    }
}

static void
test_hostile_names (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_autoptr (MaqHandoff) handoff = export_test_hostile (export_test_names[i]);

      for_each_sheet (handoff, assert_tidy);
    }
}

static guint
count_texts (MaqSheet   *sheet,
             const char *text)
{
  guint n = 0;

  for (guint page = 0; page < maq_sheet_get_n_pages (sheet); page++)
    {
      guint n_marks;
      const MaqMark *marks = maq_sheet_get_marks (sheet, page, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        n += marks[i].kind == MAQ_MARK_TEXT && !marks[i].is_cut
             && g_str_equal (marks[i].text, text);
    }
  return n;
}

/* Sixty sections and fifty layers go on on more pages, each with its whole name. */
static void
test_large (void)
{
  g_autoptr (MaqHandoff) handoff = export_test_plain (60, 50, 8, "C | F | G | C", NULL);
  g_autoptr (MaqSheet) map = maq_map_sheet_new (handoff, MAQ_PAPER_A4);
  g_autoptr (MaqSheet) chart = maq_chart_sheet_new (handoff, &(MaqChartOptions) { 0 });

  assert_tidy (map, handoff);
  assert_tidy (chart, handoff);
  g_assert_cmpuint (maq_sheet_get_n_pages (map), ==, 8);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Verse of number %u", i + 1);

      g_assert_cmpuint (count_texts (map, name), ==, 2);
      g_assert_cmpuint (count_texts (chart, name), ==, 1);
    }
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("Layer number %u", i + 1);

      g_assert_cmpuint (count_texts (map, name), ==, 4);
    }
}

static MaqHandoff *
load_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAQ_DATADIR"), "examples",
                                            "lanterns.maquette", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MaqProject) project = NULL;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  project = maq_xml_read (bytes, NULL);
  return maq_handoff_new (project, maq_project_get_current (project),
                          maq_project_get_arrangement (project));
}

/* Ten layers and some remarks stand on one page: rows are no higher than that allows. */
static void
test_map_on_one_page (void)
{
  g_autoptr (MaqHandoff) handoff = load_example ();

  for (MaqPaper paper = MAQ_PAPER_A4; paper <= MAQ_PAPER_LETTER; paper++)
    {
      g_autoptr (MaqSheet) map = maq_map_sheet_new (handoff, paper);

      g_assert_cmpuint (maq_arrangement_get_n_remarks (maq_handoff_get_arrangement (handoff)), >,
                        4);
      g_assert_cmpuint (maq_sheet_get_n_pages (map), ==, 1);
    }
}

/* A box is where the part is: it enters after a quarter of its section. */
static void
test_entry_in_map (void)
{
  g_autoptr (MaqHandoff) handoff = export_test_plain (3, 1, 8, NULL, NULL);
  g_autoptr (MaqSheet) map = maq_map_sheet_new (handoff, MAQ_PAPER_A4);
  double columns[4];
  double boxes[4][2];
  guint n_columns = 0;
  guint n_boxes = 0;
  guint n_marks;
  const MaqMark *marks = maq_sheet_get_marks (map, 0, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == MAQ_MARK_BOX && n_boxes < 4)
      {
        boxes[n_boxes][0] = marks[i].x;
        boxes[n_boxes++][1] = marks[i].x + marks[i].width;
      }
    else if (marks[i].kind == MAQ_MARK_LINE && marks[i].width == 0.0 && n_columns < 4)
      columns[n_columns++] = marks[i].x;
  g_assert_cmpuint (n_columns, ==, 4);
  g_assert_cmpuint (n_boxes, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const double left = columns[2 * i];
      const double right = columns[2 * i + 1];

      g_assert_cmpfloat_with_epsilon (boxes[i][0], left + 0.25 * (right - left), 1.0);
      g_assert_cmpfloat_with_epsilon (boxes[i][1], right, 1.0);
    }
}

/* Charts */

static MaqSheet *
make_chart (const char *chords,
            int         n_bars,
            int         semitones)
{
  g_autoptr (MaqHandoff) handoff = export_test_plain (1, 1, n_bars, chords, NULL);

  return maq_chart_sheet_new (handoff, &(MaqChartOptions) { .semitones = semitones });
}

static void
test_repeats (void)
{
  g_autoptr (MaqSheet) four_times = make_chart ("C | F | G | Am", 16, 0);
  g_autoptr (MaqSheet) endings
    = make_chart ("C | F | G | Am | C | F | G | Dm | C | F | G | Am | C | F | G | Em", 16, 0);
  g_autoptr (MaqSheet) straight = make_chart ("C | F | G | Am | Dm | G | C | E", 8, 0);

  g_assert_cmpuint (count_texts (four_times, "Am"), ==, 1);
  g_assert_cmpuint (count_texts (four_times, "×4"), ==, 1);
  g_assert_cmpuint (count_texts (endings, "Am"), ==, 1);
  g_assert_cmpuint (count_texts (endings, "Dm"), ==, 1);
  g_assert_cmpuint (count_texts (endings, "Em"), ==, 1);
  g_assert_cmpuint (count_texts (endings, "1."), ==, 1);
  g_assert_cmpuint (count_texts (endings, "2."), ==, 1);
  g_assert_cmpuint (count_texts (straight, "G"), ==, 2);
  g_assert_cmpuint (count_texts (straight, "1."), ==, 0);
}

/* A chord that lasts is no repeat of the empty bars after it, and none begins while the one
 * before it still sounds. */
static void
test_chord_that_lasts (void)
{
  g_autoptr (MaqHandoff) handoff
    = export_test_plain (1, 1, 16, "Em | . | . | . | . | . | . | . | . | . | . | . | . | . | . | .",
                         NULL);
  g_autoptr (MaqSheet) player = maq_player_sheet_new (handoff, "Layer number 1",
                                                      &(MaqChartOptions) { 0 });
  g_autoptr (MaqSheet) chart = maq_chart_sheet_new (handoff, &(MaqChartOptions) { 0 });
  g_autoptr (MaqSheet) held = make_chart ("Em | . | F | . | F | . | F | . | F | .", 10, 0);

  g_assert_cmpuint (count_texts (chart, "Em"), ==, 1);
  g_assert_cmpuint (count_texts (chart, "×7"), ==, 0);
  g_assert_cmpuint (count_texts (player, "| Em | % ×15 | "), ==, 1);
  g_assert_cmpuint (count_texts (held, "Em"), ==, 1);
  g_assert_cmpuint (count_texts (held, "F"), ==, 1);
  g_assert_cmpuint (count_texts (held, "×4"), ==, 1);
}

static void
test_transposed (void)
{
  g_autoptr (MaqSheet) sheet = make_chart ("C | F/A | Gsus4 | Am7", 4, 2);

  g_assert_cmpuint (count_texts (sheet, "D"), ==, 1);
  g_assert_cmpuint (count_texts (sheet, "G/B"), ==, 1);
  g_assert_cmpuint (count_texts (sheet, "Asus4"), ==, 1);
  g_assert_cmpuint (count_texts (sheet, "Bm7"), ==, 1);
}

static void
test_marks (void)
{
  g_autoptr (MaqSheet) sheet = make_chart (">C | <F> | ^G | C", 4, 0);

  g_assert_cmpuint (count_texts (sheet, "‹C"), ==, 1);
  g_assert_cmpuint (count_texts (sheet, "◇F"), ==, 1);
  g_assert_cmpuint (count_texts (sheet, "^G"), ==, 1);
}

/* Players */

static void
test_player (void)
{
  g_autoptr (MaqHandoff) handoff = export_test_plain (3, 2, 8, "C | F", NULL);
  g_auto (GStrv) players = maq_player_sheet_list_players (handoff);
  const MaqChartOptions options = { 0 };
  g_autoptr (MaqSheet) sheet = maq_player_sheet_new (handoff, "LAYER NUMBER 1", &options);

  g_assert_cmpuint (g_strv_length (players), ==, 2);
  g_assert_null (maq_player_sheet_new (handoff, "Nobody", &options));
  g_assert_cmpuint (count_texts (sheet, "Level 7, rest 2, in at bar 3"), ==, 2);
  g_assert_cmpuint (count_texts (sheet, "Rest 8: Verse of number 2. In at Verse of number 3"), ==,
                    1);
  g_assert_cmpuint (count_texts (sheet, "| C | F | ×4 "), ==, 2);
}

static void
test_player_endings (void)
{
  g_autoptr (MaqHandoff) handoff
    = export_test_plain (1, 1, 16,
                         "C | F | G | Am | C | F | G | Dm | C | F | G | Am | C | F | G | Em", NULL);
  g_autoptr (MaqSheet) sheet = maq_player_sheet_new (handoff, "Layer number 1",
                                                     &(MaqChartOptions) { 0 });

  g_assert_cmpuint (count_texts (sheet, "|: C | F | G | Am | C | F | G | 1. Dm :| 2. Em | "), ==,
                    1);
}

/* What is said to everybody stands on the sheet of each who plays there. */
static void
test_told_to_all (void)
{
  g_autoptr (MaqHandoff) plain = export_test_plain (3, 1, 8, "C | F", NULL);
  g_autoptr (MaqProject) told = NULL;
  g_autoptr (MaqMove) move = maq_move_add_remark (MAQ_REMARK_DIRECTION, 1000, MAQ_ID_NONE, 4,
                                                  NULL, "everyone lets go");
  g_autoptr (MaqHandoff) handoff = NULL;
  g_autoptr (MaqSheet) sheet = NULL;

  told = maq_move_apply (move, maq_handoff_get_project (plain), NULL);
  g_assert_nonnull (told);
  handoff = maq_handoff_new (told, maq_project_get_current (told),
                             maq_project_get_arrangement (told));
  sheet = maq_player_sheet_new (handoff, "Layer number 1", &(MaqChartOptions) { 0 });
  g_assert_cmpuint (count_texts (sheet, "Bar 5: everyone lets go"), ==, 1);
}

/* Session */

static guint
count_boxes (MaqSheet *sheet,
             double    width)
{
  guint n = 0;

  for (guint page = 0; page < maq_sheet_get_n_pages (sheet); page++)
    {
      guint n_marks;
      const MaqMark *marks = maq_sheet_get_marks (sheet, page, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        n += marks[i].kind == MAQ_MARK_BOX && marks[i].width == width;
    }
  return n;
}

/* Four takes where the first layer plays, in every second section; all inputs have a row. */
static void
test_session (void)
{
  g_autoptr (MaqHandoff) handoff = export_test_plain (60, 40, 8, NULL, NULL);
  g_autoptr (MaqSheet) takes = maq_take_sheet_new (handoff, MAQ_PAPER_A4);
  g_autoptr (MaqSheet) inputs = maq_input_sheet_new (handoff, MAQ_PAPER_A4);

  assert_tidy (takes, handoff);
  g_assert_cmpuint (count_boxes (takes, 10.0), ==, 4 * 30);
  g_assert_cmpuint (count_boxes (inputs, 9.0), ==, 4 * 40);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Layer number %u", i + 1);

      g_assert_cmpuint (count_texts (inputs, name), ==, 1);
    }
}

/* What is short has one line, at its full size: only a note that is long has several. */
static void
test_columns (void)
{
  g_autoptr (MaqHandoff) handoff = load_example ();
  g_autoptr (MaqSheet) inputs = maq_input_sheet_new (handoff, MAQ_PAPER_A4);
  guint n_marks;
  const MaqMark *marks = maq_sheet_get_marks (inputs, 0, &n_marks);
  guint n_short = 0;
  guint n_long = 0;

  g_assert_cmpuint (maq_sheet_get_n_pages (inputs), ==, 1);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == MAQ_MARK_TEXT && marks[i].type.size_pt == 9.5 && !marks[i].type.is_bold)
      {
        gboolean is_long = g_utf8_strlen (marks[i].text, -1) > 30;

        g_assert_cmpint (marks[i].height > 1.6 * 9.5, ==, is_long);
        n_short += !is_long;
        n_long += is_long;
      }
  g_assert_cmpuint (n_short, >, 60);
  g_assert_cmpuint (n_long, ==, 3);
}

/* Cues that fit no line go on in the next, as large as others. */
static void
test_long_cues (void)
{
  g_autoptr (MaqHandoff) handoff = load_example ();
  g_autoptr (MaqSheet) chart = maq_chart_sheet_new (handoff, &(MaqChartOptions) { 0 });
  guint n_long = 0;

  assert_tidy (chart, handoff);
  for (guint page = 0; page < maq_sheet_get_n_pages (chart); page++)
    {
      guint n_marks;
      const MaqMark *marks = maq_sheet_get_marks (chart, page, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        if (marks[i].kind == MAQ_MARK_TEXT && g_str_has_prefix (marks[i].text, "In: "))
          {
            g_assert_cmpfloat (marks[i].type.size_pt, ==, 8.0);
            n_long += marks[i].height > 1.6 * 8.0;
          }
    }
  g_assert_cmpuint (n_long, ==, 1);
}

/* What is agreed stands on the cover, and what is not stands elsewhere. */
static void
test_cover (void)
{
  g_autoptr (MaqHandoff) handoff = export_test_hostile ("Remark");
  g_autoptr (MaqSheet) cover = maq_cover_sheet_new (handoff, MAQ_PAPER_A4);

  g_assert_cmpuint (count_texts (cover, maq_handoff_get_version (handoff)), ==, 1);
  g_assert_cmpuint (count_texts (cover, "Agreed"), ==, 0);
  g_assert_cmpuint (count_texts (cover, "120 beats a minute"), ==, 1);
}

/* Files */

static char *
read_with (const char *program,
           GBytes     *pdf)
{
  g_autofree char *dir = g_dir_make_tmp ("maquette-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "sheet.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("%s %s%s", program, path,
                                              g_str_equal (program, "pdftotext") ? " -" : "");
  char *text = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (path);
  g_rmdir (dir);
  return text;
}

/* Readers put marks of direction, and sometimes gaps, into joined letters. */
static char *
dup_letters (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free (letters, FALSE);
}

/* What a reader of the PDF finds when searching it. */
static void
test_pdf (void)
{
  static const char *const names[] = { "Ünïcødé", "مقطع", "Припев" };
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MaqHandoff) handoff = export_test_hostile (names[i]);
      g_autoptr (MaqSheet) sheet = maq_chart_sheet_new (handoff, &(MaqChartOptions) { 0 });
      g_autoptr (GBytes) pdf = maq_sheet_write_pdf (sheet);
      g_autofree char *text = read_with ("pdftotext", pdf);
      g_autofree char *info = read_with ("pdfinfo", pdf);
      g_autofree char *letters = dup_letters (text);
      g_autoptr (GBytes) again = maq_sheet_write_pdf (sheet);

      g_assert_true (g_bytes_equal (pdf, again));
      g_assert_null (strstr (info, "CreationDate"));
      g_assert_nonnull (strstr (letters, names[i]));
      g_assert_nonnull (strstr (info, names[i]));
      g_assert_nonnull (strstr (info, "Author:"));
    }
}

static void
test_images (void)
{
  g_autoptr (MaqHandoff) handoff = export_test_plain (60, 2, 8, "C | F", NULL);
  g_autoptr (MaqSheet) sheet = maq_chart_sheet_new (handoff, &(MaqChartOptions) { 0 });
  g_autoptr (GBytes) svg = maq_sheet_write_svg (sheet);
  g_autoptr (GBytes) png = maq_sheet_write_png (sheet, 600.0);
  const guint8 *bytes = g_bytes_get_data (png, NULL);
  const guint height = (guint) bytes[20] << 24 | (guint) bytes[21] << 16 | (guint) bytes[22] << 8
                       | bytes[23];

  g_assert_cmpuint (maq_sheet_get_n_pages (sheet), >, 5);
  g_assert_cmpmem (bytes, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (height, <=, 32000);
  g_assert_cmpuint (height, >, 30000);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (svg, NULL), "<?xml"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/sheets/any-song", test_any_song);
  g_test_add_func ("/export/sheets/hostile-names", test_hostile_names);
  g_test_add_func ("/export/sheets/large", test_large);
  g_test_add_func ("/export/sheets/map-on-one-page", test_map_on_one_page);
  g_test_add_func ("/export/sheets/entry-in-map", test_entry_in_map);
  g_test_add_func ("/export/sheets/repeats", test_repeats);
  g_test_add_func ("/export/sheets/chord-that-lasts", test_chord_that_lasts);
  g_test_add_func ("/export/sheets/transposed", test_transposed);
  g_test_add_func ("/export/sheets/marks", test_marks);
  g_test_add_func ("/export/sheets/player", test_player);
  g_test_add_func ("/export/sheets/player-endings", test_player_endings);
  g_test_add_func ("/export/sheets/told-to-all", test_told_to_all);
  g_test_add_func ("/export/sheets/session", test_session);
  g_test_add_func ("/export/sheets/columns", test_columns);
  g_test_add_func ("/export/sheets/long-cues", test_long_cues);
  g_test_add_func ("/export/sheets/cover", test_cover);
  g_test_add_func ("/export/sheets/pdf", test_pdf);
  g_test_add_func ("/export/sheets/images", test_images);
  return g_test_run ();
}
