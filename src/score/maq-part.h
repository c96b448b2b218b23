/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-id.h"
#include "maq-sound.h"

G_BEGIN_DECLS

/**
 * MaqPart:
 *
 * What one layer plays in one section, immutable.
 *
 * A section without a part for a layer keeps that layer out, unless it follows
 * another section; a part at level 0 keeps it out in any case.
 */
typedef struct _MaqPart MaqPart;

/**
 * MaqPartFields:
 * @layer: whose part it is
 * @level: 0 (out) to %MAQ_LEVEL_MAX
 * @entry_bar: bars of the section that pass before it enters
 * @exit_bar: the bar in which it no longer plays, counted from 0; 0: it plays to the end
 * @pattern: (nullable): a pattern of the style by name; %NULL: the band chooses
 * @style: (nullable): the style whose patterns it plays; %NULL for that of the section
 * @motif: (nullable): the texture that it states, by name; the same name is the same texture
 * @sound: (nullable): a sound of its own
 * @direction: (nullable): what to tell the performer here
 * @pinned: it is settled: no proposal of the program may touch it
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  MaqId       layer;
  int         level;
  int         entry_bar;
  int         exit_bar;
  const char *pattern;
  const char *style;
  const char *motif;
  MaqSound   *sound;
  const char *direction;
  gboolean    pinned;
  const char *foreign;
} MaqPartFields;

MaqPart             *maq_part_new            (const MaqPartFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqPart             *maq_part_ref            (MaqPart             *self);
void                 maq_part_unref          (MaqPart             *self);
const MaqPartFields *maq_part_get_fields     (MaqPart             *self);
MaqId                maq_part_get_layer      (MaqPart             *self);
int                  maq_part_get_level      (MaqPart             *self);
gboolean             maq_part_equal          (MaqPart             *self,
                                              MaqPart             *other);

/** maq_part_with_fields: @self if it states just that already */
MaqPart             *maq_part_with_fields    (MaqPart             *self,
                                              const MaqPartFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqPart             *maq_part_with_level     (MaqPart             *self,
                                              int                  level) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqPart, maq_part_unref)

G_END_DECLS
