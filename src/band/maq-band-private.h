/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-part.h"
#include "maq-phrase.h"
#include "maq-scene-private.h"
#include "maq-stated.h"
#include "maq-style-private.h"

G_BEGIN_DECLS

/* How much of a layer's lag goes to the notes' own; the rest moves the phrase by ticks. */
#define MAQ_BAND_MAX_LAG_US 20000

/* MaqBandPart: all that decides on a part's notes besides the scene */
typedef struct
{
  MaqId       layer;
  MaqRole     role;
  MaqStyle   *style;
  guint       phase;       /* bars of the song before the section, if the style counts them */
  double      swing;       /* percent; 0 as the style has it */
  MaqStated   lag_ms;      /* likewise */
  MaqStated   looseness;
  int         level;
  int         entry_bar;
  int         exit_bar;
  int         bank;        /* of the phrase, or -1 for the lane's */
  int         program;
  const char *pattern;
  const char *motif;
} MaqBandPart;

/* maq_band_play: what the part plays in the scene; NULL for silence */
MaqPhrase *maq_band_play (const MaqScene    *scene,
                          const MaqBandPart *part);

G_END_DECLS
