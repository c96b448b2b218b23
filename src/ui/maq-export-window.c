/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-window.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-export-files.h"
#include "maq-export-list.h"
#include "maq-export-preview.h"
#include "maq-export-print.h"
#include "maq-export-run.h"
#include "maq-export-song.h"

#define CHOICE_KEY "export-choice"
#define FOLDER_KEY "export-folder"
#define WIDTH 1080
#define HEIGHT 760
#define ROOM 48 /* that is left of the window behind */
#define SIDEBAR_WIDTH 330
#define PROGRESS_MS 100
#define ZOOM_STEP 1.25

struct _MaqExportWindow
{
  AdwWindow         parent_instance;

  GSettings        *settings;
  MaqExportChoice  *choice;
  GFile            *folder;
  MaqSoundfont     *font;       /* or NULL */

  AdwLeaflet       *leaflet;
  MaqExportSong    *song;
  MaqExportList    *list;
  GtkStack         *stack;
  MaqExportPreview *preview;
  MaqExportFiles   *files;
  GtkStack         *foot;
  GtkWidget        *back;
  GtkWidget        *show_button;
  GtkWidget        *folder_button;
  GtkLabel         *folder_label;
  GtkLabel         *summary;
  GtkLabel         *problem;    /* why the sound that is chosen can't be written */
  GtkWidget        *problem_row;
  gboolean          has_problem;
  GtkWidget        *print_button;
  GtkWidget        *export_button;
  GtkProgressBar   *progress;
  AdwToastOverlay  *toasts;

  guint             n_files;
  guint             n_there;    /* of them, before */
  MaqExportRun     *run;        /* NULL for none */
  guint             timer_id;
  GCancellable     *printing;   /* while pages are made for it, else NULL */
};

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqExportWindow, maq_export_window, ADW_TYPE_WINDOW)

/* What it shows */

static void
show_preview (MaqExportWindow *self)
{
  guint kind = maq_export_list_get_selected (self->list);

  maq_export_preview_show (self->preview, maq_export_song_get_handoff (self->song),
                           maq_export_get_kind (kind),
                           &maq_export_choice_get_pick (self->choice, kind)->options,
                           maq_export_song_get_player (self->song));
}

static char *
dup_summary (MaqExportWindow *self)
{
  g_autofree char *files = NULL;

  if (self->n_files == 0)
    return g_strdup (_("Choose what to write."));
  files = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", self->n_files),
                           self->n_files);
  if (self->n_there == 0)
    return g_steal_pointer (&files);
  /* Translators: "5 files; 2 are there already" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %u is there already",
                                       "%s; %u are there already", self->n_there),
                          files, self->n_there);
}

static gboolean
has_pages (MaqExportWindow *self)
{
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    if (maq_export_choice_get_pick (self->choice, i)->is_chosen
        && maq_export_get_kind (i)->lay_out != NULL)
      return TRUE;
  return FALSE;
}

static void
show_problem (MaqExportWindow *self,
              const GError    *error)
{
  self->has_problem = error != NULL;
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem_row, error != NULL);
  gtk_widget_set_sensitive (self->export_button, self->n_files > 0 && error == NULL);
}

static void
show_files (MaqExportWindow *self)
{
  const MaqExportSource source = { maq_export_song_get_handoff (self->song), NULL, NULL };
  g_autoptr (MaqExportJob) job =
    maq_export_choice_create_job (self->choice, &source, maq_export_song_get_player (self->song),
                                  g_file_peek_path (self->folder));
  g_autofree char *summary = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *name = g_file_get_basename (self->folder);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *tooltip = g_filename_display_name (g_file_peek_path (self->folder));

  self->n_files = maq_export_job_get_n_files (job);
  self->n_there = maq_export_files_show (self->files, job);
  summary = dup_summary (self);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->folder_label, shown);
  gtk_widget_set_tooltip_text (self->folder_button, tooltip);
  /* Translators: name of a folder */
  spoken = g_strdup_printf (_("Folder: %s"), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->folder_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  show_problem (self, maq_export_job_get_sound_error (job));
  gtk_widget_set_sensitive (self->print_button, has_pages (self) && self->printing == NULL);
}

static void
changed_cb (MaqExportWindow *self)
{
  show_preview (self);
  show_files (self);
}

static void
say (MaqExportWindow *self,
     const char      *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

/* Where to */

static void
folder_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  MaqExportWindow *self = user_data;

  if (g_file_peek_path (file) == NULL)
    {
      say (self, _("Choose a folder on this computer."));
      return;
    }
  g_set_object (&self->folder, file);
  show_files (self);
}

static void
folder_cb (MaqExportWindow *self)
{
  maq_compat_choose_folder (GTK_WINDOW (self), self->folder, folder_chosen_cb, G_OBJECT (self));
}

/* A folder that is gone is not offered again. */
static GFile *
find_folder (MaqExportWindow *self,
             GFile           *usual)
{
  g_autofree char *uri = g_settings_get_string (self->settings, FOLDER_KEY);
  g_autoptr (GFile) kept = *uri == '\0' ? NULL : g_file_new_for_uri (uri);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (kept != NULL && g_file_peek_path (kept) != NULL
      && g_file_test (g_file_peek_path (kept), G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&kept);
  if (usual != NULL && g_file_peek_path (usual) != NULL)
    return g_object_ref (usual);
  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

static void
keep_choice (MaqExportWindow *self)
{
  g_autoptr (GVariant) kept = maq_export_choice_to_variant (self->choice);
  g_autofree char *uri = g_file_get_uri (self->folder);

  g_settings_set_value (self->settings, CHOICE_KEY, kept);
  g_settings_set_string (self->settings, FOLDER_KEY, uri);
}

/* Writing */

static gboolean
progress_cb (gpointer user_data)
{
  MaqExportWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, maq_export_run_get_fraction (self->run));
  return G_SOURCE_CONTINUE;
}

static void
set_writing (MaqExportWindow *self,
             gboolean         is_writing)
{
  gtk_stack_set_visible_child_name (self->foot, is_writing ? "writing" : "ready");
  gtk_widget_set_sensitive (GTK_WIDGET (self->leaflet), !is_writing);
  gtk_progress_bar_set_fraction (self->progress, 0);
}

static void
ended_cb (const GError *error,
          gpointer      user_data)
{
  MaqExportWindow *self = user_data;

  g_clear_pointer (&self->run, maq_export_run_unref);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  /* its window may be gone before it has ended */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->settings == NULL)
    return;
  set_writing (self, FALSE);
  if (error == NULL)
    {
      g_signal_emit (self, signals[WRITTEN], 0, self->n_files, g_file_peek_path (self->folder));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_files (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
write_all (MaqExportWindow *self)
{
  keep_choice (self);
  set_writing (self, TRUE);
  self->run = maq_export_run_start (g_application_get_default (), self->choice,
                                    maq_export_song_get_handoff (self->song),
                                    maq_export_song_get_player (self->song),
                                    g_file_peek_path (self->folder), self->font, ended_cb,
                                    G_OBJECT (self));
  self->timer_id = g_timeout_add (PROGRESS_MS, progress_cb, self);
}

static void
answered_cb (MaqExportWindow *self,
             const char      *response)
{
  if (g_strcmp0 (response, "replace") == 0 && self->run == NULL)
    write_all (self);
}

static void
ask (MaqExportWindow *self)
{
  g_autofree char *heading =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Replace %u File?", "Replace %u Files?",
                                  self->n_there), self->n_there);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading,
                                              _("What is in them now will be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqExportWindow *self = MAQ_EXPORT_WINDOW (widget);

  if (self->run != NULL || self->printing != NULL)
    return;
  show_files (self);
  if (self->has_problem || self->n_files == 0)
    return;
  if (self->n_there > 0)
    ask (self);
  else
    write_all (self);
}

static void
cancel_cb (MaqExportWindow *self)
{
  if (self->run != NULL)
    maq_export_run_cancel (self->run);
}

static gboolean
maq_export_window_close_request (GtkWindow *window)
{
  MaqExportWindow *self = MAQ_EXPORT_WINDOW (window);

  if (self->run != NULL)
    {
      maq_export_run_cancel (self->run);
      return TRUE;
    }
  keep_choice (self);
  return GTK_WINDOW_CLASS (maq_export_window_parent_class)->close_request (window);
}

/* Printing */

static void
printed_cb (const char *problem,
            GtkWindow  *window)
{
  MaqExportWindow *self = MAQ_EXPORT_WINDOW (window);

  g_clear_object (&self->printing);
  gtk_widget_set_sensitive (self->print_button, has_pages (self));
  if (problem != NULL)
    say (self, problem);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqExportWindow *self = MAQ_EXPORT_WINDOW (widget);

  if (self->printing != NULL || self->run != NULL || !has_pages (self))
    return;
  self->printing = g_cancellable_new ();
  gtk_widget_set_sensitive (self->print_button, FALSE);
  maq_export_print_start (GTK_WINDOW (self), self->choice, maq_export_song_get_handoff (self->song),
                          maq_export_song_get_player (self->song), self->printing, printed_cb);
}

/* How it is made */

static void
folded_cb (MaqExportWindow *self)
{
  gboolean is_folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->back, is_folded);
  gtk_widget_set_visible (self->show_button, is_folded);
}

static void
navigate_cb (MaqExportWindow *self,
             GtkWidget       *button)
{
  adw_leaflet_navigate (self->leaflet, button == self->back ? ADW_NAVIGATION_DIRECTION_BACK
                                                            : ADW_NAVIGATION_DIRECTION_FORWARD);
}

static GtkWidget *
create_sidebar (MaqExportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Export"), ""));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  self->show_button = maq_compat_create_button (_("Pre_view"));
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (navigate_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->show_button);
  gtk_widget_add_css_class (header, "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->song), "export-song");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->song));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (box, SIDEBAR_WIDTH, -1);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_widget_add_css_class (box, "export-sidebar");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static GtkWidget *
create_content (MaqExportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _("Documents"));
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (navigate_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->preview), "preview", _("Preview"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->files), "files", _("Files"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  maq_compat_name_buttons (header);
  return box;
}

static GtkWidget *
create_folder_button (MaqExportWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  self->folder_button = gtk_button_new ();
  self->folder_label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->folder_label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (self->folder_label, 24);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("folder-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (self->folder_button), content);
  g_signal_connect_object (self->folder_button, "clicked", G_CALLBACK (folder_cb), self,
                           G_CONNECT_SWAPPED);
  return self->folder_button;
}

static GtkWidget *
create_ready_foot (MaqExportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *summary = gtk_label_new (NULL);

  self->summary = GTK_LABEL (summary);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (summary, TRUE);
  self->print_button = maq_compat_create_button (_("_Print…"));
  gtk_widget_set_tooltip_text (self->print_button, _("Print the Pages That Are Chosen (Ctrl+P)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print_button), "export.print");
  self->export_button = maq_compat_create_button (_("_Export"));
  gtk_widget_set_tooltip_text (self->export_button, _("Write All That Is Chosen (Ctrl+Return)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->export_button), "export.write");
  gtk_widget_add_css_class (self->export_button, "suggested-action");
  gtk_box_append (GTK_BOX (box), create_folder_button (self));
  gtk_box_append (GTK_BOX (box), summary);
  gtk_box_append (GTK_BOX (box), self->print_button);
  gtk_box_append (GTK_BOX (box), self->export_button);
  return box;
}

static GtkWidget *
create_writing_foot (MaqExportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *progress = gtk_progress_bar_new ();
  GtkWidget *cancel = maq_compat_create_button (_("_Cancel"));

  self->progress = GTK_PROGRESS_BAR (progress);
  gtk_widget_set_hexpand (progress, TRUE);
  gtk_widget_set_valign (progress, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Writing"), -1);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Writing…")));
  gtk_box_append (GTK_BOX (box), progress);
  gtk_box_append (GTK_BOX (box), cancel);
  return box;
}

static GtkWidget *
create_problem (MaqExportWindow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->problem_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->problem = GTK_LABEL (label);
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_wrap_mode (self->problem, PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (self->problem_row),
                  gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (self->problem_row), label);
  gtk_widget_add_css_class (self->problem_row, "export-problem");
  gtk_widget_set_visible (self->problem_row, FALSE);
  return self->problem_row;
}

static GtkWidget *
create_foot (MaqExportWindow *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->foot = GTK_STACK (stack);
  gtk_stack_add_named (self->foot, create_ready_foot (self), "ready");
  gtk_stack_add_named (self->foot, create_writing_foot (self), "writing");
  gtk_widget_add_css_class (stack, "export-foot");
  return stack;
}

static void
maq_export_window_dispose (GObject *object)
{
  MaqExportWindow *self = MAQ_EXPORT_WINDOW (object);

  if (self->run != NULL)
    maq_export_run_cancel (self->run);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->printing != NULL)
    g_cancellable_cancel (self->printing);
  g_clear_object (&self->printing);
  g_clear_object (&self->settings);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->font, maq_soundfont_unref);
  G_OBJECT_CLASS (maq_export_window_parent_class)->dispose (object);
}

static void
maq_export_window_finalize (GObject *object)
{
  MaqExportWindow *self = MAQ_EXPORT_WINDOW (object);

  g_clear_pointer (&self->run, maq_export_run_unref);
  g_clear_pointer (&self->choice, maq_export_choice_free);
  G_OBJECT_CLASS (maq_export_window_parent_class)->finalize (object);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
show_files_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (MAQ_EXPORT_WINDOW (widget)->stack, "files");
}

static void
turn_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  maq_export_preview_turn (MAQ_EXPORT_WINDOW (widget)->preview, g_variant_get_int32 (parameter));
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  maq_export_preview_zoom (MAQ_EXPORT_WINDOW (widget)->preview, g_variant_get_double (parameter));
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; double factor; } zooms[] = {
    { GDK_KEY_plus, ZOOM_STEP }, { GDK_KEY_equal, ZOOM_STEP }, { GDK_KEY_KP_Add, ZOOM_STEP },
    { GDK_KEY_minus, 1 / ZOOM_STEP }, { GDK_KEY_KP_Subtract, 1 / ZOOM_STEP }, { GDK_KEY_0, 0 },
  };

  gtk_widget_class_install_action (widget_class, "export.write", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "export.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "export.show-files", NULL, show_files_cb);
  gtk_widget_class_install_action (widget_class, "preview.turn", "i", turn_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom", "d", zoom_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "export.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "export.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "export.close",
                                       NULL);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (widget_class, zooms[i].key, GDK_CONTROL_MASK,
                                         "preview.zoom", "d", zooms[i].factor);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "preview.turn", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "preview.turn", "i", 1);
}

static void
maq_export_window_class_init (MaqExportWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_export_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = maq_export_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = maq_export_window_close_request;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_DIALOG);
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  bind_keys (GTK_WIDGET_CLASS (klass));
}

static void
maq_export_window_init (MaqExportWindow *self)
{
}

/* As large as it likes, but within the window behind. */
static void
set_size (MaqExportWindow *self,
          GtkWindow       *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent)) - ROOM;
  int height = gtk_widget_get_height (GTK_WIDGET (parent)) - ROOM;

  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width, 360, WIDTH),
                               CLAMP (height, 400, HEIGHT));
}

static void
build (MaqExportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *leaflet = adw_leaflet_new ();
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  AdwLeafletPage *page;

  self->leaflet = ADW_LEAFLET (leaflet);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_leaflet_append (self->leaflet, create_sidebar (self));
  page = adw_leaflet_append (self->leaflet, separator);
  adw_leaflet_page_set_navigatable (page, FALSE);
  adw_leaflet_append (self->leaflet, create_content (self));
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  gtk_widget_set_vexpand (leaflet, TRUE);
  g_signal_connect_object (leaflet, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), leaflet);
  gtk_box_append (GTK_BOX (box), create_problem (self));
  gtk_box_append (GTK_BOX (box), create_foot (self));
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  folded_cb (self);
}

/* Letter where that is usual. */
static MaqPaper
find_usual_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? MAQ_PAPER_LETTER
                                                                            : MAQ_PAPER_A4;
}

GtkWidget *
maq_export_window_new (GtkWindow  *parent,
                       GSettings  *settings,
                       MaqProject *root,
                       GFile      *folder,
                       MaqSoundfont *font)
{
  MaqExportWindow *self = g_object_new (MAQ_TYPE_EXPORT_WINDOW, "transient-for", parent,
                                        "modal", TRUE, "title", _("Export"), NULL);
  g_autoptr (GVariant) kept = g_settings_get_value (settings, CHOICE_KEY);

  self->settings = g_object_ref (settings);
  self->choice = maq_export_choice_new (kept, find_usual_paper ());
  self->folder = find_folder (self, folder);
  self->font = font != NULL ? maq_soundfont_ref (font) : NULL;
  self->song = MAQ_EXPORT_SONG (maq_export_song_new (root));
  self->list = MAQ_EXPORT_LIST (maq_export_list_new (self->choice));
  self->preview = MAQ_EXPORT_PREVIEW (maq_export_preview_new ());
  self->files = MAQ_EXPORT_FILES (maq_export_files_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  build (self);
  set_size (self, parent);
  g_signal_connect_object (self->song, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "selected", G_CALLBACK (show_preview), self,
                           G_CONNECT_SWAPPED);
  maq_export_list_select_chosen (self->list);
  show_files (self);
  return GTK_WIDGET (self);
}
