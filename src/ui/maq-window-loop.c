/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The stretch that is repeated. It hangs on its first and its last section and goes with
 * them wherever they go; to their ends, if nothing else is said, whatever their lengths.
 */

#include "maq-window-private.h"

#include <math.h>

#include "maq-bar-map.h"

static int
find_section (MaqWindow *self,
              MaqId      id)
{
  if (id == MAQ_ID_NONE)
    return -1;
  return maq_arrangement_find_section (maq_editor_get_arrangement (self->editor), id);
}

gboolean
maq_window_get_loop (MaqWindow *self,
                     double    *start_ticks,
                     double    *end_ticks)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  int first = find_section (self, self->loop.first);
  int last = find_section (self, self->loop.last);
  const MaqFormSection *place;
  int bar;

  if (first < 0 || last < 0)
    return FALSE;
  place = maq_form_get_section (form, (guint) first);
  bar = MIN (self->loop.first_bar, place->bars - 1);
  *start_ticks = (double) (place->start_ticks + maq_form_get_bar_start (form, (guint) first, bar));
  place = maq_form_get_section (form, (guint) last);
  bar = self->loop.end_bar == 0 ? place->bars : MIN (self->loop.end_bar, place->bars);
  *end_ticks = (double) (place->start_ticks + maq_form_get_bar_start (form, (guint) last, bar));
  return *end_ticks > *start_ticks;
}

void
maq_window_update_loop (MaqWindow *self)
{
  double start_ticks = 0;
  double end_ticks = 0;
  gboolean loops = maq_window_get_loop (self, &start_ticks, &end_ticks);

  maq_timeline_set_loop (self->timeline, loops ? start_ticks : 0, loops ? end_ticks : 0);
  maq_transport_set_looping (self->transport, loops);
}

static void
take_loop (MaqWindow *self,
           MaqLoop    loop)
{
  double start_ticks = 0;
  double end_ticks = 0;

  self->loop = loop;
  self->loop_waits = FALSE;
  if (maq_window_get_loop (self, &start_ticks, &end_ticks))
    maq_listener_set_loop (self->listener, lround (start_ticks), lround (end_ticks));
  else
    maq_listener_set_loop (self->listener, 0, 0);
  maq_window_update_loop (self);
}

void
maq_window_restore_loop (MaqWindow     *self,
                         const MaqLoop *loop)
{
  if (find_section (self, loop->first) < 0 || find_section (self, loop->last) < 0)
    return;
  self->loop = *loop;
  self->loop_waits = TRUE;
  maq_window_update_loop (self);
}

void
maq_window_performed_loop (MaqWindow *self)
{
  if (self->loop_waits && self->editor != NULL)
    take_loop (self, self->loop);
}

/* What is selected, or the section where the music is; or no loop any more. */
static void
loop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  MaqForm *form = maq_editor_get_form (self->editor);
  MaqLoop loop = { 0 };
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  if (range.n_sections == 0 && maq_form_get_n_sections (form) > 0)
    {
      double now_ticks = maq_listener_get_position (self->listener, NULL);

      range.first_section = maq_form_find_ticks (form, (MaqTick) now_ticks).section;
      range.n_sections = 1;
    }
  if (self->loop.first == MAQ_ID_NONE && range.n_sections > 0)
    {
      guint last = range.first_section + range.n_sections - 1;

      loop.first = maq_section_get_id (maq_arrangement_get_section (arrangement,
                                                                    range.first_section));
      loop.last = maq_section_get_id (maq_arrangement_get_section (arrangement, last));
    }
  take_loop (self, loop);
  maq_window_keep_view (self);
}

/* Bars as they are drawn in the ruler; a stretch without a bar is no loop. */
static void
loop_drawn_cb (MaqWindow *self,
               double     start_bar,
               double     end_bar)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  MaqLoop loop = { 0 };
  MaqPosition start;
  MaqPosition end;

  if (end_bar - start_bar >= 1)
    {
      start = maq_form_find_bar (form, (int) lround (start_bar));
      end = maq_form_find_bar (form, (int) lround (end_bar) - 1);
      loop.first = maq_section_get_id (maq_form_get_section (form, start.section)->section);
      loop.first_bar = start.bar;
      loop.last = maq_section_get_id (maq_form_get_section (form, end.section)->section);
      loop.end_bar = end.bar + 1 == maq_form_get_section (form, end.section)->bars ? 0
                                                                                   : end.bar + 1;
    }
  take_loop (self, loop);
  maq_window_keep_view (self);
}

void
maq_window_loop_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "play.loop", NULL, loop_cb);
}

void
maq_window_loop_init (MaqWindow *self)
{
  g_signal_connect_object (self->timeline, "loop", G_CALLBACK (loop_drawn_cb), self,
                           G_CONNECT_SWAPPED);
}
