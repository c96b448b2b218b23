/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-plays.h"

#include <glib/gi18n-lib.h>

struct _MaqSessionPlays
{
  AdwPreferencesRow  parent_instance;

  MaqEditor         *editor;
  MaqId              contact;
  GtkFlowBox        *box;
  GPtrArray         *checks;     /* GtkWidget, as the layers stand */
  gboolean           is_showing;
};

G_DEFINE_FINAL_TYPE (MaqSessionPlays, maq_session_plays, ADW_TYPE_PREFERENCES_ROW)

static const char *
find_name (MaqSessionPlays *self)
{
  MaqSession *session = maq_project_get_fields (maq_editor_get_root (self->editor))->session;
  int index = maq_session_find_row (session, MAQ_SESSION_CONTACTS, self->contact);

  return index < 0 ? NULL : maq_session_row_get_fields (
    maq_session_get_row (session, MAQ_SESSION_CONTACTS, index))->texts[MAQ_CONTACT_NAME];
}

static void
toggled_cb (MaqSessionPlays *self,
            GtkCheckButton  *check)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  guint index;

  if (self->is_showing || !g_ptr_array_find (self->checks, check, &index) ||
      index >= maq_arrangement_get_n_layers (arrangement))
    return;

  maq_editor_apply (self->editor, maq_move_layer_performer (
    maq_layer_get_id (maq_arrangement_get_layer (arrangement, index)),
    gtk_check_button_get_active (check) ? find_name (self) : NULL));
}

static void
set_count (MaqSessionPlays *self,
           guint            n_layers)
{
  while (self->checks->len < n_layers)
    {
      GtkWidget *check = gtk_check_button_new ();

      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->checks, check);
      gtk_flow_box_insert (self->box, check, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
  while (self->checks->len > n_layers)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, self->checks->len - 1);

      g_ptr_array_set_size (self->checks, (int) self->checks->len - 1);
      gtk_flow_box_remove (self->box, gtk_widget_get_parent (check));
    }
}

/* Whoever else plays it now is named: a tick takes it over. */
static void
show_layer (MaqSessionPlays *self,
            GtkWidget       *check,
            MaqLayer        *layer,
            const char      *name)
{
  const char *performer = maq_layer_get_fields (layer)->performer;
  gboolean is_theirs = name != NULL && g_strcmp0 (performer, name) == 0;
  g_autofree char *other = NULL;

  if (performer != NULL && !is_theirs)
    other = g_strdup_printf (_("Played by %s"), performer);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), maq_layer_get_name (layer));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_theirs);
  gtk_widget_set_tooltip_text (check, other);
}

void
maq_session_plays_show (MaqSessionPlays *self,
                        MaqId            contact)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  const char *name = NULL;

  self->contact = contact;
  self->is_showing = TRUE;
  name = find_name (self);
  set_count (self, maq_arrangement_get_n_layers (arrangement));
  for (guint i = 0; i < self->checks->len; i++)
    show_layer (self, g_ptr_array_index (self->checks, i),
                maq_arrangement_get_layer (arrangement, i), name);
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), name != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name == NULL ? _("Type a name first") : NULL);
  self->is_showing = FALSE;
}

static void
maq_session_plays_dispose (GObject *object)
{
  MaqSessionPlays *self = MAQ_SESSION_PLAYS (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (maq_session_plays_parent_class)->dispose (object);
}

static void
maq_session_plays_class_init (MaqSessionPlaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_session_plays_dispose;
}

static void
maq_session_plays_init (MaqSessionPlays *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (_("Plays"));

  self->checks = g_ptr_array_new ();
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "session-text-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->box));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Plays"));
}

GtkWidget *
maq_session_plays_new (MaqEditor *editor)
{
  MaqSessionPlays *self = g_object_new (MAQ_TYPE_SESSION_PLAYS, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}
