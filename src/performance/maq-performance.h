/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-lane.h"
#include "maq-tempo.h"

G_BEGIN_DECLS

/**
 * MaqRoomKind:
 *
 * The space that all lanes of a span stand in.
 */
typedef enum
{
  MAQ_ROOM_BOOTH,
  MAQ_ROOM_LIVE,
  MAQ_ROOM_CHAMBER,
  MAQ_ROOM_HALL,
  MAQ_ROOM_PLATE,
  MAQ_ROOM_OUTDOORS,
} MaqRoomKind;

/** MAQ_N_ROOM_KINDS: how many kinds of rooms there are */
#define MAQ_N_ROOM_KINDS 6

/** MAQ_CLICK_BAR_VELOCITY: of a click at the start of a bar */
#define MAQ_CLICK_BAR_VELOCITY 110
/** MAQ_CLICK_GROUP_VELOCITY: of a click where the next group of an odd bar begins: 2 + 2 + 3 */
#define MAQ_CLICK_GROUP_VELOCITY 95
/** MAQ_CLICK_VELOCITY: of any other click */
#define MAQ_CLICK_VELOCITY 80

/**
 * MaqSpan:
 * @id: tells the same section in another performance, above 0
 * @start_ticks: from the start of the song
 * @length_ticks: above 0
 * @tempo_qpm: quarter notes per minute, up to its last @ramp_ticks
 * @beats: of the meter at its start
 * @unit: of the meter at its start
 * @beat_ticks: a felt beat at its start
 * @first_bar: bars of the song before it
 * @n_bars: bars in it
 * @click: (nullable): the metronome: key 1 for a bar's first beat, 0 for the others; how strong
 *   they are says their velocity, see %MAQ_CLICK_VELOCITY
 * @ramp_ticks: over its last so many ticks the tempo changes step by step; 0 for never
 * @ramp_tempo_qpm: the tempo that it ends with, if it changes
 * @room: where all lanes stand
 * @gain_db: of all lanes at its start
 * @end_gain_db: of all lanes at its end; in between, it goes there evenly
 * @duck_db: of the lanes that are not in front, 0 or below
 * @cut_ticks: for its last so many ticks all lanes are silent and the room rings on
 * @fade_ticks: over its last so many ticks all lanes fade to nothing
 * @makeup_db: how much of both gains only brings the song near the loudness of others; the
 *   same in all spans
 *
 * A section as the engine needs it. Spans follow each other without a gap.
 * What comes after @click changes nothing where it is zero.
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

  MaqTick     ramp_ticks;
  double      ramp_tempo_qpm;
  MaqRoomKind room;
  double      gain_db;
  double      end_gain_db;
  double      duck_db;
  MaqTick     cut_ticks;
  MaqTick     fade_ticks;
  double      makeup_db;
} MaqSpan;

/**
 * maq_span_get_tempo:
 * @ticks: from the span's start
 * @until_ticks: (out) (optional): where the next tempo begins, or the span ends
 *
 * Returns: quarter notes per minute there
 */
double          maq_span_get_tempo              (const MaqSpan    *self,
                                                 double            ticks,
                                                 double           *until_ticks);
/** maq_span_ticks_to_seconds: seconds from the span's start, at most up to its end */
double          maq_span_ticks_to_seconds       (const MaqSpan    *self,
                                                 double            ticks);
/** maq_span_seconds_to_ticks: the other way round */
double          maq_span_seconds_to_ticks       (const MaqSpan    *self,
                                                 double            seconds);

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
/**
 * maq_performance_new_range:
 * @self: the whole
 * @first: index of a span
 * @n_spans: how many from there on, all of them there
 *
 * Some spans as they are played within the whole, moved to the start. What was struck before
 * them and still sounds is not in it. It keeps the whole as its origin.
 */
MaqPerformance *maq_performance_new_range       (MaqPerformance   *self,
                                                 guint             first,
                                                 guint             n_spans) G_GNUC_WARN_UNUSED_RESULT;
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
