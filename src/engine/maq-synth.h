/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-channel.h"
#include "maq-soundfont.h"

G_BEGIN_DECLS

/** MAQ_SYNTH_MAX_LANES: lanes that one synthesizer can have */
#define MAQ_SYNTH_MAX_LANES 64

/**
 * MaqSynth:
 *
 * A synthesizer with some lanes, each with its own sound, notes and strip.
 * A rack has several of them, so that two cores can share the work.
 */
typedef struct _MaqSynth MaqSynth;

/**
 * maq_synth_new:
 * @font: one that no other thread sounds with
 * @n_lanes: 1 to %MAQ_SYNTH_MAX_LANES
 * @error: %MAQ_ENGINE_ERROR_SYNTH
 */
MaqSynth *maq_synth_new        (MaqSoundfont    *font,
                                guint            n_lanes,
                                int              rate_hz,
                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/** maq_synth_free: it must be silent: see maq_synth_hush() */
void      maq_synth_free       (MaqSynth        *self);

guint     maq_synth_get_n_lanes (MaqSynth       *self) MAQ_RT;
/** maq_synth_set_sound: what the next notes of a lane sound like; the font must have it */
void      maq_synth_set_sound  (MaqSynth        *self,
                                guint            lane,
                                int              bank,
                                int              program) MAQ_RT;
/**
 * maq_synth_add_tuning:
 * @number: 1 to 127
 * @cents: (array fixed-size=12): what is added to each pitch class, C first
 *
 * Makes a tuning known; before the first run.
 */
void      maq_synth_add_tuning (MaqSynth        *self,
                                guint            number,
                                const gint8     *cents);
/** maq_synth_set_tuning: of the next notes of a lane; 0 for equal temperament, else a known one */
void      maq_synth_set_tuning (MaqSynth        *self,
                                guint            lane,
                                guint            number) MAQ_RT;
void      maq_synth_note_on    (MaqSynth        *self,
                                guint            lane,
                                int              key,
                                int              velocity) MAQ_RT;
void      maq_synth_note_off   (MaqSynth        *self,
                                guint            lane,
                                int              key) MAQ_RT;
/** maq_synth_hush: ends all voices; a note on after it sounds again */
void      maq_synth_hush       (MaqSynth        *self) MAQ_RT;
/** maq_synth_get_n_voices: voices that sound, releases included */
guint     maq_synth_get_n_voices (MaqSynth      *self) MAQ_RT;

/** maq_synth_aim: says where the strip of a lane is to go; see maq_channel_aim() */
void      maq_synth_aim        (MaqSynth        *self,
                                guint            lane,
                                const MaqStrip  *strip,
                                gboolean         audible,
                                gboolean         at_once) MAQ_RT;
/**
 * maq_synth_run:
 * @blend: what the section does to all lanes
 * @buses: (array): where each lane goes, many may share one; %MAQ_QUANTUM
 *   frames are *added*
 * @peaks: (array) (out): for each lane the highest sample after its strip
 */
void      maq_synth_run        (MaqSynth        *self,
                                const MaqBlend  *blend,
                                MaqBus *const   *buses,
                                float           *peaks) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSynth, maq_synth_free)

G_END_DECLS
