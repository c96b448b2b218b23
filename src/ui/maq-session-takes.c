/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-takes.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-limits.h"
#include "maq-session-field.h"

struct _MaqSessionTakes
{
  GtkBox         parent_instance;

  MaqEditor     *editor;
  MaqId          section;    /* whose takes are shown */
  GtkDropDown   *sections;
  GtkStringList *names;
  GtkListBox    *box;
  GtkWidget     *hint;       /* where nobody plays */
  GPtrArray     *items;      /* Item */
  gboolean       is_showing; /* or busy with what must not lose its row meanwhile */
  guint          show_id;    /* to be shown again when that is over, or 0 */
};

G_DEFINE_FINAL_TYPE (MaqSessionTakes, maq_session_takes, GTK_TYPE_BOX)

/* What is said of one layer in the section. */
typedef struct
{
  MaqSessionTakes *owner;
  MaqId            layer;
  GtkWidget       *row;
  GtkWidget       *state;
  GtkWidget       *number;
  GtkWidget       *note;
  gboolean         is_showing;
} Item;

static const MaqTakeFields *
find_take (Item *item)
{
  return maq_session_field_find_take (maq_editor_get_arrangement (item->owner->editor),
                                      item->owner->section, item->layer);
}

/* What is taken for the first time is take 1; what is to do again has no number. A layer that is
 * out may have its row for its take alone: the row goes when the list is done with its choice. */
static void
state_cb (Item *item)
{
  MaqSessionTakes *owner = item->owner;
  const MaqTakeFields *take = find_take (item);
  MaqTakeState state = gtk_drop_down_get_selected (GTK_DROP_DOWN (item->state));
  int number = take != NULL ? take->number : 0;

  if (item->is_showing || state >= MAQ_N_TAKE_STATES)
    return;
  if (state == MAQ_TAKE_TO_DO)
    number = 0;
  else if (number == 0)
    number = 1;
  owner->is_showing = TRUE;
  maq_editor_apply (owner->editor, maq_move_part_take (owner->section, item->layer, state, number));
  owner->is_showing = FALSE;
}

static GtkWidget *
create_state (Item *item)
{
  const char *labels[MAQ_N_TAKE_STATES + 1] = { NULL };
  GtkWidget *state = NULL;

  for (guint i = 0; i < MAQ_N_TAKE_STATES; i++)
    labels[i] = maq_take_state_get_label (i);
  state = gtk_drop_down_new_from_strings (labels);
  gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (state, _("How far the recording is"));
  maq_compat_let_wheel_pass (state);
  g_signal_connect_swapped (state, "notify::selected", G_CALLBACK (state_cb), item);
  return state;
}

static void
add_item (MaqSessionTakes *self,
          MaqLayer        *layer)
{
  Item *item = g_new0 (Item, 1);
  const MaqSessionPlace place = { .section = self->section, .layer = maq_layer_get_id (layer) };
  g_autofree char *said = g_strdup_printf (_("%s: how far the recording is"),
                                           maq_layer_get_name (layer));

  item->owner = self;
  item->layer = place.layer;
  item->row = adw_expander_row_new ();
  item->state = create_state (item);
  item->number = maq_session_field_new_number (self->editor, &maq_session_field_take, &place,
                                               _("Take"), MAQ_LIMIT_TAKES);
  item->note = maq_session_field_new_text (self->editor, &maq_session_field_take_note, &place,
                                           _("Notes"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (item->row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->state), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said, -1);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (item->row), item->state);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (item->row), item->number);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (item->row), item->note);
  gtk_list_box_append (self->box, item->row);
  g_ptr_array_add (self->items, item);
}

/* A row that goes hands over what was typed there. */
static void
drop_items (MaqSessionTakes *self)
{
  g_autoptr(GPtrArray) items = self->items;

  self->items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);

      g_signal_handlers_disconnect_by_data (item->state, item);
      gtk_list_box_remove (self->box, item->row);
    }
}

/* layers that play there, and those of which something is said all the same */
static GPtrArray *
list_layers (MaqSessionTakes *self,
             guint            section)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  GPtrArray *layers = g_ptr_array_new ();

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      MaqId id = maq_layer_get_id (layer);

      if (maq_arrangement_get_level (arrangement, section, id) > 0 ||
          maq_session_field_find_take (arrangement, self->section, id) != NULL)
        g_ptr_array_add (layers, layer);
    }
  return layers;
}

static gboolean
has_items_of (MaqSessionTakes *self,
              GPtrArray       *layers,
              MaqId            section)
{
  if (self->section != section || self->items->len != layers->len)
    return FALSE;

  for (guint i = 0; i < layers->len; i++)
    if (((Item *) g_ptr_array_index (self->items, i))->layer !=
        maq_layer_get_id (g_ptr_array_index (layers, i)))
      return FALSE;

  return TRUE;
}

static void
show_item (Item     *item,
           MaqLayer *layer)
{
  const MaqTakeFields *take = find_take (item);
  g_autofree char *words = take != NULL ? maq_take_dup_words (take) : g_strdup ("");
  g_autofree char *all = g_strjoin (" · ", words, take != NULL ? take->note : NULL, NULL);
  g_autofree char *subtitle = maq_session_field_dup_short (all);

  item->is_showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (item->row), maq_layer_get_name (layer));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (item->row), subtitle);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (item->state),
                              take != NULL ? take->state : MAQ_TAKE_TO_DO);
  maq_session_field_show (item->number);
  maq_session_field_show (item->note);
  item->is_showing = FALSE;
}

static void
show_layers (MaqSessionTakes *self,
             guint            index,
             MaqId            section)
{
  g_autoptr(GPtrArray) layers = NULL;
  MaqId before = self->section;

  self->section = section;
  layers = list_layers (self, index);
  self->section = before;
  if (!has_items_of (self, layers, section))
    {
      drop_items (self);
      self->section = section;
      for (guint i = 0; i < layers->len; i++)
        add_item (self, g_ptr_array_index (layers, i));
    }
  for (guint i = 0; i < layers->len; i++)
    show_item (g_ptr_array_index (self->items, i), g_ptr_array_index (layers, i));
  gtk_widget_set_visible (GTK_WIDGET (self->box), layers->len > 0);
  gtk_widget_set_visible (self->hint, layers->len == 0);
}

static const char *
get_name (MaqSection *section)
{
  const char *name = maq_section_get_name (section);

  return *name != '\0' ? name : maq_section_kind_get_label (maq_section_get_kind (section));
}

static gboolean
has_names_of (MaqSessionTakes *self,
              MaqArrangement  *arrangement)
{
  const guint n_sections = maq_arrangement_get_n_sections (arrangement);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->names)) != n_sections)
    return FALSE;

  for (guint i = 0; i < n_sections; i++)
    if (!g_str_equal (gtk_string_list_get_string (self->names, i),
                      get_name (maq_arrangement_get_section (arrangement, i))))
      return FALSE;

  return TRUE;
}

static void
show_names (MaqSessionTakes *self,
            MaqArrangement  *arrangement)
{
  const guint n_sections = maq_arrangement_get_n_sections (arrangement);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  if (has_names_of (self, arrangement))
    return;
  for (guint i = 0; i < n_sections; i++)
    g_ptr_array_add (names, (gpointer) get_name (maq_arrangement_get_section (arrangement, i)));
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) names->pdata);
}

static gboolean
show_cb (gpointer user_data)
{
  MaqSessionTakes *self = user_data;

  self->show_id = 0;
  maq_session_takes_show (self);
  return G_SOURCE_REMOVE;
}

void
maq_session_takes_show (MaqSessionTakes *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  int index = maq_arrangement_find_section (arrangement, self->section);

  if (self->is_showing)
    {
      if (self->show_id == 0)
        self->show_id = g_idle_add (show_cb, self);
      return;
    }
  self->is_showing = TRUE;
  show_names (self, arrangement);
  index = MAX (index, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sections),
                          maq_arrangement_get_n_sections (arrangement) > 0);
  if (maq_arrangement_get_n_sections (arrangement) > 0)
    {
      gtk_drop_down_set_selected (self->sections, (guint) index);
      show_layers (self, (guint) index,
                   maq_section_get_id (maq_arrangement_get_section (arrangement, index)));
    }
  self->is_showing = FALSE;
}

static void
section_cb (MaqSessionTakes *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  guint index = gtk_drop_down_get_selected (self->sections);

  if (self->is_showing || index >= maq_arrangement_get_n_sections (arrangement))
    return;
  self->is_showing = TRUE;
  show_layers (self, index, maq_section_get_id (maq_arrangement_get_section (arrangement, index)));
  self->is_showing = FALSE;
}

static void
maq_session_takes_dispose (GObject *object)
{
  MaqSessionTakes *self = MAQ_SESSION_TAKES (object);

  self->is_showing = TRUE;
  if (self->items != NULL)
    drop_items (self);
  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (maq_session_takes_parent_class)->dispose (object);
}

static void
maq_session_takes_class_init (MaqSessionTakesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_session_takes_dispose;
}

static void
maq_session_takes_init (MaqSessionTakes *self)
{
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->names = gtk_string_list_new (NULL);
  self->sections = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->names), NULL));
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->hint = gtk_label_new (_("Nobody plays in this section."));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sections), _("Section"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sections), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Section"), -1);
  g_signal_connect_swapped (self->sections, "notify::selected", G_CALLBACK (section_cb), self);
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sections));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (self), self->hint);
}

GtkWidget *
maq_session_takes_new (MaqEditor *editor)
{
  MaqSessionTakes *self = g_object_new (MAQ_TYPE_SESSION_TAKES, NULL);

  self->editor = g_object_ref (editor);
  self->section = maq_editor_get_selection (editor).section;
  maq_session_takes_show (self);
  return GTK_WIDGET (self);
}
