/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */


#include <string.h>

#include "maq-smf-writer.h"

typedef struct
{
  gint64 ticks;
  gint64 length_ticks;
  guint  channel;
  guint  key;
} Note;

static GBytes *
write_notes (const Note *notes,
             guint       n_notes)
{
  g_autoptr(MaqSmfWriter) writer = maq_smf_writer_new (960);

  maq_smf_writer_add_track (writer, NULL);
  maq_smf_writer_add_tempo (writer, 0, 92.5);
  maq_smf_writer_add_meter (writer, 0, 6, 8);
  maq_smf_writer_add_text (writer, 0, 960, MAQ_SMF_META_MARKER, "Réfrain");
  maq_smf_writer_add_track (writer, "Bass");
  for (guint i = 0; i < n_notes; i++)
    maq_smf_writer_add_note (writer, 1, notes[i].ticks, notes[i].length_ticks,
                             notes[i].channel, notes[i].key, 1 + i % 127);

  return maq_smf_writer_finish (writer, 400000);
}

/* whether a note that begins at @on ends where @note does, before the same key begins again */
static gboolean
note_ends (const MaqSmfEvent *events,
           guint              n_events,
           guint              on,
           const Note        *note)
{
  for (guint i = 0; i < n_events; i++)
    if (events[i].status == MAQ_SMF_NOTE_OFF && events[i].data[0] == note->key &&
        events[i].channel == note->channel &&
        events[i].ticks == note->ticks + note->length_ticks)
      return i > on;

  return FALSE;
}

static void
test_round_trip (void)
{
  Note notes[300];
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(MaqSmf) smf = NULL;
  const MaqSmfEvent *events;
  guint n_events;
  gint64 ticks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    notes[i] = (Note) { g_test_rand_int_range (0, 300000), g_test_rand_int_range (1, 60000),
                        g_test_rand_int_range (0, 16), g_test_rand_int_range (0, 128) };
  bytes = write_notes (notes, G_N_ELEMENTS (notes));
  smf = maq_smf_read (bytes, NULL);

  g_assert_nonnull (smf);
  g_assert_cmpint (maq_smf_get_format (smf), ==, 1);
  g_assert_cmpint (maq_smf_get_division (smf), ==, 960);
  g_assert_cmpuint (maq_smf_get_n_tracks (smf), ==, 2);

  events = maq_smf_get_events (smf, 1, &n_events);
  g_assert_cmpuint (n_events, ==, 2 + 2 * G_N_ELEMENTS (notes));
  for (guint i = 0; i < n_events; i++)
    {
      g_assert_cmpint (events[i].ticks, >=, ticks);
      ticks = events[i].ticks;
    }
  g_assert_cmpint (ticks, ==, 400000);

  for (guint n = 0; n < G_N_ELEMENTS (notes); n++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < n_events && !found; i++)
        found = events[i].status == MAQ_SMF_NOTE_ON && events[i].ticks == notes[n].ticks &&
                events[i].data[0] == notes[n].key && events[i].channel == notes[n].channel &&
                events[i].data[1] == 1 + n % 127 && note_ends (events, n_events, i, &notes[n]);
      g_assert_true (found);
    }
}

static void
test_conductor_track (void)
{
  g_autoptr(GBytes) bytes = write_notes (NULL, 0);
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);
  guint n_events;
  const MaqSmfEvent *events = maq_smf_get_events (smf, 0, &n_events);
  guint us = events[0].bytes[0] << 16 | events[0].bytes[1] << 8 | events[0].bytes[2];

  g_assert_cmpuint (n_events, ==, 4);
  g_assert_cmpuint (events[0].data[0], ==, MAQ_SMF_META_TEMPO);
  g_assert_cmpuint (us, ==, 648649);
  g_assert_cmpuint (events[1].data[0], ==, MAQ_SMF_META_METER);
  g_assert_cmpuint (events[1].bytes[0], ==, 6);
  g_assert_cmpuint (events[1].bytes[1], ==, 3);
  g_assert_cmpuint (events[2].data[0], ==, MAQ_SMF_META_MARKER);
  g_assert_cmpmem (events[2].bytes, events[2].n_bytes, "Réfrain", strlen ("Réfrain"));
  g_assert_cmpint (events[2].ticks, ==, 960);
}

/* a key that is struck again at the tick where it ends must end first */
static void
test_end_before_begin (void)
{
  const Note notes[] = { { 960, 960, 0, 60 }, { 0, 960, 0, 60 } };
  g_autoptr(GBytes) bytes = write_notes (notes, 2);
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);
  guint n_events;
  const MaqSmfEvent *events = maq_smf_get_events (smf, 1, &n_events);

  g_assert_cmpuint (events[1].status, ==, MAQ_SMF_NOTE_ON);
  g_assert_cmpuint (events[2].status, ==, MAQ_SMF_NOTE_OFF);
  g_assert_cmpuint (events[3].status, ==, MAQ_SMF_NOTE_ON);
}

static void
test_running_status (void)
{
  static const guint8 data[] = {
    'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 0, 0, 1, 0, 96,
    'X', 'Y', 'Z', '!', 0, 0, 0, 2, 7, 7,
    'M', 'T', 'r', 'k', 0, 0, 0, 16,
    0x00, 0x93, 60, 100, 0x81, 0x00, 60, 0, 0x00, 0xff, 0x01, 0x00, 0x05, 62, 90, 0x00,
  };
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, sizeof data);
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);
  guint n_events;
  const MaqSmfEvent *events;

  g_assert_nonnull (smf);
  g_assert_cmpuint (maq_smf_get_n_tracks (smf), ==, 1);
  events = maq_smf_get_events (smf, 0, &n_events);
  g_assert_cmpuint (n_events, ==, 4);
  g_assert_cmpuint (events[1].status, ==, MAQ_SMF_NOTE_ON);
  g_assert_cmpuint (events[1].channel, ==, 3);
  g_assert_cmpint (events[1].ticks, ==, 128);
  g_assert_cmpint (events[3].ticks, ==, 133);
  g_assert_cmpuint (events[3].data[0], ==, 62);
}

/* every beginning of a good file, and the file with any one byte changed, is
 * either read or refused with a sentence */
static void
test_damaged (void)
{
  const Note notes[] = { { 0, 480, 0, 40 }, { 480, 480, 0, 43 } };
  g_autoptr(GBytes) whole = write_notes (notes, 2);
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (whole, &n_bytes);

  for (gsize cut = 0; cut < n_bytes; cut++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, n_bytes);
      g_autoptr(GBytes) shorter = g_bytes_new (data, cut);
      g_autoptr(GBytes) changed = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) change_error = NULL;
      g_autoptr(MaqSmf) smf = maq_smf_read (shorter, &error);
      g_autoptr(MaqSmf) other = NULL;

      g_assert_true ((smf == NULL) == (error != NULL));
      copy[cut] ^= 0xff;
      changed = g_bytes_new (copy, n_bytes);
      other = maq_smf_read (changed, &change_error);
      g_assert_true ((other == NULL) == (change_error != NULL));
    }
}

/* files of others, good and bad: none brings the reader down */
static void
test_files_of_others (void)
{
  const char *shared = g_getenv ("MAQ_SHARED_DATA");
  g_autofree char *folder = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n_read = 0;

  if (shared == NULL)
    {
      g_test_skip ("the outside material is not here");
      return;
    }

  folder = g_build_filename (shared, "midi", "parser", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(MaqSmf) smf = NULL;
      gsize n_bytes;

      g_assert_true (g_file_get_contents (path, &data, &n_bytes, NULL));
      bytes = g_bytes_new (data, n_bytes);
      smf = maq_smf_read (bytes, &error);
      g_assert_true ((smf == NULL) == (error != NULL));
      if (smf == NULL)
        g_test_message ("%s: %s", name, error->message);
      n_read += smf != NULL;
    }
  g_assert_cmpuint (n_read, >, 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/smf/round-trip", test_round_trip);
  g_test_add_func ("/formats/smf/conductor-track", test_conductor_track);
  g_test_add_func ("/formats/smf/end-before-begin", test_end_before_begin);
  g_test_add_func ("/formats/smf/running-status", test_running_status);
  g_test_add_func ("/formats/smf/damaged", test_damaged);
  g_test_add_func ("/formats/smf/files-of-others", test_files_of_others);
  return g_test_run ();
}
