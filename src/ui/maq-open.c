/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-open.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-data.h"
#include "maq-file.h"
#include "maq-import.h"

static const char report_key[] = "maq-import-report";

static gboolean
is_project (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, MAQ_FILE_SUFFIX);
}

/* "“demo.maquette”, line 12: …": which of the files it was, unless the sentence says so. */
static GError *
name_file (GError *error,
           GFile  *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = name == NULL ? NULL : g_filename_display_name (name);
  g_autofree char *reason = NULL;
  char *rest;
  guint64 line;

  if (shown == NULL || strstr (error->message, shown) != NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;
  reason = g_steal_pointer (&error->message);
  line = g_ascii_strtoull (reason, &rest, 10);
  if (rest != reason && g_str_has_prefix (rest, ": "))
    /* Translators: name of a file, line in it, what is wrong there */
    error->message = g_strdup_printf (_("“%s”, line %d: %s"), shown,
                                      (int) MIN (line, G_MAXINT), rest + 2);
  else
    /* Translators: name of a file, what is wrong with it */
    error->message = g_strdup_printf (_("“%s”: %s"), shown, reason);
  return error;
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autofree char *name = g_file_get_basename (file);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = maq_file_read (file, NULL, cancellable, &error);
  MaqImportReport *report = maq_import_report_new ();
  MaqProject *root = bytes == NULL ? NULL : maq_import_bytes (bytes, name, report, &error);

  g_object_set_data_full (G_OBJECT (task), report_key, report,
                          (GDestroyNotify) maq_import_report_free);
  if (root == NULL)
    g_task_return_error (task, name_file (error, file));
  else
    g_task_return_pointer (task, root, (GDestroyNotify) maq_project_unref);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) root = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_file_get_basename (g_task_get_task_data (task));
  char *dot = strrchr (name, '.');
  MaqDocument *document;

  if (root == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (dot != NULL && dot != name)
    *dot = '\0';
  document = maq_document_new_imported (root, name);
  g_object_set_data_full (G_OBJECT (document), report_key,
                          g_object_steal_data (G_OBJECT (result), report_key),
                          (GDestroyNotify) maq_import_report_free);
  g_task_return_pointer (task, document, g_object_unref);
}

/* What comes with the program is opened as a song without a file: Save asks where to put it. */
static MaqDocument *
copy_if_example (MaqDocument *document,
                 GFile       *file)
{
  g_autoptr (GFile) folder = g_file_new_for_path (maq_data_get_folder ());
  g_autoptr (MaqDocument) original = NULL;

  if (!g_file_has_prefix (file, folder))
    return document;
  original = document;
  document = maq_document_new (maq_document_get_root (original));
  maq_document_close (original);
  return document;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  MaqDocument *document = maq_document_open_finish (result, &error);

  if (document == NULL)
    g_task_return_error (task, name_file (error, g_task_get_task_data (task)));
  else
    g_task_return_pointer (task, copy_if_example (document, g_task_get_task_data (task)),
                           g_object_unref);
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
  if (is_project (file))
    maq_document_open_async (file, cancellable, opened_cb, task);
  else
    {
      g_autoptr (GTask) import = g_task_new (NULL, cancellable, imported_cb, task);

      g_task_set_task_data (import, g_object_ref (file), g_object_unref);
      g_task_run_in_thread (import, import_in_thread);
    }
}

MaqDocument *
maq_open_finish (GAsyncResult  *result,
                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

MaqImportReport *
maq_open_steal_report (MaqDocument *document)
{
  return g_object_steal_data (G_OBJECT (document), report_key);
}

GFile *
maq_open_dup_example (void)
{
  g_autofree char *folder = g_build_filename (maq_data_get_folder (), "examples", NULL);
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
