/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"

G_BEGIN_DECLS

/** maq_heard_lane: whether anything that the lane plays is heard */
gboolean maq_heard_lane         (MaqPerformance *performance,
                                 MaqLane        *lane);
/**
 * maq_heard_hash_section:
 *
 * Returns: a number that is another one if the section at @index sounds otherwise; where
 *   it stands and who is silent in it makes no difference
 */
guint64  maq_heard_hash_section (MaqPerformance *performance,
                                 guint           index);
/** maq_heard_hash_lane: the same for one lane in a section where it plays @phrase */
guint64  maq_heard_hash_lane    (const MaqSpan  *span,
                                 MaqLane        *lane,
                                 MaqPhrase      *phrase);

G_END_DECLS
