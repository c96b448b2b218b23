/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The example song follows each of the shapes, as it is heard. What is left is far from
 * nothing where a shape asks for more, or for less, than a band of ten gives: an energy of
 * 10 is beyond all of them, one of 1 is hardly a breath.
 */

#include <math.h>

#include "maq-follow-band.h"
#include "maq-import-billboard.h"
#include "maq-xml-reader.h"

/* Mean distance from the arc that is left at most, by shape. */
static const double most[MAQ_N_ARC_SHAPES] = { 1.0, 0.5, 1.6, 1.1, 0.8 };

static MaqProject *
load (const char *folder,
      const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAQ_DATADIR"), folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  return maq_xml_read (bytes, NULL);
}

static MaqFollow *
follow_song (MaqProject    *root,
             gconstpointer  font)
{
  g_autoptr (MaqMeasurer) measurer = maq_measurer_new ((MaqSoundfont *) font);
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  MaqFollowBand band = { .compiler = compiler, .measurer = measurer };
  g_autoptr (GError) error = NULL;
  MaqFollow *self = maq_follow_new (root, NULL, 0, maq_follow_band_measure, &band, NULL, &error);

  g_clear_pointer (&band.first, maq_performance_unref);
  g_assert_no_error (error);
  return self;
}

/* The song with a shape in the place of its arc */
static MaqProject *
lay (MaqProject  *song,
     MaqArcShape  shape)
{
  g_autoptr (MaqMove) move = maq_move_shape_arc (MAQ_ARC_ENERGY, NULL, shape);

  return maq_move_apply (move, song, NULL);
}

static double
get_step_error (MaqFollow *self,
                gboolean   after)
{
  double sum = 0.0;

  for (guint i = 1; i < maq_follow_get_n_sections (self); i++)
    {
      const MaqFollowSection *from = maq_follow_get_section (self, i - 1);
      const MaqFollowSection *to = maq_follow_get_section (self, i);
      double heard = after ? to->after - from->after : to->before - from->before;

      sum += fabs (heard - (to->meant - from->meant));
    }
  return sum;
}

/* Nearer to what is meant, and no flatter: no step that was right gets too small. */
static void
assert_follows (MaqFollow *self)
{
  double met = MAQ_FOLLOW_STEPS_MET * (maq_follow_get_n_sections (self) - 1);

  g_assert_cmpfloat (maq_follow_get_distance (self, TRUE), <=,
                     maq_follow_get_distance (self, FALSE));
  g_assert_cmpfloat (get_step_error (self, TRUE), <=,
                     MAX (get_step_error (self, FALSE), met) + 1e-9);
  for (guint i = 1; i < maq_follow_get_n_sections (self); i++)
    {
      const MaqFollowSection *from = maq_follow_get_section (self, i - 1);
      const MaqFollowSection *to = maq_follow_get_section (self, i);
      double sign = to->meant < from->meant ? -1.0 : 1.0;
      double meant = sign * (to->meant - from->meant);
      double before = sign * (to->before - from->before);

      if (meant >= MAQ_FOLLOW_MET)
        g_assert_cmpfloat (sign * (to->after - from->after), >=,
                           MIN (before, meant) - MAQ_FOLLOW_MET - 1e-9);
    }
}

/* The arc that comes with the example: it is all lower than the band plays at first, and the
 * choruses stand out as they are meant to. */
static void
test_example (gconstpointer data)
{
  g_autoptr (MaqProject) root = load ("examples", "lanterns.maquette");
  g_autoptr (MaqFollow) follow = follow_song (root, data);

  assert_follows (follow);
  g_assert_cmpfloat (maq_follow_get_distance (follow, FALSE), >, 0.9);
  g_assert_cmpfloat (maq_follow_get_distance (follow, TRUE), <, 0.6);
  /* few changes: about one to a section */
  g_assert_cmpuint (maq_follow_get_n_changes (follow), >, 0);
  g_assert_cmpuint (maq_follow_get_n_changes (follow), <=, 13);
  for (guint i = 0; i < maq_follow_get_n_sections (follow); i++)
    {
      const MaqFollowSection *section = maq_follow_get_section (follow, i);

      g_assert_true (section->text != NULL || section->reason != NULL);
    }
}

static void
test_shapes (gconstpointer data)
{
  g_autoptr (MaqProject) song = load ("examples", "lanterns.maquette");

  for (MaqArcShape shape = 0; shape < MAQ_N_ARC_SHAPES; shape++)
    {
      g_autoptr (MaqProject) root = lay (song, shape);
      g_autoptr (MaqFollow) follow = follow_song (root, data);
      g_autofree char *summary = maq_follow_dup_summary (follow);

      g_test_message ("%s: %s", maq_arc_shape_get_label (shape), summary);
      g_assert_cmpfloat (maq_follow_get_distance (follow, TRUE), <,
                         maq_follow_get_distance (follow, FALSE));
      g_assert_cmpfloat (maq_follow_get_distance (follow, TRUE), <, most[shape]);
      assert_follows (follow);
    }
}

/* What is left of the distance from the arc at most: on the mean, and in the worst section. */
typedef struct
{
  const char *folder;       /* of the data; NULL for a chart from elsewhere */
  const char *name;
  MaqArcShape shape;        /* MAQ_N_ARC_SHAPES for the arc that it has */
  double      mean;
  double      worst;
} Bound;

static MaqProject *
load_chart (const char *name)
{
  const char *folder = g_getenv ("MAQ_SHARED_DATA");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, "billboard", name, NULL);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  return maq_import_billboard (text, NULL, NULL, NULL);
}

static double
get_worst (MaqFollow *self,
           gboolean   after)
{
  double worst = 0.0;

  for (guint i = 0; i < maq_follow_get_n_sections (self); i++)
    {
      const MaqFollowSection *section = maq_follow_get_section (self, i);
      double heard = after ? section->after : section->before;

      worst = MAX (worst, fabs (heard - section->meant));
    }
  return worst;
}

static void
assert_bound (const Bound   *bound,
              MaqProject    *song,
              gconstpointer  font)
{
  g_autoptr (MaqProject) root = bound->shape == MAQ_N_ARC_SHAPES ? maq_project_ref (song)
                                                                 : lay (song, bound->shape);
  g_autoptr (MaqFollow) follow = follow_song (root, font);

  g_test_message ("%s: mean %.2f to %.2f, worst %.2f to %.2f, %u changes",
                  bound->name, maq_follow_get_distance (follow, FALSE),
                  maq_follow_get_distance (follow, TRUE), get_worst (follow, FALSE),
                  get_worst (follow, TRUE), maq_follow_get_n_changes (follow));
  assert_follows (follow);
  g_assert_cmpfloat (maq_follow_get_distance (follow, TRUE), <=, bound->mean);
  g_assert_cmpfloat (get_worst (follow, TRUE), <=, bound->worst);
  for (guint i = 0; i < maq_follow_get_n_sections (follow); i++)
    {
      g_autofree char *sentence = maq_follow_dup_sentence (follow, i);

      g_assert_nonnull (sentence);
    }
}

/* The yardstick: songs of our own and charts of songs that exist. */
static void
test_bounds (gconstpointer data)
{
  static const Bound bounds[] = {
    { "examples", "lanterns.maquette", MAQ_N_ARC_SHAPES, 0.55, 1.2 },
    { "templates", "02-pre-chorus.maquette", MAQ_ARC_SHAPE_TWO_PEAKS, 1.3, 2.9 },
    { "templates", "04-build-and-drop.maquette", MAQ_ARC_SHAPE_TWO_PEAKS, 1.15, 3.4 },
    { "templates", "07-slow-burn.maquette", MAQ_ARC_SHAPE_TWO_PEAKS, 0.55, 1.0 },
    { "templates", "11-groove.maquette", MAQ_ARC_SHAPE_TWO_PEAKS, 1.15, 2.2 },
    { NULL, "0012.txt", MAQ_ARC_SHAPE_CLIMB, 0.9, 2.1 },
    { NULL, "0046.txt", MAQ_ARC_SHAPE_LATE_BLOOM, 2.2, 3.3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autoptr (MaqProject) song = bounds[i].folder == NULL
                                      ? load_chart (bounds[i].name)
                                      : load (bounds[i].folder, bounds[i].name);

      if (song != NULL)
        assert_bound (&bounds[i], song, data);
    }
}

/* Where the arc climbs, drums and bass may wait, but do not walk off within a section. */
static void
test_rhythm_stays (gconstpointer data)
{
  g_autoptr (MaqProject) song = load ("templates", "02-pre-chorus.maquette");
  g_autoptr (MaqProject) root = lay (song, MAQ_ARC_SHAPE_CLIMB);
  g_autoptr (MaqFollow) follow = follow_song (root, data);
  g_autoptr (MaqMove) move = maq_follow_create_move (follow, NULL);
  g_autoptr (MaqProject) after = maq_move_apply (move, root, NULL);
  MaqArrangement *arrangement = maq_project_get_arrangement (after);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_resolved (arrangement, i);

      for (guint j = 0; j < maq_section_get_n_parts (section); j++)
        {
          const MaqPartFields *part = maq_part_get_fields (maq_section_get_part (section, j));
          int layer = maq_arrangement_find_layer (arrangement, part->layer);
          MaqRole role = maq_layer_get_role (maq_arrangement_get_layer (arrangement,
                                                                        (guint) layer));

          if (role == MAQ_ROLE_DRUMS || role == MAQ_ROLE_BASS)
            g_assert_cmpint (part->exit_bar, ==, 0);
        }
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
  g_test_add_data_func ("/advice/follow/example", font, test_example);
  g_test_add_data_func ("/advice/follow/bounds", font, test_bounds);
  g_test_add_data_func ("/advice/follow/rhythm-stays", font, test_rhythm_stays);
  result = g_test_run ();
  maq_soundfont_unref (font);
  return result;
}
