/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-colour.h"
#include "maq-id.h"
#include "maq-role.h"
#include "maq-sound.h"
#include "maq-stated.h"

G_BEGIN_DECLS

/**
 * MaqLayer:
 *
 * An immutable instrument line through the song.
 */
typedef struct _MaqLayer MaqLayer;

/**
 * MaqLayerFields:
 * @id: unique among the arrangement's layers
 * @name: "Strings"
 * @role: which patterns the band plays on it
 * @sound: (nullable): %NULL for the one that suits the role
 * @performer: (nullable): who plays it
 * @direction: (nullable): what to tell the performer, for the whole song
 * @meaning: (nullable): what it stands for in the story; see maq_layer_get_meaning()
 * @group: (nullable): "Horns": layers beside each other with the same one fold together
 * @colour: what marks it on the screen
 * @gain_db: dB, %MAQ_GAIN_MIN_DB to %MAQ_GAIN_MAX_DB
 * @pan: -1.0 left to 1.0 right
 * @distance: 0.0 at the ear to 1.0 at the far end of the room
 * @tone: -1.0 dark to 1.0 bright: a tilt of the whole spectrum
 * @width: 0.0 mono, 1.0 as the sound is, 2.0 wide; unset is 1.0, and 1.0 becomes unset
 * @lag_ms: milliseconds behind the beat, -50 to 50; below 0 pushes; unset as the song has it
 * @swing: where the second eighth of a beat falls, 50 to 75 percent; 0 as the song has it
 * @looseness: percent, 0 on the grid to 100; unset as the song has it
 * @muted: whether it is silent
 * @soloed: while any layer is, only soloed ones are heard
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  MaqId       id;
  const char *name;
  MaqRole     role;
  MaqSound   *sound;
  const char *performer;
  const char *direction;
  const char *meaning;
  const char *group;
  MaqColour   colour;
  double      gain_db;
  double      pan;
  double      distance;
  double      tone;
  MaqStated   width;
  MaqStated   lag_ms;
  double      swing;
  MaqStated   looseness;
  gboolean    muted;
  gboolean    soloed;
  const char *foreign;
} MaqLayerFields;

MaqLayer             *maq_layer_new         (const MaqLayerFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqLayer             *maq_layer_ref         (MaqLayer             *self);
void                  maq_layer_unref       (MaqLayer             *self);
const MaqLayerFields *maq_layer_get_fields  (MaqLayer             *self);
MaqId                 maq_layer_get_id      (MaqLayer             *self);
/** maq_layer_get_name: (transfer none): never %NULL */
const char           *maq_layer_get_name    (MaqLayer             *self);
MaqRole               maq_layer_get_role    (MaqLayer             *self);
/** maq_layer_get_meaning: (nullable): what it stands for in the story, else what its sound does */
const char           *maq_layer_get_meaning (MaqLayer             *self);
gboolean              maq_layer_equal       (MaqLayer             *self,
                                             MaqLayer             *other);

/** maq_layer_with_fields: @self if it states just that already */
MaqLayer             *maq_layer_with_fields (MaqLayer             *self,
                                             const MaqLayerFields *fields) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqLayer, maq_layer_unref)

G_END_DECLS
