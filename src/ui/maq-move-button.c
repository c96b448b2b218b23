/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-button.h"

#include <glib/gi18n-lib.h>

#include "maq-move-list.h"

struct _MaqMoveButton
{
  GtkBox         parent_instance;

  guint          index;
  GtkAdjustment *number;      /* NULL where the move has none */
  GtkWidget     *button;
  GtkWidget     *number_button;
  gboolean       is_hovered;
  gboolean       is_focused;
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
  gboolean is_on = self->is_hovered || self->is_focused || is_choosing (self);

  g_signal_emit (self, signals[is_on ? SIGNAL_POINTED : SIGNAL_LEFT], 0);
}

static void
enter_cb (MaqMoveButton *self)
{
  self->is_hovered = TRUE;
  tell (self);
}

static void
leave_cb (MaqMoveButton *self)
{
  self->is_hovered = FALSE;
  tell (self);
}

/* A click also brings the focus; only the keyboard's is meant to preview. */
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
number_cb (MaqMoveButton *self)
{
  const char *title = _(maq_move_list_get (self->index)->title);
  g_autofree char *text = g_strdup_printf ("%d", maq_move_button_get_number (self));
  /* Translators: a move and its number, "Lift: 2" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), title, text);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->number_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  tell (self);
}

static void
step (MaqMoveButton *self,
      int            steps)
{
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
maq_move_button_class_init (MaqMoveButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, wheel);
  gtk_widget_add_css_class (widget, "linked");
}

static void
add_number (MaqMoveButton       *self,
            const MaqMoveChoice *choice)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *spin;

  self->number = gtk_adjustment_new (choice->usual, choice->low, choice->high, 1, 1, 0);
  spin = gtk_spin_button_new (self->number, 1, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(choice->tooltip), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), spin);
  self->number_button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->number_button), popover);
  gtk_widget_set_tooltip_text (self->number_button, _("How Many (Up and Down)"));
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
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->button);
  if (choice->high >= choice->low)
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
