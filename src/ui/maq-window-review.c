/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A second pair of ears: its button with a quiet count, and its panel. */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-advice-list.h"
#include "maq-compat.h"

#define CHORUS "chorus-seconds"
#define PANEL_HEIGHT 520

static guint
count_said (GPtrArray *advice)
{
  guint n = 0;

  for (guint i = 0; i < advice->len; i++)
    n += !maq_advice_get_fields (g_ptr_array_index (advice, i))->is_dismissed;

  return n;
}

/* By what it goes: what is heard, as far as that is known, or what is written. */
static void
show_state (MaqWindow *self)
{
  const gboolean measures = self->n_to_measure > 0;
  const gboolean shown = self->timeline != NULL && maq_timeline_get_arcs_shown (self->timeline);
  g_autofree char *detail = NULL;

  if (self->advice_list == NULL)
    return;
  if (!shown)
    detail = g_strdup (_("It goes by the levels that are written. While arcs are shown "
                         "(Shift+F7), it goes by what is heard."));
  else if (measures)
    /* Translators: "Measured: 3 of 11 sections" */
    detail = g_strdup_printf (_("Measured: %u of %u sections"), self->n_measured,
                              self->n_to_measure);
  maq_advice_list_set_state (self->advice_list, measures || maq_reviewing_is_busy (self->reviewing),
                             detail);
}

void
maq_window_review_set_measuring (MaqWindow *self,
                                 guint      done,
                                 guint      total)
{
  self->n_measured = done;
  self->n_to_measure = total;
  show_state (self);
}

static void
reviewed_cb (MaqWindow *self)
{
  GPtrArray *advice = maq_reviewing_get_advice (self->reviewing);
  guint n = count_said (advice);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *spoken = NULL;

  /* another song or a newer edit: its own review comes in a moment */
  if (self->editor == NULL || maq_reviewing_get_root (self->reviewing) !=
                              maq_document_get_root (maq_editor_get_document (self->editor)))
    return;

  maq_advice_list_show (self->advice_list, advice);
  show_state (self);
  gtk_label_set_label (self->review_count, n > 0 ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->review_count), n > 0);
  spoken = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A second pair of ears, %u remark",
                                         "A second pair of ears, %u remarks", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->review_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Shows the place of what was said; the panel stays. */
static void
pointed_cb (MaqWindow *self,
            MaqAdvice *advice)
{
  const MaqAdviceFields *fields = maq_advice_get_fields (advice);

  maq_editor_select (self->editor, fields->section, fields->layer);
  maq_timeline_show_selection (self->timeline);
}

static void
done_cb (MaqWindow  *self,
         const char *sentence)
{
  maq_window_say (self, sentence);
}

static void
closed_cb (MaqWindow *self)
{
  maq_advice_list_rest (self->advice_list);
}

static void
opened_cb (MaqWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->advice_list));
}

static void
chorus_cb (MaqWindow *self)
{
  maq_reviewing_set_chorus (self->reviewing, g_settings_get_int (self->settings, CHORUS));
}

static GtkWidget *
new_chorus_row (MaqWindow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("First chorus expected by (seconds)"));
  GtkWidget *spin = gtk_spin_button_new_with_range (10, 600, 5);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("First chorus expected by (seconds)"), -1);
  g_settings_bind (self->settings, CHORUS, spin, "value", G_SETTINGS_BIND_DEFAULT);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), spin);
  gtk_widget_add_css_class (row, "advice-foot");
  return row;
}

static void
create_panel (MaqWindow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->advice_list = MAQ_ADVICE_LIST (maq_advice_list_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), PANEL_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->advice_list));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), new_chorus_row (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (self->review_button, popover);
  maq_compat_hush_tooltip (self->review_button);
  g_signal_connect_object (self->advice_list, "pointed", G_CALLBACK (pointed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->advice_list, "done", G_CALLBACK (done_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "map", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
maq_window_review (MaqWindow *self)
{
  if (self->reviewing == NULL || maq_editor_is_previewing (self->editor))
    return;
  maq_reviewing_take (self->reviewing,
                      maq_document_get_root (maq_editor_get_document (self->editor)));
  show_state (self);
}

void
maq_window_review_set_editor (MaqWindow *self)
{
  if (self->reviewing == NULL)
    {
      create_panel (self);
      self->reviewing = maq_reviewing_new ();
      chorus_cb (self);
      g_signal_connect_object (self->reviewing, "reviewed", G_CALLBACK (reviewed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->settings, "changed::" CHORUS, G_CALLBACK (chorus_cb), self,
                               G_CONNECT_SWAPPED);
    }
  maq_advice_list_set_editor (self->advice_list, self->editor);
  maq_window_review_drop_measures (self);
}

void
maq_window_review_drop_measures (MaqWindow *self)
{
  if (self->reviewing != NULL)
    {
      maq_reviewing_set_figures (self->reviewing, MAQ_ID_NONE, MAQ_ID_NONE, NULL);
      maq_window_review_set_measuring (self, 0, 0);
    }
}

void
maq_window_review_take_measures (MaqWindow      *self,
                                 MaqPerformance *performance,
                                 GPtrArray      *measures)
{
  GArray *figures;
  MaqSong *song;

  /* The measurer tells of one that is stopped or outdated until it notices. */
  if (self->reviewing == NULL || performance == NULL || self->timeline == NULL ||
      !maq_timeline_get_arcs_shown (self->timeline) ||
      performance != maq_listener_get_performance (self->listener))
    return;

  song = maq_listener_get_performed (self->listener);
  figures = g_array_new (FALSE, TRUE, sizeof (MaqSectionFigures));
  for (guint i = 0; i < measures->len; i++)
    {
      MaqMeasure *measure = g_ptr_array_index (measures, i);
      MaqSectionFigures of = { .section = maq_performance_get_span (performance, i)->id };

      /* wait for the rest */
      if (measure == NULL)
        {
          g_array_unref (figures);
          return;
        }
      of.figures = *maq_measure_get_whole (measure);
      g_array_append_val (figures, of);
    }
  maq_reviewing_set_figures (self->reviewing, maq_song_get_id (song),
                             maq_arrangement_get_id (maq_song_get_current (song)), figures);
  show_state (self);
}

static void
review_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->reviewing != NULL)
    gtk_menu_button_popup (self->review_button);
}

void
maq_window_review_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.review", NULL, review_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "view.review", NULL);
}
