/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MaqGroupHead: a group of layers: a band above them, or in their place.
 *
 * CSS node: grouphead, with the classes .folded and .selected. Accessible
 * role: ROW_HEADER; folded, its label names the layers that it hides.
 */

#include "maq-group-head.h"

#include <glib/gi18n-lib.h>

#include "maq-timeline-child.h"

struct _MaqGroupHead
{
  GtkWidget  parent_instance;

  MaqId      layer;
  GtkWidget *fold;
  GtkWidget *name;
  GtkWidget *count;
  char      *label;      /* says everything that is shown, NULL before that */
  gboolean   is_folded;
};

G_DEFINE_FINAL_TYPE (MaqGroupHead, maq_group_head, GTK_TYPE_WIDGET)

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

static char *
describe (const char *name,
          const char *members,
          guint       n_layers,
          gboolean    is_folded)
{
  if (is_folded)
    /* Translators: name of a group, how many layers it has, and which */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Group %s, folded, %u layer: %s",
                                         "Group %s, folded, %u layers: %s", n_layers),
                            name, n_layers, members);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Group %s, %u layer: %s",
                                       "Group %s, %u layers: %s", n_layers),
                          name, n_layers, members);
}

void
maq_group_head_bind (MaqGroupHead *self,
                     MaqId         layer,
                     const char   *name,
                     const char   *members,
                     guint         n_layers,
                     gboolean      is_folded)
{
  g_autofree char *count = g_strdup_printf ("%u", n_layers);
  gboolean is_other = self->layer != layer || self->is_folded != is_folded;

  /* each frame of a drag comes here */
  if (!maq_timeline_child_take_label (GTK_WIDGET (self), &self->label,
                                      describe (name, members, n_layers, is_folded)) && !is_other)
    return;
  self->layer = layer;
  self->is_folded = is_folded;
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_tooltip_text (self->name, members);
  show_fold (self, name, is_folded);
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
