/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Measured energy orders the sections of real songs as a listener would: choruses lie
 * above verses, breakdowns below what is before and after them. And the example song's
 * four moves are measured: the lift from verse to chorus. Songs from end to end, so this
 * takes a while.
 */

#include <string.h>

#include "maq-compiler.h"
#include "maq-form.h"
#include "maq-import.h"
#include "maq-measure.h"
#include "maq-move.h"
#include "maq-tension.h"
#include "maq-xml-reader.h"

static MaqSoundfont *font;

/* What was found in the charts. */
typedef struct
{
  guint n_songs;        /* that have verses and choruses, */
  guint n_borders;      /* where one goes over into the other, */
  guint n_rising;       /* and those of them that rise */
} Found;

static MaqSectionKind
kind_of (MaqForm *form,
         guint    section)
{
  return maq_section_get_kind (maq_form_get_section (form, section)->section);
}

static double
energy_of (GPtrArray *measures,
           guint      section)
{
  return maq_measure_get_whole (g_ptr_array_index (measures, section))->energy;
}

/* Of all sections of a kind, by how long they last; below 0 if there is none. */
static double
mean_energy (MaqForm        *form,
             GPtrArray      *measures,
             MaqSectionKind  kind)
{
  double sum = 0.0;
  double seconds = 0.0;

  for (guint i = 0; i < measures->len; i++)
    if (kind_of (form, i) == kind)
      {
        sum += energy_of (measures, i) * maq_form_get_section (form, i)->seconds;
        seconds += maq_form_get_section (form, i)->seconds;
      }
  return seconds > 0.0 ? sum / seconds : -1.0;
}

/* The last section of a kind, or -1. */
static int
find_last (MaqForm        *form,
           MaqSectionKind  kind)
{
  int index = (int) maq_form_get_n_sections (form) - 1;

  while (index >= 0 && kind_of (form, (guint) index) != kind)
    index--;
  return index;
}

static GPtrArray *
measure (MaqMeasurer *measurer,
         MaqSong     *song)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, song);
  g_autoptr (GError) error = NULL;
  GPtrArray *measures = maq_measurer_measure (measurer, performance, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return measures;
}

/* Choruses lie above verses. */
static void
check_choruses (const char *name,
                MaqForm    *form,
                GPtrArray  *measures,
                Found      *found)
{
  double verse = mean_energy (form, measures, MAQ_SECTION_VERSE);
  double chorus = mean_energy (form, measures, MAQ_SECTION_CHORUS);

  g_test_message ("%s: verses %.1f, choruses %.1f", name, verse, chorus);
  g_assert_cmpfloat (chorus, >, verse + 0.5);
  for (guint i = 1; i < measures->len; i++)
    if (kind_of (form, i - 1) == MAQ_SECTION_VERSE && kind_of (form, i) == MAQ_SECTION_CHORUS)
      {
        found->n_borders++;
        found->n_rising += energy_of (measures, i) > energy_of (measures, i - 1);
      }
  found->n_songs++;
}

/* A breakdown before the last chorus lies below both of its neighbours. */
static void
check_breakdown (const char  *name,
                 MaqMeasurer *measurer,
                 MaqProject  *project,
                 MaqForm     *form)
{
  guint index = (guint) find_last (form, MAQ_SECTION_CHORUS);
  MaqId chorus = maq_section_get_id (maq_form_get_section (form, index)->section);
  g_autoptr (MaqMove) move = maq_move_breakdown (chorus, 8);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) edited = maq_move_apply (move, project, &error);
  g_autoptr (GPtrArray) measures = NULL;

  g_assert_no_error (error);
  measures = measure (measurer, maq_project_get_current (edited));
  g_assert_cmpuint (measures->len, ==, maq_form_get_n_sections (form) + 1);
  g_test_message ("%s: breakdown %.1f, then %.1f", name, energy_of (measures, index),
                  energy_of (measures, index + 1));
  g_assert_cmpfloat (energy_of (measures, index), <, energy_of (measures, index + 1) - 1.0);
  if (index > 0)
    g_assert_cmpfloat (energy_of (measures, index), <, energy_of (measures, index - 1));
}

static void
check_chart (const char *folder,
             const char *name,
             Found      *found)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) project = NULL;
  g_autoptr (MaqMeasurer) measurer = maq_measurer_new (font);
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (MaqForm) form = NULL;
  MaqSong *song;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  project = maq_import_bytes (bytes, name, NULL, &error);
  g_assert_no_error (error);
  song = maq_project_get_current (project);
  form = maq_form_new (song, maq_song_get_current (song));
  if (find_last (form, MAQ_SECTION_VERSE) < 0 || find_last (form, MAQ_SECTION_CHORUS) < 0)
    return;
  measures = measure (measurer, song);
  check_choruses (name, form, measures, found);
  check_breakdown (name, measurer, project, form);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All charts that have both verses and choruses: 33 of 41, where verses go over into choruses
 * 61 times. */
static void
test_charts (void)
{
  const char *shared = g_getenv ("MAQ_SHARED_DATA");
  g_autofree char *folder = shared != NULL ? g_build_filename (shared, "billboard", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Found found = { 0 };
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
  for (guint i = 0; i < names->len; i++)
    check_chart (folder, g_ptr_array_index (names, i), &found);
  g_test_message ("%u of %u charts have verses and choruses; %u of %u go up from one to the other",
                  found.n_songs, names->len, found.n_rising, found.n_borders);
  g_assert_cmpuint (2 * found.n_songs, >, names->len);
  /* a song may have a reason not to, but few have */
  g_assert_cmpuint (10 * found.n_rising, >=, 9 * found.n_borders);
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

/* The tension of the last bar before the last section of a name. */
static double
measure_tension (MaqSong    *song,
                 guint       arrangement,
                 const char *before)
{
  MaqArrangement *chosen = maq_song_get_arrangement (song, arrangement);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (MaqPerformance) performance
    = maq_compiler_compile_arrangement (compiler, song, chosen);
  g_autoptr (MaqMeasurer) measurer = maq_measurer_new (font);
  g_autoptr (MaqForm) form = maq_form_new (song, chosen);
  g_autoptr (GPtrArray) measures
    = maq_measurer_measure (measurer, performance, NULL, NULL, NULL, NULL);
  g_autoptr (MaqTension) tension = maq_tension_new (form, chosen, measures);
  guint index = maq_form_get_n_sections (form) - 1;
  double last;

  while (strcmp (maq_section_get_name (maq_form_get_section (form, index)->section), before) != 0)
    index--;
  last = maq_tension_get_bar (tension, index - 1, maq_form_get_section (form, index - 1)->bars - 1);
  g_test_message ("%s: tension in the bar before %s %.1f, mean of the section before it %.1f",
                  maq_arrangement_get_name (chosen), before, last,
                  maq_tension_get_section (tension, index - 1));
  return last;
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
  g_assert_cmpfloat (measure_tension (song, 1, "Chorus 3"), >,
                     measure_tension (song, 0, "Chorus 3") + 1.0);
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
