/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqNote:
 * @start_ticks: from the start of the section; below 0 for a pickup, which
 *   sounds only if the section before is played
 * @length_ticks: above 0; may ring past the end of the section
 * @lag_us: microseconds later than its tick, for feel; below 0 is earlier;
 *   -32,000 to 32,000
 * @key: MIDI key, 0 to 127
 * @velocity: 1 to 127
 */
typedef struct
{
  gint32 start_ticks;
  gint32 length_ticks;
  gint16 lag_us;
  guint8 key;
  guint8 velocity;
} MaqNote;

/**
 * MaqPhrase:
 *
 * What one lane plays in one section: an immutable array of notes, sorted by
 * start, then key. Phrases are shared between performances, so that an edit
 * to one part makes one new phrase and no other.
 */
typedef struct _MaqPhrase MaqPhrase;

/**
 * maq_phrase_new:
 * @notes: (array length=n_notes): copied, in any order
 * @bank: the sound that this phrase alone has, or -1 for the lane's
 * @program: likewise
 */
MaqPhrase     *maq_phrase_new         (const MaqNote *notes,
                                       guint          n_notes,
                                       int            bank,
                                       int            program) G_GNUC_WARN_UNUSED_RESULT;
MaqPhrase     *maq_phrase_ref         (MaqPhrase     *self);
void           maq_phrase_unref       (MaqPhrase     *self);

/**
 * maq_phrase_with_tuning:
 * @cents: (array fixed-size=12) (nullable): for each pitch class, C first, how
 *   much higher than equal temperament it sounds, -100 to 100; %NULL for none
 *
 * Returns: (transfer full): the same notes in another tuning
 */
MaqPhrase     *maq_phrase_with_tuning (MaqPhrase     *self,
                                       const gint8   *cents) G_GNUC_WARN_UNUSED_RESULT;

/** maq_phrase_get_notes: (transfer none) (array length=n_notes): sorted */
const MaqNote *maq_phrase_get_notes   (MaqPhrase     *self,
                                       guint         *n_notes);
int            maq_phrase_get_bank    (MaqPhrase     *self);
int            maq_phrase_get_program (MaqPhrase     *self);
/** maq_phrase_get_tuning: (nullable) (array fixed-size=12): cents; %NULL is equal temperament */
const gint8   *maq_phrase_get_tuning  (MaqPhrase     *self);
/** maq_phrase_hash: the same number for the same notes, on every machine */
guint64        maq_phrase_hash        (MaqPhrase     *self);
gboolean       maq_phrase_equal       (MaqPhrase     *self,
                                       MaqPhrase     *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqPhrase, maq_phrase_unref)

G_END_DECLS
