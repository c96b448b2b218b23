/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord.h"
#include "maq-tick.h"

G_BEGIN_DECLS

/**
 * MaqChordChange:
 *
 * A chord and where in its section it begins, immutable.
 */
typedef struct _MaqChordChange MaqChordChange;

/**
 * maq_chord_change_new:
 * @bar: from the start of the section, from 0
 * @offset_ticks: within the bar, below its length
 * @chord: (transfer none)
 */
MaqChordChange *maq_chord_change_new              (int             bar,
                                                   MaqTick         offset_ticks,
                                                   MaqChord       *chord) G_GNUC_WARN_UNUSED_RESULT;
MaqChordChange *maq_chord_change_ref              (MaqChordChange *self);
void            maq_chord_change_unref            (MaqChordChange *self);
int             maq_chord_change_get_bar          (MaqChordChange *self);
MaqTick         maq_chord_change_get_offset_ticks (MaqChordChange *self);
MaqChord       *maq_chord_change_get_chord        (MaqChordChange *self);
gboolean        maq_chord_change_equal            (MaqChordChange *self,
                                                   MaqChordChange *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqChordChange, maq_chord_change_unref)

G_END_DECLS
