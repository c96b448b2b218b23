/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"
#include "maq-measure.h"

G_BEGIN_DECLS

/**
 * MaqTurn:
 * @MAQ_TURN_ANTICIPATION: something is about to come
 * @MAQ_TURN_SURPRISE: what comes was not expected
 * @MAQ_TURN_RESOLUTION: what was expected is there
 *
 * What a turn of a song does to who listens. After Huron, "Sweet Anticipation" (2006):
 * tension before what is expected, reaction when it comes or does not.
 */
typedef enum
{
  MAQ_TURN_ANTICIPATION,
  MAQ_TURN_SURPRISE,
  MAQ_TURN_RESOLUTION,
  MAQ_N_TURNS
} MaqTurn;

/**
 * MaqTurnCause:
 * @MAQ_TURN_CAUSE_BUILD: anticipation, all of a build
 * @MAQ_TURN_CAUSE_RISER: anticipation, the way out is a riser or an accelerando, or the mix swells
 * @MAQ_TURN_CAUSE_RISE: anticipation, the last two bars have 0.7 more energy than those before
 *   them, and the next section at least as much as they
 * @MAQ_TURN_CAUSE_DOMINANT: anticipation, the last chord is the dominant of a tonic that comes
 *   on the next downbeat, and lasts a bar or is held
 * @MAQ_TURN_CAUSE_STOP: silence before a downbeat: anticipation if what comes is bigger,
 *   a surprise if not
 * @MAQ_TURN_CAUSE_CHANGE: surprise, 2.0 more or less energy than before, unprepared
 * @MAQ_TURN_CAUSE_KIND: surprise, another kind of section than the two times before
 * @MAQ_TURN_CAUSE_LENGTH: surprise, it ends two bars or more before all others of its kind,
 *   of which there were two
 * @MAQ_TURN_CAUSE_ARRIVAL: resolution, after an anticipation a chorus or a drop, or any section
 *   that begins on the tonic, with as much energy at least
 *
 * Why a turn is one.
 */
typedef enum
{
  MAQ_TURN_CAUSE_BUILD,
  MAQ_TURN_CAUSE_RISER,
  MAQ_TURN_CAUSE_RISE,
  MAQ_TURN_CAUSE_DOMINANT,
  MAQ_TURN_CAUSE_STOP,
  MAQ_TURN_CAUSE_CHANGE,
  MAQ_TURN_CAUSE_KIND,
  MAQ_TURN_CAUSE_LENGTH,
  MAQ_TURN_CAUSE_ARRIVAL,
  MAQ_N_TURN_CAUSES
} MaqTurnCause;

/**
 * MaqTurnMark:
 * @section: index of its section
 * @bar: in it, from 0; an anticipation lasts from there to the end of the section
 *
 * A turn and its place.
 */
typedef struct
{
  MaqTurn      turn;
  MaqTurnCause cause;
  guint        section;
  int          bar;
} MaqTurnMark;

/** maq_turn_mark_dup_text: "Anticipation: a riser", translated */
char       *maq_turn_mark_dup_text      (const MaqTurnMark *self) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_turn_find:
 * @measures: (nullable) (element-type MaqMeasure): as for maq_tension_new(); where nothing is
 *   measured all levels together stand for energy, 6.0 if all of them are at 10
 *
 * Returns: (transfer full) (element-type MaqTurnMark): the turns of an arrangement in the
 *   order of time, in one bar surprises first
 */
GArray     *maq_turn_find               (MaqForm           *form,
                                         MaqArrangement    *arrangement,
                                         GPtrArray         *measures) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
