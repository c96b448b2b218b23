/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/** MAQ_SOUND_PLAN_MAX_COUNT_IN: bars of count-in at most */
#define MAQ_SOUND_PLAN_MAX_COUNT_IN 4

/**
 * MaqSoundPlanOptions:
 * @rate_hz: frames per second
 * @count_in_bars: bars that are counted before the music, 0 to %MAQ_SOUND_PLAN_MAX_COUNT_IN
 * @counts_sections: whether the bar before each other section is counted, too
 * @first_section: where to begin
 * @n_sections: how many; 0 for all from there on
 * @tail_seconds: how long the room may ring out after the end, 0 or more
 *
 * What of a song is to sound, and what is put before it.
 */
typedef struct
{
  int    rate_hz;
  guint  count_in_bars;
  gboolean counts_sections;
  guint  first_section;
  guint  n_sections;
  double tail_seconds;
} MaqSoundPlanOptions;

/** MaqClickStrength: how much a click stands out */
typedef enum
{
  MAQ_CLICK_BEAT,
  MAQ_CLICK_GROUP, /* where the next group of an odd bar begins */
  MAQ_CLICK_BAR,
  MAQ_N_CLICK_STRENGTHS
} MaqClickStrength;

/**
 * MaqPlannedClick:
 * @frame: from the start of the file
 * @strength: how much it stands out
 * @is_count: whether it counts in
 */
typedef struct
{
  MaqFrame         frame;
  MaqClickStrength strength;
  gboolean         is_count;
} MaqPlannedClick;

/**
 * MaqPlannedSection:
 * @section: its index in the form
 * @frame: where it begins, from the start of the file
 * @cue_frame: where the bar before it begins, in which it is announced; below 0 where there is none
 */
typedef struct
{
  guint    section;
  MaqFrame frame;
  MaqFrame cue_frame;
} MaqPlannedSection;

/**
 * MaqSoundPlan:
 *
 * Where everything is in the sound files of a song, to the frame. All of them have the same start
 * and the same length. Immutable.
 */
typedef struct _MaqSoundPlan MaqSoundPlan;

/** maq_sound_plan_new: @performance: of the arrangement that is handed on */
MaqSoundPlan            *maq_sound_plan_new           (MaqHandoff                *handoff,
                                                       MaqPerformance            *performance,
                                                       const MaqSoundPlanOptions *options)
                                                       G_GNUC_WARN_UNUSED_RESULT;
void                     maq_sound_plan_free          (MaqSoundPlan              *self);

/** maq_sound_plan_get_lead: frames of count-in before the music */
MaqFrame                 maq_sound_plan_get_lead      (MaqSoundPlan              *self);
/** maq_sound_plan_get_n_frames: of each file, count-in and tail included */
MaqFrame                 maq_sound_plan_get_n_frames  (MaqSoundPlan              *self);
/** maq_sound_plan_get_start: ticks of the song at the end of the count-in */
MaqTick                  maq_sound_plan_get_start     (MaqSoundPlan              *self);
/** maq_sound_plan_get_end: ticks of the song where the tail begins */
MaqTick                  maq_sound_plan_get_end       (MaqSoundPlan              *self);
/** maq_sound_plan_get_clicks: (array length=n_clicks): in order, the count-in included */
const MaqPlannedClick   *maq_sound_plan_get_clicks    (MaqSoundPlan              *self,
                                                       guint                     *n_clicks);
/** maq_sound_plan_get_sections: (array length=n_sections): in order */
const MaqPlannedSection *maq_sound_plan_get_sections  (MaqSoundPlan              *self,
                                                       guint                     *n_sections);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSoundPlan, maq_sound_plan_free)

G_END_DECLS
