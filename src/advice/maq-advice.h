/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-move.h"

G_BEGIN_DECLS

/** MAQ_ADVICE_MAX_MOVES: as many moves a finding offers at most */
#define MAQ_ADVICE_MAX_MOVES 3

/**
 * MaqAdvice:
 *
 * One thing that a second pair of ears says about an arrangement: what it noticed, why that
 * matters, where, and the moves that would mend it. Immutable.
 */
typedef struct _MaqAdvice MaqAdvice;

/**
 * MaqAdviceFields:
 * @check: nick of the check that found it, see maq_review_get_check()
 * @sentence: what it noticed: "Nothing enters or leaves for 24 bars, from Verse 1 to Chorus 1."
 * @reason: why that matters, and when it does not
 * @section: where; %MAQ_ID_NONE for the whole song
 * @section_end: the last section that it is about; @section if that is the only one
 * @layer: whom it is about; %MAQ_ID_NONE for everybody
 * @other: the other layer that it is about; %MAQ_ID_NONE for none
 * @bar: of the section, from 0
 * @first_bar: bars before it, from the start of the arrangement
 * @bars: that it lasts, 1 or more
 * @is_dismissed: whether people do not want to be told, see maq_dismissal_covers()
 * @moves: (array length=n_moves): the best first; each of them mends it
 * @n_moves: up to %MAQ_ADVICE_MAX_MOVES
 */
typedef struct
{
  const char *check;
  const char *sentence;
  const char *reason;
  MaqId       section;
  MaqId       section_end;
  MaqId       layer;
  MaqId       other;
  int         bar;
  int         first_bar;
  int         bars;
  gboolean    is_dismissed;
  MaqMove   **moves;
  guint       n_moves;
} MaqAdviceFields;

/** maq_advice_new: copies what it is given */
MaqAdvice             *maq_advice_new        (const MaqAdviceFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqAdvice             *maq_advice_ref        (MaqAdvice             *self);
void                   maq_advice_unref      (MaqAdvice             *self);
const MaqAdviceFields *maq_advice_get_fields (MaqAdvice             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqAdvice, maq_advice_unref)

G_END_DECLS
