/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-tempo-popover.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-length.h"
#include "maq-limits.h"
#include "maq-spin.h"

#define MAX_OFFERS 3
#define LIST_HEIGHT 200

struct _MaqTempoPopover
{
  GtkPopover  parent_instance;

  MaqEditor  *editor;
  MaqProject *root;       /* that the offers are about */
  GtkWidget  *tempo;
  GtkWidget  *outcome;
  GtkWidget  *listen;
  GtkWidget  *use;
  GtkWidget  *sections;   /* a label for each: name, now, then */
  GtkWidget  *offers;     /* what would fit the target */
  gboolean    is_done;
};

G_DEFINE_FINAL_TYPE (MaqTempoPopover, maq_tempo_popover, GTK_TYPE_POPOVER)

static MaqProject *
get_root (MaqTempoPopover *self)
{
  return maq_document_get_root (maq_editor_get_document (self->editor));
}

/* What was typed; the song's own as exactly as it stands. */
static double
get_tempo (MaqTempoPopover *self)
{
  double own = maq_song_get_fields (maq_project_get_current (get_root (self)))->tempo_qpm;
  GtkSpinButton *spin = GTK_SPIN_BUTTON (self->tempo);

  return maq_spin_reads (spin, own) ? own : gtk_spin_button_get_value (spin);
}

static int
get_target (MaqTempoPopover *self)
{
  return maq_arrangement_get_fields (maq_editor_get_arrangement (self->editor))->target_seconds;
}

/* "3:52, 12 s over · chorus at 1:01" */
static void
show_outcome (MaqTempoPopover *self,
              MaqForm         *form)
{
  g_autofree char *length = maq_length_dup_words (maq_form_get_seconds (form), get_target (self));
  g_autofree char *text = NULL;
  double chorus;

  if (maq_length_find_first_chorus (form, &chorus))
    {
      g_autofree char *time = maq_length_dup_text (chorus);

      /* Translators: how long a song lasts, and when its first chorus comes */
      text = g_strdup_printf (_("%s · chorus at %s"), length, time);
    }
  gtk_label_set_label (GTK_LABEL (self->outcome), text != NULL ? text : length);
}

static void
set_cell (MaqTempoPopover *self,
          int              column,
          guint            row,
          char            *owned)
{
  g_autofree char *text = owned;
  GtkWidget *label = gtk_grid_get_child_at (GTK_GRID (self->sections), column, (int) row);

  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
      gtk_widget_set_hexpand (label, column == 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), column == 0 ? PANGO_ELLIPSIZE_END
                                                              : PANGO_ELLIPSIZE_NONE);
      gtk_widget_add_css_class (label, column == 1 ? "figure-detail" : "what-if");
      gtk_grid_attach (GTK_GRID (self->sections), label, column, (int) row, 1, 1);
    }
  gtk_label_set_label (GTK_LABEL (label), text);
}

/* How long each section lasts now, and how long it would. */
static void
show_sections (MaqTempoPopover *self,
               MaqForm         *form)
{
  g_autoptr (MaqForm) was = maq_form_new (maq_project_get_current (get_root (self)),
                                          maq_project_get_arrangement (get_root (self)));

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);

      set_cell (self, 0, i + 1, g_strdup (maq_section_get_name (place->section)));
      set_cell (self, 1, i + 1, maq_length_dup_text (maq_form_get_section (was, i)->seconds));
      set_cell (self, 2, i + 1, maq_length_dup_text (place->seconds));
    }
}

static void
update (MaqTempoPopover *self)
{
  double tempo = get_tempo (self);
  MaqForm *form = maq_editor_get_form (self->editor);
  /* Translators: a tempo: "Use 92" */
  g_autofree char *use = g_strdup_printf (_("Use %g"), tempo);

  gtk_button_set_label (GTK_BUTTON (self->use), use);
  gtk_widget_set_sensitive (self->use, !maq_editor_changes_nothing (self->editor));
  show_outcome (self, form);
  show_sections (self, form);
}

static void
preview (MaqTempoPopover *self)
{
  if (self->is_done)
    return;
  maq_editor_preview_quietly (self->editor, maq_move_song_tempo (get_tempo (self)), NULL);
  maq_editor_hear_preview (self->editor,
                           gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->listen)));
  update (self);
}

static void
use_cb (MaqTempoPopover *self)
{
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->tempo));
  if (!gtk_widget_get_sensitive (self->use))
    return;
  self->is_done = TRUE;
  maq_editor_commit_preview (self->editor);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* What is tried is taken back first, and then what was done to the song. A popover would keep
 * the key from the window. */
static void
undo (MaqTempoPopover *self)
{
  double own = maq_song_get_fields (maq_project_get_current (get_root (self)))->tempo_qpm;
  GtkSpinButton *spin = GTK_SPIN_BUTTON (self->tempo);

  gtk_spin_button_update (spin);
  if (maq_spin_reads (spin, own))
    gtk_widget_activate_action (GTK_WIDGET (self), "score.undo", NULL);
  else
    gtk_spin_button_set_value (spin, own);
}

/* A spin button itself keeps to what was typed until the focus leaves it. */
static gboolean
key_cb (MaqTempoPopover *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  if (key == GDK_KEY_z &&
      (modifiers & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK)
    {
      undo (self);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  use_cb (self);
  return GDK_EVENT_STOP;
}

static void
offer_tempo_cb (MaqTempoPopover *self,
                GtkWidget       *button)
{
  double *tempo = g_object_get_data (G_OBJECT (button), "tempo");

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->tempo), *tempo);
}

static void
offer_move_cb (MaqTempoPopover *self,
               GtkWidget       *button)
{
  MaqMove *move = g_object_get_data (G_OBJECT (button), "move");

  self->is_done = TRUE;
  maq_editor_cancel_preview (self->editor);
  maq_editor_apply (self->editor, maq_move_ref (move));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
add_offer (MaqTempoPopover *self,
           const char      *words,
           double           seconds,
           GCallback        callback)
{
  g_autofree char *length = maq_length_dup_words (seconds, get_target (self));
  /* Translators: what can be done, and how long the song would last */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), words, length);
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->offers), button);
  return button;
}

/* The tempo that makes the song as long as it should be, and sections that do. */
static void
show_offers (MaqTempoPopover *self)
{
  int target = get_target (self);
  double tempo = target > 0 ? maq_move_find_tempo (get_root (self), target) : 0;
  g_autoptr (GPtrArray) offers = NULL;

  gtk_widget_set_visible (gtk_widget_get_parent (self->offers), target > 0);
  if (target <= 0)
    return;
  if (tempo > 0)
    {
      g_autofree char *words = g_strdup_printf (_("Tempo %g"), tempo);

      g_object_set_data_full (G_OBJECT (add_offer (self, words, target,
                                                   G_CALLBACK (offer_tempo_cb))),
                              "tempo", g_memdup2 (&tempo, sizeof tempo), g_free);
    }
  offers = maq_move_list_to_length (get_root (self), target, MAX_OFFERS);
  for (guint i = 0; i < offers->len; i++)
    {
      MaqMoveOffer *offer = g_ptr_array_index (offers, i);
      g_autofree char *words = maq_move_dup_label (offer->move, get_root (self));

      g_object_set_data_full (G_OBJECT (add_offer (self, words, offer->seconds,
                                                   G_CALLBACK (offer_move_cb))),
                              "move", maq_move_ref (offer->move), (GDestroyNotify) maq_move_unref);
    }
}

static void
closed_cb (MaqTempoPopover *self)
{
  if (!self->is_done)
    maq_editor_cancel_preview (self->editor);
  self->is_done = TRUE;
}

/* What is offered is about the song as it was when this opened. */
static void
shown_cb (MaqTempoPopover *self)
{
  if (self->editor != NULL && !self->is_done && get_root (self) != self->root)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
maq_tempo_popover_dispose (GObject *object)
{
  g_clear_pointer (&MAQ_TEMPO_POPOVER (object)->root, maq_project_unref);
  g_clear_object (&MAQ_TEMPO_POPOVER (object)->editor);
  G_OBJECT_CLASS (maq_tempo_popover_parent_class)->dispose (object);
}

static void
maq_tempo_popover_class_init (MaqTempoPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_tempo_popover_dispose;
}

static GtkWidget *
create_line (MaqTempoPopover *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->tempo = gtk_spin_button_new_with_range (MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MAX_QPM, 1);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (self->tempo), 1);
  gtk_widget_set_tooltip_text (self->tempo, _("Quarter notes per minute"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tempo), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What if the tempo were"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->tempo, keys);
  self->listen = gtk_toggle_button_new_with_label (_("Listen"));
  gtk_widget_set_tooltip_text (self->listen, _("Hear the Song at This Tempo"));
  self->use = gtk_button_new ();
  gtk_widget_set_tooltip_text (self->use, _("Give the Song This Tempo (Enter)"));
  gtk_widget_add_css_class (self->use, "suggested-action");
  gtk_widget_set_hexpand (self->tempo, TRUE);
  gtk_box_append (GTK_BOX (line), self->tempo);
  gtk_box_append (GTK_BOX (line), self->listen);
  gtk_box_append (GTK_BOX (line), self->use);
  g_signal_connect_object (self->listen, "toggled", G_CALLBACK (preview), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->use, "clicked", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
  return line;
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* The columns of the sections: their names, how long they are and how long they would be. */
static void
add_titles (MaqTempoPopover *self)
{
  static const char *const titles[] = { N_("Section"), N_("Now"), N_("What If") };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *label = gtk_label_new (_(titles[i]));

      gtk_label_set_xalign (GTK_LABEL (label), i == 0 ? 0 : 1);
      gtk_widget_add_css_class (label, "figure-detail");
      gtk_grid_attach (GTK_GRID (self->sections), label, (int) i, 0, 1, 1);
    }
}

static void
maq_tempo_popover_init (MaqTempoPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *fit = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->outcome = create_heading (NULL);
  self->sections = gtk_grid_new ();
  self->offers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_grid_set_column_spacing (GTK_GRID (self->sections), 14);
  gtk_grid_set_row_spacing (GTK_GRID (self->sections), 2);
  add_titles (self);
  /* a bar that is always there says that there is more below */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->sections);
  gtk_box_append (GTK_BOX (fit), create_heading (_("As Long as It Should Be")));
  gtk_box_append (GTK_BOX (fit), self->offers);
  gtk_box_append (GTK_BOX (box), create_line (self));
  gtk_box_append (GTK_BOX (box), self->outcome);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), fit);
  gtk_widget_add_css_class (box, "tempo-box");
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

GtkWidget *
maq_tempo_popover_new (MaqEditor *editor)
{
  MaqTempoPopover *self = g_object_new (MAQ_TYPE_TEMPO_POPOVER, NULL);

  g_set_object (&self->editor, editor);
  maq_editor_cancel_preview (editor);
  self->root = maq_project_ref (get_root (self));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->tempo),
                             maq_song_get_fields (maq_editor_get_song (editor))->tempo_qpm);
  show_offers (self);
  preview (self);
  g_signal_connect_object (self->tempo, "value-changed", G_CALLBACK (preview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
