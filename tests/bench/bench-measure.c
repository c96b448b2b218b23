/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Measuring a song of twelve layers against the time that it lasts, and measuring it again
 * after an edit to one section against that section's share of the song; the same for the
 * balance of the layers.
 */

#include "maq-balancer.h"
#include "maq-compiler.h"
#include "maq-measure.h"
#include "many-layers.h"

#include <time.h>

#define N_LAYERS 12
#define TIMES_AIM 30.0

/* Setting up a render, and a section that is fuller than the song is on average. It is about the
 * time of the processor: a song is measured on all cores and a section on one. */
#define AGAIN_AIM 2.0

typedef struct
{
  double clock_seconds;
  double cpu_seconds;
} Cost;

/* The phrase of the first lane that plays in the section loses its last note. */
static MaqPerformance *
edit_section (MaqPerformance *performance,
              guint           index)
{
  guint n_lanes = maq_performance_get_n_lanes (performance);
  guint n_spans = maq_performance_get_n_spans (performance);
  g_autofree MaqLane **lanes = g_new (MaqLane *, n_lanes);
  g_autofree MaqPhrase **phrases = g_new (MaqPhrase *, n_spans);
  g_autoptr (MaqPhrase) edited = NULL;
  g_autoptr (MaqLane) lane = NULL;

  for (guint i = 0; i < n_lanes; i++)
    {
      MaqPhrase *phrase;
      const MaqNote *notes;
      guint n_notes;

      lanes[i] = maq_performance_get_lane (performance, i);
      phrase = maq_lane_get_phrase (lanes[i], index);
      if (edited != NULL || phrase == NULL)
        continue;
      notes = maq_phrase_get_notes (phrase, &n_notes);
      edited = maq_phrase_new (notes, n_notes - 1, -1, -1);
      for (guint span = 0; span < n_spans; span++)
        phrases[span] = span == index ? edited : maq_lane_get_phrase (lanes[i], span);
      lane = maq_lane_new (maq_lane_get_id (lanes[i]), maq_lane_get_name (lanes[i]),
                           maq_lane_is_drums (lanes[i]), maq_lane_get_bank (lanes[i]),
                           maq_lane_get_program (lanes[i]), maq_lane_get_strip (lanes[i]),
                           phrases, n_spans);
      lanes[i] = lane;
    }
  return maq_performance_new (maq_performance_get_span (performance, 0), n_spans, lanes, n_lanes,
                              NULL, NULL);
}

static Cost
start_clocks (void)
{
  return (Cost) { (double) g_get_monotonic_time () / G_USEC_PER_SEC,
                  (double) clock () / CLOCKS_PER_SEC };
}

static Cost
stop_clocks (Cost start)
{
  Cost now = start_clocks ();

  return (Cost) { now.clock_seconds - start.clock_seconds, now.cpu_seconds - start.cpu_seconds };
}

static Cost
time_measures (MaqMeasurer    *measurer,
               MaqPerformance *performance)
{
  Cost start = start_clocks ();
  g_autoptr (GPtrArray) measures
    = maq_measurer_measure (measurer, performance, NULL, NULL, NULL, NULL);

  g_assert_nonnull (measures);
  return stop_clocks (start);
}

static Cost
time_balances (MaqBalancer    *balancer,
               MaqPerformance *performance)
{
  Cost start = start_clocks ();
  g_autoptr (GPtrArray) balances = maq_balancer_measure (balancer, performance, NULL, NULL, NULL,
                                                          NULL);

  g_assert_nonnull (balances);
  return stop_clocks (start);
}

/* The section in which most notes are played. */
static guint
find_fullest (MaqPerformance *performance)
{
  guint fullest = 0;
  guint most = 0;

  for (guint span = 0; span < maq_performance_get_n_spans (performance); span++)
    {
      guint sum = 0;

      for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
        {
          MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, i), span);
          guint n_notes = 0;

          if (phrase != NULL)
            maq_phrase_get_notes (phrase, &n_notes);
          sum += n_notes;
        }
      if (sum > most)
        fullest = span;
      most = MAX (most, sum);
    }
  return fullest;
}

static gboolean
report (const char *what,
        double      song_seconds,
        Cost        first,
        Cost        edit,
        double      share)
{
  double times = song_seconds / first.clock_seconds;
  double again = edit.cpu_seconds / first.cpu_seconds / share;

  g_print ("%s: %.0f s in %.2f s: %.1f times real time; after an edit %.2f s: %.2f of the "
           "section's share of the processor\n", what, song_seconds, first.clock_seconds, times,
           edit.clock_seconds, again);
  return again <= AGAIN_AIM;
}

int
main (void)
{
  g_autoptr (MaqProject) project = load_example ();
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (MaqPerformance) own = maq_compiler_compile (compiler,
                                                         maq_project_get_current (project));
  g_autoptr (MaqPerformance) performance = with_layers (own, N_LAYERS);
  g_autoptr (MaqSoundfont) font = maq_soundfont_load (NULL, NULL);
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (MaqBalancer) balancer = NULL;
  g_autoptr (MaqPerformance) edited = NULL;
  guint index = find_fullest (performance);
  const MaqSpan *span = maq_performance_get_span (performance, index);
  double section_seconds = maq_span_ticks_to_seconds (span, (double) span->length_ticks);
  double end_ticks = (double) maq_performance_get_length (performance);
  double seconds = maq_performance_ticks_to_seconds (performance, end_ticks);
  Cost first;
  gboolean good;

  if (font == NULL)
    return 77;
  measurer = maq_measurer_new (font);
  balancer = maq_balancer_new (font);
  edited = edit_section (performance, index);
  first = time_measures (measurer, performance);
  good = seconds / first.clock_seconds >= TIMES_AIM;
  good &= report ("measuring", seconds, first, time_measures (measurer, edited),
                  section_seconds / seconds);
  g_print ("aim: %.0f times real time\n", TIMES_AIM);
  first = time_balances (balancer, performance);
  good &= report ("balance", seconds, first, time_balances (balancer, edited),
                  section_seconds / seconds);
  return good ? 0 : 1;
}
