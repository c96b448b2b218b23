/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * This program's own malloc and friends come before the C library's, for GLib
 * and FluidSynth too. They pass on to it, and abort if this thread is within
 * the engine's run.
 */

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "fixture.h"

#define RATE 48000

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n,
                            size_t size);
extern void *__libc_realloc (void   *memory,
                             size_t  size);
extern void *__libc_memalign (size_t alignment,
                              size_t size);
extern void  __libc_free (void *memory);

static _Thread_local gboolean is_sounding;
static _Thread_local gboolean is_expected;
static _Thread_local int n_caught;

static void
catch (const char *what)
{
  if (!is_sounding)
    return;
  if (is_expected)
    {
      n_caught++;
      return;
    }
  is_sounding = FALSE;
  if (write (STDERR_FILENO, what, strlen (what)) < 0)
    abort ();
  abort ();
}

void *
malloc (size_t size)
{
  catch ("malloc in the sounding thread\n");
  return __libc_malloc (size);
}

void *
calloc (size_t n,
        size_t size)
{
  catch ("calloc in the sounding thread\n");
  return __libc_calloc (n, size);
}

void *
realloc (void   *memory,
         size_t  size)
{
  catch ("realloc in the sounding thread\n");
  return __libc_realloc (memory, size);
}

void
free (void *memory)
{
  catch ("free in the sounding thread\n");
  __libc_free (memory);
}

int
posix_memalign (void   **memory,
                size_t   alignment,
                size_t   size)
{
  catch ("posix_memalign in the sounding thread\n");
  *memory = __libc_memalign (alignment, size);
  return *memory != NULL ? 0 : ENOMEM;
}

void *
aligned_alloc (size_t alignment,
               size_t size)
{
  catch ("aligned_alloc in the sounding thread\n");
  return __libc_memalign (alignment, size);
}

/* The real one can't be called by its name; this waits as well. */
static int
wait_for_mutex (pthread_mutex_t *mutex)
{
  struct timespec far_off = { .tv_sec = G_MAXINT32 };

  return pthread_mutex_timedlock (mutex, &far_off);
}

int
pthread_mutex_lock (pthread_mutex_t *mutex)
{
  catch ("pthread_mutex_lock in the sounding thread\n");
  return pthread_mutex_trylock (mutex) == 0 ? 0 : wait_for_mutex (mutex);
}

static void
run (MaqEngine *engine,
     guint      msec)
{
  float samples[2 * 480];

  for (guint i = 0; i < msec / 10; i++)
    {
      is_sounding = TRUE;
      maq_engine_run (engine, samples, 480);
      is_sounding = FALSE;
    }
}

/* The trap itself works, else the test below would prove nothing. */
static void
test_trap (void)
{
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  void *volatile memory;

  is_expected = is_sounding = TRUE;
  memory = malloc (10);
  memory = realloc (memory, 20);
  free (memory);
  pthread_mutex_lock (&mutex);
  pthread_mutex_unlock (&mutex);
  is_expected = is_sounding = FALSE;
  g_assert_cmpint (n_caught, ==, 4);
}

static void
test_everything (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqEngine) engine = NULL;
  g_autoptr (GError) error = NULL;
  static const gint8 tunings[2][12] = { { -50, 0, 0, 20 }, { 0, 0, -50 } };
  Song song = SONG_INIT;

  if (font == NULL)
    return;
  engine = maq_engine_new (font, RATE, &error);
  g_assert_no_error (error);
  run (engine, 100);
  maq_engine_set_metronome (engine, TRUE);
  maq_engine_set_count_in (engine, TRUE);
  maq_engine_play (engine);
  run (engine, 100);
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (MaqPerformance) performance = NULL;

      song.program = (int) round * 9;
      song.n_lanes = round < 8 ? 3 + round : 50;
      song.n_spans = 1 + round % 4;
      song.muted = round;
      song.tuning = round % 2 == 0 ? NULL : tunings[round / 2 % 2];
      song.rooms[1] = (MaqRoomKind) (round % MAQ_N_ROOM_KINDS);
      song.directed = round % 3 != 0;
      performance = song_play (&song);
      maq_engine_set_performance (engine, performance, NULL);
      run (engine, 150);
      maq_engine_play (engine);
      maq_engine_set_loop (engine, round * 480, round * 480 + 1920);
      maq_engine_set_gain (engine, -(double) round);
      run (engine, 1200);
      maq_engine_jump (engine, 960.0 * round);
      run (engine, 700);
      maq_engine_seek (engine, 777.0 * round);
      run (engine, 700);
      if (round % 3 == 0)
        maq_engine_stop (engine);
      run (engine, 300);
      maq_engine_collect (engine);
    }
  maq_engine_set_performance (engine, NULL, NULL);
  run (engine, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/noalloc/trap", test_trap);
  g_test_add_func ("/engine/noalloc/everything", test_everything);
  return g_test_run ();
}
