/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>

static const int roots[4] = { 45, 41, 48, 43 };

static void
add_note (GArray *notes,
          gint64  start,
          gint64  length,
          int     key,
          int     velocity)
{
  MaqNote note = { .start_ticks = (gint32) start, .length_ticks = (gint32) length,
                   .key = (guint8) key, .velocity = (guint8) velocity };

  g_array_append_val (notes, note);
}

static void
add_drums (GArray *notes,
           gint64  bar)
{
  for (int eighth = 0; eighth < 8; eighth++)
    {
      gint64 start = bar + eighth * 480;

      add_note (notes, start, 240, 42, eighth % 2 == 0 ? 90 : 60);
      if (eighth == 0 || eighth == 5)
        add_note (notes, start, 240, 36, 105);
      if (eighth == 2 || eighth == 6)
        add_note (notes, start, 240, 38, 100);
    }
}

static void
add_bar (GArray *notes,
         guint   lane,
         gint64  bar,
         int     root)
{
  static const int steps[4] = { 0, 4, 7, 12 };

  switch (lane % 4)
    {
    case 0:
      for (int quarter = 0; quarter < 4; quarter++)
        add_note (notes, bar + quarter * 960, 900, root - 12, 95);
      break;
    case 1:
      for (int eighth = 0; eighth < 8; eighth++)
        add_note (notes, bar + eighth * 480, 460, root + 12 + steps[eighth % 4], 80);
      break;
    case 2:
      for (int tone = 0; tone < 3; tone++)
        add_note (notes, bar, BAR, root + 12 + steps[tone], 70);
      break;
    default:
      for (int half = 0; half < 2; half++)
        add_note (notes, bar + half * 1920, 1900, root + 24 + steps[half * 2], 75);
      break;
    }
}

static MaqPhrase *
make_phrase (const Song *song,
             guint       lane,
             gboolean    is_drums)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (MaqNote));
  g_autoptr (MaqPhrase) phrase = NULL;

  for (guint bar = 0; bar < song->n_bars; bar++)
    if (is_drums)
      add_drums (notes, bar * BAR);
    else
      add_bar (notes, lane, bar * BAR, roots[bar % 4]);
  phrase = maq_phrase_new ((const MaqNote *) (void *) notes->data, notes->len, -1, -1);
  return maq_phrase_with_tuning (phrase, song->tuning);
}

static MaqLane *
make_lane (const Song *song,
           guint       lane)
{
  static const int programs[] = { 33, 25, 89, 48 };
  static const int kits[] = { 0, 8, 16, 25, 32, 40 };
  gboolean is_drums = song->many ? lane % 10 == 4 : lane == 4 && !song->without_drums;
  MaqStrip strip = {
    .gain_db = -3.0,
    .pan = lane == 0 || is_drums ? 0.0 : lane % 2 == 0 ? -0.4 : 0.4,
    .distance = song->distance,
    .muted = (song->muted >> MIN (lane, 31)) & 1,
    .soloed = (song->soloed >> MIN (lane, 31)) & 1,
  };
  int program = song->many ? (int) (lane * 2 % 96)
                : lane == 0 && song->program >= 0 ? song->program : programs[lane % 4];
  int kit = song->many ? kits[lane / 10 % G_N_ELEMENTS (kits)] : 0;
  g_autofree char *name = g_strdup_printf ("Lane %u", lane);
  g_autofree MaqPhrase **phrases = g_new0 (MaqPhrase *, song->n_spans);
  g_autoptr (MaqPhrase) phrase = make_phrase (song, lane, is_drums);

  for (guint i = 0; i < song->n_spans; i++)
    phrases[i] = phrase;
  return maq_lane_new (lane + 1, name, is_drums, 0, is_drums ? kit : program, &strip, phrases,
                       song->n_spans);
}

static MaqPhrase *
make_click (const Song *song)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (MaqNote));

  for (guint beat = 0; beat < song->n_bars * 4; beat++)
    add_note (notes, beat * 960, 10, beat % 4 == 0, 100);
  return maq_phrase_new ((const MaqNote *) (void *) notes->data, notes->len, -1, -1);
}

static void
direct (MaqSpan *span,
        guint    index)
{
  switch (index % 4)
    {
    case 0:
      span->gain_db = -6.0;
      break;
    case 1:
      span->duck_db = -5.0;
      break;
    case 2:
      span->cut_ticks = BAR;
      break;
    default:
      span->fade_ticks = BAR;
      span->ramp_ticks = BAR;
      span->ramp_tempo_qpm = 0.7 * span->tempo_qpm;
      break;
    }
}

MaqPerformance *
song_play (const Song *song)
{
  g_autofree MaqSpan *spans = g_new0 (MaqSpan, song->n_spans);
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lane_unref);
  g_autoptr (MaqPhrase) click = make_click (song);

  for (guint i = 0; i < song->n_spans; i++)
    spans[i] = (MaqSpan) {
      .id = song->first_id + i,
      .start_ticks = (gint64) i * song->n_bars * BAR,
      .length_ticks = (gint64) song->n_bars * BAR,
      .tempo_qpm = song->tempo_qpm,
      .beats = 4,
      .unit = 4,
      .beat_ticks = 960,
      .first_bar = i * song->n_bars,
      .n_bars = song->n_bars,
      .click = click,
      .room = song->rooms[i % 2],
    };
  for (guint i = 0; song->directed && i < song->n_spans; i++)
    direct (&spans[i], i);
  for (guint i = 0; i < song->n_lanes; i++)
    g_ptr_array_add (lanes, make_lane (song, i));
  return maq_performance_new (spans, song->n_spans, (MaqLane *const *) lanes->pdata, lanes->len,
                              NULL, NULL);
}

MaqSoundfont *
load_font (void)
{
  g_autoptr (GError) error = NULL;
  MaqSoundfont *font = maq_soundfont_load (NULL, &error);

  if (font == NULL)
    g_test_skip (error->message);
  return font;
}

float *
run_frames (MaqEngine *engine,
            guint      n_frames,
            guint      block)
{
  float *samples = g_new0 (float, 2 * n_frames);

  for (guint done = 0; done < n_frames; done += block)
    maq_engine_run (engine, samples + 2 * done, MIN (block, n_frames - done));
  return samples;
}

float
peak_of (const float *samples,
         guint        start,
         guint        n_frames)
{
  float peak = 0.0f;

  for (guint i = 2 * start; i < 2 * (start + n_frames); i++)
    peak = fmaxf (peak, fabsf (samples[i]));
  return peak;
}

float
step_of (const float *samples,
         guint        start,
         guint        n_frames)
{
  float step = 0.0f;

  for (guint i = 2 * start + 2; i < 2 * (start + n_frames); i++)
    step = fmaxf (step, fabsf (samples[i] - samples[i - 2]));
  return step;
}
