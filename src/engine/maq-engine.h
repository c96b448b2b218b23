/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"
#include "maq-rt.h"
#include "maq-soundfont.h"
#include "maq-transport-state.h"

G_BEGIN_DECLS

/** MAQ_ENGINE_MAX_LANES: lanes of a performance beyond these are not heard */
#define MAQ_ENGINE_MAX_LANES 256

/**
 * MaqEngine:
 *
 * Plays a performance: transport, synthesizers, strips, room and master.
 *
 * Two threads use it. One, the *sounding* thread, calls maq_engine_run() and
 * nothing else. The other, the *control* thread, calls all the rest. Neither
 * ever waits for the other.
 */
typedef struct _MaqEngine MaqEngine;

/**
 * maq_engine_new:
 * @font: what it sounds with
 * @rate_hz: frames per second, 8,000 to 96,000
 * @error: %MAQ_ENGINE_ERROR_BAD_FONT or %MAQ_ENGINE_ERROR_SYNTH
 *
 * Takes as long as maq_soundfont_load() of a font whose samples are in memory.
 *
 * Returns: (transfer full): an engine that stands still, or %NULL
 */
MaqEngine *maq_engine_new             (MaqSoundfont   *font,
                                       int             rate_hz,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/** maq_engine_free: lets go of everything; nobody may be sounding it any more */
void       maq_engine_free            (MaqEngine      *self);

/* The sounding thread */

/**
 * maq_engine_run:
 * @interleaved: (out caller-allocates): room for 2 × @n_frames samples
 * @n_frames: any number; the sound does not depend on it
 *
 * Makes the next frames of sound, left and right in turn, 1.0 being 0 dBFS.
 * Allocates nothing, locks nothing, waits for nothing.
 */
void       maq_engine_run             (MaqEngine      *self,
                                       float          *interleaved,
                                       guint           n_frames) MAQ_RT;

/* The control thread */

/**
 * maq_engine_set_performance:
 * @performance: (nullable): what to play from the next quantum on
 * @error: %MAQ_ENGINE_ERROR_SYNTH, for more lanes or tunings than before
 *
 * While it plays, the listener stays at the same place of the same section;
 * held notes that are in the new performance too go on sounding.
 *
 * Returns: %FALSE if the old one goes on
 */
gboolean   maq_engine_set_performance (MaqEngine       *self,
                                       MaqPerformance  *performance,
                                       GError         **error);

/**
 * maq_engine_play:
 *
 * Goes on from where it stands: from the start if at the end, from the start of
 * the loop if outside it.
 */
void       maq_engine_play            (MaqEngine      *self);
/** maq_engine_stop: releases all notes and stands still; the room rings out */
void       maq_engine_stop            (MaqEngine      *self);
/** maq_engine_seek: goes to @ticks of the performance that was set last, at once */
void       maq_engine_seek            (MaqEngine      *self,
                                       double          ticks);
/** maq_engine_jump: goes to @ticks when the present bar is over; at once if it stands still */
void       maq_engine_jump            (MaqEngine      *self,
                                       double          ticks);

/**
 * maq_engine_set_loop:
 * @start_ticks: of the performance that was set last
 * @end_ticks: likewise; not after @start_ticks for no loop
 *
 * Repeats a stretch. The loop is kept by section, so that it stays around the
 * same music when a new performance comes; it is dropped when one of its
 * sections goes.
 */
void       maq_engine_set_loop        (MaqEngine      *self,
                                       MaqTick         start_ticks,
                                       MaqTick         end_ticks);
/**
 * maq_engine_get_loop:
 * @start_ticks: (out) (optional): in the performance that was set last
 * @end_ticks: (out) (optional): likewise
 *
 * Returns: whether there is a loop
 */
gboolean   maq_engine_get_loop        (MaqEngine      *self,
                                       MaqTick        *start_ticks,
                                       MaqTick        *end_ticks);

/** maq_engine_set_metronome: whether each beat clicks while it plays */
void       maq_engine_set_metronome   (MaqEngine      *self,
                                       gboolean        metronome);
/** maq_engine_set_count_in: whether a bar of clicks comes before each start */
void       maq_engine_set_count_in    (MaqEngine      *self,
                                       gboolean        count_in);
/** maq_engine_set_gain: the master's gain before the limiter, in dB, -60 (silence) to 12 */
void       maq_engine_set_gain        (MaqEngine      *self,
                                       double          gain_db);

/** maq_engine_get_latency: frames from a quantum's making to its leaving the limiter */
guint      maq_engine_get_latency     (MaqEngine      *self);
/** maq_engine_get_frame: frames that were made since the engine is there */
MaqFrame   maq_engine_get_frame       (MaqEngine      *self);
/**
 * maq_engine_get_position:
 * @frame: which of the frames that were made; at most some seconds ago
 * @position: (out): where the music is at that frame
 *
 * A player that knows which frame is being heard can show what is heard.
 */
void       maq_engine_get_position    (MaqEngine         *self,
                                       MaqFrame           frame,
                                       MaqTransportState *position);
/**
 * maq_engine_take_peaks:
 * @left: (out): highest sample since the last call, 1.0 is 0 dBFS
 * @right: (out): likewise
 */
void       maq_engine_take_peaks      (MaqEngine      *self,
                                       float          *left,
                                       float          *right);
/** maq_engine_take_lane_peak: highest sample of a lane after its strip since the last call */
float      maq_engine_take_lane_peak  (MaqEngine      *self,
                                       guint64         lane_id);
/** maq_engine_get_n_voices: voices that sounded a moment ago, dying ones included */
guint      maq_engine_get_n_voices    (MaqEngine      *self);
/** maq_engine_collect: frees what the sounding thread is done with; call it now and then */
void       maq_engine_collect         (MaqEngine      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqEngine, maq_engine_free)

G_END_DECLS
