/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long it takes to load a project of 20 MB, and how much memory, held
 * against `xmllint --noout` on the same file. Both are programs of their own,
 * so both pay for their start.
 */

#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "maq-file.h"
#include "maq-random-song.h"

#define MAX_TIME_RATIO   1.5
#define MAX_MEMORY_RATIO 1.0

#define N_ROUNDS 7

/* each section has a part for each layer: some 490,000 elements */
#define N_SECTIONS 2000
#define N_LAYERS   245

typedef struct
{
  double seconds;
  double megabytes;
} Cost;

static int
load (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  MaqProject *root = maq_file_load (file, NULL, NULL, &error);

  if (root == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  /* as a program does that goes on with it */
  _exit (0);
}

static gboolean
run_once (char **argv,
          Cost  *cost)
{
  struct rusage usage;
  gint64 start = g_get_monotonic_time ();
  GPid pid;
  int status;

  if (!g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH, NULL,
                      NULL, &pid, NULL))
    return FALSE;

  g_assert_cmpint (wait4 (pid, &status, 0, &usage), ==, pid);
  cost->seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  cost->megabytes = (double) usage.ru_maxrss / 1024;

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* the quickest and the smallest of several rounds */
static gboolean
measure (char **argv,
         Cost  *best)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      Cost cost;

      if (!run_once (argv, &cost))
        return FALSE;
      best->seconds = i == 0 ? cost.seconds : MIN (best->seconds, cost.seconds);
      best->megabytes = i == 0 ? cost.megabytes : MIN (best->megabytes, cost.megabytes);
    }

  return TRUE;
}

static char *
make_project (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (N_SECTIONS, N_LAYERS);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-load.maquette", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  maq_file_save (file, root, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_print ("a project of %.1f MB\n", (double) info.st_size / 1e6);

  return g_steal_pointer (&path);
}

static void
show (const char *name,
      const Cost *cost)
{
  g_print ("%-20s %6.3f s  %6.1f MB\n", name, cost->seconds, cost->megabytes);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  Cost ours = { 0 }, theirs = { 0 };
  gboolean is_good;

  if (argc == 3 && g_str_equal (argv[1], "--load"))
    return load (argv[2]);

  path = make_project ();
  if (!measure ((char *[]) { (char *) "xmllint", (char *) "--noout", path, NULL }, &theirs))
    {
      g_print ("skipped: there is no xmllint\n");
      g_remove (path);
      return 77;
    }
  if (!measure ((char *[]) { argv[0], (char *) "--load", path, NULL }, &ours))
    return 1;
  g_remove (path);

  show ("xmllint --noout", &theirs);
  show ("loading a project", &ours);
  g_print ("time ratio %.2f (aim %.2f), memory ratio %.2f (aim %.2f)\n",
           ours.seconds / theirs.seconds, MAX_TIME_RATIO,
           ours.megabytes / theirs.megabytes, MAX_MEMORY_RATIO);

  is_good = ours.seconds <= theirs.seconds * MAX_TIME_RATIO &&
            ours.megabytes <= theirs.megabytes * MAX_MEMORY_RATIO;
  return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
