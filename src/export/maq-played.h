/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"

G_BEGIN_DECLS

/** maq_played_start: ticks from the start of the song, the lag of the player included */
MaqTick maq_played_start (const MaqSpan *span,
                          const MaqNote *note);

G_END_DECLS
