/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-files.h"

#include <glib/gi18n-lib.h>

#define WIDTH 620

struct _MaqExportFiles
{
  AdwBin      parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MaqExportFiles, maq_export_files, ADW_TYPE_BIN)

static void
add_file (MaqExportFiles *self,
          const char     *path,
          gboolean        is_there)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_filename_display_basename (path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (is_there)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Is there already, and is replaced"));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
    }
  gtk_list_box_append (self->list, row);
}

static void
maq_export_files_class_init (MaqExportFilesClass *klass)
{
}

static GtkWidget *
create_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_("Choose what to write."));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 18);
  gtk_widget_set_margin_bottom (label, 18);
  return label;
}

static void
maq_export_files_init (MaqExportFiles *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, create_placeholder ());
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "export-files");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Files"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
maq_export_files_new (void)
{
  return g_object_new (MAQ_TYPE_EXPORT_FILES, NULL);
}

guint
maq_export_files_show (MaqExportFiles *self,
                       MaqExportJob   *job)
{
  guint n_there = 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < maq_export_job_get_n_files (job); i++)
    {
      gboolean is_there = maq_export_job_is_there (job, i);

      add_file (self, maq_export_job_get_path (job, i), is_there);
      n_there += is_there ? 1 : 0;
    }
  return n_there;
}
