/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-quantum.h"
#include "maq-rt.h"

G_BEGIN_DECLS

/**
 * MaqDc:
 * @share: how much of the way to the input the mean goes in a frame
 * @mean: of the left and the right
 *
 * Takes out the constant part that samples of a font may have, which nobody
 * hears but which costs headroom: a high-pass of one pole at 20 Hz. A plain
 * struct; it is linear, so that what goes through it in parts adds up to what
 * goes through it as a sum.
 */
typedef struct
{
  double share;
  double mean[2];
} MaqDc;

/** maq_dc_init: begins at silence */
void maq_dc_init (MaqDc *self,
                  int    rate_hz);
/** maq_dc_run: %MAQ_QUANTUM frames, in place */
void maq_dc_run  (MaqDc *self,
                  float *left,
                  float *right) MAQ_RT;

G_END_DECLS
