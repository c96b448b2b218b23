/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The example song follows each of the shapes, as it is heard. What is left is far from
 * nothing where a shape asks for more, or for less, than a band of ten gives: an energy of
 * 10 is beyond all of them, one of 1 is hardly a breath.
 */

#include "maq-follow-band.h"
#include "maq-xml-reader.h"

/* Mean distance from the arc that is left at most, by shape. */
static const double most[MAQ_N_ARC_SHAPES] = { 1.0, 0.8, 1.7, 1.5, 1.2 };

static MaqProject *
load_lanterns (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAQ_DATADIR"), "examples",
                                            "lanterns.maquette", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  return maq_xml_read (bytes, NULL);
}

static void
test_shapes (gconstpointer data)
{
  g_autoptr (MaqMeasurer) measurer = maq_measurer_new ((MaqSoundfont *) data);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (MaqProject) song = load_lanterns ();
  MaqFollowBand band = { .compiler = compiler, .measurer = measurer };

  for (MaqArcShape shape = 0; shape < MAQ_N_ARC_SHAPES; shape++)
    {
      g_autoptr (MaqMove) lay = maq_move_shape_arc (MAQ_ARC_ENERGY, NULL, shape);
      g_autoptr (MaqProject) root = maq_move_apply (lay, song, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MaqFollow) follow = maq_follow_new (root, NULL, 0, maq_follow_band_measure, &band,
                                                     NULL, &error);
      g_autofree char *summary = NULL;

      g_clear_pointer (&band.first, maq_performance_unref);
      g_assert_no_error (error);
      summary = maq_follow_dup_summary (follow);
      g_test_message ("%s: %s", maq_arc_shape_get_label (shape), summary);
      g_assert_cmpfloat (maq_follow_get_distance (follow, TRUE), <,
                         maq_follow_get_distance (follow, FALSE));
      g_assert_cmpfloat (maq_follow_get_distance (follow, TRUE), <, most[shape]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  MaqSoundfont *font;
  int result;

  g_test_init (&argc, &argv, NULL);
  font = maq_soundfont_load (NULL, &error);
  if (font == NULL)
    {
      g_print ("1..0 # SKIP %s\n", error->message);
      return 0;
    }
  g_test_add_data_func ("/advice/follow/heard", font, test_shapes);
  result = g_test_run ();
  maq_soundfont_unref (font);
  return result;
}
