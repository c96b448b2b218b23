/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-entry.h"

struct _MaqChordEntry
{
  GtkEntry  parent_instance;

  char     *opened;   /* what it said then */
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqChordEntry, maq_chord_entry, GTK_TYPE_ENTRY)

static void
finish (MaqChordEntry *self,
        MaqChordStep   step)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0, (int) step);
}

/* What means something to the timeline behind it, too, stays here. */
static gboolean
key_pressed_cb (MaqChordEntry   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      finish (self, MAQ_CHORD_STEP_STAY);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      finish (self, MAQ_CHORD_STEP_CANCEL);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      finish (self, MAQ_CHORD_STEP_PREVIOUS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      finish (self, (state & GDK_SHIFT_MASK) != 0 ? MAQ_CHORD_STEP_PREVIOUS
                                                  : MAQ_CHORD_STEP_NEXT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Up:
    case GDK_KEY_KP_Down:
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Looking at another window is no reason to stop. */
static void
leave_cb (MaqChordEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    finish (self, MAQ_CHORD_STEP_AWAY);
}

static void
changed_cb (MaqChordEntry *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
maq_chord_entry_finalize (GObject *object)
{
  MaqChordEntry *self = MAQ_CHORD_ENTRY (object);

  g_free (self->opened);
  G_OBJECT_CLASS (maq_chord_entry_parent_class)->finalize (object);
}

static void
maq_chord_entry_class_init (MaqChordEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = maq_chord_entry_finalize;
  signals[SIGNAL_DONE] = g_signal_new ("done", MAQ_TYPE_CHORD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
maq_chord_entry_init (MaqChordEntry *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 4);
  gtk_entry_set_has_frame (GTK_ENTRY (self), FALSE);
  gtk_widget_add_css_class (widget, "chord-entry");
}

GtkWidget *
maq_chord_entry_new (void)
{
  return g_object_new (MAQ_TYPE_CHORD_ENTRY, NULL);
}

void
maq_chord_entry_open (MaqChordEntry *self,
                      const char    *text,
                      const char    *typed,
                      const char    *label)
{
  g_free (self->opened);
  self->opened = g_strdup (text);
  gtk_editable_set_text (GTK_EDITABLE (self), typed != NULL ? typed : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_select_region (GTK_EDITABLE (self), typed != NULL ? -1 : 0, -1);
}

gboolean
maq_chord_entry_is_changed (MaqChordEntry *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->opened) != 0;
}

void
maq_chord_entry_show_error (MaqChordEntry *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}
