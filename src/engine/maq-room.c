/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-room.h"

#include <math.h>
#include <string.h>

#define N_LINES 8
#define N_DIFFUSERS 4
#define DIFFUSION 0.62f
#define LOW_CUT_HZ 110.0

/* Lengths without common factors, so that their echoes never fall together. */
static const double line_ms[N_LINES] = { 29.7, 36.1, 41.9, 47.3, 54.1, 61.7, 70.3, 79.9 };
static const double diffuser_ms[2][N_DIFFUSERS] = {
  { 4.31, 6.83, 9.67, 13.19 },
  { 4.73, 6.29, 10.37, 12.41 },
};

/* All delays are longer than a quantum, so that each is read before it is written. */
typedef struct
{
  float *data;
  guint  size;     /* a multiple of MAQ_QUANTUM */
  guint  write;    /* likewise */
  guint  length;
} Delay;

struct _MaqRoom
{
  int   rate_hz;
  Delay lines[N_LINES];
  float line_gain[N_LINES];
  float line_memory[N_LINES];
  float damping;
  float out_gain;
  Delay diffusers[2][N_DIFFUSERS];
  float low_cut;
  float low_memory[2];
};

static gboolean
is_prime (guint n)
{
  for (guint i = 3; i * i <= n; i += 2)
    if (n % i == 0)
      return FALSE;
  return n % 2 == 1;
}

static void
init_delay (Delay  *delay,
            double  ms,
            int     rate_hz)
{
  guint length = (guint) (ms * rate_hz / 1000.0 + 0.5);

  length = MAX (length, MAQ_QUANTUM + 1);
  while (!is_prime (length))
    length++;
  delay->length = length;
  delay->size = (length / MAQ_QUANTUM + 2) * MAQ_QUANTUM;
  delay->data = g_new0 (float, delay->size);
}

/* Copies the quantum that was written length frames ago. */
static void
read_delay (const Delay *delay,
            float       *out)
{
  guint start = (delay->write + delay->size - delay->length) % delay->size;
  guint n_first = MIN (MAQ_QUANTUM, delay->size - start);

  memcpy (out, delay->data + start, n_first * sizeof *out);
  memcpy (out + n_first, delay->data, (MAQ_QUANTUM - n_first) * sizeof *out);
}

static float *
begin_write (Delay *delay)
{
  return delay->data + delay->write;
}

static void
end_write (Delay *delay)
{
  delay->write += MAQ_QUANTUM;
  if (delay->write == delay->size)
    delay->write = 0;
}

MaqRoom *
maq_room_new (int rate_hz)
{
  MaqRoom *self;

  g_return_val_if_fail (rate_hz > 0, NULL);

  self = g_new0 (MaqRoom, 1);
  self->rate_hz = rate_hz;
  for (guint i = 0; i < N_LINES; i++)
    init_delay (&self->lines[i], line_ms[i], rate_hz);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < N_DIFFUSERS; i++)
      init_delay (&self->diffusers[side][i], diffuser_ms[side][i], rate_hz);
  self->low_cut = (float) (1.0 - exp (-2.0 * G_PI * LOW_CUT_HZ / rate_hz));
  maq_room_tune (self, 1.3, 5200.0);
  return self;
}

void
maq_room_free (MaqRoom *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_LINES; i++)
    g_free (self->lines[i].data);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < N_DIFFUSERS; i++)
      g_free (self->diffusers[side][i].data);
  g_free (self);
}

void
maq_room_tune (MaqRoom *self,
               double   t60_seconds,
               double   damping_hz)
{
  double loss = 0.0;
  double kept = 0.0;

  t60_seconds = CLAMP (t60_seconds, 0.1, 20.0);
  damping_hz = CLAMP (damping_hz, 200.0, self->rate_hz / 2.0);
  for (guint i = 0; i < N_LINES; i++)
    {
      double gain = pow (10.0, -3.0 * self->lines[i].length / (t60_seconds * self->rate_hz));

      self->line_gain[i] = (float) gain;
      kept += gain * gain;
      loss += 1.0 - gain * gain;
    }
  self->damping = (float) exp (-2.0 * G_PI * damping_hz / self->rate_hz);
  self->out_gain = (float) sqrt (loss / (N_LINES * kept));
}

void
maq_room_clear (MaqRoom *self)
{
  for (guint i = 0; i < N_LINES; i++)
    memset (self->lines[i].data, 0, self->lines[i].size * sizeof (float));
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < N_DIFFUSERS; i++)
      memset (self->diffusers[side][i].data, 0,
              self->diffusers[side][i].size * sizeof (float));
  memset (self->line_memory, 0, sizeof self->line_memory);
  memset (self->low_memory, 0, sizeof self->low_memory);
}

/* Takes out the bass, which only makes a room boom, and blurs the attack. */
static void
diffuse (MaqRoom     *self,
         guint        side,
         const float *in,
         float       *out)
{
  float low = self->low_memory[side];

  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      low += self->low_cut * (in[n] - low);
      out[n] = in[n] - low;
    }
  self->low_memory[side] = low;

  for (guint i = 0; i < N_DIFFUSERS; i++)
    {
      Delay *delay = &self->diffusers[side][i];
      float delayed[MAQ_QUANTUM];
      float *write = begin_write (delay);

      read_delay (delay, delayed);
      for (guint n = 0; n < MAQ_QUANTUM; n++)
        {
          write[n] = out[n] - DIFFUSION * delayed[n];
          out[n] = delayed[n] + DIFFUSION * write[n];
        }
      end_write (delay);
    }
}

/* What comes out of a line: quieter each time round, and duller. */
static void
read_line (MaqRoom *self,
           guint    index,
           float   *out)
{
  float gain = self->line_gain[index] * (1.0f - self->damping);
  float memory = self->line_memory[index];

  read_delay (&self->lines[index], out);
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      memory = gain * out[n] + self->damping * memory;
      out[n] = memory;
    }
  self->line_memory[index] = memory;
}

/* The Hadamard matrix of order eight, by butterflies. */
static void
scatter (float lines[N_LINES][MAQ_QUANTUM])
{
  for (guint half = N_LINES / 2; half > 0; half /= 2)
    for (guint group = 0; group < N_LINES; group += 2 * half)
      for (guint i = group; i < group + half; i++)
        for (guint n = 0; n < MAQ_QUANTUM; n++)
          {
            float a = lines[i][n];
            float b = lines[i + half][n];

            lines[i][n] = a + b;
            lines[i + half][n] = a - b;
          }
}

void
maq_room_run (MaqRoom     *self,
              const float *in_left,
              const float *in_right,
              float       *out_left,
              float       *out_right)
{
  static const float left_sign[N_LINES] = { 1, 1, -1, 1, -1, -1, 1, -1 };
  static const float right_sign[N_LINES] = { 1, 1, 1, -1, -1, 1, -1, -1 };
  const float scale = 0.35355339f;  /* 1 / sqrt (8): the matrix keeps all energy */
  float in[2][MAQ_QUANTUM];
  float lines[N_LINES][MAQ_QUANTUM];

  diffuse (self, 0, in_left, in[0]);
  diffuse (self, 1, in_right, in[1]);
  for (guint i = 0; i < N_LINES; i++)
    {
      float left = self->out_gain * left_sign[i];
      float right = self->out_gain * right_sign[i];

      read_line (self, i, lines[i]);
      for (guint n = 0; n < MAQ_QUANTUM; n++)
        {
          out_left[n] += left * lines[i][n];
          out_right[n] += right * lines[i][n];
        }
    }
  scatter (lines);
  for (guint i = 0; i < N_LINES; i++)
    {
      float *write = begin_write (&self->lines[i]);

      for (guint n = 0; n < MAQ_QUANTUM; n++)
        write[n] = scale * lines[i][n] + in[i % 2][n];
      end_write (&self->lines[i]);
    }
}
