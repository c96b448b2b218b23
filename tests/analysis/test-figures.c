/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-figures.h"

static const MaqFigures usual = {
  .loudness_lufs = -20.0,
  .onsets_per_second = 3.0,
  .centroid_hz = 1500.0,
  .n_layers = 5,
};

static void
test_silence (void)
{
  MaqFigures figures = usual;
  MaqEnergyShare share;

  figures.loudness_lufs = MAQ_LOUDNESS_SILENCE;
  g_assert_cmpfloat (maq_figures_get_energy (&figures, &share), ==, 0.0);
  g_assert_cmpfloat (share.loudness + share.density + share.brightness + share.layers, ==, 0.0);
}

static void
test_bounds (void)
{
  const MaqFigures least = { .loudness_lufs = -70.0 };
  const MaqFigures most = { .loudness_lufs = 0.0, .onsets_per_second = 40.0,
                            .centroid_hz = 15000.0, .n_layers = 40 };

  g_assert_cmpfloat (maq_figures_get_energy (&least, NULL), ==, 0.0);
  g_assert_cmpfloat (maq_figures_get_energy (&most, NULL), ==, 10.0);
}

/* What the documentation promises of the middle of each scale. */
static void
test_formula (void)
{
  const MaqFigures figures = { .loudness_lufs = -21.0, .onsets_per_second = 4.0,
                               .centroid_hz = 1000.0, .n_layers = 3 };
  MaqEnergyShare share;
  double energy = maq_figures_get_energy (&figures, &share);

  g_assert_cmpfloat_with_epsilon (share.loudness, 2.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (share.density, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (share.brightness, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (share.layers, 0.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (energy, 4.55, 1e-9);
}

/* More of anything is never less energy. */
static void
test_rises (void)
{
  double before = maq_figures_get_energy (&usual, NULL);
  MaqFigures figures = usual;

  figures.loudness_lufs += 1.0;
  g_assert_cmpfloat (maq_figures_get_energy (&figures, NULL), >, before);
  figures = usual;
  figures.onsets_per_second += 1.0;
  g_assert_cmpfloat (maq_figures_get_energy (&figures, NULL), >, before);
  figures = usual;
  figures.centroid_hz += 200.0;
  g_assert_cmpfloat (maq_figures_get_energy (&figures, NULL), >, before);
  figures = usual;
  figures.n_layers++;
  g_assert_cmpfloat (maq_figures_get_energy (&figures, NULL), >, before);
}

/* A gain on the whole song says nothing of who plays what. */
static void
test_makeup (void)
{
  const MaqFigures plain = { .loudness_lufs = -21.0, .onsets_per_second = 4.0,
                             .centroid_hz = 1000.0, .n_layers = 4 };
  MaqFigures made_up = plain;
  MaqFigures louder = plain;

  made_up.loudness_lufs += 3.0;
  made_up.makeup_db = 3.0;
  louder.loudness_lufs += 3.0;
  g_assert_cmpfloat_with_epsilon (maq_figures_get_energy (&made_up, NULL),
                                  maq_figures_get_energy (&plain, NULL), 1e-9);
  g_assert_cmpfloat_with_epsilon (maq_figures_get_energy (&louder, NULL),
                                  maq_figures_get_energy (&plain, NULL) + 5.5 * 3.0 / 18.0, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/figures/silence", test_silence);
  g_test_add_func ("/analysis/figures/bounds", test_bounds);
  g_test_add_func ("/analysis/figures/formula", test_formula);
  g_test_add_func ("/analysis/figures/rises", test_rises);
  g_test_add_func ("/analysis/figures/makeup", test_makeup);
  return g_test_run ();
}
