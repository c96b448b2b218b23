/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-check.h"

G_DEFINE_QUARK (maq-move-error-quark, maq_move_error)

MaqMove *
maq_move_new (const MaqMove *model)
{
  MaqMove *self = g_atomic_rc_box_new (MaqMove);

  *self = *model;
  self->text = g_strdup (model->text);
  self->text2 = g_strdup (model->text2);
  self->ids = g_memdup2 (model->ids, model->n_ids * sizeof (MaqId));
  self->parts = g_new (MaqPart *, model->n_parts);
  for (guint i = 0; i < model->n_parts; i++)
    self->parts[i] = model->parts[i] != NULL ? maq_part_ref (model->parts[i]) : NULL;
  self->picked = g_memdup2 (model->picked, model->n_picked);
  self->moves = g_new (MaqMove *, model->n_moves);
  for (guint i = 0; i < model->n_moves; i++)
    self->moves[i] = maq_move_ref (model->moves[i]);

  return self;
}

MaqMove *
maq_move_ref (MaqMove *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqMove *self)
{
  for (guint i = 0; i < self->n_moves; i++)
    maq_move_unref (self->moves[i]);
  for (guint i = 0; i < self->n_parts; i++)
    g_clear_pointer (&self->parts[i], maq_part_unref);
  g_free (self->moves);
  g_free (self->parts);
  g_free (self->picked);
  g_free (self->ids);
  g_free (self->text);
  g_free (self->text2);
}

void
maq_move_unref (MaqMove *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

gboolean
maq_move_refuse (GError      **error,
                 MaqMoveError  code,
                 const char   *format,
                 ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (MAQ_MOVE_ERROR, code, format, args);
  va_end (args);

  return FALSE;
}

/* The checks know bounds that no single move looks at, such as how many
 * sections there may be. */
static gboolean
is_sound (MaqProject  *before,
          MaqProject  *after,
          GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  if (maq_check_change (before, after, &local_error))
    return TRUE;

  return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE, "%s", local_error->message);
}

MaqProject *
maq_move_apply (MaqMove     *self,
                MaqProject  *root,
                GError     **error)
{
  g_autoptr(MaqProject) result = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  result = self->move_class->apply (self, root, error);
  if (result == NULL || (result != root && !is_sound (root, result, error)))
    return NULL;

  return g_steal_pointer (&result);
}

char *
maq_move_dup_label (MaqMove    *self,
                    MaqProject *root)
{
  return self->move_class->dup_label (self, root);
}

static gboolean
merges_all (MaqMove *self,
            MaqMove *previous)
{
  if (self->n_moves == 0 || self->n_moves != previous->n_moves)
    return FALSE;

  for (guint i = 0; i < self->n_moves; i++)
    if (!maq_move_merges_with (self->moves[i], previous->moves[i]))
      return FALSE;

  return TRUE;
}

gboolean
maq_move_merges_with (MaqMove *self,
                      MaqMove *previous)
{
  if (self->move_class != previous->move_class)
    return FALSE;

  return merges_all (self, previous) ||
         (self->move_class->merges &&
          self->section == previous->section &&
          self->layer == previous->layer &&
          self->other == previous->other);
}

MaqPath
maq_move_find_target (MaqMove    *self,
                      MaqProject *before,
                      MaqProject *after)
{
  MaqPath path = { .song = maq_song_get_id (maq_project_get_current (after)),
                   .arrangement = maq_arrangement_get_id (maq_project_get_arrangement (after)) };

  if (self->move_class->find_target != NULL)
    return self->move_class->find_target (self, before, after);

  if (maq_arrangement_find_section (maq_project_get_arrangement (after), self->section) >= 0)
    path.section = self->section;
  if (maq_arrangement_find_layer (maq_project_get_arrangement (after), self->layer) >= 0)
    path.layer = self->layer;

  return path;
}
