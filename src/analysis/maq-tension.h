/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-turn.h"

G_BEGIN_DECLS

/**
 * MaqTension:
 *
 * The tension of an arrangement bar by bar, and its turns. Immutable.
 */
typedef struct _MaqTension MaqTension;

/**
 * maq_tension_new:
 * @measures: (nullable) (element-type MaqMeasure): of the sections, in their order; %NULL,
 *   or %NULL for a section, where nothing is measured: then levels stand for energy
 *
 * Tension from 0 to 10 in each bar is the sum of four, as in Farbood, "A parametric,
 * temporal model of musical tension" (Music Perception 29, 2012), where what listeners
 * call tension goes with expectation, loudness and density, and harmony:
 *
 * - expectation, up to 4: from 0 at an anticipation's bar evenly to 4 at the end of the section,
 *   the highest where there are several; a pre-chorus goes to 2 in any case
 * - ground, up to 3: bass and drums that the next section has and this one lacks, 1.5 each,
 *   in proportion to the levels
 * - harmony, up to 2: how far the roots of the bar's chords lie from the tonic on the circle of
 *   fifths, 1.5 at its other side, and 0.5 for what wants to resolve: a dominant seventh, a
 *   diminished or a suspended chord
 * - density, up to 1: as many onsets more in a second than in the section's first bar, 2 at most
 */
MaqTension *maq_tension_new             (MaqForm        *form,
                                         MaqArrangement *arrangement,
                                         GPtrArray      *measures) G_GNUC_WARN_UNUSED_RESULT;
MaqTension *maq_tension_ref             (MaqTension     *self);
void        maq_tension_unref           (MaqTension     *self);
guint       maq_tension_get_n_sections  (MaqTension     *self);
/** maq_tension_get_bar: in a bar of a section, from 0; 0.0 where there is none */
double      maq_tension_get_bar         (MaqTension     *self,
                                         guint           section,
                                         int             bar);
/** maq_tension_get_section: the mean of its bars */
double      maq_tension_get_section     (MaqTension     *self,
                                         guint           section);
guint       maq_tension_get_n_marks     (MaqTension     *self);
/** maq_tension_get_mark: (transfer none): in the order of time, of one bar surprises first */
const MaqTurnMark *maq_tension_get_mark (MaqTension     *self,
                                         guint           index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqTension, maq_tension_unref)

G_END_DECLS
