/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-phrase.h"

G_BEGIN_DECLS

/**
 * MaqStrip:
 * @gain_db: dB, %MAQ_STRIP_SILENT_DB and below is silence
 * @pan: -1.0 left to 1.0 right
 * @distance: 0.0 at the ear to 1.0 at the far end of the room
 * @tone: -1.0 dark to 1.0 bright, 0.0 as it is: the spectrum is tilted
 * @spread: -1.0 mono, 0.0 as wide as it is, 1.0 twice as wide
 * @in_front: whether spans that duck the others leave it as it is
 * @muted: whether nothing of it is heard
 * @soloed: while any lane is soloed, only soloed lanes are heard
 *
 * How a lane stands in the mix. All zero is a lane as it is, at the ear.
 */
typedef struct
{
  double   gain_db;
  double   pan;
  double   distance;
  double   tone;
  double   spread;
  gboolean in_front;
  gboolean muted;
  gboolean soloed;
} MaqStrip;

/** MAQ_STRIP_SILENT_DB: at this gain a strip is silent */
#define MAQ_STRIP_SILENT_DB -60.0

/** maq_strip_equal: whether a lane stands in the mix in the same way */
gboolean        maq_strip_equal       (const MaqStrip   *a,
                                       const MaqStrip   *b);

/**
 * MaqLane:
 *
 * One instrument through the whole song: its sound, its strip and a phrase
 * for each section. Immutable; a lane that no edit touched is shared.
 */
typedef struct _MaqLane MaqLane;

/**
 * maq_lane_new:
 * @id: tells the same lane in another performance, above 0
 * @name: for people
 * @is_drums: whether its notes are the sounds of a kit (MIDI bank 128)
 * @bank: bank of the sound, 0 to 16383; ignored when @is_drums
 * @program: program of the sound or the kit, 0 to 127
 * @phrases: (array length=n_phrases): one for each section, %NULL for silence
 */
MaqLane        *maq_lane_new          (guint64           id,
                                       const char       *name,
                                       gboolean          is_drums,
                                       int               bank,
                                       int               program,
                                       const MaqStrip   *strip,
                                       MaqPhrase *const *phrases,
                                       guint             n_phrases) G_GNUC_WARN_UNUSED_RESULT;
MaqLane        *maq_lane_ref          (MaqLane          *self);
void            maq_lane_unref        (MaqLane          *self);

guint64         maq_lane_get_id       (MaqLane          *self);
const char     *maq_lane_get_name     (MaqLane          *self);
gboolean        maq_lane_is_drums     (MaqLane          *self);
int             maq_lane_get_bank     (MaqLane          *self);
int             maq_lane_get_program  (MaqLane          *self);
const MaqStrip *maq_lane_get_strip    (MaqLane          *self);
guint           maq_lane_get_n_phrases (MaqLane         *self);
/** maq_lane_get_phrase: (transfer none) (nullable): what it plays in the section at @index */
MaqPhrase      *maq_lane_get_phrase   (MaqLane          *self,
                                       guint             index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqLane, maq_lane_unref)

G_END_DECLS
