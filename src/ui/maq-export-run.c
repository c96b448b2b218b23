/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-run.h"

#include "maq-compiler.h"

struct _MaqExportRun
{
  GApplication     *application;
  MaqExportChoice  *choice;      /* a copy, which nobody changes */
  MaqHandoff       *handoff;
  char             *player;
  char             *folder;
  MaqSoundfont     *font;
  GCancellable     *cancellable;
  MaqExportRunFunc  func;
  GObject          *user_data;
  int               permille;    /* atomic: the worker writes, the window reads */
};

static void
run_clear (gpointer data)
{
  MaqExportRun *self = data;

  g_object_unref (self->application);
  maq_export_choice_free (self->choice);
  maq_handoff_unref (self->handoff);
  g_free (self->player);
  g_free (self->folder);
  g_clear_pointer (&self->font, maq_soundfont_unref);
  g_object_unref (self->cancellable);
  g_object_unref (self->user_data);
}

void
maq_export_run_unref (MaqExportRun *self)
{
  g_rc_box_release_full (self, run_clear);
}

static void
progress_in_thread (double   fraction,
                    gpointer user_data)
{
  MaqExportRun *self = user_data;

  g_atomic_int_set (&self->permille, (int) (fraction * 1000));
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  MaqExportRun *self = task_data;
  MaqExportSource from = { self->handoff, NULL, self->font };
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (MaqExportJob) job = NULL;
  GError *error = NULL;

  if (maq_export_choice_plays (self->choice))
    {
      g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
      g_autoptr (MaqPerformance) whole =
        maq_compiler_compile_arrangement (compiler, maq_handoff_get_song (self->handoff),
                                          maq_handoff_get_whole (self->handoff));

      performance = maq_handoff_crop (self->handoff, whole);
      from.performance = performance;
    }
  job = maq_export_choice_create_job (self->choice, &from, self->player, self->folder);
  if (maq_export_job_run (job, cancellable, progress_in_thread, self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MaqExportRun) self = user_data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_application_release (self->application);
  self->func (error, self->user_data);
}

/* The worker borrows what it needs: the last reference is let go of here, in ended_cb(). What
 * was written before somebody cancelled is written. */
MaqExportRun *
maq_export_run_start (GApplication     *application,
                      MaqExportChoice  *choice,
                      MaqHandoff       *handoff,
                      const char       *player,
                      const char       *folder,
                      MaqSoundfont     *font,
                      MaqExportRunFunc  func,
                      GObject          *user_data)
{
  MaqExportRun *self = g_rc_box_new0 (MaqExportRun);
  g_autoptr (GVariant) copy = maq_export_choice_to_variant (choice);
  g_autoptr (GTask) task = NULL;

  self->application = g_object_ref (application);
  self->choice = maq_export_choice_new (copy, MAQ_PAPER_A4);
  self->handoff = maq_handoff_ref (handoff);
  self->player = g_strdup (player);
  self->folder = g_strdup (folder);
  self->font = font != NULL ? maq_soundfont_ref (font) : NULL;
  self->cancellable = g_cancellable_new ();
  self->func = func;
  self->user_data = g_object_ref (user_data);
  g_application_hold (application);
  task = g_task_new (NULL, self->cancellable, ended_cb, g_rc_box_acquire (self));
  g_task_set_source_tag (task, maq_export_run_start);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, run_in_thread);
  return self;
}

void
maq_export_run_cancel (MaqExportRun *self)
{
  g_cancellable_cancel (self->cancellable);
}

double
maq_export_run_get_fraction (MaqExportRun *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}
