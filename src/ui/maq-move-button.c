/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-button.h"

#include <glib/gi18n-lib.h>

#include "maq-move-list.h"

#define LAYER_LIST_HEIGHT 320

struct _MaqMoveButton
{
  GtkBox         parent_instance;

  guint          index;
  MaqEditor     *editor;      /* only where the number stands for something in the song */
  GtkAdjustment *number;      /* NULL where the move has none */
  GtkWidget     *button;
  GtkWidget     *number_button;
  gboolean       is_hovered;
  gboolean       is_focused;
  gboolean       is_held;     /* by a finger */
  gboolean       was_touched; /* since the pointer moved */
  double         scrolled;    /* what of a step the wheel has turned so far */
};

enum
{
  SIGNAL_POINTED,
  SIGNAL_LEFT,
  SIGNAL_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqMoveButton, maq_move_button, GTK_TYPE_BOX)

/* The pointer leaves for the popover of the number, which belongs to the move. */
static gboolean
is_choosing (MaqMoveButton *self)
{
  GtkPopover *popover = NULL;

  if (self->number_button != NULL)
    popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->number_button));

  return popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover));
}

static void
tell (MaqMoveButton *self)
{
  gboolean is_on = self->is_hovered || self->is_focused || self->is_held || is_choosing (self);

  g_signal_emit (self, signals[is_on ? SIGNAL_POINTED : SIGNAL_LEFT], 0);
}

/* Under X a finger enters as a pointer does, and when it is lifted the pointer has moved to where
 * it was: neither points at the move. */
static void
motion_cb (MaqMoveButton *self)
{
  gboolean was_touched = self->was_touched;

  self->was_touched = FALSE;
  if (self->is_hovered || was_touched)
    return;
  self->is_hovered = TRUE;
  tell (self);
}

static void
leave_cb (MaqMoveButton *self)
{
  self->is_hovered = FALSE;
  tell (self);
}

static void
touched_cb (MaqMoveButton *self)
{
  self->was_touched = TRUE;
}

/* A finger can't hover: one that rests on the button shows the move, and lifting it there does
 * nothing yet. */
static void
held_cb (MaqMoveButton *self,
         double         x,
         double         y,
         GtkGesture    *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->is_held = TRUE;
  tell (self);
}

static void
lifted_cb (MaqMoveButton *self)
{
  if (!self->is_held)
    return;
  self->is_held = FALSE;
  tell (self);
}

/* The number's popover also brings the focus; only the keyboard's is meant to preview. */
static void
focus_in_cb (MaqMoveButton *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->is_focused = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
  if (self->is_focused)
    tell (self);
}

static void
focus_out_cb (MaqMoveButton *self)
{
  self->is_focused = FALSE;
  tell (self);
}

static void
say_number (MaqMoveButton *self)
{
  const char *title = _(maq_move_list_get (self->index)->title);
  g_autofree char *text = maq_move_list_dup_words (self->index, self->editor,
                                                   maq_move_button_get_number (self));
  /* Translators: a move and its number, "Lift: 2" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), title, text);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->number_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
number_cb (MaqMoveButton *self)
{
  say_number (self);
  tell (self);
}

/* The layers may have other names, or have come and gone. */
static void
shown_cb (MaqMoveButton *self)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  guint n_layers = maq_arrangement_get_n_layers (arrangement);

  gtk_adjustment_set_upper (self->number, n_layers > 0 ? n_layers - 1 : 0);
  if (gtk_adjustment_get_value (self->number) >= n_layers)
    gtk_adjustment_set_value (self->number, n_layers > 0 ? n_layers - 1 : 0);
  say_number (self);
}

/* Numbers grow upwards, layers lie below each other. */
static void
step (MaqMoveButton *self,
      int            steps)
{
  if (maq_move_list_get (self->index)->parameter == MAQ_MOVE_LAYER)
    steps = -steps;
  if (self->number != NULL)
    gtk_adjustment_set_value (self->number, gtk_adjustment_get_value (self->number) + steps);
}

static gboolean
scroll_cb (MaqMoveButton *self,
           double         dx,
           double         dy)
{
  int steps;

  if (self->number == NULL || dy == 0)
    return GDK_EVENT_PROPAGATE;

  self->scrolled -= dy;
  steps = (int) self->scrolled;
  self->scrolled -= steps;
  step (self, steps);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (MaqMoveButton   *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  if (self->number == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;

  step (self, key == GDK_KEY_Up ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
clicked_cb (MaqMoveButton *self)
{
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
maq_move_button_dispose (GObject *object)
{
  MaqMoveButton *self = MAQ_MOVE_BUTTON (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  g_clear_object (&self->number);
  G_OBJECT_CLASS (maq_move_button_parent_class)->dispose (object);
}

static void
maq_move_button_class_init (MaqMoveButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_move_button_dispose;
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", MAQ_TYPE_MOVE_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] = g_signal_new ("left", MAQ_TYPE_MOVE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", MAQ_TYPE_MOVE_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "movebutton");
}

static void
maq_move_button_init (MaqMoveButton *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (hold), GTK_PHASE_CAPTURE);
  g_signal_connect_object (hold, "begin", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (held_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hold, "end", G_CALLBACK (lifted_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, wheel);
  gtk_widget_add_css_class (widget, "linked");
}

static void
layer_activated_cb (MaqMoveButton *self,
                    GtkListBoxRow *row)
{
  gtk_adjustment_set_value (self->number, gtk_list_box_row_get_index (row));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->number_button));
}

/* The list is filled when it is asked for. */
static void
list_layers_cb (MaqMoveButton *self,
                GtkPopover    *popover)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  int now = maq_move_button_get_number (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Layers"), -1);
  for (int i = 0; self->editor != NULL && i <= gtk_adjustment_get_upper (self->number); i++)
    {
      g_autofree char *name = maq_move_list_dup_words (self->index, self->editor, i);
      GtkWidget *label = gtk_label_new (name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_list_box_select_row (GTK_LIST_BOX (list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), now));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (layer_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LAYER_LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (popover, scroller);
}

static void
fill_popover (MaqMoveButton       *self,
              GtkWidget           *popover,
              const MaqMoveChoice *choice)
{
  GtkWidget *spin;

  if (choice->parameter == MAQ_MOVE_LAYER)
    {
      gtk_widget_add_css_class (popover, "menu");
      g_signal_connect_object (popover, "show", G_CALLBACK (list_layers_cb), self,
                               G_CONNECT_SWAPPED);
      return;
    }
  spin = gtk_spin_button_new (self->number, 1, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(choice->tooltip), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), spin);
}

static void
add_number (MaqMoveButton       *self,
            const MaqMoveChoice *choice)
{
  GtkWidget *popover = gtk_popover_new ();

  self->number = g_object_ref_sink (gtk_adjustment_new (choice->usual, choice->low,
                                                        choice->high, 1, 1, 0));
  fill_popover (self, popover, choice);
  self->number_button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->number_button), popover);
  gtk_widget_set_tooltip_text (self->number_button,
                               choice->parameter == MAQ_MOVE_LAYER ? _("Which One (Up and Down)")
                               : choice->parameter == MAQ_MOVE_LAST_BARS
                                 ? _("In How Many of Its Last Bars (Up and Down)")
                               : _("How Many (Up and Down)"));
  gtk_widget_add_css_class (self->number_button, "number");
  gtk_box_append (GTK_BOX (self), self->number_button);
  g_signal_connect_object (popover, "closed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->number, "value-changed", G_CALLBACK (number_cb), self,
                           G_CONNECT_SWAPPED);
  number_cb (self);
}

GtkWidget *
maq_move_button_new (guint index)
{
  MaqMoveButton *self = g_object_new (MAQ_TYPE_MOVE_BUTTON, NULL);
  const MaqMoveChoice *choice = maq_move_list_get (index);

  self->index = index;
  self->button = gtk_button_new_with_label (_(choice->title));
  gtk_widget_set_tooltip_text (self->button, _(choice->tooltip));
  /* or the move would be shown once more when the pointer has left, if a key was pressed lately */
  gtk_widget_set_focus_on_click (self->button, FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->button);
  if (choice->high >= choice->low || choice->parameter == MAQ_MOVE_LAYER)
    add_number (self, choice);
  return GTK_WIDGET (self);
}

guint
maq_move_button_get_index (MaqMoveButton *self)
{
  return self->index;
}

int
maq_move_button_get_number (MaqMoveButton *self)
{
  return self->number == NULL ? 0 : (int) gtk_adjustment_get_value (self->number);
}

void
maq_move_button_set_editor (MaqMoveButton *self,
                            MaqEditor     *editor)
{
  if (maq_move_list_get (self->index)->parameter != MAQ_MOVE_LAYER)
    return;

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_set_object (&self->editor, editor);
  if (editor == NULL)
    return;
  g_signal_connect_object (editor, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  shown_cb (self);
}
