/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-figures.h"
#include "maq-performance.h"
#include "maq-soundfont.h"

G_BEGIN_DECLS

/**
 * MaqMeasure:
 *
 * What was measured of a section as the band plays it: figures of the whole and of
 * each bar. Immutable.
 */
typedef struct _MaqMeasure MaqMeasure;

MaqMeasure       *maq_measure_ref            (MaqMeasure *self);
void              maq_measure_unref          (MaqMeasure *self);
/** maq_measure_get_whole: of the section */
const MaqFigures *maq_measure_get_whole      (MaqMeasure *self);
guint             maq_measure_get_n_bars     (MaqMeasure *self);
/** maq_measure_get_bar: (transfer none): of the bar at @index, from 0 */
const MaqFigures *maq_measure_get_bar        (MaqMeasure *self,
                                              guint       index);
/**
 * maq_measure_get_bar_maxima:
 *
 * Returns: the loudest 400 ms and 3 s (EBU R 128) that end in the bar at @index, from 0. What
 *   was played before the section is not in them, so the first seconds have none of 3 s.
 */
MaqLoudnessMaxima maq_measure_get_bar_maxima (MaqMeasure *self,
                                              guint       index);
/**
 * maq_measure_get_loudness:
 *
 * Returns: (transfer none): the section's loudness after EBU R 128: integrated, its range, the
 *   loudest 3 s and the loudest 400 ms, %MAQ_LOUDNESS_SILENCE if it is shorter or silent; no
 *   true peak
 */
const MaqLoudnessFigures *maq_measure_get_loudness (MaqMeasure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqMeasure, maq_measure_unref)

/**
 * MaqMeasurer:
 *
 * Measures performances section by section, on as many threads as there are cores, which
 * step back behind all others, and remembers what it has measured: after an edit only sections whose sound has
 * changed are rendered again. Each section is rendered by itself: what rings on from
 * the one before is not in it. For one thread at a time.
 */
typedef struct _MaqMeasurer MaqMeasurer;

/**
 * MaqMeasureProgress:
 * @done: of @total sections are measured
 * @index: of the section that is done now
 * @measure: (transfer none): what was measured of it
 *
 * Called on threads of its own, one call at a time.
 */
typedef void (*MaqMeasureProgress) (guint       done,
                                    guint       total,
                                    guint       index,
                                    MaqMeasure *measure,
                                    gpointer    user_data);

MaqMeasurer *maq_measurer_new     (MaqSoundfont        *font) G_GNUC_WARN_UNUSED_RESULT;
void         maq_measurer_free    (MaqMeasurer         *self);
/**
 * maq_measurer_measure:
 * @progress: (nullable): told of each section that is done
 * @cancellable: (nullable): looked at a few times each second of work
 * @error: %G_IO_ERROR_CANCELLED, or what maq_render_new() says
 *
 * Takes its time: call it in a worker. What was measured before it was cancelled is
 * remembered.
 *
 * Returns: (transfer full) (element-type MaqMeasure): one for each span of
 *   @performance, or %NULL
 */
GPtrArray   *maq_measurer_measure (MaqMeasurer         *self,
                                   MaqPerformance      *performance,
                                   MaqMeasureProgress   progress,
                                   gpointer             user_data,
                                   GCancellable        *cancellable,
                                   GError             **error);
/**
 * maq_measurer_learn:
 * @measures: (element-type MaqMeasure): what another one with the same SoundFont has measured of
 *   the spans of @performance; %NULL for those that it has not
 *
 * From now on it remembers these as if it had measured them.
 */
void         maq_measurer_learn   (MaqMeasurer         *self,
                                   MaqPerformance      *performance,
                                   GPtrArray           *measures);
/** maq_measurer_get_n_rendered: how many sections were rendered so far, and not remembered */
guint        maq_measurer_get_n_rendered (MaqMeasurer  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqMeasurer, maq_measurer_free)

G_END_DECLS
