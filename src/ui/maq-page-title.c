/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-page-title.h"

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
maq_page_title_add (GtkWidget *page)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (title), create_label ("title-name"));
  gtk_box_append (GTK_BOX (title), create_label ("title-detail"));
  gtk_box_append (GTK_BOX (page), title);
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
