/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A move that is only pointed at is seen; while H is held down it is heard as well. */

#include "maq-window-private.h"

static gboolean
is_typing (MaqWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* where the selected section begins in what is shown */
static double
find_start (MaqWindow *self)
{
  int index = maq_editor_get_section_index (self->editor);

  return index < 0 ? 0.0
                   : (double) maq_form_get_section (maq_editor_get_form (self->editor),
                                                    (guint) index)->start_ticks;
}

static gboolean
pressed_cb (MaqWindow       *self,
            guint            key,
            guint            code,
            GdkModifierType  state)
{
  if ((key != GDK_KEY_h && key != GDK_KEY_H) || self->editor == NULL || is_typing (self) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      !maq_editor_is_previewing (self->editor))
    return GDK_EVENT_PROPAGATE;
  /* a held key repeats */
  if (self->is_hearing)
    return GDK_EVENT_STOP;

  self->is_hearing = TRUE;
  maq_editor_hear_preview (self->editor, TRUE);
  self->stops_hearing = !maq_listener_get_playing (self->listener);
  if (self->stops_hearing)
    {
      maq_listener_seek (self->listener, find_start (self));
      maq_listener_toggle (self->listener);
    }
  return GDK_EVENT_STOP;
}

static void
stop_hearing (MaqWindow *self)
{
  if (!self->is_hearing)
    return;

  self->is_hearing = FALSE;
  if (self->editor != NULL)
    maq_editor_hear_preview (self->editor, FALSE);
  if (self->stops_hearing)
    maq_listener_stop (self->listener);
}

static void
released_cb (MaqWindow *self,
             guint      key)
{
  if (key == GDK_KEY_h || key == GDK_KEY_H)
    stop_hearing (self);
}

/* The window may lose the keyboard before the key comes up. */
static void
active_cb (MaqWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    stop_hearing (self);
}

void
maq_window_hear_from (MaqWindow *self,
                      GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (released_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

void
maq_window_hear_init (MaqWindow *self)
{
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self,
                           G_CONNECT_SWAPPED);
  maq_window_hear_from (self, GTK_WIDGET (self));
}
