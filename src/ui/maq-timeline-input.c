/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The keyboard on the timeline, its menus, clicks and the wheel. The keyboard moves
 * one cursor, the selection, over parts, section heads and layer heads; the focus
 * goes with it. What the pointer drags is in maq-timeline-drag.c.
 */

#include "maq-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-chord-lane.h"
#include "maq-bar-map.h"
#include "maq-group-head.h"
#include "maq-group-view.h"
#include "maq-layer-head.h"
#include "maq-limits.h"
#include "maq-part-view.h"
#include "maq-section-head.h"
#include "maq-way-out.h"

#define WHEEL_ZOOM 1.12
/* The sign of the way out in the corner of a head. */
#define SIGN_SIZE 20

static void
pressed_cb (MaqTimeline *self,
            int          n_press,
            double       x,
            double       y)
{
  MaqHit hit;

  if (self->editor == NULL || n_press != 2 || maq_timeline_is_on_button (self, x, y))
    return;
  hit = maq_timeline_hit_at (self, x, y);
  if (hit.zone == MAQ_ZONE_GROUP)
    gtk_widget_activate_action (GTK_WIDGET (self), "score.group", NULL);
  else if (hit.zone == MAQ_ZONE_SECTION || hit.zone == MAQ_ZONE_LAYER)
    maq_timeline_rename_selection (self);
}

static const char *
get_menu_name (MaqPath selection)
{
  if (selection.section != MAQ_ID_NONE && selection.layer != MAQ_ID_NONE)
    return "part-menu";
  if (selection.section != MAQ_ID_NONE)
    return "section-menu";
  return selection.layer != MAQ_ID_NONE ? "layer-menu" : "song-menu";
}

/* "4 bars": as many as there are, at most */
static void
append_counts (GMenu      *menu,
               const char *action,
               int         bar,
               int         most)
{
  for (int n = 1; n <= MIN (most, 8); n *= 2)
    {
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar", "%d bars",
                                                            (gulong) n), n);
      g_autoptr (GMenuItem) item = g_menu_item_new (text, NULL);

      g_menu_item_set_action_and_target (item, action, "(ii)", bar, n);
      g_menu_append_item (menu, item);
    }
}

static void
append_kinds (GMenu *menu)
{
  g_autoptr (GMenu) kinds = g_menu_new ();

  for (int kind = 0; kind < MAQ_N_SECTION_KINDS; kind++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (maq_section_kind_get_label (kind), NULL);

      g_menu_item_set_action_and_target (item, "score.kind", "s",
                                         maq_section_kind_get_nick (kind));
      g_menu_append_item (kinds, item);
    }
  g_menu_append_submenu (menu, _("Kind"), G_MENU_MODEL (kinds));
}

static void
append_colours (GMenu *menu)
{
  g_autoptr (GMenu) colours = g_menu_new ();
  g_autoptr (GMenu) near = g_menu_new ();

  for (int colour = 0; colour < MAQ_N_COLOURS; colour++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (maq_colour_get_label (colour), NULL);

      g_menu_item_set_action_and_target (item, "score.colour", "s", maq_colour_get_nick (colour));
      g_menu_append_item (colours, item);
    }
  g_menu_append_submenu (near, _("Colour"), G_MENU_MODEL (colours));
  g_menu_insert_section (menu, 1, NULL, G_MENU_MODEL (near));
}

/* Bars come in and go where the menu was asked for, which it says. */
static void
append_bars (MaqTimeline *self,
             GMenu       *menu,
             double       x)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  int section = maq_editor_get_section_index (self->editor);
  const MaqFormSection *place;
  g_autoptr (GMenu) bars = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) fewer = g_menu_new ();
  g_autoptr (GMenu) ways_out = NULL;
  g_autofree char *insert = NULL;
  g_autofree char *cut = NULL;
  int bar;

  if (section < 0)
    return;
  place = maq_form_get_section (form, (guint) section);
  bar = (int) floor (x >= 0 ? maq_timeline_metrics_x_to_bar (&self->metrics, x)
                            : maq_bar_map_from_ticks (form, self->position_ticks));
  if (bar < place->first_bar || bar >= place->first_bar + place->bars)
    bar = place->first_bar;
  insert = g_strdup_printf (_("Insert Bars Before Bar %d"), bar + 1);
  cut = g_strdup_printf (_("Delete Bars From Bar %d"), bar + 1);
  append_counts (more, "score.insert-bars", bar, MAQ_LIMIT_BARS);
  append_counts (fewer, "score.delete-bars", bar, place->first_bar + place->bars - bar);
  g_menu_append_submenu (bars, insert, G_MENU_MODEL (more));
  g_menu_append_submenu (bars, cut, G_MENU_MODEL (fewer));
  if (bar > place->first_bar)
    {
      g_autofree char *split = g_strdup_printf (_("Split Before Bar %d"), bar + 1);
      g_autoptr (GMenuItem) item = g_menu_item_new (split, NULL);

      g_menu_item_set_action_and_target (item, "score.split", "i", bar);
      g_menu_append_item (bars, item);
    }
  append_kinds (bars);
  ways_out = maq_way_out_create_menu ();
  g_menu_append_submenu (bars, _("Way Out"), G_MENU_MODEL (ways_out));
  /* near the pointer that asked for them */
  g_menu_insert_section (menu, 1, NULL, G_MENU_MODEL (bars));
}

/* What is below or above its place is never moved up or down to fit on the display, as a long
 * menu has to be; what is beside it is. */
static void
place_beside (GtkWidget *popover)
{
  gtk_popover_set_position (GTK_POPOVER (popover),
                            gtk_widget_get_direction (popover) == GTK_TEXT_DIR_RTL
                              ? GTK_POS_LEFT : GTK_POS_RIGHT);
  gtk_widget_set_valign (popover, GTK_ALIGN_START);
}

/* @x: where in the content it was asked for; below 0, by the keyboard */
static void
show_menu (MaqTimeline  *self,
           GdkRectangle  at,
           double        x)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/maquette/Maquette/ui/maq-menus.ui");
  MaqPath selection = maq_editor_get_selection (self->editor);
  GObject *model = gtk_builder_get_object (builder, get_menu_name (selection));
  GtkWidget *popover;

  /* the menu of a part is long enough as it is */
  if (maq_editor_get_layer_index (self->editor) < 0)
    append_bars (self, G_MENU (model), x);
  else if (selection.section == MAQ_ID_NONE)
    append_colours (G_MENU (model));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  place_beside (popover);
  maq_timeline_show_popover (self, popover, at);
}

void
maq_timeline_show_menu_at (MaqTimeline *self,
                           MaqHit       hit,
                           double       x,
                           double       y)
{
  if (!maq_timeline_is_in_range (self, hit))
    maq_timeline_select_hit (self, hit, FALSE);
  show_menu (self, (GdkRectangle) { (int) x, (int) y, 1, 1 },
             MAX (maq_timeline_get_content_x (self, maq_timeline_get_metrics_x (self, x)), 0));
}

static void
secondary_pressed_cb (MaqTimeline     *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  if (self->editor == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  maq_timeline_show_menu_at (self, maq_timeline_hit_at (self, x, y), x, y);
}

/* Where the selection is in the view; the metrics know it before its widget has been placed. */
static GdkRectangle
get_selection_box (MaqTimeline *self)
{
  const MaqTimelineMetrics *metrics = &self->metrics;
  int section = maq_editor_get_section_index (self->editor);
  int layer = maq_editor_get_layer_index (self->editor);
  int top = maq_timeline_metrics_get_top (metrics);
  int grid_x = maq_timeline_get_grid_x (self);
  GdkRectangle at = { 0, metrics->ruler_height, metrics->head_width, metrics->section_height };
  MaqBox box;

  if (section >= 0)
    {
      box = maq_timeline_metrics_section_box (metrics, (guint) section);
      at.x = grid_x + box.x - metrics->scroll_x;
      at.width = box.width;
    }
  else if (grid_x == 0)
    at.x = gtk_widget_get_width (GTK_WIDGET (self)) - metrics->head_width;
  if (layer >= 0)
    {
      at.y = top + maq_timeline_metrics_layer_y (metrics, (guint) layer) - metrics->scroll_y;
      at.height = metrics->row_height;
    }
  at.x = CLAMP (at.x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - 1);
  at.y = CLAMP (at.y, 0, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  at.width = MIN (at.width, gtk_widget_get_width (GTK_WIDGET (self)) - at.x);
  return at;
}

void
maq_timeline_show_at_selection (MaqTimeline *self,
                                GtkWidget   *popover)
{
  maq_timeline_focus_selection (self);
  maq_timeline_show_popover (self, popover, get_selection_box (self));
}

/* The sign in a head is clicked on. */
static void
way_out_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  g_autoptr (GMenu) menu = maq_way_out_create_menu ();
  GtkWidget *popover;
  GdkRectangle at;

  if (self->editor == NULL)
    return;
  maq_editor_select (self->editor, g_variant_get_uint64 (parameter), MAQ_ID_NONE);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  at = get_selection_box (self);
  at.x += at.width - MIN (at.width, SIGN_SIZE);
  at.y += at.height - MIN (at.height, SIGN_SIZE);
  at.width = MIN (at.width, SIGN_SIZE);
  at.height = MIN (at.height, SIGN_SIZE);
  maq_timeline_show_popover (self, popover, at);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  GdkRectangle at;

  if (self->editor == NULL)
    return FALSE;
  maq_timeline_focus_selection (self);
  at = get_selection_box (self);
  /* beside a section that is as wide as the view there is no room */
  at.width = MIN (at.width, self->metrics.head_width);
  show_menu (self, at, -1);
  return TRUE;
}

static void
rename_activated_cb (MaqTimeline *self,
                     GtkEntry    *entry)
{
  MaqPath selection = maq_editor_get_selection (self->editor);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean done;

  if (selection.section != MAQ_ID_NONE)
    done = maq_editor_apply (self->editor, maq_move_rename_section (selection.section, name));
  else
    done = maq_editor_apply (self->editor, maq_move_rename_layer (selection.layer, name));
  if (done)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

void
maq_timeline_rename_selection (MaqTimeline *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  int section = maq_editor_get_section_index (self->editor);
  int layer = maq_editor_get_layer_index (self->editor);
  GtkWidget *popover;
  GtkWidget *entry;

  if ((section < 0) == (layer < 0))
    return;
  entry = gtk_entry_new ();
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_editable_set_text (GTK_EDITABLE (entry),
                         section >= 0
                           ? maq_section_get_name (maq_arrangement_get_section (arrangement,
                                                                                (guint) section))
                           : maq_layer_get_name (maq_arrangement_get_layer (arrangement,
                                                                            (guint) layer)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"),
                                  -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (rename_activated_cb), self,
                           G_CONNECT_SWAPPED);
  maq_timeline_show_popover (self, popover, get_selection_box (self));
  gtk_widget_grab_focus (entry);
}

static gboolean
scroll_cb (MaqTimeline              *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (self->editor == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) == 0)
    return maq_timeline_turn_levels (self, dy, controller);
  maq_timeline_zoom_about (self, self->metrics.px_per_bar * pow (WHEEL_ZOOM, -dy),
                           self->pointer_x);
  return GDK_EVENT_STOP;
}

/* Between the section heads and the first layer lies the chord lane, which has bars of its own. */
static gboolean
enter_lane (MaqTimeline *self,
            int          dy)
{
  int row = maq_editor_get_layer_index (self->editor);
  int section = maq_editor_get_section_index (self->editor);

  if (section < 0 || dy == 0 || (dy < 0 ? row < 0 : row >= 0) ||
      (row >= 0 && maq_timeline_metrics_step_layer (&self->metrics, row, dy) >= 0))
    return FALSE;
  maq_chord_lane_enter (MAQ_CHORD_LANE (self->chord_lane),
                        maq_timeline_get_section_id (self, section));
  return TRUE;
}

static void
leave_lane_cb (MaqTimeline *self,
               int          direction)
{
  int row = direction < 0 || self->metrics.n_layers == 0 ? -1 : 0;

  maq_timeline_select_rows (self, maq_editor_get_section_index (self->editor), row, FALSE);
  maq_timeline_focus_selection (self);
}

static void
reveal_bar_cb (MaqTimeline *self,
               int          bar)
{
  int x = maq_timeline_metrics_bar_to_x (&self->metrics, bar);

  maq_timeline_scroll_to (self, (MaqBox) { x, 0, MAX ((int) self->metrics.px_per_bar, 1), 0 });
}

void
maq_timeline_type_chords (MaqTimeline *self)
{
  int section = maq_editor_get_section_index (self->editor);

  maq_chord_lane_edit (MAQ_CHORD_LANE (self->chord_lane),
                       maq_timeline_get_section_id (self, MAX (section, 0)));
}

/* The keyboard: column -1 are the layer heads, row -1 the section heads. */
static gboolean
move_cursor_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  int column;
  int row;
  int dx;
  int dy;

  if (self->editor == NULL)
    return FALSE;
  g_variant_get (args, "(ii)", &dx, &dy);
  if (enter_lane (self, dy))
    return TRUE;
  column = maq_editor_get_section_index (self->editor) + dx;
  row = maq_timeline_metrics_step_layer (&self->metrics,
                                         maq_editor_get_layer_index (self->editor), dy);
  column = CLAMP (column, -1, (int) self->metrics.n_sections - 1);
  if (column < 0 && row < 0)
    column = dx == 0 ? -1 : 0;
  if (column < 0 && row < 0)
    return TRUE;
  maq_timeline_select_rows (self, column, row, FALSE);
  maq_timeline_focus_selection (self);
  return TRUE;
}

/* With Shift the selection grows and shrinks; it stays among parts, or among heads of a sort. */
static gboolean
extend_cursor_cb (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   user_data)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  int column;
  int row;
  int dx;
  int dy;

  if (self->editor == NULL)
    return FALSE;
  g_variant_get (args, "(ii)", &dx, &dy);
  column = maq_editor_get_section_index (self->editor);
  row = maq_editor_get_layer_index (self->editor);
  if (column >= 0)
    column = CLAMP (column + dx, 0, (int) self->metrics.n_sections - 1);
  if (row >= 0)
    row = MAX (maq_timeline_metrics_step_layer (&self->metrics, row, dy), 0);
  if (column < 0 && row < 0)
    return move_cursor_cb (widget, args, user_data);
  maq_timeline_select_rows (self, column, row, TRUE);
  maq_timeline_focus_selection (self);
  return TRUE;
}

/* What has the focus, a cell or a head, which need not be selected; else the cursor. -1 for the
 * section of a layer's head and the layer of a section's. */
static gboolean
find_focus (MaqTimeline *self,
            int         *section,
            int         *layer)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  guint column;
  guint row;

  *section = *layer = -1;
  if (MAQ_IS_PART_VIEW (focus) || MAQ_IS_GROUP_VIEW (focus))
    {
      if (MAQ_IS_PART_VIEW (focus))
        maq_part_view_get_place (MAQ_PART_VIEW (focus), &column, &row);
      else
        maq_group_view_get_place (MAQ_GROUP_VIEW (focus), &column, &row);
      *section = (int) column;
      *layer = (int) row;
    }
  else if (MAQ_IS_SECTION_HEAD (focus))
    *section = maq_arrangement_find_section (
      arrangement, maq_section_head_get_section (MAQ_SECTION_HEAD (focus)));
  else if (MAQ_IS_LAYER_HEAD (focus))
    *layer = maq_arrangement_find_layer (arrangement,
                                         maq_layer_head_get_layer (MAQ_LAYER_HEAD (focus)));
  else if (MAQ_IS_GROUP_HEAD (focus))
    *layer = maq_arrangement_find_layer (arrangement,
                                         maq_group_head_get_layer (MAQ_GROUP_HEAD (focus)));
  else
    {
      *section = maq_editor_get_section_index (self->editor);
      *layer = maq_editor_get_layer_index (self->editor);
    }
  return *section >= 0 || *layer >= 0;
}

static void
show_place (MaqTimeline *self,
            int          section,
            int          layer)
{
  MaqBox box = { 0 };

  if (section >= 0)
    box = maq_timeline_metrics_section_box (&self->metrics, (guint) section);
  box.y = maq_timeline_metrics_layer_y (&self->metrics, (guint) MAX (layer, 0));
  box.height = layer >= 0 ? self->metrics.row_height : 0;
  maq_timeline_scroll_to (self, box);
}

/* The focus goes on alone: what is selected stays so, and more can be added. */
static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  GtkWidget *next;
  int section;
  int layer;
  int dx;
  int dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  /* among heads there is but one way to go, the other keys have a meaning of their own there */
  if (self->editor == NULL || !find_focus (self, &section, &layer) ||
      (dx != 0 && section < 0) || (dy != 0 && layer < 0))
    return FALSE;
  if (section >= 0)
    section = CLAMP (section + dx, 0, (int) self->metrics.n_sections - 1);
  if (layer >= 0)
    layer = MAX (maq_timeline_metrics_step_layer (&self->metrics, layer, dy), 0);
  show_place (self, section, layer);
  next = maq_timeline_find_widget (self, maq_timeline_get_section_id (self, section),
                                   maq_timeline_get_layer_id (self, layer));
  if (next != NULL)
    gtk_widget_grab_focus (next);
  return TRUE;
}

static gboolean
toggle_selected_cb (GtkWidget *widget,
                    GVariant  *args,
                    gpointer   user_data)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  int section;
  int layer;

  if (self->editor == NULL || !find_focus (self, &section, &layer))
    return FALSE;
  maq_timeline_toggle (self, section, layer);
  return TRUE;
}

void
maq_timeline_show_selection (MaqTimeline *self)
{
  show_place (self, maq_editor_get_section_index (self->editor),
              maq_editor_get_layer_index (self->editor));
}

void
maq_timeline_focus_selection (MaqTimeline *self)
{
  MaqPath selection = maq_editor_get_selection (self->editor);
  GtkWidget *widget;

  maq_timeline_show_selection (self);
  widget = maq_timeline_find_widget (self, selection.section, selection.layer);
  maq_timeline_describe_selection (self, widget);
  if (widget == NULL || !gtk_widget_grab_focus (widget))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* One tab stop: in at what is selected, out from wherever it is. A song that was just opened
 * has its cursor nowhere yet: the first Tab sets it. */
static gboolean
maq_timeline_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *popover = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER);
  MaqPath selection;

  if (popover != NULL && gtk_widget_is_ancestor (popover, widget))
    return gtk_widget_child_focus (popover, direction);
  if (self->editor == NULL || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  selection = maq_editor_get_selection (self->editor);
  if (gtk_widget_is_focus (widget) &&
      (selection.section != MAQ_ID_NONE || selection.layer != MAQ_ID_NONE ||
       direction == GTK_DIR_TAB_BACKWARD || maq_timeline_get_section_id (self, 0) == MAQ_ID_NONE))
    return FALSE;
  if (selection.section == MAQ_ID_NONE && selection.layer == MAQ_ID_NONE)
    maq_timeline_select_rows (self, 0, 0, FALSE);
  maq_timeline_focus_selection (self);
  return TRUE;
}

static void
bind_cursor (GtkWidgetClass  *widget_class,
             guint            key,
             guint            keypad,
             int              dx,
             int              dy)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cursor_cb, "(ii)", dx, dy);
  gtk_widget_class_add_binding (widget_class, keypad, 0, move_cursor_cb, "(ii)", dx, dy);
  gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK, extend_cursor_cb, "(ii)", dx,
                                dy);
  gtk_widget_class_add_binding (widget_class, keypad, GDK_SHIFT_MASK, extend_cursor_cb, "(ii)", dx,
                                dy);
  gtk_widget_class_add_binding (widget_class, key, GDK_ALT_MASK | GDK_SHIFT_MASK, walk_cb, "(ii)",
                                dx, dy);
  gtk_widget_class_add_binding (widget_class, keypad, GDK_ALT_MASK | GDK_SHIFT_MASK, walk_cb,
                                "(ii)", dx, dy);
}

static void
bind_step (GtkWidgetClass  *widget_class,
           guint            key,
           GdkModifierType  modifiers,
           const char      *action,
           int              by)
{
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, "i", by);
}

/* As music is written: < grows towards the end; as sums are: * and / keep the proportions. */
static void
bind_levels (GtkWidgetClass *widget_class)
{
  GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  bind_step (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "score.entry", -1);
  bind_step (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "score.entry", 1);
  bind_step (widget_class, GDK_KEY_Left, both, "score.exit", -1);
  bind_step (widget_class, GDK_KEY_Right, both, "score.exit", 1);
  bind_step (widget_class, GDK_KEY_less, 0, "score.tilt", 1);
  bind_step (widget_class, GDK_KEY_greater, 0, "score.tilt", -1);
  bind_step (widget_class, GDK_KEY_asterisk, 0, "score.scale", 1);
  bind_step (widget_class, GDK_KEY_KP_Multiply, 0, "score.scale", 1);
  bind_step (widget_class, GDK_KEY_slash, 0, "score.scale", -1);
  bind_step (widget_class, GDK_KEY_KP_Divide, 0, "score.scale", -1);

  for (int level = 0; level <= 9; level++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (guint) level, 0,
                                           "score.level", "i", level);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + (guint) level, 0,
                                           "score.level", "i", level);
    }
}

void
maq_timeline_input_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    /* of several keys for one action, menus show the last */
    { GDK_KEY_KP_Enter, 0, "score.toggle" },
    { GDK_KEY_Return, 0, "score.toggle" },
    { GDK_KEY_BackSpace, 0, "score.delete" },
    { GDK_KEY_Delete, 0, "score.delete" },
    { GDK_KEY_F2, 0, "score.rename" },
    { GDK_KEY_Up, GDK_CONTROL_MASK, "score.louder" },
    { GDK_KEY_Down, GDK_CONTROL_MASK, "score.softer" },
    { GDK_KEY_plus, 0, "score.louder" },
    { GDK_KEY_minus, 0, "score.softer" },
    { GDK_KEY_Left, GDK_ALT_MASK, "score.move-earlier" },
    { GDK_KEY_Right, GDK_ALT_MASK, "score.move-later" },
    { GDK_KEY_Up, GDK_ALT_MASK, "score.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "score.move-down" },
    { GDK_KEY_r, 0, "score.ramp" },
    { GDK_KEY_k, 0, "score.pin" },
    { GDK_KEY_Delete, GDK_SHIFT_MASK, "score.strip-section" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "score.select-all" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "score.cut" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "score.copy" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "score.paste" },
    { GDK_KEY_g, GDK_CONTROL_MASK, "score.group" },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "score.ungroup" },
    { GDK_KEY_m, 0, "score.mute" },
    { GDK_KEY_s, 0, "score.solo" },
    { GDK_KEY_l, 0, "play.loop" },
    { GDK_KEY_t, 0, "view.target" },
    { GDK_KEY_n, 0, "score.remark" },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "score.previous-remark" },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "score.next-remark" },
    { GDK_KEY_b, 0, "play.bones" },
    { GDK_KEY_j, GDK_CONTROL_MASK, "score.join" },
    /* the window has these too, but the scroller between would take them for itself */
    { GDK_KEY_Home, 0, "play.to-start" },
    { GDK_KEY_Page_Up, 0, "play.previous" },
    { GDK_KEY_Page_Down, 0, "play.next" },
  };

  gtk_widget_class_install_action (widget_class, "section.way-out", "t", way_out_cb);
  widget_class->focus = maq_timeline_focus;
  bind_cursor (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_cursor (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_cursor (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind_cursor (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  bind_levels (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, toggle_selected_cb,
                                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "view.room", "t",
                                       (guint64) MAQ_ID_NONE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "score.transpose", "i",
                                       1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "score.transpose", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "view.fold", "t",
                                       (guint64) MAQ_ID_NONE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, 0, "view.instrument", "t",
                                       (guint64) MAQ_ID_NONE);
  /* below 0: in what is selected, else where the music is */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "score.insert-bars",
                                       "(ii)", -1, 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK,
                                       "score.delete-bars", "(ii)", -1, 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "score.split",
                                       "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

/* With Shift the selection goes up to a head wherever it is clicked, on its buttons too; with Ctrl
 * the layer is added to it, or taken away. */
static void
head_pressed_cb (MaqTimeline     *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  const GdkModifierType all = GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkNative *native = gtk_widget_get_native (self->head_column);
  GdkModifierType state;
  MaqHit hit;

  /* what a popover over the heads is told comes by here too */
  if (self->editor == NULL || event == NULL ||
      gdk_event_get_surface (event) != gtk_native_get_surface (native))
    return;
  state = gtk_event_controller_get_current_event_state (controller) & all;
  if (state != GDK_SHIFT_MASK && state != GDK_CONTROL_MASK)
    return;
  gtk_widget_translate_coordinates (self->head_column, GTK_WIDGET (self), x, y, &x, &y);
  hit = maq_timeline_hit_at (self, x, y);
  if (hit.zone != MAQ_ZONE_LAYER || !maq_timeline_is_on_button (self, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (state == GDK_SHIFT_MASK)
    maq_timeline_select_hit (self, hit, TRUE);
  else
    maq_timeline_toggle_hit (self, hit);
  maq_timeline_focus_selection (self);
}

static void
init_head_gesture (MaqTimeline *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (head_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->head_column, GTK_EVENT_CONTROLLER (click));
}

static void
init_gestures (MaqTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  init_head_gesture (self);
  maq_timeline_drag_init (self);
  maq_timeline_touch_init (self);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, self->drag_gesture);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
}

void
maq_timeline_input_init (MaqTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_widget_set_focusable (widget, TRUE);
  g_signal_connect_object (self->chord_lane, "reveal", G_CALLBACK (reveal_bar_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chord_lane, "leave", G_CALLBACK (leave_lane_cb), self,
                           G_CONNECT_SWAPPED);
  init_gestures (self);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, scroll);
}
