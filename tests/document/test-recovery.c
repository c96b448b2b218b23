/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-recovery.h"

#include <sys/stat.h>
#include <unistd.h>

#include "maq-file.h"
#include "maq-random-song.h"
#include "state-folder.h"

static const MaqPath nowhere = { 0 };

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

/* the names of what lies there, or NULL if there is no such folder */
static GPtrArray *
list_folder (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "maquette", "recovery",
                                              NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));

  return names;
}

static void
assert_nothing_left (void)
{
  g_autoptr(GPtrArray) list = maq_recovery_list ();
  g_autoptr(GPtrArray) names = list_folder ();

  g_assert_cmpuint (names->len, ==, 0);
  g_assert_cmpuint (list->len, ==, 0);
}

static GFile *
save_first (MaqProject *root)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "Ferry.maquette", NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  maq_file_save (file, root, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return file;
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  *(MaqDocument **) user_data = maq_document_open_finish (result, &error);
  g_assert_no_error (error);
}

static MaqDocument *
open_file (GFile *file)
{
  MaqDocument *document = NULL;

  maq_document_open_async (file, NULL, opened_cb, &document);
  while (document == NULL)
    g_main_context_iteration (NULL, TRUE);

  return document;
}

/* Dropping a document without closing it is what a crash comes to. */
static void
crash (MaqDocument **document)
{
  g_clear_object (document);
}

static void
test_untitled (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  MaqDocument *document = maq_document_new (root);
  g_autoptr(GPtrArray) list = NULL;
  MaqRecovery *recovery;

  for (int i = 0; i <= 100; i++)
    {
      g_autofree char *title = g_strdup_printf ("Take %d", i);

      edit (document, title);
    }
  crash (&document);

  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  recovery = g_ptr_array_index (list, 0);
  g_assert_null (maq_recovery_get_file (recovery));
  g_assert_cmpstr (maq_project_get_fields (maq_recovery_get_root (recovery))->title, ==,
                   "Take 100");
  g_assert_cmpint (g_get_real_time () - maq_recovery_get_time_us (recovery), <,
                   10 * G_USEC_PER_SEC);
  g_assert_cmpstr (maq_recovery_get_summary (recovery), !=, "");
  maq_recovery_discard (recovery);
  assert_nothing_left ();
}

static void
test_with_file (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  g_autoptr(GFile) file = save_first (root);
  MaqDocument *document = open_file (file);
  g_autoptr(GPtrArray) list = NULL;
  MaqRecovery *recovery;

  edit (document, "Lost?");
  crash (&document);

  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  recovery = g_ptr_array_index (list, 0);
  g_assert_true (g_file_equal (maq_recovery_get_file (recovery), file));
  g_assert_cmpstr (maq_recovery_get_title (recovery), ==, "Ferry");
  g_test_message ("%s", maq_recovery_get_summary (recovery));
  g_assert_cmpstr (maq_recovery_get_summary (recovery), !=, "");

  document = maq_recovery_restore (recovery);
  g_assert_true (maq_document_is_modified (document));
  g_assert_true (g_file_equal (maq_document_get_file (document), file));
  g_assert_cmpstr (maq_project_get_fields (maq_document_get_root (document))->title, ==, "Lost?");

  /* a crash again before anything else is done */
  crash (&document);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  document = maq_recovery_restore (g_ptr_array_index (list, 0));
  maq_document_close (document);
  g_assert_finalize_object (document);
  assert_nothing_left ();
}

/* What is older than the file is offered too, but not as if it were the newest. */
static void
test_file_written_later (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  g_autoptr(MaqProject) later = with_title (root, "Later");
  g_autoptr(GFile) file = save_first (root);
  MaqDocument *document = open_file (file);
  g_autoptr(GPtrArray) list = NULL;

  edit (document, "Earlier");
  crash (&document);
  g_usleep (20000);
  maq_file_save (file, later, NULL, NULL, NULL, NULL);

  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (g_str_has_prefix (maq_recovery_get_summary (g_ptr_array_index (list, 0)),
                                   "The file was written later"));
  maq_recovery_discard (g_ptr_array_index (list, 0));
}

/* Killed between the save and the clearing up: nothing is lost, nothing is offered. */
static void
test_file_says_the_same (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  g_autoptr(MaqProject) edited = NULL;
  g_autoptr(GFile) file = save_first (root);
  g_autoptr(GPtrArray) list = NULL;
  MaqDocument *document = open_file (file);

  edit (document, "Saved just now");
  edited = maq_project_ref (maq_document_get_root (document));
  crash (&document);
  maq_file_save (file, edited, NULL, NULL, NULL, NULL);
  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, 0);
  assert_nothing_left ();
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  maq_document_save_finish (MAQ_DOCUMENT (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What is saved, undone or closed needs no recovery. */
static void
test_nothing_to_recover (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  g_autoptr(GFile) file = save_first (root);
  MaqDocument *document = open_file (file);
  g_autoptr(GPtrArray) list = NULL;
  gboolean is_saved = FALSE;

  edit (document, "Saved");
  maq_document_save_async (document, MAQ_SAVE_DEFAULT, NULL, saved_cb, &is_saved);
  while (!is_saved)
    g_main_context_iteration (NULL, TRUE);
  crash (&document);
  assert_nothing_left ();

  document = open_file (file);
  edit (document, "Undone");
  maq_document_undo (document, NULL);
  crash (&document);
  assert_nothing_left ();

  document = open_file (file);
  edit (document, "Thrown away");
  maq_document_close (document);
  crash (&document);
  assert_nothing_left ();
}

static void
test_living_are_left_alone (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  g_autoptr(MaqDocument) document = maq_document_new_imported (root, "Alive");
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GPtrArray) list = NULL;

  do
    {
      g_clear_pointer (&names, g_ptr_array_unref);
      g_usleep (1000);
      names = list_folder ();
    }
  while (names->len < 3);

  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (names->len, ==, 3);
  maq_document_close (document);
  assert_nothing_left ();
}

/* What somebody looks at is not offered to the next one. */
static void
test_offered_once (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  MaqDocument *document = maq_document_new_imported (root, "Once");
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) second = NULL;

  crash (&document);
  first = maq_recovery_list ();
  second = maq_recovery_list ();
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpuint (second->len, ==, 0);

  /* nobody decided: it is there the next time */
  g_clear_pointer (&first, g_ptr_array_unref);
  first = maq_recovery_list ();
  g_assert_cmpuint (first->len, ==, 1);
  maq_recovery_discard (g_ptr_array_index (first, 0));
}

static void
test_rubbish_is_cleared_away (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "maquette", "recovery",
                                              NULL);
  g_autofree char *lock = g_build_filename (folder, "aa.lock", NULL);
  g_autofree char *project = g_build_filename (folder, "aa.maquette", NULL);
  g_autofree char *lonely = g_build_filename (folder, "bb.lock", NULL);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (lock, "", 0, NULL);
  g_file_set_contents (project, "<maquette", -1, NULL);
  g_file_set_contents (lonely, "", 0, NULL);
  assert_nothing_left ();
}

/* What this Maquette cannot read is not offered, and is there for one that can. */
static void
test_newer_is_kept (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "maquette", "recovery",
                                              NULL);
  g_autofree char *lock = g_build_filename (folder, "aa.lock", NULL);
  g_autofree char *project = g_build_filename (folder, "aa.maquette", NULL);
  g_autoptr(GPtrArray) list = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (lock, "", 0, NULL);
  g_file_set_contents (project, "<maquette xmlns=\"urn:maquette:project\" version=\"9\"/>", -1,
                       NULL);
  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_true (g_file_test (project, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  unlink (project);
  assert_nothing_left ();
}

static void
failed_cb (GObject    *object,
           GParamSpec *pspec,
           gboolean   *failed)
{
  g_object_get (object, "recovery-failed", failed, NULL);
}

static void
wait_until (gboolean *flag,
            gboolean  value)
{
  while (*flag != value)
    g_main_context_iteration (NULL, TRUE);
}

/* A state folder that cannot be written to is said, and written to when it can be. */
static void
test_failure_is_told (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "maquette", NULL);
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  g_autoptr(GFile) file = save_first (root);
  MaqDocument *document = open_file (file);
  g_autoptr(GPtrArray) list = NULL;
  gboolean failed = FALSE;

  state_folder_remove (folder);
  g_file_set_contents (folder, "in the way", -1, NULL);
  g_signal_connect (document, "notify::recovery-failed", G_CALLBACK (failed_cb), &failed);

  edit (document, "Unguarded");
  wait_until (&failed, TRUE);

  g_remove (folder);
  edit (document, "Guarded");
  wait_until (&failed, FALSE);
  crash (&document);

  /* what was said of it in vain is said again */
  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (g_file_equal (maq_recovery_get_file (g_ptr_array_index (list, 0)), file));
  g_assert_cmpstr (maq_recovery_get_title (g_ptr_array_index (list, 0)), ==, "Ferry");
  maq_recovery_discard (g_ptr_array_index (list, 0));
}

static void
test_newest_first (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (3, 2);
  static const char *const titles[] = { "First", "Second", "Third" };
  g_autoptr(GPtrArray) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      MaqDocument *document = maq_document_new (root);

      edit (document, titles[i]);
      crash (&document);
      g_usleep (20000);
    }
  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < list->len; i++)
    {
      MaqProject *found = maq_recovery_get_root (g_ptr_array_index (list, i));

      g_assert_cmpstr (maq_project_get_fields (found)->title, ==, titles[list->len - 1 - i]);
      maq_recovery_discard (g_ptr_array_index (list, i));
    }
}

/* The newest wins, and is written soon, however fast the edits come. */
static void
test_age (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (300, 30);
  MaqDocument *document = maq_document_new (root);
  g_autoptr(GPtrArray) list = NULL;
  gint64 start = g_get_monotonic_time ();
  int n_edits = 0;

  while (g_get_monotonic_time () - start < 300000)
    {
      g_autofree char *title = g_strdup_printf ("%d", n_edits++);

      edit (document, title);
    }
  g_test_message ("%d edits", n_edits);
  crash (&document);

  list = maq_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (atoi (maq_project_get_fields (maq_recovery_get_root (
                     g_ptr_array_index (list, 0)))->title), ==, n_edits - 1);
  maq_recovery_discard (g_ptr_array_index (list, 0));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = state_folder_make ();
  int result;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/recovery/untitled", test_untitled);
  g_test_add_func ("/document/recovery/with-file", test_with_file);
  g_test_add_func ("/document/recovery/file-written-later", test_file_written_later);
  g_test_add_func ("/document/recovery/file-says-the-same", test_file_says_the_same);
  g_test_add_func ("/document/recovery/nothing-to-recover", test_nothing_to_recover);
  g_test_add_func ("/document/recovery/living-are-left-alone", test_living_are_left_alone);
  g_test_add_func ("/document/recovery/offered-once", test_offered_once);
  g_test_add_func ("/document/recovery/rubbish-is-cleared-away", test_rubbish_is_cleared_away);
  g_test_add_func ("/document/recovery/newer-is-kept", test_newer_is_kept);
  g_test_add_func ("/document/recovery/failure-is-told", test_failure_is_told);
  g_test_add_func ("/document/recovery/newest-first", test_newest_first);
  g_test_add_func ("/document/recovery/age", test_age);

  result = g_test_run ();
  state_folder_remove (state);

  return result;
}
