/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-form.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

/*
 * Where remarks are in the song, and where their signs are on the timeline: derived from
 * what they hang on, so that they move with it.
 */

/** MAQ_REMARK_SIGN_SIZE: pixels of a sign, both ways */
#define MAQ_REMARK_SIGN_SIZE 18

/**
 * MaqRemarkPlace:
 * @id: of the remark
 * @index: of the remark in its arrangement
 * @section: index of the section that it hangs on, or -1
 * @layer: index of the layer that it is about, or -1
 * @bar: bars from the start of the song to the bar it is about, 0 without a section
 * @is_open: whether it is still to be settled
 */
typedef struct
{
  MaqId    id;
  guint    index;
  int      section;
  int      layer;
  int      bar;
  gboolean is_open;
} MaqRemarkPlace;

/**
 * MaqRemarkSignPlace:
 * @first: index of the first place that it stands for
 * @n: how many it stands for; they need not be neighbours in time
 * @is_open: whether one of them is still to be settled
 * @layer: index of the layer whose row it is in; -1 for above the section heads
 * @x: content x of its left edge
 */
typedef struct
{
  guint    first;
  guint    n;
  gboolean is_open;
  int      layer;
  int      x;
} MaqRemarkSignPlace;

/** maq_remark_places_new: (transfer full) (element-type MaqRemarkPlace): in the order of time */
GArray *maq_remark_places_new  (MaqArrangement           *arrangement,
                                MaqForm                  *form) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_remark_places_fold:
 *
 * Signs that would lie on each other become one.
 *
 * Returns: (transfer full) (element-type MaqRemarkSignPlace)
 */
GArray *maq_remark_places_fold (GArray                   *places,
                                const MaqTimelineMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;
/** maq_remark_places_find: index of the place of a remark, or -1 */
int     maq_remark_places_find (GArray                   *places,
                                MaqId                     remark);
/**
 * maq_remark_places_step:
 * @from: index of the place to go on from; -1 for where the music is
 * @bar: bars from the start of the song to where the music is
 * @step: 1 to go on, -1 to go back
 *
 * Walks through what is still to be settled.
 *
 * Returns: index of a place, or -1 when there is none that way
 */
int     maq_remark_places_step (GArray                   *places,
                                int                       from,
                                double                    bar,
                                int                       step);
/** maq_remark_places_count: how many are open; (out) (optional) @rank: @at's number, from 1 */
guint   maq_remark_places_count (GArray                  *places,
                                int                       at,
                                guint                    *rank);

G_END_DECLS
