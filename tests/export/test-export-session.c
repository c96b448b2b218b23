/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed about the session stands on the sheets for it, all of it. */

#include <string.h>

#include "export-test.h"
#include "maq-export-html.h"
#include "maq-export-text.h"
#include "maq-move.h"
#include "maq-player-sheet.h"
#include "maq-session-sheet.h"

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
             && strstr (marks[i].text, text) != NULL;
    }
  return n;
}

/* takes @root over */
static MaqProject *
does (MaqProject *root,
      MaqMove    *move)
{
  g_autoptr (GError) error = NULL;
  MaqProject *after = maq_move_apply (move, root, &error);

  g_assert_no_error (error);
  maq_move_unref (move);
  maq_project_unref (root);
  return after;
}

static MaqId
last_row (MaqProject     *root,
          MaqSessionList  list)
{
  MaqSession *session = maq_project_get_fields (root)->session;

  return maq_session_row_get_id (
    maq_session_get_row (session, list, maq_session_get_n_rows (session, list) - 1));
}

/* "Voice" sings in two sections; then @moves is done to it */
static MaqProject *
begin (void)
{
  g_autoptr (MaqHandoff) plain = export_test_hostile ("Voice");
  MaqProjectFields fields = *maq_project_get_fields (maq_handoff_get_project (plain));

  fields.session = NULL;
  return maq_project_new (&fields);
}

static MaqHandoff *
hand_off (MaqProject *root)
{
  return maq_handoff_new (root, maq_project_get_current (root),
                          maq_project_get_arrangement (root));
}

static void
test_inputs (void)
{
  g_autoptr (MaqProject) root = begin ();
  g_autoptr (MaqHandoff) handoff = NULL;
  g_autoptr (MaqSheet) sheet = NULL;
  MaqId row;

  root = does (root, maq_move_add_session_row (MAQ_SESSION_INPUTS, "Kick in"));
  row = last_row (root, MAQ_SESSION_INPUTS);
  root = does (root, maq_move_input_channel (row, 23));
  root = does (root, maq_move_session_row_text (MAQ_SESSION_INPUTS, row, MAQ_INPUT_MICROPHONE,
                                                "Boundary plate"));
  root = does (root, maq_move_session_row_text (MAQ_SESSION_INPUTS, row, MAQ_INPUT_NOTE,
                                                "against the beater"));
  root = does (root, maq_move_input_switch (row, MAQ_INPUT_PHANTOM, TRUE));
  handoff = hand_off (root);
  sheet = maq_input_sheet_new (handoff, MAQ_PAPER_A4);

  g_assert_cmpuint (count_texts (sheet, "Kick in"), ==, 1);
  g_assert_cmpuint (count_texts (sheet, "23"), >=, 1);
  g_assert_cmpuint (count_texts (sheet, "Boundary plate"), ==, 1);
  g_assert_cmpuint (count_texts (sheet, "against the beater"), ==, 1);
}

/* A note as long as it may be goes on in further rows, and on further pages. */
static void
test_long_notes (void)
{
  g_autoptr (MaqProject) root = begin ();
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (MaqHandoff) handoff = NULL;
  g_autoptr (MaqSheet) recall = NULL;
  g_autoptr (MaqSheet) setup = NULL;

  for (guint i = 0; i < 2400; i++)
    g_string_append_printf (note, "w%04u ", i);
  root = does (root, maq_move_add_session_row (MAQ_SESSION_RECALL, "Compressor"));
  root = does (root, maq_move_session_row_text (MAQ_SESSION_RECALL,
                                                last_row (root, MAQ_SESSION_RECALL),
                                                MAQ_RECALL_NOTE, note->str));
  root = does (root, maq_move_session_text (MAQ_SESSION_POSITIONS, note->str));
  handoff = hand_off (root);
  recall = maq_recall_sheet_new (handoff, MAQ_PAPER_A4);
  setup = maq_setup_sheet_new (handoff, MAQ_PAPER_LETTER);

  g_assert_cmpuint (maq_sheet_get_n_pages (recall), >, 2);
  g_assert_cmpuint (maq_sheet_get_n_pages (setup), >, 2);
  for (guint i = 0; i < 2400; i += 13)
    {
      char word[8];

      g_snprintf (word, sizeof word, "w%04u", i);
      g_assert_cmpuint (count_texts (recall, word), ==, 1);
      g_assert_cmpuint (count_texts (setup, word), ==, 1);
    }
}

static void
test_contacts (void)
{
  g_autoptr (MaqProject) root = begin ();
  g_autoptr (MaqHandoff) handoff = NULL;
  g_autoptr (MaqSheet) sheet = NULL;
  g_autoptr (MaqSheet) player = NULL;
  MaqId row;

  root = does (root, maq_move_layer_performer (1, "Ada"));
  root = does (root, maq_move_add_session_row (MAQ_SESSION_CONTACTS, "Ada"));
  row = last_row (root, MAQ_SESSION_CONTACTS);
  root = does (root, maq_move_session_row_text (MAQ_SESSION_CONTACTS, row, MAQ_CONTACT_PHONE,
                                                "030 1234"));
  root = does (root, maq_move_session_text (MAQ_SESSION_DATE, "12 May"));
  root = does (root, maq_move_session_row_text (MAQ_SESSION_CONTACTS, row, MAQ_CONTACT_NAME,
                                                "Ada L."));
  handoff = hand_off (root);
  sheet = maq_contact_sheet_new (handoff, MAQ_PAPER_A4);
  player = maq_player_sheet_new (handoff, "Ada L.", &(MaqChartOptions) { 0 });

  g_assert_cmpuint (count_texts (sheet, "Ada L."), ==, 1);
  g_assert_cmpuint (count_texts (sheet, "030 1234"), ==, 1);
  g_assert_nonnull (player);
  g_assert_cmpuint (count_texts (player, "12 May"), ==, 1);
  g_assert_cmpuint (count_texts (player, "030 1234"), ==, 0);
}

static void
test_takes (void)
{
  g_autoptr (MaqProject) root = begin ();
  g_autoptr (MaqHandoff) handoff = NULL;
  g_autoptr (MaqSheet) sheet = NULL;

  root = does (root, maq_move_part_take (2, 1, MAQ_TAKE_KEEP, 3));
  root = does (root, maq_move_part_take_note (2, 1, "breath before the last line"));
  handoff = hand_off (root);
  sheet = maq_take_sheet_new (handoff, MAQ_PAPER_A4);

  g_assert_cmpuint (count_texts (sheet, "Keep 3"), ==, 2);
  g_assert_cmpuint (count_texts (sheet, "Punch in 2"), ==, 2);
  g_assert_cmpuint (count_texts (sheet, "breath before the last line"), ==, 1);
}

static void
test_cover (void)
{
  g_autoptr (MaqProject) root = begin ();
  g_autoptr (MaqHandoff) handoff = NULL;
  g_autoptr (MaqSheet) sheet = NULL;

  root = does (root, maq_move_session_text (MAQ_SESSION_DATE, "12 May"));
  root = does (root, maq_move_session_text (MAQ_SESSION_PLACE, "Harbour, Room 2"));
  handoff = hand_off (root);
  sheet = maq_cover_sheet_new (handoff, MAQ_PAPER_A4);

  g_assert_cmpuint (count_texts (sheet, "12 May"), ==, 1);
  g_assert_cmpuint (count_texts (sheet, "Harbour, Room 2"), ==, 1);
}

typedef GBytes *(*Write) (MaqHandoff *handoff);

static GBytes *
write_plain (MaqHandoff *handoff)
{
  return maq_export_text (handoff, MAQ_TEXT_MARKUP_PLAIN);
}

static GBytes *
write_markdown (MaqHandoff *handoff)
{
  return maq_export_text (handoff, MAQ_TEXT_MARKUP_MARKDOWN);
}

static GBytes *
write_html (MaqHandoff *handoff)
{
  return maq_export_html (handoff, NULL);
}

static gboolean
says (Write       write,
      MaqProject *root,
      const char *text)
{
  g_autoptr (MaqHandoff) handoff = hand_off (root);
  g_autoptr (GBytes) bytes = write (handoff);

  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), text)
         != NULL;
}

/* Who reads the plan in an e-mail or on a phone finds the session there, too: what is said, in
 * columns that have something in them, and nothing of it where nothing is said. */
static void
test_running_text (void)
{
  static const char *const said[] = { "12 May", "Kick in", "Boundary", "Ada", "030 123" };
  static const Write writers[] = { write_plain, write_markdown, write_html };
  g_autoptr (MaqProject) bare = begin ();
  g_autoptr (MaqProject) root = maq_project_ref (bare);
  MaqId row;

  root = does (root, maq_move_session_text (MAQ_SESSION_DATE, "12 May"));
  root = does (root, maq_move_add_session_row (MAQ_SESSION_INPUTS, "Kick in"));
  row = last_row (root, MAQ_SESSION_INPUTS);
  root = does (root, maq_move_session_row_text (MAQ_SESSION_INPUTS, row, MAQ_INPUT_MICROPHONE,
                                                "Boundary"));
  root = does (root, maq_move_add_session_row (MAQ_SESSION_CONTACTS, "Ada"));
  row = last_row (root, MAQ_SESSION_CONTACTS);
  root = does (root, maq_move_session_row_text (MAQ_SESSION_CONTACTS, row, MAQ_CONTACT_PHONE,
                                                "030 123"));
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (said); j++)
        g_assert_true (says (writers[i], root, said[j]));
      g_assert_true (says (writers[i], root, "Microphone or DI"));
      g_assert_false (says (writers[i], root, "Preamp"));
      g_assert_false (says (writers[i], bare, "Session"));
      g_assert_false (says (writers[i], bare, "Input List"));
      g_assert_false (says (writers[i], bare, "Contacts"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/session/inputs", test_inputs);
  g_test_add_func ("/export/session/long-notes", test_long_notes);
  g_test_add_func ("/export/session/contacts", test_contacts);
  g_test_add_func ("/export/session/takes", test_takes);
  g_test_add_func ("/export/session/cover", test_cover);
  g_test_add_func ("/export/session/running-text", test_running_text);
  return g_test_run ();
}
