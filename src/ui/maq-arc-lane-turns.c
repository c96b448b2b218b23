/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The turns of the song at the top of the arc lane: each is a widget, so that the keyboard
 * comes to it and a screen reader says it.
 */

#include "maq-arc-lane-private.h"

#include "maq-timeline-child.h"
#include "maq-turn-sign.h"

/* From afar, what stands further than this from its bar is left out: the keys still reach it. */
#define MAX_SHIFT (2 * MAQ_TURN_SIGN_WIDTH)

static GtkWidget *
create_sign (gpointer user_data)
{
  return maq_turn_sign_new (((MaqArcLane *) user_data)->palette);
}

void
maq_arc_lane_turns_init (MaqArcLane *self)
{
  self->signs = maq_widget_pool_new (GTK_WIDGET (self), create_sign, self);
}

guint
maq_arc_lane_count_turns (MaqArcLane *self)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  guint n_marks;

  if ((self->kind != MAQ_ARC_ENERGY && self->kind != MAQ_ARC_TENSION) || self->tension == NULL)
    return 0;
  n_marks = maq_tension_get_n_marks (self->tension);
  /* just after an edit, they are of the song as it was before */
  while (n_marks > 0 && maq_tension_get_mark (self->tension, n_marks - 1)->section
                          >= maq_form_get_n_sections (form))
    n_marks--;
  return n_marks;
}

/* In bars from the start of the song. */
static int
find_bar (MaqArcLane *self,
          guint       index)
{
  const MaqTurnMark *mark = maq_tension_get_mark (self->tension, index);

  return maq_form_get_section (maq_editor_get_form (self->editor), mark->section)->first_bar +
         mark->bar;
}

/* On the screen, without regard to others. */
static int
find_x (MaqArcLane *self,
        guint       index)
{
  return maq_timeline_metrics_bar_to_x (self->metrics, find_bar (self, index)) -
         self->metrics->scroll_x + 1;
}

/* After @previous, before all points: in the order of time for screen readers, and below the
 * points, which are smaller and to be taken hold of. */
static GtkWidget *
bind_sign (MaqArcLane *self,
           guint       index,
           int         shift,
           GtkWidget  *previous)
{
  GtkWidget *widget = maq_widget_pool_take (self->signs, index + 1, MAQ_ID_NONE);
  MaqTurnSign *sign = MAQ_TURN_SIGN (widget);

  if (gtk_widget_get_prev_sibling (widget) != previous)
    gtk_widget_insert_after (widget, GTK_WIDGET (self), previous);
  maq_turn_sign_set_shift (sign, shift);
  if (!maq_turn_sign_is_bound (sign, index, self->generation))
    maq_turn_sign_bind (sign, index, self->generation,
                        maq_tension_get_mark (self->tension, index)->turn,
                        maq_arc_lane_dup_turn_label (self, index));
  return widget;
}

/* The one with the keyboard, where no other has room for it. */
static void
bind_focused (MaqArcLane *self,
              guint       index)
{
  GtkWidget *sign = maq_widget_pool_find (self->signs, index + 1, MAQ_ID_NONE);

  if (sign != NULL)
    bind_sign (self, index, maq_turn_sign_get_shift (MAQ_TURN_SIGN (sign)),
               gtk_widget_get_prev_sibling (sign));
}

void
maq_arc_lane_bind_turns (MaqArcLane *self)
{
  guint n_turns = self->editor == NULL ? 0 : maq_arc_lane_count_turns (self);
  MaqId focused = MAQ_ID_NONE;
  GtkWidget *previous = NULL;
  int end = G_MININT / 2;
  MaqId unused;

  maq_widget_pool_find_focus (self->signs, &focused, &unused);
  if (focused > n_turns)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  maq_widget_pool_begin (self->signs);
  for (guint i = 0; i < n_turns; i++)
    {
      int x = find_x (self, i);
      int shift = MAX (end - x, 0);

      /* of several in one place, one beside the other */
      if (x > self->view_width)
        break;
      if (shift <= MAX_SHIFT)
        end = x + shift + MAQ_TURN_SIGN_WIDTH;
      if (x >= -MAX_SHIFT - MAQ_TURN_SIGN_WIDTH && shift <= MAX_SHIFT)
        previous = bind_sign (self, i, shift, previous);
    }
  if (focused != MAQ_ID_NONE && focused <= n_turns)
    bind_focused (self, (guint) focused - 1);
  maq_widget_pool_end (self->signs);
}

void
maq_arc_lane_place_turns (MaqArcLane *self)
{
  GPtrArray *signs = maq_widget_pool_get_children (self->signs);
  guint n_turns = self->editor == NULL ? 0 : maq_arc_lane_count_turns (self);

  for (guint i = 0; i < signs->len; i++)
    {
      MaqTurnSign *sign = g_ptr_array_index (signs, i);
      guint index = maq_turn_sign_get_index (sign);

      if (index < n_turns)
        maq_timeline_child_place (GTK_WIDGET (sign),
                                  find_x (self, index) + maq_turn_sign_get_shift (sign), 0,
                                  MAQ_TURN_SIGN_WIDTH, MAQ_TURN_SIGN_HEIGHT);
    }
}

static void
focus_turn (MaqArcLane *self,
            guint       index)
{
  GtkWidget *sign;

  maq_arc_lane_reveal (self, find_bar (self, index));
  maq_arc_lane_update (self, self->view_width);
  if (maq_widget_pool_find (self->signs, index + 1, MAQ_ID_NONE) == NULL)
    bind_sign (self, index, 0, NULL);
  sign = maq_widget_pool_find (self->signs, index + 1, MAQ_ID_NONE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_grab_focus (sign);
}

static MaqTurnSign *
find_focused (MaqArcLane *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && MAQ_IS_TURN_SIGN (focus) ? MAQ_TURN_SIGN (focus) : NULL;
}

void
maq_arc_lane_step_turn (MaqArcLane *self,
                        double      bar,
                        int         direction)
{
  MaqTurnSign *sign = find_focused (self);
  int n_turns = (int) maq_arc_lane_count_turns (self);
  int index = sign == NULL ? -1 : (int) maq_turn_sign_get_index (sign) + direction;

  /* from elsewhere, to what is next to it in time */
  if (sign == NULL)
    {
      index = direction > 0 ? 0 : n_turns - 1;
      while (index >= 0 && index < n_turns
             && (find_bar (self, (guint) index) - bar) * direction < 0)
        index += direction;
    }
  if (index >= 0 && index < n_turns)
    focus_turn (self, (guint) index);
}

static void
look_at (MaqArcLane *self,
         guint       index)
{
  const MaqTurnMark *mark = maq_tension_get_mark (self->tension, index);
  MaqForm *form = maq_editor_get_form (self->editor);

  maq_editor_select (self->editor,
                     maq_section_get_id (maq_form_get_section (form, mark->section)->section),
                     MAQ_ID_NONE);
  focus_turn (self, index);
}

gboolean
maq_arc_lane_press_turn (MaqArcLane *self,
                         double      x,
                         double      y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || !MAQ_IS_TURN_SIGN (picked)
      || maq_turn_sign_get_index (MAQ_TURN_SIGN (picked)) >= maq_arc_lane_count_turns (self))
    return FALSE;
  look_at (self, maq_turn_sign_get_index (MAQ_TURN_SIGN (picked)));
  return TRUE;
}

gboolean
maq_arc_lane_turn_key (MaqArcLane *self,
                       guint       key)
{
  MaqTurnSign *sign = find_focused (self);
  guint index = sign == NULL ? 0 : maq_turn_sign_get_index (sign);

  if (sign == NULL || index >= maq_arc_lane_count_turns (self))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      maq_arc_lane_step_turn (self, 0.0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      maq_arc_lane_step_turn (self, 0.0, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      maq_arc_lane_focus (self, maq_section_get_id (
        maq_form_get_section (maq_editor_get_form (self->editor),
                              maq_tension_get_mark (self->tension, index)->section)->section));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      look_at (self, index);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
maq_arc_lane_redraw_turns (MaqArcLane *self)
{
  GPtrArray *signs = maq_widget_pool_get_children (self->signs);

  for (guint i = 0; i < signs->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (signs, i));
}
