/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Forty layers live at 48 kHz in blocks of 10 ms, as a sound card takes them: it plays
 * one each 10 ms by the clock from the buffer with which the program opens it, and each
 * second the song is edited and compiled. A buffer that has run dry is an xrun. A block
 * that takes longer than the card needs to play one is late: it is not heard, but it eats
 * of the buffer, so it is counted too.
 *
 * Beside it runs a thread of the same priority that makes no sound: it does a fixed
 * piece of arithmetic each 10 ms. How late it comes is the machine's doing alone: a
 * virtual machine may stand still for longer than a block. So a late block is the engine's
 * own if making it took longer than a block lasts while the arithmetic was in time.
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
#include "maq-output.h"
#include "many-layers.h"

#define RATE 48000
#define BLOCK_NSEC (1000L * MAQ_OUTPUT_BLOCK_USEC)
#define BLOCK (RATE / (1000000 / MAQ_OUTPUT_BLOCK_USEC))

/* What stands in the card's buffer when there is room for one block more. */
#define RESERVE_SECONDS (1e-6 * (MAQ_OUTPUT_BUFFER_USEC - MAQ_OUTPUT_BLOCK_USEC))
#define N_LAYERS 40
#define WARM_UP_SECONDS 20
#define MAX_GROWTH_MB 4.0

#define ARITHMETIC_STEPS 250000
#define MAX_NOTED 64

/* Two threads that come late within so long were held up by the same thing. */
#define SAME_SECONDS 0.1

/* A block that came late: when, and what it took. */
typedef struct
{
  double at_seconds;
  double seconds;
  double cpu_seconds;
  double since_edit_seconds;
} Late;

typedef struct Card Card;

struct Card
{
  void (*work) (Card *self);
  MaqEngine       *engine;
  _Atomic gboolean stop;
  _Atomic gint64  *last_edit_usec;
  guint64          n_blocks;
  guint            n_late;
  guint            n_xruns;
  double           least_seconds;  /* what stood in the buffer at the worst moment */
  double           worst_seconds;
  double           sum_seconds;
  double           worst_cpu_seconds;
  gboolean         is_realtime;
  float            peak;
  Late             late[MAX_NOTED];
};

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

static void
make_sound (Card *self)
{
  float samples[2 * BLOCK];

  maq_engine_run (self->engine, samples, BLOCK);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    self->peak = fmaxf (self->peak, fabsf (samples[i]));
}

static void
do_arithmetic (Card *self)
{
  volatile float sum = self->peak;

  for (guint i = 0; i < ARITHMETIC_STEPS; i++)
    sum = sum * 0.999f + 0.001f;
  self->peak = sum;
}

static void
note_late (Card   *self,
           double  at_seconds,
           double  seconds,
           double  cpu_seconds)
{
  if (self->n_late < MAX_NOTED)
    self->late[self->n_late] = (Late) {
      .at_seconds = at_seconds,
      .seconds = seconds,
      .cpu_seconds = cpu_seconds,
      .since_edit_seconds = 1e-6 * (double) (g_get_monotonic_time ()
                                             - atomic_load (self->last_edit_usec)),
    };
  self->n_late++;
}

/* A sound card's thread. */
static gpointer
take_blocks (gpointer data)
{
  Card *self = data;
  struct timespec first;
  struct timespec due;  /* when there is room in the buffer for the next block */

  self->is_realtime = ask_for_realtime ();
  self->least_seconds = RESERVE_SECONDS;
  clock_gettime (CLOCK_MONOTONIC, &first);
  due = first;
  while (!atomic_load (&self->stop))
    {
      struct timespec start;
      struct timespec end;
      struct timespec cpu_start;
      struct timespec cpu_end;
      double seconds;
      double cpu_seconds;
      double left_seconds;

      clock_gettime (CLOCK_MONOTONIC, &start);
      clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu_start);
      self->work (self);
      clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu_end);
      clock_gettime (CLOCK_MONOTONIC, &end);
      left_seconds = RESERVE_SECONDS - seconds_between (&due, &end);
      advance (&due);
      seconds = seconds_between (&start, &end);
      cpu_seconds = seconds_between (&cpu_start, &cpu_end);
      self->worst_seconds = fmax (self->worst_seconds, seconds);
      self->worst_cpu_seconds = fmax (self->worst_cpu_seconds, cpu_seconds);
      self->sum_seconds += seconds;
      self->least_seconds = fmin (self->least_seconds, left_seconds);
      self->n_blocks++;
      if (seconds_between (&due, &end) > 0.0)
        note_late (self, seconds_between (&first, &end), seconds, cpu_seconds);
      if (left_seconds < 0.0)
        {
          self->n_xruns++;
          due = end;
        }
      while (clock_nanosleep (CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL) == EINTR)
        ;
    }
  return NULL;
}

static void
print_card (const Card *self,
            const char *what)
{
  const double block_seconds = 1e-9 * BLOCK_NSEC;

  g_print ("%s: %" G_GUINT64_FORMAT " blocks of %.0f ms, %u xruns of a buffer of %.0f ms, which "
           "held %.1f ms at least; %.2f ms a block on average (%.1f %%), %.2f ms at worst "
           "(%.0f %%), %.2f ms of processor time at worst; %u late; %s\n",
           what, self->n_blocks, block_seconds * 1e3, self->n_xruns,
           1e-3 * MAQ_OUTPUT_BUFFER_USEC, self->least_seconds * 1e3,
           self->sum_seconds / (double) self->n_blocks * 1e3,
           100.0 * self->sum_seconds / (double) self->n_blocks / block_seconds,
           self->worst_seconds * 1e3, 100.0 * self->worst_seconds / block_seconds,
           self->worst_cpu_seconds * 1e3, self->n_late,
           self->is_realtime ? "realtime priority" : "no realtime priority");
  for (guint i = 0; i < MIN (self->n_late, MAX_NOTED); i++)
    g_print ("  late at %.1f s: it took %.2f ms, of which %.2f ms on a processor; "
             "%.2f s after an edit\n",
             self->late[i].at_seconds, self->late[i].seconds * 1e3,
             self->late[i].cpu_seconds * 1e3, self->late[i].since_edit_seconds);
}

/* Late blocks that nothing but the work itself explains. */
static guint
count_own (const Card *card,
           const Card *quiet)
{
  guint n_own = 0;

  for (guint i = 0; i < MIN (card->n_late, MAX_NOTED); i++)
    {
      gboolean is_shared = FALSE;

      for (guint j = 0; j < MIN (quiet->n_late, MAX_NOTED); j++)
        is_shared |= fabs (card->late[i].at_seconds - quiet->late[j].at_seconds) < SAME_SECONDS;
      n_own += !is_shared && card->late[i].seconds > 1e-9 * BLOCK_NSEC;
    }
  return n_own;
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
edit_for (MaqEngine      *engine,
          guint           n_seconds,
          _Atomic gint64 *last_edit_usec,
          double         *start_mb)
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
      atomic_store (last_edit_usec, g_get_monotonic_time ());
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
  _Atomic gint64 last_edit_usec = 0;
  Card card = { .work = make_sound, .last_edit_usec = &last_edit_usec };
  Card quiet = { .work = do_arithmetic, .last_edit_usec = &last_edit_usec };
  GThread *threads[2];
  double start_mb = 0.0;
  double end_mb;

  if (font == NULL)
    {
      g_print ("skipped: there is no SoundFont\n");
      return 77;
    }
  engine = maq_engine_new (font, RATE, NULL);
  card.engine = engine;
  threads[0] = g_thread_new ("card", take_blocks, &card);
  threads[1] = g_thread_new ("quiet", take_blocks, &quiet);
  end_mb = edit_for (engine, n_seconds, &last_edit_usec, &start_mb);
  atomic_store (&card.stop, TRUE);
  atomic_store (&quiet.stop, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_print ("%u layers, %u seconds, as many edits\n", N_LAYERS, n_seconds);
  print_card (&card, "sound");
  print_card (&quiet, "arithmetic alone");
  g_print ("late by the engine's own doing: %u\n", count_own (&card, &quiet));
  g_print ("memory: %.1f MB after the first edits, %.1f MB at the end; highest sample %.3f\n",
           start_mb, end_mb, card.peak);
  return card.n_xruns == 0 && end_mb - start_mb < MAX_GROWTH_MB ? 0 : 1;
}
