/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-list.h"

#include <glib/gi18n-lib.h>

#include "maq-export-options.h"

static const char kind_key[] = "maq-export-kind";
static const char check_key[] = "maq-export-check";
static const char revealer_key[] = "maq-export-revealer";

struct _MaqExportList
{
  AdwBin           parent_instance;

  MaqExportChoice *choice;
  GtkListBox      *list;
  guint            selected;
};

enum
{
  CHANGED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqExportList, maq_export_list, ADW_TYPE_BIN)

static guint
get_kind (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), kind_key));
}

static void
say_changed (gpointer user_data)
{
  g_signal_emit (user_data, signals[CHANGED], 0);
}

/* How sound is written matters only where some is. */
static void
update_sensitivity (MaqExportList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      GtkRevealer *revealer = g_object_get_data (G_OBJECT (row), revealer_key);
      GtkWidget *options = gtk_revealer_get_child (revealer);

      if (options != NULL && maq_export_get_kind (get_kind (row))->wish != NULL)
        gtk_widget_set_sensitive (options, maq_export_choice_sounds (self->choice));
    }
}

static void
toggled_cb (MaqExportList  *self,
            GtkCheckButton *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);

  maq_export_choice_get_pick (self->choice, get_kind (GTK_LIST_BOX_ROW (row)))->is_chosen =
    gtk_check_button_get_active (check);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  update_sensitivity (self);
  say_changed (self);
}

/* The options are made when they are first looked at: all of them would take a while. */
static void
reveal_options (MaqExportList *self,
                GtkListBoxRow *row,
                gboolean       is_revealed)
{
  GtkRevealer *revealer = g_object_get_data (G_OBJECT (row), revealer_key);

  if (is_revealed && gtk_revealer_get_child (revealer) == NULL)
    gtk_revealer_set_child (revealer,
                            maq_export_options_new (self->choice, get_kind (row), say_changed,
                                                    GTK_WIDGET (self)));
  update_sensitivity (self);
  gtk_revealer_set_reveal_child (revealer, is_revealed);
}

static void
selected_cb (MaqExportList *self,
             GtkListBoxRow *selected)
{
  GtkListBoxRow *row;

  if (selected == NULL)
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    reveal_options (self, row, row == selected);
  self->selected = get_kind (selected);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activated_cb (MaqExportList *self,
              GtkListBoxRow *row)
{
  GtkCheckButton *check = g_object_get_data (G_OBJECT (row), check_key);

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static const char *
get_group_title (MaqExportGroup group)
{
  switch (group)
    {
    case MAQ_EXPORT_GROUP_PAPER:
      return _("On Paper");
    case MAQ_EXPORT_GROUP_TEXT:
      return _("To Read on a Screen");
    case MAQ_EXPORT_GROUP_MUSIC:
      return _("For Other Programs");
    case MAQ_EXPORT_GROUP_SOUND:
      return _("To Hear");
    case MAQ_EXPORT_GROUP_ALL:
    case MAQ_N_EXPORT_GROUPS:
    default:
      return _("All Together");
    }
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  MaqExportGroup group = maq_export_get_kind (get_kind (row))->group;
  GtkWidget *label;

  if (before != NULL && maq_export_get_kind (get_kind (before))->group == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (get_group_title (group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "export-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_words (const MaqExportKind *kind)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (_(kind->title));
  GtkWidget *help = gtk_label_new (_(kind->help));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (help), 0);
  gtk_label_set_wrap (GTK_LABEL (help), TRUE);
  gtk_widget_add_css_class (help, "caption");
  gtk_widget_add_css_class (help, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), help);
  return words;
}

static void
add_kind (MaqExportList *self,
          guint          i)
{
  const MaqExportKind *kind = maq_export_get_kind (i);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *revealer = gtk_revealer_new ();
  g_autofree char *label = g_strdup_printf ("%s: %s", _(kind->title), _(kind->help));

  g_object_set_data (G_OBJECT (row), kind_key, GUINT_TO_POINTER (i));
  g_object_set_data (G_OBJECT (row), check_key, check);
  g_object_set_data (G_OBJECT (row), revealer_key, revealer);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               maq_export_choice_get_pick (self->choice, i)->is_chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(kind->title), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), create_words (kind));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), revealer);
  gtk_widget_add_css_class (revealer, "export-options");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
}

static void
maq_export_list_class_init (MaqExportListClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maq_export_list_init (MaqExportList *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_widget_add_css_class (list, "export-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Documents"), -1);
  adw_bin_set_child (ADW_BIN (self), list);
}

GtkWidget *
maq_export_list_new (MaqExportChoice *choice)
{
  MaqExportList *self = g_object_new (MAQ_TYPE_EXPORT_LIST, NULL);

  self->choice = choice;
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    add_kind (self, i);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

guint
maq_export_list_get_selected (MaqExportList *self)
{
  return self->selected;
}

void
maq_export_list_select_chosen (MaqExportList *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (maq_export_choice_get_pick (self->choice, get_kind (row))->is_chosen)
      {
        first = row;
        break;
      }
  gtk_list_box_select_row (self->list, first);
  gtk_widget_grab_focus (GTK_WIDGET (first));
}
