/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-quantum.h"
#include "maq-rt.h"

G_BEGIN_DECLS

/**
 * MaqRoom:
 *
 * A room to stand in: a network of eight feedback delays behind a diffuser.
 * A steady sound that is sent in comes out about as loud as it went in.
 */
typedef struct _MaqRoom MaqRoom;

MaqRoom *maq_room_new   (int          rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void     maq_room_free  (MaqRoom     *self);

/**
 * maq_room_tune:
 * @t60_seconds: how long a sound takes to fall by 60 dB, 0.1 to 20
 * @damping_hz: above this, air and walls shorten it, 200 to half the rate
 *
 * Changes the room; may be called between two runs.
 */
void     maq_room_tune  (MaqRoom     *self,
                         double       t60_seconds,
                         double       damping_hz) MAQ_RT;
/** maq_room_clear: silences what still rings */
void     maq_room_clear (MaqRoom     *self) MAQ_RT;
/** maq_room_run: takes %MAQ_QUANTUM frames and *adds* as many to the output */
void     maq_room_run   (MaqRoom     *self,
                         const float *in_left,
                         const float *in_right,
                         float       *out_left,
                         float       *out_right) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRoom, maq_room_free)

G_END_DECLS
