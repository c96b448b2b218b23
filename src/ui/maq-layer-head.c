/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MaqLayerHead: what a layer is called, what it plays, where it stands, mute and solo.
 *
 * CSS node: layerhead, with the class .selected, or .crossed if some of its
 * parts are. Accessible role: ROW_HEADER,
 * holding buttons for instrument, place in the room, mute and solo. The
 * class of a colour stands on the head, which shows it as a stripe.
 */

#include "maq-layer-head.h"

#include <glib/gi18n-lib.h>

#include "maq-level-meter.h"
#include "maq-mix-words.h"
#include "maq-room-picture.h"
#include "maq-timeline-child.h"

/* Layers of a group stand under its name. */
#define GROUP_INDENT 12

struct _MaqLayerHead
{
  GtkWidget        parent_instance;

  MaqLayer        *layer;
  GtkWidget       *stripe;
  GtkWidget       *instrument;
  GtkWidget       *words;
  GtkWidget       *name;
  GtkWidget       *detail;
  GtkWidget       *room;
  MaqRoomPicture  *picture;
  GtkToggleButton *mute;
  GtkToggleButton *solo;
  MaqLevelMeter   *meter;
  gboolean         is_binding;
  MaqSelected      selected;
};

enum
{
  SIGNAL_MUTE,
  SIGNAL_SOLO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqLayerHead, maq_layer_head, GTK_TYPE_WIDGET)

static void
toggled_cb (MaqLayerHead    *self,
            GtkToggleButton *button)
{
  guint id = button == self->mute ? SIGNAL_MUTE : SIGNAL_SOLO;

  if (!self->is_binding)
    g_signal_emit (self, signals[id], 0, gtk_toggle_button_get_active (button));
}

static GtkToggleButton *
create_button (MaqLayerHead *self,
               const char   *letter,
               const char   *tooltip,
               const char   *css_class)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (letter);

  maq_timeline_child_quiet (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return GTK_TOGGLE_BUTTON (button);
}

static void
create_room (MaqLayerHead *self)
{
  self->picture = MAQ_ROOM_PICTURE (maq_room_picture_new ());
  self->room = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->room), GTK_WIDGET (self->picture));
  gtk_widget_set_valign (self->room, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (self->room, FALSE);
  gtk_widget_add_css_class (self->room, "flat");
  gtk_widget_add_css_class (self->room, "room");
  gtk_widget_set_parent (self->room, GTK_WIDGET (self));
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
maq_layer_head_dispose (GObject *object)
{
  MaqLayerHead *self = MAQ_LAYER_HEAD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->layer, maq_layer_unref);
  G_OBJECT_CLASS (maq_layer_head_parent_class)->dispose (object);
}

static void
maq_layer_head_class_init (MaqLayerHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maq_layer_head_dispose;
  signals[SIGNAL_MUTE] = g_signal_new ("mute", MAQ_TYPE_LAYER_HEAD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_SOLO] = g_signal_new ("solo", MAQ_TYPE_LAYER_HEAD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (widget_class, "layerhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
maq_layer_head_init (MaqLayerHead *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  self->stripe = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->stripe, "stripe");
  gtk_widget_set_parent (self->stripe, widget);
  self->instrument = gtk_button_new ();
  gtk_widget_set_valign (self->instrument, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (self->instrument, FALSE);
  gtk_widget_add_css_class (self->instrument, "flat");
  gtk_widget_add_css_class (self->instrument, "instrument");
  gtk_widget_set_parent (self->instrument, widget);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  maq_timeline_child_quiet (self->words);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->words, TRUE);
  self->name = create_label ("layer-name");
  self->detail = create_label ("layer-detail");
  gtk_box_append (GTK_BOX (self->words), self->name);
  gtk_box_append (GTK_BOX (self->words), self->detail);
  gtk_widget_set_parent (self->words, widget);
  create_room (self);
  self->mute = create_button (self, C_("mute", "M"), _("Mute (M)"), "mute");
  self->solo = create_button (self, C_("solo", "S"), _("Solo (S)"), "solo");
  self->meter = MAQ_LEVEL_METER (maq_level_meter_new_upright ());
  gtk_widget_set_parent (GTK_WIDGET (self->meter), widget);
}

GtkWidget *
maq_layer_head_new (void)
{
  return g_object_new (MAQ_TYPE_LAYER_HEAD, NULL);
}

char *
maq_layer_head_dup_icon_name (MaqRole role)
{
  return g_strconcat ("maq-role-", maq_role_get_nick (role), "-symbolic", NULL);
}

static void
update_room (MaqLayerHead         *self,
             const MaqLayerFields *fields)
{
  g_autofree char *pan = maq_mix_words_dup_pan (fields->pan);
  g_autofree char *distance = maq_mix_words_dup_distance (fields->distance);
  g_autofree char *label = g_strdup_printf (_("Place of %s: %s, %s"), fields->name, pan, distance);
  g_autofree char *tooltip = g_strdup_printf (_("%s, %s (P to change)"), pan, distance);

  maq_room_picture_show (self->picture, fields->pan, fields->distance);
  /* an action without its target would complain */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->room), "t", fields->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->room), "view.room");
  gtk_widget_set_tooltip_text (self->room, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->room), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
update_instrument (MaqLayerHead         *self,
                   const MaqLayerFields *fields)
{
  const char *sound = fields->sound == NULL ? NULL : maq_sound_get_fields (fields->sound)->name;
  const char *name = sound != NULL ? sound : maq_role_get_label (fields->role);
  g_autofree char *label = g_strdup_printf (_("Instrument of %s: %s"), fields->name, name);
  g_autofree char *tooltip = g_strdup_printf (_("%s (I to change)"), name);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->instrument), "t", fields->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->instrument), "view.instrument");
  gtk_widget_set_tooltip_text (self->instrument, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->instrument),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_colour (MaqLayerHead *self,
               MaqColour     colour)
{
  for (guint i = 1; i < MAQ_N_COLOURS; i++)
    if (i == (guint) colour)
      gtk_widget_add_css_class (GTK_WIDGET (self), maq_colour_get_nick ((MaqColour) i));
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), maq_colour_get_nick ((MaqColour) i));
}

/* What the performer is told, and what the sound means. */
static char *
dup_tooltip (MaqLayer *layer)
{
  const char *direction = maq_layer_get_fields (layer)->direction;
  const char *meaning = maq_layer_get_meaning (layer);
  g_autofree char *stands = NULL;

  if (meaning == NULL)
    return g_strdup (direction);
  /* Translators: what the sound of a layer means in the story */
  stands = g_strdup_printf (_("Stands for: %s"), meaning);
  return direction == NULL ? g_steal_pointer (&stands)
                           : g_strconcat (direction, "\n", stands, NULL);
}

static char *
dup_label (MaqLayer *layer)
{
  const MaqLayerFields *fields = maq_layer_get_fields (layer);
  const char *meaning = maq_layer_get_meaning (layer);
  g_autofree char *colour = NULL;
  g_autofree char *stands = NULL;
  const char *words[7] = { fields->name, maq_role_get_label (fields->role) };
  guint n = 2;

  if (fields->muted)
    words[n++] = C_("layer", "muted");
  if (fields->soloed)
    words[n++] = C_("layer", "solo");
  if (fields->colour != MAQ_COLOUR_NONE)
    /* Translators: of a layer, in words */
    words[n++] = colour = g_strdup_printf (_("colour %s"), maq_colour_get_label (fields->colour));
  if (meaning != NULL)
    /* Translators: of a layer, in words: what its sound means in the story */
    words[n++] = stands = g_strdup_printf (_("stands for %s"), meaning);
  return g_strjoinv (_(", "), (char **) words);
}

static void
update_words (MaqLayerHead *self)
{
  const MaqLayerFields *fields = maq_layer_get_fields (self->layer);
  const char *role = maq_role_get_label (fields->role);
  const char *detail = fields->performer != NULL ? fields->performer : role;
  g_autofree char *icon_name = maq_layer_head_dup_icon_name (fields->role);
  g_autofree char *label = dup_label (self->layer);
  g_autofree char *tooltip = dup_tooltip (self->layer);
  g_autofree char *mute = g_strdup_printf (_("Mute %s"), fields->name);
  g_autofree char *solo = g_strdup_printf (_("Solo %s"), fields->name);

  gtk_button_set_icon_name (GTK_BUTTON (self->instrument), icon_name);
  gtk_label_set_label (GTK_LABEL (self->name), fields->name);
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
  gtk_widget_set_visible (self->detail, g_ascii_strcasecmp (detail, fields->name) != 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mute), GTK_ACCESSIBLE_PROPERTY_LABEL, mute,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->solo), GTK_ACCESSIBLE_PROPERTY_LABEL, solo,
                                  -1);
}

void
maq_layer_head_bind (MaqLayerHead *self,
                     MaqLayer     *layer)
{
  const MaqLayerFields *fields = maq_layer_get_fields (layer);

  if (self->layer == layer)
    return;
  maq_layer_ref (layer);
  g_clear_pointer (&self->layer, maq_layer_unref);
  self->layer = layer;
  update_words (self);
  update_room (self, fields);
  update_instrument (self, fields);
  update_colour (self, fields->colour);
  gtk_widget_set_margin_start (self->stripe, fields->group != NULL ? GROUP_INDENT : 0);
  self->is_binding = TRUE;
  gtk_toggle_button_set_active (self->mute, fields->muted);
  gtk_toggle_button_set_active (self->solo, fields->soloed);
  self->is_binding = FALSE;
}

void
maq_layer_head_set_selected (MaqLayerHead *self,
                             MaqSelected   selected)
{
  static const char *const classes[] = { NULL, "crossed", "selected" };

  if (self->selected == selected)
    return;
  if (classes[self->selected] != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[self->selected]);
  if (classes[selected] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), classes[selected]);
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               selected == MAQ_SELECTED_WHOLE, -1);
}

void
maq_layer_head_set_compact (MaqLayerHead *self,
                            gboolean      compact)
{
  gtk_widget_set_visible (self->room, !compact);
}

MaqId
maq_layer_head_get_layer (MaqLayerHead *self)
{
  return self->layer == NULL ? MAQ_ID_NONE : maq_layer_get_id (self->layer);
}

gboolean
maq_layer_head_push_peak (MaqLayerHead *self,
                          float         peak)
{
  maq_level_meter_push (self->meter, peak, peak);
  return !maq_level_meter_is_at_rest (self->meter);
}
