/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-quantum.h"
#include "maq-rt.h"

G_BEGIN_DECLS

/**
 * MaqClick:
 * @rate_hz: frames per second
 *
 * The metronome's voice: a short sine that dies away, higher when accented.
 * A plain struct; zero but for @rate_hz is silence.
 */
typedef struct
{
  int    rate_hz;
  double phase;
  double step;
  float  level;
  guint  age;
} MaqClick;

void maq_click_strike (MaqClick *self,
                       gboolean  accent) MAQ_RT;
/** maq_click_run: *adds* %MAQ_QUANTUM frames to the output */
void maq_click_run    (MaqClick *self,
                       float    *left,
                       float    *right) MAQ_RT;

G_END_DECLS
