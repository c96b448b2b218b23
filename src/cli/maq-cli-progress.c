/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli.h"

#include <glib-unix.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define BAR_CELLS 40

void
maq_cli_progress_cb (double   fraction,
                     gpointer user_data)
{
  int n_full = (int) (CLAMP (fraction, 0.0, 1.0) * BAR_CELLS + 0.5);

  if (!isatty (STDERR_FILENO))
    return;
  fputs ("\r[", stderr);
  for (int i = 0; i < BAR_CELLS; i++)
    fputc (i < n_full ? '#' : ' ', stderr);
  fprintf (stderr, "] %3d %%", (int) (fraction * 100.0 + 0.5));
  fflush (stderr);
}

void
maq_cli_progress_done (void)
{
  if (isatty (STDERR_FILENO))
    fputs ("\r\033[K", stderr);
}

/* The signal is awaited rather than handled: cancelling takes locks. */
static gpointer
wait_for_signal (gpointer data)
{
  GCancellable *cancellable = data;
  sigset_t signals;
  int number;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  if (sigwait (&signals, &number) == 0)
    g_cancellable_cancel (cancellable);
  return NULL;
}

GCancellable *
maq_cli_get_cancellable (void)
{
  static GCancellable *cancellable = NULL;
  sigset_t signals;

  if (cancellable != NULL)
    return cancellable;
  cancellable = g_cancellable_new ();
  /* threads that start from now on inherit the mask */
  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signal, cancellable));
  return cancellable;
}
