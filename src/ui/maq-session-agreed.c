/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-agreed.h"

#include <glib/gi18n-lib.h>

#include "maq-remark-words.h"
#include "maq-session-field.h"

struct _MaqSessionAgreed
{
  GtkBox          parent_instance;

  MaqEditor      *editor;
  MaqRemarkState  state;
  GtkListBox     *box;
  GtkWidget      *entry;     /* for a new one, after the others */
  GPtrArray      *items;     /* Item */
};

G_DEFINE_FINAL_TYPE (MaqSessionAgreed, maq_session_agreed, GTK_TYPE_BOX)

/* A remark. */
typedef struct
{
  MaqSessionAgreed *owner;
  MaqId             remark;
  GtkWidget        *row;
} Item;

/* what is agreed of any kind; of what is open, what somebody has to answer */
static gboolean
is_listed (MaqSessionAgreed      *self,
           const MaqRemarkFields *fields)
{
  return fields->state == self->state &&
         (self->state == MAQ_REMARK_AGREED || fields->kind == MAQ_REMARK_QUESTION ||
          fields->kind == MAQ_REMARK_DECISION);
}

static void
settle_cb (Item *item)
{
  const MaqRemarkState state
    = item->owner->state == MAQ_REMARK_AGREED ? MAQ_REMARK_OPEN : MAQ_REMARK_AGREED;

  maq_editor_apply (item->owner->editor, maq_move_remark_state (item->remark, state));
}

static void
delete_cb (Item *item)
{
  maq_editor_apply (item->owner->editor, maq_move_delete_remark (item->remark));
}

static void
add_button (Item       *item,
            const char *icon,
            const char *tooltip,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, item);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (item->row), button);
}

static void
add_item (MaqSessionAgreed      *self,
          const MaqRemarkFields *fields)
{
  Item *item = g_new0 (Item, 1);
  const MaqSessionPlace place = { .row = fields->id };
  gboolean is_agreed = self->state == MAQ_REMARK_AGREED;

  item->owner = self;
  item->remark = fields->id;
  item->row = maq_session_field_new_entry (self->editor, &maq_session_field_remark, &place,
                                           maq_remark_words_get_kind (fields->kind), NULL);
  add_button (item, is_agreed ? "edit-undo-symbolic" : "object-select-symbolic",
              is_agreed ? _("Open It Again") : _("Agree on It"), G_CALLBACK (settle_cb));
  add_button (item, "user-trash-symbolic", _("Delete the Remark"), G_CALLBACK (delete_cb));
  gtk_list_box_insert (self->box, item->row, (int) self->items->len);
  g_ptr_array_add (self->items, item);
}

static void
drop_items (MaqSessionAgreed *self)
{
  for (guint i = 0; i < self->items->len; i++)
    gtk_list_box_remove (self->box, ((Item *) g_ptr_array_index (self->items, i))->row);
  g_ptr_array_set_size (self->items, 0);
}

static gboolean
has_items_of (MaqSessionAgreed *self,
              GPtrArray        *remarks)
{
  if (self->items->len != remarks->len)
    return FALSE;

  for (guint i = 0; i < remarks->len; i++)
    if (((Item *) g_ptr_array_index (self->items, i))->remark !=
        maq_remark_get_fields (g_ptr_array_index (remarks, i))->id)
      return FALSE;

  return TRUE;
}

static void
show_item (Item                  *item,
           MaqArrangement        *arrangement,
           const MaqRemarkFields *fields)
{
  g_autofree char *where = maq_remark_words_dup_place (arrangement, fields);
  g_autofree char *title = g_strjoin (" · ", maq_remark_words_get_kind (fields->kind), where,
                                      fields->author, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (item->row), title);
  maq_session_field_show (item->row);
}

void
maq_session_agreed_show (MaqSessionAgreed *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  g_autoptr(GPtrArray) remarks = g_ptr_array_new ();

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    if (is_listed (self, maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i))))
      g_ptr_array_add (remarks, maq_arrangement_get_remark (arrangement, i));

  if (!has_items_of (self, remarks))
    {
      drop_items (self);
      for (guint i = 0; i < remarks->len; i++)
        add_item (self, maq_remark_get_fields (g_ptr_array_index (remarks, i)));
    }
  for (guint i = 0; i < remarks->len; i++)
    show_item (g_ptr_array_index (self->items, i), arrangement,
               maq_remark_get_fields (g_ptr_array_index (remarks, i)));
}

/* A decision that is typed where decisions stand is agreed at once: both in one step. */
void
maq_session_agreed_commit (MaqSessionAgreed *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *author = maq_remark_words_dup_author ();
  MaqRemarkKind kind = self->state == MAQ_REMARK_AGREED ? MAQ_REMARK_DECISION
                                                        : MAQ_REMARK_QUESTION;
  MaqMove *move = NULL;

  if (*g_strstrip (text) == '\0')
    return;
  move = self->state == MAQ_REMARK_AGREED
           ? maq_move_add_agreed (author, text)
           : maq_move_add_remark (kind, MAQ_ID_NONE, MAQ_ID_NONE, 0, author, text);
  if (maq_editor_apply (self->editor, move))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
maq_session_agreed_dispose (GObject *object)
{
  MaqSessionAgreed *self = MAQ_SESSION_AGREED (object);

  if (self->items != NULL)
    drop_items (self);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (maq_session_agreed_parent_class)->dispose (object);
}

static void
maq_session_agreed_class_init (MaqSessionAgreedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_session_agreed_dispose;
}

static void
maq_session_agreed_init (MaqSessionAgreed *self)
{
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->entry = adw_entry_row_new ();
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->entry), TRUE);
  g_signal_connect_swapped (self->entry, "apply", G_CALLBACK (maq_session_agreed_commit), self);
  gtk_list_box_append (self->box, self->entry);
  gtk_widget_set_hexpand (GTK_WIDGET (self->box), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->box));
}

GtkWidget *
maq_session_agreed_new (MaqEditor      *editor,
                        MaqRemarkState  state)
{
  MaqSessionAgreed *self = g_object_new (MAQ_TYPE_SESSION_AGREED, NULL);

  self->editor = g_object_ref (editor);
  self->state = state;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 state == MAQ_REMARK_AGREED ? _("Add a decision")
                                                            : _("Add a question"));
  maq_session_agreed_show (self);
  return GTK_WIDGET (self);
}
