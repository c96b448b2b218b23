/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-soundfont-list.h"
#include "maq-styles.h"

#define SOUNDFONT_KEY "soundfont"

struct _MaqPreferencesWindow
{
  AdwPreferencesWindow  parent_instance;

  GSettings            *settings;
  AdwPreferencesGroup  *fonts;
  GPtrArray            *rows;      /* of the group */
  GtkCheckButton       *first;     /* the others are in its radio group */
  GtkFileChooserNative *chooser;
  GtkWidget            *author;
};

G_DEFINE_FINAL_TYPE (MaqPreferencesWindow, maq_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
toggled_cb (MaqPreferencesWindow *self,
            GtkCheckButton       *check)
{
  const char *path = g_object_get_data (G_OBJECT (check), "path");

  if (gtk_check_button_get_active (check))
    g_settings_set_string (self->settings, SOUNDFONT_KEY, path);
}

static void
add_font (MaqPreferencesWindow *self,
          const char           *path,
          const char           *title,
          const char           *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *chosen = g_settings_get_string (self->settings, SOUNDFONT_KEY);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  g_object_set_data_full (G_OBJECT (check), "path", g_strdup (path), g_free);
  if (self->first == NULL)
    self->first = GTK_CHECK_BUTTON (check);
  else
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_str_equal (chosen, path));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_group_add (self->fonts, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_fonts (MaqPreferencesWindow *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, SOUNDFONT_KEY);
  g_autoptr(GPtrArray) paths = maq_soundfont_list_new (chosen);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->fonts, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  self->first = NULL;

  add_font (self, "", _("The System’s"), _("What the distribution has chosen"));
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *where = g_filename_display_name (folder);

      add_font (self, path, shown, where);
    }
}

static void
chosen_cb (MaqPreferencesWindow *self,
           int                   response)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL)
    {
      g_settings_set_string (self->settings, SOUNDFONT_KEY, path);
      fill_fonts (self);
    }
  g_clear_object (&self->chooser);
}

static void
choose_cb (MaqPreferencesWindow *self)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("SoundFonts"));
  gtk_file_filter_add_suffix (filter, "sf2");
  gtk_file_filter_add_suffix (filter, "sf3");

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Choose a SoundFont"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* A style of the user's that can't be read is named with its line, or nobody would find it. */
static AdwPreferencesGroup *
create_styles (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  MaqStyleLibrary *library = maq_styles_get ();
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "maquette", "styles", NULL);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *text = g_strdup_printf (_("Styles of your own belong into %s."), shown);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Styles"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
  for (guint i = 0; i < maq_style_library_get_n_problems (library); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("A style that can’t be read"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   maq_style_library_get_problem (library, i));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return ADW_PREFERENCES_GROUP (group);
}

static AdwPreferencesGroup *
create_remarks (GtkWidget **name)
{
  GtkWidget *group = adw_preferences_group_new ();

  *name = adw_entry_row_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Remarks"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Your remarks carry this name in the song’s file."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (*name), _("Your Name"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), *name);
  return ADW_PREFERENCES_GROUP (group);
}

static void
maq_preferences_window_dispose (GObject *object)
{
  MaqPreferencesWindow *self = MAQ_PREFERENCES_WINDOW (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (maq_preferences_window_parent_class)->dispose (object);
}

static void
maq_preferences_window_class_init (MaqPreferencesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_preferences_window_dispose;
}

static void
maq_preferences_window_init (MaqPreferencesWindow *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *choose = maq_compat_create_button (_("_Choose a File…"));

  self->rows = g_ptr_array_new ();
  self->fonts = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->fonts, _("SoundFont"));
  adw_preferences_group_set_description (self->fonts,
                                         _("The instruments that the band plays with. "
                                           "A larger font sounds better and loads longer."));
  gtk_widget_add_css_class (choose, "flat");
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->fonts, choose);

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _("Sound"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "audio-speakers-symbolic");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->fonts);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), create_styles ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), create_remarks (&self->author));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
}

GtkWidget *
maq_preferences_window_new (GtkWindow *parent,
                            GSettings *settings)
{
  MaqPreferencesWindow *self = g_object_new (MAQ_TYPE_PREFERENCES_WINDOW,
                                             "transient-for", parent, "modal", TRUE,
                                             "title", _("Preferences"), NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "author", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  fill_fonts (self);

  return GTK_WIDGET (self);
}
