/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "export-test.h"
#include "maq-export-job.h"
#include "maq-file-set.h"
#include "maq-player-sheet.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  fixture->folder = g_dir_make_tmp ("maquette-job-XXXXXX", NULL);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of what is in the folder, sorted. */
static GPtrArray *
list_names (const Fixture *fixture)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_dir_close (dir);
  g_ptr_array_sort (names, compare_names_cb);
  return names;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GPtrArray) names = list_names (fixture);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, g_ptr_array_index (names, i),
                                                NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
dup_path (const Fixture *fixture,
          const char    *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
assert_holds (const Fixture *fixture,
              const char    *name,
              const char    *expected)
{
  g_autofree char *path = dup_path (fixture, name);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
write_text (MaqFileSet    *files,
            const Fixture *fixture,
            const char    *name,
            const char    *text,
            GError       **error)
{
  g_autofree char *path = dup_path (fixture, name);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return maq_file_set_write (files, path, bytes, error);
}

static void
test_together (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(MaqFileSet) files = maq_file_set_new ();
  g_autofree char *old = dup_path (fixture, "b");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = NULL;

  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  g_assert_true (write_text (files, fixture, "a", "first", &error));
  g_assert_true (write_text (files, fixture, "b", "second", &error));
  assert_holds (fixture, "b", "old");
  g_assert_true (maq_file_set_finish (files, &error));
  g_assert_no_error (error);
  assert_holds (fixture, "a", "first");
  assert_holds (fixture, "b", "second");
  names = list_names (fixture);
  g_assert_cmpuint (names->len, ==, 2);
}

static void
test_given_up (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  MaqFileSet *files = maq_file_set_new ();
  g_autoptr(GPtrArray) names = NULL;

  g_assert_true (write_text (files, fixture, "a", "first", NULL));
  maq_file_set_free (files);
  names = list_names (fixture);
  g_assert_cmpuint (names->len, ==, 0);
}

/* The second can't take its place, so the first gives its own up again. */
static void
test_taken_back (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  MaqFileSet *files = maq_file_set_new ();
  g_autofree char *old = dup_path (fixture, "a");
  g_autofree char *blocked = dup_path (fixture, "blocked");
  g_autofree char *inside = dup_path (fixture, "blocked/inside");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = NULL;

  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  g_assert_true (write_text (files, fixture, "a", "first", NULL));
  g_assert_true (write_text (files, fixture, "new", "also", NULL));
  g_assert_true (write_text (files, fixture, "blocked", "second", NULL));
  g_assert_cmpint (g_mkdir (blocked, 0755), ==, 0);
  g_assert_cmpint (g_mkdir (inside, 0755), ==, 0);
  g_assert_false (maq_file_set_finish (files, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, blocked));
  maq_file_set_free (files);
  assert_holds (fixture, "a", "old");
  g_assert_cmpint (g_rmdir (inside), ==, 0);
  g_assert_cmpint (g_rmdir (blocked), ==, 0);
  names = list_names (fixture);
  g_assert_cmpuint (names->len, ==, 1);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(MaqFileSet) files = maq_file_set_new ();
  g_autofree char *nowhere = dup_path (fixture, "no/where");
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) missing = NULL;

  g_assert_null (maq_file_set_add (files, fixture->folder, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_assert_null (maq_file_set_add (files, nowhere, &missing));
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* Who may read what is there may read what takes its place, and nobody else. */
static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  static const int modes[] = { 0600, 0640, 0444, 0666 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr(MaqFileSet) files = maq_file_set_new ();
      g_autofree char *path = dup_path (fixture, "a");
      GStatBuf status;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      g_assert_cmpint (g_chmod (path, modes[i]), ==, 0);
      g_assert_true (write_text (files, fixture, "a", "new", NULL));
      g_assert_true (maq_file_set_finish (files, NULL));
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, modes[i]);
      assert_holds (fixture, "a", "new");
    }
}

/* Links stay, and lead to what was written. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(MaqFileSet) files = maq_file_set_new ();
  g_autofree char *there = dup_path (fixture, "there");
  g_autofree char *link_there = dup_path (fixture, "link");
  g_autofree char *link_nowhere = dup_path (fixture, "link to nothing");
  g_autofree char *link_itself = dup_path (fixture, "ring");
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (there, "old", -1, NULL));
  g_assert_cmpint (symlink ("there", link_there), ==, 0);
  g_assert_cmpint (symlink ("nothing", link_nowhere), ==, 0);
  g_assert_cmpint (symlink ("ring", link_itself), ==, 0);
  g_assert_true (write_text (files, fixture, "link", "first", NULL));
  g_assert_true (write_text (files, fixture, "link to nothing", "second", NULL));
  g_assert_false (write_text (files, fixture, "ring", "third", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
  g_assert_true (maq_file_set_finish (files, NULL));
  assert_holds (fixture, "there", "first");
  assert_holds (fixture, "nothing", "second");
  g_assert_true (g_file_test (link_there, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link_nowhere, G_FILE_TEST_IS_SYMLINK));
}

/* No file takes the place of another of the same set, also not through a link. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(MaqFileSet) files = maq_file_set_new ();
  g_autofree char *link_there = dup_path (fixture, "link");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink ("a", link_there), ==, 0);
  g_assert_true (write_text (files, fixture, "a", "first", NULL));
  g_assert_false (write_text (files, fixture, "a", "second", NULL));
  g_assert_false (write_text (files, fixture, "link", "third", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_assert_true (maq_file_set_finish (files, NULL));
  assert_holds (fixture, "a", "first");
}

static const MaqExportOptions plain = { 0 };

/* All kinds, into files whose names sort as they were added. */
static void
add_all (MaqExportJob  *job,
         const Fixture *fixture)
{
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const MaqExportKind *kind = maq_export_get_kind (i);

      if (kind->wish == NULL)
        maq_export_job_add_to_folder (job, kind, &plain, NULL, kind->suffixes[0], fixture->folder);
    }
}

static guint
count_documents (void)
{
  guint n_documents = 0;

  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    n_documents += maq_export_get_kind (i)->wish == NULL;
  return n_documents;
}

static void
assert_written (const Fixture *fixture,
                MaqExportJob  *job)
{
  g_autoptr(GPtrArray) names = list_names (fixture);

  g_assert_cmpuint (names->len, ==, maq_export_job_get_n_files (job));
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_path_get_basename (maq_export_job_get_path (job, i));

      g_assert_cmpstr (name, ==, g_ptr_array_index (names, i));
    }
}

static void
test_everything (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_hostile (export_test_names[i]);
      g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
      g_autoptr(MaqExportJob) job
        = maq_export_job_new (&(MaqExportSource) { handoff, performance });
      g_auto(GStrv) players = maq_player_sheet_list_players (handoff);
      g_autoptr(GError) error = NULL;

      add_all (job, fixture);
      g_assert_cmpuint (maq_export_job_get_n_files (job), ==,
                        count_documents () - 1 + g_strv_length (players));
      maq_export_job_run (job, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      assert_written (fixture, job);
      for (guint j = 0; j < maq_export_job_get_n_files (job); j++)
        g_remove (maq_export_job_get_path (job, j));
    }
}

/* Cancels when more than a third is done. */
static void
cancel_cb (double   fraction,
           gpointer user_data)
{
  if (fraction > 0.3)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(MaqHandoff) handoff = export_test_hostile ("Lanterns");
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  g_autoptr(MaqExportJob) job = maq_export_job_new (&(MaqExportSource) { handoff, performance });
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) error = NULL;

  add_all (job, fixture);
  g_assert_true (g_file_set_contents (maq_export_job_get_path (job, 0), "old", -1, NULL));
  g_assert_true (maq_export_job_is_there (job, 0));
  g_assert_false (maq_export_job_is_there (job, 1));
  g_assert_false (maq_export_job_run (job, cancellable, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  names = list_names (fixture);
  g_assert_cmpuint (names->len, ==, 1);
  assert_holds (fixture, g_ptr_array_index (names, 0), "old");
}

/* One that can't be made, and nothing is written. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(MaqHandoff) handoff = export_test_hostile ("Lanterns");
  g_autoptr(MaqExportJob) job = maq_export_job_new (&(MaqExportSource) { handoff, NULL });
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) error = NULL;

  maq_export_job_add_to_folder (job, maq_export_find_kind ("map"), &plain, NULL, ".svg",
                                fixture->folder);
  maq_export_job_add_to_folder (job, maq_export_find_kind ("player"), &plain, "Nobody", ".svg",
                                fixture->folder);
  g_assert_false (maq_export_job_run (job, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, maq_export_job_get_path (job, 1)));
  names = list_names (fixture);
  g_assert_cmpuint (names->len, ==, 0);
}

/* What is chosen as sound, one kind after the other, and what comes of it together. */
static void
test_sound_error (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(MaqHandoff) handoff = export_test_hostile ("Lanterns");
  g_autoptr(MaqExportJob) job = maq_export_job_new (&(MaqExportSource) { handoff, NULL });
  const MaqExportOptions wrong = { .sound = { .pattern = "{what}" } };
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GError) error = NULL;

  maq_export_job_add_to_folder (job, maq_export_find_kind ("map"), &plain, NULL, ".svg",
                                fixture->folder);
  maq_export_job_add_to_folder (job, maq_export_find_kind ("click-track"), &plain, NULL, ".wav",
                                fixture->folder);
  g_assert_null (maq_export_job_get_sound_error (job));
  g_assert_cmpuint (maq_export_job_get_n_files (job), ==, 2);
  maq_export_job_add_to_folder (job, maq_export_find_kind ("cues"), &wrong, NULL, ".wav",
                                fixture->folder);
  g_assert_nonnull (maq_export_job_get_sound_error (job));
  g_assert_nonnull (strstr (maq_export_job_get_sound_error (job)->message, "{what}"));
  g_assert_cmpuint (maq_export_job_get_n_files (job), ==, 1);
  g_assert_false (maq_export_job_run (job, NULL, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "{what}"));
  names = list_names (fixture);
  g_assert_cmpuint (names->len, ==, 0);
}

typedef struct
{
  MaqExportTakes   takes;
  MaqExportOptions options;
} Wish;

/* What of a document, as long as it is not yet in @seen, is changed by what can be wished. */
static MaqExportTakes
look_for_changes (const MaqExportKind   *kind,
                  const MaqExportSource *source,
                  MaqExportTakes         seen)
{
  static const Wish wishes[] = {
    { MAQ_EXPORT_TAKES_CHORDS, { .chart = { .notation = MAQ_CHORD_NOTATION_NASHVILLE } } },
    { MAQ_EXPORT_TAKES_LYRICS, { .chart = { .has_lyrics = TRUE } } },
    { MAQ_EXPORT_TAKES_PARTS, { .has_parts = TRUE } },
    { MAQ_EXPORT_TAKES_CLICK, { .has_click = TRUE } },
    { MAQ_EXPORT_TAKES_GRIDS, { .has_grids = TRUE } },
  };
  g_auto(GStrv) all = kind->list != NULL ? kind->list (source->handoff) : NULL;
  const char *which = all != NULL ? all[0] : NULL;
  const char *suffix = kind->lay_out != NULL ? ".png" : kind->suffixes[0];
  g_autoptr(GBytes) without = NULL;

  if (all != NULL && which == NULL)
    return seen;
  without = maq_export_make (kind, source, &plain, which, suffix, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    if ((seen & wishes[i].takes) == 0)
      {
        g_autoptr(GBytes) with = maq_export_make (kind, source, &wishes[i].options, which,
                                                  suffix, NULL);

        if (!g_bytes_equal (without, with))
          seen |= wishes[i].takes;
      }
  return seen;
}

/* What a kind says that it takes changes its documents, and nothing else does. */
static void
test_takes (void)
{
  g_autofree MaqExportTakes *seen = g_new0 (MaqExportTakes, maq_export_get_n_kinds ());
  MaqExportTakes all = 0;

  for (guint32 seed = 1; seed <= 2; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(MaqHandoff) handoff = export_test_any (rand);
      g_autoptr(MaqPerformance) performance = export_test_perform (handoff);

      for (guint i = 0; i < maq_export_get_n_kinds (); i++)
        if (maq_export_get_kind (i)->group != MAQ_EXPORT_GROUP_ALL
            && maq_export_get_kind (i)->wish == NULL)
          seen[i] = look_for_changes (maq_export_get_kind (i),
                                      &(MaqExportSource) { handoff, performance }, seen[i]);
    }
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const MaqExportKind *kind = maq_export_get_kind (i);

      if (kind->wish != NULL)
        continue;
      g_test_message ("%s", kind->id);
      g_assert_cmpint (kind->group == MAQ_EXPORT_GROUP_ALL ? all : seen[i], ==, kind->takes);
      all |= seen[i];
    }
}

/* A file's name says what it is. */
static void
test_suffixes (void)
{
  static const struct { const char *path; const char *id; } cases[] = {
    { "a.mid", "midi" }, { "b/A.MIDI", "midi" }, { "x.pdf", "charts" }, { "x.csv", "csv" },
    { "x.cho", "chordpro" }, { "x.zip", "bundle" }, { "x.txt", "text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (maq_export_find_kind_of (cases[i].path)->id, ==, cases[i].id);
  g_assert_null (maq_export_find_kind_of ("x.wav"));
  g_assert_null (maq_export_find_kind ("x"));
}

/* Nor does it say that it is something else. */
static void
test_other_suffixes (void)
{
  static const struct { const char *id; const char *path; gboolean is_other; } cases[] = {
    { "inputs", "x.csv", FALSE }, { "inputs", "x.pdf", TRUE },
    { "inputs", "X.PDF", TRUE }, { "inputs", "x.wav", TRUE },
    { "inputs", "x.tsv", FALSE }, { "inputs", "/dev/stdout", FALSE },
    { "map", "x.svg", FALSE }, { "map", "x.csv", TRUE }, { "midi", "-", FALSE },
    { "csv", "x.csv", FALSE }, { "csv", "x.csv.zip", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MaqExportKind *kind = maq_export_find_kind (cases[i].id);

      g_test_message ("%s %s", cases[i].id, cases[i].path);
      g_assert_cmpint (maq_export_is_other (kind, cases[i].path), ==, cases[i].is_other);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/export/job/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("together", test_together);
  ADD ("given-up", test_given_up);
  ADD ("taken-back", test_taken_back);
  ADD ("refused", test_refused);
  ADD ("permissions", test_permissions);
  ADD ("links", test_links);
  ADD ("twice", test_twice);
  ADD ("everything", test_everything);
  ADD ("cancelled", test_cancelled);
  ADD ("nobody", test_nobody);
  ADD ("sound-error", test_sound_error);
  g_test_add_func ("/export/job/takes", test_takes);
  g_test_add_func ("/export/job/suffixes", test_suffixes);
  g_test_add_func ("/export/job/other-suffixes", test_other_suffixes);
  return g_test_run ();
}
