/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark-list.h"

#include <glib/gi18n-lib.h>

#include "maq-remark-words.h"
#include "maq-rows.h"

/* The row of one remark; rows are filled again and again, whatever the remark. */
typedef struct
{
  MaqRemarkList *owner;
  MaqId          remark;
  GtkWidget     *row;
  GtkLabel      *text;
  GtkLabel      *place;
  GtkDropDown   *state;
  gboolean       is_showing;
} Row;

struct _MaqRemarkList
{
  GtkBox               parent_instance;

  MaqEditor           *editor;
  AdwPreferencesGroup *group;
  GPtrArray           *rows;     /* of Row, which the widgets own */
  GtkWidget           *add;
  GtkWidget           *kind;
};

G_DEFINE_FINAL_TYPE (MaqRemarkList, maq_remark_list, GTK_TYPE_BOX)

static void
state_cb (Row *row)
{
  guint state = gtk_drop_down_get_selected (row->state);

  if (!row->is_showing && state < MAQ_N_REMARK_STATES)
    maq_editor_apply (row->owner->editor,
                      maq_move_remark_state (row->remark, (MaqRemarkState) state));
}

/* The row goes with the remark: not before the click on its button is over. */
static gboolean
delete_idle_cb (gpointer user_data)
{
  Row *row = g_object_get_data (G_OBJECT (user_data), "row");

  if (row != NULL && row->owner->editor != NULL)
    maq_editor_apply (row->owner->editor, maq_move_delete_remark (row->remark));
  return G_SOURCE_REMOVE;
}

static void
delete_cb (Row *row)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, delete_idle_cb, g_object_ref (row->row), g_object_unref);
}

static void
add_cb (GtkWidget *owner,
        GtkWidget *row)
{
  MaqRemarkList *self = MAQ_REMARK_LIST (owner);
  MaqPath at = maq_editor_get_selection (self->editor);
  g_autofree char *text = g_strdup (maq_rows_get_text (row));
  g_autofree char *author = maq_remark_words_dup_author ();
  MaqRemarkKind kind = (MaqRemarkKind) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  if (text == NULL)
    return;
  if (maq_editor_apply (self->editor, maq_move_add_remark (kind, at.section, at.layer, 0, author,
                                                           text)))
    maq_rows_show_text (row, NULL);
}

static void
maq_remark_list_dispose (GObject *object)
{
  MaqRemarkList *self = MAQ_REMARK_LIST (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (maq_remark_list_parent_class)->dispose (object);
}

static void
maq_remark_list_class_init (MaqRemarkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_remark_list_dispose;
}

static void
maq_remark_list_init (MaqRemarkList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->rows = g_ptr_array_new ();
  self->group = maq_rows_add_group (GTK_WIDGET (self), _("Remarks"));
  self->add = maq_rows_add_entry (self->group, GTK_WIDGET (self), _("Add a Remark"),
                                  _("Say something about what is selected"), add_cb);
  self->kind = maq_remark_words_create_kinds ();
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->add), self->kind);
}

GtkWidget *
maq_remark_list_new (void)
{
  return g_object_new (MAQ_TYPE_REMARK_LIST, NULL);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_state (Row *row)
{
  GtkWidget *state = maq_remark_words_create_states ();

  gtk_widget_add_css_class (gtk_widget_get_first_child (state), "flat");
  g_signal_connect_swapped (state, "notify::selected", G_CALLBACK (state_cb), row);
  return state;
}

static GtkWidget *
create_delete (Row *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _("Delete the Remark"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Delete the Remark"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (delete_cb), row);
  return button;
}

static void
add_row (MaqRemarkList *self)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  row->owner = self;
  row->row = adw_preferences_row_new ();
  row->text = GTK_LABEL (create_label (NULL));
  row->place = GTK_LABEL (create_label ("remark-place"));
  row->state = GTK_DROP_DOWN (create_state (row));
  gtk_label_set_wrap (row->text, TRUE);
  gtk_label_set_wrap_mode (row->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (row->place, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (box, "remark");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (row->place));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (row->state));
  gtk_box_append (GTK_BOX (foot), create_delete (row));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->text));
  gtk_box_append (GTK_BOX (box), foot);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_widget_set_tooltip_text (row->row, _("Click to open it where it is"));
  g_object_set_data_full (G_OBJECT (row->row), "row", row, g_free);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row->row);
}

static void
drop_last_row (MaqRemarkList *self)
{
  Row *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
  adw_preferences_group_remove (self->group, row->row);
}

static void
show_remark (Row                   *row,
             MaqArrangement        *arrangement,
             const MaqRemarkFields *fields)
{
  g_autofree char *where = maq_remark_words_dup_place (arrangement, fields);
  g_autofree char *place = g_strjoin (" · ", maq_remark_words_get_kind (fields->kind), where,
                                      fields->author, NULL);
  gboolean is_settled = fields->state == MAQ_REMARK_DROPPED || fields->state == MAQ_REMARK_PARKED;
  char id[MAQ_ID_TEXT_MAX];

  row->is_showing = TRUE;
  row->remark = fields->id;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row->row), "s",
                                    maq_id_format (fields->id, id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row->row), "score.open-remark");
  gtk_label_set_label (row->text, fields->text != NULL ? fields->text : "");
  gtk_label_set_label (row->place, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->place), place);
  gtk_drop_down_set_selected (row->state, fields->state);
  if (is_settled)
    gtk_widget_add_css_class (GTK_WIDGET (row->text), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->text), "dim-label");
  row->is_showing = FALSE;
}

void
maq_remark_list_update (MaqRemarkList *self,
                        MaqEditor     *editor)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  MaqPath at = maq_editor_get_selection (editor);
  guint n = 0;

  g_set_object (&self->editor, editor);
  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    {
      const MaqRemarkFields *fields =
        maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));

      if ((at.section != MAQ_ID_NONE && fields->section != at.section) ||
          (at.layer != MAQ_ID_NONE && fields->layer != at.layer))
        continue;
      if (n == self->rows->len)
        add_row (self);
      show_remark (g_ptr_array_index (self->rows, n++), arrangement, fields);
    }
  while (self->rows->len > n)
    drop_last_row (self);
  adw_preferences_group_set_description (
    self->group, n > 0 ? NULL : _("Nothing has been said here yet. N writes down what you hear, "
                                  "and the music goes on."));
}
