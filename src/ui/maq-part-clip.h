/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "maq-arrangement.h"
#include "maq-move.h"
#include "maq-range.h"

G_BEGIN_DECLS

#define MAQ_TYPE_PART_CLIP (maq_part_clip_get_type ())

/**
 * MaqPartClip:
 *
 * A block of parts as it was copied, immutable: what the clipboard holds.
 */
typedef struct _MaqPartClip MaqPartClip;

GType        maq_part_clip_get_type (void);

/** maq_part_clip_new: @range is a block: sections and layers are named */
MaqPartClip *maq_part_clip_new      (MaqArrangement *arrangement,
                                     const MaqRange *range,
                                     const guint8   *picked) G_GNUC_WARN_UNUSED_RESULT;
MaqPartClip *maq_part_clip_ref      (MaqPartClip    *self);
void         maq_part_clip_unref    (MaqPartClip    *self);

/**
 * maq_part_clip_create_move:
 * @arrangement: where to put it, not necessarily where it is from
 * @range: what is selected there
 * @target: (out): what will hold the copies
 *
 * Puts the block where the selection begins, again and again if that is larger. Into whole
 * sections each part goes to its own layer.
 *
 * Returns: (transfer full) (nullable): %NULL if nothing of it has a place there
 */
MaqMove     *maq_part_clip_create_move (MaqPartClip    *self,
                                        MaqArrangement *arrangement,
                                        const MaqRange *range,
                                        MaqRange       *target) G_GNUC_WARN_UNUSED_RESULT;
/** maq_part_clip_get_text: (transfer none): the levels as a table, for other programs */
const char  *maq_part_clip_get_text (MaqPartClip    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqPartClip, maq_part_clip_unref)

G_END_DECLS
