/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-rows.h"

#include <glib/gi18n-lib.h>

#include "maq-input-usual.h"
#include "maq-limits.h"
#include "maq-session-field.h"
#include "maq-session-plays.h"

struct _MaqSessionRows
{
  GtkBox          parent_instance;

  MaqEditor      *editor;
  MaqSessionList  list;
  GtkListBox     *box;
  GtkWidget      *hint;    /* while there are no rows */
  GPtrArray      *items;   /* Item, as the rows stand */
};

G_DEFINE_FINAL_TYPE (MaqSessionRows, maq_session_rows, GTK_TYPE_BOX)

/* A row; what it unfolds to is made when that is first asked for. */
typedef struct
{
  MaqSessionRows *owner;
  MaqId           id;
  GtkWidget      *row;     /* owned */
  GPtrArray      *fields;  /* borrowed from the row; NULL before it is unfolded */
  GtkWidget      *plays;   /* of a contact */
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->fields, g_ptr_array_unref);
  g_object_unref (item->row);
  g_free (item);
}

static MaqSession *
get_session (MaqSessionRows *self)
{
  return maq_project_get_fields (maq_editor_get_root (self->editor))->session;
}

/* ---- what can be done to a row ---- */

static int
find_index (Item *item)
{
  return maq_session_find_row (get_session (item->owner), item->owner->list, item->id);
}

static gboolean
move_by (Item *item,
         int   by)
{
  MaqSessionRows *self = item->owner;
  GtkWidget *row = item->row;
  int to = find_index (item) + by;

  if (to < 0 || to >= (int) maq_session_get_n_rows (get_session (self), self->list))
    return TRUE;
  maq_editor_apply (self->editor, maq_move_place_session_row (self->list, item->id, to));
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
up_cb (Item *item)
{
  move_by (item, -1);
}

static void
down_cb (Item *item)
{
  move_by (item, 1);
}

/* The focus goes to the row that takes its place, or to the one above. */
static void
delete_cb (Item *item)
{
  MaqSessionRows *self = item->owner;
  int index = find_index (item);

  if (!maq_editor_apply (self->editor, maq_move_delete_session_row (self->list, item->id)))
    return;
  index = MIN (index, (int) self->items->len - 1);
  if (index >= 0)
    gtk_widget_child_focus (((Item *) g_ptr_array_index (self->items, index))->row,
                            GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static gboolean
key_cb (GtkWidget *row,
        GVariant  *by,
        gpointer   user_data)
{
  Item *item = g_object_get_data (G_OBJECT (row), "item");

  if (g_variant_get_int32 (by) == 0)
    delete_cb (item);
  else
    move_by (item, g_variant_get_int32 (by));
  return TRUE;
}

static void
add_keys (GtkWidget *row)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    int             by;
  } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, -1 },
    { GDK_KEY_Down, GDK_ALT_MASK, 1 },
    { GDK_KEY_Delete, GDK_ALT_MASK, 0 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut
        = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                            gtk_callback_action_new (key_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (row, controller);
}

static void
add_button (Item       *item,
            const char *icon,
            const char *said,
            const char *tooltip,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, item);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (item->row), button);
}

/* ---- what a row unfolds to ---- */

static char **
suggest_microphones (MaqEditor *editor)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; maq_input_usual_get_microphone (i) != NULL; i++)
    g_ptr_array_add (names, g_strdup (maq_input_usual_get_microphone (i)));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static char **
suggest_layers (MaqEditor *editor)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    g_ptr_array_add (names, g_strdup (maq_layer_get_name (
                                        maq_arrangement_get_layer (arrangement, i))));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static void
add_field (Item      *item,
           GtkWidget *field)
{
  g_ptr_array_add (item->fields, field);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (item->row), field);
}

static void
add_texts (Item *item)
{
  MaqSessionRows *self = item->owner;
  const guint n_texts = maq_session_list_get_n_texts (self->list);

  for (guint i = 0; i < n_texts; i++)
    {
      const MaqSessionPlace place = { .list = self->list, .row = item->id, .which = i };
      const char *title = maq_session_list_get_text_label (self->list, i);
      MaqSessionSuggest suggest = NULL;

      if (self->list == MAQ_SESSION_INPUTS && i == MAQ_INPUT_LAYER)
        suggest = suggest_layers;
      if (self->list == MAQ_SESSION_INPUTS && i == MAQ_INPUT_MICROPHONE)
        suggest = suggest_microphones;
      if (i + 1 < n_texts)
        add_field (item, maq_session_field_new_entry (self->editor, &maq_session_field_row_text,
                                                      &place, title, suggest));
      else
        add_field (item, maq_session_field_new_text (self->editor, &maq_session_field_row_text,
                                                     &place, title));
    }
}

static void
add_numbers (Item *item)
{
  MaqSessionPlace place = { .list = MAQ_SESSION_INPUTS, .row = item->id };

  add_field (item, maq_session_field_new_number (item->owner->editor, &maq_session_field_channel,
                                                 &place, _("Channel"), MAQ_LIMIT_CHANNELS));
  for (place.which = 0; place.which < MAQ_N_INPUT_SWITCHES; place.which++)
    add_field (item, maq_session_field_new_switch (item->owner->editor,
                                                   &maq_session_field_switch, &place,
                                                   maq_input_switch_get_label (place.which)));
}

static void
unfold (Item *item)
{
  MaqSessionRows *self = item->owner;

  if (item->fields != NULL)
    return;
  item->fields = g_ptr_array_new ();
  add_texts (item);
  if (self->list == MAQ_SESSION_INPUTS)
    add_numbers (item);
  if (self->list != MAQ_SESSION_CONTACTS)
    return;

  item->plays = maq_session_plays_new (self->editor);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (item->row), item->plays);
  maq_session_plays_show (MAQ_SESSION_PLAYS (item->plays), item->id);
}

static void
expanded_cb (Item *item)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (item->row)))
    unfold (item);
}

/* ---- rows ---- */

static char *
dup_title (const MaqSessionRowFields *fields)
{
  const char *name = fields->texts[0] != NULL ? fields->texts[0] : _("Untitled");

  return fields->channel > 0 ? g_strdup_printf ("%d · %s", fields->channel, name)
                             : g_strdup (name);
}

/* all that is said, but the name */
static char *
dup_subtitle (MaqSessionRows            *self,
              const MaqSessionRowFields *fields)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 1; i < maq_session_list_get_n_texts (self->list); i++)
    if (fields->texts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", fields->texts[i]);
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    if (fields->switches[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                              maq_input_switch_get_label (i));
  return maq_session_field_dup_short (text->str);
}

static void
show_item (Item                      *item,
           const MaqSessionRowFields *fields)
{
  g_autofree char *title = dup_title (fields);
  g_autofree char *subtitle = dup_subtitle (item->owner, fields);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (item->row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (item->row), subtitle);
  for (guint i = 0; item->fields != NULL && i < item->fields->len; i++)
    maq_session_field_show (g_ptr_array_index (item->fields, i));
  if (item->plays != NULL)
    maq_session_plays_show (MAQ_SESSION_PLAYS (item->plays), item->id);
}

static Item *
item_new (MaqSessionRows *self,
          MaqId           id)
{
  Item *item = g_new0 (Item, 1);

  item->owner = self;
  item->id = id;
  item->row = g_object_ref_sink (adw_expander_row_new ());
  g_object_set_data (G_OBJECT (item->row), "item", item);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (item->row), FALSE);
  add_button (item, "user-trash-symbolic", _("Delete"), _("Delete (Alt+Delete)"),
              G_CALLBACK (delete_cb));
  add_button (item, "go-down-symbolic", _("Lower"), _("Lower (Alt+Down)"),
              G_CALLBACK (down_cb));
  add_button (item, "go-up-symbolic", _("Higher"), _("Higher (Alt+Up)"), G_CALLBACK (up_cb));
  add_keys (item->row);
  g_signal_connect_swapped (item->row, "notify::expanded", G_CALLBACK (expanded_cb), item);
  return item;
}

static guint
find_item (MaqSessionRows *self,
           MaqId           id)
{
  guint i = 0;

  while (i < self->items->len && ((Item *) g_ptr_array_index (self->items, i))->id != id)
    i++;
  return i;
}

static void
drop_item (MaqSessionRows *self,
           guint           index)
{
  Item *item = g_ptr_array_index (self->items, index);

  g_signal_handlers_disconnect_by_data (item->row, item);
  gtk_list_box_remove (self->box, item->row);
  g_ptr_array_remove_index (self->items, index);
}

/* rows of which nothing is there any more */
static void
drop_lost (MaqSessionRows *self)
{
  for (guint i = self->items->len; i-- > 0;)
    if (find_index (g_ptr_array_index (self->items, i)) < 0)
      drop_item (self, i);
}

/* the row of this id comes to stand at @index */
static Item *
place_item (MaqSessionRows *self,
            MaqId           id,
            guint           index)
{
  guint from = find_item (self, id);
  Item *item = from < self->items->len ? g_ptr_array_index (self->items, from)
                                       : item_new (self, id);

  if (from == index && from < self->items->len)
    return item;
  if (from < self->items->len)
    {
      gtk_list_box_remove (self->box, item->row);
      g_ptr_array_steal_index (self->items, from);
    }
  gtk_list_box_insert (self->box, item->row, (int) index);
  g_ptr_array_insert (self->items, (int) index, item);
  return item;
}

void
maq_session_rows_show (MaqSessionRows *self)
{
  MaqSession *session = get_session (self);
  const guint n_rows = maq_session_get_n_rows (session, self->list);

  drop_lost (self);
  for (guint i = 0; i < n_rows; i++)
    {
      MaqSessionRow *row = maq_session_get_row (session, self->list, i);

      show_item (place_item (self, maq_session_row_get_id (row), i),
                 maq_session_row_get_fields (row));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->box), n_rows > 0);
  gtk_widget_set_visible (self->hint, n_rows == 0);
}

void
maq_session_rows_add (MaqSessionRows *self)
{
  Item *item = NULL;

  if (!maq_editor_apply (self->editor, maq_move_add_session_row (self->list, NULL)))
    return;
  item = g_ptr_array_index (self->items, self->items->len - 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (item->row), TRUE);
  unfold (item);
  gtk_widget_grab_focus (g_ptr_array_index (item->fields, 0));
}

static void
maq_session_rows_dispose (GObject *object)
{
  MaqSessionRows *self = MAQ_SESSION_ROWS (object);

  while (self->items != NULL && self->items->len > 0)
    drop_item (self, self->items->len - 1);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (maq_session_rows_parent_class)->dispose (object);
}

static void
maq_session_rows_class_init (MaqSessionRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_session_rows_dispose;
}

static void
maq_session_rows_init (MaqSessionRows *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->hint = gtk_label_new (NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (self), self->hint);
}

GtkWidget *
maq_session_rows_new (MaqEditor      *editor,
                      MaqSessionList  list)
{
  static const char *const hints[MAQ_N_SESSION_LISTS] = {
    [MAQ_SESSION_INPUTS] = N_("No inputs yet. Fill from Layers proposes what is usual for each "
                              "of them."),
    [MAQ_SESSION_RECALL] = N_("Nothing to recall yet: devices, how they were set, photos."),
    [MAQ_SESSION_CONTACTS] = N_("Nobody yet: players, engineer, assistant."),
  };
  MaqSessionRows *self = g_object_new (MAQ_TYPE_SESSION_ROWS, NULL);

  self->editor = g_object_ref (editor);
  self->list = list;
  gtk_label_set_label (GTK_LABEL (self->hint), _(hints[list]));
  maq_session_rows_show (self);
  return GTK_WIDGET (self);
}
