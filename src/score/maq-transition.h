/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqTransition: how the band leaves a section */
typedef enum
{
  MAQ_TRANSITION_UNSET,        /* as the followed section has it, else a fill */
  MAQ_TRANSITION_NONE,         /* straight on */
  MAQ_TRANSITION_FILL,         /* a drum fill in the last bar, a crash on the next downbeat */
  MAQ_TRANSITION_STOP,         /* silence on the last beat */
  MAQ_TRANSITION_RING_OUT,     /* the last bar's chord is struck once and rings */
  MAQ_TRANSITION_RISER,        /* the band builds up over the last bar */
  MAQ_TRANSITION_FADE,         /* the mix fades out over the last bar */
  MAQ_TRANSITION_RITARDANDO,   /* slower and slower over the last bar */
  MAQ_TRANSITION_ACCELERANDO,  /* faster and faster over the last bar */
  MAQ_N_TRANSITIONS
} MaqTransition;

/** maq_transition_get_nick: "ring-out": in files, never translated; "" for unset */
const char *maq_transition_get_nick  (MaqTransition  self);
/** maq_transition_get_label: "Ring out", translated */
const char *maq_transition_get_label (MaqTransition  self);
gboolean    maq_transition_from_nick (const char    *nick,
                                      MaqTransition *transition);

G_END_DECLS
