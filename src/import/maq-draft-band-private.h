/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-draft-private.h"

G_BEGIN_DECLS

/**
 * maq_draft_put_band:
 * @arrangement: as the draft has it, without layers
 * @follows: for each section the index of the one it follows, or -1
 *
 * Puts the default band on, and then those whom the chart names: a name whose
 * role the band has takes that layer over, others get layers of their own.
 * They play where the chart says and nowhere else; drums and bass, which charts
 * only name where they stand in front, play on everywhere.
 *
 * Returns: (transfer full): the arrangement with its layers and parts
 */
MaqArrangement *maq_draft_put_band (MaqDraft       *self,
                                    MaqArrangement *arrangement,
                                    const int      *follows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
