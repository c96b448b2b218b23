/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-channel.h"

G_BEGIN_DECLS

/** MAQ_ROOMS_ALL: every kind of room */
#define MAQ_ROOMS_ALL ((1u << MAQ_N_ROOM_KINDS) - 1)

/**
 * MaqRooms:
 *
 * One room of each kind, so that the one that is left rings on while the next
 * one is already used. It is linear: what several of these make of parts adds
 * up to what one makes of their sum.
 */
typedef struct _MaqRooms MaqRooms;

/** maq_rooms_new: @kinds: a bit for each kind that will be used */
MaqRooms *maq_rooms_new  (guint           kinds,
                          int             rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void      maq_rooms_free (MaqRooms       *self);
/** maq_rooms_run: shares the sends of @bus out and adds what comes back to @out */
void      maq_rooms_run  (MaqRooms       *self,
                          const MaqBlend *blend,
                          const MaqBus   *bus,
                          float         (*out)[MAQ_QUANTUM]) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRooms, maq_rooms_free)

G_END_DECLS
