/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What can be done to a bar of chords without typing it.
 */

#include "maq-chord-lane-private.h"

#include <string.h>

#include "maq-chord-text.h"

/* What stands in the bar, "%" written out; (nullable) NULL where nothing begins in it. */
static const char *
find_text (MaqChordLane *self)
{
  MaqChordStrip *strip = maq_chord_lane_find_strip (self);
  int bar = self->bar;
  const char *text;

  if (strip == NULL)
    return NULL;
  text = maq_chord_strip_get_bar_text (strip, bar);
  while (bar > 0 && strcmp (text, "%") == 0)
    text = maq_chord_strip_get_bar_text (strip, --bar);
  return strcmp (text, ".") == 0 ? NULL : text;
}

/* The chord that sounds where the pointer was, else the first one. */
static guint
find_pointed (char   **words,
              double   inside)
{
  guint n_words = g_strv_length (words);
  guint slot = MIN ((guint) (inside * n_words), n_words - 1);

  while (slot > 0 && strcmp (words[slot], ".") == 0)
    slot--;
  while (slot + 1 < n_words && strcmp (words[slot], ".") == 0)
    slot++;
  return slot;
}

static void
mark_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  static const struct { const char *before, *after; } signs[MAQ_N_CHORD_MARKS] = {
    { "", "" }, { ">", "" }, { "<", ">" }, { "^", "" },
  };
  MaqChordLane *self = MAQ_CHORD_LANE (widget);
  const char *text = find_text (self);
  g_auto (GStrv) words = NULL;
  g_autofree char *marked = NULL;
  MaqChordMark mark;
  char *chord;
  guint pointed;

  if (text == NULL || !maq_chord_mark_from_nick (g_variant_get_string (parameter, NULL), &mark))
    return;
  words = g_strsplit (text, " ", -1);
  pointed = find_pointed (words, self->inside);
  chord = words[pointed];
  maq_chord_text_take_mark (&chord);
  chord = g_strconcat (signs[mark].before, chord, signs[mark].after, NULL);
  g_free (words[pointed]);
  words[pointed] = chord;
  marked = g_strjoinv (" ", words);
  maq_chord_lane_put (self, marked);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  maq_chord_lane_type (MAQ_CHORD_LANE (widget), NULL);
}

static void
put_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  const char *text = g_str_equal (action_name, "chords.simile") ? "%"
                     : g_str_equal (action_name, "chords.repeat") ? ":|" : "";

  maq_chord_lane_put (MAQ_CHORD_LANE (widget), text);
}

static void
take_over_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  MaqChordLane *self = MAQ_CHORD_LANE (widget);

  maq_editor_apply (self->editor, maq_move_section_chords (self->section, ""));
}

static void
update_actions (MaqChordLane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  int index = maq_chord_lane_find_section (self);
  const MaqSectionFields *fields = maq_section_get_fields (
    maq_arrangement_get_section (arrangement, (guint) index));
  int bars = maq_form_get_section (maq_editor_get_form (self->editor), (guint) index)->bars;

  gtk_widget_action_set_enabled (widget, "chords.simile", self->bar > 0);
  gtk_widget_action_set_enabled (widget, "chords.repeat", self->bar + 1 < bars);
  gtk_widget_action_set_enabled (widget, "chords.clear", find_text (self) != NULL);
  gtk_widget_action_set_enabled (widget, "chords.mark", find_text (self) != NULL);
  gtk_widget_action_set_enabled (widget, "chords.take-over",
                                 fields->follows != MAQ_ID_NONE && fields->chords != NULL);
}

static void
closed_cb (MaqChordLane *self,
           GtkWidget    *menu)
{
  if (self->menu == menu && !self->is_editing)
    maq_chord_lane_focus (self);
}

void
maq_chord_lane_show_menu (MaqChordLane *self,
                          GdkRectangle  at)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/maquette/Maquette/ui/maq-menus.ui");
  GObject *model = gtk_builder_get_object (builder, "chords-menu");

  update_actions (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
maq_chord_lane_menu_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chords.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "chords.simile", NULL, put_cb);
  gtk_widget_class_install_action (widget_class, "chords.repeat", NULL, put_cb);
  gtk_widget_class_install_action (widget_class, "chords.clear", NULL, put_cb);
  gtk_widget_class_install_action (widget_class, "chords.mark", "s", mark_cb);
  gtk_widget_class_install_action (widget_class, "chords.take-over", NULL, take_over_cb);
}
