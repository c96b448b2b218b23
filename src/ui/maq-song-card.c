/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-song-card.h"

#include "maq-form-picture.h"

struct _MaqSongCard
{
  GtkButton  parent_instance;

  GtkWidget *picture;
  GtkLabel  *title;
  GtkLabel  *detail;
};

G_DEFINE_FINAL_TYPE (MaqSongCard, maq_song_card, GTK_TYPE_BUTTON)

static void
maq_song_card_class_init (MaqSongCardClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
maq_song_card_init (MaqSongCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->picture = maq_form_picture_new ();
  gtk_box_append (GTK_BOX (box), self->picture);
  self->title = add_label (box, "song-card-title");
  self->detail = add_label (box, "song-card-detail");
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "song-card");
}

GtkWidget *
maq_song_card_new (void)
{
  return g_object_new (MAQ_TYPE_SONG_CARD, NULL);
}

void
maq_song_card_set_words (MaqSongCard *self,
                         const char  *title,
                         const char  *detail)
{
  g_autofree char *spoken = detail == NULL ? g_strdup (title)
                                           : g_strdup_printf ("%s, %s", title, detail);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail == NULL ? "" : detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

void
maq_song_card_set_sketch (MaqSongCard   *self,
                          MaqFormSketch *sketch)
{
  maq_form_picture_set_sketch (MAQ_FORM_PICTURE (self->picture), sketch);
}

MaqFormSketch *
maq_song_card_get_sketch (MaqSongCard *self)
{
  return maq_form_picture_get_sketch (MAQ_FORM_PICTURE (self->picture));
}
