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

static gboolean
has_id (GArray *ids,
        MaqId   id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, MaqId, i) == id)
      return TRUE;
  return FALSE;
}

/* All sections that are selected, in one step; where none is, the song. */
static MaqMove *
create_transposition (MaqEditor *editor,
                      int        semitones)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  g_autoptr (GArray) sections = maq_editor_list_sections (editor);

  if (sections->len == 0)
    return maq_move_song_transpose (semitones);
  for (guint i = 0; i < sections->len; i++)
    {
      MaqId id = g_array_index (sections, MaqId, i);
      int index = maq_arrangement_find_section (arrangement, id);
      MaqSection *section = maq_arrangement_get_section (arrangement, (guint) index);

      /* what follows another one that moves goes with it */
      if (!has_id (sections, maq_section_get_fields (section)->follows))
        g_ptr_array_add (moves, maq_move_section_transpose (id, semitones));
    }
  return maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, NULL);
}

static void
transpose_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor != NULL)
    maq_editor_apply_here (self->editor, create_transposition (self->editor,
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
