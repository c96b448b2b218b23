/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-tick.h"

G_BEGIN_DECLS

/**
 * MaqMeter:
 * @beats: written beats in a bar, 1 to 32; 0 in a meter that states nothing
 * @unit: what a written beat is: 1, 2, 4, 8, 16 or 32
 *
 * A time signature, passed by value.
 */
typedef struct
{
  guint8 beats;
  guint8 unit;
} MaqMeter;

/** MAQ_METER_UNSET: a meter that states nothing */
#define MAQ_METER_UNSET ((MaqMeter) { 0, 0 })

/** MAQ_METER_TEXT_MAX: bytes that hold any meter as text, with its final NUL */
#define MAQ_METER_TEXT_MAX 8

gboolean    maq_meter_is_set      (MaqMeter    self);
gboolean    maq_meter_is_valid    (MaqMeter    self);
gboolean    maq_meter_equal       (MaqMeter    self,
                                   MaqMeter    other);

MaqTick     maq_meter_bar_ticks   (MaqMeter    self);
/** maq_meter_beat_ticks: ticks in a *felt* beat: a dotted quarter in 6/8, 9/8 and 12/8 */
MaqTick     maq_meter_beat_ticks  (MaqMeter    self);
/** maq_meter_n_beats: felt beats in a bar: two in 6/8, four in 12/8, four in 4/4 */
guint       maq_meter_n_beats     (MaqMeter    self);
/** maq_meter_is_compound: whether a felt beat divides in three: 6/8, 9/8, 12/8 (also /16) */
gboolean    maq_meter_is_compound (MaqMeter    self);

/** maq_meter_format: writes "4/4" into @text, which has room for %MAQ_METER_TEXT_MAX bytes */
const char *maq_meter_format      (MaqMeter    self,
                                   char       *text);
/** maq_meter_parse: reads "4/4"; "C" and "C|" are taken for 4/4 and 2/2 */
gboolean    maq_meter_parse       (const char *text,
                                   MaqMeter   *meter);

G_END_DECLS
