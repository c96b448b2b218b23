/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-channel.h"

#include <math.h>
#include <string.h>

#include "maq-peak.h"

#define GLIDE_SECONDS 0.012
#define NEAR_ENOUGH 1e-5f

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

/* Samples that a low-pass takes in one step. */
#define PADDING 4
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

/* What a low-pass remembers of one side: what came last, and what went last. */
typedef struct
{
  float in[PADDING];
  float out[PADDING];
} Memory;

struct _MaqChannel
{
  int    rate_hz;
  float  glide;                /* share of the way that is made in a quantum */
  float  value[N_GLIDES];
  float  aim[N_GLIDES];
  float  tilt;                 /* coefficient of the low-pass that parts low from high */
  float  tilt_memory[2];
  Memory air_memory[2];
  gboolean settled;            /* nothing glides any more */
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
  self->settled = FALSE;
  if (at_once)
    {
      memcpy (self->value, self->aim, sizeof self->value);
      self->delay_frames = self->delay_next = self->delay_aim;
    }
}

static void
approach (MaqChannel *self,
          float       end[N_GLIDES])
{
  self->settled = TRUE;
  for (guint i = 0; i < N_GLIDES; i++)
    {
      float way = self->aim[i] - self->value[i];

      end[i] = self->aim[i];
      if (fabsf (way) <= NEAR_ENOUGH)
        continue;
      end[i] = self->value[i] + way * self->glide;
      self->settled = FALSE;
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

  if (self->settled)
    memcpy (end, self->value, sizeof end);
  else
    approach (self, end);
  gain[0] = blend->others[0] + self->value[FRONT] * (blend->front[0] - blend->others[0]);
  gain[1] = blend->others[1] + end[FRONT] * (blend->front[1] - blend->others[1]);
  for (guint i = 0; i < N_GAINS; i++)
    {
      glides->start[i] = self->value[i] * gain[0];
      glides->step[i] = (end[i] * gain[1] - glides->start[i]) * (1.0f / MAQ_QUANTUM);
    }
  for (guint i = N_GAINS; i < N_GLIDES; i++)
    {
      glides->start[i] = self->value[i];
      glides->step[i] = (end[i] - self->value[i]) * (1.0f / MAQ_QUANTUM);
    }
  memcpy (self->value, end, sizeof end);
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
  guint start = self->delay_write + self->delay_size - n_frames;
  guint n_first;

  start = start >= self->delay_size ? start - self->delay_size : start;
  n_first = self->delay_size - start;
  if (n_first >= MAQ_QUANTUM)
    {
      memcpy (out, self->delay + start, MAQ_QUANTUM * sizeof *out);
      return;
    }
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

  if (step == 0.0f)
    for (guint n = 0; n < MAQ_QUANTUM; n++)
      out[n] += samples[n] * start;
  else
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
  self->delay_write += MAQ_QUANTUM;
  if (self->delay_write == self->delay_size)
    self->delay_write = 0;
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

static void
remember (Memory      *memory,
          const float *in,
          const float *out)
{
  memcpy (memory->in, in + MAQ_QUANTUM - PADDING, sizeof memory->in);
  memcpy (memory->out, out + MAQ_QUANTUM - PADDING, sizeof memory->out);
}

static void
dull_gliding (Memory      *memory,
              const float *in,
              float        air,
              float        step,
              float       *out)
{
  float last = memory->out[PADDING - 1];

  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      last += (air + step * (float) (int) n) * (in[n] - last);
      out[n] = last;
    }
}

/*
 * A low-pass of one pole, four samples in one step: what four of them add is
 * a sum of inputs alone, and what is four samples old is multiplied once.
 */
static void
dull_steady (Memory      *memory,
             const float *in,
             float        air,
             float       *out)
{
  float all[PADDING + MAQ_QUANTUM];
  float last[PADDING];
  float keep = 1.0f - air;
  float gains[PADDING] = { air, air * keep, air * keep * keep, air * keep * keep * keep };
  float keep_all = keep * keep * keep * keep;

  memcpy (all, memory->in, sizeof memory->in);
  memcpy (all + PADDING, in, MAQ_QUANTUM * sizeof *in);
  memcpy (last, memory->out, sizeof last);
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    out[n] = gains[0] * all[n + 4] + gains[1] * all[n + 3] + gains[2] * all[n + 2]
             + gains[3] * all[n + 1];
  for (guint n = 0; n < MAQ_QUANTUM; n += PADDING)
    for (guint i = 0; i < PADDING; i++)
      {
        last[i] = out[n + i] + keep_all * last[i];
        out[n + i] = last[i];
      }
}

/* Air takes the treble away. */
static void
dull (MaqChannel   *self,
      guint         side,
      const float  *in,
      const Glides *glides,
      float        *out)
{
  Memory *memory = &self->air_memory[side];

  if (glides->step[AIR] == 0.0f)
    dull_steady (memory, in, glides->start[AIR], out);
  else
    dull_gliding (memory, in, glides->start[AIR], glides->step[AIR], out);
  remember (memory, in, out);
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
  if (!maq_peak_is_zero (left) || !maq_peak_is_zero (right))
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
  float tilted[2][MAQ_QUANTUM];
  float samples[2][MAQ_QUANTUM];
  float mono[MAQ_QUANTUM];
  float peaks[2];

  glide (self, blend, &glides);
  if (is_quiet (self, left, right))
    return 0.0f;
  if (!is_one (&glides, TILT_LOW) || !is_one (&glides, TILT_HIGH))
    {
      tilt (self, left, right, &glides, tilted);
      left = tilted[0];
      right = tilted[1];
    }
  dull (self, 0, left, &glides, samples[0]);
  dull (self, 1, right, &glides, samples[1]);
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    mono[n] = 0.5f * (samples[0][n] + samples[1][n]);
  send_to_room (self, mono, &glides, bus);
  peaks[0] = add_direct (samples[0], samples[1], &glides, LEFT_LEFT, RIGHT_LEFT, bus->dry[0]);
  peaks[1] = add_direct (samples[1], samples[0], &glides, RIGHT_RIGHT, LEFT_RIGHT, bus->dry[1]);
  return MAX (peaks[0], peaks[1]);
}
