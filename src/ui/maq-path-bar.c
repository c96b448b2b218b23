/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-path-bar.h"

#include <glib/gi18n-lib.h>

struct _MaqPathBar
{
  GtkBox     parent_instance;

  MaqEditor *editor;
  GtkWidget *song;
  GtkWidget *section;
  GtkWidget *section_mark;
  GtkWidget *layer;
  GtkWidget *layer_mark;
};

G_DEFINE_FINAL_TYPE (MaqPathBar, maq_path_bar, GTK_TYPE_BOX)

static void
clicked_cb (MaqPathBar *self,
            GtkWidget  *button)
{
  MaqPath at = maq_editor_get_selection (self->editor);

  if (button == self->section)
    maq_editor_select (self->editor, at.section, MAQ_ID_NONE);
  else
    maq_editor_select (self->editor, MAQ_ID_NONE, at.layer);
}

static void
maq_path_bar_dispose (GObject *object)
{
  g_clear_object (&MAQ_PATH_BAR (object)->editor);
  G_OBJECT_CLASS (maq_path_bar_parent_class)->dispose (object);
}

static void
maq_path_bar_class_init (MaqPathBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_path_bar_dispose;
}

static GtkWidget *
add_button (MaqPathBar *self,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
show_name (GtkWidget  *button,
           const char *name)
{
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_mark (MaqPathBar *self)
{
  GtkWidget *mark = gtk_label_new ("›");

  gtk_widget_add_css_class (mark, "dim-label");
  gtk_box_append (GTK_BOX (self), mark);
  return mark;
}

static void
maq_path_bar_init (MaqPathBar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "path-bar");
  self->song = add_button (self, _("To the title, tempo and key of the song"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->song), "view.song");
  show_name (self->song, _("Song"));
  self->section_mark = add_mark (self);
  self->section = add_button (self, _("To This Section"));
  self->layer_mark = add_mark (self);
  self->layer = add_button (self, _("To This Layer"));
  g_signal_connect_object (self->section, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
maq_path_bar_new (void)
{
  return g_object_new (MAQ_TYPE_PATH_BAR, NULL);
}

/* Where one is already, the button stays as a name. */
static void
show (GtkWidget  *button,
      GtkWidget  *mark,
      const char *name,
      gboolean    is_here)
{
  gtk_widget_set_visible (button, name != NULL);
  gtk_widget_set_visible (mark, name != NULL);
  gtk_widget_set_can_target (button, !is_here);
  gtk_widget_set_focusable (button, !is_here);
  if (name != NULL)
    show_name (button, name);
}

/* Several are counted. */
static char *
dup_section_name (MaqEditor *editor,
                  guint      n)
{
  int index = maq_editor_get_section_index (editor);

  if (index < 0)
    return NULL;
  if (n > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Section", "%u Sections", n), n);
  return g_strdup (maq_section_get_name (
    maq_arrangement_get_section (maq_editor_get_arrangement (editor), (guint) index)));
}

static char *
dup_layer_name (MaqEditor *editor,
                guint      n)
{
  int index = maq_editor_get_layer_index (editor);

  if (index < 0)
    return NULL;
  if (n > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Layer", "%u Layers", n), n);
  return g_strdup (maq_layer_get_name (
    maq_arrangement_get_layer (maq_editor_get_arrangement (editor), (guint) index)));
}

void
maq_path_bar_update (MaqPathBar *self,
                     MaqEditor  *editor)
{
  g_autoptr (GArray) sections = maq_editor_list_sections (editor);
  g_autoptr (GArray) layers = maq_editor_list_layers (editor);
  g_autofree char *section = dup_section_name (editor, sections->len);
  g_autofree char *layer = dup_layer_name (editor, layers->len);

  g_set_object (&self->editor, editor);
  show (self->section, self->section_mark, section, layer == NULL || sections->len > 1);
  show (self->layer, self->layer_mark, layer, section == NULL || layers->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self), section != NULL || layer != NULL);
}
