/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"
#include "maq-soundfont.h"

G_BEGIN_DECLS

/**
 * MaqRenderOptions:
 * @rate_hz: frames per second, 8,000 to 96,000; 0 for 48,000
 * @start_ticks: where to begin
 * @end_ticks: where to end; 0 for the end of the song
 * @tail_seconds: how long the room may ring out after the end; below 0 for 3 s
 * @solo_lane_id: the one lane that is heard, alone; 0 for the mix as it stands
 * @gain_db: the master's gain before the limiter
 * @unlimited: whether to leave the limiter out
 * @metronome: whether each beat clicks
 * @stems: whether maq_render_read_stems() will be used instead of maq_render_read()
 * @one_thread: whether to leave the other cores alone
 *
 * What of a performance to render, and how. All zero is a sensible choice but
 * for @tail_seconds, where zero cuts at the end.
 */
typedef struct
{
  int      rate_hz;
  double   start_ticks;
  double   end_ticks;
  double   tail_seconds;
  guint64  solo_lane_id;
  double   gain_db;
  gboolean unlimited;
  gboolean metronome;
  gboolean stems;
  gboolean one_thread;
} MaqRenderOptions;

/** MAQ_RENDER_OPTIONS_INIT: the whole song at 48 kHz with three seconds for the room */
#define MAQ_RENDER_OPTIONS_INIT { .rate_hz = 48000, .tail_seconds = 3.0 }

/** MAQ_RENDER_BLOCK: frames; reading in multiples of it is fastest */
#define MAQ_RENDER_BLOCK 16384

/**
 * MaqRender:
 *
 * A performance on its way to sound, faster than it is heard. Reading it
 * gives the very samples that an engine gives live.
 */
typedef struct _MaqRender MaqRender;

/**
 * maq_render_new:
 * @options: (nullable): %NULL for %MAQ_RENDER_OPTIONS_INIT
 * @error: %MAQ_ENGINE_ERROR_BAD_FONT or %MAQ_ENGINE_ERROR_SYNTH
 *
 * Returns: (transfer full): a render at its start, or %NULL
 */
MaqRender  *maq_render_new           (MaqSoundfont            *font,
                                      MaqPerformance          *performance,
                                      const MaqRenderOptions  *options,
                                      GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void        maq_render_free          (MaqRender               *self);

int         maq_render_get_rate      (MaqRender               *self);
/** maq_render_get_n_frames: how many frames it gives in all */
MaqFrame    maq_render_get_n_frames  (MaqRender               *self);
/** maq_render_get_done: how many of them have been read */
MaqFrame    maq_render_get_done      (MaqRender               *self);

/**
 * maq_render_read:
 * @interleaved: (out caller-allocates): room for 2 × @n_frames samples
 *
 * Gives the next frames of the mix after the limiter, left and right in turn.
 *
 * Returns: how many there were; fewer than @n_frames only at the end
 */
guint       maq_render_read          (MaqRender               *self,
                                      float                   *interleaved,
                                      guint                    n_frames);

/** maq_render_get_n_stems: the lanes of the performance, at most %MAQ_ENGINE_MAX_LANES */
guint       maq_render_get_n_stems   (MaqRender               *self);
/**
 * maq_render_read_stems:
 * @stems: (array): for each lane room for 2 × @n_frames samples
 *
 * Gives the next frames of each lane with its share of the room. Added up
 * they are the mix before the limiter.
 *
 * Returns: how many there were; fewer than @n_frames only at the end
 */
guint       maq_render_read_stems    (MaqRender               *self,
                                      float *const            *stems,
                                      guint                    n_frames);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRender, maq_render_free)

G_END_DECLS
