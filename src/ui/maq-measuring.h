/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "maq-balance.h"
#include "maq-measure.h"

G_BEGIN_DECLS

#define MAQ_TYPE_MEASURING (maq_measuring_get_type ())

/**
 * MaqMeasuring:
 *
 * Measures what the band plays, in a worker, a moment after it has played it; the newest
 * performance wins, and sections that sound as before are not measured again. After that, who
 * occupies which frequency band in one section that is looked at.
 *
 * Signals:
 *
 * - `measured (MaqPerformance *, GPtrArray *)`: the measures of its spans, %NULL for those that
 *   are not done yet
 * - `balanced (guint64, MaqBalance *)`: that of the section with this id
 * - `progress (guint, guint)`: so many of so many sections are done; both 0 when it rests
 */
G_DECLARE_FINAL_TYPE (MaqMeasuring, maq_measuring, MAQ, MEASURING, GObject)

MaqMeasuring *maq_measuring_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_measuring_take: measures @performance, played with @font, instead of what it measures now */
void          maq_measuring_take (MaqMeasuring   *self,
                                  MaqSoundfont   *font,
                                  MaqPerformance *performance);
/** maq_measuring_look_at: whose frequency balance is wanted; 0 for none */
void          maq_measuring_look_at (MaqMeasuring *self,
                                     guint64       section);
/** maq_measuring_stop: measures nothing until it is given something again */
void          maq_measuring_stop (MaqMeasuring   *self);

G_END_DECLS
