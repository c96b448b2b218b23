/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-master.h"

#include <math.h>
#include <string.h>

#include "maq-click.h"
#include "maq-dc.h"
#include "maq-limiter.h"
#include "maq-rack.h"
#include "maq-room.h"

G_STATIC_ASSERT (MAQ_RACK_PARTS == 4);

#define GLIDE_SECONDS 0.015
#define NEAR_ENOUGH 1e-5f

struct _MaqMaster
{
  MaqRoom    *room;
  MaqLimiter *limiter;
  MaqDc       dc;
  MaqClick    click;
  float       glide;
  float       gain;
  float       aim;
};

MaqMaster *
maq_master_new (int rate_hz)
{
  MaqMaster *self = g_new0 (MaqMaster, 1);

  self->room = maq_room_new (rate_hz);
  self->limiter = maq_limiter_new (rate_hz);
  maq_dc_init (&self->dc, rate_hz);
  self->click.rate_hz = rate_hz;
  self->glide = (float) (1.0 - exp (-MAQ_QUANTUM / (GLIDE_SECONDS * rate_hz)));
  self->gain = self->aim = 1.0f;
  return self;
}

void
maq_master_free (MaqMaster *self)
{
  if (self == NULL)
    return;
  maq_room_free (self->room);
  maq_limiter_free (self->limiter);
  g_free (self);
}

guint
maq_master_get_latency (MaqMaster *self)
{
  return maq_limiter_get_latency (self->limiter);
}

void
maq_master_aim (MaqMaster *self,
                double     gain_db,
                gboolean   at_once)
{
  self->aim = gain_db <= MAQ_STRIP_SILENT_DB ? 0.0f : (float) pow (10.0, gain_db / 20.0);
  if (at_once)
    self->gain = self->aim;
}

void
maq_master_click (MaqMaster *self,
                  gboolean   accent)
{
  maq_click_strike (&self->click, accent);
}

static void
apply_gain (MaqMaster *self,
            float     *left,
            float     *right)
{
  float way = self->aim - self->gain;
  float step;

  if (fabsf (way) > NEAR_ENOUGH)
    way *= self->glide;
  step = way / MAQ_QUANTUM;
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      float gain = self->gain + step * (float) n;

      left[n] *= gain;
      right[n] *= gain;
    }
  self->gain = fabsf (self->aim - self->gain) > NEAR_ENOUGH ? self->gain + way : self->aim;
}

void
maq_master_run (MaqMaster           *self,
                const MaqBus *const *parts,
                float               *interleaved)
{
  float dry[2][MAQ_QUANTUM];
  float send[2][MAQ_QUANTUM];

  for (guint side = 0; side < 2; side++)
    for (guint n = 0; n < MAQ_QUANTUM; n++)
      {
        dry[side][n] = (parts[0]->dry[side][n] + parts[1]->dry[side][n])
                       + (parts[2]->dry[side][n] + parts[3]->dry[side][n]);
        send[side][n] = (parts[0]->send[side][n] + parts[1]->send[side][n])
                        + (parts[2]->send[side][n] + parts[3]->send[side][n]);
      }
  maq_room_run (self->room, send[0], send[1], dry[0], dry[1]);
  maq_dc_run (&self->dc, dry[0], dry[1]);
  maq_click_run (&self->click, dry[0], dry[1]);
  apply_gain (self, dry[0], dry[1]);
  maq_limiter_run (self->limiter, dry[0], dry[1]);
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      interleaved[2 * n] = dry[0][n];
      interleaved[2 * n + 1] = dry[1][n];
    }
}
