/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-form.h"
#include "maq-measure.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/** MaqMeasured: what has been measured of the sections of a song so far, by their ids */
typedef struct _MaqMeasured MaqMeasured;

/**
 * MaqMeasuredSum:
 * @figures: what adds up is added up, of everything else the mean: of levels by power, of
 *   brightness and width where the power is, of the rest by time; layers are the most at once
 * @integrated_lufs: gated; of several sections as loud as @figures, ungated
 * @short_term_max_lufs: loudest 3 s; %MAQ_LOUDNESS_SILENCE for none
 * @momentary_max_lufs: loudest 400 ms; likewise
 *
 * Several sections in a row as one.
 */
typedef struct
{
  MaqFigures figures;
  double     integrated_lufs;
  double     short_term_max_lufs;
  double     momentary_max_lufs;
} MaqMeasuredSum;

MaqMeasured *maq_measured_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         maq_measured_free (MaqMeasured    *self);
/**
 * maq_measured_set_arrangement:
 *
 * Arrangements share the ids of what they were copied with: what was measured of another
 * one is forgotten.
 */
void         maq_measured_set_arrangement (MaqMeasured *self,
                                           MaqId        arrangement);
/**
 * maq_measured_take:
 * @measures: (element-type MaqMeasure): of the spans of @performance in their order, %NULL
 *   for those that stay as they are
 */
void         maq_measured_take (MaqMeasured    *self,
                                MaqPerformance *performance,
                                GPtrArray      *measures);
/** maq_measured_find: (transfer none) (nullable): what was measured of a section */
MaqMeasure  *maq_measured_find (MaqMeasured    *self,
                                MaqId           section);
/** maq_measured_sum: %FALSE while one of the sections has not been measured */
gboolean     maq_measured_sum  (MaqMeasured    *self,
                                MaqForm        *form,
                                guint           first,
                                guint           n_sections,
                                MaqMeasuredSum *sum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqMeasured, maq_measured_free)

G_END_DECLS
