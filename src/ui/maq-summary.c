/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-length.h"
#include "maq-timeline-child.h"

struct _MaqSummary
{
  GtkButton  parent_instance;

  GtkWidget *length;
  GtkWidget *detail;
  char      *label;
};

G_DEFINE_FINAL_TYPE (MaqSummary, maq_summary, GTK_TYPE_BUTTON)

static void
maq_summary_finalize (GObject *object)
{
  g_free (MAQ_SUMMARY (object)->label);
  G_OBJECT_CLASS (maq_summary_parent_class)->finalize (object);
}

static void
maq_summary_class_init (MaqSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = maq_summary_finalize;
}

static GtkWidget *
add_line (GtkWidget  *box,
          const char *style_class)
{
  GtkWidget *line = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (line, style_class);
  gtk_box_append (GTK_BOX (box), line);
  return line;
}

static void
maq_summary_init (MaqSummary *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->length = add_line (box, "length");
  self->detail = add_line (box, "detail");
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (widget, "flat");
  gtk_widget_add_css_class (widget, "summary");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "view.target");
  gtk_widget_set_tooltip_text (widget, _("How long the song should last (T); "
                                         "what another tempo would make of it (Ctrl+T)"));
}

GtkWidget *
maq_summary_new (void)
{
  return g_object_new (MAQ_TYPE_SUMMARY, NULL);
}

/* "66 bars · chorus at 0:41" */
static char *
dup_detail (MaqForm *form)
{
  int bars = maq_form_get_bars (form);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar", "%d bars",
                                                         (gulong) bars), bars);
  g_autofree char *chorus = NULL;
  double seconds;

  if (!maq_length_find_first_chorus (form, &seconds))
    return g_steal_pointer (&count);

  chorus = maq_length_dup_text (seconds);
  /* Translators: "66 bars", and when the first chorus begins: "0:41" */
  return g_strdup_printf (_("%s · chorus at %s"), count, chorus);
}

static void
set_css_class (GtkWidget  *widget,
               const char *style_class,
               gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
}

void
maq_summary_show (MaqSummary *self,
                  MaqForm    *form,
                  int         target_seconds)
{
  double seconds = maq_form_get_seconds (form);
  int over = target_seconds > 0 ? (int) lround (seconds) - target_seconds : 0;
  g_autofree char *text = maq_length_dup_words (seconds, target_seconds);
  g_autofree char *detail = dup_detail (form);

  set_css_class (GTK_WIDGET (self), "over", over > 0);
  set_css_class (GTK_WIDGET (self), "short", over < 0);
  gtk_label_set_label (GTK_LABEL (self->length), text);
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
  /* Translators: how long the song lasts, and its bars */
  maq_timeline_child_take_label (GTK_WIDGET (self), &self->label,
                                 g_strdup_printf (_("Length %s, %s"), text, detail));
}
