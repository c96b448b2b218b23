/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-arrangement.h"
#include "maq-range.h"

G_BEGIN_DECLS

/**
 * MaqPicks:
 *
 * Parts that are selected here and there, by ids, or sections, or layers: a set, which never
 * changes. What is selected as a block is a #MaqRange.
 */
typedef struct _MaqPicks MaqPicks;

/**
 * MaqSelected:
 * @MAQ_SELECTED_NOT: nothing of it is selected
 * @MAQ_SELECTED_IN_PARTS: some of its parts are
 * @MAQ_SELECTED_WHOLE: it is selected itself
 *
 * How much of a section or layer is selected.
 */
typedef enum
{
  MAQ_SELECTED_NOT,
  MAQ_SELECTED_IN_PARTS,
  MAQ_SELECTED_WHOLE,
} MaqSelected;

/** maq_picks_new: all parts of a block, or all sections or layers if it has only these */
MaqPicks *maq_picks_new          (MaqArrangement *arrangement,
                                  const MaqRange *range) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_picks_with_toggled:
 * @range: a block of @arrangement of the same sort, such as all layers of a group
 *
 * Adds a block, or takes it away if all of it is there already.
 */
MaqPicks *maq_picks_with_toggled (MaqPicks       *self,
                                  MaqArrangement *arrangement,
                                  const MaqRange *range) G_GNUC_WARN_UNUSED_RESULT;
MaqPicks *maq_picks_ref          (MaqPicks       *self) G_GNUC_WARN_UNUSED_RESULT;
void      maq_picks_unref        (MaqPicks       *self);

/** maq_picks_has: whether a part is picked, by itself or with its whole section or layer */
gboolean  maq_picks_has          (MaqPicks       *self,
                                  MaqId           section,
                                  MaqId           layer);
/**
 * maq_picks_count:
 * @bounds: (out): the smallest block that holds those that @arrangement has
 *
 * Returns: how many it has
 */
guint     maq_picks_count        (MaqPicks       *self,
                                  MaqArrangement *arrangement,
                                  MaqRange       *bounds);
/** maq_picks_is_block: whether @n that maq_picks_count() found fill their bounds */
gboolean  maq_picks_is_block     (guint           n,
                                  const MaqRange *bounds);
/**
 * maq_picks_tell_section:
 * @self: (nullable): %NULL if all of @range is selected
 * @range: the bounds of what is selected
 * @index: of the section
 */
MaqSelected maq_picks_tell_section (MaqPicks     *self,
                                  const MaqRange *range,
                                  guint           index,
                                  MaqId           section);
/** maq_picks_tell_layer: the same for a layer */
MaqSelected maq_picks_tell_layer (MaqPicks       *self,
                                  const MaqRange *range,
                                  guint           index,
                                  MaqId           layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqPicks, maq_picks_unref)

G_END_DECLS
