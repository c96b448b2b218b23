/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "maq-balancer.h"
#include "maq-loudness.h"
#include "maq-render.h"

#define RATE_HZ 48000

/* Values */

static void
test_alone (void)
{
  const MaqBalanceLayer bass = { 1, "Bass", FALSE, { 0.01, 0.04, 0.02, 0.0, 0.0, 0.0 } };
  g_autoptr (MaqBalance) balance = maq_balance_new (&bass, 1);

  g_assert_cmpuint (maq_balance_get_n_layers (balance), ==, 1);
  g_assert_cmpfloat (maq_balance_get_share (balance, 0, MAQ_FREQUENCY_BAND_LOW), ==, 1.0);
  g_assert_cmpfloat (maq_balance_get_share (balance, 0, MAQ_FREQUENCY_BAND_AIR), ==, 0.0);
  g_assert_cmpfloat_with_epsilon (maq_balance_get_level (balance, MAQ_FREQUENCY_BAND_SUB), -20.0,
                                  1e-9);
  g_assert_true (maq_loudness_is_silence (maq_balance_get_level (balance,
                                                                 MAQ_FREQUENCY_BAND_AIR)));
  g_assert_true (isinf (maq_balance_get_space (balance, 0, MAQ_FREQUENCY_BAND_LOW,
                                               (double) INFINITY)));
  g_assert_cmpfloat_with_epsilon (maq_balance_get_space (balance, 0, MAQ_FREQUENCY_BAND_LOW, 6.0),
                                  6.0, 1e-9);
  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    g_assert_false (maq_balance_is_crowded (balance, band));
}

/* Two who are as loud as each other halve the band; a third at a tenth shares nothing. */
static void
test_shared (void)
{
  const MaqBalanceLayer layers[] = {
    { 1, "Pad", FALSE, { 0.0, 0.0, 0.01 } },
    { 2, "Guitar", FALSE, { 0.0, 0.0, 0.045 } },
    { 3, "Keys", FALSE, { 0.0, 0.0, 0.045 } },
  };
  const MaqFrequencyBand band = MAQ_FREQUENCY_BAND_LOW_MID;
  g_autoptr (MaqBalance) balance = maq_balance_new (layers, G_N_ELEMENTS (layers));
  g_autoptr (GArray) sharers = maq_balance_list_sharers (balance, band);
  g_autofree char *sentence = maq_balance_dup_sentence (balance, band, "Chorus 1");

  g_assert_true (maq_balance_is_crowded (balance, band));
  g_assert_cmpuint (sharers->len, ==, 2);
  g_assert_cmpuint (g_array_index (sharers, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (sharers, guint, 1), ==, 2);
  g_assert_cmpfloat_with_epsilon (maq_balance_get_share (balance, 1, band), 0.45, 1e-9);
  /* 55 % are left */
  g_assert_cmpfloat_with_epsilon (maq_balance_get_space (balance, 1, band, (double) INFINITY),
                                  2.596, 0.001);
  /* half of it: 77.5 % */
  g_assert_cmpfloat_with_epsilon (maq_balance_get_space (balance, 1, band, 10.0 * log10 (2.0)),
                                  1.107, 0.001);
  g_assert_cmpstr (sentence, ==, "Low mid is crowded in Chorus 1: Guitar and Keys share it; "
                                 "without one of them it would be 2.6 or 2.6 dB softer.");
  g_assert_null (maq_balance_dup_sentence (balance, MAQ_FREQUENCY_BAND_LOW, "Chorus 1"));
}

/* Five who are as loud as each other share a band as well, six do not stand out any more. */
static void
test_many (void)
{
  MaqBalanceLayer layers[6] = { 0 };
  g_autoptr (MaqBalance) five = NULL;
  g_autoptr (MaqBalance) six = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    layers[i].powers[MAQ_FREQUENCY_BAND_MID] = 0.01;
  five = maq_balance_new (layers, 5);
  six = maq_balance_new (layers, 6);
  g_assert_true (maq_balance_is_crowded (five, MAQ_FREQUENCY_BAND_MID));
  g_assert_false (maq_balance_is_crowded (six, MAQ_FREQUENCY_BAND_MID));
}

/* A kick and a bass have the lows together in all music. */
static void
test_drums (void)
{
  const MaqBalanceLayer layers[] = {
    { 1, "Drums", TRUE, { 0.0, 0.05 } },
    { 2, "Bass", FALSE, { 0.0, 0.05 } },
    { 3, "Piano", FALSE, { 0.0, 0.04 } },
  };
  const MaqFrequencyBand band = MAQ_FREQUENCY_BAND_LOW;
  g_autoptr (MaqBalance) two = maq_balance_new (layers, 2);
  g_autoptr (MaqBalance) three = maq_balance_new (layers, 3);
  g_autoptr (GArray) sharers = maq_balance_list_sharers (three, band);

  g_assert_false (maq_balance_is_crowded (two, band));
  g_assert_true (maq_balance_is_crowded (three, band));
  g_assert_cmpuint (sharers->len, ==, 2);
  g_assert_cmpuint (g_array_index (sharers, guint, 0), ==, 1);
  g_assert_cmpfloat_with_epsilon (maq_balance_get_share (two, 0, band), 0.5, 1e-9);
}

/* What lies too far below the rest is not heard beside it, whoever shares it. */
static void
test_prominent (void)
{
  MaqBalanceLayer layers[2] = { 0 };

  for (guint i = 0; i < 2; i++)
    {
      layers[i].powers[MAQ_FREQUENCY_BAND_LOW] = 0.01;
      /* usual is 10 dB below low; this is 15.9 and 16.1 dB below */
      layers[i].powers[MAQ_FREQUENCY_BAND_PRESENCE] = 0.01 * pow (10.0, -1.59);
    }
  {
    g_autoptr (MaqBalance) balance = maq_balance_new (layers, 2);

    g_assert_true (maq_balance_is_prominent (balance, MAQ_FREQUENCY_BAND_PRESENCE));
    g_assert_true (maq_balance_is_crowded (balance, MAQ_FREQUENCY_BAND_PRESENCE));
    g_assert_false (maq_balance_is_prominent (balance, MAQ_FREQUENCY_BAND_AIR));
  }
  for (guint i = 0; i < 2; i++)
    layers[i].powers[MAQ_FREQUENCY_BAND_PRESENCE] = 0.01 * pow (10.0, -1.61);
  {
    g_autoptr (MaqBalance) balance = maq_balance_new (layers, 2);

    g_assert_false (maq_balance_is_prominent (balance, MAQ_FREQUENCY_BAND_PRESENCE));
    g_assert_false (maq_balance_is_crowded (balance, MAQ_FREQUENCY_BAND_PRESENCE));
    g_assert_true (maq_balance_is_crowded (balance, MAQ_FREQUENCY_BAND_LOW));
  }
}

/* Measured */

static GPtrArray *
measure (MaqBalancer    *balancer,
         MaqPerformance *performance)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *balances = maq_balancer_measure (balancer, performance, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (balances->len, ==, maq_performance_get_n_spans (performance));
  return balances;
}

/* Quarter notes on one key, two bars at 120. */
static MaqLane *
make_lane (guint64  id,
           gboolean is_drums,
           int      program,
           int      key)
{
  MaqNote notes[8];
  g_autoptr (MaqPhrase) phrase = NULL;
  const MaqStrip strip = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    notes[i] = (MaqNote) { .start_ticks = (gint32) (i * MAQ_TICKS_PER_QUARTER),
                           .length_ticks = 900, .key = (guint8) key, .velocity = 100 };
  phrase = maq_phrase_new (notes, G_N_ELEMENTS (notes), -1, -1);
  return maq_lane_new (id, "", is_drums, 0, program, &strip, &phrase, 1);
}

static MaqPerformance *
make_performance (MaqLane *const *lanes,
                  guint           n_lanes)
{
  const MaqSpan span = {
    .id = 1, .length_ticks = 2 * BAR, .tempo_qpm = 120, .beats = 4, .unit = 4,
    .beat_ticks = MAQ_TICKS_PER_QUARTER, .n_bars = 2, .room = MAQ_ROOM_BOOTH,
  };

  return maq_performance_new (&span, 1, lanes, n_lanes, NULL, NULL);
}

/* A bass has the low end for itself until a double bass comes; a cymbal is above both. */
static void
test_low_end (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqBalancer) balancer = NULL;
  g_autoptr (MaqLane) bass = make_lane (1, FALSE, 33, 31);
  g_autoptr (MaqLane) second = make_lane (3, FALSE, 43, 38);
  g_autoptr (MaqLane) cymbal = make_lane (4, TRUE, 0, 49);
  MaqLane *const all[] = { bass, second, cymbal };
  g_autoptr (MaqPerformance) alone = make_performance (all, 1);
  g_autoptr (MaqPerformance) together = make_performance (all, 3);
  g_autoptr (GPtrArray) of_alone = NULL;
  g_autoptr (GPtrArray) of_together = NULL;
  g_autoptr (GArray) sharers = NULL;
  MaqBalance *balance;

  if (font == NULL)
    return;
  balancer = maq_balancer_new (font);
  of_alone = measure (balancer, alone);
  balance = of_alone->pdata[0];
  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    g_assert_false (maq_balance_is_crowded (balance, band));

  of_together = measure (balancer, together);
  /* the bass is known */
  g_assert_cmpuint (maq_balancer_get_n_rendered (balancer), ==, 3);
  balance = of_together->pdata[0];
  g_assert_true (maq_balance_is_crowded (balance, MAQ_FREQUENCY_BAND_LOW));
  sharers = maq_balance_list_sharers (balance, MAQ_FREQUENCY_BAND_LOW);
  g_assert_cmpuint (sharers->len, ==, 2);
  for (guint i = 0; i < sharers->len; i++)
    g_assert_cmpuint (g_array_index (sharers, guint, i), <, 2);
  g_assert_cmpfloat (maq_balance_get_share (balance, 2, MAQ_FREQUENCY_BAND_LOW), <, 0.05);
  g_assert_cmpfloat (maq_balance_get_share (balance, 2, MAQ_FREQUENCY_BAND_AIR), >, 0.9);
  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    {
      double sum = 0.0;

      for (guint i = 0; i < 3; i++)
        sum += maq_balance_get_share (balance, i, band);
      g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-9);
    }
}

/* What the stem of one lane in a section has in each band. */
static MaqSpectrumFigures
listen_to_stem (MaqSoundfont   *font,
                MaqPerformance *performance,
                guint           section,
                guint           lane)
{
  const MaqSpan *span = maq_performance_get_span (performance, section);
  const MaqRenderOptions options = {
    .rate_hz = RATE_HZ,
    .start_ticks = (double) span->start_ticks,
    .end_ticks = (double) (span->start_ticks + span->length_ticks),
    .stems = TRUE,
  };
  g_autoptr (MaqRender) render = maq_render_new (font, performance, &options, NULL);
  g_autoptr (MaqSpectrum) spectrum = maq_spectrum_new_bands (RATE_HZ);
  guint n_stems = maq_render_get_n_stems (render);
  g_autofree float **stems = g_new (float *, n_stems);
  guint n_frames;

  for (guint i = 0; i < n_stems; i++)
    stems[i] = g_new (float, 2 * MAQ_RENDER_BLOCK);
  while ((n_frames = maq_render_read_stems (render, stems, MAQ_RENDER_BLOCK)) > 0)
    maq_spectrum_add (spectrum, stems[lane], n_frames);
  for (guint i = 0; i < n_stems; i++)
    g_free (stems[i]);
  return maq_spectrum_take (spectrum);
}

/* A layer is measured as it stands in the mix: as the stem that is exported. */
static void
test_is_that_of_the_stem (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqBalancer) balancer = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (GPtrArray) balances = NULL;
  const Song song = SONG_INIT;

  if (font == NULL)
    return;
  balancer = maq_balancer_new (font);
  performance = song_play (&song);
  balances = measure (balancer, performance);
  for (guint lane = 0; lane < 2; lane++)
    {
      MaqSpectrumFigures heard = listen_to_stem (font, performance, 1, lane);
      const MaqBalanceLayer *layer = maq_balance_get_layer (balances->pdata[1], lane);

      g_assert_cmpuint (layer->id, ==, maq_lane_get_id (maq_performance_get_lane (performance,
                                                                                  lane)));
      for (guint band = 0; band < MAQ_FREQUENCY_BAND_PRESENCE; band++)
        g_assert_cmpfloat_with_epsilon (10.0 * log10 (layer->powers[band]),
                                        10.0 * log10 (heard.band_powers[band]), 0.2);
    }
}

/* What was measured is remembered; only what sounds otherwise is rendered again. */
static void
test_only_what_changed (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqBalancer) balancer = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (MaqPerformance) muted = NULL;
  g_autoptr (MaqPerformance) moved = NULL;
  g_autoptr (GPtrArray) balances = NULL;
  g_autoptr (GPtrArray) without = NULL;
  g_autoptr (GPtrArray) again = NULL;
  Song song = SONG_INIT;
  guint n_rendered;

  if (font == NULL)
    return;
  balancer = maq_balancer_new (font);
  performance = song_play (&song);
  balances = measure (balancer, performance);
  n_rendered = maq_balancer_get_n_rendered (balancer);
  g_assert_cmpuint (n_rendered, <=, song.n_lanes * song.n_spans);

  song.muted = 1;
  song.first_id = 50;
  muted = song_play (&song);
  without = measure (balancer, muted);
  g_assert_cmpuint (maq_balancer_get_n_rendered (balancer), ==, n_rendered);
  g_assert_cmpuint (maq_balance_get_n_layers (without->pdata[0]), ==, song.n_lanes - 1);
  g_assert_cmpuint (maq_balance_get_n_layers (balances->pdata[0]), ==, song.n_lanes);

  song.distance = 0.8;
  moved = song_play (&song);
  again = measure (balancer, moved);
  g_assert_cmpuint (maq_balancer_get_n_rendered (balancer), >, n_rendered);
}

static void
test_cancel (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();
  g_autoptr (MaqBalancer) balancer = NULL;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const Song song = SONG_INIT;

  if (font == NULL)
    return;
  balancer = maq_balancer_new (font);
  performance = song_play (&song);
  g_cancellable_cancel (cancellable);
  g_assert_null (maq_balancer_measure (balancer, performance, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (maq_balancer_get_n_rendered (balancer), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/balance/alone", test_alone);
  g_test_add_func ("/analysis/balance/shared", test_shared);
  g_test_add_func ("/analysis/balance/many", test_many);
  g_test_add_func ("/analysis/balance/drums", test_drums);
  g_test_add_func ("/analysis/balance/prominent", test_prominent);
  g_test_add_func ("/analysis/balance/low-end", test_low_end);
  g_test_add_func ("/analysis/balance/is-that-of-the-stem", test_is_that_of_the_stem);
  g_test_add_func ("/analysis/balance/only-what-changed", test_only_what_changed);
  g_test_add_func ("/analysis/balance/cancel", test_cancel);
  return g_test_run ();
}
