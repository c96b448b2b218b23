/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqDynamics: what the level of the whole mix does in a section */
typedef enum
{
  MAQ_DYNAMICS_UNSET,     /* as the followed section has it, else none */
  MAQ_DYNAMICS_NONE,      /* the mix stays as it is */
  MAQ_DYNAMICS_SWELL,     /* the mix grows by 6 dB from the first bar to the last */
  MAQ_DYNAMICS_DUCK,      /* everything but voice and lead is 5 dB lower */
  MAQ_DYNAMICS_DROP_OUT,  /* the dry mix is cut for the last bar; the room rings on */
  MAQ_N_DYNAMICS
} MaqDynamics;

/** maq_dynamics_get_nick: "drop-out": in files, never translated; "" for unset */
const char *maq_dynamics_get_nick  (MaqDynamics  self);
/** maq_dynamics_get_label: "Drop out", translated */
const char *maq_dynamics_get_label (MaqDynamics  self);
gboolean    maq_dynamics_from_nick (const char  *nick,
                                    MaqDynamics *dynamics);

G_END_DECLS
