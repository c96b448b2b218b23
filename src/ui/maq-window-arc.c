/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Arcs: which one is shown, its shape, and what is measured beside it.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-arc-list.h"
#include "maq-follow-popover.h"

#define SHOWN "arcs-shown"

static void
measured_cb (MaqWindow      *self,
             MaqPerformance *performance,
             GPtrArray      *measures)
{
  if (self->timeline != NULL)
    maq_timeline_set_measures (self->timeline, performance, measures);
  maq_inspector_take_measures (self->inspector, performance, measures);
  maq_window_review_take_measures (self, performance, measures);
  if (self->following == NULL)
    self->following = maq_following_new ();
  maq_following_learn (self->following,
                       maq_player_get_soundfont (
                         MAQ_PLAYER (maq_listener_get_player (self->listener))),
                       performance, measures);
}

static void
balanced_cb (MaqWindow  *self,
             guint64     section,
             MaqBalance *balance)
{
  maq_inspector_take_balance (self->inspector, section, balance);
}

void
maq_window_look_at_balance (MaqWindow *self)
{
  MaqArrangement *arrangement;
  int index;

  if (self->measuring == NULL || self->editor == NULL)
    return;
  arrangement = maq_editor_get_arrangement (self->editor);
  index = maq_editor_get_section_index (self->editor);
  maq_measuring_look_at (self->measuring,
                         index < 0 || maq_editor_get_layer_index (self->editor) >= 0 ? 0
                         : maq_section_get_id (maq_arrangement_get_section (arrangement,
                                                                            (guint) index)));
}

static void
progress_cb (MaqWindow *self,
             guint      done,
             guint      total)
{
  if (self->timeline != NULL)
    maq_timeline_set_measuring (self->timeline, done, total);
  maq_inspector_set_measuring (self->inspector, g_settings_get_boolean (self->settings, SHOWN),
                               total > 0);
  maq_window_review_set_measuring (self, done, total);
}

void
maq_window_measure (MaqWindow *self)
{
  MaqPerformance *performance = maq_listener_get_performance (self->listener);
  MaqSoundfont *font = maq_player_get_soundfont (
    MAQ_PLAYER (maq_listener_get_player (self->listener)));

  if (performance == NULL || font == NULL || self->timeline == NULL ||
      !maq_timeline_get_arcs_shown (self->timeline))
    return;
  if (self->measuring == NULL)
    {
      self->measuring = maq_measuring_new ();
      g_signal_connect_object (self->measuring, "measured", G_CALLBACK (measured_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->measuring, "balanced", G_CALLBACK (balanced_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->measuring, "progress", G_CALLBACK (progress_cb), self,
                               G_CONNECT_SWAPPED);
    }
  maq_measuring_take (self->measuring, font, performance);
  maq_inspector_take_balance (self->inspector, MAQ_ID_NONE, NULL);
  maq_window_look_at_balance (self);
}

static void
shown_cb (MaqWindow *self)
{
  gboolean shown = g_settings_get_boolean (self->settings, SHOWN);

  maq_timeline_set_arcs_shown (self->timeline, shown);
  maq_inspector_set_measuring (self->inspector, shown, FALSE);
  if (shown)
    {
      maq_window_measure (self);
      return;
    }
  maq_window_review_drop_measures (self);
  if (self->measuring != NULL)
    maq_measuring_stop (self->measuring);
}

void
maq_window_watch_arcs (MaqWindow *self)
{
  g_signal_connect_object (self->settings, "changed::" SHOWN, G_CALLBACK (shown_cb), self,
                           G_CONNECT_SWAPPED);
  /* the band is often there before its instruments are */
  g_signal_connect_object (maq_listener_get_player (self->listener), "notify::ready",
                           G_CALLBACK (maq_window_measure), self, G_CONNECT_SWAPPED);
  shown_cb (self);
}

static void
toggle_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  gboolean shown = g_settings_get_boolean (self->settings, SHOWN);

  if (self->editor == NULL)
    return;
  g_settings_set_boolean (self->settings, SHOWN, !shown);
  if (shown)
    maq_timeline_focus_selection (self->timeline);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor == NULL)
    return;
  g_settings_set_boolean (self->settings, SHOWN, TRUE);
  maq_timeline_focus_arc (self->timeline);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  const char *nick;
  const char *name;
  MaqArcKind kind;

  g_variant_get (parameter, "(&s&s)", &nick, &name);
  if (self->editor != NULL && maq_arc_kind_from_nick (nick, &kind))
    maq_timeline_set_arc (self->timeline, kind, *name != '\0' ? name : NULL);
}

static void
shape_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  int shape = g_variant_get_int32 (parameter);
  const char *name;
  MaqArcKind kind;

  if (self->editor == NULL || shape < 0 || shape >= MAQ_N_ARC_SHAPES)
    return;
  kind = maq_timeline_get_arc (self->timeline, &name);
  maq_editor_apply (self->editor, maq_move_shape_arc (kind, name, (MaqArcShape) shape));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  const char *name;
  MaqArcKind kind;

  if (self->editor == NULL)
    return;
  kind = maq_timeline_get_arc (self->timeline, &name);
  maq_editor_apply (self->editor, maq_move_delete_arc (kind, name));
}

static gboolean
show_points_cb (gpointer data)
{
  MaqWindow *self = data;
  GtkWidget *list;
  const char *name;
  MaqArcKind kind;

  if (self->editor == NULL || !maq_timeline_get_arcs_shown (self->timeline))
    return G_SOURCE_REMOVE;
  kind = maq_timeline_get_arc (self->timeline, &name);
  list = maq_arc_list_new (self->editor, kind, name);
  maq_timeline_show_at_arc (self->timeline, list);
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* Once the menu that it was chosen from is gone, or that would take the focus back. */
static void
points_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  if (MAQ_WINDOW (widget)->editor == NULL)
    return;
  g_settings_set_boolean (MAQ_WINDOW (widget)->settings, SHOWN, TRUE);
  g_idle_add_full (G_PRIORITY_LOW, show_points_cb, g_object_ref (widget), g_object_unref);
}

static void
name_activated_cb (MaqWindow *self,
                   GtkEntry  *entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*name == '\0')
    return;
  maq_timeline_set_arc (self->timeline, MAQ_ARC_OTHER, name);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
ask_name_cb (gpointer data)
{
  MaqWindow *self = data;
  GtkWidget *popover;
  GtkWidget *entry;

  if (self->editor == NULL || !maq_timeline_get_arcs_shown (self->timeline))
    return G_SOURCE_REMOVE;
  popover = gtk_popover_new ();
  entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("What rises and falls?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the arc"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (name_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  maq_timeline_show_at_arc (self->timeline, popover);
  gtk_widget_grab_focus (entry);
  return G_SOURCE_REMOVE;
}

/* What else rises and falls has a name: hope, anger, heat. The menu that it was chosen from
 * goes first, or it would take the focus back. */
static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  g_idle_add_full (G_PRIORITY_LOW, ask_name_cb, g_object_ref (widget), g_object_unref);
}

static void
proposed_cb (MaqWindow *self,
             MaqFollow *follow)
{
  if (self->timeline != NULL)
    maq_timeline_set_proposed (self->timeline, follow);
}

/* The sections that are selected as such, or of which several are; else the whole song. */
static GArray *
find_followers (MaqWindow *self)
{
  GArray *ids = maq_editor_list_sections (self->editor);
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  if (range.n_layers > 0 && range.n_sections < 2)
    g_array_set_size (ids, 0);
  return ids;
}

static gboolean
follow_idle_cb (gpointer data)
{
  MaqWindow *self = data;
  g_autoptr (GArray) sections = NULL;
  GtkWidget *popover;

  if (self->editor == NULL || !maq_timeline_get_arcs_shown (self->timeline))
    return G_SOURCE_REMOVE;
  if (self->following == NULL)
    self->following = maq_following_new ();
  popover = maq_follow_popover_new (self->following);
  g_signal_connect_object (popover, "proposed", G_CALLBACK (proposed_cb), self,
                           G_CONNECT_SWAPPED);
  maq_window_hear_from (self, popover);
  /* the popover that was there goes first, which stops what it has started */
  maq_timeline_show_at_arc (self->timeline, popover);
  sections = find_followers (self);
  maq_follow_popover_start (MAQ_FOLLOW_POPOVER (popover), self->editor,
                            maq_player_get_soundfont (
                              MAQ_PLAYER (maq_listener_get_player (self->listener))),
                            (const MaqId *) (gpointer) sections->data, sections->len);
  return G_SOURCE_REMOVE;
}

/* The arc of energy is shown with it, and what it comes to. The menu that it was chosen from goes
 * first, or it would take the focus back. */
static void
follow_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor == NULL)
    return;
  g_settings_set_boolean (self->settings, SHOWN, TRUE);
  maq_timeline_set_arc (self->timeline, MAQ_ARC_ENERGY, NULL);
  g_idle_add_full (G_PRIORITY_LOW, follow_idle_cb, g_object_ref (widget), g_object_unref);
}

void
maq_window_arc_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.arcs", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "view.edit-arc", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "arc.choose", "(ss)", choose_cb);
  gtk_widget_class_install_action (widget_class, "arc.shape", "i", shape_cb);
  gtk_widget_class_install_action (widget_class, "arc.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "arc.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "arc.points", NULL, points_cb);
  gtk_widget_class_install_action (widget_class, "arc.follow", NULL, follow_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, GDK_CONTROL_MASK, "arc.points",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "arc.follow", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "view.edit-arc", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, GDK_SHIFT_MASK, "view.arcs",
                                       NULL);
}
