/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The files of a window: new, open, save, and asking before anything is lost.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-file.h"
#include "maq-new-song.h"
#include "maq-open.h"

#define N_RECENT 8
#define MIME_TYPE "application/x-maquette+xml"

static void save (MaqWindow    *self,
                  MaqSaveFlags  flags,
                  gboolean      close);
static void save_as (MaqWindow *self,
                     gboolean   close);

static void
remember (MaqWindow *self,
          GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *folder_uri = folder == NULL ? g_strdup ("") : g_file_get_uri (folder);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Maquette",
    .app_exec = (char *) "maquette %u",
  };

  g_settings_set_string (self->settings, "last-folder", folder_uri);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  maq_window_files_update_recent (self);
}

void
maq_window_files_update_recent (MaqWindow *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  g_menu_remove_all (self->recent);
  for (GList *l = items; l != NULL && n < N_RECENT; l = l->next)
    {
      const char *uri = gtk_recent_info_get_uri (l->data);

      if (!g_str_has_suffix (uri, MAQ_FILE_SUFFIX) || !gtk_recent_info_exists (l->data))
        continue;
      maq_compat_append_name (self->recent, gtk_recent_info_get_display_name (l->data),
                              "doc.open-uri", uri);
      n++;
    }
  if (n == 0)
    g_menu_append (self->recent, _("No Recent Songs"), "doc.none");
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  maq_welcome_show_recent (self->welcome, G_MENU_MODEL (self->recent));
}

/* A window that has a song keeps it; another song gets a window of its own. */
MaqWindow *
maq_window_get_free (MaqWindow *self)
{
  GtkWidget *window;

  if (self->editor == NULL)
    return self;
  window = maq_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  maq_window_load_soundfont (MAQ_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  return MAQ_WINDOW (window);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MaqWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqDocument) document = maq_open_finish (result, &error);
  MaqWindow *target;

  if (maq_window_is_gone (self))
    return;
  if (document == NULL)
    {
      maq_window_say (self, error->message);
      return;
    }
  target = maq_window_get_free (self);
  maq_window_set_document (target, document);
  maq_window_take_import_report (target, maq_open_steal_report (document));
  if (maq_document_get_file (document) != NULL)
    remember (target, maq_document_get_file (document));
}

void
maq_window_open (MaqWindow *self,
                 GFile     *file)
{
  maq_open_async (file, NULL, opened_cb, g_object_ref (self));
}

static GFile *
dup_last_folder (MaqWindow *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "last-folder");
  const char *music = g_get_user_special_dir (G_USER_DIRECTORY_MUSIC);

  if (*uri != '\0')
    return g_file_new_for_uri (uri);
  return music == NULL ? NULL : g_file_new_for_path (music);
}

static void
open_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  maq_window_open (MAQ_WINDOW (user_data), file);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GFile) folder = dup_last_folder (self);

  if (g_str_equal (action_name, "doc.import"))
    maq_compat_choose_chart (GTK_WINDOW (self), folder, open_chosen_cb, G_OBJECT (self));
  else
    maq_compat_choose_open (GTK_WINDOW (self), folder, open_chosen_cb, G_OBJECT (self));
}

static void
open_uri_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  maq_window_open (MAQ_WINDOW (widget), file);
}

static void
open_example_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GFile) example = maq_open_dup_example ();

  if (example == NULL)
    maq_window_say (self, _("The example song is not installed. Install Maquette again."));
  else
    maq_window_open (self, example);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  g_autoptr (MaqProject) root = maq_new_song_create ();
  g_autoptr (MaqDocument) document = maq_document_new (root);

  maq_window_set_document (maq_window_get_free (MAQ_WINDOW (widget)), document);
}

/* Another program changed the file: whose version stays is the user's choice. */
static void
changed_response_cb (MaqWindow  *self,
                     const char *response,
                     GtkWidget  *dialog)
{
  if (g_str_equal (response, "overwrite"))
    save (self, MAQ_SAVE_OVERWRITE, FALSE);
  else if (g_str_equal (response, "save-as"))
    save_as (self, FALSE);
}

static void
ask_about_change (MaqWindow  *self,
                  const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self),
                                              _("Changed by Another Program"), sentence);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "save-as", _("Save _As…"), "overwrite", _("_Overwrite"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  g_signal_connect_object (dialog, "response", G_CALLBACK (changed_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
close_idle_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* Not at once: GTK may still be handling the click on the dialog that belongs to the window. */
static void
finish_closing (MaqWindow *self)
{
  maq_document_close (maq_editor_get_document (self->editor));
  self->may_close = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_idle_cb, g_object_ref (self), g_object_unref);
}

static void
handle_saved (MaqWindow    *self,
              MaqDocument  *document,
              GAsyncResult *result,
              gboolean      close)
{
  g_autoptr (GError) error = NULL;
  gboolean is_saved = maq_document_save_finish (document, result, &error);

  if (maq_window_is_gone (self))
    return;
  if (!is_saved)
    {
      if (g_error_matches (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_CHANGED_ON_DISK))
        ask_about_change (self, error->message);
      else if (g_error_matches (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_NO_FILE))
        save_as (self, close);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        maq_window_say (self, error->message);
      return;
    }
  remember (self, maq_document_get_file (document));
  maq_window_keep_view (self);
  if (close && !maq_document_is_modified (document))
    finish_closing (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MaqWindow) self = user_data;

  handle_saved (self, MAQ_DOCUMENT (source), result, FALSE);
}

static void
saved_and_close_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (MaqWindow) self = user_data;

  handle_saved (self, MAQ_DOCUMENT (source), result, TRUE);
}

static void
save (MaqWindow    *self,
      MaqSaveFlags  flags,
      gboolean      close)
{
  MaqDocument *document = maq_editor_get_document (self->editor);

  if (maq_document_get_file (document) == NULL)
    save_as (self, close);
  else
    maq_document_save_async (document, flags, NULL, close ? saved_and_close_cb : saved_cb,
                             g_object_ref (self));
}

static void
save_under (MaqWindow           *self,
            GFile               *file,
            GAsyncReadyCallback  callback)
{
  if (!maq_window_is_gone (self))
    maq_document_save_as_async (maq_editor_get_document (self->editor), file, NULL, callback,
                                g_object_ref (self));
}

static void
save_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  save_under (MAQ_WINDOW (user_data), file, saved_cb);
}

static void
save_and_close_chosen_cb (GFile    *file,
                          gpointer  user_data)
{
  save_under (MAQ_WINDOW (user_data), file, saved_and_close_cb);
}

static void
save_as (MaqWindow *self,
         gboolean   close)
{
  MaqDocument *document = maq_editor_get_document (self->editor);
  g_autoptr (GFile) folder = dup_last_folder (self);
  g_autofree char *name = maq_document_dup_suggested_name (document);

  maq_compat_choose_save (GTK_WINDOW (self), folder, name,
                          close ? save_and_close_chosen_cb : save_chosen_cb, G_OBJECT (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (g_str_equal (action_name, "doc.save"))
    save (self, MAQ_SAVE_DEFAULT, FALSE);
  else
    save_as (self, FALSE);
}

static void
close_response_cb (MaqWindow  *self,
                   const char *response,
                   GtkWidget  *dialog)
{
  if (g_str_equal (response, "discard"))
    finish_closing (self);
  else if (g_str_equal (response, "save"))
    save (self, MAQ_SAVE_DEFAULT, TRUE);
}

gboolean
maq_window_files_close_request (MaqWindow *self)
{
  MaqDocument *document = maq_window_get_document (self);
  GtkWidget *dialog;
  g_autofree char *body = NULL;

  if (document == NULL || self->may_close)
    return FALSE;
  if (!maq_document_is_modified (document))
    {
      maq_document_close (document);
      return FALSE;
    }
  body = g_strdup_printf (_("“%s” has changes that are not saved. They are lost if you discard "
                            "them."), maq_document_get_title (document));
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard",
                                    _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
reloaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MaqWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!maq_document_reload_finish (MAQ_DOCUMENT (source), result, &error) &&
      !maq_window_is_gone (self))
    maq_window_say (self, error->message);
}

static void
start_reload (MaqWindow *self)
{
  maq_document_reload_async (maq_editor_get_document (self->editor), NULL, reloaded_cb,
                             g_object_ref (self));
}

static void
reload_response_cb (MaqWindow  *self,
                    const char *response,
                    GtkWidget  *dialog)
{
  if (g_str_equal (response, "reload"))
    start_reload (self);
}

static void
reload (MaqWindow *self)
{
  MaqDocument *document = maq_editor_get_document (self->editor);
  GtkWidget *dialog;
  g_autofree char *body = NULL;

  if (!maq_document_is_modified (document))
    {
      start_reload (self);
      return;
    }
  body = g_strdup_printf (_("“%s” has changes that are not saved. What the other program wrote "
                            "takes their place; Undo brings them back."),
                          maq_document_get_title (document));
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Reload the Song?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "reload",
                                    _("_Reload"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reload",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reload_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What matters most comes first: the file, the way back from a crash, the sound. */
void
maq_window_update_banner (MaqWindow *self)
{
  MaqDocument *document = maq_window_get_document (self);
  const char *message = document == NULL ? NULL : maq_listener_get_message (self->listener);
  gboolean failed = FALSE;

  if (document != NULL)
    g_object_get (document, "recovery-failed", &failed, NULL);
  if (document != NULL && maq_document_is_changed_on_disk (document))
    maq_window_show_banner (self, _("Another program has changed this file."), _("Reload"), reload,
                            NULL, NULL);
  else if (maq_window_show_recovery (self))
    return;
  else if (failed)
    maq_window_show_banner (self, _("Changes can’t be kept safe from a crash just now. Save the "
                                    "song, and free some space on the disk."), NULL, NULL, NULL,
                            NULL);
  else if (!maq_window_show_import (self) && !maq_window_show_soundfont (self))
    maq_window_show_banner (self, message, NULL, NULL, NULL, NULL);
}

void
maq_window_files_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "doc.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "doc.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "doc.import", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "doc.open-uri", "s", open_uri_cb);
  gtk_widget_class_install_action (widget_class, "doc.open-example", NULL, open_example_cb);
  gtk_widget_class_install_action (widget_class, "doc.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "doc.save-as", NULL, save_cb);
}
