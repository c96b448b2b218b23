/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The signs of remarks on the timeline, and what is shown beside one of them.
 */

#include "maq-timeline-private.h"

#include "maq-remark-signs.h"
#include "maq-timeline-child.h"

static const char remark_key[] = "maq-remark";

static MaqRemarkSigns *
get_signs (MaqTimeline *self)
{
  return MAQ_REMARK_SIGNS (self->remark_signs);
}

void
maq_timeline_remarks_init (MaqTimeline *self)
{
  self->remark_signs = maq_remark_signs_new (&self->metrics);
  gtk_widget_set_parent (self->remark_signs, GTK_WIDGET (self));
}

void
maq_timeline_update_remarks (MaqTimeline *self)
{
  maq_remark_signs_update (get_signs (self), maq_timeline_get_view_width (self),
                           gtk_widget_get_height (GTK_WIDGET (self)));
}

void
maq_timeline_show_remarks (MaqTimeline *self)
{
  maq_remark_signs_show (get_signs (self), maq_editor_get_arrangement (self->editor),
                         maq_editor_get_form (self->editor));
  /* other words come now rather than while it is laid out */
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    maq_timeline_update_remarks (self);
}

/* Where a popover points at that belongs to a remark; it stays in view. */
static GdkRectangle
get_pointing (MaqTimeline *self,
              MaqId        remark)
{
  GdkRectangle at = { 0, 0, 1, 1 };

  maq_remark_signs_locate (get_signs (self), remark, &at);
  at.x = CLAMP (at.x, 0, MAX (maq_timeline_get_view_width (self) - at.width, 0));
  at.y = CLAMP (at.y, 0, MAX (gtk_widget_get_height (GTK_WIDGET (self)) - at.height, 0));
  at.x += maq_timeline_get_grid_x (self);
  return at;
}

/* Only if it is another place: each time it is told, it lays itself out again. */
static void
point_popover (MaqTimeline *self,
               MaqId        remark)
{
  GdkRectangle at = get_pointing (self, remark);
  GdkRectangle before = { 0 };

  gtk_popover_get_pointing_to (GTK_POPOVER (self->popover), &before);
  if (!gdk_rectangle_equal (&at, &before))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
}

void
maq_timeline_place_remarks (MaqTimeline *self)
{
  MaqId *remark = self->popover == NULL
                    ? NULL : g_object_get_data (G_OBJECT (self->popover), remark_key);

  maq_timeline_child_place (self->remark_signs, maq_timeline_get_grid_x (self), 0,
                            maq_timeline_get_view_width (self),
                            gtk_widget_get_height (GTK_WIDGET (self)));
  if (remark != NULL)
    point_popover (self, *remark);
}

static void
scroll_to_remark (MaqTimeline *self,
                  MaqId        remark)
{
  const MaqRemarkPlace *place = maq_remark_signs_find_place (get_signs (self), remark);
  MaqBox box = { 0 };

  if (place == NULL)
    return;
  box.x = maq_timeline_metrics_bar_to_x (&self->metrics, place->bar);
  box.width = MAQ_REMARK_SIGN_SIZE;
  if (place->layer >= 0)
    {
      box.y = maq_timeline_metrics_layer_y (&self->metrics, (guint) place->layer);
      box.height = maq_timeline_metrics_layer_y (&self->metrics, (guint) place->layer + 1) - box.y;
    }
  maq_timeline_scroll_to (self, box);
}

void
maq_timeline_show_at_remark (MaqTimeline *self,
                             GtkWidget   *popover,
                             MaqId        remark)
{
  scroll_to_remark (self, remark);
  g_object_set_data_full (G_OBJECT (popover), remark_key, g_memdup2 (&remark, sizeof remark),
                          g_free);
  if (popover == self->popover)
    point_popover (self, remark);
  else
    maq_timeline_show_popover (self, popover, get_pointing (self, remark));
}
