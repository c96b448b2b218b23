/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What of the song is looked at, and how near.
 */

#include "maq-window-private.h"

#include "maq-tempo-popover.h"

static void
target_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor == NULL)
    return;
  maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  maq_inspector_focus_target (self->inspector);
}

static void
zoom_selection_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor != NULL)
    maq_timeline_zoom_selection (self->timeline);
}

static void
what_if_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor != NULL)
    maq_timeline_show_at_summary (self->timeline, maq_tempo_popover_new (self->editor));
}

void
maq_window_view_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.target", NULL, target_cb);
  gtk_widget_class_install_action (widget_class, "view.what-if", NULL, what_if_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "view.what-if",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "view.zoom-selection", NULL, zoom_selection_cb);
}
