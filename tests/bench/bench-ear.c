/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Edit to ear: how many frames after an edit the sound is another, against the
 * block that the engine is asked for. Two engines play the same; one of them
 * gets the edit, and the first frame that differs tells. What the sink keeps
 * in its own buffer comes on top, and is not the engine's.
 */

#include <locale.h>
#include <string.h>

#include "fixture.h"

#define RATE 48000
#define BLOCK 480
#define ROUNDS 40
#define AIM 1.0

/* frames from the edit to the first that differs, -1 if none does */
static int
measure (MaqSoundfont *font,
         guint         n_frames_before)
{
  Song song = SONG_INIT;
  Song edited = SONG_INIT;
  g_autoptr(MaqPerformance) before = song_play (&song);
  g_autoptr(MaqPerformance) after = NULL;
  g_autoptr(MaqEngine) still = maq_engine_new (font, RATE, NULL);
  g_autoptr(MaqEngine) changed = maq_engine_new (font, RATE, NULL);
  g_autofree float *one = NULL;
  g_autofree float *other = NULL;
  MaqEngine *engines[] = { still, changed };

  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    {
      g_autofree float *heard = NULL;

      maq_engine_set_performance (engines[i], before, NULL);
      maq_engine_play (engines[i]);
      heard = run_frames (engines[i], n_frames_before, BLOCK);
    }

  edited.muted = 1;
  after = song_play (&edited);
  maq_engine_set_performance (changed, after, NULL);
  one = run_frames (still, RATE, BLOCK);
  other = run_frames (changed, RATE, BLOCK);

  for (int frame = 0; frame < RATE; frame++)
    if (memcmp (one + 2 * frame, other + 2 * frame, 2 * sizeof (float)) != 0)
      return frame;

  return -1;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(MaqSoundfont) font = maq_soundfont_load (NULL, NULL);
  int worst = 0;

  setlocale (LC_ALL, "");

  if (font == NULL)
    {
      g_print ("no SoundFont is installed: not measured\n");
      return 77;
    }

  for (guint round = 0; round < ROUNDS; round++)
    {
      int frames = measure (font, RATE + round * BLOCK * 3);

      if (frames < 0)
        {
          g_print ("an edit was not heard within a second\n");
          return 1;
        }
      worst = MAX (worst, frames);
    }

  g_print ("edit to ear: at worst %d frames, %.2f × the block of %d (aim ≤ %.0f), of %d edits\n",
           worst, worst / (double) BLOCK, BLOCK, AIM, ROUNDS);
  return worst <= AIM * BLOCK ? 0 : 1;
}
