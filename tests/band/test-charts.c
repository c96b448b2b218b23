/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "band-fixture.h"
#include "band-rules.h"
#include "maq-import.h"

/* The rules of the band over charts of real songs, in every style. */

static MaqStyleLibrary *styles;

static MaqProject *
load_chart (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (MaqImportReport) report = maq_import_report_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  MaqProject *project;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  project = maq_import_bytes (bytes, name, report, &error);
  g_assert_no_error (error);
  return project;
}

static MaqSong *
with_style (MaqSong    *song,
            const char *style)
{
  MaqSongFields fields = *maq_song_get_fields (song);

  fields.style = style;
  return maq_song_with_fields (song, &fields);
}

/* A layer for each role, and all of them at one level everywhere. */
static MaqSong *
with_everybody (MaqSong *song,
                int      level)
{
  g_autoptr (MaqSong) crowd = fixture_song (&(FixtureSong) { .style = NULL });
  MaqArrangement *before = maq_song_get_current (song);
  MaqArrangementFields fields = *maq_arrangement_get_fields (before);
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);
  g_autoptr (MaqVec) part_vec = NULL;
  g_autoptr (MaqVec) section_vec = NULL;
  g_autoptr (MaqArrangement) after = NULL;

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    g_ptr_array_add (parts, maq_part_new (&(MaqPartFields) { .layer = 100 + i, .level = level }));
  part_vec = maq_vec_new (&maq_part_vec_class, (const gpointer *) parts->pdata, parts->len);
  for (guint i = 0; i < maq_arrangement_get_n_sections (before); i++)
    {
      MaqSectionFields section
        = *maq_section_get_fields (maq_arrangement_get_section (before, i));

      section.parts = part_vec;
      g_ptr_array_add (sections, maq_section_new (&section));
    }
  section_vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections->pdata,
                             sections->len);
  fields.sections = section_vec;
  fields.layers = maq_arrangement_get_fields (maq_song_get_current (crowd))->layers;
  fields.remarks = NULL;
  after = maq_arrangement_new (&fields);
  return maq_song_with_arrangement (song, after);
}

static void
check_song (MaqSong *song)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);

  rules_check (song, performance);
}

static void
check_chart (const char *folder,
             const char *name)
{
  g_autoptr (MaqProject) project = load_chart (folder, name);
  MaqSong *song = maq_project_get_current (project);
  g_autoptr (MaqSong) low = with_everybody (song, 2);
  g_autoptr (MaqSong) high = with_everybody (song, 9);

  g_test_message ("%s: %s", name, maq_song_get_title (song));
  check_song (song);
  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    {
      const char *style = maq_style_get_name (maq_style_library_get_style (styles, i));
      g_autoptr (MaqSong) quiet = with_style (low, style);
      g_autoptr (MaqSong) loud = with_style (high, style);

      check_song (quiet);
      check_song (loud);
    }
}

static void
test_folder (gconstpointer data)
{
  const char *shared = g_getenv ("MAQ_SHARED_DATA");
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_charts = 0;

  if (shared == NULL)
    {
      g_test_skip ("the outside test material is not there");
      return;
    }
  folder = g_build_filename (shared, data, NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      {
        check_chart (folder, name);
        n_charts++;
      }
  if (n_charts == 0)
    g_test_skip ("there are no charts in the outside test material");
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  styles = fixture_styles ();
  g_test_add_data_func ("/band/charts/billboard", "billboard", test_folder);
  result = g_test_run ();
  maq_style_library_unref (styles);
  return result;
}
