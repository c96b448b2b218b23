/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-section-kind.h"

G_BEGIN_DECLS

/**
 * maq_section_kind_get_usual_bars:
 *
 * How long sections of a kind most often are. The medians of the Harmonix set
 * (Nieto et al., ISMIR 2019; 912 pop, hip-hop and dance songs): a hint, never
 * a rule.
 *
 * Returns: in bars, 1 or more
 */
int            maq_section_kind_get_usual_bars (MaqSectionKind  self);

/**
 * maq_section_kind_get_usual_next:
 * @rank: 0 for what most often follows, 1 for what comes second, and so on
 * @next: (out): what may follow
 *
 * What usually follows a section of a kind, the likeliest first; from the same
 * set, where it knows the kind.
 *
 * Returns: %FALSE if there is nothing of that rank; there is always a rank 0
 */
gboolean       maq_section_kind_get_usual_next (MaqSectionKind  self,
                                                guint           rank,
                                                MaqSectionKind *next);

/**
 * maq_section_kind_get_usual_first:
 * @rank: 0 for what songs most often begin with
 * @first: (out): what may come first
 *
 * Returns: %FALSE if there is nothing of that rank
 */
gboolean       maq_section_kind_get_usual_first (guint           rank,
                                                 MaqSectionKind *first);

G_END_DECLS
