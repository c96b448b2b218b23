/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

/* What sheets and tables say of the session, with what the layers say put beside it. */

/*
 * A line of the input list; all borrowed.
 *
 * player: who plays the layer, else its name; NULL where neither is said
 */
typedef struct
{
  int         channel;
  const char *texts[MAQ_N_INPUT_TEXTS];
  gboolean    switches[MAQ_N_INPUT_SWITCHES];
  const char *player;
} MaqInputEntry;

/* (transfer full) (element-type MaqInputEntry): the inputs, then layers that none of them names;
 * where there are no inputs at all, these are numbered */
GArray *maq_session_list_inputs    (MaqHandoff *handoff);

/*
 * Somebody who takes part; all borrowed but the layers.
 *
 * texts: empty but for the name where there is no contact
 * layers: (owned): what they play: "Bass, Keys"
 */
typedef struct
{
  const char *texts[MAQ_N_CONTACT_TEXTS];
  char       *layers;
} MaqContactEntry;

/* (transfer full) (element-type MaqContactEntry): the contacts, then performers who are none */
GArray *maq_session_list_contacts  (MaqHandoff *handoff);

/* (nullable): the session of the project that is handed on */
MaqSession *maq_session_of_handoff (MaqHandoff *handoff);

G_END_DECLS
