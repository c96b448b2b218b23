/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-welcome.h"

#include <adwaita.h>

#define N_RECENT 4

struct _MaqWelcome
{
  GtkWidget   parent_instance;

  GtkWidget  *page;
  GtkWidget  *recent;
  GtkListBox *songs;
};

G_DEFINE_FINAL_TYPE (MaqWelcome, maq_welcome, GTK_TYPE_WIDGET)

static void
maq_welcome_dispose (GObject *object)
{
  g_clear_pointer (&MAQ_WELCOME (object)->page, gtk_widget_unparent);
  G_OBJECT_CLASS (maq_welcome_parent_class)->dispose (object);
}

static void
maq_welcome_class_init (MaqWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_welcome_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/maquette/Maquette/ui/maq-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MaqWelcome, page);
  gtk_widget_class_bind_template_child (widget_class, MaqWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, MaqWelcome, songs);
}

static void
maq_welcome_init (MaqWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_song (MaqWelcome *self,
          GMenuModel *songs,
          int         index)
{
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (songs, index,
                                                                       G_MENU_ATTRIBUTE_TARGET,
                                                                       NULL);
  GtkWidget *row;

  g_menu_model_get_item_attribute (songs, index, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_menu_model_get_item_attribute (songs, index, G_MENU_ATTRIBUTE_ACTION, "s", &action);
  if (target == NULL)
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_list_box_append (self->songs, row);
}

void
maq_welcome_show_recent (MaqWelcome *self,
                         GMenuModel *songs)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->songs, 0)) != NULL)
    gtk_list_box_remove (self->songs, GTK_WIDGET (row));
  for (int i = 0; i < MIN (g_menu_model_get_n_items (songs), N_RECENT); i++)
    add_song (self, songs, i);
  gtk_widget_set_visible (self->recent,
                          gtk_list_box_get_row_at_index (self->songs, 0) != NULL);
}
