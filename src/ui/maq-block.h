/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-arrangement.h"
#include "maq-editor.h"
#include "maq-move.h"
#include "maq-range.h"

G_BEGIN_DECLS

/**
 * MaqBlock:
 * @cells: the parts by ids, for moves; it borrows the other fields
 *
 * The parts of a range. Whole sections and whole layers stand for all parts in them.
 */
typedef struct
{
  MaqId    *sections;
  MaqId    *layers;
  guint8   *picked;
  MaqCells  cells;
} MaqBlock;

void maq_block_init  (MaqBlock       *self,
                      MaqArrangement *arrangement,
                      const MaqRange *range);
/** maq_block_init_selected: what is selected, also here and there */
void maq_block_init_selected (MaqBlock *self,
                      MaqEditor      *editor);
void maq_block_clear (MaqBlock       *self);

/** maq_block_complete: @range as a block of parts; nothing of the song as a whole */
MaqRange maq_block_complete (MaqArrangement *arrangement,
                             const MaqRange *range);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MaqBlock, maq_block_clear)

G_END_DECLS
