/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-window-private.h"

#include "maq-session-window.h"

static void
session_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor == NULL)
    return;
  maq_editor_cancel_preview (self->editor);
  gtk_window_present (GTK_WINDOW (maq_session_window_new (GTK_WINDOW (self), self->editor)));
}

void
maq_window_session_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.session", NULL, session_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "view.session", NULL);
}
