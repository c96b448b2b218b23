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
#define SEND_NEAR_DB -26.0
#define SEND_FAR_DB -5.0
#define EARLY_NEAR_DB -22.0
#define EARLY_FAR_DB -6.0
#define AIR_NEAR_HZ 19000.0
#define AIR_FAR_HZ 3800.0
#define PRE_DELAY_NEAR_MS 30.0
#define PRE_DELAY_FAR_MS 4.0
#define PRE_DELAY_MAX_MS 34.0
#define CROSS_QUANTA 8
#define SILENT_DB MAQ_STRIP_SILENT_DB

/* A tilt is two shelves that meet here, as much down as the other is up. */
#define TILT_HZ 800.0
#define TILT_DB 6.0

/* What glides from quantum to quantum, and within each in a straight line. */
enum
{
  LEFT_LEFT,            /* direct gains: from left to left, and so on */
  RIGHT_LEFT,
  LEFT_RIGHT,
  RIGHT_RIGHT,
  SEND_LEFT,
  SEND_RIGHT,
  EARLY_LEFT,
  EARLY_RIGHT,
  N_GAINS,              /* those above are gains, which the section has a say in */
  AIR = N_GAINS,
  TILT_LOW,
  TILT_HIGH,
  FRONT,                /* 1.0 in front, 0.0 not */
  N_GLIDES,
};

struct _MaqChannel
{
  int    rate_hz;
  float  glide;                /* share of the way that is made in a quantum */
  float  value[N_GLIDES];
  float  aim[N_GLIDES];
  float  tilt;                 /* coefficient of the low-pass that parts low from high */
  float  tilt_memory[2];
  float  air_memory[2];
  float *delay;                /* what goes to the room, waiting */
  guint  delay_size;           /* a multiple of MAQ_QUANTUM */
  guint  delay_write;
  guint  delay_frames;
  guint  delay_next;           /* a cross-fade leads there */
  guint  delay_aim;            /* and from there to where it is to be */
  guint  n_crossed;            /* quanta of it that were made */
  guint  n_quiet;              /* frames of silence in a row, no more than counts */
};

/* One quantum of what glides: where it begins and how it goes on. */
typedef struct
{
  float start[N_GLIDES];
  float step[N_GLIDES];
} Glides;

static double
smoothing_of (double corner_hz,
              int    rate_hz)
{
  return 1.0 - exp (-2.0 * G_PI * MIN (corner_hz, 0.45 * rate_hz) / rate_hz);
}

MaqChannel *
maq_channel_new (int rate_hz)
{
  MaqChannel *self;
  guint n_frames = (guint) (PRE_DELAY_MAX_MS * rate_hz / 1000.0);

  self = g_new0 (MaqChannel, 1);
  self->rate_hz = rate_hz;
  self->glide = (float) (1.0 - exp (-MAQ_QUANTUM / (GLIDE_SECONDS * rate_hz)));
  self->tilt = (float) smoothing_of (TILT_HZ, rate_hz);
  self->delay_size = (n_frames / MAQ_QUANTUM + 2) * MAQ_QUANTUM;
  self->delay = g_new0 (float, self->delay_size);
  self->n_quiet = G_MAXUINT / 2;
  self->aim[AIR] = self->value[AIR] = 1.0f;
  self->aim[TILT_LOW] = self->value[TILT_LOW] = 1.0f;
  self->aim[TILT_HIGH] = self->value[TILT_HIGH] = 1.0f;
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

/* Middle and sides apart, so that what is in the middle stays as loud. */
static void
aim_direct (MaqChannel *self,
            double      gain,
            double      angle,
            double      spread)
{
  double same = 0.5 * (2.0 + spread);
  double other = -0.5 * spread;

  self->aim[LEFT_LEFT] = (float) (gain * cos (angle) * same);
  self->aim[RIGHT_LEFT] = (float) (gain * cos (angle) * other);
  self->aim[LEFT_RIGHT] = (float) (gain * sin (angle) * other);
  self->aim[RIGHT_RIGHT] = (float) (gain * sin (angle) * same);
}

static void
aim_room (MaqChannel *self,
          double      gain,
          double      angle,
          double      distance)
{
  double send = gain * from_db (between (SEND_NEAR_DB, SEND_FAR_DB, distance));
  double early = gain * from_db (between (EARLY_NEAR_DB, EARLY_FAR_DB, distance));
  double width = between (0.8, 0.3, distance);  /* the room blurs where it comes from */
  double delay_ms = between (PRE_DELAY_NEAR_MS, PRE_DELAY_FAR_MS, distance);

  angle = (angle - G_PI / 4.0) * width + G_PI / 4.0;
  self->aim[SEND_LEFT] = (float) (send * cos (angle));
  self->aim[SEND_RIGHT] = (float) (send * sin (angle));
  self->aim[EARLY_LEFT] = (float) (early * cos (angle));
  self->aim[EARLY_RIGHT] = (float) (early * sin (angle));
  self->delay_aim = (guint) (delay_ms * self->rate_hz / 1000.0);
}

void
maq_channel_aim (MaqChannel     *self,
                 const MaqStrip *strip,
                 gboolean        audible,
                 gboolean        at_once)
{
  double distance = CLAMP (strip->distance, 0.0, 1.0);
  double angle = (CLAMP (strip->pan, -1.0, 1.0) + 1.0) * G_PI / 4.0;
  double gain = audible ? from_db (strip->gain_db) * G_SQRT2 : 0.0;
  double tilt_db = CLAMP (strip->tone, -1.0, 1.0) * TILT_DB;

  aim_direct (self, gain * from_db (between (0.0, DIRECT_FAR_DB, distance)), angle,
              CLAMP (strip->spread, -1.0, 1.0));
  aim_room (self, gain, angle, distance);
  self->aim[AIR] = (float) smoothing_of (AIR_NEAR_HZ * pow (AIR_FAR_HZ / AIR_NEAR_HZ, distance),
                                         self->rate_hz);
  self->aim[TILT_LOW] = (float) from_db (-tilt_db);
  self->aim[TILT_HIGH] = (float) from_db (tilt_db);
  self->aim[FRONT] = strip->in_front ? 1.0f : 0.0f;
  if (at_once)
    {
      memcpy (self->value, self->aim, sizeof self->value);
      self->delay_frames = self->delay_next = self->delay_aim;
    }
}

/* Moves on by a quantum; sums of steps would leave a rest that never goes. */
static void
glide (MaqChannel     *self,
       const MaqBlend *blend,
       Glides         *glides)
{
  float end[N_GLIDES];
  float gain[2];

  for (guint i = 0; i < N_GLIDES; i++)
    {
      float way = self->aim[i] - self->value[i];

      end[i] = fabsf (way) > NEAR_ENOUGH ? self->value[i] + way * self->glide : self->aim[i];
    }
  gain[0] = blend->others[0] + self->value[FRONT] * (blend->front[0] - blend->others[0]);
  gain[1] = blend->others[1] + end[FRONT] * (blend->front[1] - blend->others[1]);
  for (guint i = 0; i < N_GLIDES; i++)
    {
      float start_gain = i < N_GAINS ? gain[0] : 1.0f;
      float end_gain = i < N_GAINS ? gain[1] : 1.0f;

      glides->start[i] = self->value[i] * start_gain;
      glides->step[i] = (end[i] * end_gain - glides->start[i]) / MAQ_QUANTUM;
      self->value[i] = end[i];
    }
}

static gboolean
is_zero (const Glides *glides,
         guint         which)
{
  return glides->start[which] == 0.0f && glides->step[which] == 0.0f;
}

static gboolean
is_one (const Glides *glides,
        guint         which)
{
  return glides->start[which] == 1.0f && glides->step[which] == 0.0f;
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

/* From one delay to another: some milliseconds of both. */
static void
cross_over (MaqChannel *self,
            float      *out)
{
  const float step = 1.0f / (CROSS_QUANTA * MAQ_QUANTUM);
  float start = (float) self->n_crossed / CROSS_QUANTA;
  float next[MAQ_QUANTUM];

  read_delay (self, self->delay_next, next);
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    out[n] += (next[n] - out[n]) * (start + step * (float) (int) n);
  if (++self->n_crossed == CROSS_QUANTA)
    self->delay_frames = self->delay_next;
}

static void
add (const float  *samples,
     const Glides *glides,
     guint         which,
     float        *out)
{
  float start = glides->start[which];
  float step = glides->step[which];

  for (guint n = 0; n < MAQ_QUANTUM; n++)
    out[n] += samples[n] * (start + step * (float) (int) n);
}

static void
send_to_room (MaqChannel   *self,
              const float  *mono,
              const Glides *glides,
              MaqBus       *bus)
{
  float out[MAQ_QUANTUM];

  memcpy (self->delay + self->delay_write, mono, sizeof out);
  read_delay (self, self->delay_frames, out);
  if (self->delay_next == self->delay_frames)
    {
      self->delay_next = self->delay_aim;
      self->n_crossed = 0;
    }
  if (self->delay_next != self->delay_frames)
    cross_over (self, out);
  self->delay_write = (self->delay_write + MAQ_QUANTUM) % self->delay_size;
  add (out, glides, SEND_LEFT, bus->send[0]);
  add (out, glides, SEND_RIGHT, bus->send[1]);
  add (out, glides, EARLY_LEFT, bus->early[0]);
  add (out, glides, EARLY_RIGHT, bus->early[1]);
}

/* Both sides at once: each waits for its own last sample. */
static void
tilt (MaqChannel   *self,
      const float  *left,
      const float  *right,
      const Glides *glides,
      float         out[2][MAQ_QUANTUM])
{
  float left_low = self->tilt_memory[0];
  float right_low = self->tilt_memory[1];

  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      float low = glides->start[TILT_LOW] + glides->step[TILT_LOW] * (float) (int) n;
      float high = glides->start[TILT_HIGH] + glides->step[TILT_HIGH] * (float) (int) n;

      left_low += self->tilt * (left[n] - left_low);
      right_low += self->tilt * (right[n] - right_low);
      out[0][n] = high * left[n] + (low - high) * left_low;
      out[1][n] = high * right[n] + (low - high) * right_low;
    }
  self->tilt_memory[0] = left_low;
  self->tilt_memory[1] = right_low;
}

/* Air takes the treble away. */
static void
dull (MaqChannel   *self,
      const float  *left,
      const float  *right,
      const Glides *glides,
      float         out[2][MAQ_QUANTUM])
{
  float left_memory = self->air_memory[0];
  float right_memory = self->air_memory[1];
  float air = glides->start[AIR];
  float step = glides->step[AIR];

  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      float now = air + step * (float) (int) n;

      left_memory += now * (left[n] - left_memory);
      right_memory += now * (right[n] - right_memory);
      out[0][n] = left_memory;
      out[1][n] = right_memory;
    }
  self->air_memory[0] = left_memory;
  self->air_memory[1] = right_memory;
}

/* One side of what is heard directly: mostly of its own side. */
static float
add_direct (const float  *same,
            const float  *other,
            const Glides *glides,
            guint         same_gain,
            guint         other_gain,
            float        *out)
{
  float samples[MAQ_QUANTUM] = { 0.0f };

  add (same, glides, same_gain, samples);
  if (!is_zero (glides, other_gain))
    add (other, glides, other_gain, samples);
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    out[n] += samples[n];
  return maq_peak_of_quantum (samples);
}

/* Whether nothing came for so long that nothing is on its way any more. */
static gboolean
is_quiet (MaqChannel  *self,
          const float *left,
          const float *right)
{
  if (maq_peak_of_quantum (left) > NOTHING || maq_peak_of_quantum (right) > NOTHING)
    self->n_quiet = 0;
  else
    self->n_quiet += MAQ_QUANTUM;
  if (self->n_quiet <= 2 * self->delay_size)
    return FALSE;
  self->n_quiet = G_MAXUINT / 2;
  self->delay_frames = self->delay_next = self->delay_aim;
  memset (self->tilt_memory, 0, sizeof self->tilt_memory);
  memset (self->air_memory, 0, sizeof self->air_memory);
  return TRUE;
}

float
maq_channel_run (MaqChannel     *self,
                 const float    *left,
                 const float    *right,
                 const MaqBlend *blend,
                 MaqBus         *bus)
{
  Glides glides;
  float samples[2][MAQ_QUANTUM];
  float mono[MAQ_QUANTUM];
  float peaks[2];

  glide (self, blend, &glides);
  if (is_quiet (self, left, right))
    return 0.0f;
  if (is_one (&glides, TILT_LOW) && is_one (&glides, TILT_HIGH))
    dull (self, left, right, &glides, samples);
  else
    {
      tilt (self, left, right, &glides, samples);
      dull (self, samples[0], samples[1], &glides, samples);
    }
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    mono[n] = 0.5f * (samples[0][n] + samples[1][n]);
  send_to_room (self, mono, &glides, bus);
  peaks[0] = add_direct (samples[0], samples[1], &glides, LEFT_LEFT, RIGHT_LEFT, bus->dry[0]);
  peaks[1] = add_direct (samples[1], samples[0], &glides, RIGHT_RIGHT, LEFT_RIGHT, bus->dry[1]);
  return MAX (peaks[0], peaks[1]);
}
