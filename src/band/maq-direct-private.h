/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"
#include "maq-layer.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/*
 * What a producer says about sound and time rather than about notes: where a
 * layer stands, what a section does to the mix, how the tempo leaves it.
 */

/* maq_direct_layer: the strip that a layer asks for, before the band adds its own gains */
MaqStrip maq_direct_layer   (const MaqLayerFields *layer);
/* maq_direct_section: fills what a span has besides place, meter and metronome */
void     maq_direct_section (MaqForm              *form,
                             guint                 section,
                             MaqTick               last_bar_ticks,
                             MaqSpan              *span);

G_END_DECLS
