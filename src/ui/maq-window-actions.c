/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a window can do to its song, what it plays and how it is looked at.
 * Menus, buttons, keys and assistive tools all come here.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-bar-map.h"

#define ZOOM_STEP 1.25
#define TITLE_CHARS 22
/* as many as fit into a small window */
#define KEYS_PAGE_ROWS 10

static void
rename_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqPath at = maq_editor_get_selection (self->editor);

  if (at.section != MAQ_ID_NONE && at.layer != MAQ_ID_NONE)
    maq_editor_select (self->editor, MAQ_ID_NONE, at.layer);
  maq_timeline_rename_selection (self->timeline);
}

static MaqId
get_last_section (MaqWindow *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  guint n = maq_arrangement_get_n_sections (arrangement);

  return n == 0 ? MAQ_ID_NONE : maq_section_get_id (maq_arrangement_get_section (arrangement,
                                                                                 n - 1));
}

static void
append_section_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqSectionKind kind;

  if (maq_section_kind_from_nick (g_variant_get_string (parameter, NULL), &kind))
    maq_editor_apply (self->editor,
                      maq_move_add_section (get_last_section (self), kind, NULL, 0));
}

static void
add_section_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqId after = maq_editor_get_selection (self->editor).section;

  if (after == MAQ_ID_NONE)
    after = get_last_section (self);
  maq_editor_apply (self->editor, maq_move_add_section (after, MAQ_SECTION_VERSE, NULL, 0));
}

static gboolean
has_layer_named (MaqArrangement *arrangement,
                 const char     *name)
{
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    if (g_str_equal (maq_layer_get_name (maq_arrangement_get_layer (arrangement, i)), name))
      return TRUE;
  return FALSE;
}

/* "Bass", then "Bass 2" and so on. */
static char *
dup_free_name (MaqArrangement *arrangement,
               const char     *label)
{
  char *name = g_strdup (label);

  for (int n = 2; has_layer_named (arrangement, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %d", label, n);
    }
  return name;
}

static void
add_layer_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqRole role;
  g_autofree char *name = NULL;
  g_autofree char *hint = NULL;

  if (!maq_role_from_nick (g_variant_get_string (parameter, NULL), &role))
    return;
  name = dup_free_name (maq_editor_get_arrangement (self->editor), maq_role_get_label (role));
  hint = g_strdup_printf (_("%s is out everywhere. Press 0 to 9 in its row to let it play."), name);
  if (maq_editor_apply (self->editor, maq_move_add_layer (role, name, -1, -1)))
    maq_window_say (self, hint);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (maq_timeline_cancel_drag (self->timeline))
    return;
  if (g_str_equal (action_name, "score.undo"))
    maq_editor_undo (self->editor);
  else
    maq_editor_redo (self->editor);
}

static void
add_arrangement_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  maq_editor_apply (MAQ_WINDOW (widget)->editor, maq_move_add_arrangement (NULL));
}

static void
delete_arrangement_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  maq_editor_apply (self->editor, maq_move_delete_arrangement (
                                    maq_editor_get_selection (self->editor).arrangement));
}

static void
rename_arrangement_response_cb (MaqWindow  *self,
                                const char *response,
                                GtkWidget  *dialog)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));

  if (g_str_equal (response, "rename"))
    maq_editor_apply (self->editor,
                      maq_move_rename_arrangement (
                        maq_editor_get_selection (self->editor).arrangement,
                        gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
rename_arrangement_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Rename Arrangement"), NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry),
                         maq_arrangement_get_name (maq_editor_get_arrangement (self->editor)));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"),
                                  -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "rename",
                                    _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_arrangement_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Where a stretch is repeated, playing begins in it. */
static void
toggle_playing (MaqWindow *self)
{
  double now = maq_listener_get_position (self->listener, NULL);
  double start_ticks;
  double end_ticks;

  if (!maq_listener_get_playing (self->listener) &&
      maq_window_get_loop (self, &start_ticks, &end_ticks) &&
      (now < start_ticks || now >= end_ticks))
    maq_window_seek (self, start_ticks);
  maq_listener_toggle (self->listener);
}

static void
play_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  toggle_playing (MAQ_WINDOW (widget));
}

/* Goes to a section: on the next bar line while it plays, so that the music goes on in time. */
static void
go_to (MaqWindow *self,
       double     ticks)
{
  if (maq_listener_get_playing (self->listener))
    maq_listener_jump (self->listener, ticks);
  else
    maq_window_seek (self, ticks);
  maq_timeline_follow_again (self->timeline);
  g_object_notify (G_OBJECT (self->listener), "playing");
}

static void
to_start_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  maq_window_seek (self, 0);
  maq_timeline_set_position (self->timeline, 0, TRUE);
  go_to (self, 0);
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqForm *form = maq_editor_get_form (self->editor);
  double now = maq_listener_get_position (self->listener, NULL);
  guint n = maq_form_get_n_sections (form);
  MaqPosition place;
  guint to;

  if (n == 0)
    return;
  place = maq_form_find_ticks (form, (MaqTick) now);
  if (g_str_equal (action_name, "play.next"))
    to = MIN (place.section + 1, n - 1);
  else if (place.bar > 0 || place.beat > 0)
    to = place.section;
  else
    to = place.section > 0 ? place.section - 1 : 0;
  go_to (self, (double) maq_form_get_section (form, to)->start_ticks);
}

static void
from_selection_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  int index = maq_editor_get_section_index (self->editor);

  if (index < 0)
    return;
  maq_window_seek (self, (double) maq_form_get_section (maq_editor_get_form (self->editor),
                                                        (guint) index)->start_ticks);
  if (!maq_listener_get_playing (self->listener))
    maq_listener_toggle (self->listener);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (g_str_equal (action_name, "view.zoom-fit"))
    maq_timeline_zoom_fit (self->timeline);
  else
    maq_timeline_zoom_by (self->timeline,
                          g_str_equal (action_name, "view.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
song_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
  maq_window_show_inspector (self, TRUE);
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqRange range;
  MaqPath at;

  if (self->editor == NULL || maq_timeline_cancel_drag (self->timeline))
    return;
  at = maq_editor_get_selection (self->editor);
  maq_editor_get_range (self->editor, &range);
  if (maq_range_is_several (&range))
    maq_editor_select (self->editor, at.section, at.layer);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

static void
moves_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (g_str_equal (action_name, "view.form"))
    maq_moves_bar_edit_form (self->moves_bar);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->moves_bar), GTK_DIR_TAB_FORWARD);
}

void
maq_window_actions_update (MaqWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->editor != NULL;
  MaqDocument *document = open ? maq_editor_get_document (self->editor) : NULL;
  MaqPath at = open ? maq_editor_get_selection (self->editor) : (MaqPath) { 0 };
  gboolean section = open && at.section != MAQ_ID_NONE;
  gboolean layer = open && at.layer != MAQ_ID_NONE;
  gboolean several = open && maq_song_get_n_arrangements (maq_editor_get_song (self->editor)) > 1;
  const struct
  {
    const char *action;
    gboolean    enabled;
  } states[] = {
    { "doc.save", open },
    { "doc.save-as", open },
    { "doc.export", open },
    { "doc.export-sound", open && self->export == NULL },
    { "score.undo", open && maq_document_can_undo (document) },
    { "score.redo", open && maq_document_can_redo (document) },
    { "score.rename", section || layer },
    { "score.move-up", layer },
    { "score.move-down", layer },
    { "score.group", layer },
    { "score.ungroup", layer },
    { "view.fold", open },
    { "view.room", open },
    { "view.instrument", open },
    { "score.add-section", open },
    { "score.append-section", open },
    { "score.add-layer", open },
    { "score.remark", open },
    { "score.next-remark", open },
    { "score.previous-remark", open },
    { "score.add-arrangement", open },
    { "score.rename-arrangement", open },
    { "score.delete-arrangement", several },
    { "play.toggle", open },
    { "play.to-start", open },
    { "play.next", open },
    { "play.previous", open },
    { "play.from-selection", section },
    { "play.loop", open },
    { "view.zoom-in", open },
    { "view.zoom-out", open },
    { "view.zoom-fit", open },
    { "view.zoom-selection", open },
    { "view.edit-chords", open },
    { "view.next-notation", open },
    { "score.transpose", open },
    { "view.song", open },
    { "view.target", open },
    { "view.what-if", open },
    { "view.form", open },
    { "view.moves", open },
    { "view.review", open },
    { "view.session", open },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_action_set_enabled (widget, states[i].action, states[i].enabled);
  maq_window_clip_update (self);
  maq_window_parts_update (self);
  maq_window_sections_update (self);
  gtk_widget_set_visible (self->undo_button, open);
  gtk_widget_set_visible (self->redo_button, open);
  gtk_widget_set_visible (GTK_WIDGET (self->history_button), open);
  gtk_widget_set_visible (self->save_button, open);
  gtk_widget_set_visible (self->inspector_button, open);
  gtk_widget_set_visible (GTK_WIDGET (self->review_button), open);
}

/* Space plays from everywhere, even from a button that has the focus; words keep theirs. */
static gboolean
space_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (self->editor == NULL || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return FALSE;
  toggle_playing (self);
  return TRUE;
}

/* A title is as wide as it is long: in lines two columns of them fit into a small window. */
static void
wrap_titles (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_SHORTCUT) != NULL &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUT_LABEL) == NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (widget), TITLE_CHARS);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_titles (child);
}

/* GTK's own way reads the page of keys with every window: it takes longer than the welcome. */
static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/maquette/Maquette/ui/maq-shortcuts.ui");
  GtkShortcutsWindow *overlay =
    GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  wrap_titles (GTK_WIDGET (overlay));
  /* GTK 4.8 takes the groups of several pages from back to front when it lays them out again,
   * as it does for each that is added. From one page it takes them as they are. */
  g_object_set (gtk_builder_get_object (builder, "keys"), "max-height", KEYS_PAGE_ROWS, NULL);
  /* from now on the action is GTK's */
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (user_data), overlay);
  gtk_window_present (GTK_WINDOW (overlay));
}

void
maq_window_actions_init (MaqWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-help-overlay", .activate = help_cb },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                            gtk_callback_action_new (space_cb, NULL, NULL));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_n, GDK_CONTROL_MASK, "doc.new" },
    { GDK_KEY_o, GDK_CONTROL_MASK, "doc.open" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "doc.save" },
    { GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "doc.save-as" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "doc.export" },
    { GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "doc.export-sound" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "score.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "score.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "score.redo" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "score.duplicate" },
    { GDK_KEY_r, GDK_CONTROL_MASK, "score.repeat" },
    { GDK_KEY_Home, 0, "play.to-start" },
    { GDK_KEY_Page_Up, 0, "play.previous" },
    { GDK_KEY_Page_Down, 0, "play.next" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "view.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "view.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "view.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "view.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "view.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "view.zoom-fit" },
    { GDK_KEY_F4, 0, "view.form" },
    { GDK_KEY_F8, 0, "view.moves" },
    { GDK_KEY_F9, 0, "view.inspector" },
    /* a drag may be held with one of these down */
    { GDK_KEY_Escape, GDK_ALT_MASK, "view.cancel" },
    { GDK_KEY_Escape, GDK_CONTROL_MASK, "view.cancel" },
    { GDK_KEY_Escape, GDK_SHIFT_MASK, "view.cancel" },
    { GDK_KEY_Escape, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "view.cancel" },
    { GDK_KEY_Escape, 0, "view.cancel" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}

void
maq_window_actions_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "score.rename", NULL, rename_cb },
    { "score.append-section", "s", append_section_cb },
    { "score.add-section", NULL, add_section_cb },
    { "score.add-layer", "s", add_layer_cb },
    { "score.undo", NULL, undo_cb },
    { "score.redo", NULL, undo_cb },
    { "score.add-arrangement", NULL, add_arrangement_cb },
    { "score.rename-arrangement", NULL, rename_arrangement_cb },
    { "score.delete-arrangement", NULL, delete_arrangement_cb },
    { "play.toggle", NULL, play_cb },
    { "play.to-start", NULL, to_start_cb },
    { "play.next", NULL, step_cb },
    { "play.previous", NULL, step_cb },
    { "play.from-selection", NULL, from_selection_cb },
    { "view.zoom-in", NULL, zoom_cb },
    { "view.zoom-out", NULL, zoom_cb },
    { "view.zoom-fit", NULL, zoom_cb },
    { "view.song", NULL, song_cb },
    { "view.form", NULL, moves_cb },
    { "view.moves", NULL, moves_cb },
    { "view.cancel", NULL, cancel_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  maq_window_clip_class_init (widget_class);
  maq_window_parts_class_init (widget_class);
  maq_window_sections_class_init (widget_class);
  bind_keys (widget_class);
}
