/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord-change.h"

G_BEGIN_DECLS

/**
 * ChordproCell:
 * @at: where in its bar or line it begins, 0.0 to 1.0
 */
typedef struct
{
  double        at;
  MaqChord     *chord;
  MaqChordMark  mark;
} ChordproCell;

/** chordpro_cells_new: (element-type ChordproCell): an array that owns its chords */
GArray *chordpro_cells_new (void) G_GNUC_WARN_UNUSED_RESULT;
void    chordpro_cells_add (GArray       *cells,
                            double        at,
                            MaqChord     *chord,
                            MaqChordMark  mark);

/**
 * ChordproChordFunc: (transfer full) (nullable): the chord that a symbol means, %NULL for none;
 * @mark: (out): how it is played
 */
typedef MaqChord *(*ChordproChordFunc) (gpointer      user_data,
                                        guint         line,
                                        const char   *symbol,
                                        MaqChordMark *mark);

/**
 * ChordproGrid:
 *
 * Bars in the making, row by row: `| G . . . | C . D . |`, with repeats
 * (`|: … :|`, `x3`), first and second endings (`|1 … :|2 …`), `%` and `%%`.
 */
typedef struct _ChordproGrid ChordproGrid;

/** chordpro_grid_new: @shape: (nullable): "1+4x2+4", of which only the left margin matters */
ChordproGrid *chordpro_grid_new      (const char        *shape) G_GNUC_WARN_UNUSED_RESULT;
void          chordpro_grid_free     (ChordproGrid      *self);
/**
 * chordpro_grid_add_row:
 *
 * Returns: (transfer full) (nullable): words after the last bar line
 */
char         *chordpro_grid_add_row  (ChordproGrid      *self,
                                      guint              line,
                                      const char        *row,
                                      ChordproChordFunc  chord_func,
                                      gpointer           user_data) G_GNUC_WARN_UNUSED_RESULT;
/** chordpro_grid_dup_bars: (element-type GArray): for each bar its cells, repeats written out */
GPtrArray    *chordpro_grid_dup_bars (ChordproGrid      *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChordproGrid, chordpro_grid_free)

G_END_DECLS
