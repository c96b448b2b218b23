/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord.h"
#include "maq-tick.h"

G_BEGIN_DECLS

/** MaqChordMark: how a chord is played, as charts mark it */
typedef enum
{
  MAQ_CHORD_MARK_NONE,  /* as the style has it */
  MAQ_CHORD_MARK_PUSH,  /* by the whole band, an eighth early: ">C" */
  MAQ_CHORD_MARK_HOLD,  /* struck once, rings to the next chord, a diamond: "<C>" */
  MAQ_CHORD_MARK_STAB,  /* struck short, then silence to the next chord: "^C" */
  MAQ_N_CHORD_MARKS
} MaqChordMark;

/** maq_chord_mark_get_nick: "push": in files, never translated; "" for none */
const char     *maq_chord_mark_get_nick           (MaqChordMark    self);
/** maq_chord_mark_get_label: "Push", translated */
const char     *maq_chord_mark_get_label          (MaqChordMark    self);
gboolean        maq_chord_mark_from_nick          (const char     *nick,
                                                   MaqChordMark   *mark);

/**
 * MaqChordChange:
 *
 * A chord, where in its section it begins, and how it is played. Immutable.
 */
typedef struct _MaqChordChange MaqChordChange;

/**
 * maq_chord_change_new:
 * @bar: from the start of the section, from 0
 * @offset_ticks: within the bar, below its length
 * @chord: (transfer none)
 *
 * It has no mark.
 */
MaqChordChange *maq_chord_change_new              (int             bar,
                                                   MaqTick         offset_ticks,
                                                   MaqChord       *chord) G_GNUC_WARN_UNUSED_RESULT;
MaqChordChange *maq_chord_change_ref              (MaqChordChange *self);
void            maq_chord_change_unref            (MaqChordChange *self);
int             maq_chord_change_get_bar          (MaqChordChange *self);
MaqTick         maq_chord_change_get_offset_ticks (MaqChordChange *self);
MaqChord       *maq_chord_change_get_chord        (MaqChordChange *self);
MaqChordMark    maq_chord_change_get_mark         (MaqChordChange *self);
/** maq_chord_change_with_place: the same chord, played alike, elsewhere */
MaqChordChange *maq_chord_change_with_place       (MaqChordChange *self,
                                                   int             bar,
                                                   MaqTick         offset_ticks) G_GNUC_WARN_UNUSED_RESULT;
/** maq_chord_change_with_chord: another chord, played alike, there */
MaqChordChange *maq_chord_change_with_chord       (MaqChordChange *self,
                                                   MaqChord       *chord) G_GNUC_WARN_UNUSED_RESULT;
MaqChordChange *maq_chord_change_with_mark        (MaqChordChange *self,
                                                   MaqChordMark    mark) G_GNUC_WARN_UNUSED_RESULT;
gboolean        maq_chord_change_equal            (MaqChordChange *self,
                                                   MaqChordChange *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqChordChange, maq_chord_change_unref)

G_END_DECLS
