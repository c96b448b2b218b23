/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-touch.h"

#include "maq-move-button.h"

#define TIP "maq-touch-tip"   /* of a window: what is shown just now */

gboolean
maq_touch_is_finger (GtkGesture *gesture)
{
  return gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) != NULL;
}

void
maq_touch_keep (GtkGesture *gesture)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GListModel) controllers = NULL;

  if (scroller == NULL || !maq_touch_is_finger (gesture))
    return;
  controllers = gtk_widget_observe_controllers (scroller);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller))
        gtk_gesture_set_state (GTK_GESTURE (controller), GTK_EVENT_SEQUENCE_DENIED);
    }
}

static void
hide_tip (GtkWidget *window)
{
  GtkWidget *tip = g_object_get_data (G_OBJECT (window), TIP);

  /* its button may have gone */
  if (tip != NULL && gtk_widget_get_parent (tip) != NULL)
    gtk_widget_unparent (tip);
  g_object_set_data (G_OBJECT (window), TIP, NULL);
}

static void
show_tip (GtkWidget  *window,
          GtkWidget  *button,
          const char *text)
{
  GtkWidget *tip = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_popover_set_child (GTK_POPOVER (tip), label);
  gtk_popover_set_autohide (GTK_POPOVER (tip), FALSE);
  gtk_popover_set_position (GTK_POPOVER (tip), GTK_POS_TOP);
  gtk_widget_set_can_target (tip, FALSE);
  gtk_widget_set_parent (tip, button);
  g_object_set_data_full (G_OBJECT (window), TIP, g_object_ref (tip), g_object_unref);
  gtk_popover_popup (GTK_POPOVER (tip));
}

static void
held_cb (GtkWidget  *window,
         double      x,
         double      y,
         GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);

  /* moves show more than words */
  for (; picked != NULL && picked != window; picked = gtk_widget_get_parent (picked))
    {
      const char *text = gtk_widget_get_tooltip_text (picked);

      if (MAQ_IS_MOVE_BUTTON (gtk_widget_get_parent (picked)) && !GTK_IS_MENU_BUTTON (picked))
        return;
      /* what a menu button is made of are buttons, too, and only the whole of it says what it is */
      if (!(GTK_IS_BUTTON (picked) || GTK_IS_MENU_BUTTON (picked)) || text == NULL)
        continue;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      show_tip (window, picked, text);
      return;
    }
}

void
maq_touch_show_tooltips (GtkWidget *window)
{
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (hold), GTK_PHASE_CAPTURE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (held_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (hold, "end", G_CALLBACK (hide_tip), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (hold));
}
