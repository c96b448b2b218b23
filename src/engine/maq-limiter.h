/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-quantum.h"
#include "maq-rt.h"

G_BEGIN_DECLS

/** MAQ_LIMITER_CEILING: the highest peak that leaves a limiter, also between samples: -1 dBTP */
#define MAQ_LIMITER_CEILING 0.8912509f

/**
 * MaqLimiter:
 *
 * Keeps the true peaks of stereo sound under %MAQ_LIMITER_CEILING: those of the
 * wave that a converter makes of the samples, found at four times the rate
 * (ITU-R BS.1770-4, annex 2). It looks ahead, so that the gain is down before
 * the peak comes; sound that stays below passes unchanged but for the delay.
 */
typedef struct _MaqLimiter MaqLimiter;

MaqLimiter *maq_limiter_new         (int         rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void        maq_limiter_free        (MaqLimiter *self);

/** maq_limiter_get_latency: frames from in to out, a multiple of %MAQ_QUANTUM */
guint       maq_limiter_get_latency (MaqLimiter *self) MAQ_RT;
/** maq_limiter_run: works on %MAQ_QUANTUM frames in place */
void        maq_limiter_run         (MaqLimiter *self,
                                     float      *left,
                                     float      *right) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqLimiter, maq_limiter_free)

G_END_DECLS
