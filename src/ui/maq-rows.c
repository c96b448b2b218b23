/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-rows.h"

#include "maq-compat.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What a row keeps: whom to tell, and whether the change is our own. */
typedef struct
{
  GtkWidget     *owner;
  GtkWidget     *row;
  MaqRowFunc     func;
  GtkWidget     *control;
  GtkAdjustment *adjustment;
  char         **names;
  char          *text;         /* of an entry, as it was shown */
  MaqRowFormat   format;       /* of a slider */
  GtkWidget     *said;         /* what a slider says of its value; what unsays a stated number */
  gboolean       is_stated;
  gboolean       is_showing;
} RowData;

static const char row_data_key[] = "maq-row-data";

static void
row_data_free (gpointer data)
{
  RowData *self = data;

  g_strfreev (self->names);
  g_free (self->text);
  g_free (self);
}

static RowData *
get_data (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), row_data_key);
}

static void
changed_cb (RowData *data)
{
  if (!data->is_showing)
    data->func (data->owner, data->row);
}

static RowData *
add_row (AdwPreferencesGroup *group,
         GtkWidget           *owner,
         GtkWidget           *row,
         const char          *title,
         const char          *tooltip,
         MaqRowFunc           func)
{
  RowData *data = g_new0 (RowData, 1);

  data->owner = owner;
  data->row = row;
  data->func = func;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_tooltip_text (row, tooltip);
  g_object_set_data_full (G_OBJECT (row), row_data_key, data, row_data_free);
  adw_preferences_group_add (group, row);
  return data;
}

AdwPreferencesGroup *
maq_rows_add_group (GtkWidget  *page,
                    const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (page), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
show_text (GtkWidget  *row,
           const char *text)
{
  RowData *data = get_data (row);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text != NULL ? text : "") == 0)
    return;
  /* the apply button belongs to what the user types, not to what is shown */
  data->is_showing = TRUE;
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  data->is_showing = FALSE;
}

/* Gives back what stood there; the key goes on to the window, which takes the focus away. */
static gboolean
escape_cb (GtkWidget *row,
           GVariant  *args,
           gpointer   user_data)
{
  show_text (row, get_data (row)->text);
  return FALSE;
}

static void
add_escape (GtkWidget *row)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                            gtk_callback_action_new (escape_cb, NULL, NULL));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (row, controller);
}

GtkWidget *
maq_rows_add_entry (AdwPreferencesGroup *group,
                    GtkWidget           *owner,
                    const char          *title,
                    const char          *tooltip,
                    MaqRowFunc           func)
{
  GtkWidget *row = adw_entry_row_new ();
  RowData *data = add_row (group, owner, row, title, tooltip, func);

  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  data->control = row;
  add_escape (row);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (changed_cb), data);
  return row;
}

void
maq_rows_show_text (GtkWidget  *row,
                    const char *text)
{
  RowData *data = get_data (row);

  if (g_strcmp0 (data->text, text) != 0)
    {
      g_free (data->text);
      data->text = g_strdup (text);
    }
  show_text (row, text);
}

const char *
maq_rows_get_text (GtkWidget *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return *text == '\0' ? NULL : text;
}

static void
add_control (GtkWidget *row,
             RowData   *data,
             GtkWidget *control)
{
  data->control = control;
  maq_compat_let_wheel_pass (control);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  /* the row's title names it, too; a label besides would be read twice */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
}

GtkWidget *
maq_rows_add_spin (AdwPreferencesGroup *group,
                   GtkWidget           *owner,
                   const char          *title,
                   const char          *tooltip,
                   double               lowest,
                   double               highest,
                   double               step,
                   guint                n_digits,
                   MaqRowFunc           func)
{
  GtkWidget *row = adw_action_row_new ();
  RowData *data = add_row (group, owner, row, title, tooltip, func);

  data->adjustment = gtk_adjustment_new (lowest, lowest, highest, step, step * 4, 0);
  add_control (row, data, gtk_spin_button_new (data->adjustment, step, n_digits));
  g_signal_connect_swapped (data->adjustment, "value-changed", G_CALLBACK (changed_cb), data);
  return row;
}

/* The mark keeps a minus before its number where one reads from right to left. */
static char *
dup_scale_value (GtkScale *scale,
                 double    value,
                 gpointer  data)
{
  return g_strdup_printf ("\u200e%.*f", gtk_scale_get_digits (scale), value);
}

GtkWidget *
maq_rows_add_scale (AdwPreferencesGroup *group,
                    GtkWidget           *owner,
                    const char          *title,
                    const char          *tooltip,
                    double               lowest,
                    double               highest,
                    double               step,
                    MaqRowFunc           func)
{
  GtkWidget *row = adw_action_row_new ();
  RowData *data = add_row (group, owner, row, title, tooltip, func);
  GtkWidget *scale;

  data->adjustment = gtk_adjustment_new (lowest, lowest, highest, step, step * 4, 0);
  scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, data->adjustment);
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  gtk_scale_set_digits (GTK_SCALE (scale), step < 1 ? 2 : 0);
  gtk_scale_set_has_origin (GTK_SCALE (scale), lowest >= 0);
  gtk_scale_set_format_value_func (GTK_SCALE (scale), dup_scale_value, NULL, NULL);
  gtk_widget_set_size_request (scale, 168, -1);
  add_control (row, data, scale);
  g_signal_connect_swapped (data->adjustment, "value-changed", G_CALLBACK (changed_cb), data);
  return row;
}

static void
say_value (RowData *data)
{
  g_autofree char *text = data->format (gtk_adjustment_get_value (data->adjustment));

  gtk_label_set_label (GTK_LABEL (data->said), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (data->control),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static GtkWidget *
create_end (const char *words,
            GtkAlign    align)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_halign (label, align);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "slider-end");
  return label;
}

/* Title and value, the scale, and below it what its ends mean. */
static GtkWidget *
create_slider_content (RowData    *data,
                       const char *title,
                       const char *low,
                       const char *high)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (title);

  gtk_widget_set_halign (name, GTK_ALIGN_START);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (data->said, "slider-value");
  gtk_box_append (GTK_BOX (top), name);
  gtk_box_append (GTK_BOX (top), data->said);
  gtk_box_append (GTK_BOX (ends), create_end (low, GTK_ALIGN_START));
  gtk_box_append (GTK_BOX (ends), create_end (high, GTK_ALIGN_END));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), data->control);
  gtk_box_append (GTK_BOX (box), ends);
  gtk_widget_add_css_class (box, "slider");
  return box;
}

GtkWidget *
maq_rows_add_slider (AdwPreferencesGroup *group,
                     GtkWidget           *owner,
                     const char          *title,
                     const char          *tooltip,
                     double               lowest,
                     double               highest,
                     double               usual,
                     const char          *low,
                     const char          *high,
                     MaqRowFormat         format,
                     MaqRowFunc           func)
{
  GtkWidget *row = adw_preferences_row_new ();
  RowData *data = add_row (group, owner, row, title, tooltip, func);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  data->format = format;
  data->said = gtk_label_new (NULL);
  data->adjustment = gtk_adjustment_new (usual, lowest, highest, 0.05, 0.2, 0);
  data->control = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, data->adjustment);
  maq_compat_let_wheel_pass (data->control);
  gtk_scale_set_digits (GTK_SCALE (data->control), 2);
  gtk_scale_set_has_origin (GTK_SCALE (data->control), FALSE);
  if (usual > lowest)
    gtk_scale_add_mark (GTK_SCALE (data->control), usual, GTK_POS_TOP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (data->control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              create_slider_content (data, title, low, high));
  say_value (data);
  g_signal_connect_swapped (data->adjustment, "value-changed", G_CALLBACK (say_value), data);
  g_signal_connect_swapped (data->adjustment, "value-changed", G_CALLBACK (changed_cb), data);
  return row;
}

void
maq_rows_keep_sides (GtkWidget *row)
{
  RowData *data = get_data (row);

  maq_compat_keep_left_to_right (data->control);
  maq_compat_keep_left_to_right (gtk_widget_get_next_sibling (data->control));
}

void
maq_rows_show_value (GtkWidget *row,
                     double     value)
{
  RowData *data = get_data (row);

  data->is_showing = TRUE;
  gtk_adjustment_set_value (data->adjustment, value);
  data->is_showing = FALSE;
}

void
maq_rows_show_mixed (GtkWidget *row,
                     double     lowest,
                     double     highest)
{
  RowData *data = get_data (row);
  gboolean is_mixed = lowest < highest;
  g_autofree char *text = NULL;

  if (is_mixed)
    /* Translators: the lowest and the highest of several numbers: "3 to 8" */
    text = g_strdup_printf (_("%d to %d"), (int) lowest, (int) highest);
  gtk_scale_set_draw_value (GTK_SCALE (data->control), !is_mixed);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (is_mixed)
    gtk_accessible_update_property (GTK_ACCESSIBLE (data->control),
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (data->control),
                                   GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
  maq_rows_show_value (row, is_mixed ? floor ((lowest + highest) / 2) : lowest);
}

static void
show_stated (RowData *data)
{
  if (data->is_stated)
    gtk_widget_remove_css_class (data->control, "inherited");
  else
    gtk_widget_add_css_class (data->control, "inherited");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (data->row), data->is_stated ? NULL : data->text);
  gtk_widget_set_visible (data->said, data->is_stated);
}

static void
stated_cb (RowData *data)
{
  if (data->is_showing)
    return;
  data->is_stated = TRUE;
  show_stated (data);
  changed_cb (data);
}

static void
unsay_cb (RowData *data)
{
  data->is_stated = FALSE;
  show_stated (data);
  changed_cb (data);
}

GtkWidget *
maq_rows_add_stated (AdwPreferencesGroup *group,
                     GtkWidget           *owner,
                     const char          *title,
                     const char          *tooltip,
                     double               lowest,
                     double               highest,
                     MaqRowFunc           func)
{
  GtkWidget *row = adw_action_row_new ();
  RowData *data = add_row (group, owner, row, title, tooltip, func);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  data->said = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (data->said, _("Take It Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (data->said), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_valign (data->said, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (data->said, "flat");
  g_signal_connect_swapped (data->said, "clicked", G_CALLBACK (unsay_cb), data);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), data->said);
  data->adjustment = gtk_adjustment_new (lowest, lowest, highest, 1, 5, 0);
  add_control (row, data, gtk_spin_button_new (data->adjustment, 1, 0));
  g_signal_connect_swapped (data->adjustment, "value-changed", G_CALLBACK (stated_cb), data);
  return row;
}

void
maq_rows_show_stated (GtkWidget  *row,
                      MaqStated   own,
                      double      inherited,
                      const char *words)
{
  RowData *data = get_data (row);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  /* Translators: name of a button: "Swing: As the style has it" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), title, words);

  if (g_strcmp0 (data->text, words) != 0)
    {
      g_free (data->text);
      data->text = g_strdup (words);
    }
  gtk_widget_set_tooltip_text (data->said, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (data->said), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (data->control),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, own.is_set ? "" : words, -1);
  data->is_stated = own.is_set;
  maq_rows_show_value (row, maq_stated_or (own, inherited));
  show_stated (data);
}

MaqStated
maq_rows_get_stated (GtkWidget *row)
{
  return get_data (row)->is_stated ? maq_stated (maq_rows_get_value (row)) : MAQ_UNSTATED;
}

/* Hundredths: steps that are added up shall not show in files. */
double
maq_rows_get_value (GtkWidget *row)
{
  return round (gtk_adjustment_get_value (get_data (row)->adjustment) * 100) / 100;
}

GtkWidget *
maq_rows_add_choice (AdwPreferencesGroup *group,
                     GtkWidget           *owner,
                     const char          *title,
                     const char          *tooltip,
                     gboolean             is_searched,
                     MaqRowFunc           func)
{
  GtkWidget *row = adw_action_row_new ();
  RowData *data = add_row (group, owner, row, title, tooltip, func);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (NULL, expression);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), is_searched);
  gtk_widget_add_css_class (choice, "choice");
  add_control (row, data, choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (choice)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (changed_cb), data);
  return row;
}

void
maq_rows_show_choices (GtkWidget         *row,
                       const char *const *names,
                       guint              selected)
{
  RowData *data = get_data (row);

  data->is_showing = TRUE;
  if (data->names == NULL || !g_strv_equal ((const char *const *) data->names, names))
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (names);

      gtk_drop_down_set_model (GTK_DROP_DOWN (data->control), G_LIST_MODEL (list));
      g_strfreev (data->names);
      data->names = g_strdupv ((char **) names);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (data->control), selected);
  data->is_showing = FALSE;
}

void
maq_rows_show_no_choice (GtkWidget *row)
{
  RowData *data = get_data (row);

  data->is_showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (data->control), GTK_INVALID_LIST_POSITION);
  data->is_showing = FALSE;
}

guint
maq_rows_get_choice (GtkWidget *row)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (get_data (row)->control));
}

void
maq_rows_show_detail (GtkWidget  *row,
                      const char *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

void
maq_rows_focus (GtkWidget *row)
{
  gtk_widget_grab_focus (get_data (row)->control);
}

GtkWidget *
maq_rows_add_not_measured (AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Show Arcs"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Not measured"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("It is measured while arcs are shown"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.arcs");
  gtk_widget_set_tooltip_text (button, _("Show Arcs (Shift+F7)"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  return row;
}
