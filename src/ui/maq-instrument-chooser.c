/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-instrument-chooser.h"

#include <glib/gi18n-lib.h>

#include "maq-gm-names.h"

#define LIST_WIDTH 330
#define LIST_HEIGHT 400

/* the sound that suits the role */
#define USUAL -1

struct _MaqInstrumentChooser
{
  GtkPopover       parent_instance;

  MaqEditor       *editor;
  MaqId            layer;
  gboolean         is_drums;
  int              usual;    /* the program that suits the role */
  int              present;
  GtkEditable     *search;
  GtkListBox      *list;
  GtkWidget       *alone;
  GtkToggleButton *heard;    /* whose sound is heard just now */
};

static const char program_key[] = "maq-program";
static const char name_key[] = "maq-name";
static const char button_key[] = "maq-button";

G_DEFINE_FINAL_TYPE (MaqInstrumentChooser, maq_instrument_chooser, GTK_TYPE_POPOVER)

static int
get_program (gpointer widget)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), program_key));
}

static const char *
get_family (MaqInstrumentChooser *self,
            gpointer              row)
{
  int program = get_program (row);

  if (program == USUAL)
    return NULL;
  return self->is_drums ? _("Drum Kits") : maq_gm_names_get_family (program);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  MaqInstrumentChooser *self = MAQ_INSTRUMENT_CHOOSER (user_data);
  const char *wanted = gtk_editable_get_text (self->search);
  const char *family = get_family (self, row);

  return *wanted == '\0' ||
         g_str_match_string (wanted, g_object_get_data (G_OBJECT (row), name_key), TRUE) ||
         (family != NULL && g_str_match_string (wanted, family, TRUE));
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  MaqInstrumentChooser *self = MAQ_INSTRUMENT_CHOOSER (user_data);
  const char *family = get_family (self, row);
  GtkWidget *header = NULL;

  if (family != NULL && (before == NULL || g_strcmp0 (family, get_family (self, before)) != 0))
    {
      header = gtk_label_new (family);
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "family");
    }
  gtk_list_box_row_set_header (row, header);
}

static MaqMove *
create_choice (MaqInstrumentChooser *self,
               GtkWidget            *row)
{
  int program = get_program (row);

  return maq_move_layer_sound (self->layer, 0, program,
                               program == USUAL ? NULL
                                                : g_object_get_data (G_OBJECT (row), name_key));
}

static void
activated_cb (MaqInstrumentChooser *self,
              GtkListBoxRow        *row)
{
  MaqMove *choice = create_choice (self, GTK_WIDGET (row));

  gtk_popover_popdown (GTK_POPOVER (self));
  maq_editor_apply (self->editor, choice);
}

/* Whether it is muted or others are soloed, the layer is heard: alone, or with the whole band. */
static void
audition (MaqInstrumentChooser *self,
          GtkWidget            *row)
{
  gboolean alone = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->alone));
  g_autoptr (MaqMove) sound = create_choice (self, row);
  g_autoptr (MaqMove) unmuted = maq_move_layer_muted (self->layer, FALSE);
  g_autoptr (MaqMove) soloed = maq_move_layer_soloed (self->layer, TRUE);
  MaqMove *const moves[] = { sound, unmuted, soloed };

  maq_editor_audition (self->editor, maq_move_sequence (moves, alone ? 3 : 2, NULL));
}

static void
show_listening (GtkToggleButton *button)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), gtk_toggle_button_get_active (button)
                                                   ? "media-playback-stop-symbolic"
                                                   : "media-playback-start-symbolic");
}

/* One at a time is heard; the same button again, or closing the list, ends it. */
static void
listen_cb (MaqInstrumentChooser *self,
           GtkToggleButton      *button)
{
  GtkToggleButton *before = self->heard;
  gboolean active = gtk_toggle_button_get_active (button);

  show_listening (button);
  if (!active && button != before)
    return;
  self->heard = active ? button : NULL;
  if (active && before != NULL)
    gtk_toggle_button_set_active (before, FALSE);
  if (active)
    audition (self, gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW));
  else
    maq_editor_audition (self->editor, NULL);
}

static void
alone_cb (MaqInstrumentChooser *self)
{
  if (self->heard != NULL)
    audition (self, gtk_widget_get_ancestor (GTK_WIDGET (self->heard), GTK_TYPE_LIST_BOX_ROW));
}

static gboolean
hear_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkToggleButton *button = !GTK_IS_LIST_BOX_ROW (focus)
                              ? NULL : g_object_get_data (G_OBJECT (focus), button_key);

  if (button == NULL)
    return FALSE;
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  return TRUE;
}

static void
closed_cb (MaqInstrumentChooser *self)
{
  if (self->heard != NULL)
    gtk_toggle_button_set_active (self->heard, FALSE);
}

static GtkWidget *
create_listen_button (MaqInstrumentChooser *self,
                      const char           *name)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *label = g_strdup_printf (_("Listen to %s"), name);

  show_listening (GTK_TOGGLE_BUTTON (button));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Listen without changing the plan (H or Space)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (listen_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (MaqInstrumentChooser *self,
         int                   program,
         const char           *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = create_listen_button (self, name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (box, "instrument");
  gtk_box_append (GTK_BOX (box), label);
  if (program == self->present)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), program_key, GINT_TO_POINTER (program));
  g_object_set_data_full (G_OBJECT (row), name_key, g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (row), button_key, button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

/* The family that suits the role comes first. */
static void
add_programs (MaqInstrumentChooser *self)
{
  int first = self->usual / 8 * 8;

  for (int i = first; i < first + 8; i++)
    add_row (self, i, maq_gm_names_get_program (i));
  for (int i = 0; i < MAQ_N_GM_PROGRAMS; i++)
    if (i < first || i >= first + 8)
      add_row (self, i, maq_gm_names_get_program (i));
}

static void
fill (MaqInstrumentChooser *self,
      const MaqLayerFields *fields)
{
  g_autofree char *usual = NULL;

  self->layer = fields->id;
  self->is_drums = maq_role_is_drums (fields->role);
  self->usual = maq_role_get_program (fields->role);
  self->present = fields->sound == NULL ? USUAL : maq_sound_get_fields (fields->sound)->program;
  if (self->is_drums)
    usual = g_strdup (_("Suits the role"));
  else
    /* Translators: %s is the instrument */
    usual = g_strdup_printf (_("Suits the role: %s"), maq_gm_names_get_program (self->usual));
  add_row (self, USUAL, usual);
  if (!self->is_drums)
    add_programs (self);
  for (guint i = 0; self->is_drums && i < maq_gm_names_get_n_kits (); i++)
    {
      int program;
      const char *name = maq_gm_names_get_kit (i, &program);

      add_row (self, program, name);
    }
}

/* Space hears a row as H does; Enter takes it. */
static void
hear_with_space (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                      gtk_callback_action_new (hear_cb, NULL, NULL)));
  gtk_widget_add_controller (list, controller);
}

static GtkWidget *
create_list (MaqInstrumentChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "plain-list");
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  hear_with_space (GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Instruments"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, LIST_WIDTH, LIST_HEIGHT);
  return scroller;
}

static GtkWidget *
find_first (MaqInstrumentChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return GTK_WIDGET (row);

  return NULL;
}

/* Enter in the search takes what it found first. */
static void
search_activate_cb (MaqInstrumentChooser *self)
{
  GtkWidget *row = find_first (self);

  if (row != NULL)
    activated_cb (self, GTK_LIST_BOX_ROW (row));
}

/* Down from the search goes into what it found: left to itself, the focus would pass it over. */
static gboolean
search_key_cb (MaqInstrumentChooser *self,
               guint                 key,
               guint                 code,
               GdkModifierType       state)
{
  GtkWidget *row = find_first (self);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (row);
  return GDK_EVENT_STOP;
}

static void
create_search (MaqInstrumentChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search instruments"), -1);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                           self->list, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self,
                           G_CONNECT_SWAPPED);
  /* the entry takes Escape for itself, so that the popover does not see it */
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

static void
maq_instrument_chooser_dispose (GObject *object)
{
  g_clear_object (&MAQ_INSTRUMENT_CHOOSER (object)->editor);
  G_OBJECT_CLASS (maq_instrument_chooser_parent_class)->dispose (object);
}

static void
maq_instrument_chooser_class_init (MaqInstrumentChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_instrument_chooser_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_h, 0, hear_cb, NULL);
}

static void
maq_instrument_chooser_init (MaqInstrumentChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = create_list (self);

  create_search (self);
  self->alone = gtk_check_button_new_with_label (_("Hear it without the band"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->alone), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->alone);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_RIGHT);
  g_signal_connect_object (self->alone, "toggled", G_CALLBACK (alone_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->search,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_DEFAULT);
}

GtkWidget *
maq_instrument_chooser_new (MaqEditor *editor)
{
  MaqInstrumentChooser *self = g_object_new (MAQ_TYPE_INSTRUMENT_CHOOSER, NULL);
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  guint index = (guint) MAX (maq_editor_get_layer_index (editor), 0);

  self->editor = g_object_ref (editor);
  fill (self, maq_layer_get_fields (maq_arrangement_get_layer (arrangement, index)));
  return GTK_WIDGET (self);
}
