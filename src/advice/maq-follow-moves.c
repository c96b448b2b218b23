/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-private.h"

#include <glib/gi18n-lib.h>

static MaqFollowPart
get_part (const MaqFollowSearch *self,
          const MaqFollowPart   *parts,
          guint                  section,
          guint                  layer)
{
  return parts[section * self->n_layers + layer];
}

static void
add_part (MaqFollowSearch     *self,
          guint                section,
          guint                layer,
          const MaqFollowPart *parts,
          gboolean             is_forced,
          GPtrArray           *moves)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);
  MaqId section_id = maq_section_get_id (place->section);
  MaqId layer_id = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, layer));
  MaqFollowPart before = get_part (self, self->before, section, layer);
  MaqFollowPart after = get_part (self, parts, section, layer);

  if (is_forced || before.level != after.level)
    g_ptr_array_add (moves, maq_move_part_level (section_id, layer_id, after.level));
  if (after.level > 0 && (is_forced || before.entry_bar != after.entry_bar
                          || before.exit_bar != after.exit_bar))
    g_ptr_array_add (moves, maq_move_part_entry (section_id, layer_id, after.entry_bar,
                                                 after.exit_bar == 0 ? 0
                                                 : maq_follow_part_get_end (after, place->bars)));
}

/* Those who took a part over and do not go along keep what they had. */
static void
keep_others (MaqFollowSearch *self,
             guint            section,
             guint            layer,
             GPtrArray       *moves)
{
  for (guint i = 0; i < self->n_sections; i++)
    if (self->followed[i] == (int) section && self->taken_over[i * self->n_layers + layer]
        && !maq_follow_search_goes_along (self, i, layer))
      add_part (self, i, layer, self->before, TRUE, moves);
}

static void
add_moves (MaqFollowSearch *self,
           guint            section,
           GPtrArray       *moves)
{
  for (guint i = 0; i < self->n_layers; i++)
    {
      if (!maq_follow_search_is_own_change (self, section, i))
        continue;
      add_part (self, section, i, self->parts, FALSE, moves);
      keep_others (self, section, i, moves);
    }
}

/* First what others take over, then what goes its own way. */
MaqMove *
maq_follow_moves_create_sequence (GPtrArray *const *moves,
                                  const gboolean   *follows,
                                  const gboolean   *wanted,
                                  guint             n_sections)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (gboolean pass = FALSE; pass <= TRUE; pass++)
    for (guint i = 0; i < n_sections; i++)
      if (follows[i] == pass && (wanted == NULL || wanted[i]))
        g_ptr_array_extend (all, moves[i], NULL, NULL);
  return all->len == 0 ? NULL : maq_move_sequence ((MaqMove *const *) all->pdata, all->len,
                                                   _("Follow the arc"));
}

void
maq_follow_moves_fill (MaqFollowSearch *search,
                       GPtrArray      **moves,
                       gboolean        *follows)
{
  for (guint i = 0; i < search->n_sections; i++)
    {
      moves[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
      follows[i] = search->followed[i] >= 0;
      add_moves (search, i, moves[i]);
    }
}

void
maq_follow_moves_free (GPtrArray **moves,
                       guint       n_sections)
{
  for (guint i = 0; i < n_sections; i++)
    g_ptr_array_unref (moves[i]);
  g_free (moves);
}

MaqProject *
maq_follow_moves_apply (MaqFollowSearch  *search,
                        GError          **error)
{
  GPtrArray **moves = g_new0 (GPtrArray *, search->n_sections + 1);
  g_autofree gboolean *follows = g_new0 (gboolean, search->n_sections + 1);
  g_autoptr (MaqMove) move = NULL;

  maq_follow_moves_fill (search, moves, follows);
  move = maq_follow_moves_create_sequence (moves, follows, NULL, search->n_sections);
  maq_follow_moves_free (moves, search->n_sections);
  return move == NULL ? maq_project_ref (search->root)
                      : maq_move_apply (move, search->root, error);
}
