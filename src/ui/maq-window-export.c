/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The song as documents for others, and as a sound file, which is made by a worker while the
 * window goes on.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-audio-file.h"
#include "maq-bar-map.h"
#include "maq-compat.h"
#include "maq-compiler.h"
#include "maq-export-window.h"
#include "maq-player.h"

#define PROGRESS_MS 100

struct _MaqWindowExport
{
  GApplication *application; /* held until it is done */
  MaqSong      *song;
  MaqSoundfont *font;
  char         *path;
  GCancellable *cancellable;
  double        seconds;
  guint         timer_id;
  int           permille;    /* atomic: the worker writes, the window reads */
};

static void
export_free (gpointer data)
{
  MaqWindowExport *export = data;

  maq_song_unref (export->song);
  maq_soundfont_unref (export->font);
  g_object_unref (export->cancellable);
  g_object_unref (export->application);
  g_free (export->path);
  g_free (export);
}

static void
progress_in_thread (double   fraction,
                    gpointer user_data)
{
  MaqWindowExport *export = user_data;

  g_atomic_int_set (&export->permille, (int) (fraction * 1000));
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  MaqWindowExport *export = task_data;
  MaqCompiler *compiler = maq_compiler_new (NULL);
  g_autoptr (MaqPerformance) performance = maq_compiler_compile (compiler, export->song);
  GError *error = NULL;

  if (maq_audio_file_write (export->path, export->font, performance, NULL, progress_in_thread,
                            export, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  maq_compiler_free (compiler);
}

static gboolean
show_progress_cb (gpointer user_data)
{
  MaqWindow *self = MAQ_WINDOW (user_data);

  gtk_progress_bar_set_fraction (self->export_progress,
                                 g_atomic_int_get (&self->export->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
say_done (MaqWindow       *self,
          MaqWindowExport *export)
{
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *length = maq_bar_map_dup_length (export->seconds);
  /* Translators: name of a file, minutes and seconds of music */
  g_autofree char *sentence = g_strdup_printf (_("“%s” is written: %s of music."), name, length);

  maq_window_say (self, sentence);
}

static void
say_failed (MaqWindow       *self,
            MaqWindowExport *export,
            const GError    *error)
{
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *sentence = g_strdup_printf (_("“%s” is not written. %s"), name, error->message);

  maq_window_say (self, sentence);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MaqWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  g_application_release (self->export->application);
  g_source_remove (self->export->timer_id);
  self->export = NULL;
  if (maq_window_is_gone (self))
    return;
  gtk_revealer_set_reveal_child (self->export_bar, FALSE);
  maq_window_actions_update (self);
  if (done)
    say_done (self, g_task_get_task_data (G_TASK (result)));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_failed (self, g_task_get_task_data (G_TASK (result)), error);
}

static void
show_bar (MaqWindow  *self,
          const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sentence = g_strdup_printf (_("Writing “%s”"), name);

  gtk_label_set_label (self->export_label, sentence);
  gtk_progress_bar_set_fraction (self->export_progress, 0);
  gtk_revealer_set_reveal_child (self->export_bar, TRUE);
}

/* The program stays until the worker has ended, so that no half file is left behind. The task
 * has no source: the worker may let go of it last, and a window must not end in that thread. */
static void
start_export (MaqWindow    *self,
              MaqSoundfont *font,
              const char   *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  MaqWindowExport *export = g_new0 (MaqWindowExport, 1);
  g_autoptr (GTask) task = NULL;

  export->application = g_object_ref (G_APPLICATION (application));
  export->song = maq_song_ref (maq_editor_get_song (self->editor));
  export->font = maq_soundfont_ref (font);
  export->path = g_strdup (path);
  export->seconds = maq_form_get_seconds (maq_editor_get_form (self->editor));
  export->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, export->cancellable, exported_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_export);
  g_task_set_task_data (task, export, export_free);
  g_application_hold (export->application);
  self->export = export;
  export->timer_id = g_timeout_add (PROGRESS_MS, show_progress_cb, self);
  show_bar (self, path);
  maq_window_actions_update (self);
  g_task_run_in_thread (task, export_in_thread);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  MaqWindow *self = MAQ_WINDOW (user_data);
  const char *path = g_file_peek_path (file);
  MaqSoundfont *font;

  if (maq_window_is_gone (self) || self->export != NULL)
    return;
  font = maq_player_get_soundfont (MAQ_PLAYER (maq_listener_get_player (self->listener)));
  if (path == NULL || !maq_audio_file_can_write (path))
    maq_window_say (self, _("Choose a name on this computer that ends in .flac, .wav or .opus."));
  else if (font == NULL)
    maq_window_say (self, _("There is no SoundFont to play with. Choose one in the preferences."));
  else if (maq_form_get_n_sections (maq_editor_get_form (self->editor)) == 0)
    maq_window_say (self, _("There are no sections yet, so there is nothing to hear. Add one."));
  else
    start_export (self, font, path);
}

static char *
dup_suggested_name (MaqWindow *self)
{
  g_autofree char *name = maq_document_dup_suggested_name (maq_editor_get_document (self->editor));
  char *dot = strrchr (name, '.');

  if (dot != NULL)
    *dot = '\0';
  return g_strconcat (name, ".flac", NULL);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autofree char *uri = g_settings_get_string (self->settings, "last-folder");
  g_autoptr (GFile) folder = *uri == '\0' ? NULL : g_file_new_for_uri (uri);
  g_autofree char *name = dup_suggested_name (self);

  maq_compat_choose_sound (GTK_WINDOW (self), folder, name, chosen_cb, G_OBJECT (self));
}

/* Documents */

static void
written_cb (MaqWindow  *self,
            guint       n_files,
            const char *folder)
{
  g_autofree char *name = g_filename_display_basename (folder);
  g_autofree char *sentence =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file is written into “%s”.",
                                  "%u files are written into “%s”.", n_files), n_files, name);

  g_free (self->export_folder);
  self->export_folder = g_strdup (folder);
  maq_window_say_with_button (self, sentence, _("Show"), "doc.show-folder");
}

static void
show_folder_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->export_folder != NULL)
    maq_compat_show_folder (GTK_WINDOW (self), self->export_folder);
}

static void
documents_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  GFile *file = maq_document_get_file (maq_editor_get_document (self->editor));
  g_autoptr (GFile) folder = file == NULL ? NULL : g_file_get_parent (file);
  MaqSoundfont *font =
    maq_player_get_soundfont (MAQ_PLAYER (maq_listener_get_player (self->listener)));
  GtkWidget *dialog;

  if (maq_form_get_n_sections (maq_editor_get_form (self->editor)) == 0)
    {
      maq_window_say (self, _("There are no sections yet, so there is nothing to hand on. "
                              "Add one."));
      return;
    }
  dialog = maq_export_window_new (GTK_WINDOW (self), self->settings,
                                  maq_editor_get_root (self->editor), folder, font);
  g_signal_connect_object (dialog, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
maq_window_cancel_export (MaqWindow *self)
{
  if (self->export != NULL)
    g_cancellable_cancel (self->export->cancellable);
}

void
maq_window_export_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "doc.export-sound", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "doc.export", NULL, documents_cb);
  gtk_widget_class_install_action (widget_class, "doc.show-folder", NULL, show_folder_cb);
}
