/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-entries.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): "In: Bass · bar 5: In: Strings · Ends with: Stop": who comes and
 * goes in a section beside those in @except (element-type MaqLayer) (nullable), and its end */
char *maq_cues_dup_text (MaqHandoff *handoff,
                         GArray     *entries,
                         guint       section,
                         GPtrArray  *except);

G_END_DECLS
