/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * After a crash: what was left behind is offered, one song after the other.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-recovery.h"

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, maq_recovery_list (), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MaqWindow) self = user_data;

  if (maq_window_is_gone (self))
    return;
  g_clear_pointer (&self->recoveries, g_ptr_array_unref);
  self->recoveries = g_task_propagate_pointer (G_TASK (result), NULL);
  maq_window_update_banner (self);
}

/* The task has no source, so that the window cannot end in the worker's thread. */
void
maq_window_look_for_recoveries (MaqWindow *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, listed_cb, g_object_ref (self));

  g_task_set_source_tag (task, maq_window_look_for_recoveries);
  g_task_run_in_thread (task, list_in_thread);
}

static void
drop_first (MaqWindow *self)
{
  g_ptr_array_remove_index (self->recoveries, 0);
  maq_window_update_banner (self);
}

static void
recover (MaqWindow *self)
{
  MaqRecovery *recovery = g_ptr_array_index (self->recoveries, 0);
  g_autoptr (MaqDocument) document = maq_recovery_restore (recovery);

  maq_window_set_document (maq_window_get_free (self), document);
  drop_first (self);
}

static void
discard_response_cb (MaqWindow  *self,
                     const char *response,
                     GtkWidget  *dialog)
{
  if (!g_str_equal (response, "discard") || self->recoveries->len == 0)
    return;
  maq_recovery_discard (g_ptr_array_index (self->recoveries, 0));
  drop_first (self);
}

static void
discard (MaqWindow *self)
{
  MaqRecovery *recovery = g_ptr_array_index (self->recoveries, 0);
  GtkWidget *dialog;

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Discard What Was Not Saved?"),
                                   maq_recovery_get_summary (recovery));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Keep"), "discard",
                                    _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
maq_window_show_recovery (MaqWindow *self)
{
  MaqRecovery *recovery;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *when = NULL;
  g_autofree char *sentence = NULL;

  if (self->recoveries == NULL || self->recoveries->len == 0)
    return FALSE;
  recovery = g_ptr_array_index (self->recoveries, 0);
  time = g_date_time_new_from_unix_local (maq_recovery_get_time_us (recovery) / G_USEC_PER_SEC);
  when = g_date_time_format (time, "%x %H:%M");
  /* Translators: title of a song, date and time, what differs from the file */
  sentence = g_strdup_printf (_("“%s” was not saved when Maquette ended (%s). %s"),
                              maq_recovery_get_title (recovery), when,
                              maq_recovery_get_summary (recovery));
  maq_window_show_banner (self, sentence, _("Recover"), recover, _("Discard…"), discard);
  return TRUE;
}
