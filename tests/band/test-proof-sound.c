/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "maq-limits.h"
#include "maq-render.h"
#include "proof.h"

/*
 * What the levels sound like: each role of each style is louder at a higher step. The quick
 * mode renders one level of each step. The slow one renders all levels; within a step soft
 * notes may come between the strong ones, which costs a little.
 */

#define RATE_HZ  16000
#define N_FRAMES 4096
/* How much louder the next step has to be, at least, and the next level of the same step. */
#define STEP_DB  0.1
#define LEVEL_DB -0.5

static MaqStyleLibrary *styles;
static MaqSoundfont *font;

static const FixtureSection sections[] = {
  { 1, MAQ_SECTION_VERSE, 4, "C | Am7 | F | G7", 1, MAQ_TRANSITION_NONE },
};

static MaqPerformance *
perform (MaqStyle *style,
         int       level)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autoptr (MaqSong) plain
    = fixture_song (&(FixtureSong) { .meter = maq_style_get_meter (style),
                                     .tempo_qpm = maq_style_get_tempo_qpm (style),
                                     .seed = 5, .sections = sections, .n_sections = 1 });
  g_autoptr (MaqSong) song = proof_arrange (plain, maq_style_get_name (style), level);

  return maq_compiler_compile (compiler, song);
}

/* Adds up the squares of each role's frames. */
static void
measure (MaqStyle *style,
         int       level,
         double   *energies)
{
  g_autoptr (MaqPerformance) performance = perform (style, level);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqRender) render
    = maq_render_new (font, performance, &(MaqRenderOptions) { .rate_hz = RATE_HZ,
                                                               .tail_seconds = 0.0,
                                                               .stems = TRUE }, &error);
  g_autofree float *frames = g_new (float, 2 * N_FRAMES * MAQ_N_ROLES);
  float *stems[MAQ_N_ROLES];
  guint n;

  g_assert_no_error (error);
  for (guint i = 0; i < MAQ_N_ROLES; i++)
    {
      stems[i] = frames + 2 * N_FRAMES * i;
      energies[i] = 0.0;
    }
  while ((n = maq_render_read_stems (render, stems, N_FRAMES)) > 0)
    for (guint i = 0; i < MAQ_N_ROLES; i++)
      for (guint j = 0; j < 2 * n; j++)
        energies[i] += (double) stems[i][j] * stems[i][j];
}

static double
to_db (double energy)
{
  return 10.0 * log10 (MAX (energy, 1e-20));
}

static void
check_style (MaqStyle *style)
{
  static const int steps[] = { 2, 5, 8, 10 };
  static const int all[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  const int *levels = g_test_slow () ? all : steps;
  guint n_levels = g_test_slow () ? G_N_ELEMENTS (all) : G_N_ELEMENTS (steps);
  double least = g_test_slow () ? LEVEL_DB : STEP_DB;
  double before[MAQ_N_ROLES];

  for (guint i = 0; i < n_levels; i++)
    {
      double energies[MAQ_N_ROLES];

      measure (style, levels[i], energies);
      for (guint role = 0; role < MAQ_N_ROLES; role++)
        {
          if (energies[role] <= 0.0
              || (i > 0 && to_db (energies[role]) - to_db (before[role]) < least))
            {
              g_test_message ("%s, %s: level %d is %.1f dB louder than level %d",
                              maq_style_get_name (style), maq_role_get_nick (role), levels[i],
                              to_db (energies[role]) - to_db (before[role]),
                              i > 0 ? levels[i - 1] : 0);
              g_test_fail ();
            }
          before[role] = energies[role];
        }
    }
}

static void
test_levels_are_louder (void)
{
  for (guint i = 0; i < maq_style_library_get_n_styles (styles); i++)
    if (proof_wants_style (maq_style_library_get_style (styles, i)))
      check_style (maq_style_library_get_style (styles, i));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  styles = fixture_styles ();
  font = maq_soundfont_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/band/proof-sound/levels-are-louder", test_levels_are_louder);
  result = g_test_run ();
  maq_soundfont_unref (font);
  maq_style_library_unref (styles);
  return result;
}
