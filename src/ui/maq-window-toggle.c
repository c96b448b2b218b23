/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Parts in and out. What was taken out comes in again as it was, so that a click too many
 * costs nothing: the root from before is kept until other parts are taken out.
 */

#include "maq-window-private.h"

#include "maq-block.h"

static gboolean
plays (MaqArrangement *arrangement,
       const MaqCells *cells)
{
  for (guint i = 0; i < cells->n_sections; i++)
    for (guint j = 0; j < cells->n_layers; j++)
      {
        int section = maq_arrangement_find_section (arrangement, cells->sections[i]);

        if (section >= 0 && maq_cells_has (cells, i, j) &&
            maq_arrangement_get_level (arrangement, (guint) section, cells->layers[j]) > 0)
          return TRUE;
      }
  return FALSE;
}

/* The ids of the parts, to know them by. */
static GBytes *
name_cells (const MaqCells *cells)
{
  GByteArray *ids = g_byte_array_new ();

  g_byte_array_append (ids, (const guint8 *) cells->sections,
                       cells->n_sections * (guint) sizeof *cells->sections);
  g_byte_array_append (ids, (const guint8 *) cells->layers,
                       cells->n_layers * (guint) sizeof *cells->layers);
  if (cells->picked != NULL)
    g_byte_array_append (ids, cells->picked, cells->n_sections * cells->n_layers);
  return g_byte_array_free_to_bytes (ids);
}

static MaqMove *
take_out (MaqWindow      *self,
          const MaqCells *cells)
{
  maq_window_toggle_forget (self);
  self->taken_out = name_cells (cells);
  self->taken_from = maq_project_ref (
    maq_document_get_root (maq_editor_get_document (self->editor)));
  return maq_move_cells_level (cells, 0);
}

/* The parts as they were when they were taken out; NULL if others were, or they are gone. */
static MaqMove *
put_back (MaqWindow      *self,
          const MaqCells *cells)
{
  g_autoptr (GBytes) ids = name_cells (cells);
  g_autoptr (MaqMove) back = NULL;
  g_autoptr (MaqMove) in = NULL;
  g_autofree MaqPart **parts = NULL;
  g_autofree char *label = NULL;
  MaqArrangement *before;

  if (self->taken_out == NULL || !g_bytes_equal (ids, self->taken_out))
    return NULL;
  before = maq_project_get_arrangement (self->taken_from);
  /* Arrangements share the ids of what they were copied with. */
  if (maq_arrangement_get_id (before)
      != maq_arrangement_get_id (maq_editor_get_arrangement (self->editor))
      || !plays (before, cells))
    return NULL;
  parts = g_new (MaqPart *, cells->n_sections * cells->n_layers);
  for (guint i = 0; i < cells->n_sections; i++)
    for (guint j = 0; j < cells->n_layers; j++)
      {
        int section = maq_arrangement_find_section (before, cells->sections[i]);

        parts[i * cells->n_layers + j] = maq_section_find_part (
          maq_arrangement_get_resolved (before, (guint) section), cells->layers[j]);
      }
  back = maq_move_cells_put (cells, parts);
  in = maq_move_cells_in (cells);
  label = maq_move_dup_label (in, maq_document_get_root (maq_editor_get_document (self->editor)));
  return maq_move_sequence (&back, 1, label);
}

void
maq_window_toggle (MaqWindow *self)
{
  g_auto (MaqBlock) block = { 0 };
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  MaqMove *move;

  maq_block_init_selected (&block, self->editor);
  if (plays (arrangement, &block.cells))
    move = take_out (self, &block.cells);
  else
    move = put_back (self, &block.cells);
  maq_editor_apply (self->editor, move != NULL ? move : maq_move_cells_in (&block.cells));
}

void
maq_window_toggle_forget (MaqWindow *self)
{
  g_clear_pointer (&self->taken_out, g_bytes_unref);
  g_clear_pointer (&self->taken_from, maq_project_unref);
}
