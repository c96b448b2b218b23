/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-played.h"

#include <math.h>

MaqTick
maq_played_start (const MaqSpan *span,
                  const MaqNote *note)
{
  double tempo_qpm = maq_span_get_tempo (span, note->start_ticks, NULL);
  double lag_ticks = maq_seconds_to_ticks (note->lag_us / 1e6, tempo_qpm);

  return span->start_ticks + note->start_ticks + lrint (lag_ticks);
}
