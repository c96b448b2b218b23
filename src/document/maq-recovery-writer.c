/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-recovery-writer-private.h"

/*
 * What the lock guards: root and has_root (what waits to be written; a NULL
 * root that is there means: remove the file), title, file, etag and has_info,
 * quit, has_failed, and news (the source that is to tell of it). The store
 * belongs to the thread.
 */
struct _MaqRecoveryWriter
{
  GThread          *thread;
  GMutex            lock;
  GCond             wake;
  gboolean          quit;
  gboolean          has_root;
  MaqProject       *root;
  gboolean          has_info;
  char             *title;
  GFile            *file;
  char             *etag;
  MaqRecoveryStore *store;
  gboolean          has_failed;
  GSource          *news;
  GMainContext     *context;
  gpointer          data;
  void            (*failed_cb) (gpointer data,
                                gboolean failed);
};

/* what the thread takes to work on */
typedef struct
{
  gboolean    has_root;
  MaqProject *root;
  gboolean    has_info;
  char       *title;
  GFile      *file;
  char       *etag;
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->root, maq_project_unref);
  g_clear_pointer (&job->title, g_free);
  g_clear_object (&job->file);
  g_clear_pointer (&job->etag, g_free);
}

static gboolean
report_cb (gpointer data)
{
  MaqRecoveryWriter *self = data;
  gboolean failed;

  g_mutex_lock (&self->lock);
  failed = self->has_failed;
  g_clear_pointer (&self->news, g_source_unref);
  g_mutex_unlock (&self->lock);

  self->failed_cb (self->data, failed);
  return G_SOURCE_REMOVE;
}

/* with the lock held */
static void
report (MaqRecoveryWriter *self,
        gboolean           failed)
{
  if (failed == self->has_failed)
    return;

  self->has_failed = failed;
  if (self->news != NULL)
    return;

  self->news = g_idle_source_new ();
  g_source_set_callback (self->news, report_cb, self, NULL);
  g_source_attach (self->news, self->context);
}

static gboolean
write_job (MaqRecoveryWriter *self,
           Job               *job,
           GError           **error)
{
  if (job->root == NULL)
    {
      if (self->store != NULL)
        maq_recovery_store_remove (self->store);
      return TRUE;
    }

  if (self->store == NULL)
    self->store = maq_recovery_store_new (error);

  return self->store != NULL &&
         (!job->has_info || maq_recovery_store_write_info (self->store, job->title, job->file,
                                                           job->etag, error)) &&
         maq_recovery_store_write (self->store, job->root, error);
}

/* What was said about the document stays said until something was written with it. */
static void
take_job (MaqRecoveryWriter *self,
          Job               *job)
{
  job->has_root = self->has_root;
  job->root = g_steal_pointer (&self->root);
  job->has_info = self->has_info;
  job->title = g_strdup (self->title);
  job->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  job->etag = g_strdup (self->etag);
  self->has_root = FALSE;
  if (job->root != NULL)
    self->has_info = FALSE;
}

static gpointer
run (gpointer data)
{
  MaqRecoveryWriter *self = data;

  g_mutex_lock (&self->lock);
  while (!self->quit || self->has_root)
    {
      g_autoptr(GError) error = NULL;
      Job job;
      gboolean ok;

      if (!self->has_root)
        {
          g_cond_wait (&self->wake, &self->lock);
          continue;
        }

      take_job (self, &job);
      g_mutex_unlock (&self->lock);
      ok = write_job (self, &job, &error);
      if (!ok)
        g_debug ("Recovery file not written: %s", error->message);
      g_mutex_lock (&self->lock);
      report (self, !ok);
      self->has_info = self->has_info || (!ok && job.has_info);
      job_clear (&job);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

MaqRecoveryWriter *
maq_recovery_writer_new (MaqRecoveryStore  *store,
                         void             (*failed_cb) (gpointer data,
                                                        gboolean failed),
                         gpointer           data)
{
  MaqRecoveryWriter *self = g_new0 (MaqRecoveryWriter, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  self->store = store;
  self->failed_cb = failed_cb;
  self->data = data;
  self->context = g_main_context_ref_thread_default ();

  return self;
}

void
maq_recovery_writer_describe (MaqRecoveryWriter *self,
                              const char        *title,
                              GFile             *file,
                              const char        *etag)
{
  g_mutex_lock (&self->lock);
  g_free (self->title);
  g_free (self->etag);
  self->title = g_strdup (title);
  self->etag = g_strdup (etag);
  g_set_object (&self->file, file);
  self->has_info = TRUE;
  g_mutex_unlock (&self->lock);
}

void
maq_recovery_writer_post (MaqRecoveryWriter *self,
                          MaqProject        *root)
{
  if (self->thread == NULL && root == NULL && self->store == NULL)
    return;

  if (self->thread == NULL)
    self->thread = g_thread_new ("maq-recovery", run, self);

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->root, maq_project_unref);
  self->root = root != NULL ? maq_project_ref (root) : NULL;
  self->has_root = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

static void
stop (MaqRecoveryWriter *self)
{
  if (self->thread == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->quit = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
}

void
maq_recovery_writer_free (MaqRecoveryWriter *self,
                          gboolean           discard)
{
  stop (self);
  if (self->news != NULL)
    g_source_destroy (self->news);

  if (self->store != NULL && discard)
    maq_recovery_store_discard (self->store);
  else if (self->store != NULL)
    maq_recovery_store_free (self->store);

  g_clear_pointer (&self->news, g_source_unref);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_object (&self->file);
  g_free (self->title);
  g_free (self->etag);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_free (self);
}
