/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-style-row.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-styles.h"

#define LIST_WIDTH 400
#define LIST_HEIGHT 460

struct _MaqStyleRow
{
  AdwActionRow     parent_instance;

  GtkMenuButton   *button;
  GtkWidget       *popover;
  GtkEditable     *search;
  GtkListBox      *list;
  GtkToggleButton *heard;      /* whose style is heard just now */
  char            *name;       /* stated; NULL for none */
  char            *inherited;
  char            *whose;
  MaqMeter         meter;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_LISTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static const char style_key[] = "maq-style";

G_DEFINE_FINAL_TYPE (MaqStyleRow, maq_style_row, ADW_TYPE_ACTION_ROW)

/* NULL for the entry that takes the style over. */
static MaqStyle *
get_style (GtkListBoxRow *entry)
{
  return g_object_get_data (G_OBJECT (entry), style_key);
}

static gboolean
filter_cb (GtkListBoxRow *entry,
           gpointer       user_data)
{
  MaqStyleRow *self = MAQ_STYLE_ROW (user_data);
  const char *wanted = gtk_editable_get_text (self->search);
  MaqStyle *style = get_style (entry);

  return *wanted == '\0' ||
         (style != NULL && (g_str_match_string (wanted, maq_style_get_label (style), TRUE) ||
                            g_str_match_string (wanted, maq_style_get_about (style), TRUE)));
}

static void
activated_cb (MaqStyleRow   *self,
              GtkListBoxRow *entry)
{
  MaqStyle *style = get_style (entry);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 style == NULL ? NULL : maq_style_get_name (style));
}

/* One at a time is heard; the same button again, or closing the list, ends it. */
static void
listen_cb (MaqStyleRow     *self,
           GtkToggleButton *button)
{
  GtkToggleButton *before = self->heard;
  gboolean active = gtk_toggle_button_get_active (button);

  if (!active && button != before)
    return;
  self->heard = active ? button : NULL;
  if (active && before != NULL)
    gtk_toggle_button_set_active (before, FALSE);
  gtk_button_set_icon_name (GTK_BUTTON (button), active ? "media-playback-stop-symbolic"
                                                        : "media-playback-start-symbolic");
  g_signal_emit (self, signals[SIGNAL_LISTEN], 0,
                 active ? g_object_get_data (G_OBJECT (button), style_key) : NULL);
}

static void
closed_cb (MaqStyleRow *self)
{
  if (self->heard != NULL)
    gtk_toggle_button_set_active (self->heard, FALSE);
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_facts (MaqStyleRow *self,
           MaqStyle    *style)
{
  g_autofree char *meters = maq_styles_dup_meters (style);
  char meter[MAQ_METER_TEXT_MAX];

  if (maq_style_suits_meter (style, self->meter))
    return g_steal_pointer (&meters);
  /* Translators: "4/4, here adapted to 7/8" */
  return g_strdup_printf (_("%s, here adapted to %s"), meters,
                          maq_meter_format (self->meter, meter));
}

static GtkWidget *
create_listen_button (MaqStyleRow *self,
                      MaqStyle    *style)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *name = g_strdup_printf (_("Listen to %s"), maq_style_get_label (style));

  gtk_button_set_icon_name (GTK_BUTTON (button), "media-playback-start-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Listen without changing the plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), style_key, g_strdup (maq_style_get_name (style)),
                          g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (listen_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_words (MaqStyleRow *self,
              MaqStyle    *style)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *facts = style == NULL ? NULL : dup_facts (self, style);
  GtkWidget *about;

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), create_label (style == NULL ? self->whose
                                                               : maq_style_get_label (style),
                                                 "heading"));
  if (style != NULL)
    {
      gtk_box_append (GTK_BOX (words), create_label (facts, "style-facts"));
      about = create_label (maq_style_get_about (style), "caption");
      gtk_label_set_lines (GTK_LABEL (about), 3);
      gtk_label_set_ellipsize (GTK_LABEL (about), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (about, maq_style_get_about (style));
      gtk_box_append (GTK_BOX (words), about);
    }
  return words;
}

static void
add_entry (MaqStyleRow *self,
           MaqStyle    *style)
{
  GtkWidget *entry = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  const char *name = style == NULL ? NULL : maq_style_get_name (style);

  gtk_widget_add_css_class (box, "style-entry");
  gtk_box_append (GTK_BOX (box), create_words (self, style));
  if (g_strcmp0 (name, self->name) == 0)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  if (style != NULL)
    gtk_box_append (GTK_BOX (box), create_listen_button (self, style));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (entry), box);
  g_object_set_data (G_OBJECT (entry), style_key, style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  style == NULL ? self->whose : maq_style_get_label (style), -1);
  gtk_list_box_append (self->list, entry);
}

static void
fill (MaqStyleRow *self)
{
  MaqStyleLibrary *library = maq_styles_get ();
  GtkListBoxRow *entry;

  gtk_editable_set_text (self->search, "");
  while ((entry = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (entry));
  add_entry (self, NULL);
  for (guint i = 0; i < maq_style_library_get_n_styles (library); i++)
    add_entry (self, maq_style_library_get_style (library, i));
}

/* The list is filled when it is opened: its styles say what they would do here and now. */
static void
fill_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  fill (MAQ_STYLE_ROW (user_data));
}

static GtkWidget *
create_list (MaqStyleRow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "plain-list");
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  return scroller;
}

static GtkWidget *
create_popover (MaqStyleRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search styles"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), create_list (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                           self->list, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "map", G_CALLBACK (gtk_widget_grab_focus), self->search,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  return popover;
}

static void
maq_style_row_finalize (GObject *object)
{
  MaqStyleRow *self = MAQ_STYLE_ROW (object);

  g_free (self->name);
  g_free (self->inherited);
  g_free (self->whose);
  G_OBJECT_CLASS (maq_style_row_parent_class)->finalize (object);
}

static void
maq_style_row_class_init (MaqStyleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = maq_style_row_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MAQ_TYPE_STYLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LISTEN] = g_signal_new ("listen", MAQ_TYPE_STYLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
maq_style_row_init (MaqStyleRow *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->popover = create_popover (self);
  gtk_menu_button_set_popover (self->button, self->popover);
  gtk_menu_button_set_create_popup_func (self->button, fill_cb, self, NULL);
  maq_compat_hush_tooltip (self->button);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Style"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
}

GtkWidget *
maq_style_row_new (const char *tooltip)
{
  MaqStyleRow *self = g_object_new (MAQ_TYPE_STYLE_ROW, NULL);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tooltip);
  return GTK_WIDGET (self);
}

static void
keep (char       **kept,
      const char  *text)
{
  if (g_strcmp0 (*kept, text) != 0)
    {
      g_free (*kept);
      *kept = g_strdup (text);
    }
}

/* What is played: the style's name for people, and where it comes from or what befalls it. */
void
maq_style_row_show (MaqStyleRow *self,
                    const char  *name,
                    const char  *inherited,
                    const char  *whose,
                    MaqMeter     meter)
{
  const char *played = name != NULL ? name : inherited;
  MaqStyle *style = played == NULL ? NULL : maq_style_library_find (maq_styles_get (), played);
  const char *label = style != NULL ? maq_style_get_label (style) : played;
  g_autofree char *spoken = g_strdup_printf (_("Style: %s"), label != NULL ? label : whose);
  g_autofree char *adapted = NULL;
  char text[MAQ_METER_TEXT_MAX];

  keep (&self->name, name);
  keep (&self->inherited, inherited);
  keep (&self->whose, whose);
  self->meter = meter;
  if (style != NULL && !maq_style_suits_meter (style, meter))
    adapted = g_strdup_printf (_("Adapted to %s, which it does not know"),
                               maq_meter_format (meter, text));
  else if (style == NULL && played != NULL)
    adapted = g_strdup (_("Not installed; the usual one is played"));
  gtk_menu_button_set_label (self->button, label != NULL ? label : whose);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (
                                    GTK_WIDGET (self->button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               adapted != NULL ? adapted : name == NULL ? whose : NULL);
}
