/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-quick-ears.h"

#include <math.h>

/* What is before an entry or after an exit is lost; each level adds less than the one before. */
static double
get_weight (MaqSection *section,
            MaqLayer   *layer,
            int         bars)
{
  MaqPart *part = maq_section_find_part (section, maq_layer_get_id (layer));
  const MaqPartFields *fields = part == NULL ? NULL : maq_part_get_fields (part);
  int end = fields == NULL || fields->exit_bar == 0 ? bars : MIN (fields->exit_bar, bars);
  double weight = maq_layer_get_role (layer) == MAQ_ROLE_DRUMS ? 2.0 : 1.0;

  if (fields == NULL || fields->level == 0 || fields->entry_bar >= end
      || maq_layer_get_fields (layer)->muted)
    return 0.0;
  return weight * pow (fields->level, 1.3) * (end - fields->entry_bar) / bars;
}

gboolean
maq_quick_ears_listen (MaqProject    *root,
                       MaqFigures    *figures,
                       gpointer       user_data,
                       GCancellable  *cancellable,
                       GError       **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  guint *n_heard = user_data;

  if (n_heard != NULL)
    (*n_heard)++;
  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_resolved (arrangement, i);
      int bars = MAX (maq_section_get_fields (section)->bars, 1);
      double sum = 0.0;

      for (guint j = 0; j < maq_arrangement_get_n_layers (arrangement); j++)
        sum += get_weight (section, maq_arrangement_get_layer (arrangement, j), bars);
      figures[i] = (MaqFigures) {
        .loudness_lufs = sum > 0.0 ? -34.0 + 10.0 * log10 (1.0 + sum) : MAQ_LOUDNESS_SILENCE,
        .onsets_per_second = sum / 20.0,
        .centroid_hz = 1200.0,
      };
      figures[i].energy = maq_figures_get_energy (&figures[i], NULL);
    }
  return TRUE;
}

MaqProject *
maq_quick_ears_lay (MaqProject  *root,
                    MaqArcShape  shape)
{
  g_autoptr (MaqMove) move = maq_move_shape_arc (MAQ_ARC_ENERGY, NULL, shape);

  return maq_move_apply (move, root, NULL);
}
