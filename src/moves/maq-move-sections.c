/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several sections, one after the other, moved and copied as one. */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

/* does @next, which it takes over, to @root, which it takes over */
static MaqProject *
go_on (MaqProject  *root,
       MaqMove     *next,
       GError     **error)
{
  g_autoptr(MaqProject) before = root;
  g_autoptr(MaqMove) move = next;

  return before != NULL ? maq_move_apply (move, before, error) : NULL;
}

static gboolean
require_sections (MaqMove     *self,
                  MaqProject  *root,
                  GError     **error)
{
  for (guint i = 0; i < self->n_ids; i++)
    if (maq_move_require_section (root, self->ids[i], error) < 0)
      return FALSE;

  return TRUE;
}

/* How many of them stand before the place where they go: none of the others is in between. */
static guint
count_before (MaqMove        *self,
              MaqArrangement *arrangement,
              int             to)
{
  guint n = 0;

  while (n < self->n_ids &&
         maq_arrangement_find_section (arrangement, self->ids[n]) - (int) n < to)
    n++;
  return n;
}

/* Those from behind come first, in order; then those from before, the last one first. So none
 * pushes another aside, however they are scattered. */
static MaqProject *
apply_move (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqProject *result = maq_project_ref (root);
  int room = (int) maq_arrangement_get_n_sections (arrangement) - (int) self->n_ids;
  guint n_before;
  int to;

  if (self->n_ids == 0)
    return result;
  if (!require_sections (self, root, error))
    {
      maq_project_unref (result);
      return NULL;
    }

  to = CLAMP (self->number, 0, MAX (room, 0));
  n_before = count_before (self, arrangement, to);
  for (guint i = 0; i < self->n_ids; i++)
    {
      guint which = n_before + i < self->n_ids ? n_before + i : self->n_ids - 1 - i;

      result = go_on (result, maq_move_move_section (self->ids[which], to + (int) which), error);
    }

  /* one that was named twice may have gone and come back */
  if (result == NULL || !maq_project_equal (result, root))
    return result;
  maq_project_unref (result);
  return maq_project_ref (root);
}

static char *
dup_move_label (MaqMove    *self,
                MaqProject *root)
{
  if (self->n_ids == 1)
    return g_strdup_printf (_("Move %s"), maq_move_section_name (root, self->ids[0]));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u section", "Move %u sections",
                                       self->n_ids), self->n_ids);
}

static MaqPath
find_first (MaqMove    *self,
            MaqProject *before,
            MaqProject *after)
{
  return (MaqPath) {
    .song = maq_song_get_id (maq_project_get_current (after)),
    .arrangement = maq_arrangement_get_id (maq_project_get_arrangement (after)),
    .section = self->n_ids > 0 ? self->ids[0] : MAQ_ID_NONE,
  };
}

MaqMove *
maq_move_move_sections (const MaqId *sections,
                        guint        n_sections,
                        int          to_index)
{
  static const MaqMoveClass move_class = { apply_move, dup_move_label, FALSE, find_first };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .ids = (MaqId *) sections,
                                    .n_ids = n_sections, .number = to_index });
}

/* A copy, or one that follows, of each; they come to stand together. */
static MaqProject *
apply_copy (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqProject *result = maq_project_ref (root);
  guint n_sections = maq_arrangement_get_n_sections (maq_project_get_arrangement (root));
  int to = CLAMP (self->number, 0, (int) n_sections);

  for (guint i = 0; result != NULL && i < self->n_ids; i++)
    {
      g_autoptr(MaqMove) copy = self->number2 ? maq_move_repeat_section (self->ids[i])
                                              : maq_move_duplicate_section (self->ids[i]);
      g_autoptr(MaqProject) before = result;
      g_autoptr(MaqProject) copied = maq_move_apply (copy, before, error);
      MaqId made;

      result = NULL;
      if (copied == NULL)
        continue;
      made = maq_move_find_target (copy, before, copied).section;
      result = go_on (g_steal_pointer (&copied), maq_move_move_section (made, to + (int) i),
                      error);
    }

  return result;
}

static char *
dup_copy_label (MaqMove    *self,
                MaqProject *root)
{
  if (self->number2)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Repeat %u section",
                                         "Repeat %u sections", self->n_ids), self->n_ids);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Copy %u section", "Copy %u sections",
                                       self->n_ids), self->n_ids);
}

/* the first of the copies */
static MaqPath
find_copy (MaqMove    *self,
           MaqProject *before,
           MaqProject *after)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (after);
  MaqPath path = find_first (self, before, after);
  int n_sections = (int) maq_arrangement_get_n_sections (maq_project_get_arrangement (before));
  guint at = (guint) CLAMP (self->number, 0, n_sections);

  if (at < maq_arrangement_get_n_sections (arrangement))
    path.section = maq_section_get_id (maq_arrangement_get_section (arrangement, at));
  return path;
}

MaqMove *
maq_move_copy_sections (const MaqId *sections,
                        guint        n_sections,
                        int          to_index)
{
  static const MaqMoveClass move_class = { apply_copy, dup_copy_label, FALSE, find_copy };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .ids = (MaqId *) sections,
                                    .n_ids = n_sections, .number = to_index });
}

MaqMove *
maq_move_repeat_sections (const MaqId *sections,
                          guint        n_sections,
                          int          to_index)
{
  static const MaqMoveClass move_class = { apply_copy, dup_copy_label, FALSE, find_copy };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .ids = (MaqId *) sections,
                                    .n_ids = n_sections, .number = to_index, .number2 = TRUE });
}
