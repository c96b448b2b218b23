/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-layer-popover.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"
#include "maq-mix-words.h"
#include "maq-rows.h"

struct _MaqLayerPopover
{
  GtkPopover  parent_instance;

  MaqEditor  *editor;
  MaqId       layer;
  GtkWidget  *title;
  GtkWidget  *gain;
  GtkWidget  *pan;
  GtkWidget  *distance;
  GtkWidget  *colours[MAQ_N_COLOURS];
  gboolean    is_showing;
};

G_DEFINE_FINAL_TYPE (MaqLayerPopover, maq_layer_popover, GTK_TYPE_POPOVER)

static void
mix_cb (GtkWidget *owner,
        GtkWidget *row)
{
  MaqLayerPopover *self = MAQ_LAYER_POPOVER (owner);
  double value = maq_rows_get_value (row);
  const char *what = "gain";
  g_autofree char *gesture = NULL;
  MaqMove *move;

  if (row == self->pan)
    {
      what = "pan";
      move = maq_move_layer_pan (self->layer, value);
    }
  else if (row == self->distance)
    {
      what = "distance";
      move = maq_move_layer_distance (self->layer, value);
    }
  else
    move = maq_move_layer_gain (self->layer, value);
  gesture = g_strdup_printf ("%s/%" G_GINT64_MODIFIER "x", what, self->layer);
  maq_editor_apply_gesture (self->editor, move, gesture);
}

static void
colour_cb (MaqLayerPopover *self,
           GtkToggleButton *button)
{
  if (self->is_showing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < MAQ_N_COLOURS; i++)
    if (self->colours[i] == GTK_WIDGET (button))
      maq_editor_apply (self->editor, maq_move_layer_colour (self->layer, (MaqColour) i));
}

static GtkWidget *
create_colours (MaqLayerPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < MAQ_N_COLOURS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      const char *label = maq_colour_get_label ((MaqColour) i);

      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (self->colours[0]));
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label, -1);
      gtk_widget_add_css_class (button, "colour");
      gtk_widget_add_css_class (button, i == 0 ? "none" : maq_colour_get_nick ((MaqColour) i));
      g_signal_connect_object (button, "toggled", G_CALLBACK (colour_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
      self->colours[i] = button;
    }
  return box;
}

static void
shown_cb (MaqLayerPopover *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  int index = maq_arrangement_find_layer (arrangement, self->layer);
  const MaqLayerFields *fields;

  if (index < 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  fields = maq_layer_get_fields (maq_arrangement_get_layer (arrangement, (guint) index));
  gtk_label_set_label (GTK_LABEL (self->title), fields->name);
  maq_rows_show_value (self->gain, fields->gain_db);
  maq_rows_show_value (self->pan, fields->pan);
  maq_rows_show_value (self->distance, fields->distance);
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->colours[fields->colour]), TRUE);
  self->is_showing = FALSE;
}

static void
maq_layer_popover_dispose (GObject *object)
{
  g_clear_object (&MAQ_LAYER_POPOVER (object)->editor);
  G_OBJECT_CLASS (maq_layer_popover_parent_class)->dispose (object);
}

static void
maq_layer_popover_class_init (MaqLayerPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_layer_popover_dispose;
}

static void
maq_layer_popover_init (MaqLayerPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *owner = GTK_WIDGET (self);
  AdwPreferencesGroup *group;

  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (box), self->title);
  group = maq_rows_add_group (box, NULL);
  self->gain = maq_rows_add_scale (group, owner, _("Level"), _("Decibels"), -24, MAQ_GAIN_MAX_DB,
                                   1, mix_cb);
  self->pan = maq_rows_add_slider (group, owner, _("Pan"), _("Where it stands from left to right"),
                                   -1, 1, 0, _("Left"), _("Right"), maq_mix_words_dup_pan, mix_cb);
  maq_rows_keep_sides (self->pan);
  self->distance = maq_rows_add_slider (group, owner, _("Distance"),
                                        _("How far away in the room it stands"), 0, 1, 0,
                                        _("At your ear"), _("Far end of the hall"),
                                        maq_mix_words_dup_distance, mix_cb);
  gtk_box_append (GTK_BOX (box), create_colours (self));
  gtk_widget_add_css_class (box, "layer-popover");
  gtk_widget_set_size_request (box, 320, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
maq_layer_popover_new (MaqEditor *editor)
{
  MaqLayerPopover *self = g_object_new (MAQ_TYPE_LAYER_POPOVER, NULL);

  self->editor = g_object_ref (editor);
  self->layer = maq_editor_get_selection (editor).layer;
  shown_cb (self);
  g_signal_connect_object (editor, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
