/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * After a chart was opened: what had to be guessed or left out.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

void
maq_window_take_import_report (MaqWindow       *self,
                               MaqImportReport *report)
{
  g_clear_pointer (&self->import_report, maq_import_report_free);
  if (report != NULL && maq_import_report_get_n_notes (report) > 0)
    self->import_report = report;
  else
    g_clear_pointer (&report, maq_import_report_free);
  maq_window_update_banner (self);
}

static void
dismiss (MaqWindow *self)
{
  maq_window_take_import_report (self, NULL);
}

static GtkWidget *
create_note (MaqImportReport *report,
             guint            index)
{
  guint line = maq_import_report_get_line (report, index);
  const char *sentence = maq_import_report_get_text (report, index);
  g_autofree char *text = line == 0 ? g_strdup (sentence)
                                    : g_strdup_printf (_("Line %u: %s"), line, sentence);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static void
show_details (MaqWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Guessed or Left Out"), NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  guint n_more = maq_import_report_get_n_more (self->import_report);

  for (guint i = 0; i < maq_import_report_get_n_notes (self->import_report); i++)
    gtk_box_append (GTK_BOX (box), create_note (self->import_report, i));
  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "And %u more.", "And %u more.", n_more), n_more);

      gtk_box_append (GTK_BOX (box), gtk_label_new (more));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 340);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, 420, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
maq_window_show_import (MaqWindow *self)
{
  g_autofree char *sentence = NULL;
  guint n;

  if (self->import_report == NULL)
    return FALSE;
  n = maq_import_report_get_n_notes (self->import_report) +
      maq_import_report_get_n_more (self->import_report);
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u thing in this chart was guessed or left out.",
                                           "%u things in this chart were guessed or left out.", n),
                              n);
  maq_window_show_banner (self, sentence, _("Details"), show_details, _("Dismiss"), dismiss);
  return TRUE;
}
