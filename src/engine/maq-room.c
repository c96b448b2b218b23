/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-room.h"

#include <math.h>
#include <string.h>

#include "maq-peak.h"

#define N_LINES 8
#define N_DIFFUSERS 4

/* -140 dBFS: nobody hears that, and it has no end of its own. */
#define NOTHING 1e-7f

/* Lengths without common factors, so that their echoes never fall together. */
static const double line_ms[N_LINES] = { 29.7, 36.1, 41.9, 47.3, 54.1, 61.7, 70.3, 79.9 };
static const double diffuser_ms[2][N_DIFFUSERS] = {
  { 4.31, 6.83, 9.67, 13.19 },
  { 4.73, 6.29, 10.37, 12.41 },
};

static const MaqRoomDesign designs[MAQ_N_ROOM_KINDS] = {
  [MAQ_ROOM_BOOTH] = {
    0.22, 0.30, 3200.0, 140.0, 0.60, 0.0, -9.0,
    { { 1.9, 0.25, 0, 0 }, { 2.3, 0.25, 1, 1 }, { 4.1, 0.15, 0, 1 }, { 4.7, 0.15, 1, 0 } },
  },
  [MAQ_ROOM_LIVE] = {
    0.80, 0.70, 4600.0, 110.0, 0.62, 0.0, -1.0,
    { { 4.7, 0.50, 0, 0 }, { 5.9, 0.50, 1, 1 }, { 9.1, 0.38, 0, 1 }, { 10.7, 0.38, 1, 0 },
      { 16.3, 0.28, 0, 0 }, { 18.1, 0.28, 1, 1 }, { 23.9, 0.20, 0, 1 }, { 26.3, 0.20, 1, 0 } },
  },
  [MAQ_ROOM_CHAMBER] = {
    1.30, 0.95, 5200.0, 130.0, 0.68, 6.0, 0.0,
    { { 7.3, 0.40, 0, 0 }, { 8.9, 0.40, 1, 1 }, { 13.7, 0.30, 0, 1 }, { 15.1, 0.30, 1, 0 },
      { 22.3, 0.22, 0, 0 }, { 24.7, 0.22, 1, 1 } },
  },
  [MAQ_ROOM_HALL] = {
    2.40, 1.60, 4200.0, 100.0, 0.66, 22.0, 0.0,
    { { 14.3, 0.42, 0, 0 }, { 17.9, 0.42, 1, 1 }, { 27.1, 0.34, 0, 1 }, { 31.3, 0.34, 1, 0 },
      { 43.7, 0.26, 0, 0 }, { 47.9, 0.26, 1, 1 }, { 61.3, 0.18, 0, 1 }, { 67.1, 0.18, 1, 0 } },
  },
  [MAQ_ROOM_PLATE] = {
    1.90, 0.60, 7200.0, 220.0, 0.74, 0.0, 0.0,
    { { 0.0, 0.0, 0, 0 } },
  },
  [MAQ_ROOM_OUTDOORS] = {
    0.90, 2.20, 2400.0, 160.0, 0.45, 40.0, -12.0,
    { { 71.3, 0.20, 0, 1 }, { 83.9, 0.20, 1, 0 }, { 127.1, 0.12, 0, 0 }, { 149.3, 0.12, 1, 1 } },
  },
};

/* The lines and diffusers are longer than a quantum: each is read before it is written. */
typedef struct
{
  float *data;
  guint  size;     /* a multiple of MAQ_QUANTUM */
  guint  write;    /* likewise */
  guint  length;
} Delay;

typedef struct
{
  guint frames;
  guint from;
  guint to;
  float gain;
} Wall;

struct _MaqRoom
{
  int   rate_hz;
  Delay lines[N_LINES];
  float line_gain[N_LINES];
  float line_memory[N_LINES];
  float damping;
  float out_gain;
  float diffusion;
  Delay diffusers[2][N_DIFFUSERS];
  Delay before[2];           /* on the way to the walls */
  Delay late[2];             /* the pre-delay */
  Wall  walls[MAQ_ROOM_MAX_WALLS];
  guint n_walls;
  float low_cut;
  float low_memory[2];
  guint n_quiet;             /* frames in a row */
  guint n_quiet_max;         /* after so many, nothing is left */
};

const MaqRoomDesign *
maq_room_get_design (MaqRoomKind kind)
{
  g_return_val_if_fail ((guint) kind < MAQ_N_ROOM_KINDS, NULL);

  return &designs[kind];
}

static gboolean
is_prime (guint n)
{
  for (guint i = 3; i * i <= n; i += 2)
    if (n % i == 0)
      return FALSE;
  return n % 2 == 1;
}

static void
init_delay (Delay *delay,
            guint  length)
{
  delay->length = length;
  delay->size = (length / MAQ_QUANTUM + 2) * MAQ_QUANTUM;
  delay->data = g_new0 (float, delay->size);
}

static void
init_prime_delay (Delay  *delay,
                  double  ms,
                  int     rate_hz)
{
  guint length = (guint) (ms * rate_hz / 1000.0 + 0.5);

  length = MAX (length, MAQ_QUANTUM + 1);
  while (!is_prime (length))
    length++;
  init_delay (delay, length);
}

/* Copies the quantum that was written so many frames ago. */
static void
read_delay (const Delay *delay,
            guint        frames,
            float       *out)
{
  guint start = delay->write + delay->size - frames;
  guint n_first;

  start = start >= delay->size ? start - delay->size : start;
  n_first = delay->size - start;
  if (n_first >= MAQ_QUANTUM)
    {
      memcpy (out, delay->data + start, MAQ_QUANTUM * sizeof *out);
      return;
    }
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

static void
build_walls (MaqRoom             *self,
             const MaqRoomDesign *design)
{
  guint longest = 0;

  for (guint i = 0; i < MAQ_ROOM_MAX_WALLS && design->walls[i].gain > 0.0; i++)
    {
      const MaqWall *wall = &design->walls[i];
      guint frames = (guint) (wall->ms * self->rate_hz / 1000.0 + 0.5);

      self->walls[self->n_walls++] = (Wall) { frames, wall->from, wall->to, (float) wall->gain };
      longest = MAX (longest, frames);
    }
  for (guint side = 0; side < 2; side++)
    {
      init_delay (&self->before[side], longest);
      init_delay (&self->late[side], (guint) (design->pre_delay_ms * self->rate_hz / 1000.0 + 0.5));
    }
  self->n_quiet_max = longest + self->late[0].length;
}

static void
build_network (MaqRoom             *self,
               const MaqRoomDesign *design)
{
  double diffuser_size = CLAMP (design->size, 0.6, 1.2);

  for (guint i = 0; i < N_LINES; i++)
    {
      init_prime_delay (&self->lines[i], line_ms[i] * design->size, self->rate_hz);
      self->n_quiet_max += self->lines[i].length;
    }
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < N_DIFFUSERS; i++)
      init_prime_delay (&self->diffusers[side][i], diffuser_ms[side][i] * diffuser_size,
                        self->rate_hz);
}

static void
tune (MaqRoom             *self,
      const MaqRoomDesign *design)
{
  double damping_hz = CLAMP (design->damping_hz, 200.0, self->rate_hz / 2.0);
  double loss = 0.0;
  double kept = 0.0;

  for (guint i = 0; i < N_LINES; i++)
    {
      double gain = pow (10.0, -3.0 * self->lines[i].length
                               / (CLAMP (design->t60_seconds, 0.1, 20.0) * self->rate_hz));

      self->line_gain[i] = (float) gain;
      kept += gain * gain;
      loss += 1.0 - gain * gain;
    }
  self->damping = (float) exp (-2.0 * G_PI * damping_hz / self->rate_hz);
  self->out_gain = (float) (sqrt (loss / (N_LINES * kept)) * pow (10.0, design->level_db / 20.0));
  self->diffusion = (float) design->diffusion;
  self->low_cut = (float) (1.0 - exp (-2.0 * G_PI * design->low_cut_hz / self->rate_hz));
}

MaqRoom *
maq_room_new (const MaqRoomDesign *design,
              int                  rate_hz)
{
  MaqRoom *self;

  g_return_val_if_fail (design != NULL, NULL);
  g_return_val_if_fail (rate_hz > 0, NULL);

  self = g_new0 (MaqRoom, 1);
  self->rate_hz = rate_hz;
  build_walls (self, design);
  build_network (self, design);
  tune (self, design);
  self->n_quiet = self->n_quiet_max;
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
    {
      for (guint i = 0; i < N_DIFFUSERS; i++)
        g_free (self->diffusers[side][i].data);
      g_free (self->before[side].data);
      g_free (self->late[side].data);
    }
  g_free (self);
}

/* Early reflections */

static void
reflect (MaqRoom     *self,
         const float (*in)[MAQ_QUANTUM],
         float       (*out)[MAQ_QUANTUM])
{
  if (self->n_walls == 0)
    return;
  for (guint side = 0; side < 2; side++)
    memcpy (begin_write (&self->before[side]), in[side], sizeof in[side]);
  for (guint i = 0; i < self->n_walls; i++)
    {
      const Wall *wall = &self->walls[i];
      float echo[MAQ_QUANTUM];

      read_delay (&self->before[wall->from], wall->frames, echo);
      for (guint n = 0; n < MAQ_QUANTUM; n++)
        out[wall->to][n] += wall->gain * echo[n];
    }
  for (guint side = 0; side < 2; side++)
    end_write (&self->before[side]);
}

/* All that comes after */

static void
wait_for_room (MaqRoom     *self,
               guint        side,
               const float *in,
               float       *out)
{
  Delay *delay = &self->late[side];

  memcpy (begin_write (delay), in, MAQ_QUANTUM * sizeof *in);
  read_delay (delay, delay->length, out);
  end_write (delay);
}

/* Takes out the bass, and blurs the attack. */
static void
diffuse (MaqRoom *self,
         guint    side,
         float   *samples)
{
  float low = self->low_memory[side];
  float diffusion = self->diffusion;

  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      low += self->low_cut * (samples[n] - low);
      samples[n] -= low;
    }
  self->low_memory[side] = low;

  for (guint i = 0; i < N_DIFFUSERS; i++)
    {
      Delay *delay = &self->diffusers[side][i];
      float delayed[MAQ_QUANTUM];
      float *write = begin_write (delay);

      read_delay (delay, delay->length, delayed);
      for (guint n = 0; n < MAQ_QUANTUM; n++)
        {
          write[n] = samples[n] - diffusion * delayed[n];
          samples[n] = delayed[n] + diffusion * write[n];
        }
      end_write (delay);
    }
}

/* What comes out of the lines: quieter each time round, and duller. Four at a time. */
static void
read_lines (MaqRoom *self,
            float    lines[N_LINES][MAQ_QUANTUM])
{
  float damping = self->damping;

  for (guint i = 0; i < N_LINES; i++)
    read_delay (&self->lines[i], self->lines[i].length, lines[i]);
  for (guint group = 0; group < N_LINES; group += 4)
    {
      float gain[4];
      float memory[4];

      for (guint i = 0; i < 4; i++)
        {
          gain[i] = self->line_gain[group + i] * (1.0f - damping);
          memory[i] = self->line_memory[group + i];
        }
      for (guint n = 0; n < MAQ_QUANTUM; n++)
        for (guint i = 0; i < 4; i++)
          {
            memory[i] = gain[i] * lines[group + i][n] + damping * memory[i];
            lines[group + i][n] = memory[i];
          }
      for (guint i = 0; i < 4; i++)
        self->line_memory[group + i] = memory[i];
    }
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

static void
ring (MaqRoom     *self,
      const float (*late)[MAQ_QUANTUM],
      float       (*out)[MAQ_QUANTUM])
{
  static const float left_sign[N_LINES] = { 1, 1, -1, 1, -1, -1, 1, -1 };
  static const float right_sign[N_LINES] = { 1, 1, 1, -1, -1, 1, -1, -1 };
  const float scale = 0.35355339f;  /* 1 / sqrt (8): the matrix keeps all energy */
  float in[2][MAQ_QUANTUM];
  float lines[N_LINES][MAQ_QUANTUM];

  for (guint side = 0; side < 2; side++)
    {
      wait_for_room (self, side, late[side], in[side]);
      diffuse (self, side, in[side]);
    }
  read_lines (self, lines);
  for (guint i = 0; i < N_LINES; i++)
    {
      float left = self->out_gain * left_sign[i];
      float right = self->out_gain * right_sign[i];

      for (guint n = 0; n < MAQ_QUANTUM; n++)
        {
          out[0][n] += left * lines[i][n];
          out[1][n] += right * lines[i][n];
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

static gboolean
is_silent (const float (*samples)[MAQ_QUANTUM])
{
  return maq_peak_of_quantum (samples[0]) <= NOTHING && maq_peak_of_quantum (samples[1]) <= NOTHING;
}

void
maq_room_run (MaqRoom     *self,
              const float (*early)[MAQ_QUANTUM],
              const float (*late)[MAQ_QUANTUM],
              float       (*out)[MAQ_QUANTUM])
{
  static const float silence[2][MAQ_QUANTUM];
  float made[2][MAQ_QUANTUM] = { { 0.0f } };
  gboolean is_fed = early != NULL && !(is_silent (early) && is_silent (late));

  if (!is_fed && self->n_quiet >= self->n_quiet_max)
    return;
  reflect (self, early != NULL ? early : silence, made);
  ring (self, early != NULL ? late : silence, made);
  if (is_fed || !is_silent ((const float (*)[MAQ_QUANTUM]) made))
    self->n_quiet = 0;
  else
    self->n_quiet += MAQ_QUANTUM;
  for (guint side = 0; side < 2; side++)
    for (guint n = 0; n < MAQ_QUANTUM; n++)
      out[side][n] += made[side][n];
}
