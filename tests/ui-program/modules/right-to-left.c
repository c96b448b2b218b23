/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A module of GIO that turns the program that loads it right-to-left, as it is where a language
 * written so is installed and the program is translated to it. GTK has no variable for that.
 */

#include <gtk/gtk.h>

void g_io_right_to_left_load (GIOModule *module);
void g_io_right_to_left_unload (GIOModule *module);

static gboolean
turn_cb (gpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  return G_SOURCE_REMOVE;
}

/* The program asks for its settings when GTK is there already, and its window is not. */
G_MODULE_EXPORT void
g_io_right_to_left_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  if (gtk_is_initialized ())
    turn_cb (NULL);
  else
    g_idle_add (turn_cb, NULL);
}

G_MODULE_EXPORT void
g_io_right_to_left_unload (GIOModule *module)
{
}
