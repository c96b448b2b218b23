/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <complex.h>
#include <math.h>

#include "maq-channel.h"
#include "maq-rooms.h"

#define RATE 48000
#define N_FFT 16384
#define N_STEPS 11

/* A jump this much larger than the steady tone's own is still none: 2 dB. */
#define CLICK_RATIO 1.26

static const char *const kind_names[MAQ_N_ROOM_KINDS] = {
  "booth", "live room", "chamber", "hall", "plate", "outdoors",
};

/* What a strip makes, with its room. */
typedef struct
{
  MaqChannel *channel;
  MaqRooms   *rooms;
  MaqBlender  blender;
  MaqSpan     span;
  guint       n_quanta;
} Desk;

static void
desk_init (Desk           *self,
           MaqRoomKind     kind,
           const MaqStrip *strip)
{
  *self = (Desk) { .span = { .id = 1, .length_ticks = G_MAXINT32, .tempo_qpm = 120.0 } };
  self->span.room = kind;
  self->channel = maq_channel_new (RATE);
  self->rooms = maq_rooms_new (MAQ_ROOMS_ALL, RATE);
  maq_blender_init (&self->blender, RATE);
  maq_channel_aim (self->channel, strip, TRUE, TRUE);
}

static void
desk_clear (Desk *self)
{
  maq_channel_free (self->channel);
  maq_rooms_free (self->rooms);
}

/* One quantum: what comes directly, and what the rooms make of it. */
static void
desk_run (Desk        *self,
          const float *left,
          const float *right,
          float        direct[2][MAQ_QUANTUM],
          float        room[2][MAQ_QUANTUM])
{
  MaqBus bus = { 0 };

  maq_blender_run (&self->blender, &self->span, 1000.0, TRUE);
  maq_channel_run (self->channel, left, right, &self->blender.blend, &bus);
  for (guint side = 0; side < 2; side++)
    for (guint n = 0; n < MAQ_QUANTUM; n++)
      {
        direct[side][n] = bus.dry[side][n];
        room[side][n] = 0.0f;
      }
  maq_rooms_run (self->rooms, &self->blender.blend, &bus, room);
  self->n_quanta++;
}

/* As much in each octave, which music comes nearer to than white noise. */
static float
pink (GRand *random,
      float  memory[3])
{
  static const float corner[3] = { 0.9977f, 0.963f, 0.57f };
  static const float gain[3] = { 0.099f, 0.297f, 1.053f };
  float white = (float) g_rand_double_range (random, -0.2, 0.2);
  float sum = 0.185f * white;

  for (guint i = 0; i < 3; i++)
    {
      memory[i] = corner[i] * memory[i] + gain[i] * white;
      sum += memory[i];
    }
  return sum;
}

static void
fft (double complex *values,
     guint           n)
{
  for (guint i = 1, j = 0; i < n; i++)
    {
      guint bit = n >> 1;

      for (; j & bit; bit >>= 1)
        j ^= bit;
      j ^= bit;
      if (i < j)
        {
          double complex value = values[i];

          values[i] = values[j];
          values[j] = value;
        }
    }
  for (guint size = 2; size <= n; size *= 2)
    for (guint start = 0; start < n; start += size)
      for (guint i = 0; i < size / 2; i++)
        {
          double complex turn = cexp (-2.0 * G_PI * I * i / size) * values[start + i + size / 2];

          values[start + i + size / 2] = values[start + i] - turn;
          values[start + i] += turn;
        }
}

static void
add_spectrum (const float *samples,
              double      *power)
{
  g_autofree double complex *values = g_new (double complex, N_FFT);

  for (guint n = 0; n < N_FFT; n++)
    values[n] = samples[n] * (0.5 - 0.5 * cos (2.0 * G_PI * n / N_FFT));
  fft (values, N_FFT);
  for (guint i = 0; i < N_FFT / 2; i++)
    power[i] += creal (values[i]) * creal (values[i]) + cimag (values[i]) * cimag (values[i]);
}

typedef struct
{
  double ratio_db;       /* direct against reverberant energy */
  double centroid_hz;    /* of both together */
} Heard;

static Heard
hear (MaqRoomKind kind,
      double      distance)
{
  const MaqStrip strip = { .distance = distance };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree float *sum = g_new0 (float, 2 * N_FFT);
  g_autofree double *power = g_new0 (double, N_FFT / 2);
  float memory[3] = { 0.0f };
  double energy[2] = { 0.0 };
  double weighted = 0.0;
  double total = 0.0;
  Desk desk;

  desk_init (&desk, kind, &strip);
  for (guint quantum = 0; quantum < 16 * N_FFT / MAQ_QUANTUM; quantum++)
    {
      float in[MAQ_QUANTUM];
      float direct[2][MAQ_QUANTUM];
      float room[2][MAQ_QUANTUM];
      guint at = quantum * MAQ_QUANTUM % N_FFT;

      for (guint n = 0; n < MAQ_QUANTUM; n++)
        in[n] = pink (random, memory);
      desk_run (&desk, in, in, direct, room);
      for (guint side = 0; side < 2; side++)
        for (guint n = 0; n < MAQ_QUANTUM; n++)
          {
            energy[0] += direct[side][n] * direct[side][n];
            energy[1] += room[side][n] * room[side][n];
            sum[side * N_FFT + at + n] = direct[side][n] + room[side][n];
          }
      if (at + MAQ_QUANTUM == N_FFT)
        for (guint side = 0; side < 2; side++)
          add_spectrum (sum + side * N_FFT, power);
    }
  desk_clear (&desk);
  for (guint i = 1; i < N_FFT / 2; i++)
    {
      weighted += power[i] * i * RATE / N_FFT;
      total += power[i];
    }
  return (Heard) { 10.0 * log10 (energy[0] / energy[1]), weighted / total };
}

/* What is far is more room than sound, and duller, in each space and at each step. */
static void
test_near_and_far (gconstpointer data)
{
  MaqRoomKind kind = (MaqRoomKind) GPOINTER_TO_UINT (data);
  Heard before = { INFINITY, INFINITY };
  Heard first = { 0 };

  for (guint step = 0; step < N_STEPS; step++)
    {
      double distance = step / (N_STEPS - 1.0);
      Heard heard = hear (kind, distance);

      g_test_message ("%s, distance %.1f: direct/reverberant %+6.1f dB, centroid %5.0f Hz",
                      kind_names[kind], distance, heard.ratio_db, heard.centroid_hz);
      g_assert_cmpfloat (heard.ratio_db, <, before.ratio_db);
      g_assert_cmpfloat (heard.centroid_hz, <, before.centroid_hz);
      before = heard;
      if (step == 0)
        first = heard;
    }
  g_assert_cmpfloat (first.ratio_db - before.ratio_db, >, 15.0);
  g_assert_cmpfloat (before.centroid_hz, <, 0.8 * first.centroid_hz);
}

/* No clicks */

static void
tone (guint  quantum,
      float *left,
      float *right)
{
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      double turn = 2.0 * G_PI * 331.0 * (quantum * MAQ_QUANTUM + n) / RATE;

      left[n] = (float) (0.3 * sin (turn));
      right[n] = (float) (0.3 * sin (turn + 0.7));
    }
}

/* The largest jump from a sample to the next before, while and after something changes. */
static void
measure_jumps (Desk           *desk,
               const MaqStrip *strip,
               gboolean        audible,
               MaqSpan         span,
               double          jumps[3])
{
  const guint n_quanta = 3 * RATE / MAQ_QUANTUM;
  float last[2] = { 0.0f };

  jumps[0] = jumps[1] = jumps[2] = 0.0;
  for (guint quantum = 0; quantum < 3 * n_quanta; quantum++)
    {
      guint phase = quantum / n_quanta;
      gboolean is_steady = phase == 1 || quantum % n_quanta > n_quanta / 2;
      float left[MAQ_QUANTUM];
      float right[MAQ_QUANTUM];
      float direct[2][MAQ_QUANTUM];
      float room[2][MAQ_QUANTUM];

      if (quantum == n_quanta)
        {
          maq_channel_aim (desk->channel, strip, audible, FALSE);
          desk->span = span;
        }
      tone (desk->n_quanta, left, right);
      desk_run (desk, left, right, direct, room);
      for (guint side = 0; side < 2; side++)
        for (guint n = 0; n < MAQ_QUANTUM; n++)
          {
            float sample = direct[side][n] + room[side][n];

            if (is_steady)
              jumps[phase] = fmax (jumps[phase], fabsf (sample - last[side]));
            last[side] = sample;
          }
    }
}

static void
assert_no_click (const char     *what,
                 const MaqStrip *before,
                 const MaqStrip *after,
                 gboolean        audible,
                 MaqSpan         span)
{
  double jumps[3];
  Desk desk;

  desk_init (&desk, MAQ_ROOM_LIVE, before);
  measure_jumps (&desk, after, audible, span, jumps);
  desk_clear (&desk);
  g_test_message ("%s: %.5f before, %.5f on the way, %.5f after", what, jumps[0], jumps[1],
                  jumps[2]);
  g_assert_cmpfloat (jumps[1], <, CLICK_RATIO * fmax (jumps[0], jumps[2]));
}

static void
test_no_clicks (void)
{
  const MaqSpan live = { .id = 1, .length_ticks = 1 << 20, .tempo_qpm = 120.0,
                         .room = MAQ_ROOM_LIVE };
  const MaqStrip plain = { .distance = 0.3 };
  const struct { const char *name; MaqStrip strip; } steps[] = {
    { "louder", { .gain_db = 6.0, .distance = 0.3 } },
    { "softer", { .gain_db = -30.0, .distance = 0.3 } },
    { "silent", { .gain_db = -60.0, .distance = 0.3 } },
    { "left", { .pan = -1.0, .distance = 0.3 } },
    { "right", { .pan = 1.0, .distance = 0.3 } },
    { "near", { .distance = 0.0 } },
    { "far", { .distance = 1.0 } },
    { "dark", { .tone = -1.0, .distance = 0.3 } },
    { "bright", { .tone = 1.0, .distance = 0.3 } },
    { "mono", { .spread = -1.0, .distance = 0.3 } },
    { "wide", { .spread = 1.0, .distance = 0.3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      assert_no_click (steps[i].name, &plain, &steps[i].strip, TRUE, live);
      assert_no_click ("and back", &steps[i].strip, &plain, TRUE, live);
    }
  assert_no_click ("muted", &plain, &plain, FALSE, live);
}

/* Nor does anything that a section does to the mix. */
static void
test_no_clicks_at_borders (void)
{
  const MaqStrip plain = { .distance = 0.8 };
  const MaqStrip front = { .distance = 0.8, .in_front = TRUE };
  MaqSpan live = { .id = 1, .length_ticks = 1 << 20, .tempo_qpm = 120.0, .room = MAQ_ROOM_LIVE };
  MaqSpan ducked = live;
  MaqSpan cut = live;
  MaqSpan loud = live;

  ducked.duck_db = -5.0;
  cut.cut_ticks = cut.length_ticks;
  loud.gain_db = loud.end_gain_db = 6.0;
  for (guint kind = 0; kind < MAQ_N_ROOM_KINDS; kind++)
    {
      MaqSpan other = live;

      other.room = (MaqRoomKind) kind;
      assert_no_click (kind_names[kind], &plain, &plain, TRUE, other);
    }
  assert_no_click ("ducked", &plain, &plain, TRUE, ducked);
  assert_no_click ("in front", &plain, &front, TRUE, ducked);
  assert_no_click ("cut", &plain, &plain, TRUE, cut);
  assert_no_click ("loud", &plain, &plain, TRUE, loud);
}

/*
 * From all to nothing takes ten milliseconds; and when the bar that dropped out
 * is over, all are back before the next downbeat, not after it.
 */
static void
test_drop_out_and_back (void)
{
  const double quantum_ticks = MAQ_QUANTUM * 1920.0 / RATE;   /* at 120 a minute */
  MaqSpan spans[2] = {
    { .id = 1, .length_ticks = 7680, .tempo_qpm = 120.0, .room = MAQ_ROOM_LIVE, .cut_ticks = 3840 },
    { .id = 2, .length_ticks = 7680, .tempo_qpm = 120.0, .room = MAQ_ROOM_HALL },
  };
  float lowest = 1.0f;
  float before = 1.0f;
  MaqBlender blender;

  maq_blender_init (&blender, RATE);
  for (double ticks = quantum_ticks; ticks < 2 * 7680; ticks += quantum_ticks)
    {
      const MaqSpan *span = &spans[ticks >= 7680.0];
      const MaqBlend *blend = &blender.blend;

      maq_blender_run (&blender, span, ticks - (span == spans ? 0.0 : 7680.0), TRUE);
      g_assert_cmpfloat (blend->others[0], ==, before);
      g_assert_cmpfloat (fabsf (blend->others[1] - blend->others[0]), <, 0.15f);
      g_assert_cmpfloat (fabsf (blend->rooms[MAQ_ROOM_HALL][1] - blend->rooms[MAQ_ROOM_HALL][0]),
                         <, 0.15f);
      before = blend->others[1];
      lowest = fminf (lowest, before);
      if (span == &spans[1])
        g_assert_cmpfloat (before, ==, 1.0f);
    }
  g_assert_cmpfloat (lowest, ==, 0.0f);
}

/* What controls do */

static void
measure (const MaqStrip *strip,
         double          hz,
         double          phase,
         double          rms[2])
{
  Desk desk;

  rms[0] = rms[1] = 0.0;
  desk_init (&desk, MAQ_ROOM_BOOTH, strip);
  for (guint quantum = 0; quantum < RATE / MAQ_QUANTUM; quantum++)
    {
      float in[2][MAQ_QUANTUM];
      float direct[2][MAQ_QUANTUM];
      float room[2][MAQ_QUANTUM];

      for (guint side = 0; side < 2; side++)
        for (guint n = 0; n < MAQ_QUANTUM; n++)
          in[side][n] = (float) (0.3 * sin (2.0 * G_PI * hz * (quantum * MAQ_QUANTUM + n) / RATE
                                            + side * phase));
      desk_run (&desk, in[0], in[1], direct, room);
      for (guint side = 0; side < 2; side++)
        for (guint n = 0; n < MAQ_QUANTUM; n++)
          rms[side] += direct[side][n] * direct[side][n] / 0.045 / RATE;
    }
  desk_clear (&desk);
  rms[0] = sqrt (rms[0]);
  rms[1] = sqrt (rms[1]);
}

static double
level_db (double tone,
          double hz)
{
  const MaqStrip strip = { .tone = tone };
  double rms[2];

  measure (&strip, hz, 0.0, rms);
  return 20.0 * log10 (rms[0]);
}

/* A tilt: what the treble gains the bass loses, and as it was in the middle of the knob. */
static void
test_tone (void)
{
  g_assert_cmpfloat_with_epsilon (level_db (0.0, 100.0), 0.0, 0.1);
  g_assert_cmpfloat_with_epsilon (level_db (0.0, 800.0), 0.0, 0.2);
  g_assert_cmpfloat_with_epsilon (level_db (1.0, 60.0), -6.0, 0.5);
  g_assert_cmpfloat_with_epsilon (level_db (1.0, 9000.0) - level_db (0.0, 9000.0), 5.5, 1.0);
  g_assert_cmpfloat_with_epsilon (level_db (-1.0, 60.0), 6.0, 0.5);
  g_assert_cmpfloat_with_epsilon (level_db (-1.0, 9000.0) - level_db (0.0, 9000.0), -5.0, 1.0);
  g_assert_cmpfloat_with_epsilon (level_db (0.5, 60.0), -3.0, 0.5);
}

static void
test_width (void)
{
  const double spreads[] = { -1.0, 0.0, 1.0 };
  const double sides[] = { 0.0, 1.0, 2.0 };

  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      const MaqStrip strip = { .spread = spreads[i] };
      double rms[2];

      measure (&strip, 400.0, 0.0, rms);         /* all in the middle */
      g_assert_cmpfloat_with_epsilon (rms[0], 1.0, 0.02);
      g_assert_cmpfloat_with_epsilon (rms[1], 1.0, 0.02);
      measure (&strip, 400.0, G_PI, rms);        /* all at the sides */
      g_assert_cmpfloat_with_epsilon (rms[0], sides[i], 0.02);
      g_assert_cmpfloat_with_epsilon (rms[1], sides[i], 0.02);
    }
}

/* The old room goes on ringing when the music moves to another one. */
static void
test_old_room_rings_out (void)
{
  const MaqStrip strip = { .distance = 1.0 };
  double energy[2] = { 0.0 };

  for (guint stays = 0; stays < 2; stays++)
    {
      Desk desk;

      desk_init (&desk, MAQ_ROOM_HALL, &strip);
      for (guint quantum = 0; quantum < 3 * RATE / MAQ_QUANTUM; quantum++)
        {
          float in[2][MAQ_QUANTUM] = { { 0.0f } };
          float direct[2][MAQ_QUANTUM];
          float room[2][MAQ_QUANTUM];

          if (quantum < RATE / MAQ_QUANTUM)
            tone (quantum, in[0], in[1]);
          else if (!stays)
            desk.span.room = MAQ_ROOM_BOOTH;
          desk_run (&desk, in[0], in[1], direct, room);
          for (guint n = 0; n < MAQ_QUANTUM && quantum > RATE / MAQ_QUANTUM * 5 / 4; n++)
            energy[stays] += room[0][n] * room[0][n] + room[1][n] * room[1][n];
        }
      desk_clear (&desk);
    }
  g_test_message ("the hall that is left rings %+.1f dB against one that is not",
                  10.0 * log10 (energy[0] / energy[1]));
  g_assert_cmpfloat (energy[1], >, 1e-3);
  g_assert_cmpfloat (fabs (10.0 * log10 (energy[0] / energy[1])), <, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint kind = 0; kind < MAQ_N_ROOM_KINDS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/engine/strip/near-and-far/%u", kind);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_near_and_far);
    }
  g_test_add_func ("/engine/strip/no-clicks", test_no_clicks);
  g_test_add_func ("/engine/strip/no-clicks-at-borders", test_no_clicks_at_borders);
  g_test_add_func ("/engine/strip/drop-out-and-back", test_drop_out_and_back);
  g_test_add_func ("/engine/strip/tone", test_tone);
  g_test_add_func ("/engine/strip/width", test_width);
  g_test_add_func ("/engine/strip/old-room-rings-out", test_old_room_rings_out);
  return g_test_run ();
}
