/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-rooms.h"

#include "maq-room.h"

struct _MaqRooms
{
  MaqRoom *rooms[MAQ_N_ROOM_KINDS];   /* NULL for those that are not used */
};

MaqRooms *
maq_rooms_new (guint kinds,
               int   rate_hz)
{
  MaqRooms *self = g_new0 (MaqRooms, 1);

  for (guint i = 0; i < MAQ_N_ROOM_KINDS; i++)
    if ((kinds >> i) & 1)
      self->rooms[i] = maq_room_new (maq_room_get_design ((MaqRoomKind) i), rate_hz);
  return self;
}

void
maq_rooms_free (MaqRooms *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < MAQ_N_ROOM_KINDS; i++)
    maq_room_free (self->rooms[i]);
  g_free (self);
}

static void
scale (const float (*in)[MAQ_QUANTUM],
       const float   gain[2],
       float       (*out)[MAQ_QUANTUM])
{
  float step = (gain[1] - gain[0]) / MAQ_QUANTUM;

  for (guint side = 0; side < 2; side++)
    for (guint n = 0; n < MAQ_QUANTUM; n++)
      out[side][n] = in[side][n] * (gain[0] + step * (float) (int) n);
}

void
maq_rooms_run (MaqRooms       *self,
               const MaqBlend *blend,
               const MaqBus   *bus,
               float         (*out)[MAQ_QUANTUM])
{
  for (guint i = 0; i < MAQ_N_ROOM_KINDS; i++)
    {
      const float *share = blend->rooms[i];
      float early[2][MAQ_QUANTUM];
      float late[2][MAQ_QUANTUM];

      if (self->rooms[i] == NULL)
        continue;
      if (share[0] == 0.0f && share[1] == 0.0f)
        {
          maq_room_run (self->rooms[i], NULL, NULL, out);
          continue;
        }
      scale (bus->early, share, early);
      scale (bus->send, share, late);
      maq_room_run (self->rooms[i], (const float (*)[MAQ_QUANTUM]) early,
                    (const float (*)[MAQ_QUANTUM]) late, out);
    }
}
