/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Forty layers live at 48 kHz in blocks of 10 ms, as a sound card takes them: a
 * block is due each 10 ms by the clock, and each second the song is edited and
 * compiled. A block that is not there when the next one is due is an xrun.
 *
 * bench-soak SECONDS
 */

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "maq-compiler.h"
#include "maq-engine.h"
#include "maq-move.h"
#include "many-layers.h"

#define RATE 48000
#define BLOCK 480
#define BLOCK_NSEC 10000000L
#define N_LAYERS 40
#define WARM_UP_SECONDS 20
#define MAX_GROWTH_MB 4.0

typedef struct
{
  MaqEngine       *engine;
  _Atomic gboolean stop;
  guint64          n_blocks;
  guint            n_xruns;
  double           worst_seconds;
  double           sum_seconds;
  double           worst_cpu_seconds;
  gboolean         is_realtime;
  float            peak;
} Card;

static double
seconds_between (const struct timespec *from,
                 const struct timespec *to)
{
  return (double) (to->tv_sec - from->tv_sec) + 1e-9 * (double) (to->tv_nsec - from->tv_nsec);
}

static void
advance (struct timespec *when)
{
  when->tv_nsec += BLOCK_NSEC;
  if (when->tv_nsec >= 1000000000L)
    {
      when->tv_nsec -= 1000000000L;
      when->tv_sec++;
    }
}

/* As sound servers have it; whoever may not, goes without. */
static gboolean
ask_for_realtime (void)
{
  const struct sched_param param = { .sched_priority = 70 };

  return pthread_setschedparam (pthread_self (), SCHED_FIFO, &param) == 0;
}

/* A sound card's thread. */
static gpointer
sound (gpointer data)
{
  Card *self = data;
  float samples[2 * BLOCK];
  struct timespec due;

  self->is_realtime = ask_for_realtime ();
  clock_gettime (CLOCK_MONOTONIC, &due);
  while (!atomic_load (&self->stop))
    {
      struct timespec start;
      struct timespec end;
      struct timespec cpu_start;
      struct timespec cpu_end;
      double seconds;

      clock_gettime (CLOCK_MONOTONIC, &start);
      clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu_start);
      maq_engine_run (self->engine, samples, BLOCK);
      clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu_end);
      clock_gettime (CLOCK_MONOTONIC, &end);
      advance (&due);
      seconds = seconds_between (&start, &end);
      self->worst_seconds = fmax (self->worst_seconds, seconds);
      self->worst_cpu_seconds = fmax (self->worst_cpu_seconds,
                                      seconds_between (&cpu_start, &cpu_end));
      self->sum_seconds += seconds;
      self->n_blocks++;
      for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
        self->peak = fmaxf (self->peak, fabsf (samples[i]));
      if (seconds_between (&due, &end) > 0.0)
        {
          self->n_xruns++;
          due = end;
        }
      while (clock_nanosleep (CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL) == EINTR)
        ;
    }
  return NULL;
}

static double
resident_mb (void)
{
  FILE *file = fopen ("/proc/self/statm", "r");
  long total = 0;
  long resident = 0;

  if (file == NULL || fscanf (file, "%ld %ld", &total, &resident) != 2)
    resident = 0;
  if (file != NULL)
    fclose (file);
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / 1048576.0;
}

/* Another level of some part, as somebody who can't decide would set it. */
static MaqProject *
edit (MaqProject *root,
      GRand      *random)
{
  MaqArrangement *arrangement = maq_song_get_current (maq_project_get_current (root));
  guint section = (guint) g_rand_int_range (random, 0,
                                            (int) maq_arrangement_get_n_sections (arrangement));
  guint layer = (guint) g_rand_int_range (random, 0,
                                          (int) maq_arrangement_get_n_layers (arrangement));
  g_autoptr (MaqMove) move
    = maq_move_part_level (maq_section_get_id (maq_arrangement_get_section (arrangement, section)),
                           maq_layer_get_fields (maq_arrangement_get_layer (arrangement,
                                                                            layer))->id,
                           g_rand_int_range (random, 1, 11));
  MaqProject *after = maq_move_apply (move, root, NULL);

  return after != NULL ? after : maq_project_ref (root);
}

static void
give (MaqEngine   *engine,
      MaqCompiler *compiler,
      MaqProject  *root)
{
  g_autoptr (MaqPerformance) song = maq_compiler_compile (compiler, maq_project_get_current (root));
  g_autoptr (MaqPerformance) performance = with_layers (song, N_LAYERS);
  g_autoptr (GError) error = NULL;

  maq_engine_set_performance (engine, performance, &error);
  g_assert_no_error (error);
}

/* One edit each second; tells how much memory came after the first ones. */
static double
edit_for (MaqEngine *engine,
          guint      n_seconds,
          double    *start_mb)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  MaqProject *root = load_example ();
  double end_mb;

  give (engine, compiler, root);
  maq_engine_set_loop (engine, 0, G_MAXINT32);
  maq_engine_play (engine);
  for (guint second = 0; second < n_seconds; second++)
    {
      MaqProject *before = root;

      g_usleep (G_USEC_PER_SEC);
      root = edit (before, random);
      maq_project_unref (before);
      give (engine, compiler, root);
      if (second == MIN (WARM_UP_SECONDS, n_seconds / 2))
        *start_mb = resident_mb ();
      if (second % 300 == 299)
        g_print ("%u minutes: %.1f MB\n", (second + 1) / 60, resident_mb ());
    }
  end_mb = resident_mb ();
  maq_project_unref (root);
  return end_mb;
}

int
main (int   argc,
      char *argv[])
{
  guint n_seconds = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 30;
  g_autoptr (MaqSoundfont) font = maq_soundfont_load (NULL, NULL);
  g_autoptr (MaqEngine) engine = NULL;
  const double block_seconds = 1e-9 * BLOCK_NSEC;
  Card card = { 0 };
  GThread *thread;
  double start_mb = 0.0;
  double end_mb;

  if (font == NULL)
    {
      g_print ("skipped: there is no SoundFont\n");
      return 77;
    }
  engine = maq_engine_new (font, RATE, NULL);
  card.engine = engine;
  thread = g_thread_new ("card", sound, &card);
  end_mb = edit_for (engine, n_seconds, &start_mb);
  atomic_store (&card.stop, TRUE);
  g_thread_join (thread);
  g_print ("%u layers, %u seconds, as many edits: %" G_GUINT64_FORMAT " blocks of %.0f ms, "
           "%u xruns\n", N_LAYERS, n_seconds, card.n_blocks, block_seconds * 1e3, card.n_xruns);
  g_print ("a block takes %.2f ms on average (%.1f %%), %.2f ms at worst (%.0f %%)\n",
           card.sum_seconds / (double) card.n_blocks * 1e3,
           100.0 * card.sum_seconds / (double) card.n_blocks / block_seconds,
           card.worst_seconds * 1e3, 100.0 * card.worst_seconds / block_seconds);
  g_print ("of that, %.2f ms of its own processor time at worst; %s\n",
           card.worst_cpu_seconds * 1e3,
           card.is_realtime ? "the thread had realtime priority"
                            : "the thread had no realtime priority");
  g_print ("memory: %.1f MB after the first edits, %.1f MB at the end; highest sample %.3f\n",
           start_mb, end_mb, card.peak);
  return card.n_xruns == 0 && end_mb - start_mb < MAX_GROWTH_MB ? 0 : 1;
}
