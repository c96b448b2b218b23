/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-id.h"

G_BEGIN_DECLS

/** MaqTakeState: how far the recording of one part is */
typedef enum
{
  MAQ_TAKE_TO_DO,
  MAQ_TAKE_TAKEN,
  MAQ_TAKE_KEEP,
  MAQ_TAKE_PUNCH,
  MAQ_N_TAKE_STATES
} MaqTakeState;

/**
 * MaqTake:
 *
 * What has been recorded of the part that one layer plays in one section, immutable.
 *
 * It belongs to the arrangement and not to the part: a section that follows another
 * takes its parts over, but each time is recorded for itself.
 */
typedef struct _MaqTake MaqTake;

/**
 * MaqTakeFields:
 * @section: which is recorded
 * @layer: whose part of it
 * @state: to do, taken, to keep, or to punch in
 * @number: which take that is said of, from 1 to %MAQ_LIMIT_TAKES; 0 where it is not said
 * @note: (nullable): "bars 3 to 6 again, breath before the last line"
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  MaqId         section;
  MaqId         layer;
  MaqTakeState  state;
  int           number;
  const char   *note;
  const char   *foreign;
} MaqTakeFields;

/** maq_take_state_get_nick: "keep": in files, never translated */
const char          *maq_take_state_get_nick  (MaqTakeState         self);
/** maq_take_state_get_label: "Keep", translated */
const char          *maq_take_state_get_label (MaqTakeState         self);
gboolean             maq_take_state_from_nick (const char          *nick,
                                               MaqTakeState        *state);

MaqTake             *maq_take_new             (const MaqTakeFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqTake             *maq_take_ref             (MaqTake             *self);
void                 maq_take_unref           (MaqTake             *self);
const MaqTakeFields *maq_take_get_fields      (MaqTake             *self);
gboolean             maq_take_equal           (MaqTake             *self,
                                               MaqTake             *other);
MaqTake             *maq_take_with_fields     (MaqTake             *self,
                                               const MaqTakeFields *fields) G_GNUC_WARN_UNUSED_RESULT;
/** maq_take_dup_words: "Keep 3", "To do", translated */
char                *maq_take_dup_words       (const MaqTakeFields *fields) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqTake, maq_take_unref)

G_END_DECLS
