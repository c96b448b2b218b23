/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Measured energy orders the sections of real songs as a listener would: choruses lie
 * above verses. And the example song's four moves are measured: the lift from verse to
 * chorus. Songs from end to end, so this takes a while.
 */

#include <string.h>

#include "maq-compiler.h"
#include "maq-form.h"
#include "maq-import.h"
#include "maq-measure.h"
#include "maq-xml-reader.h"

static MaqSoundfont *font;

/* Of all sections of a kind, by how long they last; below 0 if there is none. */
static double
mean_energy (MaqForm        *form,
             GPtrArray      *measures,
             MaqSectionKind  kind)
{
  double sum = 0.0;
  double seconds = 0.0;

  for (guint i = 0; i < measures->len; i++)
    {
      const MaqFigures *figures = maq_measure_get_whole (g_ptr_array_index (measures, i));

      if (maq_section_get_kind (maq_form_get_section (form, i)->section) != kind)
        continue;
      sum += figures->energy * figures->seconds;
      seconds += figures->seconds;
    }
  return seconds > 0.0 ? sum / seconds : -1.0;
}

static void
assert_choruses_above_verses (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) project = NULL;
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (MaqMeasurer) measurer = maq_measurer_new (font);
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (MaqForm) form = NULL;
  MaqSong *song;
  double verse;
  double chorus;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  project = maq_import_bytes (bytes, name, NULL, &error);
  g_assert_no_error (error);
  song = maq_project_get_current (project);
  form = maq_form_new (song, maq_song_get_current (song));
  performance = maq_compiler_compile (compiler, song);
  measures = maq_measurer_measure (measurer, performance, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  verse = mean_energy (form, measures, MAQ_SECTION_VERSE);
  chorus = mean_energy (form, measures, MAQ_SECTION_CHORUS);
  g_test_message ("%s: verses %.1f, choruses %.1f", name, verse, chorus);
  if (verse >= 0.0 && chorus >= 0.0)
    g_assert_cmpfloat (chorus, >, verse + 0.5);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Each fourth chart that there is. */
static void
test_charts (void)
{
  const char *shared = g_getenv ("MAQ_SHARED_DATA");
  g_autofree char *folder = shared != NULL ? g_build_filename (shared, "billboard", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("the charts are not there");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_ascii_isdigit (name[0]) && g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i += 4)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      assert_choruses_above_verses (path);
    }
}

/* How much louder the first section of one name is than the first of another, in LU. */
static double
measure_lift (MaqSong    *song,
              guint       arrangement,
              const char *from,
              const char *to)
{
  MaqArrangement *chosen = maq_song_get_arrangement (song, arrangement);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (MaqPerformance) performance
    = maq_compiler_compile_arrangement (compiler, song, chosen);
  g_autoptr (MaqMeasurer) measurer = maq_measurer_new (font);
  g_autoptr (MaqForm) form = maq_form_new (song, chosen);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures
    = maq_measurer_measure (measurer, performance, NULL, NULL, NULL, &error);
  double lift = 0.0;

  g_assert_no_error (error);
  for (guint i = 0; i < measures->len; i++)
    {
      const char *name = maq_section_get_name (maq_form_get_section (form, i)->section);
      const MaqFigures *figures = maq_measure_get_whole (g_ptr_array_index (measures, i));

      if (strcmp (name, from) == 0)
        lift -= figures->loudness_lufs;
      else if (strcmp (name, to) == 0)
        lift += figures->loudness_lufs;
    }
  g_test_message ("%s: from %s to %s %.1f LU", maq_arrangement_get_name (chosen), from, to, lift);
  return lift;
}

static void
test_four_moves (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAQ_DATADIR"), "examples",
                                            "lanterns.maquette", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MaqProject) project = NULL;
  MaqSong *song;
  double demoed;
  double settled;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  project = maq_xml_read (bytes, NULL);
  g_assert_nonnull (project);
  song = maq_project_get_current (project);
  demoed = measure_lift (song, 0, "Verse 1", "Chorus 1");
  settled = measure_lift (song, 1, "Verse 1", "Chorus 1");
  g_assert_cmpfloat (demoed, <, 1.5);
  g_assert_cmpfloat (settled, >, demoed + 3.0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  font = maq_soundfont_load (NULL, &error);
  if (font == NULL)
    {
      g_print ("1..0 # SKIP %s\n", error->message);
      return 0;
    }
  g_test_add_func ("/analysis/energy/choruses-above-verses", test_charts);
  g_test_add_func ("/analysis/energy/four-moves", test_four_moves);
  result = g_test_run ();
  maq_soundfont_unref (font);
  return result;
}
