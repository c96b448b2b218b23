/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-master.h"

#include <math.h>
#include <string.h>

#include "maq-click.h"
#include "maq-dc.h"
#include "maq-limiter.h"
#include "maq-rack.h"
#include "maq-rooms.h"

G_STATIC_ASSERT (MAQ_RACK_PARTS == 4);

#define GLIDE_SECONDS 0.015
#define NEAR_ENOUGH 1e-5f

struct _MaqMaster
{
  MaqRooms   *rooms;
  MaqLimiter *limiter;
  MaqDc       dc;
  MaqClick    click;
  float       glide;
  float       gain;
  float       aim;
  gboolean    is_unlimited;
};

MaqMaster *
maq_master_new (int rate_hz)
{
  MaqMaster *self = g_new0 (MaqMaster, 1);

  self->rooms = maq_rooms_new (MAQ_ROOMS_ALL, rate_hz);
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
  maq_rooms_free (self->rooms);
  maq_limiter_free (self->limiter);
  g_free (self);
}

void
maq_master_unlimit (MaqMaster *self)
{
  self->is_unlimited = TRUE;
}

guint
maq_master_get_latency (MaqMaster *self)
{
  if (self->is_unlimited)
    return 0;
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

/* Always in the same order, so that the same samples come out. */
static void
add_up (const float *a,
        const float *b,
        const float *c,
        const float *d,
        float       *out)
{
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    out[n] = (a[n] + b[n]) + (c[n] + d[n]);
}

void
maq_master_run (MaqMaster           *self,
                const MaqBlend      *blend,
                const MaqBus *const *parts,
                float               *interleaved)
{
  MaqBus bus;
  float *left = bus.dry[0];
  float *right = bus.dry[1];

  for (guint side = 0; side < 2; side++)
    {
      add_up (parts[0]->dry[side], parts[1]->dry[side], parts[2]->dry[side], parts[3]->dry[side],
              bus.dry[side]);
      add_up (parts[0]->early[side], parts[1]->early[side], parts[2]->early[side],
              parts[3]->early[side], bus.early[side]);
      add_up (parts[0]->send[side], parts[1]->send[side], parts[2]->send[side],
              parts[3]->send[side], bus.send[side]);
    }
  maq_rooms_run (self->rooms, blend, &bus, bus.dry);
  maq_dc_run (&self->dc, left, right);
  maq_click_run (&self->click, left, right);
  apply_gain (self, left, right);
  if (!self->is_unlimited)
    maq_limiter_run (self->limiter, left, right);
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      interleaved[2 * n] = left[n];
      interleaved[2 * n + 1] = right[n];
    }
}
