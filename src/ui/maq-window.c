/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MaqWindow: one document with everything around it. What it does stands in
 * maq-window-actions.c, its files in maq-window-files.c; here it shows.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-export-window.h"
#include "maq-history-menu.h"
#include "maq-session-window.h"
#include "maq-touch.h"

enum
{
  PROP_0,
  PROP_ARRANGEMENT,
  PROP_SONG,
  PROP_INSPECTOR_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MaqWindow, maq_window, ADW_TYPE_APPLICATION_WINDOW)

static void
drop_toast (MaqWindow *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

static AdwToast *
create_toast (const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_timeout (toast, 4);
  return toast;
}

static void
show_toast (MaqWindow *self,
            AdwToast  *toast)
{
  drop_toast (self);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static AdwToast *
say (MaqWindow  *self,
     const char *sentence)
{
  AdwToast *toast = create_toast (sentence);

  show_toast (self, toast);
  return toast;
}

void
maq_window_say (MaqWindow  *self,
                const char *sentence)
{
  say (self, sentence);
}

void
maq_window_say_with_button (MaqWindow  *self,
                            const char *sentence,
                            const char *button,
                            const char *action)
{
  AdwToast *toast = create_toast (sentence);

  adw_toast_set_timeout (toast, 8);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  show_toast (self, toast);
}

void
maq_window_show_banner (MaqWindow       *self,
                        const char      *sentence,
                        const char      *button,
                        MaqBannerAction  action,
                        const char      *other,
                        MaqBannerAction  other_action)
{
  if (sentence != NULL)
    gtk_label_set_label (self->banner_label, sentence);
  self->banner_action = action;
  self->banner_other_action = other_action;
  gtk_widget_set_visible (GTK_WIDGET (self->banner_button), button != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->banner_other), other != NULL);
  if (button != NULL)
    gtk_button_set_label (self->banner_button, button);
  if (other != NULL)
    gtk_button_set_label (self->banner_other, other);
  gtk_revealer_set_reveal_child (self->banner, sentence != NULL);
}

static void
banner_button_cb (MaqWindow *self)
{
  if (self->banner_action != NULL)
    self->banner_action (self);
}

static void
banner_other_cb (MaqWindow *self)
{
  if (self->banner_other_action != NULL)
    self->banner_other_action (self);
}

static void
update_title (MaqWindow *self)
{
  MaqDocument *document = maq_editor_get_document (self->editor);
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  const char *mark = maq_document_is_modified (document) ? "• " : "";
  const char *song = maq_song_get_title (maq_editor_get_song (self->editor));
  g_autofree char *title = g_strconcat (mark, song, NULL);
  g_autofree char *window_title = g_strdup_printf ("%s%s — %s", mark,
                                                   maq_document_get_title (document),
                                                   _("Maquette"));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, maq_arrangement_get_name (arrangement));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
update_history (MaqWindow *self)
{
  MaqDocument *document = maq_editor_get_document (self->editor);
  const char *undo = maq_document_get_undo_label (document);
  const char *redo = maq_document_get_redo_label (document);
  g_autofree char *undo_tip = undo == NULL ? g_strdup (_("Undo (Ctrl+Z)"))
                                           : g_strdup_printf (_("Undo “%s” (Ctrl+Z)"), undo);
  g_autofree char *redo_tip = redo == NULL ? g_strdup (_("Redo (Ctrl+Shift+Z)"))
                                           : g_strdup_printf (_("Redo “%s” (Ctrl+Shift+Z)"), redo);

  gtk_widget_set_tooltip_text (self->undo_button, undo_tip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tip);
  maq_compat_name_buttons (self->undo_button);
  maq_compat_name_buttons (self->redo_button);
}

/* What the menu says of a song: the same for most edits, and while dragging. */
static char *
dup_names (MaqProject *root)
{
  MaqSong *song = maq_project_get_current (root);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < maq_project_get_n_songs (root); i++)
    g_string_append_printf (names, "%s\n", maq_song_get_title (maq_project_get_song (root, i)));

  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    {
      MaqArrangement *arrangement = maq_song_get_arrangement (song, i);
      char id[MAQ_ID_TEXT_MAX];

      g_string_append_printf (names, "%s %s\n",
                              maq_id_format (maq_arrangement_get_id (arrangement), id),
                              maq_arrangement_get_name (arrangement));
    }
  return g_string_free (names, FALSE);
}

static GMenuModel *
create_song_list (MaqProject *root)
{
  GMenu *list = g_menu_new ();

  for (guint i = 0; i < maq_project_get_n_songs (root); i++)
    {
      MaqSong *song = maq_project_get_song (root, i);
      char id[MAQ_ID_TEXT_MAX];

      maq_compat_append_name (list, maq_song_get_title (song), "score.song",
                              maq_id_format (maq_song_get_id (song), id));
    }
  return G_MENU_MODEL (list);
}

static void
update_title_menu (MaqWindow *self)
{
  MaqProject *root = maq_editor_get_root (self->editor);
  MaqSong *song = maq_project_get_current (root);
  g_autofree char *names = dup_names (root);
  g_autoptr (GMenuModel) songs = create_song_list (root);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  if (g_strcmp0 (names, self->menu_names) == 0)
    return;
  g_free (self->menu_names);
  self->menu_names = g_steal_pointer (&names);
  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    {
      MaqArrangement *arrangement = maq_song_get_arrangement (song, i);
      char id[MAQ_ID_TEXT_MAX];

      maq_compat_append_name (list, maq_arrangement_get_name (arrangement), "score.arrangement",
                              maq_id_format (maq_arrangement_get_id (arrangement), id));
    }
  g_menu_append (more, _("Copy as New Arrangement"), "score.add-arrangement");
  g_menu_append (more, _("Rename Arrangement…"), "score.rename-arrangement");
  g_menu_append (more, _("Delete Arrangement"), "score.delete-arrangement");
  if (maq_project_get_n_songs (root) > 1)
    g_menu_append_section (menu, _("Songs"), songs);
  g_menu_append_section (menu, _("Arrangements"), G_MENU_MODEL (list));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->title_button, G_MENU_MODEL (menu));
}

static void
document_notify_cb (MaqWindow *self)
{
  update_title (self);
  update_history (self);
  maq_window_actions_update (self);
  maq_window_update_banner (self);
}

static void
shown_cb (MaqWindow *self)
{
  if (self->refusal != NULL)
    adw_toast_dismiss (self->refusal);
  drop_toast (self);
  maq_listener_set_song (self->listener, maq_editor_get_heard_song (self->editor));
  /* the bare bones are those of the song before the edit */
  maq_window_sections_hear_all (self);
  maq_window_update_soundfont (self);
  update_title (self);
  update_title_menu (self);
  maq_window_update_loop (self);
  maq_window_review (self);
  maq_window_actions_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARRANGEMENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SONG]);
}

/* One refusal at a time: the next one, or an edit that is done, takes its place. */
static void
refused_cb (MaqWindow  *self,
            const char *sentence)
{
  if (self->refusal != NULL)
    adw_toast_dismiss (self->refusal);
  g_set_weak_pointer (&self->refusal, say (self, sentence));
}

static void
audition_cb (MaqWindow *self,
             MaqSong   *song)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  double now_ticks = maq_listener_get_position (self->listener, NULL);
  const MaqFormSection *section;

  if (song == NULL || maq_form_get_n_sections (form) == 0)
    {
      maq_listener_end_audition (self->listener);
      maq_timeline_set_position (self->timeline, maq_listener_get_position (self->listener, NULL),
                                 FALSE);
      return;
    }
  section = maq_form_get_section (form, maq_window_find_audition (self, now_ticks));
  maq_listener_audition (self->listener, song, section->start_ticks,
                         section->start_ticks + section->length_ticks);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  gboolean playing = maq_listener_get_playing (self->listener);

  maq_timeline_set_position (self->timeline, maq_listener_get_position (self->listener, NULL),
                             playing);
  if (maq_timeline_update_meters (self->timeline, self->listener) |
      maq_transport_update (self->transport))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
playing_cb (MaqWindow *self)
{
  if (self->timeline == NULL)
    return;
  if (maq_listener_get_playing (self->listener))
    maq_timeline_follow_again (self->timeline);
  else
    maq_window_sections_hear_all (self);
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
maq_window_seek (MaqWindow *self,
                 double     ticks)
{
  self->waiting_ticks = 0;
  maq_listener_seek (self->listener, ticks);
  maq_timeline_set_position (self->timeline, ticks, FALSE);
  playing_cb (self);
}

static void
set_arrangement (MaqWindow  *self,
                 const char *text)
{
  MaqId id;

  if (self->editor != NULL && maq_id_parse (text, &id) &&
      id != maq_arrangement_get_id (maq_editor_get_arrangement (self->editor)))
    maq_editor_apply (self->editor, maq_move_select_arrangement (id));
}

static void
set_song (MaqWindow  *self,
          const char *text)
{
  MaqId id;

  if (self->editor != NULL && maq_id_parse (text, &id) &&
      id != maq_song_get_id (maq_editor_get_song (self->editor)))
    maq_editor_apply (self->editor, maq_move_select_song (id));
}

static void
maq_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MaqWindow *self = MAQ_WINDOW (object);
  char id[MAQ_ID_TEXT_MAX] = "";

  switch (prop_id)
    {
    case PROP_ARRANGEMENT:
      if (self->editor != NULL)
        maq_id_format (maq_arrangement_get_id (maq_editor_get_arrangement (self->editor)), id);
      g_value_set_string (value, id);
      break;
    case PROP_SONG:
      if (self->editor != NULL)
        maq_id_format (maq_song_get_id (maq_editor_get_song (self->editor)), id);
      g_value_set_string (value, id);
      break;
    case PROP_INSPECTOR_SHOWN:
      g_value_set_boolean (value, self->flap != NULL && adw_flap_get_reveal_flap (self->flap));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maq_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  MaqWindow *self = MAQ_WINDOW (object);

  switch (prop_id)
    {
    case PROP_ARRANGEMENT:
      set_arrangement (self, g_value_get_string (value));
      break;
    case PROP_SONG:
      set_song (self, g_value_get_string (value));
      break;
    case PROP_INSPECTOR_SHOWN:
      maq_window_show_inspector (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
flap_cb (MaqWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTOR_SHOWN]);
}

static void
save_settings (MaqWindow *self)
{
  int width;
  int height;

  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

/* Closes what stands before @window: what is typed there is kept first, and what is being
 * written is cancelled. */
static gboolean
close_others (GtkWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();
  gboolean are_closed = TRUE;

  for (guint i = g_list_model_get_n_items (all); i-- > 0;)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (other) != window
          || (!MAQ_IS_SESSION_WINDOW (other) && !MAQ_IS_EXPORT_WINDOW (other)))
        continue;
      gtk_window_close (other);
      are_closed = are_closed && !gtk_widget_get_realized (GTK_WIDGET (other));
    }
  return are_closed;
}

static gboolean
maq_window_close_request (GtkWindow *window)
{
  MaqWindow *self = MAQ_WINDOW (window);

  if (!close_others (window))
    return TRUE;
  if (maq_window_files_close_request (self))
    return TRUE;
  maq_window_keep_view (self);
  save_settings (self);
  return GTK_WINDOW_CLASS (maq_window_parent_class)->close_request (window);
}

static void
maq_window_dispose (GObject *object)
{
  MaqWindow *self = MAQ_WINDOW (object);

  maq_window_cancel_export (self);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_weak_pointer (&self->toast);
  if (self->listener != NULL)
    maq_listener_stop (self->listener);
  if (self->measuring != NULL)
    maq_measuring_stop (self->measuring);
  g_clear_object (&self->measuring);
  g_clear_object (&self->reviewing);
  if (self->following != NULL)
    maq_following_stop (self->following);
  g_clear_object (&self->following);
  g_clear_object (&self->listener);
  g_clear_object (&self->editor);
  maq_window_toggle_forget (self);
  g_clear_object (&self->recent);
  g_clear_weak_pointer (&self->refusal);
  g_clear_weak_pointer (&self->remark_card);
  g_clear_pointer (&self->import_report, maq_import_report_free);
  g_clear_pointer (&self->recoveries, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->menu_names, g_free);
  g_clear_pointer (&self->export_folder, g_free);
  g_clear_pointer (&self->soundfont_wanted, g_free);
  /* what is still told of the closing window finds nothing to stop */
  self->is_hearing = FALSE;
  G_OBJECT_CLASS (maq_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/maquette/Maquette/ui/maq-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, title_button);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, review_button);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, review_count);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, banner_box);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, banner_button);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, banner_other);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, export_bar);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, export_label);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, export_progress);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MaqWindow, welcome);
  gtk_widget_class_bind_template_callback (widget_class, banner_button_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_other_cb);
  gtk_widget_class_bind_template_callback (widget_class, maq_window_cancel_export);
}

static void
maq_window_class_init (MaqWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (MAQ_TYPE_WELCOME);
  object_class->dispose = maq_window_dispose;
  object_class->get_property = maq_window_get_property;
  object_class->set_property = maq_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = maq_window_close_request;
  properties[PROP_ARRANGEMENT] = g_param_spec_string ("arrangement", NULL, NULL, NULL, flags);
  properties[PROP_SONG] = g_param_spec_string ("song", NULL, NULL, NULL, flags);
  properties[PROP_INSPECTOR_SHOWN] = g_param_spec_boolean ("inspector-shown", NULL, NULL, TRUE,
                                                           flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "score.arrangement", "arrangement");
  gtk_widget_class_install_property_action (widget_class, "score.song", "song");
  gtk_widget_class_install_property_action (widget_class, "view.inspector", "inspector-shown");
  maq_window_actions_class_init (widget_class);
  maq_window_files_class_init (widget_class);
  maq_window_export_class_init (widget_class);
  maq_window_new_class_init (widget_class);
  maq_window_remark_class_init (widget_class);
  maq_window_chords_class_init (widget_class);
  maq_window_view_class_init (widget_class);
  maq_window_loop_class_init (widget_class);
  maq_window_layer_class_init (widget_class);
  maq_window_arc_class_init (widget_class);
  maq_window_review_class_init (widget_class);
  maq_window_session_class_init (widget_class);
}

static void
performed_cb (MaqWindow *self)
{
  if (self->timeline == NULL)
    return;
  maq_timeline_set_performance (self->timeline, maq_listener_get_performance (self->listener));
  maq_window_performed_loop (self);
  maq_window_performed_here (self);
  maq_window_measure (self);
}

/* The audio side takes as long to start as the window: it comes after the first frame. */
void
maq_window_ensure_listener (MaqWindow *self)
{
  GObject *player;

  if (self->listener != NULL)
    return;
  self->listener = maq_listener_new ();
  player = maq_listener_get_player (self->listener);
  g_settings_bind (self->settings, "metronome", player, "metronome", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "count-in", player, "count-in", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "master-gain-db", player, "gain", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->listener, "notify::playing", G_CALLBACK (playing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->listener, "performed", G_CALLBACK (performed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->listener, "notify::message",
                           G_CALLBACK (maq_window_update_banner), self, G_CONNECT_SWAPPED);
}

static void
sentence_cb (MaqWindow *self)
{
  g_autofree char *sentence = NULL;

  g_object_get (self->moves_bar, "sentence", &sentence, NULL);
  gtk_widget_set_visible (self->move_sentence, sentence != NULL);
  if (sentence != NULL)
    gtk_label_set_label (GTK_LABEL (self->move_sentence), sentence);
}

/* A third of the window's widgets: they come with the first song, not before the first frame. */
static void
ensure_stage (MaqWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *stage;

  if (self->flap != NULL)
    return;
  g_type_ensure (MAQ_TYPE_OVERVIEW);
  g_type_ensure (MAQ_TYPE_TIMELINE);
  g_type_ensure (MAQ_TYPE_EMPTY_HINT);
  g_type_ensure (MAQ_TYPE_INSPECTOR);
  g_type_ensure (MAQ_TYPE_MOVES_BAR);
  g_type_ensure (MAQ_TYPE_TRANSPORT);
  builder = gtk_builder_new_from_resource ("/io/github/maquette/Maquette/ui/maq-stage.ui");
  stage = GTK_WIDGET (gtk_builder_get_object (builder, "stage"));
  self->flap = ADW_FLAP (gtk_builder_get_object (builder, "flap"));
  self->timeline = MAQ_TIMELINE (gtk_builder_get_object (builder, "timeline"));
  self->inspector = MAQ_INSPECTOR (gtk_builder_get_object (builder, "inspector"));
  self->empty_hint = MAQ_EMPTY_HINT (gtk_builder_get_object (builder, "empty_hint"));
  self->moves_bar = MAQ_MOVES_BAR (gtk_builder_get_object (builder, "moves_bar"));
  self->move_sentence = GTK_WIDGET (gtk_builder_get_object (builder, "move_sentence"));
  self->transport = MAQ_TRANSPORT (gtk_builder_get_object (builder, "transport"));
  gtk_stack_add_named (self->stack, stage, "editor");
  maq_timeline_set_overview (self->timeline,
                             MAQ_OVERVIEW (gtk_builder_get_object (builder, "overview")));
  g_settings_bind (self->settings, "head-width", self->timeline, "head-width",
                   G_SETTINGS_BIND_DEFAULT);
  maq_window_inspector_init (self);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (flap_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "seek", G_CALLBACK (maq_window_seek), self,
                           G_CONNECT_SWAPPED);
  maq_window_loop_init (self);
  g_signal_connect_object (self->moves_bar, "notify::sentence", G_CALLBACK (sentence_cb), self,
                           G_CONNECT_SWAPPED);
  maq_transport_set_listener (self->transport, self->listener);
  maq_window_watch_arcs (self);
  maq_compat_name_buttons (stage);
  flap_cb (self);
}

static void
bind_settings (MaqWindow *self)
{
  self->settings = g_settings_new (MAQ_APPLICATION_ID);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
maq_window_init (MaqWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->recent = g_menu_new ();
  adw_split_button_set_menu_model (self->open_button, G_MENU_MODEL (self->recent));
  maq_window_files_update_recent (self);
  bind_settings (self);
  maq_window_show_banner (self, NULL, NULL, NULL, NULL, NULL);
  maq_window_actions_init (self);
  maq_window_chords_init (self);
  maq_window_hear_init (self);
  maq_compat_name_buttons (GTK_WIDGET (self));
  maq_touch_show_tooltips (GTK_WIDGET (self));
  maq_window_actions_update (self);
}

GtkWidget *
maq_window_new (AdwApplication *application)
{
  return g_object_new (MAQ_TYPE_WINDOW, "application", application, NULL);
}

void
maq_window_set_document (MaqWindow   *self,
                         MaqDocument *document)
{
  g_autoptr (MaqEditor) editor = maq_editor_new (document);

  maq_window_ensure_listener (self);
  ensure_stage (self);
  if (self->editor != NULL)
    {
      maq_window_keep_view (self);
      maq_document_close (maq_editor_get_document (self->editor));
    }
  g_set_object (&self->editor, editor);
  maq_window_chords_update (self);
  self->loop = (MaqLoop) { 0 };
  self->loop_waits = FALSE;
  self->waiting_ticks = 0;
  maq_listener_stop (self->listener);
  g_signal_connect_object (editor, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (maq_window_actions_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (maq_window_look_at_balance),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "audition", G_CALLBACK (audition_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify", G_CALLBACK (document_notify_cb), self,
                           G_CONNECT_SWAPPED);
  maq_history_menu_attach (self->history_button, editor);
  maq_window_review_set_editor (self);
  maq_timeline_set_editor (self->timeline, editor);
  maq_empty_hint_set_editor (self->empty_hint, editor);
  maq_moves_bar_set_editor (self->moves_bar, editor);
  maq_transport_set_editor (self->transport, editor);
  maq_inspector_set_editor (self->inspector, editor);
  gtk_stack_set_visible_child_name (self->stack, "editor");
  gtk_stack_set_visible_child_name (self->title_stack, "editor");
  shown_cb (self);
  document_notify_cb (self);
  maq_listener_seek (self->listener, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  maq_window_restore_view (self);
}

gboolean
maq_window_is_gone (MaqWindow *self)
{
  return self->settings == NULL;
}

MaqDocument *
maq_window_get_document (MaqWindow *self)
{
  return self->editor == NULL ? NULL : maq_editor_get_document (self->editor);
}
