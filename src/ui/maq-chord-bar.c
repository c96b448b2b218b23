/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-bar.h"

#include <glib/gi18n-lib.h>

#include "maq-timeline-child.h"

struct _MaqChordBar
{
  GtkWidget  parent_instance;

  MaqId      section;
  int        bar;
  char      *label;
};

G_DEFINE_FINAL_TYPE (MaqChordBar, maq_chord_bar, GTK_TYPE_WIDGET)

static gboolean
maq_chord_bar_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  return maq_timeline_child_show_tooltip (tooltip, MAQ_CHORD_BAR (widget)->label,
                                          _("Double-click or Enter types its chords, "
                                            "Tab goes on to the next bar"));
}

static void
maq_chord_bar_finalize (GObject *object)
{
  MaqChordBar *self = MAQ_CHORD_BAR (object);

  g_free (self->label);
  G_OBJECT_CLASS (maq_chord_bar_parent_class)->finalize (object);
}

static void
maq_chord_bar_class_init (MaqChordBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_chord_bar_finalize;
  widget_class->query_tooltip = maq_chord_bar_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "chordbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
maq_chord_bar_init (MaqChordBar *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
maq_chord_bar_new (void)
{
  return g_object_new (MAQ_TYPE_CHORD_BAR, NULL);
}

void
maq_chord_bar_bind (MaqChordBar *self,
                    MaqId        section,
                    int          bar,
                    char        *label)
{
  self->section = section;
  self->bar = bar;
  maq_timeline_child_take_label (GTK_WIDGET (self), &self->label, label);
}

MaqId
maq_chord_bar_get_section (MaqChordBar *self)
{
  return self->section;
}

int
maq_chord_bar_get_bar (MaqChordBar *self)
{
  return self->bar;
}
