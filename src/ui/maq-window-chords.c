/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Chords: how they are written, typed and transposed.
 */

#include "maq-window-private.h"

#define NOTATION "chord-notation"

void
maq_window_chords_update (MaqWindow *self)
{
  g_autofree char *nick = g_settings_get_string (self->settings, NOTATION);
  MaqChordNotation notation = MAQ_CHORD_NOTATION_NAMES;

  maq_chord_notation_from_nick (nick, &notation);
  if (self->editor != NULL)
    maq_editor_set_chord_notation (self->editor, notation);
}

static void
next_notation_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  MaqChordNotation now;

  if (self->editor == NULL)
    return;
  now = maq_editor_get_chord_notation (self->editor);
  g_settings_set_string (self->settings, NOTATION,
                         maq_chord_notation_get_nick ((now + 1) % MAQ_N_CHORD_NOTATIONS));
}

static void
edit_chords_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor != NULL)
    maq_timeline_type_chords (self->timeline);
}

/* All sections that are selected, in one step; where none is, the song. */
static MaqMove *
create_transposition (MaqEditor *editor,
                      int        semitones)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  MaqRange range;

  maq_editor_get_range (editor, &range);
  if (range.n_sections == 0)
    return maq_move_song_transpose (semitones);
  for (guint i = range.first_section; i < range.first_section + range.n_sections; i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);
      MaqId follows = maq_section_get_fields (section)->follows;
      int followed = follows == MAQ_ID_NONE ? -1 : maq_arrangement_find_section (arrangement,
                                                                                 follows);

      /* what follows another one that moves goes with it */
      if (followed < (int) range.first_section ||
          followed >= (int) (range.first_section + range.n_sections))
        g_ptr_array_add (moves, maq_move_section_transpose (maq_section_get_id (section),
                                                            semitones));
    }
  return maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, NULL);
}

static void
transpose_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor != NULL && !maq_window_refuses_picks (self))
    maq_editor_apply (self->editor, create_transposition (self->editor,
                                                          g_variant_get_int32 (parameter)));
}

void
maq_window_chords_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "score.transpose", "i", transpose_cb);
  gtk_widget_class_install_action (widget_class, "view.edit-chords", NULL, edit_chords_cb);
  gtk_widget_class_install_action (widget_class, "view.next-notation", NULL, next_notation_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "view.edit-chords", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK,
                                       "view.next-notation", NULL);
}

void
maq_window_chords_init (MaqWindow *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, NOTATION);

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_object (self->settings, "changed::" NOTATION,
                           G_CALLBACK (maq_window_chords_update), self, G_CONNECT_SWAPPED);
}
