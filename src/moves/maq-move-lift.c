/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves that make a section bigger. */

#include "maq-move-plan-private.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

#define ENTRY_LEVEL 4

void
maq_move_add_lift (MaqArrangement *arrangement,
                   int             index,
                   int             by,
                   guint           n_entries,
                   GPtrArray      *moves)
{
  MaqId section = maq_section_get_id (maq_arrangement_get_section (arrangement, index));
  g_autoptr(GArray) layers = maq_move_sounding_layers (arrangement, index);
  g_autoptr(GArray) silent = maq_move_silent_layers (arrangement, index);

  for (guint i = 0; i < layers->len; i++)
    {
      MaqId layer = g_array_index (layers, MaqId, i);
      int level = maq_arrangement_get_level (arrangement, index, layer) + by;

      g_ptr_array_add (moves, maq_move_part_level (section, layer,
                                                   CLAMP (level, 1, MAQ_LEVEL_MAX)));
    }
  for (guint i = 0; i < MIN (silent->len, n_entries); i++)
    g_ptr_array_add (moves, maq_move_part_level (section, g_array_index (silent, MaqId, i),
                                                 CLAMP (ENTRY_LEVEL + by, 1,
                                                        MAQ_LEVEL_MAX)));
}

static gboolean
plan_lift (MaqMove     *self,
           MaqProject  *root,
           GPtrArray   *moves,
           GError     **error)
{
  int index = maq_move_require_section (root, self->section, error);

  if (index < 0 ||
      !maq_move_require_number (self->number, 1, MAQ_LEVEL_MAX, _("The lift"), error))
    return FALSE;

  maq_move_add_lift (maq_project_get_arrangement (root), index, self->number, 1, moves);
  return moves->len > 0 ||
         maq_move_refuse_plan (error,
                               _("There is no layer that could lift it. Add a layer first."));
}

static MaqProject *
apply_lift (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  return maq_move_apply_plan (self, root, plan_lift, error);
}

static char *
dup_lift_label (MaqMove    *self,
                MaqProject *root)
{
  int index = maq_arrangement_find_section (maq_project_get_arrangement (root), self->section);
  const char *name = maq_move_section_name (root, self->section);
  g_autoptr(GArray) silent = NULL;

  if (index >= 0)
    silent = maq_move_silent_layers (maq_project_get_arrangement (root), index);
  if (silent == NULL || silent->len == 0)
    return g_strdup_printf (_("Lift %s by %d"), name, self->number);

  /* translators: "Lift Chorus 2 by 2, Strings enter" */
  return g_strdup_printf (_("Lift %s by %d, %s in"), name, self->number,
                          maq_move_layer_name (root, g_array_index (silent, MaqId, 0)));
}

MaqMove *
maq_move_lift (MaqId section,
               int   by)
{
  static const MaqMoveClass move_class = { apply_lift, dup_lift_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = by });
}

static int
find_last_chorus (MaqArrangement *arrangement)
{
  for (int i = (int) maq_arrangement_get_n_sections (arrangement) - 1; i >= 0; i--)
    if (maq_section_get_kind (maq_arrangement_get_section (arrangement, i)) ==
        MAQ_SECTION_CHORUS)
      return i;

  return -1;
}

static gboolean
plan_last_chorus (MaqMove     *self,
                  MaqProject  *root,
                  GPtrArray   *moves,
                  GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = find_last_chorus (arrangement);

  if (index < 0)
    return maq_move_refuse_plan (error,
                                 _("The song has no chorus. Add one, or lift a section."));
  if (!maq_move_require_number (self->number, 1, MAQ_LEVEL_MAX, _("The lift"), error))
    return FALSE;

  maq_move_add_lift (arrangement, index, self->number, MAQ_LIMIT_LAYERS, moves);
  return moves->len > 0 ||
         maq_move_refuse_plan (error,
                               _("There is no layer that could lift it. Add a layer first."));
}

static MaqProject *
apply_last_chorus (MaqMove     *self,
                   MaqProject  *root,
                   GError     **error)
{
  return maq_move_apply_plan (self, root, plan_last_chorus, error);
}

static char *
dup_last_chorus_label (MaqMove    *self,
                       MaqProject *root)
{
  int index = find_last_chorus (maq_project_get_arrangement (root));

  if (index < 0)
    return g_strdup (_("Last chorus bigger"));

  /* translators: "Chorus 3 bigger by 2, everybody in" */
  return g_strdup_printf (_("%s bigger by %d, everybody in"),
                          maq_section_get_name (maq_arrangement_get_section (
                            maq_project_get_arrangement (root), index)),
                          self->number);
}

MaqMove *
maq_move_bigger_last_chorus (int by)
{
  static const MaqMoveClass move_class = { apply_last_chorus, dup_last_chorus_label, TRUE,
                                           NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = by });
}
