/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is at hand at the head of a layer.
 */

#include "maq-window-private.h"

#include "maq-layer-popover.h"

/* @parameter: the layer, 0 for the one that is selected */
static gboolean
select_layer (MaqWindow *self,
              GVariant  *parameter)
{
  MaqId layer = g_variant_get_uint64 (parameter);

  if (self->editor == NULL)
    return FALSE;
  if (layer != MAQ_ID_NONE)
    maq_editor_select (self->editor, MAQ_ID_NONE, layer);
  return maq_editor_get_selection (self->editor).layer != MAQ_ID_NONE;
}

static void
room_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (select_layer (self, parameter))
    maq_timeline_show_at_selection (self->timeline, maq_layer_popover_new (self->editor));
}

void
maq_window_layer_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.room", "t", room_cb);
}
