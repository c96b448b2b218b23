/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-document-private.h"

#include <glib/gi18n-lib.h>

#include "maq-file.h"

/* ---- reading ---- */

typedef struct
{
  GFile      *file;
  MaqProject *root;
  char       *etag;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_object_unref (loaded->file);
  g_clear_pointer (&loaded->root, maq_project_unref);
  g_free (loaded->etag);
  g_free (loaded);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Loaded *loaded = data;
  GError *error = NULL;

  loaded->root = maq_file_load (loaded->file, &loaded->etag, cancellable, &error);
  if (loaded->root != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The task has no source object: the worker lets go of it later than we do, and
 * a document must not end in another thread than its own. */
static void
load_async (gpointer             tag,
            GFile               *file,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Loaded *loaded = g_new0 (Loaded, 1);

  loaded->file = g_object_ref (file);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, loaded, (GDestroyNotify) loaded_free);
  g_task_run_in_thread (task, load_in_thread);
}

void
maq_document_open_async (GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  load_async (maq_document_open_async, file, cancellable, callback, user_data);
}

MaqDocument *
maq_document_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  Loaded *loaded;

  g_return_val_if_fail (g_async_result_is_tagged (result, maq_document_open_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  loaded = g_task_get_task_data (G_TASK (result));
  return maq_document_new_full (loaded->root, loaded->root, NULL, loaded->file, loaded->etag,
                                NULL);
}

static void
reloaded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  MaqDocument *self = g_task_get_source_object (task);
  Loaded *loaded = g_task_get_task_data (G_TASK (result));
  MaqPath nowhere = { 0 };
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (!maq_project_equal (loaded->root, maq_document_get_root (self)))
    maq_document_apply (self, loaded->root, _("Reload"), nowhere);
  maq_document_set_saved (self, maq_document_get_root (self), loaded->file, loaded->etag);
  g_task_return_boolean (task, TRUE);
}

void
maq_document_reload_async (MaqDocument         *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (MAQ_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, maq_document_reload_async);
  load_async (maq_document_reload_async, self->file, cancellable, reloaded_cb, task);
}

gboolean
maq_document_reload_finish (MaqDocument   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- saving ---- */

/*
 * root: taken when the save was asked for
 * etag: (nullable): the version that may be replaced; %NULL: any
 * checks_etag: whether etag is still to be taken, when its turn has come
 */
typedef struct
{
  GFile      *file;
  MaqProject *root;
  gboolean    checks_etag;
  char       *etag;
  char       *new_etag;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->file);
  maq_project_unref (save->root);
  g_free (save->etag);
  g_free (save->new_etag);
  g_free (save);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (maq_file_save (save->file, save->root, save->etag, &save->new_etag, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
notify_saving (MaqDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), maq_document_properties[PROP_SAVING]);
}

static void start_next_save (MaqDocument *self);

/* in the thread of the document, after the file is written and before anybody hears of it */
static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(MaqDocument) self = user_data;
  g_autoptr(GTask) outer = g_steal_pointer (&self->save);
  Save *save = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      maq_document_set_saved (self, save->root, save->file, save->new_etag);
      g_task_return_boolean (outer, TRUE);
    }
  else
    {
      if (g_error_matches (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_CHANGED_ON_DISK))
        maq_document_set_changed_on_disk (self, TRUE);
      g_task_return_error (outer, error);
    }

  start_next_save (self);
  if (self->save == NULL)
    notify_saving (self);
}

/* The version that may be replaced is the one that the save before wrote. */
static void
start_next_save (MaqDocument *self)
{
  g_autoptr(GTask) task = NULL;
  Save *save;

  if (self->save != NULL || g_queue_is_empty (&self->saves))
    return;

  self->save = g_queue_pop_head (&self->saves);
  save = g_task_get_task_data (self->save);
  if (save->checks_etag)
    save->etag = g_strdup (self->etag);

  task = g_task_new (NULL, g_task_get_cancellable (self->save), saved_cb, g_object_ref (self));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, start_next_save);
  g_task_set_task_data (task, save, NULL);
  g_task_run_in_thread (task, save_in_thread);
}

static void
save_async (MaqDocument         *self,
            GFile               *file,
            gboolean             checks_etag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Save *save = g_new0 (Save, 1);

  save->file = g_object_ref (file);
  save->root = maq_project_ref (maq_document_get_root (self));
  save->checks_etag = checks_etag;
  /* what is written is written, however late it was cancelled */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, maq_document_save_async);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);

  maq_history_end_gesture (self->history);
  g_queue_push_tail (&self->saves, task);
  if (self->save == NULL)
    {
      start_next_save (self);
      notify_saving (self);
    }
}

void
maq_document_save_async (MaqDocument         *self,
                         MaqSaveFlags         flags,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (MAQ_IS_DOCUMENT (self));

  if (self->file == NULL)
    {
      g_task_report_new_error (self, callback, user_data, maq_document_save_async,
                               MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_NO_FILE,
                               _("“%s” was never saved; save it under a name"), self->title);
      return;
    }

  save_async (self, self->file, (flags & MAQ_SAVE_OVERWRITE) == 0, cancellable,
              callback, user_data);
}

void
maq_document_save_as_async (MaqDocument         *self,
                            GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GFile) named = NULL;

  g_return_if_fail (MAQ_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  named = maq_file_with_suffix (file);
  save_async (self, named, FALSE, cancellable, callback, user_data);
}

gboolean
maq_document_save_finish (MaqDocument   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
