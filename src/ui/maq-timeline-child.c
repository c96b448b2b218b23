/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-timeline-child.h"

void
maq_timeline_child_place (GtkWidget *child,
                          int        x,
                          int        y,
                          int        width,
                          int        height)
{
  int minimum_width;
  int minimum_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, minimum_width), MAX (height, minimum_height), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

gboolean
maq_timeline_child_take_label (GtkWidget  *child,
                               char      **label,
                               char       *text)
{
  if (g_strcmp0 (text, *label) == 0)
    {
      g_free (text);
      return FALSE;
    }
  g_free (*label);
  *label = text;
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return TRUE;
}

gboolean
maq_timeline_child_is_dragging (void)
{
  GdkSeat *seat = gdk_display_get_default_seat (gdk_display_get_default ());
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;

  GdkSurface *surface = pointer != NULL ? gdk_device_get_surface_at_position (pointer, NULL, NULL)
                                        : NULL;
  GdkModifierType state = 0;

  /* the device itself knows the keys that are down, and no buttons */
  return surface != NULL &&
         gdk_surface_get_device_position (surface, pointer, NULL, NULL, &state) &&
         (state & GDK_BUTTON1_MASK) != 0;
}

/* A menu that is open has the keyboard; a tooltip would lie over it. */
static gboolean
is_popover_open (void)
{
  GApplication *application = g_application_get_default ();
  GtkWindow *window = GTK_IS_APPLICATION (application)
                        ? gtk_application_get_active_window (GTK_APPLICATION (application)) : NULL;
  GtkWidget *focus = window == NULL ? NULL : gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

gboolean
maq_timeline_child_show_tooltip (GtkTooltip *tooltip,
                                 const char *label,
                                 const char *hint)
{
  g_autofree char *text = label == NULL ? NULL : g_strconcat (label, "\n", hint, NULL);

  if (maq_timeline_child_is_dragging () || is_popover_open ())
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static gboolean
query_tooltip_cb (GtkWidget *widget)
{
  if (maq_timeline_child_is_dragging () || is_popover_open ())
    g_signal_stop_emission_by_name (widget, "query-tooltip");
  return FALSE;
}

void
maq_timeline_child_quiet (GtkWidget *widget)
{
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
