/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Remarks: written down while listening, with one key, and what is heard goes on; opened at
 * their place; and walked through afterwards, each heard from a little before it.
 */

#include "maq-window-private.h"

#include <glib/gi18n-lib.h>

#include "maq-bar-map.h"
#include "maq-remark-card.h"
#include "maq-remark-places.h"
#include "maq-remark-popover.h"

#define BARS_BEFORE 2   /* that are heard before the bar of a remark */
#define BARS_BEHIND 8   /* after which the walk goes on from where the music is */

static void
remark_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  GtkWidget *popover;

  if (self->editor == NULL || maq_form_get_n_sections (maq_editor_get_form (self->editor)) == 0)
    return;
  popover = maq_remark_popover_new (self->editor, maq_listener_get_position (self->listener, NULL));
  maq_timeline_show_at_playhead (self->timeline, popover);
  maq_remark_popover_focus (popover);
}

static GArray *
list_places (MaqWindow *self)
{
  return maq_remark_places_new (maq_editor_get_arrangement (self->editor),
                                maq_editor_get_form (self->editor));
}

/* The card that is open, or NULL. */
static GtkWidget *
get_open_card (MaqWindow *self)
{
  return self->remark_card != NULL && gtk_widget_get_mapped (self->remark_card)
           ? self->remark_card : NULL;
}

static MaqRemarkCard *
create_card (MaqWindow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  g_clear_weak_pointer (&self->remark_card);
  g_set_weak_pointer (&self->remark_card, maq_remark_card_new (self->editor));
  gtk_popover_set_child (GTK_POPOVER (popover), self->remark_card);
  return MAQ_REMARK_CARD (self->remark_card);
}

/* What a remark hangs on is selected, and the remark shown at its place. */
static void
open_place (MaqWindow *self,
            GArray    *places,
            guint      index)
{
  const MaqRemarkPlace *place = &g_array_index (places, MaqRemarkPlace, index);
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  const MaqRemarkFields *fields =
    maq_remark_get_fields (maq_arrangement_get_remark (arrangement, place->index));
  GtkWidget *open = get_open_card (self);
  MaqRemarkCard *card = open != NULL ? MAQ_REMARK_CARD (open) : create_card (self);
  guint rank = 0;
  guint n_open = maq_remark_places_count (places, (int) index, &rank);

  self->walked = place->id;
  maq_editor_select (self->editor, fields->section, fields->layer);
  maq_remark_card_show (card, place->id, place->is_open ? rank : 0, n_open);
  maq_timeline_show_at_remark (self->timeline,
                               gtk_widget_get_ancestor (GTK_WIDGET (card), GTK_TYPE_POPOVER),
                               place->id);
  maq_remark_card_focus (card);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GArray) places = NULL;
  MaqId id;
  int index;

  if (self->editor == NULL || !maq_id_parse (g_variant_get_string (parameter, NULL), &id))
    return;
  places = list_places (self);
  index = maq_remark_places_find (places, id);
  if (index >= 0)
    open_place (self, places, (guint) index);
}

/* Where the walk goes on from: the card that is open, or the remark that was heard last, as
 * long as the music is near it; -1 for where the music is. */
static int
find_start (MaqWindow *self,
            GArray    *places,
            double     bar)
{
  int index = maq_remark_places_find (places, self->walked);
  const MaqRemarkPlace *place;

  if (index < 0 || get_open_card (self) != NULL)
    return index;
  place = &g_array_index (places, MaqRemarkPlace, (guint) index);
  return bar >= place->bar - BARS_BEFORE && bar < place->bar + BARS_BEHIND ? index : -1;
}

static void
hear_from (MaqWindow *self,
           int        bar)
{
  double ticks = maq_bar_map_to_ticks (maq_editor_get_form (self->editor),
                                       MAX (bar - BARS_BEFORE, 0));

  maq_window_seek (self, ticks);
  maq_timeline_set_position (self->timeline, ticks, FALSE);
  if (!maq_listener_get_playing (self->listener))
    maq_listener_toggle (self->listener);
}

static void
walk_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  int step = g_str_equal (action_name, "score.next-remark") ? 1 : -1;
  g_autoptr (GArray) places = NULL;
  double bar;
  int index;

  if (self->editor == NULL)
    return;
  places = list_places (self);
  bar = maq_bar_map_from_ticks (maq_editor_get_form (self->editor),
                                maq_listener_get_position (self->listener, NULL));
  index = maq_remark_places_step (places, find_start (self, places, bar), bar, step);
  if (index >= 0)
    {
      hear_from (self, g_array_index (places, MaqRemarkPlace, (guint) index).bar);
      open_place (self, places, (guint) index);
    }
  else if (maq_remark_places_count (places, -1, NULL) == 0)
    maq_window_say (self, _("No remark is open. N writes down what you hear."));
  else
    maq_window_say (self, step > 0 ? _("That was the last open remark.")
                                   : _("That was the first open remark."));
}

void
maq_window_remark_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "score.remark", NULL, remark_cb);
  gtk_widget_class_install_action (widget_class, "score.open-remark", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "score.next-remark", NULL, walk_cb);
  gtk_widget_class_install_action (widget_class, "score.previous-remark", NULL, walk_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "score.next-remark", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "score.previous-remark", NULL);
}
