/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MaqGroupHead: a group of layers: a band above them, or in their place.
 *
 * CSS node: grouphead, with the classes .folded and .selected. Accessible
 * role: ROW_HEADER; folded, its label names the layers that it hides. Mute and
 * solo have the class .some where that holds for some of the layers only.
 */

#include "maq-group-head.h"

#include <glib/gi18n-lib.h>

#include "maq-level-meter.h"
#include "maq-timeline-child.h"

struct _MaqGroupHead
{
  GtkWidget        parent_instance;

  MaqId            layer;
  GtkWidget       *fold;
  GtkWidget       *name;
  GtkWidget       *count;
  GtkToggleButton *mute;
  GtkToggleButton *solo;
  MaqLevelMeter   *meter;
  char            *label;      /* says everything that is shown, NULL before that */
  gboolean         is_folded;
  gboolean         is_binding;
};

enum
{
  SIGNAL_MUTE,
  SIGNAL_SOLO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqGroupHead, maq_group_head, GTK_TYPE_WIDGET)

static void
toggled_cb (MaqGroupHead    *self,
            GtkToggleButton *button)
{
  guint id = button == self->mute ? SIGNAL_MUTE : SIGNAL_SOLO;

  if (!self->is_binding)
    g_signal_emit (self, signals[id], 0, gtk_toggle_button_get_active (button));
}

static GtkToggleButton *
create_button (MaqGroupHead *self,
               const char   *letter,
               const char   *tooltip,
               const char   *css_class)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (letter);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  maq_timeline_child_quiet (button);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return GTK_TOGGLE_BUTTON (button);
}

static void
maq_group_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&MAQ_GROUP_HEAD (object)->label, g_free);
  G_OBJECT_CLASS (maq_group_head_parent_class)->dispose (object);
}

static void
maq_group_head_class_init (MaqGroupHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_group_head_dispose;
  signals[SIGNAL_MUTE] = g_signal_new ("mute", MAQ_TYPE_GROUP_HEAD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_SOLO] = g_signal_new ("solo", MAQ_TYPE_GROUP_HEAD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (widget_class, "grouphead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
maq_group_head_init (MaqGroupHead *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  self->fold = gtk_button_new ();
  gtk_widget_set_valign (self->fold, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (self->fold, FALSE);
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_set_parent (self->fold, widget);
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->name, "layer-name");
  gtk_widget_set_parent (self->name, widget);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "layer-detail");
  gtk_widget_set_parent (self->count, widget);
  self->mute = create_button (self, C_("mute", "M"), _("Mute (M)"), "mute");
  self->solo = create_button (self, C_("solo", "S"), _("Solo (S)"), "solo");
  self->meter = MAQ_LEVEL_METER (maq_level_meter_new_upright ());
  gtk_widget_set_parent (GTK_WIDGET (self->meter), widget);
}

GtkWidget *
maq_group_head_new (void)
{
  return g_object_new (MAQ_TYPE_GROUP_HEAD, NULL);
}

static void
show_fold (MaqGroupHead *self,
           const char   *name,
           gboolean      is_folded)
{
  g_autofree char *label = g_strdup_printf (is_folded ? _("Unfold %s") : _("Fold %s"), name);

  gtk_button_set_icon_name (GTK_BUTTON (self->fold), is_folded ? "pan-end-symbolic"
                                                               : "pan-down-symbolic");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fold), "t", self->layer);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fold), "view.fold");
  gtk_widget_set_tooltip_text (self->fold, is_folded ? _("Show the layers (F)")
                                                     : _("Fold into one row (F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED,
                               !is_folded, -1);
  if (is_folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
}

/* Pressed where it holds for all layers; the screen and a reader tell some from none. */
static void
show_toggle (GtkToggleButton *button,
             guint            n,
             guint            n_layers,
             char            *label)
{
  GtkWidget *widget = GTK_WIDGET (button);
  g_autofree char *taken = label;
  gboolean is_some = n > 0 && n < n_layers;

  gtk_toggle_button_set_active (button, n == n_layers);
  if (is_some)
    gtk_widget_add_css_class (widget, "some");
  else
    gtk_widget_remove_css_class (widget, "some");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, taken,
                                  -1);
}

static void
show_sound (MaqGroupHead         *self,
            const MaqGroupFields *fields)
{
  gtk_widget_set_visible (GTK_WIDGET (self->mute), fields->is_folded);
  gtk_widget_set_visible (GTK_WIDGET (self->solo), fields->is_folded);
  gtk_widget_set_visible (GTK_WIDGET (self->meter), fields->is_folded);
  self->is_binding = TRUE;
  show_toggle (self->mute, fields->n_muted, fields->n_layers,
               g_strdup_printf (_("Mute %s"), fields->name));
  show_toggle (self->solo, fields->n_soloed, fields->n_layers,
               g_strdup_printf (_("Solo %s"), fields->name));
  self->is_binding = FALSE;
}

static char *
describe_layers (const MaqGroupFields *fields)
{
  if (fields->is_folded)
    /* Translators: name of a group, how many layers it has, and which */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Group %s, folded, %u layer: %s",
                                         "Group %s, folded, %u layers: %s", fields->n_layers),
                            fields->name, fields->n_layers, fields->members);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Group %s, %u layer: %s",
                                       "Group %s, %u layers: %s", fields->n_layers),
                          fields->name, fields->n_layers, fields->members);
}

static char *
describe (const MaqGroupFields *fields)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, describe_layers (fields));
  if (fields->is_folded && fields->n_muted == fields->n_layers)
    g_ptr_array_add (words, g_strdup (C_("layer", "muted")));
  else if (fields->is_folded && fields->n_muted > 0)
    /* Translators: how many layers of a group are muted: "2 of 3 muted" */
    g_ptr_array_add (words, g_strdup_printf (_("%u of %u muted"), fields->n_muted,
                                             fields->n_layers));
  if (fields->is_folded && fields->n_soloed == fields->n_layers)
    g_ptr_array_add (words, g_strdup (C_("layer", "solo")));
  else if (fields->is_folded && fields->n_soloed > 0)
    /* Translators: how many layers of a group are solo: "2 of 3 solo" */
    g_ptr_array_add (words, g_strdup_printf (_("%u of %u solo"), fields->n_soloed,
                                             fields->n_layers));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (_(", "), (char **) words->pdata);
}

void
maq_group_head_bind (MaqGroupHead         *self,
                     const MaqGroupFields *fields)
{
  g_autofree char *count = g_strdup_printf ("%u", fields->n_layers);
  gboolean is_other = self->layer != fields->layer || self->is_folded != fields->is_folded;

  /* each frame of a drag comes here */
  if (!maq_timeline_child_take_label (GTK_WIDGET (self), &self->label, describe (fields)) &&
      !is_other)
    return;
  self->layer = fields->layer;
  self->is_folded = fields->is_folded;
  gtk_label_set_label (GTK_LABEL (self->name), fields->name);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_tooltip_text (self->name, fields->members);
  show_fold (self, fields->name, fields->is_folded);
  show_sound (self, fields);
}

void
maq_group_head_set_selected (MaqGroupHead *self,
                             gboolean      selected)
{
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

MaqId
maq_group_head_get_layer (MaqGroupHead *self)
{
  return self->layer;
}

gboolean
maq_group_head_push_peak (MaqGroupHead *self,
                          float         peak)
{
  maq_level_meter_push (self->meter, peak, peak);
  return !maq_level_meter_is_at_rest (self->meter);
}
