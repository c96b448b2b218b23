/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"
#include "maq-quantum.h"
#include "maq-rt.h"

G_BEGIN_DECLS

/** MAQ_ROOM_MAX_WALLS: early reflections that a room can have */
#define MAQ_ROOM_MAX_WALLS 8

/**
 * MaqWall:
 * @ms: how long sound takes there and back, 0 to 250
 * @gain: how much of it comes back
 * @from: 0 for what is on the left, 1 for what is on the right
 * @to: where it comes back, likewise
 */
typedef struct
{
  double ms;
  double gain;
  guint  from;
  guint  to;
} MaqWall;

/**
 * MaqRoomDesign:
 * @t60_seconds: how long a sound takes to fall by 60 dB, 0.1 to 20
 * @size: 1.0 for a room of some ten metres, 0.2 to 2.5
 * @damping_hz: above this, air and walls shorten it, 200 to half the rate
 * @low_cut_hz: below this, nothing gets in: bass only makes a room boom
 * @diffusion: 0.0 for echoes apart to 0.75 for a wash
 * @pre_delay_ms: until the room answers at all, early reflections aside; 0 to 60
 * @level_db: of the room, against what is sent in
 * @walls: early reflections, up to one with a gain of 0
 *
 * What makes one room sound other than another.
 */
typedef struct
{
  double  t60_seconds;
  double  size;
  double  damping_hz;
  double  low_cut_hz;
  double  diffusion;
  double  pre_delay_ms;
  double  level_db;
  MaqWall walls[MAQ_ROOM_MAX_WALLS];
} MaqRoomDesign;

/**
 * MaqRoom:
 *
 * A room to stand in: its walls nearby, and a network of eight feedback delays
 * behind a diffuser for all that comes after (Jot and Chaigne, "Digital delay
 * networks for designing artificial reverberators", AES 1991). A steady sound
 * that is sent in comes out about as loud as it went in, but for its level.
 */
typedef struct _MaqRoom MaqRoom;

/** maq_room_get_design: how a kind of room is made */
const MaqRoomDesign *maq_room_get_design (MaqRoomKind kind);

MaqRoom *maq_room_new   (const MaqRoomDesign *design,
                         int                  rate_hz) G_GNUC_WARN_UNUSED_RESULT;
void     maq_room_free  (MaqRoom     *self);

/**
 * maq_room_run:
 * @early: left and right, for the walls; %NULL for silence, also in @late
 * @late: left and right, for the rest
 * @out: left and right, to which %MAQ_QUANTUM frames are *added*
 *
 * A room that was given silence until it has rung out costs nothing.
 */
void     maq_room_run   (MaqRoom     *self,
                         const float (*early)[MAQ_QUANTUM],
                         const float (*late)[MAQ_QUANTUM],
                         float       (*out)[MAQ_QUANTUM]) MAQ_RT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRoom, maq_room_free)

G_END_DECLS
