/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-channel.h"

#include <math.h>
#include <string.h>

#include "maq-peak.h"

#define GLIDE_SECONDS 0.012
#define NEAR_ENOUGH 1e-5f
#define NOTHING 1e-9f

/* From the ear (0) to the far end of the room (1). */
#define DIRECT_FAR_DB -11.0
#define SEND_NEAR_DB -23.0
#define SEND_FAR_DB -5.0
#define AIR_NEAR_HZ 19000.0
#define AIR_FAR_HZ 3800.0
#define PRE_DELAY_NEAR_MS 30.0
#define PRE_DELAY_FAR_MS 4.0
#define PRE_DELAY_MAX_MS 34.0
#define SILENT_DB MAQ_STRIP_SILENT_DB

/* What glides from quantum to quantum, and within each in a straight line. */
enum
{
  DIRECT_LEFT,
  DIRECT_RIGHT,
  SEND_LEFT,
  SEND_RIGHT,
  AIR,
  N_GLIDES,
};

struct _MaqChannel
{
  int    rate_hz;
  float  glide;                /* share of the way that is made in a quantum */
  float  value[N_GLIDES];
  float  aim[N_GLIDES];
  float  air_memory[2];
  float *delay;                /* what goes to the room, waiting */
  guint  delay_size;           /* a multiple of MAQ_QUANTUM */
  guint  delay_write;
  guint  delay_frames;
  guint  delay_aim;            /* a quantum of cross-fade leads there */
  guint  n_quiet;              /* frames of silence in a row, no more than counts */
};

MaqChannel *
maq_channel_new (int rate_hz)
{
  MaqChannel *self;
  guint n_frames = (guint) (PRE_DELAY_MAX_MS * rate_hz / 1000.0);

  self = g_new0 (MaqChannel, 1);
  self->rate_hz = rate_hz;
  self->glide = (float) (1.0 - exp (-MAQ_QUANTUM / (GLIDE_SECONDS * rate_hz)));
  self->delay_size = (n_frames / MAQ_QUANTUM + 2) * MAQ_QUANTUM;
  self->delay = g_new0 (float, self->delay_size);
  self->n_quiet = G_MAXUINT / 2;
  self->aim[AIR] = self->value[AIR] = 1.0f;
  return self;
}

void
maq_channel_free (MaqChannel *self)
{
  if (self == NULL)
    return;
  g_free (self->delay);
  g_free (self);
}

static double
from_db (double db)
{
  return db <= SILENT_DB ? 0.0 : pow (10.0, db / 20.0);
}

static double
between (double near,
         double far,
         double distance)
{
  return near + (far - near) * distance;
}

void
maq_channel_aim (MaqChannel     *self,
                 const MaqStrip *strip,
                 gboolean        audible,
                 gboolean        at_once)
{
  double distance = CLAMP (strip->distance, 0.0, 1.0);
  double angle = (CLAMP (strip->pan, -1.0, 1.0) + 1.0) * G_PI / 4.0;
  double gain = audible ? from_db (strip->gain_db) : 0.0;
  double direct = gain * from_db (between (0.0, DIRECT_FAR_DB, distance)) * G_SQRT2;
  double send = gain * from_db (between (SEND_NEAR_DB, SEND_FAR_DB, distance)) * G_SQRT2;
  double air_hz = AIR_NEAR_HZ * pow (AIR_FAR_HZ / AIR_NEAR_HZ, distance);
  double delay_ms = between (PRE_DELAY_NEAR_MS, PRE_DELAY_FAR_MS, distance);
  double width = between (0.8, 0.3, distance);  /* the room blurs where it comes from */
  double send_angle = (angle - G_PI / 4.0) * width + G_PI / 4.0;

  self->aim[DIRECT_LEFT] = (float) (direct * cos (angle));
  self->aim[DIRECT_RIGHT] = (float) (direct * sin (angle));
  self->aim[SEND_LEFT] = (float) (send * cos (send_angle));
  self->aim[SEND_RIGHT] = (float) (send * sin (send_angle));
  air_hz = MIN (air_hz, 0.45 * self->rate_hz);
  self->aim[AIR] = (float) (1.0 - exp (-2.0 * G_PI * air_hz / self->rate_hz));
  self->delay_aim = (guint) (delay_ms * self->rate_hz / 1000.0);
  if (at_once)
    {
      memcpy (self->value, self->aim, sizeof self->value);
      self->delay_frames = self->delay_aim;
    }
}

static void
glide_values (MaqChannel *self,
              float       step[N_GLIDES])
{
  for (guint i = 0; i < N_GLIDES; i++)
    {
      float way = self->aim[i] - self->value[i];

      if (fabsf (way) > NEAR_ENOUGH)
        way *= self->glide;
      step[i] = way / MAQ_QUANTUM;
    }
}

/* After the glide; sums of steps would leave a rest that never goes. */
static void
settle_values (MaqChannel  *self,
               const float  step[N_GLIDES])
{
  for (guint i = 0; i < N_GLIDES; i++)
    {
      float way = self->aim[i] - self->value[i];

      if (fabsf (way) > NEAR_ENOUGH)
        self->value[i] += step[i] * MAQ_QUANTUM;
      else
        self->value[i] = self->aim[i];
    }
}

static void
read_delay (MaqChannel *self,
            guint       n_frames,
            float      *out)
{
  guint start = (self->delay_write + self->delay_size - n_frames) % self->delay_size;
  guint n_first = MIN (MAQ_QUANTUM, self->delay_size - start);

  memcpy (out, self->delay + start, n_first * sizeof *out);
  memcpy (out + n_first, self->delay, (MAQ_QUANTUM - n_first) * sizeof *out);
}

static void
send_to_room (MaqChannel  *self,
              const float *mono,
              const float  step[N_GLIDES],
              MaqBus      *bus)
{
  float out[MAQ_QUANTUM];
  float left = self->value[SEND_LEFT];
  float right = self->value[SEND_RIGHT];

  memcpy (self->delay + self->delay_write, mono, sizeof out);
  read_delay (self, self->delay_frames, out);
  if (self->delay_aim != self->delay_frames)
    {
      float next[MAQ_QUANTUM];

      read_delay (self, self->delay_aim, next);
      for (guint n = 0; n < MAQ_QUANTUM; n++)
        out[n] += (next[n] - out[n]) * (float) n / MAQ_QUANTUM;
      self->delay_frames = self->delay_aim;
    }
  self->delay_write = (self->delay_write + MAQ_QUANTUM) % self->delay_size;
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      bus->send[0][n] += out[n] * (left + step[SEND_LEFT] * (float) n);
      bus->send[1][n] += out[n] * (right + step[SEND_RIGHT] * (float) n);
    }
}

/* Air takes the treble away. Both sides at once: each waits for its own last sample. */
static void
dull (MaqChannel  *self,
      const float *left,
      const float *right,
      float        step,
      float        out[2][MAQ_QUANTUM])
{
  float left_memory = self->air_memory[0];
  float right_memory = self->air_memory[1];
  float air = self->value[AIR];

  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      float now = air + step * (float) n;

      left_memory += now * (left[n] - left_memory);
      right_memory += now * (right[n] - right_memory);
      out[0][n] = left_memory;
      out[1][n] = right_memory;
    }
  self->air_memory[0] = left_memory;
  self->air_memory[1] = right_memory;
}

static float
add_direct (float *samples,
            float  gain,
            float  step,
            float *out)
{
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      samples[n] *= gain + step * (float) n;
      out[n] += samples[n];
    }
  return maq_peak_of_quantum (samples);
}

float
maq_channel_run (MaqChannel  *self,
                 const float *left,
                 const float *right,
                 MaqBus      *bus)
{
  float step[N_GLIDES];
  float air[2][MAQ_QUANTUM];
  float mono[MAQ_QUANTUM];
  float peaks[2];

  glide_values (self, step);
  if (maq_peak_of_quantum (left) > NOTHING || maq_peak_of_quantum (right) > NOTHING)
    self->n_quiet = 0;
  else
    self->n_quiet += MAQ_QUANTUM;
  if (self->n_quiet > 2 * self->delay_size)
    {
      self->n_quiet = G_MAXUINT / 2;
      settle_values (self, step);
      self->delay_frames = self->delay_aim;
      memset (self->air_memory, 0, sizeof self->air_memory);
      return 0.0f;
    }
  dull (self, left, right, step[AIR], air);
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    mono[n] = 0.5f * (left[n] + right[n]);
  send_to_room (self, mono, step, bus);
  peaks[0] = add_direct (air[0], self->value[DIRECT_LEFT], step[DIRECT_LEFT], bus->dry[0]);
  peaks[1] = add_direct (air[1], self->value[DIRECT_RIGHT], step[DIRECT_RIGHT], bus->dry[1]);
  settle_values (self, step);
  return MAX (peaks[0], peaks[1]);
}
