/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layers in groups and in colours. A group is a name; its layers stand beside each other. */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

static const char *
get_group (MaqArrangement *arrangement,
           int             index)
{
  if (index < 0 || index >= (int) maq_arrangement_get_n_layers (arrangement))
    return NULL;

  return maq_layer_get_fields (maq_arrangement_get_layer (arrangement, index))->group;
}

static gboolean
is_in (MaqArrangement *arrangement,
       int             index,
       const char     *group)
{
  return group != NULL && g_strcmp0 (get_group (arrangement, index), group) == 0;
}

/* moves a layer and puts it into a group, or none */
static MaqProject *
place (MaqProject *root,
       int         from,
       int         to,
       const char *group)
{
  g_autoptr(MaqArrangement) moved =
    maq_arrangement_moved_layer (maq_project_get_arrangement (root), from, to);
  MaqLayer *before = maq_arrangement_get_layer (moved, to);
  MaqLayerFields fields = *maq_layer_get_fields (before);
  g_autoptr(MaqLayer) layer = NULL;
  g_autoptr(MaqArrangement) after = NULL;

  fields.group = group;
  layer = maq_layer_with_fields (before, &fields);
  after = maq_arrangement_with_layer_at (moved, to, layer);
  return maq_edit_replace_arrangement (root, after);
}

/* Who leaves from the middle of a group goes behind it. */
static int
find_place_behind (MaqArrangement *arrangement,
                   int             from)
{
  const char *group = get_group (arrangement, from);
  int to = from;

  if (!is_in (arrangement, from - 1, group))
    return from;
  while (is_in (arrangement, to + 1, group))
    to++;

  return to;
}

/* Behind the last layer of the group, counted after the layer's removal; where it is if that is
 * beside the group, or if the group is new. */
static int
find_place_in (MaqArrangement *arrangement,
               int             from,
               const char     *group)
{
  int last = -1;

  if (is_in (arrangement, from - 1, group) || is_in (arrangement, from + 1, group))
    return from;
  for (int i = 0; i < (int) maq_arrangement_get_n_layers (arrangement); i++)
    if (i != from && is_in (arrangement, i, group))
      last = i;

  if (last < 0)
    return find_place_behind (arrangement, from);
  return last < from ? last + 1 : last;
}

static MaqProject *
apply_group (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int from = maq_move_require_layer (root, self->layer, error);
  g_autofree char *name = NULL;

  if (from < 0)
    return NULL;
  if (self->text == NULL)
    return place (root, from, find_place_behind (arrangement, from), NULL);

  name = maq_move_dup_name (self->text, error);
  if (name == NULL)
    return NULL;
  if (is_in (arrangement, from, name))
    return maq_project_ref (root);

  return place (root, from, find_place_in (arrangement, from, name), name);
}

static char *
dup_group_label (MaqMove    *self,
                 MaqProject *root)
{
  const char *name = maq_move_layer_name (root, self->layer);

  if (self->text == NULL)
    return g_strdup_printf (_("Take %s out of its group"), name);

  /* translators: a layer and the name of a group of layers */
  return g_strdup_printf (_("Put %s into the group %s"), name, self->text);
}

MaqMove *
maq_move_layer_group (MaqId       layer,
                      const char *group)
{
  static const MaqMoveClass move_class = { apply_group, dup_group_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .text = maq_move_some (group) });
}

static MaqProject *
apply_place (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  int n_layers = (int) maq_arrangement_get_n_layers (maq_project_get_arrangement (root));
  int from = maq_move_require_layer (root, self->layer, error);
  g_autofree char *name = NULL;

  if (from < 0)
    return NULL;
  if (self->text != NULL)
    {
      name = maq_move_dup_name (self->text, error);
      if (name == NULL)
        return NULL;
    }

  return place (root, from, CLAMP (self->number, 0, n_layers - 1), name);
}

static char *
dup_place_label (MaqMove    *self,
                 MaqProject *root)
{
  return g_strdup_printf (_("Move %s"), maq_move_layer_name (root, self->layer));
}

MaqMove *
maq_move_place_layer (MaqId       layer,
                      int         to_index,
                      const char *group)
{
  static const MaqMoveClass move_class = { apply_place, dup_place_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .number = to_index, .text = maq_move_some (group) });
}

static MaqProject *
apply_colour (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqLayerFields fields;

  if (!maq_move_begin_layer (self, root, &fields, error))
    return NULL;

  fields.colour = self->number;
  return maq_move_end_layer (root, &fields);
}

static char *
dup_colour_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("%s: %s"), maq_move_layer_name (root, self->layer),
                          maq_colour_get_label (self->number));
}

MaqMove *
maq_move_layer_colour (MaqId     layer,
                       MaqColour colour)
{
  static const MaqMoveClass move_class = { apply_colour, dup_colour_label, FALSE, NULL };

  g_return_val_if_fail ((int) colour >= 0 && colour < MAQ_N_COLOURS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .number = colour });
}
