/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-arrangement.h"
#include "maq-range.h"

G_BEGIN_DECLS

/**
 * MaqPicks:
 *
 * Parts that are selected here and there, by ids: a set, which never changes. What is
 * selected as a block is a #MaqRange.
 */
typedef struct _MaqPicks MaqPicks;

/** maq_picks_new: all parts of a block; @range has sections and layers */
MaqPicks *maq_picks_new          (MaqArrangement *arrangement,
                                  const MaqRange *range) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_picks_with_toggled:
 * @range: a block of @arrangement, such as all layers of a group
 *
 * Adds a block of parts, or takes it away if all of it is there already.
 */
MaqPicks *maq_picks_with_toggled (MaqPicks       *self,
                                  MaqArrangement *arrangement,
                                  const MaqRange *range) G_GNUC_WARN_UNUSED_RESULT;
MaqPicks *maq_picks_ref          (MaqPicks       *self) G_GNUC_WARN_UNUSED_RESULT;
void      maq_picks_unref        (MaqPicks       *self);

gboolean  maq_picks_has          (MaqPicks       *self,
                                  MaqId           section,
                                  MaqId           layer);
/**
 * maq_picks_count:
 * @bounds: (out): the smallest block that holds those that @arrangement has
 *
 * Returns: how many it has; if they are as many as @bounds, they are a block
 */
guint     maq_picks_count        (MaqPicks       *self,
                                  MaqArrangement *arrangement,
                                  MaqRange       *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqPicks, maq_picks_unref)

G_END_DECLS
