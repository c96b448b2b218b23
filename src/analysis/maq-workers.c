/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-workers-private.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NICENESS 10

typedef struct
{
  MaqWork  work;
  gpointer user_data;
} Job;

/* Who plays and who draws come first. On Linux a priority is a thread's own. */
static void
step_back (void)
{
  setpriority (PRIO_PROCESS, (id_t) syscall (SYS_gettid), NICENESS);
}

static void
work_cb (gpointer data,
         gpointer user_data)
{
  const Job *job = user_data;

  step_back ();
  job->work (GPOINTER_TO_UINT (data) - 1, job->user_data);
}

void
maq_workers_run (MaqWork  work,
                 gpointer user_data,
                 guint    n_works)
{
  Job job = { work, user_data };
  /* threads of their own, because they keep the priority that they give themselves */
  GThreadPool *threads = g_thread_pool_new (work_cb, &job, (gint) g_get_num_processors (), TRUE,
                                            NULL);

  for (guint i = 0; i < n_works; i++)
    g_thread_pool_push (threads, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (threads, FALSE, TRUE);
}
