/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-block.h"

MaqRange
maq_block_complete (MaqArrangement *arrangement,
                    const MaqRange *range)
{
  MaqRange whole = *range;

  if (range->n_sections > 0 && range->n_layers == 0)
    whole.n_layers = maq_arrangement_get_n_layers (arrangement);
  else if (range->n_layers > 0 && range->n_sections == 0)
    whole.n_sections = maq_arrangement_get_n_sections (arrangement);
  return whole;
}

void
maq_block_init (MaqBlock       *self,
                MaqArrangement *arrangement,
                const MaqRange *range)
{
  MaqRange whole = maq_block_complete (arrangement, range);

  self->sections = g_new (MaqId, whole.n_sections);
  for (guint i = 0; i < whole.n_sections; i++)
    self->sections[i] = maq_section_get_id (
      maq_arrangement_get_section (arrangement, whole.first_section + i));
  self->layers = g_new (MaqId, whole.n_layers);
  for (guint i = 0; i < whole.n_layers; i++)
    self->layers[i] = maq_layer_get_id (
      maq_arrangement_get_layer (arrangement, whole.first_layer + i));
  self->picked = NULL;
  self->cells = (MaqCells) { self->sections, whole.n_sections, self->layers, whole.n_layers,
                             NULL };
}

void
maq_block_init_selected (MaqBlock  *self,
                         MaqEditor *editor)
{
  MaqPicks *picks = maq_editor_get_picks (editor);
  MaqRange range;

  maq_editor_get_range (editor, &range);
  range = maq_block_complete (maq_editor_get_arrangement (editor), &range);
  maq_block_init (self, maq_editor_get_arrangement (editor), &range);
  if (picks == NULL)
    return;
  self->picked = g_new (guint8, range.n_sections * range.n_layers);
  for (guint i = 0; i < range.n_sections; i++)
    for (guint j = 0; j < range.n_layers; j++)
      self->picked[i * range.n_layers + j] =
        maq_picks_has (picks, self->sections[i], self->layers[j]) != FALSE;
  self->cells.picked = self->picked;
}

void
maq_block_clear (MaqBlock *self)
{
  g_clear_pointer (&self->sections, g_free);
  g_clear_pointer (&self->layers, g_free);
  g_clear_pointer (&self->picked, g_free);
}
