/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-room.h"

#include <math.h>

#define RATE 48000

/* A room of no special kind, without walls nearby. */
static MaqRoom *
make_room (double t60_seconds,
           double damping_hz)
{
  const MaqRoomDesign design = {
    .t60_seconds = t60_seconds, .size = 1.0, .damping_hz = damping_hz, .low_cut_hz = 110.0,
    .diffusion = 0.62,
  };

  return maq_room_new (&design, RATE);
}

/* What comes out of one sample of 1.0 on the left. */
static float *
make_response (MaqRoom *room,
               guint    n_frames)
{
  float *response = g_new0 (float, 2 * n_frames);
  float in[2][MAQ_QUANTUM] = { { 1.0f } };

  g_assert_cmpuint (n_frames % MAQ_QUANTUM, ==, 0);
  for (guint done = 0; done < n_frames; done += MAQ_QUANTUM)
    {
      float out[2][MAQ_QUANTUM] = { { 0.0f } };

      maq_room_run (room, in, in, out);
      for (guint side = 0; side < 2; side++)
        for (guint n = 0; n < MAQ_QUANTUM; n++)
          response[side * n_frames + done + n] = out[side][n];
      in[0][0] = 0.0f;
    }
  return response;
}

/* From the slope of the energy that is left (Schroeder), between -5 and -35 dB. */
static double
measure_t60 (const float *samples,
             guint        n_frames)
{
  double total = 0.0;
  double left = 0.0;
  guint at_5 = 0;
  guint at_35 = 0;

  for (guint n = 0; n < n_frames; n++)
    total += samples[n] * (double) samples[n];
  left = total;
  for (guint n = 0; n < n_frames; n++)
    {
      left -= samples[n] * (double) samples[n];
      if (at_5 == 0 && left < total * pow (10.0, -0.5))
        at_5 = n;
      if (at_35 == 0 && left < total * pow (10.0, -3.5))
        at_35 = n;
    }
  return 2.0 * (at_35 - at_5) / RATE;
}

static void
test_decays (void)
{
  const double wanted[] = { 0.4, 1.0, 2.5 };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const guint n_frames = 4 * RATE / MAQ_QUANTUM * MAQ_QUANTUM;
      g_autoptr (MaqRoom) room = make_room (wanted[i], RATE / 2.0);
      g_autofree float *response = make_response (room, n_frames);
      double left;
      double right;

      left = measure_t60 (response, n_frames);
      right = measure_t60 (response + n_frames, n_frames);
      g_test_message ("wanted %.2f s, left %.2f s, right %.2f s", wanted[i], left, right);
      g_assert_cmpfloat (fabs (left / wanted[i] - 1.0), <, 0.15);
      g_assert_cmpfloat (fabs (right / wanted[i] - 1.0), <, 0.15);
    }
}

static void
test_damping_shortens (void)
{
  const guint n_frames = 3 * RATE / MAQ_QUANTUM * MAQ_QUANTUM;
  g_autoptr (MaqRoom) bright = make_room (1.5, 16000.0);
  g_autoptr (MaqRoom) dull = make_room (1.5, 1500.0);
  g_autofree float *bright_response = make_response (bright, n_frames);
  g_autofree float *dull_response = make_response (dull, n_frames);

  g_assert_cmpfloat (measure_t60 (dull_response, n_frames), <,
                     measure_t60 (bright_response, n_frames));
}

/* A steady noise comes out about as loud, whatever the length of the room. */
static void
test_keeps_loudness (void)
{
  const double t60[] = { 0.4, 1.3, 3.0 };

  for (guint i = 0; i < G_N_ELEMENTS (t60); i++)
    {
      g_autoptr (MaqRoom) room = make_room (t60[i], 16000.0);
      g_autoptr (GRand) random = g_rand_new_with_seed (7);
      double energy_in = 0.0;
      double energy_out = 0.0;
      double gain_db;

      for (guint quantum = 0; quantum < 8 * RATE / MAQ_QUANTUM; quantum++)
        {
          float in[2][MAQ_QUANTUM];
          float out[2][MAQ_QUANTUM] = { { 0.0f } };

          for (guint n = 0; n < MAQ_QUANTUM; n++)
            {
              in[0][n] = (float) g_rand_double_range (random, -0.5, 0.5);
              in[1][n] = (float) g_rand_double_range (random, -0.5, 0.5);
            }
          maq_room_run (room, in, in, out);
          if (quantum < 5 * RATE / MAQ_QUANTUM)
            continue;
          for (guint n = 0; n < MAQ_QUANTUM; n++)
            {
              energy_in += in[0][n] * in[0][n] + in[1][n] * in[1][n];
              energy_out += out[0][n] * out[0][n] + out[1][n] * out[1][n];
            }
        }
      gain_db = 10.0 * log10 (energy_out / energy_in);
      g_test_message ("T60 %.1f s: %+.1f dB", t60[i], gain_db);
      g_assert_cmpfloat (fabs (gain_db), <, 4.0);
    }
}

/* Each kind fills both sides alike, and not with the same. */
static void
test_both_sides (void)
{
  const guint n_frames = RATE / MAQ_QUANTUM * MAQ_QUANTUM;

  for (guint kind = 0; kind < MAQ_N_ROOM_KINDS; kind++)
    {
      g_autoptr (MaqRoom) room = maq_room_new (maq_room_get_design ((MaqRoomKind) kind), RATE);
      g_autofree float *response = make_response (room, n_frames);
      double both = 0.0;
      double left = 0.0;
      double right = 0.0;

      for (guint n = 0; n < n_frames; n++)
        {
          left += response[n] * response[n];
          right += response[n_frames + n] * response[n_frames + n];
          both += response[n] * response[n_frames + n];
        }
      g_test_message ("kind %u: %+.1f dB, correlation %.2f", kind, 10.0 * log10 (left / right),
                      both / sqrt (left * right));
      g_assert_cmpfloat (fabs (10.0 * log10 (left / right)), <, 5.0);
      g_assert_cmpfloat (fabs (both) / sqrt (left * right), <, 0.25);
    }
}

/* The kinds are as long as they say: what one hears first of a room. */
static void
test_kinds (void)
{
  const guint n_frames = 6 * RATE / MAQ_QUANTUM * MAQ_QUANTUM;
  double t60[MAQ_N_ROOM_KINDS];

  for (guint kind = 0; kind < MAQ_N_ROOM_KINDS; kind++)
    {
      const MaqRoomDesign *design = maq_room_get_design ((MaqRoomKind) kind);
      g_autoptr (MaqRoom) room = maq_room_new (design, RATE);
      g_autofree float *response = make_response (room, n_frames);

      t60[kind] = measure_t60 (response, n_frames);
      g_test_message ("kind %u: %.2f s, %.2f s at low frequencies", kind, t60[kind],
                      design->t60_seconds);
      g_assert_cmpfloat (t60[kind], <, 1.2 * design->t60_seconds);
      g_assert_cmpfloat (t60[kind], >, 0.2 * design->t60_seconds);
    }
  g_assert_cmpfloat (t60[MAQ_ROOM_BOOTH], <, t60[MAQ_ROOM_LIVE]);
  g_assert_cmpfloat (t60[MAQ_ROOM_LIVE], <, t60[MAQ_ROOM_CHAMBER]);
  g_assert_cmpfloat (t60[MAQ_ROOM_CHAMBER], <, t60[MAQ_ROOM_HALL]);
}

/* Silence in is exact silence out some seconds later, and then sound is as it was. */
static void
test_falls_silent (void)
{
  const guint n_frames = 16 * RATE / MAQ_QUANTUM * MAQ_QUANTUM;

  for (guint kind = 0; kind < MAQ_N_ROOM_KINDS; kind++)
    {
      g_autoptr (MaqRoom) room = maq_room_new (maq_room_get_design ((MaqRoomKind) kind), RATE);
      g_autofree float *first = make_response (room, n_frames);
      g_autofree float *second = make_response (room, n_frames);

      for (guint n = 0; n < 2 * n_frames; n++)
        g_assert_true (isfinite (first[n]));
      for (guint n = n_frames - RATE; n < n_frames; n++)
        g_assert_cmpfloat (first[n], ==, 0.0f);
      for (guint n = 0; n < 2 * n_frames; n++)
        g_assert_cmpfloat (fabsf (first[n] - second[n]), <, 2e-7f);
    }
}

static void
test_any_rate (void)
{
  const int rates[] = { 8000, 22050, 44100, 96000 };

  for (guint i = 0; i < G_N_ELEMENTS (rates) * MAQ_N_ROOM_KINDS; i++)
    {
      MaqRoomKind kind = (MaqRoomKind) (i / G_N_ELEMENTS (rates));
      g_autoptr (MaqRoom) room = maq_room_new (maq_room_get_design (kind),
                                               rates[i % G_N_ELEMENTS (rates)]);
      g_autofree float *response = make_response (room, 16384);

      for (guint n = 0; n < 2 * 16384; n++)
        g_assert_cmpfloat (fabsf (response[n]), <, 1.0f);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/room/decays", test_decays);
  g_test_add_func ("/engine/room/damping-shortens", test_damping_shortens);
  g_test_add_func ("/engine/room/keeps-loudness", test_keeps_loudness);
  g_test_add_func ("/engine/room/both-sides", test_both_sides);
  g_test_add_func ("/engine/room/kinds", test_kinds);
  g_test_add_func ("/engine/room/falls-silent", test_falls_silent);
  g_test_add_func ("/engine/room/any-rate", test_any_rate);
  return g_test_run ();
}
