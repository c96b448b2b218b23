/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqSpace: where the band is heard */
typedef enum
{
  MAQ_SPACE_UNSET,      /* as the followed section has it, else the song, else the live room */
  MAQ_SPACE_BOOTH,      /* hardly any room */
  MAQ_SPACE_LIVE_ROOM,  /* where a band is recorded */
  MAQ_SPACE_CHAMBER,    /* stone walls, close together */
  MAQ_SPACE_HALL,       /* far walls, a long tail */
  MAQ_SPACE_PLATE,      /* dense and bright at once, no walls */
  MAQ_SPACE_OUTDOORS,   /* no tail, a distant echo at most */
  MAQ_N_SPACES
} MaqSpace;

/** maq_space_get_nick: "live-room": in files, never translated; "" for unset */
const char *maq_space_get_nick  (MaqSpace    self);
/** maq_space_get_label: "Live room", translated */
const char *maq_space_get_label (MaqSpace    self);
gboolean    maq_space_from_nick (const char *nick,
                                 MaqSpace   *space);

G_END_DECLS
