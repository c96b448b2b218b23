/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-window.h"

#include <glib/gi18n-lib.h>

#include "maq-session-agreed.h"
#include "maq-session-field.h"
#include "maq-session-rows.h"
#include "maq-session-takes.h"

#define WIDTH 860
#define HEIGHT 620

struct _MaqSessionWindow
{
  AdwPreferencesWindow  parent_instance;

  MaqEditor            *editor;
  GPtrArray            *fields;   /* GtkWidget: of the session as a whole */
  MaqSessionRows       *lists[MAQ_N_SESSION_LISTS];
  MaqSessionTakes      *takes;
  MaqSessionAgreed     *agreed;
  MaqSessionAgreed     *open;
};

G_DEFINE_FINAL_TYPE (MaqSessionWindow, maq_session_window, ADW_TYPE_PREFERENCES_WINDOW)

/* ---- pages ---- */

static AdwPreferencesPage *
add_page (MaqSessionWindow *self,
          const char       *name,
          const char       *title,
          const char       *icon)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_name (page, name);
  adw_preferences_page_set_title (page, title);
  adw_preferences_page_set_icon_name (page, icon);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), page);
  return page;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  if (description != NULL)
    adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

static GtkWidget *
create_button (const char *label,
               const char *tooltip,
               GCallback   callback,
               gpointer    data)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, data, G_CONNECT_SWAPPED);
  return button;
}

static void
add_list (MaqSessionWindow   *self,
          AdwPreferencesPage *page,
          MaqSessionList      list,
          const char         *title,
          const char         *description,
          GtkWidget          *button)
{
  AdwPreferencesGroup *group = add_group (page, title, description);
  GtkWidget *rows = maq_session_rows_new (self->editor, list);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->lists[list] = MAQ_SESSION_ROWS (rows);
  if (button != NULL)
    gtk_box_append (GTK_BOX (buttons), button);
  gtk_box_append (GTK_BOX (buttons), create_button (_("Add"), _("Add a Row (Ctrl+N)"),
                                                    G_CALLBACK (maq_session_rows_add), rows));
  adw_preferences_group_set_header_suffix (group, buttons);
  adw_preferences_group_add (group, rows);
}

static void
fill_cb (MaqSessionWindow *self)
{
  maq_editor_apply (self->editor, maq_move_fill_inputs ());
}

static void
fill_contacts_cb (MaqSessionWindow *self)
{
  maq_editor_apply (self->editor, maq_move_fill_contacts ());
}

static void
add_texts (MaqSessionWindow    *self,
           AdwPreferencesGroup *group,
           MaqSessionText       first,
           MaqSessionText       end)
{
  for (MaqSessionText i = first; i < end; i++)
    {
      const MaqSessionPlace place = { .which = i };
      GtkWidget *row = (first < MAQ_SESSION_ROOM ? maq_session_field_new_entry (
                                                     self->editor, &maq_session_field_text, &place,
                                                     maq_session_text_get_label (i), NULL)
                                                 : maq_session_field_new_text (
                                                     self->editor, &maq_session_field_text, &place,
                                                     maq_session_text_get_label (i)));

      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->fields, row);
    }
}

static void
add_people (MaqSessionWindow *self)
{
  AdwPreferencesPage *page = add_page (self, "people", _("People"), "system-users-symbolic");

  add_texts (self, add_group (page, _("When and Where"), NULL), MAQ_SESSION_DATE,
             MAQ_SESSION_ROOM);
  add_list (self, page, MAQ_SESSION_CONTACTS, _("Contacts"),
            _("Their sheets carry the names that stand here."),
            create_button (_("Fill from Layers"),
                           _("Add whoever plays a layer and does not stand here yet"),
                           G_CALLBACK (fill_contacts_cb), self));
}

static void
add_inputs (MaqSessionWindow *self)
{
  AdwPreferencesPage *page = add_page (self, "inputs", _("Inputs"),
                                       "audio-input-microphone-symbolic");

  add_list (self, page, MAQ_SESSION_INPUTS, _("Input List"), NULL,
            create_button (_("Fill from Layers"),
                           _("Add what is usual for each layer without an input; "
                             "what stands there stays"),
                           G_CALLBACK (fill_cb), self));
}

static void
add_others (MaqSessionWindow *self)
{
  AdwPreferencesPage *page = add_page (self, "room", _("Room"), "preferences-system-symbolic");
  AdwPreferencesGroup *group = NULL;

  add_texts (self, add_group (page, NULL, NULL), MAQ_SESSION_ROOM, MAQ_N_SESSION_TEXTS);

  page = add_page (self, "recall", _("Recall"), "document-open-recent-symbolic");
  add_list (self, page, MAQ_SESSION_RECALL, _("Recall Notes"), NULL, NULL);

  page = add_page (self, "takes", _("Takes"), "media-record-symbolic");
  group = add_group (page, NULL, NULL);
  self->takes = MAQ_SESSION_TAKES (maq_session_takes_new (self->editor));
  adw_preferences_group_add (group, GTK_WIDGET (self->takes));

  page = add_page (self, "agreed", _("Agreed"), "object-select-symbolic");
  group = add_group (page, _("Decisions Agreed"), NULL);
  self->agreed = MAQ_SESSION_AGREED (maq_session_agreed_new (self->editor, MAQ_REMARK_AGREED));
  adw_preferences_group_add (group, GTK_WIDGET (self->agreed));
  group = add_group (page, _("Still Open"), NULL);
  self->open = MAQ_SESSION_AGREED (maq_session_agreed_new (self->editor, MAQ_REMARK_OPEN));
  adw_preferences_group_add (group, GTK_WIDGET (self->open));
}

/* ---- what happens to the song ---- */

static void
shown_cb (MaqSessionWindow *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    maq_session_field_show (g_ptr_array_index (self->fields, i));
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    maq_session_rows_show (self->lists[i]);
  maq_session_takes_show (self->takes);
  maq_session_agreed_show (self->agreed);
  maq_session_agreed_show (self->open);
}

static void
refused_cb (MaqSessionWindow *self,
            const char       *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

/* ---- keys ---- */

/* A line that is typed into would take back letters of its own. */
static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *is_redo,
         gpointer   user_data)
{
  MaqSessionWindow *self = MAQ_SESSION_WINDOW (widget);

  if (g_variant_get_boolean (is_redo))
    maq_editor_redo (self->editor);
  else
    maq_editor_undo (self->editor);
  return TRUE;
}

static gboolean
add_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  MaqSessionWindow *self = MAQ_SESSION_WINDOW (widget);
  const char *page = adw_preferences_window_get_visible_page_name (ADW_PREFERENCES_WINDOW (self));
  static const char *const names[MAQ_N_SESSION_LISTS] = {
    [MAQ_SESSION_INPUTS] = "inputs",
    [MAQ_SESSION_RECALL] = "recall",
    [MAQ_SESSION_CONTACTS] = "people",
  };

  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    if (g_strcmp0 (page, names[i]) == 0)
      {
        maq_session_rows_add (self->lists[i]);
        return TRUE;
      }

  return FALSE;
}

static void
add_key (GtkEventController *controller,
         guint               key,
         GdkModifierType     modifiers,
         GtkShortcutFunc     func,
         gboolean            argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (MaqSessionWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (controller, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, FALSE);
  add_key (controller, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, undo_cb, TRUE);
  add_key (controller, GDK_KEY_y, GDK_CONTROL_MASK, undo_cb, TRUE);
  add_key (controller, GDK_KEY_n, GDK_CONTROL_MASK, add_cb, FALSE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* What is typed and not confirmed, such as a number or a new decision, is kept too. */
static gboolean
maq_session_window_close_request (GtkWindow *window)
{
  MaqSessionWindow *self = MAQ_SESSION_WINDOW (window);

  gtk_window_set_focus (window, NULL);
  maq_session_agreed_commit (self->agreed);
  maq_session_agreed_commit (self->open);

  return GTK_WINDOW_CLASS (maq_session_window_parent_class)->close_request (window);
}

static void
maq_session_window_dispose (GObject *object)
{
  MaqSessionWindow *self = MAQ_SESSION_WINDOW (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (maq_session_window_parent_class)->dispose (object);
}

static void
maq_session_window_class_init (MaqSessionWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_session_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = maq_session_window_close_request;
}

static void
maq_session_window_init (MaqSessionWindow *self)
{
  self->fields = g_ptr_array_new ();
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
  add_keys (self);
}

GtkWidget *
maq_session_window_new (GtkWindow *parent,
                        MaqEditor *editor)
{
  MaqSessionWindow *self = g_object_new (MAQ_TYPE_SESSION_WINDOW, "transient-for", parent,
                                         "modal", TRUE, "destroy-with-parent", TRUE,
                                         "default-width", WIDTH, "default-height", HEIGHT,
                                         "title", _("Session"), NULL);

  self->editor = g_object_ref (editor);
  add_people (self);
  add_inputs (self);
  add_others (self);
  g_signal_connect_object (editor, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
