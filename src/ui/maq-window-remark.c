/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Remarks while listening: one key, and what is heard goes on.
 */

#include "maq-window-private.h"

#include "maq-remark-popover.h"

static void
remark_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  GtkWidget *popover;

  if (self->editor == NULL || maq_form_get_n_sections (maq_editor_get_form (self->editor)) == 0)
    return;
  popover = maq_remark_popover_new (self->editor, maq_listener_get_position (self->listener, NULL));
  maq_timeline_show_at_playhead (self->timeline, popover);
  maq_remark_popover_focus (popover);
}

void
maq_window_remark_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "score.remark", NULL, remark_cb);
}
