/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Offline render of the example song, strips and room on, against the
 * fluidsynth program on our own MIDI export: same font, same rate, as many
 * voices at a time. With the song's own layers and with copies of them, which
 * play other keys in other programs. And how long the engine takes at worst
 * for a block while playing live.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sys/resource.h>
#include <time.h>

#include "maq-compiler.h"
#include "maq-engine.h"
#include "maq-export-midi.h"
#include "maq-render.h"
#include "many-layers.h"

#define RATE 48000
/* Of more layers one is enough: it takes long. */
#define ROUNDS 3
#define ROUNDS_OF_MANY 1
#define MANY 40
#define AIM_WALL 0.7
#define AIM_CPU 1.1
#define LIVE_BLOCK 480

/* As many voices as the engine's synthesizers have together. */
#define POLYPHONY "synth.polyphony=1536"

typedef struct
{
  double wall_seconds;
  double cpu_seconds;
  double memory_mb;      /* at most */
} Cost;

static double
get_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

static double
get_children_cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

static double
get_peak_mb (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (double) usage.ru_maxrss / 1024.0;
}

static MaqPerformance *
compile_example (void)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (MaqProject) project = load_example ();

  return maq_compiler_compile (compiler, maq_project_get_current (project));
}

static Cost
run_fluidsynth (const char *font_path,
                const char *midi_path,
                const char *wav_path)
{
  const char *const argv[] = { "fluidsynth", "-ni", "-q", "-r", "48000", "-o", POLYPHONY,
                               "-F", wav_path, "-O", "s16", font_path, midi_path, NULL };
  double wall = get_clock (CLOCK_MONOTONIC);
  double cpu = get_children_cpu ();
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) (gpointer) argv, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return (Cost) { get_clock (CLOCK_MONOTONIC) - wall, get_children_cpu () - cpu,
                  get_peak_mb (RUSAGE_CHILDREN) };
}

/* Everything that the other program does too: loading the font, writing 16 bits. */
static Cost
run_maquette (const char     *font_path,
              MaqPerformance *performance,
              const char     *wav_path,
              double         *song_seconds)
{
  double wall = get_clock (CLOCK_MONOTONIC);
  double cpu = get_clock (CLOCK_PROCESS_CPUTIME_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqSoundfont) font = maq_soundfont_load (font_path, &error);
  g_autoptr (MaqRender) render = maq_render_new (font, performance, NULL, &error);
  g_autofree float *block = g_new (float, 2 * MAQ_RENDER_BLOCK);
  g_autofree gint16 *out = g_new (gint16, 2 * MAQ_RENDER_BLOCK);
  FILE *file = g_fopen (wav_path, "wb");
  guint n;

  g_assert_no_error (error);
  while ((n = maq_render_read (render, block, MAQ_RENDER_BLOCK)) > 0)
    {
      for (guint i = 0; i < 2 * n; i++)
        out[i] = (gint16) lrintf (block[i] * 32767.0f);
      g_assert_cmpuint (fwrite (out, 4, n, file), ==, n);
    }
  fclose (file);
  *song_seconds = (double) maq_render_get_n_frames (render) / RATE;
  return (Cost) { get_clock (CLOCK_MONOTONIC) - wall, get_clock (CLOCK_PROCESS_CPUTIME_ID) - cpu,
                  get_peak_mb (RUSAGE_SELF) };
}

static void
keep_best (Cost *best,
           Cost  cost)
{
  best->wall_seconds = fmin (best->wall_seconds, cost.wall_seconds);
  best->cpu_seconds = fmin (best->cpu_seconds, cost.cpu_seconds);
  best->memory_mb = cost.memory_mb;
}

/* A minute live, in the blocks of a sound card: the worst of them counts. */
static void
measure_live (MaqSoundfont   *font,
              MaqPerformance *performance)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqEngine) engine = maq_engine_new (font, RATE, &error);
  float samples[2 * LIVE_BLOCK];
  const double block_seconds = (double) LIVE_BLOCK / RATE;
  const guint n_blocks = 60 * RATE / LIVE_BLOCK;
  double worst = 0.0;
  double sum = 0.0;

  g_assert_no_error (error);
  maq_engine_set_performance (engine, performance, NULL);
  maq_engine_play (engine);
  for (guint i = 0; i < n_blocks; i++)
    {
      double start = get_clock (CLOCK_THREAD_CPUTIME_ID);
      double seconds;

      maq_engine_run (engine, samples, LIVE_BLOCK);
      seconds = get_clock (CLOCK_THREAD_CPUTIME_ID) - start;
      worst = fmax (worst, seconds);
      sum += seconds;
    }
  g_print ("live: a block of %.0f ms takes %.2f ms on average (%.1f %%), "
           "%.2f ms at worst (%.0f %%)\n",
           block_seconds * 1e3, sum / n_blocks * 1e3, 100.0 * sum / n_blocks / block_seconds,
           worst * 1e3, 100.0 * worst / block_seconds);
}

static gboolean
compare (const char     *font_path,
         MaqPerformance *performance,
         const char     *folder)
{
  g_autofree char *midi_path = g_build_filename (folder, "song.mid", NULL);
  g_autofree char *wav_path = g_build_filename (folder, "song.wav", NULL);
  g_autoptr (GBytes) midi = maq_export_midi (performance, NULL, FALSE);
  Cost theirs = { INFINITY, INFINITY, 0.0 };
  Cost ours = { INFINITY, INFINITY, 0.0 };
  double song_seconds = 0.0;
  guint n_rounds = maq_performance_get_n_lanes (performance) < MANY ? ROUNDS : ROUNDS_OF_MANY;
  double wall;
  double cpu;

  g_assert_true (g_file_set_contents (midi_path, g_bytes_get_data (midi, NULL),
                                      (gssize) g_bytes_get_size (midi), NULL));
  for (guint i = 0; i < n_rounds; i++)
    {
      keep_best (&theirs, run_fluidsynth (font_path, midi_path, wav_path));
      keep_best (&ours, run_maquette (font_path, performance, wav_path, &song_seconds));
    }
  g_unlink (midi_path);
  g_unlink (wav_path);
  wall = ours.wall_seconds / theirs.wall_seconds;
  cpu = ours.cpu_seconds / theirs.cpu_seconds;
  g_print ("%u layers\n", maq_performance_get_n_lanes (performance));
  g_print ("  fluidsynth: %.2f s wall, %.2f s CPU, %.0f MB at most\n", theirs.wall_seconds,
           theirs.cpu_seconds, theirs.memory_mb);
  g_print ("  maquette:   %.2f s wall, %.2f s CPU, %.0f MB at most for %.0f s of sound, "
           "%.0f times real time\n", ours.wall_seconds, ours.cpu_seconds, ours.memory_mb,
           song_seconds, song_seconds / ours.wall_seconds);
  g_print ("  ratio: wall %.2f (aim %.1f), CPU %.2f (aim %.1f)\n", wall, AIM_WALL, cpu, AIM_CPU);
  return wall <= AIM_WALL && cpu <= AIM_CPU;
}

int
main (void)
{
  g_autofree char *program = g_find_program_in_path ("fluidsynth");
  g_autoptr (MaqSoundfont) font = maq_soundfont_load (NULL, NULL);
  g_autoptr (MaqPerformance) performance = NULL;
  g_autofree char *folder = NULL;
  static const guint n_layers[] = { 8, 16, MANY };
  gboolean well = TRUE;

  if (program == NULL || font == NULL)
    {
      g_print ("skipped: the program fluidsynth or a SoundFont is missing\n");
      return 77;
    }
  performance = compile_example ();
  folder = g_dir_make_tmp ("maquette-bench-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (n_layers); i++)
    {
      g_autoptr (MaqPerformance) larger = with_layers (performance, n_layers[i]);

      well &= compare (maq_soundfont_get_path (font), larger, folder);
    }
  g_rmdir (folder);
  measure_live (font, performance);
  return well ? 0 : 1;
}
