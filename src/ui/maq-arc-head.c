/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc-head.h"

#include <glib/gi18n-lib.h>

#include "maq-arc-shape.h"

struct _MaqArcHead
{
  GtkBox          parent_instance;

  MaqArrangement *arrangement;
  MaqArcKind      kind;
  GtkMenuButton  *button;
  GtkLabel       *detail;
};

G_DEFINE_FINAL_TYPE (MaqArcHead, maq_arc_head, GTK_TYPE_BOX)

static void
append_arc (GMenu      *menu,
            const char *label,
            MaqArcKind  kind,
            const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "arc.choose", "(ss)", maq_arc_kind_get_nick (kind),
                                     name != NULL ? name : "");
  g_menu_append_item (menu, item);
}

/* The kinds that there always are, and those that the song has of its own. */
static GMenuModel *
create_arcs (MaqArcHead *self)
{
  GMenu *menu = g_menu_new ();
  MaqVec *arcs = self->arrangement == NULL
                   ? NULL : maq_arrangement_get_fields (self->arrangement)->arcs;

  for (guint kind = 0; kind < MAQ_ARC_OTHER; kind++)
    append_arc (menu, maq_arc_kind_get_label (kind), kind, NULL);
  for (guint i = 0; arcs != NULL && i < maq_vec_get_length (arcs); i++)
    {
      const MaqArcFields *fields = maq_arc_get_fields (maq_vec_get (arcs, i));

      if (fields->kind == MAQ_ARC_OTHER)
        append_arc (menu, fields->name, MAQ_ARC_OTHER, fields->name);
    }
  g_menu_append (menu, _("Of Your Own…"), "arc.new");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_shapes (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < MAQ_N_ARC_SHAPES; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (maq_arc_shape_get_label (i), NULL);

      g_menu_item_set_action_and_target (item, "arc.shape", "i", (int) i);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
create_popup (GtkMenuButton *button,
              gpointer       user_data)
{
  MaqArcHead *self = MAQ_ARC_HEAD (user_data);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  g_autoptr (GMenuModel) arcs = create_arcs (self);
  g_autoptr (GMenuModel) shapes = create_shapes ();

  g_menu_append_section (menu, NULL, arcs);
  g_menu_append_section (menu, _("Shape"), shapes);
  g_menu_append (rest, _("Points as a List"), "arc.points");
  g_menu_append (rest, _("Follow the Arc of Energy…"), "arc.follow");
  g_menu_append (rest, _("Delete Arc"), "arc.delete");
  g_menu_append (rest, _("Hide Arcs"), "view.arcs");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
maq_arc_head_dispose (GObject *object)
{
  g_clear_pointer (&MAQ_ARC_HEAD (object)->arrangement, maq_arrangement_unref);
  G_OBJECT_CLASS (maq_arc_head_parent_class)->dispose (object);
}

static void
maq_arc_head_class_init (MaqArcHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_arc_head_dispose;
}

static void
maq_arc_head_init (MaqArcHead *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *follow = gtk_button_new_from_icon_name ("maq-follow-arc-symbolic");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "arc-head");
  self->button = GTK_MENU_BUTTON (button);
  self->detail = GTK_LABEL (detail);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (follow, "flat");
  gtk_widget_set_tooltip_text (follow, _("Follow the Arc of Energy (Ctrl+Shift+F7)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (follow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Follow the Arc of Energy"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (follow), "arc.follow");
  gtk_widget_set_tooltip_text (button, _("Arcs and Shapes (F7)"));
  gtk_menu_button_set_create_popup_func (self->button, create_popup, self, NULL);
  gtk_label_set_xalign (self->detail, 0);
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "detail");
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (line), follow);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), detail);
}

GtkWidget *
maq_arc_head_new (void)
{
  return g_object_new (MAQ_TYPE_ARC_HEAD, NULL);
}

void
maq_arc_head_show (MaqArcHead     *self,
                   MaqArrangement *arrangement,
                   MaqArcKind      kind,
                   const char     *name)
{
  const char *label = kind == MAQ_ARC_OTHER && name != NULL ? name
                                                            : maq_arc_kind_get_label (kind);

  maq_arrangement_ref (arrangement);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  self->arrangement = arrangement;
  self->kind = kind;
  if (g_strcmp0 (gtk_menu_button_get_label (self->button), label) == 0)
    return;
  gtk_menu_button_set_label (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  maq_arc_head_set_progress (self, 0, 0);
}

void
maq_arc_head_set_progress (MaqArcHead *self,
                           guint       done,
                           guint       total)
{
  g_autofree char *text = NULL;

  if (total > 0)
    text = g_strdup_printf (_("Measuring %u of %u"), MIN (done + 1, total), total);
  else
    text = g_strdup (self->kind == MAQ_ARC_ENERGY || self->kind == MAQ_ARC_TENSION
                       ? _("line meant, area heard") : _("line meant"));
  gtk_label_set_label (self->detail, text);
}
