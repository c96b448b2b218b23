/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The songs to begin with can be played at once, in any style, and their
 * pictures show what they are.
 */

#include <glib/gstdio.h>

#include "maq-check.h"
#include "maq-compiler.h"
#include "maq-file.h"
#include "maq-form-sketch.h"
#include "maq-styles.h"
#include "maq-template.h"

static MaqProject *
load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  MaqProject *root = maq_file_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return root;
}

/* In each section somebody plays something. */
static void
assert_plays (MaqProject *root)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (maq_styles_get ());
  g_autoptr (MaqPerformance) performance =
    maq_compiler_compile (compiler, maq_project_get_current (root));

  for (guint i = 0; i < maq_performance_get_n_spans (performance); i++)
    {
      guint n_notes = 0;

      for (guint j = 0; j < maq_performance_get_n_lanes (performance); j++)
        {
          MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, j), i);
          guint n = 0;

          if (phrase != NULL)
            maq_phrase_get_notes (phrase, &n);
          n_notes += n;
        }
      g_assert_cmpuint (n_notes, >, 0);
    }
}

static void
all_play_at_once (void)
{
  g_autoptr (GPtrArray) files = maq_template_list ();

  g_assert_cmpuint (files->len, >=, 10);
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (MaqProject) root = load (g_ptr_array_index (files, i));
      g_autoptr (MaqProject) song = maq_template_begin (root, NULL);
      const MaqSongFields *fields = maq_song_get_fields (maq_project_get_current (song));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", g_file_peek_path (g_ptr_array_index (files, i)));
      g_assert_true (maq_check (song, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (fields->title, ==, "New Song");
      g_assert_nonnull (maq_style_library_find (maq_styles_get (), fields->style));
      g_assert_nonnull (maq_arrangement_get_fields (maq_project_get_arrangement (song))->note);
      assert_plays (song);
    }
}

static void
take_any_style (void)
{
  g_autoptr (GPtrArray) files = maq_template_list ();
  MaqStyleLibrary *styles = maq_styles_get ();

  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    {
      MaqStyle *style = maq_style_library_get_style (styles, i);
      g_autoptr (MaqProject) root = load (g_ptr_array_index (files, i % files->len));
      g_autoptr (MaqProject) song = maq_template_begin (root, style);
      const MaqSongFields *fields = maq_song_get_fields (maq_project_get_current (song));
      g_autoptr (GError) error = NULL;

      g_assert_true (maq_check (song, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (fields->style, ==, maq_style_get_name (style));
      g_assert_true (maq_meter_equal (fields->meter, maq_style_get_meter (style)));
      g_assert_cmpfloat (fields->tempo_qpm, ==, maq_style_get_tempo_qpm (style));
      assert_plays (song);
    }
}

static void
sketch_is_of_the_form (void)
{
  g_autoptr (GPtrArray) files = maq_template_list ();
  g_autoptr (MaqProject) root = load (g_ptr_array_index (files, 0));
  g_autoptr (MaqFormSketch) sketch = maq_form_sketch_new (maq_project_get_current (root));

  g_assert_cmpstr (sketch->title, ==, "Verse and chorus");
  g_assert_cmpstr (sketch->style, ==, "Indie folk");
  g_assert_cmpint (sketch->bars, ==, 80);
  g_assert_cmpuint (sketch->n_sections, ==, 8);
  g_assert_cmpuint (sketch->n_layers, ==, 8);
  g_assert_cmpint (sketch->sections[2].kind, ==, MAQ_SECTION_CHORUS);
  g_assert_cmpint (sketch->sections[2].first_bar, ==, 20);
  g_assert_cmpint (sketch->sections[2].bars, ==, 8);
  /* the drums are out in the first verse, and follow what is said of the second */
  g_assert_cmpint (sketch->levels[1 * 8 + 1], ==, 0);
  g_assert_cmpint (sketch->levels[3 * 8 + 1], ==, 4);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static MaqFormSketch *
sketch_file (const char  *path,
             GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  maq_form_sketch_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return maq_form_sketch_load_finish (result, error);
}

/* A big file is not read for a picture, and one that is no song has none. */
static void
reads_within_bounds (void)
{
  g_autofree char *folder = g_dir_make_tmp ("maq-sketch-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "big.maquette", NULL);
  g_autofree char *text = g_strnfill (MAQ_SKETCH_MAX_BYTES + 1, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_null (sketch_file (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "<maquette", -1, NULL));
  g_assert_null (sketch_file (path, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (sketch_file (folder, &error));
  g_assert_nonnull (error);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/all-play-at-once", all_play_at_once);
  g_test_add_func ("/templates/take-any-style", take_any_style);
  g_test_add_func ("/templates/sketch-is-of-the-form", sketch_is_of_the_form);
  g_test_add_func ("/templates/reads-within-bounds", reads_within_bounds);
  return g_test_run ();
}
