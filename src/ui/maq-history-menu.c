/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-history-menu.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"

/* Farther back than this nobody looks for a step by its name. */
#define N_SHOWN 200
#define LIST_HEIGHT 420
#define LIST_WIDTH 300

static const char editor_key[] = "maq-history-editor";
static const char list_key[] = "maq-history-list";
static const char step_key[] = "maq-history-step";

static void
activated_cb (GtkMenuButton *button,
              GtkListBoxRow *row)
{
  MaqEditor *editor = g_object_get_data (G_OBJECT (button), editor_key);
  guint n_done = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), step_key));

  gtk_menu_button_popdown (button);
  maq_editor_go_to_step (editor, n_done);
}

static void
add_step (GtkListBox *list,
          const char *label,
          guint       n_done,
          guint       now)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  if (n_done > now)
    gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  if (n_done == now)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_widget_add_css_class (box, "history-step");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), step_key, GUINT_TO_POINTER (n_done));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (list, row);
}

static void
fill_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  MaqEditor *editor = g_object_get_data (G_OBJECT (button), editor_key);
  MaqDocument *document = maq_editor_get_document (editor);
  GtkListBox *list = g_object_get_data (G_OBJECT (button), list_key);
  guint n = maq_document_get_n_steps (document);
  guint now = maq_document_get_n_done (document);
  guint first = n > N_SHOWN ? n - N_SHOWN : 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = n; i > first; i--)
    add_step (list, maq_document_get_step_label (document, i - 1), i, now);
  if (first == 0)
    add_step (list, _("As it was opened"), 0, now);
}

static void
create_list (GtkMenuButton *button)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "plain-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_object_set_data (G_OBJECT (button), list_key, list);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), button,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
  gtk_menu_button_set_create_popup_func (button, fill_cb, NULL, NULL);
  maq_compat_hush_tooltip (button);
}

void
maq_history_menu_attach (GtkMenuButton *button,
                         MaqEditor     *editor)
{
  g_object_set_data_full (G_OBJECT (button), editor_key, g_object_ref (editor), g_object_unref);
  if (g_object_get_data (G_OBJECT (button), list_key) == NULL)
    create_list (button);
}
