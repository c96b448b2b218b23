/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-plan-private.h"

/* Instruments that mask each other stand in one register. */
typedef enum
{
  REGISTER_RHYTHM,
  REGISTER_LOW,
  REGISTER_MIDDLE,
  REGISTER_SUSTAINED,
  REGISTER_TOP,
} Register;

/* carries: how well a role bears a song alone, the lowest best;
 * lifts: what comes in last, for it makes the most of it, the lowest first */
static const struct
{
  int      carries;
  int      lifts;
  Register in;
} roles[MAQ_N_ROLES] = {
  [MAQ_ROLE_VOCAL] = { 0, 12, REGISTER_TOP },
  [MAQ_ROLE_ACOUSTIC_GUITAR] = { 1, 9, REGISTER_MIDDLE },
  [MAQ_ROLE_KEYS] = { 2, 8, REGISTER_MIDDLE },
  [MAQ_ROLE_ELECTRIC_GUITAR] = { 3, 4, REGISTER_MIDDLE },
  [MAQ_ROLE_PAD] = { 4, 7, REGISTER_SUSTAINED },
  [MAQ_ROLE_BASS] = { 5, 2, REGISTER_LOW },
  [MAQ_ROLE_TEXTURE] = { 6, 11, REGISTER_TOP },
  [MAQ_ROLE_ORGAN] = { 7, 6, REGISTER_MIDDLE },
  [MAQ_ROLE_PERCUSSION] = { 8, 5, REGISTER_RHYTHM },
  [MAQ_ROLE_STRINGS] = { 9, 1, REGISTER_SUSTAINED },
  [MAQ_ROLE_LEAD] = { 10, 10, REGISTER_TOP },
  [MAQ_ROLE_DRUMS] = { 11, 0, REGISTER_RHYTHM },
  [MAQ_ROLE_BRASS] = { 12, 3, REGISTER_SUSTAINED },
};

gboolean
maq_move_refuse_plan (GError     **error,
                      const char  *sentence)
{
  return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE, "%s", sentence);
}

GPtrArray *
maq_move_plan (MaqMove      *self,
               MaqProject   *root,
               MaqMovePlan   plan,
               GError      **error)
{
  g_autoptr(GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);

  return plan (self, root, moves, error) ? g_steal_pointer (&moves) : NULL;
}

MaqProject *
maq_move_apply_all (MaqProject  *root,
                    GPtrArray   *moves,
                    GError     **error)
{
  g_autoptr(MaqMove) all = NULL;

  all = maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, NULL);
  return maq_move_apply (all, root, error);
}

MaqProject *
maq_move_apply_plan (MaqMove      *self,
                     MaqProject   *root,
                     MaqMovePlan   plan,
                     GError      **error)
{
  g_autoptr(GPtrArray) moves = maq_move_plan (self, root, plan, error);

  return moves != NULL ? maq_move_apply_all (root, moves, error) : NULL;
}

static MaqRole
get_role (MaqArrangement *arrangement,
          MaqId           layer)
{
  int index = maq_arrangement_find_layer (arrangement, layer);

  return maq_layer_get_role (maq_arrangement_get_layer (arrangement, index));
}

static int
compare_carries (gconstpointer a,
                 gconstpointer b,
                 gpointer      arrangement)
{
  return roles[get_role (arrangement, *(const MaqId *) a)].carries -
         roles[get_role (arrangement, *(const MaqId *) b)].carries;
}

static int
compare_lifts (gconstpointer a,
               gconstpointer b,
               gpointer      arrangement)
{
  return roles[get_role (arrangement, *(const MaqId *) a)].lifts -
         roles[get_role (arrangement, *(const MaqId *) b)].lifts;
}

static GArray *
collect (MaqArrangement   *arrangement,
         guint             index,
         gboolean          is_sounding,
         GCompareDataFunc  compare)
{
  GArray *layers = g_array_new (FALSE, FALSE, sizeof (MaqId));

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (arrangement, i));

      if ((maq_arrangement_get_level (arrangement, index, layer) > 0) == is_sounding)
        g_array_append_val (layers, layer);
    }

  /* sorts stably: equals stay in the order of the grid */
  g_array_sort_with_data (layers, compare, arrangement);
  return layers;
}

GArray *
maq_move_sounding_layers (MaqArrangement *arrangement,
                          guint           index)
{
  return collect (arrangement, index, TRUE, compare_carries);
}

/* A voice has words to sing, or it has none: it doesn't come in to lift. */
GArray *
maq_move_silent_layers (MaqArrangement *arrangement,
                        guint           index)
{
  GArray *layers = collect (arrangement, index, FALSE, compare_lifts);

  for (guint i = layers->len; i-- > 0;)
    if (get_role (arrangement, g_array_index (layers, MaqId, i)) == MAQ_ROLE_VOCAL)
      g_array_remove_index (layers, i);

  return layers;
}

gboolean
maq_move_is_masked_by (MaqArrangement *arrangement,
                       guint           index,
                       MaqId           layer,
                       MaqId           other,
                       gboolean        is_first)
{
  int level = maq_arrangement_get_level (arrangement, index, layer);
  int other_level = maq_arrangement_get_level (arrangement, index, other);

  return layer != other &&
         roles[get_role (arrangement, layer)].in == roles[get_role (arrangement, other)].in &&
         (other_level > level || (other_level == level && is_first));
}

gboolean
maq_move_is_ground (MaqArrangement *arrangement,
                    MaqId           layer)
{
  Register in = roles[get_role (arrangement, layer)].in;

  return in == REGISTER_RHYTHM || in == REGISTER_LOW;
}
