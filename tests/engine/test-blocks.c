/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fixture.h"

#define RATE 48000

/* Twelve seconds with a count-in, a loop, a jump, an edit, a mute and a stop. */
static float *
play_through (MaqSoundfont *font,
              guint         block,
              guint         n_frames)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqEngine) engine = maq_engine_new (font, RATE, &error);
  Song song = SONG_INIT;
  g_autoptr (MaqPerformance) first = song_play (&song);
  g_autoptr (MaqPerformance) second = NULL;
  g_autoptr (MaqPerformance) third = NULL;
  float *samples = g_new0 (float, 2 * n_frames);
  guint step = n_frames / 6 / 64 * 64;

  song.directed = TRUE;
  song.rooms[1] = MAQ_ROOM_CHAMBER;
  song.program = 24;
  second = song_play (&song);
  song.muted = 2;
  third = song_play (&song);
  g_assert_no_error (error);
  maq_engine_set_performance (engine, first, NULL);
  maq_engine_set_metronome (engine, TRUE);
  maq_engine_set_count_in (engine, TRUE);
  maq_engine_play (engine);
  for (guint part = 0; part < 6; part++)
    {
      if (part == 2)
        maq_engine_set_performance (engine, second, NULL);
      if (part == 3)
        maq_engine_jump (engine, 8 * BAR);
      if (part == 4)
        maq_engine_set_performance (engine, third, NULL);
      if (part == 5)
        maq_engine_stop (engine);
      for (guint done = 0; done < step; done += block)
        maq_engine_run (engine, samples + 2 * (part * step + done), MIN (block, step - done));
    }
  return samples;
}

static void
test_any_block (void)
{
  static const guint blocks[] = { 1, 17, 64, 1000, 4096 };
  const guint n_frames = 8 * RATE;
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autofree float *wanted = NULL;

  if (font == NULL)
    return;
  wanted = play_through (font, 64, n_frames);
  g_assert_cmpfloat (peak_of (wanted, 0, n_frames), >, 0.05f);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autofree float *samples = play_through (font, blocks[i], n_frames);

      for (guint n = 0; n < 2 * n_frames; n++)
        if (samples[n] != wanted[n])
          g_error ("block %u: sample %u differs", blocks[i], n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/run/any-block", test_any_block);
  return g_test_run ();
}
