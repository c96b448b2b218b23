/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-open.h"

#include "maq-file.h"

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  MaqDocument *document = maq_document_open_finish (result, &error);

  if (document == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, document, g_object_unref);
}

void
maq_open_async (GFile               *file,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, maq_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  maq_document_open_async (file, cancellable, opened_cb, task);
}

MaqDocument *
maq_open_finish (GAsyncResult  *result,
                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GFile *
maq_open_dup_example (void)
{
  const char *data = g_getenv ("MAQ_DATADIR");
  g_autofree char *folder = g_build_filename (data != NULL ? data : MAQ_PKGDATADIR, "examples",
                                              NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *first = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, MAQ_FILE_SUFFIX) &&
        (first == NULL || g_strcmp0 (name, first) < 0))
      {
        g_free (first);
        first = g_strdup (name);
      }
  return first == NULL ? NULL : g_file_new_build_filename (folder, first, NULL);
}
