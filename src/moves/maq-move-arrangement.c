/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

static MaqProject *
replace_arrangements (MaqProject *root,
                      MaqVec     *arrangements,
                      MaqId       current)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));
  g_autoptr(MaqSong) song = NULL;

  fields.arrangements = arrangements;
  fields.current = current;
  song = maq_song_with_fields (maq_project_get_current (root), &fields);
  return maq_edit_replace_song (root, song);
}

static int
require_arrangement (MaqProject  *root,
                     MaqId        arrangement,
                     GError     **error)
{
  int index = maq_song_find_arrangement (maq_project_get_current (root), arrangement);

  if (index < 0)
    maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                     _("That arrangement is no longer there. Choose another one."));

  return index;
}

static const char *
arrangement_name (MaqProject *root,
                  MaqId       arrangement)
{
  MaqSong *song = maq_project_get_current (root);
  int index = maq_song_find_arrangement (song, arrangement);

  if (index < 0)
    return _("arrangement");

  return maq_arrangement_get_name (maq_song_get_arrangement (song, index));
}

static MaqId
fresh_id (MaqSong *song)
{
  guint64 mixed = 0;
  MaqId id;

  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    mixed += maq_arrangement_get_id (maq_song_get_arrangement (song, i));

  do
    id = maq_id_derive (mixed++, 0);
  while (maq_song_find_arrangement (song, id) >= 0);

  return id;
}

static gboolean
has_arrangement_named (MaqSong    *song,
                       const char *name)
{
  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    if (strcmp (maq_arrangement_get_name (maq_song_get_arrangement (song, i)), name) == 0)
      return TRUE;

  return FALSE;
}

static char *
dup_free_name (MaqSong *song)
{
  g_autofree char *base = NULL;

  base = maq_move_dup_base_name (maq_arrangement_get_name (maq_song_get_current (song)));
  for (guint number = 2; ; number++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", base, number);

      if (!has_arrangement_named (song, name))
        return g_steal_pointer (&name);
    }
}

static MaqProject *
apply_add (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  MaqSong *song = maq_project_get_current (root);
  MaqArrangement *current = maq_song_get_current (song);
  MaqArrangementFields fields = *maq_arrangement_get_fields (current);
  MaqVec *before = maq_song_get_fields (song)->arrangements;
  g_autofree char *name = NULL;
  g_autoptr(MaqArrangement) copy = NULL;
  g_autoptr(MaqVec) after = NULL;

  name = self->text != NULL ? maq_move_dup_name (self->text, error) : dup_free_name (song);
  if (name == NULL)
    return NULL;

  fields.id = fresh_id (song);
  fields.name = name;
  fields.note = NULL;
  copy = maq_arrangement_new (&fields);
  after = maq_vec_with_inserted (before, maq_vec_find (before, current) + 1, copy);
  return replace_arrangements (root, after, fields.id);
}

static char *
dup_add_label (MaqMove    *self,
               MaqProject *root)
{
  g_autofree char *name = NULL;

  name = self->text != NULL ? g_strdup (self->text)
                            : dup_free_name (maq_project_get_current (root));
  return g_strdup_printf (_("Add arrangement %s"), name);
}

MaqMove *
maq_move_add_arrangement (const char *name)
{
  static const MaqMoveClass move_class = { apply_add, dup_add_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .text = maq_move_some (name) });
}

static MaqProject *
apply_select (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  if (require_arrangement (root, self->other, error) < 0)
    return NULL;

  return replace_arrangements (root,
                               maq_song_get_fields (maq_project_get_current (root))->arrangements,
                               self->other);
}

static char *
dup_select_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("Show %s"), arrangement_name (root, self->other));
}

MaqMove *
maq_move_select_arrangement (MaqId arrangement)
{
  static const MaqMoveClass move_class = { apply_select, dup_select_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = arrangement });
}

static MaqProject *
apply_rename (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqSong *song = maq_project_get_current (root);
  int index = require_arrangement (root, self->other, error);
  MaqArrangementFields fields;
  g_autofree char *name = NULL;
  g_autoptr(MaqArrangement) renamed = NULL;
  g_autoptr(MaqVec) after = NULL;

  if (index < 0)
    return NULL;

  name = maq_move_dup_name (self->text, error);
  if (name == NULL)
    return NULL;

  fields = *maq_arrangement_get_fields (maq_song_get_arrangement (song, index));
  fields.name = name;
  renamed = maq_arrangement_with_fields (maq_song_get_arrangement (song, index), &fields);
  after = maq_vec_with_item (maq_song_get_fields (song)->arrangements, index, renamed);
  return replace_arrangements (root, after, maq_song_get_fields (song)->current);
}

static char *
dup_rename_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("Rename %s to %s"), arrangement_name (root, self->other),
                          self->text != NULL ? self->text : "");
}

MaqMove *
maq_move_rename_arrangement (MaqId       arrangement,
                             const char *name)
{
  static const MaqMoveClass move_class = { apply_rename, dup_rename_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = arrangement,
                                    .text = maq_move_some (name) });
}

static MaqProject *
apply_note (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqSong *song = maq_project_get_current (root);
  int index = require_arrangement (root, self->other, error);
  MaqArrangementFields fields;
  g_autoptr(MaqArrangement) noted = NULL;
  g_autoptr(MaqVec) after = NULL;

  if (index < 0 || !maq_move_require_text (self->text, MAQ_LIMIT_TEXT_BYTES, error))
    return NULL;

  fields = *maq_arrangement_get_fields (maq_song_get_arrangement (song, index));
  fields.note = self->text;
  noted = maq_arrangement_with_fields (maq_song_get_arrangement (song, index), &fields);
  after = maq_vec_with_item (maq_song_get_fields (song)->arrangements, index, noted);
  return replace_arrangements (root, after, maq_song_get_fields (song)->current);
}

static char *
dup_note_label (MaqMove    *self,
                MaqProject *root)
{
  return g_strdup_printf (_("Note on %s"), arrangement_name (root, self->other));
}

MaqMove *
maq_move_arrangement_note (MaqId       arrangement,
                           const char *note)
{
  static const MaqMoveClass move_class = { apply_note, dup_note_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = arrangement,
                                    .text = maq_move_some (note) });
}

static MaqProject *
apply_target (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqSong *song = maq_project_get_current (root);
  int index = require_arrangement (root, self->other, error);
  MaqArrangementFields fields;
  g_autoptr(MaqArrangement) aimed = NULL;
  g_autoptr(MaqVec) after = NULL;

  if (index < 0 || !maq_move_require_number (self->number, 0, MAQ_TARGET_MAX_SECONDS,
                                             _("The target length in seconds"), error))
    return NULL;

  fields = *maq_arrangement_get_fields (maq_song_get_arrangement (song, index));
  fields.target_seconds = self->number;
  aimed = maq_arrangement_with_fields (maq_song_get_arrangement (song, index), &fields);
  after = maq_vec_with_item (maq_song_get_fields (song)->arrangements, index, aimed);
  return replace_arrangements (root, after, maq_song_get_fields (song)->current);
}

static char *
dup_target_label (MaqMove    *self,
                  MaqProject *root)
{
  if (self->number <= 0)
    return g_strdup (_("No target length"));

  return g_strdup_printf (_("Target length %d:%02d"), self->number / 60, self->number % 60);
}

MaqMove *
maq_move_target_length (MaqId arrangement,
                        int   seconds)
{
  static const MaqMoveClass move_class = { apply_target, dup_target_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = arrangement,
                                    .number = seconds });
}

static MaqProject *
apply_delete (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqSong *song = maq_project_get_current (root);
  MaqVec *before = maq_song_get_fields (song)->arrangements;
  int index = require_arrangement (root, self->other, error);
  g_autoptr(MaqVec) after = NULL;
  MaqId current;

  if (index < 0)
    return NULL;
  if (maq_vec_get_length (before) == 1)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                       _("A song needs an arrangement, and this is the only one. "
                         "Add another one first."));
      return NULL;
    }

  after = maq_vec_without (before, index);
  current = maq_arrangement_get_id (maq_song_get_current (song));
  if (current == self->other)
    current = maq_arrangement_get_id (
      maq_vec_get (after, MIN ((guint) index, maq_vec_get_length (after) - 1)));
  return replace_arrangements (root, after, current);
}

static char *
dup_delete_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("Delete arrangement %s"), arrangement_name (root, self->other));
}

MaqMove *
maq_move_delete_arrangement (MaqId arrangement)
{
  static const MaqMoveClass move_class = { apply_delete, dup_delete_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = arrangement });
}

static MaqProject *
apply_select_song (MaqMove     *self,
                   MaqProject  *root,
                   GError     **error)
{
  MaqProjectFields fields = *maq_project_get_fields (root);

  if (maq_project_find_song (root, self->other) < 0)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                       _("That song is no longer there. Choose another one."));
      return NULL;
    }

  fields.current = self->other;
  return maq_project_with_fields (root, &fields);
}

static char *
dup_select_song_label (MaqMove    *self,
                       MaqProject *root)
{
  int index = maq_project_find_song (root, self->other);

  return g_strdup_printf (_("Show %s"),
                          index >= 0 ? maq_song_get_title (maq_project_get_song (root, index))
                                     : _("song"));
}

MaqMove *
maq_move_select_song (MaqId song)
{
  static const MaqMoveClass move_class = { apply_select_song, dup_select_song_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = song });
}
