/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-event.h"
#include "maq-synth.h"

G_BEGIN_DECLS

/** MAQ_RACK_PARTS: synthesizers in a rack: enough to keep two cores equally busy */
#define MAQ_RACK_PARTS 4

/** MAQ_RACK_MAX_SLOTS: lanes that a rack can hold */
#define MAQ_RACK_MAX_SLOTS (MAQ_RACK_PARTS * MAQ_SYNTH_MAX_LANES)

/** MAQ_RACK_MAX_TUNINGS: tunings that a rack can know, besides equal temperament */
#define MAQ_RACK_MAX_TUNINGS 32

/**
 * MaqRack:
 *
 * Some synthesizers, its parts. Slot s is channel s / %MAQ_RACK_PARTS of part
 * s % %MAQ_RACK_PARTS. What they make is the same whether one thread runs all
 * of them or several threads share them.
 */
typedef struct _MaqRack MaqRack;

/**
 * maq_rack_new:
 * @fonts: for each part; they may be one and the same if one thread runs all
 * @n_channels: of each part, at most %MAQ_SYNTH_MAX_LANES
 * @tunings: (array length=n_tunings): cents for each pitch class; the first is number 1
 * @error: %MAQ_ENGINE_ERROR_SYNTH
 */
MaqRack *maq_rack_new   (MaqSoundfont *const *fonts,
                         guint                n_channels,
                         const gint8        (*tunings)[12],
                         guint                n_tunings,
                         int                  rate_hz,
                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void     maq_rack_free  (MaqRack             *self);

guint    maq_rack_get_n_channels (MaqRack    *self) MAQ_RT;
/** maq_rack_send: does what an event says; clicks are none of its business */
void     maq_rack_send  (MaqRack             *self,
                         const MaqEvent      *event) MAQ_RT;
void     maq_rack_aim   (MaqRack             *self,
                         guint                slot,
                         const MaqStrip      *strip,
                         gboolean             audible,
                         gboolean             at_once) MAQ_RT;
/**
 * maq_rack_run:
 * @part: below %MAQ_RACK_PARTS
 * @blend: what the section does to all lanes
 * @buses: (array): for each channel of the part where it is added to
 * @peaks: (array) (out): for each channel
 */
void     maq_rack_run   (MaqRack             *self,
                         guint                part,
                         const MaqBlend      *blend,
                         MaqBus *const       *buses,
                         float               *peaks) MAQ_RT;
/** maq_rack_hush: ends all voices at once */
void     maq_rack_hush  (MaqRack             *self) MAQ_RT;
/** maq_rack_get_n_voices: voices that sound in all parts */
guint    maq_rack_get_n_voices (MaqRack      *self) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRack, maq_rack_free)

G_END_DECLS
