/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The hands on the timeline: pointer and keyboard.
 *
 * A drag is a pure preview: every motion applies a move to the root at its
 * start and shows what that gives; release commits it as one step, Escape
 * shows the old root again. The keyboard moves one cursor, the selection,
 * over parts, section heads and layer heads; the focus goes with it.
 */

#include "maq-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-bar-map.h"
#include "maq-limits.h"

#define DRAG_THRESHOLD 4
#define PX_PER_LEVEL 7.0
#define WHEEL_ZOOM 1.12

static MaqId
get_section_id (MaqTimeline *self,
                int          index)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);

  if (index < 0 || index >= (int) maq_arrangement_get_n_sections (arrangement))
    return MAQ_ID_NONE;
  return maq_section_get_id (maq_arrangement_get_section (arrangement, (guint) index));
}

static MaqId
get_layer_id (MaqTimeline *self,
              int          index)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);

  if (index < 0 || index >= (int) maq_arrangement_get_n_layers (arrangement))
    return MAQ_ID_NONE;
  return maq_layer_get_id (maq_arrangement_get_layer (arrangement, (guint) index));
}

static double
content_x (MaqTimeline *self,
           double       view_x)
{
  return view_x - self->metrics.head_width + self->metrics.scroll_x;
}

/* The metrics have the heads at the left, whatever the language. */
static double
metrics_x (MaqTimeline *self,
           double       widget_x)
{
  if (maq_timeline_get_grid_x (self) > 0)
    return widget_x;
  return maq_timeline_metrics_unmirror (&self->metrics, gtk_widget_get_width (GTK_WIDGET (self)),
                                        widget_x);
}

static MaqHit
hit_at (MaqTimeline *self,
        double       widget_x,
        double       widget_y)
{
  return maq_timeline_metrics_hit (&self->metrics, metrics_x (self, widget_x), widget_y);
}

static double
content_y (MaqTimeline *self,
           double       view_y)
{
  return view_y - maq_timeline_metrics_get_top (&self->metrics) + self->metrics.scroll_y;
}

static void
select_hit (MaqTimeline *self,
            MaqHit       hit)
{
  MaqId section = get_section_id (self, hit.section);
  MaqId layer = get_layer_id (self, hit.layer);

  switch (hit.zone)
    {
    case MAQ_ZONE_SECTION:
    case MAQ_ZONE_SECTION_EDGE:
    case MAQ_ZONE_CHORDS:
      maq_editor_select (self->editor, section, MAQ_ID_NONE);
      break;
    case MAQ_ZONE_LAYER:
      maq_editor_select (self->editor, MAQ_ID_NONE, layer);
      break;
    case MAQ_ZONE_CELL:
      maq_editor_select (self->editor, section, layer);
      break;
    case MAQ_ZONE_NONE:
    case MAQ_ZONE_CORNER:
      maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
      break;
    case MAQ_ZONE_RULER:
    default:
      break;
    }
}

static gboolean
is_on_button (MaqTimeline *self,
              double       x,
              double       y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (; picked != NULL && picked != GTK_WIDGET (self); picked = gtk_widget_get_parent (picked))
    if (GTK_IS_BUTTON (picked) || GTK_IS_MENU_BUTTON (picked) || GTK_IS_POPOVER (picked))
      return TRUE;
  return FALSE;
}

static MaqDragKind
get_drag_kind (MaqZone zone)
{
  switch (zone)
    {
    case MAQ_ZONE_RULER:
      return MAQ_DRAG_SEEK;
    case MAQ_ZONE_SECTION_EDGE:
      return MAQ_DRAG_EDGE;
    case MAQ_ZONE_SECTION:
      return MAQ_DRAG_SECTION;
    case MAQ_ZONE_LAYER:
      return MAQ_DRAG_LAYER;
    case MAQ_ZONE_CELL:
      return MAQ_DRAG_LEVEL;
    case MAQ_ZONE_NONE:
    case MAQ_ZONE_CORNER:
    case MAQ_ZONE_CHORDS:
    default:
      return MAQ_DRAG_NONE;
    }
}

static void
seek_to (MaqTimeline *self,
         double       view_x)
{
  gboolean free = (gtk_event_controller_get_current_event_state (
                     GTK_EVENT_CONTROLLER (self->drag_gesture)) & GDK_SHIFT_MASK) != 0;
  double bar = maq_timeline_metrics_x_to_bar (&self->metrics, content_x (self, view_x));

  bar = maq_timeline_metrics_snap (&self->metrics, free ? bar : floor (bar + 0.2), free);
  g_signal_emit_by_name (self, "seek",
                         maq_bar_map_to_ticks (maq_editor_get_form (self->editor), bar));
}

/* Remembers the geometry as it was, because the preview changes the present one. */
static void
keep_metrics (MaqTimeline *self)
{
  MaqTimelineMetrics *start = &self->drag.start;
  guint n = self->metrics.n_sections + 1;

  maq_timeline_metrics_clear (start);
  *start = self->metrics;
  start->first_bars = g_memdup2 (self->metrics.first_bars, n * sizeof *start->first_bars);
}

static void
drag_begin_cb (MaqTimeline    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  MaqDrag *drag = &self->drag;
  MaqHit hit;

  drag->kind = MAQ_DRAG_NONE;
  if (self->editor == NULL || is_on_button (self, x, y))
    return;
  hit = hit_at (self, x, y);
  select_hit (self, hit);
  if (hit.zone != MAQ_ZONE_RULER)
    maq_timeline_focus_selection (self);
  drag->kind = get_drag_kind (hit.zone);
  drag->x = metrics_x (self, x);
  drag->y = y;
  drag->is_moving = FALSE;
  drag->section = (guint) MAX (hit.section, 0);
  drag->layer = (guint) MAX (hit.layer, 0);
  drag->section_id = get_section_id (self, hit.section);
  drag->layer_id = get_layer_id (self, hit.layer);
  if (drag->kind == MAQ_DRAG_LEVEL)
    drag->level = maq_arrangement_get_level (maq_editor_get_arrangement (self->editor),
                                             drag->section, drag->layer_id);
  keep_metrics (self);
  if (drag->kind == MAQ_DRAG_EDGE)
    self->is_fitted = FALSE;  /* the ruler must not stretch under the pointer */
  if (drag->kind == MAQ_DRAG_SEEK)
    seek_to (self, drag->x);
}

/* With Ctrl a copy falls into the gap that is pointed at, or right behind the original. */
static MaqMove *
create_section_move (MaqDrag  *drag,
                     int       x,
                     gboolean  copies)
{
  guint to = maq_timeline_metrics_drop_section (&drag->start, drag->section, x);

  if (copies)
    return maq_move_copy_section (drag->section_id, (int) (to < drag->section ? to : to + 1));
  return maq_move_move_section (drag->section_id, (int) to);
}

static MaqMove *
create_drag_move (MaqTimeline *self,
                  double       x,
                  double       y,
                  gboolean     copies)
{
  MaqDrag *drag = &self->drag;
  int level;

  switch (drag->kind)
    {
    case MAQ_DRAG_EDGE:
      return maq_move_resize_section (drag->section_id,
                                      maq_timeline_metrics_edge_bars (&drag->start, drag->section,
                                                                      content_x (self, x)));
    case MAQ_DRAG_SECTION:
      return create_section_move (drag, content_x (self, x), copies);
    case MAQ_DRAG_LAYER:
      return maq_move_move_layer (drag->layer_id,
                                  (int) maq_timeline_metrics_drop_layer (
                                    &drag->start, drag->layer, content_y (self, y)));
    case MAQ_DRAG_LEVEL:
      level = drag->level + (int) lround ((drag->y - y) / PX_PER_LEVEL);
      return maq_move_part_level (drag->section_id, drag->layer_id,
                                  CLAMP (level, 0, MAQ_LEVEL_MAX));
    case MAQ_DRAG_NONE:
    case MAQ_DRAG_SEEK:
    default:
      return NULL;
    }
}

static void
drag_update_cb (MaqTimeline    *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  MaqDrag *drag = &self->drag;
  GdkModifierType state;
  MaqMove *move;

  if (drag->kind == MAQ_DRAG_NONE)
    return;
  if (!drag->is_moving && fabs (dx) < DRAG_THRESHOLD && fabs (dy) < DRAG_THRESHOLD)
    return;
  if (!drag->is_moving)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  drag->is_moving = TRUE;
  if (drag->kind == MAQ_DRAG_SEEK)
    {
      seek_to (self, drag->x + dx);
      return;
    }
  state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  move = create_drag_move (self, drag->x + dx, drag->y + dy, (state & GDK_CONTROL_MASK) != 0);
  if (move != NULL)
    maq_editor_preview (self->editor, move);
}

static void
drag_end_cb (MaqTimeline    *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  if (self->drag.kind != MAQ_DRAG_NONE && self->editor != NULL)
    maq_editor_commit_preview (self->editor);
  self->drag.kind = MAQ_DRAG_NONE;
}

gboolean
maq_timeline_cancel_drag (MaqTimeline *self)
{
  if (self->drag.kind == MAQ_DRAG_NONE)
    return FALSE;
  self->drag.kind = MAQ_DRAG_NONE;
  maq_editor_cancel_preview (self->editor);
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

static void
drag_cancel_cb (MaqTimeline *self)
{
  if (self->drag.kind != MAQ_DRAG_NONE && self->editor != NULL)
    maq_editor_cancel_preview (self->editor);
  self->drag.kind = MAQ_DRAG_NONE;
}

static void
pressed_cb (MaqTimeline *self,
            int          n_press,
            double       x,
            double       y)
{
  MaqHit hit;

  if (self->editor == NULL || n_press != 2 || is_on_button (self, x, y))
    return;
  hit = hit_at (self, x, y);
  if (hit.zone == MAQ_ZONE_CELL)
    maq_editor_apply (self->editor, maq_move_part_toggle (get_section_id (self, hit.section),
                                                          get_layer_id (self, hit.layer)));
  else if (hit.zone == MAQ_ZONE_CHORDS)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.edit-chords", NULL);
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

static void
show_menu (MaqTimeline  *self,
           GdkRectangle  at)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/maquette/Maquette/ui/maq-menus.ui");
  MaqPath selection = maq_editor_get_selection (self->editor);
  GObject *model = gtk_builder_get_object (builder, get_menu_name (selection));
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  maq_timeline_show_popover (self, popover, at);
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
  select_hit (self, hit_at (self, x, y));
  show_menu (self, (GdkRectangle) { (int) x, (int) y, 1, 1 });
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
      at.y = top + layer * metrics->row_height - metrics->scroll_y;
      at.height = metrics->row_height;
    }
  at.x = CLAMP (at.x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - 1);
  at.y = CLAMP (at.y, 0, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  at.width = MIN (at.width, gtk_widget_get_width (GTK_WIDGET (self)) - at.x);
  return at;
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);

  if (self->editor == NULL)
    return FALSE;
  maq_timeline_focus_selection (self);
  show_menu (self, get_selection_box (self));
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

  if ((state & GDK_CONTROL_MASK) == 0 || self->editor == NULL)
    return GDK_EVENT_PROPAGATE;
  maq_timeline_zoom_about (self, self->metrics.px_per_bar * pow (WHEEL_ZOOM, -dy),
                           self->pointer_x);
  return GDK_EVENT_STOP;
}

static void
motion_cb (MaqTimeline *self,
           double       x,
           double       y)
{
  MaqZone zone = hit_at (self, x, y).zone;
  const char *cursor = NULL;

  self->pointer_x = metrics_x (self, x);
  if (self->drag.kind == MAQ_DRAG_EDGE ||
      (self->drag.kind == MAQ_DRAG_NONE && zone == MAQ_ZONE_SECTION_EDGE))
    cursor = "col-resize";
  else if (self->drag.is_moving && (self->drag.kind == MAQ_DRAG_SECTION ||
                                    self->drag.kind == MAQ_DRAG_LAYER))
    cursor = "grabbing";
  else if (self->drag.is_moving && self->drag.kind == MAQ_DRAG_LEVEL)
    cursor = "ns-resize";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
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
  column = maq_editor_get_section_index (self->editor) + dx;
  row = maq_editor_get_layer_index (self->editor) + dy;
  column = CLAMP (column, -1, (int) self->metrics.n_sections - 1);
  row = CLAMP (row, -1, (int) self->metrics.n_layers - 1);
  if (column < 0 && row < 0)
    column = dx == 0 ? -1 : 0;
  if (column < 0 && row < 0)
    return TRUE;
  maq_editor_select (self->editor, get_section_id (self, column), get_layer_id (self, row));
  maq_timeline_focus_selection (self);
  return TRUE;
}

void
maq_timeline_focus_selection (MaqTimeline *self)
{
  MaqPath selection = maq_editor_get_selection (self->editor);
  int section = maq_editor_get_section_index (self->editor);
  int layer = maq_editor_get_layer_index (self->editor);
  MaqBox box = { 0 };
  GtkWidget *widget;

  if (section >= 0)
    box = maq_timeline_metrics_section_box (&self->metrics, (guint) section);
  box.y = MAX (layer, 0) * self->metrics.row_height;
  box.height = layer >= 0 ? self->metrics.row_height : 0;
  maq_timeline_scroll_to (self, box);
  widget = maq_timeline_find_widget (self, selection.section, selection.layer);
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
       direction == GTK_DIR_TAB_BACKWARD || get_section_id (self, 0) == MAQ_ID_NONE))
    return FALSE;
  if (selection.section == MAQ_ID_NONE && selection.layer == MAQ_ID_NONE)
    maq_editor_select (self->editor, get_section_id (self, 0), get_layer_id (self, 0));
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
}

static void
bind_levels (GtkWidgetClass *widget_class)
{
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
    { GDK_KEY_m, 0, "score.mute" },
    { GDK_KEY_s, 0, "score.solo" },
    { GDK_KEY_l, 0, "play.loop" },
    { GDK_KEY_n, 0, "score.remark" },
    /* the window has these too, but the scroller between would take them for itself */
    { GDK_KEY_Home, 0, "play.to-start" },
    { GDK_KEY_Page_Up, 0, "play.previous" },
    { GDK_KEY_Page_Down, 0, "play.next" },
  };

  widget_class->focus = maq_timeline_focus;
  bind_cursor (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_cursor (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_cursor (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind_cursor (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  bind_levels (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
init_gestures (MaqTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  self->drag_gesture = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag_gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag_gesture, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag_gesture, "drag-end", G_CALLBACK (drag_end_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag_gesture, "cancel", G_CALLBACK (drag_cancel_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag_gesture));
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
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_focusable (widget, TRUE);
  init_gestures (self);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
}
