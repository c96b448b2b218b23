/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "maq-contrast.h"
#include "maq-written-song.h"
#include "maq-xml-reader.h"

static MaqFigures
create_figures (double lufs,
                double hertz)
{
  MaqFigures self = { .loudness_lufs = lufs, .onsets_per_second = 3.0, .centroid_hz = hertz,
                      .width = 0.2, .n_layers = 4, .register_key = 60.0, .distance = 0.5 };

  self.energy = maq_figures_get_energy (&self, NULL);
  return self;
}

static void
assert_heard (const MaqFigures *before,
              const MaqFigures *now,
              const char       *wanted)
{
  MaqContrast contrast = maq_contrast_get (before, now);
  g_autofree char *heard = maq_contrast_dup_heard (&contrast);

  g_assert_cmpstr (heard, ==, wanted);
}

static void
test_heard (void)
{
  const MaqFigures before = create_figures (-20.0, 1000.0);
  MaqFigures now = before;

  assert_heard (&before, &now, NULL);
  now.loudness_lufs = -16.6;
  assert_heard (&before, &now, "3.4 LU louder");
  assert_heard (&now, &before, "3.4 LU softer");
  now = before;
  now.onsets_per_second = 5.0;
  now.centroid_hz = 2000.0;
  now.width = 0.4;
  now.register_key = 67.0;
  now.distance = 0.3;
  assert_heard (&before, &now, "busier, brighter, wider, higher, nearer");
  assert_heard (&now, &before, "calmer, darker, narrower, lower, further away");
}

/* Silence is neither softer nor darker than anything: there is nothing to compare. */
static void
test_silence (void)
{
  const MaqFigures before = create_figures (-20.0, 1000.0);
  MaqFigures silence = { .loudness_lufs = MAQ_LOUDNESS_SILENCE };
  MaqContrast contrast = maq_contrast_get (&before, &silence);

  g_assert_cmpfloat (contrast.loudness_lu, ==, 0.0);
  g_assert_cmpfloat (contrast.octaves, ==, 0.0);
  g_assert_cmpfloat (contrast.register_keys, ==, 0.0);
  g_assert_cmpfloat (contrast.energy, <, 0.0);
}

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

static guint
find (MaqArrangement *arrangement,
      const char     *name)
{
  guint index = 0;

  while (g_strcmp0 (maq_section_get_name (maq_arrangement_get_section (arrangement, index)),
                    name) != 0)
    index++;
  return index;
}

static void
test_sentence (void)
{
  g_autoptr (MaqProject) project = load_lanterns ();
  MaqArrangement *arrangement
    = maq_song_get_arrangement (maq_project_get_current (project), 0);
  const MaqFigures before = create_figures (-20.0, 1000.0);
  MaqFigures now = create_figures (-16.6, 1000.0);
  MaqContrast contrast;
  g_autofree char *sentence = NULL;
  g_autofree char *short_sentence = NULL;
  g_autofree char *same = NULL;

  now.energy = before.energy + 2.1;
  contrast = maq_contrast_get (&before, &now);
  sentence = maq_contrast_dup_sentence (&contrast, arrangement, find (arrangement, "Intro"),
                                        find (arrangement, "Verse 1"));
  g_assert_true (g_str_has_prefix (sentence, "+2.1: "));
  g_assert_nonnull (strstr (sentence, " enters"));
  g_assert_true (g_str_has_suffix (sentence, ", 3.4 LU louder"));
  short_sentence = maq_contrast_dup_played (arrangement, find (arrangement, "Intro"),
                                            find (arrangement, "Verse 1"), 1);
  g_assert_true (g_str_has_suffix (short_sentence, " more"));
  g_assert_null (maq_contrast_dup_played (arrangement, 0, 0, 4));
  contrast = maq_contrast_get (&before, &before);
  same = maq_contrast_dup_sentence (&contrast, arrangement, 0, 0);
  g_assert_cmpstr (same, ==, "0.0: as before");
}

/* Who comes and goes is named before levels, and large steps before small ones. */
static void
test_order (void)
{
  g_autoptr (MaqProject) project = WRITTEN ("Verse 8, Chorus 8", "drums 3 4", "bass 3 7",
                                            "keys 0 2", "pad 5 0", "strings 2 2");
  MaqArrangement *arrangement = maq_project_get_arrangement (project);
  g_autofree char *all = maq_contrast_dup_played (arrangement, 0, 1, 9);
  g_autofree char *three = maq_contrast_dup_played (arrangement, 0, 1, 3);

  g_assert_cmpstr (all, ==, "pad leaves, keys enters, bass 3 → 7, drums 3 → 4");
  g_assert_cmpstr (three, ==, "pad leaves, keys enters, bass 3 → 7, 1 more");
}

/* More is played and no more is heard, and the other way about: it is said, and only then. */
static void
test_doubt (void)
{
  g_autoptr (MaqProject) project = WRITTEN ("Verse 8, Chorus 8", "drums 3 4", "bass 3 8",
                                            "keys 0 2");
  MaqArrangement *arrangement = maq_project_get_arrangement (project);
  const struct { double energy; guint before; guint now; const char *words; } songs[] = {
    { 0.1, 0, 1, "; more is played than is heard" },
    { -0.6, 0, 1, "; more is played, but less is heard" },
    { 0.3, 0, 1, NULL },
    { -0.1, 1, 0, "; less is played, but hardly less is heard" },
    { 0.6, 1, 0, "; less is played, but more is heard" },
    { -0.3, 1, 0, NULL },
    { 0.6, 0, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (songs); i++)
    {
      const MaqContrast contrast = { .energy = songs[i].energy };
      g_autofree char *sentence
        = maq_contrast_dup_sentence (&contrast, arrangement, songs[i].before, songs[i].now);

      if (songs[i].words != NULL)
        g_assert_nonnull (strstr (sentence, songs[i].words));
      else
        g_assert_null (strchr (sentence, ';'));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/contrast/heard", test_heard);
  g_test_add_func ("/analysis/contrast/silence", test_silence);
  g_test_add_func ("/analysis/contrast/sentence", test_sentence);
  g_test_add_func ("/analysis/contrast/order", test_order);
  g_test_add_func ("/analysis/contrast/doubt", test_doubt);
  return g_test_run ();
}
