/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-balance.h"
#include "maq-performance.h"
#include "maq-soundfont.h"

G_BEGIN_DECLS

/**
 * MaqBalancer:
 *
 * Measures who occupies which frequency band in the sections of performances: each layer
 * alone in each section, through its strip, with its share of the room and without the
 * limiter, on as many threads as there are cores, which step back behind all others. What
 * was measured is remembered: after an edit only what sounds otherwise is rendered again,
 * a layer that plays the same in two sections once. For one thread at a time.
 */
typedef struct _MaqBalancer MaqBalancer;

MaqBalancer *maq_balancer_new            (MaqSoundfont    *font) G_GNUC_WARN_UNUSED_RESULT;
void         maq_balancer_free           (MaqBalancer     *self);
/** MaqBalanceProgress: @done of @total pieces are; called in any thread, one call at a time */
typedef void (*MaqBalanceProgress) (guint    done,
                                    guint    total,
                                    gpointer user_data);

/**
 * maq_balancer_measure:
 * @progress: (nullable): told of each layer of a section that is done
 * @cancellable: (nullable): looked at a few times each second of work
 * @error: %G_IO_ERROR_CANCELLED, or what maq_render_new() says
 *
 * Takes its time: call it in a worker. What was measured before it was cancelled is
 * remembered.
 *
 * Returns: (transfer full) (element-type MaqBalance): one for each span of
 *   @performance, or %NULL
 */
GPtrArray   *maq_balancer_measure        (MaqBalancer         *self,
                                          MaqPerformance      *performance,
                                          MaqBalanceProgress   progress,
                                          gpointer             user_data,
                                          GCancellable        *cancellable,
                                          GError             **error);
/** maq_balancer_get_n_rendered: how many layers of sections were rendered so far */
guint        maq_balancer_get_n_rendered (MaqBalancer     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqBalancer, maq_balancer_free)

G_END_DECLS
