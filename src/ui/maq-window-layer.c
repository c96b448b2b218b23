/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is at hand at the head of a layer.
 */

#include "maq-window-private.h"

#include "maq-instrument-chooser.h"
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

static void
instrument_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (select_layer (self, parameter))
    maq_timeline_show_at_selection (self->timeline, maq_instrument_chooser_new (self->editor));
}

/* the section at @index, or the next one in which the selected layer plays; -1 for none */
static int
find_playing (MaqWindow *self,
              guint      index)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  MaqId layer = maq_editor_get_selection (self->editor).layer;
  guint n = maq_arrangement_get_n_sections (arrangement);

  for (guint i = 0; i < n; i++)
    if (maq_arrangement_get_level (arrangement, (index + i) % n, layer) > 0)
      return (int) ((index + i) % n);

  return -1;
}

/* What is selected is heard the other way; the section at the playhead if none is. A layer is
 * heard where it plays. */
guint
maq_window_find_audition (MaqWindow *self,
                          double     now_ticks)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  int selected = maq_editor_get_section_index (self->editor);
  guint index = selected >= 0 ? (guint) selected
                              : maq_form_find_ticks (form, (MaqTick) now_ticks).section;
  int playing = maq_editor_get_layer_index (self->editor) < 0 ? -1 : find_playing (self, index);

  return playing >= 0 ? (guint) playing : index;
}

void
maq_window_layer_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.room", "t", room_cb);
  gtk_widget_class_install_action (widget_class, "view.instrument", "t", instrument_cb);
}
