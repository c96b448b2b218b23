/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-field.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-limits.h"

#define TEXT_HEIGHT 56
#define MENU_HEIGHT 320
#define SHORT_CHARS 90

/*
 * control: what is typed into: an entry row, a text buffer, an adjustment, a switch
 * gesture: grows each time that the row gets the focus
 * is_showing: the change is our own
 */
typedef struct
{
  MaqEditor                  *editor;
  const MaqSessionFieldClass *field_class;
  MaqSessionPlace             place;
  GObject                    *control;
  MaqSessionSuggest           suggest;
  guint                       gesture;
  gboolean                    is_showing;
} Field;

static const char field_key[] = "maq-session-field";

static void
field_free (gpointer data)
{
  Field *self = data;

  g_object_unref (self->editor);
  g_free (self);
}

static Field *
get_field (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), field_key);
}

/* ---- what stands there ---- */

static MaqMove *
make_text (const MaqSessionPlace *place,
           const char            *text)
{
  return maq_move_session_text (place->which, text);
}

static char *
dup_text (MaqProject            *root,
          const MaqSessionPlace *place)
{
  return g_strdup (maq_session_get_text (maq_project_get_fields (root)->session, place->which));
}

const MaqSessionFieldClass maq_session_field_text = { make_text, dup_text };

static const MaqSessionRowFields *
find_row (MaqProject            *root,
          const MaqSessionPlace *place)
{
  MaqSession *session = maq_project_get_fields (root)->session;
  int index = maq_session_find_row (session, place->list, place->row);

  return index < 0 ? NULL : maq_session_row_get_fields (maq_session_get_row (session, place->list,
                                                                             index));
}

static MaqMove *
make_row_text (const MaqSessionPlace *place,
               const char            *text)
{
  return maq_move_session_row_text (place->list, place->row, place->which, text);
}

static char *
dup_row_text (MaqProject            *root,
              const MaqSessionPlace *place)
{
  const MaqSessionRowFields *fields = find_row (root, place);

  return fields != NULL ? g_strdup (fields->texts[place->which]) : NULL;
}

const MaqSessionFieldClass maq_session_field_row_text = { make_row_text, dup_row_text };

static int
read_number (const char *text)
{
  return (int) g_ascii_strtoll (text, NULL, 10);
}

static MaqMove *
make_channel (const MaqSessionPlace *place,
              const char            *text)
{
  return maq_move_input_channel (place->row, read_number (text));
}

static char *
dup_channel (MaqProject            *root,
             const MaqSessionPlace *place)
{
  const MaqSessionRowFields *fields = find_row (root, place);

  return fields != NULL ? g_strdup_printf ("%d", fields->channel) : NULL;
}

const MaqSessionFieldClass maq_session_field_channel = { make_channel, dup_channel };

static MaqMove *
make_switch (const MaqSessionPlace *place,
             const char            *text)
{
  return maq_move_input_switch (place->row, place->which, *text == '1');
}

static char *
dup_switch (MaqProject            *root,
            const MaqSessionPlace *place)
{
  const MaqSessionRowFields *fields = find_row (root, place);

  return g_strdup (fields != NULL && fields->switches[place->which] ? "1" : "0");
}

const MaqSessionFieldClass maq_session_field_switch = { make_switch, dup_switch };

const MaqTakeFields *
maq_session_field_find_take (MaqArrangement *arrangement,
                             MaqId           section,
                             MaqId           layer)
{
  MaqVec *takes = maq_arrangement_get_fields (arrangement)->takes;

  for (guint i = 0; takes != NULL && i < maq_vec_get_length (takes); i++)
    {
      const MaqTakeFields *fields = maq_take_get_fields (maq_vec_get (takes, i));

      if (fields->section == section && fields->layer == layer)
        return fields;
    }

  return NULL;
}

static const MaqTakeFields *
find_take (MaqProject            *root,
           const MaqSessionPlace *place)
{
  return maq_session_field_find_take (maq_project_get_arrangement (root), place->section,
                                      place->layer);
}

/* A take that has a number has been taken; `which` is its state. */
static MaqMove *
make_take (const MaqSessionPlace *place,
           const char            *text)
{
  MaqTakeState state = place->which;

  if (state == MAQ_TAKE_TO_DO && read_number (text) > 0)
    state = MAQ_TAKE_TAKEN;
  return maq_move_part_take (place->section, place->layer, state, read_number (text));
}

static char *
dup_take (MaqProject            *root,
          const MaqSessionPlace *place)
{
  const MaqTakeFields *fields = find_take (root, place);

  return fields != NULL ? g_strdup_printf ("%d", fields->number) : NULL;
}

const MaqSessionFieldClass maq_session_field_take = { make_take, dup_take };

static MaqMove *
make_take_note (const MaqSessionPlace *place,
                const char            *text)
{
  return maq_move_part_take_note (place->section, place->layer, text);
}

static char *
dup_take_note (MaqProject            *root,
               const MaqSessionPlace *place)
{
  const MaqTakeFields *fields = find_take (root, place);

  return fields != NULL ? g_strdup (fields->note) : NULL;
}

const MaqSessionFieldClass maq_session_field_take_note = { make_take_note, dup_take_note };

const MaqRemarkFields *
maq_session_field_find_remark (MaqArrangement *arrangement,
                               MaqId           id)
{
  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    {
      const MaqRemarkFields *fields
        = maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));

      if (fields->id == id)
        return fields;
    }

  return NULL;
}

/* A remark can't be empty: while it is typed anew, it stays as it was. */
static MaqMove *
make_remark (const MaqSessionPlace *place,
             const char            *text)
{
  return *text != '\0' ? maq_move_remark_text (place->row, text) : NULL;
}

static char *
dup_remark (MaqProject            *root,
            const MaqSessionPlace *place)
{
  const MaqRemarkFields *fields
    = maq_session_field_find_remark (maq_project_get_arrangement (root), place->row);

  return fields != NULL ? g_strdup (fields->text) : NULL;
}

const MaqSessionFieldClass maq_session_field_remark = { make_remark, dup_remark };

/* ---- typing ---- */

static void
apply_text (Field      *self,
            const char *text)
{
  g_autofree char *gesture = g_strdup_printf ("session-%p-%u", (gpointer) self, self->gesture);
  MaqSessionPlace place = self->place;
  const MaqTakeFields *take = NULL;
  MaqMove *move = NULL;

  if (self->is_showing)
    return;
  if (self->field_class == &maq_session_field_take)
    take = find_take (maq_editor_get_root (self->editor), &place);
  if (take != NULL)
    place.which = take->state;
  move = self->field_class->make (&place, text);
  if (move == NULL)
    return;
  /* each letter anew from what stood there before the first: a contact who is called Ann while
   * Anna becomes Annette does not take over what Ann plays */
  maq_editor_turn_by (self->editor, gesture, 0);
  maq_editor_turn (self->editor, move);
}

static char *
dup_typed (Field *self)
{
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (self->control))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control)));
  if (GTK_IS_ADJUSTMENT (self->control))
    return g_strdup_printf ("%d",
                            (int) gtk_adjustment_get_value (GTK_ADJUSTMENT (self->control)));
  if (GTK_IS_SWITCH (self->control))
    return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->control)) ? "1" : "0");

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->control), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->control), &start, &end, FALSE);
}

static void
typed_cb (Field *self)
{
  g_autofree char *text = dup_typed (self);

  apply_text (self, text);
}

void
maq_session_field_show (GtkWidget *row)
{
  Field *self = get_field (row);
  g_autofree char *said = self->field_class->dup (maq_editor_get_root (self->editor),
                                                  &self->place);
  g_autofree char *typed = dup_typed (self);
  const char *text = said != NULL ? said : "";

  if (g_str_equal (text, typed))
    return;

  self->is_showing = TRUE;
  if (GTK_IS_EDITABLE (self->control))
    gtk_editable_set_text (GTK_EDITABLE (self->control), text);
  else if (GTK_IS_ADJUSTMENT (self->control))
    gtk_adjustment_set_value (GTK_ADJUSTMENT (self->control), read_number (text));
  else if (GTK_IS_SWITCH (self->control))
    gtk_switch_set_active (GTK_SWITCH (self->control), *text == '1');
  else
    gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self->control), text, -1);
  self->is_showing = FALSE;
}

static void
focus_in_cb (Field *self)
{
  self->gesture++;
}

/* What was refused gives way to what stands there. */
static void
focus_out_cb (GtkWidget *row)
{
  maq_session_field_show (row);
}

/* @control: borrowed; it belongs to the row */
static Field *
add_field (GtkWidget                  *row,
           GObject                    *control,
           MaqEditor                  *editor,
           const MaqSessionFieldClass *field_class,
           const MaqSessionPlace      *place,
           const char                 *title)
{
  Field *self = g_new0 (Field, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = g_object_ref (editor);
  self->field_class = field_class;
  self->place = *place;
  self->control = control;
  g_object_set_data_full (G_OBJECT (row), field_key, self, field_free);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_in_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_out_cb), row);
  gtk_widget_add_controller (row, focus);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  maq_session_field_show (row);
  return self;
}

/* ---- suggestions ---- */

static void
suggested_cb (GtkListBox    *box,
              GtkListBoxRow *chosen,
              GtkWidget     *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (chosen);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (box), GTK_TYPE_POPOVER);

  get_field (row)->gesture++;
  gtk_editable_set_text (GTK_EDITABLE (row), gtk_label_get_label (GTK_LABEL (label)));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
fill_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  GtkWidget *row = user_data;
  Field *self = get_field (row);
  g_auto(GStrv) names = self->suggest (self->editor);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_list_box_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (names[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_list_box_append (GTK_LIST_BOX (box), label);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  g_signal_connect_object (box, "row-activated", G_CALLBACK (suggested_cb), row, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MENU_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "menu");
  gtk_menu_button_set_popover (button, popover);
}

static void
add_suggestions (GtkWidget  *row,
                 const char *title)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *said = g_strdup_printf (_("%s: Choose"), title);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu, row, NULL);
  maq_compat_hush_tooltip (GTK_MENU_BUTTON (button));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

/* ---- rows ---- */

GtkWidget *
maq_session_field_new_entry (MaqEditor                  *editor,
                             const MaqSessionFieldClass *field_class,
                             const MaqSessionPlace      *place,
                             const char                 *title,
                             MaqSessionSuggest           suggest)
{
  GtkWidget *row = adw_entry_row_new ();
  Field *self = add_field (row, G_OBJECT (row), editor, field_class, place, title);

  self->suggest = suggest;
  if (suggest != NULL)
    add_suggestions (row, title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), self);
  return row;
}

static GtkWidget *
create_view (const char *title)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, TEXT_HEIGHT);
  maq_compat_fit_text (GTK_TEXT_VIEW (view));
  gtk_widget_add_css_class (view, "session-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return view;
}

GtkWidget *
maq_session_field_new_text (MaqEditor                  *editor,
                            const MaqSessionFieldClass *field_class,
                            const MaqSessionPlace      *place,
                            const char                 *title)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *view = create_view (title);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  Field *self = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "session-text-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  self = add_field (row, G_OBJECT (buffer), editor, field_class, place, title);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (typed_cb), self);
  return row;
}

static void
add_control (GtkWidget *row,
             GtkWidget *control)
{
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  maq_compat_let_wheel_pass (control);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
}

GtkWidget *
maq_session_field_new_number (MaqEditor                  *editor,
                              const MaqSessionFieldClass *field_class,
                              const MaqSessionPlace      *place,
                              const char                 *title,
                              int                         highest)
{
  GtkWidget *row = adw_action_row_new ();
  GtkAdjustment *adjustment = gtk_adjustment_new (0, 0, highest, 1, 10, 0);
  Field *self = NULL;

  add_control (row, gtk_spin_button_new (adjustment, 1, 0));
  self = add_field (row, G_OBJECT (adjustment), editor, field_class, place, title);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (typed_cb), self);
  return row;
}

GtkWidget *
maq_session_field_new_switch (MaqEditor                  *editor,
                              const MaqSessionFieldClass *field_class,
                              const MaqSessionPlace      *place,
                              const char                 *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();
  Field *self = NULL;

  add_control (row, control);
  self = add_field (row, G_OBJECT (control), editor, field_class, place, title);
  g_signal_connect_swapped (control, "notify::active", G_CALLBACK (typed_cb), self);
  return row;
}

char *
maq_session_field_dup_short (const char *text)
{
  const char *end = text;
  char *result = NULL;

  for (guint i = 0; i < SHORT_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  result = g_strdup_printf ("%.*s%s", (int) (end - text), text, *end != '\0' ? "…" : "");
  return g_strdelimit (result, "\n\t", ' ');
}
