/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long an edit and its undo take in a huge project, held against the same
 * in a small one. An edit is a level of one part, made by a move and checked;
 * undo gives the new root back and stands on the old one again.
 */

#include <stdlib.h>

#include "maq-move.h"
#include "maq-random-song.h"

#define MAX_RATIO   20.0
#define MAX_SECONDS 100e-6

#define N_ROUNDS 9
#define N_EDITS  2000

typedef struct
{
  guint n_sections;
  guint n_layers;
} Size;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static MaqMove *
make_edit (const Size *size,
           guint       index)
{
  MaqId section = 1000 + (index * 7919) % size->n_sections;
  MaqId layer = 1 + (index * 104729) % size->n_layers;

  return maq_move_part_level (section, layer, 0);
}

static double
run_round (MaqProject *root,
           const Size *size)
{
  gint64 start = 0;
  MaqMove *moves[N_EDITS];
  double seconds;

  for (guint i = 0; i < N_EDITS; i++)
    moves[i] = make_edit (size, i);

  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_EDITS; i++)
    {
      MaqProject *edited = maq_move_apply (moves[i], root, NULL);

      g_assert (edited != NULL && edited != root);
      maq_project_unref (edited);
    }
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC / N_EDITS;

  for (guint i = 0; i < N_EDITS; i++)
    maq_move_unref (moves[i]);
  return seconds;
}

/* the median of several rounds */
static double
measure (const Size *size)
{
  g_autoptr(MaqProject) root = maq_any_grid (size->n_sections, size->n_layers);
  double seconds[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    seconds[i] = run_round (root, size);
  qsort (seconds, N_ROUNDS, sizeof (double), compare_doubles);

  return seconds[N_ROUNDS / 2];
}

int
main (int   argc,
      char *argv[])
{
  static const Size small = { 10, 10 }, large = { 1000, 200 };
  double in_small = measure (&small), in_large = measure (&large);
  double ratio = in_large / in_small;
  gboolean holds = ratio <= MAX_RATIO && in_large <= MAX_SECONDS;

  g_print ("edit + undo, 10 x 10:     %8.2f us\n", in_small * 1e6);
  g_print ("edit + undo, 1,000 x 200: %8.2f us (aim: %.0f)\n", in_large * 1e6, MAX_SECONDS * 1e6);
  g_print ("ratio:                    %8.2f    (aim: %.0f)\n", ratio, MAX_RATIO);

  return holds ? EXIT_SUCCESS : EXIT_FAILURE;
}
