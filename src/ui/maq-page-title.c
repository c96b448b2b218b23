/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-page-title.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_back_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Song"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.song");
  gtk_widget_set_tooltip_text (button, _("To the title, tempo and key of the song"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

GtkWidget *
maq_page_title_add (GtkWidget *page,
                    gboolean   leads_back)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (title), create_label ("title-name"));
  gtk_box_append (GTK_BOX (title), create_label ("title-detail"));
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (row), title);
  if (leads_back)
    gtk_box_append (GTK_BOX (row), create_back_button ());
  gtk_box_append (GTK_BOX (page), row);
  return title;
}

void
maq_page_title_show (GtkWidget  *title,
                     const char *name,
                     const char *detail)
{
  GtkWidget *first = gtk_widget_get_first_child (title);

  gtk_label_set_label (GTK_LABEL (first), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), detail);
}
