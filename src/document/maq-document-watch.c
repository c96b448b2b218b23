/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-document-private.h"

void
maq_document_set_changed_on_disk (MaqDocument *self,
                                  gboolean     changed)
{
  if (changed == self->is_changed_on_disk)
    return;

  self->is_changed_on_disk = changed;
  g_object_notify_by_pspec (G_OBJECT (self), maq_document_properties[PROP_CHANGED_ON_DISK]);
}

/* What is found while we save ourselves says nothing: the save checks again.
 * The document may be gone if the query was cancelled. */
static void
queried_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  MaqDocument *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);
  gboolean is_gone = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (self->save != NULL || (info == NULL && !is_gone) ||
      self->file == NULL || !g_file_equal (self->file, G_FILE (object)))
    return;

  maq_document_set_changed_on_disk (self,
                                    is_gone ||
                                      g_strcmp0 (g_file_info_get_etag (info), self->etag) != 0);
}

static void
file_changed_cb (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event,
                 MaqDocument       *self)
{
  g_file_query_info_async (self->file, "etag::value", G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->queries, queried_cb, self);
}

void
maq_document_unwatch (MaqDocument *self)
{
  if (self->monitor == NULL)
    return;

  g_cancellable_cancel (self->queries);
  g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->queries);
  g_clear_object (&self->monitor);
}

void
maq_document_watch (MaqDocument *self)
{
  maq_document_unwatch (self);
  if (self->file == NULL)
    return;

  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return;

  self->queries = g_cancellable_new ();
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, 0);
}
