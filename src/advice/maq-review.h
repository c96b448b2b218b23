/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-advice.h"
#include "maq-figures.h"

G_BEGIN_DECLS

/** MAQ_REVIEW_CHORUS_SECONDS: by when a first chorus is expected where nobody says otherwise: an
 * intro, a long verse and a pre-chorus of 8, 16 and 8 bars at 105 beats a minute */
#define MAQ_REVIEW_CHORUS_SECONDS 75

/** MAQ_REVIEW_MAX_PER_CHECK: no check says more than so many things, apart
 * from what is dismissed: who has more to mend begins there */
#define MAQ_REVIEW_MAX_PER_CHECK 3

/**
 * MaqReviewOptions:
 * @chorus_seconds: the first chorus is late after so many seconds; 0 for
 *   %MAQ_REVIEW_CHORUS_SECONDS
 * @figures: (array length=n_figures) (nullable): what was measured of each section, by index;
 *   one that lasts no time was not measured
 * @n_figures: as many as there are sections, or 0
 *
 * What a review goes by besides the score.
 */
typedef struct
{
  int               chorus_seconds;
  const MaqFigures *figures;
  guint             n_figures;
} MaqReviewOptions;

/**
 * maq_review:
 * @root: a root for which all invariants hold
 * @options: (nullable): %NULL for what is usual
 * @cancellable: (nullable): when it is cancelled, what is returned lacks things
 *
 * Hears the current arrangement of the current song through, as a second pair of ears
 * would, and says what it notices. What each check looks for, and when it keeps quiet, is
 * written at its function. Every move that is offered has been tried: with it the finding
 * is gone, there is less to say about the song than before, and every part that is pinned
 * is as it was.
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (element-type MaqAdvice): also what is dismissed; in the order of the checks, and
 *   of one check in the order of time
 */
GPtrArray *maq_review (MaqProject             *root,
                       const MaqReviewOptions *options,
                       GCancellable           *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
