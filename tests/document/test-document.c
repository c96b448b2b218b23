/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "maq-random-song.h"
#include "maq-xml-format.h"
#include "maq-xml-reader.h"
#include "maq-xml-writer.h"
#include "state-folder.h"

static const MaqPath nowhere = { 0 };

/* What happens while the disk takes its time: called in the thread that saves. */
typedef void (*SyncFunc) (gboolean is_folder,
                          gpointer user_data);

static SyncFunc sync_func;
static gpointer sync_data;

/* stands before the system's own, in this program */
int
fsync (int fd)
{
  SyncFunc func = sync_func;
  struct stat info;

  g_assert_cmpint (fstat (fd, &info), ==, 0);
  if (func != NULL)
    func (S_ISDIR (info.st_mode), sync_data);
  return fdatasync (fd);
}

typedef struct
{
  char        *folder;
  GFile       *file;
  MaqProject  *root;
  MaqDocument *document;
} Fixture;

static MaqProject *
with_title (MaqProject *root,
            const char *title)
{
  MaqProjectFields fields = *maq_project_get_fields (root);

  fields.title = title;
  return maq_project_with_fields (root, &fields);
}

static void
edit (MaqDocument *document,
      const char  *title)
{
  g_autoptr(MaqProject) next = with_title (maq_document_get_root (document), title);

  maq_document_apply (document, next, title, nowhere);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
save (MaqDocument   *document,
      MaqSaveFlags   flags,
      GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  maq_document_save_async (document, flags, NULL, done_cb, &result);
  return maq_document_save_finish (document, wait_for (&result), error);
}

static gboolean
save_as (MaqDocument  *document,
         GFile        *file,
         GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  maq_document_save_as_async (document, file, NULL, done_cb, &result);
  return maq_document_save_finish (document, wait_for (&result), error);
}

static MaqDocument *
open_file (GFile   *file,
           GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  maq_document_open_async (file, NULL, done_cb, &result);
  return maq_document_open_finish (wait_for (&result), error);
}

static gboolean
timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* until the document notices a change on the disk, or for half a minute */
static void
wait_for_change (MaqDocument *document)
{
  gboolean is_over = FALSE;
  guint source = g_timeout_add_seconds (30, timeout_cb, &is_over);

  while (!maq_document_is_changed_on_disk (document) && !is_over)
    g_main_context_iteration (NULL, TRUE);
  if (!is_over)
    g_source_remove (source);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("maquette-document-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "Ferry.maquette", NULL);
  self->file = g_file_new_for_path (path);
  self->root = maq_any_grid (4, 3);
  self->document = maq_document_new (self->root);
  save_as (self->document, self->file, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  maq_document_close (self->document);
  g_assert_finalize_object (self->document);
  g_object_unref (self->file);
  maq_project_unref (self->root);
  state_folder_remove (self->folder);
  g_free (self->folder);
}

/* nothing beside the file: no temporary file is left over */
static void
assert_alone (Fixture *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "Ferry.maquette");
}

static void
assert_on_disk (Fixture    *self,
                MaqProject *root)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) found = maq_file_load (self->file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (maq_project_equal (found, root));
}

static void
test_save_and_open (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqDocument) other = NULL;

  g_assert_false (maq_document_is_modified (self->document));
  g_assert_cmpstr (maq_document_get_title (self->document), ==, "Ferry");
  assert_alone (self);

  edit (self->document, "Other");
  g_assert_true (maq_document_is_modified (self->document));
  maq_document_undo (self->document, NULL);
  g_assert_false (maq_document_is_modified (self->document));
  maq_document_redo (self->document, NULL);
  g_assert_true (save (self->document, MAQ_SAVE_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_false (maq_document_is_modified (self->document));
  maq_document_undo (self->document, NULL);
  g_assert_true (maq_document_is_modified (self->document));
  maq_document_redo (self->document, NULL);

  other = open_file (self->file, &error);
  g_assert_no_error (error);
  g_assert_true (maq_project_equal (maq_document_get_root (other),
                                    maq_document_get_root (self->document)));
  g_assert_false (maq_document_is_modified (other));
  maq_document_close (other);
  assert_alone (self);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          int        *count)
{
  (*count)++;
}

static void
changed_cb (MaqDocument *document,
            MaqProject  *old_root,
            MaqProject  *new_root,
            int         *count)
{
  g_assert_true (new_root == maq_document_get_root (document));
  g_assert_true (old_root != new_root);
  (*count)++;
}

static void
test_signals (Fixture       *self,
              gconstpointer  data)
{
  int n_changed = 0, n_modified = 0, n_can_undo = 0, n_labels = 0;

  g_signal_connect (self->document, "changed", G_CALLBACK (changed_cb), &n_changed);
  g_signal_connect (self->document, "notify::modified", G_CALLBACK (count_cb), &n_modified);
  g_signal_connect (self->document, "notify::can-undo", G_CALLBACK (count_cb), &n_can_undo);
  g_signal_connect (self->document, "notify::undo-label", G_CALLBACK (count_cb), &n_labels);

  edit (self->document, "a");
  edit (self->document, "b");
  edit (self->document, "b");
  g_assert_cmpint (n_changed, ==, 2);
  g_assert_cmpint (n_modified, ==, 1);
  g_assert_cmpint (n_can_undo, ==, 1);
  g_assert_cmpint (n_labels, ==, 2);
  g_assert_cmpstr (maq_document_get_undo_label (self->document), ==, "b");
  g_assert_cmpstr (maq_document_get_redo_label (self->document), ==, NULL);

  maq_document_go_to_step (self->document, 0);
  g_assert_cmpint (n_changed, ==, 3);
  g_assert_cmpint (n_modified, ==, 2);
  g_assert_cmpint (n_can_undo, ==, 2);
  g_assert_true (maq_document_get_root (self->document) == self->root);
}

/* Looking at another song is no reason to ask whether to save. */
static void
test_looking_is_no_change (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(MaqProject) look = with_title (self->root, "looked at");

  maq_document_apply (self->document, look, NULL, nowhere);
  g_assert_true (maq_document_get_root (self->document) == look);
  g_assert_false (maq_document_is_modified (self->document));
  g_assert_false (maq_document_can_undo (self->document));
}

static void
test_imported (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(MaqDocument) document = maq_document_new_imported (self->root, "song/of 1999");
  g_autofree char *name = maq_document_dup_suggested_name (document);
  g_autoptr(GError) error = NULL;

  g_assert_true (maq_document_is_modified (document));
  g_assert_cmpstr (maq_document_get_title (document), ==, "song/of 1999");
  g_assert_cmpstr (name, ==, "song-of 1999.maquette");
  g_assert_null (maq_document_get_file (document));
  g_assert_false (save (document, MAQ_SAVE_DEFAULT, &error));
  g_assert_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_NO_FILE);
  maq_document_close (document);
}

static void
test_save_as_adds_suffix (Fixture       *self,
                          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "Ferry 2.0", NULL);
  g_autofree char *expected = g_strconcat (path, ".maquette", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  edit (self->document, "Second");
  g_assert_true (save_as (self->document, file, &error));
  g_assert_cmpstr (g_file_peek_path (maq_document_get_file (self->document)), ==, expected);
  g_assert_cmpstr (maq_document_get_title (self->document), ==, "Ferry 2.0");
  assert_on_disk (self, self->root);
}

/* ---- others write too ---- */

static void
write_other (Fixture *self)
{
  g_autoptr(MaqProject) theirs = with_title (self->root, "Theirs");
  g_autoptr(GError) error = NULL;

  g_usleep (2000);
  maq_file_save (self->file, theirs, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_conflict (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) theirs = with_title (self->root, "Theirs");

  edit (self->document, "Mine");
  write_other (self);
  wait_for_change (self->document);
  g_assert_true (maq_document_is_changed_on_disk (self->document));

  g_assert_false (save (self->document, MAQ_SAVE_DEFAULT, &error));
  g_assert_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_CHANGED_ON_DISK);
  g_clear_error (&error);
  g_assert_true (maq_document_is_modified (self->document));
  assert_on_disk (self, theirs);
  assert_alone (self);

  g_assert_true (save (self->document, MAQ_SAVE_OVERWRITE, &error));
  g_assert_no_error (error);
  g_assert_false (maq_document_is_changed_on_disk (self->document));
  assert_on_disk (self, maq_document_get_root (self->document));
}

/* A file that was opened is known as it was then. */
static void
test_conflict_after_opening (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqDocument) document = open_file (self->file, &error);
  g_autoptr(MaqProject) theirs = with_title (self->root, "Theirs");

  g_assert_no_error (error);
  write_other (self);
  edit (document, "Mine");
  g_assert_false (save (document, MAQ_SAVE_DEFAULT, &error));
  g_assert_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_CHANGED_ON_DISK);
  assert_on_disk (self, theirs);
  maq_document_close (document);
}

static void
write_other_while_saving (gboolean is_folder,
                          gpointer user_data)
{
  sync_func = NULL;
  write_other (user_data);
}

/* Who writes after we have looked, and before our file takes the place of the old one. */
static void
test_late_conflict (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) theirs = with_title (self->root, "Theirs");

  g_assert_true (save_as (self->document, self->file, &error));
  edit (self->document, "Mine");
  sync_data = self;
  sync_func = write_other_while_saving;
  g_assert_false (save (self->document, MAQ_SAVE_DEFAULT, &error));
  g_assert_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_CHANGED_ON_DISK);
  g_assert_null (sync_func);
  g_assert_true (maq_document_is_modified (self->document));
  assert_on_disk (self, theirs);
  assert_alone (self);
}

typedef struct
{
  GCancellable *cancellable;
  gboolean      after_rename;
} Cancel;

static void
cancel_while_saving (gboolean is_folder,
                     gpointer user_data)
{
  Cancel *cancel = user_data;

  if (is_folder == cancel->after_rename)
    g_cancellable_cancel (cancel->cancellable);
}

static gboolean
save_cancelled (Fixture   *self,
                gboolean   after_rename,
                GError   **error)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  Cancel cancel = { cancellable, after_rename };
  gboolean is_saved;

  sync_data = &cancel;
  sync_func = cancel_while_saving;
  maq_document_save_async (self->document, MAQ_SAVE_DEFAULT, cancellable, done_cb, &result);
  is_saved = maq_document_save_finish (self->document, wait_for (&result), error);
  sync_func = NULL;
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  return is_saved;
}

/* Before the file is replaced nothing has happened, after that everything has. */
static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (save_as (self->document, self->file, &error));
  edit (self->document, "Mine");
  g_assert_false (save_cancelled (self, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (maq_document_is_modified (self->document));
  assert_on_disk (self, self->root);
  assert_alone (self);

  g_assert_true (save_cancelled (self, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (maq_document_is_modified (self->document));
  assert_on_disk (self, maq_document_get_root (self->document));
}

static void
test_own_save_is_no_change (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gboolean is_over = FALSE;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", i);

      edit (self->document, title);
      g_assert_true (save (self->document, MAQ_SAVE_DEFAULT, &error));
      g_assert_no_error (error);
    }

  g_timeout_add (300, timeout_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (maq_document_is_changed_on_disk (self->document));
}

static void
test_reload (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) theirs = with_title (self->root, "Theirs");

  edit (self->document, "Mine");
  write_other (self);
  wait_for_change (self->document);
  maq_document_reload_async (self->document, NULL, done_cb, &result);
  g_assert_true (maq_document_reload_finish (self->document, wait_for (&result), &error));
  g_assert_no_error (error);

  g_assert_true (maq_project_equal (maq_document_get_root (self->document), theirs));
  g_assert_false (maq_document_is_modified (self->document));
  g_assert_false (maq_document_is_changed_on_disk (self->document));
  maq_document_undo (self->document, NULL);
  g_assert_cmpstr (maq_project_get_fields (maq_document_get_root (self->document))->title, ==,
                   "Mine");
}

/* What the file says already is no step. */
static void
test_reload_same (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  maq_document_reload_async (self->document, NULL, done_cb, &result);
  g_assert_true (maq_document_reload_finish (self->document, wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (maq_document_get_n_steps (self->document), ==, 0);
  g_assert_false (maq_document_is_modified (self->document));
}

/* Who deletes the file has changed it too; a save puts it back. */
static void
test_deleted (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_delete (self->file, NULL, NULL));
  wait_for_change (self->document);
  g_assert_true (maq_document_is_changed_on_disk (self->document));
  edit (self->document, "Still here");
  g_assert_true (save (self->document, MAQ_SAVE_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_false (maq_document_is_changed_on_disk (self->document));
  assert_on_disk (self, maq_document_get_root (self->document));
}

static void
turn (MaqDocument *document,
      const char  *title)
{
  g_autoptr(MaqProject) next = with_title (maq_document_get_root (document), title);

  maq_document_apply_gesture (document, next, "Turn", nowhere, "turn");
}

/* A knob that is turned on after a save does not take the saved state away from Undo. */
static void
test_save_ends_gesture (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  turn (self->document, "A little");
  turn (self->document, "More");
  g_assert_cmpuint (maq_document_get_n_steps (self->document), ==, 1);
  g_assert_true (save (self->document, MAQ_SAVE_DEFAULT, &error));
  turn (self->document, "Much more");
  g_assert_cmpuint (maq_document_get_n_steps (self->document), ==, 2);
  g_assert_true (maq_document_undo (self->document, NULL));
  g_assert_false (maq_document_is_modified (self->document));
}

/* Saves that are asked for at once come one after the other. */
static void
test_saves_queue (Fixture       *self,
                  gconstpointer  data)
{
  GAsyncResult *results[10] = { NULL };

  for (int i = 0; i < 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d", i);

      edit (self->document, title);
      maq_document_save_async (self->document, MAQ_SAVE_DEFAULT, NULL, done_cb, &results[i]);
    }

  for (int i = 0; i < 10; i++)
    {
      g_autoptr(GError) error = NULL;

      maq_document_save_finish (self->document, wait_for (&results[i]), &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  assert_on_disk (self, maq_document_get_root (self->document));
  g_assert_false (maq_document_is_modified (self->document));
}

/* ---- saving goes wrong ---- */

static void
assert_save_fails (Fixture    *self,
                   const char *says)
{
  g_autoptr(GError) error = NULL;

  edit (self->document, "Unsaved");
  g_assert_false (save (self->document, MAQ_SAVE_DEFAULT, &error));
  g_assert_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNWRITABLE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_true (maq_document_is_modified (self->document));
}

static void
test_vanished_folder (Fixture       *self,
                      gconstpointer  data)
{
  state_folder_remove (self->folder);
  assert_save_fails (self, "its folder is not there any more");
}

static void
test_pipe (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "pipe.maquette", NULL);
  g_autoptr(GFile) pipe = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (maq_file_save (pipe, self->root, NULL, NULL, NULL, &error));
  g_assert_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNWRITABLE);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_true (S_ISFIFO (info.st_mode));
}

/* The owner of everything may write everywhere, so give that up for a while. */
static void
test_read_only_folder (Fixture       *self,
                       gconstpointer  data)
{
  uid_t user = geteuid ();

  g_assert_cmpint (chmod (self->folder, 0555), ==, 0);
  if (user == 0 && seteuid (65534) != 0)
    {
      g_test_skip ("cannot become another user");
      return;
    }

  assert_save_fails (self, "may not be written to");
  g_assert_cmpint (seteuid (user), ==, 0);
  g_assert_cmpint (chmod (self->folder, 0755), ==, 0);
  assert_on_disk (self, self->root);
  assert_alone (self);
}

/* A limit on the size of files stops a write in the middle, as a full disk does. */
static void
test_no_space (Fixture       *self,
               gconstpointer  data)
{
  struct rlimit before, small;
  g_autoptr(MaqProject) big = maq_any_grid (200, 30);

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit) { 40000, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  maq_document_apply (self->document, big, "Grow", nowhere);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_save_fails (self, "was not saved");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  assert_on_disk (self, self->root);
  assert_alone (self);
}

static void
test_full_disk (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *mount = g_strdup_printf ("mount -t tmpfs -o size=64k none %s", self->folder);
  g_autofree char *umount = g_strdup_printf ("umount %s", self->folder);
  g_autoptr(MaqProject) big = maq_any_grid (200, 30);
  g_autoptr(GError) error = NULL;
  int status = -1;

  if (geteuid () != 0 || !g_spawn_command_line_sync (mount, NULL, NULL, &status, NULL) ||
      status != 0)
    {
      g_test_skip ("cannot mount a small disk");
      return;
    }

  g_assert_true (save (self->document, MAQ_SAVE_OVERWRITE, &error));
  maq_document_apply (self->document, big, "Grow", nowhere);
  assert_save_fails (self, "the disk is full");
  assert_on_disk (self, self->root);
  assert_alone (self);
  g_assert_true (g_spawn_command_line_sync (umount, NULL, NULL, NULL, NULL));
}

static void
test_link_stays_a_link (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "link.maquette", NULL);
  g_autoptr(GFile) link = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink ("Ferry.maquette", path), ==, 0);
  g_assert_cmpint (chmod (g_file_peek_path (self->file), 0640), ==, 0);
  edit (self->document, "Through the link");
  g_assert_true (save_as (self->document, link, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  assert_on_disk (self, maq_document_get_root (self->document));
  {
    struct stat now;

    g_assert_cmpint (stat (path, &now), ==, 0);
    g_assert_cmpint (now.st_mode & 0777, ==, 0640);
  }
}

/* ---- reading goes wrong ---- */

static void
assert_open_fails (Fixture    *self,
                   const char *name,
                   const char *says)
{
  g_autofree char *path = name[0] == '/' ? g_strdup (name)
                                         : g_build_filename (self->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_null (open_file (file, &error));
  g_assert_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNREADABLE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
}

static char *
make_file (Fixture    *self,
           const char *name,
           gsize       size)
{
  char *path = g_build_filename (self->folder, name, NULL);
  int fd = g_open (path, O_CREAT | O_WRONLY, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, (off_t) size), ==, 0);
  close (fd);

  return path;
}

static void
test_unreadable (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *empty = make_file (self, "empty.maquette", 0);
  g_autofree char *huge = make_file (self, "huge.maquette", 200 << 20);
  g_autofree char *secret = make_file (self, "secret.maquette", 10);
  g_autofree char *pipe = g_build_filename (self->folder, "pipe.maquette", NULL);
  uid_t user = geteuid ();

  assert_open_fails (self, "missing.maquette", "is not there");
  assert_open_fails (self, ".", "is a folder");
  assert_open_fails (self, "empty.maquette", "is empty");
  assert_open_fails (self, "huge.maquette", "64 MiB");
  assert_open_fails (self, "/dev/zero", "a pipe or a device");

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_open_fails (self, "pipe.maquette", "a pipe or a device");

  g_assert_cmpint (chmod (secret, 0), ==, 0);
  if (user == 0)
    g_assert_cmpint (chmod (self->folder, 0755) | seteuid (65534), ==, 0);
  assert_open_fails (self, "secret.maquette", "may not be read");
  g_assert_cmpint (seteuid (user), ==, 0);
}

static void
test_invalid (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (g_file_peek_path (self->file), "<maquette>\n</oops>\n", -1, NULL);
  g_assert_null (open_file (self->file, &error));
  g_assert_error (error, MAQ_XML_ERROR, MAQ_XML_ERROR_NOT_MAQUETTE);
  g_assert_cmpint (maq_xml_error_get_line (error), ==, 1);
}

/* A save says what was there when it was asked for; what came since is not saved. */
static void
test_edit_while_saving (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save_as (self->document, self->file, &error));
  edit (self->document, "Before");
  maq_document_save_async (self->document, MAQ_SAVE_DEFAULT, NULL, done_cb, &result);
  edit (self->document, "Since");
  g_assert_true (maq_document_save_finish (self->document, wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_true (maq_document_is_modified (self->document));
  g_assert_true (maq_document_undo (self->document, NULL));
  g_assert_false (maq_document_is_modified (self->document));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "save-and-open", test_save_and_open },
    { "signals", test_signals },
    { "looking-is-no-change", test_looking_is_no_change },
    { "imported", test_imported },
    { "save-as-adds-suffix", test_save_as_adds_suffix },
    { "conflict", test_conflict },
    { "conflict-after-opening", test_conflict_after_opening },
    { "late-conflict", test_late_conflict },
    { "cancel", test_cancel },
    { "own-save-is-no-change", test_own_save_is_no_change },
    { "reload", test_reload },
    { "reload-same", test_reload_same },
    { "deleted", test_deleted },
    { "save-ends-gesture", test_save_ends_gesture },
    { "saves-queue", test_saves_queue },
    { "edit-while-saving", test_edit_while_saving },
    { "vanished-folder", test_vanished_folder },
    { "read-only-folder", test_read_only_folder },
    { "pipe", test_pipe },
    { "no-space", test_no_space },
    { "full-disk", test_full_disk },
    { "link-stays-a-link", test_link_stays_a_link },
    { "unreadable", test_unreadable },
    { "invalid", test_invalid },
  };

  g_autofree char *state = state_folder_make ();
  int result;

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/document/document/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  result = g_test_run ();
  state_folder_remove (state);

  return result;
}
