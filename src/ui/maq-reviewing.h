/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "maq-review.h"

G_BEGIN_DECLS

/** MaqSectionFigures: what was measured of the section with this id */
typedef struct
{
  MaqId      section;
  MaqFigures figures;
} MaqSectionFigures;

#define MAQ_TYPE_REVIEWING (maq_reviewing_get_type ())

/**
 * MaqReviewing:
 *
 * Hears what is edited through, in a worker, a moment after the edit; the newest root wins.
 *
 * Signals:
 *
 * - `reviewed ()`: there is other advice
 */
G_DECLARE_FINAL_TYPE (MaqReviewing, maq_reviewing, MAQ, REVIEWING, GObject)

MaqReviewing *maq_reviewing_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_reviewing_take: hears @root through, if it has not done so already */
void          maq_reviewing_take       (MaqReviewing     *self,
                                        MaqProject       *root);
/** maq_reviewing_set_chorus: after so many seconds the first chorus is late */
void          maq_reviewing_set_chorus (MaqReviewing     *self,
                                        int               seconds);
/**
 * maq_reviewing_set_figures:
 * @song: whose @arrangement was measured
 * @arrangement: copies share the ids of their sections: figures of another arrangement than
 *   that of the newest root are of no use, and are forgotten when it changes
 * @figures: (element-type MaqSectionFigures) (transfer full) (nullable): in any order; %NULL
 *   for none
 */
void          maq_reviewing_set_figures (MaqReviewing    *self,
                                        MaqId             song,
                                        MaqId             arrangement,
                                        GArray           *figures);
/** maq_reviewing_is_busy: whether there will be a `reviewed` in a moment */
gboolean      maq_reviewing_is_busy    (MaqReviewing     *self);
/** maq_reviewing_get_root: (transfer none) (nullable): what the advice is about */
MaqProject   *maq_reviewing_get_root   (MaqReviewing     *self);
/** maq_reviewing_get_advice: (transfer none) (element-type MaqAdvice): of the root that was reviewed last */
GPtrArray    *maq_reviewing_get_advice (MaqReviewing     *self);

G_END_DECLS
