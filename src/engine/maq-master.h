/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-channel.h"

G_BEGIN_DECLS

/**
 * MaqMaster:
 *
 * What comes after the strips: the rooms, a high-pass, the click, the master's gain and the
 * limiter.
 */
typedef struct _MaqMaster MaqMaster;

MaqMaster *maq_master_new         (int           rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void       maq_master_free        (MaqMaster    *self);

/** maq_master_unlimit: leaves the limiter out, also its latency; before the first run */
void       maq_master_unlimit     (MaqMaster    *self);
/** maq_master_get_latency: frames that the limiter looks ahead */
guint      maq_master_get_latency (MaqMaster    *self) MAQ_RT;
/** maq_master_aim: where the gain is to go, in dB; @at_once instead of gliding */
void       maq_master_aim         (MaqMaster    *self,
                                   double        gain_db,
                                   gboolean      at_once) MAQ_RT;
void       maq_master_click       (MaqMaster    *self,
                                   gboolean      accent) MAQ_RT;
/**
 * maq_master_run:
 * @blend: the shares of the rooms
 * @parts: the buses of the %MAQ_RACK_PARTS parts of a rack, summed in this order
 * @interleaved: (out): %MAQ_QUANTUM frames, left and right in turn
 */
void       maq_master_run         (MaqMaster    *self,
                                   const MaqBlend *blend,
                                   const MaqBus *const *parts,
                                   float        *interleaved) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqMaster, maq_master_free)

G_END_DECLS
