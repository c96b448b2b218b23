/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a drag would do, in words beside the pointer. */

#include "maq-timeline-private.h"

#include <math.h>

#include "maq-length.h"
#include "maq-timeline-child.h"

#define DISTANCE_X 16
#define DISTANCE_Y 30
#define MARGIN 4

void
maq_timeline_place_drag_label (MaqTimeline *self)
{
  GtkWidget *label = self->drag_label;
  GtkRequisition size;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int x;
  int y;

  if (label == NULL || !gtk_widget_get_visible (label))
    return;
  gtk_widget_get_preferred_size (label, NULL, &size);
  size.width = MIN (size.width, width - 2 * MARGIN);
  x = (int) self->drag_label_x + DISTANCE_X;
  y = (int) self->drag_label_y - DISTANCE_Y - size.height / 2;
  /* over the pointer rather than under it: a hand lies there */
  maq_timeline_child_place (label, CLAMP (x, MARGIN, MAX (width - size.width - MARGIN, MARGIN)),
                            MAX (y, MARGIN), size.width, size.height);
}

static void
ensure_label (MaqTimeline *self)
{
  if (self->drag_label != NULL)
    return;
  self->drag_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->drag_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->drag_label), 60);
  gtk_widget_add_css_class (self->drag_label, "drag-label");
  gtk_widget_set_can_target (self->drag_label, FALSE);
  gtk_widget_set_parent (self->drag_label, GTK_WIDGET (self));
}

/* What a drag does to the length is said only where it does something to it. */
static char *
dup_with_length (MaqTimeline *self,
                 const char  *text)
{
  double seconds = maq_form_get_seconds (maq_editor_get_form (self->editor));
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  g_autofree char *length = NULL;

  if (lround (seconds) == lround (self->drag.seconds))
    return g_strdup (text);
  length = maq_length_dup_words (seconds,
                                 maq_arrangement_get_fields (arrangement)->target_seconds);
  return g_strconcat (text, "\n", length, NULL);
}

void
maq_timeline_show_drag_label (MaqTimeline *self,
                              const char  *text,
                              double       widget_x,
                              double       widget_y)
{
  g_autofree char *words = dup_with_length (self, text);

  ensure_label (self);
  gtk_label_set_label (GTK_LABEL (self->drag_label), words);
  gtk_widget_set_visible (self->drag_label, TRUE);
  self->drag_label_x = widget_x;
  self->drag_label_y = widget_y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
maq_timeline_hide_drag_label (MaqTimeline *self)
{
  if (self->drag_label != NULL)
    gtk_widget_set_visible (self->drag_label, FALSE);
}
