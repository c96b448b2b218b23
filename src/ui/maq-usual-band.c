/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-usual-band.h"

#include <glib/gi18n-lib.h>

#include "maq-default-band.h"

/* What is done, and what comes of it, as the next move must know the ids. */
typedef struct
{
  GPtrArray  *moves;
  MaqProject *root;
} Steps;

static void
step (Steps   *steps,
      MaqMove *move)
{
  MaqProject *after = maq_move_apply (move, steps->root, NULL);

  if (after == NULL)
    {
      maq_move_unref (move);
      return;
    }
  g_ptr_array_add (steps->moves, move);
  maq_project_unref (steps->root);
  steps->root = after;
}

static void
count_kind (MaqArrangement *arrangement,
            guint           index,
            guint          *occurrence,
            guint          *n_occurrences)
{
  MaqSectionKind kind = maq_section_get_fields (maq_arrangement_get_section (arrangement,
                                                                             index))->kind;

  *occurrence = *n_occurrences = 0;
  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    if (maq_section_get_fields (maq_arrangement_get_section (arrangement, i))->kind == kind)
      {
        *occurrence += i < index;
        *n_occurrences += 1;
      }
}

static void
let_play (Steps   *steps,
          MaqId    layer,
          MaqRole  role)
{
  guint n = maq_arrangement_get_n_sections (maq_project_get_arrangement (steps->root));

  for (guint i = 0; i < n; i++)
    {
      MaqArrangement *now = maq_project_get_arrangement (steps->root);
      const MaqSectionFields *fields =
        maq_section_get_fields (maq_arrangement_get_section (now, i));
      guint occurrence;
      guint n_occurrences;
      int level;

      count_kind (now, i, &occurrence, &n_occurrences);
      level = maq_default_band_level (role, fields->kind, occurrence, n_occurrences);
      if (maq_arrangement_get_level (now, i, layer) != level)
        step (steps, maq_move_part_level (fields->id, layer, level));
    }
}

static void
add_layer (Steps                *steps,
           const MaqLayerFields *fields)
{
  guint n = maq_arrangement_get_n_layers (maq_project_get_arrangement (steps->root));
  MaqArrangement *arrangement;
  MaqId layer;

  step (steps, maq_move_add_layer (fields->role, fields->name, -1, -1));
  arrangement = maq_project_get_arrangement (steps->root);
  if (maq_arrangement_get_n_layers (arrangement) == n)
    return;
  layer = maq_layer_get_id (maq_arrangement_get_layer (arrangement, n));
  step (steps, maq_move_layer_pan (layer, fields->pan));
  step (steps, maq_move_layer_distance (layer, fields->distance));
  step (steps, maq_move_layer_gain (layer, fields->gain_db));
  let_play (steps, layer, fields->role);
}

static void
begin_steps (Steps      *steps,
             MaqProject *root)
{
  steps->moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  steps->root = maq_project_ref (root);
}

static MaqMove *
end_steps (Steps *steps)
{
  MaqMove *move = maq_move_sequence ((MaqMove *const *) steps->moves->pdata, steps->moves->len,
                                     _("Add a usual band"));

  g_ptr_array_unref (steps->moves);
  maq_project_unref (steps->root);
  return move;
}

MaqMove *
maq_usual_band_new_move (MaqProject *root)
{
  g_autoptr (MaqVec) band = maq_default_band_new_layers ();
  Steps steps;

  begin_steps (&steps, root);
  for (guint i = 0; i < maq_vec_get_length (band); i++)
    add_layer (&steps, maq_layer_get_fields (maq_vec_get (band, i)));
  return end_steps (&steps);
}

MaqMove *
maq_usual_band_new_levels (MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  Steps steps;

  begin_steps (&steps, root);
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);

      let_play (&steps, maq_layer_get_id (layer), maq_layer_get_fields (layer)->role);
    }
  return end_steps (&steps);
}
