/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-empty-hint.h"

#include <glib/gi18n-lib.h>

/* What a song lacks before anything can be heard, in the order in which it is done. */
typedef enum
{
  LACKS_NOTHING,
  LACKS_SECTIONS,
  LACKS_LAYERS,
  LACKS_PARTS,
} Lack;

struct _MaqEmptyHint
{
  GtkBox      parent_instance;

  MaqEditor  *editor;
  GtkLabel   *title;
  GtkLabel   *text;
  GtkButton  *first;
  GtkButton  *second;
  Lack        lack;
};

G_DEFINE_FINAL_TYPE (MaqEmptyHint, maq_empty_hint, GTK_TYPE_BOX)

static gboolean
is_silent (MaqArrangement *arrangement)
{
  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    for (guint j = 0; j < maq_arrangement_get_n_layers (arrangement); j++)
      if (maq_arrangement_get_level (arrangement, i, maq_layer_get_id (
                                       maq_arrangement_get_layer (arrangement, j))) > 0)
        return FALSE;
  return TRUE;
}

static Lack
find_lack (MaqArrangement *arrangement)
{
  if (maq_arrangement_get_n_sections (arrangement) == 0)
    return LACKS_SECTIONS;
  if (maq_arrangement_get_n_layers (arrangement) == 0)
    return LACKS_LAYERS;
  return is_silent (arrangement) ? LACKS_PARTS : LACKS_NOTHING;
}

static void
show_button (GtkButton  *button,
             const char *label,
             const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show_lack (MaqEmptyHint *self)
{
  const struct
  {
    const char *title;
    const char *text;
    const char *first;
    const char *first_action;
    const char *second;
    const char *second_action;
  } words[] = {
    [LACKS_SECTIONS] = {
      _("No Sections Yet"),
      _("A section is a stretch of bars: a verse, a chorus. Type the form of the song, such as "
        "“Intro 4, V 16, C 8, V, C x2”, or add one section after the other."),
      _("Type the Form"), "view.form", _("Add a Section"), "score.add-section",
    },
    [LACKS_LAYERS] = {
      _("No Layers Yet"),
      _("A layer is an instrument or a voice through the whole song. Begin with a usual band and "
        "take out what is too much, or add one layer after the other at the left."),
      _("Add a Usual Band"), "score.add-band", NULL, NULL,
    },
    [LACKS_PARTS] = {
      _("Nobody Plays Yet"),
      _("Drag a cell up, press 1 to 9 in it, or click its plus sign, and its layer plays there. "
        "0 takes it out again."),
      NULL, NULL, NULL, NULL,
    },
  };

  gtk_widget_set_visible (GTK_WIDGET (self), self->lack != LACKS_NOTHING);
  if (self->lack == LACKS_NOTHING)
    return;
  gtk_label_set_label (self->title, words[self->lack].title);
  gtk_label_set_label (self->text, words[self->lack].text);
  show_button (self->first, words[self->lack].first, words[self->lack].first_action);
  show_button (self->second, words[self->lack].second, words[self->lack].second_action);
  /* the cells below are what is to be taken hold of */
  gtk_widget_set_can_target (GTK_WIDGET (self), self->lack != LACKS_PARTS);
  gtk_widget_set_valign (GTK_WIDGET (self), self->lack == LACKS_PARTS ? GTK_ALIGN_END
                                                                      : GTK_ALIGN_CENTER);
}

static void
shown_cb (MaqEmptyHint *self)
{
  Lack lack = find_lack (maq_editor_get_arrangement (self->editor));

  if (lack == self->lack)
    return;
  self->lack = lack;
  show_lack (self);
}

static void
maq_empty_hint_dispose (GObject *object)
{
  g_clear_object (&MAQ_EMPTY_HINT (object)->editor);
  G_OBJECT_CLASS (maq_empty_hint_parent_class)->dispose (object);
}

static void
maq_empty_hint_class_init (MaqEmptyHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_empty_hint_dispose;
}

static GtkLabel *
add_label (MaqEmptyHint *self,
           const char   *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
maq_empty_hint_init (MaqEmptyHint *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "empty-hint");
  self->title = add_label (self, "title-3");
  self->text = add_label (self, "body");
  self->first = GTK_BUTTON (gtk_button_new ());
  self->second = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->first), "pill");
  gtk_widget_add_css_class (GTK_WIDGET (self->first), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->second), "pill");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->first));
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->second));
  gtk_box_append (GTK_BOX (self), buttons);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
maq_empty_hint_set_editor (MaqEmptyHint *self,
                           MaqEditor    *editor)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, shown_cb, self);
  g_set_object (&self->editor, editor);
  g_signal_connect_object (editor, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  shown_cb (self);
}
