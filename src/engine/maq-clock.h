/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-rt.h"
#include "maq-transport-state.h"

G_BEGIN_DECLS

/** MAQ_CLOCK_POINTS: how many points a clock remembers */
#define MAQ_CLOCK_POINTS 1024

/**
 * MaqClock:
 *
 * Which frame is which place in the music: written by one thread, read by any
 * number of others, without locks. The oldest points are overwritten.
 */
typedef struct _MaqClock MaqClock;

MaqClock *maq_clock_new   (int                rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void      maq_clock_free  (MaqClock          *self);

/** maq_clock_write: says where the music is at @frame, which is later than any before */
void      maq_clock_write (MaqClock                *self,
                           MaqFrame                 frame,
                           const MaqTransportState *position) MAQ_RT;
/**
 * maq_clock_read:
 * @position: (out): counted on from the last point that is not after @frame
 *
 * Returns: %FALSE if nothing was written yet
 */
gboolean  maq_clock_read  (MaqClock          *self,
                           MaqFrame           frame,
                           MaqTransportState *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqClock, maq_clock_free)

G_END_DECLS
