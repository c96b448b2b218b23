/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-blend.h"
#include "maq-event.h"
#include "maq-plan.h"
#include "maq-transport-state.h"

G_BEGIN_DECLS

/** MAQ_PLACE_END: as an offset: the end of the span */
#define MAQ_PLACE_END G_MAXDOUBLE

/** MAQ_LOOP_MIN_TICKS: a loop that is shorter is none */
#define MAQ_LOOP_MIN_TICKS (MAQ_TICKS_PER_QUARTER / 4)

/**
 * MaqPlace:
 * @span_id: a section, 0 for nowhere
 * @offset_ticks: within it, or %MAQ_PLACE_END
 *
 * A place in the music that an edit elsewhere doesn't move.
 */
typedef struct
{
  guint64 span_id;
  double  offset_ticks;
} MaqPlace;

/**
 * MaqSequencer:
 *
 * The transport: where the music is, and what happens next. It turns the
 * performance of a plan into events, quantum by quantum. All calls but
 * maq_sequencer_new() and maq_sequencer_free() are for the sounding thread.
 */
typedef struct _MaqSequencer MaqSequencer;

MaqSequencer *maq_sequencer_new       (int              rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void          maq_sequencer_free      (MaqSequencer    *self);

/**
 * maq_sequencer_set_plan:
 * @plan: (transfer none): stays until another one is set
 * @is_new_rack: whether the notes that are held must be struck again
 *
 * Goes on with another performance from the same place of the same section.
 */
void          maq_sequencer_set_plan  (MaqSequencer    *self,
                                       const MaqPlan   *plan,
                                       gboolean         is_new_rack,
                                       MaqEventList    *events) MAQ_RT;
/** maq_sequencer_play: from where it stands; where that is outside the loop, from its start */
void          maq_sequencer_play      (MaqSequencer    *self,
                                       MaqEventList    *events) MAQ_RT;
void          maq_sequencer_stop      (MaqSequencer    *self,
                                       MaqEventList    *events) MAQ_RT;
void          maq_sequencer_seek      (MaqSequencer    *self,
                                       MaqPlace         place,
                                       MaqEventList    *events) MAQ_RT;
void          maq_sequencer_jump      (MaqSequencer    *self,
                                       MaqPlace         place,
                                       MaqEventList    *events) MAQ_RT;
/** maq_sequencer_set_loop: a start that is nowhere means no loop */
void          maq_sequencer_set_loop  (MaqSequencer    *self,
                                       MaqPlace         start,
                                       MaqPlace         end) MAQ_RT;
void          maq_sequencer_set_metronome (MaqSequencer *self,
                                       gboolean         metronome) MAQ_RT;
void          maq_sequencer_set_count_in (MaqSequencer *self,
                                       gboolean         count_in) MAQ_RT;
/** maq_sequencer_run: adds the events of one quantum */
void          maq_sequencer_run       (MaqSequencer    *self,
                                       MaqEventList    *events) MAQ_RT;
/** maq_sequencer_get_blend: (transfer none): what the sections do to the latest quantum */
const MaqBlend *maq_sequencer_get_blend (MaqSequencer   *self) MAQ_RT;
/** maq_sequencer_get_position: (out): where the next quantum begins */
void          maq_sequencer_get_position (MaqSequencer      *self,
                                          MaqTransportState *position) MAQ_RT;
/** maq_sequencer_get_n_held: notes that are struck and not yet released */
guint         maq_sequencer_get_n_held (MaqSequencer   *self) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSequencer, maq_sequencer_free)

G_END_DECLS
