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
#define N_FRAMES 512
/* How much louder the next step has to be, at least, and the next level of the same step. */
#define STEP_DB  0.1
#define LEVEL_DB -0.5

static MaqStyleLibrary *styles;
static MaqSoundfont *font;

/*
 * All levels in one song, so that they share what the whole song asks for. A section before
 * them lets all begin with the same chord in hand.
 */
static MaqPerformance *
perform (MaqStyle  *style,
         const int *levels,
         guint      n_levels)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (styles);
  g_autofree FixtureSection *sections = g_new0 (FixtureSection, n_levels + 1);
  g_autoptr (MaqSong) song = NULL;

  sections[0] = (FixtureSection) { 1, MAQ_SECTION_VERSE, 4, "C | Am7 | F | G7", levels[0],
                                   MAQ_TRANSITION_NONE };
  for (guint i = 1; i <= n_levels; i++)
    sections[i] = (FixtureSection) { i + 1, MAQ_SECTION_VERSE, 4, NULL, levels[i - 1],
                                     MAQ_TRANSITION_NONE, 1 };
  song = fixture_song (&(FixtureSong) { .style = maq_style_get_name (style),
                                        .meter = maq_style_get_meter (style),
                                        .tempo_qpm = maq_style_get_tempo_qpm (style),
                                        .seed = 5, .sections = sections,
                                        .n_sections = n_levels + 1 });
  return maq_compiler_compile (compiler, song);
}

typedef double Energies[MAQ_N_ROLES];

/* Adds up the squares of each role's frames in each section. */
static void
measure (MaqPerformance *performance,
         Energies       *energies)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqRender) render
    = maq_render_new (font, performance, &(MaqRenderOptions) { .rate_hz = RATE_HZ,
                                                               .tail_seconds = 0.0,
                                                               .stems = TRUE }, &error);
  g_autofree float *frames = g_new (float, 2 * N_FRAMES * MAQ_N_ROLES);
  float *stems[MAQ_N_ROLES];
  MaqFrame done = 0;
  guint n;

  g_assert_no_error (error);
  for (guint i = 0; i < MAQ_N_ROLES; i++)
    stems[i] = frames + 2 * N_FRAMES * i;
  while ((n = maq_render_read_stems (render, stems, N_FRAMES)) > 0)
    {
      double ticks = maq_performance_seconds_to_ticks (performance, (double) done / RATE_HZ);
      guint span = maq_performance_find_span (performance, (MaqTick) ticks);

      for (guint i = 0; i < MAQ_N_ROLES; i++)
        for (guint j = 0; j < 2 * n; j++)
          energies[span][i] += (double) stems[i][j] * stems[i][j];
      done += n;
    }
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
  g_autoptr (MaqPerformance) performance = perform (style, levels, n_levels);
  Energies energies[1 + G_N_ELEMENTS (all)] = { 0 };

  measure (performance, energies);
  for (guint i = 0; i < n_levels; i++)
    for (guint role = 0; role < MAQ_N_ROLES; role++)
      {
        double gain_db = to_db (energies[i + 1][role])
                         - to_db (i > 0 ? energies[i][role] : 0.0);

        if (gain_db >= least)
          continue;
        g_test_message ("%s, %s: level %d is %.1f dB louder than level %d",
                        maq_style_get_name (style), maq_role_get_nick (role), levels[i], gain_db,
                        i > 0 ? levels[i - 1] : 0);
        g_test_fail ();
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
