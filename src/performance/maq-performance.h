/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-lane.h"
#include "maq-tick.h"

G_BEGIN_DECLS

/**
 * MaqSpan:
 * @id: tells the same section in another performance, above 0
 * @start_ticks: from the start of the song
 * @length_ticks: above 0
 * @tempo_qpm: quarter notes per minute, constant within the span
 * @beats: of the meter at its start
 * @unit: of the meter at its start
 * @beat_ticks: a felt beat at its start
 * @first_bar: bars of the song before it
 * @n_bars: bars in it
 * @click: (nullable): the metronome: key 1 for a bar's first beat, 0 for the others
 *
 * A section as the engine needs it. Spans follow each other without a gap.
 */
typedef struct
{
  guint64    id;
  MaqTick    start_ticks;
  MaqTick    length_ticks;
  double     tempo_qpm;
  guint8     beats;
  guint8     unit;
  guint16    beat_ticks;
  guint32    first_bar;
  guint32    n_bars;
  MaqPhrase *click;
} MaqSpan;

/**
 * MaqPerformance:
 *
 * What the engine plays: the spans of the song in their order and its lanes.
 * Immutable, and all that the engine knows of a song.
 *
 * Lanes hold a phrase for each span rather than one array for the whole song,
 * so that a section which moves or grows leaves all phrases as they are, and
 * compiling after an edit costs what was edited.
 */
typedef struct _MaqPerformance MaqPerformance;

/**
 * maq_performance_new:
 * @spans: (array length=n_spans): copied; their clicks are referenced
 * @lanes: (array length=n_lanes): referenced; each has @n_spans phrases
 * @origin: (transfer full) (nullable): what it was made from, kept alive with it
 * @origin_free: (nullable): lets @origin go; called on the control thread
 */
MaqPerformance *maq_performance_new             (const MaqSpan    *spans,
                                                 guint             n_spans,
                                                 MaqLane *const   *lanes,
                                                 guint             n_lanes,
                                                 gpointer          origin,
                                                 GDestroyNotify    origin_free) G_GNUC_WARN_UNUSED_RESULT;
MaqPerformance *maq_performance_ref             (MaqPerformance   *self);
void            maq_performance_unref           (MaqPerformance   *self);

guint           maq_performance_get_n_spans     (MaqPerformance   *self);
const MaqSpan  *maq_performance_get_span        (MaqPerformance   *self,
                                                 guint             index);
guint           maq_performance_get_n_lanes     (MaqPerformance   *self);
MaqLane        *maq_performance_get_lane        (MaqPerformance   *self,
                                                 guint             index);
/** maq_performance_get_length: ticks from the start to the end of the last span */
MaqTick         maq_performance_get_length      (MaqPerformance   *self);
gpointer        maq_performance_get_origin      (MaqPerformance   *self);
/** maq_performance_any_soloed: whether any lane is soloed */
gboolean        maq_performance_any_soloed      (MaqPerformance   *self);

/** maq_performance_find_span: index of the span that holds @ticks, clamped; 0 if there is none */
guint           maq_performance_find_span       (MaqPerformance   *self,
                                                 MaqTick           ticks);
/** maq_performance_find_span_id: index of the span with @id, or -1 */
int             maq_performance_find_span_id    (MaqPerformance   *self,
                                                 guint64           id);
/** maq_performance_find_lane_id: index of the lane with @id, or -1 */
int             maq_performance_find_lane_id    (MaqPerformance   *self,
                                                 guint64           id);
/** maq_performance_ticks_to_seconds: seconds from the start, at the tempi of the spans */
double          maq_performance_ticks_to_seconds (MaqPerformance  *self,
                                                  double           ticks);
double          maq_performance_seconds_to_ticks (MaqPerformance  *self,
                                                  double           seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqPerformance, maq_performance_unref)

G_END_DECLS
