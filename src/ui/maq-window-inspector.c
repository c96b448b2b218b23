/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the inspector shares the window with the song: beside it where there is room for both;
 * over it, and only when it is asked for, where there is none. What is kept for the next
 * start is what was wanted where there is room.
 */

#include "maq-window-private.h"

#define KEY "inspector-shown"
/* What the stage asks for, song and inspector beside each other, in pixels. */
#define BOTH_WIDTH 961

static void
folded_cb (MaqWindow *self)
{
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_folded (self->flap) &&
                                          g_settings_get_boolean (self->settings, KEY));
}

/* The window may have been given another width than it asked for. */
static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  folded_cb (MAQ_WINDOW (gtk_widget_get_root (widget)));
  return G_SOURCE_REMOVE;
}

static void
setting_cb (MaqWindow *self)
{
  if (!adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, KEY));
}

void
maq_window_show_inspector (MaqWindow *self,
                           gboolean   is_shown)
{
  if (self->flap == NULL)
    return;
  adw_flap_set_reveal_flap (self->flap, is_shown);
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, KEY, is_shown);
}

/* It is not to be seen leaving a window that opens small. */
void
maq_window_inspector_init (MaqWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height;

  if (width == 0 && !gtk_window_is_maximized (GTK_WINDOW (self)))
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  adw_flap_set_reveal_flap (self->flap, (width == 0 || width >= BOTH_WIDTH) &&
                                          g_settings_get_boolean (self->settings, KEY));
  gtk_widget_add_tick_callback (GTK_WIDGET (self->flap), first_frame_cb, NULL, NULL);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (setting_cb), self,
                           G_CONNECT_SWAPPED);
}
