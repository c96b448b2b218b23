/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Songs as they come are about as loud: -16 LUFS, 2 LU up or down, and no peak
 * is over -1 dBTP. Measured from end to end, so this takes a while.
 */

#include <math.h>

#include "maq-compiler.h"
#include "maq-import.h"
#include "maq-loudness.h"
#include "maq-render.h"
#include "maq-xml-reader.h"

#define AIM_LUFS -16.0
#define MAX_LU_OFF 2.0
#define CEILING_DBTP -1.0

static MaqSoundfont *font;

static void
assert_level (const char     *name,
              MaqSong        *song,
              MaqArrangement *arrangement)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (MaqPerformance) performance
    = maq_compiler_compile_arrangement (compiler, song, arrangement);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqRender) render = maq_render_new (font, performance, NULL, &error);
  g_autoptr (MaqLoudness) loudness = maq_loudness_new (48000, 2, 0);
  g_autofree float *samples = g_new (float, 2 * MAQ_RENDER_BLOCK);
  MaqLoudnessFigures figures;
  guint n;

  g_assert_no_error (error);
  while ((n = maq_render_read (render, samples, MAQ_RENDER_BLOCK)) > 0)
    maq_loudness_add (loudness, samples, n);
  figures = maq_loudness_get_figures (loudness);
  g_test_message ("%s, %s: %.1f LUFS, %.2f dBTP", name, maq_arrangement_get_name (arrangement),
                  figures.integrated_lufs, figures.true_peak_dbtp);
  g_assert_cmpfloat (fabs (figures.integrated_lufs - AIM_LUFS), <=, MAX_LU_OFF);
  g_assert_cmpfloat (figures.true_peak_dbtp, <=, CEILING_DBTP);
}

static GBytes *
read_bytes (const char *folder,
            const char *below,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, below, name, NULL);
  char *data = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return NULL;
  return g_bytes_new_take (data, size);
}

static void
test_example (void)
{
  g_autoptr (GBytes) bytes = read_bytes (g_getenv ("MAQ_DATADIR"), "examples",
                                         "lanterns.maquette");
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) project = maq_xml_read (bytes, &error);
  MaqSong *song;

  g_assert_no_error (error);
  song = maq_project_get_current (project);
  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    assert_level ("Lanterns", song, maq_song_get_arrangement (song, i));
}

static void
test_charts (void)
{
  static const char *const charts[] = {
    "0012.txt", "0240.txt", "0484.txt", "0900.txt", "1132.txt",
  };
  const char *shared = g_getenv ("MAQ_SHARED_DATA");

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (GBytes) bytes
        = shared != NULL ? read_bytes (shared, "billboard", charts[i]) : NULL;
      g_autoptr (MaqProject) project = NULL;
      g_autoptr (GError) error = NULL;
      MaqSong *song;

      if (bytes == NULL)
        {
          g_test_skip ("the charts are not there");
          return;
        }
      project = maq_import_bytes (bytes, charts[i], NULL, &error);
      g_assert_no_error (error);
      song = maq_project_get_current (project);
      assert_level (charts[i], song, maq_song_get_current (song));
    }
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
  g_test_add_func ("/analysis/levels/example", test_example);
  g_test_add_func ("/analysis/levels/charts", test_charts);
  result = g_test_run ();
  maq_soundfont_unref (font);
  return result;
}
