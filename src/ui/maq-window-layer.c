/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is at hand at the head of a layer.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-instrument-chooser.h"
#include "maq-layer-groups.h"
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
  MaqRange range;

  if (!select_layer (self, parameter))
    return;
  maq_editor_get_range (self->editor, &range);
  if (range.n_layers > 1)
    maq_window_say (self, _("Several layers are selected: choose one to give it a place"));
  else
    maq_timeline_show_at_selection (self->timeline, maq_layer_popover_new (self->editor));
}

static void
instrument_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqRange range;

  if (!select_layer (self, parameter))
    return;
  maq_editor_get_range (self->editor, &range);
  if (range.n_layers > 1)
    maq_window_say (self, _("Several layers are selected: choose one to give it an instrument"));
  else
    maq_timeline_show_at_selection (self->timeline, maq_instrument_chooser_new (self->editor));
}

static void
fold_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqId layer = g_variant_get_uint64 (parameter);

  if (self->editor == NULL)
    return;
  if (layer == MAQ_ID_NONE)
    layer = maq_editor_get_selection (self->editor).layer;
  maq_timeline_toggle_fold (self->timeline, layer);
}

/* Those that were here and there come to stand beside each other. */
static void
join (MaqWindow  *self,
      const char *name)
{
  g_autoptr (GArray) layers = maq_editor_list_layers (self->editor);

  if (layers->len > 0)
    maq_editor_apply_here (self->editor,
                           maq_layer_groups_join ((const MaqId *) (gpointer) layers->data,
                                                  layers->len, name));
}

static void
named_cb (MaqWindow *self,
          GtkEntry  *entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  join (self, text[0] == '\0' ? NULL : text);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Asks for the name of the group that the selected layers belong to from then on. */
static void
group_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  GtkWidget *popover;
  GtkWidget *entry;
  const char *name;
  MaqRange range;

  if (self->editor == NULL || maq_editor_get_selection (self->editor).layer == MAQ_ID_NONE)
    return;
  maq_editor_get_range (self->editor, &range);
  name = maq_layer_groups_get_name (maq_editor_get_arrangement (self->editor), range.first_layer);
  popover = gtk_popover_new ();
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), name != NULL ? name : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of the group"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the group"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  maq_timeline_show_at_selection (self->timeline, popover);
  gtk_widget_grab_focus (entry);
}

static void
ungroup_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor != NULL)
    join (self, NULL);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  int step = g_str_equal (action_name, "score.move-up") ? -1 : 1;

  if (self->editor != NULL && maq_editor_get_selection (self->editor).layer != MAQ_ID_NONE &&
      !maq_window_refuses_picks (self))
    maq_timeline_move_rows (self->timeline, step);
}

/* All layers that are selected get the colour. */
static void
colour_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  g_autoptr (GArray) layers = NULL;
  g_autofree char *label = NULL;
  MaqColour colour;

  if (self->editor == NULL ||
      !maq_colour_from_nick (g_variant_get_string (parameter, NULL), &colour))
    return;
  layers = maq_editor_list_layers (self->editor);
  for (guint i = 0; i < layers->len; i++)
    g_ptr_array_add (moves, maq_move_layer_colour (g_array_index (layers, MaqId, i), colour));
  if (layers->len > 1)
    /* Translators: what several layers have become: "3 layers: Blue" */
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u layer: %s", "%u layers: %s",
                                          layers->len), layers->len,
                             maq_colour_get_label (colour));
  if (layers->len > 0)
    maq_editor_apply_here (self->editor, maq_move_sequence ((MaqMove *const *) moves->pdata,
                                                            moves->len, label));
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
  gtk_widget_class_install_action (widget_class, "view.fold", "t", fold_cb);
  gtk_widget_class_install_action (widget_class, "score.group", NULL, group_cb);
  gtk_widget_class_install_action (widget_class, "score.ungroup", NULL, ungroup_cb);
  gtk_widget_class_install_action (widget_class, "score.colour", "s", colour_cb);
  gtk_widget_class_install_action (widget_class, "score.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "score.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "view.instrument", "t", instrument_cb);
}
