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

G_END_DECLS
