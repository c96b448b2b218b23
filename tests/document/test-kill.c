/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A child edits and saves at random and is killed at a random moment. Each
 * time the file must be whole and valid, and the newest of what the file and
 * the recovery hold must be what the child had at most 250 ms before.
 *
 * The child notes each edit, its number and its time, before it makes it.
 *
 * A project of 20 MB is killed in the slow suite. There the time counts only
 * in the benchmark, because it takes a machine that does nothing else.
 */

#include "maq-recovery.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "maq-file.h"
#include "maq-random-move.h"
#include "maq-random-song.h"
#include "maq-xml-schema.h"
#include "state-folder.h"

/* as promised; and where the machine has other work to do at the same time */
#define MAX_AGE_US 250000
#define MAX_BUSY_AGE_US 10000000

typedef struct
{
  gint64 number;
  gint64 time_us;
} Note;

/* ---- the child ---- */

typedef struct
{
  MaqDocument *document;
  GRand       *rand;
  gint64       number;
  int          notes;
} Child;

/* the number is kept where no move reaches: in the title of the project */
static MaqProject *
with_number (MaqProject *root,
             gint64      number)
{
  MaqProjectFields fields = *maq_project_get_fields (root);
  g_autofree char *title = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  fields.title = title;
  return maq_project_with_fields (root, &fields);
}

static gint64
get_number (MaqProject *root)
{
  return g_ascii_strtoll (maq_project_get_fields (root)->title, NULL, 10);
}

static void
edit (Child *self)
{
  MaqProject *root = maq_document_get_root (self->document);
  g_autoptr(MaqMove) move = maq_any_move (self->rand, root);
  g_autoptr(MaqProject) moved = maq_move_apply (move, root, NULL);
  g_autoptr(MaqProject) next = NULL;
  Note note;

  if (moved == NULL)
    return;

  next = with_number (moved, ++self->number);
  note = (Note) { self->number, g_get_monotonic_time () };
  if (write (self->notes, &note, sizeof note) != sizeof note)
    exit (2);
  maq_document_apply (self->document, next, "Edit", (MaqPath) { 0 });
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!maq_document_save_finish (MAQ_DOCUMENT (object), result, &error))
    {
      g_printerr ("child: %s\n", error->message);
      exit (3);
    }
}

static gboolean
work_cb (gpointer user_data)
{
  Child *self = user_data;

  edit (self);
  if (maq_any_chance (self->rand, 10))
    maq_document_save_async (self->document, MAQ_SAVE_DEFAULT, NULL, saved_cb, NULL);

  g_timeout_add ((guint) g_rand_int_range (self->rand, 0, 30), work_cb, self);
  return G_SOURCE_REMOVE;
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Child *self = user_data;
  g_autoptr(GError) error = NULL;

  self->document = maq_document_open_finish (result, &error);
  if (self->document == NULL)
    {
      g_printerr ("child: %s\n", error->message);
      exit (4);
    }

  self->number = get_number (maq_document_get_root (self->document));
  work_cb (self);
}

static int
run_child (const char *path,
           const char *notes,
           const char *seed)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Child self = { 0 };

  self.rand = g_rand_new_with_seed ((guint32) g_ascii_strtoull (seed, NULL, 10));
  self.notes = g_open (notes, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  maq_document_open_async (file, NULL, opened_cb, &self);
  g_main_loop_run (loop);

  return 0;
}

/* ---- the parent ---- */

static char *program;

static GPid
spawn_child (const char *path,
             const char *notes,
             guint32     seed)
{
  g_autofree char *text = g_strdup_printf ("%u", seed);
  const char *argv[] = { program, "--child", path, notes, text, NULL };
  g_auto(GStrv) environment = g_get_environ ();
  g_autoptr(GError) error = NULL;
  GPid pid = 0;

  environment = g_environ_setenv (environment, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  g_spawn_async (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                 &error);
  g_assert_no_error (error);

  return pid;
}

static void
wait_for_first_note (const char *notes,
                     GPid        pid)
{
  GStatBuf info;

  while (g_stat (notes, &info) != 0 || info.st_size == 0)
    {
      g_assert_cmpint (waitpid (pid, NULL, WNOHANG), ==, 0);
      g_usleep (500);
    }
}

/* returns when it was killed */
static gint64
kill_child (GPid pid)
{
  gint64 time_us = g_get_monotonic_time ();
  int status;

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));

  return time_us;
}

static MaqProject *
load_valid (GFile *file)
{
  g_autofree char *schema = g_build_filename (g_getenv ("MAQ_DATADIR"), MAQ_XML_SCHEMA_NAME, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = maq_file_read (file, NULL, NULL, &error);
  MaqProject *root;

  g_assert_no_error (error);
  maq_xml_validate (bytes, schema, &error);
  g_assert_no_error (error);
  root = maq_xml_read (bytes, &error);
  g_assert_no_error (error);

  return root;
}

static gint64
newest_recovered (void)
{
  g_autoptr(GPtrArray) list = maq_recovery_list ();
  gint64 newest = 0;

  g_assert_cmpuint (list->len, <=, 1);
  for (guint i = 0; i < list->len; i++)
    {
      newest = MAX (newest, get_number (maq_recovery_get_root (g_ptr_array_index (list, i))));
      maq_recovery_discard (g_ptr_array_index (list, i));
    }

  return newest;
}

/* how long before @killed_us the newest that is left was replaced by a newer edit */
static gint64
age_of (gint64      newest,
        const char *notes,
        gint64      killed_us)
{
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (notes, &text, &size, NULL));
  for (gsize at = 0; at + sizeof (Note) <= size; at += sizeof (Note))
    {
      const Note *note = (const Note *) (const void *) (text + at);

      if (note->number == newest + 1)
        return MAX (killed_us - note->time_us, 0);
    }

  return 0;
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
kill_often (GRand      *rand,
            MaqProject *any,
            int         n_kills,
            gint32      max_life_us,
            gboolean    is_timed)
{
  g_autofree char *folder = g_dir_make_tmp ("maquette-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Ferry.maquette", NULL);
  g_autofree char *notes = g_build_filename (folder, "notes", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(MaqProject) first = with_number (any, 0);
  gint64 oldest = 0;
  int n_recovered = 0, n_late = 0;

  g_assert_true (maq_file_save (file, first, NULL, NULL, NULL, NULL));

  for (int i = 0; i < n_kills; i++)
    {
      GPid pid;
      g_autoptr(MaqProject) saved = NULL;
      gint64 killed_us, newest, age;

      g_remove (notes);
      pid = spawn_child (path, notes, g_rand_int (rand));
      wait_for_first_note (notes, pid);
      g_usleep ((gulong) g_rand_int_range (rand, 0, max_life_us));
      killed_us = kill_child (pid);

      saved = load_valid (file);
      newest = newest_recovered ();
      n_recovered += newest > get_number (saved);
      newest = MAX (newest, get_number (saved));
      age = age_of (newest, notes, killed_us);
      if (is_timed)
        g_assert_cmpint (age, <=, g_test_slow () || g_test_perf () ? MAX_AGE_US
                                                                   : MAX_BUSY_AGE_US);
      n_late += age > MAX_AGE_US;
      oldest = MAX (oldest, age);
    }

  g_test_message ("%d kills, %d times something to recover, at most %.1f ms old; "
                  "%u files left over", n_kills, n_recovered, (double) oldest / 1000,
                  count_files (folder) - 2);
  g_assert_cmpint (n_recovered, >, n_kills / 4);
  if (is_timed)
    g_assert_cmpint (n_late, <=, n_kills / 4);

  g_remove (notes);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_kill (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());
  g_autoptr(MaqProject) any = maq_any_project (rand, &maq_any_middling);

  kill_often (rand, any, g_test_slow () ? 200 : 20, 400000, TRUE);
}

static void
test_kill_large (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());
  g_autoptr(MaqProject) any = maq_any_grid (2000, 245);

  kill_often (rand, any, 10, 4000000, g_test_perf ());
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = NULL;
  int result;

  if (argc == 5 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argv[3], argv[4]);

  state = state_folder_make ();
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/kill", test_kill);
  if (g_test_slow () || g_test_perf ())
    g_test_add_func ("/document/kill-large", test_kill_large);

  result = g_test_run ();
  state_folder_remove (state);

  return result;
}
