/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is repeated, drawn in the ruler: Ctrl and the pointer draw a stretch, and its ends can
 * be dragged. It is no edit: it is heard at once, and Escape puts it back.
 */

#include "maq-timeline-private.h"

#include <math.h>

#include "maq-bar-map.h"

#define GRIP_PX 6

static double
get_bar (MaqTimeline *self,
         double       view_x)
{
  double bar = maq_timeline_metrics_x_to_bar (&self->metrics,
                                              maq_timeline_get_content_x (self, view_x));

  return maq_timeline_metrics_snap (&self->metrics, bar, FALSE);
}

static void
get_loop_bars (MaqTimeline *self,
               double      *start_bar,
               double      *end_bar)
{
  MaqForm *form = maq_editor_get_form (self->editor);

  *start_bar = maq_bar_map_from_ticks (form, self->loop_start_ticks);
  *end_bar = maq_bar_map_from_ticks (form, self->loop_end_ticks);
}

static gboolean
is_near (MaqTimeline *self,
         double       bar,
         double       view_x)
{
  return fabs (maq_timeline_metrics_bar_to_x (&self->metrics, bar) -
               maq_timeline_get_content_x (self, view_x)) <= maq_timeline_get_grip (self, GRIP_PX);
}

gboolean
maq_timeline_is_on_loop_end (MaqTimeline *self,
                             double       view_x)
{
  double start_bar;
  double end_bar;

  get_loop_bars (self, &start_bar, &end_bar);
  return end_bar > start_bar &&
         (is_near (self, start_bar, view_x) || is_near (self, end_bar, view_x));
}

/* The end that is not held stays; of a new stretch, that is where it begins. */
static void
loop_begin (MaqTimeline     *self,
            GdkModifierType  state)
{
  double start_bar;
  double end_bar;
  gboolean is_end;

  get_loop_bars (self, &start_bar, &end_bar);
  self->drag.loop_start_bar = start_bar;
  self->drag.loop_end_bar = end_bar;
  if (!maq_timeline_is_on_loop_end (self, self->drag.x))
    {
      self->drag.loop_anchor_bar = get_bar (self, self->drag.x);
      return;
    }
  is_end = is_near (self, end_bar, self->drag.x);
  self->drag.loop_anchor_bar = is_end ? start_bar : end_bar;
  maq_timeline_touch_handle (self, is_end ? end_bar : start_bar);
}

static MaqMove *
loop_create_move (MaqTimeline     *self,
                  double           x,
                  double           y,
                  GdkModifierType  state)
{
  double bar = get_bar (self, x);

  g_signal_emit_by_name (self, "loop", MIN (bar, self->drag.loop_anchor_bar),
                         MAX (bar, self->drag.loop_anchor_bar));
  return NULL;
}

static void
loop_cancel (MaqTimeline *self)
{
  g_signal_emit_by_name (self, "loop", self->drag.loop_start_bar, self->drag.loop_end_bar);
}

const MaqDragClass maq_drag_loop = {
  .begin = loop_begin,
  .create_move = loop_create_move,
  .cancel = loop_cancel,
  .cursor = "col-resize",
};
