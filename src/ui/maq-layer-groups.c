/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-layer-groups.h"

#include <glib/gi18n-lib.h>

static MaqId
get_id (MaqArrangement *arrangement,
        guint           layer)
{
  return maq_layer_get_id (maq_arrangement_get_layer (arrangement, layer));
}

const char *
maq_layer_groups_get_name (MaqArrangement *arrangement,
                           guint           layer)
{
  if (layer >= maq_arrangement_get_n_layers (arrangement))
    return NULL;
  return maq_layer_get_fields (maq_arrangement_get_layer (arrangement, layer))->group;
}

GArray *
maq_layer_groups_find (MaqArrangement *arrangement,
                       GHashTable     *folded)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (MaqRowGroup));
  guint n = maq_arrangement_get_n_layers (arrangement);
  guint end;

  for (guint first = 0; first < n; first = end)
    {
      const char *name = maq_layer_groups_get_name (arrangement, first);
      MaqRowGroup group = { .first = first };

      for (end = first + 1; end < n && name != NULL &&
           g_strcmp0 (maq_layer_groups_get_name (arrangement, end), name) == 0; end++)
        ;
      group.end = end;
      group.is_folded = name != NULL && g_hash_table_contains (folded, name);
      if (name != NULL)
        g_array_append_val (groups, group);
    }
  return groups;
}

guint
maq_layer_groups_count (MaqArrangement    *arrangement,
                        const MaqRowGroup *group,
                        guint              section)
{
  guint n = 0;

  for (guint i = group->first; i < group->end; i++)
    n += maq_arrangement_get_level (arrangement, section, get_id (arrangement, i)) > 0;
  return n;
}

static MaqMove *
take_sequence (GPtrArray  *moves,
               const char *label)
{
  return maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, label);
}

/* Those from below go up to the gap first, each behind the one before; then those from above
 * come down to it, the last one first: none pushes another aside. */
static MaqMove *
place (MaqArrangement *arrangement,
       const guint    *layers,
       guint           n,
       guint           before,
       const char     *name,
       const char     *label)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  guint n_above = 0;

  while (n_above < n && layers[n_above] < before)
    n_above++;
  for (guint i = n_above; i < n; i++)
    g_ptr_array_add (moves, maq_move_place_layer (get_id (arrangement, layers[i]),
                                                  (int) (before + i - n_above), name));
  for (guint i = 0; i < n_above; i++)
    g_ptr_array_add (moves, maq_move_place_layer (get_id (arrangement, layers[n_above - 1 - i]),
                                                  (int) (before - 1 - i), name));
  return take_sequence (moves, label);
}

MaqMove *
maq_layer_groups_move (MaqArrangement    *arrangement,
                       const MaqRowGroup *group,
                       guint              before)
{
  const char *name = maq_layer_groups_get_name (arrangement, group->first);
  g_autofree char *label = g_strdup_printf (_("Move %s"), name);
  guint n = group->end - group->first;
  g_autofree guint *layers = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    layers[i] = group->first + i;
  return place (arrangement, layers, n, before, name, label);
}

MaqMove *
maq_layer_groups_place (MaqArrangement *arrangement,
                        const guint    *layers,
                        guint           n,
                        guint           before,
                        const char     *name)
{
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u layer",
                                                         "Move %u layers", n), n);

  return place (arrangement, layers, n, before, name, label);
}

MaqMove *
maq_layer_groups_copy (MaqArrangement *arrangement,
                       const guint    *layers,
                       guint           n,
                       guint           before,
                       const char     *name)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Copy %u layer",
                                                         "Copy %u layers", n), n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (moves, maq_move_copy_layer (get_id (arrangement, layers[i]),
                                                 (int) (before + i), name));
  return take_sequence (moves, label);
}

MaqMove *
maq_layer_groups_join (const MaqId *layers,
                       guint        n,
                       const char  *name)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  g_autofree char *label = NULL;

  if (n > 1 && name != NULL)
    /* Translators: the name of a group of layers */
    label = g_strdup_printf (_("Group %s"), name);
  else if (n > 1)
    label = g_strdup (_("Take layers out of their group"));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (moves, maq_move_layer_group (layers[i], name));
  return take_sequence (moves, label);
}

static MaqMove *
set_all (MaqArrangement    *arrangement,
         const MaqRowGroup *group,
         MaqMove          *(*create) (MaqId layer, gboolean on),
         gboolean           on,
         const char        *label)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);

  for (guint i = group->first; i < group->end; i++)
    g_ptr_array_add (moves, create (get_id (arrangement, i), on));
  return take_sequence (moves, label);
}

MaqMove *
maq_layer_groups_mute (MaqArrangement    *arrangement,
                       const MaqRowGroup *group,
                       gboolean           muted)
{
  const char *name = maq_layer_groups_get_name (arrangement, group->first);
  g_autofree char *label = g_strdup_printf (muted ? _("Mute %s") : _("Unmute %s"), name);

  return set_all (arrangement, group, maq_move_layer_muted, muted, label);
}

MaqMove *
maq_layer_groups_solo (MaqArrangement    *arrangement,
                       const MaqRowGroup *group,
                       gboolean           soloed)
{
  const char *name = maq_layer_groups_get_name (arrangement, group->first);
  g_autofree char *label = g_strdup_printf (soloed ? _("Solo %s") : _("Unsolo %s"), name);

  return set_all (arrangement, group, maq_move_layer_soloed, soloed, label);
}

/* At the edge of a group the first step crosses the edge, the next one goes past it. */
MaqMove *
maq_layer_groups_step (MaqArrangement *arrangement,
                       guint           layer,
                       int             step)
{
  MaqId id = get_id (arrangement, layer);
  const char *own = maq_layer_groups_get_name (arrangement, layer);
  guint next = (guint) ((int) layer + step);
  const char *beyond = maq_layer_groups_get_name (arrangement, next);
  gboolean is_inside = own != NULL && g_strcmp0 (own, beyond) == 0;

  if (is_inside || (own == NULL && beyond == NULL))
    return maq_move_place_layer (id, (int) next, own);
  if (own != NULL)
    return maq_move_place_layer (id, (int) layer, NULL);
  return maq_move_place_layer (id, (int) layer, beyond);
}
