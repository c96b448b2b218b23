/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-transpose-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
add_button (GtkWidget  *box,
            const char *icon_name,
            const char *name,
            const char *keys,
            int         semitones)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", name, keys);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "score.transpose");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", semitones);
  gtk_box_append (GTK_BOX (box), button);
}

GtkWidget *
maq_transpose_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Transpose"));
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  add_button (box, "go-down-symbolic", _("A Semitone Lower"), _("Ctrl+Shift+Down"), -1);
  add_button (box, "go-up-symbolic", _("A Semitone Higher"), _("Ctrl+Shift+Up"), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  return row;
}
